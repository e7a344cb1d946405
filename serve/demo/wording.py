"""Changes to a question that leave its meaning: other frames, other words, and bad typing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

OPENERS = (
    "Please ", "Hey, ", "Hi, ", "Hello! ", "Hi! ", "Ok, ", "So, ", "Quick question: ",
    "One question: ", "Tell me, ", "And ", "Now, ", "Well, ", "Um, ", "Another thing: ",
    "Sorry, ", "Just curious: ", "I am new here. ", "I have a question. ", "Help! ",
    "Before I begin: ", "A friend asks: ", "My question: ", "By the way, ",
    "Not urgent, but ", "My boss wants to know: ", "Silly question, ", "Maybe a stupid one: ",
    "Good morning. ", "Good evening! ", "Excuse me, ", "Honestly, ", "Actually, ", "Oh, ",
    "Hmm. ", "Okay then, ", "Let me ask: ", "For my notes: ", "In short: ", "Seriously, ",
    "Wait, ", "First of all, ", "Next, ", "Then ", "Right, ", "Dear assistant, ", "Hey there! ",
    "My colleague wonders: ", "I just arrived. ", "Perhaps you know: ", "Alright, ",
    "Since you are here: ", "I am writing a report. ", "Asking for a friend: ", "Urgent: ",
    "We are a small team. ", "I teach a class. ", "My son asks: ", "On my phone now. ",
)  # fmt: skip
CLOSERS = (
    " please", ", please", " Thanks.", " thanks!", " Thank you!", " :)", "...", "!", "??", " pls",
    ", if I may ask", ", would you know?", ", roughly", " today", " here", ", exactly?",
    " for me", ", thanks in advance", ", my friend",
)  # fmt: skip
AFTERTHOUGHTS = (
    "I am new here.", "Can you help?", "Just curious.", "I could not find it.", "Thanks a lot!",
    "I hope you know.", "I have no idea.", "It is urgent.", "Sorry for asking.", "No hurry.",
    "A short answer will do.", "My colleague could not say.", "Much appreciated.", "Cheers.",
    "I have looked everywhere.", "It is for work.", "It is for school.", "I keep forgetting.",
    "That would be great.", "I am in a hurry.", "Nobody told me.", "Any hint is welcome.",
)  # fmt: skip

_WAY = (
    "How do I", "How can I", "How could I", "How would I", "How do you", "How does one", "How to",
    "How should I", "How might I", "Tell me how to", "Tell me how I can", "Show me how to",
    "Explain how to", "Can you tell me how to", "Could you show me how to", "Do you know how to",
    "I do not know how to", "I wonder how to", "I forgot how to", "What must I do to",
    "What do I have to do to", "What should I do to", "What do I need to do to", "Any idea how to",
    "What is the way to", "What is the best way to", "Is there a way to", "I want to",
    "I would like to", "I need to", "I am trying to", "Help me", "Can you help me",
    "I cannot figure out how to", "Is there an easy way to", "Steps to",
)  # fmt: skip
_MAY = (
    "Can I", "Could I", "May I", "Am I able to", "Is it possible to", "Is there a way to",
    "Is there any way to", "Would I be able to", "Am I allowed to", "I wonder if I can",
    "I would like to know if I can", "Do you know if I can", "Tell me if I can",
)  # fmt: skip
_WHERE = (
    "Where is", "Where do I find", "Where can I find", "Where would I find", "Where can I see",
    "Tell me where to find", "Show me where to find", "I cannot find", "I am looking for",
    "How do I find", "I wonder where I can find",
)  # fmt: skip
_WHAT = (
    "What is", "Tell me", "Can you tell me", "I want to know", "I would like to know",
    "Do you know", "I wonder about", "Explain", "Could you explain", "What exactly is",
)  # fmt: skip
_WILL = (
    "Can you", "Could you", "Would you", "Will you", "Please", "I want you to",
    "I would like you to", "Could you please", "Are you able to", "Would you be so kind to",
)  # fmt: skip

FRAMES: tuple[tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        re.compile(r"(?:How (?:do|can|could|would) (?:I|you)|How to) (?=\w)"),
        _WAY,
        (".", "", ". How?", ". How do I do that?", ", but how?"),
    ),
    (re.compile(r"(?:Can|Could|May) I (?=\w)"), _MAY, (".", "", ", please.")),
    (
        re.compile(r"Where (?:is|are|do I find|can I find) (?=(?:the|my|all)\b)"),
        _WHERE,
        (".", "", ". Where is it?", ", please."),
    ),
    (re.compile(r"What (?:is|are) (?=the\b)"), _WHAT, (".", "", ", please.")),
    (re.compile(r"(?:Can|Could|Would) you (?!(?:do|be|please)\b)(?=\w)"), _WILL, (".", "")),
)
"""How a kind of question begins, what else it may begin with, and how it ends as a statement."""

SYNONYMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split(" / "))
    for line in (Path(__file__).parent / "thesaurus.txt").read_text("utf-8").splitlines()
)
"""Words and phrases that may stand for each other in a question to Atelier."""

CONTRACTIONS = (
    ("What is", "What's"), ("what is", "what's"), ("Where is", "Where's"), ("How is", "How's"),
    ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"), ("is not", "isn't"),
    ("cannot", "can't"), ("I would", "I'd"), ("I am", "I'm"), ("it is", "it's"), ("It is", "It's"),
    ("There is", "There's"), ("I have", "I've"), ("you are", "you're"), ("will not", "won't"),
    ("who is", "who's"), ("Who is", "Who's"), ("that is", "that's"), ("That is", "That's"),
)  # fmt: skip
_SMALL_WORDS = frozenset(
    ("a", "an", "the", "my", "to", "of", "is", "are", "do", "does", "for", "me", "please", "i",
     "it", "this", "that", "in", "can", "could", "you", "there", "would", "will", "at", "on", "be",
     "any", "some", "so", "just", "your", "with", "was", "did", "has", "have")
)  # fmt: skip


def retype(rng: Random, question: str) -> str:
    """The same question as another person might type it."""
    if rng.random() < 0.35:
        question = reframe(rng, question)
    while rng.random() < 0.5:
        question = replace_word(rng, question)
    if rng.random() < 0.3:
        question = contract(rng, question)
    if rng.random() < 0.2:
        opener = rng.choice(OPENERS)
        keeps_capital = opener.rstrip()[-1] in "!.:"
        question = opener + (question if keeps_capital else question[:1].lower() + question[1:])
    if rng.random() < 0.08:
        question = question.rstrip("?.!") + rng.choice(CLOSERS)
    elif rng.random() < 0.06 and question[-1] in "?.!":
        question += " " + rng.choice(AFTERTHOUGHTS)
    if rng.random() < 0.2:
        question = question.lower()
    if rng.random() < 0.15:
        question = question.rstrip("?.!")
    while rng.random() < 0.2:
        question = drop_small_word(rng, question)
    if rng.random() < 0.08:
        question = mistype(rng, question)
    return question


def reframe(rng: Random, question: str) -> str:
    """Another beginning of the same kind, where the question begins with a known one."""
    for pattern, beginnings, ends in FRAMES:
        if match := pattern.match(question):
            rest, beginning = question[match.end() :], rng.choice(beginnings)
            if beginning.split()[0] not in _ASKING and rest.endswith("?"):
                rest = rest[:-1] + rng.choice(ends)
            return f"{beginning} {rest}"
    return question


_ASKING = frozenset(
    ("How", "What", "Where", "Can", "Could", "May", "Am", "Is", "Would", "Will", "Do", "Are", "Any")
)  # fmt: skip


def replace_word(rng: Random, question: str) -> str:
    """One word or phrase that has synonyms replaced by another of them."""
    places = list(_replaceable(question))
    if not places:
        return question
    start, end = rng.choice(places)
    said = question[start:end].lower()
    other = rng.choice([word for word in _GROUPS[said] if word.lower() != said])
    other = re.sub(r"\bi\b", "I", other)
    if start == 0 and question[0].isupper():
        other = other[0].upper() + other[1:]
    return question[:start] + other + question[end:]


def _replaceable(question: str) -> Iterator[tuple[int, int]]:
    """Where phrases that have synonyms begin and end: from the left, the longest first."""
    words = [match.span() for match in _WORD.finditer(question)]
    i = 0
    while i < len(words):
        for length in range(min(_LONGEST, len(words) - i), 0, -1):
            start, end = words[i][0], words[i + length - 1][1]
            if question[start:end].lower() in _GROUPS:
                yield start, end
                i += length - 1
                break
        i += 1


_GROUPS: Mapping[str, tuple[str, ...]] = {
    word.lower(): group for group in SYNONYMS for word in group
}
_LONGEST = max(len(word.split()) for word in _GROUPS)
"""Words of a phrase."""
_WORD = re.compile(r"[\w'-]+")


def contract(rng: Random, question: str) -> str:
    """ "What's" for "what is", or the other way round, where the question has either."""
    there = [pair for pair in CONTRACTIONS if pair[0] in question or pair[1] in question]
    if not there:
        return question
    long, short = rng.choice(there)
    return question.replace(long, short) if long in question else question.replace(short, long)


def drop_small_word(rng: Random, question: str) -> str:
    """Without one of the words that carry little, as in a search box."""
    words = question.split(" ")
    small = [i for i, word in enumerate(words) if word.lower() in _SMALL_WORDS]
    if len(words) < 4 or not small:
        return question
    del words[rng.choice(small)]
    return " ".join(words)


def mistype(rng: Random, text: str) -> str:
    """Drop, double or swap one letter, past the first word's first letter."""
    places = [i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i + 1].isalpha()]
    if not places:
        return text
    i = rng.choice(places)
    middle = rng.choice((text[i + 1], text[i] * 2 + text[i + 1], text[i + 1] + text[i]))
    return text[:i] + middle + text[i + 2 :]
