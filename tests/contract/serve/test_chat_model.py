"""What every client of a remote provider must do, run on each against a real server."""

import asyncio
import json
import socket
from contextlib import aclosing
from email.utils import formatdate

import pytest

from serve.chat import Delta, Kept, Notice, Sampling, TokenUsage
from serve.errors import (
    AuthenticationError,
    BadRequestError,
    ContextTooLongError,
    DeadlineError,
    ModelUnavailableError,
    RateLimitedError,
    StalledError,
    StreamBrokenError,
)
from tests.contract.serve.conftest import USER, Provider, ask, collect, text_of
from tests.providers import Behaviour

# --- A good answer ---------------------------------------------------------------------------


async def test_pieces_join_to_the_text_and_the_last_has_reason_and_usage(
    provider: Provider,
) -> None:
    pieces = await collect(provider.model(), ask())
    assert text_of(pieces) == Behaviour().whole_text
    assert all(isinstance(piece, Delta) for piece in pieces)
    *body, last = pieces
    assert isinstance(last, Delta)
    assert last.finish_reason == "stop"
    assert last.usage == TokenUsage(*provider.server.usages[0])
    assert last.usage.completion_tokens == 40
    assert all(p.finish_reason is None and p.usage is None for p in body if isinstance(p, Delta))
    assert all(p.tokens for p in body if isinstance(p, Delta) and p.text)


@pytest.mark.parametrize("reason", ["length", "content_filter"])
async def test_finish_reasons(provider: Provider, reason: str) -> None:
    provider.server.script(Behaviour(finish_reason=reason))
    last = (await collect(provider.model(), ask()))[-1]
    assert isinstance(last, Delta)
    assert last.finish_reason == reason


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
async def test_any_cut_of_the_bytes_gives_the_same_text(
    provider: Provider, size: int, line_end: str
) -> None:
    provider.server.script(Behaviour(tokens=12, seed=3, write_bytes=size, line_end=line_end))
    pieces = await collect(provider.model(), ask())
    assert text_of(pieces) == Behaviour(tokens=12, seed=3).whole_text


async def test_pieces_come_as_they_are_made(provider: Provider) -> None:
    provider.server.script(Behaviour(tokens_per_s=50, stall_after=3))
    async with aclosing(provider.model().stream(ask())) as pieces, asyncio.timeout(5):
        text = ""
        while text != "".join(Behaviour().words()[:3]):
            piece = await anext(pieces)
            assert isinstance(piece, Delta)
            text += piece.text
    await provider.server.until(lambda: provider.server.disconnects == 1)


async def test_a_connection_serves_again(provider: Provider) -> None:
    model = provider.model()
    for linger_s in (0.0, 0.01, 0.01, 0.0):
        provider.server.script(Behaviour(linger_s=linger_s))
        await collect(model, ask())
    assert len(provider.server.connections) == 1


async def test_hidden_reasoning_stays_out(provider: Provider) -> None:
    provider.server.script(Behaviour(reasoning=5))
    assert text_of(await collect(provider.model(), ask())) == Behaviour().whole_text


async def test_tool_calls_come_in_openai_form(provider: Provider) -> None:
    arguments = json.dumps({"city": "Zürich"})
    provider.server.script(Behaviour(tokens=3, tool_call=("weather", arguments)))
    tool = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
    extra = {"tools": [tool], "tool_choice": "auto"}
    pieces = await collect(provider.model(), ask(sampling=Sampling(extra=extra)))
    calls = [call for piece in pieces if isinstance(piece, Delta) for call in piece.tool_calls]
    assert {call["index"] for call in calls} == {0}
    assert calls[0]["id"]
    assert "".join(call["function"].get("name", "") for call in calls) == "weather"
    assert "".join(call["function"].get("arguments", "") for call in calls) == arguments
    assert isinstance(pieces[-1], Delta)
    assert pieces[-1].finish_reason == "tool_calls"
    assert provider.server.requests[0]["tools"]


