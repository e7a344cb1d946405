"""Sandboxes: a machine of its own for each project, to run its files and anything else in."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Annotated, Any

import aiohttp
import orjson
import structlog
from fastapi import APIRouter, Path, Query, Request, Response, WebSocket

from actors.errors import HostUnreachableError
from actors.sandboxes.errors import SandboxError
from gateway.bodies import ID_PATTERN, Branch, PathId, RunView
from gateway.json_body import JsonRoute
from gateway.openapi import BODY, BYTES, event_stream, problems
from gateway.preview_address import PreviewAddress
from gateway.problems import Problem, problem_of
from gateway.project_files import tip
from gateway.sandbox_bodies import (
    Command,
    CommandResult,
    InputTaken,
    NewRun,
    PortView,
    SandboxView,
    SyncResult,
    SyncWanted,
)
from gateway.services import Tenant, Use
from gateway.sse import stream
from storage.documents import Run
from storage.errors import ConflictError, NotFoundError, StorageError
from storage.ids import new_id
from storage.storage import TenantStorage

log = structlog.get_logger()

router = APIRouter(
    prefix="/api/projects/{project_id}/sandbox",
    tags=["sandboxes"],
    route_class=JsonRoute,
    responses=problems(404, 422, 429, 503),
)

_EVENTS = event_stream("With `stream`: its output as it comes", "exec.output", "exec.ended")
PORT_LIFE_S = 8 * 3600
KEPT_RUNS = 100
Of = Annotated[Branch | None, Query(description="whose files; else those that are there")]
TRY_AGAIN, REFUSED = 1013, 4000
"""Close codes of the terminal; with REFUSED the reason is a problem's code."""


@router.post("", responses=problems(410))
async def start(project_id: PathId, use: Use, tenant: Tenant, branch: Of = None) -> SandboxView:
    """Make the project's sandbox, or wake it, with the newest of a branch's files in /work. What
    was changed there stays as it is."""
    await _expect(tenant, project_id, branch, "query.branch")
    told = await use.sandboxes.open(tenant.tenant_id, project_id, branch)
    return SandboxView.model_validate_json(told)


@router.get("")
async def read(
    project_id: PathId,
    use: Use,
    tenant: Tenant,
    notes: Annotated[bool, Query(description="with what has happened to it")] = False,
) -> SandboxView:
    """The project's sandbox and what it takes now."""
    found = await use.sandboxes.read(tenant.tenant_id, project_id, notes=notes)
    return SandboxView.model_validate_json(found)


@router.post("/restart", responses=problems(410))
async def restart(project_id: PathId, use: Use, tenant: Tenant) -> SandboxView:
    """End every program in the sandbox. Its files stay as they are."""
    told = await use.sandboxes.restart(tenant.tenant_id, project_id)
    return SandboxView.model_validate_json(told)


@router.post("/stop")
async def stop(project_id: PathId, use: Use, tenant: Tenant) -> SandboxView:
    """End the sandbox and every program in it, and keep its files: the next call wakes it."""
    told = await use.sandboxes.stop(tenant.tenant_id, project_id)
    return SandboxView.model_validate_json(told)


@router.delete("", status_code=204)
async def delete(project_id: PathId, use: Use, tenant: Tenant) -> Response:
    """End the sandbox. Files that were not brought back by `sync` are gone with it."""
    await use.sandboxes.delete(tenant.tenant_id, project_id)
    return Response(status_code=204)


@router.post("/exec", response_model=CommandResult, responses=problems(*BODY, 410) | _EVENTS)
async def execute(
    project_id: PathId, body: Command, use: Use, tenant: Tenant
) -> CommandResult | Response:
    """Run a command upon the newest files, and wait for its end.

    With `stream` its output comes as events: `exec.output` `{stream, text}`, then `exec.ended`.
    Who stops reading ends the command.
    """
    await _expect(tenant, project_id, body.branch)
    asked = body.model_dump(exclude={"stream"})
    if body.stream:
        return stream(await use.sandboxes.execute_followed(tenant.tenant_id, project_id, asked))
    told = await use.sandboxes.execute(tenant.tenant_id, project_id, asked)
    return CommandResult.model_validate_json(told)


@router.post("/runs", status_code=202, responses=problems(*BODY, 409))
async def run(project_id: PathId, body: NewRun, use: Use, tenant: Tenant) -> RunView:
    """Run a command, whoever waits for it. With an `id`, repeating the call is safe.

    Its events are those of a run, and survive their reader: `/api/runs/{id}/events`. Cancel it
    there, too. The newest hundred of a project are kept.
    """
    await tenant.projects.get(project_id)
    await _expect(tenant, project_id, body.branch)
    run_id = body.id or new_id()
    asked = {"project_id": project_id, **body.model_dump(exclude={"id"})}
    host = use.agents.host_of(run_id)
    new = Run(id=run_id, kind="command", model="bash", host=host, request=asked)
    stored = await tenant.runs.create(new)
    if (stored.kind, stored.request) != (new.kind, new.request):
        raise ConflictError(f"The id {run_id} belongs to another run.")
    if stored.status == "running":
        await use.agents.start(stored, () if stored.created_at == new.created_at else None)
    await tenant.runs.delete_commands(project_id, keep=KEPT_RUNS)
    return RunView.of(stored)


