"""A process's view of the model directory: one long poll, however many look."""

import asyncio
from collections.abc import Mapping
from typing import Any

import ray
import structlog

from serve.errors import ModelUnavailableError, UnknownModelError
from serve.replica import DIRECTORY_ACTOR, NAMESPACE

log = structlog.get_logger()

RETRY_S = 0.5


class ModelWatch:
    """Holds the newest snapshot of `ModelDirectory`; run `follow` as a task of the process."""

    def __init__(self) -> None:
        self.current: Mapping[str, Any] = {"items": [], "default": None}
        self._version = -1
        self._changed = asyncio.Event()

    async def follow(self) -> None:
        """For ever: ask the directory for what is newer. It may die and come back."""
        known = -1
        while True:
            try:
                known, snapshot = await _directory().snapshot.remote(known)
            except (ray.exceptions.RayError, ValueError) as error:
                log.info("model directory does not answer", error=repr(error))
                known = -1
                await asyncio.sleep(RETRY_S)
                continue
            if snapshot != self.current:
                self.current = snapshot
                self._version += 1
                changed, self._changed = self._changed, asyncio.Event()
                changed.set()

    async def newer_than(self, version: int) -> int:
        """Wait until there is a snapshot newer than `version`; give its version."""
        while self._version <= version:
            await self._changed.wait()
        return self._version

    @property
    def default(self) -> str | None:
        return self.current["default"]

    def model(self, model_id: str) -> dict[str, Any]:
        for item in self.current["items"]:
            if item["id"] == model_id:
                return dict(item)
        raise UnknownModelError(f"There is no model {model_id!r}.")

    def state(self, model_id: str) -> str | None:
        """The model's state, None while the directory has not told it yet."""
        return next((i["state"] for i in self.current["items"] if i["id"] == model_id), None)

    async def load(self, model_id: str) -> None:
        """Raises ModelUnavailableError while the directory restarts; likewise `pull`."""
        await self._ask("load", model_id)

    async def pull(self, model_id: str) -> None:
        await self._ask("pull", model_id)

    async def _ask(self, method: str, model_id: str) -> None:
        try:
            await getattr(_directory(), method).remote(model_id)
        except (ray.exceptions.RayError, ValueError) as error:
            raise ModelUnavailableError("The model directory restarts; try again.") from error


def _directory() -> Any:
    return ray.get_actor(DIRECTORY_ACTOR, namespace=NAMESPACE)
