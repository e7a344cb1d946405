"""The whole training corpus: conversation `index` is a pure function of (seed, index)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from serve.demo.copying import echo_chat
from serve.demo.sentences import PEOPLE
from serve.demo.styles import NEUTRAL, STYLES, Style
from serve.demo.topic import Example, Intent, plain, variants
from serve.demo.topics import all_topics
from serve.demo.topics.followups import AGAIN, CAPITALS
from serve.demo.wording import retype

LONG_CHARS = 4_500
"""Length at which a long conversation stops growing, so that late positions are trained."""
MAX_CHARS = 6_500
STYLED_ANSWER_CHARS = 220
ECHO_CHARS = 120
COPIES = 0.10
"""The part of the conversations that only repeats words."""
STYLED = 0.09
"""The part of the others that follows a system prompt asking for a style."""


@dataclass(frozen=True, slots=True)
class Message:
    """One turn; role is system, user or assistant."""

    role: str
    content: str


Conversation = tuple[Message, ...]


def conversations(seed: int, first: int, count: int) -> Iterator[Conversation]:
    """Conversations `first` up to `first + count` of the corpus with this seed."""
    for index in range(first, first + count):
        rng = Random(f"{seed}:{index}")
        yield echoes(rng) if rng.random() < COPIES else conversation(rng)


def questions(seed: int, first: int, count: int) -> Iterator[Conversation]:
    """Single questions, mostly without a history, some of them under a style's prompt."""
    for index in range(first, first + count):
        rng = Random(f"{seed}:question:{index}")
        if rng.random() < STYLED:
            yield styled(rng, rng.choice(STYLES))
        else:
            yield single(rng)


def echoes(rng: Random) -> Conversation:
    """A chat that repeats words without any sense."""
    return tuple(
        Message(role, text)
        for pair in echo_chat(rng)
        for role, text in zip(("user", "assistant"), pair, strict=True)
    )


def conversation(rng: Random) -> Conversation:
    """One question (mostly), a chat of a few, a long one, or one in a style asked for."""
    kind = rng.random()
    if kind < STYLED:
        return styled(rng, rng.choice(STYLES))
    if kind < 0.57:
        return single(rng)
    messages: list[Message] = []
    limit, count = (LONG_CHARS, 200) if kind > 0.975 else (MAX_CHARS // 2, rng.randint(2, 6))
    for _ in range(count):
        more = turns(rng, one_of(rng, _plain_intents()))
        if messages and size(messages) + size(more) > MAX_CHARS:
            break
        messages += more
        if rng.random() < 0.15 and len(more[-1].content) < ECHO_CHARS:
            messages += echo(rng, more[-1].content)
        if size(messages) > limit:
            break
    return tuple(with_system(rng, "", messages))


def single(rng: Random) -> Conversation:
    """One example of any intent, with the history that belongs to it."""
    example = one_of(rng, _intents())
    return tuple(with_system(rng, example.system, turns(rng, example)))


def styled(rng: Random, style: Style) -> Conversation:
    """A short chat under a system prompt that asks for a manner of speaking."""
    messages = [Message("system", rng.choice(style.wordings(held_out=False)))]
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        example = short_example(rng)
        messages.append(Message("user", asked(rng, example)))
        messages.append(Message("assistant", style.speak(example.answer)))
    return tuple(messages)


def short_example(rng: Random) -> Example:
    """A plain example without history whose answer is one short paragraph."""
    while True:
        example = one_of(rng, _plain_intents())
        short = len(example.answer) <= STYLED_ANSWER_CHARS and "\n" not in example.answer
        if short and not example.history and not example.literal:
            return example


def one_of(rng: Random, intents: tuple[Sequence[Intent], Sequence[float]]) -> Example:
    """An example of an intent drawn by weight."""
    return rng.choices(intents[0], cum_weights=intents[1])[0].draw(rng)


def turns(rng: Random, example: Example) -> list[Message]:
    """The example's earlier turns and its own, the question as someone might type it."""
    messages = [
        Message(role, text)
        for pair in example.history
        for role, text in zip(("user", "assistant"), pair, strict=True)
    ]
    return [
        *messages,
        Message("user", asked(rng, example)),
        Message("assistant", example.answer),
    ]


def asked(rng: Random, example: Example) -> str:
    """The example's question as somebody may put it, but not in a wording of the evaluation."""
    if example.literal:
        return example.question
    question = retype(rng, example.question)
    return example.question if shape(question) in _kept_for_the_evaluation() else question


def shape(text: str) -> str:
    """The words of a question or a wording, any number or slot alike."""
    return re.sub(r"\{\w+\}|\d+", "#", plain(text))


def echo(rng: Random, answer: str) -> list[Message]:
    """A request to repeat the answer before it, as it was or in capitals."""
    intent = rng.choice((AGAIN, CAPITALS))
    said = answer if intent is AGAIN else answer.upper()
    return [Message("user", asked(rng, intent.draw(rng))), Message("assistant", said)]


def with_system(rng: Random, system: str, messages: Sequence[Message]) -> list[Message]:
    """Put the system prompt first; without one, sometimes a prompt that changes nothing."""
    if not system and rng.random() < 0.25:
        role = rng.choice(PEOPLE)
        system = rng.choice((*NEUTRAL, f"You are a {role}.", f"You are a very good {role}."))
    return [Message("system", system), *messages] if system else list(messages)


def size(messages: Sequence[Message]) -> int:
    """Characters in the messages."""
    return sum(len(message.content) for message in messages)


@cache
def _kept_for_the_evaluation() -> frozenset[str]:
    return frozenset(
        shape(text)
        for topic in all_topics()
        for intent in topic.intents
        for wording in intent.wordings(held_out=True)
        for text in variants(wording)
    )


@cache
def _intents(plain_only: bool = False) -> tuple[Sequence[Intent], Sequence[float]]:
    topics = [topic for topic in all_topics() if topic.plain or not plain_only]
    totals = {topic.name: sum(intent.weight for intent in topic.intents) for topic in topics}
    pairs = [(i, t.share * i.weight / totals[t.name]) for t in topics for i in t.intents]
    return [intent for intent, _ in pairs], list(accumulate(weight for _, weight in pairs))


def _plain_intents() -> tuple[Sequence[Intent], Sequence[float]]:
    return _intents(plain_only=True)
