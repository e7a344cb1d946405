"""Prices are learnt from busy replicas, and charges add up to the time they were busy."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serve.scheduling.cost import FORGETTING, CostModel


def window(rng: Random) -> dict[str, float]:
    return {"read": rng.randint(0, 4000), "written": rng.randint(0, 800)}


def busy_ms(work: dict[str, float], read: float, written: float) -> float:
    return read * work["read"] + written * work["written"]


@given(st.floats(0.001, 0.5), st.floats(0.1, 20), st.integers(0, 99))
def test_prices_are_found_from_a_bad_guess(read: float, written: float, seed: int) -> None:
    model, rng = CostModel({"read": 0.02, "written": 1.0}), Random(seed)
    for _ in range(60):
        work = window(rng)
        model.learn(work, busy_ms(work, read, written))
    work = {"read": 500.0, "written": 100.0}
    assert model.cost_ms(work) == pytest.approx(busy_ms(work, read, written), rel=0.02)


def test_charges_add_up_to_the_busy_time_although_it_is_noisy() -> None:
    model, rng = CostModel({"read": 0.02, "written": 1.0}), Random(1)
    charged = real = 0.0
    for number in range(400):
        work = window(rng)
        spent = busy_ms(work, 0.05, 2.0) * rng.uniform(0.7, 1.3)
        if number >= 50:
            charged, real = charged + model.cost_ms(work), real + spent
        model.learn(work, spent)
    assert charged == pytest.approx(real, rel=0.05)


def test_it_follows_when_the_hardware_gets_faster() -> None:
    model, rng = CostModel({"read": 0.02, "written": 1.0}), Random(2)
    for scale in (1.0, 0.25):
        for _ in range(150):
            work = window(rng)
            model.learn(work, scale * busy_ms(work, 0.05, 2.0))
    assert model.prices["written"] == pytest.approx(0.5, rel=0.1)


@given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(0, 1e5), st.floats(0, 1e6)), max_size=30))
def test_no_price_is_ever_negative_or_not_a_number(
    windows: list[tuple[float, float, float]],
) -> None:
    model = CostModel({"read": 0.02, "written": 1.0})
    for read, written, spent in windows:
        model.learn({"read": read, "written": written}, spent)
        assert all(price >= 0 for price in model.prices.values())


def test_work_that_hardly_varies_keeps_the_guessed_proportions() -> None:
    """Every answer has the same prompt, and requests end in lumps while a replica is always busy:
    what is read and written cannot be told apart."""
    model, rng = CostModel({"read": 0.02, "written": 1.0}), Random(3)
    for _ in range(200):
        ended = rng.randint(0, 5)
        work = {"read": 12.0 * ended, "written": sum(rng.randint(20, 60) for _ in range(ended))}
        model.learn(work, 1000.0 * rng.uniform(0.9, 1.1))
    assert model.prices["written"] == pytest.approx(10, rel=0.25)
    assert model.prices["read"] < model.prices["written"]


@given(st.lists(st.tuples(st.floats(1, 1e4), st.floats(1, 1e3), st.floats(1, 1e4)), min_size=1))
def test_what_was_done_costs_the_time_it_took(
    windows: list[tuple[float, float, float]],
) -> None:
    """All of it together, the newest counting most."""
    model = CostModel({"read": 0.02, "written": 1.0})
    charged = spent = 0.0
    for read, written, busy in windows:
        model.learn({"read": read, "written": written}, busy)
    for read, written, busy in windows:
        cost = model.cost_ms({"read": read, "written": written})
        charged, spent = FORGETTING * charged + cost, FORGETTING * spent + busy
    assert charged == pytest.approx(spent, rel=1e-6)
