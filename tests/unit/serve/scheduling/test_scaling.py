"""Replicas by the work that waits: up at once, down in calm, to zero after a long quiet."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from serve.scheduling.scaling import Limits, Load, Scaler

LIMITS = Limits(minimum=0, maximum=8, places=4, target_wait_s=5, calm_s=60, idle_s=600)
NOTHING = Load(0, 0, 0.0)
FULL = Load(4, 0, 0.0)


def test_nobody_asked_yet() -> None:
    assert Scaler(LIMITS).decide(NOTHING, 0) == 0
    assert Scaler(replace(LIMITS, minimum=2)).decide(NOTHING, 0) == 2


def test_the_first_request_brings_one_up() -> None:
    assert Scaler(LIMITS).decide(Load(1, 0, 0.0), 0) == 1


def test_who_wants_it_up_gets_one_for_a_while() -> None:
    scaler = Scaler(LIMITS)
    scaler.touch(10)
    assert scaler.decide(NOTHING, 10) == 1
    assert scaler.decide(NOTHING, 609) == 1
    assert scaler.decide(NOTHING, 670) == 0


def test_a_full_replica_is_no_reason_for_another() -> None:
    assert Scaler(LIMITS).decide(FULL, 0) == 1
    assert Scaler(LIMITS).decide(Load(4, 3, 4_900.0), 0) == 1, "they begin soon enough"


def test_what_would_wait_too_long_is_shared_by_more() -> None:
    """Twenty seconds of work are four times the target."""
    scaler = Scaler(LIMITS)
    assert scaler.decide(Load(4, 40, 20_000.0), 0) == 5
    assert scaler.decide(Load(4, 400, 1e9), 1) == 8, "no more than there may be"


def test_a_lull_takes_none_away() -> None:
    scaler = Scaler(LIMITS)
    assert scaler.decide(Load(4, 40, 20_000.0), 0) == 5
    assert scaler.decide(Load(1, 0, 0.0), 30) == 5
    assert scaler.decide(Load(8, 3, 5_000.0), 40) == 5
    assert scaler.decide(Load(1, 0, 0.0), 61) == 3, "the need of the 40th second is left"
    assert scaler.decide(Load(1, 0, 0.0), 101) == 1


def test_the_last_one_goes_after_a_long_quiet() -> None:
    scaler = Scaler(LIMITS)
    scaler.decide(Load(1, 0, 0.0), 0)
    assert scaler.decide(NOTHING, 599) == 1
    assert scaler.decide(NOTHING, 601) == 1
    assert scaler.decide(NOTHING, 661) == 0


@given(st.lists(st.tuples(st.floats(0, 30), st.integers(0, 50), st.floats(0, 1e5)), max_size=60))
def test_it_is_the_highest_need_of_the_last_minute(steps: list[tuple[float, int, float]]) -> None:
    scaler, now, needs = Scaler(replace(LIMITS, minimum=1, maximum=6)), 0.0, []
    for pause, held, waiting_ms in steps:
        now += pause
        wanted = scaler.decide(Load(held, 0, waiting_ms), now)
        needs.append(
            (
                now,
                Scaler(replace(LIMITS, minimum=1, maximum=6)).decide(
                    Load(held, 0, waiting_ms), now
                ),
            )
        )
        assert wanted == max(need for moment, need in needs if moment >= now - 60)


def test_nobody_needs_it_any_more() -> None:
    scaler = Scaler(LIMITS)
    assert scaler.decide(FULL, 0) == 1
    scaler.rest()
    assert scaler.decide(Load(1, 0, 0.0), 1) == 1, "it finishes what it has"
    scaler.rest()
    assert scaler.decide(NOTHING, 2) == 0
    scaler.limits = replace(LIMITS, minimum=1)
    scaler.rest()
    assert scaler.decide(NOTHING, 3) == 1, "it is pinned"
