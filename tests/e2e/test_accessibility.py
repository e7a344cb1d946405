"""What axe-core finds, and what a screen reader hears."""

import re

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.e2e.author import Author
from tests.e2e.chat_page import ChatPage
from tests.e2e.conftest import NewContext
from tests.system import System

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
MARKDOWN = """# A heading

A list of [links](https://example.com) and `code`:

1. **one**
2. *two*

| a | b |
|---|---|
| 1 | 2 |

> A quotation.

```python
def add(a, b):
    # a comment
    return a + b
```
"""


async def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule of WCAG 2.2 AA or good practice."""
    found = (await Axe().run(page)).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


@pytest.fixture(params=["light", "dark", "phone", "dark phone"])
async def chat(
    request: pytest.FixtureRequest, new_context: NewContext, studio: System, author: Author
) -> ChatPage:
    author.tell(MARKDOWN)
    scheme = {"color_scheme": "dark" if "dark" in request.param else "light"}
    context = await new_context(**scheme, **(PHONE if "phone" in request.param else {}))
    return await ChatPage(await context.new_page()).open(studio.url)


async def test_empty_page(chat: ChatPage) -> None:
    assert await violations(chat.page) == []


async def test_conversation(chat: ChatPage) -> None:
    await chat.ask("Show me everything")
    await expect(chat.page.locator(".hljs-keyword, pre code span").first).to_be_visible()
    assert await violations(chat.page) == []


async def test_running_answer(chat: ChatPage, author: Author) -> None:
    author.tell("Some", " text")
    author.hold(after=1)
    await chat.send("Say something")
    await chat.see("Some")
    await chat.send("And then?")
    await expect(chat.page.locator(".queued li")).to_have_count(1)
    assert await violations(chat.page) == []


async def test_model_picker(chat: ChatPage) -> None:
    await chat.page.get_by_role("button", name=re.compile("^Model: ")).click()
    await expect(chat.page.get_by_role("dialog", name="Choose a model")).to_be_visible()
    assert await violations(chat.page) == []


async def test_settings(chat: ChatPage) -> None:
    await chat.button("Conversation settings").click()
    await expect(chat.page.get_by_role("dialog")).to_be_visible()
    assert await violations(chat.page) == []


async def test_sidebar_on_a_phone(new_context: NewContext, studio: System) -> None:
    context = await new_context(**PHONE)
    chat = await ChatPage(await context.new_page()).open(studio.url)
    await chat.button("Show sidebar (Ctrl B)").click()
    await expect(chat.sidebar).to_be_visible()
    assert await violations(chat.page) == []
    wide = await chat.page.evaluate("document.documentElement.scrollWidth")
    assert wide == PHONE["viewport"]["width"], "the page is wider than the phone"


async def test_new_text_is_announced_by_sentences(
    new_context: NewContext, studio: System, author: Author
) -> None:
    chat = await ChatPage(await (await new_context()).new_page()).open(studio.url)
    author.hold(after=6)
    await chat.send("Tell me a story")
    heard = chat.page.locator("div[aria-live=polite]")
    await expect(heard).to_have_text("Sentence 1 of the story, told1.")
    author.release()
    await chat.see_end()
    await expect(heard).to_contain_text("told3. Answer complete.")
    log = chat.page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "off")
    await expect(chat.answers).to_have_attribute("aria-busy", "false")
