"""The run log by example: when events are stored, when they are seen, and how they end."""

import asyncio
from contextlib import aclosing

import pytest

from actors.errors import CursorBeyondEndError
from actors.run_log import (
    MANY_RUNS,
    MANY_TICK_S,
    MAX_TICK_S,
    MIN_TICK_S,
    TICK_TO_COST,
    RunLog,
    RunWriter,
)
from actors.snapshots import AnswerSnapshot, History
from storage.errors import LeaseLostError
from storage.events import Event, EventChunk
from tests.unit.actors.chunk_store import FakeChunkStore
from tests.unit.actors.sse_pieces import events_of
from tests.unit.actors.virtual_time import run


class Bench:
    """A log that commits, on a fake store."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.store = FakeChunkStore()
        self.log = RunLog(self.store, "host:1", self.loop.time)
        self.committing = asyncio.create_task(self.log.run())

    def open(self, run_id: str = "a", history: History | None = None) -> RunWriter:
        past = history or History()
        return self.log.open(
            "tenant", run_id, past.last_seq, past.snapshot(), ended=past.end is not None
        )


async def read(writer: RunWriter, after: int | None = 0, tag: str = "") -> list[bytes]:
    async with aclosing(writer.follow(after, tag)) as pieces:
        return [piece async for piece in pieces]


def kinds(pieces: list[bytes]) -> list[str]:
    return [kind for _, kind, _ in events_of(b"".join(pieces))]


async def end(writer: RunWriter) -> None:
    await writer.seal("run.completed", {})
    writer.publish_end()


def test_the_first_event_is_stored_at_once_and_deltas_of_a_tick_are_one_event() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.delta("a", 1, [1], (9, 9))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert [chunk.first_seq for chunk in bench.store.of("a")] == [1]
        for char in "bcd":
            writer.delta(char, 1, [ord(char)])
            await asyncio.sleep(MIN_TICK_S / 10)
        await asyncio.sleep(MIN_TICK_S)
        assert [(seq, event.data) for seq, event in bench.store.events("a")] == [
            (1, {"text": "a", "tokens": 1}),
            (2, {"text": "bcd", "tokens": 3}),
        ]
        assert [chunk.token_ids for chunk in bench.store.of("a")] == [(1,), (98, 99, 100)]

    run(scenario())


def test_an_event_that_is_no_delta_is_stored_at_once() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.delta("a", 1)
        await asyncio.sleep(MIN_TICK_S / 10)
        writer.delta("b", 1)
        writer.emit("run.waiting", {})
        at_s = bench.loop.time()
        await writer.flush()
        assert bench.loop.time() == at_s

    run(scenario())


def test_a_patient_event_waits_a_tick_for_company_and_no_longer() -> None:
    async def scenario() -> None:
        bench = Bench()
        alone, accompanied = bench.open("alone"), bench.open("accompanied")
        alone.emit("run.started", {}, patient=True)
        await asyncio.sleep(0.9 * MIN_TICK_S)
        assert bench.store.appends == 0
        await asyncio.sleep(0.2 * MIN_TICK_S)
        assert [event.kind for _, event in bench.store.events("alone")] == ["run.started"]
        await asyncio.sleep(1)
        accompanied.emit("run.started", {}, patient=True)
        await asyncio.sleep(MIN_TICK_S / 10)
        accompanied.delta("a", 1)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        (chunk,) = bench.store.of("accompanied")
        assert [event.kind for event in chunk.events] == ["run.started", "message.delta"]

    run(scenario())


def test_who_waits_patiently_delays_nobody_else() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer, other = bench.open("a"), bench.open("b")
        writer.delta("first", 1)
        await asyncio.sleep(1)
        other.emit("run.started", {}, patient=True)
        writer.delta("more", 1)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert len(bench.store.of("a")) == 2

    run(scenario())


def test_a_delta_never_joins_one_across_another_event() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        bench.store.seconds_an_append = 1
        writer.emit("run.started", {})
        writer.delta("a", 1)
        await asyncio.sleep(0.1)
        writer.delta("b", 1)
        writer.emit("run.waiting", {})
        writer.delta("c", 1)
        await writer.flush()
        found = [event.data.get("text", event.kind) for _, event in bench.store.events("a")]
        assert found == ["run.started", "a", "b", "run.waiting", "c"]

    run(scenario())


def test_one_write_stores_the_events_of_all_runs() -> None:
    async def scenario() -> None:
        bench = Bench()
        writers = [bench.open(f"run-{n}") for n in range(50)]
        for writer in writers:
            writer.delta("x", 1)
        await asyncio.sleep(1)
        assert bench.store.appends == 1

    run(scenario())


def test_a_slow_store_gets_larger_groups_not_a_longer_queue() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        for cost_s, tick_s in ((0.01, TICK_TO_COST * 0.01), (0.08, MAX_TICK_S)):
            before, since = bench.store.appends, bench.loop.time()
            bench.store.seconds_an_append = cost_s
            for _ in range(1000):
                writer.delta("x", 1)
                await asyncio.sleep(0.01)
            often = (bench.store.appends - before) / (bench.loop.time() - since)
            assert 0.7 / tick_s < often < 1.1 / tick_s
        bench.store.seconds_an_append = 0.001
        before, since = bench.store.appends, bench.loop.time()
        for _ in range(1000):
            writer.delta("x", 1)
            await asyncio.sleep(0.01)
        often = (bench.store.appends - before) / (bench.loop.time() - since)
        assert often > 0.7 / (MIN_TICK_S + 0.01), "the tick never became short again"

    run(scenario())


@pytest.mark.parametrize(
    ("runs", "tick_s"), [(MANY_RUNS - 1, MIN_TICK_S), (MANY_RUNS, MANY_TICK_S)]
)
def test_many_open_runs_commit_less_often(runs: int, tick_s: float) -> None:
    async def scenario() -> None:
        bench = Bench()
        writers = [bench.open(f"run-{n}") for n in range(runs)]
        before = bench.store.appends
        for _ in range(2000):
            for writer in writers:
                writer.delta("x", 1)
            await asyncio.sleep(0.001)
        often = (bench.store.appends - before) / 2
        assert 0.9 / tick_s < often < 1.1 / tick_s

    run(scenario())


def test_an_outage_delays_and_loses_nothing() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.emit("run.started", {})
        reading = asyncio.create_task(read(writer))
        await asyncio.sleep(0.1)
        bench.store.down = True
        for _ in range(600):
            writer.delta("x", 1)
            await asyncio.sleep(0.1)
        assert writer.published_seq == 1, "published what the store had refused"
        bench.store.down = False
        await end(writer)
        events = events_of(b"".join(await reading))
        assert [int(seq) for seq, _, _ in events] == list(range(1, len(events) + 1))
        assert "".join(data.get("text", "") for _, _, data in events) == 600 * "x"
        assert sum(data.get("tokens", 0) for _, _, data in events) == 600

    run(scenario())


def test_a_lost_lease_stops_one_run_and_no_other() -> None:
    async def scenario() -> None:
        bench = Bench()
        lost, other = bench.open("lost"), bench.open("other")
        readers = [asyncio.create_task(read(writer)) for writer in (lost, other)]
        bench.store.put(EventChunk("tenant", "lost", 1, (Event("x", {}),), writer="host:2"))
        lost.delta("mine", 1)
        other.delta("fine", 1)
        with pytest.raises(LeaseLostError):
            await lost.flush()
        with pytest.raises(LeaseLostError):
            lost.delta("more", 1)
        with pytest.raises(LeaseLostError):
            await lost.seal("run.completed", {})
        await end(other)
        assert await readers[0] == [], "a reader saw what was never stored"
        assert kinds(await readers[1]) == ["message.delta", "run.completed"]
        assert bench.log.get("lost") is None

    run(scenario())


def test_flush_of_a_lost_run_raises_whatever_still_waits() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.delta("x", 1)
        writer.drop()
        with pytest.raises(LeaseLostError):
            async with asyncio.timeout(60):
                await writer.flush()

    run(scenario())


def test_the_end_is_stored_first_and_seen_once_and_only_when_it_is_published() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        reading = asyncio.create_task(read(writer))
        writer.delta("x", 1)
        await writer.seal("run.failed", {"error": {}})
        await asyncio.sleep(10)
        assert bench.store.events("a")[-1][1].kind == "run.failed"
        assert not reading.done()
        assert writer.published_seq == 1
        writer.publish_end()
        assert kinds(await reading) == ["message.delta", "run.failed"]
        assert bench.log.get("a") is None

    run(scenario())


def test_a_log_with_a_stored_end_closes_without_repeating_it() -> None:
    """A host that takes up a finished log only tidies up; readers find all of it in storage."""

    async def scenario() -> None:
        bench = Bench()
        writer = bench.open("a", History(3, ("x",), 1, end=Event("run.completed", {})))
        assert bench.log.get("a") is None, "without a cursor it would get a snapshot and no end"
        reading = asyncio.create_task(read(writer, 3))
        await asyncio.sleep(1)
        writer.publish_end()
        assert await reading == []

    run(scenario())


@pytest.mark.parametrize("after", range(6))
def test_from_every_cursor_come_exactly_the_events_after_it(after: int) -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        for _ in range(5):
            writer.emit("run.waiting", {})
        await writer.flush()
        reading = asyncio.create_task(read(writer, after))
        await end(writer)
        seqs = [int(seq) for seq, _, _ in events_of(b"".join(await reading))]
        assert seqs == list(range(after + 1, 7))

    run(scenario())


def test_a_cursor_beyond_what_is_published_is_refused() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.emit("run.started", {})
        await writer.flush()
        with pytest.raises(CursorBeyondEndError) as raised:
            await read(writer, 2)
        assert raised.value.args == (2, 1)

    run(scenario())


def test_without_a_cursor_comes_a_snapshot_of_what_is_stored() -> None:
    async def scenario() -> None:
        bench = Bench()
        history = History(4, ("old ",), 2)
        writer = bench.open("a", history)
        writer.delta("new", 1)
        await writer.flush()
        bench.store.down = True
        writer.delta(" unseen", 1)
        reading = asyncio.create_task(read(writer, None))
        await asyncio.sleep(1)
        bench.store.down = False
        await end(writer)
        events = events_of(b"".join(await reading))
        snapshot = {"text": "old new", "tokens": 3, "status": "running"}
        assert events[0] == ("5", "message.snapshot", snapshot)
        assert [int(seq) for seq, _, _ in events] == [5, 6, 7]

    run(scenario())


def test_who_came_just_before_the_end_was_told_is_told_it_behind_the_snapshot() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.delta("x", 1)
        await writer.seal("run.completed", {})
        following = writer.follow(None)  # has the log, and has not begun to read
        writer.publish_end()
        events = events_of(b"".join([piece async for piece in following]))
        assert [(int(seq), kind) for seq, kind, _ in events] == [
            (1, "message.snapshot"),
            (2, "run.completed"),
        ]

    run(scenario())


def test_a_snapshot_of_a_sealed_log_does_not_reach_its_end() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.delta("x", 1)
        await writer.seal("run.completed", {})
        reading = asyncio.create_task(read(writer, None))
        await asyncio.sleep(1)
        writer.publish_end()
        events = events_of(b"".join(await reading))
        assert [(int(seq), kind) for seq, kind, _ in events] == [
            (1, "message.snapshot"),
            (2, "run.completed"),
        ]

    run(scenario())


def test_a_restart_voids_text_tokens_and_ids() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.delta("void", 4, [1, 2, 3, 4], (7,))
        await writer.flush()
        writer.delta("void too", 2, [5, 6])
        writer.emit("message.restarted", {"reason": "…"})
        writer.delta("kept", 1, [8], (7, 7))
        await writer.flush()
        assert writer.snapshot == AnswerSnapshot(["kept"], 1)
        history = History.of(bench.store.of("a"))
        assert (history.text, history.tokens) == (("kept",), 1)
        assert (history.token_ids, history.prompt_token_ids) == ((8,), (7, 7))

    run(scenario())


def test_readers_of_one_run_see_the_same_whenever_they_came() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        readers = []
        for number in range(40):
            writer.delta(f"{number} ", 1)
            readers.append(asyncio.create_task(read(writer)))
            await asyncio.sleep(0.01)
        await end(writer)
        seen = {b"".join(await reader) for reader in readers}
        assert len(seen) == 1

    run(scenario())


def test_a_tagged_stream_names_the_run_in_each_id() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.emit("run.started", {"text": "id: 1"})
        writer.delta("id: 5", 1)
        await end(writer)
        ids = [name for name, _, _ in events_of(b"".join(await read(writer, 0, "RUN")))]
        assert ids == ["RUN:1", "RUN:2", "RUN:3"]

    run(scenario())


def test_a_run_that_is_dropped_tells_its_readers_to_look_elsewhere() -> None:
    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.emit("run.started", {})
        reading = asyncio.create_task(read(writer))
        await asyncio.sleep(1)
        writer.drop()
        assert kinds(await reading) == ["run.started"]

    run(scenario())


def test_only_the_newest_of_a_ticks_updates_is_an_event() -> None:
    """What an older one said beside it stays: a preview is not lost to the step after it."""

    async def scenario() -> None:
        bench = Bench()
        writer = bench.open()
        writer.update("image.progress", {"index": 0, "step": 1}, "index")
        await asyncio.sleep(MIN_TICK_S)
        writer.update("image.progress", {"index": 0, "step": 2, "preview": "x"}, "index")
        writer.update("image.progress", {"index": 1, "step": 1}, "index")
        writer.update("image.progress", {"index": 0, "step": 3}, "index")
        await asyncio.sleep(2 * MIN_TICK_S)
        assert [event.data for _, event in bench.store.events("a")] == [
            {"index": 0, "step": 1},
            {"index": 0, "step": 3, "preview": "x"},
            {"index": 1, "step": 1},
        ]

    run(scenario())
