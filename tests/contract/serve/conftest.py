"""Each provider's server beside our client of it, for the one suite that both must pass."""

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
import pytest

from serve.anthropic_model import AnthropicChatModel, connect
from serve.chat import ChatModel, ChatRequest, Delta, Message, Notice, Sampling
from serve.openai_model import OpenAIChatModel, OpenAIEndpoint
from tests.providers import AnthropicServer, OpenAIServer
from tests.providers.server import ProviderServer

USER: tuple[Message, ...] = ({"role": "user", "content": "Say something long."},)


@dataclass
class Provider:
    """One provider: its server, and `model(...)` that makes a client of it."""

    name: str
    server: Any
    make: Callable[..., ChatModel]

    def model(self, **changes: Any) -> ChatModel:
        return self.make(self.server, **changes)


@pytest.fixture(params=["openai", "anthropic"])
async def provider(request: pytest.FixtureRequest) -> AsyncGenerator[Provider]:
    if request.param == "openai":
        server: ProviderServer = OpenAIServer()
        await server.start()
        async with aiohttp.ClientSession() as session:
            yield Provider("openai", server, lambda s, **c: openai_model(session, s, **c))
    else:
        server = AnthropicServer()
        base_url = await server.start()
        async with connect(base_url, "test-key") as client:
            yield Provider("anthropic", server, lambda s, **c: anthropic_model(client, s, **c))
    await server.stop()


def openai_model(
    session: aiohttp.ClientSession,
    server: OpenAIServer,
    *,
    api_key: str = "test-key",
    upstream_model: str = "tiny",
    prefill: bool = False,
    base_url: str | None = None,
) -> OpenAIChatModel:
    endpoint = OpenAIEndpoint(
        base_url or server.base_url,
        upstream_model,
        api_key,
        name="Acme",
        prefill="continue_final_message" if prefill else None,
    )
    return OpenAIChatModel(session, endpoint)


def anthropic_model(
    client: Any,
    server: AnthropicServer,
    *,
    api_key: str = "test-key",
    upstream_model: str = "tiny",
    prefill: bool = False,
    base_url: str | None = None,
) -> AnthropicChatModel:
    server.prefill = prefill
    client = client.with_options(api_key=api_key, base_url=base_url or server.base_url)
    return AnthropicChatModel(client, upstream_model, max_output_tokens=1000, prefill=prefill)


def ask(**changes: Any) -> ChatRequest:
    request = ChatRequest("r-1", "any", USER, Sampling(max_tokens=200), stall_s=10, deadline_s=30)
    return replace(request, **changes)


async def collect(
    model: ChatModel, request: ChatRequest, into: list[Delta | Notice] | None = None
) -> list[Delta | Notice]:
    """Every piece. `into` has those that came before an error."""
    pieces = [] if into is None else into
    async for piece in model.stream(request):
        pieces.append(piece)
    return pieces


def text_of(pieces: list[Delta | Notice]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Delta))
