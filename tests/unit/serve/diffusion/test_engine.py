"""The engine: pictures as they form, cancel, deadlines, and memory that runs out."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from io import BytesIO
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from serve.diffusion.denoiser import Denoising
from serve.diffusion.engine import DiffusionEngine
from serve.diffusion.families import StableDiffusion3
from serve.errors import DeadlineError, ModelUnavailableError, PictureTooLargeError
from serve.image import ImageRequest, Picture, Progress

POSITIONS = 2 * 16 * 16
"""Of one guided picture of 128 px."""


def wanted(name: str, **changes: Any) -> ImageRequest:
    fields: dict[str, Any] = {"seed": 1, "width": 128, "height": 128, "steps": 4, "guidance": 4.0}
    prompt = f"{name} houses"
    return ImageRequest(
        request_id=name, picture_id=name, model="demo", prompt=prompt, **{**fields, **changes}
    )


@asynccontextmanager
async def running(family: StableDiffusion3, at_once: int = 4) -> AsyncGenerator[DiffusionEngine]:
    engine = DiffusionEngine(family, capacity=at_once * POSITIONS)
    task = asyncio.create_task(engine.run())
    try:
        yield engine
    finally:
        task.cancel()


async def drawn(engine: DiffusionEngine, request: ImageRequest) -> list[Progress | Picture]:
    async with aclosing(engine.generate(request)) as pieces:
        return [piece async for piece in pieces]


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def watch(
    engine: DiffusionEngine, monkeypatch: pytest.MonkeyPatch, before: Callable[[list[str]], None]
) -> None:
    """Call `before` with the ids of each batch, in the lane's thread."""
    step = engine._denoiser.step

    def watched(batch: Sequence[Denoising]) -> None:
        before([state.id for state in batch])
        step(batch)

    monkeypatch.setattr(engine._denoiser, "step", watched)


async def test_a_picture_forms_step_by_step(family: StableDiffusion3) -> None:
    async with running(family) as engine:
        pieces = await drawn(engine, wanted("two", preview_every=2))
    *steps, last = pieces
    assert [piece.step for piece in steps if isinstance(piece, Progress)] == [1, 2, 3, 4]
    previews = [piece.preview for piece in steps if isinstance(piece, Progress)]
    assert [preview is not None for preview in previews] == [False, True, False, False]
    assert previews[1] is not None
    assert opened(previews[1]).size == (16, 16)
    assert isinstance(last, Picture)
    image = opened(last.png)
    assert (image.format, image.size) == ("PNG", (128, 128))
    assert image.info["prompt"] == "two houses"
    assert json.loads(image.info["atelier"])["seed"] == 1


async def test_many_at_once_are_the_pictures_they_are_alone(family: StableDiffusion3) -> None:
    requests = [wanted(f"{n}", seed=n, steps=3 + n % 3) for n in range(6)]
    async with running(family) as engine:
        alone = [(await drawn(engine, each))[-1] for each in requests]
        together = await asyncio.gather(*(drawn(engine, each) for each in requests))
    for one, pieces in zip(alone, together, strict=True):
        assert isinstance(one, Picture)
        assert isinstance(pieces[-1], Picture)
        difference = np.asarray(opened(one.png), int) - np.asarray(opened(pieces[-1].png), int)
        assert abs(difference).max() <= 1


async def test_who_leaves_is_in_no_batch_after(
    family: StableDiffusion3, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches: list[list[str]] = []
    async with running(family) as engine:
        watch(engine, monkeypatch, batches.append)
        stays = asyncio.create_task(drawn(engine, wanted("stays", steps=12)))
        async with aclosing(engine.generate(wanted("leaves", steps=500))) as pieces:
            await anext(pieces)
        left_after = len(batches)
        await stays
    assert all("leaves" not in batch for batch in batches[left_after + 1 :])
    assert not engine._jobs


async def test_one_that_is_late_ends_and_others_go_on(family: StableDiffusion3) -> None:
    async with running(family) as engine:
        late = wanted("late", steps=500, deadline_s=0.2)
        outcomes = await asyncio.gather(
            drawn(engine, late), drawn(engine, wanted("fine")), return_exceptions=True
        )
    assert isinstance(outcomes[0], DeadlineError)
    assert isinstance(outcomes[1], list)


async def test_too_little_memory_makes_smaller_batches(
    family: StableDiffusion3, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []

    def memory_for_two(batch: list[str]) -> None:
        sizes.append(len(batch))
        if len(batch) > 2:
            raise torch.OutOfMemoryError

    async with running(family) as engine:
        watch(engine, monkeypatch, memory_for_two)
        pictures = await asyncio.gather(*(drawn(engine, wanted(f"{n}")) for n in range(4)))
    assert all(isinstance(pieces[-1], Picture) for pieces in pictures)
    assert max(sizes) > 2
    assert set(sizes[-4:]) <= {1, 2}


async def test_a_picture_too_large_alone_says_so_and_nothing_dies(
    family: StableDiffusion3, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_memory_for_large(batch: list[str]) -> None:
        if "large" in batch:
            raise torch.OutOfMemoryError

    async with running(family) as engine:
        watch(engine, monkeypatch, no_memory_for_large)
        outcomes = await asyncio.gather(
            drawn(engine, wanted("large", width=256)),
            drawn(engine, wanted("small")),
            return_exceptions=True,
        )
    assert isinstance(outcomes[0], PictureTooLargeError)
    assert "256 × 128" in str(outcomes[0])
    assert isinstance(outcomes[1], list)


async def test_a_step_that_breaks_fails_its_requests_alone(
    family: StableDiffusion3, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(batch: list[str]) -> None:
        if "bad" in batch:
            raise RuntimeError("a bug")

    async with running(family, at_once=1) as engine:
        watch(engine, monkeypatch, breaks)
        outcomes = await asyncio.gather(
            drawn(engine, wanted("bad")), drawn(engine, wanted("good")), return_exceptions=True
        )
    assert isinstance(outcomes[0], ModelUnavailableError)
    assert isinstance(outcomes[1], list)
