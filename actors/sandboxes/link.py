"""The host's end of a sandbox: any number of commands over its one connection."""

import asyncio
import contextlib
import itertools
import json
import signal
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import structlog

from actors.sandboxes.backend import WORK, Connection
from actors.sandboxes.errors import SandboxGoneError
from actors.sandboxes.frames import PIECE, WINDOW, Frame, FrameReader, Kind

log = structlog.get_logger()

GONE = "The sandbox ended: it was deleted, or its memory was not enough."


@dataclass(frozen=True, slots=True)
class Order:
    """What to run: a program with its arguments, or one of the inside program's own calls.
    `size` is rows and columns, of a terminal; None: pipes."""

    argv: Sequence[str] = ()
    call: str = ""
    arguments: Sequence[Any] = ()
    cwd: str = WORK
    env: Mapping[str, str] | None = None
    size: tuple[int, int] | None = None

    def payload(self) -> bytes:
        order: dict[str, Any] = {"cwd": self.cwd, "env": self.env or {}, "tty": self.size}
        order |= {"call": self.call, "arguments": self.arguments} if self.call else {}
        return json.dumps({"argv": list(self.argv), **order}).encode()


@dataclass(frozen=True, slots=True)
class Exit:
    """How a command ended: with a code, by a signal, or, with `error`, before it began."""

    code: int | None
    signal: int | None = None
    error: str | None = None


class Command:
    """One command in a sandbox. Read its output to the end; then `exit` says how it ended."""

    def __init__(self, link: "Link", channel: int) -> None:
        self.exit: Exit | None = None
        self._link = link
        self._channel = channel
        self._pieces: asyncio.Queue[tuple[int, bytes] | None] = asyncio.Queue()
        self._arriving = WINDOW
        self._credit = WINDOW
        self._granted = asyncio.Event()

    async def piece(self) -> tuple[int, bytes] | None:
        """The next output, (1 or 2, bytes), or None at its end. What is not asked for holds the
        command up. SandboxGoneError."""
        if (piece := await self._pieces.get()) is not None:
            self._arriving += len(piece[1])
            await self._send(Kind.CREDIT, str(len(piece[1])).encode())
        elif self.exit is None:
            raise SandboxGoneError(GONE)
        return piece

    async def output(self) -> AsyncGenerator[tuple[int, bytes]]:
        """All of it. SandboxGoneError."""
        while (piece := await self.piece()) is not None:
            yield piece

    async def write(self, data: bytes) -> None:
        """Give it input; waits while it takes none. What it no longer reads is dropped."""
        for start in range(0, len(data), PIECE):
            piece = data[start : start + PIECE]
            while self._credit < len(piece) and not self._link.over(self._channel):
                self._granted.clear()
                await self._granted.wait()
            self._credit -= len(piece)
            await self._send(Kind.INPUT, piece)

    async def end_input(self) -> None:
        await self._send(Kind.INPUT_END)

    async def join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry the bytes of a connection both ways, until the command has said all.
        SandboxGoneError, OSError."""
        giving = asyncio.create_task(self._take_from(reader))
        try:
            while (piece := await self.piece()) is not None:
                if piece[0] == 1:
                    writer.write(piece[1])
                    await writer.drain()
        finally:
            giving.cancel()

    async def _take_from(self, reader: asyncio.StreamReader) -> None:
        with contextlib.suppress(SandboxGoneError, OSError):
            while data := await reader.read(PIECE):
                await self.write(data)
            await self.end_input()

    async def resize(self, rows: int, columns: int) -> None:
        await self._send(Kind.RESIZE, json.dumps([rows, columns]).encode())

    async def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to all that it started and that did not leave its group."""
        with contextlib.suppress(SandboxGoneError):
            await self._send(Kind.KILL, str(int(number)).encode())

    async def _send(self, kind: Kind, payload: bytes = b"") -> None:
        if not self._link.over(self._channel):
            await self._link.send(Frame(kind, self._channel, payload))

    def take(self, frame: Frame) -> None:
        """What the sandbox says of it. SandboxGoneError for what nobody asked for."""
        match frame.kind:
            case Kind.OUTPUT:
                data = frame.payload[1:]
                self._arriving -= len(data)
                if self._arriving < 0 or not data or frame.payload[0] not in (1, 2):
                    raise SandboxGoneError("The sandbox sent more than it may.")
                self._pieces.put_nowait((frame.payload[0], data))
            case Kind.CREDIT:
                self._credit += _number(frame.payload)
                self._granted.set()
            case Kind.EXIT:
                self.end(_exit(frame.payload))

    def end(self, exit: Exit | None) -> None:
        """Nothing more comes of it; None when it went with its sandbox."""
        self.exit = exit
        self._pieces.put_nowait(None)
        self._granted.set()


class Link:
    """`run` reads what the sandbox sends, until its end."""

    def __init__(self, connection: Connection) -> None:
        self.ready = asyncio.Event()
        self.ended = False
        self.environment: Mapping[str, str] = {}
        """What programs find beside what the sandbox has."""
        self._connection = connection
        self._commands: dict[int, Command] = {}
        self._channels = itertools.count(1)
        self._reader = FrameReader()

    async def run(self) -> None:
        try:
            while data := await self._connection.read():
                for frame in self._reader.feed(data):
                    self._take(frame)
        except SandboxGoneError as error:
            log.warning("sandbox broke off", reason=str(error))
        finally:
            self.close()

    def _take(self, frame: Frame) -> None:
        if frame.kind is Kind.READY:
            self.ready.set()
            return
        command = self._commands.get(frame.channel)
        if command is None:
            return
        if frame.kind is Kind.EXIT:
            del self._commands[frame.channel]
        command.take(frame)

    async def start(self, order: Order) -> Command:
        """SandboxGoneError."""
        channel = next(self._channels)
        command = self._commands[channel] = Command(self, channel)
        order = replace(order, env={**self.environment, **(order.env or {})})
        try:
            await self.send(Frame(Kind.START, channel, order.payload()))
        except SandboxGoneError:
            self._commands.pop(channel, None)
            raise
        return command

    async def send(self, frame: Frame) -> None:
        if self.ended:
            raise SandboxGoneError(GONE)
        await self._connection.write(frame.packed())

    def over(self, channel: int) -> bool:
        return channel not in self._commands

    @property
    def busy(self) -> int:
        """How many commands run."""
        return len(self._commands)

    def close(self) -> None:
        """End the sandbox, and every command in it."""
        self.ended = True
        self.ready.set()
        self._connection.close()
        commands, self._commands = self._commands, {}
        for command in commands.values():
            command.end(None)


def _number(payload: bytes) -> int:
    if not payload.isdigit() or len(payload) > 9:
        raise SandboxGoneError("The sandbox sent no number.")
    return int(payload)


def _exit(payload: bytes) -> Exit:
    try:
        told = json.loads(payload)
        code, number, error = (told[key] for key in ("code", "signal", "error"))
    except (ValueError, KeyError, TypeError) as wrong:
        raise SandboxGoneError("The sandbox did not say how a command ended.") from wrong
    if not all(value is None or isinstance(value, int) for value in (code, number)):
        raise SandboxGoneError("The sandbox did not say how a command ended.")
    return Exit(code, number, None if error is None else str(error)[:300])
