"""Saying random words again: the skill behind names, rewriting and sums, taught first.

A model this small otherwise learns to copy last, long after it knows its answers by heart.
"""

from __future__ import annotations

import re
from functools import cache
from random import Random

from serve.demo.sentences import SYLLABLES
from serve.demo.topic import choose, fill_in
from serve.demo.topics import all_topics
from serve.demo.topics.followups import AGAIN
from serve.demo.topics.rewriting import QUOTES, REPEAT

MOST_WORDS = 30


def echo_chat(rng: Random) -> list[tuple[str, str]]:
    """One to three (question, answer) turns that repeat words without any sense."""
    pairs = []
    for _ in range(rng.randint(1, 3)):
        text = random_words(rng)
        left, right = rng.choice(QUOTES)
        wording = choose(rng, rng.choice(REPEAT.wordings(held_out=False)))
        pairs.append((fill_in(wording, {"text": left + text + right}), text))
        if rng.random() < 0.4:
            pairs.append((choose(rng, rng.choice(AGAIN.wordings(held_out=False))), text))
    return pairs


def random_words(rng: Random) -> str:
    """Words of the corpus in any order and case; some are numbers or do not exist."""
    words = [random_word(rng) for _ in range(rng.randint(1, MOST_WORDS))]
    separator = rng.choice((" ", " ", " ", ", "))
    return separator.join(words)


def random_word(rng: Random) -> str:
    kind = rng.random()
    if kind < 0.1:
        return "".join(rng.choices(SYLLABLES, k=rng.randint(1, 3)))
    if kind < 0.2:
        return str(rng.randint(0, 200))
    word = rng.choice(vocabulary())
    return rng.choice((word, word, word.lower(), word.upper(), word.capitalize()))


@cache
def vocabulary() -> tuple[str, ...]:
    """Every word of the chat lessons, as it is written there."""
    intents = [intent for topic in all_topics() for intent in topic.intents]
    texts = [text for intent in intents for text in (*intent.ask, *intent.answers)]
    return tuple(sorted({word for text in texts for word in re.findall(r"\w+", text)}))
