"""Every error that a caller can meet has one look, in both dialects."""

import json

import pytest

from actors.errors import HostUnreachableError
from gateway.problems import Problem, answer, problem_of
from serve.errors import (
    AuthenticationError,
    BadRequestError,
    ContextTooLongError,
    DeadlineError,
    ModelUnavailableError,
    RateLimitedError,
    StalledError,
    UnknownModelError,
)
from storage.errors import BadCursorError, ConflictError, NotFoundError, UnavailableError


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (NotFoundError("run", "7"), 404, "run_not_found"),
        (ConflictError("taken"), 409, "conflict"),
        (BadCursorError("what?"), 422, "bad_cursor"),
        (UnavailableError("down"), 503, "restarting"),
        (HostUnreachableError("down"), 503, "restarting"),
        (UnknownModelError("none"), 404, "model_not_found"),
        (BadRequestError("no"), 422, "model_refused_request"),
        (ContextTooLongError("long"), 422, "context_too_long"),
        (RateLimitedError("wait", 7.2), 429, "rate_limited"),
        (AuthenticationError("key"), 502, "provider_key_refused"),
        (DeadlineError("late"), 504, "deadline_passed"),
        (ModelUnavailableError("gone"), 503, "model_unavailable"),
        (StalledError("silent"), 503, "model_stalled"),
        (RuntimeError("secret detail"), 500, "internal_error"),
    ],
)
def test_errors_become_problems(error: Exception, status: int, code: str) -> None:
    problem = problem_of(error)
    assert (problem.status, problem.code) == (status, code)
    native = answer(problem, "/api/runs/7", "request-1")
    assert native.status_code == status
    assert native.media_type == "application/problem+json"
    body = json.loads(bytes(native.body))
    assert (body["code"], body["request_id"]) == (code, "request-1")
    assert "secret" not in body["detail"]

    spoken = answer(problem, "/v1/chat/completions", "request-1")
    assert spoken.status_code == (400 if status == 422 else status)
    said = json.loads(bytes(spoken.body))["error"]
    assert said["code"] == code
    assert (said["type"] == "server_error") == (status >= 500)


def test_a_wait_is_told_in_whole_seconds() -> None:
    for path in ("/api/runs", "/v1/models"):
        problem = problem_of(RateLimitedError("wait", 7.2))
        assert answer(problem, path, None).headers["retry-after"] == "7"
        assert answer(problem_of(UnavailableError("x")), path, None).headers["retry-after"] == "1"


def test_only_openai_paths_speak_openai() -> None:
    problem = Problem(404, "not_found", "nothing")
    assert b'"error"' in bytes(answer(problem, "/v1/x", None).body)
    assert b'"error"' not in bytes(answer(problem, "/v1x", None).body)


@pytest.mark.parametrize(
    ("field", "param"),
    [("body.messages.0.role", "messages.0.role"), ("body", None), (None, None)],
)
def test_a_field_is_named_as_openai_does(field: str | None, param: str | None) -> None:
    body = json.loads(bytes(answer(Problem(422, "invalid", "x", field), "/v1/x", None).body))
    assert body["error"]["param"] == param
