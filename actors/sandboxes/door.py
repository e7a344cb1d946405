"""The HTTP door of a sandbox host, for gateways and agent hosts of the same cluster alone."""

import asyncio
import contextlib
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import asdict

import aiohttp
import orjson
import structlog
from aiohttp import web
from aiohttp.typedefs import Handler
from yarl import URL

from actors.sandboxes.errors import (
    FilesRefusedError,
    PortClosedError,
    SandboxError,
    SandboxesFullError,
    SandboxGoneError,
    SandboxUnavailableError,
)
from actors.sandboxes.execution import Event, Request, result
from actors.sandboxes.forwarding import PROBLEM_HEADER, passed_on
from actors.sandboxes.host import Key, SandboxHost, view
from actors.sandboxes.sandbox import Sandbox
from actors.sandboxes.terminal import Terminal
from actors.settings import SECRET_HEADER
from storage.errors import ConflictError, NotFoundError, StorageError

log = structlog.get_logger()

MAX_BODY_BYTES = 4 * 2**20
PING_S = 20.0
MAX_INPUT_BYTES = 64 * 1024
STATUSES: Mapping[type[Exception], tuple[int, str]] = {
    SandboxUnavailableError: (503, "sandbox_unavailable"),
    SandboxesFullError: (429, "sandboxes_full"),
    SandboxGoneError: (410, "sandbox_gone"),
    FilesRefusedError: (422, "sandbox_files"),
    PortClosedError: (502, "port_closed"),
    ConflictError: (409, "conflict"),
}
"""What is raised here, and how it travels."""


