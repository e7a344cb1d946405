"""A project's files into its sandbox, and what was changed there back, as one commit."""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from actors.sandboxes.backend import WORK
from actors.sandboxes.errors import FilesRefusedError
from actors.sandboxes.link import Command, Link, Order
from actors.sandboxes.sync import IGNORED, Plan, plan
from actors.studio.paths import PathError, checked, clash
from actors.studio.turn import MAX_FILE_BYTES
from storage.documents import Project
from storage.errors import ConflictError, NotFoundError
from storage.git import MAIN, Author, Changes, Entry
from storage.projects import Projects

AUTHOR = Author("Sandbox", "sandbox@localhost")
TRIES = 3
MAX_FILES = 2_000
MAX_SCAN_BYTES = 4 * 2**20
MAX_READ_BYTES = 128 * 2**20

Direction = Literal["in", "out", "both"]


@dataclass(slots=True)
class Agreement:
    """What project and sandbox last had in common: a commit of a branch, and each file's hash."""

    branch: str = MAIN
    commit: str = ""
    files: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Synced:
    """What went where; what was left as it is, with the reason."""

    branch: str
    commit: str
    to_sandbox: Sequence[str]
    to_project: Sequence[str]
    conflicts: Sequence[str]
    skipped: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Between a project and the sandbox at the end of `link`; `agreed` is kept up to date."""

    link: Link
    projects: Projects
    project_id: str
    agreed: Agreement

    async def sync(self, branch: str, direction: Direction) -> Synced:
        """Bring both sides together. Where what was agreed was of another branch, what was changed
        in the sandbox stays, as `git switch` would have it. NotFoundError, FilesRefusedError;
        ConflictError when the project changes faster than we can write."""
        for _ in range(TRIES - 1):
            with contextlib.suppress(ConflictError):
                return await self._once(branch, direction)
        return await self._once(branch, direction)

    async def _once(self, branch: str, direction: Direction) -> Synced:
        project = await self.projects.get(self.project_id)
        tip = tip_of(project, branch)
        async with self.projects.history(project) as repository:
            entries = await asyncio.to_thread(repository.tree, tip)
            there = {entry.path: entry for entry in entries}
            inside, skipped = await _scan(self.link)
            hashes = {path: entry.sha for path, entry in there.items()}
            made = plan(self.agreed.files, hashes, inside, skipped.keys())
            moved_in: list[str] = []
            if direction != "out" and made.to_sandbox:
                contents = await asyncio.to_thread(
                    lambda: [
                        repository.read(hashes[p]) if p in hashes else None for p in made.to_sandbox
                    ]
                )
                refused = await _write(self.link, made.to_sandbox, contents, inside)
                skipped |= refused
                moved_in = [path for path in made.to_sandbox if path not in refused]
                _agree(made, moved_in, hashes)
        moved_out: list[str] = []
        if direction != "in" and made.to_project:
            wanted = _allowed(made.to_project, there, inside, skipped)
            tip, moved_out = await self._commit(project, branch, made, wanted, inside)
        self.agreed.branch, self.agreed.commit, self.agreed.files = branch, tip, made.agreed
        return Synced(
            branch, tip, moved_in, moved_out, made.conflicts, tuple(sorted(skipped.items()))
        )

    async def _commit(
        self,
        project: Project,
        branch: str,
        made: Plan,
        wanted: Sequence[str],
        inside: Mapping[str, str],
    ) -> tuple[str, list[str]]:
        """The wanted files as they are in the sandbox, as a commit; where the branch is then, and
        which they were."""
        base = project.branches[branch]
        read = await _read(self.link, [path for path in wanted if path in inside])
        changes: dict[str, bytes | Entry | None] = {}
        for path in wanted:
            if path not in inside:
                changes[path] = None
            elif path in read:  # else it went while we looked
                changes[path] = read[path]
        if not changes:
            return base, []
        message = f"From the sandbox: {_named(changes)}"
        project = await self.projects.commit(project.id, branch, base, changes, message, AUTHOR)
        tip = tip_of(project, branch)
        async with self.projects.history(project) as repository:
            entries = await asyncio.to_thread(repository.tree, tip)
        _agree(made, changes, {entry.path: entry.sha for entry in entries})
        return tip, sorted(changes)


async def put(link: Link, files: Mapping[str, bytes]) -> None:
    """Write files into a sandbox that has none. FilesRefusedError where it does not take all."""
    if refused := await _write(link, [*files], [*files.values()], {}):
        path, reason = next(iter(refused.items()))
        raise FilesRefusedError(f"The sandbox does not take {path}: {reason}")


def tip_of(project: Project, branch: str) -> str:
    """The newest commit of a branch. NotFoundError."""
    if branch not in project.branches:
        raise NotFoundError("branch", branch)
    return project.branches[branch]


def _allowed(
    paths: Sequence[str],
    there: Mapping[str, Entry],
    inside: Mapping[str, str],
    skipped: dict[str, str],
) -> list[str]:
    """Those that a project may hold; why not goes to `skipped`."""
    allowed = [path for path in paths if path not in inside]
    names = set(there) - set(allowed)
    for path in paths:
        if path not in inside:
            continue
        try:
            checked(path)
        except PathError as error:
            skipped[path] = str(error)
            continue
        if path not in names and (other := clash(path, names)):
            skipped[path] = f"it cannot stand beside {other}"
        elif path not in names and len(names) >= MAX_FILES:
            skipped[path] = f"a project has at most {MAX_FILES} files"
        else:
            names.add(path)
            allowed.append(path)
    return allowed


def _agree(made: Plan, paths: Sequence[str] | Mapping[str, Any], hashes: Mapping[str, str]) -> None:
    for path in paths:
        if path in hashes:
            made.agreed[path] = hashes[path]
        else:
            made.agreed.pop(path, None)


def _named(changes: Changes) -> str:
    first, *others = sorted(changes)
    return f"{first} and {len(others)} more" if others else first


async def _scan(link: Link) -> tuple[dict[str, str], dict[str, str]]:
    """Hashes of the sandbox's files, and of those without one the reason. FilesRefusedError where
    it does not list them all."""
    arguments = [WORK, sorted(IGNORED), MAX_FILE_BYTES, 2 * MAX_FILES]
    command = await link.start(Order(call="scan", arguments=arguments))
    said = await _all_of(command, MAX_SCAN_BYTES)
    hashes, reasons = {}, {}
    for line in said.splitlines():
        path, sha, reason = _listed(line)
        if not path:
            raise FilesRefusedError(f"The sandbox has {reason}: {2 * MAX_FILES} can be synced.")
        if sha is None:
            reasons[path] = reason
        else:
            hashes[path] = sha
    return hashes, reasons


def _listed(line: bytes) -> tuple[str, str | None, str]:
    try:
        path, sha, reason = json.loads(line)
    except (ValueError, TypeError) as error:
        raise FilesRefusedError("The sandbox did not list its files.") from error
    if not isinstance(path, str) or not (sha is None or isinstance(sha, str)):
        raise FilesRefusedError("The sandbox did not list its files.")
    return path, sha, str(reason)[:200]


async def _write(
    link: Link, paths: Sequence[str], contents: Sequence[bytes | None], before: Mapping[str, str]
) -> dict[str, str]:
    """Write or delete files that are as they were `before`; those that were not, and why."""
    command = await link.start(Order(call="write", arguments=[WORK, MAX_FILE_BYTES]))

    async def give() -> None:
        for path, content in zip(paths, contents, strict=True):
            size = None if content is None else len(content)
            line = json.dumps([path, size, before.get(path, "")]).encode() + b"\n"
            await command.write(line + (content or b""))
        await command.end_input()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(give())
        said = await _all_of(command, MAX_SCAN_BYTES)
    refused = dict.fromkeys(paths, "the sandbox did not take it")
    for line in said.splitlines():
        try:
            path, reason = json.loads(line)
        except (ValueError, TypeError) as error:
            raise FilesRefusedError("The sandbox did not say what it wrote.") from error
        if reason is None:
            refused.pop(path, None)
        elif path in refused:
            refused[path] = str(reason)[:200]
    return refused


async def _read(link: Link, paths: Sequence[str]) -> dict[str, bytes]:
    """Contents by path, of those that are there."""
    if not paths:
        return {}
    wanted = set(paths)
    order = Order(call="read", arguments=[WORK, list(paths), MAX_FILE_BYTES])
    said = memoryview(await _all_of(await link.start(order), MAX_READ_BYTES))
    found: dict[str, bytes] = {}
    at = 0
    while at < len(said):
        end = bytes(said[at : at + 4096]).find(b"\n")
        try:
            path, size = json.loads(bytes(said[at : at + max(0, end)]))
        except (ValueError, TypeError) as error:
            raise FilesRefusedError("The sandbox did not give its files.") from error
        at += end + 1
        if path not in wanted or not isinstance(size, int) or not 0 <= size <= len(said) - at:
            raise FilesRefusedError("The sandbox did not give its files.")
        found[path] = bytes(said[at : at + size])
        at += size
    return found


async def _all_of(command: Command, max_bytes: int) -> bytes:
    """What a call of the inside program writes. FilesRefusedError when it fails."""
    said, wrong = bytearray(), bytearray()
    async with contextlib.aclosing(_bounded(command, max_bytes)) as pieces:
        async for stream, piece in pieces:
            (said if stream == 1 else wrong).extend(piece)
    exit = command.exit
    if exit is None or exit.code != 0:
        reason = (exit and exit.error) or wrong.decode(errors="replace")[:200]
        raise FilesRefusedError(f"The sandbox cannot reach its files: {reason}")
    return bytes(said)


async def _bounded(command: Command, max_bytes: int) -> AsyncGenerator[tuple[int, bytes]]:
    total = 0
    while (piece := await command.piece()) is not None:
        if (total := total + len(piece[1])) > max_bytes:
            await command.kill()
            raise FilesRefusedError(f"The sandbox's files are more than {max_bytes:,} bytes.")
        yield piece
