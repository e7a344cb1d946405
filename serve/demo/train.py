"""Train the demo model on this machine's CPU: `python -m serve.demo.train`.

Training resumes from its last checkpoint, and every checkpoint replaces `model/`. With
`--start serve/demo/model` it begins with the weights of an earlier training, and with `--keep 0.5`
what it publishes is half way between those and its own.
"""

from __future__ import annotations

import argparse
import copy
import math
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel
from transformers import LlamaConfig, LlamaForCausalLM

from serve.demo import MODEL_DIR
from serve.demo.batches import (
    BATCH_TOKENS,
    IGNORE,
    PRIMER_POOLS,
    Batch,
    Sample,
    batched,
    heads,
    pool,
)
from serve.demo.corpus import conversations
from serve.demo.muon import Muon, quick_products
from serve.demo.network import VOCAB_SIZE, demo_config
from serve.demo.publish import CARD, earlier_facts, publish
from serve.demo.tokenizer import END, PAD, token_id, train_tokenizer

TOKENIZER_TALKS = 20_000
CHECKPOINT_S = 240
KNOWN = 0.05
"""The part of the known questions that is learnt again, lest they be forgotten."""
FLASH_ABOVE = 1000
"""Tokens of a row above which torch's flash attention, slow backwards on a CPU, is faster."""

