"""Projects of one tenant, each a git history. What counts is the document: which commit each branch
is at, and in which blobs the commits are; a bare repository on this machine is only a cache.

A commit is made in the cache, its pack is stored, and then one write of the document makes it the
branch's: whoever dies in between leaves the project as it was, with a `pending` pack that the next
commit or the project's end removes. When there are many packs the small ones are made one, or each
read of a long history would be as many blobs; those that it replaces are `pending` then.
"""

import asyncio
import hashlib
import re
import shutil
from collections.abc import AsyncGenerator, Mapping, Sequence, Set
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import structlog
from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.blobs import Blobs
from storage.codec import from_document, to_document
from storage.database import TenantCollection
from storage.documents import Project, now, to_ms
from storage.errors import ConflictError, NotFoundError, StorageError
from storage.git import MAIN, Author, Changes, Repository, joined
from storage.paging import Page, decode_cursor, encode_cursor, order_key

log = structlog.get_logger()

INDEXES = (
    IndexModel([("tenant_id", ASCENDING), ("order", DESCENDING)], name="tenant_order"),
    IndexModel([("deleting", ASCENDING)], name="deleting"),
)

MAX_PACK_BYTES = 64 * 2**20
MANY_PACKS = 100
REMOVED_AT_ONCE = 8
"""Packs that nobody needs, by one commit, which waits for it."""
FETCHED_AT_ONCE = 4
"""Packs that are fetched and unpacked at once, each of them a process for some milliseconds."""
UNSET_AT_ONCE = 50
"""Fields that one change takes away: of about a hundred the embedded server takes none, without a
word."""
MAX_JOINED_BYTES = 32 * 2**20
ABANDONED = timedelta(hours=1)
"""After which nobody is at work on a pending pack, or has it from the document as it was."""
PACK_TYPE = "application/x-git-pack"
PACK_MARK = b"PACK"
SEEN = "atelier-packs"
BRANCH_PATTERN = r"[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)*"
"""A branch's name; without dots, which would be places within the document."""
MAX_BRANCH_CHARS = 100
MAX_BRANCHES = 200

_SEEN_BY_ALL: Mapping[str, Any] = MappingProxyType(
    {"deleting": False, f"branches.{MAIN}": {"$exists": True}}
)
"""One whose creation was cut off before its first commit is not there."""