class Door:
    def __init__(self, host: SandboxHost, secret: str, node: str) -> None:
        self._host = host
        self._secret = secret
        self._node = node

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard], client_max_size=MAX_BODY_BYTES)
        app.router.add_get("/health", self.health)
        place = "/sandboxes/{tenant}/{project}"
        app.router.add_put(place, self.open)
        app.router.add_get(place, self.read)
        app.router.add_delete(place, self.delete)
        app.router.add_get(place + "/held", self.held)
        app.router.add_post(place + "/restart", self.restart)
        app.router.add_post(place + "/stop", self.stop)
        app.router.add_post(place + "/exec", self.execute)
        app.router.add_post(place + "/exec/{id}/input", self.input)
        app.router.add_post(place + "/sync", self.sync)
        app.router.add_post(place + "/trial", self.trial)
        app.router.add_route("*", place + "/ports/{port}/{path:.*}", self.forward)
        app.router.add_get(place + "/terminal", self.terminal)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get(SECRET_HEADER) != self._secret:
            raise web.HTTPForbidden
        try:
            return await handler(request)
        except (StorageError, SandboxError) as error:
            status, code = _told(error)
            detail = error.id if isinstance(error, NotFoundError) else str(error)
            body = orjson.dumps({"code": code, "detail": detail})
            return web.Response(
                body=body,
                status=status,
                content_type="application/json",
                headers={PROBLEM_HEADER: code},
            )

    async def health(self, request: web.Request) -> web.Response:
        backend = self._host.backend
        name = backend.name if backend else None
        told = {"node": self._node, "backend": name, "why": self._host.why}
        return _json(told | self._host.counts())

    async def open(self, request: web.Request) -> web.Response:
        return await self._view(await self._host.open(_key(request), request.query.get("branch")))

    async def restart(self, request: web.Request) -> web.Response:
        return await self._view(await self._host.restart(_key(request)))

    async def stop(self, request: web.Request) -> web.Response:
        await self._host.stop(_key(request))
        return await self.read(request)

    async def read(self, request: web.Request) -> web.Response:
        key = _key(request)
        if (sandbox := self._host.find(key)) is not None:
            return await self._view(sandbox, notes="notes" in request.query)
        if self._host.sleeps(key) and (backend := self._host.backend) is not None:
            return _json({"state": "stopped", "backend": backend.name})
        raise NotFoundError("sandbox", key[1])

    async def held(self, request: web.Request) -> web.Response:
        """2 where there is one, 1 where its files are kept, 0 where nothing is."""
        key = _key(request)
        return _json(2 if self._host.find(key) else int(self._host.sleeps(key)))

    async def _view(self, sandbox: Sandbox, *, notes: bool = False) -> web.Response:
        told = view(sandbox, sandbox.backend, self._host.limits, self._host.allowed)
        if sandbox.state == "running":
            told["stats"] = asdict(await sandbox.backend.stats(sandbox.id))
        if notes:
            told["notes"] = [{"at": at.isoformat(), "text": text} for at, text in sandbox.notes]
        return _json(told)

    async def delete(self, request: web.Request) -> web.Response:
        key = _key(request)
        if not await self._host.delete(key):
            raise NotFoundError("sandbox", key[1])
        return web.Response(status=204)

    async def sync(self, request: web.Request) -> web.Response:
        asked = orjson.loads(await request.read())
        return _json(asdict(await self._host.sync(_key(request), **asked)))

    async def execute(self, request: web.Request) -> web.StreamResponse:
        """All of it as JSON; with `?stream`, its events as they come. A caller who goes away ends
        the command."""
        asked = orjson.loads(await request.read())
        branch = asked.pop("branch", None)
        events = self._host.execute(_key(request), Request(**asked), branch)
        if "stream" not in request.query:
            return _json(await result(events))
        async with contextlib.aclosing(events):
            first = await anext(events)  # what goes wrong before has a status of its own
            response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
            await response.prepare(request)
            await response.write(_frame(first))
            try:
                async for event in events:
                    await response.write(_frame(event))
            except SandboxGoneError as error:
                ended = {"exit_code": None, "signal": None, "error": str(error)}
                await response.write(_frame(("exec.ended", ended)))
        await response.write_eof()
        return response

    async def input(self, request: web.Request) -> web.Response:
        """The body is input of a command; how many bytes it has now."""
        sandbox = await self._host.open(_key(request))
        at, data = request.query.get("at"), await request.read()
        input = await sandbox.inputs.of(request.match_info["id"])
        given = await input.take(None if at is None else int(at), data, end="end" in request.query)
        return _json(given)

    async def trial(self, request: web.Request) -> web.StreamResponse:
        """The events of `Trials.run`; contents are in base64. A caller who goes away ends it."""
        asked = orjson.loads(await request.read())
        changes = {p: None if c is None else b64decode(c) for p, c in asked["changes"].items()}
        commands = [Request(**each) for each in asked["commands"]]
        events = self._host.trials.run(_key(request), asked["commit"], changes, commands)
        async with contextlib.aclosing(events):
            first = await anext(events)  # what goes wrong before has a status of its own
            response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
            await response.prepare(request)
            await response.write(_frame(first))
            async for event in events:
                await response.write(_frame(event))
        await response.write_eof()
        return response

    async def forward(self, request: web.Request) -> web.StreamResponse:
        """What the server at a port of the sandbox answers to this request."""
        key, port = _key(request), int(request.match_info["port"])
        if self._host.find(key) is None:
            raise SandboxGoneError("The sandbox sleeps. Open the terminal to wake it.")
        await self._host.awaken(key)
        sandbox = self._host.find(key)
        assert sandbox is not None
        session = await sandbox.ports.session(port)
        _, _, path = request.raw_path.partition(f"/ports/{port}/")
        try:
            answer = await session.request(
                request.method,
                URL(f"http://localhost:{port}/{path}", encoded=True),
                headers=passed_on(request.headers.items()),
                data=request.content if request.can_read_body else None,
                allow_redirects=False,
            )
        except aiohttp.ClientError as error:
            raise PortClosedError(f"Nothing answers at port {port} in the sandbox.") from error
        async with answer:
            response = web.StreamResponse(status=answer.status)
            for name, value in passed_on(answer.headers.items()):
                response.headers.add(name, value)
            await response.prepare(request)
            async for data in answer.content.iter_any():
                await response.write(data)
            await response.write_eof()
        return response

    async def terminal(self, request: web.Request) -> web.StreamResponse:
        """A WebSocket: bytes are what is typed and shown, texts are JSON: a size comes in, `ready`
        (at which byte the output goes on), `exit`, or else `problem` go out."""
        key, query = _key(request), request.query
        rows, columns = int(query["rows"]), int(query["columns"])
        socket = web.WebSocketResponse(heartbeat=PING_S, max_msg_size=MAX_INPUT_BYTES)
        await socket.prepare(request)
        try:
            branch = query.get("branch")
            terminal = await self._host.terminal(key, query["id"], rows, columns, branch)
        except (NotFoundError, StorageError, SandboxError) as error:
            _, code = _told(error)
            problem = {"type": "problem", "code": code, "detail": str(error)}
            await socket.send_str(orjson.dumps(problem).decode())
            await socket.close()
            return socket
        await terminal.resize(rows, columns)
        showing = asyncio.create_task(_show(socket, terminal, int(query["after"])))
        try:
            await self._obey(socket, terminal, key)
        finally:
            showing.cancel()
            await asyncio.gather(showing, return_exceptions=True)
            await socket.close()
        return socket

    async def _obey(self, socket: web.WebSocketResponse, terminal: Terminal, key: Key) -> None:
        async for message in socket:
            sandbox = self._host.find(key)
            if sandbox is None:
                return
            try:
                if message.type is aiohttp.WSMsgType.BINARY:
                    await self._host.awaken(key)
                    await terminal.write(message.data)
                elif message.type is aiohttp.WSMsgType.TEXT:
                    told = orjson.loads(message.data)
                    await terminal.resize(told["rows"], told["columns"])
            except SandboxGoneError:
                return


async def _show(socket: web.WebSocketResponse, terminal: Terminal, after: int) -> None:
    async with contextlib.aclosing(terminal.read(after)) as pieces:
        begun = False
        async for at, piece in pieces:
            if not begun:
                await socket.send_str(orjson.dumps({"type": "ready", "at": at}).decode())
                begun = True
            if piece:
                await socket.send_bytes(piece)
    ending = {"type": "exit", "code": terminal.exit_code}
    await socket.send_str(orjson.dumps(ending).decode())
    await socket.close()


def _key(request: web.Request) -> Key:
    return request.match_info["tenant"], request.match_info["project"]


def _json(value: object) -> web.Response:
    return web.Response(body=orjson.dumps(value), content_type="application/json")


def _told(error: StorageError | SandboxError) -> tuple[int, str]:
    """An error's status and code."""
    if isinstance(error, NotFoundError):
        return 404, f"{error.kind}_not_found"
    return STATUSES.get(type(error), (503, "restarting"))


def _frame(event: Event) -> bytes:
    kind, data = event
    return b"event: %s\ndata: %s\n\n" % (kind.encode(), orjson.dumps(data))
