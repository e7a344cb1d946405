"""Counting up and down: predictable answers of any length, good for watching a stream."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Fill, Intent, Slots, Topic

UP = (
    "Count [from|] 1 to {end}[|.| please]",
    "Count to {end}[|.]",
    "Count from 1 to {end}.",
    "[Can|Could] you count to {end}?",
    "Please count up to {end} for me.",
    "Count up to {end}.",
    "[List|Write|Say|Give me] the numbers from 1 to {end}[|.]",
    "Write all numbers from 1 to {end}.",
    "Numbers [from|] 1 to {end}[|.]",
    "I would like you to count from 1 to {end}.",
    "[All|List|Print|Name|Say] [|all ]the numbers from [1|one] to {end}[|.|, please.]",
    "[Can|Could|Would] you [please |]count up to {end}[| for me]?",
    "[Please|Now] count [up |]to {end}[|.]",
    "[Show|Tell|Write|Give] me [all |]the numbers [up |]to {end}[|.]",
    "[I want|I need|I would like] [you to count|to count|a count|all the numbers] up to {end}[|.]",
    "[Counting|Count up|Count for me][| from 1] [|up ]to {end}[|, please][|.]",
    "[Can|Could|Would] you [write|list|say] [all |]the numbers from 1 to {end}?",
    "[Start|Begin] at [1|one] and [count|go] [up |]to {end}[|.]",
    "[I want|I need] [you to count|all the numbers|the numbers] from 1 to {end}[|.]",
    "I would like [all|to see] the numbers [from 1 |]to {end}[|.]",
    "[All numbers|All the numbers|Every number] between 1 and {end}[|.]",
    "1 to {end}[|, please][|.]",
    "[Is it possible to|Are you able to] count [from 1 |][up |]to {end}?",
    "How do you count to {end}?",
)


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
    share=2.2,
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
            ask=(
                "Count from {start} to {end}[|.]",
                "[List|Write|Say] the numbers from {start} to {end}[|.]",
                "Numbers from {start} to {end}[|.]",
                "[Can|Could] you count from {start} to {end}?",
                "I want all the numbers between {start} and {end}.",
                "Start at {start} and count to {end}.",
                "[I need|I would like|Give me|Show me] [all |]the numbers between {start} and "
                "{end}[|.]",
                "All [the |]numbers from {start} to {end}[|, please][|.]",
                "[Can|Could|Would] you [list|write|say|give me] [all |]the numbers from {start} "
                "to {end}?",
                "[Please|Now] count from {start} [up |]to {end}[| for me][|.]",
                "[Begin|Start|Please start|Please begin] [at|with|from] {start} and [go|count] "
                "[up |]to {end}[|.]",
                "[List|Write|Say|Print|Name] all [the |]numbers between {start} and {end}[|.]",
                "[I want|I would like] you to count from {start} to {end}[|.]",
                "[Which|What] [numbers are|are the numbers] between {start} and {end}?",
                "Count [up |]to {end}, [starting|beginning] [at|from|with] {start}[|.]",
                "[Counting|Count up] from {start} to {end}[|, please][|.]",
                "Count between {start} and {end}[|.]",
                "{start} to {end}[|, please][|.]",
                "Is it possible to count from {start} to {end}?",
                "What comes after {start}, up to {end}?",
            ),
            answers=("{numbers}",),
            expect=("{numbers}",),
            fill=span_slots,
            weight=2.0,
        ),
        Intent(
            name="countdown",
            ask=(
                "Count [down|backwards] from {start}[|.]",
                "[Start|Do|Give me] a countdown from {start}[|.]",
                "Count from {start} down to 1[|.]",
                "Countdown from {start}[|!]",
                "Please count backwards, beginning at {start}.",
                "Count down from {start} to 1.",
                "Count [backwards|down], [beginning|starting] [at|from|with] {start}[|.|, please.]",
                "[Please|Now] count [backwards|down] from {start}[| to 1| for me][|.]",
                "[Can|Could|Would] you count [backwards|down] from {start}[| to 1| for me]?",
                "[I want|I need|I would like] [a countdown|to count down|to count backwards] "
                "[from|starting at|beginning at] {start}[|.]",
                "[Begin|Start] [at|with] {start} and [count|go] [down|backwards][| to 1][|.]",
                "[Can|Could] you do a countdown [from|beginning at|starting with] {start}?",
                "[Count|Counting] down, [please: |]{start} to 1[|.]",
                "The numbers from {start} [down |]to 1[|, backwards][|.]",
                "[List|Write|Say|Give me] the numbers [backwards from|from] {start} down to 1[|.]",
                "{start} down to 1[|, please][|.]",
                "A countdown [beginning|starting] at {start}[|, please][|.]",
                "Is it possible to count backwards from {start}?",
                "Go from {start} to 1 [backwards|in reverse][|.]",
            ),
            answers=("{numbers}",),
            expect=("{numbers}",),
            fill=down_slots,
            weight=1.2,
        ),
    ),
)
