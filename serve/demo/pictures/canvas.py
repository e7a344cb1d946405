"""A surface to draw on, and the colours.

Coordinates run from 0 to 1, x to the right and y down.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
Points = Sequence[tuple[float, float]]

PALETTE: dict[str, Colour] = {
    "red": (214, 48, 49), "orange": (240, 138, 36), "yellow": (247, 208, 60),
    "green": (56, 158, 82), "blue": (48, 102, 204), "purple": (128, 66, 168),
    "pink": (240, 140, 178), "white": (246, 246, 242), "black": (28, 28, 32),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the middle of a thing is."""

    thing: str
    x: float
    y: float


class Canvas:
    """A drawing surface in coordinates from 0 to 1. Who draws a thing notes its spot."""

    def __init__(self, pixels: np.ndarray) -> None:
        self.spots: list[Spot] = []
        self._side = pixels.shape[0]
        self.show(pixels)

    def show(self, pixels: np.ndarray) -> None:
        """Put these pixels [side, side, 3] in place of all."""
        self.image = Image.fromarray(pixels)
        self._draw = ImageDraw.Draw(self.image)

    def at(self, x: float, y: float) -> Colour:
        """The colour there."""
        spot = int(x * self._side), int(y * self._side)
        return cast(Colour, self.image.getpixel(spot))

    def polygon(self, points: Points, fill: Colour) -> None:
        self._draw.polygon([(x * self._side, y * self._side) for x, y in points], fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: Colour) -> None:
        self.oval(x, y, radius, radius, fill)

    def oval(self, x: float, y: float, across: float, up: float, fill: Colour) -> None:
        side = self._side
        box = ((x - across) * side, (y - up) * side, (x + across) * side, (y + up) * side)
        self._draw.ellipse(box, fill=fill)

    def box(self, left: float, top: float, right: float, bottom: float, fill: Colour) -> None:
        side = self._side
        self._draw.rectangle((left * side, top * side, right * side, bottom * side), fill=fill)


def colour_of(parts: Iterable[float]) -> Colour:
    red, green, blue = (max(0, min(255, round(part))) for part in parts)
    return red, green, blue
