"""A model is pulled from a hub through the API, starts by itself and answers."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import httpx
import pytest
import yaml

from tests.providers.hub_server import HubServer
from tests.system import REPOSITORY, System, local_models_off

SOURCE = REPOSITORY / "serve" / "demo" / "model"
MODEL = "pulled"
LOAD_TIMEOUT_S = 240.0


@pytest.fixture
async def hub() -> AsyncGenerator[str]:
    files = {path.name: path.read_bytes() for path in SOURCE.iterdir() if path.is_file()}
    server = HubServer("acme/tiny", files, large=frozenset({"model.safetensors"}))
    yield await server.start()
    await server.stop()


@pytest.fixture
async def system(hub: str, tmp_path: Path) -> AsyncGenerator[System]:
    entry = {
        "id": MODEL,
        "name": "Pulled",
        "engine": "vllm",
        "source": "acme/tiny",
        "requires": {"hub": True},
        "context_tokens": 2048,
        "max_output_tokens": 64,
        "replicas": {"min": 0, "max": 1},
        "engine_args": {"max_model_len": 2048, "enforce_eager": True, "dtype": "float32"},
    }
    models = tmp_path / "models.yaml"
    models.write_text(yaml.safe_dump({"default": [MODEL], "models": [entry, *local_models_off()]}))
    running = System(tmp_path / "data", {"ATELIER_MODELS": str(models), "HF_ENDPOINT": hub})
    try:
        yield await asyncio.to_thread(running.start)
    finally:
        await asyncio.to_thread(running.stop)


async def test_a_model_is_pulled_with_progress_and_answers_from_zero_replicas(
    system: System,
) -> None:
    seen: list[str] = []
    async with httpx.AsyncClient(base_url=system.url, timeout=LOAD_TIMEOUT_S) as api:

        async def state(wanted: str) -> dict[str, object]:
            async with asyncio.timeout(LOAD_TIMEOUT_S):
                while True:
                    items = (await api.get("/api/models")).json()["items"]
                    model = next((i for i in items if i["id"] == MODEL), None)
                    if model is not None:
                        if not seen or seen[-1] != model["state"]:
                            seen.append(model["state"])
                        if model["state"] == wanted:
                            return dict(model)
                    await asyncio.sleep(0.05)

        await state("absent")
        conversation = (await api.post("/api/conversations", json={})).json()["id"]
        messages = f"/api/conversations/{conversation}/messages"
        refused = await api.post(messages, json={"content": "Hello"})
        assert (refused.status_code, refused.json()["code"]) == (409, "model_absent")

        assert (await api.post(f"/api/models/{MODEL}/pull")).status_code == 202
        await state("cold")

        started = (await api.post(messages, json={"content": "Hello"})).json()
        events = await api.get(f"/api/runs/{started['run_id']}/events?after=0")
        assert "event: run.waiting" in events.text
        assert "event: run.completed" in events.text
        assert (await state("ready"))["replicas"] == 1
        assert seen[0] == "absent"
        assert "failed" not in seen
