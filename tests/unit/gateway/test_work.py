"""What answers a message, by the models that are offered."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from gateway.work import work_for
from serve.catalog import load_catalog
from serve.machine import Hardware

CHAT = {
    "id": "caller",
    "name": "Caller",
    "engine": "openai",
    "remote": {"base_url": "https://far.example/v1"},
    "context_tokens": 2048,
    "max_output_tokens": 512,
    "capabilities": ["chat", "tools"],
}
IMAGE = {
    "id": "brush",
    "name": "Brush",
    "engine": "diffusers",
    "source": "acme/brush",
    "context_tokens": 77,
    "capabilities": ["image"],
    "drawing": {"steps": 2},
}
DEMO = {"labels": ["demo"]}


@pytest.mark.parametrize(
    ("chat", "image", "called"),
    [(CHAT, IMAGE, "brush"), (CHAT, IMAGE | DEMO, None), (CHAT | DEMO, IMAGE | DEMO, "brush")],
)
def test_a_demo_draws_for_a_demo_only(
    tmp_path: Path, chat: dict[str, Any], image: dict[str, Any], called: str | None
) -> None:
    path = tmp_path / "models.yaml"
    path.write_text(yaml.safe_dump({"models": [chat, image]}))
    catalog = load_catalog(path, hardware=Hardware(gpus=1), env={})
    watch = SimpleNamespace(state=lambda _: "ready", default="caller")
    use: Any = SimpleNamespace(catalog=catalog, watch=watch)
    assert work_for(use, None, "Draw a boat.").image_model == called
    assert work_for(use, None, "/image a boat").entry.id == "brush"
