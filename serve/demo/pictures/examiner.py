"""Sees what a picture shows: a small network trained on the renderer's own pictures.

It answers in the words of a scene: the time and ground or the backdrop, how many of each thing,
and in what colour. It never sees a picture that the image model made until it judges one; but half
of those it learns from went through the model's autoencoder, lest it count less where edges are
softer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from PIL import Image
from torch import nn
from torch.nn import functional

from serve.demo.muon import Muon
from serve.demo.pictures.canvas import Spot
from serve.demo.pictures.draw import draw_with_spots
from serve.demo.pictures.naming import PLACES, THINGS, TINTS, Scores, place_of
from serve.demo.pictures.scene import MAX_COUNT, SKIES, Scene, draw_scene

WIDTHS = (24, 48, 96, 160)
CELLS = 8
"""To a side."""
FIRST_AMOUNT = -5.0
"""Before softplus: 64 cells of it make 0.4 of a thing."""
RATE = 3e-3
TELL_EVERY = 50

Rebuild = Callable[[torch.Tensor], torch.Tensor]
"""Pictures [n, 3, 128, 128] in −1 … 1 to the same as an autoencoder gives them back."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in a picture: its place, of each thing that is there (count, colour), and what is
    in its sky."""

    place: str
    things: dict[str, tuple[int, str]]
    sky: frozenset[str] = frozenset()

    def shows(self, scene: Scene) -> bool:
        """Whether it is the scene: place, things, counts, and colours where they were named. Of
        the sky a caption does not say all."""
        asked = {group.thing: group for group in scene.groups}
        return (
            self.place == place_of(scene)
            and self.things.keys() == asked.keys()
            and all(
                self.things[name][0] == group.count and group.colour in ("", self.things[name][1])
                for name, group in asked.items()
            )
        )


class Examiner(nn.Module):
    """Pictures [n, 3, 128, 128] in −1 … 1 to scores of places, skies, counts and colours, and to
    how much of each thing is in each cell [n, THINGS, CELLS, CELLS].

    A count is the sum over the cells (as in Lempitsky and Zisserman, "Learning To Count Objects in
    Images", 2010), a thing's colour that of the cells where it is."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        before = 3
        for width in WIDTHS:
            layers += [_convolution(before, width, stride=2), _convolution(width, width)]
            before = width
        self._trunk = nn.Sequential(*layers, _convolution(before, before))
        self._places = nn.Linear(2 * before, len(PLACES))
        self._skies = nn.Linear(2 * before, len(SKIES))
        self._amounts = nn.Conv2d(before, len(THINGS), 1)
        self._tints = nn.Conv2d(before, len(THINGS) * len(TINTS), 1)
        self._certainty = nn.Parameter(torch.zeros(()))
        nn.init.constant_(self._amounts.bias, FIRST_AMOUNT)

    def forward(self, pictures: torch.Tensor) -> tuple[Scores, torch.Tensor]:
        seen = self._trunk(pictures)
        whole = torch.cat([seen.mean((2, 3)), seen.amax((2, 3))], dim=1)
        amounts = functional.softplus(self._amounts(seen))
        totals = amounts.sum((2, 3)).unsqueeze(-1)
        off = totals - torch.arange(MAX_COUNT + 1, device=totals.device)
        tints = self._tints(seen).unflatten(1, (len(THINGS), len(TINTS))).flatten(3)
        shares = amounts.flatten(2) / totals
        scores = Scores(
            self._places(whole),
            self._skies(whole),
            -self._certainty.exp() * off**2,
            torch.einsum("ntck,ntk->ntc", tints, shares),
        )
        return scores, amounts

    @torch.inference_mode()
    def look(self, images: torch.Tensor) -> list[Seen]:
        """What each picture shows, of [n, 3, 128, 128] in −1 … 1."""
        self.eval()
        scores: Scores = self(images)[0]
        places, counts = scores.places.argmax(-1), scores.counts.argmax(-1)
        tints = scores.tints.argmax(-1)
        return [
            Seen(
                PLACES[place],
                {
                    thing: (int(counts[i, j]), TINTS[tints[i, j]])
                    for j, thing in enumerate(THINGS)
                    if counts[i, j]
                },
                frozenset(name for j, name in enumerate(SKIES) if scores.skies[i, j] > 0),
            )
            for i, place in enumerate(places)
        ]


def _convolution(before: int, width: int, stride: int = 1) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(before, width, 3, stride=stride, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
    )


def train_examiner(
    pictures: int, rebuild: Rebuild, tell: Callable[[str], None], seed: int = 11, batch: int = 64
) -> Examiner:
    """A new one, trained on so many pictures that are drawn for it, half of them rebuilt; it tells
    how far it is."""
    torch.manual_seed(seed)
    model = Examiner().to(memory_format=torch.channels_last)
    convolutions = [m.weight for m in model.modules() if isinstance(m, nn.Conv2d)]
    inner = [w for w in convolutions if w.shape[1] > 3 and w.shape[2] == 3]
    ids = {id(weights) for weights in inner}
    rest = [p for p in model.parameters() if id(p) not in ids]
    optimizers = (Muon(inner, weight_decay=0.01), torch.optim.AdamW(rest, weight_decay=0.01))
    steps = pictures // batch
    for step in range(steps):
        rng = Random(f"{seed}:{step}")
        scenes = [draw_scene(rng, held_out=rng.random() < 0.1) for _ in range(batch)]
        drawn = [draw_with_spots(rng, scene) for scene in scenes]
        images = tensor([image for image, _ in drawn])
        images[: batch // 2] = rebuild(images[: batch // 2])
        scores, amounts = model(images)
        there = torch.stack([amounts_of(spots) for _, spots in drawn])
        misplaced = functional.poisson_nll_loss(amounts, there, log_input=False, reduction="sum")
        loss = scores.loss(scenes) + misplaced / batch
        if step % TELL_EVERY == 0:
            tell(f"{step * batch:>7} of {pictures} pictures, loss {loss.item():.2f}")
        for optimizer in optimizers:
            optimizer.zero_grad()
        loss.backward()
        rate = RATE * min(10 * (step + 1) / steps, (1 - step / steps) / 0.9)
        for optimizer in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate
            optimizer.step()
    return model


def amounts_of(spots: Sequence[Spot]) -> torch.Tensor:
    """How much of each thing is in each cell [THINGS, CELLS, CELLS]: one of it in all, shared by
    the four cells around its middle."""
    amounts = torch.zeros(len(THINGS), CELLS + 2, CELLS + 2)
    for spot in spots:
        x, y = (min(max(at * CELLS + 0.5, 1.0), CELLS) for at in (spot.x, spot.y))
        left, top = int(x), int(y)
        right_share, lower_share = x - left, y - top
        shares = torch.tensor([[1 - right_share, right_share]])
        shares = torch.tensor([[1 - lower_share], [lower_share]]) * shares
        amounts[THINGS.index(spot.thing), top : top + 2, left : left + 2] += shares
    return amounts[:, 1:-1, 1:-1]


def tensor(images: Sequence[Image.Image]) -> torch.Tensor:
    """[n, 3, h, w] in −1 … 1."""
    pixels = np.stack([np.asarray(image.convert("RGB")) for image in images])
    batch = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 127.5 - 1
    return batch.contiguous(memory_format=torch.channels_last)
