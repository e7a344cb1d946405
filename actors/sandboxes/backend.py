"""What makes sandboxes: the seam between Docker and bubblewrap."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from actors.sandboxes.errors import SandboxGoneError

MIB = 2**20
WORK = "/work"
HOME = "/tmp/home"  # noqa: S108 - a sandbox's own
INSIDE = (Path(__file__).parent / "inside.py").read_bytes()
BOOT = f"""import os
text = b""
while len(text) < {len(INSIDE)}:
    text += os.read(0, {len(INSIDE)} - len(text))
exec(text)"""
"""What the sandbox's Python is started with: it reads `INSIDE` first of all."""
PYTHON = ("python3", "-IS", "-c", BOOT)
NODE = "/opt/node"
USER_ID = 1000
ENVIRONMENT = {
    "PATH": f"/usr/local/bin:/usr/bin:/bin:{NODE}/bin",
    "HOME": HOME,
    "USER": "atelier",
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "HISTFILE": f"{HOME}/.history",
}
"""All that a program in a sandbox finds in its environment."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one sandbox may take of its node. Bytes; processor cores."""

    memory_bytes: int = 1024 * MIB
    work_bytes: int = 256 * MIB
    tmp_bytes: int = 64 * MIB
    file_bytes: int = 128 * MIB
    cpus: float = 1.0
    processes: int = 128
    open_files: int = 1024


@dataclass(frozen=True, slots=True)
class Stats:
    """What a sandbox takes now; None where its backend cannot tell."""

    memory_bytes: int | None
    cpu_s: float | None
    processes: int | None


class Connection(Protocol):
    """Bytes to and from the program inside. The sandbox ends when it is closed."""

    async def read(self) -> bytes:
        """Some bytes; none at its end."""
        ...

    async def write(self, data: bytes) -> None: ...

    def close(self) -> None: ...


class StreamConnection:
    """What connections over a stream write with."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer

    async def write(self, data: bytes) -> None:
        try:
            self._writer.write(data)
            await self._writer.drain()
        except OSError as error:
            raise SandboxGoneError("The sandbox is gone.") from error

    def close(self) -> None:
        self._writer.close()


class Backend(Protocol):
    name: str
    limited: tuple[str, ...]
    """Which of `Limits` hold for a sandbox as a whole."""

    async def start(self, box_id: str) -> Connection:
        """A new sandbox, empty. SandboxUnavailableError."""
        ...

    async def pause(self, box_id: str) -> None: ...

    async def resume(self, box_id: str) -> None: ...

    async def remove(self, box_id: str) -> None:
        """End it, and all that runs in it; fine when it is gone."""
        ...

    async def stats(self, box_id: str) -> Stats: ...

    async def reap(self) -> int:
        """Remove what a former process of this host left; how many."""
        ...
