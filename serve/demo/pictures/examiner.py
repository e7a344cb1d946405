"""Sees what a picture shows: a small network trained on the renderer's own pictures.

It answers in the words of a scene: the time and ground or the backdrop, how many of each thing,
and in what colour. It never sees a picture that the image model made until it judges one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from PIL import Image
from torch import nn
from torch.nn import functional

from serve.demo.pictures.draw import draw
from serve.demo.pictures.scene import COLOURS, GROUNDS, MAX_COUNT, SHAPES, TIMES, Scene, draw_scene

PLACES = tuple(f"{time} {ground}" for time in TIMES for ground in GROUNDS) + COLOURS
"""Landscapes by time and ground, then the backdrops of shapes."""
THINGS = ("boat", "house", "tree", "cactus", *SHAPES)
TINTS = ("", *COLOURS)
WIDTHS = (24, 48, 96, 160)


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in a picture: its place, and of each thing that is there (count, colour)."""

    place: str
    things: dict[str, tuple[int, str]]

    def shows(self, scene: Scene) -> bool:
        """Whether it is the scene: place, things, counts, and colours where they were named."""
        asked = {group.thing: group for group in scene.groups}
        return (
            self.place == place_of(scene)
            and self.things.keys() == asked.keys()
            and all(
                self.things[name][0] == group.count and group.colour in ("", self.things[name][1])
                for name, group in asked.items()
            )
        )


def place_of(scene: Scene) -> str:
    return f"{scene.time} {scene.ground}" if scene.ground else scene.backdrop


class Examiner(nn.Module):
    """Pictures [n, 3, 128, 128] in −1 … 1 to scores of places, counts and colours."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        before = 3
        for width in WIDTHS:
            layers += [
                nn.Conv2d(before, width, 3, stride=2, padding=1),
                nn.BatchNorm2d(width),
                nn.ReLU(),
                nn.Conv2d(width, width, 3, padding=1),
                nn.BatchNorm2d(width),
                nn.ReLU(),
            ]
            before = width
        self._trunk = nn.Sequential(*layers, nn.AdaptiveAvgPool2d(4), nn.Flatten())
        features = 16 * before
        self._place = nn.Linear(features, len(PLACES))
        self._counts = nn.Linear(features, len(THINGS) * (MAX_COUNT + 1))
        self._tints = nn.Linear(features, len(THINGS) * len(TINTS))

    def forward(self, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        found = self._trunk(pictures)
        counts = self._counts(found).view(-1, len(THINGS), MAX_COUNT + 1)
        return self._place(found), counts, self._tints(found).view(-1, len(THINGS), len(TINTS))

    @torch.inference_mode()
    def look(self, images: Sequence[Image.Image]) -> list[Seen]:
        """What each picture shows."""
        self.eval()
        places, counts, tints = (each.argmax(-1) for each in self(tensor(images)))
        return [
            Seen(
                PLACES[place],
                {
                    thing: (int(counts[i, j]), TINTS[tints[i, j]])
                    for j, thing in enumerate(THINGS)
                    if counts[i, j]
                },
            )
            for i, place in enumerate(places)
        ]


def train_examiner(pictures: int, seed: int = 11, batch: int = 64) -> Examiner:
    """A new one, trained on so many pictures that are drawn for it."""
    torch.manual_seed(seed)
    model = Examiner().to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(model.parameters(), weight_decay=0.01)
    steps = pictures // batch
    rates = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=3e-3, total_steps=steps)
    for step in range(steps):
        rng = Random(f"{seed}:{step}")
        scenes = [draw_scene(rng, held_out=rng.random() < 0.1) for _ in range(batch)]
        images = tensor([draw(rng, scene) for scene in scenes])
        loss = _loss(model(images), scenes)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        rates.step()
    return model


def tensor(images: Sequence[Image.Image]) -> torch.Tensor:
    """[n, 3, h, w] in −1 … 1."""
    pixels = np.stack([np.asarray(image.convert("RGB")) for image in images])
    batch = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 127.5 - 1
    return batch.contiguous(memory_format=torch.channels_last)


def _loss(
    scores: tuple[torch.Tensor, torch.Tensor, torch.Tensor], scenes: Sequence[Scene]
) -> torch.Tensor:
    places, counts, tints = scores
    place = torch.tensor([PLACES.index(place_of(scene)) for scene in scenes])
    count = torch.zeros(len(scenes), len(THINGS), dtype=torch.long)
    tint = torch.full((len(scenes), len(THINGS)), -100)
    for i, scene in enumerate(scenes):
        for group in scene.groups:
            j = THINGS.index(group.thing)
            count[i, j] = group.count
            tint[i, j] = TINTS.index(group.colour)
    return (
        functional.cross_entropy(places, place)
        + len(THINGS) * functional.cross_entropy(counts.flatten(0, 1), count.flatten())
        + functional.cross_entropy(tints.flatten(0, 1), tint.flatten())
    )
