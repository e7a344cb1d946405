"""What the gateway mounts, and in which order."""

from fastapi import FastAPI

from gateway import problems
from gateway.edge import Edge
from gateway.openapi import Api
from gateway.previews import Previews
from gateway.project_import import MAX_ZIP_BYTES
from gateway.routes import (
    console,
    conversations,
    docs,
    health,
    images,
    merge_requests,
    messages,
    models,
    openai,
    openai_images,
    pages,
    pool,
    project_git,
    project_remotes,
    projects,
    runs,
    sandboxes,
)
from gateway.services import Services
from gateway.uploads import MAX_UPLOAD_BYTES

UPLOADS = ("/api/image-uploads", "/v1/images/edits", "/v1/images/variations")
IMPORT = "/api/project-imports"
DESCRIPTION = """Chat with models; answers stream, and survive the death of any process.

Every error is `application/problem+json` with a stable `code`; under `/v1` it has OpenAI's
shape. Whatever the call: a name that is not ours in `Host` is 421, a change asked for by
another site 403, an unknown address 404, a method that an address does not take 405."""


def create_app(services: Services) -> FastAPI:
    app = Api(
        title="Atelier",
        version=health.VERSION,
        description=DESCRIPTION,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.services = services
    problems.install(app)
    for routes in (
        conversations,
        messages,
        runs,
        images,
        projects,
        project_git,
        project_remotes,
        merge_requests,
        console,
        sandboxes,
        models,
        pool,
        health,
        openai,
        openai_images,
    ):
        app.include_router(routes.router)
    app.include_router(openai_images.forms)
    app.include_router(projects.imports)
    docs.install(app)
    pages.install(app, services.settings.web_root)
    limit = services.settings.max_body_bytes
    larger = {IMPORT: MAX_ZIP_BYTES, **dict.fromkeys(UPLOADS, MAX_UPLOAD_BYTES)}
    app.add_middleware(Edge, max_body_bytes=limit, larger=larger)
    app.add_middleware(Previews, services=services)
    return app
