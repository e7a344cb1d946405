"""Finds the model for a request and sees the answer through: retries, going on, fallbacks.

Pure of network: models, clock and chance are passed in. Before the first piece a failed try
leaves no trace, so it is repeated after a pause. After it, the same model goes on from what was
received. When a model is given up, the next of its fallbacks begins.

Pauses grow exponentially with jitter, so that many waiters do not come back at once
(https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from random import Random
from typing import Protocol

from serve.catalog import Catalog
from serve.chat import TOOL_FIELDS, ChatModel, ChatRequest, Delta, Kept, Message, Notice
from serve.errors import (
    AuthenticationError,
    BadRequestError,
    ContextTooLongError,
    DeadlineError,
    ModelError,
    ModelUnavailableError,
    RateLimitedError,
    StreamBrokenError,
)
from serve.model_entry import ModelEntry


class Clock(Protocol):
    """Time in seconds from an arbitrary start, and waiting for it."""

    def now(self) -> float: ...

    async def sleep(self, seconds: float) -> None: ...


class MonotonicClock:
    def now(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Bounds of trying again. `max_tries` are in a row without a piece, `max_resumes` in all.

    A model asks us to wait longer than `max_wait_s`: it is given up; than `max_detour_s`: it is
    given up if another can take over.
    """

    max_tries: int = 4
    max_resumes: int = 8
    base_s: float = 0.5
    cap_s: float = 15.0
    max_wait_s: float = 60.0
    max_detour_s: float = 5.0

    def pause_s(self, tries: int, error: ModelError, rng: Random) -> float:
        """How long to wait after that many tries; never less than the provider asks."""
        backoff = min(self.cap_s, self.base_s * 2.0 ** (tries - 1)) * rng.uniform(0.5, 1.0)
        asked = error.retry_after_s if isinstance(error, RateLimitedError) else None
        return backoff if asked is None else max(backoff, asked * rng.uniform(1.0, 1.1))


class ModelRouter:
    """A `ChatModel` for every model of the catalogue. `build` makes each at its first use."""

    def __init__(
        self,
        catalog: Catalog,
        build: Callable[[ModelEntry], ChatModel],
        *,
        clock: Clock | None = None,
        rng: Random | None = None,
        policy: Callable[[ModelEntry], RetryPolicy] = lambda entry: RetryPolicy(),
    ) -> None:
        self._catalog = catalog
        self._build = build
        self._clock = clock or MonotonicClock()
        self._rng = rng or Random()  # noqa: S311 - jitter, no secret
        self._policy = policy
        self._models: dict[str, ChatModel] = {}

    def model(self, model_id: str) -> ChatModel:
        """One entry's own model, without retries. Raises `UnknownModelError`."""
        entry = self._catalog.get(model_id)
        if model_id not in self._models:
            self._models[model_id] = self._build(entry)
        return self._models[model_id]

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Delta | Notice]:
        """Answer with the request's model or, when it is given up, with its fallbacks.

        Raises `UnknownModelError`, `BadRequestError` and `DeadlineError` as they are; a
        `ModelUnavailableError` that names every model tried when none is left.
        """
        chain = self._chain(self._catalog.get(request.model))
        deadline = self._clock.now() + request.deadline_s
        answer = _Answer(request)
        failures: list[tuple[str, ModelError]] = []
        for place, entry in enumerate(chain):
            if failures:
                tried, error = failures[-1]
                answer.begin_again(f"{entry.id} answers instead of {tried}")
                data = {"from": tried, "to": entry.id, "reason": str(error)}
                yield Notice("model.fallback", data)
            last = place == len(chain) - 1
            wanted = request if place == 0 else _for_stand_in(request, entry)
            pieces = self._answer_with(entry, wanted, answer, deadline, last=last)
            try:
                async with aclosing(pieces):
                    async for piece in pieces:
                        yield piece
            except BadRequestError as error:
                if not failures:
                    raise  # the request is wrong; for a stand-in it may just not fit
                failures.append((entry.id, error))
            except (ModelUnavailableError, AuthenticationError) as error:
                failures.append((entry.id, error))
            else:
                return
        raise _given_up(failures)

    async def count_tokens(self, messages: Sequence[Message]) -> int:
        """By the default model; `model(id).count_tokens` counts for another."""
        return await self.model(self._catalog.default.id).count_tokens(messages)

    async def close(self) -> None:
        models, self._models = list(self._models.values()), {}
        for model in models:
            await model.close()

    def _chain(self, entry: ModelEntry) -> list[ModelEntry]:
        """The entry and its fallbacks, theirs too, breadth first, each once."""
        chain = [entry]
        for link in chain:
            for model_id in link.fallbacks:
                if all(model_id != known.id for known in chain):
                    chain.append(self._catalog.get(model_id))
        return chain

    async def _answer_with(
        self,
        entry: ModelEntry,
        request: ChatRequest,
        answer: "_Answer",
        deadline: float,
        *,
        last: bool,
    ) -> AsyncGenerator[Delta | Notice]:
        """Try one model until it finishes or has to be given up (the error says why)."""
        policy = self._policy(entry)
        tries = resumes = 0
        while True:
            had, refused = answer.pieces, False
            error: ModelUnavailableError | None = None
            pieces = self._one_try(entry, request, answer, deadline)
            try:
                async with aclosing(pieces):
                    async for piece in pieces:
                        yield piece
            except BadRequestError as bad:
                if isinstance(bad, ContextTooLongError) or answer.kept() is None:
                    raise
                error, refused = StreamBrokenError(f"{entry.name} takes no prefix: {bad}"), True
                answer.begin_again(str(error))
            except ModelUnavailableError as broken:
                error = broken
            if error is None or answer.finished:
                return
            moved = answer.pieces > had
            tries = 1 if moved else tries + 1
            resumes += moved
            if moved:
                answer.go_on(str(error))
            at_once = refused or (moved and not isinstance(error, RateLimitedError))
            pause_s = 0.0 if at_once else policy.pause_s(tries, error, self._rng)
            self._check(policy, error, tries, resumes, pause_s, deadline, last=last)
            if pause_s:
                data = {"reason": "retrying", "detail": str(error), "retry_in_s": round(pause_s, 2)}
                yield Notice("run.waiting", data)
                await self._clock.sleep(pause_s)

    def _check(
        self,
        policy: RetryPolicy,
        error: ModelError,
        tries: int,
        resumes: int,
        pause_s: float,
        deadline: float,
        *,
        last: bool,
    ) -> None:
        """Raise the error when trying again is useless or out of bounds."""
        if tries >= policy.max_tries or resumes > policy.max_resumes:
            raise error
        if not error.transient:
            raise error
        if pause_s > (policy.max_wait_s if last else policy.max_detour_s):
            raise error
        if self._clock.now() + pause_s >= deadline:
            raise error

    async def _one_try(
        self, entry: ModelEntry, request: ChatRequest, answer: "_Answer", deadline: float
    ) -> AsyncGenerator[Delta | Notice]:
        remaining = deadline - self._clock.now()
        if remaining <= 0:
            raise DeadlineError(f"{entry.name} did not answer in {request.deadline_s:g} s")
        attempt = replace(request, model=entry.id, kept=answer.kept(), deadline_s=remaining)
        pieces = self.model(entry.id).stream(attempt)
        async with aclosing(pieces):
            async for piece in pieces:
                for out in answer.take(piece):
                    yield out
        if not answer.finished:
            raise StreamBrokenError(f"{entry.name} ended before the answer was finished")


