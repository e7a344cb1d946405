"""Rewriting a sentence: case, spelling, politeness, length, or not at all."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import (
    ADJECTIVES,
    OWN,
    PEOPLE,
    THINGS,
    VERBS,
    action,
    jumble,
    sentence,
    word,
)
from serve.demo.topic import Fill, Intent, Slots, Topic

MISSPELT = {
    "have": "hav", "with": "wiht", "friend": "freind", "because": "becuase", "the": "teh",
    "receive": "recieve", "tomorrow": "tommorow", "beautiful": "beatiful", "house": "hous",
    "their": "thier", "please": "plese", "people": "poeple", "school": "shcool", "write": "wriet",
    "tonight": "tonite", "weather": "wether", "letter": "leter", "kitchen": "kichen",
    "morning": "mornig", "garden": "gaden", "coffee": "cofee", "picture": "pictuer",
    "favourite": "favourit", "really": "realy", "definitely": "definately", "family": "famly",
}  # fmt: skip
FILLERS = ("very", "really", "quite", "rather", "extremely", "truly")
QUOTES = (('"', '"'), ("'", "'"), ("", ""), ("“", "”"))


def quoted(rng: Random, text: str) -> str:
    """The text in one of the usual quotation marks, or none."""
    left, right = rng.choice(QUOTES)
    return left + text + right


def upper_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence and the same in capitals."""
    text = jumble(rng, 8) if rng.random() < 0.3 else sentence(rng)
    return {"text": quoted(rng, text), "result": text.upper()}


def lower_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence in capitals and the same without."""
    text = sentence(rng)
    return {"text": quoted(rng, text.upper()), "result": text}


def repeat_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence to say again, as it is."""
    text = jumble(rng, 24) if rng.random() < 0.5 else sentence(rng)
    text = rng.choice((text, text.capitalize() + ".", text.upper()))
    return {"text": quoted(rng, text), "result": text}


def spelling_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence with one or two misspelt words, and as it should be."""
    words = rng.sample(sorted(MISSPELT), k=2)
    frames = (
        "i {x} my {y} today", "we saw the {x} and the {y}", "this is {x} about {y}",
        "she likes the {x} {y}", "tell me {x} or {y}", "my {x} is {y}", "the {x} comes {y}",
        "i want {x} for {y}", "{x} and {y} are words", "do you {x} it {y}",
    )  # fmt: skip
    frame = rng.choice(frames)
    right = frame.replace("{x}", words[0]).replace("{y}", words[1]).capitalize() + "."
    second = MISSPELT[words[1]] if rng.random() < 0.6 else words[1]
    wrong = frame.replace("{x}", MISSPELT[words[0]]).replace("{y}", second)
    return {"text": quoted(rng, wrong), "result": right}


def polite_slots(rng: Random, _held_out: bool) -> Slots:
    """An order and the same as a polite question."""
    text = action(rng)
    order = rng.choice((text, text.capitalize() + ".", text.capitalize() + "!"))
    return {"text": quoted(rng, order), "result": f"Could you please {text}?"}


def shorter_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence with empty words and the same without them."""
    who, verb, what = word(rng, PEOPLE), word(rng, VERBS), word(rng, THINGS)
    own, kind = rng.choice(OWN), word(rng, ADJECTIVES)
    filler, end = rng.choice(FILLERS), rng.choice(("right now", "at this moment", "as it seems"))
    text = f"The {filler} {kind} {who} {verb} {own} {what} {end}."
    return {"text": quoted(rng, text), "result": f"The {who} {verb} {own} {what}."}


def rewriting(name: str, fill: Fill, ask: tuple[str, ...], weight: float = 1.0) -> Intent:
    """An intent whose answer is the rewritten text alone."""
    return Intent(name, ask, ("{result}",), ("{result}",), fill, weight=weight, literal=True)


REPEAT = rewriting(
    "repeat",
    repeat_slots,
    (
        "[Repeat|Say|Echo]: {text}",
        "Say {text}[|.| again.]",
        "Repeat after me: {text}",
        "[Write|Type|Print] {text}",
        "Say exactly this: {text}",
        "[Repeat|Copy] this [sentence|text|line]: {text}",
        "Can you [repeat|say] {text}?",
        "Please [say|repeat] {text}",
        "[Echo|Repeat] the following[| text]: {text}",
        "Copy what I write here: {text}",
        "[Copy|Echo|Repeat] {text}",
        "[Could|Can|Would] you [say|repeat|copy|write|echo] this[| for me| exactly]: {text}",
        "[Please|Now] [copy|echo|write|type|print] [|this: ]{text}",
        "[Repeat|Say|Write] what I [write|say|type][| here| now]: {text}",
        "[Say|Repeat|Write|Copy] the following [sentence|words|line][| exactly]: {text}",
        "[Copy|Write down|Type out] [these words|this text|this line|my words]: {text}",
        "[I want|I need|I would like] you to [say|repeat|write|copy][| this]: {text}",
        "[Repeat|Copy|Write] [exactly|word for word][| this]: {text}",
        "[Say|Write] [only|just] [this|these words]: {text}",
        "[Answer|Reply] [with|only with] [this|these words]: {text}",
        "[Give|Tell|Write|Send] me [back |]exactly this: {text}",
        "[Would|Could] you please [say|repeat|copy] {text}",
        "Say the same [as I|as me|thing]: {text}",
        "[My words|The sentence|The text] to [repeat|copy|say]: {text}",
    ),
    3.5,
)

