"""How long a picture waits until it is begun: batched at the step, and one after the other.

The demo image model's shape with random weights draws the same arrivals twice in every round, in
turns: by `DiffusionEngine`, whose requests join and leave between two steps, and by diffusers' own
pipeline, which finishes one picture before it begins the next: the peer. Most are quick ones, a few
are long; they come as in a Poisson process, at a part of what the peer can do when it works without
a pause. A picture's wait ends with its first step.

Expected: behind a long picture the peer makes everybody wait for all of its steps, the engine for
one; p95 falls by far more than the half. Throughput stays, for a step of several pictures costs a
little less than the steps of each.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from random import Random
from typing import Any

import torch
from matplotlib.figure import Figure

from benchmarks import plots
from benchmarks.report import Claim, Report, Table
from benchmarks.stats import curve, median, quantile
from serve.diffusion.engine import DiffusionEngine
from serve.diffusion.families import FAMILIES
from serve.image import ImageRequest, Progress
from tests.tiny_image import tiny_pipeline

ENGINE, PEER = "batched at the step", "diffusers, one by one"
GOAL_WAIT, GOAL_THROUGHPUT = 2.0, 0.98
SIDE = 128
GUIDANCE = 4.0
KINDS = ((10, 0.7), (20, 0.2), (100, 0.1))
"""Steps of a picture, and how often it is asked for."""
CAPACITY = 8 * 2 * 16 * 16
"""Latent positions of one forward pass: eight guided pictures."""
PROMPT = "two boats on the sea at night"


@dataclass(frozen=True, slots=True)
class Size:
    rounds: int
    pictures: int
    load: float


FULL = Size(rounds=3, pictures=100, load=0.8)
QUICK = Size(rounds=1, pictures=6, load=0.8)


@dataclass(frozen=True, slots=True)
class Asked:
    at_s: float
    steps: int
    seed: int


@dataclass(slots=True)
class Drawn:
    """Seconds from asking to the first step, to the end, and of the whole round."""

    begun_s: list[float]
    done_s: list[float]
    whole_s: float = 0.0


Begun = Callable[[], None]
Draw = Callable[[Asked, Begun], Any]


def run(quick: bool) -> Report:
    size = QUICK if quick else FULL
    return asyncio.run(_measure(size))


async def _measure(size: Size) -> Report:
    pipeline = tiny_pipeline()
    pipeline.set_progress_bar_config(disable=True)
    drawn: dict[str, list[Drawn]] = {ENGINE: [], PEER: []}
    async with _engine(pipeline) as engine, _peer(pipeline) as peer:
        draws = {ENGINE: engine, PEER: peer}
        mean_s = await _mean_service_s(peer)
        for number in range(size.rounds):
            asked = _arrivals(number, size, mean_s)
            for name in list(draws)[:: 1 if number % 2 else -1]:
                drawn[name].append(await _round(draws[name], asked))
    return _report(drawn, size, mean_s)


@asynccontextmanager
async def _engine(pipeline: Any) -> AsyncGenerator[Draw]:
    engine = DiffusionEngine(FAMILIES[type(pipeline).__name__](pipeline), CAPACITY)
    running = asyncio.create_task(engine.run())

    async def draw(asked: Asked, begun: Begun) -> None:
        size = {"width": SIDE, "height": SIDE, "steps": asked.steps, "guidance": GUIDANCE}
        name = f"{time.monotonic_ns()}-{asked.seed}"
        request = ImageRequest(name, name, "demo", PROMPT, asked.seed, **size)  # type: ignore[arg-type]
        async for piece in engine.generate(request):
            if isinstance(piece, Progress) and piece.step == 1:
                begun()

    yield draw
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


@asynccontextmanager
async def _peer(pipeline: Any) -> AsyncGenerator[Draw]:
    loop, thread = asyncio.get_running_loop(), ThreadPoolExecutor(1)

    async def draw(asked: Asked, begun: Begun) -> None:
        def first(_: Any, step: int, __: Any, kwargs: Any) -> Any:
            if step == 0:
                loop.call_soon_threadsafe(begun)
            return kwargs

        await loop.run_in_executor(
            thread,
            lambda: pipeline(
                PROMPT,
                height=SIDE,
                width=SIDE,
                num_inference_steps=asked.steps,
                guidance_scale=GUIDANCE,
                max_sequence_length=1,
                generator=torch.Generator().manual_seed(asked.seed),
                callback_on_step_end=first,
            ),
        )

    yield draw
    thread.shutdown()


async def _mean_service_s(peer: Draw) -> float:
    """What a picture takes the peer when nothing else is asked for."""
    mean_s = 0.0
    for steps, share in KINDS:
        took = []
        for seed in range(4):
            started = time.monotonic()
            await peer(Asked(0.0, steps, seed), lambda: None)
            took.append(time.monotonic() - started)
        mean_s += share * median(took[1:])
    return mean_s


def _arrivals(number: int, size: Size, mean_s: float) -> list[Asked]:
    rng, at_s = Random(number), 0.0
    steps, shares = zip(*KINDS, strict=True)
    asked = []
    for seed in range(size.pictures):
        at_s += rng.expovariate(size.load / mean_s)
        asked.append(Asked(at_s, int(rng.choices(steps, shares)[0]), seed))
    return asked


async def _round(draw: Draw, asked: Sequence[Asked]) -> Drawn:
    drawn, started = Drawn([], []), time.monotonic()

    async def one(each: Asked) -> None:
        await asyncio.sleep(each.at_s - (time.monotonic() - started))
        asked_s = time.monotonic()
        await draw(each, lambda: drawn.begun_s.append(time.monotonic() - asked_s))
        drawn.done_s.append(time.monotonic() - asked_s)

    await asyncio.gather(*(one(each) for each in asked))
    drawn.whole_s = time.monotonic() - started
    return drawn


def _report(drawn: dict[str, list[Drawn]], size: Size, mean_s: float) -> Report:
    begun = {name: [s for each in rounds for s in each.begun_s] for name, rounds in drawn.items()}
    done = {name: [s for each in rounds for s in each.done_s] for name, rounds in drawn.items()}
    whole_s = {name: sum(each.whole_s for each in rounds) for name, rounds in drawn.items()}
    shorter = quantile(begun[PEER], 0.95) / quantile(begun[ENGINE], 0.95)
    claims = [
        Claim("p95 wait, × shorter than one by one", shorter, GOAL_WAIT, "×", at_most=False),
        Claim("pictures a second, × one by one", whole_s[PEER] / whole_s[ENGINE],
              GOAL_THROUGHPUT, "×", at_most=False),
    ]  # fmt: skip
    rows = [
        (name, median(begun[name]), quantile(begun[name], 0.95), median(done[name]),
         quantile(done[name], 0.95), size.rounds * size.pictures / whole_s[name])
        for name in drawn
    ]  # fmt: skip
    columns = ("", "wait p50 s", "p95", "done p50 s", "p95", "pictures/s")
    title = f"{size.pictures} pictures a round, {size.load:.0%} of what the peer can do"
    return Report(
        "steps",
        "Waiting for a picture",
        claims,
        [Table(title, columns, rows)],
        {"begun_s": begun, "done_s": done, "whole_s": whole_s, "mean_service_s": mean_s},
        lambda figure: _draw(figure, begun, done),
        ["Both in one process on the same cores; throughput of an open load is the load's own "
         "where both keep up."],
    )  # fmt: skip


def _draw(figure: Figure, begun: dict[str, list[float]], done: dict[str, list[float]]) -> None:
    for axes, what, measured in zip(
        figure.subplots(1, 2), ("its first step", "the picture"), (begun, done), strict=True
    ):
        for index, (name, seconds) in enumerate(measured.items()):
            plots.distribution(axes, name, curve(seconds), index)
        plots.label(axes, f"from asking to {what}", x="seconds")
