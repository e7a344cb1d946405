"""One answer's life: prompt → model → events → stored message.

The session is a function of what is stored: started on a fresh run it answers, started on a
half-written one it goes on, started on a finished log it only tidies up. So a restart of the
host needs no second code path.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from typing import Any, cast

import structlog

from actors.context import PATH_LIMIT, Prompt, fit, summary_request
from actors.run_log import History, RunLog, RunWriter
from serve.catalog import Catalog
from serve.chat import ChatRequest, Delta, Kept, Message, Notice, Sampling, TokenUsage
from serve.errors import ContextTooLongError, ModelError
from serve.model_entry import ModelEntry
from serve.router import ModelRouter
from storage.documents import AnswerUsage, Failure, Run, RunStatus
from storage.errors import LeaseLostError, NotFoundError, StorageError, UnavailableError
from storage.storage import Storage, TenantStorage

log = structlog.get_logger()

SUMMARY_TOKENS = 160
DEFAULT_DEADLINE_S = 600.0
BROKE = "Something in Atelier broke while this was answered; its log says what. Try again."


@dataclass(slots=True)
class Meter:
    """Counts one answer's tokens and time."""

    started: float = field(default_factory=time.monotonic)
    first_token_s: float | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0

    def saw(self, delta: Delta) -> None:
        if self.first_token_s is None and delta.tokens:
            self.first_token_s = time.monotonic() - self.started
        self.completion_tokens += delta.tokens

    def settle(self, usage: TokenUsage) -> None:
        """Take the engine's own counts, which are exact."""
        self.prompt_tokens = usage.prompt_tokens
        self.completion_tokens = usage.completion_tokens

    def usage(self, entry: ModelEntry | None) -> dict[str, Any]:
        duration_s = time.monotonic() - self.started
        price = entry.price if entry else None
        cost = (
            (
                self.prompt_tokens * price.input_usd_per_mtok
                + self.completion_tokens * price.output_usd_per_mtok
            )
            / 1e6
            if price
            else 0.0
        )
        writing_s = duration_s - (self.first_token_s or 0.0)
        return {
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": self.completion_tokens,
            "cost_usd": round(cost, 8),
            "first_token_ms": None
            if self.first_token_s is None
            else round(1e3 * self.first_token_s),
            "duration_ms": round(1e3 * duration_s),
            "tokens_per_s": round(self.completion_tokens / writing_s, 1) if writing_s > 0 else None,
        }


