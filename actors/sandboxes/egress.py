"""The way out of a sandbox, where the operator allows some hosts. A sandbox has no network: a proxy
of HTTP listens at its own loopback, and each connection to that is looked at, and made, here.

What is allowed is a host's name and port, never what is said to it. A name is resolved once, and
must stand for public addresses alone; a `name:port` is taken as it is, wherever it leads.
"""

import asyncio
import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from actors.addresses import HTTPS_PORT, Resolve, addresses, is_public
from actors.sandboxes.errors import SandboxGoneError
from actors.sandboxes.frames import PIECE
from actors.sandboxes.link import Command, Link, Order

PORT = 3128
MAX_CONNECTIONS = 16
MAX_HEAD_BYTES = 16 * 1024
HEAD_S, CONNECT_S = 10.0, 10.0
RETRY_S = 1.0
ENVIRONMENT = {
    **dict.fromkeys(
        ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), f"http://127.0.0.1:{PORT}"
    ),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), "localhost,127.0.0.1,::1"),
}
"""Of programs that shall find the proxy."""

_NAME = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
_ENTRY = re.compile(rf"(\*\.)?{_NAME}(:[0-9]{{1,5}})?")
_REQUEST = re.compile(
    r"(?:CONNECT (?P<tunnel>[^\s/]+)|[A-Z]+ http://(?P<plain>[^\s/]+)\S*) HTTP/1\.[01]"
)
_OWN_HEADERS = re.compile(r"\r\n(?:proxy-[^:\r\n]*|connection):[^\r\n]*", re.IGNORECASE)


class Target(NamedTuple):
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Allowed:
    """Hosts that may be reached: `name` and `*.name` by https, `name:port` at that port."""

    entries: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> "Allowed":
        """From names with commas between them. ValueError for what is none."""
        entries = frozenset(entry.strip().lower() for entry in text.split(",") if entry.strip())
        for entry in entries:
            if not _ENTRY.fullmatch(entry):
                raise ValueError(f"{entry!r} is no name of a host, nor name:port")
        return cls(entries)

    def anywhere(self, target: Target) -> bool:
        """Whether it is allowed whatever its address."""
        return f"{target.host}:{target.port}" in self.entries

    def publicly(self, target: Target) -> bool:
        """Whether it is allowed at public addresses."""
        labels = target.host.split(".")
        names = {target.host, *(f"*.{'.'.join(labels[n:])}" for n in range(1, len(labels)))}
        return target.port == HTTPS_PORT and bool(names & self.entries)


class RefusedError(Exception):
    """Not allowed, or not there; the message is for whoever reads the program's output."""


@dataclass(slots=True)
class Egress:
    """`run` serves one sandbox until it ends; `used` is called with each connection."""

    link: Link
    allowed: Allowed
    used: Callable[[], None]
    resolve: Resolve = addresses

    async def run(self) -> None:
        places = asyncio.Semaphore(MAX_CONNECTIONS)
        async with asyncio.TaskGroup() as tasks:
            with contextlib.suppress(SandboxGoneError):
                while True:
                    gate = await self.link.start(Order(call="gate", arguments=[PORT]))
                    async with contextlib.aclosing(gate.output()) as pieces:
                        async for stream, piece in pieces:
                            # A byte for each connection; else it says why it does not listen.
                            for _ in piece if stream == 1 else b"":
                                await places.acquire()
                                task = tasks.create_task(self._serve())
                                task.add_done_callback(lambda _: places.release())
                    await asyncio.sleep(RETRY_S)  # its programs were ended, or the port is taken

    async def _serve(self) -> None:
        """One connection, from its first byte on."""
        self.used()
        try:
            carrier = await self.link.start(Order(call="carry"))
            try:
                await self._join(carrier)
            finally:
                await carrier.kill()
        except (SandboxGoneError, OSError, TimeoutError):
            pass  # either end broke off

    async def _join(self, carrier: Command) -> None:
        async with asyncio.timeout(HEAD_S):
            head, rest = await _head(carrier)
        try:
            tunnels, target, forwarded = read_head(head)
            reader, writer = await self._connect(target)
        except RefusedError as error:
            await _refuse(carrier, str(error))
            return
        try:
            if tunnels:
                await carrier.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            writer.write(forwarded + rest)
            await carrier.join(reader, writer)
        finally:
            writer.close()

    async def _connect(self, target: Target) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self.allowed.anywhere(target):
            found = [target.host]
        elif self.allowed.publicly(target):
            found = [*await self.resolve(target.host)]
            if not all(map(is_public, found)):
                raise RefusedError(f"{target.host} is in a private network.")
        else:
            hosts = ", ".join(sorted(self.allowed.entries))
            raise RefusedError(
                f"{target.host}:{target.port} may not be reached from here; these may: {hosts}."
            )
        for address in found:
            with contextlib.suppress(OSError, TimeoutError):
                async with asyncio.timeout(CONNECT_S):
                    return await asyncio.open_connection(address, target.port, limit=PIECE)
        raise RefusedError(f"{target.host} does not answer.")


def read_head(head: bytes) -> tuple[bool, Target, bytes]:
    """Whether it asks for a tunnel, whereto, and what of it goes there. RefusedError."""
    line, _, _ = head.partition(b"\r\n")
    asked = _REQUEST.fullmatch(line.decode("latin-1"))
    if asked is None:
        raise RefusedError("This is a proxy of HTTP: https by CONNECT, and plain http.")
    place, tunnels = (asked["tunnel"], True) if asked["tunnel"] else (asked["plain"], False)
    host, _, port = place.lower().rpartition(":") if ":" in place else (place.lower(), "", "80")
    if not (re.fullmatch(_NAME, host) and re.fullmatch("[0-9]{1,5}", port)):
        raise RefusedError(f"{place[:100]} is no name of a host with a port.")
    target = Target(host, int(port))  # beyond 65535 nothing is allowed
    if tunnels:
        return True, target, b""
    text = _OWN_HEADERS.sub("", head.decode("latin-1"))
    return False, target, text.removesuffix("\r\n").encode("latin-1") + b"Connection: close\r\n\r\n"


async def _head(carrier: Command) -> tuple[bytes, bytes]:
    """The lines before a request's body, with the empty one, and what came after them."""
    read = b""
    while b"\r\n\r\n" not in read:
        piece = await carrier.piece()
        if piece is None or len(read) > MAX_HEAD_BYTES:
            raise TimeoutError  # nobody speaks HTTP there
        read += piece[1] if piece[0] == 1 else b""
    head, _, rest = read.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n", rest


async def _refuse(carrier: Command, why: str) -> None:
    body = f"{why}\n".encode()
    fields = f"Content-Type: text/plain\r\nContent-Length: {len(body)}\r\nConnection: close"
    await carrier.write(f"HTTP/1.1 403 Forbidden\r\n{fields}\r\n\r\n".encode() + body)
    await carrier.end_input()
    async with asyncio.timeout(HEAD_S):
        while await carrier.piece() is not None:
            pass
