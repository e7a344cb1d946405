"""What the gateway's client does with its connections to a host."""

import asyncio
from typing import Any, cast

import aiohttp
from aiohttp import web

from actors.client import AgentClient
from actors.run_log import frame
from storage.documents import Run
from storage.events import Event

RUN = Run(id="run", conversation_id="c", message_id="m", model="any", host="agents-0")


async def test_one_stream_after_the_other_uses_one_connection() -> None:
    """Although a host closes a stream a moment after its last event."""
    connections = set()

    async def events(request: web.Request) -> web.StreamResponse:
        connections.add(request.transport)
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(frame(1, Event("run.completed", {})))
        await asyncio.sleep(0.05)
        return response

    app = web.Application()
    app.router.add_get("/runs/run/events", events)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with aiohttp.ClientSession() as session:
        client = AgentClient(session, "secret", 1)
        client._addresses[RUN.host] = f"http://127.0.0.1:{runner.addresses[0][1]}"
        for _ in range(3):
            pieces = [piece async for piece in client.follow(cast(Any, None), RUN, 0)]
            assert len(pieces) == 1
    await runner.cleanup()
    assert len(connections) == 1
