"""What the provider servers share: life, script, pacing, failures and counts."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from aiohttp import web

from tests.providers.behaviour import Behaviour


@dataclass
class ProviderServer:
    """Base of the chat providers. `default` is done when the script is empty."""

    default: Behaviour = field(default_factory=Behaviour)
    api_key: str | None = "test-key"
    models: list[str] = field(default_factory=lambda: ["tiny"])
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    """Of each request, names in lower case."""
    connections: set[Any] = field(default_factory=set)
    """Addresses that requests came from: fewer than requests where clients reuse them."""
    started: int = 0
    finished: int = 0
    disconnects: int = 0
    """Streams that the client left before their end."""
    tokens_sent: int = 0
    usages: list[tuple[int, int]] = field(default_factory=list)
    """(prompt, completion) tokens of each whole answer."""

    def __post_init__(self) -> None:
        self._script: deque[Behaviour] = deque()
        self._changed = asyncio.Condition()
        self._runner: web.AppRunner | None = None
        self._stopping = asyncio.Event()
        self.base_url = ""

    @property
    def active(self) -> int:
        return self.started - self.finished - self.disconnects

    def script(self, *behaviours: Behaviour) -> None:
        """What to do with the next requests, one each."""
        self._script.extend(behaviours)

    async def start(self, port: int = 0) -> str:
        """Listen on loopback; the URL to give to a client."""
        app = web.Application(client_max_size=64 * 2**20)
        self.add_routes(app)
        self._stopping.clear()
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        port = self._runner.addresses[0][1]
        self.base_url = f"http://127.0.0.1:{port}{self.path_prefix}"
        return self.base_url

    async def stop(self) -> None:
        self._stopping.set()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def until(self, condition: Callable[[], bool], timeout_s: float = 10.0) -> None:
        """Wait for a condition on the counts. Raises TimeoutError."""
        async with asyncio.timeout(timeout_s), self._changed:
            await self._changed.wait_for(condition)

    path_prefix = ""

    def add_routes(self, app: web.Application) -> None:
        raise NotImplementedError

    def error_body(self, behaviour: Behaviour) -> dict[str, Any]:
        raise NotImplementedError

    async def converse(self, stream: "Stream", behaviour: Behaviour, body: dict[str, Any]) -> None:
        """Send one whole good answer, `stream.token` for each of its tokens."""
        raise NotImplementedError

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One chat request: refuse or stream as the script says, and count."""
        body = await request.json()
        self.requests.append(body)
        if request.transport is not None:
            self.connections.add(request.transport.get_extra_info("peername"))
        self.headers.append({k.lower(): v for k, v in request.headers.items()})
        behaviour = self._script.popleft() if self._script else self.default
        await self._count("started")
        try:
            response = await self._answer(request, behaviour, body)
        except (asyncio.CancelledError, ConnectionError):
            await asyncio.shield(self._count("disconnects"))
            raise
        await self._count("finished")
        return response

    async def _answer(
        self, request: web.Request, behaviour: Behaviour, body: dict[str, Any]
    ) -> web.StreamResponse:
        if behaviour.hang:
            await self._stopping.wait()
        refusal = self._refusal(request, behaviour, body)
        if refusal is not None:
            return refusal
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        stream = Stream(self, request, response, behaviour)
        with contextlib.suppress(_CutError):
            await self.converse(stream, behaviour, body)
            await asyncio.sleep(behaviour.linger_s)
            await response.write_eof()
        return response

    def _refusal(
        self, request: web.Request, behaviour: Behaviour, body: dict[str, Any]
    ) -> web.Response | None:
        headers = {"Retry-After": behaviour.retry_after} if behaviour.retry_after else {}
        if behaviour.status != 200:
            return web.json_response(
                self.error_body(behaviour), status=behaviour.status, headers=headers
            )
        given = request.headers.get("Authorization") or request.headers.get("X-Api-Key") or ""
        if self.api_key and given.removeprefix("Bearer ") != self.api_key:
            wrong = Behaviour(error_type="authentication_error", error_message="wrong key")
            return web.json_response(self.error_body(wrong), status=401)
        if body.get("model") not in self.models:
            wrong = Behaviour(error_type="not_found_error", error_message="no such model")
            return web.json_response(self.error_body(wrong), status=404)
        if behaviour.not_a_stream:
            return web.Response(text="<html>a login page</html>", content_type="text/html")
        return None

    async def _count(self, name: str, by: int = 1) -> None:
        async with self._changed:
            setattr(self, name, getattr(self, name) + by)
            self._changed.notify_all()


class _CutError(Exception):
    """The stream was ended on purpose."""


class Stream:
    """One stream under way: writes events, and fails where the behaviour says."""

    def __init__(
        self,
        server: ProviderServer,
        request: web.Request,
        response: web.StreamResponse,
        behaviour: Behaviour,
    ) -> None:
        self._server, self._request, self._response = server, request, response
        self._behaviour = behaviour
        self._sent = 0
        self._started = asyncio.get_running_loop().time()

    async def write(self, text: str) -> None:
        data = text.replace("\n", self._behaviour.line_end).encode()
        size = self._behaviour.write_bytes or len(data)
        for start in range(0, len(data), size):
            await self._response.write(data[start : start + size])
            if size < len(data):
                await asyncio.sleep(0)  # let each write leave as a packet of its own

    def cut(self) -> NoReturn:
        assert self._request.transport is not None
        self._request.transport.close()  # what was written still leaves
        raise _CutError

    async def before_token(self, error_event: str) -> None:
        """Pace, or fail, before the next token is written."""
        behaviour, sent = self._behaviour, self._sent
        if behaviour.cut_after == sent:
            self.cut()
        if behaviour.end_after == sent:
            await self._response.write_eof()
            raise _CutError
        if behaviour.stall_after == sent:
            await self._server._stopping.wait()
        if behaviour.malformed_after == sent:
            await self.write("event: content_block_delta\ndata: {not json\n\n")
        if behaviour.error_after == sent:
            await self.write(error_event)
            await self._response.write_eof()
            raise _CutError
        if behaviour.tokens_per_s:
            due = self._started + sent / behaviour.tokens_per_s
            await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
        self._sent += 1
        await self._server._count("tokens_sent")
