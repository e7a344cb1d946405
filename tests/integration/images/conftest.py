"""An installation that draws: the demo image model's shape with random weights."""

from collections.abc import AsyncGenerator, Iterator

import httpx
import pytest
import yaml

from tests.system import System
from tests.tiny_image import tiny_pipeline

MODEL = "tiny-image"


@pytest.fixture(scope="session")
def painting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    folder = tmp_path_factory.mktemp("painting")
    tiny_pipeline().save_pretrained(folder / "model")
    entry = {
        "id": MODEL,
        "name": "Tiny image",
        "engine": "diffusers",
        "source": str(folder / "model"),
        "resources": {"num_gpus": 0, "num_cpus": 1},
        "context_tokens": 40,
        "capabilities": ["image"],
        "replicas": {"min": 1, "max": 1, "target_ongoing": 8},
        "drawing": {
            "width": 128,
            "height": 128,
            "steps": 4,
            "guidance": 4.0,
            "max_side": 256,
            "max_steps": 2000,
            "batch_pixels": 2 * 4 * 128 * 128,
            "dtype": "float32",
        },
    }
    remote = {"base_url": "http://127.0.0.1:9/v1", "upstream_model": "none"}
    chat = {"id": "nowhere", "name": "Nowhere", "engine": "openai", "context_tokens": 2048}
    off = [{"id": name, "enabled": False} for name in ("atelier-demo", "qwen3-0.6b")]
    models = {"default": ["nowhere"], "models": [entry, {**chat, "remote": remote}, *off]}
    (folder / "models.yaml").write_text(yaml.safe_dump(models))
    running = System(folder / "data", {"ATELIER_MODELS": str(folder / "models.yaml")})
    try:
        yield running.start().ready(MODEL)
    finally:
        running.stop()


@pytest.fixture
async def painter(painting: System) -> AsyncGenerator[httpx.AsyncClient]:
    """A client of the installation that draws."""
    async with httpx.AsyncClient(base_url=painting.url, timeout=60) as client:
        yield client
