"""What 1,000 idle conversations cost, and how fast one of them wakes.

Each conversation has one finished exchange with a fast remote model, is listed and read, and
then left alone. Memory (PSS, so that shared pages count once) and the number of processes of the
whole installation are taken before (after a warm-up of 5 % as many) and after. Then random ones
are woken one at a time: from POST sent to the provider having read the model request, both by
the machine's monotonic clock. Beside it, in the same run: the same POST to a conversation that
has just answered (*warm*), and a POST straight to the provider (*floor*: one HTTP request).
"""

import asyncio
import random
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson
import uvloop
from matplotlib.figure import Figure

from benchmarks import plots
from benchmarks.installation import PROVIDER_MODEL, Program, installation, remote_only
from benchmarks.load import Answer, NativeApi, OpenAIApi, Target, burst, client
from benchmarks.report import Claim, Report, Table
from benchmarks.stats import curve, median, quantile
from benchmarks.usage import MIB, Memory, memory, parts
from tests.system import System

MEMORY_GOAL_MIB, PROCESSES_GOAL, WAKE_GOAL_MS = 50.0, 0, 20.0
MAX_TOKENS = 24
WORKERS = 8
PAGE = 100


@dataclass(frozen=True, slots=True)
class Size:
    conversations: int
    woken: int
    idle_s: float


FULL = Size(conversations=1000, woken=200, idle_s=20)
QUICK = Size(conversations=24, woken=8, idle_s=1)


@dataclass(frozen=True, slots=True)
class Measured:
    before: Mapping[str, Memory]
    after: Mapping[str, Memory]
    steps: Mapping[str, Mapping[str, list[float]]]
    """What was asked → step → ms of each request."""


def run(quick: bool) -> Report:
    size = QUICK if quick else FULL
    with Program("benchmarks.provider") as provider:
        base_url = provider.hear()["base_url"]
        with installation("density", remote_only(base_url)) as system:
            measured = uvloop.run(_measure(system, base_url, size))
    return _report(measured, size)


