"""Embedded servers of our own, to be killed."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from pathlib import Path

import pytest

from storage import Storage
from storage.embedded import EmbeddedStores


@pytest.fixture
async def stores(tmp_path: Path) -> AsyncGenerator[EmbeddedStores]:
    async with EmbeddedStores(tmp_path) as stores:
        yield stores


@pytest.fixture
async def storage(stores: EmbeddedStores) -> AsyncGenerator[Storage]:
    # On a busy machine a server takes its time to come back.
    patient = stores.settings.model_copy(update={"retry_budget_s": 60.0})
    storage = await Storage.open(patient)
    await storage.prepare()
    yield storage
    await storage.close()


@pytest.fixture
def until() -> Callable[[Callable[[], object]], Awaitable[None]]:
    """`await until(condition)`: looks again and again, and fails after a minute."""

    async def wait(condition: Callable[[], object]) -> None:
        async with asyncio.timeout(60):
            while not condition():
                await asyncio.sleep(0.01)

    return wait
