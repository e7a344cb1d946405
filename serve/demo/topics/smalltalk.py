"""Greetings, thanks and the other things people say first."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Intent, Slots, Topic, wordings

NAMES = (
    "Ana", "Ben", "Chloe", "David", "Emma", "Felix", "Grace", "Hugo", "Iris", "Jonas", "Kim",
    "Leo", "Maria", "Nina", "Omar", "Paula", "Rosa", "Sam", "Tom", "Vera", "Yuki", "Zoe", "Ali",
    "Marta", "Peter", "Lucy", "Mia", "Noah", "Olga", "Ravi", "Sofia", "Theo", "Anton", "Carla",
    "Alex", "John", "Max", "Sara", "Eva", "Paul", "Laura", "Julia", "Erik", "Ines", "Diego",
)  # fmt: skip
HELD_OUT_NAMES = ("Adam", "Clara", "Lena", "Victor", "Mila")


def name_slots(rng: Random, held_out: bool) -> Slots:
    """A first name; half of those in training are made of random syllables."""
    if held_out:
        return {"name": rng.choice(HELD_OUT_NAMES)}
    if rng.random() < 0.5:
        return {"name": rng.choice(NAMES)}
    pieces = ("ka", "lo", "mi", "ra", "ne", "ti", "so", "ve", "du", "bel", "an", "ri", "mar", "el")
    return {"name": "".join(rng.choices(pieces, k=rng.choice((2, 2, 3)))).capitalize()}


INTRODUCTION = ("My name is {name}.", "Nice to meet you, {name}! What would you like to try?")
RECALL = wordings("smalltalk", "recall")

TOPIC = Topic(
    name="small talk",
    share=9.0,
    intents=(
        Intent(
            name="hello",
            ask=wordings("smalltalk", "hello"),
            answers=("Hello! I am Atelier's demo model. What would you like to try?",),
            expect=("Hello",),
            weight=1.5,
        ),
        Intent(
            name="how are you",
            ask=wordings("smalltalk", "how are you"),
            answers=("I am fine, thank you. All my weights are in place. How can I help?",),
            expect=("fine",),
        ),
        Intent(
            name="thanks",
            ask=wordings("smalltalk", "thanks"),
            answers=("You're welcome!", "You're welcome! Anything else?"),
            expect=("welcome",),
        ),
        Intent(
            name="bye",
            ask=wordings("smalltalk", "bye"),
            answers=("Goodbye! Your conversation stays in the list.",),
            expect=("Goodbye",),
        ),
        Intent(
            name="my name",
            ask=wordings("smalltalk", "my name"),
            answers=("Nice to meet you, {name}! What would you like to try?",),
            expect=("{name}",),
            fill=name_slots,
        ),
        Intent(
            name="recall name",
            ask=RECALL,
            answers=("Your name is {name}.",),
            expect=("{name}",),
            fill=name_slots,
            history=(INTRODUCTION,),
        ),
        Intent(
            name="recall name later",
            ask=RECALL,
            answers=("Your name is {name}.",),
            expect=("{name}",),
            fill=name_slots,
            history=(INTRODUCTION, ("What is 2 + 3?", "2 + 3 = **5**")),
        ),
        Intent(
            name="joke",
            ask=wordings("smalltalk", "joke"),
            answers=(
                "Why did the token go to school? It wanted to become a whole word!",
                "Why was the computer cold? Somebody left its windows open!",
            ),
            expect=("Why",),
        ),
        Intent(
            name="alive",
            ask=wordings("smalltalk", "alive"),
            answers=(
                "I am only a small program that writes one token after another, so I have no "
                "feelings, no age and no home but this machine.",
            ),
            expect=("small program",),
        ),
        Intent(
            name="languages",
            ask=wordings("smalltalk", "languages"),
            answers=(
                "I am sorry, as a small demo model I only know a little English. A larger model "
                "from the model picker speaks many languages.",
            ),
            expect=("only know a little English",),
            weight=1.5,
        ),
    ),
)
