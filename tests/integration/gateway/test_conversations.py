"""Conversations through the HTTP API."""

import asyncio
import uuid

import httpx
import pytest

from storage.ids import new_id
from tests.integration.gateway.event_stream import events
from tests.integration.gateway.talk import Talk, expect, problem
from tests.providers import Behaviour, OpenAIServer


async def test_created_with_what_was_asked_and_sane_defaults(api: httpx.AsyncClient) -> None:
    made = await expect(
        api.post("/api/conversations", json={"title": "  Groceries ", "settings": {"seed": 3}}), 201
    )
    assert uuid.UUID(made["id"]).version == 7
    assert made["title"] == "Groceries"
    assert made["settings"]["seed"] == 3
    assert made["settings"]["context"] == {"strategy": "tokens", "keep_messages": 40}
    assert (made["message_count"], made["leaf_id"], made["active_run_id"]) == (0, None, None)
    assert made["usage"] == {"prompt_tokens": 0, "completion_tokens": 0, "cost_usd": 0.0}
    assert await expect(api.get(f"/api/conversations/{made['id']}"), 200) == made


async def test_creating_twice_with_an_id_is_creating_once(api: httpx.AsyncClient) -> None:
    body = {"id": new_id(), "title": "Once"}
    answers = await asyncio.gather(*(api.post("/api/conversations", json=body) for _ in range(5)))
    assert [answer.status_code for answer in answers] == [201] * 5
    assert len({answer.text for answer in answers}) == 1
    other = await expect(api.post("/api/conversations", json={**body, "title": "Twice"}), 201)
    assert other["title"] == "Once"


async def test_the_id_of_a_deleted_conversation_is_gone(api: httpx.AsyncClient) -> None:
    talk = await Talk.begin(api)
    await expect(api.delete(talk.path), 204)
    problem(await api.get(talk.path), 404, "conversation_not_found")
    problem(await api.delete(talk.path), 404, "conversation_not_found")
    problem(await api.get(f"{talk.path}/messages"), 404, "conversation_not_found")
    problem(
        await api.post(f"{talk.path}/messages", json={"content": "hi"}),
        404,
        "conversation_not_found",
    )


async def test_pages_are_stable_while_others_are_added(api: httpx.AsyncClient) -> None:
    word = f"page{new_id()}"
    made = [(await Talk.begin(api, title=f"{word} {n}")).id for n in range(7)]
    seen: list[str] = []
    cursor: str | None = None
    while True:
        query = {"limit": "3", "q": word} | ({"cursor": cursor} if cursor else {})
        page = await expect(api.get("/api/conversations", params=query), 200)
        assert len(page["items"]) <= 3
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
        await Talk.begin(api, title=f"{word} newcomer")
    assert seen == made[::-1]


async def test_the_newest_activity_comes_first(api: httpx.AsyncClient) -> None:
    first, second = await Talk.begin(api), await Talk.begin(api)
    await first.say("hello")
    page = await expect(api.get("/api/conversations", params={"limit": 2}), 200)
    assert [item["id"] for item in page["items"]] == [first.id, second.id]


async def test_search_finds_titles_and_texts_whatever_their_case(
    api: httpx.AsyncClient, openai_provider: OpenAIServer
) -> None:
    word = f"Zäpfchen{new_id()}"
    by_title = await Talk.begin(api, title=f"About {word.upper()}")
    by_text = await Talk.begin(api, title="Something else")
    await by_text.say(f"what is a {word}?")
    await Talk.begin(api, title="Neither")

    async def found(**query: str) -> set[str]:
        page = await expect(api.get("/api/conversations", params=query), 200)
        return {item["id"] for item in page["items"]}

    assert await found(q=word.lower()) == {by_title.id, by_text.id}
    await by_text.change(pinned=True)
    assert await found(q=word, pinned="true") == {by_text.id}
    assert await found(q=word, pinned="false") == {by_title.id}


async def test_changes_keep_what_they_do_not_name(talk: Talk) -> None:
    await talk.change(settings={"temperature": 1.5, "context": {"strategy": "newest"}})
    await talk.change(title="Named", pinned=True)
    await talk.change(settings={"seed": 5, "context": {"keep_messages": 7}})
    now = await talk.change(model="claude")
    assert (now["title"], now["pinned"], now["model"]) == ("Named", True, "claude")
    assert now["settings"]["temperature"] == 1.5
    assert now["settings"]["seed"] == 5
    assert now["settings"]["context"] == {"strategy": "newest", "keep_messages": 7}
    now = await talk.change(model=None, settings={"seed": None})
    assert (now["model"], now["settings"]["seed"]) == (None, None)


async def test_a_conversation_is_named_after_its_first_message(talk: Talk) -> None:
    await talk.say("  What is\nthe " + "very " * 30 + "long question?")
    title = (await talk.get())["title"]
    assert title.startswith("What is the very")
    assert title.endswith("…")
    assert len(title) <= 60
    await talk.say("another")
    assert (await talk.get())["title"] == title


async def test_usage_adds_up_over_answers(talk: Talk) -> None:
    first = await talk.say("one two three")
    second = await talk.say("four")
    runs = [await talk.run(started["run_id"]) for started in (first, second)]
    usage = (await talk.get())["usage"]
    for name in ("prompt_tokens", "completion_tokens", "cost_usd"):
        assert usage[name] == pytest.approx(sum(run["usage"][name] for run in runs))
    assert usage["completion_tokens"] == 80
    assert usage["cost_usd"] > 0


async def test_deleting_a_conversation_stops_its_answer(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(stall_after=5))
    left = openai_provider.disconnects
    started = await talk.post("write for ever")
    await talk.writing(started["run_id"])
    reader = asyncio.create_task(events(talk.client, started["run_id"]))
    await expect(talk.client.delete(talk.path), 204)
    await openai_provider.until(lambda: openai_provider.disconnects == left + 1)
    assert (await asyncio.wait_for(reader, 20))[-1].kind == "run.cancelled"
    problem(await talk.client.get(f"/api/runs/{started['run_id']}"), 404, "run_not_found")
    problem(await talk.client.get(talk.path), 404, "conversation_not_found")
