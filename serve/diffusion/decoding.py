"""Bytes of pictures as tensors: what a drawing may begin with."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import torch
from PIL import Image, ImageOps

from serve.errors import BadRequestError

HALF = 0.5


def opened(data: bytes, width: int, height: int) -> torch.Tensor:
    """A picture of that size [1, 3, h, w] in 0 … 1: what does not fit its shape is cut off at the
    sides. Raises BadRequestError for what is none."""
    try:
        with Image.open(BytesIO(data)) as image:
            fitted = ImageOps.fit(image.convert("RGB"), (width, height), Image.Resampling.LANCZOS)
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise BadRequestError(f"The picture to begin with cannot be read: {error}") from error
    return torch.from_numpy(np.asarray(fitted).copy()).permute(2, 0, 1)[None] / 255


def opened_mask(data: bytes, width: int, height: int) -> torch.Tensor:
    """A mask [1, 1, h, w] in 0 … 1 for latents of that size. Raises BadRequestError."""
    grey = opened(data, width, height).mean(dim=1, keepdim=True)
    return (grey > HALF).float()
