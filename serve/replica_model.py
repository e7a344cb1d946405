"""A local model: vLLM replicas behind Ray Serve, spoken to directly once Serve has placed us.

Every answer runs under a lease, a new one or one that an earlier answer left (`leases.py`).
An answer goes on exactly after any death. Its token ids are kept, and a replica continues
from prompt ids + kept ids through `/v1/completions`; re-tokenised text would not be safe.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import aiohttp
import orjson
from ray.exceptions import RayError
from ray.serve.exceptions import RayServeException

from serve.chat import ChatRequest, Delta, Kept, Message, Notice, TokenUsage
from serve.errors import (
    BadRequestError,
    DeadlineError,
    ModelError,
    ModelUnavailableError,
    StreamBrokenError,
)
from serve.estimates import estimate_tokens
from serve.leases import Grant, LeasePool
from serve.model_entry import ModelEntry
from serve.openai_model import chat_body, read_deltas

PATIENCE_S = 0.4
"""A lease that takes longer is worth telling the reader about."""
DETOUR_PATIENCE_S = 120.0
"""One that takes longer still is given up, where another model may answer instead."""
ADDRESS_PATIENCE_S = 1.0
COALESCE_S = 0.03
"""How much of the answer may wait in the engine to travel together, once it streams."""
BUSY_ANSWERS, BUSY_COALESCE_S = 8, 0.06
"""From so many answers at once on, so much: each chunk costs time that the engine could use."""
MAX_INTERVAL_TOKENS = 16
CALL_TIMEOUT = aiohttp.ClientTimeout(total=10)

Handle = Any
"""A Ray Serve DeploymentHandle of `engine.VllmEngine`."""


class ReplicaChatModel:
    """One catalogue entry served by our own replicas."""

    def __init__(
        self, entry: ModelEntry, session: aiohttp.ClientSession, handle: Callable[[], Handle]
    ) -> None:
        self._entry = entry
        self._session = session
        self._make_handle = handle
        self._lease_call: Handle | None = None
        self._leases = LeasePool(self._ask_for_lease)
        self._address: Mapping[str, Any] | None = None
        self._tokens_per_s = 0.0
        self._answers = 0

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Delta | Notice]:
        """Answer, or go on with `request.kept`. Waits for a replica as long as the deadline."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + request.deadline_s
        claim = self._leases.claim(request.request_id, request.deadline_s)
        sound = True
        try:
            await asyncio.wait({claim}, timeout=PATIENCE_S)
            if not claim.done():
                yield Notice("run.waiting", LOADING if self._address is None else QUEUED)
                patience_s = DETOUR_PATIENCE_S if self._entry.fallbacks else request.deadline_s
                await asyncio.wait({claim}, timeout=min(patience_s, deadline - loop.time()))
            if not claim.done():
                raise ModelUnavailableError(f"{self._entry.name} did not start in time")
            address = self._address = claim.result().address
            pieces = self._converse(request, address, deadline)
            async with aclosing(pieces):
                async for piece in pieces:
                    yield piece
        except ModelError as error:
            if not (sound := isinstance(error, BadRequestError | DeadlineError)):
                self._address = None
            raise
        finally:
            self._leases.release(claim, sound=sound)

    async def count_tokens(self, messages: Sequence[Message]) -> int:
        """Exact, by the replica's own tokenizer and template; an upper guess when none is up."""
        address = self._address or await self._ask_for_address()
        if address is None:
            return estimate_tokens(messages)
        body = {"model": self._entry.id, "messages": list(messages), "add_generation_prompt": True}
        try:
            return int((await self._call(address, "/tokenize", body))["count"])
        except ModelError:
            self._address = None
            return estimate_tokens(messages)

    async def close(self) -> None:
        """Give the leases back. The session is its owner's."""
        await self._leases.close()

    async def _converse(
        self, request: ChatRequest, address: Mapping[str, Any], deadline: float
    ) -> AsyncGenerator[Delta | Notice]:
        kept = request.kept if request.kept and request.kept.token_ids else None
        if kept is None and request.kept and request.kept.text:
            yield Notice("message.restarted", {"reason": "the kept text has no token ids"})
        extras = {
            "return_token_ids": True,
            "stream_interval": self._interval(),
            "priority": request.priority,
        }
        if kept is None:
            path, body = "/v1/chat/completions", chat_body(request, self._entry.id)
        else:
            yield Delta(text=await self._unsent_text(address, kept))
            if (end := self._already_ended(request, kept, address)) is not None:
                yield end
                return
            path, body = "/v1/completions", _continuation(request, kept, self._entry.id)
        deltas = read_deltas(
            self._session,
            address["url"] + path,
            dict(self._entry.request_defaults) | body | extras,
            _headers(address),
            deadline=deadline,
            stall_s=request.stall_s,
            provider=self._entry.name,
        )
        started, tokens = asyncio.get_running_loop().time(), 0
        self._answers += 1
        try:
            async with aclosing(deltas):
                async for delta in deltas:
                    tokens += delta.tokens
                    if delta.finish_reason:
                        self._learn(tokens, asyncio.get_running_loop().time() - started)
                    yield _counted(delta, kept)
        finally:
            self._answers -= 1

    def _interval(self) -> int:
        """Tokens a chunk. The first token always comes at once."""
        coalesce_s = COALESCE_S if self._answers < BUSY_ANSWERS else BUSY_COALESCE_S
        return min(MAX_INTERVAL_TOKENS, max(1, round(self._tokens_per_s * coalesce_s)))

    def _learn(self, tokens: int, seconds: float) -> None:
        if tokens > 8:
            self._tokens_per_s += 0.3 * (tokens / seconds - self._tokens_per_s)

    async def _unsent_text(self, address: Mapping[str, Any], kept: Kept) -> str:
        """What the kept tokens say beyond the kept text: an engine may hold text back a little."""
        body = {"model": self._entry.id, "tokens": [*_without_end(kept, address)]}
        text = str((await self._call(address, "/detokenize", body))["prompt"]).rstrip("\ufffd")
        return text[len(kept.text) :] if text.startswith(kept.text) else ""

    def _already_ended(
        self, request: ChatRequest, kept: Kept, address: Mapping[str, Any]
    ) -> Delta | None:
        usage = TokenUsage(len(kept.prompt_token_ids), len(kept.token_ids))
        if kept.token_ids[-1] in address["end_token_ids"]:
            return Delta(finish_reason="stop", usage=usage)
        limit = request.sampling.max_tokens
        if limit is not None and len(kept.token_ids) >= limit:
            return Delta(finish_reason="length", usage=usage)
        return None

    async def _call(
        self, address: Mapping[str, Any], path: str, body: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        try:
            async with self._session.post(
                address["url"] + path,
                data=orjson.dumps(body),
                headers={"Content-Type": "application/json", **_headers(address)},
                timeout=CALL_TIMEOUT,
            ) as response:
                if response.status != 200:
                    raise ModelUnavailableError(f"{path} answers {response.status}")
                answer: Mapping[str, Any] = orjson.loads(await response.read())
                return answer
        except (aiohttp.ClientError, TimeoutError) as error:
            raise StreamBrokenError(f"{self._entry.name} does not answer: {error}") from error

    async def _ask_for_address(self) -> Mapping[str, Any] | None:
        """Of any replica, without a lease; None while none is up."""
        try:
            handle = self._make_handle().options(method_name="address", _by_reference=False)
            async with asyncio.timeout(ADDRESS_PATIENCE_S):
                self._address = await handle.remote()
        except (RayServeException, RayError, TimeoutError):
            return None
        return self._address

    def _ask_for_lease(self, request_id: str, max_s: float) -> Grant:
        """Raises ModelUnavailableError while Serve does not know the model."""
        if self._lease_call is None:
            try:
                # Not by reference is over gRPC: half the CPU of a Ray generator, and
                # the place comes free with our connection, should this process be killed.
                self._lease_call = self._make_handle().options(
                    stream=True, method_name="lease", _by_reference=False
                )
            except RayServeException as error:
                raise ModelUnavailableError(f"{self._entry.name} is not deployed yet") from error
        grant: Grant = self._lease_call.remote(request_id, max_s)
        return grant


LOADING = {
    "reason": "model_loading",
    "detail": "The model is starting; the answer begins by itself.",
}
QUEUED = {
    "reason": "queued",
    "detail": "All places at the model are taken; the answer begins by itself.",
}


def _headers(address: Mapping[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {address['api_key']}"}


def _without_end(kept: Kept, address: Mapping[str, Any]) -> tuple[int, ...]:
    ends = kept.token_ids[-1] in address["end_token_ids"]
    return kept.token_ids[:-1] if ends else kept.token_ids


def _continuation(request: ChatRequest, kept: Kept, model: str) -> dict[str, Any]:
    """The chat body as a text completion that begins with every token known so far."""
    body = chat_body(replace(request, kept=None), model)
    del body["messages"]
    body["prompt"] = [*kept.prompt_token_ids, *kept.token_ids]
    if (limit := request.sampling.max_tokens) is not None:
        body["max_tokens"] = limit - len(kept.token_ids)
    return body


def _counted(delta: Delta, kept: Kept | None) -> Delta:
    """A continuation's usage counts kept tokens as prompt; put them back where they belong."""
    if kept is None:
        return delta
    usage = delta.usage and TokenUsage(
        len(kept.prompt_token_ids), len(kept.token_ids) + delta.usage.completion_tokens
    )
    return replace(delta, usage=usage, prompt_token_ids=())
