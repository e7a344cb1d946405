"""What only servers of OpenAI's protocol do: list models, forget the usage, lack a key."""

from collections.abc import AsyncGenerator

import aiohttp
import pytest

from serve.chat import Delta, Sampling, TokenUsage
from serve.errors import ModelMissingError, ModelUnavailableError
from serve.estimates import estimate_tokens
from serve.openai_model import OpenAIChatModel, OpenAIEndpoint
from tests.contract.serve.conftest import USER, ask, collect, text_of
from tests.providers import Behaviour, OpenAIServer


@pytest.fixture
async def server() -> AsyncGenerator[OpenAIServer]:
    server = OpenAIServer(api_key=None)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def session() -> AsyncGenerator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def client(session: aiohttp.ClientSession, server: OpenAIServer, model: str) -> OpenAIChatModel:
    endpoint = OpenAIEndpoint(server.base_url, model, name="Acme")
    return OpenAIChatModel(session, endpoint, {"reasoning_effort": "none", "stream": False})


async def test_without_a_key_none_is_sent(
    server: OpenAIServer, session: aiohttp.ClientSession
) -> None:
    await collect(client(session, server, "tiny"), ask())
    assert "authorization" not in server.headers[0]


async def test_defaults_are_sent_and_replace_nothing(
    server: OpenAIServer, session: aiohttp.ClientSession
) -> None:
    sampling = Sampling(extra={"reasoning_effort": "high"})
    await collect(client(session, server, "tiny"), ask())
    await collect(client(session, server, "tiny"), ask(sampling=sampling))
    assert [body["reasoning_effort"] for body in server.requests] == ["none", "high"]
    assert [body["stream"] for body in server.requests] == [True, True]


async def test_without_a_name_the_first_model_listed_answers(
    server: OpenAIServer, session: aiohttp.ClientSession
) -> None:
    server.models = ["loaded", "other"]
    model = client(session, server, "")
    assert text_of(await collect(model, ask())) == Behaviour().whole_text
    server.models = ["swapped"]
    with pytest.raises(ModelMissingError):
        await collect(model, ask())
    await collect(model, ask())
    assert [body["model"] for body in server.requests] == ["loaded", "loaded", "swapped"]


async def test_a_server_without_models_says_so(
    server: OpenAIServer, session: aiohttp.ClientSession
) -> None:
    server.models = []
    with pytest.raises(ModelMissingError, match="lists no model"):
        await collect(client(session, server, ""), ask())
    await server.stop()
    with pytest.raises(ModelUnavailableError, match="cannot be reached"):
        await collect(client(session, server, ""), ask())


async def test_a_usage_that_is_not_told_is_guessed(
    server: OpenAIServer, session: aiohttp.ClientSession
) -> None:
    server.script(Behaviour(usage=False, tokens=9))
    last = (await collect(client(session, server, "tiny"), ask()))[-1]
    assert isinstance(last, Delta)
    assert last.usage == TokenUsage(estimate_tokens(USER), 9)


async def test_logprobs_pass_through(server: OpenAIServer, session: aiohttp.ClientSession) -> None:
    sampling = Sampling(extra={"logprobs": True})
    pieces = await collect(client(session, server, "tiny"), ask(sampling=sampling))
    words = [p for p in pieces if isinstance(p, Delta) and p.text]
    assert all(p.logprobs and p.logprobs["content"][0]["token"] == p.text for p in words)


async def test_the_real_sdk_understands_our_server(server: OpenAIServer) -> None:
    """The provider server is a fair stand-in: OpenAI's own client reads it."""
    import openai

    async with openai.AsyncOpenAI(base_url=server.base_url, api_key="x") as sdk:
        stream = await sdk.chat.completions.create(
            model="tiny",
            messages=[{"role": "user", "content": "Hi"}],
            stream=True,
            stream_options={"include_usage": True},
        )
        chunks = [chunk async for chunk in stream]
    text = "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
    assert text == Behaviour().whole_text
    assert chunks[-1].usage is not None
    assert chunks[-1].usage.completion_tokens == 40
