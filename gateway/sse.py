"""Streams of ready-made bytes, with a heartbeat, closed when their source ends."""

from collections.abc import AsyncGenerator

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
