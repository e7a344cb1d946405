"""The image model is examined as people use it."""

from pathlib import Path

from serve import catalog
from serve.catalog import load_catalog
from serve.demo import evaluate_image
from serve.machine import Hardware


def test_it_draws_with_the_catalogues_own_settings() -> None:
    shipped = Path(catalog.__file__).with_name("models.yaml")
    models = load_catalog(shipped, hardware=Hardware(memory_gib=24, cpus=2), env={})
    own = models.get("atelier-demo-image", "image").drawing
    assert own is not None
    assert (own.steps, own.guidance) == (evaluate_image.STEPS, evaluate_image.GUIDANCE)
