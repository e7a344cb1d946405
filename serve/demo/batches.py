"""Conversations as token batches of similar lengths, with labels on what the model says."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import torch
from tokenizers import Tokenizer

from serve.demo.corpus import Conversation, conversations, questions
from serve.demo.network import MAX_TOKENS
from serve.demo.tokenizer import (
    ASSISTANT,
    END,
    PAD,
    SPECIAL_TOKENS,
    SYSTEM,
    USER,
    token_id,
)

IGNORE = -100
POOL = 256
"""Conversations drawn at a time and sorted by length."""
QUESTIONS = 24 * POOL
"""Single questions looked at beside a pool; only those not yet known are learnt."""
HEAD_TOKENS = 20
"""The beginning of an answer, which decides what it says; the rest is known by heart, but for
numbers, which are counted."""
BATCH_TOKENS = 4096
PRIMER_POOLS = 100
"""Pools of random tokens to repeat, before the corpus begins."""
PRIMER_LENGTHS = (2, 40)

Sample = tuple[list[int], list[int]]
Batch = tuple[torch.Tensor, torch.Tensor]


def pool(tokenizer: Tokenizer, seed: int, index: int) -> list[Batch]:
    """Pool `index` of training as (ids, labels) batches, each int64 [rows, tokens]."""
    if index < PRIMER_POOLS:
        unsorted = primer(tokenizer, Random(f"{seed}:primer:{index}"))
    else:
        first = (index - PRIMER_POOLS) * POOL
        unsorted = encode_all(tokenizer, list(conversations(seed, first, POOL)))
    return batched(tokenizer, unsorted)


def heads(tokenizer: Tokenizer, seed: int, index: int) -> list[Sample]:
    """The single questions that go with pool `index`, and how their last answers begin."""
    assistant = token_id(tokenizer, ASSISTANT)
    digits = {token_id(tokenizer, digit) for digit in "0123456789"}
    talks = list(questions(seed, index * QUESTIONS, QUESTIONS))
    samples = []
    for ids, labels in encode_all(tokenizer, talks):
        answer = len(ids) - ids[::-1].index(assistant)
        by_heart = digits.isdisjoint(ids[answer + HEAD_TOKENS :])
        end = answer + HEAD_TOKENS if by_heart else len(ids)
        samples.append((ids[:end], [IGNORE] * answer + labels[answer:end]))
    return samples


def batched(
    tokenizer: Tokenizer, unsorted: Sequence[Sample], most_tokens: int = BATCH_TOKENS
) -> list[Batch]:
    """The samples as batches of similar lengths, the shortest first."""
    samples = sorted(unsorted, key=lambda sample: len(sample[0]))
    pad = token_id(tokenizer, PAD)
    batches: list[Batch] = []
    rows: list[Sample] = []
    for sample in samples:
        if rows and (len(rows) + 1) * len(sample[0]) > most_tokens:
            batches.append(stack(rows, pad))
            rows = []
        rows.append(sample)
    if rows:
        batches.append(stack(rows, pad))
    return batches


def primer(tokenizer: Tokenizer, rng: Random) -> list[Sample]:
    """Random tokens said by the user and again by the assistant.

    Attention learns to look back and copy (induction heads, Olsson et al. 2022) in a few
    hundred steps of this. From sentences, which can be guessed by heart, a model this small
    learns it last, and with it names, sums and rewriting.
    """
    user, assistant, end = (token_id(tokenizer, token) for token in (USER, ASSISTANT, END))
    plain = range(len(SPECIAL_TOKENS), tokenizer.get_vocab_size())
    samples: list[Sample] = []
    for _ in range(POOL):
        said = [*rng.choices(plain, k=rng.randint(*PRIMER_LENGTHS)), end]
        samples.append(([user, *said, assistant, *said], [IGNORE] * (len(said) + 2) + said))
    return samples


def encode_all(tokenizer: Tokenizer, talks: Sequence[Conversation]) -> list[Sample]:
    """(ids, labels) of each conversation: what the chat template renders, cut at MAX_TOKENS.

    A label is the id itself inside assistant turns (the end token too), else IGNORE.
    """
    roles = {"system": SYSTEM, "user": USER, "assistant": ASSISTANT}
    role_ids = {role: token_id(tokenizer, token) for role, token in roles.items()}
    end = token_id(tokenizer, END)
    texts = [message.content for talk in talks for message in talk]
    encoded = iter(tokenizer.encode_batch(texts, add_special_tokens=False))
    samples: list[Sample] = []
    for talk in talks:
        ids: list[int] = []
        labels: list[int] = []
        for message in talk:
            body = [*next(encoded).ids, end]
            ids += [role_ids[message.role], *body]
            spoken = message.role == "assistant"
            labels += [IGNORE, *(body if spoken else [IGNORE] * len(body))]
        samples.append((ids[:MAX_TOKENS], labels[:MAX_TOKENS]))
    return samples


def stack(rows: Sequence[Sample], pad: int) -> Batch:
    """Pad on the right, where causal attention never looks."""
    width = max(len(ids) for ids, _ in rows)
    ids = torch.tensor([row + [pad] * (width - len(row)) for row, _ in rows])
    labels = torch.tensor([row + [IGNORE] * (width - len(row)) for _, row in rows])
    return ids, labels
