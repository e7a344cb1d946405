"""Train the demo image model on this machine's CPU: `python -m serve.demo.train_image`.

First the autoencoder on pictures alone; then the text encoders, which learn to tell a scene from
its caption, for no picture need be drawn for that; then they and the transformer on the
autoencoder's latents. Each goes by minutes and resumes from its last checkpoint, and every
checkpoint of the last replaces the model folder.
"""

from __future__ import annotations

import argparse
import copy
import math
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from torch import nn
from torch.nn import functional

from serve.demo import IMAGE_MODEL_DIR
from serve.demo.muon import Muon, quick_products
from serve.demo.pictures.captions import caption
from serve.demo.pictures.draw import draw
from serve.demo.pictures.naming import Naming
from serve.demo.pictures.network import (
    LATENT_CHANNELS,
    LATENT_SIZE,
    TEXT_DIM,
    Painter,
    Parts,
    make_autoencoder,
    make_tokenizer,
)
from serve.demo.pictures.publish import publish
from serve.demo.pictures.scene import Scene, draw_scene

TOKENIZER_CAPTIONS = 20_000
CHECKPOINT_S = 300
KL_WEIGHT = 1e-6
EDGE_WEIGHT = 1.0
READING_WEIGHT = 0.1
"""What telling the scene counts for while the transformer learns."""
UNCONDITIONAL = 0.1
"""The part of the captions that is left empty, for classifier-free guidance (arXiv 2207.12598)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long each part is trained, on how many pictures, and how fast."""

    seed: int = 7
    pictures: int = 40_000
    autoencoder_minutes: float = 40.0
    reader_minutes: float = 6.0
    painter_minutes: float = 180.0
    autoencoder_batch: int = 16
    reader_batch: int = 256
    painter_batch: int = 64
    autoencoder_rate: float = 2e-3
    reader_rate: float = 2e-3
    painter_rate: float = 2e-3
    ema: float = 0.999


def main() -> None:
    """Command line."""
    plan = Plan()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=plan.pictures)
    parser.add_argument("--autoencoder-minutes", type=float, default=plan.autoencoder_minutes)
    parser.add_argument("--minutes", type=float, default=plan.painter_minutes)
    default_work = Path(tempfile.gettempdir()) / "atelier-demo-image"
    parser.add_argument("--work", type=Path, default=default_work)
    parser.add_argument("--model", type=Path, default=IMAGE_MODEL_DIR)
    args = parser.parse_args()
    plan = Plan(
        pictures=args.pictures,
        autoencoder_minutes=args.autoencoder_minutes,
        painter_minutes=args.minutes,
    )
    args.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    autoencoder = train_autoencoder(plan, args.work)
    latents = encode_pictures(plan, autoencoder, args.work)
    train_painter(plan, autoencoder, latents, args.work, args.model)


def train_autoencoder(plan: Plan, work: Path) -> AutoencoderKL:
    """Learn to rebuild pictures: colours by L1, edges by the L1 of differences between pixels."""
    model = make_autoencoder().to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(model.parameters(), lr=plan.autoencoder_rate, weight_decay=0.01)
    clock = Clock(
        work / "autoencoder.pt", plan.autoencoder_minutes, model=model, optimizer=optimizer
    )
    while clock.done < 1:
        _set_rate([optimizer], plan.autoencoder_rate, clock.done)
        picture = pictures(plan.seed, clock.steps * plan.autoencoder_batch, plan.autoencoder_batch)
        with quick_products():
            latent = model.encode(picture).latent_dist
            rebuilt = model.decode(latent.sample()).sample.float()
        loss = functional.l1_loss(rebuilt, picture) + EDGE_WEIGHT * edge_loss(rebuilt, picture)
        loss = loss + KL_WEIGHT * latent.kl().mean()
        _descend(loss, [optimizer], model)
        clock.step(loss.item())
    return model.eval()


def edge_loss(rebuilt: torch.Tensor, picture: torch.Tensor) -> torch.Tensor:
    """How far differences between neighbours are off, across and down."""
    difference = rebuilt - picture
    across = (difference[..., 1:] - difference[..., :-1]).abs().mean()
    down = (difference[..., 1:, :] - difference[..., :-1, :]).abs().mean()
    return across + down


