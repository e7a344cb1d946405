"""A turn: question, answer and run are stored once, whatever broke off in the middle."""

import asyncio
from collections.abc import Awaitable, Callable
from copy import copy
from datetime import timedelta

import pytest

from storage import (
    ConflictError,
    Conversation,
    Message,
    NotFoundError,
    Run,
    TenantStorage,
    new_id,
)


class Asked:
    """A turn of a conversation, as it is asked for again and again."""

    def __init__(self, conversation: Conversation, parent_id: str | None = None) -> None:
        ids = {"conversation_id": conversation.id}
        run_id = new_id()
        self.question = Message(
            id=new_id(), parent_id=parent_id, role="user", content="why?", **ids
        )
        self.answer = Message(
            id=new_id(),
            parent_id=self.question.id,
            role="assistant",
            status="running",
            run_id=run_id,
            **ids,
        )
        self.run = Run(id=run_id, message_id=self.answer.id, model="any", host="agents-0", **ids)

    @property
    def new(self) -> list[Message]:
        return [self.question, self.answer]

    def later(self) -> "Asked":
        """The same, asked for a moment later."""
        other = copy(self)
        moment = self.question.created_at + timedelta(seconds=1)
        other.question = self.question.model_copy(update={"created_at": moment})
        other.answer = self.answer.model_copy(update={"created_at": moment})
        return other


@pytest.fixture
async def conversation(tenant: TenantStorage) -> Conversation:
    return await tenant.conversations.create(Conversation(id=new_id()))


async def expect_stored(tenant: TenantStorage, asked: Asked, count: int = 2) -> None:
    """All of it is there, counted once and shown, and the conversation has a title."""
    for message in asked.new:
        stored = await tenant.messages.get(message.id)
        assert (stored.content, stored.status, stored.parent_id, stored.run_id) == (
            message.content,
            message.status,
            message.parent_id,
            message.run_id,
        )
    own = {"tenant_id": tenant.tenant_id}
    assert await tenant.runs.get(asked.run.id) == asked.run.model_copy(update=own)
    seen = await tenant.conversations.get(asked.run.conversation_id)
    assert (seen.message_count, seen.leaf_id, seen.title) == (count, asked.answer.id, "why?")


async def test_a_turn_is_stored_counted_shown_and_gives_a_title(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    asked = Asked(conversation)
    stored = await tenant.turns.store(asked.new, asked.run, "why?")
    assert stored.is_new
    assert [message.id for message in stored.messages] == [m.id for m in asked.new]
    assert stored.run.id == asked.run.id
    await expect_stored(tenant, asked)
    next_one = Asked(conversation, asked.answer.id)
    assert (await tenant.turns.store(next_one.new, next_one.run, "not this")).is_new
    await expect_stored(tenant, next_one, count=4)


async def test_the_same_turn_again_is_the_stored_one(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    asked = Asked(conversation)
    first = await tenant.turns.store(asked.new, asked.run, "why?")
    other = asked.question.model_copy(update={"content": "other"})
    again = await tenant.turns.store([other, asked.answer], asked.run, "other")
    assert not again.is_new
    assert (again.messages, again.run) == (first.messages, first.run)
    await expect_stored(tenant, asked)


Break = Callable[[TenantStorage, Asked], Awaitable[None]]


async def _after_the_question(tenant: TenantStorage, asked: Asked) -> None:
    await tenant.messages.insert([asked.question])


async def _after_the_messages(tenant: TenantStorage, asked: Asked) -> None:
    await tenant.messages.insert(asked.new)


async def _before_the_run(tenant: TenantStorage, asked: Asked) -> None:
    await tenant.messages.insert(asked.new)
    await tenant.messages.count(asked.new, "why?")


async def _before_the_count(tenant: TenantStorage, asked: Asked) -> None:
    await tenant.messages.insert(asked.new)
    await tenant.runs.create(asked.run)


@pytest.mark.parametrize(
    "break_off", [_after_the_question, _after_the_messages, _before_the_run, _before_the_count]
)
async def test_one_that_broke_off_is_finished_by_the_same_call(
    tenant: TenantStorage, conversation: Conversation, break_off: Break
) -> None:
    asked = Asked(conversation)
    await break_off(tenant, asked)
    for _ in range(2):
        again = await tenant.turns.store(asked.later().new, asked.run, "why?")
        assert not again.is_new
        await expect_stored(tenant, asked)


async def test_an_answer_alone_is_a_turn_as_well(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    asked = Asked(conversation)
    await tenant.messages.create(asked.question)
    stored = await tenant.turns.store([asked.answer], asked.run, "why?")
    assert [message.id for message in stored.messages] == [asked.answer.id]
    await expect_stored(tenant, asked)


async def test_a_message_of_another_conversation_is_a_conflict_and_stores_nothing(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    asked = Asked(conversation)
    await tenant.turns.store(asked.new, asked.run)
    elsewhere = Asked(await tenant.conversations.create(Conversation(id=new_id())))
    taken = elsewhere.question.model_copy(update={"id": asked.question.id})
    with pytest.raises(ConflictError):
        await tenant.turns.store([taken, elsewhere.answer], elsewhere.run)
    with pytest.raises(NotFoundError):
        await tenant.messages.get(elsewhere.answer.id)
    with pytest.raises(NotFoundError):
        await tenant.runs.get(elsewhere.run.id)
    assert (await tenant.conversations.get(elsewhere.run.conversation_id)).message_count == 0


async def test_a_conversation_deleted_meanwhile_keeps_nothing_of_it(
    tenant: TenantStorage, conversation: Conversation
) -> None:
    await tenant.conversations.delete(conversation.id)
    asked = Asked(conversation)
    with pytest.raises(NotFoundError):
        await tenant.turns.store(asked.new, asked.run)
    for message in asked.new:
        with pytest.raises(NotFoundError):
            await tenant.messages.get(message.id)
    with pytest.raises(NotFoundError):
        await tenant.runs.get(asked.run.id)


@pytest.mark.parametrize("count", [0, 1_000], ids=["few", "many"])
async def test_the_branch_before_a_turn(
    tenant: TenantStorage, conversation: Conversation, count: int
) -> None:
    """Read as a whole or skeleton first, it is the same."""
    first = Asked(conversation)
    second = Asked(conversation, first.answer.id)
    side = Asked(conversation, first.answer.id)
    for asked in (first, second, side):
        await tenant.turns.store(asked.new, asked.run)
    branch = await tenant.messages.branch(conversation.id, second.answer.id, 3, count)
    ids = [message.id for message in branch.messages]
    assert ids == [first.answer.id, second.question.id, second.answer.id]
    assert branch.leaf_id == second.answer.id
    siblings = {second.question.id, side.question.id}
    assert set(branch.tree.children(first.answer.id)) == siblings
    for nowhere in (None, new_id()):
        before = await tenant.messages.branch(conversation.id, nowhere, 3, count)
        assert (before.messages, before.leaf_id) == ((), None)
        assert before.tree.children(None) == (first.question.id,)


@pytest.mark.parametrize("storage", ["all well"], indirect=True)
async def test_turns_of_many_conversations_at_once(tenant: TenantStorage) -> None:
    made = [await tenant.conversations.create(Conversation(id=new_id())) for _ in range(12)]
    turns = [Asked(conversation) for conversation in made]
    await asyncio.gather(*(tenant.turns.store(each.new, each.run, "why?") for each in turns))
    for asked in turns:
        await expect_stored(tenant, asked)
