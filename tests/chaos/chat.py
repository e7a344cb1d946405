"""Conversations over the public API, for tests in which its parts die."""

import asyncio
import uuid
from collections.abc import Sequence
from typing import Any

import httpx

from tests.chaos.reader import PAUSE_S, RunReader

PROMPTS = tuple(f"tell me a long story about {n} numbers" for n in range(20))
PATIENCE_S = 30.0


class Chat:
    """Starts runs and reads them. Every call is repeated until it is answered."""

    def __init__(self, url: str) -> None:
        limits = httpx.Limits(max_connections=200)
        self.http = httpx.AsyncClient(base_url=url, limits=limits, timeout=PATIENCE_S)

    async def call(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        """The answer's JSON; a call that breaks off or meets a restart is made again."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                try:
                    response = await self.http.request(method, path, json=body)
                except httpx.TransportError:
                    await asyncio.sleep(PAUSE_S)
                    continue
                if response.status_code == 503:
                    await asyncio.sleep(PAUSE_S)
                    continue
                assert response.status_code == status, response.text
                return response.json()

    async def conversation(self, max_tokens: int) -> str:
        body = {"id": str(uuid.uuid4()), "settings": {"temperature": 0, "max_tokens": max_tokens}}
        created = await self.call("POST", "/api/conversations", body, 201)
        return str(created["id"])

    async def post(self, conversation_id: str, content: str) -> RunReader:
        """Post a message; a reader of its answer."""
        body = {"id": str(uuid.uuid4()), "content": content}
        path = f"/api/conversations/{conversation_id}/messages"
        started = await self.call("POST", path, body, 202)
        return RunReader(self.http, started["run_id"])

    async def ask(self, content: str, max_tokens: int) -> RunReader:
        """A new conversation with one question."""
        return await self.post(await self.conversation(max_tokens), content)

    async def ask_all(self, prompts: Sequence[str], max_tokens: int) -> list[RunReader]:
        return await asyncio.gather(*(self.ask(prompt, max_tokens) for prompt in prompts))

    async def messages(self, conversation_id: str) -> list[dict[str, Any]]:
        page = await self.call("GET", f"/api/conversations/{conversation_id}/messages")
        found: list[dict[str, Any]] = page["items"]
        return found

    async def run(self, run_id: str) -> dict[str, Any]:
        found: dict[str, Any] = await self.call("GET", f"/api/runs/{run_id}")
        return found

    async def cancel(self, run_id: str) -> None:
        await self.call("POST", f"/api/runs/{run_id}/cancel", status=202)
