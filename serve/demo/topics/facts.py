"""A handful of facts that everybody tries first."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Intent, Slots, Topic

CAPITALS = {
    "France": "Paris", "Germany": "Berlin", "Italy": "Rome", "Spain": "Madrid",
    "Portugal": "Lisbon", "Japan": "Tokyo", "China": "Beijing", "India": "New Delhi",
    "Egypt": "Cairo", "Kenya": "Nairobi", "Canada": "Ottawa", "Brazil": "Brasília",
    "England": "London", "Ireland": "Dublin", "Norway": "Oslo", "Sweden": "Stockholm",
    "Greece": "Athens", "Austria": "Vienna", "Poland": "Warsaw", "Peru": "Lima",
    "Australia": "Canberra", "Russia": "Moscow", "Finland": "Helsinki", "Denmark": "Copenhagen",
    "the United States": "Washington, D.C.", "Mexico": "Mexico City", "Argentina": "Buenos Aires",
}  # fmt: skip
OPPOSITES = {
    "hot": "cold", "big": "small", "up": "down", "left": "right", "day": "night", "fast": "slow",
    "happy": "sad", "old": "young", "open": "closed", "light": "dark", "good": "bad",
    "high": "low", "early": "late", "empty": "full", "hard": "soft", "long": "short",
    "rich": "poor", "strong": "weak", "true": "false", "wet": "dry",
}  # fmt: skip
COLOURS = {
    "the sky": "blue", "grass": "green", "snow": "white", "a banana": "yellow", "coal": "black",
    "blood": "red", "a lemon": "yellow", "milk": "white", "a carrot": "orange",
    "the sea": "blue", "the sun": "yellow", "a tomato": "red", "a leaf": "green",
}  # fmt: skip


def capital_slots(rng: Random, _held_out: bool) -> Slots:
    """A country and its capital."""
    country, city = rng.choice(sorted(CAPITALS.items()))
    return {"country": country, "city": city}


def opposite_slots(rng: Random, _held_out: bool) -> Slots:
    """A word and its opposite, either way round."""
    pair = rng.choice(sorted(OPPOSITES.items()))
    word, other = pair if rng.random() < 0.7 else pair[::-1]
    return {"word": word, "other": other}


def colour_slots(rng: Random, _held_out: bool) -> Slots:
    """A thing and its colour."""
    thing, colour = rng.choice(sorted(COLOURS.items()))
    return {"thing": thing, "colour": colour, "sentence": f"{thing} is {colour}".capitalize()}


TOPIC = Topic(
    name="facts",
    share=1.5,
    checks=10,
    intents=(
        Intent(
            name="capital",
            ask=(
                "What is the capital of {country}?",
                "Capital of {country}?",
                "[Name|Tell me] the capital of {country}.",
                "Which city is the capital of {country}?",
                "Do you know the capital of {country}?",
                "What's the capital [city |]of {country}?",
                "{country}: capital?",
                "What is {country}'s capital?",
                "Can you tell me which city is {country}'s capital?",
                "The capital of {country} is called what?",
            ),
            answers=("The capital of {country} is **{city}**.",),
            expect=("{city}",),
            fill=capital_slots,
            weight=1.5,
        ),
        Intent(
            name="opposite",
            ask=(
                "What is the opposite of {word}?",
                "Opposite of {word}?",
                "[Tell me|Give me|Name] the opposite of {word}.",
                "What word is the opposite of {word}?",
                "Which word means the opposite of {word}?",
                "What is the antonym of {word}?",
                "{word} - what is the opposite?",
                "The opposite of {word}, please.",
            ),
            answers=("The opposite of {word} is **{other}**.",),
            expect=("{other}",),
            fill=opposite_slots,
        ),
        Intent(
            name="colour",
            ask=(
                "What colour is {thing}?",
                "What color is {thing}?",
                "Which [colour|color] is {thing}?",
                "Tell me the [colour|color] of {thing}.",
                "What is the colour of {thing}?",
                "Which colour does {thing} have?",
            ),
            answers=("{sentence}.",),
            expect=("{colour}",),
            fill=colour_slots,
        ),
    ),
)
