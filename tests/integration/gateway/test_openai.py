"""OpenAI's own client against the demo model and against providers that can be watched."""

import asyncio
import json
import re
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from tests.integration.gateway.talk import eventually
from tests.providers import Behaviour, OpenAIServer
from tests.system import System

ASK: Any = [{"role": "user", "content": "Hello"}]
DEMO = "atelier-demo"
_GENERATION = json.loads(Path("serve/demo/model/generation_config.json").read_text())
END_TOKEN = str(_GENERATION["eos_token_id"])


@pytest.fixture
async def client(system: System) -> AsyncGenerator[openai.AsyncOpenAI]:
    async with _client(system) as made:
        yield made


@pytest.fixture
async def remote(
    provided: System, openai_provider: OpenAIServer
) -> AsyncGenerator[openai.AsyncOpenAI]:
    """The same client, whose model `steady` is `openai_provider`."""
    async with _client(provided) as made:
        yield made


def _client(system: System) -> openai.AsyncOpenAI:
    return openai.AsyncOpenAI(base_url=f"{system.url}/v1", api_key="any", max_retries=0, timeout=60)


async def test_models_are_listed_and_read(client: openai.AsyncOpenAI) -> None:
    ids = [model.id async for model in client.models.list()]
    assert DEMO in ids
    model = await client.models.retrieve(DEMO)
    assert (model.id, model.object) == (DEMO, "model")
    with pytest.raises(openai.NotFoundError) as caught:
        await client.models.retrieve("none")
    assert caught.value.code == "model_not_found"


async def test_an_answer_whole_and_streamed_is_the_same(client: openai.AsyncOpenAI) -> None:
    options: Any = {"model": DEMO, "messages": ASK, "temperature": 0, "max_tokens": 40}
    whole = await client.chat.completions.create(**options)
    choice = whole.choices[0]
    assert whole.object == "chat.completion"
    assert choice.message.role == "assistant"
    assert choice.message.content
    assert choice.finish_reason in ("stop", "length")
    assert whole.usage is not None
    assert whole.usage.total_tokens == whole.usage.prompt_tokens + whole.usage.completion_tokens

    chunks = [c async for c in await client.chat.completions.create(stream=True, **options)]
    assert chunks[0].choices[0].delta.role == "assistant"
    text = "".join(c.choices[0].delta.content or "" for c in chunks)
    assert text == choice.message.content
    assert [c.choices[0].finish_reason for c in chunks][-1] == choice.finish_reason
    assert len({c.id for c in chunks}) == 1
    assert all(c.usage is None for c in chunks)


async def test_usage_comes_last_when_it_is_asked_for(client: openai.AsyncOpenAI) -> None:
    stream = await client.chat.completions.create(
        model=DEMO,
        messages=ASK,
        max_tokens=8,
        stream=True,
        stream_options={"include_usage": True},
    )
    chunks = [chunk async for chunk in stream]
    last = chunks[-1]
    assert last.choices == []
    assert last.usage is not None
    assert 1 <= last.usage.completion_tokens <= 8
    assert last.usage.prompt_tokens > 0
    assert all(chunk.choices for chunk in chunks[:-1])


async def test_max_tokens_under_both_names(client: openai.AsyncOpenAI) -> None:
    for limit in ({"max_tokens": 3}, {"max_completion_tokens": 3}):
        options: Any = {"model": DEMO, "messages": ASK, "temperature": 0, **limit}
        answer = await client.chat.completions.create(**options)
        assert answer.choices[0].finish_reason == "length"
        assert answer.usage is not None
        assert answer.usage.completion_tokens == 3


async def test_stop_strings_end_an_answer_and_are_not_in_it(client: openai.AsyncOpenAI) -> None:
    options: Any = {"model": DEMO, "messages": ASK, "temperature": 0, "max_tokens": 60}
    whole = (await client.chat.completions.create(**options)).choices[0].message.content
    assert whole is not None
    word = whole.split()[2]
    for stop in (word, ["never said", word]):
        answer = (await client.chat.completions.create(stop=stop, **options)).choices[0]
        assert answer.message.content == whole[: whole.index(word)]
        assert answer.finish_reason == "stop"


