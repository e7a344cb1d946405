"""What moves in projects, whoever moves it: one look for all that are watched, twice a second."""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
import structlog

from storage.errors import NotFoundError, StorageError
from storage.git import Entry
from storage.storage import Storage, TenantStorage

log = structlog.get_logger()

LOOK_EVERY_S = 0.5

Branches = Mapping[str, str]
"""The newest commit of each."""


@dataclass(slots=True)
class _Watched:
    """`branches` is None where there is no such project any more."""

    branches: Branches | None
    watchers: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def set(self, branches: Branches | None) -> None:
        if branches != self.branches:
            self.branches = branches
            changed, self.changed = self.changed, asyncio.Event()
            changed.set()


class ProjectWatch:
    """Run `run` as a task of the process."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._watched: dict[tuple[str, str], _Watched] = {}
        self._wanted = asyncio.Event()

    async def run(self) -> None:
        """For ever."""
        while True:
            await self._wanted.wait()
            await asyncio.sleep(LOOK_EVERY_S)
            for tenant_id in {tenant_id for tenant_id, _ in self._watched}:
                try:
                    await self._look(tenant_id)
                except StorageError as error:
                    log.info("projects are not looked at", reason=str(error))

    async def _look(self, tenant_id: str) -> None:
        ids = [project_id for tenant, project_id in self._watched if tenant == tenant_id]
        found = await self._storage.tenant(tenant_id).projects.branches(ids)
        for project_id in ids:
            if (watched := self._watched.get((tenant_id, project_id))) is not None:
                watched.set(found.get(project_id))

    async def follow(self, tenant: TenantStorage, project_id: str) -> AsyncGenerator[bytes]:
        """As server-sent events: `project.branches` at once, `project.changed` for each branch that
        moves, and `project.unknown` at the end, which is when there is no such project."""
        about = {"project_id": project_id}
        try:
            branches: Branches = (await tenant.projects.get(project_id)).branches
        except NotFoundError:
            yield _event("project.unknown", about)
            return
        yield _event("project.branches", about | {"branches": branches})
        with self._watching((tenant.tenant_id, project_id), branches) as watched:
            while True:
                changed = watched.changed
                if (now := watched.branches) is None:
                    yield _event("project.unknown", about)
                    return
                for branch in sorted(branches.keys() | now.keys()):
                    before, commit = branches.get(branch), now.get(branch)
                    if before != commit:
                        moved = {
                            "branch": branch,
                            "before": before,
                            "commit": commit,
                            "files": await _files(tenant, project_id, before, commit),
                            "branches": now,
                        }
                        yield _event("project.changed", about | moved)
                branches = now
                await changed.wait()

    @contextmanager
    def _watching(self, key: tuple[str, str], branches: Branches) -> Iterator[_Watched]:
        watched = self._watched.setdefault(key, _Watched(branches))
        watched.set(branches)  # they were read just now
        watched.watchers += 1
        self._wanted.set()
        try:
            yield watched
        finally:
            watched.watchers -= 1
            if watched.watchers == 0:
                del self._watched[key]
            if not self._watched:
                self._wanted.clear()


async def _files(
    tenant: TenantStorage, project_id: str, before: str | None, commit: str | None
) -> list[dict[str, str]]:
    """Which files are others. Of a branch that came or went none: its commits are in others."""
    if before is None or commit is None:
        return []
    try:
        project = await tenant.projects.get(project_id)
        async with tenant.projects.history(project) as repository:
            old, new = await asyncio.to_thread(
                lambda: (repository.tree(before), repository.tree(commit))
            )
    except NotFoundError:
        return []
    return list(_changes({each.path: each for each in old}, {each.path: each for each in new}))


def _changes(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Iterator[dict[str, str]]:
    for path in sorted(old.keys() | new.keys()):
        if path not in old:
            yield {"path": path, "change": "added"}
        elif path not in new:
            yield {"path": path, "change": "deleted"}
        elif old[path] != new[path]:
            yield {"path": path, "change": "modified"}


def _event(kind: str, data: Mapping[str, Any]) -> bytes:
    return b"event: %s\ndata: %s\n\n" % (kind.encode(), orjson.dumps(data))
