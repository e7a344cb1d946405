"""What a command is given while it runs: bytes in order, each once, whoever sends them again."""

import asyncio

from actors.sandboxes.frames import PIECE
from actors.sandboxes.link import Command
from storage.errors import ConflictError

BEGIN_TIMEOUT_S = 30.0


class Input:
    """Of a command that has begun."""

    def __init__(self, command: Command) -> None:
        self._command = command
        self._received = 0
        self._ended = False
        self._lock = asyncio.Lock()

    async def take(self, at: int | None, data: bytes, *, end: bool) -> int:
        """Pass on what follows the first `at` bytes, but for what has come already; wait while the
        command takes none. How many have come. ConflictError where bytes between are missing, or
        where it had all; SandboxGoneError."""
        async with self._lock:
            at = self._received if at is None else at
            if at > self._received:
                said = f"Of the input {self._received} bytes have come, {at} were expected."
                raise ConflictError(f"{said} Send on from there.")
            rest = data[self._received - at :]
            if rest and self._ended:
                raise ConflictError("The command's input has ended.")
            for start in range(0, len(rest), PIECE):
                piece = rest[start : start + PIECE]
                await self._command.write(piece)
                self._received += len(piece)
            if end and not self._ended:
                await self._command.end_input()
                self._ended = True
            return self._received


class Inputs:
    """Those that are open, by the ids of their commands."""

    def __init__(self) -> None:
        self._open: dict[str, Input] = {}
        self._opened = asyncio.Condition()

    async def open(self, command_id: str, command: Command) -> None:
        async with self._opened:
            self._open[command_id] = Input(command)
            self._opened.notify_all()

    def close(self, command_id: str) -> None:
        self._open.pop(command_id, None)

    async def of(self, command_id: str) -> Input:
        """Waits for a command that is yet to begin. ConflictError where none does."""
        try:
            async with asyncio.timeout(BEGIN_TIMEOUT_S), self._opened:
                await self._opened.wait_for(lambda: command_id in self._open)
                return self._open[command_id]
        except TimeoutError:
            raise ConflictError("The command has ended, or has not begun.") from None
