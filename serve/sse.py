"""Reads server-sent events from bytes that arrive in pieces cut anywhere.

Pure and incremental: the events are the same for every way of cutting the bytes, and the work
is linear in them. Source: HTML Standard, section 9.2.6, "Interpreting an event stream"
(https://html.spec.whatwg.org/multipage/server-sent-events.html).
"""

from typing import NamedTuple

BOM = b"\xef\xbb\xbf"
MAX_EVENT_BYTES = 16 * 2**20


class SSEvent(NamedTuple):
    """One event. `event` is "message" when the stream names none, `id` the last id seen."""

    event: str
    data: bytes
    id: str


class EventTooLongError(ValueError):
    """An event grew past the limit; drop the stream."""


class SSEParser:
    """Feed it bytes, get the events that they complete."""

    def __init__(self, max_event_bytes: int = MAX_EVENT_BYTES) -> None:
        self._max_event_bytes = max_event_bytes
        self._partial: list[bytes] = []  # the pieces of a line whose end has not come
        self._after_cr = False  # the last byte was a CR: an LF that follows belongs to it
        self._first_line = True
        self._size = 0  # bytes of the event under way
        self._event = ""
        self._data: list[bytes] = []
        self._id = ""

    def feed(self, chunk: bytes) -> list[SSEvent]:
        """The events that `chunk` completes. Raises `EventTooLongError`."""
        if self._after_cr and chunk:
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        if not chunk:
            return []
        self._after_cr = chunk.endswith(b"\r")
        lines = chunk.splitlines(keepends=True)  # for bytes: at CR, LF and CRLF, nothing else
        rest = b"" if not lines or lines[-1].endswith((b"\r", b"\n")) else lines.pop()
        events = []
        for line in lines:
            self._grow(len(line))
            if self._partial:
                line = b"".join((*self._partial, line))
                self._partial.clear()
            event = self._line(line.rstrip(b"\r\n"))
            if event is not None:
                events.append(event)
        if rest:
            self._partial.append(rest)
            self._grow(len(rest))
        return events

    def finish(self) -> list[SSEvent]:
        """The event that the end of the stream leaves incomplete, if it has data.

        The standard drops it; some providers forget the last empty line.
        """
        events = []
        if self._partial:
            line = b"".join(self._partial)
            self._partial.clear()
            self._line(line)
        if (event := self._line(b"")) is not None:
            events.append(event)
        return events

    def _grow(self, size: int) -> None:
        self._size += size
        if self._size > self._max_event_bytes:
            raise EventTooLongError(f"an event is longer than {self._max_event_bytes} bytes")

    def _line(self, line: bytes) -> SSEvent | None:
        if self._first_line:
            self._first_line = False
            line = line.removeprefix(BOM)
        if not line:
            return self._dispatch()
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id" and b"\0" not in value:
            self._id = value.decode("utf-8", "replace")
        if not self._data:
            self._size = 0  # a comment every 15 s for a day is no long event
        return None  # comments, `retry` and unknown fields say nothing to us

    def _dispatch(self) -> SSEvent | None:
        event, data = self._event, self._data
        self._event, self._data, self._size = "", [], 0
        if not data:
            return None
        return SSEvent(event or "message", b"\n".join(data), self._id)
