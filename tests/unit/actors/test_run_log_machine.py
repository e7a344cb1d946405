"""The run log under every interleaving that hypothesis finds: sessions write, the store is
slow, fails half-way or belongs to another host, hosts die, readers come and go."""

import asyncio
from contextlib import aclosing

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from actors.run_log import TERMINAL_KINDS, RunLog, RunWriter
from actors.snapshots import History
from storage.errors import LeaseLostError
from storage.events import Event, EventChunk
from tests.unit.actors.chunk_store import FakeChunkStore
from tests.unit.actors.sse_pieces import events_of
from tests.unit.actors.virtual_time import VirtualLoop

RUNS = ("a", "b", "c")
Item = str | tuple[str, str]
"""A character of the answer, or an event other than a delta: (kind, its data)."""


class Reader:
    """What one client received of one run; it checks each event as it comes."""

    def __init__(self, store: FakeChunkStore, writer: RunWriter, after: int | None) -> None:
        self.after = after
        self.last = after
        self.text: list[str] = []
        self._store = store
        self.writer = writer
        self.ended = False

    async def read(self) -> None:
        if self.after is not None:  # what is older than this host is read from storage
            for seq, event in self._store.events(self.writer.run_id):
                if self.after < seq < self.writer.first_seq_here:
                    self._take(seq, event.kind, event.data)
        async with aclosing(self.writer.follow(self.last)) as pieces:
            async for piece in pieces:
                for seq, kind, data in events_of(piece):
                    self._take(int(seq), kind, data)
        assert self.writer.ended or self.writer.lost, "closed without a reason"

    def _take(self, seq: int, kind: str, data: dict[str, object]) -> None:
        assert not self.ended, "an event after the terminal one"
        if kind == "message.snapshot":
            assert self.last is None, "a snapshot after other events"
            self.last, self.text = seq, [str(data["text"])]
            upto = [event for at, event in self._store.events(self.writer.run_id) if at <= seq]
            assert data["text"] == "".join(History.of([_chunk(upto)]).text if upto else ())
            return
        assert self.last is not None
        assert seq == self.last + 1, "a gap or a repetition"
        assert (seq, Event(kind, data)) in self._store.events(self.writer.run_id), (
            "published before it was stored"
        )
        self.last = seq
        self.ended = kind in TERMINAL_KINDS
        assert not self.ended or self.writer.ended, "the end came before publish_end"


class RunLogMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = VirtualLoop()
        self.store = FakeChunkStore(gated=True)
        self.given: dict[str, list[Item]] = {run: [] for run in RUNS}
        self.readers: list[tuple[Reader, asyncio.Task[None]]] = []
        self.generation = 0
        self._start_host()

    def _start_host(self) -> None:
        """What a host does when it starts: read each run's log, go on behind it."""
        self.generation += 1
        self.log = RunLog(self.store, f"host:{self.generation}", self.loop.time)
        self.committing = self.loop.create_task(self.log.run())
        self.writers: dict[str, RunWriter] = {}
        self.seals: dict[str, asyncio.Task[bool]] = {}
        for run in RUNS:
            stored = _items(self.store, run)
            assert self.given[run][: len(stored)] == stored, "stored what was not given"
            self.given[run] = stored  # what no reader ever saw may go with the host
            history = self._history(run)
            if history.end is None:
                self.writers[run] = self.log.open(
                    "tenant", run, history.last_seq, history.snapshot(), ended=False
                )

    def _history(self, run: str) -> History:
        """What the next host finds, checked against what was given to this one."""
        history, stored = History.of(self.store.of(run)), _items(self.store, run)
        assert "".join(history.text) == _text(stored)
        assert list(history.token_ids) == [ord(char) for char in _text(stored)]
        assert history.tokens == len(_text(stored))
        assert history.prompt_token_ids == (_prompt(stored) if _text(stored) else ())
        return history

    def _open(self, run: str) -> RunWriter | None:
        writer = self.writers.get(run)
        return None if writer is None or writer.lost or run in self.seals else writer

    # Sessions

    @rule(run=st.sampled_from(RUNS), text=st.text("abé\n✓", min_size=1, max_size=4))
    def delta(self, run: str, text: str) -> None:
        if writer := self._open(run):
            prompt = () if _text(self.given[run]) else _prompt(self.given[run])
            writer.delta(text, len(text), [ord(char) for char in text], prompt)
            self.given[run] += text

    @rule(run=st.sampled_from(RUNS), kind=st.sampled_from(["run.waiting", "message.restarted"]))
    def event(self, run: str, kind: str) -> None:
        if writer := self._open(run):
            writer.emit(kind, {"n": len(self.given[run])})
            self.given[run].append((kind, f"{{'n': {len(self.given[run])}}}"))

    @rule(run=st.sampled_from(RUNS), kind=st.sampled_from(sorted(TERMINAL_KINDS)))
    def seal(self, run: str, kind: str) -> None:
        if writer := self._open(run):
            self.given[run].append((kind, "{}"))
            self.seals[run] = self.loop.create_task(_seal(writer, kind))

    @rule(run=st.sampled_from(RUNS))
    def publish_end(self, run: str) -> None:
        seal = self.seals.get(run)
        if seal and seal.done() and seal.result() and not self.writers[run].ended:
            assert self.store.events(run)[-1][1].kind in TERMINAL_KINDS, "sealed, not stored"
            self.writers[run].publish_end()

    # The store and the hosts

    @precondition(lambda self: self.store.waiting)
    @rule()
    def store_accepts(self) -> None:
        self.store.accept()
        self.loop.turns(3)

    @precondition(lambda self: self.store.waiting)
    @rule(stored=st.sets(st.sampled_from(RUNS)))
    def store_fails(self, stored: set[str]) -> None:
        self.store.fail(stored)
        self.loop.turns(3)

    @rule(run=st.sampled_from(RUNS))
    def another_host_takes_over(self, run: str) -> None:
        """Its first event takes the place that ours would have had."""
        writer = self._open(run)
        if writer is None or any(chunk.run_id == run for chunk in self.store.waiting):
            return
        taken = Event("run.resumed", {"by": "other"})
        chunk = EventChunk("tenant", run, writer.committed_seq + 1, (taken,), writer="other")
        if self.store.put(chunk):
            self.given[run] = _items(self.store, run)
            writer.delta("x", 1, [ord("x")])

    @rule(stored=st.sets(st.sampled_from(RUNS)))
    def host_dies(self, stored: set[str]) -> None:
        """`kill -9`: what was on its way may or may not have been stored."""
        for chunk in self.store.waiting:
            if chunk.run_id in stored:
                self.store.put(chunk)
        self.committing.cancel()
        for writer in self.writers.values():
            writer.drop()
        self.loop.turns(5)
        self._start_host()

    # Readers and time

    @rule(run=st.sampled_from(RUNS), after=st.none() | st.integers(0, 40))
    def follow(self, run: str, after: int | None) -> None:
        writer = self.writers.get(run)
        if writer is None or writer.lost or writer.ended:
            return
        published = writer.published_seq
        reader = Reader(self.store, writer, None if after is None else min(after, published))
        self.readers.append((reader, self.loop.create_task(reader.read())))

    @rule(index=st.integers(0, 10))
    def reader_leaves(self, index: int) -> None:
        if index < len(self.readers):
            self.readers.pop(index)[1].cancel()

    @rule(count=st.integers(1, 4))
    def turns(self, count: int) -> None:
        self.loop.turns(count)

    @rule(seconds=st.sampled_from([0.001, 0.03, 0.3]))
    def time_passes(self, seconds: float) -> None:
        self.loop.advance(seconds)

    # What must hold

    @invariant()
    def nothing_broke(self) -> None:
        assert not self.committing.done(), "the log stopped committing"
        for _, task in self.readers:
            if task.done() and not task.cancelled():
                task.result()

    @invariant()
    def seqs_have_no_gaps(self) -> None:
        for run in RUNS:
            seqs = [seq for seq, _ in self.store.events(run)]
            assert seqs == list(range(1, len(seqs) + 1))
            kinds = [event.kind for _, event in self.store.events(run)]
            assert not TERMINAL_KINDS & set(kinds[:-1]), "an event behind the terminal one"

    def teardown(self) -> None:
        """The store recovers, every answer ends: now each reader must have everything."""
        try:
            self.store.open_gate()
            self.loop.advance(1)
            for run in RUNS:
                if self._open(run):
                    self.seal(run, "run.completed")
            self.loop.advance(1)
            assert all(seal.done() for seal in self.seals.values()), "a session waits for ever"
            for run in self.seals:
                self.publish_end(run)
            self.loop.advance(1)
            for reader, task in self.readers:
                self._check_reader(reader, task)
            for run, writer in self.writers.items():
                self._history(run)
                if not writer.lost:
                    assert _items(self.store, run) == self.given[run], "something was lost"
        finally:
            self.loop.finish()

    def _check_reader(self, reader: Reader, task: asyncio.Task[None]) -> None:
        assert task.done(), "a reader still waits though its run is over"
        task.result()
        if reader.writer.ended:
            assert reader.ended, "the terminal event is missing"
            assert reader.last == self.store.events(reader.writer.run_id)[-1][0]


async def _seal(writer: RunWriter, kind: str) -> bool:
    """Whether the end was stored; False when the run is another host's."""
    try:
        await writer.seal(kind, {})
    except LeaseLostError:
        return False
    return True


def _items(store: FakeChunkStore, run: str) -> list[Item]:
    items: list[Item] = []
    for chunk in store.of(run):
        ids = list(chunk.token_ids)
        for event in chunk.events:
            if event.kind == "message.delta":
                assert event.data["tokens"] == len(event.data["text"]), "tokens went astray"
                items += event.data["text"]
            else:
                items.append((event.kind, str(event.data)))
        kept = "".join(History.of([_chunk(list(chunk.events))]).text)
        assert ids == [ord(char) for char in kept], "token ids went astray"
    return items


def _text(items: list[Item]) -> str:
    """The answer so far: the characters behind the last restart."""
    restarts = [i for i, item in enumerate(items) if item[0] == "message.restarted"]
    return "".join(i for i in items[restarts[-1] + 1 if restarts else 0 :] if isinstance(i, str))


def _prompt(items: list[Item]) -> tuple[int, ...]:
    """The prompt of the try that is written now: another one after each restart."""
    return (1, sum(item[0] == "message.restarted" for item in items))


def _chunk(events: list[Event]) -> EventChunk:
    return EventChunk("tenant", "any", 1, tuple(events))


RunLogMachine.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestRunLog = RunLogMachine.TestCase
