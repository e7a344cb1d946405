"""OpenAI's protocol, so that its clients work unchanged: models and chat completions.

Shapes: https://platform.openai.com/docs/api-reference/chat. An answer here is made of the same
`Delta`s as a native one and goes on after the death of a replica, but it is not stored. What
is read stands in `openai_bodies.py`, what is written in `gateway/completions.py`.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from gateway.completions import Piece, chunks, whole
from gateway.json_body import JsonRoute
from gateway.leaving import unless_gone
from gateway.openai_bodies import (
    ChatCompletion,
    ChatCompletionRequest,
    ModelList,
    ModelObject,
)
from gateway.openapi import event_stream, openai_errors
from gateway.problems import Problem
from gateway.routes.models import ModelPath
from gateway.services import Services, Tenant, Use
from gateway.sse import stream
from serve.chat import ChatRequest, Delta, Notice
from serve.errors import StreamBrokenError
from storage.ids import new_id

router = APIRouter(prefix="/v1", tags=["openai"], route_class=JsonRoute)

BUFFERED_DELTAS = 256

_COMPLETION = event_stream("The whole answer, or with `stream` its chunks") | openai_errors(
    400, 404, 409, 413, 415, 429, 502, 503, 504
)
_COMPLETION[200]["model"] = ChatCompletion


@router.get("/models")
async def models(use: Use) -> ModelList:
    """The models that can be asked now."""
    usable = [i for i in use.watch.current["items"] if i["state"] not in ("absent", "pulling")]
    return ModelList(data=[ModelObject(id=item["id"]) for item in usable])


@router.get("/models/{model_id}", responses=openai_errors(400, 404))
async def model(model_id: ModelPath, use: Use) -> ModelObject:
    """One model."""
    return ModelObject(id=use.catalog.get(model_id).id)


@router.post("/chat/completions", responses=_COMPLETION, response_model=None)
async def chat_completions(
    body: ChatCompletionRequest, request: Request, use: Use, tenant: Tenant
) -> Response:
    """A chat completion, streamed or whole."""
    if use.watch.state(use.catalog.get(body.model, "chat").id) in ("absent", "pulling"):
        raise Problem(409, "model_absent", f"{body.model} is not downloaded yet.", "body.model")
    head = {"id": f"chatcmpl-{new_id()}", "created": int(time.time()), "model": body.model}
    pieces = _all(use, body.requests(tenant.tenant_id))
    try:
        # The first piece is waited for here, so that what is wrong is a status, not an event.
        first = await unless_gone(request, anext(pieces))
        if not body.stream:
            answer = whole(head, first, pieces, body.n)
            return JSONResponse(await unless_gone(request, answer))
    except BaseException:
        await pieces.aclose()
        raise
    with_usage = bool(body.stream_options and body.stream_options.include_usage)
    return stream(chunks(head, first, pieces, body.n, with_usage))


async def _all(use: Services, requests: Sequence[ChatRequest]) -> AsyncGenerator[Piece]:
    """Deltas of all answers as they come. Raises the first ModelError."""
    if len(requests) == 1:
        async with aclosing(_one(use, requests[0])) as deltas:
            async for delta in deltas:
                yield 0, delta
        return
    queue: asyncio.Queue[Piece | Exception | None] = asyncio.Queue(BUFFERED_DELTAS)

    async def copy(index: int, request: ChatRequest) -> None:
        try:
            async with aclosing(_one(use, request)) as deltas:
                async for delta in deltas:
                    await queue.put((index, delta))
            await queue.put(None)
        except Exception as error:  # the root of a task: the reader below raises it
            await queue.put(error)

    tasks = [asyncio.create_task(copy(*numbered)) for numbered in enumerate(requests)]
    try:
        running = len(tasks)
        while running:
            piece = await queue.get()
            if isinstance(piece, Exception):
                raise piece
            if piece is None:
                running -= 1
            else:
                yield piece
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _one(use: Services, request: ChatRequest) -> AsyncGenerator[Delta]:
    """The deltas of one answer. This protocol cannot take text back, so a restart is an error."""
    said = False
    async with aclosing(use.models.stream(request)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Notice):
                if piece.kind == "message.restarted" and said:
                    raise StreamBrokenError("The model died and cannot go on; ask again.")
                continue
            said = said or bool(piece.text or piece.tool_calls)
            if said or piece.finish_reason:
                yield piece
