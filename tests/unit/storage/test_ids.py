"""Ids and what counts as one."""

import pytest

from storage.ids import is_id, new_id


def test_new_ids_are_ids_and_sort_by_when_they_were_made() -> None:
    ids = [new_id() for _ in range(1_000)]
    assert all(map(is_id, ids))
    assert ids == sorted(set(ids))
    assert {id_[14] for id_ in ids} == {"7"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0190",
        "01A1FC4C-A718-7815-B206-905B5850A643",
        "{01a1fc4c-a718-7815-b206-905b5850a643}",
        "01a1fc4ca7187815b206905b5850a643",
        "01a1fc4c-a718-7815-b206-905b5850a643\n",
        "../../etc/passwd",
    ],
)
def test_what_is_not_canonical_is_no_id(text: str) -> None:
    assert not is_id(text)


def test_any_version_is_an_id() -> None:
    assert is_id("9b2fbb5e-7c4a-4f0e-8a56-2f4b3c6f1d10")
