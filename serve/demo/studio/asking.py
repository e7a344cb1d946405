"""The words in which people ask for an app."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from serve.demo.studio import words
from serve.demo.studio.options import COLOURS, Items, Kind, Number, Options, Text
from serve.demo.studio.wordings import (
    CLAUSES,
    LISTS,
    MORE_LISTS,
    MORE_SUBJECTS,
    OPENERS,
    PARTS,
    PRAISE,
    SENTENCES,
    SUBJECTS,
    TITLES,
    widened,
)
from serve.demo.topic import side
from serve.demo.wording import drop_small_word, mistype

SYNONYMS = {
    "purple": ("violet", "lilac"), "teal": ("turquoise",), "pink": ("rose", "magenta"),
    "blue": ("sky blue",), "brown": ("chocolate",), "yellow": ("gold", "golden"),
    "indigo": ("navy", "dark blue"), "green": ("dark green",), "lime": ("light green",),
    "red": ("crimson",), "cyan": ("light blue",),
}  # fmt: skip
NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
QUOTES = (('"', '"'), ("'", "'"), ("“", "”"), ('"', '"'))
ENDS = ("", "", "", ".", ".", "!", " please", ", please", ". Thanks!", "?", " :)", " thanks")
JOINTS = (" ", " ", ", ", " and ")
MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: a kind of app with options."""

    kind: Kind
    options: Options
    asked: tuple[str, ...]
    """The fields that the request names."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How one person writes: which wordings, which quotes, only in lower case or not."""

    rng: Random
    held_out: bool
    lower: bool
    quote: float
    typos: float

    @classmethod
    def draw(cls, rng: Random, held_out: bool) -> Voice:
        quote = rng.choice((0.0, 0.0, 0.5, 1.0))
        return cls(rng, held_out, rng.random() < 0.25, quote, 0.3 if rng.random() < 0.15 else 0.0)

    def pick(self, wordings: Sequence[str]) -> str:
        """One of the wordings; under examination every third is new."""
        unseen = self.held_out and self.rng.random() < 1 / 3
        known = side(tuple(wordings), unseen) or side(tuple(wordings), False)
        return self.rng.choice(known)

    def quoted(self, text: str) -> str:
        if self.rng.random() >= self.quote:
            return text
        left, right = self.rng.choice(QUOTES)
        return text if left in text or right in text else left + text + right

    def listed(self, items: Sequence[str]) -> str:
        """ "a, b and c", each or none in quotes."""
        marked = self.rng.random() < self.quote
        left, right = self.rng.choice(QUOTES) if marked else ("", "")
        shown = [left + text + right for text in items]
        if len(shown) < 2:
            return "".join(shown)
        last = self.rng.choice((" and ", " and ", ", ", ", and ", " & "))
        return ", ".join(shown[:-1]) + last + shown[-1]

    def number(self, number: int) -> str:
        in_words = 1 < number < len(NUMBERS) and self.rng.random() < 0.2
        return NUMBERS[number] if in_words else str(number)

    def colour(self, name: str) -> str:
        others = SYNONYMS.get(name, ())
        return self.rng.choice(others) if others and self.rng.random() < 0.15 else name

    def say(self, template: str, slots: Mapping[str, str]) -> str:
        """The template as this person types it, its slots filled, which are never mistyped."""
        rng = self.rng
        if rng.random() < self.typos:
            pieces = re.split(r"(\{\w+\})", template)
            spot = rng.randrange(0, len(pieces), 2)
            pieces[spot] = mistype(rng, pieces[spot])
            template = "".join(pieces)
        if rng.random() < self.typos:
            template = drop_small_word(rng, template)
        if self.lower:
            template = template.lower()
        elif rng.random() < 0.85:
            template = template[:1].upper() + template[1:]
        return re.sub(r"\{(\w+)\}", lambda slot: slots[slot[1]], template)


