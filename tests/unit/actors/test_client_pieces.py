"""What the gateway reads from a host's bytes: whole events, the last seq, whether it is over."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from actors.client import AgentClient, Live, is_end, last_seq
from actors.run_log import TERMINAL_KINDS, frame, tagged
from storage.documents import Run
from storage.events import Event
from tests.unit.actors.sse_pieces import events_of
from tests.unit.actors.virtual_time import run

# Text that imitates the protocol must not confuse anybody.
TEXTS = st.text(max_size=20) | st.sampled_from(
    ["id: 99", "\nid: 99\n", "\nevent: run.completed\n", "\ndata: {}\n\n", "\r\n\r\n", "a:b:7"]
)
EVENTS = st.builds(
    lambda kind, text: Event(kind, {"text": text}),
    st.sampled_from(["message.delta", "run.started", "run.waiting"]),
    TEXTS,
)
LOGS = st.tuples(st.lists(EVENTS, min_size=1, max_size=6), st.sampled_from(sorted(TERMINAL_KINDS)))
TAGS = st.sampled_from(["", "0190a1b2-0000-7000-8000-00000000abcd"])


def frames_of(log: tuple[list[Event], str], first_seq: int) -> list[bytes]:
    events = [*log[0], Event(log[1], {"usage": {"text": "id: 1"}})]
    return [frame(seq, event) for seq, event in enumerate(events, first_seq)]


@given(LOGS, st.integers(1, 10**9), TAGS)
def test_each_way_to_cut_a_log_into_pieces_gives_its_seq_and_its_end(
    log: tuple[list[Event], str], first_seq: int, tag: str
) -> None:
    frames = frames_of(log, first_seq)
    for start in range(len(frames)):
        for stop in range(start + 1, len(frames) + 1):
            piece = tagged(frames[start:stop], tag)
            assert last_seq(piece) == first_seq + stop - 1
            assert is_end(piece) == (stop == len(frames))


class Wire:
    """Stands in for a host's answer: these bytes in these portions."""

    def __init__(self, portions: list[bytes]) -> None:
        self.portions = portions
        self.content = SimpleNamespace(iter_any=self._any)

    async def __aenter__(self) -> "Wire":
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    async def _any(self) -> AsyncGenerator[bytes]:
        for portion in self.portions:
            yield portion


@given(LOGS, TAGS, st.data())
def test_each_way_to_cut_the_bytes_of_a_host_gives_whole_events(
    log: tuple[list[Event], str], tag: str, data: st.DataObject
) -> None:
    whole = tagged(frames_of(log, 1), tag)
    cuts = data.draw(st.sets(st.integers(1, len(whole) - 1), max_size=12))
    places = [0, *sorted(cuts), len(whole)]
    portions = [whole[a:b] for a, b in pairwise(places)]

    async def scenario() -> list[bytes]:
        client = AgentClient(cast(Any, None), "secret", 1)
        followed = client.follow(cast(Any, None), _run(), 0, tag, cast(Live, Wire(portions)))
        async with aclosing(followed) as pieces:
            return [piece async for piece in pieces]

    pieces = run(scenario())
    assert b"".join(pieces) == whole
    assert sum(len(events_of(piece)) for piece in pieces) == len(log[0]) + 1


def _run() -> Run:
    return Run(id="r", conversation_id="c", message_id="m", model="x", host="agents-0")
