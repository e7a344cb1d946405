"""What servers inside sandboxes answer, at addresses of their own.

The outermost layer: a request for such a host name never reaches our own pages and API, nor do the
rules of those hold for it.
"""

import time
from collections.abc import AsyncGenerator, MutableMapping

import aiohttp
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from actors.errors import HostUnreachableError
from actors.sandboxes.errors import SandboxError
from actors.sandboxes.forwarding import passed_on
from gateway.preview_address import SUFFIX, PreviewAddress
from gateway.problems import problem_of
from gateway.services import Services
from storage.errors import StorageError

MAX_BODY_BYTES = 32 * 2**20
UNKNOWN = "This address is not, or no longer, valid. Open the port again from the studio.\n"


class Previews:
    def __init__(self, app: ASGIApp, services: Services) -> None:
        self._app = app
        self._sandboxes = services.sandboxes
        self._secret = services.settings.secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        host_name = _host_name(scope)
        if scope["type"] != "http" or not host_name.endswith(SUFFIX):
            await self._app(scope, receive, send)
            return
        address = PreviewAddress.of(host_name, self._secret, time.time())
        if address is None:
            await PlainTextResponse(UNKNOWN, 404)(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            answer = await self._asked(address, request)
        except (SandboxError, StorageError, HostUnreachableError) as error:
            problem = problem_of(error)
            await PlainTextResponse(f"{problem.detail}\n", problem.status)(scope, receive, send)
            return
        except ClientDisconnect:
            return
        response = StreamingResponse(_pieces(answer), answer.status)
        response.raw_headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in passed_on(answer.headers.items())
        ]
        await response(scope, receive, send)

    async def _asked(self, address: PreviewAddress, request: Request) -> aiohttp.ClientResponse:
        path = request.scope.get("raw_path", request.url.path.encode()).decode("latin-1")
        query = request.scope["query_string"].decode("latin-1")
        return await self._sandboxes.forward(
            address.tenant_id,
            address.project_id,
            address.port,
            request.method,
            f"{path}?{query}" if query else path,
            passed_on(request.headers.items()),
            _bounded(request) if _has_body(request) else None,
        )


def _has_body(request: Request) -> bool:
    return "content-length" in request.headers or "transfer-encoding" in request.headers


async def _bounded(request: Request) -> AsyncGenerator[bytes]:
    total = 0
    async for piece in request.stream():
        if (total := total + len(piece)) > MAX_BODY_BYTES:
            raise ClientDisconnect
        yield piece


async def _pieces(answer: aiohttp.ClientResponse) -> AsyncGenerator[bytes]:
    async with answer:
        async for data in answer.content.iter_any():
            yield data


def _host_name(scope: MutableMapping[str, object]) -> str:
    headers = dict(scope.get("headers") or ())  # type: ignore[call-overload]
    host: bytes = headers.get(b"host", b"")
    return host.decode("latin-1").rpartition(":")[0] or host.decode("latin-1")
