"""One command of a person or a program: its output as events, bounded in time and bytes."""

import asyncio
import codecs
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from actors.sandboxes.input import Inputs
from actors.sandboxes.link import Command, Exit, Link, Order

MAX_OUTPUT_BYTES = 2**20
"""Of each stream; what is more is read and forgotten, up to the next."""
MAX_TOTAL_BYTES = 64 * 2**20
"""From which on the command is ended."""
KILL_PATIENCE_S = 2.0
STREAMS = {1: "stdout", 2: "stderr"}

Event = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Request:
    command: str
    timeout_s: float = 60.0
    stdin: str = ""
    stdin_open: bool = False
    """More input follows, by `id`."""
    id: str = ""


class Execution:
    """`events` runs it, once: `exec.output` {stream, text} as it comes, then `exec.ended`."""

    def __init__(self, link: Link, request: Request, inputs: Inputs) -> None:
        self._link = link
        self._request = request
        self._inputs = inputs
        self._started = time.monotonic()
        self._kept = {1: 0, 2: 0}
        self._total = 0
        self._timed_out = False
        decoder = codecs.getincrementaldecoder("utf-8")
        self._decoders = {stream: decoder("replace") for stream in STREAMS}

    async def events(self) -> AsyncGenerator[Event]:
        """Who closes it early ends the command."""
        order = Order(argv=("bash", "-c", self._request.command))
        command = await self._link.start(order)
        feeding = asyncio.create_task(self._feed(command))
        try:
            while (piece := await self._next(command)) is not None:
                if event := self._told(*piece):
                    yield event
            for stream in STREAMS:
                if event := self._told(stream, b"", final=True):
                    yield event
            yield "exec.ended", self._ended(command.exit)
        finally:
            feeding.cancel()
            self._inputs.close(self._request.id)
            if command.exit is None:
                await command.kill()

    async def _feed(self, command: Command) -> None:
        await command.write(self._request.stdin.encode())
        if self._request.stdin_open:
            await self._inputs.open(self._request.id, command)
        else:
            await command.end_input()

    async def _next(self, command: Command) -> tuple[int, bytes] | None:
        """The next output; None at the end, be it because its time is over."""
        if not self._timed_out and self._total <= MAX_TOTAL_BYTES:
            left_s = self._started + self._request.timeout_s - time.monotonic()
            try:
                async with asyncio.timeout(max(0, left_s)):
                    return await command.piece()
            except TimeoutError:
                self._timed_out = True
        await command.kill()
        try:
            async with asyncio.timeout(KILL_PATIENCE_S):
                return await command.piece()
        except TimeoutError:
            return None

    def _told(self, stream: int, data: bytes, *, final: bool = False) -> Event | None:
        room = max(0, MAX_OUTPUT_BYTES - self._kept[stream])
        self._total += len(data)
        self._kept[stream] += len(data)
        text = self._decoders[stream].decode(data[:room], final)
        return ("exec.output", {"stream": STREAMS[stream], "text": text}) if text else None

    def _ended(self, exit: Exit | None) -> dict[str, Any]:
        return {
            "exit_code": exit.code if exit else None,
            "signal": exit.signal if exit else None,
            "error": exit.error if exit else None,
            "timed_out": self._timed_out,
            "truncated": max(self._kept.values()) > MAX_OUTPUT_BYTES,
            "duration_ms": round(1e3 * (time.monotonic() - self._started)),
        }


async def result(events: AsyncGenerator[Event]) -> dict[str, Any]:
    """All of it at once: `stdout`, `stderr` and how it ended."""
    texts: dict[str, list[str]] = {name: [] for name in STREAMS.values()}
    ended: dict[str, Any] = {}
    async with aclosing(events):
        async for kind, data in events:
            if kind == "exec.output":
                texts[data["stream"]].append(data["text"])
            else:
                ended = data
    return {name: "".join(parts) for name, parts in texts.items()} | ended
