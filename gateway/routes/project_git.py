"""Branches of a project: made, compared, merged, and taken back commit by commit."""

import asyncio
from contextlib import suppress
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response

from gateway.bodies import Branch, FileChange, PathId
from gateway.git_bodies import (
    Blame,
    BlamedLines,
    BranchList,
    BranchView,
    ConflictTexts,
    ConflictView,
    MergeBody,
    MergeView,
    NewBranch,
    Revert,
)
from gateway.json_body import JsonRoute
from gateway.merging import look, merged, reverted
from gateway.openapi import BODY, problems
from gateway.problems import Problem
from gateway.project_bodies import HASH, CommitView, ProjectView
from gateway.project_files import expect_commit, files, moved, tip
from gateway.routes.projects import FilePath, Of, Sha
from gateway.services import Tenant
from storage import merging
from storage.documents import Project
from storage.errors import ConflictError, NotFoundError
from storage.git import MAIN, Entry, Repository
from storage.projects import MAX_BRANCHES

router = APIRouter(
    prefix="/api/projects/{project_id}",
    tags=["projects"],
    route_class=JsonRoute,
    responses=problems(404, 422, 503),
)

Name = Annotated[Branch, Path(description="of a branch")]
Into = Annotated[Branch, Query(description="the branch to merge into")]


@router.get("/branches")
async def branches(project_id: PathId, tenant: Tenant) -> BranchList:
    """Every branch, `main` first."""
    project = await tenant.projects.get(project_id)
    names = sorted(project.branches, key=lambda name: (name != MAIN, name))
    async with tenant.projects.history(project) as repository:
        items = await asyncio.to_thread(
            lambda: [_branch(repository, project, name) for name in names]
        )
    return BranchList(items=items)


@router.post("/branches", status_code=201, responses=problems(*BODY, 409))
async def make_branch(project_id: PathId, body: NewBranch, tenant: Tenant) -> BranchView:
    """Make a branch. Repeating the call is safe."""
    project = await tenant.projects.get(project_id)
    start = body.start or project.branches[MAIN]
    if project.branches.get(body.name) != start:
        _expect_free(project, body.name)
        with suppress(ConflictError):
            project = await _pointed(tenant, project_id, body.name, start)
    if project.branches.get(body.name) != start:
        raise _taken(body.name, body.name)
    return await _view(tenant, project, body.name)


@router.delete("/branches", status_code=204, responses=problems(409))
async def delete_branch(
    project_id: PathId,
    name: Annotated[Branch, Query(description="of the branch")],
    tenant: Tenant,
    base: Annotated[str, Query(pattern=HASH, description="its newest commit as you saw it")],
    force: Annotated[bool, Query(description="even where its commits are in no other")] = False,
) -> Response:
    """Delete a branch that is at `base`. 409 `not_merged` where its commits would be lost."""
    project = await tenant.projects.get(project_id)
    if tip(project, name, "query.name") != base:
        raise moved("query.base")
    if name == MAIN:
        detail = f"The branch {MAIN} is what a project has at least."
        raise Problem(409, "main_branch", detail, "query.name")
    others = [sha for other, sha in project.branches.items() if other != name]
    async with tenant.projects.history(project) as repository:
        kept = await asyncio.to_thread(repository.reaches, others, base)
    if not kept and not force:
        detail = f"{name} has commits that are in no other branch. Merge it, or delete by force."
        raise Problem(409, "not_merged", detail, "query.force")
    try:
        await tenant.projects.point(project_id, name, base, None)
    except ConflictError:
        raise moved("query.base") from None
    return Response(status_code=204)


@router.get("/branches/{name:path}/merge")
async def look_at_merge(
    project_id: PathId, name: Name, tenant: Tenant, into: Into = MAIN
) -> MergeView:
    """What merging a branch would do. Nothing is changed."""
    project = await _with_both(tenant, project_id, name, into)
    ours, theirs = project.branches[into], project.branches[name]
    async with tenant.projects.history(project) as repository:
        found = await asyncio.to_thread(look, repository, project, name, into)
        base = await asyncio.to_thread(repository.merge_base, ours, theirs)
        before = {each.path: each for each in await asyncio.to_thread(repository.tree, ours)}
    undecided = {conflict.path for conflict in found.conflicts}
    changed = merging.changes(before, found.files)
    return MergeView(
        kind=found.kind,
        base=base,
        ours=ours,
        theirs=theirs,
        files=[
            FileChange(path=path, change=_change(path in before, changed[path] is not None))
            for path in sorted(changed.keys() - undecided)
        ],
        conflicts=[ConflictView.of(conflict) for conflict in found.conflicts],
    )


@router.get("/branches/{name:path}/conflict")
async def look_at_conflict(
    project_id: PathId, name: Name, path: FilePath, tenant: Tenant, into: Into = MAIN
) -> ConflictTexts:
    """A file in conflict: each side, and both in one with conflict markers."""
    project = await _with_both(tenant, project_id, name, into)

    def read(repository: Repository) -> ConflictTexts:
        found = look(repository, project, name, into)
        for conflict in found.conflicts:
            if conflict.path == path:
                return _texts(repository, conflict, (into, name))
        detail = f"query.path: {path} is not in conflict"
        raise Problem(404, "no_conflict", detail, "query.path")

    async with tenant.projects.history(project) as repository:
        return await asyncio.to_thread(read, repository)


