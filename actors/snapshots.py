"""What the events of a run add up to: for its readers, and for whoever goes on with it. Pure.

An answer is text, and after it, where pictures were asked for, those: `image.started` says
which, and each finished one is a line of Markdown in the text. What an answer builds is told
beside its text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from actors.build_snapshot import BuildSnapshot
from actors.run_log import TERMINAL_KINDS
from storage.events import Event, EventChunk

_GOES_ON = (
    "message.delta", "build.planned", "image.progress", "image.completed", "run.resumed",
)  # fmt: skip
"""With these the waiting that `run.waiting` told of is over."""


@dataclass(slots=True)
class PicturesSnapshot:
    """The newest state of each picture of a run, by its index. `waiting` is what `run.waiting`
    said, while it holds."""

    pictures: dict[int, dict[str, Any]] = field(default_factory=dict)
    waiting: dict[str, Any] | None = None

    def add(self, event: Event) -> None:
        if event.kind == "run.waiting":
            self.waiting = event.data
        elif event.kind in _GOES_ON:
            self.waiting = None
        if event.kind not in ("image.progress", "image.completed"):
            return
        index = event.data["index"]
        if event.kind == "image.completed":  # no look at it is needed any more
            self.pictures[index] = event.data
        elif not self.has(index):
            self.pictures[index] = self.pictures.get(index, {}) | event.data

    def has(self, index: int) -> bool:
        """Whether that picture is done."""
        return "image" in self.pictures.get(index, {})

    @property
    def newest(self) -> list[dict[str, Any]]:
        """What there is of those that have begun, in their order."""
        return [self.pictures[index] for index in sorted(self.pictures)]

    @property
    def why_it_waits(self) -> dict[str, Any]:
        """What of it a snapshot tells."""
        return {} if self.waiting is None else {"waiting": self.waiting}

    def event(self, status: str) -> Event:
        data = {"pictures": self.newest, "status": status}
        return Event("image.snapshot", data | self.why_it_waits)


@dataclass(slots=True)
class OutputSnapshot:
    """What a command wrote so far, in the order in which it came."""

    output: list[dict[str, str]] = field(default_factory=list)

    def add(self, event: Event) -> None:
        if event.kind != "exec.output":
            return
        stream, text = event.data["stream"], event.data["text"]
        if self.output and self.output[-1]["stream"] == stream:
            self.output[-1] = {"stream": stream, "text": self.output[-1]["text"] + text}
        else:
            self.output.append({"stream": stream, "text": text})

    def event(self, status: str) -> Event:
        return Event("exec.snapshot", {"output": self.output, "status": status})


@dataclass(slots=True)
class AnswerSnapshot:
    """The text of an answer so far, in the pieces in which it came, its pictures, and what it
    builds. `drawing` is what `image.started` said, if the answer came that far."""

    text: list[str] = field(default_factory=list)
    tokens: int = 0
    drawing: dict[str, Any] | None = None
    pictures: PicturesSnapshot = field(default_factory=PicturesSnapshot)
    build: BuildSnapshot = field(default_factory=BuildSnapshot)

    def add(self, event: Event) -> None:
        self.pictures.add(event)
        self.build.add(event, self.text)
        if event.kind == "message.delta":
            self.text.append(event.data["text"])
            self.tokens += event.data["tokens"]
        elif event.kind == "message.restarted":
            self.text, self.tokens = [], 0
        elif event.kind == "image.started":
            self.drawing = event.data

    def event(self, status: str) -> Event:
        data = {"text": "".join(self.text), "tokens": self.tokens, "status": status}
        if self.drawing is not None:
            data |= {"drawing": self.drawing, "pictures": self.pictures.newest}
        if self.build.attempt:
            data["build"] = self.build.told
        return Event("message.snapshot", data | self.pictures.why_it_waits)


@dataclass(frozen=True, slots=True)
class History:
    """What the stored chunks of an answer's run add up to."""

    last_seq: int = 0
    text: tuple[str, ...] = ()
    tokens: int = 0
    token_ids: tuple[int, ...] = ()
    prompt_token_ids: tuple[int, ...] = ()
    end: Event | None = None
    drawing: dict[str, Any] | None = None
    pictures: PicturesSnapshot = field(default_factory=PicturesSnapshot)
    build: BuildSnapshot = field(default_factory=BuildSnapshot)

    @classmethod
    def of(cls, chunks: Sequence[EventChunk]) -> "History":
        last_seq = 0
        said, end = AnswerSnapshot(), None
        token_ids: list[int] = []
        prompt_token_ids: tuple[int, ...] = ()
        for chunk in chunks:
            last_seq = chunk.last_seq
            for event in chunk.events:
                said.add(event)
                if event.kind == "message.restarted":
                    token_ids, prompt_token_ids = [], ()
                elif event.kind in TERMINAL_KINDS:
                    end = event
            prompt_token_ids = prompt_token_ids or chunk.prompt_token_ids
            token_ids.extend(chunk.token_ids)
        return cls(
            last_seq,
            tuple(said.text),
            said.tokens,
            tuple(token_ids),
            prompt_token_ids,
            end,
            said.drawing,
            said.pictures,
            said.build,
        )

    def snapshot(self) -> AnswerSnapshot:
        """What a reader sees of it."""
        return AnswerSnapshot(list(self.text), self.tokens, self.drawing, self.pictures, self.build)
