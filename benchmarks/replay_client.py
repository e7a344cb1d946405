"""Several tenants drawing with one model of a running Atelier, through its dispatcher.

Run as `python -m benchmarks.replay_client <Ray's address> <the dispatcher's secret>`. It reads a
line of JSON, the catalogue entry, and writes how long a step takes beside none, one, two others …
up to all places of a replica, and how long a picture takes beside its steps. Then it reads the
jobs, each with its time, tenant and steps, does them, and writes when each was asked, granted and
done.
"""

import asyncio
import json
import logging
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from functools import partial
from typing import Any

import aiohttp
import ray
import uvloop

from actors.settings import NAMESPACE
from benchmarks.installation import say
from benchmarks.stats import median
from serve.clients import build_image_model
from serve.credits import CreditClient
from serve.dispatcher_process import connect
from serve.image import ImageModel, ImageRequest, Progress
from serve.model_entry import ModelEntry
from serve.scheduling.gpu_pool import Asked
from storage.ids import new_id

MEASURED_STEPS = 60
MEASURED_PICTURES, FEW_STEPS = 7, 10


def main() -> None:
    address, secret = sys.argv[1:]
    ray.init(address, namespace=NAMESPACE, log_to_driver=False, logging_level=logging.ERROR)
    uvloop.run(_play(secret))


async def _play(secret: str) -> None:
    entry = ModelEntry.model_validate(await _hear())
    credits = CreditClient(connect, secret)
    connected = asyncio.create_task(credits.run())
    async with aiohttp.ClientSession() as session:
        model = build_image_model(session, entry)
        await _measure(entry, model, 1)  # warm
        places = range(1, entry.replicas.target_ongoing + 1)
        step_s = [await _measure(entry, model, count) for count in places]
        say(step_s=step_s, around_s=await _around(entry, model, step_s[0]))
        say(jobs=await _replay(partial(_one, entry, model, credits), await _hear()))
        await model.close()
    connected.cancel()


async def _hear() -> Any:
    """The next line; ends the program when there is none."""
    line = await asyncio.to_thread(sys.stdin.readline)
    return json.loads(line) if line else sys.exit(1)


async def _measure(entry: ModelEntry, model: ImageModel, count: int) -> float:
    """Seconds from step to step of each of so many pictures, while all are drawn."""
    clock = asyncio.get_running_loop().time

    async def one() -> list[float]:
        async with aclosing(_progress(entry, model, MEASURED_STEPS)) as steps:
            return [clock() async for _ in steps]

    seen = await asyncio.gather(*(one() for _ in range(count)))
    begun, ended = max(times[0] for times in seen), min(times[-1] for times in seen)
    gaps = [
        (inside[-1] - inside[0]) / (len(inside) - 1)
        for times in seen
        if len(inside := [t for t in times if begun <= t <= ended]) > 1
    ]
    return median(gaps)


async def _around(entry: ModelEntry, model: ImageModel, step_s: float) -> float:
    """Seconds that a picture takes alone beside its steps: its prompt is read, it is decoded, made
    a PNG and sent."""
    clock = asyncio.get_running_loop().time
    took = []
    for _ in range(MEASURED_PICTURES):
        began = clock()
        async with aclosing(_progress(entry, model, FEW_STEPS)) as steps:
            async for _step in steps:
                pass
        took.append(clock() - began)
    return max(0.0, median(took) - FEW_STEPS * step_s)


async def _replay(ask: Any, jobs: Sequence[dict[str, Any]]) -> list[dict[str, float]]:
    loop = asyncio.get_running_loop()
    began = loop.time()
    done: list[dict[str, float]] = []

    async def one(number: int, job: dict[str, Any]) -> None:
        times = await ask(job["tenant"], job["steps"])
        done.append({"number": number} | {name: at - began for name, at in times.items()})

    async with asyncio.TaskGroup() as tasks:
        for number, job in enumerate(jobs):
            await asyncio.sleep(began + job["at_s"] - loop.time())
            tasks.create_task(one(number, job))
    return done


async def _one(
    entry: ModelEntry, model: ImageModel, credits: CreditClient, tenant: str, steps: int
) -> dict[str, float]:
    """When it was asked, granted and done."""
    loop = asyncio.get_running_loop()
    asked_s = loop.time()
    work = {"pixel_steps": float(steps)}
    place = credits.ask(Asked(new_id(), tenant, entry.id, work, asked_s))
    while await place.news() is not None:
        pass
    granted_s = loop.time()
    async with aclosing(_progress(entry, model, steps)) as seen:
        async for _ in seen:
            pass
    place.end(work)
    return {"asked_s": asked_s, "granted_s": granted_s, "done_s": loop.time()}


async def _progress(entry: ModelEntry, model: ImageModel, steps: int) -> AsyncGenerator[Progress]:
    own = entry.drawing
    assert own is not None  # it draws
    request = ImageRequest(
        request_id=new_id(), picture_id=new_id(), model=entry.id, prompt="two boats", seed=1,
        width=own.width, height=own.height, steps=steps, guidance=own.guidance,
    )  # fmt: skip
    async with aclosing(model.draw(request)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Progress):
                yield piece


if __name__ == "__main__":
    main()
