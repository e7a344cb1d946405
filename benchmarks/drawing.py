"""How soon an image job is accepted, and on its stream.

One job after another is posted with `stream`; the clock runs from there until the headers came
(the job is stored), until its first event (`job.started`) and until the host's own (`run.started`).
The limit in the same run is a GET of a job: what the way through the gateway and one read of the
database take.
"""

import shutil
import time
from typing import Any

import aiohttp
import uvloop
from matplotlib.figure import Figure

from benchmarks import plots
from benchmarks.installation import DATA
from benchmarks.report import Claim, Report, Table
from benchmarks.stats import curve, median, quantile
from storage.ids import new_id
from tests.painting import MODEL, painting_system

GOAL_MS = 50.0
READ, ACCEPTED, STARTED, RUNS = "GET of a job", "accepted", "job.started", "run.started"
JOB = {"prompt": "two boats on the sea", "model": MODEL, "steps": 1, "stream": True}
WARM_UP = 5


def run(quick: bool) -> Report:
    folder = DATA / "drawing"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    system = painting_system(folder)
    try:
        system.start().ready(MODEL)
        measured = uvloop.run(_measure(system.url, 5 if quick else 100))
    finally:
        system.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return _report(measured)


async def _measure(url: str, jobs: int) -> dict[str, list[float]]:
    measured: dict[str, list[float]] = {name: [] for name in (READ, ACCEPTED, STARTED, RUNS)}
    async with aiohttp.ClientSession(url) as session:
        for number in range(WARM_UP + jobs):
            took = await _one(session)
            if number >= WARM_UP:
                for name, ms in took.items():
                    measured[name].append(ms)
    return measured


async def _one(session: aiohttp.ClientSession) -> dict[str, float]:
    """A job to its end; ms until each of its marks."""
    began = time.monotonic()
    took: dict[str, float] = {}
    job_id = new_id()
    async with session.post("/api/image-jobs", json={**JOB, "id": job_id}) as response:
        response.raise_for_status()
        took[ACCEPTED] = _ms(began)
        async for line in response.content:
            if line.startswith(b"event: "):
                took.setdefault(line[7:].decode().strip(), _ms(began))
    began = time.monotonic()
    async with session.get(f"/api/image-jobs/{job_id}") as response:
        await response.read()
    took[READ] = _ms(began)
    return {name: took[name] for name in (READ, ACCEPTED, STARTED, RUNS)}


def _ms(began: float) -> float:
    return 1e3 * (time.monotonic() - began)


def _report(measured: dict[str, list[float]]) -> Report:
    claims = [
        Claim("image job → on the stream (run.started), p50", median(measured[RUNS]), GOAL_MS, "ms")
    ]
    rows: list[tuple[Any, ...]] = [
        (name, median(took), quantile(took, 0.95), median(took) / median(measured[READ]))
        for name, took in measured.items()
    ]
    table = Table("From asking for a picture", ("until", "p50 ms", "p95 ms", "× a GET"), rows)
    return Report("drawing", "Start of an image job", claims, [table], {"ms": measured},
                  lambda figure: _draw(figure, measured))  # fmt: skip


def _draw(figure: Figure, measured: dict[str, list[float]]) -> None:
    axes = figure.subplots()
    for index, (name, took) in enumerate(measured.items()):
        plots.distribution(axes, name, curve(took), index)
    plots.goal(axes, GOAL_MS, "goal")
    plots.label(axes, "", x="ms since the job was asked for")
