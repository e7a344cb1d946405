"""What a picture shows, as data: a landscape with things in it, or plain shapes."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from random import Random

TIMES = ("dawn", "day", "sunset", "night")
GROUNDS = ("sea", "hills", "mountains", "meadow", "desert", "snow")
SKIES = ("sun", "clouds", "moon", "crescent", "stars")
SHAPES = ("circle", "square", "triangle", "star", "heart")
COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "white", "black")
HOUSE_COLOURS = ("", "red", "yellow", "blue", "white")
SAIL_COLOURS = ("", "red", "yellow", "white")
MAX_COUNT = 4
HELD_OUT_EVERY = 8


@dataclass(frozen=True, slots=True)
class Group:
    """`count` things of a kind. An empty colour is whatever such a thing usually has."""

    thing: str
    colour: str
    count: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A landscape has `time`, `ground` and what is in the `sky`; plain shapes lie on a
    `backdrop`, which is a colour. Either has groups."""

    groups: tuple[Group, ...]
    time: str = ""
    ground: str = ""
    sky: tuple[str, ...] = ()
    backdrop: str = ""

    @property
    def held_out(self) -> bool:
        """Whether training never sees this combination; one in `HELD_OUT_EVERY` is kept out."""
        words = f"{self.time}|{self.ground}|{self.sky}|{self.backdrop}|{self.groups}"
        return zlib.crc32(words.encode()) % HELD_OUT_EVERY == 0


def draw_scene(rng: Random, held_out: bool = False) -> Scene:
    """A random scene of the side asked for."""
    while True:
        scene = _landscape(rng) if rng.random() < 0.65 else _shapes(rng)
        if scene.held_out == held_out:
            return scene


def _landscape(rng: Random) -> Scene:
    time, ground = rng.choice(TIMES), rng.choice(GROUNDS)
    return Scene(groups=_things(rng, ground), time=time, ground=ground, sky=_sky(rng, time))


def _sky(rng: Random, time: str) -> tuple[str, ...]:
    """What stands in the sky beside the sun that dawn and sunset always have."""
    if time == "night":
        moon = rng.choice(("", "moon", "crescent"))
        stars = rng.random() < 0.6 or not moon
        return tuple(each for each in (moon, "stars" if stars else "") if each)
    sun = ("sun",) if time == "day" and rng.random() < 0.5 else ()
    clouds = ("clouds",) if rng.random() < 0.3 else ()
    return (*sun, *clouds)


def _things(rng: Random, ground: str) -> tuple[Group, ...]:
    kinds = {
        "sea": ("boat",),
        "hills": ("house", "tree"),
        "mountains": ("house", "tree"),
        "meadow": ("house", "tree"),
        "desert": ("cactus",),
        "snow": ("house", "tree"),
    }[ground]
    amount = rng.choices((0, 1, 2), (0.25, 0.5, 0.25))[0]
    groups: list[Group] = []
    room = MAX_COUNT
    for thing in rng.sample(kinds, min(amount, len(kinds))):
        count = rng.randint(1, room if len(groups) == 0 else min(room, 2))
        colours = {"house": HOUSE_COLOURS, "boat": SAIL_COLOURS}.get(thing, ("",))
        groups.append(Group(thing, rng.choice(colours), count))
        room -= count
        if room < 1:
            break
    return tuple(groups)


def _shapes(rng: Random) -> Scene:
    backdrop = rng.choice(COLOURS)
    others = [colour for colour in COLOURS if colour != backdrop]
    first = Group(rng.choice(SHAPES), rng.choice(others), rng.randint(1, MAX_COUNT))
    groups = [first]
    if first.count < MAX_COUNT and rng.random() < 0.4:
        shapes = [shape for shape in SHAPES if shape != first.thing]
        count = rng.randint(1, min(2, MAX_COUNT - first.count))
        groups.append(Group(rng.choice(shapes), rng.choice(others), count))
    return Scene(groups=tuple(groups), backdrop=backdrop)
