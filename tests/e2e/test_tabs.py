"""Many tabs of one browser, and many devices."""

import asyncio
import re

import httpx
from playwright.async_api import BrowserContext, expect

from tests.e2e.author import Author, story
from tests.e2e.chat_page import ChatPage, eventually
from tests.e2e.conftest import NewContext
from tests.system import System

TABS = 8
WHOLE = "".join(story(3)).strip()


async def open_requests(api: httpx.AsyncClient) -> int:
    """Requests that the gateway answers at this moment, without the one that asks."""
    metrics = (await api.get("/metrics")).text
    line = next(x for x in metrics.splitlines() if x.startswith("atelier_http_open_requests "))
    return int(float(line.split()[1])) - 1


async def test_eight_tabs_share_one_stream(
    context: BrowserContext, studio: System, api: httpx.AsyncClient, author: Author
) -> None:
    author.hold(after=4)
    tabs = [ChatPage(await context.new_page()) for _ in range(TABS)]
    for number, tab in enumerate(tabs):
        await tab.open(studio.url)
        await tab.send(f"Story number {number}")
    await asyncio.gather(*(tab.see("told1.") for tab in tabs))
    assert author.active == TABS

    async def has_two() -> bool:  # the runs' stream and the models'
        return await open_requests(api) == 2

    await eventually(has_two, "eight tabs to share two streams")

    author.release()
    await asyncio.gather(*(tab.see_end() for tab in tabs))
    assert [await tab.text() for tab in tabs] == [WHOLE] * TABS


async def test_another_tab_of_the_same_conversation(
    chat: ChatPage, context: BrowserContext, author: Author
) -> None:
    author.hold(after=6)
    await chat.send("Tell me a story")
    await chat.see("Sentence 2 of")
    other = await ChatPage(await context.new_page()).open(chat.page.url)
    await other.see("Sentence 2 of")
    await other.stop.click()
    await asyncio.gather(chat.see_end(), other.see_end())
    assert await chat.text() == await other.text()


async def test_another_device_sees_the_running_answer(
    chat: ChatPage, new_context: NewContext, author: Author
) -> None:
    author.hold(after=6)
    await chat.send("Tell me a story")
    await chat.see("Sentence 2 of")
    device = await new_context()
    other = await ChatPage(await device.new_page()).open(chat.page.url)
    await other.see("Sentence 2 of")
    await expect(other.stop).to_be_visible()
    author.release()
    await asyncio.gather(chat.see_end(), other.see_end())
    assert await chat.text() == await other.text() == WHOLE


async def test_an_answer_that_ends_elsewhere_is_marked_as_new(
    chat: ChatPage, author: Author, title: str
) -> None:
    author.hold(after=4)
    await chat.send(title)
    await chat.see("told1.")
    await chat.button("New chat").click()
    link = chat.row(title).get_by_role("link")
    await expect(link).to_have_accessible_name(re.compile("answering"))
    author.release()
    await expect(link).to_have_accessible_name(re.compile("new answer"))
    await link.click()
    await chat.see_end()
    await expect(link).to_have_accessible_name(title)
