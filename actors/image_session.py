"""One image job's life: settings → pictures drawn side by side → events, blobs and documents."""

import asyncio
import base64
import time
import uuid
from collections.abc import Callable, Coroutine, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from actors.run_log import TERMINAL_KINDS, RunLog, RunWriter
from actors.session import Ending, Past, RunSession
from serve.errors import BadRequestError
from serve.image import ImageRequest, Picture, Progress
from serve.image_router import ImageRouter
from storage.documents import Image, ImageSettings, Run
from storage.errors import NotFoundError
from storage.events import Event, EventChunk
from storage.storage import Storage

PREVIEWS = 5
"""How many looks a picture gives before it is done."""
DEADLINE_S = 3600.0


@dataclass(slots=True)
class PicturesSnapshot:
    """The newest state of each picture of a job, by its index."""

    pictures: dict[int, dict[str, Any]] = field(default_factory=dict)

    def add(self, event: Event) -> None:
        if event.kind not in ("image.progress", "image.completed"):
            return
        index = event.data["index"]
        if event.kind == "image.completed":  # no look at it is needed any more
            self.pictures[index] = event.data
        elif not self.has(index):
            self.pictures[index] = self.pictures.get(index, {}) | event.data

    def has(self, index: int) -> bool:
        """Whether that picture is done."""
        return "image" in self.pictures.get(index, {})

    def event(self, status: str) -> Event:
        pictures = [self.pictures[index] for index in sorted(self.pictures)]
        return Event("image.snapshot", {"pictures": pictures, "status": status})


class ImageSession(RunSession):
    """Draws the pictures of one job. Each has an id and a seed that follow from the job's, so
    that whoever begins one again makes the same one in the same place."""

    def __init__(
        self, run: Run, storage: Storage, run_log: RunLog, painter: ImageRouter, *, fresh: bool
    ) -> None:
        super().__init__(run, storage, run_log, fresh=fresh)
        self._settings = ImageSettings.model_validate(run.request)
        self._painter = painter
        self._pictures = PicturesSnapshot()
        self._began = time.monotonic()

    def _recall(self, chunks: Sequence[EventChunk]) -> Past:
        last_seq, end = 0, None
        for chunk in chunks:
            last_seq = chunk.last_seq
            for event in chunk.events:
                self._pictures.add(event)
                end = event if event.kind in TERMINAL_KINDS else end
        return Past(last_seq, end, self._pictures)

    def _facts(self) -> dict[str, Any]:
        return {"settings": self._settings.model_dump()}

    async def _make(self, writer: RunWriter) -> dict[str, Any]:
        inputs = await asyncio.gather(
            self._input(self._settings.input_id), self._input(self._settings.mask_id)
        )
        left = [index for index in range(self._settings.count) if not self._pictures.has(index)]
        drawings = [asyncio.create_task(self._draw(writer, index, *inputs)) for index in left]
        try:
            await asyncio.gather(*drawings)
        finally:
            for drawing in drawings:
                drawing.cancel()
            await asyncio.gather(*drawings, return_exceptions=True)
        return {"finish_reason": "stop"}

    async def _input(self, image_id: str | None) -> bytes | None:
        """A picture to begin with. Raises BadRequestError when it was deleted meanwhile."""
        if image_id is None:
            return None
        try:
            image = await self._tenant.images.get(image_id)
            return await self._tenant.blobs.for_purpose("images").get(image.png)
        except NotFoundError as error:
            raise BadRequestError("The picture to begin with was deleted.") from error

    def _usage(self) -> dict[str, Any]:
        return {"duration_ms": round(1e3 * (time.monotonic() - self._began))}

    async def _record(self, ending: Ending) -> None:
        """Each picture was stored when it was done; what was cut off in the middle goes."""
        await self._tenant.images.clear_unfinished(self.run.id)

    async def _draw(
        self, writer: RunWriter, index: int, init_image: bytes | None, mask: bytes | None
    ) -> None:
        """One picture: stored first, then told."""
        image_id = picture_id(self.run.id, index)
        began, pace = time.monotonic(), Pace()
        async with aclosing(
            self._painter.draw(self._request(image_id, index, init_image, mask))
        ) as pieces:
            async for piece in pieces:
                if isinstance(piece, Progress):
                    writer.update("image.progress", _progress(index, piece, pace), "index")
                elif isinstance(piece, Picture):
                    duration_ms = round(1e3 * (time.monotonic() - began))
                    image = self._image(image_id, index, piece, duration_ms)
                    storing = self._tenant.images.create(image, piece.png, piece.thumbnail)
                    stored = await _to_the_end(storing)
                    writer.emit("image.completed", {"index": index, "image": facts(stored)})
                else:
                    writer.emit(piece.kind, {**piece.data, "index": index})

    def _request(
        self, image_id: str, index: int, init_image: bytes | None, mask: bytes | None
    ) -> ImageRequest:
        settings = self._settings
        return ImageRequest(
            request_id=image_id,
            picture_id=image_id,
            model=self.run.model,
            prompt=settings.prompt,
            negative_prompt=settings.negative_prompt,
            seed=settings.seed + index,
            width=settings.width,
            height=settings.height,
            steps=settings.steps,
            guidance=settings.guidance,
            scheduler=settings.scheduler,
            preview_every=max(1, settings.steps // (PREVIEWS + 1)),
            init_image=init_image,
            mask=mask,
            strength=settings.strength,
            deadline_s=DEADLINE_S,
            tenant=self.run.tenant_id,
        )

    def _image(self, image_id: str, index: int, picture: Picture, duration_ms: int) -> Image:
        return Image(
            id=image_id,
            run_id=self.run.id,
            index=index,
            model=self.run.model,
            settings=self._settings.model_copy(update={"seed": self._settings.seed + index}),
            bytes=len(picture.png),
            duration_ms=duration_ms,
        )


def picture_id(run_id: str, index: int) -> str:
    """The id of a job's picture."""
    return str(uuid.uuid5(uuid.UUID(run_id), f"image {index}"))


def facts(image: Image) -> dict[str, Any]:
    """What an event says of a finished picture: enough to show it without another request."""
    return {
        "id": image.id,
        "width": image.settings.width,
        "height": image.settings.height,
        "seed": image.settings.seed,
        "duration_ms": image.duration_ms,
    }


async def _to_the_end(storing: Coroutine[Any, Any, Image]) -> Image:
    """What it gives. Cancelled in the middle it is finished first, for an upload cannot be called
    back and would come after whoever clears up."""
    task = asyncio.create_task(storing)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise


class Pace:
    """How long the rest of a picture takes, by the steps since the first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._first: tuple[float, int] | None = None

    def left_ms(self, piece: Progress) -> int | None:
        """None before the second step."""
        moment = self._clock()
        if self._first is None or piece.step <= self._first[1]:
            self._first = (moment, piece.step)
            return None
        since, step = self._first
        return round(1e3 * (moment - since) / (piece.step - step) * (piece.steps - piece.step))


def _progress(index: int, piece: Progress, pace: Pace) -> dict[str, Any]:
    data = {"index": index, "step": piece.step, "steps": piece.steps}
    if (left_ms := pace.left_ms(piece)) is not None:
        data["eta_ms"] = left_ms
    if piece.preview is None:
        return data
    encoded = base64.b64encode(piece.preview).decode()
    return data | {"preview": f"data:image/webp;base64,{encoded}"}
