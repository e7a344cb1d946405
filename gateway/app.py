"""What the gateway mounts, and in which order."""

from fastapi import FastAPI

from gateway import problems
from gateway.edge import Edge
from gateway.openapi import Api
from gateway.routes import (
    conversations,
    docs,
    health,
    images,
    messages,
    models,
    openai,
    openai_images,
    pages,
    pool,
    projects,
    runs,
)
from gateway.services import Services
from gateway.uploads import MAX_UPLOAD_BYTES

UPLOADS = ("/api/image-uploads", "/v1/images/edits", "/v1/images/variations")
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
        models,
        pool,
        health,
        openai,
        openai_images,
    ):
        app.include_router(routes.router)
    app.include_router(openai_images.forms)
    docs.install(app)
    pages.install(app, services.settings.web_root)
    limit = services.settings.max_body_bytes
    app.add_middleware(Edge, max_body_bytes=limit, larger=dict.fromkeys(UPLOADS, MAX_UPLOAD_BYTES))
    return app
