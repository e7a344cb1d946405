"""A local model: vLLM replicas behind Ray Serve, spoken to directly once Serve has placed us.

Every answer runs under a lease, a new one or one that an earlier answer left (`leases.py`).
An answer goes on exactly after any death. Its token ids are kept, and a replica continues
from prompt ids + kept ids through `/v1/completions`; re-tokenised text would not be safe.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import Any

import aiohttp
import orjson

from serve.chat import TOOL_FIELDS, ChatRequest, Delta, Kept, Message, Notice, TokenUsage
from serve.credits import CreditClient
from serve.errors import ModelError, ModelUnavailableError, StreamBrokenError
from serve.estimates import estimate_tokens
from serve.model_entry import ModelEntry
from serve.openai_model import chat_body, read_deltas
from serve.places import Address, Done, Handle, Places, Wanted

COALESCE_S = 0.03
"""How much of the answer may wait in the engine to travel together, once it streams."""
BUSY_ANSWERS, BUSY_COALESCE_S = 8, 0.06
"""From so many answers at once on, so much: each chunk costs time that the engine could use."""
MAX_INTERVAL_TOKENS = 16
CALL_TIMEOUT = aiohttp.ClientTimeout(total=10)


class ReplicaChatModel:
    """One catalogue entry served by our own replicas."""

    def __init__(
        self,
        entry: ModelEntry,
        session: aiohttp.ClientSession,
        handle: Callable[[], Handle],
        credits: CreditClient | None = None,
    ) -> None:
        self._entry = entry
        self._session = session
        self._places = Places(entry, handle, credits)
        self._tokens_per_s = 0.0
        self._answers = 0

    def stream(self, request: ChatRequest) -> AsyncGenerator[Delta | Notice]:
        """Answer, or go on with `request.kept`. Waits for a replica as long as the deadline."""
        most = request.sampling.max_tokens or self._entry.max_output_tokens
        wanted = Wanted(
            request_id=request.request_id,
            tenant=request.tenant,
            work={"prompt_tokens": _prompt_tokens(request), "output_tokens": most},
            priority=request.priority,
            deadline_s=request.deadline_s,
        )
        return self._places.use(wanted, partial(self._converse, request))

    async def count_tokens(self, messages: Sequence[Message]) -> int:
        """Exact, by the replica's own tokenizer and template; an upper guess when none is up."""
        address = await self._places.any_address()
        if address is None:
            return estimate_tokens(messages)
        body = {"model": self._entry.id, "messages": list(messages), "add_generation_prompt": True}
        try:
            return int((await self._call(address, "/tokenize", body))["count"])
        except ModelError:
            self._places.address = None
            return estimate_tokens(messages)

    async def close(self) -> None:
        """Give the leases back. The session is its owner's."""
        await self._places.close()

    async def _converse(
        self, request: ChatRequest, address: Address, deadline: float, done: Done
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
                    done |= {"prompt_tokens": _prompt_tokens(request), "output_tokens": tokens}
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

    async def _unsent_text(self, address: Address, kept: Kept) -> str:
        """What the kept tokens say beyond the kept text: an engine may hold text back a little."""
        body = {"model": self._entry.id, "tokens": _said(kept, address)}
        text = str((await self._call(address, "/detokenize", body))["prompt"]).rstrip("\ufffd")
        return text[len(kept.text) :] if text.startswith(kept.text) else ""

    def _already_ended(self, request: ChatRequest, kept: Kept, address: Address) -> Delta | None:
        usage = TokenUsage(len(kept.prompt_token_ids), len(kept.token_ids))
        ends = kept.token_ids[-1] in address["end_token_ids"]
        if ends and not self._entry.request_defaults.get("ignore_eos"):
            return Delta(finish_reason="stop", usage=usage)
        limit = request.sampling.max_tokens
        if limit is not None and len(kept.token_ids) >= limit:
            return Delta(finish_reason="length", usage=usage)
        return None

    async def _call(
        self, address: Address, path: str, body: Mapping[str, Any]
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


def _prompt_tokens(request: ChatRequest) -> int:
    """What the engine has to read, about."""
    kept = request.kept
    if kept is not None and kept.token_ids:
        return len(kept.prompt_token_ids) + len(kept.token_ids)
    return estimate_tokens(request.messages)


def _headers(address: Address) -> dict[str, str]:
    return {"Authorization": f"Bearer {address['api_key']}"}


def _said(kept: Kept, address: Address) -> list[int]:
    """The kept tokens that show in the text. An end may stand among them where ends are ignored."""
    silent = {*address["special_token_ids"]}
    return [token for token in kept.token_ids if token not in silent]


def _continuation(request: ChatRequest, kept: Kept, model: str) -> dict[str, Any]:
    """The chat body as a text completion that begins with every token known so far."""
    body = chat_body(replace(request, kept=None), model)
    for chat_only in ("messages", *TOOL_FIELDS):
        body.pop(chat_only, None)
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
