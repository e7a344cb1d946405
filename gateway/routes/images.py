"""Images: jobs that draw pictures, and the gallery of what they drew."""

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from gateway.bodies import PathId
from gateway.image_bodies import (
    ImageChange,
    ImageJobPage,
    ImageJobView,
    ImagePage,
    ImageView,
    NewImageJob,
)
from gateway.image_jobs import begin
from gateway.json_body import JsonRoute
from gateway.openapi import BODY, IMAGE_EVENTS, event_stream, problems
from gateway.problems import Problem
from gateway.services import Tenant, Use
from gateway.sse import stream
from gateway.uploads import store_upload
from storage.errors import BadCursorError, NotFoundError
from storage.storage import TenantStorage

router = APIRouter(
    prefix="/api", tags=["images"], route_class=JsonRoute, responses=problems(422, 503)
)

NAME_CHARS = 60
UPLOADED = ("image/png", "image/jpeg", "image/webp")
_BYTES = {"Cache-Control": "private, max-age=31536000, immutable"}

Cursor = Annotated[str | None, Query(description="`next_cursor` of the page before")]
_BEGINS = problems(*BODY, 404, 409) | event_stream(
    "With `stream`: the job, then its events", "job.started", *IMAGE_EVENTS
)
_FILE_CONTENT = {"image/*": {"schema": {"type": "string", "format": "binary"}}}
_FILE = problems(404) | {200: {"description": "The bytes", "content": _FILE_CONTENT}}


@router.post("/image-jobs", status_code=202, response_model=ImageJobView, responses=_BEGINS)
async def draw(body: NewImageJob, use: Use, tenant: Tenant) -> ImageJobView | Response:
    """Ask for pictures. With an `id`, repeating the call is safe.

    The job's events are those of a run with its id: `/api/runs/{id}/events`. Cancel it there, too.
    """
    begun = await begin(use, tenant, body)
    run, after, live = begun.run, None, None
    if body.stream and begun.is_new:
        after, live = 0, await use.agents.start_followed(run, begun.path)
    elif run.status == "running":
        await use.agents.start(run, begun.path)
    job = ImageJobView.of(run, () if begun.is_new else await tenant.images.of_run(run.id))
    if not body.stream:
        return job
    return stream(_job_events(job, use.agents.follow(tenant, run, after, live=live)))


@router.get("/image-jobs")
async def jobs(
    tenant: Tenant, limit: Annotated[int, Query(ge=1, le=100)] = 20, cursor: Cursor = None
) -> ImageJobPage:
    """A page of jobs, newest first, with the pictures that each has so far."""
    try:
        page = await tenant.runs.jobs(limit, cursor)
    except BadCursorError as error:
        raise Problem(422, "bad_cursor", str(error), "query.cursor") from error
    images = await asyncio.gather(*(tenant.images.of_run(run.id) for run in page.items))
    items = [ImageJobView.of(*pair) for pair in zip(page.items, images, strict=True)]
    return ImageJobPage(items=items, next_cursor=page.next_cursor)


@router.get("/image-jobs/{job_id}", responses=problems(404))
async def job(job_id: PathId, tenant: Tenant) -> ImageJobView:
    """One job: its settings, its state, and the pictures that it has so far."""
    run = await tenant.runs.get(job_id)
    if run.kind != "image":
        raise NotFoundError("job", job_id)
    return ImageJobView.of(run, await tenant.images.of_run(job_id))


@router.get("/images")
async def gallery(
    tenant: Tenant,
    limit: Annotated[int, Query(ge=1, le=100)] = 40,
    cursor: Cursor = None,
    q: Annotated[str, Query(max_length=200, description="words of the prompt")] = "",
    model: Annotated[str | None, Query(max_length=80)] = None,
    favourite: bool | None = None,
) -> ImagePage:
    """A page of finished pictures, newest first."""
    try:
        page = await tenant.images.list(limit, cursor, q, model, favourite)
    except BadCursorError as error:
        raise Problem(422, "bad_cursor", str(error), "query.cursor") from error
    items = [ImageView.of(image) for image in page.items]
    return ImagePage(items=items, next_cursor=page.next_cursor)


@router.post(
    "/image-uploads",
    status_code=201,
    responses=problems(413, 415),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                kind: {"schema": {"type": "string", "format": "binary"}} for kind in UPLOADED
            },
        }
    },
)
async def upload(request: Request, tenant: Tenant) -> ImageView:
    """Upload a picture to begin with, or a mask: a PNG, JPEG or WebP of at most 20 MiB.

    It is decoded and kept as a PNG without any metadata; the gallery does not list it.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in UPLOADED:
        detail = f"The body must be a picture, sent as one of {', '.join(UPLOADED)}."
        raise Problem(415, "unsupported_media_type", detail, "header.content-type")
    return ImageView.of(await store_upload(tenant, await request.body(), "body"))


@router.get("/images/{image_id}", responses=problems(404))
async def read(image_id: PathId, tenant: Tenant) -> ImageView:
    """One picture, and what it was drawn from."""
    return ImageView.of(await tenant.images.get(image_id))


@router.patch("/images/{image_id}", responses=problems(*BODY, 404))
async def change(image_id: PathId, body: ImageChange, tenant: Tenant) -> ImageView:
    """Mark a picture as a favourite, or no more."""
    return ImageView.of(await tenant.images.favour(image_id, body.favourite))


@router.delete("/images/{image_id}", status_code=204, responses=problems(404))
async def delete(image_id: PathId, tenant: Tenant) -> Response:
    """Delete a picture with its bytes."""
    await tenant.images.delete(image_id)
    return Response(status_code=204)


@router.get("/images/{image_id}/file", response_class=StreamingResponse, responses=_FILE)
async def file(
    image_id: PathId,
    tenant: Tenant,
    download: Annotated[bool, Query(description="to be saved under the prompt's words")] = False,
) -> StreamingResponse:
    """The picture, a PNG that tells what it was drawn from."""
    image = await tenant.images.get(image_id)
    headers = dict(_BYTES)
    if download:
        name = _file_name(image.settings.prompt)
        headers["Content-Disposition"] = f'attachment; filename="{name}.png"'
    return await _bytes(tenant, image.png, "image/png", headers)


@router.get("/images/{image_id}/thumbnail", response_class=StreamingResponse, responses=_FILE)
async def thumbnail(image_id: PathId, tenant: Tenant) -> StreamingResponse:
    """A smaller WebP of it."""
    image = await tenant.images.get(image_id)
    return await _bytes(tenant, image.thumbnail, "image/webp", _BYTES)


async def _bytes(
    tenant: TenantStorage, sha256: str, media_type: str, headers: dict[str, str]
) -> StreamingResponse:
    blobs = tenant.blobs.for_purpose("images")
    size = (await blobs.stat(sha256)).size
    headers = {**headers, "Content-Length": str(size)}
    return StreamingResponse(blobs.stream(sha256), media_type=media_type, headers=headers)


async def _job_events(job: ImageJobView, events: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    yield b"event: job.started\ndata: " + job.model_dump_json().encode() + b"\n\n"
    async with aclosing(events):
        async for piece in events:
            yield piece


def _file_name(prompt: str) -> str:
    """Words of the prompt that any file system takes."""
    words = re.findall(r"[a-z0-9]+", prompt.lower())
    return "-".join(words)[:NAME_CHARS].strip("-") or "image"
