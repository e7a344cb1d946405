"""What can be asked of an app."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

COLOURS = (
    "red", "orange", "yellow", "lime", "green", "teal",
    "cyan", "blue", "indigo", "purple", "pink", "brown",
)  # fmt: skip
DEFAULT_COLOUR = "blue"


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that an app of some kind may differ in; a kind uses some of it.

    `start` and `step` are its two numbers, `text` its one longer text, `items` its list, `reset`
    whether it has a second button that begins anew.
    """

    title: str
    colour: str = DEFAULT_COLOUR
    subtitle: str = ""
    dark: bool = False
    button: str = ""
    button_colour: str = ""
    reset: bool = False
    start: int = 0
    step: int = 1
    text: str = ""
    items: tuple[str, ...] = ()

    def having(self, **changes: Any) -> Options:
        """With other values of these fields."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a request may name, with wordings that hold `{number}`.

    `says` is how the plan states it, `parts` follow the app's noun, `before` stands before it,
    `sentences` ask for a change. `zeroes` is the number that is 0 where only this one is named.
    """

    low: int
    high: int
    says: str
    parts: tuple[str, ...]
    sentences: tuple[str, ...]
    before: tuple[str, ...] = ()
    zeroes: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list that a request may name: how it is said, with `{items}`, and what one is called."""

    says: str
    one: str
    parts: tuple[str, ...]
    fewest: int = 1
    most: int = 3


@dataclass(frozen=True, slots=True)
class Text:
    """A longer text that a request may name, with `{text}` in its wordings."""

    says: str
    one: str
    parts: tuple[str, ...]
    sentences: tuple[str, ...]
    choices: tuple[str, ...] = ()
    """The only texts there are; none means any words, `#` the code of any colour."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of app: how people call it, what may be asked of it, and its code.

    `render` gives src/App.tsx. `shows` are the words beside title, subtitle, label and items that
    its page has at first.
    """

    name: str
    nouns: tuple[str, ...]
    defaults: Options
    why: str
    render: Callable[[Options], str]
    shows: Callable[[Options], list[str]] = field(default=lambda _: [])
    numbers: Mapping[str, Number] = field(default_factory=dict)
    items: Items | None = None
    text: Text | None = None
    reset: str = ""
    """The label of the second button; empty where there is none."""
    items_shown: bool = True
    clauses: tuple[str, ...] = ()
    """What people say of it that changes nothing here."""
