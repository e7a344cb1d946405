"""The list of conversations."""

import httpx
from playwright.async_api import expect

from tests.e2e.author import Author
from tests.e2e.chat_page import ChatPage, eventually


async def test_rename(chat: ChatPage, title: str) -> None:
    await chat.ask(title)
    await chat.option(title, "Rename")
    field = chat.page.get_by_role("textbox", name="Conversation title")
    await field.fill(f"Better {title}")
    await field.press("Enter")
    await expect(chat.page.get_by_role("heading", level=1)).to_have_text(f"Better {title}")
    await chat.page.reload()
    await expect(chat.row(f"Better {title}")).to_be_visible()


async def test_escape_leaves_the_name(chat: ChatPage, title: str) -> None:
    await chat.ask(title)
    await chat.option(title, "Rename")
    field = chat.page.get_by_role("textbox", name="Conversation title")
    await field.fill("Something else")
    await field.press("Escape")
    await expect(chat.page.get_by_role("heading", level=1)).to_have_text(title)
    await expect(chat.row(title).get_by_role("link")).to_be_focused()


async def test_pin(chat: ChatPage, title: str) -> None:
    await chat.ask(title)
    await chat.option(title, "Pin")
    pinned = chat.sidebar.locator("section").filter(has_text="Pinned")
    await expect(pinned.get_by_role("link", name=title)).to_be_visible()
    await chat.page.reload()
    await expect(pinned.get_by_role("link", name=title)).to_be_visible()
    await chat.option(title, "Unpin")
    await expect(pinned.get_by_role("link", name=title)).to_have_count(0)


async def test_delete_and_undo(chat: ChatPage, api: httpx.AsyncClient, title: str) -> None:
    await chat.ask(title)
    there = f"/api/conversations/{chat.conversation_id}"
    await chat.option(title, "Delete")
    await expect(chat.row(title)).to_have_count(0)
    await chat.button("Undo").click()
    await expect(chat.row(title)).to_have_count(1)
    assert (await api.get(there)).status_code == 200

    await chat.option(title, "Delete")
    await expect(chat.row(title)).to_have_count(0)
    await chat.page.reload()  # leaving the page carries it out

    async def is_gone() -> bool:
        return (await api.get(there)).status_code == 404

    await eventually(is_gone, "the conversation to be gone")
    await expect(chat.row(title)).to_have_count(0)


async def test_search_in_titles_and_texts(chat: ChatPage, author: Author, title: str) -> None:
    word = title.removeprefix("Plan ")
    author.tell(f"The secret is x{word}x.")
    await chat.ask(title)
    await chat.button("New chat").click()
    author.tell("Nothing special.")
    await chat.ask("Something else")

    search = chat.page.get_by_role("searchbox", name="Search conversations")
    await search.fill(f"x{word}")
    await expect(chat.sidebar.get_by_role("listitem")).to_have_count(1)
    await expect(chat.row(title)).to_be_visible()
    await search.press("ArrowDown")
    await chat.page.keyboard.press("Enter")
    await expect(chat.answers).to_contain_text(f"x{word}x")

    await search.fill(f"{word} and nothing like it")
    await expect(chat.sidebar).to_contain_text("Nothing found")
    await search.press("Escape")
    await expect(chat.row("Something else").first).to_be_visible()
