"""200 readers of paced runs on one gateway process, beside a plain SSE server in the same run.

20 runs of a remote model that makes 40 tokens/s each, 10 readers a run. Every token carries the
time at which the provider sent it, so each reader knows each token's age when it came: through
provider → host (stored first) → gateway → reader, all on this machine. The peer is one uvicorn
process with sse-starlette that makes the same events itself (`plain_sse.py`): the least that a
fan-out can cost, with nothing stored and no other process.

CPU is of the serving process (user + system, `/proc`) in the measured window, divided by what
the readers received: µs an SSE event and µs a token. Several tokens may share an event; one that
does saves all its readers work, so both are given.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx
from matplotlib.figure import Figure

from benchmarks import plots
from benchmarks.installation import PROVIDER_MODEL, Program, installation, remote_only
from benchmarks.report import Claim, Report, Table
from benchmarks.usage import CpuMeter
from tests.system import System

P99_GOAL_MS = 200.0
EVENT_GOAL_US = 100.0


@dataclass(frozen=True, slots=True)
class Size:
    runs: int
    followers_a_run: int
    tokens_per_s: float
    seconds: float

    @property
    def followers(self) -> int:
        return self.runs * self.followers_a_run


FULL = Size(runs=20, followers_a_run=10, tokens_per_s=40, seconds=20)
QUICK = Size(runs=3, followers_a_run=4, tokens_per_s=20, seconds=3)
MAX_TOKENS = 100_000  # longer than the benchmark: its runs are cancelled


def run(quick: bool) -> Report:
    size = QUICK if quick else FULL
    plain = _plain(size)
    with Program("benchmarks.provider") as provider:
        catalog = remote_only(provider.hear()["base_url"], tokens_per_s=size.tokens_per_s)
        with installation("fanout", catalog) as system:
            ours = _ours(system, provider.pid, size)
    return _report({"gateway": ours, "plain": plain}, size)


def _plain(size: Size) -> dict[str, Any]:
    arguments = (str(size.runs), str(size.tokens_per_s))
    with Program("benchmarks.plain_sse", *arguments) as server:
        port = server.hear()["port"]
        paths = [f"/runs/{index}" for index in range(size.runs)]
        return _follow(port, paths, size, {"server": server.pid})


def _ours(system: System, provider_pid: int, size: Size) -> dict[str, Any]:
    names = ("gateway", "host", "database")
    pids = {name: system.pids(name) for name in names}
    assert len(pids["gateway"]) == 1, "this measures one gateway process"
    with httpx.Client(base_url=system.url, timeout=30) as http:
        runs = [_start(http) for _ in range(size.runs)]
        try:
            paths = [f"/api/runs/{run_id}/events" for run_id in runs]
            server = {"server": pids["gateway"][0], "provider": provider_pid}
            others = {name: pids[name][0] for name in names[1:]}
            return _follow(system.port, paths, size, {**server, **others})
        finally:
            for run_id in runs:
                http.post(f"/api/runs/{run_id}/cancel").raise_for_status()


def _start(http: httpx.Client) -> str:
    settings = {"max_tokens": MAX_TOKENS}
    made = http.post("/api/conversations", json={"model": PROVIDER_MODEL, "settings": settings})
    conversation_id = made.raise_for_status().json()["id"]
    posted = http.post(f"/api/conversations/{conversation_id}/messages", json={"content": "Go on"})
    return str(posted.raise_for_status().json()["run_id"])


def _follow(port: int, paths: Sequence[str], size: Size, pids: Mapping[str, int]) -> dict[str, Any]:
    """Follow every path with its readers; what they received, and what the processes used."""
    spec = {"port": port, "paths": list(paths) * size.followers_a_run, "seconds": size.seconds}
    with Program("benchmarks.followers", json.dumps(spec)) as followers:
        meter = CpuMeter({**pids, "readers": followers.pid})
        assert followers.hear()["connected"] == size.followers
        assert followers.hear()["begin"]
        meter.start()
        assert followers.hear()["end"]
        used_s, percent, machine = meter.stop()
        received = followers.hear()
    if received["lost"]:
        raise RuntimeError(f"{received['lost']} readers lost their streams")
    return {
        **received,
        "cpu_us_an_event": 1e6 * used_s["server"] / received["events"],
        "cpu_us_a_token": 1e6 * used_s["server"] / received["tokens"],
        "events_per_s": received["events"] / received["seconds"],
        "tokens_per_s": received["tokens"] / received["seconds"],
        "tokens_an_event": received["tokens"] / received["events"],
        "cpu_percent_of_a_core": percent,
        "machine_cpu_percent": machine,
    }


_ROWS = (
    ("delay p50, ms", "p50_ms"),
    ("delay p99, ms", "p99_ms"),
    ("delay max, ms", "max_ms"),
    ("events/s to readers", "events_per_s"),
    ("tokens/s to readers", "tokens_per_s"),
    ("tokens an event", "tokens_an_event"),
    ("CPU an event, µs", "cpu_us_an_event"),
    ("CPU a token, µs", "cpu_us_a_token"),
    ("whole machine busy, %", "machine_cpu_percent"),
)


def _report(both: Mapping[str, Mapping[str, Any]], size: Size) -> Report:
    ours, plain = both["gateway"], both["plain"]
    followers = f"{size.followers} readers"
    claims = [
        Claim(f"token made → received, p99, {followers}", ours["p99_ms"], P99_GOAL_MS, "ms"),
        Claim("gateway CPU an event delivered", ours["cpu_us_an_event"], EVENT_GOAL_US, "µs"),
    ]
    rows: list[tuple[str | float, ...]] = [
        (label, ours[key], plain[key], ours[key] / plain[key]) for label, key in _ROWS
    ]
    cpu = [(name, percent) for name, percent in ours["cpu_percent_of_a_core"].items()]
    title = f"{size.runs} runs × {size.followers_a_run} readers, {size.tokens_per_s:g} tokens/s"
    tables = [
        Table(title, ("", "gateway", "plain SSE server", "ratio"), rows),
        Table("CPU while the gateway served", ("process", "% of a core"), cpu),
    ]
    asked = size.followers * size.tokens_per_s
    notes = [f"Made for readers: {asked:,.0f} tokens/s; a lower rate received is overload."]
    return Report("fanout", f"{followers} on one gateway", claims, tables, dict(both),
                  lambda figure: _draw(figure, both), notes)  # fmt: skip


def _draw(figure: Figure, both: Mapping[str, Mapping[str, Any]]) -> None:
    left, right = figure.subplots(1, 2, width_ratios=(3, 2))
    names = {"gateway": "gateway", "plain": "plain SSE server"}
    for index, (key, name) in enumerate(names.items()):
        plots.distribution(left, name, both[key]["curve_ms"], index)
    plots.log_axis(left.xaxis)
    plots.goal(left, P99_GOAL_MS, "goal for p99")
    plots.label(left, "From token made to token received", x="ms (log scale)")
    costs = {
        name: [both[key]["cpu_us_an_event"], both[key]["cpu_us_a_token"]]
        for key, name in names.items()
    }
    plots.bars(right, ["an event", "a token"], costs)
    plots.goal_of_group(right, 0, EVENT_GOAL_US, "goal an event")
    plots.label(right, "CPU of the serving process", y="µs")
