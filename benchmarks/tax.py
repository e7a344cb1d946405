"""What our APIs cost: the same engine, asked through them and directly.

Targets, all through the one load program of `load.py`, in rounds whose order rotates:

- `native`: POST a message into a fresh conversation, then GET its run's events. The message,
  the run and every event are stored before they are seen;
- `/v1`: our OpenAI-compatible chat completions;
- `direct`: vLLM's own server of the same replica, as it comes (one chunk a token): 1.0;
- `direct, coalesced`: the same, asked for several tokens a chunk as we ask it;
- `LiteLLM`, where a `litellm` command is found, in front of the same engine. Install it beside
  the project: `uv tool install 'litellm[proxy]'`. It is no requirement of ours.

Every answer has the same number of tokens: the model is told to ignore the end of an answer.
A stream asks several times in a row, because throughput is that of a busy server: what the first
answers of a burst wait for, all at once, is in their TTFT.
Times are client-side and in ms; differences and ratios are paired within a round, then medians
over rounds are taken. TTFT runs from the first byte of the request (natively: of the POST) to
the first text.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import uvloop
from matplotlib.figure import Figure

from benchmarks import litellm_proxy, plots
from benchmarks.installation import installation
from benchmarks.load import Answer, NativeApi, OpenAIApi, Target, burst, client
from benchmarks.replicas import replica
from benchmarks.report import Claim, Report, Table
from benchmarks.stats import median, quantile
from benchmarks.usage import MIB, memory, parts
from tests.system import System

MODEL = "atelier-demo"
DIRECT, NATIVE, OPENAI = "direct", "native", "/v1"
ADDED_GOAL_MS, RATIO_GOAL, RATIO_STREAMS = 15.0, 0.9, 16
COALESCED_TOKENS = 4
# One replica, or a second would start under load; room for all streams; answers of one length.
CATALOG = {
    "models": [
        {
            "id": MODEL,
            "replicas": {"min": 1, "max": 1, "target_ongoing": 64},
            "request_defaults": {"ignore_eos": True},
        }
    ]
}
PROMPTS = tuple(
    f"{task} {subject}."
    for task in ("Tell me a long story about", "Write a long list about")
    for subject in (
        "a fox",
        "the sea",
        "two friends",
        "a lamp",
        "the moon",
        "bread",
        "rain",
        "a map",
    )
)


@dataclass(frozen=True, slots=True)
class Size:
    """Streams → answers that each stream reads in a round."""

    rounds: int
    max_tokens: int
    bursts: Mapping[int, int]
    warm: int


FULL = Size(rounds=7, max_tokens=128, bursts={1: 8, 16: 6, 64: 2}, warm=24)
QUICK = Size(rounds=2, max_tokens=24, bursts={1: 2, 4: 1}, warm=2)

Measured = dict[str, dict[int, list[dict[str, float]]]]
"""Target → streams → one measurement a round."""


def run(quick: bool) -> Report:
    size = QUICK if quick else FULL
    with ExitStack() as stack:
        system = stack.enter_context(installation("tax", CATALOG))
        url, key = replica(system, MODEL)
        targets = _targets(system, url, key, size.max_tokens)
        proxy = stack.enter_context(litellm_proxy.proxy(f"{url}/v1", key, MODEL))
        if proxy is not None:
            targets.append(OpenAIApi("LiteLLM", proxy.base_url, MODEL, size.max_tokens))
        measured = uvloop.run(_measure(targets, size))
        used = {name: memory(pids) for name, pids in parts(system).items()}
        if proxy is not None:
            used["LiteLLM"] = memory(proxy.pids())
    return _report(measured, used, size)


def _targets(system: System, url: str, key: str, max_tokens: int) -> list[Target]:
    plain = {"ignore_eos": True}
    coalesced = {**plain, "stream_interval": COALESCED_TOKENS}
    direct = f"{url}/v1"
    return [
        OpenAIApi(DIRECT, direct, MODEL, max_tokens, key, plain),
        NativeApi(NATIVE, system.url, MODEL, max_tokens),
        NativeApi(f"{NATIVE}, two requests", system.url, MODEL, max_tokens, in_two=True),
        OpenAIApi(OPENAI, f"{system.url}/v1", MODEL, max_tokens),
        OpenAIApi(f"{DIRECT}, coalesced", direct, MODEL, max_tokens, key, coalesced),
    ]


async def _measure(targets: Sequence[Target], size: Size) -> Measured:
    measured: Measured = {t.name: {streams: [] for streams in size.bursts} for t in targets}
    async with client() as session:
        for target in targets:
            await burst(session, target, PROMPTS, min(8, size.warm), -(-size.warm // 8))
        for number in range(size.rounds):
            turn = number % len(targets)
            for streams, each in size.bursts.items():
                for target in (*targets[turn:], *targets[:turn]):
                    answers, wall_s = await burst(session, target, PROMPTS, streams, each)
                    measured[target.name][streams].append(_facts(answers, wall_s))
                    await asyncio.sleep(0.2)  # what follows an answer is not the next one's tax
            print(f"  round {number + 1} of {size.rounds}", flush=True)
    return measured


def _facts(answers: Sequence[Answer], wall_s: float) -> dict[str, float]:
    first_ms = [1e3 * answer.first_s for answer in answers]
    tokens = sum(answer.tokens for answer in answers)
    return {
        "ttft_p50_ms": median(first_ms),
        "ttft_p95_ms": quantile(first_ms, 0.95),
        "tokens_per_s": tokens / wall_s,
        "tokens_an_answer": tokens / len(answers),
        "events_an_answer": sum(answer.events for answer in answers) / len(answers),
    }


def _summary(measured: Measured) -> dict[str, dict[int, dict[str, float]]]:
    """Medians over rounds; `added_ttft_ms` and `throughput_ratio` are paired with `direct`."""
    summary: dict[str, dict[int, dict[str, float]]] = {}
    for name, by_streams in measured.items():
        for streams, rounds in by_streams.items():
            direct = measured[DIRECT][streams]
            facts = {key: median([one[key] for one in rounds]) for key in rounds[0]}
            pairs = list(zip(rounds, direct, strict=True))
            facts["added_ttft_ms"] = median([a["ttft_p50_ms"] - b["ttft_p50_ms"] for a, b in pairs])
            facts["throughput_ratio"] = median(
                [a["tokens_per_s"] / b["tokens_per_s"] for a, b in pairs]
            )
            summary.setdefault(name, {})[streams] = facts
    return summary


def _report(measured: Measured, used: Mapping[str, Any], size: Size) -> Report:
    summary = _summary(measured)
    busy = RATIO_STREAMS if RATIO_STREAMS in size.bursts else max(size.bursts)
    claims = [
        claim
        for name in (NATIVE, OPENAI)
        for claim in (
            Claim(f"{name}: added TTFT p50 at 1 stream", summary[name][1]["added_ttft_ms"],
                  ADDED_GOAL_MS, "ms"),
            Claim(f"{name}: throughput of direct at {busy} streams",
                  summary[name][busy]["throughput_ratio"], RATIO_GOAL, "×", at_most=False),
        )
    ]  # fmt: skip
    keys = ("ttft_p50_ms", "ttft_p95_ms", "added_ttft_ms", "tokens_per_s", "throughput_ratio",
            "tokens_an_answer", "events_an_answer")  # fmt: skip
    columns = ("target", "streams", "TTFT p50 ms", "p95 ms", "added ms", "tokens/s",
               "× direct", "tokens", "events")  # fmt: skip
    rows: list[tuple[str | float, ...]] = [
        (name, streams, *(summary[name][streams][key] for key in keys))
        for streams in size.bursts
        for name in summary
    ]
    tables = [
        Table(f"The same engine, {size.max_tokens} tokens an answer", columns, rows),
        Table("Idle memory", ("part", "processes", "RSS MiB", "PSS MiB"), _memory_rows(used)),
    ]
    data = {
        "rounds": measured,
        "summary": summary,
        "memory": {n: _bytes(m) for n, m in used.items()},
    }
    return Report("tax", "What the APIs add to the engine", claims, tables, data,
                  lambda figure: _draw(figure, summary))  # fmt: skip


def _memory_rows(used: Mapping[str, Any]) -> list[tuple[str, int, float, float]]:
    return [(n, m.processes, m.rss / MIB, m.pss / MIB) for n, m in used.items()]


def _bytes(used: Any) -> dict[str, int]:
    return {"processes": used.processes, "rss_bytes": used.rss, "pss_bytes": used.pss}


def _draw(figure: Figure, summary: Mapping[str, Mapping[int, Mapping[str, float]]]) -> None:
    left, right = figure.subplots(1, 2)
    streams = list(summary[DIRECT])
    groups = [f"{count} stream{'s' * (count > 1)}" for count in streams]
    first = {name: [s[c]["ttft_p50_ms"] for c in streams] for name, s in summary.items()}
    ratio = {name: [s[c]["throughput_ratio"] for c in streams] for name, s in summary.items()}
    plots.bars(left, groups, first)
    plots.log_axis(left.yaxis)
    plots.goal_of_group(left, 0, first[DIRECT][0] + ADDED_GOAL_MS, "goal: direct + 15 ms")
    plots.label(left, "Time to first text, median", y="ms (log scale)")
    plots.bars(right, groups, ratio, "{:.2f}")
    plots.goal_of_group(right, 1, RATIO_GOAL, "goal: 0.9 × direct")
    plots.label(right, "Tokens/s, direct = 1", y="× direct")
