"""How old a line of code is when a person sees it, while fifty builds run at once on one host.

A remote model writes a file in each of fifty projects, line by line. The last token of a line is
the time at which the provider sent it, so who reads `edit.lines` knows how long the line took:
through provider → host (parsed, and stored first) → gateway → reader, all on this machine. Beside
it, in the same run, one build alone: the difference is what the others add.
"""

import json
from collections.abc import Mapping
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
TOGETHER, QUICK_TOGETHER = 50, 3


def run(quick: bool) -> Report:
    seconds, together = (3.0, QUICK_TOGETHER) if quick else (20.0, TOGETHER)
    with Program("benchmarks.provider") as provider:
        url = provider.hear()["base_url"]
        catalog = remote_only(url, tokens_per_s=TOKENS_PER_S, builds=True)
        with installation("builds", catalog) as system:
            alone = _follow(system, 1, seconds)
            crowd = _follow(system, together, seconds)
    return _report(alone, crowd, together)


def _follow(system: System, builds: int, seconds: float) -> dict[str, Any]:
    """What the readers of so many builds received, one reader each."""
    with httpx.Client(base_url=system.url, timeout=60) as http:
        runs = [_start(http) for _ in range(builds)]
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


def _start(http: httpx.Client) -> str:
    made = http.post("/api/projects", json={"name": "Lines"})
    talk = f"/api/conversations/{made.raise_for_status().json()['conversation_id']}/messages"
    body = {"content": "Go on", "settings": {"max_tokens": MAX_TOKENS}}
    return str(http.post(talk, json=body).raise_for_status().json()["run_id"])


def _report(alone: Mapping[str, Any], crowd: Mapping[str, Any], together: int) -> Report:
    added_ms = crowd["p99_ms"] - alone["p50_ms"]
    claims = [
        Claim("a line sent → seen, one build, p99", alone["p99_ms"], ALONE_GOAL_MS, "ms"),
        Claim(f"added by {together} builds at once, p99", added_ms, ADDED_GOAL_MS, "ms"),
    ]
    rows = [
        (label, alone[key], crowd[key], crowd[key] / alone[key])
        for label, key in (("p50, ms", "p50_ms"), ("p99, ms", "p99_ms"), ("lines", "tokens"))
    ]
    title = f"Age of a line when it is seen, {TOKENS_PER_S:g} tokens/s a build"
    tables = [Table(title, ("", "one build", f"{together} builds", "ratio"), rows)]
    both = {"alone": dict(alone), "together": dict(crowd)}
    return Report("builds", f"{together} builds on one host", claims, tables, both,
                  lambda figure: _draw(figure, both, together))  # fmt: skip


def _draw(figure: Figure, both: Mapping[str, Mapping[str, Any]], together: int) -> None:
    axes = figure.subplots()
    names = {"alone": "one build", "together": f"{together} builds"}
    for index, (key, name) in enumerate(names.items()):
        plots.distribution(axes, name, both[key]["curve_ms"], index)
    plots.log_axis(axes.xaxis)
    plots.goal(axes, ALONE_GOAL_MS, "goal")
    plots.label(axes, "From a line sent to the line seen", x="ms (log scale)")
