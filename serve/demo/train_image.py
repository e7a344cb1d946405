"""Train the demo image model on this machine's CPU: `python -m serve.demo.train_image`.

First the autoencoder on pictures alone; then the text encoder, which learns to tell a scene from
its caption, for no picture need be drawn for that; then, on the autoencoder's latents, the U-Net.
Each goes by minutes and resumes from its last checkpoint in `--work`, and every checkpoint of the
U-Net replaces the model folder. `--start` goes on from such a folder instead, with another `--seed`
on other pictures: only the U-Net learns then.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import torch
from diffusers import AutoencoderKL, DPMSolverMultistepScheduler, UNet2DConditionModel
from torch import nn
from torch.nn import functional
from transformers import CLIPTokenizer

from serve.demo import IMAGE_MODEL_DIR
from serve.demo.muon import Muon, quick_products
from serve.demo.pictures.captions import caption
from serve.demo.pictures.drawn import Drawn, encode_pictures, pictures, scenes
from serve.demo.pictures.examiner import FIRST_AMOUNT
from serve.demo.pictures.naming import THINGS, Naming
from serve.demo.pictures.network import (
    SCHEDULE,
    TEXT_DIM,
    WIDTHS,
    Parts,
    Reader,
    inner_matrices,
    load_parts,
    make_autoencoder,
    make_text_encoder,
    make_tokenizer,
    make_unet,
    predict,
)
from serve.demo.pictures.publish import FACTS, publish

TOKENIZER_CAPTIONS = 20_000
CHECKPOINT_S = 300
KL_WEIGHT = 1e-6
EDGE_WEIGHT = 2.0
SQUARE_WEIGHT = 1.0
UNCONDITIONAL = 0.1
"""The part of the captions that is left empty, for classifier-free guidance (arXiv 2207.12598)."""
EVENLY = 0.5
"""The part of the noise levels that is drawn evenly; the others crowd around MIDDLE (logit-normal,
arXiv 2403.03206)."""
MIDDLE = 1.0
"""The logarithm of how many times as strong as the picture the noise is. There it should be
settled how many things stand where, which is what goes wrong; how they look comes later."""
BARE = 0.25
"""How often a scene without a thing to count is learnt from, beside 1 for the others."""
LAYOUT_WEIGHT = 0.02
"""Of how far the middle of the U-Net is from telling where things will stand."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long each part is trained, on how many pictures, and how fast."""

    seed: int = 7
    pictures: int = 20_000
    autoencoder_minutes: float = 70.0
    reader_minutes: float = 20.0
    unet_minutes: float = 180.0
    autoencoder_batch: int = 2
    reader_batch: int = 256
    unet_batch: int = 64
    autoencoder_rate: float = 2e-3
    reader_rate: float = 2e-3
    unet_rate: float = 2e-3
    ema: float = 0.998


def main() -> None:
    """Command line."""
    plan = Plan()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=plan.seed)
    parser.add_argument("--pictures", type=int, default=plan.pictures)
    parser.add_argument("--autoencoder-minutes", type=float, default=plan.autoencoder_minutes)
    parser.add_argument("--reader-minutes", type=float, default=plan.reader_minutes)
    parser.add_argument("--minutes", type=float, default=plan.unet_minutes)
    parser.add_argument("--rate", type=float, default=plan.unet_rate)
    default_work = Path(tempfile.gettempdir()) / "atelier-demo-image"
    parser.add_argument("--work", type=Path, default=default_work)
    parser.add_argument("--model", type=Path, default=IMAGE_MODEL_DIR)
    parser.add_argument("--start", type=Path, help="a model folder to go on from")
    args = parser.parse_args()
    plan = Plan(
        seed=args.seed,
        pictures=args.pictures,
        autoencoder_minutes=args.autoencoder_minutes,
        reader_minutes=args.reader_minutes,
        unet_minutes=args.minutes,
        unet_rate=args.rate,
    )
    args.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    parts = load_parts(args.start) if args.start else new_parts(plan, args.work)
    facts = args.start / FACTS if args.start else None
    before = json.loads(facts.read_text()) if facts and facts.exists() else {}
    drawn = encode_pictures(plan.seed, plan.pictures, parts.autoencoder, args.work)
    train_unet(plan, parts, drawn, before, args.work, args.model)


