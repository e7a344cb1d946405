"""Train the demo coder on this machine's CPU, as `serve/demo/train.py` does:

    python -m serve.demo.studio.adopting /tmp/start
    python -m serve.demo.train_code --start /tmp/start --minutes 70 --rate 2e-3

The first makes a tokenizer and gives it what the chat model knows. That saves most of the time:
words are copied after 30 steps; from random weights they were not after 300. `--start
serve/demo/code_model` goes on from what ships. Where others use the processor as well, set
OMP_WAIT_POLICY=PASSIVE: threads that spin while they wait took two and a half times as long.
"""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Tokenizer

from serve.demo import CODE_MODEL_DIR
from serve.demo.batches import Batch, Sample, batched, encode_all
from serve.demo.network import coder_config
from serve.demo.publish import FIGURES
from serve.demo.studio.lessons import Lesson, conversation, lessons
from serve.demo.studio.tokens import make_tokenizer
from serve.demo.tokenizer import token_id
from serve.demo.train import Course, main

LESSONS = 24
"""Whole lessons of a pool, and as many short ones."""
LOOKED_AT = 100
"""As many of both beside them, of which those are learnt that are not known."""
BATCH_TOKENS = 3072
CARD = (
    """\
---
language: en
---
# Atelier's demo coder

A very small model that builds small React apps from one sentence and changes them with diffs,
so that the studio can be tried without network, key or GPU. It knows eighteen kinds of apps
and nothing else, and it is wrong often enough that nobody should rely on it.

It began as Atelier's demo chat model and was trained on a CPU by
`python -m serve.demo.train_code`, only on the lessons that `serve/demo/studio/` makes from a
seed: no other text, no other model. Steps, minutes and tokens below count all trainings.
`python -m serve.demo.evaluate_code` asks for apps in words that training never showed, and runs
what it answers in a browser.

"""
    + FIGURES
)


def pool(tokenizer: Tokenizer, seed: int, index: int) -> list[Batch]:
    """Pool `index` of training."""
    return batched(tokenizer, both(tokenizer, f"{seed}:{index}", LESSONS), BATCH_TOKENS)


def questions(tokenizer: Tokenizer, seed: int, index: int) -> list[Sample]:
    """What is looked at beside pool `index`."""
    return both(tokenizer, f"{seed}:{index}:more", LOOKED_AT)


def both(tokenizer: Tokenizer, seed: str, count: int) -> list[Sample]:
    """So many whole lessons, and as many short ones."""
    whole = encoded(tokenizer, list(lessons(seed, 0, count)))
    return whole + short(tokenizer, f"{seed}:short", count)


def short(tokenizer: Tokenizer, seed: str, count: int) -> list[Sample]:
    """Lessons, those about new apps only up to the end of their plan: it says what was
    understood, and the code that follows from it is learnt sooner."""
    end = token_id(tokenizer, "</plan>")
    drawn = list(lessons(seed, 0, count))
    samples = encoded(tokenizer, drawn)
    sizes = [
        ids.index(end) + 1 if lesson.sort == "new" else len(ids)
        for lesson, (ids, _) in zip(drawn, samples, strict=True)
    ]
    return [(ids[:size], labels[:size]) for (ids, labels), size in zip(samples, sizes, strict=True)]


def encoded(tokenizer: Tokenizer, drawn: Sequence[Lesson]) -> list[Sample]:
    """Lessons as tokens, with labels on the answers."""
    return encode_all(tokenizer, [conversation(lesson) for lesson in drawn])


CODE = Course(
    folder="atelier-demo-code",
    model_dir=CODE_MODEL_DIR,
    config=coder_config,
    make_tokenizer=make_tokenizer,
    pool=pool,
    questions=questions,
    primer_pools=0,
    unknown_nats=0.3,
    batch_tokens=BATCH_TOKENS,
    dropout=0.0,
    about=CARD,
)

if __name__ == "__main__":
    main(CODE, __doc__)