@router.post(
    "/runs/{run_id}/input",
    responses=problems(409, 410, 413),
    openapi_extra={"requestBody": {"required": False, "content": BYTES}},
)
async def give_input(
    project_id: PathId,
    run_id: PathId,
    request: Request,
    use: Use,
    tenant: Tenant,
    at: Annotated[
        int | None, Query(ge=0, le=2**53, description="the bytes that were given before this")
    ] = None,
    end: Annotated[bool, Query(description="nothing follows")] = False,
) -> InputTaken:
    """Give a command that was begun with `stdin_open` more input; wait while it takes none.

    With `at`, repeating the call is safe: what has come already is left out.
    """
    found = await tenant.runs.get(run_id)
    if found.kind != "command" or found.request["project_id"] != project_id:
        raise NotFoundError("run", run_id)
    if found.status != "running" or not found.request.get("stdin_open"):
        detail = f"The run {run_id} takes no input: it has ended, or had no `stdin_open`."
        raise Problem(409, "input_closed", detail)
    place, data = (tenant.tenant_id, project_id, run_id), await request.body()
    return InputTaken(received=await use.sandboxes.give(*place, at, data, end))


@router.post("/sync", responses=problems(*BODY, 409, 410))
async def sync(project_id: PathId, body: SyncWanted, use: Use, tenant: Tenant) -> SyncResult:
    """Bring files that changed in the project into the sandbox, and those that changed there back,
    as one commit. A file that both sides changed is reported and left as it is."""
    await _expect(tenant, project_id, body.branch)
    told: dict[str, Any] = orjson.loads(
        await use.sandboxes.sync(tenant.tenant_id, project_id, body.direction, body.branch)
    )
    told["skipped"] = [{"path": path, "reason": reason} for path, reason in told["skipped"]]
    return SyncResult.model_validate(told)


@router.post("/ports/{port}")
async def open_port(
    project_id: PathId, port: Annotated[int, Path(ge=1, le=65535)], use: Use, tenant: Tenant
) -> PortView:
    """An address for the server that listens at a port of the sandbox, valid for some hours. It is
    an origin of its own, which shares nothing with ours."""
    await tenant.projects.get(project_id)
    expires_at = int(time.time()) + PORT_LIFE_S
    address = PreviewAddress(tenant.tenant_id, project_id, port, expires_at)
    host_name = address.host_name(use.settings.secret)
    url = f"http://{host_name}:{use.settings.port}/"
    return PortView(url=url, expires_at=datetime.fromtimestamp(expires_at, UTC))


@router.websocket("/terminal")
async def terminal(
    socket: WebSocket,
    project_id: PathId,
    use: Use,
    tenant: Tenant,
    id: Annotated[str, Query(pattern=f"^{ID_PATTERN}$")],
    rows: Annotated[int, Query(ge=1, le=500)] = 24,
    columns: Annotated[int, Query(ge=1, le=1000)] = 80,
    after: Annotated[int, Query(ge=0, le=2**53)] = 0,
    branch: Of = None,
) -> None:
    """A terminal, by the caller's `id`: who connects with it again reads on after so many bytes.

    Bytes are what is typed and shown. Texts are JSON: `{rows, columns}` comes in; out go
    `{type: "ready", at}`, the byte from which the output goes on, and `{type: "exit", code}`.
    """
    await socket.accept()
    query = {"id": id, "rows": str(rows), "columns": str(columns), "after": str(after)}
    query |= {"branch": branch} if branch else {}
    try:
        inside = await use.sandboxes.terminal(tenant.tenant_id, project_id, query)
    except (SandboxError, StorageError, HostUnreachableError) as error:
        problem = problem_of(error)
        told = {"type": "problem", "code": problem.code, "detail": problem.detail}
        await socket.send_text(orjson.dumps(told).decode())
        await socket.close(REFUSED, problem.code)
        return
    async with inside:
        await _join(socket, inside)


async def _expect(
    tenant: TenantStorage, project_id: str, branch: str | None, field: str = "body.branch"
) -> None:
    """A Problem where a branch is named that the project has not."""
    if branch is not None:
        tip(await tenant.projects.get(project_id), branch, field)


async def _join(socket: WebSocket, inside: aiohttp.ClientWebSocketResponse) -> None:
    """Pass on both ways until one side ends."""
    tasks = [asyncio.create_task(_in(socket, inside)), asyncio.create_task(_out(socket, inside))]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _in(socket: WebSocket, inside: aiohttp.ClientWebSocketResponse) -> None:
    while (message := await socket.receive())["type"] == "websocket.receive":
        if (data := message.get("bytes")) is not None:
            await inside.send_bytes(data)
        elif (text := message.get("text")) is not None:
            await inside.send_str(text)


async def _out(socket: WebSocket, inside: aiohttp.ClientWebSocketResponse) -> None:
    async for message in inside:
        if message.type is aiohttp.WSMsgType.BINARY:
            await socket.send_bytes(message.data)
        elif message.type is aiohttp.WSMsgType.TEXT:
            await socket.send_text(message.data)
    await socket.close(TRY_AGAIN)
