"""Chat over OpenAI's streaming protocol: the client of remote servers, and what vLLM shares.

`OpenAIChatModel` talks to any server with `/chat/completions`. Its parts are public, for the
client of our own vLLM replicas speaks the same protocol: `chat_body` writes a request,
`read_deltas` runs one streamed call, `parse_chunk` reads one chunk.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any, cast

import aiohttp
import orjson

from serve.chat import ChatRequest, Delta, FinishReason, Message, Notice, TokenUsage
from serve.errors import (
    DeadlineError,
    ModelError,
    ModelMissingError,
    ModelUnavailableError,
    StalledError,
    StreamBrokenError,
)
from serve.estimates import estimate_tokens, kept_tokens
from serve.provider_errors import chunk_error, status_error, unreachable
from serve.sse import EventTooLongError, SSEParser, SSEvent

CONNECT_TIMEOUT_S = 10.0
COUNT_TIMEOUT_S = 10.0
USAGE_PATIENCE_S = 5.0  # how long the usage may come after the finish reason
DRAIN_TIMEOUT_S = 0.05
MAX_ERROR_BYTES = 64 * 1024
RESTARTED = "the model cannot go on from the beginning of an answer"


@dataclass(frozen=True, slots=True)
class OpenAIEndpoint:
    """A server and how it differs. `name` is what people know it by; the rest is the catalogue's
    `remote` (see `catalog.Remote`) with the key itself in place of its variable's name.
    """

    base_url: str
    upstream_model: str = ""
    api_key: str | None = None
    name: str = "the provider"
    prefill: str | None = None
    max_tokens_field: str = "max_tokens"
    unsupported: frozenset[str] = frozenset()
    thinking_tokens: int = 0


class OpenAIChatModel:
    """A model behind `{base_url}/chat/completions`. The session belongs to the caller."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        endpoint: OpenAIEndpoint,
        request_defaults: Mapping[str, Any] | None = None,
    ) -> None:
        self._session = session
        self._endpoint = endpoint
        self._defaults = dict(request_defaults or {})
        self._upstream_model = endpoint.upstream_model

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Delta | Notice]:
        """Answer. Where the server takes no prefix, an answer to go on with begins again.

        The usage is of the whole answer; what a server does not tell is guessed.
        """
        deadline = asyncio.get_running_loop().time() + request.deadline_s
        model = self._upstream_model or await self._first_model(request)
        if not self._endpoint.upstream_model:
            self._upstream_model = ""  # ask again, should this request find the model gone
        has_text = bool(request.kept and request.kept.text)
        restarts = has_text and not self._endpoint.prefill
        before = kept_tokens(request) if has_text and not restarts else 0
        deltas = read_deltas(
            self._session,
            f"{self._endpoint.base_url}/chat/completions",
            self._defaults | self._body(request, model),
            {**self._headers(), "X-Request-Id": request.request_id},
            deadline=deadline,
            stall_s=request.stall_s,
            provider=self._endpoint.name,
        )
        tokens = 0
        async with aclosing(deltas):
            async for delta in deltas:
                self._upstream_model = model
                if restarts:
                    restarts = False
                    yield Notice("message.restarted", {"reason": RESTARTED})
                tokens += delta.tokens
                if delta.finish_reason:
                    told = delta.usage or TokenUsage(estimate_tokens(request.messages), tokens)
                    whole = replace(told, completion_tokens=told.completion_tokens + before)
                    delta = replace(delta, usage=whole)
                yield delta

    async def count_tokens(self, messages: Sequence[Message]) -> int:
        """An upper guess (`estimate_tokens`): the protocol has no call that counts."""
        return estimate_tokens(messages)

    async def close(self) -> None:
        """Nothing to do: the session is its owner's."""

    def _body(self, request: ChatRequest, model: str) -> dict[str, Any]:
        return chat_body(
            request,
            model,
            prefill=self._endpoint.prefill,
            max_tokens_field=self._endpoint.max_tokens_field,
            unsupported=self._endpoint.unsupported,
            thinking_tokens=self._endpoint.thinking_tokens,
        )

    def _headers(self) -> dict[str, str]:
        key = self._endpoint.api_key
        return {"Authorization": f"Bearer {key}"} if key else {}

    async def _first_model(self, request: ChatRequest) -> str:
        """The first model that the server lists, asked for once. For servers with one model."""
        endpoint = self._endpoint
        limit = aiohttp.ClientTimeout(total=min(request.stall_s, request.deadline_s))
        try:
            async with self._session.get(
                f"{endpoint.base_url}/models",
                headers=self._headers(),
                timeout=limit,
                allow_redirects=False,
            ) as response:
                body = await response.content.read(2**20)
                if response.status != 200:
                    raise status_error(response.status, body, response.headers, endpoint.name)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise unreachable(endpoint.name, endpoint.base_url, error) from error
        try:
            self._upstream_model = str(orjson.loads(body)["data"][0]["id"])
        except (ValueError, LookupError, TypeError) as error:
            detail = f"{endpoint.name} lists no model; load one there or name it in the catalogue"
            raise ModelMissingError(detail) from error
        return self._upstream_model


