"""The console of a project's app: what its previews said, kept in a window of the newest."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response

from actors.studio.console import ConsoleError, distinct, statistics, told
from gateway.bodies import PathId
from gateway.console_bodies import (
    At,
    BatchView,
    ContextView,
    EntryBody,
    EntryPage,
    EntryView,
    ErrorList,
    ErrorView,
    NewBatch,
    StatisticsView,
)
from gateway.json_body import JsonRoute
from gateway.openapi import BODY, problems
from gateway.project_files import tip
from gateway.services import Tenant
from storage.console import KEPT_FOR, WINDOW
from storage.documents import ConsoleBatch, ConsoleCall, ConsoleEntry, ConsoleLevel, now
from storage.git import MAIN
from storage.ids import new_id
from storage.paging import decode_cursor, encode_cursor, order_key
from storage.storage import TenantStorage

router = APIRouter(
    prefix="/api/projects/{project_id}/console",
    tags=["projects"],
    route_class=JsonRoute,
    responses=problems(404, 422, 503),
)

MAX_ERRORS = 100


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry of the window; `order` is its key among all of them."""

    id: str
    order: str
    entry: ConsoleEntry


@router.post("", status_code=201, responses=problems(*BODY, 409))
async def append(project_id: PathId, body: NewBatch, tenant: Tenant) -> BatchView:
    """Keep what an app said, in its order. With an `id`, repeating the call is safe."""
    moment = now()
    batch = ConsoleBatch(
        id=body.id or new_id(),
        project_id=project_id,
        entries=tuple(_entry(each, moment) for each in body.entries),
        dropped=body.dropped,
        created_at=moment,
    )
    stored = await tenant.console.append(batch)
    return BatchView(id=stored.id, kept=len(stored.entries), dropped=stored.dropped)


@router.get("")
async def page(
    project_id: PathId,
    tenant: Tenant,
    level: Annotated[ConsoleLevel | None, Query(description="all if absent")] = None,
    q: Annotated[str, Query(max_length=200, description="in the text, ignoring case")] = "",
    after: Annotated[At | None, Query(description="only what came later")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    cursor: Annotated[str | None, Query(description="`next_cursor` of the page before")] = None,
) -> EntryPage:
    """A page of what the app said, the newest first."""
    before = decode_cursor(cursor) if cursor else None
    entries, _ = await _window(tenant, project_id)
    found = [
        each
        for each in reversed(entries)
        if (before is None or each.order < before)
        and (level is None or each.entry.level == level)
        and (after is None or each.entry.at > after)
        and q.casefold() in each.entry.text.casefold()
    ]
    items = [EntryView.of(each.id, each.entry) for each in found[:limit]]
    more = len(found) > limit
    return EntryPage(
        items=items, next_cursor=encode_cursor(found[limit - 1].order) if more else None
    )


@router.delete("", status_code=204)
async def clear(project_id: PathId, tenant: Tenant) -> Response:
    """Delete all of it."""
    await tenant.console.clear(project_id)
    return Response(status_code=204)


@router.get("/errors")
async def errors(project_id: PathId, tenant: Tenant) -> ErrorList:
    """The different errors, by their words and the functions that led to them."""
    found = await _errors(tenant, project_id)
    items = [ErrorView.of(error) for error in found[:MAX_ERRORS]]
    return ErrorList(items=items, more=len(found) - len(items))


@router.get("/stats")
async def stats(project_id: PathId, tenant: Tenant) -> StatisticsView:
    """How much of what the app said, and how many messages were left out."""
    entries, dropped = await _window(tenant, project_id)
    return StatisticsView.of(statistics([each.entry for each in entries], now()), dropped)


@router.get("/context")
async def context(
    project_id: PathId,
    tenant: Tenant,
    max_chars: Annotated[int, Query(ge=500, le=20_000, description="of the text")] = 4_000,
) -> ContextView:
    """The newest errors as text for a model, with the lines of the newest files around them."""
    project = await tenant.projects.get(project_id)
    commit = tip(project, MAIN)
    found = await _errors(tenant, project_id)
    wanted = {error.calls[0].path for error in found[:MAX_ERRORS] if error.calls}
    async with tenant.projects.history(project) as repository:

        def read() -> dict[str, str]:
            tree = repository.tree(commit)
            return {
                each.path: repository.read(each.sha).decode(errors="replace")
                for each in tree
                if each.path in wanted
            }

        files = await asyncio.to_thread(read)
    text, count = told(found[:MAX_ERRORS], files, max_chars)
    return ContextView(text=text, errors=count, more=len(found) - count, commit=commit)


async def _errors(tenant: TenantStorage, project_id: str) -> list[ConsoleError]:
    entries, _ = await _window(tenant, project_id)
    return distinct(each.entry for each in entries)


async def _window(tenant: TenantStorage, project_id: str) -> tuple[Sequence[Kept], int]:
    """The entries that are kept, the oldest first, and how many messages were left out."""
    batches = await tenant.console.window(project_id)
    entries = [
        _kept(batch, index, entry)
        for batch in reversed(batches)
        for index, entry in enumerate(batch.entries)
    ]
    return entries[-WINDOW:], sum(batch.dropped for batch in batches)


def _kept(batch: ConsoleBatch, index: int, entry: ConsoleEntry) -> Kept:
    entry_id = f"{batch.id}-{index:03d}"
    return Kept(entry_id, order_key(batch.created_at, entry_id), entry)


def _entry(body: EntryBody, moment: datetime) -> ConsoleEntry:
    """Its time is within what is kept, whatever the sender's clock says."""
    fields = body.model_dump(exclude={"calls", "at"})
    calls = tuple(ConsoleCall(**call.model_dump()) for call in body.calls)
    at = min(max(body.at, moment - KEPT_FOR), moment)
    return ConsoleEntry(calls=calls, at=at, **fields)
