"""Which model answers, and how."""

import re

import httpx
from playwright.async_api import Locator, expect

from tests.e2e.author import Author
from tests.e2e.chat_page import ChatPage
from tests.e2e.conftest import Complaints
from tests.providers import HubServer


async def open_picker(chat: ChatPage) -> Locator:
    await chat.page.get_by_role("button", name=re.compile("^Model: ")).click()
    picker = chat.page.get_by_role("dialog", name="Choose a model")
    await expect(picker).to_be_visible()
    return picker


async def test_the_picker_tells_the_state_of_each_model(
    chat: ChatPage, api: httpx.AsyncClient
) -> None:
    picker = await open_picker(chat)
    items = (await api.get("/api/models")).json()["items"]
    words = {"ready": "Ready", "absent": "Not downloaded", "cold": "Starts with the first message"}
    states = {item["name"]: item["state"] for item in items if "chat" in item["capabilities"]}
    assert states["Steady"] == "ready"
    assert states["Atelier demo"] == "ready"
    for name, state in states.items():
        option = picker.get_by_role("listitem").filter(has_text=name)
        await expect(option).to_contain_text(words[state])
        pull = option.get_by_role("button", name=f"Pull {name}")
        await expect(pull).to_have_count(1 if state == "absent" else 0)
    steady = picker.get_by_role("listitem").filter(has_text="Steady")
    await expect(steady).to_contain_text("100 K context · remote · $1 / $2 per M tokens")
    await expect(picker.get_by_role("listitem").filter(has_text="Atelier demo")).to_contain_text(
        "2 K context · local"
    )


async def test_a_download_shows_how_far_it_is_and_why_it_failed(
    chat: ChatPage, hub: HubServer, api: httpx.AsyncClient, complaints: Complaints
) -> None:
    picker = await open_picker(chat)
    tiny = picker.get_by_role("listitem").filter(has_text="Tiny")
    await expect(tiny).to_contain_text("Not downloaded")
    hub.stall_after = 40_000
    await tiny.get_by_role("button", name="Pull Tiny").click()
    await expect(tiny).to_contain_text("Downloading, 40 %")
    bar = tiny.get_by_role("progressbar")
    await expect(bar).to_have_accessible_name("Tiny: Downloading, 40 %")
    await hub.stop()
    await expect(tiny).to_contain_text("Failed: ")
    await expect(bar).to_have_count(0)
    refused = await api.post("/api/models/tiny/load")
    assert (refused.status_code, refused.json()["code"]) == (409, "model_absent")

    complaints.expect("409")  # there is nothing to start before it is downloaded
    async with chat.page.expect_response("**/api/models/tiny/pull") as pulled:
        await tiny.get_by_role("button", name="Retry Tiny").click()
    assert (await pulled.value).status == 202
    await expect(picker.get_by_role("searchbox")).to_be_focused()
    await expect(tiny).to_contain_text("Failed: ")


async def test_the_picker_filters_and_chooses_by_keyboard(
    chat: ChatPage, api: httpx.AsyncClient
) -> None:
    await chat.ask("Say something")
    picker = await open_picker(chat)
    await expect(picker.get_by_role("searchbox")).to_be_focused()
    await chat.page.keyboard.type("demo")
    await expect(picker.get_by_role("listitem")).to_have_count(1)
    await chat.page.keyboard.press("Enter")
    await expect(picker).to_have_count(0)
    button = chat.page.get_by_role("button", name=re.compile("^Model: Atelier demo"))
    await expect(button).to_be_focused()
    await chat.page.reload()
    await expect(button).to_be_visible()
    stored = await api.get(f"/api/conversations/{chat.conversation_id}")
    assert stored.json()["model"] == "atelier-demo"


