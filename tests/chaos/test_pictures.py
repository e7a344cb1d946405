"""Whatever is killed at whatever moment of an image job: two pictures, each once, and no bytes in
the object store but theirs."""

import asyncio
import hashlib
from contextlib import suppress
from itertools import count
from typing import Any

import httpx
import pytest

from tests.integration.gateway.event_stream import events, until
from tests.integration.images.jobs import asked
from tests.system import System

MOMENTS = {
    "it is accepted": None,
    "it draws": "image.progress",
    "one picture is done": "image.completed",
}
"""The event that says it; None is the answer to the POST."""
PATIENCE_S = 180.0
SHA256_DIGITS = 64
SEEDS = count(1000, 10)


@pytest.mark.parametrize("part", ["replica", "host", "gateway", "dispatcher", "database", "blobs"])
@pytest.mark.parametrize("moment", MOMENTS)
async def test_a_job_survives(
    moment: str, part: str, painting: System, painter: httpx.AsyncClient
) -> None:
    before = stored(painting)
    job = await asked(painter, seed=next(SEEDS), count=2, steps=40)
    if (kind := MOMENTS[moment]) is not None:
        await until(painter, f"/api/runs/{job['id']}/events", kind, params={"after": 0})
    painting.kill(part)
    job = await ended(painter, job["id"])
    assert job["status"] == "completed", job
    assert [image["index"] for image in job["images"]] == [0, 1]
    kinds = [each.kind for each in await events(painter, job["id"], params={"after": 0})]
    assert kinds.count("run.completed") == 1
    assert kinds.count("image.completed") == 2
    bytes_of = [
        (await painter.get(f"/api/images/{image['id']}/{what}")).content
        for image in job["images"]
        for what in ("file", "thumbnail")
    ]
    hashes = {hashlib.sha256(content).hexdigest() for content in bytes_of}
    assert len(hashes) == 4
    assert stored(painting) - before == hashes


async def ended(painter: httpx.AsyncClient, job_id: str) -> dict[str, Any]:
    """The job when it is over, asked for as often as that takes."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            with suppress(httpx.TransportError):
                answer = await painter.get(f"/api/image-jobs/{job_id}")
                if answer.status_code == 200 and answer.json()["status"] != "running":
                    job: dict[str, Any] = answer.json()
                    return job
            await asyncio.sleep(0.2)


def stored(painting: System) -> set[str]:
    """The names of all objects."""
    files = (path for path in painting.data_dir.rglob("*") if path.is_file())
    return {path.name for path in files if len(path.name) == SHA256_DIGITS}
