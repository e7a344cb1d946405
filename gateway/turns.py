"""Turns of a conversation: one answer at a time, begun exactly once however often it is asked for.

Every id is known before anything is stored, so whoever died in the middle is finished by a
retry, and a turn whose run was never stored is free again after a while.
"""

import uuid
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass

from fastapi import Response

from gateway.bodies import MessageView, Started
from gateway.problems import Problem
from gateway.services import Services
from gateway.sse import stream
from serve.errors import ModelError
from storage.documents import Conversation, Message, Run
from storage.errors import ConflictError, NotFoundError
from storage.messages import Branch
from storage.storage import TenantStorage
from storage.thread import Thread

TITLE_CHARS = 60
MAX_PATH = 100_000
ABANDONED_S = 15.0
REFUSALS = (Problem, ModelError, ConflictError, NotFoundError)
"""What ends a request before its run is stored."""


@dataclass(frozen=True, slots=True)
class Question:
    """A message to answer, and the branch before it. `is_new`: it is not stored yet."""

    message: Message
    before: Branch
    is_new: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """A turn whose run is stored. `path` is the branch to answer, where this call stored it."""

    started: Started
    run: Run
    path: Sequence[Message] | None


@asynccontextmanager
async def turn(
    tenant: TenantStorage, conversation_id: str, run_id: str
) -> AsyncGenerator[Conversation]:
    """The conversation as it was before its turn was taken for this run. Raises the problem
    `answer_running` when it has another one. Whatever is refused inside gives the turn back."""
    conversation = await _take(tenant, conversation_id, run_id)
    try:
        yield conversation
    except REFUSALS:
        # Not when it was this run's before: the same request is at work on it, or was.
        if conversation.active_run_id is None:
            await tenant.conversations.clear_active_run(conversation_id, run_id)
        raise


async def begin(
    tenant: TenantStorage, conversation: Conversation, question: Question, run: Run
) -> Begun:
    """Store what is new of message, answer and run. Doing it again changes nothing."""
    answer = Message(
        id=run.message_id,
        conversation_id=conversation.id,
        parent_id=question.message.id,
        role="assistant",
        status="running",
        run_id=run.id,
        model=run.model,
    )
    new = (question.message, answer) if question.is_new else (answer,)
    title = "" if conversation.title else _title(question.message.content)
    stored = await tenant.turns.store(new, run, title)
    if stored.run.status != "running":  # a late retry: its answer is over
        await tenant.conversations.clear_active_run(conversation.id, run.id)
    message = stored.messages[0] if question.is_new else question.message
    views = [_view(each, question.before.tree) for each in (message, stored.messages[-1])]
    path = (*question.before.messages, question.message) if stored.is_new else None
    return Begun(Started(run_id=run.id, message=views[0], answer=views[1]), stored.run, path)


async def answer(
    use: Services, tenant: TenantStorage, begun: Begun, *, streamed: bool
) -> Started | Response:
    """Tell the host of the run, and say what was begun: alone, or as the first of the run's
    events."""
    run, after, live = begun.run, None, None
    if streamed and begun.path is not None:
        after, live = 0, await use.agents.start_followed(run, begun.path)
    elif run.status == "running":
        await use.agents.start(run, begun.path)
    if not streamed:
        return begun.started
    events = use.agents.follow(tenant, run, after, live=live)
    return stream(_turn_events(begun.started, events))


async def _turn_events(started: Started, events: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    yield b"event: turn.started\ndata: " + started.model_dump_json().encode() + b"\n\n"
    async with aclosing(events):
        async for piece in events:
            yield piece


async def again(tenant: TenantStorage, conversation_id: str, run_id: str) -> Begun | None:
    """What the same request began before, if it did. Raises ConflictError for another's id."""
    try:
        run = await tenant.runs.get(run_id)
    except NotFoundError:
        return None
    if run.conversation_id != conversation_id or run.message_id is None:
        raise ConflictError(f"The id {run_id} belongs to another run.")
    answer = await tenant.messages.get(run.message_id)
    message = await tenant.messages.get(str(answer.parent_id))
    question, reply = await views(tenant, message, answer)
    return Begun(Started(run_id=run_id, message=question, answer=reply), run, None)


async def views(tenant: TenantStorage, *branch: Message) -> list[MessageView]:
    """Messages that follow each other on a branch, with their siblings."""
    last = branch[-1]
    page = await tenant.messages.thread(last.conversation_id, last.id, len(branch))
    siblings = {item.message.id: item.siblings for item in page.items}
    return [MessageView.of(message, siblings.get(message.id, ())) for message in branch]


async def is_below(tenant: TenantStorage, run_id: str, message_id: str) -> bool:
    """Whether the run writes an answer at or below this message."""
    try:
        run = await tenant.runs.get(run_id)
    except NotFoundError:
        return False
    if run.conversation_id is None or run.message_id is None:
        return False
    path = await tenant.messages.path(run.conversation_id, run.message_id, MAX_PATH)
    return any(message.id == message_id for message in path)


async def _take(tenant: TenantStorage, conversation_id: str, run_id: str) -> Conversation:
    """One answer at a time in a conversation. A turn is free when its run is over, or when its
    run is still not stored after a while, because its gateway died."""
    conversations = tenant.conversations
    if taken := await conversations.set_active_run(conversation_id, run_id):
        return taken
    active = (await conversations.get(conversation_id)).active_run_id
    if active is not None:
        try:
            if (await tenant.runs.get(active)).status != "running":
                await conversations.clear_active_run(conversation_id, active)
        except NotFoundError:
            await conversations.free_turn(conversation_id, active, ABANDONED_S)
    if taken := await conversations.set_active_run(conversation_id, run_id):
        return taken
    detail = "An answer is being written in this conversation; wait for it or stop it."
    raise Problem(409, "answer_running", detail)


def derived(parent_id: str, what: str) -> str:
    """An id that follows from another, so that a repeated request makes the same things."""
    return str(uuid.uuid5(uuid.UUID(parent_id), what))


def _view(message: Message, before: Thread) -> MessageView:
    """A message with its siblings, which were there before or are none but itself."""
    siblings = before.children(message.parent_id)
    if message.id not in siblings:
        siblings = (*siblings, message.id)
    return MessageView.of(message, siblings)


def _title(content: str) -> str:
    line = " ".join(content.split()).removeprefix("/image ")
    return line if len(line) <= TITLE_CHARS else line[: TITLE_CHARS - 1].rstrip() + "…"
