"""Writes in one trip: each caller learns of its own."""

import asyncio
from typing import Any

import pytest
from bson.errors import InvalidDocument
from pymongo.errors import OperationFailure

from storage import Storage, new_id
from storage.database import DUPLICATE_KEY
from storage.grouping import GroupedCollection


@pytest.fixture
def grouped(storage: Storage) -> GroupedCollection:
    """A collection that no repository knows."""
    return GroupedCollection(storage._database[f"grouped_{new_id()[-12:]}"])


async def _all(grouped: GroupedCollection) -> dict[str, Any]:
    return {each["_id"]: each["n"] for each in await grouped.raw.find({}).to_list(None)}


async def test_a_taken_id_is_told_to_who_used_it(grouped: GroupedCollection) -> None:
    await grouped.insert([{"_id": "taken", "n": 0}])
    outcomes = await asyncio.gather(
        grouped.insert([{"_id": "a", "n": 1}]),
        grouped.insert([{"_id": "b", "n": 2}, {"_id": "taken", "n": 3}, {"_id": "c", "n": 4}]),
        grouped.insert([{"_id": "d", "n": 5}]),
    )
    assert outcomes == [None, DUPLICATE_KEY, None]
    assert await _all(grouped) == {"taken": 0, "a": 1, "b": 2, "d": 5}


async def test_a_change_of_what_is_not_there_is_told_to_who_asked(
    grouped: GroupedCollection,
) -> None:
    await grouped.insert([{"_id": name, "n": 0} for name in ("a", "b")])
    change = {"$set": {"n": 9}}
    tries = await asyncio.gather(
        *(grouped.update({"_id": name}, change) for name in ("a", "missing", "b"))
    )
    assert [bool(each) for each in tries] == [True, False, True]
    assert await _all(grouped) == {"a": 9, "b": 9}
    # The two that were there may have been changed twice, and say so.
    assert min(tries[0], tries[2]) > 1


async def test_changes_that_all_find_theirs_are_made_once(grouped: GroupedCollection) -> None:
    names = [f"{number:02d}" for number in range(20)]
    await grouped.insert([{"_id": name, "n": 0} for name in names])
    tries = await asyncio.gather(
        *(grouped.update({"_id": name}, {"$inc": {"n": 1}}) for name in names)
    )
    assert set(tries) == {1}
    assert set((await _all(grouped)).values()) == {1}


async def test_what_cannot_be_stored_fails_alone(grouped: GroupedCollection) -> None:
    await grouped.insert([{"_id": name, "n": "text" if name == "b" else 0} for name in "abc"])
    unfit = grouped.insert([{"_id": "x", "n": object()}])
    refused = grouped.update({"_id": "b"}, {"$inc": {"n": 1}})  # text has no sum
    fit = (grouped.insert([{"_id": "y", "n": 1}]), grouped.update({"_id": "a"}, {"$set": {"n": 5}}))
    outcomes = await asyncio.gather(unfit, refused, *fit, return_exceptions=True)
    assert isinstance(outcomes[0], InvalidDocument)
    assert isinstance(outcomes[1], OperationFailure)
    assert outcomes[2] is None
    assert isinstance(outcomes[3], int)
    assert await _all(grouped) == {"a": 5, "b": "text", "c": 0, "y": 1}
