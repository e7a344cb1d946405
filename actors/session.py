"""One run's life, whatever it makes: open its log, work, store the end, let followers see it.

A session is a function of what is stored: started on a fresh run it works, started on a
half-done one it goes on, started on a finished log it only tidies up. So a restart of the host
needs no second code path.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, cast

import structlog

from actors.run_log import TERMINAL_KINDS, RunLog, RunWriter, Snapshot
from serve.errors import ModelError
from storage.documents import AnswerUsage, Failure, Run, RunStatus
from storage.errors import LeaseLostError, NotFoundError, StorageError, UnavailableError
from storage.events import Event, EventChunk
from storage.storage import Storage, TenantStorage

log = structlog.get_logger()

BROKE = "Something in Atelier broke while this was made; its log says what. Try again."


@dataclass(frozen=True, slots=True)
class Past:
    """What the stored chunks of a run say: how far it came, its end, and what a reader sees."""

    last_seq: int
    end: Event | None
    snapshot: Snapshot

    @classmethod
    def of(cls, chunks: Sequence[EventChunk], snapshot: Snapshot) -> "Past":
        """What they add up to, upon a snapshot of nothing."""
        end = None
        for event in (event for chunk in chunks for event in chunk.events):
            snapshot.add(event)
            end = event if event.kind in TERMINAL_KINDS else end
        return cls(chunks[-1].last_seq if chunks else 0, end, snapshot)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended, as it is stored in more places than one."""

    status: RunStatus
    reason: str
    usage: AnswerUsage
    error: Failure | None

    @classmethod
    def of(cls, event: Event) -> "Ending":
        data = event.data
        return cls(
            status=cast(RunStatus, event.kind.removeprefix("run.")),
            reason=data.get("finish_reason", "error"),
            usage=AnswerUsage.model_validate(data["usage"]),
            error=Failure.model_validate(data["error"]) if "error" in data else None,
        )


class RunSession(ABC):
    """Runs one run. `cancel` ends it as cancelled; cancelling its task leaves it to go on.
    `opened` is set once its log is open, or cannot be. Of a `fresh` run nothing is stored yet."""

    _is_quick: ClassVar[bool]
    """Whether its first piece may come so soon that `run.started` can travel with it."""

    def __init__(self, run: Run, storage: Storage, run_log: RunLog, *, fresh: bool) -> None:
        self.run = run
        self.opened = asyncio.Event()
        self._storage = storage
        self._tenant: TenantStorage = storage.tenant(run.tenant_id)
        self._log = run_log
        self._fresh = fresh
        self._cancelled = asyncio.Event()
        if run.cancel_requested:
            self._cancelled.set()

    @abstractmethod
    def _recall(self, chunks: Sequence[EventChunk]) -> Past:
        """Learn from what is stored what is left to do."""

    @abstractmethod
    def _facts(self) -> dict[str, Any]:
        """What `run.started` says of the run, beside its id and its model."""

    @abstractmethod
    async def _make(self, writer: RunWriter) -> dict[str, Any]:
        """Make what is left, into the log; give what `run.completed` says beside the usage."""

    @abstractmethod
    def _usage(self) -> dict[str, Any]:
        """What it took, as the terminal event tells it."""

    @abstractmethod
    async def _record(self, ending: Ending) -> None:
        """Store the end wherever people look for it. It may be called again by another host."""

    def cancel(self) -> None:
        """End the run as cancelled at the next token or step; what was made stays."""
        self._cancelled.set()

    async def work(self) -> None:
        """Work to the end: from the beginning, or whatever the log says is left to do."""
        try:
            stored = [] if self._fresh else await self._storage.hosts.events(self.run.id, 0)
            past = self._recall(stored)
            writer = self._log.open(
                self.run.tenant_id,
                self.run.id,
                past.last_seq,
                past.snapshot,
                ended=past.end is not None,
            )
        finally:
            self.opened.set()
        try:
            if past.end is None:
                await self._write(writer, resumed=past.last_seq > 0)
            else:
                await self._finish(writer, past.last_seq, past.end)
        except LeaseLostError:
            log.warning("lease lost", run=self.run.id)
            writer.drop()
        except BaseException:
            writer.drop()
            raise

    async def _write(self, writer: RunWriter, *, resumed: bool) -> None:
        if resumed:
            writer.emit("run.resumed", {"reason": "the process that was at work on this ended"})
        else:
            started = {"run_id": self.run.id, "model": self.run.model} | self._facts()
            writer.emit("run.started", started, patient=self._is_quick)
        try:
            kind, data = await self._make_or_cancel(writer)
        except ModelError as error:
            log.info("run failed", run=self.run.id, code=error.code)
            kind, data = "run.failed", _failure(error.code, str(error))
        except UnavailableError:
            raise  # whoever starts it again finds what is stored by now
        except StorageError as error:
            kind, data = "run.failed", _failure("storage_error", str(error))
        except Exception as error:  # the root of a run: it must end, or it is begun for ever
            log.error("run broke", run=self.run.id, error=repr(error), exc_info=error)
            kind, data = "run.failed", _failure("internal_error", BROKE)
        end = Event(kind, data | {"usage": self._usage()})
        await writer.seal(end.kind, end.data)
        await self._finish(writer, writer.committed_seq, end)

    async def _make_or_cancel(self, writer: RunWriter) -> tuple[str, dict[str, Any]]:
        making = asyncio.create_task(self._make(writer))
        cancelled = asyncio.create_task(self._cancelled.wait())
        try:
            await asyncio.wait({making, cancelled}, return_when=asyncio.FIRST_COMPLETED)
            if not making.done():
                return "run.cancelled", {"finish_reason": "cancelled"}
            return "run.completed", await making
        finally:
            for task in (making, cancelled):
                task.cancel()
            # Generators below are closed, and with them the engine's work, before we go on.
            await asyncio.gather(making, cancelled, return_exceptions=True)

    async def _finish(self, writer: RunWriter, last_seq: int, end: Event) -> None:
        """Store the end, then let followers see it.

        Every write may be repeated: a host that dies in between does all of it again. The run
        goes last, for from then on nobody owes it an end; it may be deleted meanwhile.
        """
        ending = Ending.of(end)
        await self._record(ending)
        try:
            await self._storage.hosts.finish(
                self.run.id, ending.status, last_seq, ending.reason, ending.usage, ending.error
            )
        except NotFoundError:  # nobody is left to tell
            log.info("run deleted", run=self.run.id)
        writer.publish_end()


def _failure(code: str, detail: str) -> dict[str, Any]:
    return {"error": {"code": code, "detail": detail}}
