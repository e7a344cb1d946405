"""Answers that show what Markdown can do: tables, lists, bold, quotes, headings."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import ADJECTIVES, ANIMALS, THINGS
from serve.demo.topic import Intent, Slots, Topic, wordings


def item_slots(rng: Random, _held_out: bool) -> Slots:
    """Three to five things, inline and as Markdown lists."""
    items = rng.sample(THINGS + ANIMALS, k=rng.choice((3, 3, 4, 5)))
    bullets = "\n".join(f"- {item}" for item in items)
    numbers = "\n".join(f"{i}. {item}" for i, item in enumerate(items, 1))
    last = rng.choice((" and ", ", "))
    inline = ", ".join(items[:-1]) + last + items[-1]
    return {"items": inline, "bullets": bullets, "numbers": numbers}


def word_slots(rng: Random, _held_out: bool) -> Slots:
    """One or two words."""
    word = rng.choice(THINGS + ANIMALS)
    return {"word": f"{rng.choice(ADJECTIVES)} {word}" if rng.random() < 0.4 else word}


TOPIC = Topic(
    name="Markdown",
    share=4.5,
    checks=8,
    intents=(
        Intent(
            name="table",
            ask=wordings("markdown", "table"),
            answers=(
                "| Fruit | Colour | Taste |\n|---|---|---|\n| Apple | red | sweet |\n"
                "| Lemon | yellow | sour |\n| Plum | blue | sweet |",
            ),
            expect=("|---|", "| Lemon |"),
            weight=1.5,
        ),
        Intent(
            name="bullets",
            ask=wordings("markdown", "bullets"),
            answers=("{bullets}",),
            expect=("{bullets}",),
            fill=item_slots,
            weight=1.5,
        ),
        Intent(
            name="numbered",
            ask=wordings("markdown", "numbered"),
            answers=("{numbers}",),
            expect=("{numbers}",),
            fill=item_slots,
            weight=1.5,
        ),
        Intent(
            name="bold",
            ask=wordings("markdown", "bold"),
            answers=("**{word}**",),
            expect=("**{word}**",),
            fill=word_slots,
        ),
        Intent(
            name="italic",
            ask=wordings("markdown", "italic"),
            answers=("*{word}*",),
            expect=("*{word}*",),
            fill=word_slots,
        ),
        Intent(
            name="markdown tour",
            ask=wordings("markdown", "markdown tour"),
            answers=(
                "## Markdown in short\n\nText may be **bold**, *italic* or `code`.\n\n"
                "> A quote stands apart.\n\n1. First\n2. Second\n\n"
                '```python\nprint("Code is coloured")\n```',
            ),
            expect=("**bold**", "*italic*"),
        ),
        Intent(
            name="poem",
            ask=wordings("markdown", "poem"),
            answers=(
                "A little token, all alone,\nwas looking for a rhyme.\n"
                "It found another of its own,\nthen one more, every time.",
            ),
            expect=("A little token",),
        ),
    ),
)
