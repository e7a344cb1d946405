"""Two installations: one with the demo model, and one whose models are servers of ours that do
as they are told (no engine, so it starts quickly)."""

from collections.abc import AsyncGenerator, Iterator

import httpx
import pytest
import yaml

from tests.integration.gateway.talk import Talk
from tests.providers import AnthropicServer, Behaviour, OpenAIServer
from tests.providers.git_server import GitServer
from tests.system import Stage, System, local_models_off


@pytest.fixture(scope="session")
async def openai_provider() -> AsyncGenerator[OpenAIServer]:
    server = OpenAIServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture(scope="session")
async def anthropic_provider() -> AsyncGenerator[AnthropicServer]:
    server = AnthropicServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture(autouse=True)
def _well_behaved(request: pytest.FixtureRequest) -> Iterator[None]:
    """What one test told the providers is forgotten before the next."""
    yield
    for name in ("openai_provider", "anthropic_provider"):
        if name in request.fixturenames:
            server = request.getfixturevalue(name)
            server.default = Behaviour()
            server._script.clear()


@pytest.fixture(scope="session")
def provided(
    tmp_path_factory: pytest.TempPathFactory,
    stage: Stage,
    openai_provider: OpenAIServer,
    anthropic_provider: AnthropicServer,
    git_server: GitServer,
) -> System:
    """An installation of remote models alone: `steady`, `backed` (falls back to it), `claude`,
    and `lost`, whose provider is not there."""
    folder = tmp_path_factory.mktemp("provided")
    models = folder / "models.yaml"
    models.write_text(_models(openai_provider.base_url, anthropic_provider.base_url))
    env = {
        "ATELIER_MODELS": str(models),
        "TEST_PROVIDER_KEY": "test-key",
        "ATELIER_GIT_PRIVATE_HOSTS": git_server.host,
    }
    return stage.enter(System(folder / "data", env))


def _models(openai_url: str, anthropic_url: str) -> str:
    def entry(name: str, engine: str, url: str, *fallbacks: str) -> dict[str, object]:
        remote = {"base_url": url, "upstream_model": "tiny", "api_key_env": "TEST_PROVIDER_KEY"}
        return {
            "id": name,
            "name": name.title(),
            "engine": engine,
            "remote": remote,
            "context_tokens": 2048,
            "max_output_tokens": 1024,
            "price": {"input_usd_per_mtok": 1, "output_usd_per_mtok": 2},
            "fallbacks": list(fallbacks),
        }

    nowhere = "http://127.0.0.1:9/v1"
    entries: list[dict[str, object]] = [
        entry("steady", "openai", openai_url),
        entry("claude", "anthropic", anthropic_url),
        entry("careful", "openai", openai_url) | {"studio": {"planner": "claude"}},
        entry("backed", "anthropic", anthropic_url, "steady"),
        entry("lost", "openai", nowhere, "steady"),
        *local_models_off(),
    ]
    return yaml.safe_dump({"default": ["steady"], "models": entries})


@pytest.fixture
async def api(provided: System, openai_provider: OpenAIServer) -> AsyncGenerator[httpx.AsyncClient]:
    """A client of the installation with remote models."""
    async with _client(provided) as client:
        yield client


@pytest.fixture
async def demo(system: System) -> AsyncGenerator[httpx.AsyncClient]:
    """A client of the installation with the demo model."""
    async with _client(system) as client:
        yield client


@pytest.fixture
async def talk(api: httpx.AsyncClient) -> Talk:
    """A new conversation with `steady`."""
    return await Talk.begin(api)


def _client(system: System) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=system.url, timeout=60)