def new_parts(plan: Plan, work: Path) -> Parts:
    """A trained autoencoder and reader, and a U-Net that knows nothing."""
    return Parts(train_autoencoder(plan, work), train_reader(plan, work), make_unet())


def train_autoencoder(plan: Plan, work: Path) -> AutoencoderKL:
    """Learn to rebuild pictures."""
    model = make_autoencoder()
    optimizers = _optimizers(plan.autoencoder_rate, model)
    parts = {"model": model} | _named(optimizers)
    clock = Clock(work / "autoencoder.pt", plan.autoencoder_minutes, **parts)
    while clock.done < 1:
        _set_rate(optimizers, plan.autoencoder_rate, clock.done)
        first = clock.steps * plan.autoencoder_batch
        picture, _ = pictures(plan.seed, first, plan.autoencoder_batch)
        with quick_products():
            latent = model.encode(picture).latent_dist
            rebuilt = model.decode(latent.sample()).sample.float()
        loss = rebuilding_loss(rebuilt, picture) + KL_WEIGHT * latent.kl().mean()
        _descend(loss, optimizers, model)
        clock.step(loss.item())
    return model.eval()


def rebuilding_loss(rebuilt: torch.Tensor, picture: torch.Tensor) -> torch.Tensor:
    """How far pixels are off, and differences between neighbours, across and down. The squares are
    for small bright things: by absolute errors alone a star is best left out."""
    off = rebuilt - picture
    across, down = off.diff(dim=-1), off.diff(dim=-2)
    sizes = [
        part.abs().mean() + SQUARE_WEIGHT * part.square().mean() for part in (off, across, down)
    ]
    return sizes[0] + EDGE_WEIGHT * (sizes[1] + sizes[2])


def train_reader(plan: Plan, work: Path) -> Reader:
    """Learn to tell scenes from captions."""
    tokenizer = _tokenizer(plan, work / "tokenizer")
    reader, naming = Reader(tokenizer, make_text_encoder(tokenizer)), Naming(TEXT_DIM)
    learning = nn.ModuleDict({"encoder": reader.encoder, "naming": naming})
    optimizers = _optimizers(plan.reader_rate, reader.encoder, naming)
    parts = {"model": learning} | _named(optimizers)
    clock = Clock(work / "reader.pt", plan.reader_minutes, **parts)
    while clock.done < 1:
        _set_rate(optimizers, plan.reader_rate, clock.done)
        drawn = [*scenes(plan.seed, clock.steps * plan.reader_batch, plan.reader_batch)]
        with quick_products():
            _, pooled = reader([caption(rng, scene) for rng, scene in drawn], padding="longest")
        loss = naming(pooled.float()).loss([scene for _, scene in drawn])
        _descend(loss, optimizers, learning)
        clock.step(loss.item())
    reader.encoder.eval()
    return reader


def _tokenizer(plan: Plan, folder: Path) -> CLIPTokenizer:
    """Kept beside the checkpoint, for no two that are learnt alike number their tokens alike."""
    if not folder.is_dir():
        captions = (caption(rng, scene) for rng, scene in scenes(plan.seed, 0, TOKENIZER_CAPTIONS))
        make_tokenizer(captions).save_pretrained(folder)
    return CLIPTokenizer.from_pretrained(folder)


def train_unet(
    plan: Plan,
    parts: Parts,
    drawn: Drawn,
    before: Mapping[str, float],
    work: Path,
    folder: Path,
) -> None:
    """Learn the way from noise to latents. What ships is the moving average of the weights;
    `before` says how much they have learnt already."""
    learnt = [scene for _, scene in scenes(plan.seed, 0, plan.pictures)]
    weights = [1.0 if scene.groups else BARE for scene in learnt]
    model = parts.unet.to(memory_format=torch.channels_last).train()
    average = copy.deepcopy(model)
    layout = Layout(model)
    optimizers = _optimizers(plan.unet_rate, model, layout)
    kept = {"model": model, "average": average, "layout": layout} | _named(optimizers)
    clock = Clock(work / f"unet-{plan.seed}.pt", plan.unet_minutes, **kept)
    levels = NoiseLevels()
    while clock.done < 1:
        _set_rate(optimizers, plan.unet_rate, clock.done)
        rng = Random(f"{plan.seed}:step:{clock.steps}")
        chosen = rng.choices(range(plan.pictures), weights, k=plan.unet_batch)
        captions = ["" if rng.random() < UNCONDITIONAL else caption(rng, learnt[i]) for i in chosen]
        loss = _unet_loss(model, parts.reader, levels, captions, drawn.latents[chosen].float())
        loss += LAYOUT_WEIGHT * layout.loss(drawn.layouts[chosen].float())
        _descend(loss, optimizers, model)
        _average(average, model, min(plan.ema, clock.steps / (clock.steps + 50)))
        if clock.step(loss.item()):
            facts = {
                "pictures": before.get("pictures", 0) + clock.steps * plan.unet_batch,
                "minutes": before.get("minutes", 0) + clock.seconds / 60,
            }
            publish(replace(parts, unet=average), folder, facts)


