"""Runs of one tenant, and reading their event logs."""

from collections.abc import Mapping, Sequence
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.codec import from_document, to_document
from storage.database import Collection, TenantCollection
from storage.documents import Run
from storage.errors import ConflictError, NotFoundError
from storage.events import EventChunk, chunk_from_document
from storage.paging import Page, decode_cursor, encode_cursor, order_key

RUN_INDEXES = (
    IndexModel([("conversation_id", ASCENDING)], name="conversation"),
    # The host that owes this run an end; null once it has ended, so the index stays small.
    IndexModel([("open_on", ASCENDING)], name="open_on"),
    IndexModel([("tenant_id", ASCENDING), ("order", DESCENDING)], name="tenant_order"),
    IndexModel(
        [("project_id", ASCENDING), ("created_at", DESCENDING)],
        name="project_commands",
        partialFilterExpression={"project_id": {"$exists": True}},
    ),
)
EVENT_INDEXES = (IndexModel([("run_id", ASCENDING), ("last_seq", ASCENDING)], name="run_last_seq"),)


class Runs:
    """Stored beside the model's fields: `open_on` (the host's name while it runs), of image jobs
    `order` (the key of their list), and of commands `project_id`."""

    def __init__(self, runs: TenantCollection, run_events: TenantCollection) -> None:
        self._runs = runs
        self._run_events = run_events

    async def create(self, run: Run) -> Run:
        """Store it; the same id again returns what is stored. ConflictError when the id is
        taken by something else."""
        kept: dict[str, Any] = {"open_on": run.host if run.status == "running" else None}
        if run.kind == "image":
            kept["order"] = order_key(run.created_at, run.id)
        if run.kind == "command":
            kept["project_id"] = run.request["project_id"]
        if await self._runs.insert(to_document(run) | kept):
            return run.model_copy(update={"tenant_id": self._runs.tenant_id})
        stored = await self._runs.get(run.id)
        if stored is None:
            raise ConflictError(f"The id {run.id} cannot be used for a run.")
        return from_document(Run, stored)

    async def get(self, run_id: str) -> Run:
        return run_model(run_id, await self._runs.get(run_id))

    async def is_running(self, run_id: str) -> bool:
        return await self._runs.get(run_id, status="running") is not None

    async def jobs(self, limit: int, cursor: str | None = None) -> Page[Run]:
        """One page of the image jobs, newest first. BadCursorError."""
        before = {"$lt": decode_cursor(cursor)} if cursor else {"$gt": ""}
        found = await self._runs.find(
            {"order": before}, limit=limit + 1, sort=("order", DESCENDING)
        )
        items = tuple(run_model(each["_id"], each) for each in found[:limit])
        more = len(found) > limit
        return Page(items, encode_cursor(found[limit - 1]["order"]) if more else None)

    async def delete_commands(self, project_id: str, keep: int = 0) -> None:
        """Delete the commands of a project, but for the newest and those that run. With `keep` 0
        those that run, too."""
        found = await self._runs.find(
            {"project_id": project_id}, sort=("created_at", DESCENDING), fields=["status"]
        )
        for each in found[keep:]:
            if not keep or each["status"] != "running":
                await self.delete(each["_id"])

    async def delete(self, run_id: str) -> None:
        """Delete a run whose conversation or project is gone, with its events."""
        await self._run_events.delete({"run_id": run_id})
        await self._runs.delete({"_id": run_id})

    async def request_cancel(self, run_id: str) -> Run:
        """Note the wish on a running run; one that has ended is returned as it is."""
        change = {"$set": {"cancel_requested": True}}
        found = await self._runs.update(run_id, change, status="running")
        return run_model(run_id, found) if found else await self.get(run_id)

    async def events_after(
        self, run_id: str, after_seq: int, limit_chunks: int = 100
    ) -> list[EventChunk]:
        """Chunks that hold a seq greater than `after_seq`, in order and without a gap."""
        return await read_events(self._run_events, run_id, after_seq, limit_chunks)

    async def last_seq(self, run_id: str) -> int:
        """The seq of the newest stored event; 0 before the first."""
        return await read_last_seq(self._run_events, run_id)


def run_model(run_id: str, found: Mapping[str, Any] | None) -> Run:
    """The run in this document; NotFoundError for None."""
    if found is None:
        raise NotFoundError("run", run_id)
    return from_document(Run, found)


async def read_events(
    run_events: Collection, run_id: str, after_seq: int, limit_chunks: int
) -> list[EventChunk]:
    """See `Runs.events_after`."""
    where = {"run_id": run_id, "last_seq": {"$gt": after_seq}}
    found = await run_events.find(where, limit=limit_chunks, sort=("last_seq", ASCENDING))
    return contiguous([chunk_from_document(each) for each in found], after_seq)


async def read_last_seq(run_events: Collection, run_id: str) -> int:
    """See `Runs.last_seq`."""
    newest = await run_events.find(
        {"run_id": run_id}, limit=1, sort=("last_seq", DESCENDING), fields=["last_seq"]
    )
    return int(newest[0]["last_seq"]) if newest else 0


def contiguous(chunks: Sequence[EventChunk], after_seq: int) -> list[EventChunk]:
    """The chunks up to the first gap. There is none unless the store lost something; then a
    reader waits there rather than skip events."""
    joined: list[EventChunk] = []
    reached = after_seq
    for chunk in chunks:
        if chunk.first_seq > reached + 1:
            break
        joined.append(chunk)
        reached = chunk.last_seq
    return joined
