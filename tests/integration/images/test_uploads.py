"""Pictures from outside: what comes in, what is refused, and what may begin with them."""

import struct
import zlib
from io import BytesIO
from typing import Any

import httpx
import numpy as np
import openai
import pytest
from PIL import Image

from tests.integration.gateway.event_stream import events
from tests.integration.gateway.talk import expect, problem
from tests.system import System

UPLOADS = "/api/image-uploads"


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def noise(width: int = 128, height: int = 128) -> Image.Image:
    pixels = np.random.default_rng(3).integers(0, 255, (height // 8, width // 8, 3), np.uint8)
    return Image.fromarray(pixels).resize((width, height), Image.Resampling.NEAREST)


async def uploaded(painter: httpx.AsyncClient, data: bytes, kind: str = "png") -> dict[str, Any]:
    headers = {"content-type": f"image/{kind}"}
    return await expect(painter.post(UPLOADS, content=data, headers=headers), 201)


async def opened(painter: httpx.AsyncClient, image: dict[str, Any]) -> Image.Image:
    response = await painter.get(f"/api/images/{image['id']}/file")
    return Image.open(BytesIO(response.content))


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
async def test_a_picture_is_kept_as_a_png(painter: httpx.AsyncClient, kind: str) -> None:
    image = await uploaded(painter, saved(noise(), kind.upper()), kind)
    assert (image["kind"], image["width"], image["job_id"]) == ("upload", 128, None)
    kept = await opened(painter, image)
    assert kept.format == "PNG"
    far = abs(np.asarray(kept, int) - np.asarray(noise(), int)).mean()
    assert far < (1 if kind == "png" else 30)


async def test_the_gallery_does_not_list_it_and_it_can_be_deleted(
    painter: httpx.AsyncClient,
) -> None:
    image = await uploaded(painter, saved(noise()))
    listed = await expect(painter.get("/api/images", params={"limit": 100}), 200)
    assert image["id"] not in [item["id"] for item in listed["items"]]
    await expect(painter.delete(f"/api/images/{image['id']}"), 204)
    problem(await painter.get(f"/api/images/{image['id']}/file"), 404, "image_not_found")


async def test_nothing_of_the_file_itself_is_kept(painter: httpx.AsyncClient) -> None:
    """Not where it was taken, nor what was hidden behind it; but it stands upright."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "taken at home"
    data = saved(noise(128, 64), "JPEG", exif=exif) + b"<script>alert(1)</script>"
    kept = await painter.get(f"/api/images/{(await uploaded(painter, data, 'jpeg'))['id']}/file")
    assert b"taken at home" not in kept.content
    assert b"script" not in kept.content
    assert Image.open(BytesIO(kept.content)).size == (64, 128)
    assert kept.headers["content-type"] == "image/png"


def bomb() -> bytes:
    """A PNG of 50,000 × 50,000 pixels in a few hundred bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        saved(noise())[:-200],
        bomb(),
        saved(noise(), "GIF"),
        saved(noise(), "BMP"),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
    ids=["empty", "text", "truncated", "bomb", "gif", "bmp", "svg"],
)
async def test_what_is_no_picture_is_refused(painter: httpx.AsyncClient, data: bytes) -> None:
    headers = {"content-type": "image/png"}
    response = await painter.post(UPLOADS, content=data, headers=headers)
    problem(response, 422, "bad_image", "body")


async def test_too_much_or_something_else_is_refused(painter: httpx.AsyncClient) -> None:
    headers = {"content-type": "image/png"}
    large = await painter.post(UPLOADS, content=bytes(21 * 2**20), headers=headers)
    problem(large, 413, "body_too_large", "body")
    text = await painter.post(UPLOADS, content=b"x", headers={"content-type": "text/html"})
    problem(text, 415, "unsupported_media_type", "header.content-type")


async def test_under_a_mask_the_rest_stays(painter: httpx.AsyncClient) -> None:
    given = await uploaded(painter, saved(noise()))
    left_half = Image.new("L", (128, 128), 0)
    left_half.paste(255, (0, 0, 64, 128))
    mask = await uploaded(painter, saved(left_half))
    body = {"prompt": "night", "input_id": given["id"], "strength": 0.9, "steps": 8, "seed": 1}
    changes = []
    for more in ({}, {"mask_id": mask["id"]}):
        job = await expect(painter.post("/api/image-jobs", json=body | more), 202)
        assert (await events(painter, job["id"]))[-1].kind == "run.completed"
        image = (await expect(painter.get(f"/api/image-jobs/{job['id']}"), 200))["images"][0]
        changes.append(np.asarray(await opened(painter, image), int))
    free, masked = changes
    assert abs(masked[:, 96:] - free[:, 96:]).mean() > 1, "away from the edge it is the given one"
    alone = await expect(
        painter.post("/api/image-jobs", json={"prompt": "x", "mask_id": mask["id"]}), 422
    )
    assert alone["field"] == "body.mask_id"


@pytest.fixture
def client(painting: System) -> openai.AsyncOpenAI:
    url = f"{painting.url}/v1"
    return openai.AsyncOpenAI(base_url=url, api_key="any", max_retries=0, timeout=60)


async def test_openais_client_edits_and_varies(client: openai.AsyncOpenAI) -> None:
    hole = noise().convert("RGBA")
    hole.paste((0, 0, 0, 0), (0, 0, 64, 128))
    edited = await client.images.edit(
        image=("a.png", saved(noise()), "image/png"),
        mask=("mask.png", saved(hole), "image/png"),
        prompt="night",
    )
    varied = await client.images.create_variation(
        image=("a.png", saved(noise()), "image/png"), n=2, response_format="b64_json"
    )
    assert [len(answer.data or ()) for answer in (edited, varied)] == [1, 2]
    with pytest.raises(openai.BadRequestError) as caught:
        await client.images.edit(image=("a.png", b"no picture", "image/png"), prompt="night")
    assert caught.value.param == "image"
    await client.close()
