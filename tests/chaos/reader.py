"""A client as ours and others' should be: it reconnects with the last event's id, for ever.

It keeps every event and refuses a gap, a repetition, and anything behind the terminal event.
"""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import httpx

TERMINAL = frozenset({"run.completed", "run.failed", "run.cancelled"})
PAUSE_S = 0.05
READ_TIMEOUT_S = 30.0  # above the heartbeat's 15 s


@dataclass(frozen=True, slots=True)
class Seen:
    """One event, and when it came (seconds of the monotonic clock)."""

    seq: int
    kind: str
    data: dict[str, Any]
    at_s: float


@dataclass
class RunReader:
    """Follows one run from its first event to its last, whatever breaks in between."""

    http: httpx.AsyncClient
    run_id: str
    events: list[Seen] = field(default_factory=list)
    connections: int = 0

    @property
    def last_seq(self) -> int:
        return self.events[-1].seq if self.events else 0

    @property
    def end(self) -> Seen | None:
        return self.events[-1] if self.events and self.events[-1].kind in TERMINAL else None

    @property
    def kinds(self) -> list[str]:
        return [event.kind for event in self.events]

    @property
    def text(self) -> str:
        return "".join(event.data["text"] for event in self._deltas())

    @property
    def tokens(self) -> int:
        return sum(event.data["tokens"] for event in self._deltas())

    def silence_s(self, since_s: float) -> float:
        """The longest time without a piece of the answer after that moment."""
        times = [since_s, *(e.at_s for e in self._deltas() if e.at_s > since_s)]
        return max((late - early for early, late in pairwise(times)), default=0.0)

    def _deltas(self) -> list[Seen]:
        assert "message.restarted" not in self.kinds, "a local engine never begins again"
        return [event for event in self.events if event.kind == "message.delta"]

    async def read(self, until: Callable[["RunReader"], bool] | None = None) -> "RunReader":
        """Read until `until` says so, else to the end; asserts that nothing follows the end."""
        while self.end is None:
            try:
                async with aclosing(self._connect()) as connection:
                    async for event in connection:
                        self._take(event)
                        if until is not None and until(self):
                            return self
            except httpx.TransportError:
                await asyncio.sleep(PAUSE_S)
        if until is None:
            await self._expect_nothing_more()
        return self

    def _take(self, event: Seen) -> None:
        assert self.end is None, f"{event} came after {self.end}"
        assert event.seq == self.last_seq + 1, f"{event} came after seq {self.last_seq}"
        self.events.append(event)

    async def _expect_nothing_more(self) -> None:
        async with aclosing(self._connect()) as connection:
            more = [event async for event in connection]
        assert not more, f"{more} came after {self.end}"

    async def _connect(self) -> AsyncGenerator[Seen]:
        self.connections += 1
        headers = {"Last-Event-ID": str(self.last_seq)}
        path = f"/api/runs/{self.run_id}/events"
        timeout = httpx.Timeout(5, read=READ_TIMEOUT_S)
        async with self.http.stream("GET", path, headers=headers, timeout=timeout) as response:
            if response.status_code == 503:
                raise httpx.ConnectError("restarting")
            assert response.status_code == 200, await response.aread()
            fields: dict[str, str] = {}
            async for line in response.aiter_lines():
                name, _, value = line.partition(": ")
                if line and name:
                    fields[name] = value
                elif not line and "id" in fields:
                    data = json.loads(fields["data"])
                    yield Seen(int(fields["id"]), fields["event"], data, time.monotonic())
                    fields = {}
