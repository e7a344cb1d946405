"""Cancel reaches the engine: it computes nothing that nobody wants.

How soon it does is measured by `python -m benchmarks cancel`.
"""

import re

import httpx

from tests.chaos.chat import PROMPTS, Chat
from tests.chaos.reader import RunReader
from tests.system import System, wait_for

LONG = 400
"""Tokens of an answer that takes 20 s at the pace of `pace.py`."""


class EngineMetrics:
    """vLLM's own count of what runs, from the server beside its engine core."""

    def __init__(self, system: System) -> None:
        url, key = system.engine()
        self._http = httpx.Client(base_url=url, headers={"Authorization": f"Bearer {key}"})

    def running(self) -> int:
        text = self._http.get("/metrics").raise_for_status().text
        found = re.findall(r"^vllm:num_requests_(?:running|waiting)\{.*\} (\S+)$", text, re.M)
        return int(sum(map(float, found)))

    def empty(self) -> bool:
        return self.running() == 0


async def test_cancel_empties_the_engine(paced: System, chat: Chat) -> None:
    metrics = EngineMetrics(paced)
    wait_for(metrics.empty, 30, "an idle engine")
    reader = await chat.ask(PROMPTS[0], LONG)
    await reader.read(until=lambda r: r.tokens > 3)
    assert metrics.running() == 1
    await chat.cancel(reader.run_id)
    wait_for(metrics.empty, 5, "an empty engine", every_s=0.005)
    await reader.read()
    assert reader.kinds[-1] == "run.cancelled"
    assert reader.tokens < LONG / 2


async def test_cancel_ends_every_reader_with_what_was_written(chat: Chat) -> None:
    reader = await chat.ask(PROMPTS[0], LONG)
    other = RunReader(chat.http, reader.run_id)
    await reader.read(until=lambda r: r.tokens > 3)
    await chat.cancel(reader.run_id)
    await reader.read()
    await other.read()
    await chat.cancel(reader.run_id)  # once more changes nothing
    assert reader.text == other.text
    run = await chat.run(reader.run_id)
    assert (run["status"], run["finish_reason"]) == ("cancelled", "cancelled")
