"""What operators decide about tenants, and what becomes of requests then."""

from collections.abc import AsyncGenerator
from typing import Any

import httpx
import pytest

from tests.integration.gateway.talk import Talk, eventually, expect

LOCAL = "/api/pool/tenants/local"
QUESTION = {
    "model": "atelier-demo",
    "messages": [{"role": "user", "content": "Hello"}],
    "max_tokens": 8,
}


async def local(demo: httpx.AsyncClient) -> dict[str, Any]:
    tenants = (await expect(demo.get("/api/pool"), 200))["tenants"]
    return next((each for each in tenants if each["id"] == "local"), {})


@pytest.fixture
async def spent(demo: httpx.AsyncClient) -> AsyncGenerator[None]:
    """The tenant has no GPU time left today."""
    await expect(demo.post("/v1/chat/completions", json=QUESTION), 200)
    await expect(demo.patch(LOCAL, json={"daily_budget_ms": 0}), 200)

    async def is_so() -> bool:
        return (await local(demo))["daily_budget_ms"] == 0

    await eventually(is_so, "the budget to hold")
    yield
    await expect(demo.patch(LOCAL, json={"daily_budget_ms": None, "weight": 1}), 200)

    async def is_over() -> bool:
        return (await local(demo))["daily_budget_ms"] is None

    await eventually(is_over, "the budget to be lifted")


@pytest.mark.usefixtures("spent")
async def test_a_spent_budget_is_said_at_once_and_plainly(demo: httpx.AsyncClient) -> None:
    assert (await local(demo))["spent_today_ms"] > 0
    refused = await demo.post("/v1/chat/completions", json=QUESTION)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= 86_400
    assert "today" in refused.json()["error"]["message"]
    talk = await Talk.begin(demo, model="atelier-demo")
    ending = await talk.end((await talk.post("Hello"))["run_id"])
    assert ending.kind == "run.failed"
    assert ending.data["error"]["code"] == "budget_spent"


async def test_a_weight_is_kept(demo: httpx.AsyncClient) -> None:
    await expect(demo.post("/v1/chat/completions", json=QUESTION), 200)
    assert (await expect(demo.patch(LOCAL, json={"weight": 2.5}), 200))["weight"] == 2.5

    async def is_so() -> bool:
        return (await local(demo))["weight"] == 2.5

    await eventually(is_so, "the weight to hold")
    await expect(demo.patch(LOCAL, json={"weight": 1}), 200)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"weight": 0}, "body.weight"),
        ({"weight": 1e9}, "body.weight"),
        ({"daily_budget_ms": -1}, "body.daily_budget_ms"),
        ({"budget": 1}, "body.budget"),
    ],
)
async def test_what_cannot_be_is_refused(
    demo: httpx.AsyncClient, fields: dict[str, Any], field: str
) -> None:
    assert (await expect(demo.patch(LOCAL, json=fields), 422))["field"] == field
    await expect(demo.patch("/api/pool/tenants/nobody", json={"weight": 2}), 404)
