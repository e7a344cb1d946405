"""Conversations: create, list, read, change, delete."""

import asyncio
from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from gateway.bodies import (
    ConversationChange,
    ConversationPage,
    ConversationView,
    NewConversation,
    PathId,
    SettingsChange,
)
from gateway.json_body import JsonRoute
from gateway.openapi import BODY, problems
from gateway.problems import Problem
from gateway.services import Services, Tenant, Use
from storage.documents import Conversation, ConversationSettings
from storage.errors import NotFoundError
from storage.ids import new_id
from storage.storage import TenantStorage

router = APIRouter(
    prefix="/api/conversations",
    tags=["conversations"],
    route_class=JsonRoute,
    responses=problems(422, 503),
)

END_PATIENCE_S = 3.0


@router.post("", status_code=201, responses=problems(*BODY, 404, 409))
async def create(body: NewConversation, use: Use, tenant: Tenant) -> ConversationView:
    """Create a conversation. With an `id`, repeating the call is safe."""
    if body.model is not None:
        use.catalog.get(body.model, "chat")
    conversation = Conversation(
        id=body.id or new_id(),
        title=body.title,
        model=body.model,
        settings=merged(ConversationSettings(), body.settings),
    )
    return ConversationView.of(await tenant.conversations.create(conversation))


@router.get("")
async def page(
    tenant: Tenant,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
    cursor: Annotated[str | None, Query(description="`next_cursor` of the page before")] = None,
    q: Annotated[str | None, Query(max_length=200)] = None,
    pinned: bool | None = None,
) -> ConversationPage:
    """A page of conversations, newest activity first. `q` searches titles and messages."""
    found = await tenant.conversations.list(limit, cursor, query=q or None, pinned=pinned)
    items = [ConversationView.of(item) for item in found.items]
    return ConversationPage(items=items, next_cursor=found.next_cursor)


@router.get("/{conversation_id}", responses=problems(404))
async def read(conversation_id: PathId, tenant: Tenant) -> ConversationView:
    """One conversation, without its messages."""
    return ConversationView.of(await tenant.conversations.get(conversation_id))


@router.patch("/{conversation_id}", responses=problems(*BODY, 404))
async def change(
    conversation_id: PathId, body: ConversationChange, use: Use, tenant: Tenant
) -> ConversationView:
    """Rename, pin, choose model and settings, switch to the branch through `leaf_id`, or show it no
    further than `rewind_to` (null: none of it); the next message goes on from there."""
    conversation = await tenant.conversations.get(conversation_id)
    fields: dict[str, Any] = body.model_dump(
        exclude_unset=True, include={"title", "pinned", "model"}
    )
    if fields.get("model") is not None:
        use.catalog.get(fields["model"], "chat")
    if body.settings is not None:
        fields["settings"] = merged(conversation.settings, body.settings)
    if body.leaf_id is not None:
        await _expect_message(tenant, conversation_id, body.leaf_id, "body.leaf_id")
        fields["leaf_id"] = await tenant.messages.newest_leaf(conversation_id, body.leaf_id)
    if "rewind_to" in body.model_fields_set:
        if body.rewind_to is not None:
            await _expect_message(tenant, conversation_id, body.rewind_to, "body.rewind_to")
        await _expect_calm(tenant, conversation)
        fields["leaf_id"] = body.rewind_to
    return ConversationView.of(await tenant.conversations.update(conversation_id, **fields))


async def _expect_message(
    tenant: TenantStorage, conversation_id: str, message_id: str, field: str
) -> None:
    """Raises a 422 Problem for a message that is not of this conversation."""
    with suppress(NotFoundError):
        if (await tenant.messages.get(message_id)).conversation_id == conversation_id:
            return
    detail = f"{field}: is no message of this conversation"
    raise Problem(422, "invalid", detail, field)


async def _expect_calm(tenant: TenantStorage, conversation: Conversation) -> None:
    """Raises a 409 Problem while an answer is written."""
    with suppress(NotFoundError):
        run_id = conversation.active_run_id
        if run_id is not None and (await tenant.runs.get(run_id)).status == "running":
            raise Problem(409, "answer_running", "An answer is being written; stop it first.")


@router.delete("/{conversation_id}", status_code=204, responses=problems(404, 409))
async def delete(conversation_id: PathId, use: Use, tenant: Tenant) -> Response:
    """Delete a conversation with all it holds. A running answer is cancelled first. That of a
    project goes with the project alone: 409 `of_a_project`."""
    conversation = await tenant.conversations.get(conversation_id)
    if conversation.project_id is not None:
        detail = "This conversation belongs to a project; delete the project."
        raise Problem(409, "of_a_project", detail)
    await delete_conversation(use, tenant, conversation_id)
    return Response(status_code=204)


async def delete_conversation(use: Services, tenant: TenantStorage, conversation_id: str) -> None:
    """With all it holds; a running answer is cancelled first. NotFoundError."""
    conversation = await tenant.conversations.get(conversation_id)
    if conversation.active_run_id is not None:
        await end_run(use, tenant, conversation.active_run_id)
    await tenant.conversations.delete(conversation_id)


async def end_run(use: Services, tenant: TenantStorage, run_id: str) -> None:
    """Cancel a run and wait, within bounds, until its host has written the end."""
    deadline = asyncio.get_running_loop().time() + END_PATIENCE_S
    try:
        run = await tenant.runs.request_cancel(run_id)
        await use.agents.cancel(run)
        while run.status == "running" and asyncio.get_running_loop().time() < deadline:
            await asyncio.sleep(0.02)
            run = await tenant.runs.get(run_id)
    except NotFoundError:
        return  # never stored, because its gateway died, or deleted by another call


def merged(settings: ConversationSettings, change: SettingsChange | None) -> ConversationSettings:
    """The settings with a change laid over them."""
    if change is None:
        return settings
    fields = change.model_dump(exclude_unset=True)
    context = {**settings.context.model_dump(), **fields.pop("context", {})}
    return ConversationSettings.model_validate(
        {**settings.model_dump(), **fields, "context": context}
    )
