"""Request bodies, read strictly before a route sees them.

What is not JSON by RFC 8259 (NaN, lone surrogates, bytes that are no UTF-8) is refused here
with one clear answer, and so is nesting that no model of ours has and that would exhaust
whoever writes it out again.
"""

from collections.abc import Callable, Coroutine
from typing import Any

import orjson
from fastapi import Request, Response
from fastapi.routing import APIRoute

from gateway.problems import Problem

MAX_DEPTH = 100


class JsonRoute(APIRoute):
    """A route whose body, where it takes one, is `application/json` and nothing else."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()
        if self.body_field is None:
            return handle

        async def strict(request: Request) -> Response:
            data = await request.body()
            if data:
                _expect_json(request.headers.get("content-type", ""))
                request = _Parsed(request, data, parse(data))
            return await handle(request)

        return strict


class _Parsed(Request):
    """A request whose body was read and parsed already."""

    def __init__(self, request: Request, data: bytes, value: Any) -> None:
        super().__init__(request.scope, request.receive)
        self._body = data
        self._json = value


def parse(data: bytes) -> Any:
    """The value of a JSON text. Raises a 400 Problem that says where it goes wrong."""
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise Problem(400, "malformed_json", f"body: is no JSON: {error}", "body") from error
    if data.count(b"[") + data.count(b"{") > MAX_DEPTH and _is_deep(value):
        detail = f"body: is nested more than {MAX_DEPTH} levels deep"
        raise Problem(400, "malformed_json", detail, "body")
    return value


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        containers = [each for each in level if isinstance(each, dict | list)]
        if not containers:
            return False
        level = [
            child
            for each in containers
            for child in (each.values() if isinstance(each, dict) else each)
        ]
    return True


def _expect_json(content_type: str) -> None:
    kind = content_type.partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        detail = "The body must be JSON, sent with `Content-Type: application/json`."
        raise Problem(415, "unsupported_media_type", detail, "header.content-type")
