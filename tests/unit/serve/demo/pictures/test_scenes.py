"""Scenes, the words that ask for them, and their pictures."""

from random import Random

import numpy as np
import pytest

from serve.demo.pictures.canvas import PALETTE
from serve.demo.pictures.captions import caption
from serve.demo.pictures.draw import SIZE, draw, draw_with_spots
from serve.demo.pictures.examiner import Seen, amounts_of, place_of
from serve.demo.pictures.naming import THINGS
from serve.demo.pictures.scene import COLOURS, MAX_COUNT, SHAPES, Group, Scene, draw_scene

SUNSET = Scene(groups=(Group("boat", "red", 2),), time="sunset", ground="sea")
COUNT_WORDS = {1: ("a ", "an ", "one", "single", "1"), 2: ("two", "2", "pair"), 3: ("three", "3"),
               4: ("four", "4")}  # fmt: skip


@pytest.mark.parametrize("held_out", [False, True])
def test_scenes_are_of_the_side_asked_for_and_fit_in_a_picture(held_out: bool) -> None:
    rng = Random(1)
    for _ in range(300):
        scene = draw_scene(rng, held_out)
        assert scene.held_out == held_out
        assert bool(scene.ground) != bool(scene.backdrop)
        assert sum(group.count for group in scene.groups) <= MAX_COUNT
        assert len({group.thing for group in scene.groups}) == len(scene.groups)
        assert scene.ground or all(group.colour != scene.backdrop for group in scene.groups)


def test_no_scene_is_on_both_sides() -> None:
    rng = Random(2)
    scenes = [draw_scene(rng) for _ in range(50)]
    sets = {scene: scene.held_out for scene in scenes}
    assert not any(sets.values())
    found = [draw_scene(Random(seed), held_out=True) for seed in range(50)]
    assert not set(found) & set(scenes)


def test_a_caption_says_what_sets_the_scene_apart() -> None:
    rng = Random(3)
    for _ in range(300):
        scene = draw_scene(rng)
        words = caption(rng, scene).lower()
        assert words.isascii()
        for group in scene.groups:
            assert any(word in words for word in COUNT_WORDS[group.count]), (words, group)
            assert group.colour in words
        assert scene.backdrop in words


def test_a_seed_is_a_picture_and_another_seed_another() -> None:
    first, again, other = (np.asarray(draw(Random(seed), SUNSET)) for seed in (1, 1, 2))
    assert first.shape == (SIZE, SIZE, 3)
    assert (first == again).all()
    assert (first != other).any()


@pytest.mark.parametrize("time", ["dawn", "day", "sunset", "night"])
def test_the_time_of_day_is_seen_in_the_sky(time: str) -> None:
    scene = Scene(groups=(), time=time, ground="hills")
    red, _, blue = np.asarray(draw(Random(1), scene))[50:60].mean(axis=(0, 1))
    assert (red > blue) == (time in ("sunset", "dawn"))
    assert (blue < 100) == (time in ("night", "sunset"))


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_have_their_colours(shape: str) -> None:
    scene = Scene(groups=(Group(shape, "red", 1),), backdrop="blue")
    pixels = np.asarray(draw(Random(1), scene), int)
    for colour, least in (("red", 0.08), ("blue", 0.3)):
        near = abs(pixels - np.array(PALETTE[colour])).max(axis=-1) < 16
        assert near.mean() > least


def test_it_is_known_where_each_thing_stands() -> None:
    rng = Random(4)
    for _ in range(100):
        scene = draw_scene(rng)
        amounts = amounts_of(draw_with_spots(rng, scene)[1])
        counts = {group.thing: group.count for group in scene.groups}
        assert amounts.sum((1, 2)).tolist() == pytest.approx([counts.get(t, 0) for t in THINGS])
    image, [spot] = draw_with_spots(
        Random(5), Scene(groups=(Group("square", "red", 1),), backdrop="white")
    )
    middle = image.getpixel((round(spot.x * SIZE), round(spot.y * SIZE)))
    assert np.abs(np.subtract(middle, PALETTE["red"])).max() < 16


def test_what_is_seen_is_held_against_what_was_asked() -> None:
    assert place_of(SUNSET) == "sunset sea"
    assert Seen("sunset sea", {"boat": (2, "red")}).shows(SUNSET)
    for wrong in (
        Seen("night sea", {"boat": (2, "red")}),
        Seen("sunset sea", {"boat": (3, "red")}),
        Seen("sunset sea", {"boat": (2, "white")}),
        Seen("sunset sea", {"boat": (2, "red"), "tree": (1, "")}),
        Seen("sunset sea", {}),
    ):
        assert not wrong.shows(SUNSET)
    unnamed = Scene(groups=(Group("boat", "", 2),), time="sunset", ground="sea")
    assert Seen("sunset sea", {"boat": (2, "white")}).shows(unnamed)
    assert set(COLOURS) == set(PALETTE)
