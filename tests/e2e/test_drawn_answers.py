"""Pictures in a conversation: asked for with `/image`, waited for, looked at."""

from collections.abc import AsyncGenerator

import httpx
import pytest
from playwright.async_api import BrowserContext, expect

from tests.e2e.chat_page import ChatPage
from tests.e2e.conftest import Complaints
from tests.e2e.test_accessibility import violations
from tests.system import System

WORDS = "sunset over the ocean, two boats"
PLACES = 8
LONG = 200
"""Steps that take longer than the test, and not so long that nobody is let in to wait."""


@pytest.fixture
async def chat(context: BrowserContext, painting: System) -> ChatPage:
    return await ChatPage(await context.new_page()).open(painting.url)


@pytest.fixture
async def crowd(painting: System) -> AsyncGenerator[None]:
    """Pictures that have all places of the model."""
    async with httpx.AsyncClient(base_url=painting.url, timeout=30) as client:
        job = {"prompt": "a house", "steps": LONG, "count": PLACES, "model": "tiny-image"}
        begun = (await client.post("/api/image-jobs", json=job)).raise_for_status().json()
        yield
        await client.post(f"/api/runs/{begun['id']}/cancel")


async def test_a_picture_is_an_answer(chat: ChatPage) -> None:
    await chat.button(f"/image {WORDS}").click()
    await chat.see_end()
    picture = chat.answers.get_by_role("img", name=WORDS)
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.naturalWidth") == 128
    await expect(chat.row(WORDS)).to_be_visible()
    assert await violations(chat.page) == []

    await chat.page.reload()
    await picture.click()
    await expect(chat.page.get_by_role("dialog", name="Picture")).to_be_visible()
    await chat.page.go_back()
    await expect(picture).to_be_visible()


async def test_two_answers_are_two_pictures(chat: ChatPage) -> None:
    await chat.ask(f"/image {WORDS}")
    picture = chat.answers.get_by_role("img", name=WORDS)
    first = await picture.get_attribute("src")
    await chat.button("Answer again").click()
    await expect(chat.page.get_by_text("2/2")).to_be_visible()
    await chat.see_end()
    await expect(picture).not_to_have_attribute("src", str(first))


async def test_a_picture_that_waits_says_so_and_may_be_stopped(chat: ChatPage, crowd: None) -> None:
    await chat.send(f"/image {WORDS}")
    await expect(chat.answers).to_contain_text("All places at the model are taken")
    await expect(chat.answers.get_by_role("listitem")).to_have_count(1)
    assert await violations(chat.page) == []
    await chat.stop.click()
    await chat.see_end()
    await expect(chat.answers).to_contain_text("Stopped")


async def test_pictures_of_nothing_are_refused_in_words(
    chat: ChatPage, complaints: Complaints
) -> None:
    complaints.expect("422")
    await chat.send("/image")
    await expect(chat.page.get_by_text("say what to draw")).to_be_visible()
