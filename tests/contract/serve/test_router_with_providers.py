"""The router over real clients and real servers: what a person sees when providers fail."""

from collections.abc import AsyncGenerator
from pathlib import Path
from random import Random

import aiohttp
import pytest
import yaml

from serve.anthropic_model import AnthropicChatModel, connect
from serve.catalog import load_catalog
from serve.chat import ChatModel, Notice, TokenUsage
from serve.errors import ModelUnavailableError
from serve.machine import Hardware
from serve.model_entry import ModelEntry
from serve.openai_model import OpenAIChatModel, OpenAIEndpoint
from serve.router import ModelRouter, RetryPolicy
from tests.contract.serve.conftest import ask, collect, text_of
from tests.providers import AnthropicServer, Behaviour, OpenAIServer

ENTRY = {"context_tokens": 9000, "max_output_tokens": 1000}


class World:
    """Two providers: `first` (OpenAI's protocol, takes a prefix) and its fallback `second`."""

    def __init__(self, session: aiohttp.ClientSession, folder: Path) -> None:
        self.session, self.folder = session, folder
        self.openai, self.anthropic = OpenAIServer(), AnthropicServer()

    async def start(self) -> None:
        remote = {"upstream_model": "tiny", "prefill": "continue_final_message"}
        first = {"id": "first", "name": "First", "engine": "openai", "fallbacks": ["second"]}
        second = {"id": "second", "name": "Second", "engine": "anthropic"}
        first |= {"remote": remote | {"base_url": await self.openai.start()}}
        url = await self.anthropic.start()
        second |= {"remote": {"upstream_model": "tiny", "base_url": url}}
        path = self.folder / "models.yaml"
        path.write_text(yaml.safe_dump({"models": [first | ENTRY, second | ENTRY]}))
        catalog = load_catalog(path, hardware=Hardware(), env={})
        self.client = connect(url, "test-key")
        policy = RetryPolicy(base_s=0.01)
        self.router = ModelRouter(catalog, self.build, rng=Random(1), policy=lambda entry: policy)

    def build(self, entry: ModelEntry) -> ChatModel:
        assert entry.remote is not None
        if entry.engine == "anthropic":
            limit = entry.max_output_tokens
            return AnthropicChatModel(
                self.client, entry.remote.upstream_model, max_output_tokens=limit
            )
        endpoint = OpenAIEndpoint(
            entry.remote.base_url,
            entry.remote.upstream_model,
            "test-key",
            name=entry.name,
            prefill=entry.remote.prefill,
        )
        return OpenAIChatModel(self.session, endpoint)

    async def stop(self) -> None:
        await self.router.close()
        await self.client.close()
        await self.openai.stop()
        await self.anthropic.stop()


@pytest.fixture
async def world(tmp_path: Path) -> AsyncGenerator[World]:
    async with aiohttp.ClientSession() as session:
        world = World(session, tmp_path)
        await world.start()
        yield world
        await world.stop()


def kinds(pieces: list[object]) -> list[str]:
    return [piece.kind for piece in pieces if isinstance(piece, Notice)]


async def test_an_answer_cut_again_and_again_is_whole(world: World) -> None:
    world.openai.script(Behaviour(cut_after=5), Behaviour(end_after=9), Behaviour(status=500))
    pieces = await collect(world.router, ask(model="first"))
    assert text_of(pieces) == Behaviour().whole_text
    assert kinds([*pieces]) == ["run.resumed", "run.waiting", "run.resumed"]
    assert len(world.openai.requests) == 4
    assert not world.anthropic.requests


async def test_a_rate_limit_is_waited_for(world: World) -> None:
    world.openai.script(Behaviour(status=429, retry_after="0.05"))
    pieces = await collect(world.router, ask(model="first"))
    assert text_of(pieces) == Behaviour().whole_text
    assert kinds([*pieces]) == ["run.waiting"]


async def test_a_provider_that_is_gone_is_replaced(world: World) -> None:
    await world.openai.stop()
    pieces = await collect(world.router, ask(model="first"))
    assert text_of(pieces) == Behaviour().whole_text
    assert kinds([*pieces])[-1] == "model.fallback"
    assert pieces[-1].usage == TokenUsage(*world.anthropic.usages[0])  # type: ignore[union-attr]


async def test_a_provider_that_goes_in_the_middle_is_replaced_from_the_start(
    world: World,
) -> None:
    world.openai.script(Behaviour(cut_after=5), *[Behaviour(status=503)] * 9)
    pieces = await collect(world.router, ask(model="first"))
    restart = next(p for p in pieces if isinstance(p, Notice) and p.kind == "message.restarted")
    assert text_of(pieces[pieces.index(restart) :]) == Behaviour().whole_text
    assert kinds([*pieces])[-2:] == ["model.fallback", "message.restarted"]


async def test_closing_reaches_the_provider(world: World) -> None:
    world.openai.script(Behaviour(tokens=10_000, tokens_per_s=100))
    pieces = world.router.stream(ask(model="first"))
    await anext(pieces)
    await pieces.aclose()
    await world.openai.until(lambda: world.openai.disconnects == 1, timeout_s=2)


async def test_when_all_are_down_each_is_named(world: World) -> None:
    await world.openai.stop()
    await world.anthropic.stop()
    with pytest.raises(ModelUnavailableError, match=r"first: First cannot.*second: Anthropic can"):
        await collect(world.router, ask(model="first"))
