"""Stopping an answer: what was written stays, and it says that it was stopped."""

import httpx
import pytest
from playwright.async_api import expect

from tests.e2e.author import Author
from tests.e2e.chat_page import ChatPage
from tests.e2e.conftest import stored_answer

BEGINNING = "Sentence 1 of the story, told1. Sentence 2 of"


@pytest.fixture
async def halfway(chat: ChatPage, author: Author) -> ChatPage:
    """An answer of which six tokens are written, and no more come."""
    author.hold(after=6)
    await chat.send("Tell me a story")
    await chat.see("Sentence 2 of")
    return chat


async def stopped(chat: ChatPage, api: httpx.AsyncClient, author: Author) -> None:
    await expect(chat.page.locator(".ending")).to_have_text("Stopped")
    await chat.see_end()
    assert await chat.text() == BEGINNING
    stored = await stored_answer(api, chat.conversation_id)
    assert (stored["status"], str(stored["content"]).strip()) == ("cancelled", BEGINNING)
    await author.until(lambda: author.active == 0)


async def test_stop_by_button(halfway: ChatPage, api: httpx.AsyncClient, author: Author) -> None:
    await halfway.stop.click()
    await stopped(halfway, api, author)
    await expect(halfway.box).to_be_focused()


async def test_stop_by_escape(halfway: ChatPage, api: httpx.AsyncClient, author: Author) -> None:
    await halfway.page.keyboard.press("Escape")
    await stopped(halfway, api, author)


async def test_stop_after_a_reload(
    halfway: ChatPage, api: httpx.AsyncClient, author: Author
) -> None:
    await halfway.page.reload()
    await halfway.see("Sentence 2 of")
    await halfway.stop.click()
    await stopped(halfway, api, author)
    await halfway.page.reload()
    await expect(halfway.page.locator(".ending")).to_have_text("Stopped")


async def test_escape_closes_a_dialog_first(halfway: ChatPage, author: Author) -> None:
    await halfway.button("Conversation settings").click()
    dialog = halfway.page.get_by_role("dialog")
    await expect(dialog).to_be_visible()
    await halfway.page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(halfway.stop).to_be_enabled()
    author.release()
    await halfway.see_end()
    await expect(halfway.page.locator(".ending")).to_have_count(0)
