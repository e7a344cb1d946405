"""The streaming parser of the studio protocol: bytes in, events out, whatever way they were cut.

Pure and linear: every byte is looked at a bounded number of times. What an event is depends on the
bytes before it alone, never on how they arrived. Nothing is guessed: what has two readings is a
`Fault`, and a turn with a fault is not applied. The grammar is in `docs/studio-protocol.md`.
"""

import re
from collections.abc import Callable
from typing import Literal, NoReturn, cast, get_args

from actors.studio.events import (
    Action,
    Body,
    BodyClosed,
    BodyLine,
    BodyOpened,
    Fault,
    FileClosed,
    FileOpened,
    PlanClosed,
    PlanOpened,
    Prose,
    ProtocolEvent,
    Step,
    Why,
)
from actors.studio.tags import BODIES, MAX_TAG_BYTES, Tag, UndecidedError, read_tag

MAX_GAP_BYTES = 1024
"""Of white space between the end of a body and the tag that follows, or after a tag on its line."""
ACTIONS: tuple[str, ...] = get_args(Action)
LONGEST_EDGE = len(b"</content>")

_BLANK = re.compile(rb"[ \t]*")
_BLANKS = re.compile(rb"\s*")
_LINE_END = re.compile(rb"[ \t]{0,%d}\r?\n" % MAX_GAP_BYTES)
_LINE_END_BEGUN = re.compile(rb"[ \t]{0,%d}\r?\Z" % MAX_GAP_BYTES)
_FENCE = re.compile(r"\s*(```|~~~)")
_EDGES = {name: re.compile(rb"</%b>|<%b[\s>]" % ((name.encode(),) * 2)) for name in BODIES}
_EDGES["diff"] = re.compile(rb"</diff>|^(?:</file>|<file\s)", re.MULTILINE)
_FOLLOWERS = {
    "diff": (b"</file>", b"<file ", b"<why>", b"<diff>"),
    "content": (b"</file>", b"<file ", b"<why>"),
    "search": (b"<replace>", b"<replace "),
    "replace": (b"</file>", b"<file ", b"<why>", b"<search>", b"<search "),
}
"""What may follow a body: nothing else tells its end from the same word inside it."""
_TEXT_ENDS = {"why": re.compile(rb"</why>|</file>"), "step": re.compile(rb"</step>|</plan>")}
_STRAY = re.compile(rf"</(?:file|{'|'.join(BODIES)})>")

Place = Literal["top", "plan", "file", "body", "text"]


