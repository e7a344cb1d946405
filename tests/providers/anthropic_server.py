"""A server of Anthropic's protocol: `/v1/messages` and `/v1/messages/count_tokens`.

Like the real one (API version 2026-10-21) it refuses sampling parameters, empty texts, space
at the end of a last answer and, unless `prefill` is set, a last answer at all.
"""

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.providers.behaviour import Behaviour
from tests.providers.openai_server import remaining_words
from tests.providers.server import ProviderServer, Stream

_TYPES = {
    400: "invalid_request_error",
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    529: "overloaded_error",
}


@dataclass
class AnthropicServer(ProviderServer):
    prefill: bool = False
    counts_tokens: bool = True

    def add_routes(self, app: web.Application) -> None:
        app.router.add_post("/v1/messages", self._message)
        app.router.add_post("/v1/messages/count_tokens", self._count_tokens)

    async def _message(self, request: web.Request) -> web.StreamResponse:
        problem = self._problem(await request.json())
        if problem:
            wrong = Behaviour(status=400, error_message=problem)
            return web.json_response(self.error_body(wrong), status=400)
        return await self.handle(request)

    async def _count_tokens(self, request: web.Request) -> web.Response:
        if not self.counts_tokens:
            return web.json_response(self.error_body(Behaviour(status=500)), status=500)
        return web.json_response({"input_tokens": _prompt_tokens(await request.json())})

    def _problem(self, body: dict[str, Any]) -> str | None:
        for name in ("temperature", "top_p", "top_k"):
            if name in body:
                return f"{name}: Extra inputs are not permitted"
        if not body["messages"]:
            return "messages: at least one message is required"
        for message in body["messages"]:
            for block in message["content"]:
                if isinstance(block, dict) and block.get("text", "x").strip() == "":
                    return "messages: text content blocks must contain non-whitespace text"
        last = body["messages"][-1]
        if last["role"] == "assistant":
            if not self.prefill:
                return "This model does not support assistant message prefill."
            text = (
                last["content"] if isinstance(last["content"], str) else last["content"][-1]["text"]
            )
            if text != text.rstrip():
                return "final assistant content cannot end with trailing whitespace"
        return None

    def error_body(self, behaviour: Behaviour) -> dict[str, Any]:
        kind = behaviour.error_type or _TYPES.get(
            behaviour.error_status or behaviour.status, "api_error"
        )
        return {"type": "error", "error": {"type": kind, "message": behaviour.error_message}}

    async def converse(self, stream: Stream, behaviour: Behaviour, body: dict[str, Any]) -> None:
        words = remaining_words(behaviour, body)
        usage = {"input_tokens": _prompt_tokens(body), "output_tokens": 1}
        message = {"id": "m-1", "type": "message", "role": "assistant", "content": []}
        message |= {"model": body["model"], "stop_reason": None, "usage": usage}
        await stream.write(_event("message_start", message=message))
        index = 0
        if behaviour.reasoning:
            block = {"type": "thinking", "thinking": "", "signature": ""}
            await stream.write(_event("content_block_start", index=index, content_block=block))
            for number in range(behaviour.reasoning):
                delta = {"type": "thinking_delta", "thinking": f"thought {number} "}
                await stream.write(_event("content_block_delta", index=index, delta=delta))
            await stream.write(_event("content_block_stop", index=index))
            index += 1
        block = {"type": "text", "text": ""}
        await stream.write(_event("content_block_start", index=index, content_block=block))
        error = f"event: error\ndata: {json.dumps(self.error_body(behaviour))}\n\n"
        for word in words:
            await stream.before_token(error)
            if behaviour.pings:
                await stream.write(_event("ping"))
            delta = {"type": "text_delta", "text": word}
            await stream.write(_event("content_block_delta", index=index, delta=delta))
        await stream.before_token(error)
        await stream.write(_event("content_block_stop", index=index))
        if behaviour.tool_call:
            for line in _call_events(index + 1, *behaviour.tool_call):
                await stream.write(line)
        reason = "tool_use" if behaviour.tool_call else _REASONS[behaviour.finish_reason]
        delta = {"stop_reason": reason, "stop_sequence": None}
        counted = {"output_tokens": len(words)}
        self.usages.append((_prompt_tokens(body), len(words)))
        await stream.write(_event("message_delta", delta=delta, usage=counted))
        if behaviour.cut_at_end:
            stream.cut()
        await stream.write(_event("message_stop"))


_REASONS = {"stop": "end_turn", "length": "max_tokens", "content_filter": "refusal"}


def _event(kind: str, **fields: Any) -> str:
    data = json.dumps({"type": kind, **fields}, ensure_ascii=False)
    return f"event: {kind}\ndata: {data}\n\n"


def _call_events(index: int, name: str, arguments: str) -> list[str]:
    half = len(arguments) // 2
    block = {"type": "tool_use", "id": "toolu_1", "name": name, "input": {}}
    events = [_event("content_block_start", index=index, content_block=block)]
    for piece in (arguments[:half], arguments[half:]):
        delta = {"type": "input_json_delta", "partial_json": piece}
        events.append(_event("content_block_delta", index=index, delta=delta))
    return [*events, _event("content_block_stop", index=index)]


def _prompt_tokens(body: dict[str, Any]) -> int:
    return len(f"{body.get('system', '')} {body['messages']}".split())
