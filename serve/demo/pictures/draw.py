"""A scene as a picture: drawn at twice its size and scaled down, so that edges are smooth.

Everything that a caption does not settle (places, sizes, shades) comes from the seeded `rng`.
Coordinates run from 0 to 1, x to the right and y down.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import cast

import numpy as np
from PIL import Image, ImageDraw

from serve.demo.pictures.scene import Group, Scene

Colour = tuple[int, int, int]
Points = Sequence[tuple[float, float]]

SIZE = 128
SCALE = 2
PALETTE: dict[str, Colour] = {
    "red": (214, 48, 49), "orange": (240, 138, 36), "yellow": (247, 208, 60),
    "green": (56, 158, 82), "blue": (48, 102, 204), "purple": (128, 66, 168),
    "pink": (240, 140, 178), "white": (246, 246, 242), "black": (28, 28, 32),
}  # fmt: skip
SKY: dict[str, tuple[Colour, Colour, Colour]] = {
    "dawn": ((150, 170, 220), (245, 190, 200), (255, 232, 190)),
    "day": ((70, 140, 225), (130, 185, 240), (205, 230, 250)),
    "sunset": ((76, 50, 110), (222, 96, 66), (255, 190, 90)),
    "night": ((8, 12, 36), (16, 24, 60), (34, 44, 92)),
}
"""Of each time the colours of the zenith, the middle and the horizon."""
LIGHT: dict[str, tuple[float, Colour]] = {
    "dawn": (0.85, (255, 215, 200)),
    "day": (1.0, (255, 255, 255)),
    "sunset": (0.62, (255, 170, 120)),
    "night": (0.46, (160, 178, 255)),
}
"""How bright things are and in which light they stand."""


class Canvas:
    """A drawing surface in coordinates from 0 to 1."""

    def __init__(self, pixels: np.ndarray) -> None:
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


def draw(rng: Random, scene: Scene, size: int = SIZE) -> Image.Image:
    """The scene as an RGB picture of `size` by `size` pixels."""
    side = size * SCALE
    canvas = _landscape(rng, scene, side) if scene.ground else _shapes(rng, scene, side)
    return canvas.image.resize((size, size), Image.Resampling.BOX)


def _landscape(rng: Random, scene: Scene, side: int) -> Canvas:
    horizon = rng.uniform(0.52, 0.62)
    canvas = Canvas(_gradient(side, SKY[scene.time], horizon))
    paint = _Light(scene.time)
    sun_x = rng.uniform(0.2, 0.8)
    _paint_sky(rng, canvas, scene, horizon, sun_x)
    _GROUNDS[scene.ground](rng, canvas, paint, horizon)
    if scene.ground == "sea" and scene.time in ("sunset", "dawn"):
        _reflection(rng, canvas, scene.time, horizon, sun_x)
    _paint_things(rng, canvas, paint, scene, horizon)
    return canvas


class _Light:
    """Turns a thing's own colour into how it looks at a time of day."""

    def __init__(self, time: str) -> None:
        self.time = time
        self._brightness, self._tint = LIGHT[time]

    def __call__(self, colour: Colour, shade: float = 1.0) -> Colour:
        bright = self._brightness * shade
        return _colour(c * bright * t / 255 for c, t in zip(colour, self._tint, strict=True))


def _colour(parts: Iterable[float]) -> Colour:
    red, green, blue = (max(0, min(255, round(part))) for part in parts)
    return red, green, blue


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


def _sea(rng: Random, canvas: Canvas, paint: _Light, horizon: float) -> None:
    far, near = (52, 122, 180), (24, 74, 130)
    for band in range(12):
        part = band / 11
        colour = _colour(f + (n - f) * part for f, n in zip(far, near, strict=True))
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


def _hills(rng: Random, canvas: Canvas, paint: _Light, horizon: float) -> None:
    for step, shade in enumerate((0.75, 0.9, 1.05)):
        base = horizon + 0.02 + 0.1 * step
        _ridge(rng, canvas, base, 0.055, rng.uniform(4, 7), paint((92, 170, 74), shade))


def _mountains(rng: Random, canvas: Canvas, paint: _Light, horizon: float) -> None:
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


def _meadow(rng: Random, canvas: Canvas, paint: _Light, horizon: float) -> None:
    canvas.box(0, horizon, 1, 1, paint((116, 190, 84)))
    for band in range(1, 5):
        top = horizon + (1 - horizon) * band / 5
        canvas.box(0, top, 1, 1, paint((116 - 9 * band, 190 - 9 * band, 84 - 5 * band)))
    for _ in range(24):
        x, y = rng.uniform(0.02, 0.98), rng.uniform(horizon + 0.06, 0.98)
        canvas.disc(
            x, y, 0.009, paint(rng.choice(((250, 230, 90), (250, 250, 250), (235, 120, 150))))
        )


def _desert(rng: Random, canvas: Canvas, paint: _Light, horizon: float) -> None:
    for step, shade in enumerate((1.0, 0.92, 0.84)):
        base = horizon + 0.03 + 0.12 * step
        _ridge(rng, canvas, base, 0.035, rng.uniform(3, 5), paint((236, 200, 128), shade))


