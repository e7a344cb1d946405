"""A server of OpenAI's protocol: `/v1/chat/completions`, `/v1/completions` and `/v1/models`.

It goes on from a last assistant message when `continue_final_message` is set, as vLLM does,
gives vLLM's token ids when `return_token_ids` is, and counts at vLLM's `/tokenize`.
"""

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.providers.behaviour import Behaviour
from tests.providers.server import ProviderServer, Stream


@dataclass
class OpenAIServer(ProviderServer):
    path_prefix = "/v1"

    def add_routes(self, app: web.Application) -> None:
        app.router.add_post("/v1/chat/completions", self.handle)
        app.router.add_post("/v1/completions", self.handle)
        app.router.add_get("/v1/models", self._list)
        app.router.add_post("/tokenize", self._tokenize)

    async def _tokenize(self, request: web.Request) -> web.Response:
        """vLLM's own; a token a word."""
        return web.json_response({"count": prompt_tokens(await request.json())})

    async def _list(self, _request: web.Request) -> web.Response:
        rows = [{"id": model, "object": "model"} for model in self.models]
        return web.json_response({"object": "list", "data": rows})

    def error_body(self, behaviour: Behaviour) -> dict[str, Any]:
        return {
            "error": {
                "message": behaviour.error_message,
                "type": behaviour.error_type or "server_error",
                "param": None,
                "code": behaviour.error_code or behaviour.error_status,
            }
        }

    async def converse(self, stream: Stream, behaviour: Behaviour, body: dict[str, Any]) -> None:
        words = remaining_words(behaviour, body)
        chat = "messages" in body
        chunks = _Chunks(body, chat)
        if chat:
            await stream.write(chunks.line(delta={"role": "assistant", "content": ""}, first=True))
        for number in range(behaviour.reasoning):
            await stream.write(chunks.line(delta={"reasoning_content": f"thought {number} "}))
        error = f"data: {json.dumps(self.error_body(behaviour))}\n\n"
        for number, word in enumerate(words):
            await stream.before_token(error)
            if behaviour.pings:
                await stream.write(": ping\n\n")
            ids = [1000 + number] if body.get("return_token_ids") else None
            await stream.write(chunks.line(text=word, token_ids=ids))
        await stream.before_token(error)
        if behaviour.tool_call:
            for delta in _call_deltas(*behaviour.tool_call):
                await stream.write(chunks.line(delta=delta))
        reason = "tool_calls" if behaviour.tool_call else behaviour.finish_reason
        await stream.write(chunks.line(finish_reason=reason))
        if behaviour.cut_at_end:
            stream.cut()
        self.usages.append((prompt_tokens(body), len(words)))
        if behaviour.usage and (body.get("stream_options") or {}).get("include_usage"):
            usage = {"prompt_tokens": prompt_tokens(body), "completion_tokens": len(words)}
            await stream.write(chunks.line(usage=usage))
        await stream.write("data: [DONE]\n\n")


class _Chunks:
    def __init__(self, body: dict[str, Any], chat: bool) -> None:
        self._body, self._chat = body, chat

    def line(
        self,
        text: str | None = None,
        delta: dict[str, Any] | None = None,
        token_ids: list[int] | None = None,
        finish_reason: str | None = None,
        usage: dict[str, int] | None = None,
        first: bool = False,
    ) -> str:
        kind = "chat.completion.chunk" if self._chat else "text_completion"
        chunk: dict[str, Any] = {"id": "c-1", "object": kind, "model": self._body["model"]}
        choice: dict[str, Any] = {"index": 0, "finish_reason": finish_reason}
        if self._chat:
            choice["delta"] = delta if delta is not None else {"content": text} if text else {}
        else:
            choice["text"] = text or ""
        if token_ids is not None:
            choice["token_ids"] = token_ids
        if first and self._body.get("return_token_ids"):
            chunk["prompt_token_ids"] = list(range(prompt_tokens(self._body)))
        if self._body.get("logprobs") and text:
            choice["logprobs"] = {"content": [{"token": text, "logprob": -0.5}]}
        chunk["choices"] = [] if usage else [choice]
        chunk["usage"] = usage
        return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n"


def remaining_words(behaviour: Behaviour, body: dict[str, Any]) -> list[str]:
    """The answer's tokens that a last assistant message does not have yet."""
    words = behaviour.words()
    messages = body.get("messages") or []
    if not messages or messages[-1]["role"] != "assistant":
        return words
    content = messages[-1]["content"]
    given = content if isinstance(content, str) else "".join(b["text"] for b in content)
    assert "".join(words).startswith(given), "asked to go on with another answer"
    rest = "".join(words)[len(given) :]
    while words and "".join(words) != rest and len("".join(words)) > len(rest):
        words.pop(0)
    head = rest[: len(rest) - len("".join(words))]
    return [head, *words] if head else words


def prompt_tokens(body: dict[str, Any]) -> int:
    if "messages" in body:
        return sum(len(str(m.get("content")).split()) for m in body["messages"])
    return len(body["prompt"])


def _call_deltas(name: str, arguments: str) -> list[dict[str, Any]]:
    half = len(arguments) // 2
    opening = {"id": "call_1", "type": "function", "function": {"name": name, "arguments": ""}}
    parts = [{"function": {"arguments": piece}} for piece in (arguments[:half], arguments[half:])]
    return [{"tool_calls": [{"index": 0, **part}]} for part in (opening, *parts)]
