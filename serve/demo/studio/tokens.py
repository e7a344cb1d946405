"""The coder's tokenizer: byte-level BPE, and one token for each piece of code that all apps share.

An app has 150 tokens instead of 600, which makes training and answers that much quicker. What an
option may change is never part of such a piece, so that it is copied word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tokenizers import AddedToken, Tokenizer

from serve.demo.network import CODER_VOCAB_SIZE
from serve.demo.studio import answers
from serve.demo.studio.kinds import KINDS
from serve.demo.studio.lessons import conversation, lessons, start
from serve.demo.studio.options import Kind
from serve.demo.tokenizer import train_tokenizer

LESSONS = 12_000
SHORTEST = 4
"""Characters of a piece of code that gets a token."""
_OPEN = "\ue000"
"""Stands for what an option says."""
_CODE = re.compile(r'[<>{}=();"]')


def make_tokenizer(seed: int) -> Tokenizer:
    """From the lessons of this seed."""
    pieces = shared_code()
    cut = re.compile("|".join(re.escape(piece) for piece in pieces))
    texts = (
        part
        for lesson in lessons(seed, 0, LESSONS)
        for message in conversation(lesson)
        for part in cut.split(message.content)
        if part
    )
    tokenizer = train_tokenizer(texts, CODER_VOCAB_SIZE - len(pieces), words_apart=True)
    tokenizer.add_tokens([AddedToken(piece, normalized=False) for piece in pieces])
    return tokenizer


@cache
def shared_code() -> tuple[str, ...]:
    """The pieces that get a token, longest first."""
    found = {piece for text in _skeletons() for piece in _pieces(text)}
    return tuple(sorted(found, key=lambda piece: (-len(piece), piece)))


def _skeletons() -> Iterator[str]:
    """Every kind's code, and the protocol, with marks where options stand."""
    yield answers.prompt(start(), _OPEN)
    yield answers.new_app(_OPEN, start(), _OPEN)
    yield answers.changed([_OPEN], f"{_OPEN}\n", f"{_OPEN}{_OPEN}\n", _OPEN)
    for kind in KINDS:
        yield from _code_of(kind)


def _code_of(kind: Kind) -> Iterator[str]:
    """With and without what may be switched on."""
    plain = kind.defaults.having(
        **dict.fromkeys(("title", "colour"), _OPEN),
        **dict.fromkeys(kind.numbers, _OPEN),
        button=_OPEN if kind.defaults.button else "",
        text=kind.defaults.text if kind.text and kind.text.choices else _OPEN,
        items=(_OPEN,) if kind.items else (),
    )
    yield kind.render(plain)
    yield kind.render(plain.having(items=()))
    yield kind.render(
        plain.having(subtitle=_OPEN, dark=True, reset=bool(kind.reset), button_colour=_OPEN)
    )


def _pieces(text: str) -> Iterator[str]:
    for line in re.split(rf"\n|{_OPEN}", text):
        piece = line.strip(" ") if line.startswith("  ") else line
        if len(piece.strip()) >= SHORTEST and _CODE.search(piece):
            yield piece
