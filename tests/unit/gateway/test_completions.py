"""A completion in chunks says the same as a whole one, whatever the pieces."""

import json
from collections.abc import AsyncGenerator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gateway.completions import Piece, chunks, whole
from serve.chat import Delta, TokenUsage
from serve.errors import StreamBrokenError

HEAD: dict[str, Any] = {"id": "c-1", "created": 1, "model": "m"}
TEXTS = st.lists(st.lists(st.text(max_size=5), max_size=6), min_size=1, max_size=3)


def _pieces(texts: list[list[str]]) -> list[Piece]:
    """The answers' pieces in turn, each answer with its ending."""
    parts = [
        [*(Delta(text=text, tokens=1) for text in answer), _end(len(answer))] for answer in texts
    ]
    longest = max(map(len, parts))
    return [
        (i, part[at]) for at in range(longest) for i, part in enumerate(parts) if at < len(part)
    ]


def _end(tokens: int) -> Delta:
    return Delta(finish_reason="stop", usage=TokenUsage(7, tokens))


async def _rest(pieces: list[Piece], error: Exception | None = None) -> AsyncGenerator[Piece]:
    for piece in pieces:
        yield piece
    if error is not None:
        raise error


async def _streamed(stream: AsyncGenerator[bytes]) -> list[dict[str, Any]]:
    data = b"".join([chunk async for chunk in stream]).split(b"\n\n")
    assert all(line.startswith(b"data: ") for line in data[:-1])
    return [json.loads(line[6:]) for line in data[:-1] if line != b"data: [DONE]"]


@given(TEXTS)
async def test_chunks_join_to_the_whole(texts: list[list[str]]) -> None:
    first, *rest = _pieces(texts)
    count = len(texts)
    together = await whole(HEAD, first, _rest(rest), count)
    sent = await _streamed(chunks(HEAD, first, _rest(rest), count, with_usage=True))
    assert [c["message"]["content"] for c in together["choices"]] == ["".join(t) for t in texts]
    assert sent[-1]["usage"] == together["usage"]
    assert together["usage"]["prompt_tokens"] == 7
    assert together["usage"]["completion_tokens"] == sum(map(len, texts))
    joined, reasons = [""] * count, [0] * count
    for chunk in sent[:-1]:
        for choice in chunk["choices"]:
            joined[choice["index"]] += choice["delta"].get("content", "")
            reasons[choice["index"]] += choice["finish_reason"] is not None
    assert joined == ["".join(t) for t in texts]
    assert reasons == [1] * count


async def test_a_failure_in_the_middle_is_the_last_event() -> None:
    rest = _rest([(0, Delta(text="b"))], StreamBrokenError("it died"))
    sent = await _streamed(chunks(HEAD, (0, Delta(text="a")), rest, 1, with_usage=True))
    assert sent[-1]["error"]["code"] == "stream_broken"
    assert "usage" not in sent[-2]


async def test_leaving_closes_the_source() -> None:
    closed = False

    async def source() -> AsyncGenerator[Piece]:
        nonlocal closed
        try:
            while True:
                yield 0, Delta(text="x")
        finally:
            closed = True

    pieces = source()
    stream = chunks(HEAD, await anext(pieces), pieces, 1, with_usage=False)
    for _ in range(4):
        await anext(stream)
    await stream.aclose()
    assert closed
