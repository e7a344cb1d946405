"""Which model answers, and how."""

import re

import httpx
from playwright.async_api import Locator, expect

from tests.e2e.author import Author
from tests.e2e.chat_page import ChatPage
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
    states = {item["name"]: item["state"] for item in items}
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
    chat: ChatPage, hub: HubServer
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
    await expect(tiny.get_by_role("button", name="Retry Tiny")).to_be_visible()
    await expect(bar).to_have_count(0)


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


async def test_settings_refuse_what_makes_no_sense(chat: ChatPage) -> None:
    await chat.button("Conversation settings").click()
    temperature = chat.page.get_by_label("Temperature")
    await temperature.fill("7")
    await chat.button("Save").click()
    await expect(chat.page.get_by_role("dialog")).to_be_visible()
    assert await temperature.evaluate("field => field.validity.rangeOverflow")
