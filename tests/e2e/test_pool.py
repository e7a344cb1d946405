"""The Pool page: what the models' machines do, for who runs the installation."""

import re
from collections.abc import AsyncGenerator
from typing import Any

import httpx
import pytest
from playwright.async_api import Locator, Page, Route, expect

from tests.e2e.conftest import Complaints, NewContext
from tests.e2e.test_accessibility import PHONE, violations
from tests.system import START_TIMEOUT_S, System

MODELS = "Models of the pool"
START_MS = 1000 * START_TIMEOUT_S
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
    model = pool.row(MODELS, "Atelier demo")
    await expect(model).to_contain_text("Ready")
    await expect(model).to_contain_text("a token written")
    nodes = pool.page.get_by_role("region", name="Nodes of the cluster")
    node = nodes.get_by_role("row").filter(has_text="Alive")
    await expect(node).to_have_count(1)
    await expect(node).to_contain_text(re.compile(r"\d of \d+ in use, \d ready"))

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
    await expect(pool.row(MODELS, "Atelier demo")).to_be_visible()
    await pool.page.unroute("**/api/pool")
    await expect(pool.standing.filter(has_text="Updated every second.")).to_be_visible()


async def test_a_tenants_share_and_budget_are_changed_in_place(
    pool: PoolPage, api: httpx.AsyncClient
) -> None:
    await ask(api)
    row = pool.row("Tenants of the pool", "local")
    weight = row.get_by_role("textbox", name="Weight of local")
    budget = row.get_by_role("textbox", name="GPU minutes a day of local")

    async def change(cell: Locator, typed: str) -> None:
        changed = lambda answer: answer.request.method == "PATCH" and answer.ok  # noqa: E731
        async with pool.page.expect_response(changed):
            await cell.fill(typed)
            await cell.press("Enter")

    await change(weight, "2,5")
    await budget.fill("a lot")
    await budget.press("Enter")
    await expect(pool.page.get_by_text("“a lot” is no number.")).to_be_visible()
    await expect(budget).to_have_value("")
    await change(budget, "90")
    await pool.page.reload()
    await expect(weight).to_have_value("2.5")
    await expect(budget).to_have_value("90")
    await change(weight, "1")
    await change(budget, "")
    await pool.page.reload()
    await expect(weight).to_have_value("1")
    await expect(budget).to_have_value("")


@pytest.fixture
async def sleeper(new_context: NewContext, painting: System) -> AsyncGenerator[PoolPage]:
    """The page of an installation with a model that nobody needs."""
    pool = await PoolPage(await (await new_context()).new_page()).open(painting.url)
    await expect(pool.row(MODELS, "Tiny sleeper")).to_contain_text("Cold", timeout=START_MS)
    yield pool
    async with httpx.AsyncClient(base_url=painting.url) as api:
        reset = {"min_replicas": None, "max_replicas": None, "drained": False}
        (await api.patch("/api/pool/models/tiny-sleeper", json=reset)).raise_for_status()


async def test_a_model_is_drained_and_takes_work_again(sleeper: PoolPage) -> None:
    row = sleeper.row(MODELS, "Tiny sleeper")
    await row.get_by_role("button", name="Drain Tiny sleeper").click()
    await expect(row).to_contain_text("Drained")
    await expect(row.get_by_role("button")).to_have_count(1)
    await sleeper.page.reload()
    await row.get_by_role("button", name="Resume Tiny sleeper").click()
    await expect(row).to_contain_text("Cold")
    await expect(row.get_by_role("button", name="Start Tiny sleeper")).to_be_visible()


async def test_what_waits_is_shown_in_its_order(sleeper: PoolPage, painting: System) -> None:
    await expect(sleeper.page.get_by_text("Nothing waits.")).to_be_visible()
    body = {"prompt": "two boats", "model": "tiny-sleeper", "steps": 100, "count": 8}
    async with httpx.AsyncClient(base_url=painting.url, timeout=30) as api:
        job = (await api.post("/api/image-jobs", json=body)).raise_for_status().json()
        queue = sleeper.page.get_by_role("region", name="Queue of the pool").get_by_role("row")
        first = queue.nth(1)  # under the heads
        await expect(first).to_contain_text("Tiny sleeper")
        await expect(first.get_by_role("cell").nth(1)).to_have_text("0")
        await expect(queue.nth(2).get_by_role("cell").nth(1)).to_have_text("1")
        (await api.post(f"/api/runs/{job['id']}/cancel")).raise_for_status()
    await expect(sleeper.page.get_by_text("Nothing waits.")).to_be_visible()


async def test_a_model_is_pinned_scaled_and_unloaded(sleeper: PoolPage) -> None:
    row = sleeper.row(MODELS, "Tiny sleeper")
    least = row.get_by_role("combobox", name="Least replicas of Tiny sleeper")
    most = row.get_by_role("combobox", name="Most replicas of Tiny sleeper")
    await expect(most.get_by_role("option")).to_have_text(["1", "2"])
    await least.select_option("1")
    await expect(row).to_contain_text("Ready", timeout=START_MS)
    await expect(row.get_by_role("button", name="Unload Tiny sleeper")).to_have_count(0)
    await most.select_option("1")
    await expect(least.get_by_role("option")).to_have_text(["0", "1"])
    await least.select_option("0")
    await row.get_by_role("button", name="Unload Tiny sleeper").click()
    await expect(row).to_contain_text("Cold", timeout=START_MS)


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
