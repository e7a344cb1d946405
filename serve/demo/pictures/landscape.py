"""A landscape: sky, ground and the things in it."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

import numpy as np

from serve.demo.pictures.canvas import Canvas, Colour, Spot, colour_of
from serve.demo.pictures.scene import Scene
from serve.demo.pictures.things import THINGS, Light

SKY: dict[str, tuple[Colour, Colour, Colour]] = {
    "dawn": ((150, 170, 220), (245, 190, 200), (255, 232, 190)),
    "day": ((70, 140, 225), (130, 185, 240), (205, 230, 250)),
    "sunset": ((76, 50, 110), (222, 96, 66), (255, 190, 90)),
    "night": ((8, 12, 36), (16, 24, 60), (34, 44, 92)),
}
"""Of each time the colours of the zenith, the middle and the horizon."""


def landscape(rng: Random, scene: Scene, side: int) -> Canvas:
    """Back to front, on a canvas of so many pixels a side."""
    horizon = rng.uniform(0.52, 0.62)
    canvas = Canvas(_gradient(side, SKY[scene.time], horizon))
    paint = Light(scene.time)
    sun_x = rng.uniform(0.2, 0.8)
    _paint_sky(rng, canvas, scene, horizon, sun_x)
    _GROUNDS[scene.ground](rng, canvas, paint, horizon)
    if scene.ground == "sea" and scene.time in ("sunset", "dawn"):
        _reflection(rng, canvas, scene.time, horizon, sun_x)
    _paint_things(rng, canvas, paint, scene, horizon)
    return canvas


def _gradient(side: int, colours: tuple[Colour, Colour, Colour], horizon: float) -> np.ndarray:
    """Pixels [side, side, 3], uint8: three colours from the top to the horizon."""
    heights = np.linspace(0, 1, side) / horizon
    parts = [np.interp(heights, (0, 0.55, 1), [c[i] for c in colours]) for i in range(3)]
    column = np.stack(parts, axis=-1)[:, None, :]
    return np.repeat(column, side, axis=1).round().astype(np.uint8)


def _paint_sky(rng: Random, canvas: Canvas, scene: Scene, horizon: float, sun_x: float) -> None:
    if scene.time in ("sunset", "dawn"):
        _sun(canvas, sun_x, horizon - rng.uniform(0.0, 0.06), 0.1, scene.time)
    if "stars" in scene.sky:
        for _ in range(rng.randint(28, 40)):
            shade = rng.randint(190, 255)
            spot = rng.uniform(0.02, 0.98), rng.uniform(0.02, horizon - 0.06)
            canvas.disc(*spot, rng.choice((0.005, 0.007, 0.009)), (shade, shade, 230))
    if "sun" in scene.sky:
        _sun(canvas, sun_x, rng.uniform(0.14, 0.22), 0.08, "day")
    if "moon" in scene.sky or "crescent" in scene.sky:
        _moon(canvas, sun_x, rng.uniform(0.15, 0.25), "crescent" in scene.sky)
    if "clouds" in scene.sky:
        _clouds(rng, canvas, scene.time, horizon)


def _sun(canvas: Canvas, x: float, y: float, radius: float, time: str) -> None:
    """A disc with a glow that fades into the sky."""
    core = {"sunset": (255, 224, 110), "dawn": (255, 240, 190), "day": (255, 226, 70)}[time]
    glow = {"sunset": (250, 150, 70), "dawn": (255, 214, 180), "day": (196, 214, 190)}[time]
    side = canvas.image.width
    ys, xs = np.mgrid[0:side, 0:side] / side
    distance = np.hypot(xs - x, ys - y) / radius
    strength = (0.75 * np.clip(1 - (distance - 1) / 1.6, 0, 1) ** 2)[..., None]
    lit = np.asarray(canvas.image) * (1 - strength) + np.array(glow) * strength
    canvas.show(lit.round().astype(np.uint8))
    canvas.disc(x, y, radius, core)


def _moon(canvas: Canvas, x: float, y: float, crescent: bool) -> None:
    canvas.disc(x, y, 0.085, (240, 238, 214))
    if crescent:
        canvas.disc(x + 0.045, y - 0.02, 0.078, canvas.at(0.01, y))
    else:
        canvas.disc(x - 0.025, y - 0.02, 0.018, (214, 212, 190))
        canvas.disc(x + 0.03, y + 0.025, 0.013, (214, 212, 190))


def _clouds(rng: Random, canvas: Canvas, time: str, horizon: float) -> None:
    colour = {"dawn": (255, 226, 226), "day": (250, 252, 255), "sunset": (240, 140, 120)}[time]
    for place in rng.sample((0.18, 0.5, 0.82), rng.randint(2, 3)):
        x, y = place + rng.uniform(-0.06, 0.06), rng.uniform(0.1, horizon - 0.22)
        width = rng.uniform(0.07, 0.1)
        for shift, lift, radius in ((-0.8, 0, 0.5), (0, -0.3, 0.7), (0.8, 0, 0.5)):
            canvas.disc(x + shift * width, y + lift * width, radius * width, colour)
        canvas.box(x - 0.8 * width, y, x + 0.8 * width, y + 0.5 * width, colour)


def _sea(rng: Random, canvas: Canvas, paint: Light, horizon: float) -> None:
    far, near = (52, 122, 180), (24, 74, 130)
    for band in range(12):
        part = band / 11
        colour = colour_of(f + (n - f) * part for f, n in zip(far, near, strict=True))
        top = horizon + (1 - horizon) * band / 12
        canvas.box(0, top, 1, top + (1 - horizon) / 12 + 0.01, paint(colour))
    for _ in range(16):
        x, y = rng.uniform(0, 0.95), rng.uniform(horizon + 0.04, 0.98)
        canvas.box(x, y, x + rng.uniform(0.05, 0.12), y + 0.006, paint((120, 180, 220)))


def _reflection(rng: Random, canvas: Canvas, time: str, horizon: float, x: float) -> None:
    colour = (255, 190, 96) if time == "sunset" else (255, 226, 196)
    y = horizon + 0.015
    while y < 0.97:
        half = rng.uniform(0.03, 0.1) * (0.6 + y - horizon)
        canvas.box(x - half, y, x + half, y + 0.012, colour)
        y += rng.uniform(0.028, 0.045)


def _ridge(
    rng: Random, canvas: Canvas, base: float, height: float, waves: float, fill: Colour
) -> None:
    """A smooth line of hills, filled down to the lower edge."""
    phase, lean = rng.uniform(0, 2 * math.pi), rng.uniform(0.3, 0.7)
    xs = [i / 48 for i in range(49)]
    top = [
        (x, base - height * (0.6 * math.sin(waves * x + phase) + lean * math.sin(2.3 * waves * x)))
        for x in xs
    ]
    canvas.polygon([(0, 1.01), *top, (1, 1.01)], fill)


def _hills(rng: Random, canvas: Canvas, paint: Light, horizon: float) -> None:
    for step, shade in enumerate((0.75, 0.9, 1.05)):
        base = horizon + 0.02 + 0.1 * step
        _ridge(rng, canvas, base, 0.055, rng.uniform(4, 7), paint((92, 170, 74), shade))


def _mountains(rng: Random, canvas: Canvas, paint: Light, horizon: float) -> None:
    canvas.box(0, horizon, 1, 1, paint((104, 140, 84)))
    peaks = sorted(
        ((x + rng.uniform(-0.06, 0.06), rng.uniform(0.26, 0.38)) for x in (0.16, 0.5, 0.84)),
        key=lambda peak: -peak[1],
    )
    for x, height in peaks:
        width, top = 0.9 * height, horizon + 0.05 - height
        foot = horizon + 0.06
        canvas.polygon([(x - width, foot), (x, top), (x + width, foot)], paint((118, 116, 130)))
        canvas.polygon([(x, top), (x + width, foot), (x + 0.1 * width, foot)], paint((92, 90, 106)))
        cap = 0.3
        left, right = (
            (x - width * cap, top + cap * (foot - top)),
            (x + width * cap, top + cap * (foot - top)),
        )
        middle = (x, top + (cap - 0.09) * (foot - top))
        canvas.polygon([left, (x, top), right, middle], paint((244, 246, 250), 1.1))


def _meadow(rng: Random, canvas: Canvas, paint: Light, horizon: float) -> None:
    canvas.box(0, horizon, 1, 1, paint((116, 190, 84)))
    for band in range(1, 5):
        top = horizon + (1 - horizon) * band / 5
        canvas.box(0, top, 1, 1, paint((116 - 9 * band, 190 - 9 * band, 84 - 5 * band)))
    for _ in range(24):
        x, y = rng.uniform(0.02, 0.98), rng.uniform(horizon + 0.06, 0.98)
        canvas.disc(
            x, y, 0.009, paint(rng.choice(((250, 230, 90), (250, 250, 250), (235, 120, 150))))
        )


def _desert(rng: Random, canvas: Canvas, paint: Light, horizon: float) -> None:
    for step, shade in enumerate((1.0, 0.92, 0.84)):
        base = horizon + 0.03 + 0.12 * step
        _ridge(rng, canvas, base, 0.035, rng.uniform(3, 5), paint((236, 200, 128), shade))


def _snow(rng: Random, canvas: Canvas, paint: Light, horizon: float) -> None:
    for step, shade in enumerate((0.9, 0.97, 1.05)):
        base = horizon + 0.02 + 0.11 * step
        _ridge(rng, canvas, base, 0.045, rng.uniform(4, 6), paint((236, 242, 250), shade))


_GROUNDS: dict[str, Callable[[Random, Canvas, Light, float], None]] = {
    "sea": _sea, "hills": _hills, "mountains": _mountains, "meadow": _meadow,
    "desert": _desert, "snow": _snow,
}  # fmt: skip


def _paint_things(rng: Random, canvas: Canvas, paint: Light, scene: Scene, horizon: float) -> None:
    """Things side by side, the further ones first."""
    each = [group for group in scene.groups for _ in range(group.count)]
    if not each:
        return
    rng.shuffle(each)
    width = 1 / len(each)
    placed = []
    for i, group in enumerate(each):
        x = (i + 0.5) * width + rng.uniform(-0.12, 0.12) * width
        foot = rng.uniform(horizon + 0.17, 0.9)
        placed.append((foot, x, group))
    for foot, x, group in sorted(placed, key=lambda place: place[0]):
        size = min(0.3, 0.85 * width) * (0.8 + 0.25 * (foot - horizon) / (1 - horizon))
        THINGS[group.thing](canvas, paint, group, scene, x, foot, size)
        canvas.spots.append(Spot(group.thing, x, foot - size / 2))