class Projects:
    """Stored beside the model's fields: `order`, the list's key, and `deleting`. `joining` holds
    the projects, of all tenants, whose packs this process makes one."""

    def __init__(
        self,
        projects: TenantCollection,
        belongings: Sequence[TenantCollection],
        blobs: Blobs,
        cache: Path,
        joining: dict[str, asyncio.Task[None]],
    ) -> None:
        self._projects = projects
        self._belongings = belongings
        self._blobs = blobs.for_purpose("projects")
        self._cache = cache / projects.tenant_id
        self.joining = joining

    async def create(self, project: Project, files: Mapping[str, bytes], author: Author) -> Project:
        """Store it with its first commit, without which nobody sees it; the same id again returns
        what is stored. ConflictError when the id is taken by something else."""
        await self._begin(project)
        with suppress(ConflictError):  # then it has been begun by another call
            return await self.commit(project.id, MAIN, None, files, "Begin", author)
        return await self.get(project.id)

    async def adopt(self, project: Project, commit: str, pack: bytes) -> Project:
        """Likewise with a history from elsewhere: a commit, and a pack of all that it needs.
        TooLargeError."""
        begun = await self._begin(project)
        with suppress(ConflictError):
            project, _ = await self._publish(begun, MAIN, None, commit, pack)
            return project
        return await self.get(project.id)

    async def _begin(self, project: Project) -> Project:
        document = to_document(project.model_copy(update={"branches": {}, "packs": {}}))
        document |= {"order": order_key(project.created_at, project.id), "deleting": False}
        if not await self._projects.insert(document):
            document = await self._projects.get(project.id) or {"deleting": True}
        if document["deleting"]:
            raise ConflictError(f"The id {project.id} cannot be used for a project.")
        return from_document(Project, document)

    async def get(self, project_id: str) -> Project:
        return _project(project_id, await self._projects.get(project_id, **_SEEN_BY_ALL))

    async def list(self, limit: int, cursor: str | None = None) -> Page[Project]:
        """The newest first. BadCursorError."""
        where: dict[str, Any] = {**_SEEN_BY_ALL}
        if cursor:
            where["order"] = {"$lt": decode_cursor(cursor)}
        found = await self._projects.find(where, limit=limit + 1, sort=("order", DESCENDING))
        items = tuple(from_document(Project, document) for document in found[:limit])
        more = len(found) > limit
        return Page(items, encode_cursor(found[limit - 1]["order"]) if more else None)

    async def branches(self, project_ids: Sequence[str]) -> dict[str, dict[str, str]]:
        """The newest commit of each branch, by project; of those that there are."""
        where = {"_id": {"$in": [*project_ids]}, **_SEEN_BY_ALL}
        found = await self._projects.find(where, fields=["branches"])
        return {str(document["_id"]): document["branches"] for document in found}

    async def rename(self, project_id: str, name: str) -> Project:
        change = {"$set": {"name": name, "updated_at": to_ms(now())}}
        return _project(project_id, await self._projects.update(project_id, change, **_SEEN_BY_ALL))

    async def delete(self, project_id: str) -> None:
        """Hide it, then remove it with its history and what belongs to it. NotFoundError."""
        hidden = await self._projects.update(project_id, {"$set": {"deleting": True}})
        project = _project(project_id, hidden)
        for sha256 in project.packs | project.pending:
            await self._blobs.delete(sha256)
        await asyncio.to_thread(shutil.rmtree, self._path(project_id), ignore_errors=True)
        for collection in self._belongings:
            await collection.delete({"project_id": project_id})
        await self._projects.delete({"_id": project_id})

    @asynccontextmanager
    async def history(self, project: Project) -> AsyncGenerator[Repository]:
        """Its repository on this machine, with all that the document names."""
        repository = await asyncio.to_thread(Repository.create, self._path(project.id))
        try:
            await self._complete(repository, project.packs.keys())
            yield repository
        finally:
            repository.close()

    async def _complete(self, repository: Repository, packs: Set[str]) -> None:
        """Bring in those that it has not."""
        seen = repository.path / SEEN
        known = set(seen.read_text().split()) if seen.exists() else set()
        limit = asyncio.Semaphore(FETCHED_AT_ONCE)

        async def bring(sha256: str) -> None:
            async with limit:
                content = await self._blobs.get(sha256, MAX_PACK_BYTES)
                await asyncio.to_thread(repository.unpack, _pack(content))
                await asyncio.to_thread(_note, seen, sha256)

        bringing = [bring(sha256) for sha256 in packs - known]
        for outcome in await asyncio.gather(*bringing, return_exceptions=True):
            if outcome is not None:
                raise outcome

    async def commit(
        self,
        project_id: str,
        branch: str,
        base: str | None,
        changes: Changes,
        message: str,
        author: Author,
        merged: Sequence[str] = (),
    ) -> Project:
        """Add a commit to a branch that is at `base` (None: that does not exist), with what it
        changes there; `merged` are its other parents. NotFoundError; ConflictError when the branch
        is somewhere else by now; TooLargeError."""
        _expect_name(branch)
        project = _project(project_id, await self._projects.get(project_id, deleting=False))
        if project.branches.get(branch) != base:
            raise _moved(branch)
        parents = [base, *merged] if base else [*merged]
        async with self.history(project) as repository:
            sha = await asyncio.to_thread(
                repository.commit, parents, changes, message, author, now()
            )
            pack = await asyncio.to_thread(repository.pack, sha, [*project.branches.values()])
            stored, sha256 = await self._publish(project, branch, base, sha, pack)
            await asyncio.to_thread(_note, repository.path / SEEN, sha256)
        if len(_to_join(stored)) >= MANY_PACKS:
            self._join_later(project_id)
        return stored

    def _join_later(self, project_id: str) -> None:
        async def join() -> None:
            try:
                await self.join_packs(project_id)
            except (StorageError, OSError) as error:
                log.warning("packs are not joined", project=project_id, reason=str(error))

        if project_id not in self.joining:
            task = self.joining[project_id] = asyncio.create_task(join())
            task.add_done_callback(lambda _: self.joining.pop(project_id))

    async def join_packs(self, project_id: str) -> Project:
        """Make one pack of the small ones, then take them away: whoever dies in between leaves some
        for the next time. NotFoundError; ConflictError when others do so, too."""
        project = await self.get(project_id)
        small = _to_join(project)
        if len(small) < 2:
            return project
        packs = [_pack(await self._blobs.get(each, MAX_PACK_BYTES)) for each in small]
        content = _named(project_id, await asyncio.to_thread(joined, packs))
        sha256 = await self._keep(project_id, content)
        change = {"$set": {f"packs.{sha256}": len(content)}, "$unset": {f"pending.{sha256}": ""}}
        expected: dict[str, Any] = {f"packs.{each}": {"$exists": True} for each in small}
        found = await self._projects.update(project_id, change, deleting=False, **expected)
        stored = await self.get(project_id) if found is None else from_document(Project, found)
        if sha256 not in stored.packs:  # else by a try whose answer was lost
            await self._forget(project_id, sha256)
            raise ConflictError(f"The packs of {project_id} are others by now.")
        rest = [each for each in small if each != sha256]  # it may be one that had all already
        for at in range(0, len(rest), UNSET_AT_ONCE):
            replaced = rest[at : at + UNSET_AT_ONCE]
            change = {
                "$set": {f"pending.{each}": to_ms(now()) for each in replaced},
                "$unset": {f"packs.{each}": "" for each in replaced},
            }
            found = await self._projects.update(project_id, change, deleting=False)
            stored = _project(project_id, found)
        async with self.history(stored) as repository:
            await asyncio.to_thread(repository.tidy)
        return stored

    async def point(
        self, project_id: str, branch: str, base: str | None, commit: str | None
    ) -> Project:
        """Let a branch that is at `base` be at another commit of some branch; None: the branch is
        not there. NotFoundError; ConflictError when it is somewhere else by now."""
        _expect_name(branch)
        project = await self.get(project_id)
        if commit is not None:
            async with self.history(project) as repository:
                heads = [*project.branches.values()]
                if not await asyncio.to_thread(repository.reaches, heads, commit):
                    raise NotFoundError("commit", commit)
        place, moment = f"branches.{branch}", {"updated_at": to_ms(now())}
        change: dict[str, Any] = {"$set": {**moment, place: commit}}
        if commit is None:
            change = {"$set": moment, "$unset": {place: ""}}
        expected = {**_SEEN_BY_ALL, place: base or {"$exists": False}}
        found = await self._projects.update(project_id, change, **expected)
        if found is not None:
            return from_document(Project, found)
        stored = await self.get(project_id)
        if stored.branches.get(branch) != commit:  # else by a try whose answer was lost
            raise _moved(branch)
        return stored

    async def _publish(
        self, project: Project, branch: str, base: str | None, sha: str, pack: bytes
    ) -> tuple[Project, str]:
        """Store the pack, and with one write make the commit the branch's; with the blob's hash."""
        await self._clean_up(project)
        sha256 = await self._keep(project.id, _named(project.id, pack))
        place = f"branches.{branch}"
        fields = {place: sha, f"packs.{sha256}": len(pack), "updated_at": to_ms(now())}
        change = {"$set": fields, "$unset": {f"pending.{sha256}": ""}}
        expected: dict[str, Any] = {place: base or {"$exists": False}}
        found = await self._projects.update(project.id, change, deleting=False, **expected)
        if found is not None:
            return from_document(Project, found), sha256
        stored = await self.get(project.id)
        if stored.branches.get(branch) == sha:  # by a try whose answer was lost
            return stored, sha256
        if sha256 not in stored.packs:  # else the very same commit came twice at once
            await self._forget(project.id, sha256)
        raise _moved(branch)

    async def _keep(self, project_id: str, content: bytes) -> str:
        """Store a pack, which is pending until the document has it; its hash."""
        sha256 = hashlib.sha256(content).hexdigest()
        pending = {f"pending.{sha256}": to_ms(now())}
        await self._projects.update(project_id, {"$set": pending}, deleting=False)
        await self._blobs.put(content, PACK_TYPE, MAX_PACK_BYTES)
        return sha256

    async def _clean_up(self, project: Project) -> None:
        """Remove a few of the packs that have been pending for long. One that is in use all the
        same was stored twice at once."""
        abandoned = to_ms(now() - ABANDONED)
        pending = project.pending.items()
        old = [each for each, at in pending if at < abandoned and each not in project.packs]
        await asyncio.gather(*(self._forget(project.id, each) for each in old[:REMOVED_AT_ONCE]))

    async def _forget(self, project_id: str, sha256: str) -> None:
        """Remove a pack that nobody needs."""
        await self._blobs.delete(sha256)
        await self._projects.update(project_id, {"$unset": {f"pending.{sha256}": ""}})

    def _path(self, project_id: str) -> Path:
        return self._cache / f"{project_id}.git"


