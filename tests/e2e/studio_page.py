"""The studio's page, as a person uses it."""

import re
from urllib.parse import quote

import httpx
from playwright.async_api import Locator, Page, expect

APP = "src/App.tsx"


class StudioPage:
    """One tab."""

    def __init__(self, page: Page, url: str, api: httpx.AsyncClient) -> None:
        self.page = page
        self.url = url
        self.api = api
        self.ask = page.get_by_role("textbox", name="Ask for a change")
        self.applied = page.locator(".applied-what")
        self.lines = page.locator(".studio-editor .view-lines").last
        self.saved = page.get_by_role("status").filter(has_text=re.compile("^Saved$"))

    async def wish(self, text: str) -> "StudioPage":
        await self.page.goto(f"{self.url}/studio")
        box = self.page.get_by_role("textbox", name="What shall it be?")
        await box.fill(text)
        await box.press("Enter")
        await self.page.wait_for_url("**/studio/*")
        return self

    async def open(self, project: str) -> "StudioPage":
        await self.page.goto(f"{self.url}/studio/{project}")
        await expect(self.file("App.tsx")).to_be_visible()
        return self

    async def edit(self, name: str) -> None:
        """Open a file, with the cursor at its beginning."""
        await self.file(name).click()
        await expect(self.page.locator(".tab.current")).to_contain_text(name)
        await self.lines.click()
        await self.page.keyboard.press("Control+Home")

    async def edit_whole(self, name: str, text: str) -> None:
        await self.edit(name)
        await self.page.keyboard.press("Control+a")
        await self.page.keyboard.insert_text(text)
        await self.page.keyboard.press("Control+s")
        await expect(self.lines).to_contain_text(text.strip()[-12:])
        await expect(self.saved).to_be_visible()

    def file(self, name: str) -> Locator:
        return self.page.get_by_role("treeitem", name=name, exact=True)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def project(self) -> str:
        return self.page.url.rsplit("/", 1)[1]

    async def text(self, path: str = APP) -> str:
        """What the server has."""
        address = f"/api/projects/{self.project}/file?path={quote(path)}"
        return (await self.api.get(address)).raise_for_status().text

    async def paths(self) -> list[str]:
        found = (await self.api.get(f"/api/projects/{self.project}/files")).json()["items"]
        return [entry["path"] for entry in found]

    async def log(self) -> list[str]:
        """The first line of each commit, the newest first."""
        commits = (await self.api.get(f"/api/projects/{self.project}/log")).json()["items"]
        return [commit["message"].split("\n")[0] for commit in commits]

    async def write_elsewhere(self, text: str, path: str = APP) -> None:
        found = (await self.api.get(f"/api/projects/{self.project}/files")).json()["items"]
        base = next(entry["sha"] for entry in found if entry["path"] == path)
        address = f"/api/projects/{self.project}/file?path={quote(path)}&base={base}"
        (await self.api.put(address, content=text.encode())).raise_for_status()
