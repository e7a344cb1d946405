"""Topic and Intent: the vocabulary in which the demo model's lessons are written."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

Slots = Mapping[str, str]
Fill = Callable[[Random, bool], Slots]
"""Draws the slots of one example; the flag asks for values kept out of training."""

HELD_OUT_EVERY = 5
TRAINING_ONLY = "+ "
"""Begins a wording that training alone sees: the examination stays what it was."""
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")


def no_slots(_rng: Random, _held_out: bool) -> Slots:
    """Fill for intents whose wordings have no slots."""
    return {}


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing a person may want, in many wordings, with its answer.

    `{slot}` stands for a value drawn by `fill`; `[a|b]` in a wording stands for either.
    Every fifth wording is held out: training never sees it, the evaluation asks it; those
    that begin with `+ ` are not counted, they are for training.
    `expect` lists what a right answer contains, alternatives separated by `||`.
    `history` holds earlier (user, assistant) turns, `system` possible system prompts.
    """

    name: str
    ask: tuple[str, ...]
    answers: tuple[str, ...]
    expect: tuple[str, ...]
    fill: Fill = no_slots
    history: tuple[tuple[str, str], ...] = ()
    system: tuple[str, ...] = ()
    weight: float = 1.0
    literal: bool = False
    """Wordings whose letters matter (case, spelling): never altered in training."""

    def wordings(self, held_out: bool) -> tuple[str, ...]:
        """The wordings for training, or those kept for the evaluation."""
        return side(self.ask, held_out)

    def draw(self, rng: Random, held_out: bool = False) -> Example:
        """One example, from the wordings and slot values of the side asked for."""
        slots = self.fill(rng, held_out)
        ask = choose(rng, rng.choice(self.wordings(held_out)))
        return Example(
            intent=self.name,
            system=fill_in(rng.choice(self.system), slots) if self.system else "",
            history=tuple((fill_in(q, slots), fill_in(a, slots)) for q, a in self.history),
            question=fill_in(ask, slots),
            answer=fill_in(rng.choice(self.answers), slots),
            expect=tuple(fill_in(text, slots) for text in self.expect),
            literal=self.literal,
        )


@dataclass(frozen=True, slots=True)
class Topic:
    """A named group of intents; `share` is its part of the examples, relative to others.

    `plain` topics may be mixed into any conversation and answered under any system prompt.
    `checks` is how many held-out questions the evaluation draws for each intent.
    """

    name: str
    intents: tuple[Intent, ...]
    share: float = 1.0
    plain: bool = True
    checks: int = 8


@dataclass(frozen=True, slots=True)
class Example:
    """One question with the turns before it, its model answer and how to check another."""

    intent: str
    system: str
    history: tuple[tuple[str, str], ...]
    question: str
    answer: str
    expect: tuple[str, ...]
    literal: bool = False

    def accepts(self, answer: str) -> bool:
        """Whether the answer contains everything expected."""
        return all(any(part in answer for part in text.split("||")) for text in self.expect)


@cache
def side(lines: tuple[str, ...], held_out: bool) -> tuple[str, ...]:
    """The lines for training, or those kept for the evaluation."""
    counted = [line for line in lines if not line.startswith(TRAINING_ONLY)]
    if held_out:
        return tuple(counted[HELD_OUT_EVERY - 1 :: HELD_OUT_EVERY])
    del counted[HELD_OUT_EVERY - 1 :: HELD_OUT_EVERY]
    more = (line for line in lines if line.startswith(TRAINING_ONLY))
    return (*counted, *(line.removeprefix(TRAINING_ONLY) for line in more))


def fill_in(template: str, slots: Slots) -> str:
    """Replace `{name}` by its slot; other braces, such as those of code, stay."""
    for name, value in slots.items():
        template = template.replace("{" + name + "}", value)
    return template


def choose(rng: Random, wording: str) -> str:
    """Take one alternative of each `[a|b]`."""
    return _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), wording)


def plain(text: str) -> str:
    """The words alone, as a person would compare two questions."""
    return re.sub(r"[^\w{}]+", " ", text.lower()).strip()


def variants(wording: str) -> Iterator[str]:
    """Every text that `choose` may make of a wording."""
    parts = _CHOICE.split(wording)
    options = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    return ("".join(combination) for combination in itertools.product(*options))


def wordings(file: str, name: str) -> tuple[str, ...]:
    """The lines below `== name` in `wordings/FILE.txt`. Their order decides which are held out:
    add new ones at a section's end, or with `+ ` before them for training only."""
    return _sections(file)[name]


@cache
def _sections(file: str) -> Mapping[str, tuple[str, ...]]:
    text = (Path(__file__).parent / "wordings" / f"{file}.txt").read_text("utf-8")
    sections = (section.split("\n") for section in text.removeprefix("== ").split("\n== "))
    return {name: tuple(filter(None, lines)) for name, *lines in sections}
