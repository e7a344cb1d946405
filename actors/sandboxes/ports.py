"""Servers inside a sandbox, reached from its host: each port as a socket in this machine's file
system, whose connections the program inside joins to the server."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import aiohttp

from actors.sandboxes.errors import SandboxesFullError, SandboxGoneError
from actors.sandboxes.link import Link, Order

MAX_CONNECTIONS = 16
MAX_PORTS = 16


class Ports:
    def __init__(self, link: Link, used: Callable[[], None]) -> None:
        self._link = link
        self._used = used
        self._folder: Path | None = None
        self._servers: dict[int, asyncio.Server] = {}
        self._sessions: dict[int, aiohttp.ClientSession] = {}
        self._lock = asyncio.Lock()

    async def session(self, port: int) -> aiohttp.ClientSession:
        """An HTTP client whose every connection leads to this port. SandboxesFullError."""
        async with self._lock:
            if (known := self._sessions.get(port)) is not None:
                return known
            if len(self._sessions) >= MAX_PORTS:
                raise SandboxesFullError(f"The sandbox has {MAX_PORTS} open ports already.")
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="atelier-ports-"))
            path = str(self._folder / str(port))
            join = partial(self._join, port)
            self._servers[port] = await asyncio.start_unix_server(join, path)
            connector = aiohttp.UnixConnector(path, limit=MAX_CONNECTIONS)
            self._sessions[port] = aiohttp.ClientSession(
                connector=connector, auto_decompress=False, cookie_jar=aiohttp.DummyCookieJar()
            )
            return self._sessions[port]

    async def _join(
        self, port: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._used()
        try:
            command = await self._link.start(Order(call="connect", arguments=[port]))
        except SandboxGoneError:
            writer.close()
            return
        try:
            await command.join(reader, writer)
        except (SandboxGoneError, OSError):
            pass
        finally:
            await command.kill()
            writer.close()

    async def close(self) -> None:
        for session in self._sessions.values():
            await session.close()
        for server in self._servers.values():
            server.close()
        if self._folder is not None:
            await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)