def chat_body(
    request: ChatRequest,
    upstream_model: str,
    *,
    prefill: str | None = None,
    max_tokens_field: str = "max_tokens",
    unsupported: frozenset[str] = frozenset(),
    thinking_tokens: int = 0,
) -> dict[str, Any]:
    """The body of a streamed chat completion.

    With `prefill`, the kept text stands as the beginning of the answer and is taken off the
    token limit. `Sampling.extra` may add fields but replaces none of ours.
    """
    sampling = request.sampling
    messages: list[Message] = list(request.messages)
    limit = sampling.max_tokens
    body: dict[str, Any] = dict(sampling.extra)
    body.pop("n", None)  # one request, one answer
    if prefill and request.kept and request.kept.text:
        messages.append({"role": "assistant", "content": request.kept.text})
        if limit is not None:
            limit = max(1, limit - kept_tokens(request))
        if prefill == "continue_final_message":
            body |= {"continue_final_message": True, "add_generation_prompt": False}
    body |= {
        "model": upstream_model,
        "messages": messages,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if limit is not None:
        body[max_tokens_field] = limit + thinking_tokens
    for name in ("temperature", "top_p", "seed"):
        if (value := getattr(sampling, name)) is not None:
            body[name] = value
    if sampling.stop:
        body["stop"] = list(sampling.stop)
    return {name: value for name, value in body.items() if name not in unsupported}


async def read_deltas(
    session: aiohttp.ClientSession,
    url: str,
    body: Mapping[str, Any],
    headers: Mapping[str, str],
    *,
    deadline: float,
    stall_s: float,
    provider: str,
) -> AsyncGenerator[Delta]:
    """Run one streamed completion (chat or text) and give its pieces as they come.

    The last piece has the finish reason, and the usage if the server told it. `deadline` is a
    time of the running loop; `stall_s` bounds each silence. Closing the generator closes the
    connection, which cancels the work behind it. Raises `ModelError`s.
    """
    call = _Call(deadline, stall_s, provider)
    response = await call.post(session, url, body, headers)
    parser, ending, open_ended = SSEParser(), _Ending(), True
    try:
        while open_ended:
            try:
                events, open_ended = await call.events(response, parser, ending.waits)
            except (StreamBrokenError, DeadlineError):
                if ending.waits:
                    break  # the whole text is there; only the usage is missing
                raise
            for event in events:
                if event.data == b"[DONE]":
                    open_ended = False
                    break
                delta = parse_chunk(event.data, provider)
                if delta and (delta := ending.keep(delta)):
                    yield delta
        yield ending.last(provider)
    finally:
        try:
            if ending.waits:
                await _drain(response)
        finally:
            response.close()


def parse_chunk(data: bytes, provider: str = "the model") -> Delta | None:
    """One chunk of a chat or text completion; None when it says nothing to us.

    Knows vLLM's `prompt_token_ids` and `token_ids`. Hidden reasoning is left out. `tokens` is
    exact with token ids, else a guess by length. Raises for an error object.
    """
    try:
        chunk = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise StreamBrokenError(f"{provider} sent a chunk that is no JSON") from error
    if not isinstance(chunk, dict):
        raise StreamBrokenError(f"{provider} sent a chunk that is no object")
    if chunk.get("error") or chunk.get("object") == "error":
        raise chunk_error(chunk, provider)
    try:
        return _delta(chunk)
    except (TypeError, LookupError, AttributeError) as error:
        raise StreamBrokenError(f"{provider} sent a chunk of an unknown form") from error


class _Ending:
    """Holds finish reason and usage back, which come in chunks of their own, for the last piece."""

    def __init__(self) -> None:
        self.finish_reason: FinishReason | None = None
        self.usage: TokenUsage | None = None

    @property
    def waits(self) -> bool:
        """The answer is whole; at most its usage is still to come."""
        return self.finish_reason is not None

    def keep(self, delta: Delta) -> Delta | None:
        """The piece without its ending; None when nothing else is in it."""
        self.finish_reason = delta.finish_reason or self.finish_reason
        self.usage = delta.usage or self.usage
        has_more = delta.text or delta.token_ids or delta.prompt_token_ids
        if not (has_more or delta.tool_calls or delta.logprobs):
            return None
        if delta.finish_reason is None and delta.usage is None:
            return delta
        return replace(delta, finish_reason=None, usage=None)

    def last(self, provider: str) -> Delta:
        if self.finish_reason is None:
            raise StreamBrokenError(f"{provider} ended the stream before the answer was finished")
        return Delta(finish_reason=self.finish_reason, usage=self.usage)


@dataclass(frozen=True, slots=True)
class _Call:
    """The bounds of one streamed call, put on each of its steps."""

    deadline: float
    stall_s: float
    provider: str

    async def post(
        self,
        session: aiohttp.ClientSession,
        url: str,
        body: Mapping[str, Any],
        headers: Mapping[str, str],
    ) -> aiohttp.ClientResponse:
        """The open stream. Raises what the status or the connection says."""
        response: aiohttp.ClientResponse | None = None
        try:
            async with asyncio.timeout(self._patience(self.stall_s)):
                response = await session.post(
                    url,
                    data=orjson.dumps(body, default=_plain),
                    headers={"Content-Type": "application/json", **headers},
                    timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_TIMEOUT_S),
                    allow_redirects=False,
                )
                if response.status == 200 and response.content_type == "text/event-stream":
                    stream, response = response, None
                    return stream
                raise await self._refusal(response, str(body.get("model", "")))
        except (aiohttp.ClientError, ConnectionError) as error:
            raise unreachable(self.provider, url, error) from error
        except TimeoutError as error:
            raise self._too_late() from error
        finally:
            if response is not None:
                response.close()

    async def events(
        self, response: aiohttp.ClientResponse, parser: SSEParser, only_usage: bool
    ) -> tuple[list[SSEvent], bool]:
        """The next events, and whether more may come."""
        patience = self._patience(
            min(self.stall_s, USAGE_PATIENCE_S) if only_usage else self.stall_s
        )
        if patience <= 0:
            raise self._too_late()
        try:
            async with asyncio.timeout(patience):
                chunk = await response.content.readany()
            return (parser.feed(chunk), True) if chunk else (parser.finish(), False)
        except TimeoutError as error:
            raise self._too_late() from error
        except (aiohttp.ClientError, OSError) as error:
            raise StreamBrokenError(f"the connection to {self.provider} broke: {error}") from error
        except EventTooLongError as error:
            raise StreamBrokenError(f"{self.provider}: {error}") from error

    def _patience(self, seconds: float) -> float:
        return min(seconds, self.deadline - asyncio.get_running_loop().time())

    def _too_late(self) -> ModelError:
        if self._patience(1.0) <= 0:
            return DeadlineError(f"{self.provider} did not finish in time")
        return StalledError(f"{self.provider} sent nothing for {self.stall_s:g} s")

    async def _refusal(self, response: aiohttp.ClientResponse, model: str) -> ModelError:
        if response.status == 200:
            kind = response.content_type
            return ModelUnavailableError(f"{self.provider} answered {kind} instead of a stream")
        answer = await response.content.read(MAX_ERROR_BYTES)
        return status_error(response.status, answer, response.headers, self.provider, model)


