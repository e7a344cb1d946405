"""Twenty answers at once, each begun a little after the other, and one thing that is killed."""

import asyncio
import time
from collections.abc import Callable, Mapping

from tests.chaos.chat import PROMPTS, Chat
from tests.chaos.reader import RunReader

LONG = 240
"""Tokens of a long answer: at the pace of `pace.py` 12 s, so there is time to kill."""
BEGUN_TOKENS = 4
APART_S = 0.06
"""Time between two questions: more than a step of the engine, so that no answers march along."""
READ_TIMEOUT_S = 240.0


async def undisturbed(chat: Chat) -> Mapping[str, str]:
    """What each prompt is answered while nothing dies."""
    readers = await chat.ask_all(PROMPTS, LONG)
    async with asyncio.timeout(READ_TIMEOUT_S):
        await asyncio.gather(*(reader.read() for reader in readers))
    for reader in readers:
        assert reader.kinds[-1] == "run.completed", reader.events[-1]
        assert reader.tokens == LONG
    return {prompt: reader.text for prompt, reader in zip(PROMPTS, readers, strict=True)}


async def survive(
    chat: Chat, expected: Mapping[str, str], kill: Callable[[], object]
) -> tuple[float, int]:
    """Kill while all twenty stream: the longest silence after it in seconds, and how many
    answers were told to go on.

    Each answer is cut at another token, and each must end once, with the text it would have
    had.
    """

    async def asked(number: int, prompt: str) -> RunReader:
        await asyncio.sleep(number * APART_S)
        return await chat.ask(prompt, LONG)

    readers = await asyncio.gather(*(asked(*each) for each in enumerate(PROMPTS)))
    async with asyncio.TaskGroup() as tasks:
        for reader in readers:
            tasks.create_task(asyncio.wait_for(reader.read(), READ_TIMEOUT_S))
        while min(reader.tokens for reader in readers) < BEGUN_TOKENS:
            await asyncio.sleep(0.01)
        cuts = {reader.tokens for reader in readers}
        assert max(cuts) < LONG, "too late: an answer is over already"
        assert len(cuts) >= 3, "all answers were cut at the same token"
        killed_s = time.monotonic()
        kill()
    for prompt, reader in zip(PROMPTS, readers, strict=True):
        assert reader.kinds[-1] == "run.completed", reader.events[-1]
        assert reader.kinds.count("run.started") == 1
        assert reader.text == expected[prompt]
        assert reader.tokens == LONG
    resumed = sum("run.resumed" in reader.kinds for reader in readers)
    return max(reader.silence_s(killed_s) for reader in readers), resumed
