"""Messages: list a branch, post, edit, delete, regenerate. Posting starts a run."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from actors.context import PATH_LIMIT
from gateway.bodies import (
    MessageChange,
    MessagePage,
    MessageView,
    NewMessage,
    PathId,
    Regenerate,
    SettingsChange,
    Started,
)
from gateway.json_body import JsonRoute
from gateway.openapi import BODY, RUN_EVENTS, event_stream, problems
from gateway.problems import Problem
from gateway.project_files import tip
from gateway.routes.conversations import end_run, merged
from gateway.services import Services, Tenant, Use
from gateway.turns import REFUSALS, Question, again, answer, begin, derived, is_below, turn, views
from gateway.work import Work, work_for
from serve.errors import ContextTooLongError
from serve.model_entry import ModelEntry
from storage.documents import Conversation, Message, Run
from storage.errors import BadCursorError
from storage.git import MAIN
from storage.ids import new_id
from storage.messages import Branch
from storage.storage import TenantStorage
from storage.thread import Thread

router = APIRouter(
    prefix="/api/conversations/{conversation_id}/messages",
    tags=["messages"],
    route_class=JsonRoute,
    responses=problems(404, 422, 503),
)

_BEGINS = problems(*BODY, 409) | event_stream(
    "With `stream`: what was begun, then the run's events", "turn.started", *RUN_EVENTS
)


@router.get("")
async def page(
    conversation_id: PathId,
    tenant: Tenant,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    before: Annotated[str | None, Query(description="`next_cursor` of the page before")] = None,
) -> MessagePage:
    """A page of the shown branch: the newest first, oldest message first inside a page."""
    conversation = await tenant.conversations.get(conversation_id)
    try:
        found = await tenant.messages.thread(conversation_id, conversation.leaf_id, limit, before)
    except BadCursorError as error:
        raise Problem(422, "bad_cursor", str(error), "query.before") from error
    items = [MessageView.of(item.message, item.siblings) for item in found.items]
    return MessagePage(items=items, next_cursor=found.next_cursor)


@router.post("", status_code=202, response_model=Started, responses=_BEGINS)
async def post(
    conversation_id: PathId, body: NewMessage, use: Use, tenant: Tenant
) -> Started | Response:
    """Post a message and start its answer. With an `id`, repeating the call is safe.

    Without `parent_id` it continues the shown branch; null starts at the root; an id branches
    from there. `/image` and words are answered with a picture of them.

    With `stream` the answer's events follow at once, as from `/api/runs/{id}/events`.
    """
    message_id = body.id or new_id()
    run_id = derived(message_id, "run")
    try:
        async with turn(tenant, conversation_id, run_id) as conversation:
            work = work_for(use, conversation, body.model, body.content, plan_only=body.plan_only)
            if work.drawing is None:
                await _check_length(use, work.entry, body.content)
            before = await _before(tenant, conversation, body, message_id)
            message = Message(
                id=message_id,
                conversation_id=conversation_id,
                parent_id=before.leaf_id,
                role="user",
                content=body.content,
                automatic=body.automatic,
            )
            run = _run(use, conversation, work, message_id, run_id, body.settings)
            run.request.update(await _bounds(tenant, conversation, body))
            question = Question(message, before, is_new=True)
            begun = await begin(tenant, conversation, question, run)
    except REFUSALS:
        known = body.id and await again(tenant, conversation_id, run_id)
        if not known:
            raise
        begun = known
    return await answer(use, tenant, begun, streamed=body.stream)


@router.patch("/{message_id}", responses=problems(*BODY, 409))
async def edit(
    conversation_id: PathId, message_id: PathId, body: MessageChange, tenant: Tenant
) -> MessageView:
    """Change the text of a message in place. No answer is made again."""
    message = await _of(tenant, conversation_id, message_id)
    if message.status == "running":
        raise Problem(409, "answer_running", "This answer is still being written; stop it first.")
    message = await tenant.messages.update_content(message_id, body.content)
    return (await views(tenant, message))[0]


@router.delete("/{message_id}", status_code=204)
async def delete(conversation_id: PathId, message_id: PathId, use: Use, tenant: Tenant) -> Response:
    """Delete a message and all that replies to it. A running answer among them is cancelled."""
    await _of(tenant, conversation_id, message_id)
    conversation = await tenant.conversations.get(conversation_id)
    run_id = conversation.active_run_id
    if run_id is not None and await is_below(tenant, run_id, message_id):
        await end_run(use, tenant, run_id)
    await tenant.messages.delete_subtree(message_id)
    return Response(status_code=204)


@router.post("/{message_id}/regenerate", status_code=202, response_model=Started, responses=_BEGINS)
async def regenerate(
    conversation_id: PathId, message_id: PathId, body: Regenerate, use: Use, tenant: Tenant
) -> Started | Response:
    """Answer again: a sibling of an answer, or a first answer to a message without one."""
    run_id = body.run_id or new_id()
    try:
        async with turn(tenant, conversation_id, run_id) as conversation:
            message = await _of(tenant, conversation_id, message_id)
            if message.role == "assistant":
                if message.parent_id is None:
                    raise Problem(409, "nothing_to_answer", "This answer replies to no message.")
                message = await tenant.messages.get(message.parent_id)
            work = work_for(
                use, conversation, body.model, message.content, plan_only=body.plan_only
            )
            run = _run(use, conversation, work, message.id, run_id, body.settings)
            run.request.update(await _bounds(tenant, conversation, body))
            before = await tenant.messages.branch(
                conversation_id, message.parent_id, PATH_LIMIT, conversation.message_count
            )
            question = Question(message, before, is_new=False)
            begun = await begin(tenant, conversation, question, run)
    except REFUSALS:
        known = body.run_id and await again(tenant, conversation_id, run_id)
        if not known:
            raise
        begun = known
    return await answer(use, tenant, begun, streamed=body.stream)


async def _before(
    tenant: TenantStorage, conversation: Conversation, body: NewMessage, message_id: str
) -> Branch:
    """The branch that the message continues."""
    shown_id = conversation.leaf_id
    if shown_id == derived(derived(message_id, "run"), "answer"):  # the same POST again
        shown_id = (await tenant.messages.get(message_id)).parent_id
    named = "parent_id" in body.model_fields_set
    parent_id = body.parent_id if named else shown_id
    if parent_id is None and conversation.message_count == 0:
        return Branch((), Thread(()))

    async def branch(leaf_id: str | None) -> Branch:
        count = conversation.message_count
        return await tenant.messages.branch(conversation.id, leaf_id, PATH_LIMIT, count)

    found = await branch(parent_id)
    if found.leaf_id == parent_id:
        return found
    if not named:  # a deletion was cut short
        return await branch(found.tree.newest_leaf(None))
    detail = "body.parent_id: is no message of this conversation"
    raise Problem(422, "invalid", detail, "body.parent_id")


async def _check_length(use: Services, entry: ModelEntry, content: str) -> None:
    """A message that alone cannot fit is refused before anything is stored."""
    if len(content.encode("utf-8", "replace")) < entry.context_tokens:
        return  # a byte is at most a token
    tokens = await use.models.model(entry.id).count_tokens([{"role": "user", "content": content}])
    if tokens >= entry.context_tokens:
        error = ContextTooLongError(
            f"The message has about {tokens:,} tokens; {entry.name} has room for "
            f"{entry.context_tokens:,} with its answer. Shorten it or choose another model."
        )
        raise Problem(422, error.code, str(error), "body.content")


def _run(
    use: Services,
    conversation: Conversation,
    work: Work,
    question_id: str,
    run_id: str,
    change: SettingsChange | None,
) -> Run:
    settings = merged(conversation.settings, change)
    return Run(
        id=run_id,
        conversation_id=conversation.id,
        message_id=derived(run_id, "answer"),
        model=work.entry.id,
        host=use.agents.host_of(conversation.id),
        request={**settings.model_dump(), "parent_id": question_id, **work.request},
    )


async def _bounds(
    tenant: TenantStorage, conversation: Conversation, body: NewMessage | Regenerate
) -> dict[str, Any]:
    """What a build is told of its branch and limits. A 422 Problem for an answer that is none, a
    404 where there is no such branch."""
    bounds = body.model_dump(include={"branch", "plan_only", "budget"}, exclude_unset=True)
    if bounds and conversation.project_id is None:
        field = f"body.{next(iter(bounds))}"
        raise Problem(422, "invalid", f"{field}: only in a project's conversation", field)
    if conversation.project_id is not None and body.branch != MAIN:
        tip(await tenant.projects.get(conversation.project_id), body.branch, "body.branch")
    return bounds


async def _of(tenant: TenantStorage, conversation_id: str, message_id: str) -> Message:
    """A message of this conversation; one of another is as good as none."""
    message = await tenant.messages.get(message_id)
    if message.conversation_id != conversation_id:
        raise Problem(404, "message_not_found", f"There is no message {message_id} here.")
    return message
