"""The pictures that the image model learns from, each drawn from the seed and its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from diffusers import AutoencoderKL

from serve.demo.muon import quick_products
from serve.demo.pictures.draw import draw_with_spots
from serve.demo.pictures.examiner import CELLS, amounts_of, tensor
from serve.demo.pictures.naming import THINGS
from serve.demo.pictures.network import LATENT_CHANNELS, LATENT_SIZE, UNSCALED
from serve.demo.pictures.scene import Scene, draw_scene

ENCODED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pictures to learn from: latents [n, 8, 16, 16] as large as noise, and layouts
    [n, THINGS, CELLS, CELLS], both bf16."""

    latents: torch.Tensor
    layouts: torch.Tensor


@torch.no_grad()
def encode_pictures(seed: int, count: int, autoencoder: AutoencoderKL, work: Path) -> Drawn:
    """The first `count`, scaled as the autoencoder's settings say; a new one's are set here. They
    are kept in `work`."""
    path = work / f"latents-{seed}.pt"
    if path.exists():
        kept = torch.load(path)
        autoencoder.register_to_config(scaling_factor=kept["scale"])
        return Drawn(kept["latents"], kept["layouts"])
    latents = torch.empty(count, LATENT_CHANNELS, LATENT_SIZE, LATENT_SIZE, dtype=torch.bfloat16)
    layouts = torch.empty(count, len(THINGS), CELLS, CELLS, dtype=torch.bfloat16)
    for first in range(0, count, ENCODED_AT_ONCE):
        some = slice(first, min(first + ENCODED_AT_ONCE, count))
        drawn, layouts[some] = pictures(seed, first, some.stop - first)
        with quick_products():
            latents[some] = autoencoder.encode(drawn).latent_dist.mode()
    if autoencoder.config.scaling_factor == UNSCALED:
        size = latents.float().square().mean().sqrt().item()
        autoencoder.register_to_config(scaling_factor=1 / size)
    latents *= autoencoder.config.scaling_factor
    scale = autoencoder.config.scaling_factor
    torch.save({"latents": latents, "layouts": layouts, "scale": scale}, path)
    return Drawn(latents, layouts)


def pictures(seed: int, first: int, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Pictures `first` … of the training side, [count, 3, 128, 128] in −1 … 1, and how much of each
    thing is where in them, [count, THINGS, CELLS, CELLS]."""
    drawn = [draw_with_spots(rng, scene) for rng, scene in scenes(seed, first, count)]
    layouts = torch.stack([amounts_of(spots) for _, spots in drawn])
    return tensor([image for image, _ in drawn]).contiguous(), layouts


def scenes(seed: int, first: int, count: int) -> Iterator[tuple[Random, Scene]]:
    """What pictures `first` … show, each with what it is drawn and told with."""
    for index in range(first, first + count):
        rng = Random(f"{seed}:picture:{index}")
        yield rng, draw_scene(rng)
