"""One command in a project's sandbox: its output as a run's events, so that it goes on, and can be
read, whoever leaves."""

import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Any, Protocol

from actors.errors import ActorError, CommandFailedError
from actors.run_log import RunLog, RunWriter
from actors.sandboxes.door import STATUSES
from actors.session import Ending, Past, RunSession
from actors.snapshots import OutputSnapshot
from storage.documents import Run
from storage.errors import NotFoundError
from storage.events import EventChunk
from storage.storage import Storage


class Sandboxes(Protocol):
    def command(
        self, tenant_id: str, project_id: str, request: Mapping[str, Any]
    ) -> AsyncGenerator[tuple[str, dict[str, Any]]]:
        """See `SandboxClient.command`."""
        ...


class CommandSession(RunSession):
    """Runs it once, or not at all: where the process that ran it died, so did the command."""

    _is_quick = False

    def __init__(
        self, run: Run, storage: Storage, run_log: RunLog, sandboxes: Sandboxes, *, fresh: bool
    ) -> None:
        super().__init__(run, storage, run_log, fresh=fresh)
        self._sandboxes = sandboxes
        self._was_begun = False
        self._started = time.monotonic()

    def _recall(self, chunks: Sequence[EventChunk]) -> Past:
        self._was_begun = bool(chunks)
        return Past.of(chunks, OutputSnapshot())

    def _facts(self) -> dict[str, Any]:
        return {"command": self.run.request["command"]}

    async def _make(self, writer: RunWriter) -> dict[str, Any]:
        if self._was_begun:
            detail = "What ran this command died, and the command with it. Look, then run it again."
            raise CommandFailedError(detail, "command_lost")
        await writer.flush()  # from here on nobody begins it a second time
        request = {**self.run.request, "id": self.run.id}
        project_id = request.pop("project_id")
        running = self._sandboxes.command(self.run.tenant_id, project_id, request)
        try:
            async with aclosing(running) as events:
                async for kind, data in events:
                    if kind == "exec.ended":
                        reason = "timeout" if data["timed_out"] else "exit"
                        return {"finish_reason": reason, "result": data}
                    writer.emit(kind, data, patient=True)
        except NotFoundError as error:
            raise CommandFailedError(str(error), f"{error.kind}_not_found") from error
        except ActorError as error:
            _, code = STATUSES.get(type(error), (503, "sandbox_lost"))
            raise CommandFailedError(str(error), code) from error
        raise AssertionError  # it ends, or raises

    def _usage(self) -> dict[str, Any]:
        return {"duration_ms": round(1e3 * (time.monotonic() - self._started))}

    async def _record(self, ending: Ending) -> None:
        """The run itself is all that there is."""
