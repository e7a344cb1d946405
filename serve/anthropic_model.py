"""Chat over Anthropic's Messages API, through the official SDK.

The SDK makes the request, reads the stream and names the errors; retries, bounds and the
translation from and to OpenAI's form are ours. Source: Anthropic's API reference, "Messages",
"Streaming messages" and "Errors" (https://platform.claude.com/docs/en/api).

API version 2026-10-21, which the SDK speaks, takes no temperature, top_p or seed: they are
left out. Models since Claude 4.6 refuse a prefilled answer: with them an answer begins again.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from typing import Any

import anthropic
import httpx2
import orjson

from serve.chat import ChatRequest, Delta, FinishReason, Message, Notice, TokenUsage
from serve.errors import (
    BadRequestError,
    DeadlineError,
    ModelError,
    ModelUnavailableError,
    StalledError,
    StreamBrokenError,
)
from serve.estimates import estimate_tokens, kept_tokens
from serve.openai_model import CONNECT_TIMEOUT_S, COUNT_TIMEOUT_S, RESTARTED
from serve.provider_errors import chunk_error, provider_error, retry_after_s

NAME = "Anthropic"


def connect(base_url: str, api_key: str) -> anthropic.AsyncAnthropic:
    """A client that leaves retries and time limits to us. One serves every model of a provider."""
    return anthropic.AsyncAnthropic(
        base_url=base_url,
        api_key=api_key,
        max_retries=0,
        timeout=httpx2.Timeout(None, connect=CONNECT_TIMEOUT_S),
    )


class AnthropicChatModel:
    """One model of Anthropic's. Closing it closes the client, which may be shared till then.

    `prefill`: the model goes on from a last assistant message. `thinking_tokens` are added to
    each request's limit, for hidden thinking counts towards it.
    """

    def __init__(
        self,
        client: anthropic.AsyncAnthropic,
        upstream_model: str,
        *,
        max_output_tokens: int,
        prefill: bool = False,
        thinking_tokens: int = 0,
        request_defaults: Mapping[str, Any] | None = None,
    ) -> None:
        self._client = client
        self._model = upstream_model
        self._max_output_tokens = max_output_tokens
        self._prefill = prefill
        self._thinking_tokens = thinking_tokens
        self._defaults = dict(request_defaults or {})

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Delta | Notice]:
        """Answer. Without `prefill`, an answer to go on with begins again, after a notice."""
        deadline = asyncio.get_running_loop().time() + request.deadline_s
        kept = request.kept.text if request.kept else ""
        prefix = kept.rstrip() if self._prefill else ""  # the API refuses space at its end
        reading = _Reading(
            owed=kept[len(prefix) :] if prefix else "",
            tokens_before=kept_tokens(request) if prefix else 0,
        )
        restarts = bool(kept and not prefix)
        events = await self._open(request, prefix, deadline)
        try:
            while (event := await _next(events, deadline, request.stall_s, reading)) is not None:
                delta = reading.delta(event)
                if delta is None:
                    continue
                if restarts:
                    restarts = False
                    yield Notice("message.restarted", {"reason": RESTARTED})
                yield delta
        finally:
            await events.close()
        if not reading.finished:
            raise StreamBrokenError(f"{NAME} ended the stream before the answer was finished")

    async def count_tokens(self, messages: Sequence[Message]) -> int:
        """What Anthropic counts; an upper guess when it cannot be asked."""
        system, turns = split_messages(messages)
        more: dict[str, Any] = {"system": system} if system else {}
        try:
            async with asyncio.timeout(COUNT_TIMEOUT_S):
                count = await self._client.messages.count_tokens(
                    model=self._model, messages=turns, **more
                )
        except (anthropic.AnthropicError, httpx2.HTTPError, TimeoutError):
            return estimate_tokens(messages)
        return count.input_tokens

    async def close(self) -> None:
        await self._client.close()

    async def _open(
        self, request: ChatRequest, prefix: str, deadline: float
    ) -> anthropic.AsyncStream[anthropic.types.RawMessageStreamEvent]:
        try:
            body = self._defaults | message_body(
                request,
                prefix=prefix,
                max_output_tokens=self._max_output_tokens,
                thinking_tokens=self._thinking_tokens,
            )
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise BadRequestError(f"a message or a tool has an unknown form: {error!r}") from error
        try:
            async with asyncio.timeout_at(deadline):
                return await self._client.messages.create(
                    model=self._model,
                    stream=True,
                    timeout=httpx2.Timeout(request.stall_s, connect=CONNECT_TIMEOUT_S),
                    **body,
                )
        except TimeoutError as error:
            raise DeadlineError(f"{NAME} did not answer in time") from error
        except (anthropic.AnthropicError, httpx2.HTTPError) as error:
            raise _translated(error, self._model, started=False) from error


def message_body(
    request: ChatRequest, *, prefix: str, max_output_tokens: int, thinking_tokens: int = 0
) -> dict[str, Any]:
    """The request's fields in Anthropic's form, but for the model. Of `Sampling.extra` only
    tools, tool choice and Anthropic's own fields have a meaning there.
    """
    sampling = request.sampling
    system, turns = split_messages(request.messages)
    limit = sampling.max_tokens or max_output_tokens
    if prefix:
        turns.append({"role": "assistant", "content": prefix})
        limit = max(1, limit - kept_tokens(request))
    body: dict[str, Any] = {
        "messages": turns,
        "max_tokens": min(limit + thinking_tokens, max_output_tokens),
    }
    if system:
        body["system"] = system
    if sampling.stop:
        body["stop_sequences"] = [stop for stop in sampling.stop if stop.strip()]
    extra = sampling.extra
    if extra.get("tools"):
        body["tools"] = [_tool(tool["function"]) for tool in extra["tools"]]
        choice = _tool_choice(extra.get("tool_choice"))
        if choice and extra.get("parallel_tool_calls") is False and choice["type"] != "none":
            choice["disable_parallel_tool_use"] = True
        if choice:
            body["tool_choice"] = choice
    body |= {name: extra[name] for name in _OWN_FIELDS if name in extra}
    return body


def split_messages(messages: Sequence[Message]) -> tuple[str, list[Any]]:
    """OpenAI's messages as Anthropic's: the system text, then the turns.

    Empty texts are dropped, for the API refuses them, and so is space at the end of a last
    answer.
    """
    system: list[str] = []
    turns: list[Any] = []
    for message in messages:
        role = message["role"]
        if role in ("system", "developer"):
            system.append("".join(b["text"] for b in _blocks(message.get("content"))))
        elif role == "tool":
            result = {"type": "tool_result", "tool_use_id": message["tool_call_id"]}
            turns.append(
                {"role": "user", "content": [result | {"content": _blocks(message["content"])}]}
            )
        else:
            blocks = _blocks(message.get("content"))
            blocks += [_tool_use(call) for call in message.get("tool_calls") or ()]
            if blocks:
                turns.append({"role": role, "content": blocks})
    if turns and turns[-1]["role"] == "assistant":
        last = turns[-1]["content"][-1]
        if last["type"] == "text":
            last["text"] = last["text"].rstrip()
    return "\n\n".join(filter(None, system)), turns


class _Reading:
    """Turns a stream's events into pieces. `owed` is white space that the reader has already:
    it stood at the end of the prefix, and the model may begin with it.
    """

    def __init__(self, owed: str = "", tokens_before: int = 0) -> None:
        self.finished = False
        self._owed = owed
        self._tokens_before = tokens_before
        self._prompt_tokens = 0
        self._tools = -1  # index of the tool call under way

    def delta(self, event: anthropic.types.RawMessageStreamEvent) -> Delta | None:
        match event.type:
            case "message_start":
                usage = event.message.usage
                cached = (usage.cache_read_input_tokens or 0) + (
                    usage.cache_creation_input_tokens or 0
                )
                self._prompt_tokens = usage.input_tokens + cached
            case "content_block_start" if event.content_block.type == "tool_use":
                self._tools += 1
                block = event.content_block
                call = {"name": block.name, "arguments": ""}
                return self._call({"id": block.id, "type": "function", "function": call})
            case "content_block_delta" if event.delta.type == "text_delta":
                if text := self._unowed(event.delta.text):
                    return Delta(text=text, tokens=max(1, len(text) // 6))
            case "content_block_delta" if event.delta.type == "input_json_delta":
                if event.delta.partial_json:
                    return self._call({"function": {"arguments": event.delta.partial_json}})
            case "message_delta" if event.delta.stop_reason and not self.finished:
                self.finished = True
                tokens = self._tokens_before + event.usage.output_tokens
                return Delta(
                    finish_reason=_REASONS.get(event.delta.stop_reason, "stop"),
                    usage=TokenUsage(self._prompt_tokens, tokens),
                )
        return None

    def _call(self, fields: Mapping[str, Any]) -> Delta:
        return Delta(tool_calls=({"index": self._tools, **fields},))

    def _unowed(self, text: str) -> str:
        while self._owed and text and text[0] == self._owed[0]:
            text, self._owed = text[1:], self._owed[1:]
        if text:
            self._owed = ""
        return text


async def _next(
    events: AsyncIterator[anthropic.types.RawMessageStreamEvent],
    deadline: float,
    stall_s: float,
    reading: _Reading,
) -> anthropic.types.RawMessageStreamEvent | None:
    """The next event, None at the end. The SDK's own read timeout, which pings reset, bounds
    each silence; after the stop reason nothing can go wrong any more.
    """
    if asyncio.get_running_loop().time() >= deadline and not reading.finished:
        raise DeadlineError(f"{NAME} did not finish in time")
    try:
        async with asyncio.timeout_at(deadline):
            return await anext(events)
    except StopAsyncIteration:
        return None
    except TimeoutError as error:
        if reading.finished:
            return None
        raise DeadlineError(f"{NAME} did not finish in time") from error
    except httpx2.ReadTimeout as error:
        if reading.finished:
            return None
        raise StalledError(f"{NAME} sent nothing for {stall_s:g} s") from error
    except (anthropic.AnthropicError, httpx2.HTTPError, ValueError, AttributeError) as error:
        if reading.finished:
            return None
        raise _translated(error, started=True) from error


def _translated(error: Exception, model: str = "", *, started: bool) -> ModelError:
    if isinstance(error, anthropic.APIStatusError):
        body = error.body if isinstance(error.body, Mapping) else {}
        if started:
            return chunk_error(body, NAME)
        kind = str(error.type or "")
        message = error.api_message or error.message
        wait_s = retry_after_s(error.response.headers, time.time())
        return provider_error(error.status_code, message, kind, NAME, model=model, wait_s=wait_s)
    if isinstance(error, anthropic.APITimeoutError) and not started:
        if isinstance(error.__cause__, httpx2.ConnectTimeout):
            return ModelUnavailableError(f"{NAME} cannot be reached: connecting took too long")
        return StalledError(f"{NAME} sent nothing before the stall timeout")
    reason = str(error.__cause__ or error) or type(error).__name__
    if started:
        return StreamBrokenError(f"the stream from {NAME} broke: {reason}")
    return ModelUnavailableError(f"{NAME} cannot be reached: {reason}")


def _blocks(content: Any) -> list[dict[str, Any]]:
    """OpenAI's content, a text or a list of parts, as Anthropic's blocks."""
    if isinstance(content, str):
        content = [{"type": "text", "text": content}]
    blocks: list[dict[str, Any]] = []
    for part in content or ():
        if part["type"] == "text" and part["text"].strip():
            blocks.append({"type": "text", "text": part["text"]})
        elif part["type"] == "image_url":
            blocks.append({"type": "image", "source": _image(part["image_url"]["url"])})
    return blocks


def _image(url: str) -> dict[str, str]:
    if not url.startswith("data:"):
        return {"type": "url", "url": url}
    head, _, data = url.removeprefix("data:").partition(",")
    return {"type": "base64", "media_type": head.split(";")[0], "data": data}


def _tool(function: Mapping[str, Any]) -> dict[str, Any]:
    schema = function.get("parameters") or {"type": "object", "properties": {}}
    tool = {"name": function["name"], "input_schema": schema}
    return tool | ({"description": function["description"]} if "description" in function else {})


def _tool_choice(choice: Any) -> dict[str, Any] | None:
    if isinstance(choice, Mapping):
        return {"type": "tool", "name": choice["function"]["name"]}
    kinds = {"auto": "auto", "none": "none", "required": "any"}
    return {"type": kinds[choice]} if choice in kinds else None


def _tool_use(call: Mapping[str, Any]) -> dict[str, Any]:
    function = call["function"]
    arguments = orjson.loads(function.get("arguments") or "{}")
    return {"type": "tool_use", "id": call["id"], "name": function["name"], "input": arguments}


_OWN_FIELDS = ("thinking", "output_config", "service_tier")
_REASONS: dict[str, FinishReason] = {
    "end_turn": "stop",
    "stop_sequence": "stop",
    "pause_turn": "stop",
    "max_tokens": "length",
    "model_context_window_exceeded": "length",
    "tool_use": "tool_calls",
    "refusal": "content_filter",
}
