"""OpenAI's protocol for pictures, so that its clients work unchanged: drawn, edited, varied.

Shapes: https://platform.openai.com/docs/api-reference/images. What is drawn here is a job like
any other: it stands in the gallery, and goes on after the death of a process.
"""

import base64
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import anyio
import orjson
from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from gateway.bodies import ModelId
from gateway.image_bodies import MAX_PICTURES, NewImageJob, Prompt
from gateway.image_jobs import begin
from gateway.json_body import JsonRoute
from gateway.leaving import unless_gone
from gateway.openapi import event_stream, openai_errors
from gateway.problems import Problem, openai_error, problem_of_run
from gateway.routes.conversations import end_run
from gateway.services import Services, Tenant, Use
from gateway.sse import events_in, stream
from gateway.uploads import store_upload
from storage.documents import Run, Scheduler
from storage.storage import TenantStorage

router = APIRouter(prefix="/v1/images", tags=["openai"], route_class=JsonRoute)
forms = APIRouter(prefix="/v1/images", tags=["openai"])

EDIT_STRENGTH = 0.95
"""Under a mask nearly everything is drawn anew."""
SIZES = r"^(auto|[0-9]{1,5}x[0-9]{1,5})$"
Format = Literal["url", "b64_json"]


class ImageGeneration(BaseModel):
    """Parameters that are not listed are ignored, as OpenAI-compatible servers do."""

    model_config = ConfigDict(
        extra="ignore",
        strict=True,
        json_schema_extra={"examples": [{"prompt": "sunset over the ocean, two boats"}]},
    )

    prompt: Prompt
    model: ModelId | None = None
    n: Annotated[int, Field(ge=1, le=MAX_PICTURES)] | None = None
    size: Annotated[str, Field(pattern=SIZES)] | None = None
    response_format: Format | None = None
    stream: bool | None = None
    partial_images: Annotated[int, Field(ge=0, le=3)] | None = None
    # Not OpenAI's, as other servers of pictures take them.
    negative_prompt: Annotated[str, Field(max_length=2_000)] = ""
    steps: Annotated[int, Field(ge=1, le=100_000)] | None = None
    guidance: Annotated[float, Field(ge=1, le=30)] | None = None
    scheduler: Scheduler | None = None
    seed: Annotated[int, Field(ge=0, lt=2**53)] | None = None

    def job(self) -> NewImageJob:
        width, height = _sides(self.size)
        return NewImageJob(
            prompt=self.prompt,
            model=self.model,
            width=width,
            height=height,
            negative_prompt=self.negative_prompt,
            steps=self.steps,
            guidance=self.guidance,
            scheduler=self.scheduler,
            seed=self.seed,
            count=self.n or 1,
        )


def _sides(size: str | None) -> tuple[int | None, int | None]:
    """Width and height of "64x128"; none where the model may choose."""
    if size in (None, "auto"):
        return None, None
    width, height = (max(1, int(side)) for side in str(size).split("x"))
    return width, height


class GeneratedImage(BaseModel):
    url: str | None = None
    b64_json: str | None = None


class GeneratedImages(BaseModel):
    created: int
    data: list[GeneratedImage]


_ANSWER = event_stream(
    "The pictures, or with `stream` previews and then each picture",
    "image_generation.partial_image",
    "image_generation.completed",
    "error",
) | openai_errors(400, 404, 409, 413, 415, 429, 503, 504)
_ANSWER[200]["model"] = GeneratedImages


@router.post("/generations", responses=_ANSWER, response_model=None)
async def generate(body: ImageGeneration, request: Request, use: Use, tenant: Tenant) -> Response:
    """Draw pictures. Who leaves before they are done cancels them."""
    run = await _begin(use, tenant, body.job())
    if body.stream:
        return stream(_streamed(use, tenant, run, body.partial_images))
    return await _whole(request, use, tenant, run, body.response_format)


@forms.post("/edits", responses=_ANSWER, response_model=None)
async def edit(
    request: Request,
    use: Use,
    tenant: Tenant,
    image: UploadFile,
    prompt: Annotated[Prompt, Form()],
    mask: UploadFile | None = None,
    model: Annotated[ModelId | None, Form()] = None,
    n: Annotated[int, Form(ge=1, le=MAX_PICTURES)] = 1,
    size: Annotated[str | None, Form(pattern=SIZES)] = None,
    response_format: Annotated[Format | None, Form()] = None,
    strength: Annotated[float | None, Form(gt=0, le=1)] = None,
) -> Response:
    """Change a picture by words; with a mask only where that is transparent."""
    changes = _Changes(prompt, model, n, size, strength or (EDIT_STRENGTH if mask else None))
    return await _changed(request, use, tenant, changes, image, mask, response_format)


@forms.post("/variations", responses=_ANSWER, response_model=None)
async def vary(
    request: Request,
    use: Use,
    tenant: Tenant,
    image: UploadFile,
    model: Annotated[ModelId | None, Form()] = None,
    n: Annotated[int, Form(ge=1, le=MAX_PICTURES)] = 1,
    size: Annotated[str | None, Form(pattern=SIZES)] = None,
    response_format: Annotated[Format | None, Form()] = None,
    strength: Annotated[float | None, Form(gt=0, le=1)] = None,
) -> Response:
    """Draw pictures like one."""
    changes = _Changes("", model, n, size, strength)
    return await _changed(request, use, tenant, changes, image, None, response_format)


