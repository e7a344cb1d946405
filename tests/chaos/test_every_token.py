"""A process dies after each token of one answer: no token is special."""

import asyncio
import os
import signal
from collections.abc import Callable

import pytest

from tests.chaos.chat import PROMPTS, Chat
from tests.chaos.reader import RunReader
from tests.system import System, wait_for

PROMPT = PROMPTS[0]
TOKENS = 24
RUNS = 24
MAX_ROUNDS = 16
ROUND_TIMEOUT_S = 120.0
DEATHS_OF_ONE = 8


@pytest.fixture(scope="module")
async def answer(chat: Chat) -> str:
    reader = await (await chat.ask(PROMPT, TOKENS)).read()
    assert reader.tokens == TOKENS
    return reader.text


@pytest.mark.parametrize("part", ["gateway", "host"])
async def test_a_death_after_any_token(part: str, paced: System, chat: Chat, answer: str) -> None:
    """In each round many runs, begun one after the other, are cut at many places at once. The
    oldest of them decides when; rounds follow until every place has had its death."""
    missing = set(range(TOKENS))
    for _ in range(MAX_ROUNDS):
        readers = await _cut(chat, paced, part, wanted=max(missing), missing=missing)
        for reader in readers:
            assert reader.kinds[-1] == "run.completed"
            assert reader.kinds.count("run.started") == 1
            assert reader.text == answer
        if not missing:
            return
    raise AssertionError(f"{part} never died after token(s) {sorted(missing)}")


async def _cut(
    chat: Chat, paced: System, part: str, wanted: int, missing: set[int]
) -> list[RunReader]:
    """One round; takes the places where runs were cut out of `missing`."""
    victim = wait_for(lambda: paced.pids(part), 60, f"a {part}")[0]
    readers: list[RunReader] = []
    reading = []
    killed = False

    def at_wanted(reader: RunReader) -> bool:
        nonlocal killed
        if not killed and reader.tokens == wanted and reader.events:
            killed = True
            missing.difference_update(r.tokens for r in readers if r.events and not r.end)
            os.kill(victim, signal.SIGKILL)
        return False

    async with asyncio.timeout(ROUND_TIMEOUT_S):
        for _ in range(RUNS):
            reader = await chat.ask(PROMPT, TOKENS)
            readers.append(reader)
            reading.append(asyncio.create_task(reader.read(at_wanted)))
        await asyncio.gather(*reading)
    if killed:
        _replaced(paced, part, victim)
    return readers


async def test_one_answer_outlives_many_hosts(paced: System, chat: Chat, answer: str) -> None:
    """Its host is killed at each token that the client sees, as soon as it sees it."""
    reader = await chat.ask(PROMPT, TOKENS)
    victim = paced.pids("host")[0]
    async with asyncio.timeout(DEATHS_OF_ONE * 30):
        for _ in range(DEATHS_OF_ONE):
            await reader.read(until=_more_than(reader.tokens))
            os.kill(victim, signal.SIGKILL)
            victim = _replaced(paced, "host", victim)
        await reader.read()
    assert reader.text == answer
    assert reader.kinds.count("run.started") == 1
    assert reader.kinds.count("run.resumed") >= DEATHS_OF_ONE
    assert reader.kinds[-1] == "run.completed"


def _more_than(tokens: int) -> Callable[[RunReader], bool]:
    return lambda reader: reader.tokens > tokens


def _replaced(paced: System, part: str, victim: int) -> int:
    def other() -> int | None:
        return next((pid for pid in paced.pids(part) if pid != victim), None)

    return wait_for(other, 60, f"another {part}") or 0
