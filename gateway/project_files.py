"""Changes to a project's files by a person: upon what the person saw, or refused."""

import asyncio
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress

from actors.studio.paths import PathError, checked, clash
from actors.studio.turn import MAX_FILE_BYTES
from gateway.problems import Problem
from storage.documents import Project
from storage.errors import ConflictError
from storage.git import MAIN, Author, Changes, Entry, Repository
from storage.merging import changes
from storage.storage import TenantStorage

TRIES = 5
MAX_FILES = 2_000
MAX_LINE_CHARS = 300
"""Of a line that was found."""
PERSON = Author("You", "you@localhost")


async def change(
    tenant: TenantStorage,
    project_id: str,
    message: str,
    make: Callable[[Mapping[str, Entry]], Changes],
    branch: str = MAIN,
) -> Project:
    """Commit what `make` makes of the newest files of a branch; it is asked again when somebody
    else was quicker, and raises a Problem where the change no longer fits."""

    async def once() -> Project:
        project = await tenant.projects.get(project_id)
        base = tip(project, branch)
        made = make({entry.path: entry for entry in await files(tenant, project, base)})
        return await tenant.projects.commit(project_id, branch, base, made, message, PERSON)

    for _ in range(TRIES - 1):
        with suppress(ConflictError):
            return await once()
    return await once()


def tip(project: Project, branch: str, field: str = "query.branch") -> str:
    """The newest commit of a branch. A Problem where there is none of that name."""
    if branch not in project.branches:
        detail = f"{field}: this project has no branch {branch}"
        raise Problem(404, "branch_not_found", detail, field)
    return project.branches[branch]


async def files(tenant: TenantStorage, project: Project, commit: str) -> Sequence[Entry]:
    """Of a commit. A Problem where there is no such commit."""
    async with tenant.projects.history(project) as repository:
        await expect_commit(repository, commit, "query.commit")
        return await asyncio.to_thread(repository.tree, commit)


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


async def restored(
    tenant: TenantStorage, project_id: str, branch: str, commit: str, base: str
) -> Project:
    """A commit upon `base`, the newest of the branch, with the files of `commit`. A Problem where
    either is not so."""
    project = await tenant.projects.get(project_id)
    if tip(project, branch, "body.branch") != base:
        raise moved()
    async with tenant.projects.history(project) as repository:
        await expect_commit(repository, commit, "body.commit")
        (wanted,) = await asyncio.to_thread(lambda: [*repository.log(commit, 1)])
        old, new = [
            {each.path: each for each in await asyncio.to_thread(repository.tree, sha)}
            for sha in (commit, base)
        ]
    title = wanted.message.split("\n", 1)[0]
    try:
        return await tenant.projects.commit(
            project_id, branch, base, changes(new, old), f"Back to: {title}", PERSON
        )
    except ConflictError:
        raise moved() from None


def moved(field: str = "body.base") -> Problem:
    """What was asked for was meant for another commit than the newest."""
    detail = "The project has changed since you looked at it. Look again, then repeat it."
    return Problem(409, "project_changed", detail, field)


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A zip of all files; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(content):
            archive.writestr(zipfile.ZipInfo(path), content[path], zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def lines_with(content: Mapping[str, bytes], words: str) -> Iterator[tuple[str, int, str]]:
    """Path, number and text of each line of a text file that has `words`, ignoring case."""
    wanted = words.casefold()
    for path in sorted(content):
        with suppress(UnicodeDecodeError):
            for number, line in enumerate(content[path].decode().splitlines(), 1):
                if wanted in line.casefold():
                    yield path, number, line.strip()[:MAX_LINE_CHARS]


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
