"""Things that stand in a landscape, each at its foot (x, y) and of a size."""

from __future__ import annotations

from serve.demo.pictures.canvas import PALETTE, Canvas, Colour, colour_of
from serve.demo.pictures.scene import Group, Scene

LIGHT: dict[str, tuple[float, Colour]] = {
    "dawn": (0.85, (255, 215, 200)),
    "day": (1.0, (255, 255, 255)),
    "sunset": (0.62, (255, 170, 120)),
    "night": (0.46, (160, 178, 255)),
}
"""How bright things are and in which light they stand."""


class Light:
    """Turns a thing's own colour into how it looks at a time of day."""

    def __init__(self, time: str) -> None:
        self._brightness, self._tint = LIGHT[time]

    def __call__(self, colour: Colour, shade: float = 1.0) -> Colour:
        bright = self._brightness * shade
        return colour_of(c * bright * t / 255 for c, t in zip(colour, self._tint, strict=True))


def _house(
    canvas: Canvas, paint: Light, group: Group, scene: Scene, x: float, y: float, size: float
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
    canvas: Canvas, paint: Light, group: Group, scene: Scene, x: float, y: float, size: float
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
    canvas: Canvas, paint: Light, group: Group, scene: Scene, x: float, y: float, size: float
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
    canvas: Canvas, paint: Light, group: Group, scene: Scene, x: float, y: float, size: float
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


THINGS = {"house": _house, "tree": _tree, "cactus": _cactus, "boat": _boat}
