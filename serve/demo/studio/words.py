"""Titles, labels and items: words that must be copied, some of which do not exist."""

from __future__ import annotations

import string
from collections.abc import Callable
from functools import cache
from random import Random
from zlib import crc32

from serve.demo.copying import vocabulary
from serve.demo.sentences import SYLLABLES

HELD_OUT_OF = 8
"""One word of so many is never seen in training."""
LABELS = (
    "Go", "Start", "Add", "Save", "Send", "Join", "Join now", "Buy now", "Submit", "Next", "OK",
    "Sign up", "Try it", "Roll", "Again", "Click me", "Press me", "Play", "Done", "Plus", "Count",
    "Let us go", "Learn more", "Apply", "Register", "New", "Begin", "Enter",
)  # fmt: skip
_FUNCTION_WORDS = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "begin", "begins", "but", "button", "by",
    "called", "can", "change", "color", "colour", "dark", "do", "field", "fields", "for",
    "from", "have", "headline", "his", "how", "i", "in", "instead", "is", "it", "its", "items",
    "label", "make", "me", "my", "name", "named", "no", "not", "of", "on", "one", "or",
    "please", "question", "red", "reset", "say", "says", "set", "should", "so", "start",
    "starts", "step", "subtitle", "tab", "tabs", "that", "the", "them", "there", "they", "this",
    "title", "to", "too", "use", "we", "what", "when", "which", "who", "will", "with", "you",
    "your",
))  # fmt: skip


def title(rng: Random, held_out: bool) -> str:
    """One to three words, mostly with capitals."""
    words = [word(rng, held_out) for _ in range(rng.choice((1, 1, 1, 1, 2, 2, 2, 3)))]
    case = rng.random()
    if case < 0.5:
        return " ".join(part[:1].upper() + part[1:] for part in words)
    text = " ".join(words)
    return text[:1].upper() + text[1:] if case < 0.85 else text


def item(rng: Random, held_out: bool) -> str:
    """One or two words of any case."""
    text = " ".join(word(rng, held_out) for _ in range(rng.choice((1, 1, 1, 2))))
    return text[:1].upper() + text[1:] if rng.random() < 0.4 else text


def label(rng: Random, held_out: bool) -> str:
    """What a button says: mostly words that buttons have."""
    if not held_out and rng.random() < 0.4:
        return rng.choice(LABELS)
    text = " ".join(word(rng, held_out) for _ in range(rng.choice((1, 1, 2))))
    return text[:1].upper() + text[1:]


def sentence(rng: Random, held_out: bool, end: str = "") -> str:
    """Two to four words that begin with a capital."""
    words = [word(rng, held_out) for _ in range(rng.randint(2, 4))]
    if rng.random() < 0.5:
        words.insert(1, rng.choice(("the", "is", "of", "for your", "a", "my")))
    text = " ".join(words)
    return text[:1].upper() + text[1:] + end


def word(rng: Random, held_out: bool) -> str:
    """A word of the chat lessons or of random syllables, in its own case or in lower case."""
    while True:
        if rng.random() < 0.12:
            found = "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4)))
        else:
            found = rng.choice(_plain_words())
            found = found if rng.random() < 0.3 else found.lower()
        if is_held_out(found) == held_out and found.lower() not in _FUNCTION_WORDS:
            return found


def hexadecimal(rng: Random) -> str:
    """A colour as CSS writes it."""
    return "#" + "".join(rng.choices(string.digits + "abcdef", k=6))


def is_held_out(text: str) -> bool:
    """Whether the evaluation alone uses this word."""
    return crc32(text.lower().encode()) % HELD_OUT_OF == 0


def distinct(draw: Callable[[], str], count: int, others: tuple[str, ...] = ()) -> tuple[str, ...]:
    """So many that differ from each other and from the others."""
    found: list[str] = []
    taken = {other.lower() for other in others}
    while len(found) < count:
        text = draw()
        if text.lower() not in taken:
            taken.add(text.lower())
            found.append(text)
    return tuple(found)


@cache
def _plain_words() -> tuple[str, ...]:
    return tuple(
        found
        for found in vocabulary()
        if found.isascii() and found.isalpha() and 3 <= len(found) <= 12
    )
