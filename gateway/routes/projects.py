"""Projects: files with a history, each change a commit."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from itertools import islice
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from actors.errors import HostUnreachableError
from actors.sandboxes.errors import SandboxError
from actors.studio.templates import template_files
from gateway.bodies import Branch, Id, ModelId, PathId
from gateway.json_body import JsonRoute
from gateway.openapi import BODY, BYTES, OCTETS, problems
from gateway.problems import Problem
from gateway.project_bodies import (
    HASH,
    CommitList,
    CommitView,
    FileList,
    FileView,
    Found,
    FoundList,
    Name,
    NewProject,
    ProjectChange,
    ProjectPage,
    ProjectView,
    Restore,
    conversation_of,
)
from gateway.project_files import (
    PERSON,
    change,
    deleting,
    expect_commit,
    files,
    lines_with,
    moving,
    restored,
    tip,
    writing,
    zipped,
)
from gateway.project_import import unzipped
from gateway.routes.conversations import delete_conversation
from gateway.services import Services, Tenant, Use
from gateway.work import coder
from storage.documents import Conversation, Project
from storage.errors import NotFoundError
from storage.git import MAIN
from storage.ids import new_id
from storage.storage import TenantStorage

router = APIRouter(
    prefix="/api/projects", tags=["projects"], route_class=JsonRoute, responses=problems(422, 503)
)
imports = APIRouter(tags=["projects"], route_class=JsonRoute)

ZIP = "application/zip"
MAX_FOUND = 200
_ZIP = {ZIP: {"schema": {"type": "string", "format": "binary"}}}
_TEXT = {"text/plain": {"schema": {"type": "string"}}}

_NO_NUL = r"^[^\x00]*$"
FilePath = Annotated[
    str, Query(min_length=1, max_length=512, pattern=_NO_NUL, description="of a file")
]
AnyPath = Annotated[str, Query(max_length=512, pattern=_NO_NUL, description="of a file, or none")]
Sha = Annotated[
    str | None, Query(pattern=HASH, description="a commit; the newest of the branch if absent")
]
Of = Annotated[Branch, Query(description="a branch")]
Base = Annotated[str, Query(pattern=HASH, description="the `sha` of the content you saw")]


@router.post("", status_code=201, responses=problems(*BODY, 404, 409))
async def create(body: NewProject, use: Use, tenant: Tenant) -> ProjectView:
    """Create a project with a template's files, and its conversation, whose answers change them.
    With an `id`, repeating the call is safe."""
    project = Project(id=body.id or new_id(), name=body.name)
    return await _begin(use, tenant, project, template_files(body.template), body.model)


@imports.post(
    "/api/project-imports",
    status_code=201,
    responses=problems(404, 409, 413, 422, 503),
    openapi_extra={"requestBody": {"required": True, "content": BYTES}},
)
async def import_zip(
    request: Request,
    use: Use,
    tenant: Tenant,
    name: Annotated[Name, Query(description="of the project")],
    id: Annotated[Id | None, Query(description="makes repeating the call safe")] = None,
    model: Annotated[ModelId | None, Query(description="answers in its conversation")] = None,
) -> ProjectView:
    """Create a project with the files of a zip, and its conversation."""
    content = await asyncio.to_thread(unzipped, await request.body())
    return await _begin(use, tenant, Project(id=id or new_id(), name=name), content, model)


async def _begin(
    use: Services,
    tenant: TenantStorage,
    project: Project,
    content: Mapping[str, bytes],
    model: str | None,
) -> ProjectView:
    """Store it with its first commit and its conversation."""
    if model is not None:
        coder(use, model)
    return await with_talk(tenant, await tenant.projects.create(project, content, PERSON), model)


async def with_talk(tenant: TenantStorage, project: Project, model: str | None) -> ProjectView:
    """With its conversation, which is made."""
    conversation = Conversation(
        id=conversation_of(project.id), project_id=project.id, title=project.name, model=model
    )
    await tenant.conversations.create(conversation)
    return ProjectView.of(project)


@router.get("")
async def page(
    tenant: Tenant,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
    cursor: Annotated[str | None, Query(description="`next_cursor` of the page before")] = None,
) -> ProjectPage:
    """A page of projects, newest first."""
    found = await tenant.projects.list(limit, cursor)
    items = [ProjectView.of(project) for project in found.items]
    return ProjectPage(items=items, next_cursor=found.next_cursor)


@router.get("/{project_id}", responses=problems(404))
async def read(project_id: PathId, tenant: Tenant) -> ProjectView:
    """One project."""
    return ProjectView.of(await tenant.projects.get(project_id))


@router.patch("/{project_id}", responses=problems(*BODY, 404))
async def rename(project_id: PathId, body: ProjectChange, tenant: Tenant) -> ProjectView:
    """Rename a project."""
    return ProjectView.of(await tenant.projects.rename(project_id, body.name))


@router.delete("/{project_id}", status_code=204, responses=problems(404))
async def delete(project_id: PathId, use: Use, tenant: Tenant) -> Response:
    """Delete a project with its history, its conversation and its sandbox."""
    await tenant.projects.get(project_id)
    with suppress(SandboxError, HostUnreachableError, NotFoundError):  # it has none, or ends idle
        await use.sandboxes.delete(tenant.tenant_id, project_id)
    with suppress(NotFoundError):
        await delete_conversation(use, tenant, conversation_of(project_id))
    await tenant.runs.delete_commands(project_id)
    await tenant.projects.delete(project_id)
    return Response(status_code=204)


@router.get("/{project_id}/files", responses=problems(404))
async def list_files(
    project_id: PathId, tenant: Tenant, commit: Sha = None, branch: Of = MAIN
) -> FileList:
    """Every file of a commit."""
    project = await tenant.projects.get(project_id)
    sha = commit or tip(project, branch)
    items = [FileView.of(entry) for entry in await files(tenant, project, sha)]
    return FileList(commit=sha, items=items)


@router.get(
    "/{project_id}/file",
    response_class=Response,
    responses=problems(404) | {200: {"description": "Its bytes", "content": BYTES}},
)
async def read_file(
    project_id: PathId, path: FilePath, tenant: Tenant, commit: Sha = None, branch: Of = MAIN
) -> Response:
    """The content of a file; `ETag` is its `sha`."""
    project = await tenant.projects.get(project_id)
    sha = commit or tip(project, branch)
    found = [entry for entry in await files(tenant, project, sha) if entry.path == path]
    if not found:
        raise Problem(404, "file_not_found", f"There is no file {path}.", "query.path")
    async with tenant.projects.history(project) as repository:
        content = await asyncio.to_thread(repository.read, found[0].sha)
    return Response(content, media_type=OCTETS, headers={"ETag": f'"{found[0].sha}"'})


@router.put(
    "/{project_id}/file",
    responses=problems(404, 409, 413),
    openapi_extra={"requestBody": {"required": True, "content": BYTES}},
)
async def write_file(
    project_id: PathId,
    path: FilePath,
    request: Request,
    tenant: Tenant,
    base: Annotated[
        str, Query(pattern="^([0-9a-f]{40})?$", description="as it was seen; empty: not there")
    ] = "",
    branch: Of = MAIN,
) -> ProjectView:
    """Write a file, as a commit. 409 `file_changed` where its content is another than `base`."""
    make = writing(path, base, await request.body())
    project = await change(tenant, project_id, f"Write {path}", make, branch)
    return ProjectView.of(project, branch)


@router.delete("/{project_id}/file", responses=problems(404, 409))
async def delete_file(
    project_id: PathId, path: FilePath, base: Base, tenant: Tenant, branch: Of = MAIN
) -> ProjectView:
    """Delete a file, as a commit."""
    project = await change(tenant, project_id, f"Delete {path}", deleting(path, base), branch)
    return ProjectView.of(project, branch)


@router.post("/{project_id}/file/move", responses=problems(404, 409))
async def move_file(
    project_id: PathId, path: FilePath, to: FilePath, base: Base, tenant: Tenant, branch: Of = MAIN
) -> ProjectView:
    """Move a file, as a commit."""
    make = moving(path, to, base)
    project = await change(tenant, project_id, f"Move {path} to {to}", make, branch)
    return ProjectView.of(project, branch)


@router.get(
    "/{project_id}/zip",
    response_class=Response,
    responses=problems(404) | {200: {"description": "Every file", "content": _ZIP}},
)
async def download(
    project_id: PathId, tenant: Tenant, commit: Sha = None, branch: Of = MAIN
) -> Response:
    """All files of a commit, zipped."""
    project = await tenant.projects.get(project_id)
    sha = commit or tip(project, branch)
    async with tenant.projects.history(project) as repository:
        await expect_commit(repository, sha, "query.commit")
        found = await asyncio.to_thread(repository.files, sha)
    content = await asyncio.to_thread(zipped, found)
    name = quote(f"{project.name}.zip", safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, media_type=ZIP, headers=headers)


@router.get("/{project_id}/search", responses=problems(404))
async def search(
    project_id: PathId,
    tenant: Tenant,
    q: Annotated[str, Query(min_length=1, max_length=200, description="ignoring case")],
    branch: Of = MAIN,
) -> FoundList:
    """Lines of the newest files that have these letters."""
    project = await tenant.projects.get(project_id)
    sha = tip(project, branch)
    async with tenant.projects.history(project) as repository:
        content = await asyncio.to_thread(repository.files, sha)
    found = await asyncio.to_thread(lambda: [*islice(lines_with(content, q), MAX_FOUND + 1)])
    items = [Found(path=path, line=line, text=text) for path, line, text in found[:MAX_FOUND]]
    return FoundList(items=items, more=len(found) > MAX_FOUND)


@router.post("/{project_id}/restore", responses=problems(*BODY, 404, 409))
async def restore(project_id: PathId, body: Restore, tenant: Tenant) -> ProjectView:
    """Make a commit that has the files of an older one again. 409 `project_changed` where the
    newest is not `base`."""
    project = await restored(tenant, project_id, body.branch, body.commit, body.base)
    return ProjectView.of(project, body.branch)


@router.get("/{project_id}/log", responses=problems(404))
async def log(
    project_id: PathId,
    tenant: Tenant,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
    commit: Annotated[Sha, Query(alias="from")] = None,
    path: AnyPath = "",
    branch: Of = MAIN,
) -> CommitList:
    """Commits from one back, newest first; with `path`, those that changed it."""
    project = await tenant.projects.get(project_id)
    start = commit or tip(project, branch)
    async with tenant.projects.history(project) as repository:
        await expect_commit(repository, start, "query.from")
        found = await asyncio.to_thread(lambda: [*repository.log(start, limit + 1, path)])
    items = [CommitView.of(each) for each in found[:limit]]
    return CommitList(items=items, next=found[limit].sha if len(found) > limit else None)


@router.get(
    "/{project_id}/diff",
    response_class=Response,
    responses=problems(404) | {200: {"description": "A unified diff", "content": _TEXT}},
)
async def diff(
    project_id: PathId,
    tenant: Tenant,
    before: Annotated[
        str | None, Query(pattern=HASH, description="a commit; its parent if absent")
    ] = None,
    after: Sha = None,
    path: AnyPath = "",
    branch: Of = MAIN,
) -> Response:
    """What changed between two commits."""
    project = await tenant.projects.get(project_id)
    end = after or tip(project, branch)
    async with tenant.projects.history(project) as repository:
        await expect_commit(repository, before, "query.before")
        await expect_commit(repository, end, "query.after")

        def compare() -> str:
            (commit,) = repository.log(end, 1)
            parent = commit.parents[0] if commit.parents else None
            return repository.diff(before or parent, end, path)

        text = await asyncio.to_thread(compare)
    return Response(text, media_type="text/plain; charset=utf-8")
