"""Asking, and what can be done with an answer."""

import httpx
from playwright.async_api import BrowserContext, Route, expect

from tests.e2e.author import Author, story
from tests.e2e.chat_page import ChatPage, eventually
from tests.e2e.conftest import Complaints, stored_answer
from tests.providers import Behaviour
from tests.system import System


async def test_first_answer_of_the_engine(
    context: BrowserContext, studio: System, api: httpx.AsyncClient
) -> None:
    chat = await ChatPage(await context.new_page()).open(studio.url)
    await chat.choose_model("Atelier demo")
    await chat.watch_growth()
    question = "Explain Atelier in detail"  # some 400 tokens: on no machine one frame's
    await chat.ask(question)

    assert len(await chat.grown()) > 1, "it came in one piece"
    stored = await stored_answer(api, chat.conversation_id)
    assert stored["status"] == "complete"
    assert stored["model"] == "atelier-demo"
    assert await chat.text()
    row = chat.row(question).first
    await expect(row.get_by_role("link")).to_have_attribute("aria-current", "page")
    assert question in await chat.page.title()


async def test_an_answer_is_read_while_it_is_written(chat: ChatPage, author: Author) -> None:
    author.hold(after=4)
    await chat.send("Tell me a story")
    await chat.see("Sentence 1 of the story, told1.")
    await expect(chat.ended).to_have_count(0)
    assert "… " in await chat.page.title()
    author.release()
    await chat.see_end()
    assert await chat.text() == "".join(story(3)).strip()


async def test_answer_again_and_choose_between_the_answers(chat: ChatPage, author: Author) -> None:
    author.tell("The first answer.")
    await chat.ask("Say something")
    author.tell("The second answer.")
    await chat.button("Answer again").click()
    await expect(chat.answers).to_contain_text("The second answer.")
    await expect(chat.page.get_by_role("group", name="Versions")).to_contain_text("2/2")
    await chat.see_end()
    await chat.button("Previous version").click()
    await expect(chat.answers).to_contain_text("The first answer.")
    await chat.button("Next version").click()
    await expect(chat.answers).to_contain_text("The second answer.")


async def test_edit_and_rerun_makes_a_branch(chat: ChatPage, author: Author) -> None:
    author.tell("About cats.")
    await chat.ask("Tell me of cats")
    await chat.ask("More, please", answers=2)
    author.tell("About dogs.")
    await chat.questions.first.hover()
    await chat.button("Edit message").first.click()
    await chat.page.get_by_role("textbox", name="Message text").fill("Tell me of dogs")
    await chat.button("Save and rerun").click()

    await expect(chat.answers).to_have_count(1)
    await expect(chat.answers).to_contain_text("About dogs.")
    versions = chat.page.get_by_role("group", name="Versions")
    await expect(versions).to_contain_text("2/2")
    await chat.button("Previous version").click()
    await expect(chat.answers).to_have_count(2)
    await expect(chat.questions.first).to_contain_text("Tell me of cats")
    await expect(versions).to_contain_text("1/2")
    await chat.page.reload()
    await expect(chat.questions.first).to_contain_text("Tell me of cats")


async def test_edit_in_place_asks_nothing(
    chat: ChatPage, author: Author, api: httpx.AsyncClient
) -> None:
    await chat.ask("Tell me of catz")
    asked = author.started
    await chat.box.press("ArrowUp")
    await chat.page.get_by_role("textbox", name="Message text").fill("Tell me of cats")
    async with chat.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await chat.button("Save").click()
    await expect(chat.questions).to_contain_text("Tell me of cats")
    await chat.page.reload()
    await expect(chat.questions).to_contain_text("Tell me of cats")
    assert author.started == asked