def draw_wish(voice: Voice, kind: Kind, most: int = MOST_PARTS) -> Wish:
    """Random options of the kind, few or many."""
    rng = voice.rng
    able = available(kind)
    weights = {"title": 3.0, "colour": 2.5, "items": 2.0, "start": 2.0, "text": 1.5}
    count = min(rng.choice((0, 1, 1, 1, 2, 2, 2, 3, 3, 4)), most, len(able))
    asked: list[str] = []
    while len(asked) < count:
        rest = [name for name in able if name not in asked]
        asked += rng.choices(rest, [weights.get(name, 1.0) for name in rest])
    options = kind.defaults
    for name in asked:
        options = draw_option(voice, kind, options, name)
    options = zeroed(kind, options, asked)
    return Wish(kind, options, tuple(asked))


def zeroed(kind: Kind, options: Options, asked: Sequence[str]) -> Options:
    """Seconds alone mean no minutes."""
    others = {kind.numbers[name].zeroes for name in asked if name in kind.numbers} - {""}
    return options.having(**{name: 0 for name in others if name not in asked})


def available(kind: Kind) -> list[str]:
    """The fields that a request for this kind may name."""
    names = ["title", "colour", "subtitle", "dark", *kind.numbers]
    names += ["items"] if kind.items else []
    names += ["text"] if kind.text else []
    names += ["button", "button_colour"] if kind.defaults.button else []
    names += ["reset"] if kind.reset else []
    return names


def draw_option(voice: Voice, kind: Kind, options: Options, name: str) -> Options:
    """The options with another value of this field."""
    rng, held_out = voice.rng, voice.held_out
    while True:
        changed = options
        match name:
            case "title":
                changed = options.having(title=_cased(voice, words.title(rng, held_out)))
            case "colour" | "button_colour":
                changed = options.having(**{name: rng.choice(COLOURS)})
            case "subtitle":
                changed = options.having(subtitle=_cased(voice, words.sentence(rng, held_out)))
            case "dark" | "reset":
                changed = options.having(**{name: True})
            case "button":
                changed = options.having(button=_cased(voice, words.label(rng, held_out)))
            case "items" if kind.items:
                changed = options.having(items=draw_items(voice, kind.items))
            case "text" if kind.text:
                changed = options.having(text=draw_text(voice, kind.text))
            case "start" | "step":
                number = kind.numbers[name]
                changed = options.having(**{name: rng.randint(number.low, number.high)})
        if changed != options:
            return changed


def draw_items(voice: Voice, items: Items) -> tuple[str, ...]:
    count = voice.rng.randint(items.fewest, items.most)
    return words.distinct(lambda: _cased(voice, words.item(voice.rng, voice.held_out)), count)


def draw_text(voice: Voice, text: Text) -> str:
    if text.choices == ("#",):
        return words.hexadecimal(voice.rng)
    if text.choices:
        return voice.rng.choice(text.choices)
    end = "?" if text.one == "question" else voice.rng.choice(("", "", "!"))
    return _cased(voice, words.sentence(voice.rng, voice.held_out, end))


def _cased(voice: Voice, text: str) -> str:
    return text.lower() if voice.lower else text


def request(voice: Voice, wish: Wish) -> str:
    """The words that ask for the app."""
    rng = voice.rng
    order = list(wish.asked)
    rng.shuffle(order)
    slots = slots_of(voice, wish.kind, wish.options)
    noun = voice.pick(wish.kind.nouns)
    if "colour" in order and rng.random() < 0.35:
        order.remove("colour")
        noun = "{colour} " + noun
    elif "dark" in order and rng.random() < 0.2:
        order.remove("dark")
        noun = "dark " + noun
    for name in [name for name in order if name in kind_numbers(wish.kind)]:
        if rng.random() < 0.4:
            order.remove(name)
            noun = voice.pick(kind_numbers(wish.kind)[name]) + " " + noun
            break
    first = re.sub(r"\{(\w+)\}", lambda slot: slots[slot[1]], noun)
    if rng.random() < 0.1:
        praise = voice.pick(PRAISE)
        noun, first = f"{praise} {noun}", praise
    article = "an" if first[0] in "aeiouAEIOU" else "a"
    text = voice.pick(OPENERS).replace("{noun}", f"{article} {noun}")
    apart = rng.random() < 0.3
    split = rng.randint(0, len(order)) if apart else len(order)
    before, after = order[:split], order[split:]
    for number, name in enumerate(before):
        text += _joint(rng, number, len(before)) + voice.pick(parts_of(wish.kind, name))
    if rng.random() < 0.08:
        text += rng.choice((" ", ", ")) + voice.pick((*CLAUSES, *wish.kind.clauses))
    for name in after:
        wording = voice.pick(sentences_of(wish.kind, name))
        text += ". " + (wording if voice.lower else wording[:1].upper() + wording[1:])
    return voice.say(re.sub(r"(?: and|,)* :", ":", text) + rng.choice(ENDS), slots)


