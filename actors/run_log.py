"""The run log of one host: append, commit in groups, then publish to followers.

The order is the promise: an event reaches a reader only after the store has it, so no
client ever sees one that could vanish. All runs of a host commit together, one bulk write
a tick; deltas that are due in the same tick become one event. The tick is 25 ms, 60 ms where
many runs are open, and grows with what a commit costs, so that committing takes an eighth of
the time at most: a slow store or a busy machine means larger groups, not a longer queue.

Pure: asyncio, an injected store and clock, no framework.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any, Protocol

import orjson

from actors.errors import CursorBeyondEndError
from storage.errors import LeaseLostError, UnavailableError
from storage.events import Event, EventChunk

TERMINAL_KINDS = frozenset({"run.completed", "run.failed", "run.cancelled"})
MIN_TICK_S = 0.025
MANY_RUNS, MANY_TICK_S = 8, 0.06
"""From so many open runs on the tick is at least this: what an event costs, readers and store
together, is time that the engine could use."""
MAX_TICK_S = 0.12
TICK_TO_COST = 8
RETRY_S = 0.25


class ChunkStore(Protocol):
    async def append(self, chunks: Sequence[EventChunk]) -> frozenset[str]:
        """Store all chunks in one write; give the ids of runs that another writer owns."""
        ...


class Snapshot(Protocol):
    """What the published events of a run add up to, for a reader who comes late."""

    def add(self, event: Event) -> None: ...

    def event(self, status: str) -> Event:
        """All of it as one event."""
        ...


@dataclass(slots=True)
class _Pending:
    events: list[Event] = field(default_factory=list)
    token_ids: list[int] = field(default_factory=list)
    prompt_token_ids: tuple[int, ...] = ()


class RunWriter:
    """One run's open end: its session appends here, its followers read here."""

    def __init__(
        self, log: "RunLog", tenant_id: str, run_id: str, last_seq: int, snapshot: Snapshot
    ) -> None:
        self.tenant_id = tenant_id
        self.run_id = run_id
        self.committed_seq = last_seq
        self.first_seq_here = last_seq + 1
        self.snapshot = snapshot
        self.lost = False
        self.ended = False
        self._log = log
        self._pending = _Pending()
        self._frames: list[bytes] = []
        self._sealed: bytes | None = None
        self._silent = True
        self._changed = asyncio.Event()

    def emit(self, kind: str, data: dict[str, Any], *, patient: bool = False) -> None:
        """Append an event; it is committed at once, with whatever waits. A patient one waits a
        tick for company."""
        self._check()
        if kind == "message.restarted":  # the text so far is void, and so are its tokens
            self._pending.token_ids.clear()
            self._pending.prompt_token_ids = ()
        self._pending.events.append(Event(kind, data))
        self._log.wake(self, urgent=not patient, patient=patient)

    def delta(
        self,
        text: str,
        tokens: int,
        token_ids: Sequence[int] = (),
        prompt_token_ids: tuple[int, ...] = (),
    ) -> None:
        """Append a piece of the answer; pieces of one tick become one event."""
        self._check()
        pending = self._pending
        pending.token_ids.extend(token_ids)
        pending.prompt_token_ids = pending.prompt_token_ids or prompt_token_ids
        last = pending.events[-1] if pending.events else None
        if last is not None and last.kind == "message.delta":
            text, tokens = last.data["text"] + text, last.data["tokens"] + tokens
            pending.events[-1] = Event("message.delta", {"text": text, "tokens": tokens})
        else:
            pending.events.append(Event("message.delta", {"text": text, "tokens": tokens}))
        self._log.wake(self, urgent=self._silent)  # the first piece goes at once

    def update(self, kind: str, data: dict[str, Any], key: str) -> None:
        """Append an event of which only the newest with this `data[key]` matters: those of one
        tick become one."""
        self._check()
        events = self._pending.events
        for i, event in enumerate(events):
            if event.kind == kind and event.data[key] == data[key]:
                events[i] = Event(kind, event.data | data)
                break
        else:
            events.append(Event(kind, data))
        self._log.wake(self, urgent=False)

    async def flush(self) -> None:
        """Wait until all that was appended is stored. Raises LeaseLostError."""
        self._check()
        while self._pending.events or self._log.committing(self):
            changed = self._changed
            if self._pending.events:
                self._log.wake(self, urgent=True)
            await changed.wait()
            self._check()

    async def seal(self, kind: str, data: dict[str, Any]) -> None:
        """Store the terminal event without publishing it yet; `publish_end` does that."""
        assert kind in TERMINAL_KINDS
        self.emit(kind, data)
        await self.flush()

    def publish_end(self) -> None:
        """Let followers have the terminal event, and close the log of this run."""
        if self._sealed is not None:
            self._frames.append(self._sealed)
            self._sealed = None
        self.ended = True
        self._log.forget(self)
        self._notify()

    def drop(self) -> None:
        """Stop without an end: another host goes on. Followers are told to look again."""
        self.lost = True
        self._log.forget(self)
        self._notify()

    async def follow(self, after: int | None, tag: str = "") -> AsyncGenerator[bytes]:
        """Events after `after` as SSE bytes, several to a piece, until the run ends or drops.

        None begins with a snapshot. Events before `first_seq_here` are the caller's to read
        from storage. Raises CursorBeyondEndError.
        """
        published = self.published_seq
        if after is None:
            after = published - self.ended  # the end is told behind it
            yield self._snapshot(after, tag)
        elif after > published:
            raise CursorBeyondEndError(after, published)
        position = max(0, after + 1 - self.first_seq_here)
        while True:
            if position < len(self._frames):
                piece = self._frames[position:]
                position += len(piece)
                yield tagged(piece, tag)
            elif self.ended or self.lost:
                return
            else:
                await self._changed.wait()

    @property
    def published_seq(self) -> int:
        """The newest seq that followers may have."""
        return self.first_seq_here + len(self._frames) - 1

    def _snapshot(self, seq: int, tag: str) -> bytes:
        return tagged([frame(seq, self.snapshot.event("running"))], tag)

    def _check(self) -> None:
        if self.lost:
            raise LeaseLostError(self.run_id)

    def take(self, writer: str) -> EventChunk | None:
        """The next chunk to store, or None. The log asks again only after `stored`."""
        pending = self._pending
        if not pending.events or self.lost:
            return None
        self._pending = _Pending()
        return EventChunk(
            tenant_id=self.tenant_id,
            run_id=self.run_id,
            first_seq=self.committed_seq + 1,
            events=tuple(pending.events),
            token_ids=tuple(pending.token_ids),
            prompt_token_ids=pending.prompt_token_ids,
            writer=writer,
        )

    def stored(self, chunk: EventChunk) -> None:
        """The store has this chunk: publish it."""
        for seq, event in enumerate(chunk.events, chunk.first_seq):
            if event.kind in TERMINAL_KINDS:
                self._sealed = frame(seq, event)
                continue
            self._frames.append(frame(seq, event))
            self.snapshot.add(event)
            if event.kind in ("message.delta", "message.restarted"):
                self._silent = event.kind == "message.restarted"
        self.committed_seq = chunk.last_seq
        self._notify()

    def _notify(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()


class RunLog:
    """All open runs of one host, and the one task that commits them."""

    def __init__(self, store: ChunkStore, writer: str, clock: Callable[[], float]) -> None:
        self._store = store
        self._writer = writer
        self._clock = clock
        self._open: dict[str, RunWriter] = {}
        self._dirty: dict[str, RunWriter] = {}
        self._in_flight: frozenset[str] = frozenset()
        self._tick_s = MIN_TICK_S
        self._last_start = -inf
        self._wanted = inf
        self._sooner = asyncio.Event()

    def open(
        self, tenant_id: str, run_id: str, last_seq: int, snapshot: Snapshot, *, ended: bool
    ) -> RunWriter:
        """The open end of a run of which `last_seq` events are stored. One whose end is among
        them is shown to nobody here: readers find all of it in storage, as soon as it is tidied
        up."""
        writer = RunWriter(self, tenant_id, run_id, last_seq, snapshot)
        if not ended:
            self._open[run_id] = writer
        return writer

    def get(self, run_id: str) -> RunWriter | None:
        return self._open.get(run_id)

    def wake(self, run: RunWriter, *, urgent: bool, patient: bool = False) -> None:
        """Commit this run: a tick after the commit before (a patient one: after now), or at
        once if it is urgent."""
        self._dirty[run.run_id] = run
        wanted = -inf if urgent else self._clock() + (self._tick_s if patient else 0)
        if wanted < self._wanted:
            self._wanted = wanted
            self._sooner.set()

    def forget(self, run: RunWriter) -> None:
        if self._open.get(run.run_id) is run:
            del self._open[run.run_id]

    def committing(self, run: RunWriter) -> bool:
        return run.run_id in self._in_flight

    async def run(self) -> None:
        """Commit for ever. Cancel it when no run is open any more."""
        while True:
            while (wait_s := self._due() - self._clock()) > 0:
                self._sooner.clear()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(None if wait_s == inf else wait_s):
                        await self._sooner.wait()
            self._wanted, self._last_start = inf, self._clock()
            await self._commit()
            cost_s = self._clock() - self._last_start
            least_s = MIN_TICK_S if len(self._open) < MANY_RUNS else MANY_TICK_S
            tick_s = max(least_s, 0.8 * self._tick_s, TICK_TO_COST * cost_s)
            self._tick_s = min(MAX_TICK_S, tick_s)

    def _due(self) -> float:
        """When the next commit begins, by the clock."""
        return max(self._wanted, self._last_start + self._tick_s) if self._wanted > -inf else -inf

    async def _commit(self) -> None:
        dirty, self._dirty = self._dirty, {}
        batch = [(run, chunk) for run in dirty.values() if (chunk := run.take(self._writer))]
        if not batch:
            return
        self._in_flight = frozenset(run.run_id for run, _ in batch)
        lost = await self._append([chunk for _, chunk in batch])
        self._in_flight = frozenset()
        for run, chunk in batch:
            if run.run_id in lost:
                run.drop()
            else:
                run.stored(chunk)

    async def _append(self, chunks: Sequence[EventChunk]) -> frozenset[str]:
        """Try until the store takes them. Nothing is published meanwhile, so nothing is lost."""
        while True:
            try:
                return await self._store.append(chunks)
            except UnavailableError:
                await asyncio.sleep(RETRY_S)


def frame(seq: int, event: Event) -> bytes:
    """One event as server-sent-event bytes."""
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (
        seq,
        event.kind.encode(),
        orjson.dumps(event.data),
    )


def tagged(frames: Sequence[bytes], tag: str) -> bytes:
    """Frames joined; with a tag their ids read `TAG:SEQ`, for a stream of several runs."""
    if not tag:
        return b"".join(frames)
    prefix = b"id: %s:" % tag.encode()
    return b"".join(prefix + one[4:] for one in frames)
