"""Second questions that only make sense after a first answer."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import sentence
from serve.demo.topic import Intent, Slots, Topic, choose, wordings
from serve.demo.topics.smalltalk import RECALL

FIRST = wordings("followups", "first")  # fmt: skip
DICTATED = ("Say this: ", "Write: ", "Say ", "Please write: ", "Repeat after me: ")
MORE_JOKE = "What does a model order in a café? A small cup of tokens!"


SOMETHING = Intent(
    name="say something",
    ask=FIRST,
    answers=("The {thing} is {word}.",),
    expect=("The ", "."),
    fill=lambda rng, _: {
        "thing": rng.choice(("sea", "house", "garden", "moon", "tea")),
        "word": rng.choice(("quiet", "blue", "old", "warm", "bright")),
    },
    weight=0.5,
)


def said_slots(rng: Random, held_out: bool) -> Slots:
    """What was asked first, the sentence it was answered with, and that in capitals."""
    said = sentence(rng).capitalize() + "."
    asked = choose(rng, rng.choice(SOMETHING.wordings(held_out)))
    first = asked if rng.random() < 0.5 else rng.choice(DICTATED) + said
    return {"first": first, "said": said, "upper": said.upper()}


SAID = (("{first}", "{said}"),)

AGAIN = Intent(
    name="again",
    ask=wordings("followups", "again"),
    answers=("{said}",),
    expect=("{said}",),
    fill=said_slots,
    history=SAID,
)
CAPITALS = Intent(
    name="again in capitals",
    ask=wordings("followups", "again in capitals"),
    answers=("{upper}",),
    expect=("{upper}",),
    fill=said_slots,
    history=SAID,
    weight=1.3,
)

TOPIC = Topic(
    name="follow-ups",
    share=6.0,
    checks=6,
    plain=False,
    intents=(
        SOMETHING,
        AGAIN,
        CAPITALS,
        Intent(
            name="name not told",
            ask=RECALL,
            answers=("You have not told me your name yet.",),
            expect=("not told me",),
            weight=0.7,
        ),
        Intent(
            name="again in bold",
            ask=wordings("followups", "again in bold"),
            answers=("**{said}**",),
            expect=("**{said}**",),
            fill=said_slots,
            history=SAID,
        ),
        Intent(
            name="what did I say",
            ask=wordings("followups", "what did I say"),
            answers=("You wrote: {first}",),
            expect=("{first}",),
            fill=said_slots,
            history=SAID,
        ),
        Intent(
            name="another joke",
            ask=wordings("followups", "another joke"),
            answers=(MORE_JOKE,),
            expect=("cup of tokens",),
            history=(
                (
                    "Tell me a joke.",
                    "Why did the token go to school? It wanted to become a whole word!",
                ),
            ),
        ),
    ),
)
