"""The Pool page: what the models' machines do, for who runs the installation."""

import re
from typing import Any

import httpx
import pytest
from playwright.async_api import Locator, Page, Route, expect

from tests.e2e.conftest import Complaints, NewContext
from tests.e2e.test_accessibility import PHONE, violations
from tests.system import System

QUESTION = {
    "model": "atelier-demo",
    "messages": [{"role": "user", "content": "Hello"}],
    "max_tokens": 16,
}


class PoolPage:
    """One tab."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.gpu_plot = page.get_by_role("img", name=re.compile("^GPU time by tenant"))
        self.standing = page.get_by_role("main").get_by_role("status")

    async def open(self, url: str) -> "PoolPage":
        """Until it has shown the pool once."""
        await self.page.goto(f"{url}/pool")
        await expect(self.page.get_by_role("heading", name="Models", exact=True)).to_be_visible()
        return self

    def row(self, table: str, name: str) -> Locator:
        rows = self.page.get_by_role("region", name=table).get_by_role("row")
        header = self.page.get_by_role("rowheader", name=name, exact=True)
        return rows.filter(has=header)


@pytest.fixture
async def pool(new_context: NewContext, studio: System) -> PoolPage:
    return await PoolPage(await (await new_context()).new_page()).open(studio.url)


async def ask(api: httpx.AsyncClient) -> None:
    (await api.post("/v1/chat/completions", json=QUESTION)).raise_for_status()


async def test_who_asks_is_seen_to_receive_gpu_time(pool: PoolPage, api: httpx.AsyncClient) -> None:
    model = pool.row("Models of the pool", "Atelier demo")
    await expect(model).to_contain_text("Ready")
    await expect(model).to_contain_text("a token written")
    nodes = pool.page.get_by_role("region", name="Nodes of the cluster")
    await expect(nodes.get_by_role("row").filter(has_text="Alive")).to_have_count(1)

    await ask(api)
    tenant = pool.row("Tenants of the pool", "local")
    await expect(tenant).to_contain_text("100 %")
    served = tenant.get_by_role("cell").nth(2)
    await expect(served).to_have_text(re.compile(r"[1-9].* (ms|s|h)$"))
    await expect(pool.gpu_plot).to_have_accessible_name(re.compile("Now: local 100 %"))
    area = pool.gpu_plot.locator("path").filter(has_text="local")
    await expect(area).to_have_attribute("d", re.compile(r"^M\d.*L\d"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [{}, PHONE], ids=["desk", "phone"])
async def test_axe_has_nothing_to_say(
    new_context: NewContext,
    studio: System,
    api: httpx.AsyncClient,
    scheme: str,
    device: dict[str, Any],
) -> None:
    context = await new_context(color_scheme=scheme, **device)
    pool = await PoolPage(await context.new_page()).open(studio.url)
    await ask(api)
    await expect(pool.gpu_plot).to_have_accessible_name(re.compile("Now: local"))
    await pool.page.get_by_text("As a table").first.click()
    assert await violations(pool.page) == []
    shown = await pool.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert shown[0] == shown[1], "the page is wider than the screen"


async def test_the_last_figures_stay_while_the_dispatcher_restarts(
    pool: PoolPage, complaints: Complaints
) -> None:
    complaints.expect("503")

    async def away(route: Route) -> None:
        await route.fulfill(status=503, json={"status": 503, "code": "model_unavailable"})

    await pool.page.route("**/api/pool", away)
    await expect(pool.standing.filter(has_text="The dispatcher restarts…")).to_be_visible()
    await expect(pool.row("Models of the pool", "Atelier demo")).to_be_visible()
    await pool.page.unroute("**/api/pool")
    await expect(pool.standing.filter(has_text="Updated every second.")).to_be_visible()


async def test_the_sidebar_leads_there_and_away(pool: PoolPage) -> None:
    page = pool.page
    link = page.get_by_role("link", name="Pool", exact=True)
    await expect(link).to_have_attribute("aria-current", "page")
    await expect(page).to_have_title("Pool – Atelier")
    await page.get_by_role("button", name="New chat", exact=True).click()
    await expect(page).to_have_title("New chat – Atelier")
    await link.click()
    await expect(page.get_by_role("heading", name="Models", exact=True)).to_be_visible()


async def test_it_can_be_held_still(pool: PoolPage) -> None:
    pause = pool.page.get_by_role("button", name="Pause", exact=True)
    await pause.click()
    await expect(pool.standing.filter(has_text="Paused.")).to_be_visible()
    await expect(pause).to_have_count(0)
    async with pool.page.expect_response("**/api/pool") as seen:
        await pool.page.get_by_role("button", name="Go on", exact=True).click()
    assert (await seen.value).ok
