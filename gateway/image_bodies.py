"""Request and answer bodies of the image routes."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from gateway.bodies import Body, Id, ModelId, Stream
from storage.documents import Failure, Image, ImageSettings, Run, Scheduler

MAX_PICTURES = 8
MAX_WORDS = 2_000
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_WORDS)]
Prompt = Annotated[Words, Field(min_length=1)]
Side = Annotated[int, Field(ge=1, le=100_000, description="pixels; the model's own by default")]


class NewImageJob(Body):
    """What to draw. What is left out is the model's own choice; without a seed one is drawn. The
    prompt may be empty only with a picture to begin with."""

    id: Id | None = None
    prompt: Words
    negative_prompt: Words = ""
    model: ModelId | None = None
    width: Side | None = None
    height: Side | None = None
    steps: int | None = Field(None, ge=1, le=100_000)
    guidance: float | None = Field(None, ge=1, le=30)
    scheduler: Scheduler | None = Field(None, description="the model's own by default")
    seed: int | None = Field(None, ge=0, lt=2**53)
    count: int = Field(1, ge=1, le=MAX_PICTURES)
    input_id: Id | None = Field(None, description="a picture to begin with, drawn or uploaded")
    strength: float | None = Field(
        None, gt=0, le=1, description="how much that picture is changed; 0.6 without one"
    )
    mask_id: Id | None = Field(None, description="change it only where this picture is white")
    stream: Stream = False

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"prompt": "sunset over the ocean, two boats", "count": 2}]}
    )


class ImageChange(Body):
    favourite: bool

    model_config = ConfigDict(json_schema_extra={"examples": [{"favourite": True}]})


class ImageView(BaseModel):
    """A finished picture. Its bytes are at `/api/images/{id}/file` and `/thumbnail`."""

    id: str
    kind: Literal["drawn", "upload"]
    job_id: str | None
    index: int
    model: str
    prompt: str
    negative_prompt: str
    width: int
    height: int
    steps: int
    guidance: float
    scheduler: Scheduler | None
    seed: int
    input_id: str | None
    strength: float
    mask_id: str | None
    bytes: int
    duration_ms: int
    favourite: bool
    created_at: datetime

    @classmethod
    def of(cls, image: Image) -> "ImageView":
        settings = image.settings.model_dump(exclude={"count"})
        fields = image.model_dump(exclude={"settings", "run_id"})
        return cls.model_validate({**fields, **settings, "job_id": image.run_id})


class ImageJobView(BaseModel):
    """Pictures asked for together. Follow its events as those of a run with the same id."""

    id: str
    model: str
    status: Literal["running", "completed", "failed", "cancelled"]
    settings: ImageSettings
    images: list[ImageView]
    error: Failure | None
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, run: Run, images: tuple[Image, ...]) -> "ImageJobView":
        return cls(
            id=run.id,
            model=run.model,
            status=run.status,
            settings=ImageSettings.model_validate(run.request),
            images=[ImageView.of(image) for image in images],
            error=run.error,
            created_at=run.created_at,
            finished_at=run.finished_at,
        )


class ImagePage(BaseModel):
    items: list[ImageView]
    next_cursor: str | None


class ImageJobPage(BaseModel):
    items: list[ImageJobView]
    next_cursor: str | None
