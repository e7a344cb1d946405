"""One conversation through the HTTP API."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx

from storage.ids import new_id
from tests.integration.gateway.event_stream import Event, events, until


@dataclass
class Talk:
    client: httpx.AsyncClient
    id: str

    @classmethod
    async def begin(cls, client: httpx.AsyncClient, **fields: Any) -> "Talk":
        response = await client.post("/api/conversations", json=fields)
        assert response.status_code == 201, response.text
        return cls(client, response.json()["id"])

    @property
    def path(self) -> str:
        return f"/api/conversations/{self.id}"

    async def get(self) -> dict[str, Any]:
        return await expect(self.client.get(self.path), 200)

    async def change(self, **fields: Any) -> dict[str, Any]:
        return await expect(self.client.patch(self.path, json=fields), 200)

    async def messages(self, **query: Any) -> list[dict[str, Any]]:
        page = await expect(self.client.get(f"{self.path}/messages", params=query), 200)
        items: list[dict[str, Any]] = page["items"]
        return items

    async def post(self, content: str, **fields: Any) -> dict[str, Any]:
        """Post a message; its answer may still run."""
        body = {"id": new_id(), "content": content, **fields}
        return await expect(self.client.post(f"{self.path}/messages", json=body), 202)

    async def say(self, content: str, **fields: Any) -> dict[str, Any]:
        """Post a message and wait for the end of its answer."""
        started = await self.post(content, **fields)
        await self.end(started["run_id"])
        return started

    async def end(self, run_id: str) -> Event:
        """The terminal event of a run."""
        return (await events(self.client, run_id))[-1]

    async def writing(self, run_id: str) -> list[Event]:
        """Wait until the answer has begun; the events so far."""
        path = f"/api/runs/{run_id}/events"
        return await until(self.client, path, "message.delta", params={"after": 0})

    async def cancel(self, run_id: str) -> dict[str, Any]:
        return await expect(self.client.post(f"/api/runs/{run_id}/cancel"), 202)

    async def run(self, run_id: str) -> dict[str, Any]:
        return await expect(self.client.get(f"/api/runs/{run_id}"), 200)


async def expect(request: Awaitable[httpx.Response], status: int) -> Any:
    """The body of an answer that must have this status."""
    response = await request
    assert response.status_code == status, response.text
    return response.json() if response.content else None


async def eventually(look: Callable[[], Awaitable[Any]], what: str, timeout_s: float = 20) -> Any:
    """The first truthy result of `look`; fails when none comes in time."""
    deadline = time.monotonic() + timeout_s
    while not (found := await look()):
        assert time.monotonic() < deadline, f"waited {timeout_s:g} s in vain for {what}"
        await asyncio.sleep(0.05)
    return found


def problem(response: httpx.Response, status: int, code: str, field: str | None = None) -> Any:
    """Check that an answer is this problem, and give its body."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert (body["status"], body["code"], body["field"]) == (status, code, field), body
    assert body["title"]
    assert body["detail"]
    assert body["request_id"] == response.headers["x-request-id"]
    return body
