"""What every request passes through: an id, limits, headers, metrics and one log line.

Plain ASGI, because a layer that buffers or wraps bodies would sit in the way of each token.
"""

import asyncio
import time
from collections.abc import Mapping, MutableMapping
from urllib.parse import urlsplit

import structlog
from prometheus_client import Counter, Gauge, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.problems import Problem, answer, problem_of
from storage.ids import new_id

log = structlog.get_logger()

REQUESTS = Counter("atelier_http_requests_total", "Requests", ["method", "route", "status"])
SECONDS = Histogram(
    "atelier_http_first_byte_seconds",
    "Time to the first byte of the answer",
    ["route"],
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 10),
)
OPEN = Gauge("atelier_http_open_requests", "Requests being answered, streams included")

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
DRAIN_S = 2.0
DRAIN_BYTES = 32 * 2**20
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
_CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'"
)
HEADERS = (
    (b"content-security-policy", _CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
)


class Edge:
    """The outermost layer of the app."""

    def __init__(self, app: ASGIApp, max_body_bytes: int, larger: Mapping[str, int]) -> None:
        """`larger`: the bytes that bodies at some paths may have."""
        self._app = app
        self._max_body_bytes = max_body_bytes
        self._larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope.get("headers", ()))
        if scope["type"] == "websocket" and _foreign({**scope, "method": "POST"}, headers):
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _request_id(headers.get(b"x-request-id"))
        scope.setdefault("state", {})["request_id"] = request_id
        call = _Call(scope, send, request_id)
        OPEN.inc()
        try:
            if problem := _foreign(scope, headers) or self._too_large(scope, headers):
                await _drain(receive)
                await call.refuse(problem, receive)
            else:
                await self._pass(scope, receive, call)
        finally:
            OPEN.dec()
            call.log()

    async def _pass(self, scope: Scope, receive: Receive, call: "_Call") -> None:
        """Through the app. What it fails with before its first byte becomes an answer."""
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        try:
            limited = _Limited(receive, self._limit(scope))
            await self._app(inner, limited.receive, call.send)
        except _TooLarge:
            await _drain(receive)
            await call.refuse(_too_large(self._limit(scope)), receive)
        except Exception as error:  # the root of a request: whatever it is, it is told and logged
            log.error("request failed", error=repr(error), request_id=call.id, exc_info=error)
            await call.refuse(problem_of(error), receive)
        finally:
            scope["route"] = inner.get("route")

    def _limit(self, scope: Scope) -> int:
        return self._larger.get(scope["path"], self._max_body_bytes)

    def _too_large(self, scope: Scope, headers: MutableMapping[bytes, bytes]) -> Problem | None:
        length, limit = headers.get(b"content-length", b"0"), self._limit(scope)
        if not length.isdigit() or len(length) > 15 or int(length) > limit:
            return _too_large(limit)
        return None


class _Call:
    """One request's answer on its way out."""

    def __init__(self, scope: Scope, send: Send, request_id: str) -> None:
        self._scope = scope
        self._send = send
        self.id = request_id
        self._started = time.perf_counter()
        self._ended = False
        self.status = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            present = {name.lower() for name, _ in message["headers"]}
            extra = [h for h in HEADERS if h[0] not in present]
            extra.append((b"x-request-id", self.id.encode()))
            message["headers"] = [*message["headers"], *extra]
            SECONDS.labels(self._route()).observe(time.perf_counter() - self._started)
        elif self._scope["method"] == "HEAD":
            if self._ended:
                return
            # One empty end, whatever a GET would send: then an endless stream ends as well,
            # for its reader is reported gone.
            self._ended, message = True, {"type": "http.response.body", "body": b""}
        await self._send(message)

    async def refuse(self, problem: Problem, receive: Receive) -> None:
        """Answer with a problem and close; what has begun an answer already is cut off."""
        if self.status == 0:
            response = answer(problem, self._scope["path"], self.id)
            response.headers["connection"] = "close"
            await response(self._scope, receive, self.send)

    def log(self) -> None:
        route = self._route()
        REQUESTS.labels(self._scope["method"], route, str(self.status)).inc()
        log.info(
            "request",
            method=self._scope["method"],
            route=route,
            status=self.status,
            ms=round(1e3 * (time.perf_counter() - self._started), 1),
            request_id=self.id,
        )

    def _route(self) -> str:
        route = self._scope.get("route")
        return getattr(route, "path", "other")


class _TooLarge(Exception):
    pass


class _Limited:
    """Counts a body whose length was not announced."""

    def __init__(self, receive: Receive, max_bytes: int) -> None:
        self._receive = receive
        self._left = max_bytes

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                raise _TooLarge
        return message


async def _drain(receive: Receive) -> None:
    """Read some of a body that nobody wants: whoever is still sending does not see an answer."""
    left = DRAIN_BYTES
    try:
        async with asyncio.timeout(DRAIN_S):
            while left > 0:
                message = await receive()
                left -= len(message.get("body", b""))
                if not message.get("more_body"):
                    return
    except TimeoutError:
        return


def _too_large(max_bytes: int) -> Problem:
    return Problem(413, "body_too_large", f"A request may have {max_bytes:,} bytes.", "body")


def _foreign(scope: Scope, headers: MutableMapping[bytes, bytes]) -> Problem | None:
    """Refuse other sites: names that were rebound to us, and pages that post across origins."""
    host = headers.get(b"host", b"").decode("latin-1")
    if _hostname(host) not in LOCAL_HOSTS:
        return Problem(
            421, "unknown_host", "This gateway answers on localhost only.", "header.host"
        )
    origin = headers.get(b"origin")
    if scope["method"] not in UNSAFE or origin is None:
        return None
    if _netloc(origin.decode("latin-1")) != host:
        detail = "Another site may not change things here."
        return Problem(403, "cross_origin", detail, "header.origin")
    return None


def _netloc(url: str) -> str | None:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return None


def _hostname(netloc: str) -> str | None:
    try:
        return urlsplit(f"//{netloc}").hostname
    except ValueError:
        return None


def _request_id(sent: bytes | None) -> str:
    """The caller's own id where it is harmless, else a new one."""
    if sent and len(sent) <= 64 and sent.replace(b"-", b"").isalnum():
        return sent.decode("ascii")
    return new_id()