def pictures(seed: int, first: int, count: int) -> torch.Tensor:
    """Pictures `first` … of the training side, [count, 3, 128, 128] in −1 … 1."""
    drawn = [np.asarray(draw(rng, scene)) for rng, scene in _scenes(seed, first, count)]
    batch = torch.from_numpy(np.stack(drawn)).permute(0, 3, 1, 2).float() / 127.5 - 1
    return batch.to(memory_format=torch.channels_last)


def _scenes(seed: int, first: int, count: int) -> Iterator[tuple[Random, Scene]]:
    for index in range(first, first + count):
        rng = Random(f"{seed}:picture:{index}")
        yield rng, draw_scene(rng)


@torch.no_grad()
def encode_pictures(plan: Plan, autoencoder: AutoencoderKL, work: Path) -> torch.Tensor:
    """Latents of all pictures, [pictures, 8, 16, 16] bf16, of mean 0 and deviation 1: what that
    takes is noted in the autoencoder's settings."""
    path = work / "latents.pt"
    if path.exists():
        kept = torch.load(path)
        autoencoder.register_to_config(**kept["scale"])
        return kept["latents"]
    shape = (plan.pictures, LATENT_CHANNELS, LATENT_SIZE, LATENT_SIZE)
    latents = torch.empty(shape, dtype=torch.bfloat16)
    for first in range(0, plan.pictures, 100):
        with quick_products():
            found = autoencoder.encode(pictures(plan.seed, first, 100)).latent_dist.mode()
        latents[first : first + 100] = found[: plan.pictures - first]
    mean, deviation = latents.float().mean().item(), latents.float().std().item()
    scale = {"shift_factor": mean, "scaling_factor": 1 / deviation}
    autoencoder.register_to_config(**scale)
    latents = (latents - mean) / deviation
    torch.save({"latents": latents, "scale": scale}, path)
    return latents


def train_painter(
    plan: Plan, autoencoder: AutoencoderKL, latents: torch.Tensor, work: Path, folder: Path
) -> None:
    """Learn the straight way from noise to latents (rectified flow, arXiv 2403.03206: noise
    levels are logit-normal). What ships is the moving average of the weights."""
    scenes = [scene for _, scene in _scenes(plan.seed, 0, plan.pictures)]
    model, naming = train_reader(plan, work)
    average = copy.deepcopy(model)
    optimizers = _optimizers(plan.painter_rate, [*model.matrices], model, naming)
    parts = {"model": model, "average": average, "naming": naming} | _named(optimizers)
    clock = Clock(work / "painter.pt", plan.painter_minutes, **parts)
    while clock.done < 1:
        _set_rate(optimizers, plan.painter_rate, clock.done)
        loss = _painter_loss(model, naming, plan, latents, scenes, clock.steps)
        _descend(loss, optimizers, model)
        _average(average, model, min(plan.ema, clock.steps / (clock.steps + 50)))
        if clock.step(loss.item()):
            facts = {"pictures": clock.steps * plan.painter_batch, "minutes": clock.seconds / 60}
            publish(Parts(autoencoder, average), folder, facts)


def train_reader(plan: Plan, work: Path) -> tuple[Painter, Naming]:
    """A new painter whose text encoders can tell scenes from captions, and what tells them."""
    tokenizer = make_tokenizer(
        caption(rng, scene) for rng, scene in _scenes(plan.seed, 0, TOKENIZER_CAPTIONS)
    )
    model, naming = Painter(tokenizer), Naming(2 * TEXT_DIM)
    encoders = model.text_encoders
    optimizers = _optimizers(plan.reader_rate, [*model.reading_matrices], encoders, naming)
    parts = {"model": model, "naming": naming} | _named(optimizers)
    clock = Clock(work / "reader.pt", plan.reader_minutes, **parts)
    while clock.done < 1:
        _set_rate(optimizers, plan.reader_rate, clock.done)
        drawn = [*_scenes(plan.seed, clock.steps * plan.reader_batch, plan.reader_batch)]
        with quick_products():
            _, pooled = model.encode([caption(rng, scene) for rng, scene in drawn])
        loss = naming(pooled.float()).loss([scene for _, scene in drawn])
        _descend(loss, optimizers, encoders)
        clock.step(loss.item())
    return model, naming