Optimizers = tuple[torch.optim.Optimizer, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """What a model is taught. Each function takes the seed of a training.

    `pool` are the batches of that number, `questions` are looked at beside it and learnt where the
    loss of their answers is above `unknown_nats`. `folder` names where checkpoints are kept.
    """

    folder: str
    model_dir: Path
    config: Callable[[int, int], LlamaConfig]
    make_tokenizer: Callable[[int], Tokenizer]
    pool: Callable[[Tokenizer, int, int], list[Batch]]
    questions: Callable[[Tokenizer, int, int], list[Sample]]
    primer_pools: int
    unknown_nats: float
    batch_tokens: int
    dropout: float
    about: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train: the corpus seed, its length in pools, and the optimisers' settings.

    `minutes` of training end it too, with the rate falling in time; a busy machine needs that.
    """

    seed: int = 7
    pools: int = 560
    minutes: float = math.inf
    peak_rate: float = 3e-3
    warmup: float = 0.03
    final: float = 0.05
    averaged: float = 0.3
    """The last part of training whose weights are averaged into those that are published."""
    keep: float = 0.0
    """The part of the starting weights in what is published: a short training on new lessons
    forgets old ones, and the average has both (Wortsman et al. 2022, arXiv 2109.01903)."""
    weight_decay: float = 0.05
    clip_norm: float = 1.0

    def done(self, pools: float, seconds: float) -> float:
        """The fraction of training that is over, by length or by time."""
        return max(pools / self.pools, seconds / 60 / self.minutes)

    def rate(self, done: float) -> float:
        """Learning rate after a fraction `done` of training: warm-up, then a cosine."""
        if done < self.warmup:
            return self.peak_rate * (done + 1e-3) / self.warmup
        cosine = 0.5 * (1 + math.cos(math.pi * (done - self.warmup) / (1 - self.warmup)))
        return self.peak_rate * (self.final + (1 - self.final) * cosine)


@dataclass
class Progress:
    """How far training has come; tokens counts those read, spoken those learnt."""

    pools: int = 0
    steps: int = 0
    tokens: int = 0
    spoken: int = 0
    seconds: float = 0.0


def train(course: Course, plan: Plan, work: Path, model_dir: Path, start: Path | None) -> None:
    """Train to the plan's end, continuing from what `work` holds."""
    torch.manual_seed(plan.seed)
    work.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(course, plan, work / "tokenizer.json", start)
    config = course.config(token_id(tokenizer, PAD), token_id(tokenizer, END))
    learner = Learner(LlamaForCausalLM(config), plan, course.dropout)
    progress = learner.begin(course, work / "checkpoint.pt", start)
    earlier = earlier_facts(start) if start else {}
    saved = time.monotonic()
    while plan.done(progress.pools, progress.seconds) < 1:
        loss = train_pool(course, learner, plan, progress, tokenizer)
        done = plan.done(progress.pools, progress.seconds)
        if done > 1 - plan.averaged:
            learner.mean.update_parameters(learner.model)
        print(
            f"{done:.1%} pools {progress.pools} steps {progress.steps} loss {loss:.4f} "
            f"tokens {progress.tokens} in {progress.seconds:.0f} s",
            flush=True,
        )
        if done >= 1 or time.monotonic() - saved > CHECKPOINT_S:
            learner.save(work / "checkpoint.pt", progress)
            facts = {name: value + earlier.get(name, 0) for name, value in asdict(progress).items()}
            facts["seed"] = plan.seed
            publish(learner.best(), tokenizer, model_dir, facts, course.about)
            saved = time.monotonic()


class Learner:
    """The model in training, its optimisers and the mean of its late weights.

    The mean (Izmailov et al. 2018) answers unseen wordings a little better than the last.
    """

    def __init__(self, model: LlamaForCausalLM, plan: Plan, dropout: float) -> None:
        self.model = with_dropout(model, dropout)
        self.optimizers = make_optimizers(model, plan)
        self.mean = AveragedModel(model)
        self._keep = plan.keep
        self._start: LlamaForCausalLM | None = None

    def best(self) -> LlamaForCausalLM:
        """The mean once there is one, and with it what is kept of the start."""
        best: LlamaForCausalLM = self.mean.module if self.mean.n_averaged else self.model
        if self._start is None:
            return best
        best = copy.deepcopy(best)
        with torch.no_grad():
            for own, kept in zip(best.parameters(), self._start.parameters(), strict=True):
                own.lerp_(kept, self._keep)
        return best

    def begin(self, course: Course, checkpoint: Path, start: Path | None) -> Progress:
        """Restore the checkpoint, or else take the weights in `start`, which know the primer."""
        if start is not None:
            self._start = LlamaForCausalLM.from_pretrained(start, dtype=torch.float32)
        if checkpoint.exists():
            state = torch.load(checkpoint, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.mean.load_state_dict(state["mean"])
            for optimizer, saved in zip(self.optimizers, state["optimizers"], strict=True):
                optimizer.load_state_dict(saved)
            return Progress(**state["progress"])
        if self._start is None:
            return Progress()
        self.model.load_state_dict(self._start.state_dict())
        return Progress(pools=course.primer_pools)

    def save(self, checkpoint: Path, progress: Progress) -> None:
        """Replace the checkpoint at once, so that a killed training finds a whole one."""
        state = {
            "model": self.model.state_dict(),
            "mean": self.mean.state_dict(),
            "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
            "progress": asdict(progress),
        }
        torch.save(state, checkpoint.with_suffix(".tmp"))
        checkpoint.with_suffix(".tmp").replace(checkpoint)


def with_dropout(model: LlamaForCausalLM, part: float) -> LlamaForCausalLM:
    """The model with dropout on what each half of a layer adds, which Llama's own code has not.

    The lessons are few beside the times they are read; by heart is not what they are for.
    """
    for layer in model.model.layers:
        for half in (layer.self_attn.o_proj, layer.mlp.down_proj):
            half.register_forward_hook(partial(dropped, part))
    return model


def dropped(part: float, half: nn.Module, _: object, out: torch.Tensor) -> torch.Tensor:
    """The same channels left out in the whole of a row: a mask for every token took a tenth of
    each step."""
    keep = functional.dropout(torch.ones_like(out[:, :1]), part, half.training)
    return out * keep


def train_pool(
    course: Course, learner: Learner, plan: Plan, progress: Progress, tokenizer: Tokenizer
) -> float:
    """One pass over the next pool; returns the mean loss in nats a spoken token."""
    model, optimizers = learner.model, learner.optimizers
    started = time.monotonic()
    total, spoken_before = 0.0, progress.spoken
    batches = course.pool(tokenizer, plan.seed, progress.pools)
    if progress.pools >= course.primer_pools:
        seen = course.questions(tokenizer, plan.seed, progress.pools)
        batches += unknown(course, learner.model, tokenizer, seen)
    rng = Random(f"{plan.seed}:order:{progress.pools}")
    rng.shuffle(batches)
    for i, (ids, labels) in enumerate(batches):
        seconds = progress.seconds + time.monotonic() - started
        done = min(1.0, plan.done(progress.pools + i / len(batches), seconds))
        for group in (group for each in optimizers for group in each.param_groups):
            group["lr"] = plan.rate(done)
        losses, _ = spoken_losses(model, (ids, labels))
        loss, spoken = losses.mean(), len(losses)
        model.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), plan.clip_norm)
        for optimizer in optimizers:
            optimizer.step()
        total += loss.item() * spoken
        progress.steps += 1
        progress.tokens += ids.numel()
        progress.spoken += spoken
    progress.pools += 1
    progress.seconds += time.monotonic() - started
    return total / max(1, progress.spoken - spoken_before)