async def test_what_was_asked_reaches_the_provider(provider: Provider) -> None:
    messages = (
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Hello"},
        {"role": "assistant", "content": "Hi. "},
        {"role": "user", "content": [{"type": "text", "text": "Go on"}]},
    )
    sampling = Sampling(temperature=0.5, max_tokens=77, stop=("END",))
    await collect(provider.model(), ask(messages=messages, sampling=sampling))
    body = provider.server.requests[0]
    assert body["max_tokens"] == 77
    assert body["stream"] is True
    if provider.name == "openai":
        assert body["messages"] == list(messages)
        assert (body["stop"], body["temperature"]) == (["END"], 0.5)
        assert provider.server.headers[0]["x-request-id"] == "r-1"
    else:
        assert body["system"] == "Be brief."
        assert [m["role"] for m in body["messages"]] == ["user", "assistant", "user"]
        assert body["stop_sequences"] == ["END"]


# --- Cancelling ------------------------------------------------------------------------------


async def test_closing_the_generator_closes_the_connection_at_once(provider: Provider) -> None:
    provider.server.script(Behaviour(tokens=10_000, tokens_per_s=100))
    pieces = provider.model().stream(ask())
    await anext(pieces)
    await pieces.aclose()
    await provider.server.until(lambda: provider.server.disconnects == 1, timeout_s=2)
    assert provider.server.tokens_sent < 200
    assert provider.server.active == 0


async def test_cancelling_the_reader_closes_the_connection_at_once(provider: Provider) -> None:
    provider.server.script(Behaviour(stall_after=4))
    reader = asyncio.create_task(collect(provider.model(), ask()))
    await provider.server.until(lambda: provider.server.tokens_sent == 4)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    await provider.server.until(lambda: provider.server.disconnects == 1, timeout_s=2)


async def test_cancelling_before_any_answer_leaves_the_provider(provider: Provider) -> None:
    provider.server.script(Behaviour(hang=True))
    reader = asyncio.create_task(collect(provider.model(), ask()))
    await provider.server.until(lambda: provider.server.started == 1)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    await provider.server.until(lambda: provider.server.disconnects == 1, timeout_s=2)


# --- Silence and time ------------------------------------------------------------------------


@pytest.mark.parametrize("behaviour", [Behaviour(stall_after=2), Behaviour(hang=True)])
async def test_a_silence_is_a_stall(provider: Provider, behaviour: Behaviour) -> None:
    provider.server.script(behaviour)
    with pytest.raises(StalledError):
        await collect(provider.model(), ask(stall_s=0.2))
    await provider.server.until(lambda: provider.server.disconnects == 1, timeout_s=2)


@pytest.mark.parametrize(
    "behaviour", [Behaviour(tokens=10_000, tokens_per_s=100), Behaviour(hang=True)]
)
async def test_the_deadline_ends_it(provider: Provider, behaviour: Behaviour) -> None:
    provider.server.script(behaviour)
    with pytest.raises(DeadlineError):
        await collect(provider.model(), ask(deadline_s=0.3))
    await provider.server.until(lambda: provider.server.disconnects == 1, timeout_s=2)


async def test_a_sign_of_life_is_no_silence(provider: Provider) -> None:
    """Slower than the stall timeout over all, never within."""
    provider.server.script(Behaviour(tokens=8, tokens_per_s=10, pings=True))
    pieces = await collect(provider.model(), ask(stall_s=0.5))
    assert text_of(pieces) == Behaviour(tokens=8).whole_text


