"""The page as a person uses it: by the names of what is on it."""

import asyncio
import re
from collections.abc import Callable
from typing import Any

from playwright.async_api import Locator, Page, expect

_WATCH = """() => {
    window.shown = [];
    new MutationObserver(() => {
        const text = document.querySelector('.streaming')?.innerText.trim();
        if (text && text !== window.shown.at(-1)) window.shown.push(text);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""


class ChatPage:
    """One tab."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.get_by_role("textbox", name=re.compile("^Message "))
        self.stop = page.get_by_role("button", name="Stop (Esc)")
        self.questions = page.locator(".question")
        self.answers = page.locator(".answer")
        self.streaming = page.locator(".streaming")
        self.ended = page.locator(".answer .message-actions")
        self.banner = page.locator(".banner")
        self.sidebar = page.get_by_role("navigation", name="Conversation list")

    async def open(self, url: str) -> "ChatPage":
        await self.page.goto(url)
        await expect(self.box).to_be_visible()
        return self

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def row(self, title: str) -> Locator:
        """A conversation in the sidebar."""
        return self.sidebar.get_by_role("listitem").filter(has_text=title)

    async def send(self, text: str) -> None:
        await self.box.fill(text)
        await self.box.press("Enter")

    async def ask(self, text: str, answers: int = 1) -> None:
        """Send it and see the answer through; `answers` are then on the page."""
        await self.send(text)
        await self.see_end(answers)

    async def see(self, text: str) -> None:
        """Until the running answer shows this."""
        await expect(self.streaming).to_contain_text(text)

    async def see_end(self, answers: int = 1) -> None:
        await expect(self.ended).to_have_count(answers)
        await expect(self.stop).to_have_count(0)

    async def choose_model(self, name: str) -> None:
        await self.page.get_by_role("button", name=re.compile("^Model: ")).click()
        await self.page.get_by_role("button", name=re.compile(f"^{name}")).click()
        chosen = self.page.get_by_role("button", name=re.compile(f"^Model: {name}"))
        await expect(chosen).to_be_visible()

    async def option(self, title: str, name: str) -> None:
        """Choose from the menu of a conversation in the sidebar."""
        await self.row(title).hover()
        await self.button(f"Options for {title}").click()
        await self.page.get_by_role("menuitem", name=name, exact=True).click()

    @property
    def conversation_id(self) -> str:
        return self.page.url.rsplit("/c/", 1)[1]

    async def text(self, place: int = -1) -> str:
        """What an answer shows, with its white space made single."""
        shown = await self.answers.nth(place).locator(".prose").inner_text()
        return " ".join(shown.split())

    async def watch_growth(self) -> None:
        """From here on, note what the running answer shows, however briefly."""
        await self.page.evaluate(_WATCH)

    async def grown(self) -> list[str]:
        """The different texts that the running answer has shown, in order."""
        shown: list[str] = await self.page.evaluate("window.shown")
        return shown

    async def until(self, script: str, wanted: Callable[[Any], bool] = bool) -> Any:
        """Until what the script gives is wanted."""
        value = None

        async def look() -> bool:
            nonlocal value
            value = await self.page.evaluate(script)
            return wanted(value)

        await eventually(look, script)
        return value


async def eventually(look: Any, what: str, timeout_s: float = 30.0, every_s: float = 0.05) -> None:
    """Wait for a condition that has no event of its own."""
    async with asyncio.timeout(timeout_s):
        while not await look():
            await asyncio.sleep(every_s)
