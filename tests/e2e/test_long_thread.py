"""A conversation of two thousand messages, and following the end of one that grows."""

import asyncio

import psutil
import pytest
from playwright.async_api import expect

from storage import Conversation, Message, Storage, StorageSettings, new_id
from tests.e2e.author import Author, story
from tests.e2e.chat_page import ChatPage
from tests.system import System, wait_for

TURNS = 1_000
MOST_ROWS = 60
BOX = "document.getElementById('thread')"
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
