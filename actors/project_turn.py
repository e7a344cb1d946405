"""Brings a model's turn into a project: as one commit upon the newest files, or not at all."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actors.errors import BranchGoneError
from actors.studio.checks import Finding, around, check
from actors.studio.edits import Turn
from actors.studio.matcher import Refusal
from actors.studio.turn import Refused, apply_turn
from storage.documents import Project
from storage.errors import ConflictError
from storage.git import Author, Commit, Repository
from storage.storage import TenantStorage

TRIES = 5
LOOK_BACK = 200
"""Commits since the model looked, among which its own may be."""
MARK = "Build: "
"""Begins the last line of a build's commit message, and is followed by its run's id."""

Files = Mapping[str, bytes]
Verify = Callable[[str, Files, Files], Awaitable[Sequence[Finding]]]
"""What is found by running what a turn makes: of a commit's files (its name first) others."""


@dataclass(frozen=True, slots=True)
class Applied:
    """The commit that a turn became, each path that it changed, and what is wrong with it."""

    branch: str
    commit: str
    parent: str
    files: tuple[dict[str, str], ...]
    findings: tuple[Finding, ...] = ()

    @property
    def told(self) -> dict[str, Any]:
        return {
            "branch": self.branch,
            "commit": self.commit,
            "parent": self.parent,
            "files": list(self.files),
            "findings": [finding.told for finding in self.findings],
        }


@dataclass(frozen=True, slots=True)
class Unsound:
    """It fits the files, and this is wrong with it."""

    refused: list[Refused]


def tip(project: Project, branch: str) -> str:
    """The newest commit. BranchGoneError where the branch was deleted."""
    if branch not in project.branches:
        raise BranchGoneError(f"The branch {branch} was deleted: nothing was changed.")
    return project.branches[branch]


async def at(tenant: TenantStorage, project: Project, commit: str) -> Files:
    """The files of a commit."""
    async with tenant.projects.history(project) as repository:
        return await asyncio.to_thread(repository.files, commit)


async def bring_in(
    tenant: TenantStorage,
    project_id: str,
    branch: str,
    run_id: str,
    base: str,
    turn: Turn,
    title: str,
    author: Author,
    verify: Verify,
    *,
    strict: bool,
) -> Applied | Unsound | list[Refused]:
    """Apply what the model made of the files at `base` to the newest ones. Doing it again gives
    the same commit. `strict`: what has findings is not applied. `verify` is asked about what can be
    applied and is sound to look at. NotFoundError, BranchGoneError; ConflictError where others
    change the project all the time."""
    for left in reversed(range(TRIES)):
        project = await tenant.projects.get(project_id)
        commit = tip(project, branch)
        async with tenant.projects.history(project) as repository:
            done = await asyncio.to_thread(_find, repository, commit, base, run_id)
            if done is not None:
                return await _found(repository, branch, done, verify)
            shown = await asyncio.to_thread(repository.files, base)
            files = await asyncio.to_thread(repository.files, commit)
        refused = [*_overwriting(turn, shown, files)]
        if refused:
            return refused
        result = await asyncio.to_thread(apply_turn, files, turn)
        if isinstance(result, list):
            return result
        kinds = tuple(_kinds(files, result))
        changes = {kind["path"]: result.get(kind["path"]) for kind in kinds}
        findings = await asyncio.to_thread(check, files, result)
        if changes and not (findings and strict):
            findings += await verify(commit, files, result)
        if findings and strict:
            return Unsound([_wrong(result, finding) for finding in findings])
        if not changes:
            return [Refused("", Refusal("the answer leaves every file as it is"))]
        message = f"{title}\n\n{_whys(turn)}\n\n{MARK}{run_id}\n"
        try:
            stored = await tenant.projects.commit(
                project_id, branch, commit, changes, message, author
            )
        except ConflictError:  # a person was quicker: look at what they wrote
            if not left:
                raise
        else:
            return Applied(branch, stored.branches[branch], commit, kinds, tuple(findings))
    raise AssertionError  # the last try returns or raises


def _overwriting(turn: Turn, shown: Files, files: Files) -> Iterator[Refused]:
    """The edits that do not say what they replace, of files that are others by now."""
    for edit in turn.edits:
        blind = edit.action == "delete" or any(part.body == "content" for part in edit.parts)
        if blind and files.get(edit.path) != shown.get(edit.path):
            reason = "it was changed while the answer was written; look at it again"
            yield Refused(edit.path, Refusal(reason))


def _wrong(files: Files, finding: Finding) -> Refused:
    reason = f"line {finding.line} of what it would be: {finding.message}"
    return Refused(finding.path, Refusal(reason, lines=tuple(around(files, finding))))


def _find(repository: Repository, commit: str, base: str, run_id: str) -> Commit | None:
    """The commit of this run, if one was made before."""
    for each in repository.log(commit, LOOK_BACK):
        if each.sha == base:
            return None
        if each.message.rstrip().endswith(MARK + run_id):
            return each
    return None


async def _found(repository: Repository, branch: str, commit: Commit, verify: Verify) -> Applied:
    parent = commit.parents[0]
    before = await asyncio.to_thread(repository.files, parent)
    after = await asyncio.to_thread(repository.files, commit.sha)
    findings = await asyncio.to_thread(check, before, after)
    findings += await verify(parent, before, after)
    return Applied(branch, commit.sha, parent, tuple(_kinds(before, after)), tuple(findings))


def _whys(turn: Turn) -> str:
    return "\n".join(f"{edit.to or edit.path}: {edit.why}" for edit in turn.edits if edit.why)


def _kinds(before: Files, after: Files) -> Iterator[dict[str, str]]:
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path):
            kind = "added" if path not in before else "deleted" if path not in after else "modified"
            yield {"path": path, "change": kind}
