"""Messages: made once, counted right, read by branches, deleted with what is below."""

import asyncio
from datetime import timedelta

import pytest

from storage import (
    AnswerUsage,
    BadCursorError,
    ConflictError,
    Conversation,
    Event,
    EventChunk,
    Failure,
    Message,
    NotFoundError,
    Run,
    Storage,
    TenantStorage,
    new_id,
    now,
)

START = now() - timedelta(hours=1)


@pytest.fixture
async def conversation(tenant: TenantStorage) -> Conversation:
    return await tenant.conversations.create(Conversation(id=new_id()))


async def post(
    tenant: TenantStorage, conversation: Conversation, parent: Message | None, second: int
) -> Message:
    return await tenant.messages.create(
        Message(
            id=new_id(),
            conversation_id=conversation.id,
            parent_id=parent.id if parent else None,
            role="user",
            content=f"said at {second}",
            created_at=START + timedelta(seconds=second),
        )
    )


async def chain(tenant: TenantStorage, conversation: Conversation, count: int) -> list[Message]:
    messages: list[Message] = []
    for second in range(count):
        messages.append(
            await post(tenant, conversation, messages[-1] if messages else None, second)
        )
    return messages


async def test_a_message_is_stored_counted_and_shown(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    made = await post(tenant, conversation, None, 1)
    assert await tenant.messages.get(made.id) == made
    seen = await tenant.conversations.get(conversation.id)
    assert (seen.message_count, seen.leaf_id) == (1, made.id)
    assert seen.updated_at > conversation.updated_at or seen.updated_at >= made.created_at


async def test_the_same_id_again_is_the_stored_one_and_counts_once(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    made = await post(tenant, conversation, None, 1)
    again = made.model_copy(update={"content": "other"})
    assert await tenant.messages.create(again) == made
    fresh = Message(id=new_id(), conversation_id=conversation.id, parent_id=made.id, role="user")
    await asyncio.gather(*(tenant.messages.create(fresh) for _ in range(6)))
    assert await tenant.messages.create(fresh)
    assert (await tenant.conversations.get(conversation.id)).message_count == 2


async def test_many_at_once_are_all_counted(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    root = await post(tenant, conversation, None, 1)
    await asyncio.gather(*(post(tenant, conversation, root, n) for n in range(30)))
    assert (await tenant.conversations.get(conversation.id)).message_count == 31


async def test_one_not_counted_by_a_crash_is_counted_when_it_is_posted_again(
    tenant: TenantStorage, conversation: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def crash(*_: object, **__: object) -> None:
        raise RuntimeError("killed")

    message = Message(id=new_id(), conversation_id=conversation.id, role="user")
    with monkeypatch.context() as patch:
        patch.setattr(tenant.conversations, "count_messages", crash)
        with pytest.raises(RuntimeError):
            await tenant.messages.create(message)
    assert (await tenant.messages.create(message)).id == message.id
    seen = await tenant.conversations.get(conversation.id)
    assert (seen.message_count, seen.leaf_id) == (1, message.id)


async def test_a_message_needs_its_conversation_and_parent(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    with pytest.raises(NotFoundError, match="conversation"):
        await tenant.messages.create(Message(id=new_id(), conversation_id=new_id(), role="user"))
    orphan = Message(id=new_id(), conversation_id=conversation.id, parent_id=new_id(), role="user")
    with pytest.raises(NotFoundError, match="message"):
        await tenant.messages.create(orphan)
    with pytest.raises(NotFoundError):
        await tenant.messages.get(orphan.id)
    elsewhere = await tenant.conversations.create(Conversation(id=new_id()))
    made = await post(tenant, conversation, None, 1)
    with pytest.raises(NotFoundError):
        await post(tenant, elsewhere, made, 2)
    with pytest.raises(ConflictError):
        await tenant.messages.create(made.model_copy(update={"conversation_id": elsewhere.id}))
    assert (await tenant.conversations.get(elsewhere.id)).message_count == 0


@pytest.mark.parametrize("limit", [1, 4, 10, 11])
async def test_pages_of_a_branch_newest_first_oldest_first_within(
    tenant: TenantStorage, conversation: Conversation, limit: int
) -> None:
    made = await chain(tenant, conversation, 10)
    before, found = None, []
    while True:
        page = await tenant.messages.thread(conversation.id, made[-1].id, limit, before)
        found = [item.message for item in page.items] + found
        assert len(page.items) <= limit
        before = page.next_cursor
        if before is None:
            break
    assert found == made


async def test_siblings_and_branches(tenant: TenantStorage, conversation: Conversation) -> None:
    root = await post(tenant, conversation, None, 1)
    left = await post(tenant, conversation, root, 2)
    right = await post(tenant, conversation, root, 3)
    below_left = await post(tenant, conversation, left, 4)
    other_root = await post(tenant, conversation, None, 5)

    page = await tenant.messages.thread(conversation.id, below_left.id, 10)
    assert [item.message.id for item in page.items] == [root.id, left.id, below_left.id]
    assert [item.siblings for item in page.items] == [
        (root.id, other_root.id),
        (left.id, right.id),
        (below_left.id,),
    ]
    assert await tenant.messages.newest_leaf(conversation.id, left.id) == below_left.id
    assert await tenant.messages.newest_leaf(conversation.id, right.id) == right.id
    assert await tenant.messages.newest_leaf(conversation.id, root.id) == below_left.id
    path = await tenant.messages.path(conversation.id, below_left.id, 2)
    assert [message.id for message in path] == [left.id, below_left.id]
    with pytest.raises(BadCursorError):
        await tenant.messages.thread(conversation.id, below_left.id, 10, right.id)
    with pytest.raises(NotFoundError):
        await tenant.messages.newest_leaf(conversation.id, new_id())
    assert (await tenant.messages.thread(conversation.id, None, 10)).items == ()


async def test_a_page_stays_the_same_while_messages_are_added(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    made = await chain(tenant, conversation, 6)
    first = await tenant.messages.thread(conversation.id, made[-1].id, 2)
    added = await post(tenant, conversation, made[-1], 7)
    second = await tenant.messages.thread(conversation.id, added.id, 2, first.next_cursor)
    assert [item.message.id for item in second.items] == [m.id for m in made[2:4]]


async def test_edit_and_finish(tenant: TenantStorage, conversation: Conversation) -> None:
    made = await post(tenant, conversation, None, 1)
    edited = await tenant.messages.update_content(made.id, "better")
    assert edited.content == "better"
    assert edited.edited_at is not None
    usage = AnswerUsage(prompt_tokens=3, completion_tokens=4, tokens_per_s=12.5)
    await tenant.messages.finish(made.id, "text", "complete", "stop", usage)
    done = await tenant.messages.get(made.id)
    assert (done.status, done.usage, done.content) == ("complete", usage, "text")
    failure = Failure(code="x", detail="y")
    await tenant.messages.finish(made.id, "te", "failed", "error", error=failure)
    failed = await tenant.messages.get(made.id)
    assert (failed.status, failed.usage, failed.content) == ("failed", None, "te")
    assert failed.error == failure
    for call in (
        tenant.messages.update_content(new_id(), ""),
        tenant.messages.finish(new_id(), "", "complete"),
        tenant.messages.get(new_id()),
        tenant.messages.delete_subtree(new_id()),
    ):
        with pytest.raises(NotFoundError):
            await call


async def test_deleting_a_subtree(
    storage: Storage, tenant: TenantStorage, conversation: Conversation
) -> None:
    root = await post(tenant, conversation, None, 1)
    kept = await post(tenant, conversation, root, 2)
    gone = await post(tenant, conversation, root, 3)
    run = await tenant.runs.create(
        Run(
            id=new_id(),
            conversation_id=conversation.id,
            message_id="m",
            model="any",
            host="agents-0",
        )
    )
    answer = await tenant.messages.create(
        Message(
            id=new_id(),
            conversation_id=conversation.id,
            parent_id=gone.id,
            role="assistant",
            run_id=run.id,
        )
    )
    event = Event("run.started", {})
    await storage.hosts.append([EventChunk(tenant.tenant_id, run.id, 1, (event,), writer="w")])

    assert set(await tenant.messages.delete_subtree(gone.id)) == {gone.id, answer.id}
    seen = await tenant.conversations.get(conversation.id)
    assert (seen.message_count, seen.leaf_id) == (2, kept.id)
    for id_ in (gone.id, answer.id):
        with pytest.raises(NotFoundError):
            await tenant.messages.get(id_)
    with pytest.raises(NotFoundError):
        await tenant.runs.get(run.id)
    assert await tenant.runs.events_after(run.id, 0) == []

    await tenant.messages.delete_subtree(root.id)
    seen = await tenant.conversations.get(conversation.id)
    assert (seen.message_count, seen.leaf_id) == (0, None)


async def test_deleting_beside_the_shown_branch_leaves_it_shown(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    root = await post(tenant, conversation, None, 1)
    side = await post(tenant, conversation, root, 2)
    shown = await post(tenant, conversation, root, 3)
    await tenant.messages.delete_subtree(side.id)
    assert (await tenant.conversations.get(conversation.id)).leaf_id == shown.id


async def test_a_deletion_cut_short_orphans_nothing(
    tenant: TenantStorage, conversation: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await chain(tenant, conversation, 6)
    delete = tenant.messages._messages.delete

    async def delete_and_crash(where: dict[str, object]) -> int:
        await delete(where)
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr("storage.messages._DELETE_BATCH", 2)
        patch.setattr(tenant.messages._messages, "delete", delete_and_crash)
        with pytest.raises(RuntimeError):
            await tenant.messages.delete_subtree(made[1].id)
    left = await tenant.messages.path(conversation.id, made[3].id, 10)
    assert [message.id for message in left] == [message.id for message in made[:4]]
    page = await tenant.messages.thread(conversation.id, made[-1].id, 10)
    assert [item.message for item in page.items] == left, "the shown leaf is gone: the newest"
    await tenant.messages.delete_subtree(made[1].id)
    seen = await tenant.conversations.get(conversation.id)
    assert (seen.message_count, seen.leaf_id) == (1, made[0].id)


@pytest.mark.parametrize("storage", ["all well"], indirect=True)
async def test_a_long_chain_is_read_and_deleted(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    made = await chain(tenant, conversation, 600)
    page = await tenant.messages.thread(conversation.id, made[-1].id, 3)
    assert [item.message for item in page.items] == made[-3:]
    assert len(await tenant.messages.delete_subtree(made[1].id)) == 599
    assert (await tenant.conversations.get(conversation.id)).message_count == 1
