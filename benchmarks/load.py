"""The load program: one client for every target, so that its own cost is the same for all.

A target is asked in closed loops: `streams` workers, each with one answer open at a time. What
must exist before an answer can be asked for (a fresh conversation) is made outside the clock.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import aiohttp
import orjson

TIMEOUT = aiohttp.ClientTimeout(total=300)
_ENDS = (b"run.completed", b"run.failed", b"run.cancelled")
_TEXTS = (b"message.delta", b"message.snapshot")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as its reader saw it. Times are seconds after its request was sent."""

    sent_us: int
    accepted_s: float
    """Until the status that took the request."""
    first_s: float
    """Until the first text."""
    whole_s: float
    tokens: int
    """As the target counts them."""
    events: int


class Target(Protocol):
    @property
    def name(self) -> str: ...

    async def places(self, session: aiohttp.ClientSession, count: int) -> list[str]:
        """Make what `count` answers need beforehand; one string for each."""
        ...

    async def ask(self, session: aiohttp.ClientSession, place: str, prompt: str) -> Answer:
        """Ask, and read to the end. Raises RuntimeError when there is no whole answer."""
        ...


@dataclass(frozen=True, slots=True)
class OpenAIApi:
    """Anything at `{base_url}/chat/completions`."""

    name: str
    base_url: str
    model: str
    max_tokens: int
    api_key: str = "any"
    extra: Mapping[str, Any] = field(default_factory=dict)

    async def places(self, session: aiohttp.ClientSession, count: int) -> list[str]:
        return [""] * count

    async def ask(self, session: aiohttp.ClientSession, place: str, prompt: str) -> Answer:
        body = {
            "model": self.model,
            "messages": [{"role": "user", "content": prompt}],
            "max_tokens": self.max_tokens,
            "temperature": 0.0,
            "stream": True,
            "stream_options": {"include_usage": True},
            **self.extra,
        }
        headers = {"Authorization": f"Bearer {self.api_key}"}
        watch = _Watch()
        url = f"{self.base_url}/chat/completions"
        async with session.post(url, json=body, headers=headers) as response:
            await _expect(response, 200)
            watch.accept()
            async for _, data in _events(response):
                choices = data.get("choices")
                watch.saw(bool(choices and choices[0]["delta"].get("content")))
                if data.get("usage"):
                    watch.tokens = data["usage"]["completion_tokens"]
        return watch.answer()


@dataclass(frozen=True, slots=True)
class NativeApi:
    """Our own API: POST a message and read its run's events, on one stream or, `in_two`, with a
    request of their own."""

    name: str
    base_url: str
    model: str
    max_tokens: int
    in_two: bool = False

    async def places(self, session: aiohttp.ClientSession, count: int) -> list[str]:
        return [await self._conversation(session) for _ in range(count)]

    async def ask(self, session: aiohttp.ClientSession, place: str, prompt: str) -> Answer:
        watch = _Watch()
        url = f"{self.base_url}/api/conversations/{place}/messages"
        body = {"content": prompt, "stream": not self.in_two}
        async with session.post(url, json=body) as response:
            await _expect(response, 202 if self.in_two else 200)
            watch.accept()
            if not self.in_two:
                return await self._read(response, watch)
            run_id = orjson.loads(await response.read())["run_id"]
        async with session.get(f"{self.base_url}/api/runs/{run_id}/events") as response:
            await _expect(response, 200)
            return await self._read(response, watch)

    async def _read(self, response: aiohttp.ClientResponse, watch: "_Watch") -> Answer:
        async for kind, data in _events(response):
            watch.saw(kind in _TEXTS and bool(data["text"]))
            if kind in _ENDS:
                if kind != b"run.completed":
                    raise RuntimeError(f"{self.name}: the answer ended with {data}")
                watch.tokens = data["usage"]["completion_tokens"]
        return watch.answer()

    async def _conversation(self, session: aiohttp.ClientSession) -> str:
        settings = {"temperature": 0.0, "max_tokens": self.max_tokens}
        body = {"model": self.model, "title": "benchmark", "settings": settings}
        async with session.post(f"{self.base_url}/api/conversations", json=body) as response:
            await _expect(response, 201)
            return str(orjson.loads(await response.read())["id"])


def client() -> aiohttp.ClientSession:
    """The session that all targets are asked through."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0),
        timeout=TIMEOUT,
        read_bufsize=2**20,
        json_serialize=lambda value: orjson.dumps(value).decode(),
    )


async def burst(
    session: aiohttp.ClientSession,
    target: Target,
    prompts: Sequence[str],
    streams: int,
    each: int,
) -> tuple[list[Answer], float]:
    """`streams` workers ask `each` times: all answers, and the seconds they took together."""
    places = await target.places(session, streams * each)

    async def work(worker: int) -> list[Answer]:
        mine = range(worker * each, (worker + 1) * each)
        return [await target.ask(session, places[i], prompts[i % len(prompts)]) for i in mine]

    started = time.perf_counter()
    answers = await asyncio.gather(*map(work, range(streams)))
    wall_s = time.perf_counter() - started
    return [answer for several in answers for answer in several], wall_s


class _Watch:
    """Times one answer."""

    def __init__(self) -> None:
        self.tokens = 0
        self._events = 0
        self._first_s: float | None = None
        self._accepted_s = 0.0
        self._sent_us = time.monotonic_ns() // 1000
        self._started = time.perf_counter()

    def accept(self) -> None:
        self._accepted_s = time.perf_counter() - self._started

    def saw(self, text: bool) -> None:
        self._events += 1
        if text and self._first_s is None:
            self._first_s = time.perf_counter() - self._started

    def answer(self) -> Answer:
        if self._first_s is None or not self.tokens:
            raise RuntimeError("an answer came without text or without its count of tokens")
        whole_s = time.perf_counter() - self._started
        return Answer(
            self._sent_us, self._accepted_s, self._first_s, whole_s, self.tokens, self._events
        )


async def _expect(response: aiohttp.ClientResponse, status: int) -> None:
    if response.status != status:
        text = (await response.text())[:500]
        raise RuntimeError(f"{response.url.path} answered {response.status}: {text}")


async def _events(response: aiohttp.ClientResponse) -> AsyncIterator[tuple[bytes, dict[str, Any]]]:
    """(kind, data) of each server-sent event; kind is empty where the stream names none."""
    rest = b""
    async for chunk in response.content.iter_any():
        *whole, rest = (rest + chunk).replace(b"\r\n", b"\n").split(b"\n\n")
        for event in whole:
            kind, data = b"", b""
            for line in event.split(b"\n"):
                if line.startswith(b"data: "):
                    data = line[6:]
                elif line.startswith(b"event: "):
                    kind = line[7:]
            if data and data != b"[DONE]":
                yield kind, orjson.loads(data)
