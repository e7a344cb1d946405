"""Streams of ready-made bytes, with a heartbeat, closed when their source ends."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import orjson
from sse_starlette import EventSourceResponse, ServerSentEvent

HEARTBEAT_S = 15


def stream(pieces: AsyncGenerator[bytes]) -> EventSourceResponse:
    """An event stream of `pieces`, each one or more whole events."""
    return EventSourceResponse(
        pieces,
        ping=HEARTBEAT_S,
        ping_message_factory=lambda: ServerSentEvent(comment="still here"),
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def events_in(pieces: AsyncGenerator[bytes]) -> AsyncGenerator[tuple[str, dict[str, Any]]]:
    """The kinds and data of a run's own events, as the run log writes them."""
    async with aclosing(pieces):
        async for piece in pieces:
            for event in piece.split(b"\n\n")[:-1]:
                _, kind, data = event.split(b"\n")
                yield kind.removeprefix(b"event: ").decode(), orjson.loads(data[len(b"data: ") :])
