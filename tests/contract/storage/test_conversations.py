"""Conversations: made once, listed by activity, searched, deleted whole."""

import asyncio
from datetime import timedelta

import pytest
from pydantic import ValidationError

from storage import (
    BadCursorError,
    ConflictError,
    Conversation,
    ConversationUsage,
    Event,
    EventChunk,
    Message,
    NotFoundError,
    Run,
    Storage,
    TenantStorage,
    new_id,
    now,
)


async def make(tenant: TenantStorage, count: int, **fields: object) -> list[Conversation]:
    """Conversations with ascending activity times, oldest first."""
    start = now() - timedelta(hours=1)
    return [
        await tenant.conversations.create(
            Conversation(
                id=new_id(),
                updated_at=start + timedelta(seconds=place // 2),  # pairs share a time
                **({"title": f"number {place}"} | fields),
            )
        )
        for place in range(count)
    ]


async def pages(tenant: TenantStorage, limit: int, **filters: object) -> list[list[str]]:
    found, cursor = [], None
    while True:
        page = await tenant.conversations.list(limit, cursor, **filters)
        found.append([each.id for each in page.items])
        cursor = page.next_cursor
        if cursor is None:
            return found


async def test_it_comes_back_as_it_was(tenant: TenantStorage) -> None:
    made = await tenant.conversations.create(
        Conversation(id=new_id(), title="Grüße \x00 $where", model="demo")
    )
    assert made.tenant_id == tenant.tenant_id
    assert await tenant.conversations.get(made.id) == made


async def test_the_same_id_again_is_the_stored_one(tenant: TenantStorage) -> None:
    first = await tenant.conversations.create(Conversation(id=new_id(), title="first"))
    again = Conversation(id=first.id, title="second")
    assert await tenant.conversations.create(again) == first
    both = await asyncio.gather(*(tenant.conversations.create(again) for _ in range(5)))
    assert {each.title for each in both} == {"first"}
    assert len((await tenant.conversations.list(10)).items) == 1


async def test_an_id_of_another_tenant_is_a_conflict_that_tells_nothing(
    storage: Storage, tenant: TenantStorage
) -> None:
    theirs = await tenant.conversations.create(Conversation(id=new_id(), title="secret"))
    other = storage.tenant(new_id())
    with pytest.raises(ConflictError) as caught:
        await other.conversations.create(Conversation(id=theirs.id))
    assert "secret" not in str(caught.value)
    assert tenant.tenant_id not in str(caught.value)
    with pytest.raises(NotFoundError):
        await other.conversations.get(theirs.id)


@pytest.mark.parametrize("limit", [1, 3, 7, 20, 21])
async def test_pages_hold_everything_once_newest_first(tenant: TenantStorage, limit: int) -> None:
    made = await make(tenant, 20)
    newest_first = sorted(made, key=lambda c: (c.updated_at, c.id), reverse=True)
    found = await pages(tenant, limit)
    assert [id_ for page in found for id_ in page] == [each.id for each in newest_first]
    assert all(len(page) == limit for page in found[:-1])
    assert found[-1], "the last page has something on it"


async def test_pages_stay_stable_while_items_are_added(tenant: TenantStorage) -> None:
    made = await make(tenant, 9)
    first = await tenant.conversations.list(3)
    await tenant.conversations.create(Conversation(id=new_id(), title="new"))
    second = await tenant.conversations.list(3, first.next_cursor)
    third = await tenant.conversations.list(3, second.next_cursor)
    seen = [each.id for page in (first, second, third) for each in page.items]
    assert len(set(seen)) == 9
    assert set(seen) == {each.id for each in made}
    assert third.next_cursor is None


async def test_only_one_without_a_name_is_named(tenant: TenantStorage) -> None:
    (made,) = await make(tenant, 1, title="")
    await tenant.conversations.name(made.id, "first")
    await tenant.conversations.name(made.id, "second")
    assert await tenant.conversations.get(made.id) == made.model_copy(update={"title": "first"})
    await tenant.conversations.name(new_id(), "nobody")


async def test_pinned_ones_alone(tenant: TenantStorage) -> None:
    made = await make(tenant, 6)
    for each in made[::2]:
        await tenant.conversations.update(each.id, pinned=True)
    assert {i for page in await pages(tenant, 2, pinned=True) for i in page} == {
        each.id for each in made[::2]
    }
    assert {i for page in await pages(tenant, 2, pinned=False) for i in page} == {
        each.id for each in made[1::2]
    }


@pytest.mark.parametrize("cursor", ["x", "=", "é", "eyJhIjoxfQ", "' or 1=1"])
async def test_a_made_up_cursor_is_refused(tenant: TenantStorage, cursor: str) -> None:
    with pytest.raises(BadCursorError):
        await tenant.conversations.list(3, cursor)


async def test_search_finds_titles_and_message_text_in_any_case(tenant: TenantStorage) -> None:
    by_title, by_text, neither = await make(tenant, 3, title="Nothing")
    await tenant.conversations.update(by_title.id, title="Die STRASSE (.*)")
    await tenant.messages.create(
        Message(id=new_id(), conversation_id=by_text.id, role="user", content="auf der Straße (.*)")
    )
    found = (await tenant.conversations.list(10, query="straße (.*)")).items
    assert {each.id for each in found} == {by_title.id, by_text.id}
    assert (await tenant.conversations.list(10, query="(?i).*strasse$")).items == ()
    assert neither.id not in {each.id for each in found}


async def test_search_pages_hold_every_match_once(tenant: TenantStorage) -> None:
    made = await make(tenant, 25)
    for each in made[::3]:
        await tenant.conversations.update(each.id, title="needle here")
    found = await pages(tenant, 2, query="NEEDLE")
    wanted = [each.id for each in made[::3]]
    assert sorted(id_ for page in found for id_ in page) == sorted(wanted)
    assert all(len(page) == 2 for page in found[:-1])


async def test_editing_keeps_the_order_and_messages_change_it(tenant: TenantStorage) -> None:
    older, newer = (await make(tenant, 3))[::2]
    assert (await tenant.conversations.update(older.id, title="x")).title == "x"
    assert (await tenant.conversations.list(1)).items[0].id == newer.id
    await tenant.messages.create(Message(id=new_id(), conversation_id=older.id, role="user"))
    assert (await tenant.conversations.list(1)).items[0].id == older.id


async def test_edits_are_checked(tenant: TenantStorage) -> None:
    made = await tenant.conversations.create(Conversation(id=new_id()))
    changed = await tenant.conversations.update(
        made.id, settings={"temperature": 0.1, "seed": 3}, pinned=True, leaf_id=None
    )
    assert changed.settings.seed == 3
    assert changed.pinned is True
    assert await tenant.conversations.get(made.id) == changed
    with pytest.raises(ValidationError):
        await tenant.conversations.update(made.id, settings={"temperature": 99})
    with pytest.raises(ValueError, match="tenant_id"):
        await tenant.conversations.update(made.id, tenant_id="other")
    with pytest.raises(NotFoundError):
        await tenant.conversations.update(new_id(), title="x")


async def test_usage_adds_up_and_a_run_is_charged_once(tenant: TenantStorage) -> None:
    made = await tenant.conversations.create(Conversation(id=new_id()))
    for run_id in ("r1", "r1", "r2", "r2", "r3"):
        await tenant.conversations.add_usage(made.id, 10, 2, 0.5, run_id)
    usage = (await tenant.conversations.get(made.id)).usage
    assert (usage.prompt_tokens, usage.completion_tokens, usage.cost_usd) == (30, 6, 1.5)


@pytest.mark.parametrize("storage", ["all well"], indirect=True)
async def test_racing_usage_loses_nothing(tenant: TenantStorage) -> None:
    made = await tenant.conversations.create(Conversation(id=new_id()))
    await asyncio.gather(*(tenant.conversations.add_usage(made.id, 1, 1, 0.25) for _ in range(40)))
    assert (await tenant.conversations.get(made.id)).usage.prompt_tokens == 40


async def test_one_answer_runs_at_a_time(tenant: TenantStorage) -> None:
    made = await tenant.conversations.create(Conversation(id=new_id()))
    set_active = tenant.conversations.set_active_run
    won = await asyncio.gather(*(set_active(made.id, f"run-{n}") for n in range(8)))
    winners = [f"run-{n}" for n, conversation in enumerate(won) if conversation]
    assert len(winners) == 1
    winner = winners[0]
    assert (await tenant.conversations.get(made.id)).active_run_id == winner
    again = await set_active(made.id, winner)
    assert again is not None, "the same again is fine"
    assert again == made.model_copy(update={"active_run_id": winner}), "and tells that it is so"
    assert not await tenant.conversations.clear_active_run(made.id, "another")
    assert await tenant.conversations.clear_active_run(made.id, winner)
    assert await set_active(made.id, "another")
    with pytest.raises(NotFoundError):
        await set_active(new_id(), "run")


@pytest.mark.parametrize("storage", ["all well"], indirect=True)
async def test_who_takes_the_turn_learns_how_the_conversation_was(tenant: TenantStorage) -> None:
    made = await tenant.conversations.create(Conversation(id=new_id(), title="as it was"))
    assert await tenant.conversations.set_active_run(made.id, "run") == made


async def test_a_turn_ends_once_with_its_usage(tenant: TenantStorage) -> None:
    made = await tenant.conversations.create(Conversation(id=new_id()))
    await tenant.conversations.set_active_run(made.id, "run")
    for _ in range(2):
        await tenant.conversations.end_turn(made.id, "run", 3, 4, 0.5)
        seen = await tenant.conversations.get(made.id)
        assert seen.active_run_id is None
        assert seen.usage == ConversationUsage(prompt_tokens=3, completion_tokens=4, cost_usd=0.5)
    await tenant.conversations.end_turn(new_id(), "run", 3, 4, 0.5)


async def test_a_turn_that_was_freed_or_charged_before_is_ended_all_the_same(
    tenant: TenantStorage,
) -> None:
    freed, charged = await make(tenant, 2)
    await tenant.conversations.set_active_run(freed.id, "another")
    await tenant.conversations.end_turn(freed.id, "run", 1, 0, 0.0)
    await tenant.conversations.set_active_run(charged.id, "run")
    await tenant.conversations.add_usage(charged.id, 1, 0, 0.0, run_id="run")
    await tenant.conversations.end_turn(charged.id, "run", 1, 0, 0.0)
    for made, active in ((freed, "another"), (charged, None)):
        seen = await tenant.conversations.get(made.id)
        assert (seen.usage.prompt_tokens, seen.active_run_id) == (1, active)


async def test_an_abandoned_turn_is_freed_when_it_is_old_enough(tenant: TenantStorage) -> None:
    made = await tenant.conversations.create(Conversation(id=new_id()))
    await tenant.conversations.set_active_run(made.id, "run")
    assert not await tenant.conversations.free_turn(made.id, "run", older_than_s=60)
    assert not await tenant.conversations.free_turn(made.id, "another", older_than_s=-60)
    assert await tenant.conversations.free_turn(made.id, "run", older_than_s=-60)
    assert (await tenant.conversations.get(made.id)).active_run_id is None


async def test_deleting_takes_everything_along(storage: Storage, tenant: TenantStorage) -> None:
    gone, kept = await make(tenant, 2)
    runs = {}
    for each in (gone, kept):
        message = await tenant.messages.create(
            Message(id=new_id(), conversation_id=each.id, role="user")
        )
        run = await tenant.runs.create(
            Run(
                id=new_id(),
                conversation_id=each.id,
                message_id=message.id,
                model="any",
                host="agents-0",
            )
        )
        event = Event("run.started", {})
        await storage.hosts.append([EventChunk(tenant.tenant_id, run.id, 1, (event,), writer="w")])
        runs[each.id] = (message.id, run.id)
    await tenant.conversations.delete(gone.id)
    message_id, run_id = runs[gone.id]
    with pytest.raises(NotFoundError):
        await tenant.conversations.get(gone.id)
    with pytest.raises(NotFoundError):
        await tenant.messages.get(message_id)
    with pytest.raises(NotFoundError):
        await tenant.runs.get(run_id)
    assert await tenant.runs.events_after(run_id, 0) == []
    with pytest.raises(NotFoundError):
        await tenant.conversations.delete(gone.id)
    message_id, run_id = runs[kept.id]
    assert (await tenant.messages.get(message_id)).conversation_id == kept.id
    assert len(await tenant.runs.events_after(run_id, 0)) == 1


async def test_a_deletion_cut_short_is_invisible_and_finished_at_the_next_start(
    storage: Storage, tenant: TenantStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    (made,) = await make(tenant, 1)
    message = await tenant.messages.create(
        Message(id=new_id(), conversation_id=made.id, role="user", content="left behind")
    )

    async def crash(_: object) -> int:
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(tenant.messages._messages, "delete", crash)
        with pytest.raises(RuntimeError):
            await tenant.conversations.delete(made.id)
    assert (await tenant.conversations.list(10)).items == ()
    with pytest.raises(NotFoundError):
        await tenant.conversations.get(made.id)
    with pytest.raises(NotFoundError):
        await tenant.messages.create(
            Message(id=new_id(), conversation_id=made.id, parent_id=message.id, role="user")
        )
    await storage.prepare()
    with pytest.raises(NotFoundError):
        await tenant.messages.get(message.id)
