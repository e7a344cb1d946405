"""The words that ask for a scene, in the ways people put them."""

from __future__ import annotations

from random import Random

from serve.demo.pictures.scene import Group, Scene

_COUNTS = {1: ("a", "one", "a single", "1"), 2: ("two", "2", "a pair of"), 3: ("three", "3"),
           4: ("four", "4")}  # fmt: skip
_NOUNS = {
    "boat": ("boat", "sailing boat", "sailboat", "ship"),
    "house": ("house", "cottage", "hut", "home"),
    "tree": ("tree",),
    "cactus": ("cactus",),
    "circle": ("circle", "disc", "dot"),
    "square": ("square",),
    "triangle": ("triangle",),
    "star": ("star",),
    "heart": ("heart",),
}
_PLURALS = {"cactus": "cacti"}
_GROUNDS = {
    "sea": ("sea", "ocean", "water", "waves"),
    "hills": ("hills", "green hills", "rolling hills"),
    "mountains": ("mountains", "mountain peaks", "snowy peaks"),
    "meadow": ("meadow", "field", "grass", "green field"),
    "desert": ("desert", "sand dunes", "dunes", "sand"),
    "snow": ("snow", "snowy hills", "winter landscape"),
}
_TIMES = {
    "dawn": ("dawn", "sunrise", "daybreak"),
    "day": ("daytime", "noon", "midday"),
    "sunset": ("sunset", "dusk"),
    "night": ("night", "midnight"),
}
_SKIES = {
    "sun": ("the sun", "a sun", "a bright sun", "sunshine"),
    "clouds": ("clouds", "some clouds", "a few clouds", "a cloudy sky"),
    "moon": ("a full moon", "the moon", "a moon"),
    "crescent": ("a crescent moon", "a crescent", "a thin moon"),
    "stars": ("stars", "a starry sky", "many stars"),
}
_LEADS = (
    "a picture of ", "a painting of ", "an image of ", "draw ", "a drawing of ", "paint ",
    "an illustration of ", "show me ", "a view of ", "please draw ",
)  # fmt: skip


def caption(rng: Random, scene: Scene) -> str:
    """One way to ask for the scene. All that sets it apart is said, but for a sun by day, clouds
    and stars, which are sometimes left to the painter."""
    words = _landscape(rng, scene) if scene.ground else _shapes(rng, scene)
    if rng.random() < 0.35:
        words = rng.choice(_LEADS) + words
    if rng.random() < 0.3:
        words = words[:1].upper() + words[1:]
    return words + rng.choice(("", "", "", ".", "!"))


def _landscape(rng: Random, scene: Scene) -> str:
    time, ground = rng.choice(_TIMES[scene.time]), rng.choice(_GROUNDS[scene.ground])
    things = _groups(rng, scene.groups)
    sky = [rng.choice(_SKIES[each]) for each in scene.sky if rng.random() < 0.9]
    the_ground = ground if scene.ground == "hills" or rng.random() < 0.3 else f"the {ground}"
    form = rng.randrange(5)
    if form == 0:  # sunset over the ocean, two boats, clouds
        return ", ".join((f"{time} over {the_ground}", *things, *sky))
    if form == 1:  # two boats on the sea at sunset with clouds
        preposition = (
            rng.choice(("on", "in")) if scene.ground == "sea" else rng.choice(("in", "on"))
        )
        start = f"{' and '.join(things)} {preposition} {the_ground}" if things else the_ground
        return f"{start} at {time}{_with(rng, sky)}"
    if form == 2:  # the sea at night with two boats and a full moon
        return f"{the_ground} at {time}{_with(rng, [*things, *sky])}"
    if form == 3:  # a full moon over the sea at night, two boats
        start = f"{' and '.join(sky)} over {the_ground}" if sky else the_ground
        return ", ".join((f"{start} at {time}", *things))
    parts = [time, ground, *things, *sky]  # sea, two boats, night
    rng.shuffle(parts)
    return ", ".join(parts)


def _shapes(rng: Random, scene: Scene) -> str:
    things = " and ".join(_groups(rng, scene.groups))
    backdrop = scene.backdrop
    article = "an" if backdrop[0] in "aeiou" else "a"
    return rng.choice(
        (
            f"{things} on {article} {backdrop} background",
            f"{things} on {backdrop}",
            f"{things}, {backdrop} background",
            f"{article} {backdrop} background with {things}",
            f"{backdrop} background, {things}",
        )
    )


def _with(rng: Random, parts: list[str]) -> str:
    return f" with {' and '.join(parts)}" if parts else ""


def _groups(rng: Random, groups: tuple[Group, ...]) -> list[str]:
    named = [_group(rng, group) for group in groups]
    rng.shuffle(named)
    return named


def _group(rng: Random, group: Group) -> str:
    noun = rng.choice(_NOUNS[group.thing])
    if group.count > 1:
        noun = _PLURALS.get(noun, f"{noun}s")
    if group.thing == "boat" and group.colour and rng.random() < 0.3:
        noun = f"{noun} with {'a ' if group.count == 1 else ''}{group.colour} sail"
        noun += "s" if group.count > 1 else ""
        described = noun
    else:
        described = f"{group.colour} {noun}".strip()
    count = rng.choice(_COUNTS[group.count])
    if count == "a" and described[0] in "aeiou":
        count = "an"
    return f"{count} {described}"
