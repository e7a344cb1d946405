"""Sums on small numbers, worked in short steps that a small model can follow."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Fill, Intent, Slots, Topic

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
    share=17.0,
    checks=20,
    intents=(
        calculation(
            "sum",
            sum_slots,
            6.0,
            (
                "What is {a} + {b}?",
                "{a} + {b}[|?| =| = ?]",
                "How much is {a} [plus|+|and] {b}?",
                "[Add|Sum] {a} and {b}.",
                "What do you get when you add {a} and {b}?",
                "What is {a} plus {b}?",
                "{a}+{b}[|?|=]",
                "[Calculate|Compute|Work out] {a} + {b}.",
                "What is the sum of {a} and {b}?",
                "Can you work out {a} plus {b} for me?",
                "I have {a} apples and get {b} more. How many do I have?",
                "What's {a} [plus|added to] {b}?",
                "{a} plus {b}[|?| equals| is| please]",
                "[sum|total|addition] of {a} and {b}",
                "[add|plus|addition]: {a}, {b}",
                "Add {a} [to|plus|with] {b}[|.]",
                "Add [up|together] {a} and {b}[|.]",
                "[Could|Can|Would] you add {a} [and|to] {b}[| for me| together]?",
                "[Could|Can|Would] you [calculate|work out|compute|tell me] {a} plus {b}?",
                "[Calculate|Compute|Find|Tell me] the [sum|total] of {a} and {b}[|.]",
                "What's the [sum|total] of {a} and {b}?",
                "What do {a} and {b} [make|add up to|come to|total|sum to][| together]?",
                "What do [you get if you|we get when we|I get if I] add {a} [and|to] {b}?",
                "What is {b} more than {a}?",
                "How much [do|would] {a} and {b} [make|come to|add up to][| together]?",
                "How much is {a} added to {b}?",
                "How many are {a} and {b} [together|altogether|in total|combined]?",
                "I'd like to [know|calculate|work out] {a} + {b}[|.]",
                "I wonder [what|how much] {a} plus {b} is[|.]",
                "I can't add [in my head|without a calculator]: {a} + {b}[|?]",
                "My teacher [asks me|wants to know] what {a} plus {b} is.",
                "I had {a} [marbles|euros|books|coins] and [got|found|was given] {b} more, "
                "how many do I have now?",
                "There are {a} boys and {b} girls in [the|a|my] class. How many "
                "[children|pupils] is that[| altogether]?",
                "One costs {a} and the other costs {b}. How much is that [together|in "
                "total|altogether]?",
                "{a} [increased by|added to|more than] {b}[|?]",
                "What does {a} + {b} [equal|come to|give|make]?",
                "[Solve|Evaluate|Find|Do] {a} + {b}[|.| for me.]",
                "{a} and {b} [makes what|make how much|is how much|gives what]?",
                "[Put|Take|Count] {a} and {b} together[|.]",
                "[Help me|Please help me] [add|sum up|total] {a} and {b}.",
                "What number is {a} + {b} [equal to|the same as]?",
                "[Increase|Raise] {a} by {b}[|.]",
                "[Sum up|Total|Tot up] {a} and {b}[|, please].",
                "If I have {a} [euros|dollars|stickers] and [earn|receive|win] {b}, what's "
                "my total?",
                "[Tom|Mary|My sister] has {a} [cards|shells|pencils] and I have {b}. How "
                "many do we have together?",
                "A [train|bus] carries {a} people and {b} more get on. How many are on board?",
                "What's the result [of|for] {a} + {b}?",
                "I need the [sum|total] of the numbers {a} and {b}.",
                "What is {a} increased by {b}?",
                "[Quick|Easy] one: {a} + {b}?",
                "My [homework|worksheet|exercise] says {a} + {b}. What's the "
                "[answer|result|solution]?",
                "I [read|walked|baked] {a} [yesterday|before lunch] and {b} "
                "[today|afterwards], so how many in all?",
                "Do you know [what|how much] {a} + {b} [is|makes]?",
                "Tell me [what|how much] {a} and {b} [add up to|come to|make].",
                "Let x be {a} + {b}. What is x?",
                "We paid {a} for [food|lunch|the tickets] and {b} for "
                "[drinks|parking|snacks]. What did we spend altogether?",
                "The price was {a} and it [went up|rose|increased] by {b}. What is it now?",
                "There are {a} red [balls|flowers|cars] and {b} blue ones. How many are "
                "there in [all|total]?",
                "Combine {a} and {b} into one [sum|total].",
            ),
        ),
        calculation(
            "difference",
            difference_slots,
            5.0,
            (
                "What is {a} - {b}?",
                "{a} - {b}[|?| =]",
                "How much is {a} [minus|-] {b}?",
                "[Subtract|Take] {b} from {a}.",
                "What remains when I take {b} from {a}?",
                "What is {a} minus {b}?",
                "{a}-{b}[|?|=]",
                "[Calculate|Compute|Work out] {a} - {b}.",
                "What is the difference between {a} and {b}?",
                "Can you work out {a} minus {b} for me?",
                "I have {a} apples and eat {b}. How many are left?",
                "What's {a} [minus|less|take away] {b}?",
                "{a} [minus|less|take away] {b}[|?| equals| is| please]",
                "[difference|subtraction|subtract|minus]: {a}, {b}",
                "[Deduct|Remove] {b} from {a}[|.]",
                "Take {b} away from {a}[|.]",
                "[Could|Can|Would] you [subtract|take|deduct] {b} from {a}[| for me]?",
                "[Could|Can|Would] you [calculate|work out|compute|tell me] {a} minus {b}?",
                "[Calculate|Compute|Find|Tell me] the difference [of|between] {a} and {b}[|.]",
                "What's the difference [between|of] the numbers {a} and {b}?",
                "What do [you get if you|we get when we|I get if I] [subtract|take|take "
                "away] {b} from {a}?",
                "What [is|remains|is left] [if|when] you take {b} from {a}?",
                "What is {b} less than {a}?",
                "How much [is left|remains] of {a} after [taking away|removing|subtracting] {b}?",
                "How much [more|bigger|larger] is {a} than {b}?",
                "How far apart are [|the numbers ]{a} and {b}?",
                "How many do I [have to|need to] add to {b} to [get|reach|make] {a}?",
                "I wonder [what|how much] {a} minus {b} is[|.]",
                "I can't subtract [in my head|without a calculator]: {a} - {b}[|?]",
                "My teacher [asks me|wants to know] what {a} minus {b} is.",
                "I had {a} [marbles|coins|sweets] and [lost|gave away] {b}, how many [are "
                "left|remain|do I still have]?",
                "There were {a} birds in [the|a] tree and {b} flew away. How many "
                "[stayed|are still there|remain]?",
                "{a} [reduced|decreased|lowered] by {b}[|?]",
                "[Start|Begin] with {a} and [take away|subtract] {b}[|.]",
                "[Decrease|Reduce|Lower] {a} by {b}[|.]",
                "[Help me|Please help me] [subtract|take away|take] {b} from {a}.",
                "By how much [is {a} larger than|does {a} exceed|is {a} more than] {b}?",
                "How much [smaller|less] is {b} than {a}?",
                "If I have {a} [euros|dollars|stickers] and spend {b}, what's left?",
                "The [shirt|book|ticket] costs {b} and I pay with {a}. How much change do I get?",
                "A [bus|train] had {a} passengers and {b} got off. How many are still on board?",
                "I baked {a} [cookies|biscuits|cakes] and we ate {b}. How many are left "
                "[over|now]?",
                "What's [left of|remaining from] {a} once {b} is gone?",
                "{a} with {b} [taken off|taken away|removed|subtracted] is what?",
                "The price was {a} and it [fell|dropped|went down] by {b}. What is it now?",
                "What's missing from {b} to [make|reach|get to] {a}?",
                "{b} plus what [makes|gives|equals] {a}?",
                "I need the difference between the numbers {a} and {b}.",
                "[Tom|Mary|My sister] has {a} [cards|shells|pencils] and I have {b}. How "
                "many more is that?",
                "My book has {a} pages and I've read {b}. How many [pages |]do I still have "
                "to read?",
                "What is {a} [decreased|reduced|diminished] by {b}?",
            ),
        ),
        calculation(
            "product",
            product_slots,
            2.0,
            (
                "What is {a} [times|*|x|×] {b}?",
                "{a} [*|x|×] {b}[|?| =]",
                "How much is {a} [times|multiplied by] {b}?",
                "Multiply {a} [by|and|with] {b}.",
                "What do you get when you multiply {a} and {b}?",
                "{a}*{b}[|?|=]",
                "[Calculate|Compute] {a} [*|times|×] {b}.",
                "What is the product of {a} and {b}?",
                "What is {a} multiplied by {b}?",
                "Can you work out {a} times {b} for me?",
                "What's {a} [times|multiplied by|x] {b}?",
                "{a} [times|multiplied by] {b}[|?| equals| is| please]",
                "[product|multiply|multiplication|times]: {a}, {b}",
                "[Could|Can|Would] you multiply {a} [by|with|and] {b}[| for me]?",
                "[Could|Can|Would] you [calculate|work out|compute|tell me] {a} times {b}?",
                "[Calculate|Compute|Find|Tell me] the product of {a} and {b}[|.]",
                "What's the product of {a} [and|times] {b}?",
                "What do {a} times {b} [make|give|come to]?",
                "What do [you get if you|we get when we|I get if I] multiply {a} [by|with] {b}?",
                "How much [do|does|would] {a} times {b} [make|come to|give]?",
                "How [many in all|many in total|many altogether] are {a} times {b}?",
                "How many [is|are] {a} [groups|lots|sets] of {b}?",
                "{a} [lots|groups|sets|rows] of {b}[|?]",
                "I wonder [what|how much] {a} times {b} is[|.]",
                "I've forgotten my times tables: {a} [times|x|×] {b}[|?]",
                "I can't multiply [in my head|without a calculator]: {a} [times|x|×] {b}[|?]",
                "My teacher [asks me|wants to know] what {a} times {b} is.",
                "I have {a} [boxes|bags|baskets] with {b} [apples|books|eggs] each. How many "
                "is that [altogether|in all|in total]?",
                "[There are|I see] {a} rows of {b} [chairs|seats|trees]. How many is that in "
                "total?",
                "[One ticket|A book|A ball] costs {b} euros. What do {a} of them cost?",
                "[If I pay|I pay] {a} euros {b} times, how much [is that|do I pay] in total?",
                "[Help me|Please help me] [multiply|work out] {a} times {b}.",
                "{a}x{b}[|?|=]",
                "[Quick|Easy] one: {a} times {b}?",
                "Do you know [what|how much] {a} times {b} [is|makes]?",
                "[times table|multiplication table|tables]: {a} times {b}",
                "I'm [learning|practising|practicing] my times tables. What's {a} times {b}?",
                "Each of {a} [children|friends|teams] gets {b} [sweets|cards|pencils]. How "
                "many are needed in all?",
                "There are {a} [packs|packets|cartons] of {b}. How many [pieces|items] is that?",
                "A rectangle is {a} long and {b} wide. What is its area?",
                "What's the area of a [rectangle|room|field] measuring {a} by {b}?",
                "I [work|run|read] {b} hours a day for {a} days. How many hours [is that|in "
                "total]?",
                "{a} [tables|cars|vans] with {b} seats each, how many seats?",
                "How much is {b} taken {a} times?",
                "Add {b} to itself until you have it {a} times. What's the [total|result]?",
                "Tell me [what|how much] {a} times {b} [is|makes|comes to].",
                "What's the answer to {a} [times|multiplied by|×] {b}?",
                "I need the product of the numbers {a} and {b}.",
            ),
        ),
        calculation(
            "quotient",
            quotient_slots,
            1.5,
            (
                "What is {a} [/|÷|divided by] {b}?",
                "{a} [/|÷] {b}[|?| =]",
                "How much is {a} [divided by|over|/] {b}?",
                "Divide {a} by {b}.",
                "What do you get when you divide {a} by {b}?",
                "{a}/{b}[|?|=]",
                "[Calculate|Compute] {a} [/|divided by|÷] {b}.",
                "How many times does {b} go into {a}?",
                "What is the quotient of {a} and {b}?",
                "Can you work out {a} divided by {b} for me?",
                "What's {a} [divided by|over|split by] {b}?",
                "{a} divided by {b}[|?| equals| is| please]",
                "[quotient|divide|division]: {a}, {b}",
                "{a} over {b}[|?| equals| please]",
                "[Split|Share|Divide] {a} into {b} equal [parts|groups|shares|portions][|.]",
                "[Share|Split|Distribute] {a} [sweets|apples|coins] equally among {b} "
                "[children|people|friends].",
                "[Could|Can|Would] you divide {a} by {b}[| for me]?",
                "[Could|Can|Would] you [calculate|work out|compute|tell me] {a} divided by {b}?",
                "[Calculate|Compute|Find|Tell me] the quotient of {a} and {b}[|.]",
                "What's the [quotient|result] of {a} [divided by|over] {b}?",
                "What do [you get if you|we get when we|I get if I] divide {a} by {b}?",
                "How big is [each|one] part when [I|you|we] [cut|split|divide] {a} into {b} "
                "equal parts?",
                "How much [does|would] {a} divided by {b} [make|give|come to]?",
                "How many times does {b} fit [in|into|inside] {a}?",
                "How often does {b} [go|fit] into {a}?",
                "How many [groups|lots|sets] of {b} are [there |]in {a}?",
                "I wonder [what|how much] {a} divided by {b} is[|.]",
                "I can't divide [in my head|without a calculator]: {a} [divided by|÷|/] {b}[|?]",
                "My teacher [asks me|wants to know] what {a} divided by {b} is.",
                "I have {a} [sweets|cookies|coins] for {b} [children|friends|people]. How "
                "many does each [get|one get|of them get]?",
                "{a} [chairs|books|eggs] in {b} equal [rows|groups|boxes]: how many in each?",
                "[Help me|Please help me] divide {a} by {b}.",
                "[Quick|Easy] one: {a} divided by {b}?",
                "Do you know [what|how much] {a} divided by {b} [is|makes]?",
                "We have {a} [sweets|cookies|cards] for {b} [children|people|friends]. How "
                "many does each [one |]get?",
                "{b} [friends|people|colleagues] share a bill of {a} euros. What does each pay?",
                "If {b} [tickets|books|pizzas] cost {a} euros, how much is one?",
                "I pack {a} [eggs|books|bottles] into boxes of {b}. How many boxes do I "
                "[need|fill]?",
                "How often [can I|can you|do I have to] take {b} away from {a} until nothing "
                "is left?",
                "What is {a} shared [equally |]between {b}?",
                "Tell me [what|how much] {a} divided by {b} [is|makes|comes to].",
                "What do I have to multiply {b} by to get {a}?",
                "{b} times what [makes|gives|equals|is] {a}?",
                "A rope of {a} metres is cut into {b} equal pieces. How long is each[| piece]?",
                "[Share|Split] {a} fairly [between|among] {b} people[|.]",
                "I need the quotient of the numbers {a} and {b}.",
                "How many [bags|packs|packets] of {b} can I make from {a}?",
            ),
        ),
        calculation(
            "larger",
            larger_slots,
            1.0,
            (
                "Which is larger, {a} or {b}?",
                "Which number is [bigger|larger|greater]: {a} or {b}?",
                "What is the larger of {a} and {b}?",
                "Is {a} or {b} the [bigger|larger] number?",
                "Which one is bigger, {a} or {b}?",
                "What is [bigger|greater|more], {a} or {b}?",
                "[Compare|Give me the larger of] {a} and {b}.",
                "[Which|Which one] of {a} and {b} is [larger|bigger|greater|the larger one|the "
                "bigger one]?",
                "[Tell me which|Can you say which|Please say which] is [larger|bigger|greater], "
                "{a} or {b}[|.|?]",
                "[What|Which] is the [bigger|greater|larger|highest] number[:|,] {a} or {b}?",
                "[Which one|Which] is [larger|greater|higher|the larger one|the bigger one]: {a} "
                "or {b}?",
                "[{a} or {b}|Of {a} and {b}]: which [one |]is [larger|bigger|greater]?",
                "[Could|Can|Would] you [compare|tell me the larger of] {a} and {b}[| for me]?",
                "[The larger|Larger|The bigger|Bigger|The greater] [of|number of] {a} and {b}[|?]",
                "[Please|Now] compare [the numbers |]{a} and {b}[|.]",
                "[Tell|Show|Give] me the [larger|bigger|greater|larger number|bigger one] of {a} "
                "and {b}[|.]",
                "I have {a} and {b}. Which [one |]is [larger|bigger|greater|more]?",
                "I [want|need|would like] the [larger|bigger|greater] [one |number |]of {a} and "
                "{b}[|.]",
                "[Larger|Bigger|Greater]: {a} or {b}?",
                "What's [bigger|larger|greater|higher]: {a} or {b}?",
                "What's the [maximum|max|bigger number|higher number|larger one] of {a} and {b}?",
                "[max|maximum|bigger|greater|larger] of {a}, {b}",
                "[max|maximum|the biggest|the highest] [out of|of] {a} and {b}[|?]",
                "{a} or {b}, [what's|what is|tell me what's] [bigger|larger|higher|greater][|?]",
                "{a} [vs|versus|against] {b}, [which is bigger|which one is larger|which wins]?",
                "Is {a} [bigger or smaller|smaller or larger|more or less] than {b}?",
                "Is {a} [larger|greater|more|higher] than {b}[|, or the other way round]?",
                "Is {b} [larger|greater|more|higher] than {a}?",
                "Does {a} or {b} [count as|come out as|have] the "
                "[higher|larger|greater|bigger] [value|number]?",
                "I wonder [which|which one] is [bigger|larger|greater|higher], {a} or {b}[|.]",
                "I'm not sure [whether|if] {a} or {b} is the [bigger|larger|greater|higher] "
                "[one|number].",
                "I can't [decide|tell|see] which is [bigger|larger|more], {a} or {b}[|.]",
                "I'd like to know [which|which number] is [bigger|higher|larger], {a} or {b}[|.]",
                "[Pick|Choose|Select|Find] the [larger|bigger|greater|higher] [one |number "
                "]of {a} and {b}.",
                "[Between|Out of] {a} and {b}, which [number |one ]is [larger|bigger|higher]?",
                "My [son|daughter|teacher] asks [which|which one] is more: {a} or {b}[|?]",
                "Anna has {a} [points|apples|euros] and Ben has {b}. Which number is "
                "[bigger|larger|higher]?",
                "Which [price|score|value|amount] is higher, {a} or {b}?",
                "Don't give me the smaller one, [tell|give] me the [bigger|larger] of {a} "
                "and {b}[|.]",
                "Which of [these|the] [two numbers|two] is [bigger|larger|higher]: {a}, {b}?",
                "[Which|Which number|Which one] comes [later|last] when you count, {a} or {b}?",
                "[Higher|More|Greater value|Bigger number], {a} or {b}?",
                "Compare [the numbers|these numbers|these two]: {a} and {b}[|.]",
                "Which is the [bigger|larger|greater|higher] number out of {a} and {b}?",
                "[Take|Name|State|Return] the [larger|greater|bigger] of {a} and {b}[|.]",
                "Between {a} and {b}, which is [larger|bigger|greater|higher]?",
                "[Put|Look at] {a} [next to|beside] {b}: which is bigger?",
                "Is it {a} or {b} that is [larger|bigger|greater|higher]?",
                "Do you know which is [bigger|larger|greater], {a} or {b}?",
                "max({a}, {b})",
                "[Which|What] would be [more|the greater number|the bigger amount], {a} or {b}?",
                "My homework [asks|says]: which is [greater|larger|bigger], {a} or {b}?",
                "Is {a} [bigger|larger|higher|greater] than {b}, yes or no?",
                "Which of these [two |]numbers is the [highest|greatest|largest]: {a}, {b}?",
                "If I want [as many as possible|the most|more], should I take {a} or {b}?",
                "[Help me|Please help me] compare {a} with {b}.",
                "Which one wins if the higher number counts, {a} or {b}?",
                "One [player|team] scored {a}, the other {b}. Who has more?",
                "Of the [two |]numbers {a} and {b}, [tell|give] me the "
                "[bigger|larger|greater] one.",
                "[Which|Which number] is further to the right on the number line, {a} or {b}?",
                "Are there more in {a} or in {b}?",
                "Does {a} exceed {b}, or is {b} the larger one?",
                "Which [weighs more|is heavier], {a} [kilos|kilograms|grams] or {b}?",
                "Which is longer, {a} [metres|miles|centimetres] or {b}?",
                "Who is older, someone aged {a} or someone aged {b}?",
            ),
        ),
        calculation(
            "parity",
            parity_slots,
            1.0,
            (
                "Is {a} [even|odd]?",
                "Is {a} an [even|odd] number?",
                "Is the number {a} even or odd?",
                "[Even|Odd] or [odd|even]: {a}?",
                "Is {a} even or odd?",
                "Tell me [if|whether] {a} is [even|odd].",
                "{a}: [is it|would that be] [even or odd|odd or even]?",
                "{a} even or odd",
                "[parity|even or odd|odd or even] of {a}[|?]",
                "[parity|even/odd|odd/even]: {a}",
                "What's the parity of [the number |]{a}?",
                "What [is|sort of number is|kind of number is] {a}, [even or odd|odd or even]?",
                "Is {a} an [even or an odd|odd or an even] number?",
                "Is the number {a} an [even|odd] one?",
                "Is {a} [one of the|among the] [even|odd] numbers?",
                "Does {a} [belong to|count as one of|fall under] the [even|odd] numbers?",
                "Would you [call|consider] {a} [even|odd|an even number|an odd number]?",
                "[Could|Can|Would] you [tell me|say|check] [if|whether] {a} is odd or even?",
                "[Could|Can|Would] you [tell me|check] the parity of {a}?",
                "[Say|Check|Find out|Determine|Decide] [if|whether] {a} is [even or odd|odd "
                "or even].",
                "[Determine|Find|State|Give me] the parity of {a}[|.]",
                "I'd like to know [if|whether] {a} is [even|odd|an even number|an odd number][|.]",
                "I wonder [if|whether] {a} is [even|odd|an even number|an odd number][|.]",
                "I can't [remember|tell|decide] [if|whether] {a} is [even|odd].",
                "I [think|guess|believe] {a} is [even|odd], [is that right|am I right|correct]?",
                "My teacher [asks me|wants to know] whether {a} is [even|odd|an even "
                "number|an odd number].",
                "Is {a} not [odd|even]?",
                "How do I know [if|whether] {a} is [even|odd]?",
                "{a} is [even|odd], [right|isn't it|yes or no|true or false]?",
                "Is {a} [divisible by|a multiple of] two or not?",
                "Can {a} be [divided|split|halved] evenly by two?",
                "Does 2 [go into|divide] {a} without a remainder?",
                "What parity does [|the number ]{a} have?",
                "[parity check|even odd check|odd or even check]: {a}",
                "Which is {a}, [even or odd|odd or even]?",
                "{a}, is that [even|odd|an even number|an odd one]?",
                "[Classify|Label|Sort] {a} as even or odd[|.]",
                "Do you know [if|whether] {a} is [even|odd|even or odd]?",
                "I need to know [if|whether] {a} is an [even|odd] number.",
                "My homework asks [if|whether] {a} is [even|odd|even or odd].",
                "I'm not sure [if|whether] {a} is [even|odd|odd or even].",
                "[Quick|Easy] question: is {a} odd or even?",
                "[Can|Could] {a} [socks|shoes|gloves] be sorted into pairs with none left over?",
                "If {a} [children|dancers|people] pair up, is anybody left over?",
                "Is house number {a} on the even or the odd side of the street?",
                "If I have {a} [sweets|coins|cards], can two people share them equally?",
                "[Help me|Please help me] with the parity of {a}.",
                "Would {a} [leave a remainder|leave one over] when divided by two?",
                "Is {a} [really|actually|truly] [even|odd]?",
                "[Even|Odd] number or not: {a}?",
                "Should {a} go in the even or the odd column?",
                "Please tell me the parity of the number {a}.",
                "Is {a} in the two times table?",
            ),
        ),
        Intent(
            name="add more",
            ask=(
                "Now add {c}.",
                "[Plus|And plus|And] {c}?",
                "Add {c} to that.",
                "And {c} more?",
                "And if you add {c}?",
                "What if I add {c}?",
                "Add another {c}.",
                "[That|The result] plus {c}?",
                "[Then|Next|And then] [another|plus] {c}[|.]",
                "[plus|and add] {c} [please|too|on top]",
                "[Can|Could|Would] you [please |]add {c} [to it|to the result|to that "
                "result|more]?",
                "[Add|Put] {c} [more|on top|on top of that|as well][|.]",
                "Add {c} to [it|the result|the sum|the total|your answer|this][|.]",
                "[Increase|Raise] [it|that|the result|the total] by {c}[|.]",
                "[What's|What is] that plus {c}?",
                "[What's|What is] the [result|answer|total|sum] plus {c}?",
                "What's it [if|when] [I|you|we] add {c}[| more| to it]?",
                "What do [you get if you|we get when we|I get if I] add {c} [to that|to the "
                "result|more]?",
                "What [happens|comes out] if you add {c} [to that|more|on top]?",
                "How much is [that|it|the result] plus {c}?",
                "How much [would|will] it be with {c} [more|added|on top]?",
                "And [if I add|when you add|with] {c} [more|on top]?",
                "And now {c} [more|on top|in addition][|.|?]",
                "[Take|Use] [that|the result|that number] and add {c}[|.]",
                "I [forgot|need to add|still have to add] {c}[| more][|.]",
                "I'd like to add {c} [to that|more|on top][|.]",
                "I [get|find|receive] {c} more, how much is it now?",
                "[Another|An extra|A further] {c} on top of that[|.|?]",
                "[Go on|Continue|Carry on]: plus {c}[|.]",
                "[Don't stop there|One more thing|Wait], add {c}[| to it][|.]",
                "[+|+ ]{c}[|?| =]",
                "Then there [are|come] {c} more, what's the [total|sum|new total] [now|then]?",
                "[Now|And now] plus {c}[|.|?]",
                "[Now|Next|Then] [increase|raise] it by {c}[|.]",
                "[Please|Now please] add {c} [to your result|to the answer|to that number][|.]",
                "[And|Now] [what about|how about] {c} more?",
                "And [together with|along with] {c}?",
                "What would [the total|the sum|the result] be with {c} more?",
                "[Throw in|Tack on|Include] {c} more[|.]",
                "[Make|Let's make] it {c} more[|.]",
                "Give me [that|the result|the sum] plus {c}[|.]",
                "[And|Now] another {c} [on top|added|to it][|?|.]",
                "What do I have [if|when] {c} more [come|arrive|are added]?",
                "[Someone|My friend|Grandma] gives me {c} more. How many [now|is that now|do "
                "I have then]?",
                "I forgot {c}, so add [that|them] too.",
                "There's {c} more to add [to that|to the total].",
                "[plus|then|now] {c} more",
                "Let's add {c} [to that|more|on top].",
                "[Keep|Go on] adding: {c} more[|.]",
                "Now I'd like to know that plus {c}.",
                "Don't stop, add {c} [as well|too|to it].",
                "And if it [grows|rises|goes up|increases] by {c}?",
                "[Sum|Total] with {c} more[|?]",
                "[Could|Can|Would] you increase [that|it|the result] by {c}?",
                "I wonder what it is with {c} more.",
                "Suppose I add {c} [more|to that], what's the [new total|new sum|answer]?",
            ),
            answers=("{work}",),
            expect=("{result}",),
            fill=sequel_slots,
            history=(("What is {a} + {b}?", "{first}"),),
        ),
    ),
)
