"""Errors as answers: one table from what was raised to a status, a code and a sentence.

Native routes answer `application/problem+json` (RFC 9457); paths under `/v1` answer in
OpenAI's shape, so that its clients raise the exceptions they know.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import Match
from starlette.types import Scope

from actors.errors import HostUnreachableError
from actors.sandboxes.errors import (
    FilesRefusedError,
    PortClosedError,
    SandboxError,
    SandboxesFullError,
    SandboxGoneError,
    SandboxUnavailableError,
)
from serve.errors import (
    AuthenticationError,
    BadRequestError,
    DeadlineError,
    ModelError,
    ModelUnavailableError,
    RateLimitedError,
    UnknownModelError,
    WrongModelError,
)
from storage.errors import (
    BadCursorError,
    ConflictError,
    GitMissingError,
    NotFoundError,
    TooLargeError,
    UnavailableError,
)

log = structlog.get_logger()


@dataclass(slots=True)
class Problem(Exception):
    """An answer that a route chose: status, stable code, a sentence, and the field at fault."""

    status: int
    code: str
    detail: str
    field: str | None = None
    errors: Sequence[dict[str, str]] = ()
    retry_after_s: float | None = None
    headers: Mapping[str, str] | None = None


_TITLES = {
    400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    408: "Request Timeout", 409: "Conflict", 410: "Gone", 413: "Content Too Large",
    415: "Unsupported Media Type", 421: "Misdirected Request", 422: "Unprocessable Content",
    429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout",
}  # fmt: skip

_STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (UnknownModelError, 404),
    (WrongModelError, 422),
    (BadRequestError, 422),
    (RateLimitedError, 429),
    (AuthenticationError, 502),
    (DeadlineError, 504),
    (ModelUnavailableError, 503),
)

_SANDBOXES: Mapping[type[Exception], tuple[int, str]] = {
    SandboxUnavailableError: (503, "sandbox_unavailable"),
    SandboxesFullError: (429, "sandboxes_full"),
    SandboxGoneError: (410, "sandbox_gone"),
    FilesRefusedError: (422, "sandbox_files"),
    PortClosedError: (502, "port_closed"),
}


def install(app: FastAPI) -> None:
    """Make every error of the app a problem. What nothing here knows, the edge answers."""
    for kind in (
        Problem,
        HTTPException,
        RequestValidationError,
        NotFoundError,
        ConflictError,
        BadCursorError,
        GitMissingError,
        TooLargeError,
        UnavailableError,
        HostUnreachableError,
        SandboxError,
        ModelError,
    ):
        app.add_exception_handler(kind, _handle)


async def _handle(request: Request, error: Exception) -> Response:
    problem = problem_of(error)
    if problem.status >= 500:
        log.error("request failed", path=request.url.path, error=repr(error), exc_info=error)
    if problem.status == 405:
        problem.headers = {"Allow": ", ".join(_methods(request.app, request.scope))}
    return answer(problem, request.url.path, request.scope.get("state", {}).get("request_id"))


def answer(problem: Problem, path: str, request_id: str | None) -> JSONResponse:
    """The response for a problem, in the shape that clients of this path understand."""
    headers = dict(problem.headers or {})
    if problem.retry_after_s is not None:
        headers["Retry-After"] = str(max(1, round(problem.retry_after_s)))
    if path == "/v1" or path.startswith("/v1/"):
        return JSONResponse({"error": openai_error(problem)}, _openai_status(problem), headers)
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": _TITLES.get(problem.status, "Error"),
        "status": problem.status,
        "code": problem.code,
        "detail": problem.detail,
        "field": problem.field,
        "request_id": request_id,
    }
    if problem.errors:
        body["errors"] = list(problem.errors)
    return JSONResponse(body, problem.status, headers, media_type="application/problem+json")


def openai_error(problem: Problem) -> dict[str, Any]:
    """What OpenAI's clients find under `error`."""
    kind = "server_error" if problem.status >= 500 else "invalid_request_error"
    if problem.status == 429:
        kind = "rate_limit_error"
    error = {"message": problem.detail, "type": kind}
    return {**error, "param": _param(problem.field), "code": problem.code}


def _openai_status(problem: Problem) -> int:
    """OpenAI answers 400 for every request that is wrong; its clients know no other."""
    return 400 if problem.status == 422 else problem.status


def problem_of(error: Exception) -> Problem:
    """The one place that decides what an error looks like from outside."""
    match error:
        case Problem():
            return error
        case RequestValidationError():
            return _invalid(error)
        case NotFoundError():
            detail = f"There is no {error.kind} {error.id}; it may have been deleted."
            return Problem(404, f"{error.kind}_not_found", detail)
        case BadCursorError():
            return Problem(422, "bad_cursor", str(error), "query.cursor")
        case ConflictError():
            return Problem(409, "conflict", str(error))
        case TooLargeError():
            return Problem(413, "too_large", str(error), "body")
        case GitMissingError():
            return Problem(503, "git_missing", f"{error} Install it (`apt install git`).")
        case UnavailableError() | HostUnreachableError():
            detail = "A part of Atelier is restarting. Nothing is lost; try again in a moment."
            return Problem(503, "restarting", detail, retry_after_s=1)
        case SandboxError():
            status, code = _SANDBOXES[type(error)]
            return Problem(status, code, str(error))
        case HTTPException():
            return _http(error)
        case ModelError():
            return _model(error)
    return Problem(500, "internal_error", "Something broke on our side; the log has the details.")


def problem_of_run(failure: Mapping[str, str]) -> Problem:
    """What a request answers whose run failed with this `code` and `detail`."""
    kinds = [ModelError]
    while kinds:
        kind = kinds.pop()
        if kind.code == failure["code"]:
            return Problem(_status(kind), kind.code, failure["detail"])
        kinds += kind.__subclasses__()
    return Problem(500, failure["code"], failure["detail"])


def _status(kind: type[ModelError]) -> int:
    return next((status for known, status in _STATUSES if issubclass(kind, known)), 500)


def _model(error: ModelError) -> Problem:
    status = _status(type(error))
    retry_after_s = error.retry_after_s if isinstance(error, RateLimitedError) else None
    field = "body.model" if isinstance(error, UnknownModelError | WrongModelError) else None
    return Problem(status, error.code, str(error), field, retry_after_s=retry_after_s)


def _http(error: HTTPException) -> Problem:
    code = {404: "not_found", 405: "method_not_allowed"}.get(error.status_code, "http_error")
    detail = {404: "There is nothing at this address.", 405: "This address takes other methods."}
    said = detail.get(error.status_code, str(error.detail))
    return Problem(error.status_code, code, said, headers=error.headers)


def _invalid(error: RequestValidationError) -> Problem:
    errors = [
        {"field": ".".join(map(printable, e["loc"])), "message": printable(e["msg"])}
        for e in error.errors()
    ]
    first = errors[0]
    detail = f"{first['field']}: {first['message']}"
    return Problem(422, "invalid", detail, first["field"], errors)


def printable(value: object) -> str:
    """Text that can be encoded, whatever the client sent."""
    return str(value).encode("utf-8", "replace").decode()


def _param(field: str | None) -> str | None:
    """The field as OpenAI names it: without the place that it stands in."""
    return field.partition(".")[2] or None if field else None


def _methods(app: FastAPI, scope: Scope) -> list[str]:
    """What this path may be asked with, over all routes that it matches."""
    methods: set[str] = set()
    for route in app.routes:
        if route.matches(scope)[0] is not Match.NONE:
            methods |= getattr(route, "methods", None) or {"GET"}
    return sorted(methods | ({"HEAD"} if "GET" in methods else set()))