async def test_settings_reach_the_model(chat: ChatPage, author: Author) -> None:
    page = chat.page
    await chat.button("Conversation settings").click()
    await page.get_by_label("System prompt").fill("Answer in rhymes.")
    await page.get_by_label("Temperature").fill("0.25")
    await page.get_by_label("Longest answer").fill("99")
    await chat.button("Save").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await chat.ask("Say something")
    request = author.requests[-1]
    assert request["messages"][0] == {"role": "system", "content": "Answer in rhymes."}
    assert (request["temperature"], request["max_tokens"]) == (0.25, 99)

    await page.reload()
    await chat.button("Conversation settings").click()
    await expect(page.get_by_label("System prompt")).to_have_value("Answer in rhymes.")
    await page.get_by_label("System prompt").fill("Answer in prose.")
    await chat.button("Cancel").click()
    await chat.ask("Say more", answers=2)
    assert author.requests[-1]["messages"][0]["content"] == "Answer in rhymes."


async def test_a_decimal_number_can_be_typed(chat: ChatPage) -> None:
    await chat.button("Conversation settings").click()
    temperature = chat.page.get_by_label("Temperature")
    await temperature.fill("")
    await temperature.press_sequentially("1.05")
    await expect(temperature).to_have_value("1.05")
    await chat.button("Save").click()
    await expect(chat.page.get_by_role("dialog")).to_have_count(0)
    await expect(chat.button("Conversation settings")).to_be_focused()
    await chat.button("Conversation settings").click()
    await expect(temperature).to_have_value("1.05")


async def test_settings_that_were_not_saved_stay_in_the_dialog(
    chat: ChatPage, complaints: Complaints
) -> None:
    complaints.expect(r"net::ERR_")
    await chat.ask("Say something")
    page = chat.page
    await page.route("**/api/conversations/*", lambda route: route.abort())
    await chat.button("Conversation settings").click()
    prompt = page.get_by_label("System prompt")
    await prompt.fill("Answer in rhymes.")
    await chat.button("Save").click()
    await expect(page.get_by_role("alert").filter(has_text="Not saved")).to_be_visible()
    await expect(prompt).to_have_value("Answer in rhymes.")

    await page.unroute("**/api/conversations/*")
    await chat.button("Save").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.reload()
    await chat.button("Conversation settings").click()
    await expect(prompt).to_have_value("Answer in rhymes.")


async def test_a_changed_dialog_is_not_closed_in_passing(chat: ChatPage) -> None:
    page = chat.page
    dialog = page.get_by_role("dialog")
    await chat.button("Conversation settings").click()
    await expect(dialog).to_be_visible()
    await page.mouse.click(5, 5)
    await expect(dialog).to_have_count(0)

    await chat.button("Conversation settings").click()
    await page.get_by_label("System prompt").fill("Answer in rhymes.")
    await page.mouse.click(5, 5)
    await page.keyboard.press("Escape")
    await expect(page.get_by_label("System prompt")).to_have_value("Answer in rhymes.")
    await page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)


async def test_a_press_on_the_scrollbar_of_a_dialog_is_none_beside_it(chat: ChatPage) -> None:
    """The browser of the tests hides scrollbars; whose it would be shows in what scrolls."""
    page = chat.page
    await page.set_viewport_size({"width": 1280, "height": 360})
    await chat.button("Conversation settings").click()
    hidden = "it => it.scrollHeight - it.clientHeight"
    assert await page.locator(".dialog").evaluate(hidden) == 0
    assert await page.locator(".dialog-body").evaluate(hidden) > 0
    save = chat.button("Save")
    await save.scroll_into_view_if_needed()
    await expect(save).to_be_in_viewport()


async def test_settings_refuse_what_makes_no_sense(chat: ChatPage) -> None:
    await chat.button("Conversation settings").click()
    temperature = chat.page.get_by_label("Temperature")
    await temperature.fill("7")
    await chat.button("Save").click()
    await expect(chat.page.get_by_role("dialog")).to_be_visible()
    assert await temperature.evaluate("field => field.validity.rangeOverflow")
