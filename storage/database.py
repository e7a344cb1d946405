"""The database client (motor) and the only two kinds of collection that repositories see."""

from collections.abc import Mapping, Sequence
from typing import Any

from motor.motor_asyncio import AsyncIOMotorClient
from pymongo import ReturnDocument
from pymongo.errors import (
    ConnectionFailure,
    OperationFailure,
)

from storage.grouping import GroupedCollection
from storage.retry import Retry

# The server is stepping down, shutting down or recovering (MongoDB's retryable errors).
_TRANSIENT_CODES = frozenset({6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436})

DUPLICATE_KEY = 11000

# All in the first answer (unless it is larger than 16 MiB). The embedded server forgets open
# cursors when it restarts and then answers "no more" instead of "no such cursor": a read that
# came back for a second batch could lose its end without anybody noticing.
_ONE_BATCH = 100_000


def connect(url: str) -> Any:
    """A motor client that notices quickly when the server is away and when it is back.

    The driver's own retries are off: a standalone server has none, and `Retry` covers both.
    """
    return AsyncIOMotorClient(
        url,
        appname="atelier",
        retryWrites=False,
        retryReads=False,
        serverSelectionTimeoutMS=1_000,
        connectTimeoutMS=1_000,
        socketTimeoutMS=10_000,
        waitQueueTimeoutMS=10_000,
        heartbeatFrequencyMS=5_000,
        maxPoolSize=32,
    )


def is_transient(error: Exception) -> bool:
    """Whether the same operation may succeed a moment later."""
    if isinstance(error, ConnectionFailure):  # network, no server selected, not primary
        return True
    return isinstance(error, OperationFailure) and error.code in _TRANSIENT_CODES