@router.post("/branches/{name:path}/merge", responses=problems(*BODY, 409))
async def merge(project_id: PathId, name: Name, body: MergeBody, tenant: Tenant) -> ProjectView:
    """Merge a branch into another. 409 `merge_conflict` where `favour` and `resolutions` leave
    something undecided, `project_changed` where a branch is not as it was seen."""
    project = await tenant.projects.get(project_id)
    return ProjectView.of(await merged(tenant, project, name, body.into, body), body.into)


@router.get("/status")
async def status(project_id: PathId, tenant: Tenant, branch: Of = MAIN) -> BranchView:
    """Where a branch is, beside `main`."""
    project = await tenant.projects.get(project_id)
    tip(project, branch)
    return await _view(tenant, project, branch)


@router.post("/revert", responses=problems(*BODY, 409))
async def revert(project_id: PathId, body: Revert, tenant: Tenant) -> ProjectView:
    """Take back what one commit changed, as a commit. 409 `revert_conflict` where later ones
    changed the same."""
    made = await reverted(tenant, project_id, body.branch, body.commit, body.base)
    return ProjectView.of(made, body.branch)


@router.get("/blame")
async def blame(
    project_id: PathId, path: FilePath, tenant: Tenant, commit: Sha = None, branch: Of = MAIN
) -> Blame:
    """Which commit each line of a file is of."""
    project = await tenant.projects.get(project_id)
    sha = commit or tip(project, branch)
    if all(entry.path != path for entry in await files(tenant, project, sha)):
        raise Problem(404, "file_not_found", f"There is no file {path}.", "query.path")

    def read(repository: Repository) -> Blame:
        lines = repository.blame(sha, path)
        known = dict.fromkeys(each for each, _, _ in lines)
        return Blame(
            lines=[BlamedLines(commit=each, line=line, count=n) for each, line, n in lines],
            commits=[CommitView.of(next(repository.log(each, 1))) for each in known],
        )

    async with tenant.projects.history(project) as repository:
        await expect_commit(repository, sha, "query.commit")
        return await asyncio.to_thread(read, repository)


async def _with_both(tenant: Tenant, project_id: str, name: str, into: str) -> Project:
    project = await tenant.projects.get(project_id)
    tip(project, name, "path.name")
    tip(project, into, "query.into")
    return project


async def _pointed(tenant: Tenant, project_id: str, name: str, start: str) -> Project:
    try:
        return await tenant.projects.point(project_id, name, None, start)
    except NotFoundError as error:
        if error.kind != "commit":
            raise
        detail = "body.from: no branch of this project has such a commit"
        raise Problem(422, "unknown_commit", detail, "body.from") from None


async def _view(tenant: Tenant, project: Project, name: str) -> BranchView:
    async with tenant.projects.history(project) as repository:
        return await asyncio.to_thread(_branch, repository, project, name)


def _branch(repository: Repository, project: Project, name: str) -> BranchView:
    sha = project.branches[name]
    ahead, behind = repository.apart(sha, project.branches[MAIN])
    commit = CommitView.of(next(repository.log(sha, 1)))
    return BranchView(name=name, commit=commit, ahead=ahead, behind=behind)


def _expect_free(project: Project, name: str) -> None:
    """Git keeps branches in folders of their names: `a` cannot stand beside `a/b`."""
    for other in project.branches:
        if other == name or other.startswith(f"{name}/") or name.startswith(f"{other}/"):
            raise _taken(name, other)
    if len(project.branches) >= MAX_BRANCHES:
        detail = f"A project has at most {MAX_BRANCHES} branches. Delete one that is merged."
        raise Problem(409, "too_many_branches", detail, "body.name")


def _taken(name: str, other: str) -> Problem:
    detail = f"body.name: {name} cannot stand beside the branch {other}. Choose another name."
    return Problem(409, "branch_exists", detail, "body.name")


def _change(before: bool, after: bool) -> Literal["added", "modified", "deleted"]:
    return "modified" if before and after else "added" if after else "deleted"


def _texts(
    repository: Repository, conflict: merging.Conflict, names: tuple[str, str]
) -> ConflictTexts:
    def text(entry: Entry | None) -> str | None:
        return _decoded(repository.read(entry.sha) if entry else None)

    return ConflictTexts(
        path=conflict.path,
        kind=conflict.kind,
        base=text(conflict.base),
        ours=text(conflict.ours),
        theirs=text(conflict.theirs),
        merged=_decoded(merging.text(repository, conflict, names)),
    )


def _decoded(content: bytes | None) -> str | None:
    with suppress(UnicodeDecodeError):
        return content.decode() if content is not None and b"\0" not in content else None
    return None
