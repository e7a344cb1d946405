"""Image jobs: what may be asked of which model, begun exactly once however often it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from gateway.image_bodies import NewImageJob
from gateway.problems import Problem
from gateway.services import Services
from gateway.weights import expect_weights
from serve.errors import WrongModelError
from serve.image import own_settings
from serve.model_entry import Drawing, ModelEntry
from storage.documents import ImageSettings, Message, Run
from storage.errors import ConflictError, NotFoundError
from storage.ids import new_id
from storage.storage import TenantStorage

STRENGTH = 0.6
"""Of a picture that begins with another: what it shows stays, how it looks changes."""


@dataclass(frozen=True, slots=True)
class BegunJob:
    """A job whose run is stored. `path` is empty where this call stored it: then its host need
    not look what was made of it before."""

    run: Run
    path: Sequence[Message] | None

    @property
    def is_new(self) -> bool:
        return self.path is not None


async def begin(use: Services, tenant: TenantStorage, asked: NewImageJob) -> BegunJob:
    """Store the job, which no host knows of yet. Raises what is wrong with it."""
    entry = model_to_draw(use, asked.model)
    await _expect_inputs(tenant, asked)
    run_id = asked.id or new_id()
    new = Run(
        id=run_id,
        kind="image",
        model=entry.id,
        host=use.agents.host_of(run_id),
        request=settings_of(entry, asked).model_dump(),
    )
    run = await tenant.runs.create(new)
    if run.kind != "image":
        raise ConflictError(f"The id {run_id} belongs to another run.")
    is_new = (run.created_at, run.request) == (new.created_at, new.request)
    return BegunJob(run, () if is_new else None)


async def _expect_inputs(tenant: TenantStorage, asked: NewImageJob) -> None:
    """Raises a 422 Problem for pictures that are not there, and for what needs one without it."""
    if asked.input_id is None and not asked.prompt:
        raise _beyond("prompt", "say what to draw")
    for field in ("strength", "mask_id"):
        if asked.input_id is None and getattr(asked, field) is not None:
            raise _beyond(field, "is only for a picture that begins with another (input_id)")
    for field in ("input_id", "mask_id"):
        if (image_id := getattr(asked, field)) is not None:
            try:
                await tenant.images.get(image_id)
            except NotFoundError as error:
                detail = "there is no such picture; it may have been deleted"
                raise _beyond(field, detail) from error


def model_to_draw(use: Services, model_id: str | None = None) -> ModelEntry:
    """The entry to draw with: the one named, or the first that draws and is here. Raises
    WrongModelError, UnknownModelError or a 409 Problem."""
    if model_id is not None:
        entry = use.catalog.get(model_id, "image")
    else:
        drawing = [e for e in use.catalog.entries if "image" in e.capabilities]
        if not drawing:
            raise WrongModelError(
                "No model that draws is offered here; name one in the file of ATELIER_MODELS."
            )
        here = (e for e in drawing if use.watch.state(e.id) not in ("absent", "pulling"))
        entry = next(here, drawing[0])
    expect_weights(use, entry, "body.model")
    return entry


def settings_of(entry: ModelEntry, asked: NewImageJob) -> ImageSettings:
    """What is asked for, with the model's own choices, within its limits. Raises a 422 Problem."""
    own = entry.drawing
    assert own is not None  # it draws
    chosen = asked.model_dump(exclude={"id", "model", "stream"}, exclude_none=True)
    if asked.input_id:
        chosen = {"strength": STRENGTH} | chosen
    wanted = own_settings(own, asked.prompt).model_copy(update=chosen)
    for side in ("width", "height"):
        _check_side(side, getattr(wanted, side), own, entry.name)
    if wanted.steps > own.max_steps:
        raise _beyond("steps", f"{entry.name} takes at most {own.max_steps}")
    return wanted


def _check_side(name: str, side: int, own: Drawing, model: str) -> None:
    if not own.min_side <= side <= own.max_side:
        sides = " to ".join(str(each) for each in sorted({own.min_side, own.max_side}))
        raise _beyond(name, f"{model} draws sides of {sides} pixels")
    if side % own.multiple:
        near = max(own.min_side, side // own.multiple * own.multiple)
        raise _beyond(name, f"must be a multiple of {own.multiple}, such as {near}")


def _beyond(field: str, what: str) -> Problem:
    return Problem(422, "invalid", f"body.{field}: {what}", f"body.{field}")