# --- Refusals --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        (Behaviour(status=400, error_type="invalid_request_error"), BadRequestError),
        (Behaviour(status=422), BadRequestError),
        (Behaviour(status=413, error_type="request_too_large"), ContextTooLongError),
        (Behaviour(status=401, error_type="authentication_error"), AuthenticationError),
        (Behaviour(status=403, error_type="permission_error"), AuthenticationError),
        (Behaviour(status=404, error_type="not_found_error"), ModelUnavailableError),
        (Behaviour(status=429, error_type="rate_limit_error"), RateLimitedError),
        (Behaviour(status=500, error_type="api_error"), ModelUnavailableError),
        (Behaviour(status=502), ModelUnavailableError),
        (Behaviour(status=503, retry_after="1"), RateLimitedError),
        (Behaviour(status=529, error_type="overloaded_error"), ModelUnavailableError),
        (Behaviour(status=302), ModelUnavailableError),
    ],
)
async def test_statuses(provider: Provider, behaviour: Behaviour, error: type[Exception]) -> None:
    provider.server.script(behaviour)
    with pytest.raises(error) as caught:
        await collect(provider.model(), ask())
    assert type(caught.value) is error or error is ModelUnavailableError
    assert len(provider.server.requests) == 1  # nobody retried beneath us


@pytest.mark.parametrize(
    "message",
    [
        "This model's maximum context length is 8192 tokens. Please reduce the length",
        "prompt is too long: 205000 tokens > 200000 maximum",
        "input length and `max_tokens` exceed context limit: the context window is full",
    ],
)
async def test_a_prompt_that_is_too_long_is_told_apart(provider: Provider, message: str) -> None:
    refusal = Behaviour(status=400, error_type="invalid_request_error", error_message=message)
    provider.server.script(refusal)
    with pytest.raises(ContextTooLongError, match="says"):
        await collect(provider.model(), ask())


async def test_retry_after_in_seconds_and_as_a_date(provider: Provider) -> None:
    date = formatdate(4_000_000_000, usegmt=True)
    provider.server.script(
        Behaviour(status=429, retry_after="2.5"),
        Behaviour(status=429, retry_after=date),
        Behaviour(status=429, retry_after=formatdate(0, usegmt=True)),
        Behaviour(status=429),
    )
    waits = []
    for _ in range(4):
        with pytest.raises(RateLimitedError) as caught:
            await collect(provider.model(), ask())
        waits.append(caught.value.retry_after_s)
    assert waits == [2.5, 86_400.0, 0.0, None]


async def test_a_wrong_key_and_an_unknown_model(provider: Provider) -> None:
    with pytest.raises(AuthenticationError, match="refused our key"):
        await collect(provider.model(api_key="wrong"), ask())
    with pytest.raises(ModelUnavailableError, match="no model 'nowhere'"):
        await collect(provider.model(upstream_model="nowhere"), ask())


async def test_nobody_listens(provider: Provider) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # bound and not listening: refused
        address = f"http://127.0.0.1:{held.getsockname()[1]}"
        with pytest.raises(ModelUnavailableError, match="cannot be reached"):
            await collect(provider.model(base_url=address), ask())


# --- Broken streams --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "behaviour",
    [
        Behaviour(cut_after=7),
        Behaviour(end_after=7),
        Behaviour(malformed_after=7),
        Behaviour(error_after=7, error_type="overloaded_error", error_status=529),
        Behaviour(error_after=7, error_status=500),
    ],
)
async def test_a_stream_that_breaks_says_so_after_what_it_gave(
    provider: Provider, behaviour: Behaviour
) -> None:
    provider.server.script(behaviour)
    pieces: list[Delta | Notice] = []
    with pytest.raises(StreamBrokenError):
        await collect(provider.model(), ask(), into=pieces)
    given = "".join(Behaviour().words()[:7])
    assert text_of(pieces) == given or (behaviour.cut_after and given.startswith(text_of(pieces)))
    assert all(isinstance(p, Delta) and p.finish_reason is None for p in pieces)


async def test_a_break_after_the_finish_reason_harms_nothing(provider: Provider) -> None:
    provider.server.script(Behaviour(cut_at_end=True))
    pieces = await collect(provider.model(), ask())
    assert text_of(pieces) == Behaviour().whole_text
    assert isinstance(pieces[-1], Delta)
    assert pieces[-1].finish_reason == "stop"
    assert pieces[-1].usage is not None