def _painter_loss(
    model: Painter,
    naming: Naming,
    plan: Plan,
    latents: torch.Tensor,
    scenes: list[Scene],
    step: int,
) -> torch.Tensor:
    rng = Random(f"{plan.seed}:step:{step}")
    chosen = rng.sample(range(len(scenes)), plan.painter_batch)
    captions = ["" if rng.random() < UNCONDITIONAL else caption(rng, scenes[i]) for i in chosen]
    asked = [place for place, words in enumerate(captions) if words]
    picture = latents[chosen].float()
    noise = torch.randn_like(picture)
    sigmas = torch.sigmoid(torch.randn(len(chosen)))
    at = sigmas[:, None, None, None]
    with quick_products():
        words, pooled = model.encode(captions)
        velocity = model((1 - at) * picture + at * noise, sigmas, words, pooled).float()
    reading = naming(pooled[asked].float()).loss([scenes[chosen[place]] for place in asked])
    return functional.mse_loss(velocity, noise - picture) + READING_WEIGHT * reading


def _optimizers(
    rate: float, matrices: list[nn.Parameter], *modules: nn.Module
) -> tuple[torch.optim.Optimizer, ...]:
    """Muon for these matrices, as for the chat model, AdamW for all else of the modules."""
    ids = {id(matrix) for matrix in matrices}
    rest = [p for each in modules for p in each.parameters() if id(p) not in ids]
    rest = [p for p in rest if p.requires_grad]
    return (
        Muon(matrices, weight_decay=0.01),
        torch.optim.AdamW(rest, lr=rate, weight_decay=0.01, betas=(0.9, 0.98)),
    )


def _named(optimizers: Sequence[torch.optim.Optimizer]) -> dict[str, torch.optim.Optimizer]:
    return {f"optimizer {i}": each for i, each in enumerate(optimizers)}


def _descend(
    loss: torch.Tensor, optimizers: Sequence[torch.optim.Optimizer], model: nn.Module
) -> None:
    for optimizer in optimizers:
        optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    for optimizer in optimizers:
        optimizer.step()


@torch.no_grad()
def _average(average: Painter, model: Painter, keep: float) -> None:
    for kept, new in zip(average.parameters(), model.parameters(), strict=True):
        kept.lerp_(new, 1 - keep)


def _set_rate(optimizers: Sequence[torch.optim.Optimizer], peak: float, done: float) -> None:
    """Warm up, then a cosine down to a fiftieth."""
    warm = min(1.0, (done + 1e-4) / 0.02)
    rate = peak * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
    for group in (group for each in optimizers for group in each.param_groups):
        group["lr"] = rate


class Clock:
    """How far a training has come, and its checkpoint: `kept` are modules and optimisers."""

    def __init__(self, path: Path, minutes: float, **kept: Any) -> None:
        self.steps, self.seconds = 0, 0.0
        self._path, self._minutes, self._kept = path, minutes, kept
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.steps, self.seconds = state["steps"], state["seconds"]
            for name, part in kept.items():
                part.load_state_dict(state[name])
        self._before = self._saved = time.monotonic()
        self._loss = 0.0

    @property
    def done(self) -> float:
        """The fraction of the training that is over."""
        return min(1.0, self.seconds / 60 / self._minutes)

    def step(self, loss: float) -> bool:
        """Count a step. Whether it made a checkpoint, as the last one does."""
        now = time.monotonic()
        self.steps, self.seconds = self.steps + 1, self.seconds + now - self._before
        self._before = now
        self._loss += (loss - self._loss) * (1.0 if self.steps == 1 else 0.02)
        if self.steps % 50 == 0:
            print(
                f"{self._path.stem} {self.done:.1%} steps {self.steps} loss {self._loss:.4f} "
                f"in {self.seconds:.0f} s",
                flush=True,
            )
        if self.done < 1 and now - self._saved < CHECKPOINT_S:
            return False
        state = {name: part.state_dict() for name, part in self._kept.items()}
        state |= {"steps": self.steps, "seconds": self.seconds}
        torch.save(state, self._path.with_suffix(".tmp"))
        self._path.with_suffix(".tmp").replace(self._path)
        self._saved = now
        return True


if __name__ == "__main__":
    main()
