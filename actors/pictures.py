"""The pictures of one run, a job's or an answer's: drawn side by side, stored, told of in its log.

Each has an id and a seed that follow from the run's, so that whoever begins one again makes the
same one in the same place.
"""

import asyncio
import base64
import re
import time
import uuid
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from typing import Any

from actors.run_log import RunWriter
from actors.snapshots import PicturesSnapshot
from serve.errors import BadRequestError
from serve.image import ImageRequest, Picture, Progress
from serve.image_router import ImageRouter
from storage.documents import Image, ImageSettings, Run
from storage.errors import NotFoundError
from storage.storage import TenantStorage

PREVIEWS = 5
"""How many looks a picture gives before it is done."""
DEADLINE_S = 3600.0


class RunPictures:
    """Draws what is not `done` yet of `settings` with `model`. `in_text`: the pictures are lines of
    an answer, too."""

    def __init__(
        self,
        run: Run,
        model: str,
        settings: ImageSettings,
        done: PicturesSnapshot,
        *,
        tenant: TenantStorage,
        painter: ImageRouter,
        in_text: bool = False,
    ) -> None:
        self._run = run
        self._model = model
        self._settings = settings
        self._left = [index for index in range(settings.count) if not done.has(index)]
        self._tenant = tenant
        self._painter = painter
        self._in_text = in_text

    async def draw(self, writer: RunWriter) -> None:
        """Raises a `ModelError`. Cancelled, it leaves no picture half stored."""
        inputs = await asyncio.gather(
            self._input(self._settings.input_id), self._input(self._settings.mask_id)
        )
        drawings = [asyncio.create_task(self._draw(writer, index, *inputs)) for index in self._left]
        try:
            await asyncio.gather(*drawings)
        finally:
            for drawing in drawings:
                drawing.cancel()
            await asyncio.gather(*drawings, return_exceptions=True)

    async def _input(self, image_id: str | None) -> bytes | None:
        """A picture to begin with. Raises BadRequestError when it was deleted meanwhile."""
        if image_id is None:
            return None
        try:
            image = await self._tenant.images.get(image_id)
            return await self._tenant.blobs.for_purpose("images").get(image.png)
        except NotFoundError as error:
            raise BadRequestError("The picture to begin with was deleted.") from error

    async def _draw(
        self, writer: RunWriter, index: int, init_image: bytes | None, mask: bytes | None
    ) -> None:
        """One picture: stored first, then told."""
        image_id = picture_id(self._run.id, index)
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
                    self._tell(writer, index, await _to_the_end(storing))
                else:
                    writer.emit(piece.kind, {**piece.data, "index": index})

    def _request(
        self, image_id: str, index: int, init_image: bytes | None, mask: bytes | None
    ) -> ImageRequest:
        settings = self._settings
        return ImageRequest(
            request_id=image_id,
            picture_id=image_id,
            model=self._model,
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
            tenant=self._run.tenant_id,
        )

    def _image(self, image_id: str, index: int, picture: Picture, duration_ms: int) -> Image:
        return Image(
            id=image_id,
            run_id=self._run.id,
            index=index,
            model=self._model,
            settings=self._settings.model_copy(update={"seed": self._settings.seed + index}),
            bytes=len(picture.png),
            duration_ms=duration_ms,
        )

    def _tell(self, writer: RunWriter, index: int, image: Image) -> None:
        """In one breath, so that no death comes between the two."""
        writer.emit("image.completed", {"index": index, "image": facts(image)})
        if self._in_text:
            writer.delta(f"{markdown(image)} ", 0)


def picture_id(run_id: str, index: int) -> str:
    """The id of a run's picture."""
    return str(uuid.uuid5(uuid.UUID(run_id), f"image {index}"))


def markdown(image: Image) -> str:
    """A picture in the text of an answer; its size is known before its bytes are there."""
    words = " ".join(re.sub(r"[^\w\s.,;:'?-]", " ", image.settings.prompt).split())
    size = f"{image.settings.width}×{image.settings.height}"
    return f'![{words}](/api/images/{image.id}/file "{size}")'


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
