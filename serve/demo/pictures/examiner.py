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

from serve.demo.pictures.draw import draw
from serve.demo.pictures.naming import PLACES, THINGS, TINTS, Naming, Scores, place_of
from serve.demo.pictures.scene import SKIES, Scene, draw_scene

WIDTHS = (24, 48, 96, 160)


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
    """Pictures [n, 3, 128, 128] in −1 … 1 to scores of places, skies, counts and colours."""

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
        self._naming = Naming(16 * before)

    def forward(self, pictures: torch.Tensor) -> Scores:
        scores: Scores = self._naming(self._trunk(pictures))
        return scores

    @torch.inference_mode()
    def look(self, images: Sequence[Image.Image]) -> list[Seen]:
        """What each picture shows."""
        self.eval()
        scores: Scores = self(tensor(images))
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
        loss = model(images).loss(scenes)
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
