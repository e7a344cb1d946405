"""A host and a gateway's client of it, on real stores; the model is told what to say."""

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import aiohttp
import PIL.Image
import pytest
from aiohttp import web

from actors.client import AgentClient
from actors.host import AgentHost, HostServer
from actors.run_log import RunLog
from serve.catalog import Catalog
from serve.chat import ChatRequest, Delta, Message, Notice, TokenUsage
from serve.image import ImageRequest, Picture, Progress
from serve.image_router import ImageRouter
from serve.model_entry import ModelEntry
from serve.router import ModelRouter, RetryPolicy
from storage import Storage, TenantStorage, new_id
from storage.embedded import EmbeddedStores

SECRET = "shared"
HOST = "agents-0"


@dataclass
class Parrot:
    """A model that answers with the last message, or what `says` has for it; `asked` holds what
    it was sent."""

    says: list[str | Exception] = field(default_factory=list)
    asked: list[Sequence[Message]] = field(default_factory=list)
    tools: list[Any] = field(default_factory=list)
    by: list[str] = field(default_factory=list)
    """As which model it was asked."""
    max_tokens: list[int | None] = field(default_factory=list)
    call: str | None = None
    """Arguments of a call of `draw_image` behind its words."""
    failure: Exception | None = None

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Delta | Notice]:
        self.asked.append(request.messages)
        self.by.append(request.model)
        self.max_tokens.append(request.sampling.max_tokens)
        self.tools = request.sampling.extra.get("tools", [])
        if self.failure is not None:
            raise self.failure
        for word in self._words(request):
            yield Delta(text=word, tokens=1)
            await asyncio.sleep(0)
        if self.call is not None:
            function = {"name": "draw_image", "arguments": self.call}
            yield Delta(tool_calls=({"index": 0, "function": function},))
        yield Delta(finish_reason="tool_calls" if self.call else "stop", usage=TokenUsage(1, 1))

    def _words(self, request: ChatRequest) -> list[str]:
        if not self.says:
            return [f"{word} " for word in str(request.messages[-1]["content"]).split()]
        said = self.says.pop(0)
        if isinstance(said, Exception):
            raise said
        rest = said[len(request.kept.text) if request.kept else 0 :]
        return [rest[i : i + 7] for i in range(0, len(rest), 7)]

    async def count_tokens(self, messages: Sequence[Message]) -> int:
        return len(messages)

    async def close(self) -> None:
        pass


@dataclass
class Brush:
    """Draws one dot in the colour of its seed, which it waits to be let for after a step."""

    asked: list[ImageRequest] = field(default_factory=list)
    allowed: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(100))

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Picture | Notice]:
        self.asked.append(request)
        yield Progress(1, request.steps)
        await self.allowed.acquire()
        dot = BytesIO()
        PIL.Image.new("RGB", (1, 1), (request.seed % 256, 0, 0)).save(dot, "PNG")
        # A thumbnail that no other picture has: bytes are stored by their hash.
        yield Picture(dot.getvalue() + request.picture_id.encode(), request.picture_id.encode())

    async def close(self) -> None:
        pass


@dataclass
class Bench:
    """What a test needs of host and client."""

    storage: Storage
    tenant: TenantStorage
    model: Parrot
    brush: Brush
    host: AgentHost
    client: AgentClient


@pytest.fixture(scope="session")
async def storage(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[Storage]:
    async with EmbeddedStores(tmp_path_factory.mktemp("stores")) as stores:
        storage = await Storage.open(stores.settings)
        await storage.prepare()
        yield storage
        await storage.close()


@pytest.fixture
async def bench(storage: Storage) -> AsyncGenerator[Bench]:
    model = Parrot()
    remote = {"base_url": "http://127.0.0.1:9/v1", "upstream_model": "none"}
    parrot = {
        "id": "parrot",
        "name": "Parrot",
        "engine": "openai",
        "remote": remote,
        "context_tokens": 4096,
        "max_output_tokens": 512,
    }
    jay = {"id": "jay", "price": {"input_usd_per_mtok": 1, "output_usd_per_mtok": 2}}
    drawing = {"id": "brush", "name": "Brush", "engine": "diffusers", "source": "none"}
    drawing |= {"capabilities": ["image"], "context_tokens": 77, "drawing": {"steps": 2}}
    entries = map(ModelEntry.model_validate, (parrot, parrot | jay, drawing))
    catalog = Catalog(tuple(entries), (), {})
    brush = Brush()
    run_log = RunLog(storage.hosts, f"{HOST}:{new_id()}", time.monotonic)
    models = ModelRouter(catalog, lambda _: model)
    painter = ImageRouter(catalog, lambda _: brush, lambda _: RetryPolicy())
    host = AgentHost(HOST, storage, models, painter, catalog, run_log)
    runner = web.AppRunner(HostServer(host, SECRET).app(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    committing = asyncio.create_task(run_log.run())
    async with aiohttp.ClientSession() as session:
        client = AgentClient(session, SECRET, 1)
        client._addresses[HOST] = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield Bench(storage, storage.tenant(new_id()), model, brush, host, client)
    committing.cancel()
    await runner.cleanup()
