"""Two models that share a GPU which has room for one of them."""

import asyncio
from typing import Any

import httpx

from tests.integration.gateway.event_stream import events
from tests.integration.gateway.talk import eventually, expect
from tests.painting import SHARERS
from tests.system import START_TIMEOUT_S

ONE, TWO = SHARERS


async def asked(painter: httpx.AsyncClient, model: str, **settings: int) -> str:
    body = {"prompt": "two boats", "model": model, "seed": 1, **settings}
    created = await expect(painter.post("/api/image-jobs", json=body), 202)
    return str(created["id"])


async def job(painter: httpx.AsyncClient, job_id: str) -> dict[str, Any]:
    return dict(await expect(painter.get(f"/api/image-jobs/{job_id}"), 200))


async def end(painter: httpx.AsyncClient, job_id: str) -> str:
    async with asyncio.timeout(START_TIMEOUT_S):
        return (await events(painter, job_id))[-1].kind


async def up(painter: httpx.AsyncClient) -> list[str]:
    models = (await expect(painter.get("/api/models"), 200))["items"]
    return [model["id"] for model in models if model["id"] in SHARERS and model["replicas"]]


async def test_an_idle_model_makes_room_at_once(painter: httpx.AsyncClient) -> None:
    for model in (ONE, TWO):
        assert await end(painter, await asked(painter, model)) == "run.completed"
        assert await up(painter) == [model]


async def test_models_at_work_take_turns(painter: httpx.AsyncClient) -> None:
    """The one that is there finishes what it has begun and goes, whatever else waits for it."""
    crowd = [await asked(painter, ONE, steps=40, count=4) for _ in range(40)]

    async def at_work() -> bool:
        return await up(painter) == [ONE]

    await eventually(at_work, "the first model to have the place", START_TIMEOUT_S)
    assert await end(painter, await asked(painter, TWO)) == "run.completed"
    seen = [await job(painter, each) for each in crowd]
    assert {each["status"] for each in seen} == {"completed", "running"}
    assert any(not each["images"] for each in seen), "what was not begun waits"
    for each in crowd:
        await painter.post(f"/api/runs/{each}/cancel")
