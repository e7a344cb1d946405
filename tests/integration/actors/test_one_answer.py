"""A turn from its storing to its end: told or found, read live, and never owed for ever."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from actors.agent_session import AgentSession
from actors.host import AgentHost
from storage import (
    Conversation,
    Event,
    EventChunk,
    Message,
    NotFoundError,
    Run,
    UnavailableError,
    new_id,
)
from tests.integration.actors.conftest import HOST, Bench


class Turn:
    """A question, its answer to be, and their run."""

    def __init__(self, conversation: Conversation, content: str, **request: Any) -> None:
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
        request = {"parent_id": self.question.id, **request}
        self.run = Run(
            id=run_id, message_id=self.answer.id, model="parrot", host=HOST, request=request, **ids
        )


async def ask(bench: Bench, content: str, **request: Any) -> tuple[Turn, Run]:
    """A stored turn that nobody was told of."""
    conversation = await bench.tenant.conversations.create(Conversation(id=new_id()))
    turn = Turn(conversation, content, **request)
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


async def test_whatever_breaks_an_answer_ends_it(bench: Bench) -> None:
    """Else it would be begun again for ever, and its conversation stay locked."""
    turn, run = await ask(bench, "break")
    bench.model.failure = ZeroDivisionError("a bug of ours")
    sweeping = asyncio.create_task(bench.host.sweep(0.01))
    events = await read(bench, run)
    sweeping.cancel()
    assert events.count(b"event: run.failed") == 1
    assert b"internal_error" in events
    assert b"a bug of ours" not in events, "what it was is for the log"
    assert len(bench.model.asked) == 1
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert (answer.status, answer.error and answer.error.code) == ("failed", "internal_error")
    conversation = await bench.tenant.conversations.get(run.conversation_id)
    assert conversation.active_run_id is None


async def test_a_store_that_is_away_while_the_prompt_is_read_delays_the_answer(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn, run = await ask(bench, "later")
    away = [UnavailableError("no database")] * 2
    path = AgentSession._read_path

    async def read_path(session: AgentSession) -> list[dict[str, str]]:
        if away:
            raise away.pop()
        return await path(session)

    monkeypatch.setattr(AgentSession, "_read_path", read_path)
    sweeping = asyncio.create_task(bench.host.sweep(0.01))
    await read(bench, run)
    sweeping.cancel()
    await expect_ended(bench, turn, "later ")


@pytest.mark.parametrize("after", [None, 0])
async def test_a_stored_end_that_was_not_tidied_up_is_read_whole(
    bench: Bench, after: int | None
) -> None:
    """The host died between storing the end and telling of it."""
    turn, run = await ask(bench, "whole")
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "cost_usd": 0.0, "duration_ms": 1}
    events = (
        Event("run.started", {}),
        Event("message.delta", {"text": "whole ", "tokens": 1}),
        Event("run.completed", {"finish_reason": "stop", "usage": usage}),
    )
    chunk = EventChunk(bench.tenant.tenant_id, run.id, 1, events, (), (), "a former process")
    await bench.storage.hosts.append([chunk])
    reading = asyncio.create_task(read(bench, run, after))
    bench.host.start(run, None)
    seen = await reading
    assert seen.count(b"event: run.completed") == 1
    assert seen.count(b"whole ") == 1
    await expect_ended(bench, turn, "whole ")
