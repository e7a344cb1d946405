"""Reading server-sent events, as a browser would: fields by line, an event at each empty one."""

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import httpx

TERMINAL_KINDS = ("run.completed", "run.failed", "run.cancelled")


@dataclass(frozen=True)
class Event:
    id: str
    kind: str
    data: dict[str, Any]

    @property
    def seq(self) -> int:
        return int(self.id.rpartition(":")[2])

    @property
    def run_id(self) -> str:
        return self.id.partition(":")[0]


async def follow(
    client: httpx.AsyncClient, path: str, method: str = "GET", **options: Any
) -> AsyncGenerator[Event]:
    """Events as they come, until the server closes the stream."""
    async with client.stream(method, path, **options) as response:
        assert response.status_code == 200, await response.aread()
        assert response.headers["content-type"].startswith("text/event-stream")
        fields: dict[str, str] = {}
        async for line in response.aiter_lines():
            name, _, value = line.partition(": ")
            if line == "" and "data" in fields:
                yield Event(fields.get("id", ""), fields["event"], json.loads(fields["data"]))
                fields = {}
            elif name:
                fields[name] = value


async def events(client: httpx.AsyncClient, run_id: str, **options: Any) -> list[Event]:
    """All events of a run's stream, which the server must close."""
    return [event async for event in follow(client, f"/api/runs/{run_id}/events", **options)]


async def until(client: httpx.AsyncClient, path: str, kind: str, **options: Any) -> list[Event]:
    """Events up to the first of a kind; then the reader leaves."""
    seen: list[Event] = []
    async with aclosing(follow(client, path, **options)) as stream:
        async for event in stream:
            seen.append(event)
            if event.kind == kind:
                return seen
    raise AssertionError(f"the stream ended without {kind}: {[each.kind for each in seen]}")


def text_of(seen: list[Event]) -> str:
    """The answer's text as these events leave it."""
    text = ""
    for event in seen:
        if event.kind == "message.snapshot":
            text = event.data["text"]
        elif event.kind == "message.delta":
            text += event.data["text"]
        elif event.kind == "message.restarted":
            text = ""
    return text
