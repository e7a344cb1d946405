"""Pages that go away and networks that break in the middle of an answer."""

import httpx
import pytest
from playwright.async_api import BrowserContext, expect

from tests.e2e.author import Author, story
from tests.e2e.chat_page import ChatPage, eventually
from tests.e2e.conftest import Complaints, stored_answer
from tests.e2e.wire import Wire
from tests.providers import Behaviour
from tests.system import System

LONG = Behaviour(text=story(40))
WHOLE = LONG.whole_text.strip()
NO_NETWORK = r"net::ERR_"


@pytest.fixture
async def halfway(context: BrowserContext, wire: Wire, author: Author) -> ChatPage:
    """Half an answer, read over a wire that can be cut."""
    chat = await ChatPage(await context.new_page()).open(wire.url)
    author.default = LONG
    author.hold(after=80)
    await chat.send("Tell me a story")
    await chat.see("told20.")
    return chat


async def whole(chat: ChatPage, api: httpx.AsyncClient) -> None:
    """The page shows all of the answer, once, and so does the server."""
    await chat.see_end()
    stored = await stored_answer(api, chat.conversation_id)
    assert (stored["status"], str(stored["content"]).strip()) == ("complete", WHOLE)
    assert await chat.text() == WHOLE


async def test_reload(halfway: ChatPage, api: httpx.AsyncClient, author: Author) -> None:
    left = author.disconnects
    await halfway.page.reload()
    await halfway.see("told20.")
    await expect(halfway.stop).to_be_visible()
    author.release()
    await whole(halfway, api)
    await expect(halfway.questions).to_have_count(1)
    assert author.disconnects == left


async def test_reload_while_the_engine_answers(
    context: BrowserContext, studio: System, api: httpx.AsyncClient
) -> None:
    chat = await ChatPage(await context.new_page()).open(studio.url)
    await chat.choose_model("Atelier demo")
    await chat.send("What can Atelier do?")
    await expect(chat.answers).to_have_count(1)
    await chat.page.reload()
    await chat.see_end()
    stored = await stored_answer(api, chat.conversation_id)
    assert stored["status"] == "complete"
    await expect(chat.questions).to_have_count(1)
    shown = await chat.text()
    assert shown
    await chat.page.reload()
    await chat.see_end()
    assert await chat.text() == shown, "live and stored text differ"


async def test_offline_and_back(
    halfway: ChatPage,
    context: BrowserContext,
    wire: Wire,
    api: httpx.AsyncClient,
    author: Author,
    complaints: Complaints,
) -> None:
    complaints.expect(NO_NETWORK)
    await context.set_offline(True)
    await wire.cut()
    await expect(halfway.banner).to_contain_text("Offline")
    author.release()

    async def is_complete() -> bool:
        stored = await stored_answer(api, halfway.conversation_id)
        return stored["status"] == "complete"

    await eventually(is_complete, "the answer to be written without a reader")
    await expect(halfway.stop).to_be_visible()
    assert "told40." not in await halfway.text()

    await wire.mend()
    await context.set_offline(False)
    await whole(halfway, api)
    await expect(halfway.banner).to_have_count(0)


async def test_gateway_out_of_reach(
    halfway: ChatPage, wire: Wire, api: httpx.AsyncClient, author: Author, complaints: Complaints
) -> None:
    complaints.expect(NO_NETWORK)
    await wire.cut()
    await expect(halfway.banner).to_contain_text("The connection is lost")
    await wire.mend()
    await expect(halfway.banner).to_have_count(0)
    author.release()
    await whole(halfway, api)


async def test_message_sent_without_network_goes_off_when_it_is_back(
    halfway: ChatPage,
    context: BrowserContext,
    wire: Wire,
    author: Author,
    complaints: Complaints,
) -> None:
    complaints.expect(NO_NETWORK)
    author.release()
    await halfway.see_end()
    await context.set_offline(True)
    await wire.cut()
    await halfway.send("Are you still there?")
    await expect(halfway.page.locator(".unsent")).to_contain_text("Not sent.")

    await wire.mend()
    await context.set_offline(False)
    await halfway.see_end(answers=2)
    await expect(halfway.questions).to_have_count(2)
    await expect(halfway.page.locator(".unsent")).to_have_count(0)


async def test_the_gateway_out_of_reach_while_nothing_runs(
    halfway: ChatPage, wire: Wire, author: Author, complaints: Complaints
) -> None:
    complaints.expect(NO_NETWORK)
    author.release()
    await halfway.see_end()
    await wire.cut()
    await expect(halfway.banner).to_contain_text("The connection is lost")
    await wire.mend()
    await expect(halfway.banner).to_have_count(0)


async def test_retry_of_a_message_leads_to_the_message_box(
    halfway: ChatPage, wire: Wire, author: Author, complaints: Complaints
) -> None:
    complaints.expect(NO_NETWORK)
    author.release()
    await halfway.see_end()
    await wire.cut()
    await halfway.send("Are you still there?")
    await expect(halfway.page.locator(".unsent")).to_contain_text("Not sent.")
    await halfway.send("And now?")
    await expect(halfway.page.locator(".queued li")).to_have_count(1)
    await wire.mend()
    await halfway.button("Retry").press("Enter")
    await expect(halfway.box).to_be_focused()
    await halfway.see_end(answers=3)


async def test_a_queued_message_goes_off_without_the_one_before_it(
    halfway: ChatPage, wire: Wire, author: Author, complaints: Complaints
) -> None:
    complaints.expect(NO_NETWORK)
    author.release()
    await halfway.see_end()
    await wire.cut()
    await halfway.send("Are you still there?")
    await expect(halfway.page.locator(".unsent")).to_contain_text("Not sent.")
    await halfway.send("And now?")
    await wire.mend()
    await halfway.page.locator(".unsent").get_by_role("button", name="Delete").click()
    await halfway.see_end(answers=2)
    await expect(halfway.questions.last).to_contain_text("And now?")
