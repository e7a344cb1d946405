"""The demo image model's shape with random weights: quick to make, and a real pipeline."""

from collections.abc import Iterator
from random import Random

import pytest
import torch

from serve.demo.pictures.captions import caption
from serve.demo.pictures.network import Painter, Parts, make_autoencoder, make_tokenizer
from serve.demo.pictures.scene import draw_scene
from serve.diffusion.family import StableDiffusion3


@pytest.fixture(scope="session")
def family() -> StableDiffusion3:
    torch.manual_seed(3)
    rng = Random(3)
    captions = [caption(rng, draw_scene(rng)) for _ in range(500)]
    parts = Parts(make_autoencoder().eval(), Painter(make_tokenizer(captions)).eval())
    for weights in parts.painter.transformer.parameters():
        if weights.dim() == 2:  # an untrained DiT is nearly the identity
            torch.nn.init.normal_(weights, std=0.05)
    return StableDiffusion3(parts.pipeline())


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    """So that sums are added in one order, whatever the batch."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)
