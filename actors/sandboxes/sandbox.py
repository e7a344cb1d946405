"""One sandbox: what runs in it, when it was used, and how it falls asleep and wakes."""

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from actors.sandboxes.backend import WORK, Backend, Limits
from actors.sandboxes.egress import ENVIRONMENT, Allowed, Egress
from actors.sandboxes.errors import SandboxesFullError, SandboxGoneError
from actors.sandboxes.exchange import Agreement
from actors.sandboxes.execution import Event, Execution, Request
from actors.sandboxes.frames import Frame, Kind
from actors.sandboxes.input import Inputs
from actors.sandboxes.link import Link, Order
from actors.sandboxes.ports import Ports
from actors.sandboxes.terminal import Terminal
from storage.ids import new_id

START_TIMEOUT_S = 30.0
MAX_COMMANDS = 16
MAX_TERMINALS = 8
KEPT_NOTES = 200
SPARE_BYTES = 32 * 2**20
"""What an archive may have beyond the files in it."""


class Sandbox:
    """Made by `start`; `gone` is set when it has ended, for whatever reason."""

    def __init__(self, box_id: str, backend: Backend, link: Link) -> None:
        self.id = box_id
        self.backend = backend
        self.link = link
        self.state: Literal["running", "paused"] = "running"
        self.agreed = Agreement()
        self.created_at = datetime.now(UTC)
        self.used_at = time.monotonic()
        self.saved_at = self.used_at
        self.terminals: dict[str, Terminal] = {}
        self.notes: deque[tuple[datetime, str]] = deque(maxlen=KEPT_NOTES)
        self.lock = asyncio.Lock()
        self.gone = asyncio.Event()
        self.ports = Ports(link, self.use)
        self.inputs = Inputs()
        self._executing = 0
        self._letting_out: asyncio.Task[None] | None = None
        self._tending = asyncio.create_task(self._tend(), name=f"sandbox-{box_id}")

    @classmethod
    async def start(cls, backend: Backend) -> "Sandbox":
        """SandboxUnavailableError, SandboxGoneError."""
        box_id = new_id()
        started = time.monotonic()
        sandbox = cls(box_id, backend, Link(await backend.start(box_id)))
        try:
            async with asyncio.timeout(START_TIMEOUT_S):
                await sandbox.link.ready.wait()
        except TimeoutError:
            sandbox.link.close()
        except asyncio.CancelledError:
            await sandbox.end()  # nobody else knows of it
            raise
        if sandbox.link.ended:
            await sandbox.gone.wait()
            raise SandboxGoneError("The sandbox did not start.")
        sandbox.note(f"started in {1e3 * (time.monotonic() - started):.0f} ms")
        return sandbox

    async def _tend(self) -> None:
        try:
            await self.link.run()
        finally:
            if self._letting_out is not None:
                self._letting_out.cancel()
            await self.ports.close()
            await self.backend.remove(self.id)
            self.gone.set()

    def let_out(self, allowed: Allowed) -> None:
        """From now on its programs reach these hosts."""
        if allowed.entries:
            self.link.environment = ENVIRONMENT
            letting_out = Egress(self.link, allowed, self.use).run()
            self._letting_out = asyncio.create_task(letting_out, name=f"egress-{self.id}")

    def note(self, what: str) -> None:
        self.notes.append((datetime.now(UTC), what))

    def use(self) -> None:
        self.used_at = time.monotonic()

    @property
    def busy(self) -> bool:
        return self._executing > 0 or self.lock.locked()

    async def wake(self) -> None:
        """SandboxGoneError."""
        self.use()
        if self.state == "paused":
            await self.backend.resume(self.id)
            self.state = "running"
            self.note("woken")

    async def pause(self) -> None:
        await self.backend.pause(self.id)
        self.state = "paused"
        self.note("paused")

    async def reset(self) -> None:
        """End every program in it; its files stay. SandboxGoneError."""
        await self.link.send(Frame(Kind.KILL, 0))
        self.note("all programs ended")

    async def end(self) -> None:
        """End it, with all that runs in it."""
        self.link.close()
        for terminal in [*self.terminals.values()]:
            await terminal.close()
        await self.backend.remove(self.id)
        await self.gone.wait()

    async def execute(self, request: Request) -> AsyncGenerator[Event]:
        """See `Execution.events`. SandboxesFullError, SandboxGoneError."""
        if self._executing >= MAX_COMMANDS:
            raise SandboxesFullError(f"The sandbox runs {MAX_COMMANDS} commands already.")
        self._executing += 1
        try:
            events = Execution(self.link, request, self.inputs).events()
            async with contextlib.aclosing(events):
                async for event in events:
                    if event[0] == "exec.ended":
                        self.note(_summary(event[1]))
                    yield event
        finally:
            self._executing -= 1
            self.use()

    async def terminal(self, terminal_id: str, rows: int, columns: int) -> Terminal:
        """The one of this name, or a new one. SandboxesFullError, SandboxGoneError."""
        if (known := self.terminals.get(terminal_id)) is not None and not known.ended:
            return known
        self.terminals = {name: each for name, each in self.terminals.items() if not each.ended}
        if len(self.terminals) >= MAX_TERMINALS:
            raise SandboxesFullError(f"The sandbox has {MAX_TERMINALS} terminals already.")
        terminal = self.terminals[terminal_id] = Terminal(self.link, self.use)
        await terminal.start(rows, columns)
        self.note("terminal opened")
        return terminal

    async def save(self, path: Path, limits: Limits) -> None:
        """Keep its files as an archive, which only a sandbox ever unpacks. SandboxGoneError."""
        at = time.monotonic()
        command = await self.link.start(Order(argv=("tar", "-C", WORK, "-cf", "-", ".")))
        new = path.with_suffix(".new")
        await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
        total = 0
        with new.open("wb") as file:
            async with contextlib.aclosing(command.output()) as pieces:
                async for stream, piece in pieces:
                    if stream != 1:
                        continue
                    if (total := total + len(piece)) > limits.work_bytes + SPARE_BYTES:
                        await command.kill()
                        raise SandboxGoneError("The sandbox's archive is too large.")
                    file.write(piece)
        if command.exit is None or command.exit.code not in (0, 1):  # 1: a file changed meanwhile
            raise SandboxGoneError("The sandbox's files could not be kept.")
        new.replace(path)
        self.saved_at = at

    async def restore(self, path: Path) -> None:
        """Unpack what `save` kept. SandboxGoneError."""
        command = await self.link.start(Order(argv=("tar", "-C", WORK, "-xf", "-")))

        async def give() -> None:
            with path.open("rb") as file:
                while data := await asyncio.to_thread(file.read, 2**18):
                    await command.write(data)
            await command.end_input()

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(give())
            async with contextlib.aclosing(command.output()) as pieces:
                async for _ in pieces:
                    pass


def _summary(ended: dict[str, object]) -> str:
    how = "timed out" if ended["timed_out"] else f"exit {ended['exit_code']}"
    return f"command: {how}, {ended['duration_ms']} ms"
