"""A conversation of two thousand messages, and following the end of one that grows."""

import asyncio

import psutil
import pytest
from playwright.async_api import Locator, Route, expect

from storage import Conversation, Message, Storage, StorageSettings, new_id
from tests.e2e.author import Author, story
from tests.e2e.chat_page import ChatPage
from tests.e2e.conftest import Complaints
from tests.system import System, wait_for

TURNS = 1_000
MOST_ROWS = 60
BOX = "document.getElementById('thread')"
TOP = f"{BOX}.getBoundingClientRect().top"
FROM_END = f"{BOX}.scrollHeight - {BOX}.clientHeight - {BOX}.scrollTop"


@pytest.fixture(scope="module")
async def long_conversation(studio: System) -> str:
    """Its id. Written into the store, where the gateway finds it."""
    gateway = psutil.Process(wait_for(lambda: studio.pids("gateway"), 30, "the gateway")[0])
    environment = gateway.environ()
    settings = StorageSettings(MONGODB_URL=environment["MONGODB_URL"], S3_URL=environment["S3_URL"])
    storage = await Storage.open(settings)
    tenant = storage.tenant("local")
    conversation = Conversation(id=new_id(), title="Two thousand messages", model="steady")
    await tenant.conversations.create(conversation)
    parent = None
    for turn in range(TURNS):
        lines = "".join(f"Line {line} of answer {turn}. " for line in range(1 + turn % 40))
        shared = {"conversation_id": conversation.id}
        question = Message(
            id=new_id(), parent_id=parent, role="user", content=f"Question {turn}", **shared
        )
        answer = Message(
            id=new_id(), parent_id=question.id, role="assistant", content=lines, **shared
        )
        await tenant.messages.insert([question, answer])
        await tenant.messages.count([question, answer])
        parent = answer.id
    await storage.close()
    return conversation.id


async def test_two_thousand_messages_scroll(
    chat: ChatPage, studio: System, long_conversation: str
) -> None:
    page = chat.page
    await page.goto(f"{studio.url}/c/{long_conversation}")
    await expect(page.get_by_text(f"Line 0 of answer {TURNS - 1}.")).to_be_visible()
    assert abs(await page.evaluate(FROM_END)) < 2, "it opens at its end"

    rows, oldest = 0, TURNS
    await page.locator("#thread").hover()
    async with asyncio.timeout(60):
        while oldest > TURNS - 200:  # four pages of messages
            await page.mouse.wheel(0, -1500)
            rows = max(rows, await page.locator(".thread-row").count())
            assert rows <= MOST_ROWS
            first = chat.questions.first.locator(".bubble")
            oldest = int((await first.inner_text()).removeprefix("Question "))
    assert rows > 4


