"""Turns of a conversation: one answer at a time, begun exactly once however often it is asked for.

Every id is known before anything is stored, so whoever died in the middle is finished by a
retry, and a turn whose run was never stored is free again after a while.
"""

import uuid

from gateway.bodies import MessageView, Started
from gateway.problems import Problem
from gateway.services import Services
from storage.documents import Conversation, Message, Run
from storage.errors import ConflictError, NotFoundError
from storage.storage import TenantStorage

TITLE_CHARS = 60
MAX_PATH = 100_000
ABANDONED_S = 15.0


async def start(
    use: Services,
    tenant: TenantStorage,
    conversation: Conversation,
    message: Message,
    run: Run,
    new: bool,
) -> Started:
    """Store message, answer and run in an order that a crash cannot spoil, then tell the host.

    Every id is known beforehand, so doing it again changes nothing.
    """
    answer = Message(
        id=run.message_id,
        conversation_id=conversation.id,
        parent_id=message.id,
        role="assistant",
        status="running",
        run_id=run.id,
        model=run.model,
    )
    await _take_turn(tenant, conversation, run)
    try:
        if new:
            message, answer = await tenant.messages.create_turn(message, answer)
        else:
            answer = await tenant.messages.create(answer)
        run = await tenant.runs.create(run)
    except (ConflictError, NotFoundError):
        await tenant.conversations.clear_active_run(conversation.id, run.id)
        raise
    if run.status == "running":
        await use.agents.start(run)
    else:  # the same request beside this one was so much quicker that its answer is over
        await tenant.conversations.clear_active_run(conversation.id, run.id)
    if not conversation.title:
        await tenant.conversations.update(conversation.id, title=_title(message.content))
    return await _started(tenant, message, answer)


async def again(tenant: TenantStorage, conversation: Conversation, run_id: str) -> Started | None:
    """What the same request started before, if it did. Its host finds the run by itself, even
    where the first try died before it could tell. Raises ConflictError for another's id."""
    try:
        run = await tenant.runs.get(run_id)
    except NotFoundError:
        return None
    if run.conversation_id != conversation.id:
        raise ConflictError(f"The id {run_id} belongs to a run of another conversation.")
    answer = await tenant.messages.get(run.message_id)
    message = await tenant.messages.get(str(answer.parent_id))
    return await _started(tenant, message, answer)


async def _started(tenant: TenantStorage, message: Message, answer: Message) -> Started:
    question, reply = await views(tenant, message, answer)
    return Started(run_id=str(answer.run_id), message=question, answer=reply)


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
    path = await tenant.messages.path(run.conversation_id, run.message_id, MAX_PATH)
    return any(message.id == message_id for message in path)


async def _take_turn(tenant: TenantStorage, conversation: Conversation, run: Run) -> None:
    """One answer at a time in a conversation. A turn is free when its run is over, or when its
    run is still not stored after a while, because its gateway died."""
    conversations = tenant.conversations
    if await conversations.set_active_run(conversation.id, run.id):
        return
    active = (await conversations.get(conversation.id)).active_run_id
    if active is not None:
        try:
            if (await tenant.runs.get(active)).status != "running":
                await conversations.clear_active_run(conversation.id, active)
        except NotFoundError:
            await conversations.free_turn(conversation.id, active, ABANDONED_S)
    if not await conversations.set_active_run(conversation.id, run.id):
        detail = "An answer is being written in this conversation; wait for it or stop it."
        raise Problem(409, "answer_running", detail)


def derived(parent_id: str, what: str) -> str:
    """An id that follows from another, so that a repeated request makes the same things."""
    return str(uuid.uuid5(uuid.UUID(parent_id), what))


def _title(content: str) -> str:
    line = " ".join(content.split())
    return line if len(line) <= TITLE_CHARS else line[: TITLE_CHARS - 1].rstrip() + "…"
