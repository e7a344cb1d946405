"""A scene in words that can be scored: the time and ground or the backdrop, what is in the sky, how
many of each thing, and in what colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from serve.demo.pictures.scene import COLOURS, GROUNDS, MAX_COUNT, SHAPES, SKIES, TIMES, Scene

PLACES = tuple(f"{time} {ground}" for time in TIMES for ground in GROUNDS) + COLOURS
"""Landscapes by time and ground, then the backdrops of shapes."""
THINGS = ("boat", "house", "tree", "cactus", *SHAPES)
TINTS = ("", *COLOURS)
UNNAMED = -100
"""A colour that no answer is right or wrong about."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Of `places` [n, PLACES], `skies` [n, SKIES], `counts` [n, THINGS, MAX_COUNT + 1] and `tints`
    [n, THINGS, TINTS]: the higher, the likelier; above 0 a thing is in the sky."""

    places: torch.Tensor
    skies: torch.Tensor
    counts: torch.Tensor
    tints: torch.Tensor

    def loss(self, scenes: Sequence[Scene]) -> torch.Tensor:
        """How far they are from these scenes, one each."""
        place = torch.tensor([PLACES.index(place_of(scene)) for scene in scenes])
        sky = torch.tensor([[float(each in scene.sky) for each in SKIES] for scene in scenes])
        count = torch.zeros(len(scenes), len(THINGS), dtype=torch.long)
        tint = torch.full((len(scenes), len(THINGS)), UNNAMED)
        for i, scene in enumerate(scenes):
            for group in scene.groups:
                j = THINGS.index(group.thing)
                count[i, j] = group.count
                tint[i, j] = TINTS.index(group.colour)
        return (
            functional.cross_entropy(self.places, place)
            + len(SKIES) * functional.binary_cross_entropy_with_logits(self.skies, sky)
            + len(THINGS) * functional.cross_entropy(self.counts.flatten(0, 1), count.flatten())
            + functional.cross_entropy(
                self.tints.flatten(0, 1), tint.flatten(), ignore_index=UNNAMED
            )
        )


class Naming(nn.Module):
    """Features [n, `features`] to scores."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self._place = nn.Linear(features, len(PLACES))
        self._skies = nn.Linear(features, len(SKIES))
        self._counts = nn.Linear(features, len(THINGS) * (MAX_COUNT + 1))
        self._tints = nn.Linear(features, len(THINGS) * len(TINTS))

    def forward(self, features: torch.Tensor) -> Scores:
        counts = self._counts(features).view(-1, len(THINGS), MAX_COUNT + 1)
        tints = self._tints(features).view(-1, len(THINGS), len(TINTS))
        return Scores(self._place(features), self._skies(features), counts, tints)


def place_of(scene: Scene) -> str:
    return f"{scene.time} {scene.ground}" if scene.ground else scene.backdrop
