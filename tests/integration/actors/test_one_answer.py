"""A turn from its storing to its end: told or found, read live, and never owed for ever."""

import asyncio
from collections.abc import Sequence

import pytest

from actors.host import AgentHost
from storage import Conversation, Message, NotFoundError, Run, new_id
from tests.integration.actors.conftest import HOST, Bench


class Turn:
    """A question, its answer to be, and their run."""

    def __init__(self, conversation: Conversation, content: str) -> None:
        ids = {"conversation_id": conversation.id}
        run_id = new_id()
        self.question = Message(id=new_id(), role="user", content=content, **ids)
        self.answer = Message(
            id=new_id(),
            parent_id=self.question.id,
            role="assistant",
            status="running",
            run_id=run_id,
            **ids,
        )
        request = {"parent_id": self.question.id}
        self.run = Run(
            id=run_id, message_id=self.answer.id, model="parrot", host=HOST, request=request, **ids
        )


async def ask(bench: Bench, content: str) -> tuple[Turn, Run]:
    """A stored turn that nobody was told of."""
    conversation = await bench.tenant.conversations.create(Conversation(id=new_id()))
    turn = Turn(conversation, content)
    await bench.tenant.conversations.set_active_run(conversation.id, turn.run.id)
    stored = await bench.tenant.turns.store([turn.question, turn.answer], turn.run)
    return turn, stored.run


async def read(bench: Bench, run: Run, after: int | None = 0) -> bytes:
    return b"".join([piece async for piece in bench.client.follow(bench.tenant, run, after)])


async def idle(host: AgentHost) -> None:
    async with asyncio.timeout(20):
        while host.active:
            await asyncio.sleep(0.01)


async def expect_ended(bench: Bench, turn: Turn, text: str) -> None:
    """Message, run and conversation say so."""
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert (answer.content, answer.status) == (text, "complete")
    run = await bench.tenant.runs.get(turn.run.id)
    assert (run.status, run.finish_reason) == ("completed", "stop")
    conversation = await bench.tenant.conversations.get(turn.run.conversation_id)
    assert conversation.active_run_id is None
    assert conversation.usage.completion_tokens == 1


def words(messages: Sequence[Sequence[object]]) -> list[list[str]]:
    return [[message["content"] for message in each] for each in messages]  # type: ignore[index,call-overload]


async def test_a_run_that_is_told_is_answered_from_what_was_told(bench: Bench) -> None:
    turn, run = await ask(bench, "stored")
    told = [turn.question.model_copy(update={"content": text}) for text in ("before", "", "told")]
    await bench.client.start(run, told)
    events = await read(bench, run)
    assert words(bench.model.asked) == [["before", "told"]]
    assert events.count(b"event: run.started") == events.count(b"event: run.completed") == 1
    await expect_ended(bench, turn, "told ")


async def test_a_run_that_is_told_without_its_path_is_looked_up(bench: Bench) -> None:
    turn, run = await ask(bench, "stored words")
    await bench.client.start(run, None)
    await read(bench, run)
    assert words(bench.model.asked) == [["stored words"]]
    await expect_ended(bench, turn, "stored words ")


async def test_a_branch_too_long_to_be_told_is_looked_up(bench: Bench) -> None:
    turn, run = await ask(bench, "stored")
    await bench.client.start(run, [turn.question.model_copy(update={"content": "x" * 2**20})])
    await read(bench, run)
    assert words(bench.model.asked) == [["stored"]]


async def test_a_run_that_nobody_told_of_is_found(bench: Bench) -> None:
    turn, run = await ask(bench, "found")
    sweeping = asyncio.create_task(bench.host.sweep(0.01))
    await read(bench, run)
    sweeping.cancel()
    await expect_ended(bench, turn, "found ")


async def test_one_told_twice_is_answered_once(bench: Bench) -> None:
    turn, run = await ask(bench, "once")
    await asyncio.gather(*(bench.client.start(run, [turn.question]) for _ in range(3)))
    await read(bench, run)
    await idle(bench.host)
    await bench.client.start(run, None)  # a late retry
    await idle(bench.host)
    assert len(bench.model.asked) == 1
    await expect_ended(bench, turn, "once ")


async def test_a_run_without_its_messages_ends_and_is_owed_no_more(bench: Bench) -> None:
    """Its conversation was deleted just when it was stored."""
    turn, run = await ask(bench, "gone")
    await bench.tenant.messages._messages.delete({"conversation_id": run.conversation_id})
    bench.host.start(run, [{"role": "user", "content": "gone"}])
    await idle(bench.host)
    assert (await bench.tenant.runs.get(run.id)).status == "completed"
    assert run.id not in [each.id for each in await bench.storage.hosts.unfinished(HOST)]
    with pytest.raises(NotFoundError):
        await bench.tenant.messages.get(turn.answer.id)


async def test_the_first_reader_of_a_run_started_here_needs_no_look_up(bench: Bench) -> None:
    turn, run = await ask(bench, "go")
    await bench.client.start(run, [turn.question])
    assert bench.client.just_started("another", run.id) is None
    assert bench.client.just_started(bench.tenant.tenant_id, run.id) == run
    assert bench.client.just_started(bench.tenant.tenant_id, run.id) is None
    await idle(bench.host)
    assert b"event: run.completed" in await read(bench, run), "as it was then, it is read well"
    assert bench.client._addresses, "a host that has a run no more is where it was"
