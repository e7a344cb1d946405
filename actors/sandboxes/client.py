"""How gateways and agents reach a project's sandbox: the only caller of Ray on this path.

Which node a new one is made on follows from the project's id and from the nodes that can hold
sandboxes (rendezvous hashing), so that all who ask find the same one. Nodes come and go, and a
sandbox stays where it is: where there are several nodes they are asked for it first.
"""

import asyncio
import time
import zlib
from base64 import b64encode
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Any
from urllib.parse import urlencode

import aiohttp
import orjson
import ray
from multidict import CIMultiDict
from yarl import URL

from actors.errors import HostUnreachableError
from actors.sandboxes.door import MAX_BODY_BYTES, STATUSES
from actors.sandboxes.errors import (
    FilesRefusedError,
    PortClosedError,
    SandboxGoneError,
    SandboxUnavailableError,
)
from actors.sandboxes.forwarding import PROBLEM_HEADER, Headers
from actors.sandboxes.settings import ACTOR
from actors.settings import NAMESPACE, SECRET_HEADER
from serve.sse import SSEParser
from storage.errors import NotFoundError

LOOK_AGAIN_S = 10.0
TIMEOUT = aiohttp.ClientTimeout(total=900, connect=2)
FORWARD_TIMEOUT = aiohttp.ClientTimeout(total=None, connect=2, sock_read=120)
RAY_TIMEOUT_S = 2.0
MAX_TRIAL_BYTES = MAX_BODY_BYTES - 2**18
"""Of contents in base64; the rest is the commands."""
Event = tuple[str, dict[str, Any]]
_ERRORS = {code: kind for kind, (_, code) in STATUSES.items()}


