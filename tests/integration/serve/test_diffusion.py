"""Pictures from replicas under the real Ray Serve: the demo model's shape with random weights."""

import asyncio
import os
import signal
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import numpy as np
import pytest
import ray
from PIL import Image
from ray import serve

from serve.app import app_name, build
from serve.clients import build_image_model
from serve.errors import DeadlineError, StreamBrokenError
from serve.image import ImageModel, ImageRequest, Picture, Progress
from serve.model_entry import Drawing, ModelEntry
from serve.replica import DIRECTORY_ACTOR, NAMESPACE
from serve.settings import ServeSettings
from storage.ids import new_id
from tests.tiny_image import tiny_pipeline

ENTRY = ModelEntry(
    id="tiny-image",
    name="Tiny image",
    engine="diffusers",
    source="set by the fixture",
    context_tokens=40,
    capabilities=("image",),
    drawing=Drawing(batch_pixels=2 * 4 * 128 * 128, dtype="float32"),
)
PATIENCE_S = 60.0


class Directory:
    """Stands in for the model directory: takes reports."""

    def report(self, model_id: str, replica: str, state: dict[str, Any]) -> None:
        pass


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny-image")
    tiny_pipeline().save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def deployed(model_dir: Path) -> Iterator[None]:
    os.environ.setdefault("grpc_proxy", "")
    ray.init(num_cpus=4, include_dashboard=False, log_to_driver=False, namespace=NAMESPACE)
    serve.start(proxy_location="Disabled")
    lasting = {"lifetime": "detached", "num_cpus": 0}
    ray.remote(Directory).options(name=DIRECTORY_ACTOR, **lasting).remote()
    entry = ENTRY.model_copy(update={"replicas": ENTRY.replicas.model_copy(update={"min": 1})})
    serve.run(build(entry, model_dir, ServeSettings()), name=app_name(ENTRY.id), route_prefix=None)
    yield
    serve.shutdown()
    ray.shutdown()


@pytest.fixture
async def model(deployed: None) -> AsyncGenerator[ImageModel]:
    async with aiohttp.ClientSession() as session:
        model = build_image_model(session, ENTRY)
        yield model
        await model.close()


def wanted(**changes: Any) -> ImageRequest:
    fields: dict[str, Any] = {"seed": 1, "width": 128, "height": 128, "steps": 4, "guidance": 4.0}
    fields |= {
        "request_id": new_id(),
        "picture_id": new_id(),
        "model": ENTRY.id,
        "prompt": "two boats",
    }
    return ImageRequest(**{**fields, **changes})


async def drawn(model: ImageModel, request: ImageRequest) -> list[Any]:
    async with asyncio.timeout(PATIENCE_S), aclosing(model.draw(request)) as pieces:
        return [piece async for piece in pieces]


def pixels(picture: Any) -> Any:
    assert isinstance(picture, Picture)
    return np.asarray(Image.open(BytesIO(picture.png)), int)


async def test_a_picture_comes_step_by_step_with_previews(model: ImageModel) -> None:
    *steps, picture = await drawn(model, wanted(preview_every=2))
    told = [piece for piece in steps if isinstance(piece, Progress)]
    assert [piece.step for piece in told] == [1, 2, 3, 4]
    assert Image.open(BytesIO(told[1].preview or b"")).size == (16, 16)
    assert pixels(picture).shape == (128, 128, 3)


async def test_a_seed_is_the_same_picture_alone_and_in_company(model: ImageModel) -> None:
    requests = [wanted(seed=seed) for seed in (1, 1, 2)]
    alone = (await drawn(model, wanted(seed=1)))[-1]
    together = await asyncio.gather(*(drawn(model, request) for request in requests))
    first, again, other = (pixels(pieces[-1]) for pieces in together)
    assert abs(first - pixels(alone)).max() <= 1
    assert abs(first - again).max() <= 1
    assert abs(first - other).max() > 1


async def test_who_leaves_makes_room(model: ImageModel) -> None:
    """Eight that would take for ever are left; one more comes through."""
    for _ in range(8):
        async with aclosing(model.draw(wanted(steps=5_000))) as pieces:
            await anext(pieces)
    assert isinstance((await drawn(model, wanted()))[-1], Picture)


async def test_the_time_may_be_up(model: ImageModel) -> None:
    with pytest.raises(DeadlineError):
        await drawn(model, wanted(steps=5_000, deadline_s=1.0))


async def test_nobody_draws_without_the_key(model: ImageModel, deployed: None) -> None:
    handle = serve.get_deployment_handle("engine", app_name(ENTRY.id))
    address = await handle.address.remote()
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {"Authorization": "Bearer wrong"}):
            url = address["url"] + "/pictures"
            async with session.post(url, data=b"{}", headers=headers) as response:
                assert response.status == 401


async def test_a_replica_that_is_killed_breaks_off_and_is_replaced(model: ImageModel) -> None:
    handle = serve.get_deployment_handle("engine", app_name(ENTRY.id))
    pid = (await handle.address.remote())["pids"][0]
    async with aclosing(model.draw(wanted(steps=5_000))) as pieces:
        await anext(pieces)
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(StreamBrokenError):
            async for _ in pieces:
                pass
    assert isinstance((await drawn(model, wanted()))[-1], Picture)
