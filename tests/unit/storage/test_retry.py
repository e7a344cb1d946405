"""Outlasting a server that is away."""

import asyncio

import pytest

from storage.errors import UnavailableError
from storage.retry import Retry


class Flaky:
    def __init__(self, failures: int, error: Exception) -> None:
        self.left = failures
        self.error = error
        self.calls = 0

    async def __call__(self) -> str:
        self.calls += 1
        if self.left:
            self.left -= 1
            raise self.error
        return "done"


def is_transient(error: Exception) -> bool:
    return isinstance(error, ConnectionError)


async def test_it_tries_until_the_server_is_back() -> None:
    operation = Flaky(3, ConnectionResetError())
    assert await Retry(10, is_transient)(operation) == "done"
    assert operation.calls == 4


async def test_what_is_not_transient_is_raised_at_once() -> None:
    operation = Flaky(3, ValueError("no"))
    with pytest.raises(ValueError, match="no"):
        await Retry(10, is_transient)(operation)
    assert operation.calls == 1


async def test_the_budget_bounds_it() -> None:
    operation = Flaky(10**6, ConnectionRefusedError("nobody there"))
    clock = asyncio.get_running_loop()
    began = clock.time()
    with pytest.raises(UnavailableError, match="nobody there"):
        await Retry(0.3, is_transient)(operation)
    assert clock.time() - began < 0.4
    assert operation.calls > 1


async def test_cancelling_the_caller_ends_it() -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await Retry(60, is_transient)(Flaky(10**6, ConnectionError()))
