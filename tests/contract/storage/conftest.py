"""The storage package on running servers: those of MONGODB_URL and S3_URL where given, else the
embedded ones."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress

import pytest
from pymongo.errors import BulkWriteError, DuplicateKeyError

from storage import Storage, StorageSettings, TenantStorage, new_id
from storage.database import is_transient
from storage.embedded import EmbeddedStores
from storage.retry import Result, Retry


@pytest.fixture(scope="session")
async def settings(
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncGenerator[StorageSettings]:
    """Addresses of the servers, and a database of our own on them."""
    given = StorageSettings()
    own = {"mongodb_database": f"test-{new_id()[-12:]}"}
    if given.mongodb_url and given.s3_url:
        yield given.model_copy(update=own)
        return
    async with EmbeddedStores(tmp_path_factory.mktemp("stores"), given) as stores:
        yield stores.settings.model_copy(update=own)


class AnswersLost(Retry):
    """Every operation is done, its answer is lost on the way, and it is done again: what a
    connection that breaks at the worst moment makes of it."""

    async def __call__(self, operation: Callable[[], Awaitable[Result]]) -> Result:
        with suppress(DuplicateKeyError, BulkWriteError):
            await operation()
        return await super().__call__(operation)


@pytest.fixture(scope="session", params=["all well", "every answer lost once"])
async def storage(
    settings: StorageSettings, request: pytest.FixtureRequest
) -> AsyncGenerator[Storage]:
    storage = await Storage.open(settings)
    if request.param != "all well":
        storage._retry = AnswersLost(15, is_transient)
    await storage.prepare()
    yield storage
    await storage.close()


@pytest.fixture
def tenant(storage: Storage) -> TenantStorage:
    """A tenant that nobody else uses."""
    return storage.tenant(new_id())