async def test_three_answers_at_once(client: openai.AsyncOpenAI) -> None:
    options: Any = {"model": DEMO, "messages": ASK, "n": 3, "max_tokens": 16}
    whole = await client.chat.completions.create(temperature=1, seed=1, **options)
    assert [choice.index for choice in whole.choices] == [0, 1, 2]
    assert all(choice.message.content for choice in whole.choices)
    assert whole.usage is not None
    alone = await client.chat.completions.create(model=DEMO, messages=ASK, max_tokens=16)
    assert alone.usage is not None
    assert whole.usage.prompt_tokens == alone.usage.prompt_tokens

    texts, ends = ["", "", ""], [0, 0, 0]
    async for chunk in await client.chat.completions.create(
        temperature=1, seed=1, stream=True, **options
    ):
        for choice in chunk.choices:
            texts[choice.index] += choice.delta.content or ""
            ends[choice.index] += choice.finish_reason is not None
    assert texts == [choice.message.content for choice in whole.choices]
    assert ends == [1, 1, 1]


async def test_a_seed_makes_chance_repeatable(client: openai.AsyncOpenAI) -> None:
    async def answer(seed: int) -> str | None:
        made = await client.chat.completions.create(
            model=DEMO,
            messages=[{"role": "user", "content": "Tell me a long story"}],
            temperature=1,
            max_tokens=48,
            seed=seed,
        )
        return made.choices[0].message.content

    assert await answer(7) == await answer(7)
    others = {await answer(seed) for seed in range(6)}
    assert len(others) > 1


async def test_logprobs_whole_and_streamed(client: openai.AsyncOpenAI) -> None:
    options: Any = {"model": DEMO, "messages": ASK, "temperature": 0, "max_tokens": 6}
    options |= {"logprobs": True, "top_logprobs": 2}
    choice = (await client.chat.completions.create(**options)).choices[0]
    assert choice.logprobs is not None
    content = choice.logprobs.content
    assert content is not None
    assert len(content) == 6
    assert "".join(each.token for each in content) == choice.message.content
    assert all(each.logprob <= 0 and len(each.top_logprobs) == 2 for each in content)
    streamed = []
    async for chunk in await client.chat.completions.create(stream=True, **options):
        if chunk.choices[0].logprobs:
            streamed += chunk.choices[0].logprobs.content or []
    assert [each.token for each in streamed] == [each.token for each in content]


async def test_an_unknown_model_is_not_found(client: openai.AsyncOpenAI) -> None:
    for stream in (False, True):
        with pytest.raises(openai.NotFoundError) as caught:
            await client.chat.completions.create(
                model="none", messages=ASK, extra_body={"stream": stream}
            )
        assert (caught.value.code, caught.value.param) == ("model_not_found", "model")


@pytest.mark.parametrize(
    ("changes", "param"),
    [
        ({"temperature": 9}, "temperature"),
        ({"temperature": "warm"}, "temperature"),
        ({"n": 0}, "n"),
        ({"n": 100}, "n"),
        ({"max_tokens": -1}, "max_tokens"),
        ({"messages": []}, "messages"),
        ({"messages": [{"role": "wizard", "content": "x"}]}, "messages.0.role"),
        ({"top_logprobs": 21}, "top_logprobs"),
        ({"seed": 2**80}, "seed"),
        ({"stream": "yes"}, "stream"),
    ],
)
async def test_a_bad_parameter_is_named(
    client: openai.AsyncOpenAI, changes: dict[str, Any], param: str
) -> None:
    options = {"model": DEMO, "messages": ASK, **changes}
    with pytest.raises(openai.BadRequestError) as caught:
        await client.chat.completions.create(**options)
    assert caught.value.param == param
    assert caught.value.type == "invalid_request_error"
    assert param in caught.value.message


async def test_what_the_model_itself_refuses_is_a_bad_request(client: openai.AsyncOpenAI) -> None:
    too_long: Any = [{"role": "user", "content": "1234567890 " * 1500}]
    for options in ({"messages": too_long}, {"messages": ASK, "stop": [""]}):
        with pytest.raises(openai.BadRequestError) as caught:
            await client.chat.completions.create(model=DEMO, **options)
        assert caught.value.message


async def test_a_closed_stream_stops_the_engine(system: System, client: openai.AsyncOpenAI) -> None:
    """By the engine's own counts: it is idle long before these answers could be whole."""
    n, limit = 4, 1500
    url, key = system.engine()
    headers = {"Authorization": f"Bearer {key}"}
    async with httpx.AsyncClient(base_url=url, headers=headers) as engine:
        before = await _counts(engine)
        stream = await client.chat.completions.create(
            model=DEMO,
            messages=ASK,
            n=n,
            max_tokens=limit,
            logit_bias={END_TOKEN: -100},  # so that no answer ends by itself
            stream=True,
        )
        async for chunk in stream:
            if chunk.choices[0].delta.content:
                break
        assert (await _counts(engine))["num_requests_running"] >= 1
        await stream.close()

        async def idle() -> bool:
            return (await _counts(engine))["num_requests_running"] == 0

        await eventually(idle, "an idle engine")
        made = (await _counts(engine))["generation_tokens_total"]
        assert made - before["generation_tokens_total"] < n * limit / 2


