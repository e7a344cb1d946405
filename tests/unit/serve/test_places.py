"""What a person who waits for a place is told."""

import pytest

from serve.places import LOADING, _queued
from serve.scheduling.gpu_pool import Standing


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing(0, 0.4), "this is next."),
        (Standing(1, 4.4), "one goes first, about 4 s in all."),
        (Standing(7, 61.0), "7 go first, about 61 s in all."),
    ],
)
def test_who_waits_is_told_how_long(standing: Standing, words: str) -> None:
    told = _queued(standing, loading=False)
    assert told["detail"] == f"All places at the model are taken; {words}"
    assert (told["ahead"], told["wait_s"]) == (standing.ahead, standing.wait_s)


def test_the_first_to_wait_for_a_model_that_starts_waits_for_that() -> None:
    assert _queued(Standing(0, 9.0), loading=True) == LOADING
    assert _queued(Standing(1, 9.0), loading=True)["reason"] == "queued"
