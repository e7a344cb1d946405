"""Train the demo coder on this machine's CPU, as `serve/demo/train.py` does:

    python -m serve.demo.studio.adopting /tmp/start
    python -m serve.demo.train_code --start /tmp/start --minutes 70 --rate 2e-3

The first makes a tokenizer and gives it what the chat model knows. That saves most of the time:
words are copied after 30 steps; from random weights they were not after 300.
"""

from __future__ import annotations

from tokenizers import Tokenizer

from serve.demo import CODE_MODEL_DIR
from serve.demo.batches import Batch, Sample, batched, encode_all
from serve.demo.network import coder_config
from serve.demo.publish import FIGURES
from serve.demo.studio.lessons import conversation, lessons
from serve.demo.studio.tokens import make_tokenizer
from serve.demo.tokenizer import token_id
from serve.demo.train import Course, main

LESSONS = 48
"""Whole lessons of a pool, and as many of which only the plan is learnt: it says what was
understood, and what follows from it is learnt sooner."""
LOOKED_AT = 200
"""Lessons and plans beside them, of which those are learnt that are not known."""
BATCH_TOKENS = 3072
BLIND_POOLS = 100
"""Pools before others are looked at: until then few are known, and twice as many are learnt."""
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
seed: no other text, no other model. Steps, minutes and tokens below count both trainings.
`python -m serve.demo.evaluate_code` asks for apps in words that training never showed, and runs
what it answers in a browser.

"""
    + FIGURES
)


def pool(tokenizer: Tokenizer, seed: int, index: int) -> list[Batch]:
    """Pool `index` of training."""
    count = 2 * LESSONS if index < BLIND_POOLS else LESSONS
    return batched(tokenizer, both(tokenizer, f"{seed}:{index}", count), BATCH_TOKENS)


def questions(tokenizer: Tokenizer, seed: int, index: int) -> list[Sample]:
    """What is looked at beside pool `index`."""
    if index < BLIND_POOLS:
        return []
    return both(tokenizer, f"{seed}:{index}:more", LOOKED_AT)


def both(tokenizer: Tokenizer, seed: str, count: int) -> list[Sample]:
    """So many lessons, and the plans of as many others."""
    whole = encoded(tokenizer, seed, 0, count)
    return whole + plans(tokenizer, seed, count, count)


def plans(tokenizer: Tokenizer, seed: str, first: int, count: int) -> list[Sample]:
    """Lessons up to the end of their plan; those without one are whole."""
    end = token_id(tokenizer, "</plan>")
    samples = encoded(tokenizer, seed, first, count)
    sizes = [ids.index(end) + 1 if end in ids else len(ids) for ids, _ in samples]
    return [(ids[:size], labels[:size]) for (ids, labels), size in zip(samples, sizes, strict=True)]


def encoded(tokenizer: Tokenizer, seed: str, first: int, count: int) -> list[Sample]:
    """Lessons as tokens, with labels on the answers."""
    return encode_all(tokenizer, [conversation(it) for it in lessons(seed, first, count)])


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
