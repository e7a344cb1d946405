"""Plain shapes on a backdrop of one colour."""

from __future__ import annotations

import math
from random import Random

import numpy as np

from serve.demo.pictures.canvas import PALETTE, Canvas, Colour, Points, Spot, colour_of
from serve.demo.pictures.scene import Scene


def shapes(rng: Random, scene: Scene, side: int) -> Canvas:
    """All groups, apart from each other, on a canvas of so many pixels a side."""
    colour = _vary(rng, PALETTE[scene.backdrop])
    canvas = Canvas(np.full((side, side, 3), colour, dtype=np.uint8))
    each = [group for group in scene.groups for _ in range(group.count)]
    rng.shuffle(each)
    shades = {group: _vary(rng, PALETTE[group.colour]) for group in scene.groups}
    for group, (x, y, room) in zip(each, _places(rng, len(each)), strict=True):
        _outline(canvas, group.thing, x, y, room * rng.uniform(0.7, 0.9), shades[group])
        canvas.spots.append(Spot(group.thing, x, y))
    return canvas


def _vary(rng: Random, colour: Colour) -> Colour:
    return colour_of(part + rng.uniform(-8, 8) for part in colour)


def _places(rng: Random, count: int) -> list[tuple[float, float, float]]:
    """(x, y, room) of so many shapes that do not touch."""
    if count == 1:
        return [(0.5 + rng.uniform(-0.1, 0.1), 0.5 + rng.uniform(-0.1, 0.1), 0.36)]
    if count == 2:
        tilt = rng.choice((0, 1))
        return [
            (0.27, 0.5, 0.24) if tilt else (0.5, 0.27, 0.24),
            (0.73, 0.5, 0.24) if tilt else (0.5, 0.73, 0.24),
        ]
    corners = [(0.27, 0.27, 0.22), (0.73, 0.27, 0.22), (0.27, 0.73, 0.22), (0.73, 0.73, 0.22)]
    places = rng.sample(corners, count)
    return [(x + rng.uniform(-0.03, 0.03), y + rng.uniform(-0.03, 0.03), r) for x, y, r in places]


def _outline(canvas: Canvas, shape: str, x: float, y: float, size: float, fill: Colour) -> None:
    if shape == "circle":
        canvas.disc(x, y, size, fill)
    elif shape == "square":
        half = 0.86 * size
        canvas.box(x - half, y - half, x + half, y + half, fill)
    elif shape == "triangle":
        canvas.polygon(
            [(x, y - size), (x + 0.95 * size, y + 0.75 * size), (x - 0.95 * size, y + 0.75 * size)],
            fill,
        )
    elif shape == "star":
        canvas.polygon(_star(x, y, 1.1 * size), fill)
    else:
        canvas.polygon(_heart(x, y, size), fill)


def _star(x: float, y: float, size: float) -> Points:
    radii = [size if i % 2 == 0 else 0.42 * size for i in range(10)]
    return [
        (x + r * math.sin(math.pi * i / 5), y - r * math.cos(math.pi * i / 5))
        for i, r in enumerate(radii)
    ]


def _heart(x: float, y: float, size: float) -> Points:
    """https://mathworld.wolfram.com/HeartCurve.html, scaled to the size."""
    points = []
    for i in range(40):
        t = 2 * math.pi * i / 40
        across = 16 * math.sin(t) ** 3
        up = 13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)
        points.append((x + size * across / 16, y - size * (up + 2) / 16))
    return points
