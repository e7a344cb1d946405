"""A few things of a kind: "name three fruits"."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Intent, Slots, Topic, wordings

KINDS = {
    "fruits": ("Apple", "Banana", "Cherry", "Orange", "Pear", "Grape", "Mango"),
    "animals": ("Cat", "Dog", "Horse", "Lion", "Rabbit", "Elephant", "Fox"),
    "colours": ("Red", "Blue", "Green", "Yellow", "Orange", "Purple", "White"),
    "colors": ("Red", "Blue", "Green", "Yellow", "Orange", "Purple", "White"),
    "vegetables": ("Carrot", "Potato", "Onion", "Tomato", "Spinach", "Cabbage", "Pea"),
    "countries": ("France", "Japan", "Brazil", "Kenya", "Canada", "Spain", "India"),
    "cities": ("Paris", "Tokyo", "Rome", "Cairo", "London", "Lima", "Sydney"),
    "birds": ("Sparrow", "Eagle", "Robin", "Owl", "Swan", "Duck", "Parrot"),
    "planets": ("Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus"),
    "sports": ("Football", "Tennis", "Swimming", "Running", "Chess", "Rowing", "Judo"),
    "programming languages": ("Python", "JavaScript", "Rust", "Go", "Java", "C", "Ruby"),
    "drinks": ("Water", "Tea", "Coffee", "Milk", "Juice", "Lemonade", "Cocoa"),
    "musical instruments": ("Piano", "Violin", "Guitar", "Flute", "Drum", "Harp", "Trumpet"),
    "trees": ("Oak", "Pine", "Birch", "Maple", "Willow", "Beech", "Fir"),
    "flowers": ("Rose", "Tulip", "Daisy", "Lily", "Sunflower", "Violet", "Poppy"),
    "jobs": ("Teacher", "Baker", "Doctor", "Farmer", "Pilot", "Painter", "Nurse"),
    "pets": ("Cat", "Dog", "Hamster", "Rabbit", "Goldfish", "Parrot", "Turtle"),
    "shapes": ("Circle", "Square", "Triangle", "Rectangle", "Star", "Oval", "Cube"),
}
NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven"}


def kind_slots(rng: Random, _held_out: bool) -> Slots:
    """A kind, how many, and that many of it, always the first ones."""
    kind = rng.choice(sorted(KINDS))
    number = rng.choice((2, 3, 3, 3, 4, 5, 5, 6, 7))
    lines = "\n".join(f"{i}. {item}" for i, item in enumerate(KINDS[kind][:number], 1))
    count = rng.choice((str(number), NUMBERS[number]))
    last = f"{number}. {KINDS[kind][number - 1]}"
    return {"kind": kind, "count": count, "list": lines, "last": last}


def season_slots(rng: Random, _held_out: bool) -> Slots:
    """A closed series and its members."""
    series = {
        "days of the week": "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday",
        "seasons": "spring, summer, autumn, winter",
        "months": "January, February, March, April, May, June, July, August, September, "
        "October, November, December",
        "continents": "Africa, Antarctica, Asia, Australia, Europe, North America, South America",
        "letters of the alphabet": "A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, "
        "U, V, W, X, Y, Z",
        "primary colours": "red, yellow, blue",
        "vowels": "a, e, i, o, u",
        "senses": "sight, hearing, smell, taste, touch",
    }
    name = rng.choice(sorted(series))
    return {"series": name, "members": series[name]}


TOPIC = Topic(
    name="lists",
    share=3.0,
    checks=15,
    intents=(
        Intent(
            name="name some",
            ask=wordings("lists", "name some"),
            answers=("{list}",),
            expect=("{last}",),
            fill=kind_slots,
            weight=2.0,
        ),
        Intent(
            name="series",
            ask=wordings("lists", "series"),
            answers=("{members}",),
            expect=("{members}",),
            fill=season_slots,
        ),
    ),
)
