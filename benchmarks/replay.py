"""Does the simulator say what really happens? A real run, and the same in the simulator.

Three tenants, one of them in bursts, draw with one real replica through the real dispatcher, for
some time more than it can do. The simulator gets the same arrivals, what a step was measured to
take beside so many others and a picture beside its steps, and how fast the machine was during the
run (one factor: the work that was done against what those figures say the places that were held
would have done). Waits are not told to it; they are held beside the real ones.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from pathlib import Path
from random import Random
from typing import Any

from matplotlib.figure import Figure

from benchmarks import plots
from benchmarks.installation import DATA, REPOSITORY, environment, ray_address
from benchmarks.report import Claim, Report, Table
from benchmarks.simulator.load import Tenant, arrivals
from benchmarks.simulator.world import Job, Shape, World
from benchmarks.stats import quantile
from tests.painting import MODEL, painting_system, tiny_entry
from tests.system import System

GOAL = 0.15
STEPS = (20, 40, 40, 80)
LOAD = 0.9
"""Of what the replica does when it is full; the bursts make it much more for a while."""

Done = dict[str, float]
"""`asked_s`, `granted_s` and `done_s` of one job."""
PLACES_TAKEN = {"granted_s": 1, "done_s": -1}


def run(quick: bool) -> Report:
    seconds = 20.0 if quick else 180.0
    folder = DATA / "replay"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    system = painting_system(folder)
    try:
        system.start().ready(MODEL)
        step_s, around_s, jobs, done = _really(system, seconds)
    finally:
        system.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return _report(step_s, around_s, jobs, done)


def _really(system: System, seconds: float) -> tuple[list[float], float, list[Job], list[Done]]:
    """Seconds a step beside so many and a picture beside its steps, the jobs, and what became of
    each."""
    assert system.process is not None
    up = system.process.pid
    program = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "benchmarks.replay_client",
            ray_address(up),
            environment(up)["ATELIER_SECRET"],
        ],
        cwd=REPOSITORY,
        env={"RAY_AUTH_MODE": "token", **os.environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        measured = _say(program, tiny_entry(Path("none")))
        step_s, around_s = measured["step_s"], measured["around_s"]
        jobs = _jobs(step_s, around_s, seconds)
        told = [
            {
                "at_s": job.request.submitted_s,
                "tenant": job.request.tenant,
                "steps": round((job.work_ms / 1000 - around_s) / step_s[0]),
            }
            for job in jobs
        ]
        done = _say(program, told)["jobs"]
    finally:
        program.kill()
        program.wait()
    done.sort(key=lambda each: each["number"])
    return step_s, around_s, jobs, done


def _say(program: "subprocess.Popen[str]", told: Any) -> dict[str, Any]:
    """A line to the program, and its answer."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(json.dumps(told) + "\n")
    program.stdin.flush()
    line = program.stdout.readline()
    if not line:
        raise RuntimeError(f"the replay ended with {program.wait()}")
    answer: dict[str, Any] = json.loads(line)
    return answer


def _shape(step_s: Sequence[float], speed: float = 1.0) -> Shape:
    return Shape(1, len(step_s), rates=tuple(speed * step_s[0] / each for each in step_s))


def _jobs(step_s: Sequence[float], around_s: float, seconds: float) -> list[Job]:
    """Work is in milliseconds of lone steps."""
    step_ms, around_ms = 1000 * step_s[0], 1000 * around_s
    mean_ms = step_ms * sum(STEPS) / len(STEPS) + around_ms
    capacity = _shape(step_s).full_rate * 1000 / mean_ms

    def size(rng: Random) -> tuple[float, float]:
        return step_ms * rng.choice(STEPS) + around_ms, step_ms

    tenants = [
        Tenant("steady", MODEL, 0.3 * LOAD * capacity, size),
        Tenant("busy", MODEL, 0.5 * LOAD * capacity, size),
        Tenant("bursts", MODEL, 0.2 * LOAD * capacity, size, burst=4.0),
    ]
    return list(arrivals(tenants, 8, seconds))


def _speed(shape: Shape, jobs: Sequence[Job], done: Sequence[Done]) -> float:
    """The work that was done, against what the shape would have done for whoever had a place."""
    changes = sorted((each[name], way) for each in done for name, way in PLACES_TAKEN.items())
    held, since_s, would_ms = 0, 0.0, 0.0
    for at_s, way in changes:
        if held:
            would_ms += 1000 * (at_s - since_s) * held * shape.rate(held)
        held, since_s = held + way, at_s
    return sum(job.work_ms for job in jobs) / would_ms


def _simulated(shape: Shape, jobs: Sequence[Job]) -> list[float]:
    world = World({MODEL: shape})
    world.run([replace(job) for job in jobs], inf)
    return [job.wait_s for job in world.jobs]


def _report(
    step_s: Sequence[float],
    around_s: float,
    jobs: Sequence[Job],
    done: Sequence[Done],
) -> Report:
    speed = _speed(_shape(step_s), jobs, done)
    real = [each["granted_s"] - each["asked_s"] for each in done]
    simulated = _simulated(_shape(step_s, speed), jobs)
    rows = [_row("all", real, simulated)]
    for tenant in ("steady", "busy", "bursts"):
        mine = [n for n, job in enumerate(jobs) if job.request.tenant == tenant]
        rows.append(_row(tenant, [real[n] for n in mine], [simulated[n] for n in mine]))
    off = abs(sum(simulated) / sum(real) - 1)
    claims = [Claim("replay of a real run: mean wait off by", off, GOAL, "")]
    columns = ("tenant", "jobs", "real mean s", "simulated mean s", "real p95 s", "simulated p95 s")
    steps = [(count, 1e3 * each) for count, each in enumerate(step_s, 1)]
    tables = [
        Table("Waits of a real run, and of the same in the simulator", columns, rows),
        Table("A step beside others, as measured", ("pictures at once", "ms"), steps),
    ]
    data = {
        "step_s": list(step_s),
        "around_s": around_s,
        "speed": speed,
        "jobs": [[job.request.submitted_s, job.request.tenant, job.work_ms] for job in jobs],
        "done": list(done),
        "simulated_s": simulated,
    }
    return Report(
        name="replay",
        title="The simulator against a real run",
        claims=claims,
        tables=tables,
        data=data,
        draw=lambda figure: _draw(figure, jobs, real, simulated),
        notes=[
            f"A picture alone takes {1e3 * around_s:.0f} ms beside its steps.",
            f"During the run the machine was {speed:.2f} times as fast as measured before it.",
        ],
    )


def _row(name: str, real: Sequence[float], simulated: Sequence[float]) -> tuple[Any, ...]:
    means = (sum(each) / len(each) for each in (real, simulated))
    return (name, len(real), *means, quantile(real, 0.95), quantile(simulated, 0.95))


def _draw(
    figure: Figure, jobs: Sequence[Job], real: Sequence[float], simulated: Sequence[float]
) -> None:
    axes = figure.subplots()
    times = [job.request.submitted_s for job in jobs]
    for index, (name, waits) in enumerate((("real", real), ("simulated", simulated))):
        axes.plot(times, waits, label=name, color=plots.COLORS[index], linewidth=1.5)
    plots.label(axes, "How long a job waited", "asked after, s", "s")
