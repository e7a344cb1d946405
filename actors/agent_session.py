"""One answer's life: prompt → model → events → stored message, and pictures where wanted."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import aclosing, suppress
from typing import Any

from actors.context import PATH_LIMIT, Prompt, fit, summary_request
from actors.meter import Meter
from actors.pictures import RunPictures
from actors.run_log import RunLog, RunWriter
from actors.session import Ending, Past, RunSession
from actors.snapshots import AnswerSnapshot, History
from actors.tools import DRAW_IMAGE, TOOLS_TOKENS, wish
from serve.catalog import Catalog
from serve.chat import ChatRequest, Delta, Kept, Message, Notice, Sampling, ToolCalls
from serve.errors import ContextTooLongError
from serve.image import own_settings
from serve.image_router import ImageRouter
from serve.model_entry import ModelEntry
from serve.router import ModelRouter
from storage.documents import ImageSettings, Run
from storage.errors import NotFoundError
from storage.events import EventChunk
from storage.storage import Storage

SUMMARY_TOKENS = 160
DEFAULT_DEADLINE_S = 600.0


class AgentSession(RunSession):
    """Writes one answer. `path` is the branch to answer, where nothing was stored of the answer
    before, so that nothing need be read.

    The run's request has `drawing` where the answer is pictures and no model need be asked, and
    `image_model` where the model that is asked may call for pictures. They end the answer.
    """

    _is_quick = True

    def __init__(
        self,
        run: Run,
        storage: Storage,
        run_log: RunLog,
        models: ModelRouter,
        painter: ImageRouter,
        catalog: Catalog,
        path: Sequence[Message] | None,
    ) -> None:
        super().__init__(run, storage, run_log, fresh=path is not None)
        assert run.conversation_id is not None
        assert run.message_id is not None
        self._conversation_id, self._message_id = run.conversation_id, run.message_id
        self._models = models
        self._painter = painter
        self._catalog = catalog
        self._path = path
        self._meter = Meter()
        self._entry: ModelEntry | None = None
        self._history = History()
        self._said = AnswerSnapshot()

    def _recall(self, chunks: Sequence[EventChunk]) -> Past:
        self._history = history = History.of(chunks)
        self._said = history.snapshot()
        self._meter.completion_tokens = history.tokens
        self._meter.prompt_tokens = len(history.prompt_token_ids)
        return Past(history.last_seq, history.end, self._said)

    def _facts(self) -> dict[str, Any]:
        return {"message_id": self._message_id, "conversation_id": self._conversation_id}

    async def _make(self, writer: RunWriter) -> dict[str, Any]:
        """Bring the answer into the log."""
        drawing = self._history.drawing or self.run.request.get("drawing")
        finish_reason = "stop"
        if drawing is None:
            self._entry = self._catalog.get(self.run.model)
            finish_reason, calls = await self._stream(writer)
            drawing = self._wish(calls)
        if drawing is not None:
            finish_reason = "stop"
            await self._draw(writer, drawing)
        return {"finish_reason": finish_reason}

    def _wish(self, calls: ToolCalls) -> dict[str, Any] | None:
        """What the model asks to be drawn, as `image.started` says it. Raises BadRequestError."""
        model, asked = self.run.request.get("image_model"), wish(calls)
        if model is None or asked is None:
            return None
        own = self._catalog.get(model, "image").drawing
        assert own is not None  # it draws
        settings = own_settings(own, asked.prompt, asked.count)
        return {"model": model, "settings": settings.model_dump()}

    async def _draw(self, writer: RunWriter, drawing: Mapping[str, Any]) -> None:
        if self._history.drawing is None:
            await writer.flush()  # then all that was said has been read
            writer.emit("image.started", dict(drawing))
            if any(self._said.text):
                writer.delta("\n\n", 0)
        pictures = RunPictures(
            self.run,
            drawing["model"],
            ImageSettings.model_validate(drawing["settings"]),
            self._history.pictures,
            tenant=self._tenant,
            painter=self._painter,
            in_text=True,
        )
        await pictures.draw(writer)

    def _usage(self) -> dict[str, Any]:
        return self._meter.usage(self._entry)

    async def _stream(self, writer: RunWriter) -> tuple[str, ToolCalls]:
        """The answer's text into the log; why it ended, and what the model calls then."""
        request = await self._request(writer)
        finish_reason, calls = "stop", ToolCalls()
        prompt_ids: tuple[int, ...] = ()
        async with aclosing(self._models.stream(request)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Notice):
                    if piece.kind == "message.restarted":
                        calls = ToolCalls()
                    self._note(writer, piece)
                    continue
                self._meter.saw(piece)
                calls.add(piece.tool_calls)
                # An engine names the prompt's tokens before the first one of the answer; to go
                # on exactly, both are needed, so they are stored together.
                prompt_ids = piece.prompt_token_ids or prompt_ids
                if piece.token_ids:
                    writer.delta(piece.text, piece.tokens, piece.token_ids, prompt_ids)
                    prompt_ids = ()
                elif piece.text:
                    writer.delta(piece.text, piece.tokens)
                self._hear(writer, piece.text)
                if piece.usage is not None:
                    self._meter.settle(piece.usage)
                finish_reason = piece.finish_reason or finish_reason
        return finish_reason, calls

    def _hear(self, writer: RunWriter, text: str) -> None:
        """Called after each piece of the answer is in the log, before anything else can be."""

    def _note(self, writer: RunWriter, notice: Notice) -> None:
        if notice.kind == "message.restarted":
            self._meter.completion_tokens = 0
        elif notice.kind == "model.fallback":
            self._entry = self._catalog.get(notice.data["to"])
        writer.emit(notice.kind, dict(notice.data))

    async def _request(self, writer: RunWriter) -> ChatRequest:
        entry, settings, history = self._entry, self.run.request, self._history
        assert entry is not None  # _make looked it up
        wanted = settings.get("max_tokens") or entry.max_output_tokens
        reserved = min(wanted, max(1, entry.context_tokens // 2))
        tools = {"tools": [DRAW_IMAGE]} if settings.get("image_model") else {}
        if tools and history.token_ids and not any(history.text):
            # A call that had begun: its tokens alone would be taken for text.
            writer.emit("message.restarted", {"reason": "the answer broke off inside a tool call"})
            self._history = history = History(history.last_seq)
            self._meter.completion_tokens = 0
        messages: tuple[Message, ...] = ()
        if not history.prompt_token_ids or entry.fallbacks:  # another model needs the words
            room = entry.context_tokens - reserved - (TOOLS_TOKENS if tools else 0)
            prompt = await self._prompt(settings, room)
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
                temperature=self._temperature(settings),
                top_p=settings.get("top_p"),
                max_tokens=min(reserved, self._max_tokens),
                seed=settings.get("seed"),
                extra=tools,
            ),
            kept=kept,
            deadline_s=DEFAULT_DEADLINE_S,
            tenant=self.run.tenant_id,
        )

    _max_tokens = sys.maxsize
    """Of the answer, whatever the model and the settings allow."""

    def _temperature(self, settings: Mapping[str, Any]) -> float | None:
        return settings.get("temperature")

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
            self._conversation_id, self.run.request["parent_id"], PATH_LIMIT
        )
        return [{"role": each.role, "content": each.content} for each in path if each.content]

    async def _summarise(self, older: Sequence[Message], budget_tokens: int) -> str:
        request = ChatRequest(
            request_id=f"{self.run.id}-summary",
            model=self.run.model,
            messages=summary_request(older, max_bytes=budget_tokens - SUMMARY_TOKENS),
            sampling=Sampling(temperature=0.0, max_tokens=SUMMARY_TOKENS),
            tenant=self.run.tenant_id,
        )
        text = ""
        async with aclosing(self._models.stream(request)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Delta):
                    text += piece.text
        return text.strip()

    def _content(self) -> str:
        """The answer as its message keeps it."""
        return "".join(self._said.text)

    async def _record(self, ending: Ending) -> None:
        """Into message and conversation; either may be deleted meanwhile. The message goes first,
        for whoever has the next turn reads it."""
        if "drawing" in self.run.request or "image_model" in self.run.request:
            await self._tenant.images.clear_unfinished(self.run.id)  # cut off in the middle
        status, usage = ending.status, ending.usage
        with suppress(NotFoundError):
            await self._tenant.messages.finish(
                self._message_id,
                self._content(),
                "complete" if status == "completed" else status,
                ending.reason,
                usage,
                ending.error,
                self._said.build.applied,
            )
        await self._tenant.conversations.end_turn(
            self._conversation_id,
            self.run.id,
            usage.prompt_tokens,
            usage.completion_tokens,
            usage.cost_usd,
        )


def _trimmed(prompt: Prompt) -> dict[str, Any]:
    return {
        "dropped_messages": prompt.dropped,
        "kept_messages": prompt.kept,
        "summarised": prompt.summarised,
        "prompt_tokens": prompt.prompt_tokens,
    }
