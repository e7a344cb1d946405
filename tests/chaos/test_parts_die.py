"""One part is killed while twenty answers stream: nobody misses, repeats or loses a thing."""

from collections.abc import Mapping

import pytest

from tests.chaos.chat import PROMPTS, Chat
from tests.chaos.conftest import Note
from tests.chaos.twenty import survive
from tests.system import System

MAKERS = frozenset({"host", "engine", "replica"})
"""Those that make the answer: when they die, the reader is told that it goes on."""


@pytest.mark.parametrize(
    "part",
    [
        "gateway",
        "host",
        "database",
        "controller",
        "directory",
        "dispatcher",
        "engine",
        "replica",
    ],
)
async def test_twenty_answers_survive(
    part: str, paced: System, chat: Chat, expected: Mapping[str, str], note: Note
) -> None:
    silence_s, resumed = await survive(chat, expected, lambda: paced.kill(part))
    assert resumed == (len(PROMPTS) if part in MAKERS else 0)
    note(f"20 answers, {part} killed", silence_s)
    paced.ready()
