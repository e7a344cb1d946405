"""Second questions that only make sense after a first answer."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import sentence
from serve.demo.topic import Intent, Slots, Topic
from serve.demo.topics.smalltalk import RECALL

FIRST = (
    "Tell me something.", "Say something.", "Give me a sentence.", "Write a sentence.",
    "Write something short.", "Say anything.", "Make up a sentence.",
)  # fmt: skip
MORE_JOKE = "What does a model order in a café? A small cup of tokens!"


def said_slots(rng: Random, _held_out: bool) -> Slots:
    """What was asked first, the sentence it was answered with, and that in capitals."""
    said = sentence(rng).capitalize() + "."
    return {"first": rng.choice(FIRST), "said": said, "upper": said.upper()}


SAID = (("{first}", "{said}"),)

AGAIN = Intent(
    name="again",
    ask=(
        "[Say that again|Again|Once more|Repeat that][|.| please]",
        "[Can|Could] you [repeat|say] that[| again]?",
        "What did you [just |]say?",
        "[Pardon|Sorry|Excuse me|What]?",
        "Please repeat your last answer.",
        "Repeat [your answer|it|the last answer][|.]",
        "I did not [hear|read|get] that.",
        "Say it again[|.]",
        "Come again?",
        "Would you say that once more?",
    ),
    answers=("{said}",),
    expect=("{said}",),
    fill=said_slots,
    history=SAID,
)
CAPITALS = Intent(
    name="again in capitals",
    ask=(
        "[Now in|In|And in] [upper case|capital letters|capitals][|.| please]",
        "[Write|Say] [that|it] in [upper case|capital letters|capitals][|.]",
        "[Make|Turn] [it|that] [into |]upper case[|.]",
        "The same in [capitals|upper case][|.]",
        "Can you write that in capital letters?",
        "Now shout it[|!]",
        "Uppercase please",
        "[Rewrite|Repeat] [it|that] in [all caps|upper case|capitals].",
        "Again, but in [capitals|upper case].",
        "Now the same thing in capital letters, please.",
    ),
    answers=("{upper}",),
    expect=("{upper}",),
    fill=said_slots,
    history=SAID,
    weight=1.3,
)

TOPIC = Topic(
    name="follow-ups",
    share=3.0,
    checks=6,
    plain=False,
    intents=(
        Intent(
            name="say something",
            ask=FIRST,
            answers=("The {thing} is {word}.",),
            expect=("The ", "."),
            fill=lambda rng, _: {
                "thing": rng.choice(("sea", "house", "garden", "moon", "tea")),
                "word": rng.choice(("quiet", "blue", "old", "warm", "bright")),
            },
            weight=0.5,
        ),
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
            ask=(
                "[Now in|In|And in] bold[|.| please]",
                "[Write|Say] [that|it] in bold[|.]",
                "Make [it|that] bold[|.]",
                "The same in bold[|.]",
                "Can you write that in bold letters?",
                "[Rewrite|Repeat] [it|that] in bold.",
            ),
            answers=("**{said}**",),
            expect=("**{said}**",),
            fill=said_slots,
            history=SAID,
        ),
        Intent(
            name="what did I say",
            ask=(
                "What did I [say|ask|write][| first| before]?",
                "What was my [question|first question|last question|first message]?",
                "Repeat my question.",
                "Do you remember what I [asked|said|wrote]?",
                "What have I asked you before?",
                "Which question did I ask?",
            ),
            answers=("You wrote: {first}",),
            expect=("{first}",),
            fill=said_slots,
            history=SAID,
        ),
        Intent(
            name="another joke",
            ask=(
                "[Another|Another one|One more|More][|!|.| please]",
                "Tell me another[| one| joke][|.]",
                "Do you know another[| one| joke]?",
                "[Again|Next one][|!|.]",
                "I want one more joke.",
                "Ha ha, [another|more|one more]!",
                "That was [funny|good|bad]. [Another|One more]?",
            ),
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
