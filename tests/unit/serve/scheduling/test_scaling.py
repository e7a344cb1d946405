"""Replicas by the work that waits: up at once, down in calm, to zero after a long quiet."""

from hypothesis import given
from hypothesis import strategies as st

from serve.scheduling.scaling import Limits, Load, Scaler

LIMITS = Limits(minimum=0, maximum=8, target_wait_s=5, calm_s=60, idle_s=600)
NOTHING = Load(0, 0.0, 0.0)


def test_nobody_asked_yet() -> None:
    assert Scaler(LIMITS).decide(NOTHING, 0) == 0
    assert Scaler(Limits(2, 8)).decide(NOTHING, 0) == 2


def test_the_first_request_brings_one_up() -> None:
    assert Scaler(LIMITS).decide(Load(1, 0.0, 0.0), 0) == 1


def test_who_wants_it_up_gets_one_for_a_while() -> None:
    scaler = Scaler(LIMITS)
    scaler.touch(10)
    assert scaler.decide(NOTHING, 10) == 1
    assert scaler.decide(NOTHING, 609) == 1
    assert scaler.decide(NOTHING, 670) == 0


def test_what_waits_is_begun_within_the_target() -> None:
    """Twenty seconds of work are four replicas' five seconds."""
    scaler = Scaler(LIMITS)
    assert scaler.decide(Load(40, 20_000.0, 0.0), 0) == 4


def test_what_comes_is_served_beside_it() -> None:
    scaler = Scaler(LIMITS)
    assert scaler.decide(Load(40, 10_000.0, 1.5), 0) == 4
    assert scaler.decide(Load(400, 1e9, 1.5), 1) == 8, "no more than there may be"


def test_a_lull_takes_none_away() -> None:
    scaler = Scaler(LIMITS)
    assert scaler.decide(Load(40, 20_000.0, 0.0), 0) == 4
    assert scaler.decide(Load(1, 0.0, 0.2), 30) == 4
    assert scaler.decide(Load(10, 10_000.0, 0.0), 40) == 4
    assert scaler.decide(Load(1, 0.0, 0.2), 61) == 2, "the need of the 40th second is left"
    assert scaler.decide(Load(1, 0.0, 0.2), 101) == 1


def test_the_last_one_goes_after_a_long_quiet() -> None:
    scaler = Scaler(LIMITS)
    scaler.decide(Load(1, 0.0, 0.0), 0)
    assert scaler.decide(NOTHING, 599) == 1
    assert scaler.decide(NOTHING, 601) == 1
    assert scaler.decide(NOTHING, 661) == 0


@given(st.lists(st.tuples(st.floats(0, 30), st.integers(0, 50), st.floats(0, 1e5)), max_size=60))
def test_it_is_the_highest_need_of_the_last_minute(steps: list[tuple[float, int, float]]) -> None:
    scaler, now, needs = Scaler(Limits(1, 6)), 0.0, []
    for pause, requests, waiting_ms in steps:
        now += pause
        wanted = scaler.decide(Load(requests, waiting_ms, 0.0), now)
        alone = Scaler(Limits(1, 6)).decide(Load(requests, waiting_ms, 0.0), now)
        needs.append((now, alone))
        assert wanted == max(need for moment, need in needs if moment >= now - 60)
