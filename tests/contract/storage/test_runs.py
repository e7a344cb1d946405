"""Runs, leases and the event log."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import (
    AnswerUsage,
    ConflictError,
    Conversation,
    Event,
    EventChunk,
    LeaseLostError,
    NotFoundError,
    Run,
    Storage,
    TenantStorage,
    new_id,
)


@pytest.fixture
async def run(tenant: TenantStorage) -> Run:
    conversation = await tenant.conversations.create(Conversation(id=new_id()))
    return await tenant.runs.create(
        Run(
            id=new_id(),
            conversation_id=conversation.id,
            message_id="m",
            model="any",
            host="agents-0",
            request={"$top": [1]},
        )
    )


def running(**fields: str) -> Run:
    """A run of nothing in particular."""
    some = {"id": new_id(), "conversation_id": "c", "message_id": "m", "model": "any"}
    return Run.model_validate({**some, "host": "agents-0", **fields})


def chunk(run: Run, first_seq: int, *texts: str, writer: str = "w1") -> EventChunk:
    events = tuple(Event("message.delta", {"text": text, "a.b": {"$c": 1}}) for text in texts)
    return EventChunk(run.tenant_id, run.id, first_seq, events, (7, 8), (), writer)


async def texts(storage: Storage, run: Run, after: int = 0) -> list[str]:
    return [
        event.data["text"]
        for each in await storage.hosts.events(run.id, after)
        for event in each.events
    ]


async def test_the_same_id_again_is_the_stored_one(tenant: TenantStorage, run: Run) -> None:
    assert await tenant.runs.get(run.id) == run
    assert await tenant.runs.create(running(id=run.id, host="agents-9")) == run


async def test_an_id_of_another_tenant_is_a_conflict(storage: Storage, run: Run) -> None:
    with pytest.raises(ConflictError):
        await storage.tenant(new_id()).runs.create(running(id=run.id, host="agents-0"))


async def test_cancel_is_a_wish_on_a_running_run(
    storage: Storage, tenant: TenantStorage, run: Run
) -> None:
    assert (await tenant.runs.request_cancel(run.id)).cancel_requested
    await storage.hosts.finish(run.id, "cancelled", 1, "cancelled")
    ended = await tenant.runs.request_cancel(run.id)
    assert ended.status == "cancelled"
    with pytest.raises(NotFoundError):
        await tenant.runs.request_cancel(new_id())


async def test_a_claim_moves_the_run_and_counts_its_owners(storage: Storage, run: Run) -> None:
    first = await storage.hosts.claim(run.id, "agents-1", "w1")
    assert (first.host, first.writer, first.epoch) == ("agents-1", "w1", 1)
    assert first.started_at is not None
    second = await storage.hosts.claim(run.id, "agents-1", "w2")
    assert (second.writer, second.epoch, second.started_at) == ("w2", 2, first.started_at)
    assert await storage.hosts.claim(run.id, "agents-1", "w2") == second
    await storage.hosts.finish(run.id, "completed", 1)
    with pytest.raises(ConflictError):
        await storage.hosts.claim(run.id, "agents-1", "w3")
    with pytest.raises(NotFoundError):
        await storage.hosts.claim(new_id(), "agents-1", "w3")


async def test_a_host_takes_up_what_it_owes_across_tenants(storage: Storage) -> None:
    host = f"agents-{new_id()}"
    made = []
    for place in range(6):
        tenant = storage.tenant(new_id())
        where = host if place < 4 else "another"
        made.append(await tenant.runs.create(running(host=where)))
    await storage.hosts.finish(made[0].id, "failed", 1)
    owed = [run.id for run in made[1:4]]
    assert [run.id for run in await storage.hosts.unfinished(host)] == owed
    claimed = await storage.hosts.claim_unfinished(host, "w2", ["agents-0", host])
    assert [run.id for run in claimed] == owed
    assert {(run.writer, run.epoch) for run in claimed} == {("w2", 1)}
    assert {run.tenant_id for run in claimed} == {run.tenant_id for run in made[1:4]}


async def test_the_first_host_takes_up_what_former_hosts_owe(storage: Storage) -> None:
    tenant = storage.tenant(new_id())
    first, second, former = (f"agents-{new_id()}" for _ in range(3))
    mine, others, left = [
        (await tenant.runs.create(running(host=host))).id for host in (first, second, former)
    ]
    ended = (await tenant.runs.create(running(host=former))).id
    await storage.hosts.finish(ended, "completed", 1)
    claimed = {run.id for run in await storage.hosts.claim_unfinished(first, "w3", [first, second])}
    assert {mine, left} <= claimed
    assert not {others, ended} & claimed
    assert left in {run.id for run in await storage.hosts.unfinished(first)}


async def test_a_host_reads_a_long_log_to_its_end(
    storage: Storage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.hosts._CHUNKS_A_READ", 2)
    for count in (3, 4):  # ends inside a page, and with one
        await storage.hosts.append([chunk(run, seq, "a") for seq in range(1, count + 1)])
        assert [each.first_seq for each in await storage.hosts.events(run.id)] == [
            *range(1, count + 1)
        ]
    assert [each.first_seq for each in await storage.hosts.events(run.id, 3)] == [4]


async def test_events_come_back_in_order_from_any_seq(
    storage: Storage, tenant: TenantStorage, run: Run
) -> None:
    assert await tenant.runs.last_seq(run.id) == 0
    chunks = [chunk(run, 1, "a"), chunk(run, 2, "b", "c", "d"), chunk(run, 5, "e", "f")]
    for each in chunks:
        assert await storage.hosts.append([each]) == frozenset()
    assert await tenant.runs.events_after(run.id, 0) == chunks
    assert await tenant.runs.events_after(run.id, 1) == chunks[1:]
    assert await tenant.runs.events_after(run.id, 2) == chunks[1:], "the chunk that holds seq 3"
    assert await tenant.runs.events_after(run.id, 4) == chunks[2:]
    assert await tenant.runs.events_after(run.id, 6) == []
    assert await tenant.runs.events_after(run.id, 0, limit_chunks=2) == chunks[:2]
    assert await tenant.runs.last_seq(run.id) == await storage.hosts.last_seq(run.id) == 6


async def test_a_reader_waits_at_a_gap(storage: Storage, tenant: TenantStorage, run: Run) -> None:
    await storage.hosts.append([chunk(run, 1, "a")])
    await storage.hosts.append([chunk(run, 3, "c")])
    assert await tenant.runs.events_after(run.id, 0) == [chunk(run, 1, "a")]
    assert await tenant.runs.events_after(run.id, 1) == []
    await storage.hosts.append([chunk(run, 2, "b")])
    assert await texts(storage, run) == ["a", "b", "c"]


async def test_our_own_write_again_is_a_success(storage: Storage, run: Run) -> None:
    mine = chunk(run, 1, "a", "b")
    for _ in range(3):
        assert await storage.hosts.append([mine]) == frozenset()
    assert await texts(storage, run) == ["a", "b"]


@pytest.mark.parametrize(
    "other",
    [
        {"writer": "w2"},
        {"events": (Event("message.delta", {"text": "x"}),)},
        {"token_ids": (9,)},
        {"prompt_token_ids": (1,)},
    ],
)
async def test_anything_else_at_our_place_means_the_lease_is_lost(
    storage: Storage, run: Run, other: dict[str, object]
) -> None:
    mine = chunk(run, 1, "a")
    fields = {name: getattr(mine, name) for name in EventChunk.__slots__}
    assert await storage.hosts.append([mine]) == frozenset()
    assert await storage.hosts.append([EventChunk(**(fields | other))]) == {run.id}
    assert await storage.hosts.events(run.id) == [mine]


async def test_a_lost_lease_harms_no_other_run(
    storage: Storage, tenant: TenantStorage, run: Run
) -> None:
    others = [await tenant.runs.create(running()) for _ in range(5)]
    await storage.hosts.append([chunk(run, 1, "theirs", writer="w0")])
    batch = [chunk(each, 1, "mine") for each in (*others[:2], run, *others[2:])]
    assert await storage.hosts.append(batch) == {run.id}
    for each in others:
        assert await texts(storage, each) == ["mine"]


async def test_after_a_lost_chunk_nothing_of_that_run_is_stored(
    storage: Storage, tenant: TenantStorage, run: Run
) -> None:
    other = await tenant.runs.create(running())
    await storage.hosts.append([chunk(run, 1, "theirs", writer="w0")])
    batch = [chunk(run, 1, "x"), chunk(run, 2, "y"), chunk(other, 1, "a"), chunk(other, 2, "b")]
    assert await storage.hosts.append(batch) == {run.id}
    assert await texts(storage, run) == ["theirs"]
    assert await texts(storage, other) == ["a", "b"]


async def test_a_chunk_too_large_fails_its_run_alone(
    storage: Storage, tenant: TenantStorage, run: Run
) -> None:
    other = await tenant.runs.create(running())
    batch = [chunk(run, 1, "x" * (9 * 2**20)), chunk(other, 1, "a")]
    assert await storage.hosts.append(batch) == {run.id}
    assert await texts(storage, other) == ["a"]


@given(st.data())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_two_writers_never_mix_their_logs(
    storage: Storage, tenant: TenantStorage, data: st.DataObject
) -> None:
    """Each writer appends at the end it knows; whoever is told that its lease is lost stops.
    At most one goes on, and the log is one unbroken story."""
    run = await tenant.runs.create(running())
    ends = {"old": 0, "new": 0}
    told: list[str] = []
    expected: list[str] = []
    for step in range(data.draw(st.integers(1, 8))):
        writer = data.draw(st.sampled_from(sorted(ends)))
        if writer in told:
            continue
        words = [f"{writer}{step}.{n}" for n in range(data.draw(st.integers(1, 3)))]
        if await storage.hosts.append([chunk(run, ends[writer] + 1, *words, writer=writer)]):
            told.append(writer)
        else:
            ends[writer] += len(words)
            expected += words
    assert await texts(storage, run) == expected
    assert len(told) < 2


async def test_a_claimer_shuts_the_former_owner_out(storage: Storage, run: Run) -> None:
    await storage.hosts.append([chunk(run, 1, "a", writer="old")])
    await storage.hosts.claim(run.id, "agents-0", "new")
    end = await storage.hosts.last_seq(run.id)
    assert await storage.hosts.append([chunk(run, end + 1, "b", writer="new")]) == frozenset()
    assert await storage.hosts.append([chunk(run, end + 1, "z", writer="old")]) == {run.id}
    assert await texts(storage, run) == ["a", "b"]


async def test_a_run_ends_once(storage: Storage, tenant: TenantStorage, run: Run) -> None:
    await storage.hosts.claim(run.id, "agents-0", "w1")
    usage = AnswerUsage(prompt_tokens=1)
    with pytest.raises(LeaseLostError):
        await storage.hosts.finish(run.id, "completed", 5, "stop", usage, writer="w0")
    await storage.hosts.finish(run.id, "completed", 5, "stop", usage, writer="w1")
    ended = await tenant.runs.get(run.id)
    assert (ended.status, ended.last_seq, ended.usage) == ("completed", 5, usage)
    assert ended.finished_at is not None
    await storage.hosts.finish(run.id, "completed", 5, "stop", usage, writer="w1")
    with pytest.raises(LeaseLostError):
        await storage.hosts.finish(run.id, "failed", 6)
    assert await tenant.runs.get(run.id) == ended
    assert run.id not in {each.id for each in await storage.hosts.unfinished("agents-0")}
    with pytest.raises(NotFoundError):
        await storage.hosts.finish(new_id(), "completed", 1)


async def test_what_is_appended_to_a_deleted_run_does_not_stay(
    storage: Storage, tenant: TenantStorage, run: Run
) -> None:
    await tenant.conversations.delete(run.conversation_id)
    assert await storage.hosts.append([chunk(run, 1, "late")]) == frozenset()
    with pytest.raises(NotFoundError):
        await storage.hosts.finish(run.id, "completed", 1)
    assert await storage.hosts.events(run.id) == []


async def test_many_hosts_append_at_once(storage: Storage, tenant: TenantStorage) -> None:
    runs = [await tenant.runs.create(running()) for _ in range(8)]

    async def host(own: list[Run]) -> None:
        for seq in range(1, 11):
            assert not await storage.hosts.append([chunk(run, seq, str(seq)) for run in own])

    await asyncio.gather(*(host(runs[n::4]) for n in range(4)))
    for run in runs:
        assert await texts(storage, run) == [str(n) for n in range(1, 11)]


async def test_jobs_are_listed_newest_first_and_answers_are_not(tenant: TenantStorage) -> None:
    jobs = [
        await tenant.runs.create(Run(id=new_id(), kind="image", model="demo", host="agents-0"))
        for _ in range(3)
    ]
    await tenant.runs.create(
        Run(id=new_id(), conversation_id=new_id(), message_id="m", model="demo", host="agents-0")
    )
    first = await tenant.runs.jobs(2)
    rest = await tenant.runs.jobs(2, first.next_cursor)
    assert rest.next_cursor is None
    assert [run.id for run in (*first.items, *rest.items)] == [run.id for run in reversed(jobs)]
    assert all([await tenant.runs.is_running(run.id) for run in jobs])
    await tenant.runs.delete(jobs[0].id)
    assert not await tenant.runs.is_running(jobs[0].id)
