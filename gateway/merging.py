"""Merges that a person asks for: looked at first, then made upon what was seen, or refused."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from actors.studio.paths import folded
from actors.studio.turn import MAX_FILE_BYTES
from gateway.git_bodies import MergeChoices, Resolution
from gateway.problems import Problem
from gateway.project_files import MAX_FILES, PERSON, moved, tip
from storage.documents import Project
from storage.errors import ConflictError
from storage.git import Entry, Repository
from storage.merging import Conflict, ConflictKind, Merge, changes, favoured, merge, revert
from storage.storage import TenantStorage

Files = Mapping[str, Entry | bytes]

_WHY: Mapping[ConflictKind, str] = {
    "content": "both sides changed the same lines",
    "binary": "both sides changed it, and it is no text",
    "added": "both sides added it, each in its own way",
    "deleted": "one side deleted it, the other changed it",
    "renamed": "one side renamed it, or its folder, and the other did something else with it",
    "folder": "the other side has a folder of that name",
    "case": "another file's name differs by case alone, or is a folder in its way",
}


def look(repository: Repository, project: Project, source: str, into: str) -> Merge:
    """What merging the branch `source` gives. Blocks."""
    ours, theirs = project.branches[into], project.branches[source]
    found = merge(repository, ours, theirs, (into, source))
    return _with_clashes(repository, found, ours, theirs)


async def merged(
    tenant: TenantStorage, project: Project, source: str, into: str, choices: MergeChoices
) -> Project:
    """The project with `source` merged into `into`. A Problem where they moved since the person
    saw them, where the strategy does not fit, or where something is undecided."""
    ours, theirs = tip(project, into, "body.into"), tip(project, source, "path.name")
    if (ours, theirs) != (choices.base.ours, choices.base.theirs):
        raise moved()
    async with tenant.projects.history(project) as repository:
        found = await asyncio.to_thread(look, repository, project, source, into)
        if found.kind == "up_to_date":
            return project
        if choices.strategy == "fast_forward":
            return await _forward(tenant, project, into, theirs, found)
        files = await asyncio.to_thread(_decided, repository, found, choices)
        before = {each.path: each for each in await asyncio.to_thread(repository.tree, ours)}
    made = changes(before, files)
    squash = choices.strategy == "squash"
    if squash and not made:
        return project
    message = choices.message or f"{'Squash' if squash else 'Merge'} {source} into {into}"
    others = () if squash else (theirs,)
    try:
        return await tenant.projects.commit(project.id, into, ours, made, message, PERSON, others)
    except ConflictError:
        raise moved() from None


async def reverted(
    tenant: TenantStorage, project_id: str, branch: str, commit: str, base: str
) -> Project:
    """The project with one commit more, which takes back another. A Problem where the branch has no
    such commit, is not at `base`, or has changed the same lines since."""
    project = await tenant.projects.get(project_id)
    if tip(project, branch, "body.branch") != base:
        raise moved()
    async with tenant.projects.history(project) as repository:
        if not await asyncio.to_thread(repository.reaches, [base], commit):
            detail = f"body.commit: the branch {branch} has no such commit"
            raise Problem(422, "unknown_commit", detail, "body.commit")
        found = await asyncio.to_thread(revert, repository, base, commit)
        before = {each.path: each for each in await asyncio.to_thread(repository.tree, base)}
        (wanted,) = await asyncio.to_thread(lambda: [*repository.log(commit, 1)])
    title = wanted.message.split("\n", 1)[0]
    _expect_whole(found, title)
    made = changes(before, found.files)
    if not made:
        detail = f"Nothing of “{title}” is left to be taken back."
        raise Problem(409, "nothing_to_revert", detail, "body.commit")
    try:
        return await tenant.projects.commit(
            project_id, branch, base, made, f"Take back: {title}", PERSON
        )
    except ConflictError:
        raise moved() from None


def clashing(paths: Collection[str]) -> set[str]:
    """Those that cannot stand beside each other: the same but for their case, or a file where
    another needs a folder."""
    needed: dict[str, set[str]] = {}
    for path in paths:
        for place in accumulate(folded(path).split("/"), "{}/{}".format):
            needed.setdefault(place, set()).add(path)
    there = [path for path in paths if len(needed[folded(path)]) > 1]
    return {other for path in there for other in needed[folded(path)]}


async def _forward(
    tenant: TenantStorage, project: Project, into: str, theirs: str, found: Merge
) -> Project:
    ours = project.branches[into]
    if found.kind != "fast_forward":
        detail = f"{into} has commits that the other branch lacks. Merge or squash instead."
        raise Problem(409, "not_fast_forward", detail, "body.strategy")
    try:
        return await tenant.projects.point(project.id, into, ours, theirs)
    except ConflictError:
        raise moved() from None


def _decided(repository: Repository, found: Merge, choices: MergeChoices) -> Files:
    """All files, those in conflict as they were decided. A Problem where one is not."""
    known = {conflict.path for conflict in found.conflicts}
    for path in choices.resolutions.keys() - known:
        detail = f"body.resolutions: {path} is not in conflict"
        raise Problem(422, "no_conflict", detail, "body.resolutions")
    files: dict[str, Entry | bytes] = dict(found.files)
    left = []
    for conflict in found.conflicts:
        if (resolution := choices.resolutions.get(conflict.path)) is not None:
            files.pop(conflict.path, None)
            content = _resolved(conflict, resolution)
        else:
            side = choices.favour
            content = favoured(repository, conflict, side) if side else None
            left += [conflict] if content is None else []
        if content is not None:
            files[conflict.path] = content
    clash = clashing(files)
    left = [each for each in left if each.kind != "case" or each.path in clash]
    _expect_decided(left)
    _expect_room(files)
    return files


def _resolved(conflict: Conflict, resolution: Resolution) -> Entry | bytes | None:
    match resolution.take:
        case "ours":
            return conflict.ours
        case "theirs":
            return conflict.theirs
        case "delete":
            return None
    field = f"body.resolutions.{conflict.path}.content"
    if resolution.content is None:
        raise Problem(422, "invalid", f"{field}: is needed with take = content", field)
    content = resolution.content.encode()
    if len(content) > MAX_FILE_BYTES:
        detail = f"{field}: a file of a project has at most {MAX_FILE_BYTES} bytes"
        raise Problem(413, "too_large", detail, field)
    return content


def _expect_decided(left: Sequence[Conflict]) -> None:
    if left:
        names = ", ".join(each.path for each in left[:5]) + (", …" if len(left) > 5 else "")
        detail = f"Say in body.resolutions what these files become: {names}"
        errors = [
            {"field": f"body.resolutions.{each.path}", "message": _WHY[each.kind]} for each in left
        ]
        raise Problem(409, "merge_conflict", detail, "body.resolutions", errors)


def _expect_whole(found: Merge, title: str) -> None:
    if found.conflicts:
        names = ", ".join(each.path for each in found.conflicts[:5])
        detail = f"“{title}” cannot be taken back by itself: later commits changed {names}, too."
        errors = [
            {"field": "body.commit", "message": f"{each.path}: {_WHY[each.kind]}"}
            for each in found.conflicts
        ]
        raise Problem(409, "revert_conflict", detail, "body.commit", errors)


def _expect_room(files: Files) -> None:
    if clash := clashing(files):
        detail = f"These cannot stand beside each other: {', '.join(sorted(clash)[:5])}"
        raise Problem(409, "merge_conflict", detail, "body.resolutions")
    if len(files) > MAX_FILES:
        detail = f"Together they have {len(files)} files; a project has at most {MAX_FILES}."
        raise Problem(409, "too_many_files", detail, "path.name")


def _with_clashes(repository: Repository, found: Merge, ours: str, theirs: str) -> Merge:
    """Names that git can keep apart and others cannot are conflicts, too."""
    clash = clashing(found.files)
    if not clash or found.kind in ("up_to_date", "fast_forward"):
        return found
    sides = [{each.path: each for each in repository.tree(side)} for side in (ours, theirs)]
    conflicts = [
        Conflict(path, "case", None, sides[0].get(path), sides[1].get(path))
        for path in sorted(clash)
    ]
    return replace(found, kind="conflict", conflicts=[*found.conflicts, *conflicts])
