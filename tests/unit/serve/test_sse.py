"""The event-stream parser: the standard's own cases, every cut, linear time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serve.sse import EventTooLongError, SSEParser, SSEvent


def parse(*chunks: bytes, finish: bool = False) -> list[SSEvent]:
    parser = SSEParser()
    events = [event for chunk in chunks for event in parser.feed(chunk)]
    return [*events, *parser.finish()] if finish else events


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_fields_for_every_line_end(end: bytes) -> None:
    lines = [
        b": hello",
        b"event: add",
        b"id: 7",
        b"data: one",
        b"data:  two",
        b"retry: 5",
        b"",
        b"",
    ]
    assert parse(end.join(lines)) == [SSEvent("add", b"one\n two", "7")]


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (b"data:x\n\n", [SSEvent("message", b"x", "")]),
        (b"data\n\n", [SSEvent("message", b"", "")]),
        (b"data\ndata\n\n", [SSEvent("message", b"\n", "")]),
        (b"event: lonely\n\ndata: y\n\n", [SSEvent("message", b"y", "")]),
        (b"id: 1\ndata: a\n\ndata: b\n\n", [SSEvent("message", b, "1") for b in (b"a", b"b")]),
        (
            b"id: 1\ndata: a\n\nid\ndata: b\n\n",
            [SSEvent("message", b"a", "1"), ("message", b"b", "")],
        ),
        (b"id: a\0b\ndata: a\n\n", [SSEvent("message", b"a", "")]),
        (b"\xef\xbb\xbfdata: bom\n\n", [SSEvent("message", b"bom", "")]),
        (b"data: a\n\n\xef\xbb\xbfdata: b\n\n", [SSEvent("message", b"a", "")]),
        (b"data: a:b\n\n", [SSEvent("message", b"a:b", "")]),
        (b"nonsense\n:\n\n", []),
        (b"data: half", []),
        (
            b"data: \xe2\x80\xa8\xc2\x85 kept\n\n",
            [SSEvent("message", b"\xe2\x80\xa8\xc2\x85 kept", "")],
        ),
    ],
)
def test_cases_of_the_standard(stream: bytes, expected: list[SSEvent]) -> None:
    assert parse(stream) == expected


def test_the_end_gives_what_the_stream_left_incomplete() -> None:
    assert parse(b"data: a\n\ndata: [DONE]", finish=True)[-1].data == b"[DONE]"
    assert parse(b"data: a\n", finish=True) == [SSEvent("message", b"a", "")]
    assert parse(b"data: a\n\n: bye", finish=True) == [SSEvent("message", b"a", "")]


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [b"", b"", b"data", b"data: ", b": c", b"event: e", b"id: 3", b"\xef\xbb\xbf"]
        ),
        st.binary(max_size=8).map(lambda b: b"data: " + b),
        st.binary(max_size=6),
    ),
    max_size=20,
)


@given(
    _LINES, st.lists(st.sampled_from([b"\n", b"\r", b"\r\n"]), min_size=20, max_size=20), st.data()
)
def test_every_cut_gives_the_same_events(
    lines: list[bytes], ends: list[bytes], data: st.DataObject
) -> None:
    stream = b"".join(line + end for line, end in zip(lines, ends, strict=False))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    edges = [0, *cuts, len(stream)]
    chunks = [stream[a:b] for a, b in pairwise(edges)]
    whole = parse(stream, finish=True)
    assert parse(*chunks, finish=True) == whole
    assert parse(*(stream[i : i + 1] for i in range(len(stream))), finish=True) == whole


@pytest.mark.parametrize("piece", [b"data: x\n", b"x"])
def test_an_event_that_grows_too_long_is_refused(piece: bytes) -> None:
    parser = SSEParser(max_event_bytes=100)
    with pytest.raises(EventTooLongError):
        parse_with(parser, piece, 200)


def test_a_long_stream_of_short_events_is_not_too_long() -> None:
    assert parse_with(SSEParser(max_event_bytes=100), b": ping\ndata: short\n\n", 200) == 200
    assert parse_with(SSEParser(max_event_bytes=100), b": ping\n", 200) == 0


def parse_with(parser: SSEParser, piece: bytes, times: int) -> int:
    return sum(len(parser.feed(piece)) for _ in range(times))


def test_a_long_line_in_small_pieces_takes_linear_time() -> None:
    def seconds(pieces: int) -> float:
        parser = SSEParser()
        started = time.process_time()
        for _ in range(pieces):
            parser.feed(b"x" * 10)
        parser.feed(b"\n\n")
        return time.process_time() - started

    seconds(1_000)
    small = min(seconds(20_000) for _ in range(3))
    large = min(seconds(160_000) for _ in range(3))
    assert large < small * 24  # 8 times the work; quadratic would be 64
