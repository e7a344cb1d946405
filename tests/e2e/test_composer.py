"""The message box: drafts, and messages that wait for their turn."""

import pytest
from playwright.async_api import expect

from tests.e2e.author import Author
from tests.e2e.chat_page import ChatPage


@pytest.fixture
async def answering(chat: ChatPage, author: Author) -> ChatPage:
    """An answer is under way."""
    author.hold(after=4)
    await chat.send("Tell me a story")
    await chat.see("told1.")
    return chat


async def test_a_queued_message_goes_off_by_itself(answering: ChatPage, author: Author) -> None:
    chat = answering
    await chat.send("And then?")
    queued = chat.page.locator(".queued li")
    await expect(queued).to_contain_text("And then?")
    await expect(chat.questions).to_have_count(1)
    assert author.active == 1
    author.release()
    await chat.see_end(answers=2)
    await expect(queued).to_have_count(0)
    await expect(chat.questions.last).to_contain_text("And then?")


async def test_a_queued_message_outlives_a_reload(answering: ChatPage, author: Author) -> None:
    chat = answering
    await chat.send("And then?")
    await expect(chat.page.locator(".queued li")).to_have_count(1)
    await chat.page.reload()
    await expect(chat.page.locator(".queued li")).to_contain_text("And then?")
    author.release()
    await chat.see_end(answers=2)
    await expect(chat.questions).to_have_count(2)


async def test_send_now_stops_the_answer(answering: ChatPage, author: Author) -> None:
    chat = answering
    await chat.send("Enough, something else")
    await chat.button("Send now").click()
    await expect(chat.page.locator(".ending")).to_have_text("Stopped")
    await expect(chat.questions).to_have_count(2)
    author.release()
    await chat.see_end(answers=2)
    assert author.requests[-1]["messages"][-1]["content"] == "Enough, something else"


async def test_drafts_are_kept_per_conversation(chat: ChatPage, title: str) -> None:
    await chat.ask(title)
    await chat.box.fill("half a thought")
    await chat.button("New chat").click()
    await expect(chat.box).to_have_value("")
    await chat.box.fill("another one")
    await chat.page.reload()
    await expect(chat.box).to_have_value("another one")
    await chat.row(title).get_by_role("link").click()
    await expect(chat.box).to_have_value("half a thought")
    await chat.ask("a whole thought", answers=2)
    await chat.page.reload()
    await expect(chat.box).to_have_value("")


async def test_shift_enter_makes_a_line(chat: ChatPage, author: Author) -> None:
    await chat.box.press_sequentially("one")
    await chat.box.press("Shift+Enter")
    await chat.box.press_sequentially("two")
    await expect(chat.box).to_have_value("one\ntwo")
    await chat.box.press("Enter")
    await chat.see_end()
    assert author.requests[-1]["messages"][-1]["content"] == "one\ntwo"


async def test_nothing_is_not_sent(chat: ChatPage) -> None:
    await chat.send("   ")
    await expect(chat.button("Send")).to_be_disabled()
    await expect(chat.questions).to_have_count(0)
