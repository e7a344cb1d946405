"""Simple sentences to rewrite, repeat or shorten; some words are made of random syllables."""

from __future__ import annotations

from random import Random

ANIMALS = (
    "cat", "dog", "bird", "horse", "fox", "mouse", "bear", "duck", "cow", "goat", "lion", "frog",
)  # fmt: skip
PEOPLE = (
    "teacher", "child", "farmer", "doctor", "king", "baker", "driver", "girl", "boy", "neighbour",
    "painter", "sailor", "student", "friend", "nurse", "pilot",
)  # fmt: skip
VERBS = (
    "sees", "likes", "finds", "carries", "buys", "paints", "wants", "hides", "watches", "brings",
    "cleans", "forgets", "opens", "needs", "loves", "loses",
)  # fmt: skip
THINGS = (
    "book", "house", "apple", "car", "letter", "tree", "lamp", "chair", "boat", "garden", "cake",
    "door", "river", "table", "bag", "ball", "window", "train", "song", "hat", "key", "picture",
    "phone", "cup", "clock", "bridge", "box", "shoe", "computer", "bicycle",
)  # fmt: skip
ADJECTIVES = (
    "small", "big", "old", "new", "red", "green", "quiet", "happy", "cold", "warm", "blue",
    "young", "heavy", "bright", "clean", "yellow", "strange", "soft", "white", "black",
)  # fmt: skip
PLACES = (
    "in the garden", "at home", "on the hill", "near the sea", "in the city", "after lunch",
    "every day", "in the morning", "at night", "by the river", "on Monday", "at the station",
    "in the kitchen", "before dinner", "today", "in winter",
)  # fmt: skip
OWN = ("my", "the", "your", "our", "his", "her", "a", "this", "that")
SYLLABLES = (
    "ba", "ko", "li", "mu", "ne", "po", "ra", "su", "ti", "vo", "zan", "der", "fil", "gor", "han",
    "jus", "kel", "lop", "mar", "nit", "pix", "quo", "rus", "sto", "tri", "wex", "yam", "ch", "s",
)  # fmt: skip


def word(rng: Random, known: tuple[str, ...]) -> str:
    """One of the known words, or now and then one that does not exist."""
    if rng.random() < 0.12:
        return "".join(rng.choices(SYLLABLES, k=rng.randint(1, 3)))
    return rng.choice(known)


def noun(rng: Random) -> str:
    """An animal, a person or a thing with its article."""
    known = rng.choice((ANIMALS, PEOPLE, THINGS))
    adjective = word(rng, ADJECTIVES) + " " if rng.random() < 0.4 else ""
    return f"{rng.choice(OWN)} {adjective}{word(rng, known)}"


def sentence(rng: Random) -> str:
    """A sentence in lower case without a full stop, 3 to 12 words."""
    kind = rng.random()
    if kind < 0.6:
        place = " " + rng.choice(PLACES) if rng.random() < 0.5 else ""
        return f"{noun(rng)} {word(rng, VERBS)} {noun(rng)}{place}"
    if kind < 0.75:
        return f"{noun(rng)} is {word(rng, ADJECTIVES)}"
    if kind < 0.88:
        return f"{rng.choice(('i', 'we', 'they', 'you'))} {action(rng)} {rng.choice(PLACES)}"
    greeting = ("hello", "good morning", "good night", "happy birthday", "welcome", "see you soon")
    return f"{rng.choice(greeting)} {rng.choice(('world', 'everyone', 'my friend', 'to you all'))}"


def jumble(rng: Random, most: int) -> str:
    """2 to `most` words without any sense: saying them again takes copying, not knowing."""
    known = ANIMALS + PEOPLE + VERBS + THINGS + ADJECTIVES + PLACES + OWN
    return " ".join(word(rng, known) for _ in range(rng.randint(2, most)))


def action(rng: Random) -> str:
    """A verb in its plain form with its object."""
    plain = (
        "open", "close", "bring", "clean", "buy", "paint", "find", "carry", "give me", "show me",
        "send me", "fix", "wash", "sell", "move", "check",
    )  # fmt: skip
    return f"{rng.choice(plain)} {noun(rng)}"
