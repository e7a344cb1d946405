"""Projects and the repositories of others: brought here, and sent there."""

from fastapi import APIRouter

from gateway.bodies import PathId
from gateway.git_bodies import GitImport, Push, Pushed
from gateway.json_body import JsonRoute
from gateway.openapi import BODY, problems
from gateway.project_bodies import ProjectView
from gateway.project_files import tip
from gateway.project_import import fetched
from gateway.remote_git import Remote, push, remote
from gateway.routes.projects import with_talk
from gateway.services import Services, Tenant, Use
from gateway.work import coder
from storage.documents import Project
from storage.ids import new_id

router = APIRouter(tags=["projects"], route_class=JsonRoute)


@router.post(
    "/api/project-imports/git", status_code=201, responses=problems(*BODY, 404, 409, 503, 504)
)
async def import_repository(body: GitImport, use: Use, tenant: Tenant) -> ProjectView:
    """Create a project with the history of a branch of another repository, and its conversation.
    With an `id`, repeating the call is safe."""
    if body.model is not None:
        coder(use, body.model)
    source = await _remote(use, body.url, body.token.get_secret_value())
    commit, pack = await fetched(source, body.branch)
    project = Project(id=body.id or new_id(), name=body.name)
    stored = await tenant.projects.adopt(project, commit, pack)
    return await with_talk(tenant, stored, body.model)


@router.post("/api/projects/{project_id}/push", responses=problems(*BODY, 404, 409, 503, 504))
async def push_branch(project_id: PathId, body: Push, use: Use, tenant: Tenant) -> Pushed:
    """Send a branch to another repository. 409 `push_rejected` where it has other commits."""
    project = await tenant.projects.get(project_id)
    commit = tip(project, body.branch, "body.branch")
    target = await _remote(use, body.url, body.token.get_secret_value())
    to = body.to or body.branch
    async with tenant.projects.history(project) as repository:
        await push(target, repository.path, commit, to)
    return Pushed(branch=to, commit=commit)


async def _remote(use: Services, url: str, token: str) -> Remote:
    return await remote(url, token, use.settings.git_private_hosts.split(","))
