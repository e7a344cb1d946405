"""Writes that come at the same time travel together: a trip costs more than what it carries."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from bson import encode
from bson.raw_bson import RawBSONDocument
from pymongo import UpdateOne
from pymongo.errors import BulkWriteError, OperationFailure

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")
Document = Mapping[str, Any]
Update = tuple[Document, Document]
"""A filter and a change."""

MAX_GROUP = 32


class Group(Generic[Item, Outcome]):
    """Sends an item at once when none is under way; what comes meanwhile goes out together next
    (group commit). `send` gives an outcome for each item, in order, or an exception to raise."""

    def __init__(
        self, send: Callable[[Sequence[Item]], Awaitable[Sequence[Outcome | Exception]]]
    ) -> None:
        self._send = send
        self._waiting: list[tuple[Item, asyncio.Future[Outcome]]] = []
        self._sending: asyncio.Task[None] | None = None

    async def __call__(self, item: Item) -> Outcome:
        """The item's outcome. One whose caller gives up before it is sent never is."""
        outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, outcome))
        if self._sending is None:
            self._sending = asyncio.create_task(self._send_all())
        return await outcome

    async def _send_all(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:MAX_GROUP], self._waiting[MAX_GROUP:]
                await self._send_batch([each for each in batch if not each[1].done()])
        finally:
            self._sending = None

    async def _send_batch(self, batch: Sequence[tuple[Item, asyncio.Future[Outcome]]]) -> None:
        if not batch:
            return
        outcomes: Sequence[Outcome | Exception]
        try:
            outcomes = await self._send([item for item, _ in batch])
        except Exception as error:  # whoever asked shall know, and the next batch go out
            outcomes = [error] * len(batch)
        for (_, future), outcome in zip(batch, outcomes, strict=True):
            if future.done():
                continue
            if isinstance(outcome, Exception):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)


class GroupedCollection:
    """A driver's collection (`raw`), with the writes that are asked for at once in one trip.

    Made once for a collection and shared by all who write it, whatever their tenant.
    """

    def __init__(self, raw: Any) -> None:
        self.raw = raw
        self._inserts: Group[Sequence[RawBSONDocument], int | None] = Group(self._insert_all)
        self._updates: Group[Update, int] = Group(self._update_all)

    async def insert(self, documents: Sequence[Document]) -> int | None:
        """Store new documents, in this order. The code of the error with which the server
        refused one, or None: those before it are stored, those after it are not."""
        # What cannot be encoded is found out here, where it fails alone.
        return await self._inserts([RawBSONDocument(encode(document)) for document in documents])

    async def update(self, where: Document, change: Document) -> int:
        """Change one document: how often that was tried, 0 when none matched (any more: an
        earlier try may have changed it)."""
        encode({"where": where, "change": change})
        return await self._updates((where, change))

    async def _insert_all(
        self, groups: Sequence[Sequence[RawBSONDocument]]
    ) -> Sequence[int | None]:
        codes: list[int | None] = []
        while len(codes) < len(groups):
            left = groups[len(codes) :]
            owners = [owner for owner, group in enumerate(left) for _ in group]
            try:
                await self.raw.insert_many([each for group in left for each in group])
                codes += [None] * len(left)
            except BulkWriteError as error:  # nothing after the one refused is stored
                refused = _refused(error)[0]
                codes += [None] * owners[refused["index"]] + [refused["code"]]
        return codes

    async def _update_all(self, updates: Sequence[Update]) -> Sequence[int | Exception]:
        if len(updates) == 1:
            return [await self._update(*updates[0])]
        try:
            result = await self.raw.bulk_write(
                [UpdateOne(*each) for each in updates], ordered=False
            )
            if result.matched_count == len(updates):
                return [1] * len(updates)
        except BulkWriteError as error:
            _refused(error)
        # It is told how many were not there, not which. Each alone tells, on its second try.
        return await asyncio.gather(*(self._second_try(*each) for each in updates))

    async def _second_try(self, where: Document, change: Document) -> int | Exception:
        try:
            return 2 * await self._update(where, change)
        except Exception as error:  # given to whoever asked for this change
            return error

    async def _update(self, where: Document, change: Document) -> int:
        return int((await self.raw.update_one(where, change)).matched_count)


def _refused(error: BulkWriteError) -> Sequence[Mapping[str, Any]]:
    """The write errors. Raises OperationFailure where the server cannot vouch for the rest."""
    details = error.details or {}
    for doubt in details.get("writeConcernErrors", ()):
        raise OperationFailure(doubt.get("errmsg", ""), doubt.get("code"), doubt) from error
    refused: Sequence[Mapping[str, Any]] = details["writeErrors"]
    return refused
