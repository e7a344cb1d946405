"""Draws with whichever model a request names, and again where its replica died."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from random import Random

from serve.catalog import Catalog
from serve.chat import Notice
from serve.errors import DeadlineError, ModelUnavailableError, RateLimitedError
from serve.image import ImageModel, ImageRequest, Picture, Progress
from serve.model_entry import ModelEntry
from serve.router import RetryPolicy
from storage.ids import new_id


class ImageRouter:
    """An `ImageModel` for every entry that draws. `build` makes each at its first use."""

    def __init__(
        self,
        catalog: Catalog,
        build: Callable[[ModelEntry], ImageModel],
        policy: Callable[[ModelEntry], RetryPolicy],
    ) -> None:
        self._catalog = catalog
        self._build = build
        self._policy = policy
        self._rng = Random()  # noqa: S311 - jitter, no secret
        self._models: dict[str, ImageModel] = {}

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Picture | Notice]:
        """Draw. A drawing that breaks off is begun again, with a notice: the same request gives
        the same picture. Raises a `ModelError`."""
        entry = self._catalog.get(request.model, "image")
        policy = self._policy(entry)
        clock = asyncio.get_running_loop().time
        deadline = clock() + request.deadline_s
        tries = 0
        while True:
            left_s = deadline - clock()
            if left_s <= 0:
                raise DeadlineError("The time was up before the picture was done.")
            again = replace(request, request_id=new_id(), deadline_s=left_s)
            drawing = self._model(entry).draw(again)
            try:
                async with aclosing(drawing) as pieces:
                    async for piece in pieces:
                        yield piece
                        if isinstance(piece, Progress):
                            tries = 0
                return
            except RateLimitedError as error:  # nothing broke: it asks again, until its deadline
                if not error.transient:
                    raise
                pause_s = min(policy.pause_s(1, error, self._rng), policy.max_wait_s, left_s)
                told = {"reason": "queued", "detail": str(error), "retry_in_s": pause_s}
                yield Notice("run.waiting", told)
                await asyncio.sleep(pause_s)
            except ModelUnavailableError as error:
                tries += 1
                if not error.transient or tries >= policy.max_tries:
                    raise
                yield Notice("image.restarted", {"reason": str(error)})
                await asyncio.sleep(min(policy.pause_s(tries, error, self._rng), left_s))

    async def close(self) -> None:
        models, self._models = list(self._models.values()), {}
        for model in models:
            await model.close()

    def _model(self, entry: ModelEntry) -> ImageModel:
        if entry.id not in self._models:
            self._models[entry.id] = self._build(entry)
        return self._models[entry.id]
