"""Merge requests of a project: a branch that somebody looks over before it is merged."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query

from gateway.bodies import PathId
from gateway.git_bodies import MergeChoices
from gateway.json_body import JsonRoute
from gateway.merge_request_bodies import (
    MAX_SAID,
    MergeRequestChange,
    MergeRequestItem,
    MergeRequestPage,
    MergeRequestView,
    NewComment,
    NewMergeRequest,
    NewReview,
    verdict_of,
)
from gateway.merging import merged
from gateway.openapi import BODY, problems
from gateway.problems import Problem
from gateway.project_files import tip
from gateway.services import Tenant
from storage.documents import Comment, MergeRequest, RequestState, Review
from storage.errors import ConflictError
from storage.ids import new_id

router = APIRouter(
    prefix="/api/projects/{project_id}/merge-requests",
    tags=["projects"],
    route_class=JsonRoute,
    responses=problems(404, 422, 503),
)


@router.post("", status_code=201, responses=problems(*BODY, 409))
async def create(project_id: PathId, body: NewMergeRequest, tenant: Tenant) -> MergeRequestView:
    """Ask for a branch to be merged into another. With an `id`, repeating the call is safe."""
    project = await tenant.projects.get(project_id)
    tip(project, body.source, "body.source")
    tip(project, body.target, "body.target")
    if body.source == body.target:
        detail = "body.source: is the target, too. Choose two branches."
        raise Problem(422, "invalid", detail, "body.source")
    fields = body.model_dump(exclude={"id"})
    request = MergeRequest(id=body.id or new_id(), project_id=project_id, **fields)
    return MergeRequestView.of(await tenant.merge_requests.create(request))


@router.get("")
async def page(
    project_id: PathId,
    tenant: Tenant,
    state: Annotated[RequestState | None, Query(description="all if absent")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
    cursor: Annotated[str | None, Query(description="`next_cursor` of the page before")] = None,
) -> MergeRequestPage:
    """A page of merge requests, newest first."""
    await tenant.projects.get(project_id)
    found = await tenant.merge_requests.list(project_id, limit, cursor, state)
    items = [MergeRequestItem.of(each) for each in found.items]
    return MergeRequestPage(items=items, next_cursor=found.next_cursor)


@router.get("/{request_id}")
async def read(project_id: PathId, request_id: PathId, tenant: Tenant) -> MergeRequestView:
    """One merge request, with all that was said about it."""
    return MergeRequestView.of(await tenant.merge_requests.get(project_id, request_id))


@router.patch("/{request_id}", responses=problems(*BODY, 409))
async def change(
    project_id: PathId, request_id: PathId, body: MergeRequestChange, tenant: Tenant
) -> MergeRequestView:
    """Give it other words, close it, or open it again."""
    requests = tenant.merge_requests
    if body.state is not None:
        try:
            await requests.turn(project_id, request_id, body.state)
        except ConflictError:
            detail = "It is merged, and stays so. Open another one for further commits."
            raise Problem(409, "already_merged", detail, "body.state") from None
    made = await requests.change(project_id, request_id, body.title, body.description)
    return MergeRequestView.of(made)


@router.post("/{request_id}/comments", status_code=201, responses=problems(*BODY, 409))
async def comment(
    project_id: PathId, request_id: PathId, body: NewComment, tenant: Tenant
) -> MergeRequestView:
    """Say something about the whole or a line. With an `id`, repeating the call is safe."""
    request = await tenant.merge_requests.get(project_id, request_id)
    _expect_room(len(request.comments))
    commit = await _newest(tenant, request, body.side)
    if (body.path is None) != (body.line is None):
        missing = "body.path" if body.path is None else "body.line"
        raise Problem(422, "invalid", f"{missing}: a line needs both path and line", missing)
    if body.path is not None and body.line is not None:
        await _expect_line(tenant, project_id, commit, body.path, body.line)
    fields = body.model_dump(exclude={"id"})
    said = Comment(id=body.id or new_id(), commit=commit, **fields)
    return MergeRequestView.of(await tenant.merge_requests.comment(project_id, request_id, said))


@router.delete("/{request_id}/comments/{comment_id}")
async def uncomment(
    project_id: PathId, request_id: PathId, comment_id: PathId, tenant: Tenant
) -> MergeRequestView:
    """Take a comment away. Repeating the call is safe."""
    made = await tenant.merge_requests.uncomment(project_id, request_id, comment_id)
    return MergeRequestView.of(made)


@router.post("/{request_id}/reviews", status_code=201, responses=problems(*BODY, 409))
async def review(
    project_id: PathId, request_id: PathId, body: NewReview, tenant: Tenant
) -> MergeRequestView:
    """Approve the newest commit of the source, or request changes. With an `id`, repeating the call
    is safe."""
    request = await tenant.merge_requests.get(project_id, request_id)
    _expect_open(request)
    _expect_room(len(request.reviews))
    commit = await _newest(tenant, request, "new")
    fields = body.model_dump(exclude={"id"})
    said = Review(id=body.id or new_id(), commit=commit, **fields)
    return MergeRequestView.of(await tenant.merge_requests.review(project_id, request_id, said))


@router.post("/{request_id}/merge", responses=problems(*BODY, 409))
async def merge(
    project_id: PathId, request_id: PathId, body: MergeChoices, tenant: Tenant
) -> MergeRequestView:
    """Merge it, with the choices of any merge. 409 `changes_requested` where the last review asks
    for changes."""
    request = await tenant.merge_requests.get(project_id, request_id)
    _expect_open(request)
    if verdict_of(request) == "changes_requested":
        detail = "The last review asks for changes. Make them, then have it approved."
        raise Problem(409, "changes_requested", detail)
    for side in ("old", "new"):
        await _newest(tenant, request, side)
    project = await tenant.projects.get(project_id)
    made = await merged(tenant, project, request.source, request.target, body)
    commit = made.branches[request.target]
    return MergeRequestView.of(
        await tenant.merge_requests.turn(project_id, request_id, "merged", commit)
    )


async def _newest(tenant: Tenant, request: MergeRequest, side: str) -> str:
    project = await tenant.projects.get(request.project_id)
    branch = request.source if side == "new" else request.target
    if branch not in project.branches:
        detail = f"The branch {branch} is not there any more."
        raise Problem(409, "branch_gone", detail)
    return project.branches[branch]


async def _expect_line(tenant: Tenant, project_id: str, commit: str, path: str, line: int) -> None:
    project = await tenant.projects.get(project_id)
    async with tenant.projects.history(project) as repository:
        tree = await asyncio.to_thread(repository.tree, commit)
        found = [entry for entry in tree if entry.path == path]
        if not found:
            detail = f"body.path: that side has no file {path}"
            raise Problem(422, "file_not_found", detail, "body.path")
        content = await asyncio.to_thread(repository.read, found[0].sha)
    if line > (count := len(content.splitlines())):
        detail = f"body.line: {path} has {count} lines there"
        raise Problem(422, "no_such_line", detail, "body.line")


def _expect_open(request: MergeRequest) -> None:
    if request.state != "open":
        detail = f"It is {request.state}." + (
            " Open it again first." if request.state == "closed" else ""
        )
        raise Problem(409, "not_open", detail)


def _expect_room(said: int) -> None:
    if said >= MAX_SAID:
        detail = f"A merge request has at most {MAX_SAID} of them."
        raise Problem(409, "too_many", detail)
