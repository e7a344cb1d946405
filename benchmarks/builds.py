"""How old a line of code is when a person sees it, while fifty builds run at once on one host.

A remote model writes a file in each of fifty projects, line by line. The last token of a line is
the time at which the provider sent it, so who reads `edit.lines` knows how long the line took:
through provider → host (parsed, and stored first) → gateway → reader, all on this machine. Beside
it, in the same run, one build alone: the difference is what the others add. Then once more, while
other builds end, whose apps are checked in sandboxes, as many at once as the machine has cores.
"""

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx
from matplotlib.figure import Figure

from benchmarks import plots
from benchmarks.installation import Program, installation, remote_only
from benchmarks.report import Claim, Report, Table
from tests.system import System

ALONE_GOAL_MS = ADDED_GOAL_MS = 200.0
TOKENS_PER_S = 20.0
MAX_TOKENS = 100_000  # longer than the benchmark: its runs are cancelled
SHORT_TOKENS = 20
TOGETHER, QUICK_TOGETHER = 50, 3


def run(quick: bool) -> Report:
    seconds, together = (3.0, QUICK_TOGETHER) if quick else (20.0, TOGETHER)
    with Program("benchmarks.provider") as provider:
        url = provider.hear()["base_url"]
        catalog = remote_only(url, tokens_per_s=TOKENS_PER_S, builds=True)
        with installation("builds", catalog) as system:
            alone = _follow(system, 1, seconds)
            crowd = _follow(system, together, seconds)
            with _ending(system) as checked:
                beside = _follow(system, together, seconds)
    return _report(alone, crowd, beside, together, len(checked))


def _follow(system: System, builds: int, seconds: float) -> dict[str, Any]:
    """What the readers of so many builds received, one reader each."""
    with httpx.Client(base_url=system.url, timeout=60) as http:
        runs = [_start(http, MAX_TOKENS) for _ in range(builds)]
        try:
            paths = [f"/api/runs/{run_id}/events" for run_id in runs]
            spec = {"port": system.port, "paths": paths, "seconds": seconds, "kind": "edit.lines"}
            with Program("benchmarks.followers", json.dumps(spec)) as followers:
                for step in ("connected", "begin", "end"):
                    assert followers.hear()[step]
                received = followers.hear()
        finally:
            for run_id in runs:
                http.post(f"/api/runs/{run_id}/cancel").raise_for_status()
    if received["lost"]:
        raise RuntimeError(f"{received['lost']} readers lost their streams")
    return received


def _start(http: httpx.Client, tokens: int) -> str:
    made = http.post("/api/projects", json={"name": "Lines"})
    talk = f"/api/conversations/{made.raise_for_status().json()['conversation_id']}/messages"
    body = {"content": "Go on", "settings": {"max_tokens": tokens}}
    return str(http.post(talk, json=body).raise_for_status().json()["run_id"])


@contextmanager
def _ending(system: System) -> Iterator[list[str]]:
    """Short builds, one after the other in as many loops as there are cores; those whose app was
    checked and is a commit."""
    checked: list[str] = []
    over = threading.Event()

    def build() -> None:
        with httpx.Client(base_url=system.url, timeout=120) as http:
            while not over.is_set():
                run_id = _start(http, SHORT_TOKENS)
                told = http.get(f"/api/runs/{run_id}/events").text
                if "event: build.applied" in told and "event: build.checked" in told:
                    checked.append(run_id)

    loops = [threading.Thread(target=build) for _ in range(os.cpu_count() or 1)]
    for loop in loops:
        loop.start()
    try:
        yield checked
    finally:
        over.set()
        for loop in loops:
            loop.join()


def _report(
    alone: Mapping[str, Any],
    crowd: Mapping[str, Any],
    beside: Mapping[str, Any],
    together: int,
    checked: int,
) -> Report:
    added_ms, beside_ms = (each["p99_ms"] - alone["p50_ms"] for each in (crowd, beside))
    claims = [
        Claim("a line sent → seen, one build, p99", alone["p99_ms"], ALONE_GOAL_MS, "ms"),
        Claim(f"added by {together} builds at once, p99", added_ms, ADDED_GOAL_MS, "ms"),
        Claim(f"… while {checked} others were checked, p99", beside_ms, ADDED_GOAL_MS, "ms"),
    ]
    rows = [
        (label, alone[key], crowd[key], beside[key], crowd[key] / alone[key])
        for label, key in (("p50, ms", "p50_ms"), ("p99, ms", "p99_ms"), ("lines", "tokens"))
    ]
    title = f"Age of a line when it is seen, {TOKENS_PER_S:g} tokens/s a build"
    heads = ("", "one build", f"{together} builds", "… beside checks", f"{together} : one")
    measured = {"alone": dict(alone), "together": dict(crowd), "beside": dict(beside)}
    return Report("builds", f"{together} builds on one host", claims, [Table(title, heads, rows)],
                  measured, lambda figure: _draw(figure, measured, together))  # fmt: skip


def _draw(figure: Figure, measured: Mapping[str, Mapping[str, Any]], together: int) -> None:
    axes = figure.subplots()
    names = {
        "alone": "one build",
        "together": f"{together} builds",
        "beside": f"{together} builds, others checked",
    }
    for index, (key, name) in enumerate(names.items()):
        plots.distribution(axes, name, measured[key]["curve_ms"], index)
    plots.log_axis(axes.xaxis)
    plots.goal(axes, ALONE_GOAL_MS, "goal")
    plots.label(axes, "From a line sent to the line seen", x="ms (log scale)")
