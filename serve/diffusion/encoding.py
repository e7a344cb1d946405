"""Pictures as bytes."""

from __future__ import annotations

import json
from dataclasses import asdict
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from serve.image import ImageRequest

THUMBNAIL_SIDE = 384
_IMAGE_UNIQUE_ID = 0xA420
"""The EXIF tag. With it no two pictures have the same bytes, so each owns its blobs."""
_NOT_OF_THE_PICTURE = frozenset(
    {"request_id", "preview_every", "deadline_s", "tenant", "priority", "init_image", "mask"}
)


def as_png(image: Image.Image, request: ImageRequest) -> bytes:
    """With what it was made from: `prompt` for people, `atelier` as JSON to make it again."""
    made_from = {k: v for k, v in asdict(request).items() if k not in _NOT_OF_THE_PICTURE}
    notes = PngInfo()
    notes.add_itxt("prompt", request.prompt)
    notes.add_itxt("atelier", json.dumps(made_from))
    return _saved(image, "PNG", pnginfo=notes)


def as_thumbnail(image: Image.Image, picture_id: str) -> bytes:
    """A smaller WebP for lists of pictures."""
    small = image.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    exif = Image.Exif()
    exif[_IMAGE_UNIQUE_ID] = picture_id
    return _saved(small, "WEBP", quality=85, exif=exif)


def as_webp(image: Image.Image) -> bytes:
    return _saved(image, "WEBP", quality=80)


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
