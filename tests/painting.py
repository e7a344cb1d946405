"""An installation that draws: the demo image model's shape with random weights."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.system import System, local_models_off

MODEL = "tiny-image"
SLEEPER = "tiny-sleeper"
"""The same model, with no replica before it is asked and none a while after."""
SHARERS = ("tiny-one", "tiny-two")
"""The same model twice, each wanting the one GPU (which is Ray's word, no more) for itself."""


def painting_system(folder: Path) -> System:
    """One below the folder, not started. `ready(MODEL)` waits for its model."""
    return _system(folder, _entries(folder / "model"), {"ATELIER_LOGICAL_GPUS": "1"})


def painting_on_a_gpu(folder: Path, env: Mapping[str, str]) -> System:
    """One whose only model wants a GPU."""
    entry = tiny_entry(folder / "model") | {"resources": {"num_gpus": 1, "num_cpus": 0}}
    return _system(folder, [entry], env)


def _system(folder: Path, entries: list[dict[str, Any]], env: Mapping[str, str]) -> System:
    """With these models, and one that chats but is not there."""
    from tests.tiny_image import tiny_pipeline  # torch takes seconds

    tiny_pipeline().save_pretrained(folder / "model")
    remote = {"base_url": "http://127.0.0.1:9/v1", "upstream_model": "none"}
    chat = {"id": "nowhere", "name": "Nowhere", "engine": "openai", "context_tokens": 2048}
    models = [*entries, {**chat, "remote": remote}, *local_models_off()]
    catalog = {"default": ["nowhere"], "models": models}
    (folder / "models.yaml").write_text(yaml.safe_dump(catalog))
    return System(folder / "data", {**env, "ATELIER_MODELS": str(folder / "models.yaml")})


def tiny_entry(source: Path) -> dict[str, Any]:
    """The catalogue entry of the model."""
    drawing = {
        "width": 128,
        "height": 128,
        "steps": 4,
        "guidance": 4.0,
        "max_side": 256,
        "max_steps": 2000,
        "batch_pixels": 2 * 4 * 128 * 128,
        "dtype": "float32",
    }
    return {
        "id": MODEL,
        "name": "Tiny image",
        "engine": "diffusers",
        "source": str(source),
        "resources": {"num_gpus": 0, "num_cpus": 1},
        "context_tokens": 40,
        "capabilities": ["image"],
        "replicas": {"min": 1, "max": 1, "target_ongoing": 8},
        "drawing": drawing,
    }


def _entries(source: Path) -> list[dict[str, Any]]:
    entry = tiny_entry(source)
    sleeper = {
        **entry,
        "id": SLEEPER,
        "name": "Tiny sleeper",
        "resources": {"num_gpus": 0, "num_cpus": 0.5},
        "replicas": {
            "min": 0,
            "max": 2,
            "target_ongoing": 2,
            "target_wait_s": 2,
            "calm_s": 3,
            "idle_s": 20,
        },
    }
    sharers = [
        {
            **entry,
            "id": name,
            "name": name.replace("-", " ").title(),
            "resources": {"num_gpus": 1, "num_cpus": 0},
            "replicas": {"min": 0, "max": 1, "target_ongoing": 8, "turn_s": 5},
        }
        for name in SHARERS
    ]
    return [entry, sleeper, *sharers]