async def _measure(system: System, base_url: str, size: Size) -> Measured:
    native = NativeApi("native", system.url, PROVIDER_MODEL, MAX_TOKENS)
    floor = OpenAIApi("floor", base_url, PROVIDER_MODEL, MAX_TOKENS)
    async with client() as session:
        await _fill(session, native, max(WORKERS, size.conversations // 20))
        await asyncio.sleep(size.idle_s)
        before = _memory(system)
        await _fill(session, native, size.conversations)
        places = [place async for place in _opened(session, system.url)]
        await asyncio.sleep(size.idle_s)
        after = _memory(system)
        chosen = random.Random(1).sample(places, size.woken)
        asked = {
            "woken": await _ask_each(session, native, chosen, "woken"),
            "warm": await _ask_each(session, native, chosen[-1:] * size.woken, "warm"),
            "floor": await _ask_each(session, floor, [""] * size.woken, "floor"),
        }
        async with session.get(base_url.removesuffix("/v1") + "/arrivals") as response:
            arrivals = orjson.loads(await response.read())
    steps = {what: _steps(what, answers, arrivals) for what, answers in asked.items()}
    return Measured(before, after, steps)


async def _fill(session: aiohttp.ClientSession, target: Target, count: int) -> None:
    """So many conversations (a multiple of WORKERS) with one exchange each."""
    await burst(session, target, ["Say something"], WORKERS, count // WORKERS)


async def _opened(session: aiohttp.ClientSession, url: str) -> AsyncIterator[str]:
    """List all conversations and read each one's messages, as a client does; their ids."""
    cursor = ""
    while True:
        listing = f"{url}/api/conversations?limit={PAGE}" + (f"&cursor={cursor}" if cursor else "")
        async with session.get(listing) as response:
            page = orjson.loads(await response.read())
        for item in page["items"]:
            async with session.get(f"{url}/api/conversations/{item['id']}/messages") as response:
                assert len(orjson.loads(await response.read())["items"]) == 2
            yield item["id"]
        cursor = page["next_cursor"]
        if not cursor:
            return


async def _ask_each(
    session: aiohttp.ClientSession, target: Target, places: Sequence[str], what: str
) -> list[Answer]:
    """One after the other, each to its end; the message names the request for the provider."""
    answers = []
    for number, place in enumerate(places):
        answers.append(await target.ask(session, place, f"{what} {number}"))
        await asyncio.sleep(0.05)
    return answers


def _steps(
    what: str, answers: Sequence[Answer], arrivals: Mapping[str, int]
) -> dict[str, list[float]]:
    """From sending the request, in ms: the model was asked, the POST answered, text came."""
    asked = [arrivals[f"{what} {n}"] - answer.sent_us for n, answer in enumerate(answers)]
    return {
        "model_asked_ms": [delay_us / 1e3 for delay_us in asked],
        "answered_ms": [1e3 * answer.accepted_s for answer in answers],
        "first_text_ms": [1e3 * answer.first_s for answer in answers],
    }


def _memory(system: System) -> dict[str, Memory]:
    return {name: memory(pids) for name, pids in parts(system).items()}


def _report(measured: Measured, size: Size) -> Report:
    before, after, steps = measured.before, measured.after, measured.steps
    none = Memory(0, 0, 0)
    ours_mib = sum(after[n].pss - before[n].pss for n in ("gateway", "host")) / MIB
    more = sum(m.processes for m in after.values()) - sum(m.processes for m in before.values())
    woken_ms = steps["woken"]["model_asked_ms"]
    claims = [
        Claim(f"processes more with {size.conversations} idle conversations", more,
              PROCESSES_GOAL, ""),
        Claim("host + gateway PSS more", ours_mib, MEMORY_GOAL_MIB, "MiB"),
        Claim("woken: POST sent → model asked, p50", median(woken_ms), WAKE_GOAL_MS, "ms"),
    ]  # fmt: skip
    memory_rows = [
        (name, after[name].processes, before.get(name, none).pss / MIB, after[name].pss / MIB,
         (after[name].pss - before.get(name, none).pss) / MIB)
        for name in after
    ]  # fmt: skip
    step_rows = [
        (f"{what}: {step.removesuffix('_ms').replace('_', ' ')}", median(v), quantile(v, 0.95))
        for what, by_step in steps.items()
        for step, v in by_step.items()
    ]
    memory_columns = ("part", "processes", "PSS before MiB", "after MiB", "more MiB")
    tables = [
        Table(f"{size.conversations} idle conversations", memory_columns, memory_rows),
        Table("From POST sent", ("step", "p50 ms", "p95 ms"), step_rows),
    ]
    data = {"before": _plain(before), "after": _plain(after), "steps": steps}
    return Report("density", f"{size.conversations:,} idle conversations", claims, tables, data,
                  lambda figure: _draw(figure, measured, ours_mib))  # fmt: skip


def _plain(by_part: Mapping[str, Memory]) -> dict[str, Any]:
    return {
        name: {"processes": m.processes, "rss_bytes": m.rss, "pss_bytes": m.pss}
        for name, m in by_part.items()
    }


def _draw(figure: Figure, measured: Measured, ours_mib: float) -> None:
    left, right = figure.subplots(1, 2, width_ratios=(3, 2))
    for index, (what, steps) in enumerate(measured.steps.items()):
        plots.distribution(left, what, curve(steps["model_asked_ms"]), index)
    plots.log_axis(left.xaxis)
    plots.goal(left, WAKE_GOAL_MS, "goal for p50")
    plots.label(left, "From POST sent to model asked", x="ms (log scale)")
    names = ("gateway", "host")
    pss = {
        when: [some[name].pss / MIB for name in names]
        for when, some in (("before", measured.before), ("idle", measured.after))
    }
    plots.bars(right, names, pss)
    plots.label(right, f"Memory: {ours_mib:+.1f} MiB (goal < {MEMORY_GOAL_MIB:g})", y="PSS, MiB")