TOPIC = Topic(
    name="rewriting",
    share=12.0,
    checks=12,
    intents=(
        rewriting(
            "upper case",
            upper_slots,
            (
                "[Write|Put|Say] {text} in [upper case|capital letters|capitals|uppercase].",
                "[Uppercase|Capitalise] this: {text}",
                "[Turn|Convert|Change] {text} [to|into] [upper case|uppercase|capital letters].",
                "[Make|make] this upper case: {text}",
                "I need {text} in capital letters.",
                "[In capitals|Upper case|uppercase]: {text}",
                "Rewrite this in [upper case|uppercase|all caps|capital letters]: {text}",
                "What is {text} in [upper case|all caps|capitals]?",
                "[Shout|shout]: {text}",
                "Please rewrite {text} using only capital letters.",
                "[Rewrite|Please write|Please put] {text} [using|with|in] [only |][capital "
                "letters|capitals][|.]",
                "[Rewrite|Write|Type] this [using|with] [only|just] [capital letters|capitals]: "
                "{text}",
                "[Could|Can|Would] you [write|put|rewrite|say] {text} in [capital "
                "letters|capitals|upper case|all caps]?",
                "[Could|Can|Would] you [write|put|turn|rewrite] this [in|into] [capital "
                "letters|capitals|upper case]: {text}",
                "I [want|would like] {text} in [capitals|capital letters|upper case|all caps].",
                "[Please|Now] [write|put|type] this in [capital letters|capitals|upper case|all "
                "caps]: {text}",
                "{text} in [capital letters|capitals|upper case|all caps][|, please]",
                "[Use|With|Using] [only |][capital letters|capitals|upper case]: {text}",
                "[All caps|Capitals|Capital letters|Only capitals|In upper case]: {text}",
                "[Make|Turn|Change] [all letters|every letter|each letter] of {text} [into "
                "|]capital.",
                "Is it possible to write {text} in [capitals|capital letters]?",
                "How [does|would] {text} look in [capital letters|capitals|upper case]?",
                "[Give|Show] me {text} in [capital letters|capitals|all caps].",
                "Make {text} all [capital letters|capitals|caps|upper case].",
            ),
            1.5,
        ),
        rewriting(
            "lower case",
            lower_slots,
            (
                "[Write|Put] {text} in [lower case|small letters|lowercase].",
                "[Lowercase|lowercase] this: {text}",
                "[Turn|Convert|Change] {text} [to|into] [lower case|lowercase|small letters].",
                "[Make|make] this lower case: {text}",
                "I need {text} in small letters.",
                "[Lower case|In small letters]: {text}",
                "Rewrite this in [lower case|lowercase|small letters]: {text}",
                "What is {text} in lower case?",
                "Please write {text} without capitals.",
                "Please rewrite {text} using only small letters.",
            ),
        ),
        REPEAT,
        rewriting(
            "spelling",
            spelling_slots,
            (
                "[Fix|Correct] the spelling: {text}",
                "[Fix|Correct] the [spelling|mistakes|errors|typos] in {text}",
                "[Correct|Fix] this [sentence|text|for me]: {text}",
                "[Spell-check|Check] this: {text}",
                "Correct my spelling in this sentence: {text}",
                "Is this right? {text}",
                "Please [correct|fix] {text}",
                "What is the right spelling of {text}",
                "There are mistakes in {text}. [Fix|Correct] them.",
                "Find and fix the typos: {text}",
            ),
            1.3,
        ),
        rewriting(
            "polite",
            polite_slots,
            (
                "Make this [polite|more polite|politer]: {text}",
                "[Say|Write|Rewrite] this [politely|in a polite way|more politely]: {text}",
                "Rewrite {text} [politely|in a polite way].",
                "[Turn|Make] {text} [into|] a polite [question|request].",
                "How do I say {text} politely?",
                "Make {text} [polite|more polite|sound polite].",
                "[Politely|More polite|Polite version]: {text}",
                "What is a polite [way to say|version of] {text}",
                "Make this sound nicer: {text}",
                "Please put this into polite words: {text}",
            ),
        ),
        rewriting(
            "shorter",
            shorter_slots,
            (
                "Make this shorter: {text}",
                "[Shorten|Cut]: {text}",
                "[Shorten|Summarise|Summarize] this[| sentence]: {text}",
                "Rewrite {text} in fewer words.",
                "Say this in fewer words: {text}",
                "Make {text} shorter.",
                "[Give me|Write] a shorter version of {text}",
                "Shorten {text}",
                "Remove the empty words: {text}",
                "Could you shorten this sentence? {text}",
            ),
        ),
    ),
)
