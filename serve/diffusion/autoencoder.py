"""Between pictures and latents, with the scale and shift that the model was trained with."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from PIL import Image


class Autoencoder:
    """A pipeline's `vae`. Pictures are tensors [n, 3, h, w] in 0 … 1."""

    def __init__(self, pipeline: Any) -> None:
        self._vae = pipeline.vae
        if self._vae.config.get("force_upcast") and self._vae.dtype == torch.float16:
            self._vae.to(torch.float32)  # SDXL's own overflows in half precision
        self.downscale: int = pipeline.vae_scale_factor
        """Pixels a latent position, across as well as down."""
        self._scale: float = self._vae.config.scaling_factor
        self._shift: float = self._vae.config.get("shift_factor") or 0.0

    @property
    def channels(self) -> int:
        count: int = self._vae.config.latent_channels
        return count

    @torch.inference_mode()
    def decode(self, latents: torch.Tensor) -> Image.Image:
        """One picture of latents [1, c, h, w]."""
        wanted = (latents / self._scale + self._shift).to(self._vae.dtype)
        found = self._vae.decode(wanted, return_dict=False)[0]
        pixels = ((found[0].float() / 2 + 0.5).clamp(0, 1) * 255).round().to(torch.uint8)
        return Image.fromarray(np.ascontiguousarray(pixels.permute(1, 2, 0).cpu().numpy()))

    @torch.inference_mode()
    def encode(self, pictures: torch.Tensor) -> torch.Tensor:
        """The likeliest latents [n, c, h, w] of pictures."""
        wanted = (pictures * 2 - 1).to(self._vae.device, self._vae.dtype)
        latents: torch.Tensor = self._vae.encode(wanted).latent_dist.mode()
        return (latents - self._shift) * self._scale
