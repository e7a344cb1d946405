"""What a turn does to each file, put together from the parser's events."""

from collections.abc import Iterable
from dataclasses import dataclass

from actors.studio.events import (
    Action,
    Body,
    BodyClosed,
    BodyLine,
    BodyOpened,
    Fault,
    FileClosed,
    FileOpened,
    ProtocolEvent,
    Why,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A diff, a whole content, or one side of a pair."""

    body: Body
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.lines)


@dataclass(frozen=True, slots=True)
class FileEdit:
    """Everything a turn said about one file."""

    path: str
    action: Action
    to: str
    parts: tuple[Part, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Turn:
    """All files in the order of the stream, and what was wrong with it; with faults, no file may
    be applied."""

    edits: tuple[FileEdit, ...]
    faults: tuple[str, ...]


class Assembler:
    """Takes the events of one answer."""

    def __init__(self) -> None:
        self._edits: list[FileEdit] = []
        self._faults: list[str] = []
        self._file: FileOpened | None = None
        self._parts: list[Part] = []
        self._body: Body = "content"
        self._lines: list[str] = []
        self._why = ""

    def add(self, events: Iterable[ProtocolEvent]) -> list[FileEdit]:
        """The files that these events complete."""
        before = len(self._edits)
        for event in events:
            self._add(event)
        return self._edits[before:]

    def turn(self) -> Turn:
        """All of it, at the end."""
        return Turn(tuple(self._edits), tuple(self._faults))

    def _add(self, event: ProtocolEvent) -> None:
        match event:
            case FileOpened():
                self._file, self._parts, self._why = event, [], ""
            case BodyOpened(body):
                self._body, self._lines = body, []
            case BodyLine(text):
                self._lines.append(text)
            case BodyClosed():
                self._parts.append(Part(self._body, tuple(self._lines)))
            case Why(text):
                self._why = text
            case FileClosed() if self._file is not None:
                file, parts = self._file, tuple(self._parts)
                self._edits.append(FileEdit(file.path, file.action, file.to, parts, self._why))
            case Fault(reason):
                self._faults.append(reason)