async def _counts(engine: httpx.AsyncClient) -> dict[str, float]:
    text = (await engine.get("/metrics")).raise_for_status().text
    found = re.findall(r"^vllm:(\w+)\{[^}]*\} ([0-9.e+]+)$", text, re.MULTILINE)
    return {name: float(value) for name, value in found}


@pytest.mark.parametrize("n", [1, 3])
async def test_a_closed_stream_reaches_the_provider(
    remote: openai.AsyncOpenAI, openai_provider: OpenAIServer, n: int
) -> None:
    openai_provider.default = Behaviour(stall_after=3)
    begun, left = openai_provider.started, openai_provider.disconnects
    stream = await remote.chat.completions.create(model="steady", messages=ASK, n=n, stream=True)
    async for chunk in stream:
        if chunk.choices[0].delta.content:
            break
    await openai_provider.until(lambda: openai_provider.started == begun + n)
    await stream.close()
    await openai_provider.until(lambda: openai_provider.disconnects == left + n)


async def test_leaving_before_the_answer_reaches_the_provider(
    remote: openai.AsyncOpenAI, openai_provider: OpenAIServer
) -> None:
    """Whether the answer was to be streamed (and hangs) or to come whole (and stalls)."""
    for stream, behaviour in ((True, Behaviour(hang=True)), (False, Behaviour(stall_after=3))):
        openai_provider.script(behaviour)
        begun, left = openai_provider.started, openai_provider.disconnects
        asking = asyncio.create_task(
            remote.chat.completions.create(
                model="steady", messages=ASK, extra_body={"stream": stream}
            )
        )
        await openai_provider.until(lambda begun=begun: openai_provider.started == begun + 1)
        asking.cancel()
        await openai_provider.until(lambda left=left: openai_provider.disconnects == left + 1)


async def test_a_dead_key_and_a_busy_provider_are_told_as_such(
    remote: openai.AsyncOpenAI, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(status=401))
    with pytest.raises(openai.InternalServerError) as caught:
        await remote.chat.completions.create(model="steady", messages=ASK)
    assert (caught.value.status_code, caught.value.code) == (502, "provider_key_refused")
    openai_provider.script(Behaviour(status=429, retry_after="600"))
    with pytest.raises(openai.RateLimitError) as busy:
        await remote.chat.completions.create(model="steady", messages=ASK)
    assert int(busy.value.response.headers["retry-after"]) >= 600


async def test_a_stream_that_breaks_ends_with_an_error_that_the_client_raises(
    remote: openai.AsyncOpenAI, openai_provider: OpenAIServer
) -> None:
    """The protocol cannot take text back, and this provider cannot go on: no silent mixture."""
    openai_provider.script(Behaviour(cut_after=5, tokens_per_s=50), Behaviour(seed=3))
    stream = await remote.chat.completions.create(model="steady", messages=ASK, stream=True)
    text = ""

    async def read() -> None:
        nonlocal text
        async for chunk in stream:
            text += chunk.choices[0].delta.content or ""

    with pytest.raises(openai.APIError) as caught:
        await read()
    assert text == "".join(Behaviour().words()[:5])
    assert caught.value.code == "stream_broken"


async def test_tool_calls_come_through(
    remote: openai.AsyncOpenAI, openai_provider: OpenAIServer
) -> None:
    tool: Any = {"type": "function", "function": {"name": "look", "parameters": {}}}
    options: Any = {"model": "steady", "messages": ASK, "tools": [tool]}
    openai_provider.default = Behaviour(text=(), tool_call=("look", '{"at": "東京"}'))
    choice = (await remote.chat.completions.create(**options)).choices[0]
    assert choice.finish_reason == "tool_calls"
    assert choice.message.tool_calls is not None
    call: Any = choice.message.tool_calls[0]
    assert (call.function.name, call.function.arguments) == ("look", '{"at": "東京"}')
    assert openai_provider.requests[-1]["tools"] == [tool]
    arguments = ""
    async for chunk in await remote.chat.completions.create(stream=True, **options):
        for part in chunk.choices[0].delta.tool_calls or []:
            arguments += (part.function.arguments if part.function else "") or ""
    assert arguments == '{"at": "東京"}'
