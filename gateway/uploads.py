"""Pictures from outside: read with care, and kept as pictures of our own making.

Whatever comes is decoded and written anew, so that nothing of the file itself is kept or given
out: no metadata, no second content behind the first, no wrong name for it.
"""

import asyncio
import json
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.PngImagePlugin import PngInfo

from gateway.problems import Problem
from serve.diffusion.encoding import as_thumbnail
from storage.documents import Image as StoredImage
from storage.documents import ImageSettings
from storage.ids import new_id
from storage.storage import TenantStorage

FORMATS = ("PNG", "JPEG", "WEBP")
MAX_UPLOAD_BYTES = 20 * 2**20
MAX_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture of our own making, and a smaller WebP of it. Sides are pixels."""

    png: bytes
    thumbnail: bytes
    width: int
    height: int


async def store_upload(
    tenant: TenantStorage, data: bytes, field: str, *, mask: bool = False
) -> StoredImage:
    """Keep a picture that may be begun with. With `mask` what is transparent becomes white, the
    rest black. Raises a 422 Problem for what is no picture, or too large a one."""
    image_id = new_id()
    made = await asyncio.to_thread(_read, data, image_id, field, mask)
    settings = ImageSettings(
        prompt="", width=made.width, height=made.height, steps=0, guidance=1.0, seed=0
    )
    upload = StoredImage(id=image_id, kind="upload", settings=settings, bytes=len(made.png))
    return await tenant.images.create(upload, made.png, made.thumbnail)


def _read(data: bytes, image_id: str, field: str, mask: bool) -> Upload:
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise _refused(field, f"has more than {MAX_PIXELS:,} pixels")
            image = ImageOps.exif_transpose(opened)
            image = _mask(image) if mask else _opaque(image)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        # PIL's words for what it does not know name an object of ours, and help nobody.
        why = "" if isinstance(error, UnidentifiedImageError) else f" ({error})"
        detail = f"is no {', '.join(FORMATS)} that can be read{why}"
        raise _refused(field, detail) from error
    return _written(image, image_id)


def _opaque(image: Image.Image) -> Image.Image:
    """On white, where it is transparent."""
    seen = image.convert("RGBA")
    ground = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(ground, seen).convert("RGB")


def _mask(image: Image.Image) -> Image.Image:
    alpha = image.convert("RGBA").getchannel("A")
    return alpha.point(lambda value: 0 if value else 255).convert("RGB")


def _written(image: Image.Image, image_id: str) -> Upload:
    notes = PngInfo()
    notes.add_itxt("atelier", json.dumps({"picture_id": image_id}))
    png = BytesIO()
    image.save(png, "PNG", pnginfo=notes)
    return Upload(png.getvalue(), as_thumbnail(image, image_id), image.width, image.height)


def _refused(field: str, what: str) -> Problem:
    return Problem(422, "bad_image", f"{field}: {what}", field)
