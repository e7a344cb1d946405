"""What the apps of one tenant's projects said while they ran: a window of the newest.

It comes in batches, and a batch stays one document, which is never written again. Each knows how
many entries its project has had up to its end, so that what is out of the window can be deleted
without being read.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.codec import from_json, to_json
from storage.database import TenantCollection
from storage.documents import ConsoleBatch, ConsoleEntry, to_ms
from storage.errors import ConflictError
from storage.paging import order_key
from storage.projects import Projects

INDEXES = (
    IndexModel([("project_id", ASCENDING), ("order", DESCENDING)], name="project_order"),
    IndexModel([("expires_at", ASCENDING)], name="expires_at", expireAfterSeconds=0),
)

WINDOW = 2_000
"""Entries of a project that are kept; up to CLEARED_EVERY more lie in the database."""
KEPT_FOR = timedelta(days=7)
CLEARED_EVERY = 200

_NEWEST: Mapping[str, Any] = MappingProxyType({"sort": ("order", DESCENDING)})


class Console:
    """They go with their project, at the latest when they expire."""

    def __init__(self, batches: TenantCollection, projects: Projects) -> None:
        self._batches = batches
        self._projects = projects

    async def append(self, batch: ConsoleBatch) -> ConsoleBatch:
        """Store it; the same id again returns what is stored. NotFoundError without its project;
        ConflictError when the id is taken by something else."""
        await self._projects.get(batch.project_id)
        of_project = {"project_id": batch.project_id}
        newest = await self._batches.find(of_project, limit=1, fields=["total"], **_NEWEST)
        before: int = newest[0]["total"] if newest else 0
        document = _to_document(batch, before + len(batch.entries))
        if not await self._batches.insert(document):
            stored = await self._batches.get(batch.id, **of_project)
            if stored is None:
                raise ConflictError(f"The id {batch.id} cannot be used for a batch.")
            document = stored
        total: int = document["total"]
        if before // CLEARED_EVERY != total // CLEARED_EVERY:
            await self._batches.delete({**of_project, "total": {"$lte": total - WINDOW}})
        return self._batch(document)

    async def window(self, project_id: str) -> Sequence[ConsoleBatch]:
        """Batches with the newest WINDOW entries of a project, the newest batch first; the oldest
        may begin before the window. NotFoundError without the project."""
        await self._projects.get(project_id)
        found = await self._batches.find({"project_id": project_id}, limit=WINDOW, **_NEWEST)
        newest = found[0]["total"] if found else 0
        return [self._batch(each) for each in found if each["total"] > newest - WINDOW]

    async def clear(self, project_id: str) -> None:
        """Delete what a project's app has said. NotFoundError without the project."""
        await self._projects.get(project_id)
        await self._batches.delete({"project_id": project_id})

    def _batch(self, document: Mapping[str, Any]) -> ConsoleBatch:
        entries = from_json(document["entries"])
        return ConsoleBatch(
            id=document["_id"],
            tenant_id=self._batches.tenant_id,
            project_id=document["project_id"],
            entries=tuple(ConsoleEntry.model_validate(each) for each in entries),
            dropped=document["dropped"],
            created_at=document["created_at"],
        )


def _to_document(batch: ConsoleBatch, total: int) -> dict[str, Any]:
    entries = [{**each.model_dump(), "at": to_ms(each.at)} for each in batch.entries]
    return {
        "_id": batch.id,
        "project_id": batch.project_id,
        "entries": to_json(entries),
        "dropped": batch.dropped,
        "created_at": to_ms(batch.created_at),
        "order": order_key(batch.created_at, batch.id),
        "total": total,
        "expires_at": batch.created_at + KEPT_FOR,
    }
