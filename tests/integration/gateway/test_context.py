"""What of a long conversation reaches the model, and what its reader is told about it."""

from typing import Any

import httpx

from tests.integration.gateway.event_stream import Event, events
from tests.integration.gateway.talk import Talk, problem
from tests.providers import Behaviour, OpenAIServer

LONG = "lorem ipsum dolor sit amet " * 60  # some 650 tokens of the 2,048 that the model has


async def _talk(api: httpx.AsyncClient, context: dict[str, Any]) -> Talk:
    settings = {"context": context, "system_prompt": "Be brief.", "max_tokens": 64}
    return await Talk.begin(api, settings=settings)


def _trimmed(seen: list[Event]) -> dict[str, Any] | None:
    found = [event.data for event in seen if event.kind == "context.trimmed"]
    assert len(found) <= 1
    return found[0] if found else None


async def _ask(talk: Talk, content: str) -> dict[str, Any] | None:
    started = await talk.post(content)
    seen = await events(talk.client, started["run_id"], params={"after": 0})
    assert seen[-1].kind == "run.completed", seen[-1]
    return _trimmed(seen)


async def test_newest_keeps_so_many_messages(
    api: httpx.AsyncClient, openai_provider: OpenAIServer
) -> None:
    openai_provider.default = Behaviour(text=("ok",))
    talk = await _talk(api, {"strategy": "newest", "keep_messages": 3})
    assert await _ask(talk, "q1") is None
    assert await _ask(talk, "q2") is None
    trimmed = await _ask(talk, "q3")
    assert trimmed is not None
    assert (trimmed["dropped_messages"], trimmed["kept_messages"]) == (2, 3)
    assert trimmed["summarised"] is False
    sent = openai_provider.requests[-1]["messages"]
    assert [message["content"] for message in sent] == ["Be brief.", "q2", "ok", "q3"]
    await talk.change(settings={"context": {"keep_messages": 1}})
    trimmed = await _ask(talk, "q4")
    assert trimmed is not None
    assert (trimmed["dropped_messages"], trimmed["kept_messages"]) == (6, 1)
    sent = openai_provider.requests[-1]["messages"]
    assert [message["content"] for message in sent] == ["Be brief.", "q4"]


async def test_tokens_keeps_what_fits(
    api: httpx.AsyncClient, openai_provider: OpenAIServer
) -> None:
    openai_provider.default = Behaviour(text=("ok",))
    talk = await _talk(api, {"strategy": "tokens"})
    for number in range(2):
        assert await _ask(talk, f"{number} {LONG}") is None
    for number in range(2, 5):
        trimmed = await _ask(talk, f"{number} {LONG}")
        sent = openai_provider.requests[-1]["messages"]
        assert trimmed is not None
        assert trimmed["kept_messages"] == len(sent) - 1
        assert trimmed["dropped_messages"] + trimmed["kept_messages"] == 2 * number + 1
        assert 0 < trimmed["prompt_tokens"] <= 2048 - 64
        assert sent[1]["role"] == "user"
        assert sent[-1]["content"].startswith(str(number))
        assert len(sent) > 2, "room was left for more than the question"


async def test_summary_stands_for_what_was_dropped(
    api: httpx.AsyncClient, openai_provider: OpenAIServer
) -> None:
    openai_provider.default = Behaviour(text=("a", " summary"))
    talk = await _talk(api, {"strategy": "summary"})
    for number in range(2):
        await _ask(talk, f"{number} {LONG}")
    asked = len(openai_provider.requests)
    trimmed = await _ask(talk, f"2 {LONG}")
    assert trimmed is not None
    assert trimmed["summarised"] is True
    assert trimmed["dropped_messages"] + trimmed["kept_messages"] == 5
    summarise, answer = openai_provider.requests[asked:]
    assert "Summarise" in summarise["messages"][0]["content"]
    assert "user: 0 lorem" in summarise["messages"][0]["content"]
    head = answer["messages"][0]
    assert head["role"] == "system"
    assert head["content"].startswith("Be brief.")
    assert head["content"].endswith("a summary")
    assert len(answer["messages"]) == 1 + trimmed["kept_messages"]


async def test_settings_of_one_message_are_laid_over_the_conversations(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    await talk.change(settings={"temperature": 0.25, "seed": 11, "max_tokens": 100})
    await talk.say("plain")
    await talk.say("changed", settings={"temperature": 1.0, "context": {"strategy": "newest"}})
    plain, changed = openai_provider.requests[-2:]
    assert (plain["temperature"], plain["seed"], plain["max_tokens"]) == (0.25, 11, 100)
    assert (changed["temperature"], changed["seed"], changed["max_tokens"]) == (1.0, 11, 100)
    assert (await talk.get())["settings"]["temperature"] == 0.25


async def test_a_message_that_can_never_fit_is_refused_before_it_is_stored(talk: Talk) -> None:
    response = await talk.client.post(f"{talk.path}/messages", json={"content": "word " * 10_000})
    body = problem(response, 422, "context_too_long", "body.content")
    assert "2,048" in body["detail"]
    assert await talk.messages() == []
    assert (await talk.get())["active_run_id"] is None


async def test_a_message_that_leaves_no_room_for_its_answer_fails_with_a_reason(
    talk: Talk,
) -> None:
    started = await talk.post(LONG * 2, settings={"max_tokens": 1024})
    end = await talk.end(started["run_id"])
    assert end.kind == "run.failed"
    assert end.data["error"]["code"] == "context_too_long"
    answer = (await talk.messages())[-1]
    assert (answer["status"], answer["error"]["code"]) == ("failed", "context_too_long")


async def test_the_demo_model_is_told_what_fits_by_its_own_tokenizer(
    demo: httpx.AsyncClient,
) -> None:
    talk = await Talk.begin(demo, settings={"max_tokens": 8})
    trimmed = None
    for number in range(8):
        started = await talk.post(f"{number}: " + "1234567890 " * 40)
        seen = await events(demo, started["run_id"], params={"after": 0})
        assert seen[-1].kind == "run.completed", seen[-1]
        trimmed = _trimmed(seen)
    assert trimmed is not None
    assert trimmed["dropped_messages"] + trimmed["kept_messages"] == 15
    assert trimmed["prompt_tokens"] == seen[-1].data["usage"]["prompt_tokens"] <= 2040
