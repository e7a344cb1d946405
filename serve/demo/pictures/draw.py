"""A scene as a picture: drawn at twice its size and scaled down, so that edges are smooth.

Everything that a caption does not settle (places, sizes, shades) comes from the seeded `rng`.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from PIL import Image

from serve.demo.pictures.canvas import Spot
from serve.demo.pictures.landscape import landscape
from serve.demo.pictures.scene import Scene
from serve.demo.pictures.shapes import shapes

SIZE = 128
SCALE = 2


def draw(rng: Random, scene: Scene, size: int = SIZE) -> Image.Image:
    """The scene as an RGB picture of `size` by `size` pixels."""
    return draw_with_spots(rng, scene, size)[0]


def draw_with_spots(
    rng: Random, scene: Scene, size: int = SIZE
) -> tuple[Image.Image, Sequence[Spot]]:
    """The same, and where each thing in it is."""
    side = size * SCALE
    canvas = landscape(rng, scene, side) if scene.ground else shapes(rng, scene, side)
    return canvas.image.resize((size, size), Image.Resampling.BOX), canvas.spots
