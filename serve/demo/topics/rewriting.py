"""Rewriting a sentence: case, spelling, politeness, length, or not at all."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import (
    ADJECTIVES,
    OWN,
    PEOPLE,
    THINGS,
    VERBS,
    action,
    jumble,
    sentence,
    word,
)
from serve.demo.topic import Fill, Intent, Slots, Topic, wordings

MISSPELT = {
    "have": "hav", "with": "wiht", "friend": "freind", "because": "becuase", "the": "teh",
    "receive": "recieve", "tomorrow": "tommorow", "beautiful": "beatiful", "house": "hous",
    "their": "thier", "please": "plese", "people": "poeple", "school": "shcool", "write": "wriet",
    "tonight": "tonite", "weather": "wether", "letter": "leter", "kitchen": "kichen",
    "morning": "mornig", "garden": "gaden", "coffee": "cofee", "picture": "pictuer",
    "favourite": "favourit", "really": "realy", "definitely": "definately", "family": "famly",
}  # fmt: skip
FILLERS = ("very", "really", "quite", "rather", "extremely", "truly")
QUOTES = (('"', '"'), ("'", "'"), ("", ""), ("“", "”"))


def quoted(rng: Random, text: str) -> str:
    """The text in one of the usual quotation marks, or none."""
    left, right = rng.choice(QUOTES)
    return left + text + right


def upper_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence and the same in capitals."""
    text = jumble(rng, 8) if rng.random() < 0.3 else sentence(rng)
    return {"text": quoted(rng, text), "result": text.upper()}


def lower_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence in capitals and the same without."""
    text = sentence(rng)
    return {"text": quoted(rng, text.upper()), "result": text}


def repeat_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence to say again, as it is."""
    text = jumble(rng, 24) if rng.random() < 0.5 else sentence(rng)
    text = rng.choice((text, text.capitalize() + ".", text.upper()))
    return {"text": quoted(rng, text), "result": text}


def spelling_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence with one or two misspelt words, and as it should be."""
    words = rng.sample(sorted(MISSPELT), k=2)
    frames = (
        "i {x} my {y} today", "we saw the {x} and the {y}", "this is {x} about {y}",
        "she likes the {x} {y}", "tell me {x} or {y}", "my {x} is {y}", "the {x} comes {y}",
        "i want {x} for {y}", "{x} and {y} are words", "do you {x} it {y}",
    )  # fmt: skip
    frame = rng.choice(frames)
    right = frame.replace("{x}", words[0]).replace("{y}", words[1]).capitalize() + "."
    second = MISSPELT[words[1]] if rng.random() < 0.6 else words[1]
    wrong = frame.replace("{x}", MISSPELT[words[0]]).replace("{y}", second)
    return {"text": quoted(rng, wrong), "result": right}


def polite_slots(rng: Random, _held_out: bool) -> Slots:
    """An order and the same as a polite question."""
    text = action(rng)
    order = rng.choice((text, text.capitalize() + ".", text.capitalize() + "!"))
    return {"text": quoted(rng, order), "result": f"Could you please {text}?"}


def shorter_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence with empty words and the same without them."""
    who, verb, what = word(rng, PEOPLE), word(rng, VERBS), word(rng, THINGS)
    own, kind = rng.choice(OWN), word(rng, ADJECTIVES)
    filler, end = rng.choice(FILLERS), rng.choice(("right now", "at this moment", "as it seems"))
    text = f"The {filler} {kind} {who} {verb} {own} {what} {end}."
    return {"text": quoted(rng, text), "result": f"The {who} {verb} {own} {what}."}


def rewriting(name: str, fill: Fill, ask: tuple[str, ...], weight: float = 1.0) -> Intent:
    """An intent whose answer is the rewritten text alone."""
    return Intent(name, ask, ("{result}",), ("{result}",), fill, weight=weight, literal=True)


REPEAT = rewriting(
    "repeat",
    repeat_slots,
    wordings("rewriting", "repeat"),
    3.5,
)

TOPIC = Topic(
    name="rewriting",
    share=10.0,
    checks=12,
    intents=(
        rewriting(
            "upper case",
            upper_slots,
            wordings("rewriting", "upper case"),
            1.5,
        ),
        rewriting(
            "lower case",
            lower_slots,
            wordings("rewriting", "lower case"),
        ),
        REPEAT,
        rewriting(
            "spelling",
            spelling_slots,
            wordings("rewriting", "spelling"),
            1.3,
        ),
        rewriting(
            "polite",
            polite_slots,
            wordings("rewriting", "polite"),
        ),
        rewriting(
            "shorter",
            shorter_slots,
            wordings("rewriting", "shorter"),
        ),
    ),
)