class AgentSession:
    """Runs one run. `cancel` ends it as cancelled; cancelling its task leaves it to go on.
    `opened` is set once its log is open, or cannot be."""

    def __init__(
        self, run: Run, storage: Storage, run_log: RunLog, models: ModelRouter, catalog: Catalog
    ) -> None:
        self.run = run
        self._storage = storage
        self._tenant: TenantStorage = storage.tenant(run.tenant_id)
        self._log = run_log
        self._models = models
        self._catalog = catalog
        self._meter = Meter()
        self._entry: ModelEntry | None = None
        self._path: Sequence[Message] | None = None
        self.opened = asyncio.Event()
        self._cancelled = asyncio.Event()
        if run.cancel_requested:
            self._cancelled.set()

    def cancel(self) -> None:
        """End the answer as cancelled at the next token; what was written stays."""
        self._cancelled.set()

    async def work(self, path: Sequence[Message] | None) -> None:
        """Answer to the end: `path`, where nothing was stored of the answer before, so that
        nothing need be read; else whatever the log says is left to do."""
        history = History()
        try:
            if path is None:
                history = History.of(await self._storage.hosts.events(self.run.id, 0))
            self._path = path
            writer = self._log.open(self.run.tenant_id, self.run.id, history)
        finally:
            self.opened.set()
        try:
            await self._write(writer, history)
        except LeaseLostError:
            log.warning("lease lost", run=self.run.id)
            writer.drop()
        except BaseException:
            writer.drop()
            raise

    async def _write(self, writer: RunWriter, history: History) -> None:
        if history.end is not None:
            end = history.end
            self._take_over(history)
            await self._finish(writer, history.last_seq, end.kind, dict(end.data))
            return
        self._begin(writer, history)
        try:
            kind, data = await self._answer(writer, history)
        except ModelError as error:
            log.info("answer failed", run=self.run.id, code=error.code)
            kind, data = "run.failed", {"error": {"code": error.code, "detail": str(error)}}
        except UnavailableError:
            raise  # whoever starts it again finds what is stored by now
        except StorageError as error:
            kind, data = "run.failed", {"error": {"code": "storage_error", "detail": str(error)}}
        except Exception as error:  # the root of an answer: it must end, or it is begun for ever
            log.error("answer broke", run=self.run.id, error=repr(error), exc_info=error)
            kind, data = "run.failed", {"error": {"code": "internal_error", "detail": BROKE}}
        data["usage"] = self._meter.usage(self._entry)
        await writer.seal(kind, data)
        await self._finish(writer, writer.committed_seq, kind, data)

    def _begin(self, writer: RunWriter, history: History) -> None:
        run = self.run
        if history.last_seq == 0:
            started = {"run_id": run.id, "message_id": run.message_id}
            started |= {"conversation_id": run.conversation_id, "model": run.model}
            writer.emit("run.started", started, patient=True)  # with the first piece, if quick
        else:
            self._take_over(history)
            writer.emit("run.resumed", {"reason": "the process that wrote this answer ended"})

    def _take_over(self, history: History) -> None:
        self._meter.completion_tokens = history.tokens
        self._meter.prompt_tokens = len(history.prompt_token_ids)

    async def _answer(self, writer: RunWriter, history: History) -> tuple[str, dict[str, Any]]:
        """Stream the answer into the log; give the terminal event without its usage."""
        self._entry = self._catalog.get(self.run.model)
        reading = asyncio.create_task(self._stream(writer, history))
        cancelled = asyncio.create_task(self._cancelled.wait())
        try:
            await asyncio.wait({reading, cancelled}, return_when=asyncio.FIRST_COMPLETED)
            if not reading.done():
                return "run.cancelled", {"finish_reason": "cancelled"}
            return "run.completed", {"finish_reason": await reading}
        finally:
            for task in (reading, cancelled):
                task.cancel()
            # The generator below is closed, and with it the engine's work, before we go on.
            await asyncio.gather(reading, cancelled, return_exceptions=True)

    async def _stream(self, writer: RunWriter, history: History) -> str:
        request = await self._request(writer, history)
        finish_reason = "stop"
        prompt_ids: tuple[int, ...] = ()
        async with aclosing(self._models.stream(request)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Notice):
                    self._note(writer, piece)
                    continue
                self._meter.saw(piece)
                # An engine names the prompt's tokens before the first one of the answer; to go
                # on exactly, both are needed, so they are stored together.
                prompt_ids = piece.prompt_token_ids or prompt_ids
                if piece.token_ids:
                    writer.delta(piece.text, piece.tokens, piece.token_ids, prompt_ids)
                    prompt_ids = ()
                elif piece.text:
                    writer.delta(piece.text, piece.tokens)
                if piece.usage is not None:
                    self._meter.settle(piece.usage)
                finish_reason = piece.finish_reason or finish_reason
        return finish_reason

    def _note(self, writer: RunWriter, notice: Notice) -> None:
        if notice.kind == "message.restarted":
            self._meter.completion_tokens = 0
        elif notice.kind == "model.fallback":
            self._entry = self._catalog.get(notice.data["to"])
        writer.emit(notice.kind, dict(notice.data))

    async def _request(self, writer: RunWriter, history: History) -> ChatRequest:
        entry, settings = self._entry, self.run.request
        assert entry is not None  # _answer looked it up
        wanted = settings.get("max_tokens") or entry.max_output_tokens
        reserved = min(wanted, max(1, entry.context_tokens // 2))
        messages: tuple[Message, ...] = ()
        if not history.prompt_token_ids or entry.fallbacks:  # another model needs the words
            prompt = await self._prompt(settings, entry.context_tokens - reserved)
            messages = prompt.messages
            if prompt.dropped and history.last_seq == 0:
                writer.emit("context.trimmed", _trimmed(prompt))
        kept = None
        if history.text or history.token_ids:
            kept = Kept("".join(history.text), history.token_ids, history.prompt_token_ids)
        return ChatRequest(
            request_id=self.run.id,
            model=self.run.model,
            messages=messages,
            sampling=Sampling(
                temperature=settings.get("temperature"),
                top_p=settings.get("top_p"),
                max_tokens=reserved,
                seed=settings.get("seed"),
            ),
            kept=kept,
            deadline_s=DEFAULT_DEADLINE_S,
        )

    async def _prompt(self, settings: Mapping[str, Any], budget_tokens: int) -> Prompt:
        history, self._path = self._path or await self._read_path(), None
        context = settings.get("context") or {}
        system = settings.get("system_prompt") or ""
        strategy = context.get("strategy", "tokens")
        newest = context.get("keep_messages", 40) if strategy == "newest" else None
        count = self._models.model(self.run.model).count_tokens
        prompt = await fit(system, history, budget_tokens, count, newest)
        if strategy == "summary" and prompt.dropped:
            with suppress(ContextTooLongError):  # then there is room for what fits, but for no more
                prompt = await self._summarised(system, history, budget_tokens, newest)
        return prompt

    async def _summarised(
        self, system: str, history: Sequence[Message], budget_tokens: int, newest: int | None
    ) -> Prompt:
        count = self._models.model(self.run.model).count_tokens
        prompt = await fit(system, history, budget_tokens - SUMMARY_TOKENS, count, newest)
        summary = await self._summarise(history[: prompt.dropped], budget_tokens)
        return await fit(system, history, budget_tokens, count, prompt.kept, summary)

    async def _read_path(self) -> list[Message]:
        path = await self._tenant.messages.path(
            self.run.conversation_id, self.run.request["parent_id"], PATH_LIMIT
        )
        return [{"role": each.role, "content": each.content} for each in path if each.content]

    async def _summarise(self, older: Sequence[Message], budget_tokens: int) -> str:
        request = ChatRequest(
            request_id=f"{self.run.id}-summary",
            model=self.run.model,
            messages=summary_request(older, max_bytes=budget_tokens - SUMMARY_TOKENS),
            sampling=Sampling(temperature=0.0, max_tokens=SUMMARY_TOKENS),
        )
        text = ""
        async with aclosing(self._models.stream(request)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Delta):
                    text += piece.text
        return text.strip()

    async def _finish(
        self, writer: RunWriter, last_seq: int, kind: str, data: dict[str, Any]
    ) -> None:
        """Write the end into message, conversation and run, then let followers see it.

        Every write may be repeated: a host that dies in between does all of it again. The
        message goes first, for whoever has the next turn reads it; the run goes last, for from
        then on nobody owes it an end. One that is deleted meanwhile may lack either.
        """
        run, reason = self.run, data.get("finish_reason", "error")
        usage = AnswerUsage.model_validate(data["usage"])
        error = Failure.model_validate(data["error"]) if "error" in data else None
        status = cast(RunStatus, kind.removeprefix("run."))
        text, state = "".join(writer.text), "complete" if status == "completed" else status
        with suppress(NotFoundError):
            await self._tenant.messages.finish(run.message_id, text, state, reason, usage, error)
        await self._tenant.conversations.end_turn(
            run.conversation_id,
            run.id,
            usage.prompt_tokens,
            usage.completion_tokens,
            usage.cost_usd,
        )
        try:
            await self._storage.hosts.finish(run.id, status, last_seq, reason, usage, error)
        except NotFoundError:  # nobody is left to tell
            log.info("run deleted", run=run.id)
        writer.publish_end()


def _trimmed(prompt: Prompt) -> dict[str, Any]:
    return {
        "dropped_messages": prompt.dropped,
        "kept_messages": prompt.kept,
        "summarised": prompt.summarised,
        "prompt_tokens": prompt.prompt_tokens,
    }
