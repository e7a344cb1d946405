"""Replicas by demand: none, one with the first request, more with the queue, none again."""

import httpx

from tests.integration.gateway.event_stream import events
from tests.integration.gateway.talk import eventually, expect
from tests.painting import SLEEPER

PATIENCE_S = 120.0


async def replicas(painter: httpx.AsyncClient) -> int:
    models = (await expect(painter.get("/api/models"), 200))["items"]
    return int(next(model["replicas"] for model in models if model["id"] == SLEEPER))


async def asked(painter: httpx.AsyncClient, steps: int, count: int = 1) -> str:
    body = {"prompt": "two boats", "model": SLEEPER, "steps": steps, "count": count, "seed": 1}
    job = await expect(painter.post("/api/image-jobs", json=body), 202)
    return str(job["id"])


async def test_from_none_to_several_and_back(painter: httpx.AsyncClient) -> None:
    """Nothing is refused on the way, and nothing is cut off."""
    assert await replicas(painter) == 0
    first = await events(painter, await asked(painter, steps=4), params={"after": 0})
    assert first[-1].kind == "run.completed"
    assert "run.waiting" in [each.kind for each in first], "it was held while the model started"

    async def one() -> bool:
        return await replicas(painter) == 1

    await eventually(one, "the first replica to be counted", PATIENCE_S)
    jobs = [await asked(painter, steps=100, count=4) for _ in range(2)]

    async def two() -> bool:
        return await replicas(painter) == 2

    await eventually(two, "a second replica", PATIENCE_S)
    for job in jobs:
        assert (await events(painter, job))[-1].kind == "run.completed"

    async def none() -> bool:
        return await replicas(painter) == 0

    await eventually(none, "a quiet end", PATIENCE_S)
    again = await events(painter, await asked(painter, steps=4))
    assert again[-1].kind == "run.completed"


async def test_it_can_be_brought_up_beforehand(painter: httpx.AsyncClient) -> None:
    async def none() -> bool:
        return await replicas(painter) == 0

    await eventually(none, "nobody to need it", PATIENCE_S)
    await expect(painter.post(f"/api/models/{SLEEPER}/load"), 202)

    async def one() -> bool:
        return await replicas(painter) == 1

    await eventually(one, "a replica", PATIENCE_S)
