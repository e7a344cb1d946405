"""The pure parts of the OpenAI client: bodies written, chunks and errors read."""

from typing import Any

import orjson
import pytest

from serve.chat import ChatRequest, Delta, Kept, Sampling, TokenUsage
from serve.errors import (
    AuthenticationError,
    BadRequestError,
    ContextTooLongError,
    ModelMissingError,
    ModelUnavailableError,
    RateLimitedError,
    StreamBrokenError,
)
from serve.estimates import estimate_tokens
from serve.openai_model import chat_body, parse_chunk
from serve.provider_errors import provider_error, retry_after_s, status_error

REQUEST = ChatRequest("r", "tiny", ({"role": "user", "content": "Hi"},))


def chunk(**fields: Any) -> bytes:
    return orjson.dumps(fields)


def choice(**fields: Any) -> bytes:
    return chunk(choices=[{"index": 0, **fields}])


# --- Bodies ----------------------------------------------------------------------------------


def test_the_least_body() -> None:
    assert chat_body(REQUEST, "up") == {
        "model": "up",
        "messages": [{"role": "user", "content": "Hi"}],
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def test_sampling_and_extra() -> None:
    extra = {"tools": [1], "logprobs": True, "n": 3, "stream": False, "model": "x"}
    sampling = Sampling(0.0, 0.9, 50, 7, ("a", "b"), extra)
    body = chat_body(ChatRequest("r", "t", (), sampling), "up")
    assert body["temperature"] == 0.0
    assert (body["top_p"], body["max_tokens"], body["seed"]) == (0.9, 50, 7)
    assert body["stop"] == ["a", "b"]
    assert (body["tools"], body["logprobs"]) == ([1], True)
    assert (body["stream"], body["model"]) == (True, "up")
    assert "n" not in body


def test_what_a_provider_refuses_is_left_out() -> None:
    sampling = Sampling(temperature=1.0, max_tokens=50, stop=("x",))
    body = chat_body(
        ChatRequest("r", "t", (), sampling),
        "up",
        max_tokens_field="max_completion_tokens",
        unsupported=frozenset({"temperature", "stop", "stream_options"}),
        thinking_tokens=1000,
    )
    assert body == {"model": "up", "messages": [], "stream": True, "max_completion_tokens": 1050}


def test_a_kept_text_stands_last_and_counts_towards_the_limit() -> None:
    kept = Kept("x" * 40)
    request = ChatRequest("r", "t", REQUEST.messages, Sampling(max_tokens=50), kept)
    assert chat_body(request, "up") == chat_body(
        ChatRequest("r", "t", REQUEST.messages, Sampling(max_tokens=50)), "up"
    )
    body = chat_body(request, "up", prefill="trailing")
    assert body["messages"][-1] == {"role": "assistant", "content": "x" * 40}
    assert body["max_tokens"] == 40
    assert "continue_final_message" not in body
    body = chat_body(request, "up", prefill="continue_final_message")
    assert body["continue_final_message"] is True
    assert body["add_generation_prompt"] is False
    with_ids = ChatRequest("r", "t", (), Sampling(max_tokens=50), Kept("x", tuple(range(80))))
    assert chat_body(with_ids, "up", prefill="trailing")["max_tokens"] == 1


# --- Chunks ----------------------------------------------------------------------------------


def test_a_chat_chunk() -> None:
    assert parse_chunk(choice(delta={"content": "Hé"})) == Delta("Hé", 1)
    assert parse_chunk(choice(delta={"role": "assistant", "content": ""})) == Delta()
    assert parse_chunk(choice(delta={"content": None}, finish_reason="length")) == Delta(
        finish_reason="length"
    )
    assert parse_chunk(choice(delta=None, finish_reason=None)) == Delta()


def test_of_a_text_in_parts_the_words_count() -> None:
    parts = [
        {"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]},
        {"type": "text", "text": "Hi "},
        {"type": "text", "text": "there"},
    ]
    assert parse_chunk(choice(delta={"content": parts})) == Delta("Hi there", 1)


def test_vllms_token_ids() -> None:
    data = chunk(
        prompt_token_ids=[1, 2, 3],
        choices=[{"delta": {"content": "Hi there"}, "token_ids": [4, 5]}],
    )
    assert parse_chunk(data) == Delta("Hi there", 2, token_ids=(4, 5), prompt_token_ids=(1, 2, 3))


def test_a_text_completion_chunk() -> None:
    data = choice(text=" on", token_ids=[9], prompt_token_ids=[1], finish_reason=None)
    assert parse_chunk(data) == Delta(" on", 1, token_ids=(9,), prompt_token_ids=(1,))


def test_reasoning_is_no_text() -> None:
    assert parse_chunk(choice(delta={"reasoning_content": "hmm", "reasoning": "hmm"})) == Delta()


def test_calls_and_logprobs_pass_through() -> None:
    calls = [{"index": 0, "id": "c", "function": {"name": "f", "arguments": "{"}}]
    delta = parse_chunk(choice(delta={"tool_calls": calls}, logprobs={"content": [1]}))
    assert delta is not None
    assert list(delta.tool_calls) == calls
    assert delta.logprobs == {"content": [1]}


def test_usage() -> None:
    usage = {"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12}
    assert parse_chunk(chunk(choices=[], usage=usage)) == Delta(usage=TokenUsage(5, 7))
    assert parse_chunk(chunk(choices=[], usage=None)) is None
    assert parse_chunk(chunk(object="ping")) is None


@pytest.mark.parametrize(
    ("reason", "expected"),
    [("stop", "stop"), ("function_call", "tool_calls"), ("eos", "stop"), ("tool_calls",) * 2],
)
def test_reasons(reason: str, expected: str) -> None:
    delta = parse_chunk(choice(delta={}, finish_reason=reason))
    assert delta is not None
    assert delta.finish_reason == expected


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe",
        choice(delta=7),
        choice(delta={"content": 7}),
        choice(delta={"content": ["text"]}),
        choice(delta={"content": [{"type": "text"}]}),
        choice(delta={}, finish_reason="abort"),
        choice(delta={}, finish_reason="error"),
        chunk(choices="none"),
        chunk(choices=[None]),
        chunk(choices=[], usage={"tokens": 1}),
        chunk(choices=[{"delta": {"content": "x"}, "token_ids": 7}]),
    ],
)
def test_a_chunk_that_makes_no_sense_breaks_the_stream(data: bytes) -> None:
    with pytest.raises(StreamBrokenError):
        parse_chunk(data)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ({"message": "x", "type": "server_error"}, StreamBrokenError),
        ({"message": "x", "code": 503}, StreamBrokenError),
        ({"message": "x", "code": 429}, RateLimitedError),
        ({"message": "x", "type": "rate_limit_error"}, RateLimitedError),
        ({"message": "x", "code": "rate_limit_exceeded"}, RateLimitedError),
        ({"message": "x", "type": "BadRequestError", "code": 400}, BadRequestError),
        ({"message": "context length is 5", "code": 400}, ContextTooLongError),
        ({"message": "x", "type": "authentication_error"}, AuthenticationError),
        ("just words", StreamBrokenError),
    ],
)
def test_error_objects_in_a_stream(error: Any, expected: type[Exception]) -> None:
    with pytest.raises(expected) as caught:
        parse_chunk(chunk(error=error), "Acme")
    assert type(caught.value) is expected
    assert "Acme" in str(caught.value)