def unknown(
    course: Course, model: LlamaForCausalLM, tokenizer: Tokenizer, seen: Sequence[Sample]
) -> list[Batch]:
    """The questions whose answers the model would not begin rightly, and a few others.

    To look at a question costs a fifth of learning it, and most are known: a model that was
    trained on whole conversations had six sevenths of its loss on a twentieth of them
    (selective backpropagation, Jiang et al. 2019).
    """
    kept: list[Sample] = []
    model.eval()
    for ids, labels in batched(tokenizer, seen):
        with torch.no_grad():
            losses, rows = spoken_losses(model, (ids, labels))
        row_losses = torch.zeros(len(ids)).index_add(0, rows, losses)
        chosen = (row_losses > course.unknown_nats) | (torch.rand(len(ids)) < KNOWN)
        kept += zip(ids[chosen].tolist(), labels[chosen].tolist(), strict=True)
    model.train()
    return batched(tokenizer, kept, course.batch_tokens)


def spoken_losses(model: LlamaForCausalLM, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    """Cross entropy of the assistants' tokens, each predicted from all before it, and their rows.

    Products are taken in bf16 where that is quick; the weights stay in fp32.
    """
    ids, labels = batch
    flash = ids.shape[1] > FLASH_ABOVE
    model.set_attn_implementation("sdpa" if flash else "eager")
    wanted = labels[:, 1:]
    mask = wanted != IGNORE
    with quick_products():
        hidden = model.model(input_ids=ids[:, :-1], use_cache=False).last_hidden_state
        logits = model.lm_head(hidden[mask])
    losses = functional.cross_entropy(logits.float(), wanted[mask], reduction="none")
    return losses, mask.nonzero()[:, 0]


def make_optimizers(model: LlamaForCausalLM, plan: Plan) -> Optimizers:
    """Muon for the matrices inside the layers, AdamW for the embedding and the norms.

    Muon needed less than half the tokens that AdamW alone needed here.
    """
    matrices = [p for p in model.model.layers.parameters() if p.dim() == 2]
    norms = [p for p in model.parameters() if p.dim() == 1]
    groups = [
        {"params": list(model.get_input_embeddings().parameters())},
        {"params": norms, "weight_decay": 0.0},
    ]
    decay = plan.weight_decay
    return (
        Muon(matrices, decay),
        torch.optim.AdamW(groups, weight_decay=decay, betas=(0.9, 0.95), fused=True),
    )


def load_tokenizer(course: Course, plan: Plan, path: Path, start: Path | None) -> Tokenizer:
    """The tokenizer of this training: that of `start`, or learnt from the corpus now."""
    if start and not path.exists():
        shutil.copy(start / "tokenizer.json", path)
    if not path.exists():
        course.make_tokenizer(plan.seed).save(str(path))
    return Tokenizer.from_file(str(path))


def chat_tokenizer(seed: int) -> Tokenizer:
    """Of the conversations."""
    talks = conversations(seed, 0, TOKENIZER_TALKS)
    return train_tokenizer((message.content for talk in talks for message in talk), VOCAB_SIZE)


CHAT = Course(
    folder="atelier-demo",
    model_dir=MODEL_DIR,
    config=demo_config,
    make_tokenizer=chat_tokenizer,
    pool=pool,
    questions=heads,
    primer_pools=PRIMER_POOLS,
    unknown_nats=0.1,
    batch_tokens=BATCH_TOKENS,
    dropout=0.1,
    about=CARD,
)


def main(course: Course = CHAT, about: str | None = __doc__) -> None:
    """Command line: length, seed and where to keep the checkpoint (not the model)."""
    plan = Plan()
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--pools", type=int, default=plan.pools)
    parser.add_argument("--minutes", type=float, default=plan.minutes)
    parser.add_argument("--seed", type=int, default=plan.seed)
    parser.add_argument("--rate", type=float, default=plan.peak_rate)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / course.folder)
    parser.add_argument("--model", type=Path, default=course.model_dir)
    parser.add_argument("--start", type=Path, help="a model folder to begin with")
    parser.add_argument("--keep", type=float, default=plan.keep, help="how much of it, 0 to 1")
    args = parser.parse_args()
    if args.keep and args.start is None:
        parser.error("--keep is of the weights in --start: name a model folder there")
    plan = Plan(
        seed=args.seed,
        pools=args.pools,
        minutes=args.minutes,
        peak_rate=args.rate,
        keep=args.keep,
    )
    train(course, plan, args.work, args.model, args.start)


if __name__ == "__main__":
    main()
