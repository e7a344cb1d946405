"""The database is killed while work goes on: nothing acknowledged is lost, nothing doubled."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable

import pytest

from storage import (
    Conversation,
    Event,
    EventChunk,
    Message,
    Run,
    Storage,
    StorageSettings,
    UnavailableError,
    new_id,
)
from storage.child import free_port
from storage.embedded import EmbeddedStores

Until = Callable[[Callable[[], object]], Awaitable[None]]


def kill(stores: EmbeddedStores) -> None:
    pid = stores.processes["nx-27017"]
    assert pid
    os.kill(pid, signal.SIGKILL)


def running() -> Run:
    return Run(
        id=new_id(),
        tenant_id="t",
        conversation_id=new_id(),
        message_id=new_id(),
        model="any",
        host="agents-0",
    )


def chunk(run: Run, first_seq: int, writer: str = "w") -> EventChunk:
    events = tuple(Event("message.delta", {"text": f"{first_seq + n} "}) for n in range(2))
    return EventChunk(run.tenant_id, run.id, first_seq, events, (first_seq,), (), writer)


async def test_no_acknowledged_chunk_is_lost(
    stores: EmbeddedStores, storage: Storage, until: Until
) -> None:
    """Forty runs append without a pause while the database is killed three times."""
    tenant = storage.tenant("t")
    runs = [await tenant.runs.create(running()) for _ in range(40)]
    acknowledged = dict.fromkeys((run.id for run in runs), 0)
    stop = asyncio.Event()

    async def host(own: list[Run]) -> None:
        seq = 1
        while not stop.is_set():
            assert await storage.hosts.append([chunk(run, seq) for run in own]) == frozenset()
            acknowledged.update((run.id, seq + 1) for run in own)
            seq += 2

    async with asyncio.TaskGroup() as hosts:
        for start in range(4):
            hosts.create_task(host(runs[start::4]))
        for _ in range(3):
            reached = min(acknowledged.values())
            await until(lambda reached=reached: min(acknowledged.values()) > reached + 20)
            kill(stores)
            # Appends go on after it: everybody is past what was acknowledged before the kill.
            reached = max(acknowledged.values())
            await until(lambda reached=reached: min(acknowledged.values()) > reached)
        stop.set()

    for run in runs:
        chunks = await storage.hosts.events(run.id)
        seqs = [chunk.first_seq + n for chunk in chunks for n in range(len(chunk.events))]
        assert seqs == list(range(1, acknowledged[run.id] + 1))
        assert chunks == [chunk(run, seq) for seq in range(1, acknowledged[run.id], 2)]


async def test_counts_stay_right_over_a_crash(
    stores: EmbeddedStores, storage: Storage, until: Until
) -> None:
    tenant = storage.tenant("t")
    conversation = await tenant.conversations.create(Conversation(id=new_id()))
    made: list[str] = []

    async def post() -> None:
        message = Message(id=new_id(), conversation_id=conversation.id, role="user")
        made.append((await tenant.messages.create(message)).id)
        await tenant.conversations.add_usage(conversation.id, 1, 0, 0.0, run_id=message.id)

    for _ in range(3):
        before = len(made)
        posting = asyncio.gather(*(post() for _ in range(1)))
        await until(lambda before=before: len(made) > before)
        kill(stores)
        await posting
        for _ in range(5):
            await post()
    stored = await tenant.conversations.get(conversation.id)
    assert stored.message_count == len(made) == 18
    assert stored.usage.prompt_tokens == 18


async def test_reads_and_writes_wait_for_the_database(
    stores: EmbeddedStores, storage: Storage
) -> None:
    tenant = storage.tenant("t")
    made = [await tenant.conversations.create(Conversation(id=new_id())) for _ in range(20)]
    kill(stores)
    found = await asyncio.gather(*(tenant.conversations.get(each.id) for each in made))
    assert found == made


async def test_a_database_that_stays_away_is_unavailable_within_the_budget() -> None:
    settings = StorageSettings(
        mongodb_url=f"mongodb://127.0.0.1:{free_port()}/?directConnection=true",
        s3_url=f"http://key:secret@127.0.0.1:{free_port()}/",
        retry_budget_s=0.5,
    )
    storage = await Storage.open(settings)
    tenant = storage.tenant("t")
    run = running()
    async with asyncio.timeout(10):
        for call in (
            tenant.conversations.get(new_id()),
            storage.hosts.append([chunk(run, 1)]),
            tenant.blobs.put(b"x", "text/plain", 1),
        ):
            with pytest.raises(UnavailableError):
                await call
    async with asyncio.timeout(3):
        answers = await storage.ping()
    assert all(answers.values())
    await storage.close()