def test_vllms_older_error_objects() -> None:
    with pytest.raises(BadRequestError, match="nope"):
        parse_chunk(chunk(object="error", message="nope", type="BadRequestError", code=400))


# --- Errors ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"error": {"message": "out of cheese"}}', "out of cheese"),
        (b'{"error": "out of cheese"}', "out of cheese"),
        (b'{"detail": "out of cheese"}', "out of cheese"),
        (b'{"message": "out of cheese"}', "out of cheese"),
        (b"out of cheese", "out of cheese"),
        (b"", "HTTP 500"),
        (b"\xff", "\ufffd"),
        (b"[1]", "1"),
    ],
)
def test_whatever_form_an_error_has_its_words_are_told(body: bytes, says: str) -> None:
    error = status_error(500, body, {}, "Acme")
    assert type(error) is ModelUnavailableError
    assert says in str(error)
    assert "Acme" in str(error)


def test_an_endless_error_is_cut() -> None:
    assert len(str(status_error(400, b"x" * 60_000, {}, "Acme"))) < 400


def test_an_empty_purse_is_no_rate_limit() -> None:
    body = b'{"error": {"message": "quota", "type": "insufficient_quota", "code": null}}'
    assert type(status_error(429, body, {}, "Acme")) is AuthenticationError


def test_a_missing_model_is_not_asked_again() -> None:
    error = status_error(404, b"{}", {}, "Acme", "tiny-2")
    assert isinstance(error, ModelMissingError)
    assert not error.transient
    assert "'tiny-2'" in str(error)


def test_a_code_says_that_a_prompt_is_too_long() -> None:
    error = provider_error(400, "no", "context_length_exceeded", "Acme")
    assert type(error) is ContextTooLongError
    assert type(provider_error(400, "no", "bad", "Acme")) is BadRequestError


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "3"}, 3.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"Retry-After-Ms": "250", "Retry-After": "9"}, 0.25),
        ({"Retry-After": "-4"}, 0.0),
        ({"Retry-After": "1e9"}, 86_400.0),
        ({"Retry-After": "inf"}, None),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "Thu, 01 Jan 1970 00:02:00 GMT"}, 20.0),
        ({"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0.0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After-Ms": "soon"}, None),
        ({}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after_s(headers, now=100.0) == seconds


# --- Counting --------------------------------------------------------------------------------


def test_the_estimate_is_an_upper_guess() -> None:
    """Against the most that a tokenizer needs: one for each common word, letter, or digit."""
    english = "The quick brown fox jumps over the lazy dog. " * 20
    chinese = "快速的棕色狐狸跳过了懒狗。" * 20
    for text, most in ((english, 10 * 20), (chinese, 13 * 20), ("31415" * 20, 5 * 20)):
        assert most < estimate_tokens([{"role": "user", "content": text}]) < 2 * most + 12
    parts = [{"type": "text", "text": "x" * 250}, {"type": "image_url", "image_url": {"url": "u"}}]
    assert estimate_tokens([{"role": "user", "content": parts}]) == 4 + 8 + 100 + 1600
    call = {"role": "assistant", "content": None, "tool_calls": [{"id": "x" * 100}]}
    assert estimate_tokens([call]) > 40
    assert estimate_tokens([]) == 4
