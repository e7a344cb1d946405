"""A chat completion in OpenAI's shape, whole or in chunks, from the deltas of its answers. Pure."""

from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from typing import Any

import orjson

from gateway.problems import openai_error, problem_of
from serve.chat import Delta, ToolCalls
from serve.errors import ModelError

Piece = tuple[int, Delta]
"""Which of the `n` answers, and what came of it."""


async def chunks(
    head: dict[str, Any], first: Piece, rest: AsyncGenerator[Piece], n: int, with_usage: bool
) -> AsyncGenerator[bytes]:
    """A streamed answer. `first` and `rest` are its pieces; `rest` is closed with the stream."""
    head = {**head, "object": "chat.completion.chunk"}
    opening = {"role": "assistant", "content": ""}
    for index in range(n):
        choice = {"index": index, "delta": opening, "logprobs": None, "finish_reason": None}
        yield _data({**head, "choices": [choice]})
    usage = _Usage()
    try:
        index, delta = first
        yield _data({**head, "choices": [_choice(index, delta)]})
        usage.add(delta)
        async for index, delta in rest:
            usage.add(delta)
            if delta.text or delta.tool_calls or delta.logprobs or delta.finish_reason:
                yield _data({**head, "choices": [_choice(index, delta)]})
        if with_usage:
            yield _data({**head, "choices": [], "usage": usage.body()})
        yield b"data: [DONE]\n\n"
    except ModelError as error:
        yield _data({"error": openai_error(problem_of(error))})
    finally:
        await rest.aclose()


async def whole(
    head: dict[str, Any], first: Piece, rest: AsyncGenerator[Piece], n: int
) -> dict[str, Any]:
    """The answer in one piece. Raises ModelError."""
    answers = [_Whole() for _ in range(n)]
    usage = _Usage()
    with suppress(StopAsyncIteration):
        async with aclosing(rest):
            index, delta = first
            while True:
                answers[index].add(delta)
                usage.add(delta)
                index, delta = await anext(rest)
    choices = [answer.choice(index) for index, answer in enumerate(answers)]
    return {**head, "object": "chat.completion", "choices": choices, "usage": usage.body()}


def _choice(index: int, delta: Delta) -> dict[str, Any]:
    part: dict[str, Any] = {"content": delta.text} if delta.text else {}
    if delta.tool_calls:
        part["tool_calls"] = list(delta.tool_calls)
    return {
        "index": index,
        "delta": part,
        "logprobs": delta.logprobs,
        "finish_reason": delta.finish_reason,
    }


def _data(chunk: dict[str, Any]) -> bytes:
    return b"data: " + orjson.dumps(chunk) + b"\n\n"


class _Usage:
    """Sums over the `n` answers; their prompt counts once."""

    def __init__(self) -> None:
        self._prompt = self._completion = 0

    def add(self, delta: Delta) -> None:
        if delta.usage is not None:
            self._prompt = max(self._prompt, delta.usage.prompt_tokens)
            self._completion += delta.usage.completion_tokens

    def body(self) -> dict[str, int]:
        total = self._prompt + self._completion
        counts = {"prompt_tokens": self._prompt, "completion_tokens": self._completion}
        return {**counts, "total_tokens": total}


class _Whole:
    """One answer put together."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._calls = ToolCalls()
        self._logprobs: list[Any] = []
        self._finish_reason: str | None = None

    def add(self, delta: Delta) -> None:
        self._text.append(delta.text)
        self._logprobs += (delta.logprobs or {}).get("content") or []
        self._finish_reason = delta.finish_reason or self._finish_reason
        self._calls.add(delta.tool_calls)

    def choice(self, index: int) -> dict[str, Any]:
        text = "".join(self._text)
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if calls := self._calls.calls:
            message["tool_calls"] = calls
            message["content"] = text or None
        return {
            "index": index,
            "message": message,
            "logprobs": {"content": self._logprobs} if self._logprobs else None,
            "finish_reason": self._finish_reason,
        }
