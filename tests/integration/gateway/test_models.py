"""Models: their list, its stream, and bringing one up."""

from typing import Any

import httpx

from tests.integration.gateway.event_stream import until
from tests.integration.gateway.talk import Talk, eventually, expect, problem


async def test_the_list_says_what_each_model_is_and_how_it_is(demo: httpx.AsyncClient) -> None:
    body = await expect(demo.get("/api/models"), 200)
    models = {item["id"]: item for item in body["items"]}
    assert body["default"] == "atelier-demo"
    ready = models["atelier-demo"]
    assert (ready["state"], ready["remote"], ready["engine"]) == ("ready", False, "vllm")
    assert ready["replicas"] >= 1
    assert ready["context_tokens"] == 2048
    assert "demo" in ready["labels"]


async def test_the_stream_begins_with_the_list(demo: httpx.AsyncClient) -> None:
    seen = await until(demo, "/api/models/events", "models")
    assert seen[0].data == await expect(demo.get("/api/models"), 200)


async def test_loading_a_model_that_is_up_says_so(demo: httpx.AsyncClient) -> None:
    model = await expect(demo.post("/api/models/atelier-demo/load"), 202)
    assert (model["id"], model["state"]) == ("atelier-demo", "ready")


async def test_what_cannot_be_loaded_or_pulled_is_refused(demo: httpx.AsyncClient) -> None:
    problem(await demo.post("/api/models/none/load"), 404, "model_not_found", "path.model_id")
    problem(await demo.post("/api/models/none/pull"), 404, "model_not_found", "path.model_id")
    problem(await demo.post("/api/models/atelier-demo/pull"), 409, "nothing_to_pull")


async def test_a_remote_model_cannot_be_pulled(api: httpx.AsyncClient) -> None:
    problem(await api.post("/api/models/steady/pull"), 409, "nothing_to_pull")


async def test_a_model_without_weights_is_not_asked(demo: httpx.AsyncClient) -> None:
    models = (await expect(demo.get("/api/models"), 200))["items"]
    absent = next((item["id"] for item in models if item["state"] == "absent"), None)
    if absent is None:
        return  # every model that this machine may run is here
    talk = await Talk.begin(demo, model=absent)
    path = f"{talk.path}/messages"
    problem(await demo.post(path, json={"content": "hi"}), 409, "model_absent", "body.model")
    assert await talk.messages() == []
    problem(await demo.post(f"/api/models/{absent}/load"), 409, "model_absent", "path.model_id")


async def test_remote_models_are_ready_and_priced(api: httpx.AsyncClient) -> None:
    async def known() -> Any:
        body = await expect(api.get("/api/models"), 200)
        return body["default"] and body

    body = await eventually(known, "the models to be known")
    assert body["default"] == "steady"
    steady = next(item for item in body["items"] if item["id"] == "steady")
    assert (steady["state"], steady["remote"], steady["replicas"]) == ("ready", True, 0)
    assert steady["price"] == {"input_usd_per_mtok": 1.0, "output_usd_per_mtok": 2.0}