def _project(project_id: str, found: Mapping[str, Any] | None) -> Project:
    if found is None:
        raise NotFoundError("project", project_id)
    return from_document(Project, found)


def _to_join(project: Project) -> list[str]:
    """The smallest packs that may be one."""
    total, small = 0, []
    for sha256, size in sorted(project.packs.items(), key=lambda pack: pack[1]):
        if (total := total + size) > MAX_JOINED_BYTES:
            break
        small.append(sha256)
    return small


def _named(project_id: str, pack: bytes) -> bytes:
    """The pack as one project keeps it: projects that begin alike have the same commits and packs,
    and each deletes its own."""
    return f"{project_id}\n".encode() + pack


def _pack(content: bytes) -> bytes:
    """Without the name, which packs from before have not."""
    return content if content.startswith(PACK_MARK) else content.split(b"\n", 1)[1]


def _expect_name(branch: str) -> None:
    if len(branch) > MAX_BRANCH_CHARS or not re.fullmatch(BRANCH_PATTERN, branch):
        raise ValueError(f"not a branch's name: {branch!r}")


def _moved(branch: str) -> ConflictError:
    return ConflictError(f"The branch {branch} is at another commit by now.")


def _note(seen: Path, sha256: str) -> None:
    with seen.open("a") as file:
        file.write(f"{sha256}\n")
