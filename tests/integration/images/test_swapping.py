"""Two models that share a GPU which has room for one of them."""

import asyncio

import httpx

from tests.integration.gateway.event_stream import events
from tests.integration.gateway.talk import expect
from tests.painting import SHARERS
from tests.system import START_TIMEOUT_S

ONE, TWO = SHARERS


async def asked(painter: httpx.AsyncClient, model: str) -> str:
    body = {"prompt": "two boats", "model": model, "seed": 1}
    job = await expect(painter.post("/api/image-jobs", json=body), 202)
    return str(job["id"])


async def end(painter: httpx.AsyncClient, job: str) -> str:
    async with asyncio.timeout(START_TIMEOUT_S):
        return (await events(painter, job))[-1].kind


async def up(painter: httpx.AsyncClient) -> list[str]:
    models = (await expect(painter.get("/api/models"), 200))["items"]
    return [model["id"] for model in models if model["id"] in SHARERS and model["replicas"]]


async def test_an_idle_model_makes_room_at_once(painter: httpx.AsyncClient) -> None:
    for model in (ONE, TWO):
        assert await end(painter, await asked(painter, model)) == "run.completed"
        assert await up(painter) == [model]
