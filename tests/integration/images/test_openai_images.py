"""OpenAI's own client asking for pictures."""

import base64
from collections.abc import AsyncGenerator
from io import BytesIO
from typing import Any

import httpx
import numpy as np
import openai
import pytest
from PIL import Image

from tests.integration.gateway.talk import eventually, expect
from tests.system import System


@pytest.fixture
async def client(painting: System) -> AsyncGenerator[openai.AsyncOpenAI]:
    url = f"{painting.url}/v1"
    async with openai.AsyncOpenAI(base_url=url, api_key="any", max_retries=0, timeout=60) as made:
        yield made


def opened(encoded: str | None) -> Any:
    assert encoded
    return Image.open(BytesIO(base64.b64decode(encoded)))


async def test_two_pictures_of_a_size(client: openai.AsyncOpenAI) -> None:
    size: Any = "64x128"
    answer = await client.images.generate(prompt="a house", n=2, size=size, model="tiny-image")
    assert [opened(image.b64_json).size for image in answer.data or ()] == [(64, 128)] * 2


async def test_an_address_instead_of_the_bytes(
    client: openai.AsyncOpenAI, painter: httpx.AsyncClient
) -> None:
    seed = {"seed": 5}
    kind: Any = "url"
    by_url = await client.images.generate(prompt="sea", response_format=kind, extra_body=seed)
    inline = await client.images.generate(prompt="sea", extra_body=seed)
    assert by_url.data
    assert inline.data
    response = await painter.get(str(by_url.data[0].url))
    one, two = Image.open(BytesIO(response.content)), opened(inline.data[0].b64_json)
    assert abs(np.asarray(one, int) - np.asarray(two, int)).max() <= 1


async def test_previews_come_before_the_picture(client: openai.AsyncOpenAI) -> None:
    stream = await client.images.generate(prompt="a tree", stream=True, partial_images=2)
    events = [event async for event in stream]
    assert [event.type.rpartition(".")[2] for event in events] == [
        "partial_image",
        "partial_image",
        "completed",
    ]
    assert [opened(event.b64_json).size[0] for event in events] == [16, 16, 128]


async def test_what_is_drawn_here_stands_in_the_gallery(
    client: openai.AsyncOpenAI, painter: httpx.AsyncClient
) -> None:
    await client.images.generate(prompt="a very rare zebra house")
    page = await expect(painter.get("/api/images", params={"q": "rare zebra"}), 200)
    assert [item["prompt"] for item in page["items"]] == ["a very rare zebra house"]


@pytest.mark.parametrize(
    ("options", "param"),
    [
        ({"size": "100x100"}, "size"),
        ({"size": "0x0"}, "size"),
        ({"size": "large"}, "size"),
        ({"n": 50}, "n"),
        ({"prompt": " "}, "prompt"),
        ({"model": "nowhere"}, "model"),
    ],
)
async def test_a_bad_parameter_is_named(
    client: openai.AsyncOpenAI, options: dict[str, Any], param: str
) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        await client.images.generate(**{"prompt": "a house", **options})
    assert caught.value.param == param


async def test_an_unknown_model_is_not_found(client: openai.AsyncOpenAI) -> None:
    with pytest.raises(openai.NotFoundError):
        await client.images.generate(prompt="a house", model="none")


async def test_a_prompt_that_is_too_long_is_a_bad_request(client: openai.AsyncOpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        await client.images.generate(prompt="a house and a tree " * 20)
    assert caught.value.code == "context_too_long"


async def test_who_leaves_cancels(painter: httpx.AsyncClient) -> None:
    await painter.get("/healthz")
    body = {"prompt": "an endless wait", "steps": 2000, "stream": True, "partial_images": 1}
    async with painter.stream("POST", "/v1/images/generations", json=body) as response:
        assert response.status_code == 200

    async def gone() -> bool:
        page = await expect(painter.get("/api/image-jobs", params={"limit": 1}), 200)
        job = page["items"][0]
        return job["settings"]["prompt"] == "an endless wait" and job["status"] == "cancelled"

    await eventually(gone, "the end of the job")