class Collection:
    """One collection, retried on connection loss.

    Filters are equalities (`{"status": "running"}`) or comparisons (`{"seq": {"$gt": 7}}`) of
    top-level fields. Equalities go out as `$eq`: MongoDB takes both for the same, but only
    with `$eq` does the embedded server use an index, one a query.
    """

    def __init__(self, collection: GroupedCollection, retry: Retry) -> None:
        self._grouped = collection
        self._collection = collection.raw
        self._retry = retry

    async def insert(self, document: Mapping[str, Any]) -> bool:
        """Store a new document; False when its `_id` is taken by another one."""
        return await self.insert_all([document])

    async def insert_all(self, documents: Sequence[Mapping[str, Any]]) -> bool:
        """Store new documents in one write, in this order; False when an `_id` was taken by
        another one: those before it are stored, those after it are not."""
        scoped = [{**document, **self._scope()} for document in documents]
        tries = 0

        async def insert() -> int | None:
            nonlocal tries
            tries += 1
            return await self._grouped.insert(scoped)

        refused = await self._retry(insert)
        if refused is None:
            return True
        if refused != DUPLICATE_KEY:
            raise OperationFailure("The database refused a document.", refused)
        # After a lost answer they may be our own, and then they are the same to the last field.
        return tries > 1 and await self._all_stored(scoped)

    async def get(self, record_id: str, **expected: Any) -> dict[str, Any] | None:
        """The document with this `_id` if it is in scope and has the expected values."""
        query = self._query({"_id": record_id, **expected})
        found: dict[str, Any] | None = await self._retry(lambda: self._collection.find_one(query))
        return found

    async def find(
        self,
        where: Mapping[str, Any],
        *,
        limit: int = 0,
        sort: tuple[str, int] | None = None,
        fields: Sequence[str] | None = None,
    ) -> list[dict[str, Any]]:
        """Documents in scope; `limit` 0 is all, `sort` is a field and 1 or -1."""
        query = self._query(where)

        async def read() -> list[dict[str, Any]]:
            cursor = self._collection.find(query, fields and dict.fromkeys(fields, 1))
            cursor = cursor.batch_size(_ONE_BATCH)
            if sort is not None:
                cursor = cursor.sort(*sort)
            found: list[dict[str, Any]] = await cursor.limit(limit).to_list(None)
            return found

        return await self._retry(read)

    async def update(
        self, record_id: str, change: Mapping[str, Any], *, before: bool = False, **expected: Any
    ) -> dict[str, Any] | None:
        """Change one document atomically and return it as it is afterwards (`before`: as the
        last try found it); None when there is none in scope with the expected values (any more:
        a lost first try may have changed them)."""
        _keep_tenant(change)
        query = self._query({"_id": record_id, **expected})
        which = ReturnDocument.BEFORE if before else ReturnDocument.AFTER
        found: dict[str, Any] | None = await self._retry(
            lambda: self._collection.find_one_and_update(query, change, return_document=which)
        )
        return found

    async def alter(self, record_id: str, change: Mapping[str, Any], **expected: Any) -> int:
        """Like `update` for who needs no document, which is cheaper: how many tries it took, 0
        when there is none. After several the change may have been made several times, which
        matters for `$inc`."""
        _keep_tenant(change)
        query = self._query({"_id": record_id, **expected})
        tries = 0

        async def change_it() -> int:
            nonlocal tries
            done = await self._grouped.update(query, change)
            tries += max(1, done)
            return done

        return tries if await self._retry(change_it) else 0

    async def delete(self, where: Mapping[str, Any]) -> int:
        """Delete what matches in scope; how many the last try deleted."""
        query = self._query(where)
        result = await self._retry(lambda: self._collection.delete_many(query))
        return int(result.deleted_count)

    async def distinct(self, field: str, where: Mapping[str, Any]) -> list[Any]:
        """The different values of a field, in one answer (at most 16 MiB of them)."""
        query = self._query(where)
        found: list[Any] = await self._retry(lambda: self._collection.distinct(field, query))
        return found

    async def count(self, where: Mapping[str, Any]) -> int:
        """How many match in scope. Reads every index entry that matches: keep that small.

        The `count` command and not the driver's aggregation, which the embedded server does
        document by document.
        """
        database, name = self._collection.database, self._collection.name
        query = self._query(where)
        answer = await self._retry(lambda: database.command("count", name, query=query))
        return int(answer["n"])

    async def _all_stored(self, documents: Sequence[Mapping[str, Any]]) -> bool:
        """Whether each of these is stored, the same to the last field."""
        ids = [document["_id"] for document in documents]
        found = {each["_id"]: each for each in await self.find({"_id": {"$in": ids}})}
        return all(found.get(document["_id"]) == document for document in documents)

    def _scope(self) -> dict[str, Any]:
        return {}

    def _query(self, where: Mapping[str, Any]) -> dict[str, Any]:
        scope = self._scope()
        if any(name.startswith("$") or name in scope for name in where):
            raise ValueError("a filter compares fields, and never the tenant")
        query = {
            name: value if name == "_id" or isinstance(value, Mapping) else {"$eq": value}
            for name, value in where.items()
        }
        # Where an id leads to few documents the scope is no way in but a check. As `$eq` the
        # embedded server may prefer its index, and read all that the tenant has.
        if any(name.endswith("_id") for name in where):
            return query | scope
        return query | {name: {"$eq": value} for name, value in scope.items()}


def _keep_tenant(change: Mapping[str, Any]) -> None:
    if any("tenant_id" in fields for fields in change.values()):
        raise ValueError("a record never changes its tenant")


class TenantCollection(Collection):
    """A collection in which only one tenant's documents exist.

    The tenant is part of every filter and every insert by construction, and no operator that
    could widen a filter (`$or`, `$where`) gets through.
    """

    def __init__(self, collection: Any, retry: Retry, tenant_id: str) -> None:
        super().__init__(collection, retry)
        self.tenant_id = tenant_id

    def _scope(self) -> dict[str, Any]:
        return {"tenant_id": self.tenant_id}
