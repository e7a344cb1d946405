"""An installation with the demo model and one whose pace the tests set, and a real browser."""

import re
import shutil
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
import yaml
from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Route,
    WebError,
    async_playwright,
    expect,
)

from tests.e2e.author import Author
from tests.e2e.chat_page import ChatPage
from tests.e2e.studio_page import StudioPage
from tests.e2e.wire import Wire
from tests.previews import PreviewTab, preview_site
from tests.providers import HubServer
from tests.providers.git_server import GitServer
from tests.system import Stage, System

PATIENCE_MS = 60_000
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NewContext = Callable[..., Awaitable[BrowserContext]]
NewTab = Callable[..., Awaitable[StudioPage]]


@pytest.fixture(scope="session")
async def provider() -> AsyncGenerator[Author]:
    server = Author()
    await server.start()
    yield server
    server.release()
    await server.stop()


@pytest.fixture
def author(provider: Author) -> Iterator[Author]:
    """The writer of `steady`'s answers, with no memory of earlier tests."""
    provider.begin_anew()
    yield provider
    provider.begin_anew()


@pytest.fixture(scope="session")
async def hub() -> AsyncGenerator[HubServer]:
    """Where the weights of `tiny` come from, once it is started."""
    server = HubServer(files={"model.safetensors": bytes(100_000)})
    yield server
    await server.stop()


@pytest.fixture(scope="session")
async def hub_url(hub: HubServer) -> str:
    return await hub.start()


@pytest.fixture(scope="session")
def studio(
    tmp_path_factory: pytest.TempPathFactory,
    stage: Stage,
    provider: Author,
    hub_url: str,
    git_server: GitServer,
) -> System:
    """An installation where `steady` is the default, the demo model answers too, and `tiny` can
    be pulled."""
    folder = tmp_path_factory.mktemp("studio")
    models = folder / "models.yaml"
    models.write_text(yaml.safe_dump(_models(provider.base_url)))
    env = {
        "ATELIER_MODELS": str(models),
        "TEST_PROVIDER_KEY": "test-key",
        "HF_ENDPOINT": hub_url,
        "ATELIER_GIT_PRIVATE_HOSTS": git_server.host,
    }
    return stage.enter(System(folder / "data", env)).ready()


def _models(url: str) -> dict[str, object]:
    steady = {
        "id": "steady",
        "name": "Steady",
        "engine": "openai",
        "remote": {
            "base_url": url,
            "upstream_model": "tiny",
            "api_key_env": "TEST_PROVIDER_KEY",
        },
        "context_tokens": 100_000,
        "max_output_tokens": 4096,
        "price": {"input_usd_per_mtok": 1, "output_usd_per_mtok": 2},
    }
    tiny = {
        "id": "tiny",
        "name": "Tiny",
        "engine": "vllm",
        "source": "acme/tiny",
        "requires": {"hub": True},
        "context_tokens": 2048,
        "max_output_tokens": 1024,
        "resources": {"num_gpus": 0, "num_cpus": 1},
    }
    careful = steady | {"id": "careful", "name": "Careful", "studio": {"planner": "steady"}}
    return {"default": ["steady"], "models": [steady, careful, tiny]}


@pytest.fixture
async def api(studio: System) -> AsyncGenerator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=studio.url, timeout=30) as client:
        yield client


@pytest.fixture
async def wire(studio: System) -> AsyncGenerator[Wire]:
    """Another way to the gateway, that can be cut."""
    wire = Wire(studio.port)
    await wire.mend()
    yield wire
    await wire.cut()


@pytest.fixture(scope="session")
async def browser() -> AsyncGenerator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


class Complaints:
    """What browsers complained about: console errors (a violated CSP is one), exceptions."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._expected: list[str] = []

    def expect(self, pattern: str) -> None:
        """This test provokes such errors."""
        self._expected.append(pattern)

    def note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(f"{message.text} ({message.location.get('url', '')})")

    def note_exception(self, error: WebError) -> None:
        self.seen.append(str(error.error))

    @property
    def unexpected(self) -> list[str]:
        return [text for text in self.seen if not any(re.search(p, text) for p in self._expected)]


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    """A test in which a browser complains fails."""
    complaints = Complaints()
    yield complaints
    assert complaints.unexpected == []


@pytest.fixture
async def new_context(browser: Browser, complaints: Complaints) -> AsyncGenerator[NewContext]:
    """Makes browsers that share nothing: other people, or other devices."""
    made: list[BrowserContext] = []

    async def make(**options: object) -> BrowserContext:
        options = {"viewport": {"width": 1280, "height": 800}, **options}
        context = await browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        context.on("console", complaints.note)
        context.on("weberror", complaints.note_exception)
        made.append(context)
        return context

    yield make
    for context in made:
        await context.close()


@pytest.fixture
async def context(new_context: NewContext) -> BrowserContext:
    return await new_context()


@pytest.fixture
async def chat(context: BrowserContext, studio: System, author: Author) -> ChatPage:
    """The empty page, with `steady` to answer."""
    return await ChatPage(await context.new_page()).open(studio.url)


@pytest.fixture
def title() -> str:
    """Words that nothing else on the installation has."""
    return f"Plan {uuid4().hex[:8]}"


async def stored_answer(api: httpx.AsyncClient, conversation: str) -> dict[str, object]:
    """The last message that the server shows for a conversation."""
    response = await api.get(f"/api/conversations/{conversation}/messages")
    answer: dict[str, object] = response.json()["items"][-1]
    return answer


@pytest.fixture(scope="session")
async def preview_url() -> AsyncGenerator[str]:
    async with preview_site() as url:
        yield url


@pytest.fixture
async def offline(context: BrowserContext, preview_url: str) -> list[str]:
    """Nothing but the site answers; the addresses that were asked for all the same."""
    asked: list[str] = []

    async def refuse(route: Route) -> None:
        if route.request.url.startswith(preview_url):
            await route.continue_()
        else:
            asked.append(route.request.url)
            await route.abort()

    await context.route("**/*", refuse)
    return asked


@pytest.fixture
async def preview(context: BrowserContext, offline: list[str], preview_url: str) -> PreviewTab:
    return await PreviewTab(await context.new_page()).open(preview_url)


@pytest.fixture
async def new_tab(new_context: NewContext, studio: System, api: httpx.AsyncClient) -> NewTab:
    """Makes tabs of browsers that share nothing."""

    async def make(**options: Any) -> StudioPage:
        page = await (await new_context(**options)).new_page()
        return StudioPage(page, studio.url, api)

    return make
