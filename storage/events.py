"""Events of a run, and the chunks in which they are stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from storage.codec import from_json, to_json


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a run; its seq is its place in the log."""

    kind: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class EventChunk:
    """Consecutive events of one run, committed together.

    The events have the seqs `first_seq`, `first_seq + 1`, …; `(run_id, first_seq)` is unique.
    `token_ids` are the ids of the tokens these events brought, `prompt_token_ids` those of the
    prompt (in one chunk of the run at most). `writer` names the host incarnation that wrote it.
    """

    tenant_id: str
    run_id: str
    first_seq: int
    events: tuple[Event, ...]
    token_ids: tuple[int, ...] = ()
    prompt_token_ids: tuple[int, ...] = ()
    writer: str = ""

    def __post_init__(self) -> None:
        if not self.events or self.first_seq < 1:
            raise ValueError("a chunk holds at least one event and seqs start at 1")

    @property
    def last_seq(self) -> int:
        return self.first_seq + len(self.events) - 1


def chunk_id(run_id: str, first_seq: int) -> str:
    return f"{run_id}:{first_seq:09d}"


def chunk_document(chunk: EventChunk) -> dict[str, Any]:
    """The stored form. Events and token ids are JSON text: one value for the database to carry,
    whatever keys the events use, and one comparison to recognise our own write."""
    return {
        "_id": chunk_id(chunk.run_id, chunk.first_seq),
        "tenant_id": chunk.tenant_id,
        "run_id": chunk.run_id,
        "first_seq": chunk.first_seq,
        "last_seq": chunk.last_seq,
        "events": to_json([[event.kind, event.data] for event in chunk.events]),
        "token_ids": to_json(chunk.token_ids),
        "prompt_token_ids": to_json(chunk.prompt_token_ids),
        "writer": chunk.writer,
    }


def chunk_from_document(document: Mapping[str, Any]) -> EventChunk:
    return EventChunk(
        tenant_id=document["tenant_id"],
        run_id=document["run_id"],
        first_seq=document["first_seq"],
        events=tuple(Event(kind, data) for kind, data in from_json(document["events"])),
        token_ids=tuple(from_json(document["token_ids"])),
        prompt_token_ids=tuple(from_json(document["prompt_token_ids"])),
        writer=document["writer"],
    )
