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
    "[Recite|Rattle off|Reel off] the numbers from 1 to {end}[|.]",
    "[Enumerate|Spell out|Type out] [every|each] number from 1 through {end}[|.]",
    "My [son|daughter|kid|child] is learning [numbers|to count], so please count to {end} for us.",
    "count 1-{end}",
    "1-{end}[| please]",
    "The numbers one through {end}",
    "1, 2, 3 and so on [up to|until|till] {end}[|, please]",
    "[One, two, three|1, 2, 3], ... {end}: [fill in|complete] the rest[|.]",
    "I'd [like|love] to [see|hear] you count [up |]to {end}.",
    "I'd like every [whole number|integer] [from 1 to|between 1 and] {end}[|.]",
    "I wonder [whether|if] you can count [all the way|up] to {end}.",
    "[Let's|Let us] count [together |]to {end}[|.|!]",
    "[Go|Count] all the way [up |]to {end}, starting [at|from|with] one.",
    "Do you know [how to count|your numbers|the numbers] [up |]to {end}?",
    "What are the numbers [from 1 to|from one up to|1 through] {end}?",
    "What [comes out|do you get] when you count from 1 to {end}?",
    "For hide and seek, [please |]count to {end}[|.]",
    "We are playing hide-and-seek, so [close your eyes and |]count to {end}.",
    "[Display|Output|Produce|Generate] the [integers|whole numbers|natural numbers] from 1 "
    "to {end}[|.]",
    "The sequence 1 to {end}[|, please][|.]",
    "[Number sequence|Number series|Sequence of numbers], 1 to {end}",
    "Keep counting until you [reach|get to|arrive at|hit] {end}[|.]",
    "Count one by one [until|till] {end}[|.]",
    "Count [upwards|forwards|in ones|in steps of one] from 1 [and stop at|to|until] {end}[|.]",
    "[Stop|Finish] at {end}, but start counting at 1[|.]",
    "I can't sleep, so count [sheep |]up to {end} for me[|.]",
    "How high can you count? [Try|Let's try] {end}.",
    "My teacher [asks me|wants me|told me] to write [down |]the numbers from 1 to {end}.",
    "[Would|Do] you mind counting [up |]to {end}[| for me]?",
    "[Run|Go] through the numbers 1 to {end}[| one after another][|.]",
    "Don't skip [any|a single one]: [give|tell] me each number from 1 to {end}[|.]",
    "The first {end} [natural numbers|counting numbers|positive integers][|, please][|.]",
    "[Could|Can|Would] you [recite|type out|show me] the numbers from [1|one] to {end}?",
    "[Could|Can|Would] you go from 1 [all the way |]to {end}?",
    "[Help me|Please help me] count to {end}.",
    "How does one count from 1 to {end}?",
    "I can't count to {end}, [can you|please do it for me].",
    "I want to [see|hear|read] the numbers [from 1 |]up to {end}.",
    "Every number from [1|one] [up to|to|through] {end}[|, please].",
    "[numbers|integers|whole numbers] 1 through {end}[|, please]",
    "numbers up to {end}[| please]",
    "From one to {end}[|, please][|.]",
    "[Show|Prove] that you can count to {end}[|.]",
    "I bet you can't count to {end}[|.]",
    "Are you good at counting [up |]to {end}?",
    "Don't skip any: count from [1|one] to {end}[|.]",
    "[Make|Write|Print] a list of the numbers [from 1 to|up to] {end}[|.]",
    "Which numbers are there from 1 [up to|through] {end}?",
    "Before I [fall asleep|open my eyes|come looking], count to {end}[|.]",
    "We're learning [our numbers|to count]: 1 to {end}[|, please].",
    "[Try|Start] counting to {end}[|.]",
    "Say [each|every] number, from 1 [until|till|up to] {end}[|.]",
    "Slowly count [up |]to {end}[|.|, please.]",
    "If you count to {end}, what [do you say|does it look like]?",
    "Could I [see|hear|have] the numbers 1 to {end}?",
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
                "[Recite|Rattle off|Enumerate|Reel off] the numbers from {start} to {end}[|.]",
                "count {start}-{end}",
                "{start}-{end}[| please]",
                "[numbers|integers|whole numbers] {start} through {end}",
                "Start counting at {start} and [stop|finish|end] [at|with] {end}[|.]",
                "Keep counting from {start} until you [reach|get to|arrive at|hit] {end}[|.]",
                "I'd [like|love] to [see|hear] the numbers from {start} [up |]to {end}.",
                "I wonder [whether|if] you can count from {start} all the way to {end}.",
                "My [son|daughter|pupil|child] has to [know|practise|learn] the numbers from "
                "{start} to {end}, so please write them down.",
                "What [numbers|integers|whole numbers] [run|go] from {start} to {end}?",
                "Don't begin at one, [begin|start] at {start} and [count|go] to {end}[|.]",
                "[Skip|Leave out] the small ones: count from {start} [through|up to] {end}[|.]",
                "[Display|Output|Generate|Produce] [the integers|the whole numbers|every "
                "number] from {start} to {end}[|.]",
                "[Number sequence|Number series|Range|Sequence]: {start} to {end}",
                "What's the [number |]sequence from {start} to {end}?",
                "[Go|Run] through [the numbers|every number|each number] from {start} to {end}[|.]",
                "Count [on|onwards|forwards|upwards] from {start} [until|till|to] {end}[|.]",
                "The next number is {start}, so [carry on|go on|continue] from {start} to {end}.",
                "[Continue|Go on|Carry on] counting: {start} and so on [up |]to {end}[|.]",
                "Do you know [the numbers|all numbers|how to count] from {start} to {end}?",
                "[Would|Do] you mind counting from {start} to {end}[| for me]?",
                "[Let's|Let us] count from {start} to {end}[| together][|.|!]",
                "[Everything|All whole numbers|All integers] from {start} up to [and "
                "including |]{end}[|.]",
                "How do [I|you|we] count from {start} to {end}?",
                "[Could|Can|Would] you [recite|type out|show me|print] the numbers from "
                "{start} to {end}?",
                "[Help me|Please help me] count from {start} to {end}.",
                "Go from {start} [up |]to {end}[|.|, please.]",
                "From {start} to {end}[|, please][|.]",
                "From {start} [on|onwards] count [up |]to {end}[|.]",
                "What comes after {start}? [Count|Go on] from {start} to {end}.",
                "What are the [whole numbers|integers|numbers] from {start} [up "
                "to|through|to] {end}?",
                "[counting|count|number list]: {start} to {end}",
                "[Type out|Spell out|Read out|Show] the numbers from {start} to {end}[|.]",
                "[Make|Write|Print] a list of the numbers from {start} to {end}[|.]",
                "I can't count from {start} to {end}, [can you|please do it for me].",
                "I need [every number|each number|all integers] from {start} through {end}.",
                "I want to [see|hear|read] [you count|all the numbers] from {start} to {end}.",
                "Are you able to count from {start} [up |]to {end}?",
                "With {start} as the first number, count [up |]to {end}[|.]",
                "The first number is {start} and the last is {end}, [write|list|say] them all[|.]",
                "Say [each|every] number, from {start} [until|till|up to] {end}[|.]",
                "[Fill in|Complete] the numbers from {start} to {end}[|.]",
                "My [teacher|homework|worksheet] wants the numbers from {start} to {end}.",
                "The [pages|chapters|seats] are numbered {start} to {end}, list the numbers[|.]",
                "Which [integers|whole numbers] lie from {start} to {end}?",
                "Every number from {start} [to|through|up to] {end}[|, please].",
                "I already counted to {start}, now [go on|continue|carry on] from {start} to "
                "{end}[|.]",
                "Could I [see|hear|have] the numbers {start} to {end}?",
                "range from {start} to {end}",
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
                "countdown {start}[| please]",
                "[Reverse|Backward|Descending] count from {start}[|.]",
                "{start} to 1 [backwards|in reverse|descending|in descending order][|, please]",
                "The rocket is ready, [count|please count] down from {start}[|!]",
                "We're launching a rocket, so [begin|start] the countdown at {start}[|.|!]",
                "It's nearly New Year, [do|start|give us] the countdown from {start}[|!]",
                "I'd [like|love] to hear a countdown [from|starting at|beginning with] {start}[|.]",
                "I wonder [whether|if] you can count [backwards|down|in reverse] from {start}.",
                "[Do|Would] you mind counting [down|backwards] from {start}[| to one]?",
                "How do you count [backwards|down|in reverse] from {start}?",
                "Do you know how to count [backwards|down|in reverse] from {start}[| to 1]?",
                "What are the numbers from {start} [down to 1|in reverse]?",
                "Don't count up, count down[|, starting] from {start}[|.]",
                "[Let's|Let us] count down from {start}[| together][|.|!]",
                "Count in [reverse|reverse order|descending order] from {start}[| to 1][|.]",
                "[Decrease|Go down] from {start} to 1 one [step|number] at a time[|.]",
                "[Keep|Go on] counting down from {start} until you [reach|get to|arrive at] 1[|.]",
                "My [teacher|class|coach] wants the numbers from {start} to 1 [in reverse "
                "order|in descending order|the other way round].",
                "[Numbers|Integers|Whole numbers] from {start} descending to [1|one][|.]",
                "Start [high|up] at {start} and work your way down to [1|one][|.]",
                "[Generate|Produce|Output|Display] a countdown from {start}[| to 1][|.]",
                "Three, two, one, lift-off, but [start|begin] [at|from] {start}[|.]",
                "Can you [say|write|list] the numbers backwards from {start}[| to 1]?",
                "[Could|Can|Would] you [recite|write|list] the numbers from {start} down to "
                "[1|one]?",
                "[Could|Can|Would] you [start|give me] a countdown from {start}?",
                "[Help me|Please help me] count [down|backwards] from {start}.",
                "I'd like [you to|to hear you] count [down|backwards] from {start}[|.]",
                "[rocket|launch|New Year's|New Year] countdown from {start}[|!|, please]",
                "from {start} down to [1|one][| please]",
                "It's almost midnight, count down from {start}[|!|.]",
                "The race starts soon, [count|please count] down from {start}[|!|.]",
                "[Run|Launch|Make|Perform|Begin] a countdown from {start}[|.]",
                "[Try|Start] counting [backwards|down] from {start}[|.]",
                "I can't count backwards from {start}, [can you|please do it for me].",
                "I bet you can't count [backwards|down] from {start}[|.]",
                "Are you able to count [backwards|down|in reverse] from {start}?",
                "Backwards from {start}[| to 1| to one][|, please].",
                "Going down from {start}, [list|name|say] each number [until|till] you "
                "[reach|get to] 1.",
                "Say [each|every] number from {start} down to 1[|.]",
                "Not upwards: [go|count] from {start} down to [1|one][|.]",
                "Which numbers do you say when counting [down|backwards] from {start}?",
                "Subtract one each time, starting [at|from|with] {start}, until you reach 1[|.]",
                "All numbers from {start} to 1 in [reverse|descending|falling] order[|, please].",
                "Descend from {start} to [1|one], one [step|number] at a time[|.]",
                "Could I [hear|have|get] a countdown from {start}?",
                "To [calm down|fall asleep|relax] I count backwards from {start}, please do "
                "it for me.",
            ),
            answers=("{numbers}",),
            expect=("{numbers}",),
            fill=down_slots,
            weight=1.2,
        ),
    ),
)
