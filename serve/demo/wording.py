"""Small changes to a question that leave its meaning: what people's typing does to it."""

from __future__ import annotations

from random import Random

OPENERS = (
    "Please ", "Hey, ", "Hi, ", "Hello! ", "Hi! ", "Ok, ", "So, ", "Quick question: ",
    "One question: ", "Tell me, ", "And ", "Now, ", "Well, ", "Um, ", "Another thing: ",
)  # fmt: skip
CLOSERS = (" please", ", please", " Thanks.", " thanks!", " Thank you!", " :)", "...", "!", "??")


def retype(rng: Random, question: str) -> str:
    """The same question as another person might type it."""
    if rng.random() < 0.18:
        opener = rng.choice(OPENERS)
        question = opener + (question[:1].lower() + question[1:] if "!" not in opener else question)
    if rng.random() < 0.08:
        question = question.rstrip("?.!") + rng.choice(CLOSERS)
    if rng.random() < 0.2:
        question = question.lower()
    if rng.random() < 0.15:
        question = question.rstrip("?.!")
    if rng.random() < 0.08:
        question = mistype(rng, question)
    return question


def mistype(rng: Random, text: str) -> str:
    """Drop, double or swap one letter, past the first word's first letter."""
    places = [i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i + 1].isalpha()]
    if not places:
        return text
    i = rng.choice(places)
    middle = rng.choice((text[i + 1], text[i] * 2 + text[i + 1], text[i + 1] + text[i]))
    return text[:i] + middle + text[i + 2 :]