async def test_a_rate_limit_inside_a_stream(provider: Provider) -> None:
    limited = Behaviour(error_after=0, error_type="rate_limit_error", error_status=429)
    provider.server.script(limited)
    with pytest.raises(RateLimitedError):
        await collect(provider.model(), ask())


async def test_something_that_is_no_stream(provider: Provider) -> None:
    provider.server.script(Behaviour(not_a_stream=True))
    with pytest.raises(ModelUnavailableError):
        await collect(provider.model(), ask())


# --- Going on --------------------------------------------------------------------------------


@pytest.mark.parametrize("kept_words", [1, 5, 9, 20, 39])
async def test_a_model_with_prefill_goes_on_from_the_text(
    provider: Provider, kept_words: int
) -> None:
    words = Behaviour(seed=8).words()
    kept = Kept("".join(words[:kept_words]))
    provider.server.script(Behaviour(seed=8))
    pieces = await collect(provider.model(prefill=True), ask(kept=kept))
    assert kept.text + text_of(pieces) == "".join(words)
    assert not any(isinstance(piece, Notice) for piece in pieces)
    assert provider.server.requests[0]["messages"][-1]["role"] == "assistant"


async def test_the_usage_of_an_answer_that_went_on_is_of_the_whole(provider: Provider) -> None:
    kept = Kept("".join(Behaviour().words()[:20]))
    last = (await collect(provider.model(prefill=True), ask(kept=kept)))[-1]
    assert isinstance(last, Delta)
    prompt, completion = provider.server.usages[0]
    assert completion == 20
    assert last.usage == TokenUsage(prompt, len(kept.text.encode()) // 4 + completion)
    assert provider.server.requests[0]["max_tokens"] == 200 - len(kept.text.encode()) // 4


@pytest.mark.parametrize("space", [" ", "\n", " \n", "\n\n  "])
async def test_white_space_at_the_end_of_the_prefix_is_neither_lost_nor_doubled(
    provider: Provider, space: str
) -> None:
    words = ("One", space, "two", " three")
    provider.server.script(Behaviour(text=words))
    kept = Kept(f"One{space}")
    pieces = await collect(provider.model(prefill=True), ask(kept=kept))
    assert kept.text + text_of(pieces) == "".join(words)


async def test_a_model_without_prefill_says_that_it_begins_again(provider: Provider) -> None:
    pieces = await collect(provider.model(), ask(kept=Kept("Tokens stre")))
    assert isinstance(pieces[0], Notice)
    assert pieces[0].kind == "message.restarted"
    assert pieces[0].data["reason"]
    assert [p for p in pieces[1:] if isinstance(p, Notice)] == []
    assert text_of(pieces) == Behaviour().whole_text


async def test_nothing_is_said_to_begin_again_when_nothing_comes(provider: Provider) -> None:
    provider.server.script(Behaviour(status=503))
    pieces: list[Delta | Notice] = []
    with pytest.raises(ModelUnavailableError):
        await collect(provider.model(), ask(kept=Kept("Tokens stre")), into=pieces)
    assert pieces == []


# --- Counting --------------------------------------------------------------------------------


async def test_counting_is_never_less_than_the_words(provider: Provider) -> None:
    messages = [*USER, {"role": "assistant", "content": "Grüezi " * 50}]
    assert await provider.model().count_tokens(messages) >= 54
    await provider.server.stop()
    assert await provider.model().count_tokens(messages) >= 54


async def test_many_at_once_do_not_mix(provider: Provider) -> None:
    provider.server.script(*(Behaviour(seed=seed, tokens=60) for seed in range(20)))
    answers = await asyncio.gather(*(collect(provider.model(), ask()) for _ in range(20)))
    expected = {Behaviour(seed=seed, tokens=60).whole_text for seed in range(20)}
    assert {text_of(pieces) for pieces in answers} == expected
    assert all(
        p[-1].usage == TokenUsage(p[-1].usage.prompt_tokens, 60)  # type: ignore[union-attr]
        for p in answers
    )