@dataclass(frozen=True, slots=True)
class _Changes:
    """What shall become of a picture."""

    prompt: str
    model: str | None
    n: int
    size: str | None
    strength: float | None

    def job(self, input_id: str, mask_id: str | None) -> NewImageJob:
        width, height = _sides(self.size)
        return NewImageJob(
            prompt=self.prompt,
            model=self.model,
            width=width,
            height=height,
            count=self.n,
            input_id=input_id,
            mask_id=mask_id,
            strength=self.strength,
        )


async def _changed(
    request: Request,
    use: Services,
    tenant: TenantStorage,
    changes: _Changes,
    image: UploadFile,
    mask: UploadFile | None,
    response_format: Format | None,
) -> Response:
    async with _kept(tenant, image, mask) as (input_id, mask_id):
        run = await _begin(use, tenant, changes.job(input_id, mask_id))
        return await _whole(request, use, tenant, run, response_format)


@asynccontextmanager
async def _kept(
    tenant: TenantStorage, image: UploadFile, mask: UploadFile | None
) -> AsyncGenerator[tuple[str, str | None]]:
    """Ids of the pictures that a request brought, kept as long as it lasts."""
    kept = [(await store_upload(tenant, await image.read(), "body.image")).id]
    try:
        if mask is not None:
            where = await store_upload(tenant, await mask.read(), "body.mask", mask=True)
            kept.append(where.id)
        yield kept[0], kept[1] if mask is not None else None
    finally:
        for image_id in kept:
            await tenant.images.delete(image_id)


async def _begin(use: Services, tenant: TenantStorage, asked: NewImageJob) -> Run:
    try:
        begun = await begin(use, tenant, asked)
    except Problem as problem:
        if problem.field in ("body.width", "body.height"):
            problem.field = "body.size"
        raise
    await use.agents.start(begun.run, begun.path)
    return begun.run


async def _whole(
    request: Request,
    use: Services,
    tenant: TenantStorage,
    run: Run,
    response_format: Format | None,
) -> Response:
    """All pictures in one answer. Raises what went wrong."""
    try:
        await unless_gone(request, _drawn(use, tenant, run))
    except BaseException:
        await _end(use, tenant, run)
        raise
    images = await tenant.images.of_run(run.id)
    if response_format == "url":
        data = [{"url": f"{request.base_url}api/images/{image.id}/file"} for image in images]
    else:
        data = [{"b64_json": await _encoded(tenant, image.png)} for image in images]
    return JSONResponse({"created": int(time.time()), "data": data})


async def _drawn(use: Services, tenant: TenantStorage, run: Run) -> None:
    """Wait for the end. Raises what went wrong."""
    async with aclosing(events_in(use.agents.follow(tenant, run, None))) as events:
        async for kind, data in events:
            if kind == "run.failed":
                raise problem_of_run(data["error"])
            if kind == "run.cancelled":
                raise Problem(409, "cancelled", "The job was cancelled.")


async def _streamed(
    use: Services, tenant: TenantStorage, run: Run, partial_images: int | None
) -> AsyncGenerator[bytes]:
    """OpenAI's events of the job; closing them cancels it."""
    left = dict.fromkeys(range(run.request["count"]), partial_images or 0)
    ended = False
    try:
        async with aclosing(events_in(use.agents.follow(tenant, run, 0))) as events:
            async for kind, data in events:
                if kind == "image.progress" and "preview" in data and left[data["index"]]:
                    left[data["index"]] -= 1
                    number = (partial_images or 0) - left[data["index"]] - 1
                    preview = data["preview"].partition(",")[2]
                    yield _event("partial_image", run, preview, "webp", partial_image_index=number)
                elif kind == "image.completed":
                    image = await tenant.images.get(data["image"]["id"])
                    yield _event("completed", run, await _encoded(tenant, image.png), "png")
                elif kind == "run.failed":
                    error = {"error": openai_error(problem_of_run(data["error"])), "type": "error"}
                    yield b"event: error\ndata: " + orjson.dumps(error) + b"\n\n"
                ended = ended or kind in ("run.completed", "run.failed", "run.cancelled")
    finally:
        if not ended:
            await _end(use, tenant, run)


async def _end(use: Services, tenant: TenantStorage, run: Run) -> None:
    """Cancel the job, even while whoever asked for it is being cancelled."""
    with anyio.CancelScope(shield=True):
        await end_run(use, tenant, run.id)


def _event(kind: str, run: Run, encoded: str, output_format: str, **more: int) -> bytes:
    name = f"image_generation.{kind}"
    data: dict[str, Any] = {
        "type": name,
        "b64_json": encoded,
        "created_at": int(time.time()),
        "size": f"{run.request['width']}x{run.request['height']}",
        "output_format": output_format,
        **more,
    }
    return b"event: %s\ndata: %s\n\n" % (name.encode(), orjson.dumps(data))


async def _encoded(tenant: TenantStorage, sha256: str) -> str:
    png = await tenant.blobs.for_purpose("images").get(sha256)
    return base64.b64encode(png).decode()
