"""What a person who waits for a place is told."""

import pytest

from serve.places import LOADING, _waiting_told
from serve.scheduling.gpu_pool import Standing


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing(0, 0.4, False), "this is next."),
        (Standing(1, 4.4, False), "one goes first, about 4 s in all."),
        (Standing(7, 61.0, False), "7 go first, about 61 s in all."),
    ],
)
def test_who_waits_is_told_how_long(standing: Standing, words: str) -> None:
    told = _waiting_told(standing)
    assert told["detail"] == f"All places at the model are taken; {words}"
    assert (told["ahead"], told["wait_s"]) == (standing.ahead, standing.wait_s)


def test_whoever_waits_for_a_model_that_starts_is_told_that() -> None:
    for standing in (Standing(0, 9.0, True), Standing(1, 9.0, True)):
        assert _waiting_told(standing) == {**LOADING, "ahead": standing.ahead, "wait_s": 9.0}
