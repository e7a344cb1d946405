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
                "[Could|Can|Would] you [show|write|draw|give|make] [me |]a [|small |simple "
                "|Markdown ]table[| of fruits| with fruits| with three rows]?",
                "I [want|need] [a|a small|to see a|an example of a] table[|.| with some fruits.]",
                "[Please|Now] [show|make|draw|write] [me |]a [small |Markdown |]table[|.]",
                "A [small|simple|Markdown|little] table[|, please][|.]",
                "A table [with|of] [some |]fruits[|, please][|.]",
                "Is it possible to [make|write|show|draw] [a table|tables|a Markdown table]?",
                "[What|How] does a table look[| like][| in Markdown]?",
                "[Do you know|Can you explain] how to [write|make|draw] a table?",
                "[Show|Give] me [some fruits|fruits and colours|three fruits] in a table[|.]",
                "[Table|Markdown table|Example of a table][|, please][|.]",
                "How are tables [written|made|shown][| in Markdown]?",
                "Put some fruits [in|into] a table[|.]",
                "Are tables [possible|supported]?",
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
                "[Make|Write|Create|Give me|Show me] a [bullet list|list with bullets|bulleted "
                "list] [of|with|for] {items}[|.]",
                "[Put|Show|Please write] {items} [in|as] bullet points[|.]",
                "[Could|Can|Would] you [put|write|turn|list] {items} [into|as|in] [bullet "
                "points|bullets|a bullet list]?",
                "[Bullets|Bullet points|A bullet list|Dots] [for|of|with] {items}[|.]",
                "I [want|would like] {items} [as|in] [bullet points|bullets|a bullet list|a list "
                "with bullets][|.]",
                "{items} [as|in|with] [bullet points|bullets|a bullet list][|.|, please]",
                "[Put|Turn] these into [bullet points|bullets|a bullet list]: {items}",
                "[A|One] bullet for each of [these|them]: {items}",
                "I need [bullets|bullet points|a bullet list] [for|of|with] {items}[|.]",
                "Is it possible to show {items} as bullet points?",
                "[Use|With] bullets: {items}",
                "Please make a list with bullets out of {items}[|.]",
                "List {items} with bullets[|.|, please.]",
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
                "[Put|Show] {items} in a [numbered list|list with numbers][|.|, please.]",
                "[Could|Can|Would] you [put|write|turn] {items} [into|as|in] a [numbered "
                "list|list with numbers]?",
                "[Numbers|A numbered list|A list with numbers] [for|of|with] {items}[|.]",
                "I [want|would like] {items} [as|in] a [numbered list|list with numbers][|.]",
                "[Make|Write|Create|Give me|Show me] a [list with numbers|numbered list] "
                "[with|for|from] {items}[|.]",
                "[Number|Enumerate|Please number] {items}[| for me| from one][|.]",
                "{items} [as|in] a [numbered list|list with numbers][|.|, please]",
                "[Put|Turn] these into a [list with numbers|numbered list]: {items}",
                "[Could|Can|Would] you [number|enumerate] {items}[| for me]?",
                "I need [numbers|a numbered list|a list with numbers] [for|with] {items}[|.]",
                "Is it possible to show {items} as a numbered list?",
                "[Use|With] numbers: {items}",
                "Please make a [numbered list|list with numbers] out of {items}[|.]",
                "List these with numbers: {items}",
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
                "[Could|Can|Would] you [make|write|put|show] [|the word ]{word} [in bold|in bold "
                "letters]?",
                "[Make|Write|Put|Show] the [word|words|text] {word} [in bold|in bold letters][|.]",
                "Make the [word|words|text] {word} bold[|.|, please.]",
                "[Could|Can|Would] you [please |]make [|the word |the words ]{word} bold?",
                "I [need|would like] [|the word |the words ]{word} [in bold|in bold letters|to "
                "be bold][|.]",
                "Bold {word}[|, please][|.]",
                "[Please|Now] [write|put|show] [|the word |the words ]{word} in bold[| "
                "letters][|.]",
                "[Please|Now] make {word} bold[|.]",
                "[Use|With] bold [for|letters for] [|the word ]{word}[|.]",
                "The [word|words] {word}[,|] in bold[| letters][|, please][|.]",
                "Is it possible to [write|show] {word} in bold?",
                "What does {word} look like in bold[| letters]?",
                "Turn {word} into bold[| letters| text][|.]",
                "Give me {word} in bold[| letters][|.]",
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
                "Italic {word}[|, please][|.]",
                "[Make|Write|Put|Show] the [word|words|text] {word} [in italics|in italic "
                "letters][|.]",
                "Make the [word|words|text] {word} italic[|.|, please.]",
                "[Could|Can|Would] you [make|write|put|show] [|the word ]{word} [in italic|in "
                "italic letters]?",
                "[Could|Can|Would] you [please |]make [|the word |the words ]{word} italic?",
                "I [need|would like] [|the word |the words ]{word} [in italics|in italic "
                "letters|to be italic][|.]",
                "[Please|Now] [write|put|show] [|the word |the words ]{word} in [italics|italic "
                "letters][|.]",
                "[Please|Now] make {word} italic[|.]",
                "[Use|With] [italics|italic letters] for [|the word ]{word}[|.]",
                "The [word|words] {word}[,|] in [italics|italic letters][|, please][|.]",
                "Is it possible to [write|show] {word} in italics?",
                "What does {word} look like in [italics|italic letters]?",
                "Turn {word} into [italics|italic letters|italic text][|.]",
                "Give me {word} in [italics|italic letters][|.]",
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
                "[Could|Would] you [show|give|write] [me |]an example [of|with] "
                "[Markdown|Markdown formatting|formatting]?",
                "[Could|Can] you [show|demonstrate|write|explain] [Markdown|formatting|some "
                "formatting][| to me]?",
                "I [want|need|would like] to [see|try] [Markdown|an example of Markdown|some "
                "formatting][|.]",
                "[Give|Write|Show] me [an example|a text|something] [with|in] "
                "[Markdown|formatting|Markdown formatting][|.]",
                "Is [Markdown|formatting] [possible|supported|shown|rendered][| here]?",
                "What can [Markdown|Markdown formatting] do?",
                "[Which|What] [formatting|kinds of formatting] [can you do|is possible|is there]?",
                "[Markdown|Formatting|Markdown example|Example of formatting][|, please][|.]",
                "How does [Markdown|formatting] [work|look]?",
                "Is it possible to [use|write|format with] Markdown[| here]?",
                "How [can|do] I use [Markdown|formatting]?",
                "Do you [know|write|speak|understand] Markdown?",
                "Show me [all kinds of|some|your] formatting[|.]",
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
                "[Could|Can|Would] you [write|compose|make|tell|give] [me |]a [poem|short "
                "poem|rhyme|verse|haiku][| for me]?",
                "I [need|would like] [a poem|a short rhyme|to hear a poem|a verse][|.]",
                "[Please|Now] [write|compose|make] [me |]a [poem|rhyme|short rhyme|verse][|.]",
                "[Say|Write] something that rhymes[|.]",
                "[Poem|Poetry|Rhyme|A haiku][|, please][|.|!]",
                "[Compose|Invent|Make up] a [poem|rhyme|short rhyme|verse][| for me][|.]",
                "Can you [rhyme|be a poet]?",
                "[Read|Recite|Show] me [a poem|one of your poems][|.]",
                "Is it possible to [get|have] a poem?",
                "I [like|love] [poems|poetry|rhymes]. [Write one|Do you know one][|.|?]",
                "A [short |little |][poem|rhyme|verse][| for me][|, please][|.]",
                "Make me a rhyme[|.]",
            ),
            answers=(
                "A little token, all alone,\nwas looking for a rhyme.\n"
                "It found another of its own,\nthen one more, every time.",
            ),
            expect=("A little token",),
        ),
    ),
)
