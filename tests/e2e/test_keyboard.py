"""Everything without a mouse."""

from playwright.async_api import expect

from tests.e2e.author import Author
from tests.e2e.chat_page import ChatPage

FOCUSED = """() => {
    const element = document.activeElement;
    const name = element.getAttribute('aria-label') ?? element.textContent.trim();
    return name.replace(/\\s+/g, ' ');
}"""
OUTLINED = """() => {
    const style = getComputedStyle(document.activeElement);
    const box = document.activeElement.closest('.composer-box, .search');
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    return outlined || (box !== null && box.matches(':focus-within'));
}"""


async def test_tab_visits_everything_in_reading_order(chat: ChatPage, title: str) -> None:
    await chat.ask(title)
    first = "Skip to the message box"
    await chat.page.get_by_role("link", name=first).focus()
    visited = [first]
    while "Message Steady" not in visited:
        assert len(visited) < 200, visited
        await chat.page.keyboard.press("Tab")
        visited.append(await chat.page.evaluate(FOCUSED))
        assert await chat.page.evaluate(OUTLINED), f"the focus does not show on {visited[-1]}"
    expected = [
        first,
        "Hide sidebar (Ctrl B)",
        "New chat",
        "Search conversations",
        title,
        f"Options for {title}",
        "Keyboard",
        "Model: Steady, ready",
        "Conversation settings",
        "Messages",
        "Copy message",
        "Edit message",
        "Delete message",
        "Copy answer",
        "Answer again",
        "Delete answer",
        "Message Steady",
    ]
    assert [name for name in visited if name in expected] == expected


async def test_the_skip_link_leads_to_the_message_box(chat: ChatPage) -> None:
    skip = chat.page.get_by_role("link", name="Skip to the message box")
    await skip.focus()
    await chat.page.keyboard.press("Enter")
    await expect(chat.box).to_be_focused()


async def test_a_conversation_by_keyboard_alone(chat: ChatPage, author: Author, title: str) -> None:
    keys = chat.page.keyboard
    await expect(chat.box).to_be_focused()
    await keys.type(title)
    author.hold(after=4)
    await keys.press("Enter")
    await chat.see("told1.")
    await keys.press("Escape")
    await expect(chat.page.locator(".ending")).to_have_text("Stopped")
    author.release()

    await keys.press("Control+Shift+O")
    await expect(chat.questions).to_have_count(0)
    await expect(chat.box).to_be_focused()
    await keys.press("Control+K")
    search = chat.page.get_by_role("searchbox", name="Search conversations")
    await expect(search).to_be_focused()
    await keys.type(title)
    await expect(chat.sidebar.get_by_role("listitem")).to_have_count(1)
    await keys.press("ArrowDown")
    await expect(chat.row(title).get_by_role("link")).to_be_focused()
    await keys.press("Enter")
    await expect(chat.questions).to_contain_text(title)
    await expect(chat.box).to_be_focused()


async def test_a_menu_by_keyboard(chat: ChatPage, title: str) -> None:
    await chat.ask(title)
    keys = chat.page.keyboard
    options = chat.button(f"Options for {title}")
    await options.focus()
    await keys.press("Enter")
    await expect(chat.page.get_by_role("menuitem", name="Rename")).to_be_focused()
    await keys.press("ArrowUp")
    await expect(chat.page.get_by_role("menuitem", name="Delete")).to_be_focused()
    await keys.press("Escape")
    await expect(chat.page.get_by_role("menu")).to_have_count(0)
    await expect(options).to_be_focused()


async def test_help_opens_and_gives_the_focus_back(chat: ChatPage) -> None:
    await chat.page.keyboard.press("Control+/")
    help_dialog = chat.page.get_by_role("dialog", name="Keyboard")
    await expect(help_dialog).to_contain_text("Stop the answer")
    await chat.page.keyboard.press("Escape")
    await expect(help_dialog).to_have_count(0)
    await expect(chat.box).to_be_focused()


async def test_the_sidebar_hides(chat: ChatPage) -> None:
    sidebar = chat.page.get_by_role("complementary", name="Conversations")
    await chat.page.keyboard.press("Control+B")
    await expect(sidebar).to_have_count(0)  # inert: not there for anybody
    await chat.page.reload()
    await expect(chat.button("Show sidebar (Ctrl B)")).to_be_visible()
    await chat.page.keyboard.press("Control+B")
    await expect(sidebar).to_be_visible()


async def test_the_sidebar_gives_the_focus_to_what_brings_it_back(chat: ChatPage) -> None:
    hide, show = chat.button("Hide sidebar (Ctrl B)"), chat.button("Show sidebar (Ctrl B)")
    await hide.focus()
    await chat.page.keyboard.press("Enter")
    await expect(show).to_be_focused()
    await chat.page.keyboard.press("Enter")
    await expect(hide).to_be_focused()
    await chat.box.focus()
    await chat.page.keyboard.press("Control+B")
    await expect(show).to_be_visible()
    await expect(chat.box).to_be_focused()


async def test_a_drawer_gives_the_focus_back(chat: ChatPage) -> None:
    await chat.page.set_viewport_size({"width": 600, "height": 800})
    hide, show = chat.button("Hide sidebar (Ctrl B)"), chat.button("Show sidebar (Ctrl B)")
    await show.focus()
    await chat.page.keyboard.press("Enter")
    await expect(hide).to_be_focused()
    await chat.page.keyboard.press("Escape")
    await expect(show).to_be_focused()
    await chat.page.keyboard.press("Enter")
    await expect(hide).to_be_focused()
    await chat.page.get_by_role("button", name="New chat").press("Enter")
    await expect(chat.box).to_be_focused()


async def test_undo_leads_to_the_message_box(chat: ChatPage) -> None:
    await chat.ask("Say something")
    await chat.button("Delete answer").click()
    await chat.button("Undo").focus()
    await chat.page.keyboard.press("Enter")
    await expect(chat.answers).to_have_count(1)
    await expect(chat.box).to_be_focused()
