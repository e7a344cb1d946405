"""A chunk store with the rules of the real one, whose every answer the test decides."""

import asyncio
from collections.abc import Collection, Sequence

from storage.errors import UnavailableError
from storage.events import Event, EventChunk


class FakeChunkStore:
    """`(run_id, first_seq)` is unique; the same chunk again counts as stored, another is lost.

    With `gated`, an append waits until the test calls `accept` or `fail`.
    """

    def __init__(self, gated: bool = False) -> None:
        self.chunks: dict[tuple[str, int], EventChunk] = {}
        self.appends = 0
        self.seconds_an_append = 0.0
        self.down = False
        self._gated = gated
        self._gate: asyncio.Future[None] | None = None
        self._waiting: Sequence[EventChunk] = ()

    async def append(self, chunks: Sequence[EventChunk]) -> frozenset[str]:
        self.appends += 1
        if self._gated:
            self._gate, self._waiting = asyncio.get_running_loop().create_future(), chunks
            await self._gate
        if self.seconds_an_append:
            await asyncio.sleep(self.seconds_an_append)
        if self.down:
            raise UnavailableError("down")
        return frozenset(chunk.run_id for chunk in chunks if not self.put(chunk))

    def put(self, chunk: EventChunk) -> bool:
        """Store a chunk; False when its place holds another."""
        return self.chunks.setdefault((chunk.run_id, chunk.first_seq), chunk) == chunk

    @property
    def waiting(self) -> Sequence[EventChunk]:
        """The chunks of the append that waits for the test, if one does."""
        return self._waiting if self._gate is not None and not self._gate.done() else ()

    def accept(self) -> None:
        assert self._gate is not None
        self._gate.set_result(None)

    def fail(self, stored_before: Collection[str]) -> None:
        """Break off, after the chunks of these runs were stored all the same."""
        assert self._gate is not None
        for chunk in self._waiting:
            if chunk.run_id in stored_before:
                self.put(chunk)
        self._gate.set_exception(UnavailableError("broke off"))

    def open_gate(self) -> None:
        """Accept everything from now on."""
        self._gated = False
        if self._gate is not None and not self._gate.done():
            self._gate.set_result(None)

    def of(self, run_id: str) -> list[EventChunk]:
        mine = (chunk for (run, _), chunk in self.chunks.items() if run == run_id)
        return sorted(mine, key=lambda chunk: chunk.first_seq)

    def events(self, run_id: str) -> list[tuple[int, Event]]:
        """Every stored event of a run with its seq."""
        return [
            (seq, event)
            for chunk in self.of(run_id)
            for seq, event in enumerate(chunk.events, chunk.first_seq)
        ]
