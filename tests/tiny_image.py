"""The demo image model's shape with random weights: quick to make, and a real pipeline."""

from random import Random
from typing import Any

import torch

from serve.demo.pictures.captions import caption
from serve.demo.pictures.network import Painter, Parts, make_autoencoder, make_tokenizer
from serve.demo.pictures.scene import draw_scene


def tiny_pipeline() -> Any:
    """A `StableDiffusion3Pipeline`, the same at every call."""
    torch.manual_seed(3)
    rng = Random(3)
    captions = [caption(rng, draw_scene(rng)) for _ in range(500)]
    parts = Parts(make_autoencoder().eval(), Painter(make_tokenizer(captions)).eval())
    for weights in parts.painter.transformer.parameters():
        if weights.dim() == 2:  # an untrained DiT is nearly the identity
            torch.nn.init.normal_(weights, std=0.05)
    return parts.pipeline()