async def _drain(response: aiohttp.ClientResponse) -> None:
    """Read the end that follows the last event, so that the connection can serve again."""
    with contextlib.suppress(TimeoutError, aiohttp.ClientError, OSError):
        async with asyncio.timeout(DRAIN_TIMEOUT_S):
            while not response.content.at_eof():
                await response.content.readany()


def _delta(chunk: Mapping[str, Any]) -> Delta | None:
    counts = chunk.get("usage")
    usage = None
    if counts:
        usage = TokenUsage(counts["prompt_tokens"] or 0, counts.get("completion_tokens") or 0)
    choices = chunk.get("choices")
    if not choices:
        return Delta(usage=usage) if usage else None
    choice = choices[0]
    part = choice.get("delta") or choice
    text = _text(part.get("content") or choice.get("text") or "")
    token_ids = tuple(choice.get("token_ids") or ())
    prompt_ids = chunk.get("prompt_token_ids") or choice.get("prompt_token_ids") or ()
    reason = choice.get("finish_reason")
    return Delta(
        text=text,
        tokens=len(token_ids) or (max(1, len(text) // 6) if text else 0),
        token_ids=token_ids,
        prompt_token_ids=tuple(prompt_ids),
        finish_reason=_finish_reason(reason) if reason else None,
        usage=usage,
        logprobs=choice.get("logprobs"),
        tool_calls=part.get("tool_calls") or (),
    )


def _text(content: str | Sequence[Mapping[str, Any]]) -> str:
    """The words: as they are, or of the text among parts, as some reasoning models send them."""
    if isinstance(content, str):
        return content
    return "".join(str(part["text"]) for part in content if part["type"] == "text")


def _finish_reason(reason: str) -> FinishReason:
    if reason in ("abort", "error"):
        raise StreamBrokenError(f"the engine gave the answer up ({reason})")
    if reason == "function_call":
        return "tool_calls"
    return cast(FinishReason, reason) if reason in _REASONS else "stop"


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return list(value)
    raise TypeError(f"{type(value).__name__} cannot stand in a request")


_REASONS = ("stop", "length", "tool_calls", "content_filter")