class _Answer:
    """What was received of one answer, over all tries and models."""

    def __init__(self, request: ChatRequest) -> None:
        kept = request.kept
        self.pieces = 0
        self.finished = False
        self._text = [kept.text] if kept else []
        self._token_ids = list(kept.token_ids) if kept else []
        self._prompt_token_ids = kept.prompt_token_ids if kept else ()
        self._has_all_ids = bool(kept and kept.token_ids) or not (kept and kept.text)
        self._may_call = "tools" in request.sampling.extra
        self._has_calls = False
        self._restart = ""  # why the text is void, until the reader was told
        self._resumed = ""  # why the answer goes on, until the reader was told

    def kept(self) -> Kept | None:
        """The beginning to go on from; None where there is none, or none that can be used."""
        text = "".join(self._text)
        ids = tuple(self._token_ids) if self._has_all_ids else ()
        return Kept(text, ids, self._prompt_token_ids if ids else ()) if text or ids else None

    def begin_again(self, reason: str) -> None:
        """Whatever the reader has is void, once the first new piece comes."""
        if self._has_calls or any(self._text) or self._token_ids:
            self._restart = reason
        self._clear()

    def go_on(self, reason: str) -> None:
        """The try broke off. Go on with the same answer, or begin again where that cannot be."""
        if self._has_calls or (self._may_call and not any(self._text)):
            self.begin_again("the answer broke off inside a tool call")
        elif self.kept() is not None:
            self._resumed = reason

    def take(self, piece: Delta | Notice) -> list[Delta | Notice]:
        """Note a piece; what to tell the reader for it."""
        if isinstance(piece, Notice):
            if piece.kind == "message.restarted":
                self._restart = ""
                self._clear()
            return [piece]
        out: list[Delta | Notice] = []
        says_something = bool(piece.text or piece.token_ids or piece.tool_calls)
        if says_something or piece.finish_reason:
            if self._restart:
                out.append(Notice("message.restarted", {"reason": self._restart}))
            elif self._resumed:
                out.append(Notice("run.resumed", {"reason": self._resumed}))
            self._restart = self._resumed = ""
        self.pieces += says_something
        self._note(piece)
        return [*out, piece]

    def _note(self, piece: Delta) -> None:
        self._text.append(piece.text)
        self._token_ids += piece.token_ids
        self._has_all_ids &= bool(piece.token_ids) or not piece.text
        self._prompt_token_ids = piece.prompt_token_ids or self._prompt_token_ids
        self._has_calls |= bool(piece.tool_calls)
        self.finished |= piece.finish_reason is not None

    def _clear(self) -> None:
        self._text, self._token_ids, self._prompt_token_ids = [], [], ()
        self._has_all_ids, self._has_calls = True, False
        self._resumed = ""


def _for_stand_in(request: ChatRequest, entry: ModelEntry) -> ChatRequest:
    """What a fallback is asked: without tools where it has none."""
    if "tools" in entry.capabilities:
        return request
    extra = {k: v for k, v in request.sampling.extra.items() if k not in TOOL_FIELDS}
    return replace(request, sampling=replace(request.sampling, extra=extra))


def _given_up(failures: Sequence[tuple[str, ModelError]]) -> ModelError:
    """One error that names every model tried and why. Of one kind when all were of it."""
    reasons = "; ".join(f"{model_id}: {error}" for model_id, error in failures)
    errors = [error for _, error in failures]
    if len(errors) == 1:
        return type(errors[0])(reasons, *errors[0].args[1:])
    message = f"No model could answer. {reasons}"
    if all(isinstance(error, AuthenticationError) for error in errors):
        return AuthenticationError(message)
    waits = [error.retry_after_s for error in errors if isinstance(error, RateLimitedError)]
    if len(waits) == len(errors):
        return RateLimitedError(message, min((w for w in waits if w is not None), default=None))
    return ModelUnavailableError(message)