async def test_older_pages_do_not_move_what_is_read(
    chat: ChatPage, studio: System, long_conversation: str
) -> None:
    page = chat.page
    await page.goto(f"{studio.url}/c/{long_conversation}")
    await expect(page.get_by_text(f"Line 0 of answer {TURNS - 1}.")).to_be_visible()
    await page.evaluate(_NOTE_JUMPS)
    await page.locator("#thread").hover()
    height = await page.evaluate(f"{BOX}.scrollHeight")
    for _ in range(40):
        await page.mouse.wheel(0, -400)
        await page.evaluate(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
    assert await page.evaluate(f"{BOX}.scrollHeight") > height, "no older page came"
    assert await page.evaluate("window.jumps") == []


async def test_an_older_page_that_does_not_come_is_asked_for_by_hand(
    chat: ChatPage, studio: System, long_conversation: str, complaints: Complaints
) -> None:
    complaints.expect(r"net::ERR_")
    page = chat.page
    asked = 0

    async def refuse(route: Route) -> None:
        nonlocal asked
        asked += 1
        await route.abort()

    await page.route("**/messages?*before=*", refuse)
    await page.goto(f"{studio.url}/c/{long_conversation}")
    await expect(page.get_by_text(f"Line 0 of answer {TURNS - 1}.")).to_be_visible()
    failed = page.get_by_text("Older messages could not be loaded.")
    await page.locator("#thread").hover()
    async with asyncio.timeout(30):
        while await page.evaluate(f"{BOX}.scrollTop") > 0:
            await page.mouse.wheel(0, -3000)
            await page.evaluate("new Promise(requestAnimationFrame)")
    await expect(failed).to_be_in_viewport()
    assert asked == 1

    await page.unroute("**/messages?*before=*")
    await chat.button("Try again").click()
    await expect(failed).to_have_count(0)
    await expect(chat.box).to_be_focused()
    await expect(page.get_by_text(f"Question {TURNS - 26}", exact=True)).to_be_attached()


# Wheel events move by 400 pixels; between two frames a row that stays may not go further than
# what was asked for since, nor the other way.
_NOTE_JUMPS = """() => {
    window.jumps = [];
    let before = new Map();
    let asked = 0;
    addEventListener('wheel', event => { asked += -event.deltaY; }, { passive: true });
    const look = () => {
        const now = new Map();
        for (const row of document.querySelectorAll('.question .bubble')) {
            now.set(row.textContent, row.getBoundingClientRect().top);
        }
        for (const [name, top] of now) {
            if (!before.has(name)) continue;
            const moved = top - before.get(name);
            if (moved < -1 || moved > 1600) window.jumps.push(`${name}: ${moved}`);
        }
        before = now;
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""


async def test_jump_to_latest(chat: ChatPage, author: Author) -> None:
    page = chat.page
    author.tell(*story(400))
    author.hold(after=1000)
    await chat.send("Tell me a long story")
    await chat.see("told250.")
    assert abs(await page.evaluate(FROM_END)) < 2, "the end is followed"
    latest = chat.button("Jump to latest")
    await expect(latest).to_have_count(0)

    await page.locator("#thread").hover()
    await page.mouse.wheel(0, -600)
    await expect(latest).to_be_visible()
    place = await page.evaluate(f"{BOX}.scrollTop")
    author.release()
    await chat.see_end()
    assert abs(await page.evaluate(f"{BOX}.scrollTop") - place) < 2, "the reader was moved"

    await latest.click()
    await expect(latest).to_have_count(0)
    assert abs(await page.evaluate(FROM_END)) < 2


async def place_of(text: Locator) -> float:
    """How far below the thread's upper edge."""
    top: float = await text.evaluate(f"it => it.getBoundingClientRect().top - {TOP}")
    return top


async def test_an_edit_stays_in_its_place_while_an_answer_grows(
    chat: ChatPage, author: Author
) -> None:
    author.tell(*story(400))
    author.hold(after=80)
    await chat.send("Tell me a long story")
    await chat.see("told20.")
    await chat.questions.first.hover()
    await chat.button("Edit message").click()
    text = chat.page.get_by_role("textbox", name="Message text")
    await text.press_sequentially("!")
    place = await place_of(text)
    author.release()
    await chat.see_end()
    await expect(text).to_be_focused()
    await expect(text).to_have_value("Tell me a long story!")
    assert abs(await place_of(text) - place) < 2

    await chat.page.keyboard.press("Escape")
    await expect(chat.button("Edit message")).to_be_focused()


async def test_an_edit_out_of_sight_leaves_the_focus_where_it_is(
    chat: ChatPage, author: Author
) -> None:
    page = chat.page
    author.tell(*story(400))
    await chat.ask("Tell me a long story")
    assert abs(await page.evaluate(FROM_END)) < 2
    await expect(chat.questions).to_have_count(0)  # it is not even in the document
    await chat.box.press("ArrowUp")
    text = page.get_by_role("textbox", name="Message text")
    await expect(text).to_be_in_viewport()
    await expect(text).to_be_focused()

    box = page.get_by_role("textbox", name="Message Steady")
    await chat.button("Jump to latest").click()
    await expect(box).to_be_focused()
    await expect(text).not_to_be_in_viewport()
    await box.press_sequentially("Something else")
    await page.locator("#thread").hover()
    async with asyncio.timeout(30):
        while await place_of(text) < 0:
            await page.mouse.wheel(0, -2000)
    await expect(text).to_be_in_viewport()
    await expect(box).to_be_focused()
    await expect(box).to_have_value("Something else")


async def test_the_end_is_followed_again_after_an_edit_beside_it(chat: ChatPage) -> None:
    await chat.ask("Say something")
    await chat.box.press("ArrowUp")
    await chat.button("Cancel").click()
    await expect(chat.button("Jump to latest")).to_have_count(0)
