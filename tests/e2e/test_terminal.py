"""The terminal of the studio's page, in a real browser and a real sandbox."""

import re
from collections.abc import AsyncGenerator

import httpx
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, WebSocketRoute, expect

from tests.e2e.conftest import NewContext
from tests.system import System


@pytest.fixture
async def project(api: httpx.AsyncClient) -> AsyncGenerator[str]:
    made = (await api.post("/api/projects", json={"name": "Terminal"})).raise_for_status().json()
    yield made["id"]
    await api.delete(f"/api/projects/{made['id']}/sandbox")


async def opened(page: Page, studio: System, project: str) -> Page:
    await page.goto(f"{studio.url}/studio/{project}")
    await page.get_by_role("button", name="Terminal", exact=True).click()
    await expect(page.locator(".terminal-pane")).to_be_visible()
    return page


async def test_it_runs_node_and_survives_a_reload(
    new_context: NewContext, studio: System, project: str, api: httpx.AsyncClient
) -> None:
    page = await opened(await (await new_context()).new_page(), studio, project)
    rows = page.locator(".xterm-rows")
    await expect(rows).to_contain_text("$")
    await page.keyboard.type("node --version; echo made > made.txt\n")
    await expect(rows).to_contain_text(re.compile(r"v2\d\.\d+\.\d+"))
    colour = await rows.evaluate("element => getComputedStyle(element).color")
    assert colour == await page.evaluate("getComputedStyle(document.body).color")
    await page.get_by_role("button", name="Sync files").click()
    await expect(page.locator(".terminal-said")).to_have_text("1 file came back as a commit.")
    content = await api.get(f"/api/projects/{project}/file?path=made.txt")
    assert content.text == "made\n"
    await page.reload()
    await opened(page, studio, project)
    await expect(rows).to_contain_text(re.compile(r"v2\d\.\d+\.\d+"))
    await page.keyboard.type("exit\n")
    await expect(page.locator(".terminal-said")).to_contain_text("Press a key to start another.")
    await page.keyboard.press("Enter")
    await page.keyboard.type("echo on$((1+1))e\n")
    await expect(rows).to_contain_text("on2e")


async def test_it_has_the_files_of_the_branch_that_is_looked_at(
    new_context: NewContext, studio: System, project: str, api: httpx.AsyncClient
) -> None:
    place = f"/api/projects/{project}"
    (await api.post(f"{place}/branches", json={"name": "try"})).raise_for_status()
    octets = {"Content-Type": "application/octet-stream"}
    query = {"path": "only.txt", "branch": "try"}
    put = api.put(f"{place}/file", params=query, content=b"of try", headers=octets)
    (await put).raise_for_status()
    page = await opened(await (await new_context()).new_page(), studio, project)
    rows, said = page.locator(".xterm-rows"), page.locator(".terminal-said")
    await expect(rows).to_contain_text("$")
    await page.keyboard.type("cat only.txt\n")
    await expect(rows).to_contain_text("No such file")
    await page.get_by_role("button", name="Branches").click()
    branches = page.get_by_role("list", name="Branches").get_by_role("listitem")
    await branches.filter(has_text="try").get_by_role("button").first.click()
    await page.get_by_role("button", name="Look at its files").click()
    await expect(said).to_have_text("The files are those of try now.")
    await page.locator(".xterm-helper-textarea").focus()
    await page.keyboard.type("clear; cat only.txt; echo more > more.txt\n")
    await expect(rows).to_contain_text("of try")
    await page.get_by_role("button", name="Sync files").click()
    await expect(said).to_have_text("1 file came back as a commit.")
    assert (await api.get(f"{place}/file?path=more.txt&branch=try")).text == "more\n"
    assert (await api.get(f"{place}/file?path=more.txt")).status_code == 404
    await page.get_by_role("button", name="Files", exact=True).click()
    await expect(page.get_by_role("treeitem", name="more.txt", exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_is_accessible_and_can_be_left(
    new_context: NewContext, studio: System, project: str, scheme: str
) -> None:
    context = await new_context(color_scheme=scheme)
    page = await opened(await context.new_page(), studio, project)
    await expect(page.locator(".xterm-rows")).to_contain_text("$")
    await page.keyboard.press("Shift+Escape")
    await expect(page.get_by_role("textbox", name="Ask for a change")).to_be_focused()
    found = (await Axe().run(page, ".terminal-pane")).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


async def test_a_node_without_sandboxes_says_what_to_do(
    new_context: NewContext, studio: System, project: str
) -> None:
    page = await (await new_context()).new_page()

    def refuse(socket: WebSocketRoute) -> None:
        told = '{"type":"problem","code":"sandbox_unavailable","detail":"Install Docker."}'
        socket.send(told)

    await page.route_web_socket("**/terminal?*", refuse)
    await opened(page, studio, project)
    refused = page.get_by_role("alert").filter(has_text="Install Docker.")
    await expect(refused).to_contain_text("Everything else of the studio works")
