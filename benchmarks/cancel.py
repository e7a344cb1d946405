"""How soon the engine is rid of an answer that nobody wants any more.

A stream is ended, alone and among others, in rounds whose order rotates, through

- `native`: POST the run's cancel;
- `/v1`: the client closes its connection to us;
- `direct`: it closes its connection to vLLM's own server of the same replica: the peer.

The clock runs from the moment before that until vLLM's own count of requests that run or wait
(its `/metrics`, asked every 2 ms) is one less. The count moves with the engine's steps, so no
target can be quicker than a step.
"""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson
import uvloop
from matplotlib.figure import Figure

from benchmarks import plots
from benchmarks.installation import installation
from benchmarks.load import client
from benchmarks.replicas import replica
from benchmarks.report import Claim, Report, Table
from benchmarks.stats import curve, median, quantile

MODEL = "atelier-demo"
NATIVE, OPENAI, DIRECT = "native", "/v1", "direct"
GOAL_MS = 100.0
MAX_TOKENS = 1500
POLL_S = 0.002
PATIENCE_S = 20.0
CATALOG = {
    "models": [
        {
            "id": MODEL,
            "replicas": {"min": 1, "max": 1, "target_ongoing": 64},
            "request_defaults": {"ignore_eos": True},
        }
    ]
}
_COUNT = re.compile(rb"^vllm:num_requests_(?:running|waiting)\{.*\} (\S+)$", re.M)

Stop = Callable[[], Awaitable[None]]
Begin = Callable[[aiohttp.ClientSession], Awaitable[Stop]]
Measured = dict[str, dict[int, list[float]]]
"""Target → streams → ms of each time that one was ended."""


@dataclass(frozen=True, slots=True)
class Size:
    rounds: int
    streams: Sequence[int]


FULL = Size(rounds=15, streams=(1, 16))
QUICK = Size(rounds=2, streams=(1, 3))


@dataclass(frozen=True, slots=True)
class OpenAIStream:
    """Begins an answer at `{base_url}/chat/completions`; closing the connection ends it."""

    base_url: str
    api_key: str
    extra: Mapping[str, Any]

    async def begin(self, session: aiohttp.ClientSession) -> Stop:
        body = {"model": MODEL, "max_tokens": MAX_TOKENS, "stream": True, **self.extra}
        body["messages"] = [{"role": "user", "content": "Tell me a long story about the sea."}]
        headers = {"Authorization": f"Bearer {self.api_key}"}
        url = f"{self.base_url}/chat/completions"
        response = await session.post(url, json=body, headers=headers)
        response.raise_for_status()
        await _read_until(response, b'"content":"')

        async def stop() -> None:
            response.close()

        return stop


@dataclass(frozen=True, slots=True)
class NativeRun:
    """Begins an answer in a fresh conversation; its cancel ends it."""

    base_url: str

    async def begin(self, session: aiohttp.ClientSession) -> Stop:
        body = {"model": MODEL, "title": "benchmark", "settings": {"max_tokens": MAX_TOKENS}}
        made = await _post(session, f"{self.base_url}/api/conversations", body)
        question = {"content": "Tell me a long story about the sea."}
        place = f"{self.base_url}/api/conversations/{made['id']}/messages"
        run = f"{self.base_url}/api/runs/{(await _post(session, place, question))['run_id']}"
        response = await session.get(f"{run}/events")
        await _read_until(response, b"event: message.delta")

        async def stop() -> None:
            await _post(session, f"{run}/cancel", None)
            await response.read()

        return stop


@dataclass(frozen=True, slots=True)
class Engine:
    """vLLM's own count of the requests that it has."""

    url: str
    api_key: str

    async def wait_for(self, session: aiohttp.ClientSession, requests: int) -> float:
        """When the count was seen to be that; seconds of the monotonic clock."""
        headers = {"Authorization": f"Bearer {self.api_key}"}
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            async with session.get(f"{self.url}/metrics", headers=headers) as response:
                response.raise_for_status()
                counts = _COUNT.findall(await response.read())
            if sum(map(float, counts)) == requests:
                return time.monotonic()
            await asyncio.sleep(POLL_S)
        raise RuntimeError(f"the engine did not come to {requests} requests")


def run(quick: bool) -> Report:
    size = QUICK if quick else FULL
    with installation("cancel", CATALOG) as system:
        url, key = replica(system, MODEL)
        targets = {
            NATIVE: NativeRun(system.url).begin,
            OPENAI: OpenAIStream(f"{system.url}/v1", "any", {}).begin,
            DIRECT: OpenAIStream(f"{url}/v1", key, {"ignore_eos": True}).begin,
        }
        measured = uvloop.run(_measure(targets, Engine(url, key), size))
    return _report(measured, size)


async def _measure(targets: Mapping[str, Begin], engine: Engine, size: Size) -> Measured:
    measured: Measured = {name: {count: [] for count in size.streams} for name in targets}
    names = list(targets)
    async with client() as session:
        for number in range(size.rounds):
            turn = number % len(names)
            for count in size.streams:
                for name in (*names[turn:], *names[:turn]):
                    took_ms = await _end_one(session, targets[name], engine, count)
                    measured[name][count].append(took_ms)
    return measured


async def _end_one(
    session: aiohttp.ClientSession, begin: Begin, engine: Engine, streams: int
) -> float:
    """Begin so many, end one: ms until the engine is rid of it. Then end the others."""
    stops = await asyncio.gather(*(begin(session) for _ in range(streams)))
    await engine.wait_for(session, streams)
    started = time.monotonic()
    seen, _ = await asyncio.gather(engine.wait_for(session, streams - 1), stops[0]())
    await asyncio.gather(*(stop() for stop in stops[1:]))
    await engine.wait_for(session, 0)
    return 1e3 * (seen - started)


async def _post(session: aiohttp.ClientSession, url: str, body: Any) -> Any:
    async with session.post(url, json=body) as response:
        response.raise_for_status()
        return orjson.loads(await response.read())


async def _read_until(response: aiohttp.ClientResponse, what: bytes) -> None:
    """Read a stream to its first text; the rest is left in its buffer."""
    seen = b""
    async for piece in response.content.iter_any():
        seen += piece
        if what in seen.replace(b'"content":""', b""):
            return
    raise RuntimeError(f"a stream ended before its first text: {seen[-300:]!r}")


def _report(measured: Measured, size: Size) -> Report:
    claims = [
        Claim(f"native: cancel → engine rid of it, p50, {count} stream{'s' * (count > 1)}",
              median(measured[NATIVE][count]), GOAL_MS, "ms")
        for count in size.streams
    ]  # fmt: skip
    rows = [
        (name, count, median(took), quantile(took, 0.95),
         median(took) / median(measured[DIRECT][count]))
        for name, by_count in measured.items()
        for count, took in by_count.items()
    ]  # fmt: skip
    columns = ("target", "streams", "p50 ms", "p95 ms", "× direct")
    table = Table("From the wish to end to an engine without it", columns, rows)
    return Report("cancel", "Ending an answer", claims, [table], {"ms": measured},
                  lambda figure: _draw(figure, measured))  # fmt: skip


def _draw(figure: Figure, measured: Measured) -> None:
    both = figure.subplots(1, len(measured[NATIVE]), squeeze=False)[0]
    for axes, count in zip(both, measured[NATIVE], strict=True):
        for index, (name, by_count) in enumerate(measured.items()):
            plots.distribution(axes, name, curve(by_count[count]), index)
        plots.goal(axes, GOAL_MS, "goal")
        plots.label(
            axes, f"{count} stream{'s' * (count > 1)}", x="ms until the engine is rid of it"
        )