class NoiseLevels:
    """How much of picture and noise there is at each of the schedule's timesteps."""

    def __init__(self) -> None:
        kept = DPMSolverMultistepScheduler(**SCHEDULE).alphas_cumprod.float()
        self.of_picture, self.of_noise = kept.sqrt(), (1 - kept).sqrt()
        self._odds = (self.of_noise / self.of_picture).contiguous()

    def draw(self, count: int) -> torch.Tensor:
        """Timesteps to learn at, [count]."""
        odds = (MIDDLE + torch.randn(count)).exp()
        middling = torch.searchsorted(self._odds, odds).clamp(max=len(self._odds) - 1)
        evenly = torch.randint(len(self._odds), (count,))
        return torch.where(torch.rand(count) < EVENLY, evenly, middling)


class Layout(nn.Module):
    """Tells from the middle of a U-Net how much of each thing will be in each cell, while it works
    on the noisy picture. To be able to, it has to settle early how many things stand where; an
    inner representation that is given a meaning is learnt sooner (as in arXiv 2410.06940, where a
    trained network gives it)."""

    def __init__(self, unet: UNet2DConditionModel) -> None:
        super().__init__()
        self._amounts = nn.Conv2d(WIDTHS[-1], len(THINGS), 1)
        nn.init.constant_(self._amounts.bias, FIRST_AMOUNT)
        unet.up_blocks[0].register_forward_hook(self._look)

    def _look(self, _block: nn.Module, _given: object, features: torch.Tensor) -> None:
        self._features = features

    def loss(self, layouts: torch.Tensor) -> torch.Tensor:
        """For the pictures that the U-Net was last given, [n, THINGS, CELLS, CELLS]."""
        amounts = functional.softplus(self._amounts(self._features.float()))
        missed = functional.poisson_nll_loss(amounts, layouts, log_input=False, reduction="sum")
        return missed / len(layouts)


def _unet_loss(
    model: UNet2DConditionModel,
    reader: Reader,
    levels: NoiseLevels,
    captions: Sequence[str],
    picture: torch.Tensor,
) -> torch.Tensor:
    noise = torch.randn_like(picture)
    timesteps = levels.draw(len(picture))
    of_picture, of_noise = (
        part[timesteps][:, None, None, None] for part in (levels.of_picture, levels.of_noise)
    )
    with torch.no_grad(), quick_products():
        words, pooled = reader(captions)
    with quick_products():
        noisy = of_picture * picture + of_noise * noise
        velocity = predict(model, noisy, timesteps, words, pooled).float()
    return functional.mse_loss(velocity, of_picture * noise - of_noise * picture)


def _optimizers(
    rate: float, model: nn.Module, *heads: nn.Module
) -> tuple[torch.optim.Optimizer, ...]:
    """Muon for what lies inside the model, as for the chat model, AdamW for its ends and heads."""
    inner = [*inner_matrices(model)]
    ids = {id(weights) for weights in inner}
    rest = [p for each in (model, *heads) for p in each.parameters() if id(p) not in ids]
    return (
        Muon(inner, weight_decay=0.01),
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
def _average(average: nn.Module, model: nn.Module, keep: float) -> None:
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
        self._loss: float | None = None

    @property
    def done(self) -> float:
        """The fraction of the training that is over."""
        return min(1.0, self.seconds / 60 / self._minutes)

    def step(self, loss: float) -> bool:
        """Count a step. Whether it made a checkpoint, as the last one does."""
        now = time.monotonic()
        self.steps, self.seconds = self.steps + 1, self.seconds + now - self._before
        self._before = now
        self._loss = loss if self._loss is None else self._loss + 0.02 * (loss - self._loss)
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
