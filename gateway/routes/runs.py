"""Runs: read, cancel, and follow their events, one by one or several on one stream."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import aclosing
from enum import Enum, auto
from typing import Annotated

import orjson
import structlog
from fastapi import APIRouter, Header, Query
from pydantic import StringConstraints
from sse_starlette import EventSourceResponse

from actors.errors import CursorBeyondEndError
from gateway.bodies import EXAMPLE_ID, ID_PATTERN, PathId, RunView
from gateway.openapi import (
    COMMAND_EVENTS,
    IMAGE_EVENTS,
    PROJECT_EVENTS,
    RUN_EVENTS,
    event_stream,
    problems,
)
from gateway.problems import Problem
from gateway.services import Services, Tenant, Use
from gateway.sse import stream
from storage.documents import Run
from storage.errors import NotFoundError
from storage.storage import TenantStorage

log = structlog.get_logger()

router = APIRouter(prefix="/api", tags=["runs"], responses=problems(422, 503))

_EVENTS = tuple(dict.fromkeys((*RUN_EVENTS, *IMAGE_EVENTS, *COMMAND_EVENTS)))
MAX_RUNS = 64
MAX_PROJECTS = 16
BUFFERED_PIECES = 64
_RUN_CURSOR = rf"^{ID_PATTERN}(:[0-9]{{0,99}})?$"
_FAR = 2**53
"""Further than any log goes, and still a number that every part can hold."""

Cursor = Annotated[str, StringConstraints(pattern="^[0-9]{0,99}$")]
"""A seq as text, so that a number of any size is one, and only ASCII digits are."""
ProjectId = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$")]
RunCursor = Annotated[str, StringConstraints(pattern=_RUN_CURSOR)]


@router.get("/runs/{run_id}", responses=problems(404))
async def read(run_id: PathId, tenant: Tenant) -> RunView:
    """One run: its state, and how it ended."""
    return RunView.of(await tenant.runs.get(run_id))


@router.post("/runs/{run_id}/cancel", status_code=202, responses=problems(404))
async def cancel(run_id: PathId, use: Use, tenant: Tenant) -> RunView:
    """Stop a run. What it has written stays. Cancelling what has ended changes nothing."""
    run = await tenant.runs.request_cancel(run_id)
    if run.status == "running":
        await use.agents.cancel(run)
    return RunView.of(run)


@router.get(
    "/runs/{run_id}/events",
    response_class=EventSourceResponse,
    responses=event_stream("The events, up to the one that ends the run", *_EVENTS)
    | problems(404, 409),
)
async def events(
    run_id: PathId,
    use: Use,
    tenant: Tenant,
    after: Annotated[Cursor, Query(description="the last seq that was read")] = "",
    last_event_id: Annotated[Cursor, Header(description="the same; it goes first")] = "",
) -> EventSourceResponse:
    """The run's events after the cursor; without one, a snapshot and then what follows."""
    run = await _run(use, tenant, run_id)
    cursor = _seq(last_event_id or after)
    if cursor:
        # What was published is stored, so a cursor beyond what is stored is nobody's.
        end = await tenant.runs.last_seq(run_id)
        if cursor > end:
            detail = f"The run has {end} events so far; read again from there or from the start."
            field = "header.last-event-id" if last_event_id else "query.after"
            raise Problem(409, "cursor_beyond_end", detail, field)
    return stream(_one(use, tenant, run, cursor))


async def _run(use: Services, tenant: TenantStorage, run_id: str) -> Run:
    """The run; as it began, where it began here just now."""
    return use.agents.just_started(tenant.tenant_id, run_id) or await tenant.runs.get(run_id)


async def _one(
    use: Services, tenant: TenantStorage, run: Run, after: int | None, tag: str = ""
) -> AsyncGenerator[bytes]:
    """A run's events. The stream just ends when the run is deleted under its reader, or when
    the cursor names an event that is stored but was not given out yet."""
    try:
        async with aclosing(use.agents.follow(tenant, run, after, tag)) as pieces:
            async for piece in pieces:
                yield piece
    except (NotFoundError, CursorBeyondEndError):
        return


@router.get(
    "/events",
    response_class=EventSourceResponse,
    responses=event_stream(
        "Events of these runs and projects, until each run has ended and each project is gone",
        *_EVENTS,
        "run.unknown",
        *PROJECT_EVENTS,
    ),
)
async def several(
    use: Use,
    tenant: Tenant,
    run: Annotated[
        list[RunCursor],
        Query(
            default_factory=list,
            max_length=MAX_RUNS,
            description="a run's ID, or ID:SEQ",
            examples=[[EXAMPLE_ID]],
        ),
    ],
    project: Annotated[
        list[ProjectId],
        Query(
            default_factory=list,
            max_length=MAX_PROJECTS,
            description="whose branches and files are watched",
        ),
    ],
) -> EventSourceResponse:
    """Events of several runs on one stream: `?run=ID:SEQ&run=ID`. Ids read `RUN:SEQ`. With
    `project`, also what moves in projects, whoever moves it."""
    if not run and not project:
        raise Problem(422, "invalid", "query.run: name a run or a project", "query.run")
    cursors = dict(text.partition(":")[::2] for text in run)
    runs = {run_id: _seq(seq) for run_id, seq in cursors.items()}
    return stream(_merged(use, tenant, runs, dict.fromkeys(project)))


def _seq(text: str) -> int | None:
    return min(int(text), _FAR) if text else None


class _Mark(Enum):
    """What became of one of the runs on a stream."""

    ENDED = auto()
    BROKE = auto()


async def _merged(
    use: Services,
    tenant: TenantStorage,
    cursors: Mapping[str, int | None],
    projects: Iterable[str],
) -> AsyncGenerator[bytes]:
    """All their events in the order they come; bounded, so a slow reader slows its own stream.

    What cannot be read ends the stream of all: its reader has a cursor for each.
    """
    queue: asyncio.Queue[bytes | _Mark] = asyncio.Queue(BUFFERED_PIECES)

    async def copy(run_id: str, after: int | None) -> None:
        try:
            run = await _run(use, tenant, run_id)
            if after and after > await tenant.runs.last_seq(run_id):
                after = None  # a cursor of something else: begin with a snapshot
            async with aclosing(_one(use, tenant, run, after, run_id)) as pieces:
                async for piece in pieces:
                    await queue.put(piece)
        except NotFoundError:
            data = orjson.dumps({"run_id": run_id})
            await queue.put(b"event: run.unknown\ndata: " + data + b"\n\n")
        except Exception as error:  # the root of a task: its reader comes back for the rest
            log.warning("run not followed", run=run_id, error=repr(error))
            await queue.put(_Mark.BROKE)
        await queue.put(_Mark.ENDED)

    async def watch(project_id: str) -> None:
        try:
            async with aclosing(use.projects.follow(tenant, project_id)) as pieces:
                async for piece in pieces:
                    await queue.put(piece)
        except Exception as error:
            log.warning("project not watched", project=project_id, error=repr(error))
            await queue.put(_Mark.BROKE)
        await queue.put(_Mark.ENDED)

    tasks = [asyncio.create_task(copy(*cursor)) for cursor in cursors.items()]
    tasks += [asyncio.create_task(watch(project_id)) for project_id in projects]
    try:
        left = len(tasks)
        while left:
            piece = await queue.get()
            if piece is _Mark.BROKE:
                return
            if piece is _Mark.ENDED:
                left -= 1
            else:
                yield piece
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
