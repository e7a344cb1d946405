"""Bodies of the routes of a project's console."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, BeforeValidator, Field, StringConstraints

from actors.studio.console import ConsoleError, Kind, Statistics
from gateway.bodies import Body, Id
from storage.documents import ConsoleCall, ConsoleEntry, ConsoleLevel, ConsoleSource

MAX_ENTRIES = 100
"""Of a batch."""
MAX_CALLS = 20
MAX_COUNT = 1_000_000_000


def _moment(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError("must be a time as RFC 3339 writes it")
    return datetime.fromisoformat(value)


At = Annotated[AwareDatetime, BeforeValidator(_moment)]
Words = Annotated[str, StringConstraints(max_length=4_000)]
CallName = Annotated[str, StringConstraints(max_length=200)]
CallPath = Annotated[str, StringConstraints(min_length=1, max_length=512, pattern=r"^[^\x00]*$")]
Number = Annotated[int, Field(ge=1, le=10_000_000)]


class CallBody(Body):
    """A place in one of the project's files: line and column count from 1."""

    name: CallName = ""
    path: CallPath
    line: Number
    column: Number


class EntryBody(Body):
    """`count` times it came, at last `at`. `calls` led to it, the innermost first."""

    level: ConsoleLevel
    source: ConsoleSource = "console"
    text: Words
    calls: list[CallBody] = Field([], max_length=MAX_CALLS)
    count: int = Field(1, ge=1, le=MAX_COUNT)
    at: At


class NewBatch(Body):
    """`dropped` messages came, too, and are not among the entries."""

    id: Id | None = None
    entries: list[EntryBody] = Field(min_length=1, max_length=MAX_ENTRIES)
    dropped: int = Field(0, ge=0, le=MAX_COUNT)


class BatchView(BaseModel):
    id: str
    kept: int
    dropped: int


class CallView(BaseModel):
    name: str
    path: str
    line: int
    column: int

    @classmethod
    def of(cls, call: ConsoleCall) -> "CallView":
        return cls(name=call.name, path=call.path, line=call.line, column=call.column)


class EntryView(BaseModel):
    id: str
    level: ConsoleLevel
    source: ConsoleSource
    text: str
    calls: list[CallView]
    count: int
    at: datetime

    @classmethod
    def of(cls, entry_id: str, entry: ConsoleEntry) -> "EntryView":
        return cls(
            id=entry_id,
            level=entry.level,
            source=entry.source,
            text=entry.text,
            calls=[CallView.of(call) for call in entry.calls],
            count=entry.count,
            at=entry.at,
        )


class EntryPage(BaseModel):
    items: list[EntryView]
    next_cursor: str | None


class ErrorView(BaseModel):
    """An error, however often it came; `key` is the same for the same one."""

    key: str
    kind: Kind
    text: str
    calls: list[CallView]
    count: int
    first_at: datetime
    last_at: datetime

    @classmethod
    def of(cls, error: ConsoleError) -> "ErrorView":
        return cls(
            key=error.key,
            kind=error.kind,
            text=error.text,
            calls=[CallView.of(call) for call in error.calls],
            count=error.count,
            first_at=error.first_at,
            last_at=error.last_at,
        )


class ErrorList(BaseModel):
    """The one that came last is the first; `more` are not listed."""

    items: list[ErrorView]
    more: int


class MinuteView(BaseModel):
    at: datetime
    entries: int
    errors: int


class StatisticsView(BaseModel):
    """Counts of what is kept, by level and, of errors, by kind; `minutes` are those of the last
    hour, the oldest first."""

    entries: int
    dropped: int
    levels: Mapping[ConsoleLevel, int]
    kinds: Mapping[Kind, int]
    minutes: list[MinuteView]

    @classmethod
    def of(cls, found: Statistics, dropped: int) -> "StatisticsView":
        minutes = [
            MinuteView(at=each.at, entries=each.entries, errors=each.errors)
            for each in found.minutes
        ]
        return cls(
            entries=sum(found.levels.values()),
            dropped=dropped,
            levels=found.levels,
            kinds=found.kinds,
            minutes=minutes,
        )


class ContextView(BaseModel):
    """`text` tells a model of `errors` of them, with the lines around their places as in
    `commit`; `more` had no room."""

    text: str
    errors: int
    more: int
    commit: str
