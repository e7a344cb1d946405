"""Sums on small numbers, worked in short steps that a small model can follow."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Fill, Intent, Slots, Topic, wordings

PAIR_BUCKETS = 12
"""One pair of numbers in this many is kept out of training."""


def is_held_out(a: int, b: int) -> bool:
    """Whether training never sees this pair."""
    return (a * 31 + b * 17) % PAIR_BUCKETS == 5


def pair(rng: Random, held_out: bool, highest: int) -> tuple[int, int]:
    """Two numbers from 0 to `highest`, small ones more often."""
    while True:
        top = rng.choice((20, highest, highest))
        a, b = rng.randint(0, top), rng.randint(0, top)
        if is_held_out(a, b) == held_out:
            return a, b


def sum_slots(rng: Random, held_out: bool) -> Slots:
    """a + b, each up to 99."""
    a, b = pair(rng, held_out, 99)
    return {"a": str(a), "b": str(b), "work": sum_work(a, b), "result": f"**{a + b}**"}


def difference_slots(rng: Random, held_out: bool) -> Slots:
    """a - b with a at least b: b's tens first, then its ones."""
    b, a = sorted(pair(rng, held_out, 99))
    tens, ones = b // 10 * 10, b % 10
    steps = f"{a - tens} - {ones} = " if tens and ones else ""
    work = f"{a} - {b} = {steps}**{a - b}**"
    return {"a": str(a), "b": str(b), "work": work, "result": f"**{a - b}**"}


def product_slots(rng: Random, _held_out: bool) -> Slots:
    """The multiplication table up to 12, which is learnt whole."""
    a, b = rng.randint(0, 12), rng.randint(0, 12)
    work = f"{a} × {b} = **{a * b}**"
    return {"a": str(a), "b": str(b), "work": work, "result": f"**{a * b}**"}


def quotient_slots(rng: Random, _held_out: bool) -> Slots:
    """Exact divisions inside the table up to 12."""
    result, b = rng.randint(0, 12), rng.randint(1, 12)
    work = f"{result * b} ÷ {b} = **{result}**"
    return {"a": str(result * b), "b": str(b), "work": work, "result": f"**{result}**"}


def larger_slots(rng: Random, held_out: bool) -> Slots:
    """Two different numbers below 100 and the larger."""
    while True:
        a, b = pair(rng, held_out, 99)
        if a != b:
            words = {"a": str(a), "b": str(b), "result": f"**{max(a, b)}**"}
            return words | {"work": f"The larger one is **{max(a, b)}**."}


def parity_slots(rng: Random, _held_out: bool) -> Slots:
    """A number below 200 and whether it is even."""
    a = rng.randint(0, 199)
    word = "odd" if a % 2 else "even"
    return {"a": str(a), "work": f"{a} is **{word}**.", "result": f"**{word}**"}


def sequel_slots(rng: Random, held_out: bool) -> Slots:
    """A sum and a number to add to its result."""
    a, b = pair(rng, held_out, 40)
    c, first = rng.randint(1, 9), a + b
    more = sum_work(first, c)
    slots = {"a": str(a), "b": str(b), "c": str(c), "work": more, "result": f"**{first + c}**"}
    return slots | {"first": sum_work(a, b)}


def sum_work(a: int, b: int) -> str:
    """The worked line of a + b, the tens, the ones, then both."""
    tens, ones = a // 10 * 10 + b // 10 * 10, a % 10 + b % 10
    steps = "" if max(a, b) < 10 else f"{tens} + {ones} = "
    return f"{a} + {b} = {steps}**{a + b}**"


def calculation(name: str, fill: Fill, weight: float, ask: tuple[str, ...]) -> Intent:
    """An intent whose answer is its worked line."""
    return Intent(name, ask, ("{work}",), ("{result}",), fill, weight=weight)


TOPIC = Topic(
    name="arithmetic",
    share=20.0,
    checks=20,
    intents=(
        calculation(
            "sum",
            sum_slots,
            6.0,
            wordings("arithmetic", "sum"),
        ),
        calculation(
            "difference",
            difference_slots,
            5.0,
            wordings("arithmetic", "difference"),
        ),
        calculation(
            "product",
            product_slots,
            2.0,
            wordings("arithmetic", "product"),
        ),
        calculation(
            "quotient",
            quotient_slots,
            1.5,
            wordings("arithmetic", "quotient"),
        ),
        calculation(
            "larger",
            larger_slots,
            1.0,
            wordings("arithmetic", "larger"),
        ),
        calculation(
            "parity",
            parity_slots,
            1.0,
            wordings("arithmetic", "parity"),
        ),
        Intent(
            name="add more",
            ask=wordings("arithmetic", "add more"),
            answers=("{work}",),
            expect=("{result}",),
            fill=sequel_slots,
            history=(("What is {a} + {b}?", "{first}"),),
        ),
    ),
)
