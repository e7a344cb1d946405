"""Models: which there are, how each is doing, and bringing one up."""

from collections.abc import AsyncGenerator
from typing import Annotated, Literal

import orjson
from fastapi import APIRouter, Path
from pydantic import BaseModel
from sse_starlette import EventSourceResponse

from gateway.openapi import event_stream, problems
from gateway.problems import Problem
from gateway.services import Services, Use
from gateway.sse import stream
from gateway.weights import expect_weights
from serve.errors import UnknownModelError
from serve.model_entry import ModelEntry
from serve.watch import ModelWatch

router = APIRouter(prefix="/api/models", tags=["models"], responses=problems(503))

ModelPath = Annotated[str, Path(max_length=80, examples=["atelier-demo"])]


class PriceView(BaseModel):
    input_usd_per_mtok: float
    output_usd_per_mtok: float


class Progress(BaseModel):
    phase: str
    fraction: float
    eta_s: int | None


class DrawingView(BaseModel):
    """What an image model draws by default, and what it can draw at most; sides in pixels."""

    width: int
    height: int
    steps: int
    guidance: float
    multiple: int
    min_side: int
    max_side: int
    max_steps: int


class ModelView(BaseModel):
    """A model that this installation offers. `planner` is the one that plans what this one builds.
    `detail` says why one failed."""

    id: str
    name: str
    labels: list[str]
    engine: Literal["vllm", "diffusers", "openai", "anthropic"]
    remote: bool
    context_tokens: int
    max_output_tokens: int
    capabilities: list[str]
    price: PriceView
    planner: str | None
    drawing: DrawingView | None
    state: Literal["absent", "pulling", "cold", "loading", "ready", "failed"]
    progress: Progress | None
    replicas: int
    detail: str | None


class ModelsView(BaseModel):
    items: list[ModelView]
    default: str | None


@router.get("")
async def models(use: Use) -> ModelsView:
    """All models that this installation offers, with their states, and the default."""
    return ModelsView.model_validate(use.watch.current)


@router.get(
    "/events",
    response_class=EventSourceResponse,
    responses=event_stream("For ever: one at once, then one at each change", "models"),
)
async def events(use: Use) -> EventSourceResponse:
    """The same as a stream: at once, then at every change."""
    return stream(_changes(use.watch))


async def _changes(watch: ModelWatch) -> AsyncGenerator[bytes]:
    version = -1
    while True:
        version = await watch.newer_than(version)
        data = orjson.dumps(watch.current)
        yield b"id: %d\nevent: models\ndata: %s\n\n" % (version, data)


@router.post("/{model_id}/load", status_code=202, responses=problems(404, 409, 422))
async def load(model_id: ModelPath, use: Use) -> ModelView:
    """Bring a replica up now, rather than with the first message."""
    entry = _entry(use, model_id)
    expect_weights(use, entry, "path.model_id")
    control = (await use.storage.model_controls.load()).get(entry.id)
    if control is not None and control.drained:
        raise Problem(409, "model_drained", f"{entry.name} is drained: set drained to false first.")
    await use.watch.load(entry.id)
    return _view(use, entry)


@router.post("/{model_id}/pull", status_code=202, responses=problems(404, 409, 422))
async def pull(model_id: ModelPath, use: Use) -> ModelView:
    """Download a model's weights; its state shows the progress."""
    entry = _entry(use, model_id)
    if not entry.requires.hub:
        raise Problem(409, "nothing_to_pull", f"{entry.name} needs no download.")
    await use.watch.pull(entry.id)
    return _view(use, entry)


def _entry(use: Services, model_id: str) -> ModelEntry:
    try:
        return use.catalog.get(model_id)
    except UnknownModelError as error:
        raise Problem(404, error.code, str(error), "path.model_id") from error


def _view(use: Services, entry: ModelEntry) -> ModelView:
    return ModelView.model_validate(use.watch.model(entry.id))
