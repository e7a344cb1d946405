"""Counting up and down: predictable answers of any length, good for watching a stream."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Fill, Intent, Slots, Topic, wordings

UP = wordings("counting", "up")


def numbers(first: int, last: int, step: int = 1) -> str:
    """The numbers, separated by commas."""
    return ", ".join(str(n) for n in range(first, last + step, step))


def upward(ends: tuple[int, ...]) -> Fill:
    """Counting from 1 to one of the ends."""

    def fill(rng: Random, _held_out: bool) -> Slots:
        end = rng.choice(ends)
        return {"end": str(end), "numbers": numbers(1, end), "tail": numbers(max(1, end - 3), end)}

    return fill


def span_slots(rng: Random, _held_out: bool) -> Slots:
    """Counting between two numbers."""
    start = rng.randint(2, 80)
    end = start + rng.randint(3, 20)
    return {"start": str(start), "end": str(end), "numbers": numbers(start, end)}


def down_slots(rng: Random, _held_out: bool) -> Slots:
    """Counting backwards to 1."""
    start = rng.choice((3, 5, 5, 10, 10, 10, 15, 20, 12, 8))
    return {"start": str(start), "numbers": numbers(start, 1, -1)}


TOPIC = Topic(
    name="counting",
    share=3.5,
    checks=8,
    plain=False,
    intents=(
        Intent(
            name="count",
            ask=UP,
            answers=("{numbers}",),
            expect=("{numbers}",),
            fill=upward((3, 5, 6, 8, 10, 10, 12, 15, 20, 20, 25, 30, 40, 50)),
            weight=4.0,
        ),
        Intent(
            name="count far",
            ask=UP,
            answers=("{numbers}",),
            expect=("{numbers}",),
            fill=upward((60, 70, 75, 80, 90, 100, 100, 100, 100, 120, 150, 200)),
            weight=1.0,
        ),
        Intent(
            name="count too far",
            ask=UP,
            answers=("That is too far for one answer of mine. I can count up to 200.",),
            expect=("too far",),
            fill=lambda rng, _: {
                "end": rng.choice(("300", "500", "1000", "1,000", "5000", "10000", "a million"))
            },
        ),
        Intent(
            name="count between",
            ask=wordings("counting", "count between"),
            answers=("{numbers}",),
            expect=("{numbers}",),
            fill=span_slots,
            weight=2.0,
        ),
        Intent(
            name="countdown",
            ask=wordings("counting", "countdown"),
            answers=("{numbers}",),
            expect=("{numbers}",),
            fill=down_slots,
            weight=1.2,
        ),
    ),
)