class SandboxClient:
    """Raises SandboxError, NotFoundError, ConflictError and HostUnreachableError."""

    def __init__(self, session: aiohttp.ClientSession, secret: str) -> None:
        self._session = session
        self._headers = {SECRET_HEADER: secret}
        self._hosts: Mapping[str, str] = {}
        self._homes: dict[str, str] = {}
        """Addresses by project."""
        self._looked = -LOOK_AGAIN_S

    async def open(self, tenant_id: str, project_id: str, branch: str | None = None) -> bytes:
        """The project's sandbox, made or woken; as JSON, like what the others give. Without a
        branch it keeps the one whose files it has."""
        query = f"?{urlencode({'branch': branch})}" if branch else ""
        return await self._whole("PUT", tenant_id, project_id, query=query)

    async def read(self, tenant_id: str, project_id: str, *, notes: bool = False) -> bytes:
        return await self._whole("GET", tenant_id, project_id, query="?notes" if notes else "")

    async def restart(self, tenant_id: str, project_id: str) -> bytes:
        return await self._whole("POST", tenant_id, project_id, "/restart")

    async def stop(self, tenant_id: str, project_id: str) -> bytes:
        return await self._whole("POST", tenant_id, project_id, "/stop")

    async def delete(self, tenant_id: str, project_id: str) -> None:
        await self._whole("DELETE", tenant_id, project_id)

    async def sync(
        self, tenant_id: str, project_id: str, direction: str, branch: str | None = None
    ) -> bytes:
        body = {"direction": direction, "branch": branch}
        return await self._whole("POST", tenant_id, project_id, "/sync", body=body)

    async def execute(self, tenant_id: str, project_id: str, request: Mapping[str, Any]) -> bytes:
        """`request` has the fields of `execution.Request`, and a `branch`, or none."""
        return await self._whole("POST", tenant_id, project_id, "/exec", body=request)

    async def execute_followed(
        self, tenant_id: str, project_id: str, request: Mapping[str, Any]
    ) -> AsyncGenerator[bytes]:
        """The events of a command that has begun, as SSE bytes."""
        response = await self._send("POST", tenant_id, project_id, "/exec", "?stream", request)

        async def pieces() -> AsyncGenerator[bytes]:
            async with response:
                async for data in response.content.iter_any():
                    yield data

        return pieces()

    async def trial(
        self,
        tenant_id: str,
        project_id: str,
        commit: str,
        changes: Mapping[str, bytes | None],
        commands: Sequence[Mapping[str, Any]],
    ) -> AsyncGenerator[Event]:
        """The events of `Trials.run`. `commands` have the fields of `execution.Request`."""
        contents = {p: None if c is None else b64encode(c).decode() for p, c in changes.items()}
        if sum(len(content or "") for content in contents.values()) > MAX_TRIAL_BYTES:
            raise FilesRefusedError("More was changed than is checked at once.")
        body = {"commit": commit, "changes": contents, "commands": commands}
        ended = 0
        async with aclosing(self._events(tenant_id, project_id, "/trial", body)) as events:
            async for kind, data in events:
                yield kind, data
                ended += kind == "trial.ended"
                if ended == len(commands):
                    return  # nobody waits for the sandbox to be gone
        raise SandboxGoneError("The sandbox ended while it checked.")

    async def command(
        self, tenant_id: str, project_id: str, request: Mapping[str, Any]
    ) -> AsyncGenerator[Event]:
        """The events of a command, the last of which is `exec.ended`. Who closes it early ends the
        command."""
        path = "/exec?stream"
        async with aclosing(self._events(tenant_id, project_id, path, request)) as events:
            async for kind, data in events:
                yield kind, data
                if kind == "exec.ended":
                    return
        raise SandboxGoneError("The sandbox ended before the command did.")

    async def give(
        self,
        tenant_id: str,
        project_id: str,
        command_id: str,
        at: int | None,
        data: bytes,
        end: bool,
    ) -> int:
        """Input for a command that runs: see `Input.take`."""
        query = ({} if at is None else {"at": at}) | ({"end": ""} if end else {})
        path = f"/exec/{command_id}/input?{urlencode(query)}"
        return int(await self._whole("POST", tenant_id, project_id, path, body=data))

    async def _events(
        self, tenant_id: str, project_id: str, path: str, body: Any
    ) -> AsyncGenerator[Event]:
        parser = SSEParser()
        try:
            async with await self._send("POST", tenant_id, project_id, path, "", body) as response:
                async for data in response.content.iter_any():
                    for event in parser.feed(data):
                        yield event.event, orjson.loads(event.data)
        except aiohttp.ClientError as error:
            raise HostUnreachableError(f"the sandbox host broke off: {error}") from error

    async def terminal(
        self, tenant_id: str, project_id: str, query: Mapping[str, str]
    ) -> aiohttp.ClientWebSocketResponse:
        """See `Door.terminal`."""
        url = await self._place(tenant_id, project_id) + "/terminal"
        try:
            return await self._session.ws_connect(url, params=query, headers=self._headers)
        except aiohttp.ClientError as error:
            self._looked = -LOOK_AGAIN_S
            raise HostUnreachableError(f"no terminal: {error}") from error

    async def forward(
        self,
        tenant_id: str,
        project_id: str,
        port: int,
        method: str,
        path: str,
        headers: Headers,
        body: AsyncGenerator[bytes] | None,
    ) -> aiohttp.ClientResponse:
        """What the server at a port answers; the caller's to close. `path` is encoded already.
        PortClosedError."""
        url = f"{await self._place(tenant_id, project_id)}/ports/{port}{path}"
        try:
            response = await self._session.request(
                method,
                URL(url, encoded=True),
                headers=CIMultiDict([*headers, *self._headers.items()]),
                data=body,
                allow_redirects=False,
                auto_decompress=False,
                timeout=FORWARD_TIMEOUT,
            )
        except (aiohttp.ClientError, TimeoutError) as error:
            raise PortClosedError(f"The server at port {port} broke off.") from error
        if PROBLEM_HEADER in response.headers:
            async with response:
                raise await _error(response, project_id)
        return response

    async def _whole(
        self, method: str, tenant_id: str, project_id: str, *path: str, **options: Any
    ) -> bytes:
        body, query = options.get("body"), options.get("query", "")
        response = await self._send(method, tenant_id, project_id, "".join(path), query, body)
        async with response:
            return await response.read()

    async def _send(
        self, method: str, tenant_id: str, project_id: str, path: str, query: str, body: Any
    ) -> aiohttp.ClientResponse:
        """The answer, where it is a good one; it is the caller's to close."""
        for attempt in (1, 2):
            url = await self._place(tenant_id, project_id) + path + query
            data = body if body is None or isinstance(body, bytes) else orjson.dumps(body)
            try:
                response = await self._session.request(
                    method, url, data=data, headers=self._headers, timeout=TIMEOUT
                )
            except aiohttp.ClientConnectorError as error:
                self._looked = -LOOK_AGAIN_S
                if attempt == 2:
                    raise HostUnreachableError(f"no sandbox host: {error}") from error
            except aiohttp.ClientError as error:
                self._looked = -LOOK_AGAIN_S
                raise HostUnreachableError(f"the sandbox host broke off: {error}") from error
            else:
                if response.status < 400:
                    return response
                async with response:
                    raise await _error(response, project_id)
        raise AssertionError("the second attempt returns or raises")

    async def _place(self, tenant_id: str, project_id: str) -> str:
        if time.monotonic() - self._looked > LOOK_AGAIN_S or not self._hosts:
            self._hosts = await self._look()
            self._homes.clear()
            self._looked = time.monotonic()
        path = f"/sandboxes/{tenant_id}/{project_id}"
        if (home := self._homes.get(project_id)) is None:
            home = self._homes[project_id] = await self._home(path, project_id)
        return home + path

    async def _home(self, path: str, project_id: str) -> str:
        """Of the host that has the sandbox, or its files; else of the one that shall."""
        names = sorted(self._hosts, key=lambda host: zlib.crc32(f"{host}/{project_id}".encode()))
        urls = [self._hosts[name] for name in reversed(names)]
        if len(urls) == 1:
            return urls[0]
        held = await asyncio.gather(*(self._held(url + path) for url in urls))
        return urls[held.index(max(held))]

    async def _held(self, url: str) -> int:
        """2 where a host has a sandbox, 1 where it has its files, 0 where it has neither."""
        timeout = aiohttp.ClientTimeout(total=RAY_TIMEOUT_S)
        try:
            async with self._session.get(
                f"{url}/held", headers=self._headers, timeout=timeout
            ) as response:
                return int(orjson.loads(await response.read()))
        except (aiohttp.ClientError, TimeoutError, ValueError):
            return 0

    async def hosts(self) -> list[dict[str, Any]]:
        """What each host that answers says of itself: its `node`, its `backend`, or `why` there is
        none, and how many sandboxes are `leased`, may be (`most`), and are `warm`."""
        names = await asyncio.to_thread(_actor_names)
        return [health for _, _, health in await self._healthy(names)]

    async def _healthy(self, names: Sequence[str]) -> list[tuple[str, str, dict[str, Any]]]:
        found = await asyncio.gather(*map(self._ask, names), return_exceptions=True)
        return [each for each in found if isinstance(each, tuple)]

    async def _look(self) -> Mapping[str, str]:
        """Addresses of the hosts that can hold sandboxes, by name. SandboxUnavailableError with
        their reason when none can."""
        names = await asyncio.to_thread(_actor_names)
        if not names:
            raise HostUnreachableError("no sandbox host is up")
        healthy = await self._healthy(names)
        able = {name: url for name, url, health in healthy if health["backend"]}
        if not able and healthy:
            raise SandboxUnavailableError(healthy[0][2]["why"])
        if not able:
            raise HostUnreachableError("no sandbox host answers")
        return able

    async def _ask(self, name: str) -> tuple[str, str, dict[str, Any]]:
        try:
            actor = await asyncio.to_thread(ray.get_actor, name, NAMESPACE)
            asked = asyncio.wrap_future(actor.address.remote().future())
            address = await asyncio.wait_for(asked, RAY_TIMEOUT_S)
        except (ValueError, ray.exceptions.RayError, TimeoutError) as error:
            raise HostUnreachableError(f"{name} is not up") from error
        if address is None:
            raise HostUnreachableError(f"{name} is starting")
        timeout = aiohttp.ClientTimeout(total=RAY_TIMEOUT_S)
        async with self._session.get(
            f"{address}/health", headers=self._headers, timeout=timeout
        ) as response:
            return name, address, orjson.loads(await response.read())


async def _error(response: aiohttp.ClientResponse, project_id: str) -> Exception:
    try:
        told = orjson.loads(await response.read())
        code, detail = str(told["code"]), str(told["detail"])
    except (ValueError, KeyError, TypeError):
        return HostUnreachableError(f"the sandbox host answers {response.status}")
    if response.status == 404:
        return NotFoundError(code.removesuffix("_not_found"), detail)
    return _ERRORS[code](detail) if code in _ERRORS else HostUnreachableError(detail)


def _actor_names() -> list[str]:
    named = ray.util.list_named_actors(all_namespaces=True)
    return [
        actor["name"]
        for actor in named
        if actor["namespace"] == NAMESPACE and actor["name"].startswith(ACTOR)
    ]
