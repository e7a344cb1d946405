"""Replicas by demand: none, one with the first request, more with the queue, none again."""

from typing import Any

import httpx
import pytest

from tests.integration.gateway.event_stream import events
from tests.integration.gateway.talk import eventually, expect
from tests.painting import SLEEPER
from tests.system import START_TIMEOUT_S as PATIENCE_S


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
    endless = [await asked(painter, steps=2000, count=4) for _ in range(2)]

    async def two() -> bool:
        return await replicas(painter) == 2

    await eventually(two, "a second replica", PATIENCE_S)
    for job in endless:
        await expect(painter.post(f"/api/runs/{job}/cancel"), 202)
    assert (await events(painter, await asked(painter, 20, count=4)))[-1].kind == "run.completed"

    async def none() -> bool:
        return await replicas(painter) == 0

    await eventually(none, "a quiet end", PATIENCE_S)


async def up(painter: httpx.AsyncClient, count: int) -> None:
    """Wait until there are so many."""

    async def there() -> bool:
        return await replicas(painter) == count

    await eventually(there, f"{count} replicas", PATIENCE_S)


async def control(painter: httpx.AsyncClient, **fields: Any) -> dict[str, Any]:
    path = f"/api/pool/models/{SLEEPER}"
    return dict(await expect(painter.patch(path, json=fields), 200))


async def test_it_can_be_brought_up_pinned_and_unloaded(painter: httpx.AsyncClient) -> None:
    await up(painter, 0)
    await expect(painter.post(f"/api/models/{SLEEPER}/load"), 202)
    await up(painter, 1)
    pinned = await control(painter, min_replicas=2)
    assert (pinned["min_replicas"], pinned["max_replicas"]) == (2, pinned["most_replicas"])
    await up(painter, 2)
    refused = await expect(painter.post(f"/api/pool/models/{SLEEPER}/unload"), 409)
    assert refused["code"] == "model_pinned"
    assert (await control(painter, min_replicas=None))["min_replicas"] == 0
    await expect(painter.post(f"/api/pool/models/{SLEEPER}/unload"), 202)
    await up(painter, 0)


async def test_draining_cuts_nothing_and_lets_nothing_in(painter: httpx.AsyncClient) -> None:
    running = await asked(painter, steps=60, count=2)
    await up(painter, 1)
    assert (await control(painter, drained=True))["drained"]
    pool = await expect(painter.get("/api/pool"), 200)
    assert next(model["drained"] for model in pool["models"] if model["id"] == SLEEPER)

    async def refused() -> bool:  # it holds within a second
        events_of = await events(painter, await asked(painter, steps=1))
        failed = events_of[-1].kind == "run.failed"
        assert not failed or events_of[-1].data["error"]["code"] == "model_drained"
        return failed

    await eventually(refused, "no new work to be taken", PATIENCE_S)
    refusal = await expect(painter.post(f"/api/models/{SLEEPER}/load"), 409)
    assert refusal["code"] == "model_drained"
    drawn = await events(painter, running, params={"after": 0})
    assert drawn[-1].kind == "run.completed"
    assert len([each for each in drawn if each.kind == "image.completed"]) == 2
    await up(painter, 0)
    await control(painter, drained=False)
    drawn = await events(painter, await asked(painter, steps=1))  # from this moment on
    assert drawn[-1].kind == "run.completed"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"max_replicas": 99}, "body.max_replicas"),
        ({"max_replicas": 0}, "body.max_replicas"),
        ({"min_replicas": -1}, "body.min_replicas"),
        ({"min_replicas": 2, "max_replicas": 1}, "body.min_replicas"),
        ({"replicas": 2}, "body.replicas"),
    ],
)
async def test_what_cannot_be_is_refused(
    painter: httpx.AsyncClient, fields: dict[str, Any], field: str
) -> None:
    path = f"/api/pool/models/{SLEEPER}"
    assert (await expect(painter.patch(path, json=fields), 422))["field"] == field
    await expect(painter.patch("/api/pool/models/nobody", json={}), 404)