async def test_a_failed_answer_says_why_and_can_be_retried(chat: ChatPage, author: Author) -> None:
    author.script(Behaviour(status=401, error_message="the key has expired"))
    await chat.send("Say something")
    failure = chat.page.locator(".failure")
    await expect(failure).to_contain_text("key")
    heard = chat.page.locator("div[aria-live=polite]")
    await expect(heard).to_contain_text("The answer failed. ")
    await expect(heard).to_contain_text("key")
    await chat.page.reload()
    await expect(failure).to_contain_text("key")
    await expect(heard).to_be_empty()
    await expect(chat.page.get_by_role("alert")).to_have_count(0)
    author.tell("Now it works.")
    await chat.button("Retry").click()
    await expect(chat.answers).to_contain_text("Now it works.")
    await chat.see_end()
    await expect(failure).to_have_count(0)


async def test_an_answer_that_breaks_off_is_made_whole(chat: ChatPage, author: Author) -> None:
    text = story(3)
    author.script(Behaviour(text=text, cut_after=6))
    author.default = Behaviour(text=text)
    await chat.ask("Tell me a story")
    assert await chat.text() == "".join(text).strip()


async def test_a_deleted_answer_comes_back_with_undo(chat: ChatPage) -> None:
    await chat.ask("Say something")
    await chat.button("Delete answer").click()
    await expect(chat.answers).to_have_count(0)
    await chat.button("Undo").click()
    await expect(chat.answers).to_have_count(1)
    await chat.page.reload()
    await expect(chat.answers).to_have_count(1)

    await chat.button("Delete answer").click()
    await chat.page.reload()
    await expect(chat.questions).to_have_count(1)
    await expect(chat.answers).to_have_count(0)


async def test_an_answer_that_is_nested_without_end_is_shown(
    chat: ChatPage, author: Author, title: str
) -> None:
    author.tell("> " * 4_000, "1. " * 700, "deep")
    await chat.ask(title)
    await expect(chat.answers).to_contain_text("deep")
    await chat.page.reload()
    await expect(chat.answers).to_contain_text("deep")


async def test_a_message_that_cannot_be_shown_leaves_the_others(
    chat: ChatPage, author: Author, api: httpx.AsyncClient
) -> None:
    author.tell("The first answer.")
    await chat.ask("One")
    author.tell("The second answer.")
    await chat.ask("Two", answers=2)

    async def damage(route: Route) -> None:
        response = await route.fetch()
        body = await response.json()
        body["items"][1]["siblings"] = None
        await route.fulfill(response=response, json=body)

    await chat.page.route("**/messages?limit=*", damage)
    await chat.page.reload()
    broken = chat.page.get_by_role("article", name="A message that cannot be shown")
    await expect(broken).to_have_count(1)
    await expect(chat.questions).to_have_count(2)
    await expect(chat.answers).to_contain_text("The second answer.")

    await broken.get_by_role("button", name="Delete message").click()
    await expect(broken).to_have_count(0)
    await expect(chat.questions).to_have_count(1)
    await chat.page.unroute("**/messages?limit=*")
    await chat.page.reload()

    async def is_gone() -> bool:
        stored = await api.get(f"/api/conversations/{chat.conversation_id}/messages")
        return len(stored.json()["items"]) == 1

    await eventually(is_gone, "the message to be deleted")


async def test_an_edit_outlives_a_reload_and_a_refusal(
    chat: ChatPage, complaints: Complaints
) -> None:
    complaints.expect(r"net::ERR_")
    await chat.ask("Tell me of catz")
    await chat.box.press("ArrowUp")
    text = chat.page.get_by_role("textbox", name="Message text")
    await text.fill("Tell me of cats")
    await expect(text).to_be_focused()
    await chat.page.reload()
    await expect(text).to_have_value("Tell me of cats")
    await expect(chat.page.get_by_role("textbox", name="Message Steady")).to_be_focused()

    await chat.page.route("**/messages/*", lambda route: route.abort())
    await chat.button("Save").click()
    await expect(chat.page.get_by_text("Not saved")).to_be_visible()
    await expect(text).to_have_value("Tell me of cats")
    await chat.page.unroute("**/messages/*")
    async with chat.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await chat.button("Save").click()
    await expect(text).to_have_count(0)
    await chat.page.reload()
    await expect(chat.questions).to_contain_text("Tell me of cats")