def _snow(rng: Random, canvas: Canvas, paint: _Light, horizon: float) -> None:
    for step, shade in enumerate((0.9, 0.97, 1.05)):
        base = horizon + 0.02 + 0.11 * step
        _ridge(rng, canvas, base, 0.045, rng.uniform(4, 6), paint((236, 242, 250), shade))


_GROUNDS: dict[str, Callable[[Random, Canvas, _Light, float], None]] = {
    "sea": _sea, "hills": _hills, "mountains": _mountains, "meadow": _meadow,
    "desert": _desert, "snow": _snow,
}  # fmt: skip


def _paint_things(rng: Random, canvas: Canvas, paint: _Light, scene: Scene, horizon: float) -> None:
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
        _THINGS[group.thing](canvas, paint, group, scene, x, foot, size)


def _house(
    canvas: Canvas, paint: _Light, group: Group, scene: Scene, x: float, y: float, size: float
) -> None:
    half, wall = 0.4 * size, 0.5 * size
    body = paint(PALETTE.get(group.colour, (222, 196, 160)))
    canvas.box(x - half, y - wall, x + half, y, body)
    roof = [(x - 1.2 * half, y - wall), (x, y - wall - 0.42 * size), (x + 1.2 * half, y - wall)]
    canvas.polygon(roof, paint((128, 58, 44) if group.colour != "red" else (74, 60, 62)))
    canvas.box(x - 0.1 * size, y - 0.3 * size, x + 0.06 * size, y, paint((86, 56, 40)))
    window = (255, 214, 96) if scene.time in ("night", "sunset") else paint((150, 200, 230))
    canvas.box(x + 0.15 * size, y - 0.36 * size, x + 0.31 * size, y - 0.2 * size, window)


def _tree(
    canvas: Canvas, paint: _Light, group: Group, scene: Scene, x: float, y: float, size: float
) -> None:
    canvas.box(x - 0.05 * size, y - 0.4 * size, x + 0.05 * size, y, paint((104, 72, 46)))
    if scene.ground in ("snow", "mountains"):
        for lift, half in ((0.25, 0.36), (0.5, 0.29), (0.75, 0.2)):
            bottom = y - lift * size
            crown = [
                (x - half * size, bottom),
                (x, bottom - 0.42 * size),
                (x + half * size, bottom),
            ]
            canvas.polygon(crown, paint((34, 100, 66)))
        return
    for dx, lift, radius in ((-0.2, 0.55, 0.25), (0.2, 0.55, 0.25), (0, 0.82, 0.29)):
        canvas.disc(x + dx * size, y - lift * size, radius * size, paint((44, 122, 54)))


def _cactus(
    canvas: Canvas, paint: _Light, group: Group, scene: Scene, x: float, y: float, size: float
) -> None:
    green, thick = paint((58, 134, 70)), 0.085 * size
    canvas.box(x - thick, y - 0.9 * size, x + thick, y, green)
    canvas.disc(x, y - 0.9 * size, thick, green)
    for side, low, high in ((-1, 0.4, 0.7), (1, 0.5, 0.8)):
        arm = x + side * 0.28 * size
        left, right = sorted((x, arm))
        canvas.box(left, y - (low + 0.14) * size, right, y - low * size, green)
        canvas.box(arm - 0.07 * size, y - high * size, arm + 0.07 * size, y - low * size, green)


def _boat(
    canvas: Canvas, paint: _Light, group: Group, scene: Scene, x: float, y: float, size: float
) -> None:
    half, deck = 0.48 * size, y - 0.18 * size
    hull = [(x - half, deck), (x + half, deck), (x + 0.66 * half, y), (x - 0.66 * half, y)]
    canvas.polygon(hull, paint((120, 70, 42)))
    canvas.box(x - 0.02 * size, y - 0.95 * size, x + 0.02 * size, deck, paint((90, 60, 40)))
    sail = paint(PALETTE.get(group.colour, (246, 240, 226)), 1.15)
    canvas.polygon(
        [(x + 0.04 * size, y - 0.93 * size), (x + 0.4 * size, deck - 0.06 * size),
         (x + 0.04 * size, deck - 0.06 * size)], sail,
    )  # fmt: skip
    canvas.polygon(
        [(x - 0.04 * size, y - 0.8 * size), (x - 0.32 * size, deck - 0.06 * size),
         (x - 0.04 * size, deck - 0.06 * size)], sail,
    )  # fmt: skip


_THINGS = {"house": _house, "tree": _tree, "cactus": _cactus, "boat": _boat}


def _shapes(rng: Random, scene: Scene, side: int) -> Canvas:
    colour = _vary(rng, PALETTE[scene.backdrop])
    canvas = Canvas(np.full((side, side, 3), colour, dtype=np.uint8))
    each = [group for group in scene.groups for _ in range(group.count)]
    rng.shuffle(each)
    shades = {group: _vary(rng, PALETTE[group.colour]) for group in scene.groups}
    for group, (x, y, room) in zip(each, _places(rng, len(each)), strict=True):
        _outline(canvas, group.thing, x, y, room * rng.uniform(0.7, 0.9), shades[group])
    return canvas


def _vary(rng: Random, colour: Colour) -> Colour:
    return _colour(part + rng.uniform(-8, 8) for part in colour)


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
