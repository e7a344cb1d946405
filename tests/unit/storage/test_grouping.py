"""Items that come at the same time go out together."""

import asyncio
from collections.abc import Sequence

import pytest

from storage.grouping import MAX_GROUP, Group


class Wire:
    """Notes what it is given; holds each batch until it is let through."""

    def __init__(self) -> None:
        self.sent: list[list[int]] = []
        self.open = asyncio.Semaphore(0)

    async def __call__(self, items: Sequence[int]) -> Sequence[int | Exception]:
        self.sent.append(list(items))
        await self.open.acquire()
        if 13 in items and len(items) == 1:
            raise OSError("gone")
        return [ValueError("no") if item == 7 else 10 * item for item in items]


async def _until_sent(wire: Wire, batches: int) -> None:
    async with asyncio.timeout(5):
        while len(wire.sent) < batches:
            await asyncio.sleep(0)


async def test_the_first_goes_alone_and_those_that_come_meanwhile_together() -> None:
    wire = Wire()
    group: Group[int, int] = Group(wire)
    first = asyncio.create_task(group(1))
    await _until_sent(wire, 1)
    rest = [asyncio.create_task(group(item)) for item in (2, 3, 4)]
    await asyncio.sleep(0)
    wire.open.release()
    await _until_sent(wire, 2)
    wire.open.release()
    assert await asyncio.gather(first, *rest) == [10, 20, 30, 40]
    assert wire.sent == [[1], [2, 3, 4]]


async def test_a_group_has_a_bound() -> None:
    wire = Wire()
    wire.open = asyncio.Semaphore(9)
    group: Group[int, int] = Group(wire)
    items = range(100, 100 + 2 * MAX_GROUP + 1)
    assert await asyncio.gather(*map(group, items)) == [10 * item for item in items]
    assert [len(batch) for batch in wire.sent] == [MAX_GROUP, MAX_GROUP, 1]


async def test_an_error_is_raised_where_it_belongs() -> None:
    wire = Wire()
    wire.open = asyncio.Semaphore(9)
    group: Group[int, int] = Group(wire)
    outcomes = await asyncio.gather(*map(group, (6, 7, 8)), return_exceptions=True)
    assert outcomes[::2] == [60, 80]
    assert isinstance(outcomes[1], ValueError)
    with pytest.raises(OSError, match="gone"):
        await group(13)
    assert await group(1) == 10


async def test_one_that_is_given_up_before_its_turn_is_not_sent() -> None:
    wire = Wire()
    group: Group[int, int] = Group(wire)
    first = asyncio.create_task(group(1))
    await _until_sent(wire, 1)
    given_up, kept = asyncio.create_task(group(2)), asyncio.create_task(group(3))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.sleep(0)
    for _ in range(2):
        wire.open.release()
    assert await asyncio.gather(first, kept) == [10, 30]
    assert wire.sent == [[1], [3]]