def kind_numbers(kind: Kind) -> dict[str, tuple[str, ...]]:
    """The numbers that may stand before the noun, and how."""
    return {
        name: _named(number.before, name) for name, number in kind.numbers.items() if number.before
    }


def _joint(rng: Random, number: int, count: int) -> str:
    if number == 0:
        return rng.choice((" ", " ", " ", ", "))
    if number == count - 1 and rng.random() < 0.5:
        return " and "
    return rng.choice((" ", " ", ", "))


def slots_of(voice: Voice, kind: Kind, options: Options) -> dict[str, str]:
    """What stands for each slot of the wordings."""
    reset = kind.reset.lower() if voice.lower or voice.rng.random() < 0.7 else kind.reset
    return {
        "title": voice.quoted(options.title),
        "colour": voice.colour(options.colour),
        "subtitle": voice.quoted(options.subtitle),
        "button": voice.quoted(options.button),
        "button_colour": options.button_colour,
        "reset": reset,
        "start": voice.number(options.start),
        "step": voice.number(options.step),
        "text": options.text if kind.text and kind.text.choices else voice.quoted(options.text),
        "items": voice.listed(options.items),
        "many": kind.items.one + "s" * (len(options.items) > 1) if kind.items else "",
    }


def parts_of(kind: Kind, name: str) -> tuple[str, ...]:
    """Wordings of a field that follow the noun."""
    if name in kind.numbers:
        return _named(kind.numbers[name].parts, name)
    if name == "items" and kind.items:
        return widened((*kind.items.parts, *LISTS), MORE_LISTS)
    if name == "text" and kind.text:
        return kind.text.parts
    if name == "title" and kind.items and any("for" in part for part in kind.items.parts):
        return widened(PARTS["title"], TITLES)
    if name == "title":
        return widened((*PARTS["title"], *SUBJECTS), (*TITLES, *MORE_SUBJECTS))
    return PARTS[name]


def sentences_of(kind: Kind, name: str) -> tuple[str, ...]:
    """Wordings of a field that stand alone."""
    if name in kind.numbers:
        return _named(kind.numbers[name].sentences, name)
    if name == "text" and kind.text:
        return kind.text.sentences
    return SENTENCES[name]


def _named(wordings: Sequence[str], name: str) -> tuple[str, ...]:
    return tuple(text.replace("{number}", "{" + name + "}") for text in wordings)


def says(wish: Wish) -> str:
    """The plan: the wish in the one form that the model writes before the code."""
    kind, options = wish.kind, wish.options
    details = {
        "title": f'called "{options.title}"',
        "colour": f"in {options.colour}",
        "dark": "on a dark background",
        "subtitle": f'with the subtitle "{options.subtitle}"',
        "button": f'with the button "{options.button}"',
        "button_colour": f"with a {options.button_colour} button",
        "reset": f"with a {kind.reset} button",
    }
    details |= {name: _number(kind.numbers[name], options, name) for name in kind.numbers}
    if kind.items:
        details["items"] = kind.items.says.format(items=", ".join(f'"{i}"' for i in options.items))
    if kind.text:
        details["text"] = kind.text.says.format(text=f'"{options.text}"')
    told = [details[name] for name in ORDER if name in wish.asked]
    return ", ".join([f"A {kind.name}", *told])


def _number(number: Number, options: Options, name: str) -> str:
    return number.says.format(number=getattr(options, name))


ORDER = (
    "text", "start", "step", "items", "colour", "dark", "title", "subtitle", "button_colour",
    "button", "reset",
)  # fmt: skip
"""Of the plan's details: as the code will need them."""
