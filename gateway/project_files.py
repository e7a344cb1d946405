"""Changes to a project's files by a person: upon what the person saw, or refused."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from actors.studio.paths import PathError, checked, clash
from actors.studio.turn import MAX_FILE_BYTES
from gateway.problems import Problem
from storage.documents import Project
from storage.errors import ConflictError
from storage.git import MAIN, Author, Changes, Entry, Repository
from storage.storage import TenantStorage

TRIES = 5
MAX_FILES = 2_000
PERSON = Author("You", "you@localhost")


async def change(
    tenant: TenantStorage,
    project_id: str,
    message: str,
    make: Callable[[Mapping[str, Entry]], Changes],
) -> Project:
    """Commit what `make` makes of the newest files; it is asked again when somebody else was
    quicker, and raises a Problem where the change no longer fits."""

    async def once() -> Project:
        project = await tenant.projects.get(project_id)
        changes = make({entry.path: entry for entry in await files(tenant, project)})
        base = project.branches[MAIN]
        return await tenant.projects.commit(project_id, MAIN, base, changes, message, PERSON)

    for _ in range(TRIES - 1):
        with suppress(ConflictError):
            return await once()
    return await once()


async def files(
    tenant: TenantStorage, project: Project, commit: str | None = None
) -> Sequence[Entry]:
    """Of a commit, else of the newest. A Problem where there is no such commit."""
    async with tenant.projects.history(project) as repository:
        await expect_commit(repository, commit, "query.commit")
        return await asyncio.to_thread(repository.tree, commit or project.branches[MAIN])


def writing(path: str, base: str, content: bytes) -> Callable[[Mapping[str, Entry]], Changes]:
    """The file `path`, which was `base` (empty: was not there), gets a content."""
    if len(content) > MAX_FILE_BYTES:
        detail = f"A file of a project has at most {MAX_FILE_BYTES} bytes."
        raise Problem(413, "too_large", detail, "body")

    def make(entries: Mapping[str, Entry]) -> Changes:
        _expect(entries, path, base)
        _expect_room(entries, path, "query.path")
        return {path: content}

    return make


def deleting(path: str, base: str) -> Callable[[Mapping[str, Entry]], Changes]:
    """The file `path`, which was `base`, goes."""

    def make(entries: Mapping[str, Entry]) -> Changes:
        _expect(entries, path, base)
        return {path: None}

    return make


def moving(path: str, to: str, base: str) -> Callable[[Mapping[str, Entry]], Changes]:
    """The file `path`, which was `base`, is called `to` from now on."""

    def make(entries: Mapping[str, Entry]) -> Changes:
        _expect(entries, path, base)
        if to in entries:
            raise Problem(409, "file_exists", f"There is a file {to} already.", "query.to")
        _expect_room({name: each for name, each in entries.items() if name != path}, to, "query.to")
        return {path: None, to: entries[path]}

    return make


def _expect(entries: Mapping[str, Entry], path: str, base: str) -> None:
    there = entries[path].sha if path in entries else ""
    if there == base:
        return
    if not there:
        raise Problem(404, "file_not_found", f"There is no file {path}.", "query.path")
    detail = f"{path} has changed since you opened it. Look at both versions, then save again."
    raise Problem(409, "file_changed", detail, "query.base")


def _expect_room(entries: Mapping[str, Entry], path: str, field: str) -> None:
    """Raises a Problem for a new path that cannot be there."""
    if path in entries:
        return
    try:
        checked(path)
    except PathError as error:
        raise Problem(422, "bad_path", f"{field}: {error}", field) from error
    if other := clash(path, entries):
        detail = f"{field}: {path} cannot stand beside {other}"
        raise Problem(422, "bad_path", detail, field)
    if len(entries) >= MAX_FILES:
        detail = f"A project has at most {MAX_FILES} files."
        raise Problem(422, "too_many_files", detail, field)


async def expect_commit(repository: Repository, commit: str | None, field: str) -> None:
    """Raises a Problem for one that the project does not have."""
    if commit is not None and not await asyncio.to_thread(repository.has, commit):
        detail = f"{field}: this project has no such commit"
        raise Problem(422, "unknown_commit", detail, field)
