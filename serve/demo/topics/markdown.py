"""Answers that show what Markdown can do: tables, lists, bold, quotes, headings."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import ADJECTIVES, ANIMALS, THINGS
from serve.demo.topic import Intent, Slots, Topic


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
            ask=(
                "[Make|Show me|Write|Give me|Draw] a [|Markdown |small |simple ]table.",
                "Can you make a [|Markdown ]table?",
                "[Show|Write] an example of a table.",
                "How does a Markdown table look?",
                "I would like to see a table.",
                "[Make|Write] a table of [fruits|fruits and colours|three fruits].",
                "How do I write a table in Markdown?",
                "A table, please.",
                "Table example?",
                "Could you show a table with some fruits?",
            ),
            answers=(
                "| Fruit | Colour | Taste |\n|---|---|---|\n| Apple | red | sweet |\n"
                "| Lemon | yellow | sour |\n| Plum | blue | sweet |",
            ),
            expect=("|---|", "| Lemon |"),
            weight=1.5,
        ),
        Intent(
            name="bullets",
            ask=(
                "Make a [list|bullet list|bulleted list] of {items}.",
                "[Turn|Put|Write] {items} [into|in|as] a [bullet list|list with bullets].",
                "[Bullet list|Bullet points|List]: {items}",
                "List these[| with bullets]: {items}",
                "Write these as bullet points: {items}",
                "Make bullet points of {items}.",
                "I need {items} as a bullet list.",
                "Can you make bullets out of {items}?",
                "Bullets for {items}, please.",
                "Please put {items} into bullet points.",
            ),
            answers=("{bullets}",),
            expect=("{bullets}",),
            fill=item_slots,
            weight=1.5,
        ),
        Intent(
            name="numbered",
            ask=(
                "Make a numbered list of {items}.",
                "[Number|Enumerate] these: {items}",
                "[Put|Write] {items} [into|in|as] a numbered list.",
                "Numbered list: {items}",
                "Write these as a numbered list: {items}",
                "[Turn|Make] {items} into a numbered list.",
                "I need {items} as a numbered list.",
                "List {items} with numbers.",
                "Number {items}.",
                "Please put {items} into a list with numbers.",
            ),
            answers=("{numbers}",),
            expect=("{numbers}",),
            fill=item_slots,
            weight=1.5,
        ),
        Intent(
            name="bold",
            ask=(
                "Write {word} in bold[|.]",
                "Make {word} bold[|.]",
                "[Bold|In bold]: {word}",
                "[Put|Show] {word} in bold[| letters].",
                "Show me {word} in bold letters.",
                "Can you write {word} in bold?",
                "{word} in bold[|, please]",
                "I want {word} in bold.",
                "How does {word} look in bold?",
                "Please make the word {word} bold.",
            ),
            answers=("**{word}**",),
            expect=("**{word}**",),
            fill=word_slots,
        ),
        Intent(
            name="italic",
            ask=(
                "Write {word} in [italics|italic].",
                "Make {word} italic[|.]",
                "[Italic|In italics]: {word}",
                "[Put|Show] {word} in [italics|italic letters].",
                "Show me {word} in italic letters.",
                "Can you write {word} in italics?",
                "{word} in italics[|, please]",
                "I want {word} in italics.",
                "How does {word} look in italics?",
                "Please make the word {word} italic.",
            ),
            answers=("*{word}*",),
            expect=("*{word}*",),
            fill=word_slots,
        ),
        Intent(
            name="markdown tour",
            ask=(
                "What is Markdown?",
                "Which Markdown [can you write|do you know|is supported]?",
                "[Show|Demonstrate] [me |]Markdown.",
                "Does Atelier [show|render|support] Markdown?",
                "Show me what Markdown can do.",
                "Can I use Markdown[| here]?",
                "Give me [an example of|some] Markdown.",
                "[Show me|Write] a text with [headings|all kinds of formatting].",
                "How do I format text?",
                "Can you give an example with Markdown formatting?",
            ),
            answers=(
                "## Markdown in short\n\nText may be **bold**, *italic* or `code`.\n\n"
                "> A quote stands apart.\n\n1. First\n2. Second\n\n"
                '```python\nprint("Code is coloured")\n```',
            ),
            expect=("**bold**", "*italic*"),
        ),
        Intent(
            name="poem",
            ask=(
                "Write [me |]a [poem|short poem|rhyme|haiku].",
                "[Tell|Give] me a poem[|.| please]",
                "Can you write [a poem|poems|poetry]?",
                "I want [a poem|to read a poem].",
                "Do you know a poem?",
                "A poem[|, please][|.|!]",
                "[Make|Compose] a [little |]poem.",
                "Write a poem about [computers|a token|the night|a machine].",
                "Are you a poet?",
                "Could you compose a short rhyme for me?",
            ),
            answers=(
                "A little token, all alone,\nwas looking for a rhyme.\n"
                "It found another of its own,\nthen one more, every time.",
            ),
            expect=("A little token",),
        ),
    ),
)