class Parser:
    """`feed` it as bytes arrive and `close` it at the end; both return the events that follow."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._seen = 0
        """So many bytes of the buffer hold nothing more to find."""
        self._plain = False
        """The line that has begun holds no tag."""
        self._after_tag = False
        self._place: Place = "top"
        self._closed = False
        self._path = ""
        self._body: Body = "diff"
        self._depth = 0
        self._until = b""
        self._due: Body | None = None
        """The body whose `until` line came, and whose end tag is due."""
        self._text: Tag | None = None
        self._around: Place = "top"
        self._events: list[ProtocolEvent] = []

    def feed(self, data: bytes) -> list[ProtocolEvent]:
        """The events that `data` completes."""
        self._buffer += data
        return self._run()

    def close(self) -> list[ProtocolEvent]:
        """The last events; what is open still is a fault."""
        self._closed = True
        events = self._run()
        if self._place != "top":
            events.append(Fault(f"the answer breaks off in {self._path or 'the plan'}"))
        self._place = "top"
        return events

    def _run(self) -> list[ProtocolEvent]:
        read: dict[Place, Callable[[], None]] = {
            "top": self._read_top,
            "plan": self._read_plan,
            "file": self._read_file,
            "body": self._read_body,
            "text": self._read_text,
        }
        try:
            while self._buffer:
                if self._after_tag:
                    self._skip_line_end()
                read[self._place]()
        except UndecidedError:
            pass
        events, self._events = self._events, []
        return events

    # Between the tags

    def _read_top(self) -> None:
        tag = self._tag(_BLANK)
        if tag is None:
            line = self._line()
            self._events.append(Prose(line))
            if self._path and _STRAY.search(line):
                self._events.append(Fault("an end tag stands outside of a file"))
        elif tag.closing or tag.name not in ("plan", "file", "why"):
            self._events.append(Fault(f"{tag} stands outside of a file"))
        else:
            self._open(tag)

    def _read_plan(self) -> None:
        tag = self._tag(_BLANKS)
        if tag is None:
            self._events.append(Prose(self._line()))
        elif tag.closing and tag.name == "plan":
            self._events.append(PlanClosed())
            self._place = "top"
        elif tag.closing or tag.name not in ("step", "file"):
            self._events.append(Fault(f"{tag} stands in a plan"))
        else:
            if tag.name == "file":
                self._events.append(PlanClosed())
            self._open(tag)

    def _read_file(self) -> None:
        tag = self._tag(_BLANKS)
        if tag is None:
            line = self._line()
            if (words := line.strip()) and not _FENCE.match(line):
                self._events.append(Fault(f"{words[:80]!r} stands between the parts of a file"))
            return
        due, self._due = self._due, None
        if due and (not tag.closing or tag.name != due):
            self._events.append(Fault(f"</{due}> is missing"))
        elif due:
            return
        if tag.closing and tag.name == "file":
            self._close_file()
        elif tag.closing or tag.name in ("plan", "step"):
            self._events.append(Fault(f"{tag} stands in a file"))
        else:
            if tag.name == "file":
                self._close_file()
            self._open(tag)

    def _open(self, tag: Tag) -> None:
        if tag.name == "plan":
            self._events.append(PlanOpened())
            self._place = "plan"
        elif tag.name == "file":
            self._open_file(tag)
        elif tag.name in ("step", "why"):
            self._text, self._around, self._place = tag, self._place, "text"
        else:
            self._body = cast(Body, tag.name)
            self._events.append(BodyOpened(self._body))
            self._depth, self._until = 0, tag.attributes.get("until", "").encode()
            self._place = "body"

    def _open_file(self, tag: Tag) -> None:
        self._path, self._place = tag.attributes.get("path", ""), "file"
        action, to = tag.attributes.get("action", "update"), tag.attributes.get("to", "")
        if not self._path:
            self._events.append(Fault("a <file> has no path"))
        if action not in ACTIONS:
            self._events.append(Fault(f"{action!r} is no action; there are {', '.join(ACTIONS)}"))
            action = "update"
        if (action == "rename") != bool(to):
            self._events.append(Fault('"to" is the new path of action="rename"'))
        self._events.append(FileOpened(self._path, cast(Action, action), to))
        if tag.empty:
            self._close_file()

    def _close_file(self) -> None:
        self._events.append(FileClosed())
        self._place = "top"

    # Text of a step or a why

    def _read_text(self) -> None:
        assert self._text is not None
        end = _TEXT_ENDS[self._text.name].search(self._buffer, self._seen)
        if end is None:
            self._wait(len(self._buffer) - LONGEST_EDGE)
        size, edge = end.start(), bytes(end[0])
        words = " ".join(self._take(size).split())
        if edge.decode() == f"</{self._text.name}>":
            self._take(len(edge))
        is_why = self._text.name == "why"
        path = self._text.attributes.get("file", "")
        self._events.append(Why(words) if is_why else Step(path, words))
        self._place, self._after_tag = self._around, True

    # Bodies

    def _read_body(self) -> None:
        if self._until:
            self._read_until()
        elif edge := _EDGES[self._body].search(self._buffer, self._seen):
            self._read_edge(edge.start(), bytes(edge[0]))
        else:
            self._lines(self._buffer.rfind(b"\n") + 1)
            self._wait(len(self._buffer) - LONGEST_EDGE)

    def _read_until(self) -> None:
        end = self._buffer.find(b"\n", self._seen) + 1
        if not end:
            self._wait(len(self._buffer))
        if self._buffer[:end].strip() != self._until:
            self._lines(end)
            return
        self._take(end)
        self._due = self._body
        self._close_body()

    def _read_edge(self, at: int, edge: bytes) -> None:
        """What looks like a body's own tag, or in a diff like the end of its file."""
        if self._body != "diff" and not edge.startswith(b"</"):
            self._depth, self._seen = self._depth + 1, at + len(edge)
            return
        line = self._buffer.rfind(b"\n", 0, at) + 1
        self._lines(line)
        at -= line
        if self._body == "diff":
            self._end_diff(at, edge)
        else:
            self._end_tagged(at, edge)

    def _end_diff(self, at: int, edge: bytes) -> None:
        """Its lines begin with a space, + or −, so at a line's beginning an end is an end."""
        if edge != b"</diff>":
            self._events.append(Fault("a <diff> is not closed"))
            self._close_body()
        elif at == 0 or self._is_followed(at + len(edge)):
            self._end_body(at, edge)
        else:
            self._seen = at + len(edge)

    def _end_tagged(self, at: int, edge: bytes) -> None:
        is_followed = self._is_followed(at + len(edge))
        if self._depth and not is_followed:
            self._depth, self._seen = self._depth - 1, at + len(edge)
            return
        if self._depth or not is_followed:
            name = self._body
            self._events.append(
                Fault(f'where this <{name}> ends cannot be told: use <{name} until="…">')
            )
        self._end_body(at, edge)

    def _is_followed(self, at: int) -> bool:
        """Whether what comes after a body's end may."""
        gap = _BLANKS.match(self._buffer, at)
        assert gap is not None
        if gap.end() - at > MAX_GAP_BYTES:
            return False
        longest = max(map(len, _FOLLOWERS[self._body]))
        rest = b" ".join(bytes(self._buffer[gap.end() : gap.end() + longest]).split(None, 1))
        for follower in _FOLLOWERS[self._body]:
            if rest.startswith(follower):
                return True
        may_become = any(follower.startswith(rest) for follower in _FOLLOWERS[self._body])
        if may_become and not self._closed:
            raise UndecidedError
        return False

    def _end_body(self, at: int, edge: bytes) -> None:
        """With `at` bytes of a last line before its tag."""
        if self._buffer[:at].strip():
            self._lines(at)
        else:
            self._take(at)
        self._take(len(edge))
        self._close_body()

    def _close_body(self) -> None:
        self._events.append(BodyClosed())
        self._place, self._after_tag = "file", True

    def _lines(self, size: int) -> None:
        """The next bytes are lines of the body."""
        if size:
            seen = self._seen
            text = self._take(size)
            self._seen = max(0, seen - size)
            ends = text.endswith("\n")
            lines = text.split("\n")
            last = lines.pop()
            self._events += [BodyLine(line + "\n") for line in lines]
            if not ends:
                self._events.append(BodyLine(last))

    # Bytes

    def _tag(self, blanks: re.Pattern[bytes]) -> Tag | None:
        """The tag that comes next, past white space; None where a line without one does."""
        if self._plain:
            return None
        gap = blanks.match(self._buffer, self._seen)
        assert gap is not None
        start = gap.end()
        if start == len(self._buffer) and not self._closed:
            self._wait(start)
        try:
            tag = read_tag(bytes(self._buffer[start : start + MAX_TAG_BYTES]))
        except UndecidedError:
            if not self._closed:
                raise
            tag = None
        if tag is None:
            self._plain = True
        else:
            self._take(start + tag.size)
            self._after_tag = True
        return tag

    def _line(self) -> str:
        end = self._buffer.find(b"\n", self._seen) + 1
        if not end and not self._closed:
            self._wait(len(self._buffer))
        return self._take(end or len(self._buffer))

    def _skip_line_end(self) -> None:
        if end := _LINE_END.match(self._buffer):
            self._take(end.end())
        elif _LINE_END_BEGUN.match(self._buffer) and not self._closed:
            raise UndecidedError
        self._after_tag = False

    def _wait(self, seen: int) -> NoReturn:
        """For more bytes, of which `seen` need not be looked at again."""
        self._seen = max(self._seen, seen)
        raise UndecidedError

    def _take(self, size: int) -> str:
        """The next `size` bytes, as text."""
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        self._seen, self._plain = 0, False
        try:
            return taken.decode()
        except UnicodeDecodeError:
            self._events.append(Fault("the answer is not UTF-8"))
            return taken.decode(errors="replace")
