"""A terminal in a sandbox. It goes on without anybody looking, and who comes back reads on from the
byte where the connection broke."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable

from actors.sandboxes.errors import SandboxGoneError
from actors.sandboxes.link import Link, Order

KEPT_BYTES = 256 * 1024
"""Of its output, for who comes late."""
UNSEEN_BYTES_A_S = 2**20
"""How fast one may write that nobody looks at."""
SHELL = ("bash", "-l")


class Terminal:
    def __init__(self, link: Link, used: Callable[[], None]) -> None:
        self.ended = False
        self.exit_code: int | None = None
        self.readers = 0
        self._link = link
        self._used = used
        self._kept = bytearray()
        self._first = 0
        self._slowest = 0
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @property
    def written(self) -> int:
        """Bytes that it has written so far."""
        return self._first + len(self._kept)

    async def start(self, rows: int, columns: int) -> None:
        """SandboxGoneError."""
        self._command = await self._link.start(Order(argv=SHELL, size=(rows, columns)))
        self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            while (piece := await self._command.piece()) is not None:
                self._kept += piece[1]
                surplus = max(0, len(self._kept) - KEPT_BYTES)
                del self._kept[:surplus]
                self._first += surplus
                self._used()
                self._notify()
                await self._pace(len(piece[1]))
        except SandboxGoneError:
            pass
        finally:
            exit = self._command.exit
            self.exit_code = exit.code if exit else None
            self.ended = True
            self._notify()

    async def _pace(self, count: int) -> None:
        """No faster than its readers read, nor than a reader could where there is none."""
        if self.readers == 0:
            await asyncio.sleep(count / UNSEEN_BYTES_A_S)
        while self.readers and self.written - self._slowest > KEPT_BYTES // 2:
            await self._changed.wait()

    async def read(self, after: int) -> AsyncGenerator[tuple[int, bytes]]:
        """What it wrote after so many bytes, then what it writes, until it ends; first of all,
        maybe empty, how far in its output we are. Of what is old only the newest is kept."""
        at = max(self._first, min(after, self.written))
        self.readers += 1
        self._slowest = at
        try:
            yield at, b""
            while True:
                at = max(at, self._first)
                if at < self.written:
                    data = bytes(self._kept[at - self._first :])
                    yield at, data
                    at += len(data)
                    self._slowest = at
                    self._notify()
                elif self.ended:
                    return
                else:
                    await self._changed.wait()
        finally:
            self.readers -= 1
            self._notify()

    async def write(self, data: bytes) -> None:
        self._used()
        await self._command.write(data)

    async def resize(self, rows: int, columns: int) -> None:
        await self._command.resize(rows, columns)

    async def close(self) -> None:
        """Hang up."""
        await self._command.kill()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def _notify(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
