"""Preparing the stores: by several processes at once, as often as one likes."""

import asyncio
from typing import Any

import pytest
from motor.motor_asyncio import AsyncIOMotorClient

from storage import Storage, StorageError, StorageSettings, new_id
from storage.database import is_transient
from storage.retry import Retry
from storage.schema import INDEXES, Migration, known_migrations, prepare_database


@pytest.fixture
async def fresh(settings: StorageSettings) -> StorageSettings:
    """A database that nobody prepared yet."""
    return settings.model_copy(update={"mongodb_database": f"test-{new_id()[-12:]}"})


@pytest.fixture
async def database(fresh: StorageSettings) -> Any:
    client: Any = AsyncIOMotorClient(fresh.mongodb_url)
    yield client[fresh.mongodb_database]
    client.close()


async def test_two_at_once_prepare_it_once(fresh: StorageSettings, database: Any) -> None:
    both = [await Storage.open(fresh) for _ in range(2)]
    await asyncio.gather(*(storage.prepare() for storage in both))
    for storage in both:
        assert await storage.ping() == {"database": None, "blobs": None}
        await storage.close()
    done = await database["migrations"].find().to_list(None)
    assert [each["state"] for each in done] == ["done"] * len(known_migrations())
    for name, indexes in INDEXES.items():
        assert len(await database[name].index_information()) >= len(indexes)


async def test_each_migration_runs_once_in_order(database: Any) -> None:
    applied: list[int] = []

    def step(number: int) -> Migration:
        async def apply(_: Any) -> None:
            applied.append(number)
            await asyncio.sleep(0)

        return Migration(number, f"step{number}", apply)

    steps = [step(1), step(2), step(3)]
    retry = Retry(15, is_transient)
    await asyncio.gather(*(prepare_database(database, retry, steps[:2]) for _ in range(4)))
    assert applied == [1, 2]
    await asyncio.gather(*(prepare_database(database, retry, steps) for _ in range(4)))
    assert applied == [1, 2, 3]


async def test_a_migration_whose_runner_died_is_taken_over(database: Any) -> None:
    applied: list[int] = []

    async def apply(_: Any) -> None:
        applied.append(1)

    dead = {"_id": "0001", "name": "x", "owner": "dead", "state": "running", "since": 0}
    await database["migrations"].insert_one(dead)
    await prepare_database(database, Retry(15, is_transient), [Migration(1, "x", apply)])
    assert applied == [1]
    assert (await database["migrations"].find_one({"_id": "0001"}))["state"] == "done"


async def test_without_addresses_it_says_what_to_set() -> None:
    with pytest.raises(StorageError, match="MONGODB_URL"):
        await Storage.open(StorageSettings(mongodb_url=None, s3_url=None))


@pytest.mark.parametrize("tenant_id", ["", "a/b", "../x", "a" * 65, "$x", "-x", "a\n"])
async def test_a_tenant_id_is_a_plain_word(storage: Storage, tenant_id: str) -> None:
    with pytest.raises(ValueError, match="tenant"):
        storage.tenant(tenant_id)
