"""What a build tells whoever follows it: the parser's events as those of the run. Pure."""

from collections.abc import Iterable
from typing import Any

from actors.studio.events import (
    BodyLine,
    BodyOpened,
    FileClosed,
    FileOpened,
    Prose,
    ProtocolEvent,
    Step,
    Why,
)

Told = tuple[str, dict[str, Any]]
"""An event's kind and data, as `docs/api.md` says."""


class Teller:
    """Takes the events of one answer, in order. Lines that come together are told together."""

    def __init__(self) -> None:
        self._path = ""
        self._why = ""
        self._speaking = False

    def tell(self, events: Iterable[ProtocolEvent]) -> list[Told]:
        told: list[Told] = []
        for event in events:
            for kind, data in self._told(event):
                if told and kind == told[-1][0] and kind in ("edit.lines", "build.prose"):
                    data = {"text": told.pop()[1]["text"] + data["text"]}
                told.append((kind, data))
        return told

    def _told(self, event: ProtocolEvent) -> Iterable[Told]:
        match event:
            case Prose(text):
                if text.strip() or self._speaking:  # an empty line only between words
                    yield "build.prose", {"text": text}
                self._speaking = bool(text.strip())
            case Step(path, text):
                yield "plan.step", {"path": path, "text": text}
            case FileOpened(path, action, to):
                self._path, self._why = path, ""
                yield "file.opened", {"path": path, "action": action, "to": to}
            case BodyOpened(body):
                yield "edit.opened", {"body": body}
            case BodyLine(text):
                yield "edit.lines", {"text": text}
            case Why(text):
                self._why = text
            case FileClosed():
                yield "file.closed", {"path": self._path, "why": self._why}
            case _:
                pass
