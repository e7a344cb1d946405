"""Everything else: saying plainly that a small demo model cannot help with it."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import SYLLABLES, sentence
from serve.demo.strangers import HELD_OUT_SUBJECTS, HELD_OUT_WHOLE, SUBJECTS, WHOLE
from serve.demo.topic import Intent, Slots, Topic, wordings

SORRY = (
    "I am only a small demo model and do not know enough to answer that. Choose a larger model "
    "in the model picker, or set `ANTHROPIC_API_KEY` or `OPENAI_API_KEY` and restart."
)
UNCLEAR = (
    "I did not understand that. I am only a small demo model: try a question about Atelier, or "
    "a small sum such as 12 + 7."
)


def subject_slots(rng: Random, held_out: bool) -> Slots:
    """Something that no other topic is about; in training often a word that does not exist."""
    if not held_out and rng.random() < 0.3:
        return {"x": made_up(rng)}
    return {"x": rng.choice(HELD_OUT_SUBJECTS if held_out else SUBJECTS)}


def made_up(rng: Random) -> str:
    """A name of one or two words out of syllables."""
    words = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(rng.randint(1, 2))]
    name = " ".join(words) + rng.choice(("", "", "s", "ing", "ism", "ics", "er"))
    return rng.choice(("", "", "", "the ", "a ")) + rng.choice((name, name, name.title()))


def whole_slots(rng: Random, held_out: bool) -> Slots:
    """A whole question that fits no template."""
    return {"whole": rng.choice(HELD_OUT_WHOLE if held_out else WHOLE)}


def gibberish_slots(rng: Random, _held_out: bool) -> Slots:
    """Keys hit at random, lone signs, or meaningless syllables."""
    kind = rng.randrange(5)
    if kind == 0:
        return {"noise": "".join(rng.choices("asdfjklqwertyuiopzxcvbnmgh", k=rng.randint(2, 12)))}
    if kind == 1:
        return {"noise": rng.choice("?!.,;:-_#*+~^&/\\|<>()") * rng.randint(1, 5)}
    if kind == 2:
        row = rng.choice(("asdf", "qwerty", "jkl", "zxcv", "hjkl", "uiop", "fdsa", "asd", "lkj"))
        return {"noise": row * rng.randint(1, 4)}
    if kind == 3:
        pieces = ("bla", "foo", "bar", "hm", "uh", "lorem", "ipsum", "baz", "xyz", "qux", "ugh")
        return {"noise": " ".join(rng.choices(pieces, k=rng.randint(1, 4)))}
    digits = "".join(rng.choices("0123456789", k=rng.randint(1, 12)))
    return {"noise": rng.choice((digits, rng.choice("🙂🚀🔥😀❤👍🎉🐱") * rng.randint(1, 3)))}


def pasted_slots(rng: Random, _held_out: bool) -> Slots:
    """A text of 2 to 30 sentences, as somebody may paste it."""
    ends = (". ", ". ", "! ", ".\n", "; ")
    count = rng.choice((2, 3, 4, 5, 8, 12, 30))
    parts = [sentence(rng).capitalize() + rng.choice(ends) for _ in range(count)]
    return {"text": "".join(parts).strip()}


TOPIC = Topic(
    name="out of depth",
    share=9.0,
    checks=25,
    intents=(
        Intent(
            name="unknown subject",
            ask=wordings("unknown", "unknown subject"),
            answers=(SORRY,),
            expect=("demo model",),
            fill=subject_slots,
            weight=4.0,
        ),
        Intent(
            name="unknown question",
            ask=("{whole}", "{whole}", "{whole}", "{whole}", "{whole}"),
            answers=(SORRY,),
            expect=("demo model",),
            fill=whole_slots,
            weight=2.0,
        ),
        Intent(
            name="pasted text",
            ask=(
                "{text}",
                "[Summarise|Explain|Analyse] this[| text]:[| |\n\n]{text}",
                "[What do you think about|What is wrong with|Is it true] this: {text}",
                "{text}\n\n[What does it mean|Summarise it|Who is meant here|What now]?",
                "Please read this and tell me what it is about: {text}",
                "{text} [What do you think|Do you agree|And then|Why]?",
                "[Can|Could] you [summarise|explain|check|shorten] [this text|this article|what "
                "follows]: {text}",
                "[Tell me|I want to know|I need to know] what this [means|is about|says]: {text}",
                "[Here is|This is|I found] a text[|.|, please read it.]\n\n{text}",
                "{text}\n\n[Please summarise this.|Tell me what it is about.|What is the main "
                "point?|Is that right?]",
                "[Read|Look at|Comment on] [this|the following text][|, please]: {text}",
                "[What is the main point of|Who wrote|Where does this come from:|Do you like] "
                "this: {text}",
                "I have a question on this text: {text}",
                "{text} [Please explain.|Tell me more.|What is this?|Can you help?]",
                "What [follows from|can I learn from|do you make of] this[| text]? {text}",
                "[My friend|Somebody|A colleague] wrote this to me: {text}",
            ),
            answers=(SORRY,),
            expect=("demo model",),
            fill=pasted_slots,
            weight=0.5,
        ),
        Intent(
            name="gibberish",
            ask=("{noise}",) * 5,
            answers=(UNCLEAR,),
            expect=("did not understand||demo model",),
            fill=gibberish_slots,
            weight=1.2,
        ),
        Intent(
            name="clock and news",
            ask=wordings("unknown", "clock and news"),
            answers=(
                "I cannot know that: I am a small demo model with no clock and no connection to "
                "the internet.",
            ),
            expect=("no clock",),
        ),
    ),
)
