"""One image job's life: settings → pictures → events and documents."""

import time
from collections.abc import Sequence
from typing import Any

from actors.pictures import RunPictures
from actors.run_log import RunLog, RunWriter
from actors.session import Ending, Past, RunSession
from actors.snapshots import PicturesSnapshot
from serve.image_router import ImageRouter
from storage.documents import ImageSettings, Run
from storage.events import EventChunk
from storage.storage import Storage


class ImageSession(RunSession):
    """Draws the pictures of one job."""

    _is_quick = False

    def __init__(
        self, run: Run, storage: Storage, run_log: RunLog, painter: ImageRouter, *, fresh: bool
    ) -> None:
        super().__init__(run, storage, run_log, fresh=fresh)
        self._settings = ImageSettings.model_validate(run.request)
        self._painter = painter
        self._done = PicturesSnapshot()
        self._began = time.monotonic()

    def _recall(self, chunks: Sequence[EventChunk]) -> Past:
        return Past.of(chunks, self._done)

    def _facts(self) -> dict[str, Any]:
        return {"settings": self._settings.model_dump()}

    async def _make(self, writer: RunWriter) -> dict[str, Any]:
        run, settings, done = self.run, self._settings, self._done
        pictures = RunPictures(
            run, run.model, settings, done, tenant=self._tenant, painter=self._painter
        )
        await pictures.draw(writer)
        return {"finish_reason": "stop"}

    def _usage(self) -> dict[str, Any]:
        return {"duration_ms": round(1e3 * (time.monotonic() - self._began))}

    async def _record(self, ending: Ending) -> None:
        """Each picture was stored when it was done; what was cut off in the middle goes."""
        await self._tenant.images.clear_unfinished(self.run.id)
