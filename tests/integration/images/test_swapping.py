"""Two models that share a GPU which has room for one of them."""

import asyncio

import httpx

from tests.integration.gateway.event_stream import events
from tests.integration.gateway.talk import expect
from tests.painting import SHARERS

PATIENCE_S = 120.0
ONE, TWO = SHARERS


async def asked(painter: httpx.AsyncClient, model: str, steps: int = 4) -> str:
    body = {"prompt": "two boats", "model": model, "steps": steps, "seed": 1}
    job = await expect(painter.post("/api/image-jobs", json=body), 202)
    return str(job["id"])


async def end(painter: httpx.AsyncClient, job: str) -> str:
    async with asyncio.timeout(PATIENCE_S):
        return (await events(painter, job))[-1].kind


async def up(painter: httpx.AsyncClient) -> list[str]:
    models = (await expect(painter.get("/api/models"), 200))["items"]
    return [model["id"] for model in models if model["id"] in SHARERS and model["replicas"]]


async def test_an_idle_model_makes_room_at_once(painter: httpx.AsyncClient) -> None:
    for model in (ONE, TWO, ONE):
        assert await end(painter, await asked(painter, model)) == "run.completed"
        assert await up(painter) == [model]


async def test_a_busy_model_gives_way_after_its_turn_and_cuts_nothing(
    painter: httpx.AsyncClient,
) -> None:
    """One has always more to do than it can; two is asked for a single picture."""
    one = [await asked(painter, ONE, steps=100) for _ in range(8)]
    two = await asked(painter, TWO)
    ending = asyncio.create_task(end(painter, two))
    while not ending.done():
        await asyncio.wait({ending}, timeout=0.2)
        running = [job for job in one[-16:] if await running_still(painter, job)]
        one += [await asked(painter, ONE, steps=100) for _ in range(8 - len(running))]
    assert await ending == "run.completed"
    assert {await end(painter, job) for job in one} == {"run.completed"}


async def running_still(painter: httpx.AsyncClient, job: str) -> bool:
    found = await expect(painter.get(f"/api/runs/{job}"), 200)
    return bool(found["status"] == "running")
