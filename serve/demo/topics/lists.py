"""A few things of a kind: "name three fruits"."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Intent, Slots, Topic

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
            ask=(
                "Name {count} {kind}.",
                "[List|Give me|Tell me|Write] {count} {kind}[|.]",
                "[Can|Could] you [name|list|give me] {count} {kind}?",
                "What are {count} {kind}?",
                "I need a list of {count} {kind}.",
                "{count} {kind}[|.| please]",
                "[Give me|Make|Write] a list of {count} {kind}[|.]",
                "Which {count} {kind} do you know?",
                "Think of {count} {kind}.",
                "Please give {count} examples of {kind}.",
                "[Could|Can|Would] you [tell me|think of|write down|come up with] {count} {kind}?",
                "[I need|I want|I'd like] {count} {kind}[|.|, please.]",
                "[Enumerate|Mention|Suggest|Show me] {count} {kind}[|.]",
                "[Please|Now] [name|list|give me|write] {count} {kind}[|.]",
                "List of {count} {kind}[|, please].",
                "[Any|Just any|Just] {count} {kind}[|, please].",
                "[What|Which] {count} {kind} [come to mind|come to your mind|can you think "
                "of|would you name]?",
                "Do you know {count} {kind}?",
                "My [teacher|son|daughter] [needs|wants|asks for] {count} {kind}.",
                "I can't think of {count} {kind}, can you?",
                "[Help me|Please help me] [find|name|think of] {count} {kind}.",
                "I have to [name|list|write down] {count} {kind} for [school|homework|a "
                "quiz|a game].",
                "[Come up with|Pick|Choose|Find] {count} {kind}[|.| for me.]",
                "[Examples|Some examples], please: {count} {kind}",
                "[Give|Tell|Show] me the names of {count} {kind}[|.]",
                "Are you able to [name|list|mention] {count} {kind}?",
                "[examples|name list|quiz answer]: {count} {kind}",
                "I wonder [if|whether] you can [name|list] {count} {kind}.",
                "[Let's|Let me] [hear|see|have] {count} {kind}[|.]",
                "{count} examples of {kind}[|, please].",
                "[Got|Have you got] {count} {kind} for me?",
                "Could I [have|get|see] {count} {kind}?",
                "We're playing a word game: {count} {kind}[|, quick]!",
                "[Make|Write] me a [short |little |]list with {count} {kind}[|.]",
                "What would be {count} {kind}?",
                "I'm looking for {count} {kind}.",
                "I'd be happy with any {count} {kind}.",
            ),
            answers=("{list}",),
            expect=("{last}",),
            fill=kind_slots,
            weight=2.0,
        ),
        Intent(
            name="series",
            ask=(
                "[Name|List|Tell me|Give me] the {series}.",
                "What are the {series}?",
                "Which are the {series}?",
                "[Can|Could] you [name|list|say] the {series}?",
                "Please list all the {series}.",
                "[List|Name] all {series}.",
                "Do you know the {series}?",
                "The {series}, please.",
                "What {series} are there?",
                "Say the {series}.",
                "[Could|Can|Would] you [tell me|write down|recite|enumerate] [|all ]the {series}?",
                "[Please|Now] [name|list|say|tell me] the {series}[|.]",
                "[Give|Show|Tell] me [all the|all] {series}[|.]",
                "List of the {series}[|, please].",
                "[I need|I want|I'd like] [|a list of ]the {series}[|.|, please.]",
                "[What|Which] are all the {series}?",
                "What are the {series} [called|in order]?",
                "My [teacher|son|daughter] [needs|wants|has to learn] the {series}.",
                "I can't remember the {series}, [can you help|please list them|what are they]?",
                "I've forgotten the {series}.",
                "[Help me|Please help me] [learn|remember|with] the {series}.",
                "[Make|Write|Print] a list of [all |]the {series}[|.]",
                "all {series} [please|in order|as a list]",
                "I wonder what the {series} are.",
                "Do you know all [the |]{series}?",
                "Are you able to [name|list|recite] the {series}?",
                "[Let's|Let me] [hear|see] the {series}[|.]",
                "[Go|Run] through the {series} [one by one|in order|one after another][|.]",
                "I'm learning the {series}, [please |]write them [down|out] for me.",
                "The [complete|full|whole|entire] list of the {series}[|, please].",
                "[Which|What] {series} [exist|do we have|do you know]?",
                "How do the {series} go?",
                "Name every one of the {series}[|.]",
                "What's the list of [the |]{series}?",
                "I'm writing a [quiz|worksheet|test] and need all the {series}.",
            ),
            answers=("{members}",),
            expect=("{members}",),
            fill=season_slots,
        ),
    ),
)
