"""One loaded pipeline at work for many: three lanes, and a new batch at every step.

Prompts are encoded, steps taken and pictures decoded by a thread each, so that none waits for
another's kind of work. A request joins the denoiser between two steps and leaves it between two
steps, done, cancelled or late. Running out of memory makes batches smaller; only a picture that is
too large alone fails.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

import structlog
import torch

from serve.diffusion.autoencoder import Autoencoder
from serve.diffusion.batching import StepBatcher
from serve.diffusion.decoding import opened, opened_mask
from serve.diffusion.denoiser import UNGUIDED, Denoiser, Denoising
from serve.diffusion.encoding import as_png, as_thumbnail, as_webp
from serve.diffusion.family import Family
from serve.diffusion.preview import Preview
from serve.errors import DeadlineError, ModelError, ModelUnavailableError, PictureTooLargeError
from serve.image import ImageRequest, Picture, Progress

log = structlog.get_logger()

Result = TypeVar("Result")


@dataclass(slots=True)
class _Job:
    """A request in the denoiser. `stepped` holds how many steps are done, then perhaps an error."""

    request: ImageRequest
    state: Denoising
    deadline: float
    stepped: asyncio.Queue[int | ModelError] = field(default_factory=asyncio.Queue)


class DiffusionEngine:
    """Belongs to the loop in which `run` runs. `capacity` is how many latent positions one forward
    pass takes, guidance counted twice."""

    def __init__(self, family: Family, capacity: float) -> None:
        self._family = family
        self._autoencoder = Autoencoder(family.pipeline)
        self._denoiser = Denoiser(family)
        self._preview = Preview(self._autoencoder)
        self._batcher = StepBatcher(capacity)
        self._jobs: dict[str, _Job] = {}
        self._limit: int | None = None
        self._joined = asyncio.Event()
        self._encoding, self._stepping, self._decoding = (
            ThreadPoolExecutor(1, thread_name_prefix=name) for name in ("encode", "step", "decode")
        )

    async def generate(self, request: ImageRequest) -> AsyncGenerator[Progress | Picture]:
        """The picture as it forms, and at last the whole. Closing the generator frees its place at
        the next step. Raises ModelError."""
        deadline = _now() + request.deadline_s
        state = await self._in(self._encoding, lambda: self._start(request))
        job = _Job(request, state, deadline)
        self._jobs[request.request_id] = job
        self._batcher.add(request.request_id, state.group, state.cost)
        self._joined.set()
        try:
            step = 0
            while step < state.steps:
                stepped = await job.stepped.get()
                if isinstance(stepped, ModelError):
                    raise stepped
                step = stepped
                yield Progress(step, state.steps, await self._look(job, step))
        finally:
            self._batcher.remove(request.request_id)
            del self._jobs[request.request_id]
        yield await self._in(self._decoding, lambda: self._finish(job))

    async def run(self) -> None:
        """Take steps for ever."""
        while True:
            batch = [self._jobs[each] for each in self._batcher.next_batch(self._limit)]
            if not batch:
                self._joined.clear()
                await self._joined.wait()
                continue
            late = [job for job in batch if job.deadline <= _now()]
            for job in late:
                self._fail(job, DeadlineError("The time was up before the picture was done."))
            if not late:
                await self._step(batch)

    async def _step(self, batch: list[_Job]) -> None:
        try:
            await self._in(self._stepping, lambda: self._denoiser.step([j.state for j in batch]))
        except torch.OutOfMemoryError:
            self._shrink(batch)
            return
        except Exception as error:  # the root of the lane: these fail, others go on
            log.error("step failed", requests=len(batch), error=repr(error), exc_info=error)
            for job in batch:
                self._fail(
                    job, ModelUnavailableError("The model broke while it drew this picture.")
                )
            return
        for job in batch:
            if job.state.done:
                self._batcher.remove(job.request.request_id)
            job.stepped.put_nowait(job.state.index)

    def _shrink(self, batch: list[_Job]) -> None:
        """Half as many at once from now on. One that is too large alone has to go."""
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        if len(batch) > 1:
            self._limit = len(batch) // 2
            log.warning("out of memory", batch=len(batch), limit=self._limit)
            return
        size = f"{batch[0].request.width} × {batch[0].request.height}"
        detail = f"There is not enough memory for a picture of {size}. Ask for a smaller one."
        self._fail(batch[0], PictureTooLargeError(detail))

    def _fail(self, job: _Job, error: ModelError) -> None:
        self._batcher.remove(job.request.request_id)
        job.stepped.put_nowait(error)

    def _start(self, request: ImageRequest) -> Denoising:
        guided = request.guidance > UNGUIDED and not self._family.embeds_guidance
        with torch.inference_mode():
            prompt = self._family.encode(request.prompt, request.guidance)
            negative = None
            if guided:
                negative = self._family.encode(request.negative_prompt, request.guidance)
        down = self._autoencoder.downscale
        shape = (self._autoencoder.channels, request.height // down, request.width // down)
        init_latents = mask = None
        if request.init_image is not None:
            picture = opened(request.init_image, request.width, request.height)
            init_latents = self._autoencoder.encode(picture)
            if request.mask is not None:
                mask = opened_mask(request.mask, shape[2], shape[1])
        return self._denoiser.start(
            request.request_id,
            shape,
            prompt,
            negative,
            steps=request.steps,
            guidance=request.guidance,
            seed=request.seed,
            init_latents=init_latents,
            strength=request.strength,
            mask=mask,
            scheduler_name=request.scheduler,
        )

    def _finish(self, job: _Job) -> Picture:
        image = self._autoencoder.decode(job.state.latents)
        return Picture(as_png(image, job.request), as_thumbnail(image, job.request.picture_id))

    async def _look(self, job: _Job, step: int) -> bytes | None:
        every, clean = job.request.preview_every, job.state.clean
        if not every or step % every or step == job.state.steps or clean is None:
            return None
        return await self._in(self._decoding, lambda: as_webp(self._preview(clean)))

    async def _in(self, lane: ThreadPoolExecutor, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(lane, work)


def _now() -> float:
    return asyncio.get_running_loop().time()
