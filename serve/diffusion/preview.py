"""A cheap look at latents: one matrix from their channels to red, green and blue.

Fitted by least squares to what the model's own autoencoder makes of patches of plain colour, so
it needs no table of constants for each model.
"""

from __future__ import annotations

import numpy as np
import torch
from PIL import Image

from serve.diffusion.autoencoder import Autoencoder

PATCHES = 8
COLOURINGS = 4


class Preview:
    """Latents [1, c, h, w] to a picture of w × h pixels."""

    def __init__(self, autoencoder: Autoencoder) -> None:
        side = PATCHES * autoencoder.downscale
        colours = torch.rand(COLOURINGS, 3, PATCHES, PATCHES, generator=_rng())
        pictures = torch.nn.functional.interpolate(colours, size=(side, side), mode="nearest")
        latents = autoencoder.encode(pictures).float().cpu()
        channels = latents.permute(0, 2, 3, 1).reshape(-1, latents.shape[1])
        wanted = colours.permute(0, 2, 3, 1).reshape(-1, 3)
        ones = torch.ones(len(channels), 1)
        self._matrix = torch.linalg.lstsq(torch.cat([channels, ones], dim=1), wanted).solution

    def __call__(self, latents: torch.Tensor) -> Image.Image:
        channels = latents[0].float().cpu().permute(1, 2, 0)
        shown = channels @ self._matrix[:-1] + self._matrix[-1]
        pixels = (shown.clamp(0, 1) * 255).round().to(torch.uint8)
        return Image.fromarray(np.ascontiguousarray(pixels.numpy()))


def _rng() -> torch.Generator:
    return torch.Generator().manual_seed(0)
