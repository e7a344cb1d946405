"""The tree of messages through the HTTP API: posting, branches, editing, deleting."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import httpx

from storage.ids import new_id
from tests.integration.gateway.event_stream import Event, follow, text_of
from tests.integration.gateway.talk import Talk, expect, problem
from tests.providers import Behaviour, OpenAIServer


def _texts(messages: list[dict[str, Any]]) -> list[str]:
    return [message["content"] for message in messages if message["role"] == "user"]


def follow_post(talk: Talk, path: str, body: dict[str, Any]) -> AsyncGenerator[Event]:
    return follow(talk.client, path, method="POST", json=body)


async def test_an_answer_is_stored_with_its_run(talk: Talk, openai_provider: OpenAIServer) -> None:
    openai_provider.script(Behaviour(text=("The", " answer", ".")))
    started = await talk.say("question")
    question, answer = await talk.messages()
    assert (question["id"], answer["id"]) == (started["message"]["id"], started["answer"]["id"])
    assert (question["role"], question["status"], question["parent_id"]) == (
        "user",
        "complete",
        None,
    )
    assert answer["content"] == "The answer."
    assert (answer["status"], answer["finish_reason"]) == ("complete", "stop")
    assert (answer["parent_id"], answer["run_id"]) == (question["id"], started["run_id"])
    assert (answer["model"], answer["usage"]["completion_tokens"]) == ("steady", 3)
    conversation = await talk.get()
    assert conversation["leaf_id"] == answer["id"]
    assert (conversation["message_count"], conversation["active_run_id"]) == (2, None)


async def test_the_same_post_twice_is_the_same_run(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(tokens=10, tokens_per_s=20))
    asked = openai_provider.started
    body = {"id": new_id(), "content": "once"}
    path = f"{talk.path}/messages"
    first = await expect(talk.client.post(path, json=body), 202)
    while_running = await expect(talk.client.post(path, json=body), 202)
    await talk.end(first["run_id"])
    afterwards = await expect(talk.client.post(path, json=body), 202)
    for again in (while_running, afterwards):
        assert again["run_id"] == first["run_id"]
        assert again["message"]["id"] == body["id"]
        assert again["answer"]["id"] == first["answer"]["id"]
    assert afterwards["answer"]["status"] == "complete"
    assert (await talk.get())["active_run_id"] is None
    assert len(await talk.messages()) == 2
    assert openai_provider.started == asked + 1


async def test_a_late_retry_is_recognised_while_another_answer_runs(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    body = {"id": new_id(), "content": "first"}
    path = f"{talk.path}/messages"
    first = await expect(talk.client.post(path, json=body), 202)
    await talk.end(first["run_id"])
    openai_provider.script(Behaviour(stall_after=2))
    second = await talk.post("second")
    again = await expect(talk.client.post(path, json=body), 202)
    assert again["run_id"] == first["run_id"]
    assert (await talk.get())["active_run_id"] == second["run_id"]
    await talk.cancel(second["run_id"])


async def test_a_retry_is_recognised_whatever_it_says_and_leaves_the_turn_alone(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(stall_after=2))
    body = {"id": new_id(), "content": "first"}
    path = f"{talk.path}/messages"
    first = await expect(talk.client.post(path, json=body), 202)
    again = await expect(talk.client.post(path, json={**body, "model": "no-such-model"}), 202)
    assert again["run_id"] == first["run_id"]
    assert (await talk.get())["active_run_id"] == first["run_id"]
    problem(await talk.client.post(path, json={"content": "more"}), 409, "answer_running")
    await talk.cancel(first["run_id"])


async def test_what_is_refused_leaves_nothing_behind(talk: Talk) -> None:
    path = f"{talk.path}/messages"
    first = await talk.say("before")
    for fields, status in (
        ({"model": "no-such-model"}, 404),
        ({"parent_id": new_id()}, 422),
        ({"content": "x " * 20_000}, 422),
    ):
        body = {"id": new_id(), "content": "never stored", **fields}
        assert (await talk.client.post(path, json=body)).status_code == status
    lost = f"{path}/{new_id()}/regenerate"
    problem(await talk.client.post(lost, json={}), 404, "message_not_found")
    conversation = await talk.get()
    assert (conversation["active_run_id"], conversation["message_count"]) == (None, 2)
    assert conversation["leaf_id"] == first["answer"]["id"]
    await talk.say("after")
    assert _texts(await talk.messages()) == ["before", "after"]


async def test_posts_at_the_same_time_give_one_answer(
    api: httpx.AsyncClient, openai_provider: OpenAIServer
) -> None:
    openai_provider.default = Behaviour(stall_after=2)
    for talk in [await Talk.begin(api) for _ in range(5)]:
        path = f"{talk.path}/messages"
        posts = [api.post(path, json={"content": f"post {n}"}) for n in range(16)]
        answers = await asyncio.gather(*posts)
        taken = [answer for answer in answers if answer.status_code == 202]
        assert len(taken) == 1
        for refused in answers:
            if refused not in taken:
                problem(refused, 409, "answer_running")
        assert len(await talk.messages()) == 2
        await talk.cancel(taken[0].json()["run_id"])


async def test_a_message_id_of_another_conversation_is_refused_without_harm(
    talk: Talk, api: httpx.AsyncClient
) -> None:
    started = await talk.say("mine")
    other = await Talk.begin(api)
    body = {"id": started["message"]["id"], "content": "stolen"}
    problem(await api.post(f"{other.path}/messages", json=body), 409, "conflict")
    assert (await other.get())["active_run_id"] is None
    await other.say("still works")
    assert _texts(await talk.messages()) == ["mine"]


async def test_parent_absent_null_and_named(talk: Talk) -> None:
    first = await talk.say("one")
    await talk.say("two")
    assert _texts(await talk.messages()) == ["one", "two"]
    root = await talk.say("another root", parent_id=None)
    assert _texts(await talk.messages()) == ["another root"]
    assert (await talk.messages())[0]["siblings"] == [
        first["message"]["id"],
        root["message"]["id"],
    ]
    assert root["message"]["siblings"] == (await talk.messages())[0]["siblings"]
    branch = await talk.say("branch", parent_id=first["answer"]["id"])
    shown = await talk.messages()
    assert _texts(shown) == ["one", "branch"]
    assert len(shown[2]["siblings"]) == 2
    assert branch["message"]["siblings"] == shown[2]["siblings"]
    assert branch["answer"]["siblings"] == shown[3]["siblings"] == [branch["answer"]["id"]]


async def test_the_model_is_sent_the_branch_that_is_answered(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.default = Behaviour(text=("ok",))

    def sent() -> list[str]:
        return [message["content"] for message in openai_provider.requests[-1]["messages"]]

    first = await talk.say("one")
    assert sent() == ["one"]
    second = await talk.say("two")
    assert sent() == ["one", "ok", "two"]
    await talk.say("aside", parent_id=first["answer"]["id"])
    assert sent() == ["one", "ok", "aside"]
    await talk.say("alone", parent_id=None)
    assert sent() == ["alone"]
    regenerate = f"{talk.path}/messages/{second['answer']['id']}/regenerate"
    again = await expect(talk.client.post(regenerate, json={}), 202)
    await talk.end(again["run_id"])
    assert sent() == ["one", "ok", "two"]


async def test_regenerating_makes_a_sibling_and_leaves_the_old_answer(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(text=("old",)), Behaviour(text=("new",)))
    started = await talk.say("question")
    path = f"{talk.path}/messages/{started['answer']['id']}/regenerate"
    body = {"run_id": new_id()}
    again = await expect(talk.client.post(path, json=body), 202)
    assert again["run_id"] == body["run_id"]
    await talk.end(again["run_id"])
    repeated = await expect(talk.client.post(path, json=body), 202)
    assert repeated["answer"]["id"] == again["answer"]["id"]
    question, answer = await talk.messages()
    assert answer["content"] == "new"
    assert again["answer"]["siblings"] == answer["siblings"]
    assert answer["siblings"] == [started["answer"]["id"], again["answer"]["id"]]
    assert question["siblings"] == [question["id"]]


async def test_a_question_without_an_answer_can_be_answered(talk: Talk) -> None:
    started = await talk.say("question")
    await expect(talk.client.delete(f"{talk.path}/messages/{started['answer']['id']}"), 204)
    path = f"{talk.path}/messages/{started['message']['id']}/regenerate"
    again = await expect(talk.client.post(path, json={}), 202)
    assert (await talk.end(again["run_id"])).kind == "run.completed"
    assert [m["role"] for m in await talk.messages()] == ["user", "assistant"]


async def test_choosing_a_sibling_shows_its_branch_to_the_newest_leaf(talk: Talk) -> None:
    first = await talk.say("one")
    await talk.say("two")
    other = await talk.say("other", parent_id=None)
    shown = await talk.change(leaf_id=first["message"]["id"])
    assert _texts(await talk.messages()) == ["one", "two"]
    assert shown["leaf_id"] == (await talk.messages())[-1]["id"]
    await talk.change(leaf_id=other["answer"]["id"])
    assert _texts(await talk.messages()) == ["other"]
    await talk.say("goes on here")
    assert _texts(await talk.messages()) == ["other", "goes on here"]


async def test_a_chat_goes_on_from_where_it_was_rewound_to(talk: Talk) -> None:
    first = await talk.say("one")
    second = await talk.say("two")
    shown = await talk.change(rewind_to=first["answer"]["id"])
    assert shown["leaf_id"] == first["answer"]["id"]
    assert _texts(await talk.messages()) == ["one"]
    other = await talk.say("other")
    assert _texts(await talk.messages()) == ["one", "other"]
    assert other["message"]["siblings"] == [second["message"]["id"], other["message"]["id"]]
    await talk.change(rewind_to=None)
    assert await talk.messages() == []
    begun = await talk.say("begun anew")
    assert begun["message"]["siblings"] == [first["message"]["id"], begun["message"]["id"]]
    await talk.change(rewind_to=second["answer"]["id"])
    assert _texts(await talk.messages()) == ["one", "two"]


async def test_a_chat_is_not_rewound_beneath_an_answer(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    first = await talk.say("one")
    openai_provider.script(Behaviour(stall_after=2))
    slow = await talk.post("slow")
    response = await talk.client.patch(talk.path, json={"rewind_to": first["answer"]["id"]})
    problem(response, 409, "answer_running")
    await talk.cancel(slow["run_id"])
    await talk.end(slow["run_id"])
    await talk.change(rewind_to=first["answer"]["id"])
    response = await talk.client.patch(talk.path, json={"rewind_to": new_id()})
    problem(response, 422, "invalid", "body.rewind_to")


async def test_a_leaf_of_another_conversation_is_refused(
    talk: Talk, api: httpx.AsyncClient
) -> None:
    other = await Talk.begin(api)
    started = await other.say("elsewhere")
    for message_id in (started["message"]["id"], new_id()):
        response = await api.patch(talk.path, json={"leaf_id": message_id})
        problem(response, 422, "invalid", "body.leaf_id")
        fields = {"content": "hi", "parent_id": message_id}
        response = await api.post(f"{talk.path}/messages", json=fields)
        problem(response, 422, "invalid", "body.parent_id")
    for method, path in (("PATCH", ""), ("DELETE", ""), ("POST", "/regenerate")):
        response = await api.request(
            method,
            f"{talk.path}/messages/{started['message']['id']}{path}",
            **({} if method == "DELETE" else {"json": {"content": "x"} if not path else {}}),
        )
        problem(response, 404, "message_not_found")


async def test_editing_changes_the_text_in_place(talk: Talk) -> None:
    started = await talk.say("before")
    path = f"{talk.path}/messages/{started['message']['id']}"
    edited = await expect(talk.client.patch(path, json={"content": "after"}), 200)
    assert (edited["content"], edited["id"]) == ("after", started["message"]["id"])
    assert edited["edited_at"] is not None
    assert edited["siblings"] == [edited["id"]]
    assert _texts(await talk.messages()) == ["after"]


async def test_an_edited_message_still_knows_its_siblings(talk: Talk) -> None:
    first = await talk.say("one")
    second = await talk.say("other", parent_id=None)
    path = f"{talk.path}/messages/{second['message']['id']}"
    edited = await expect(talk.client.patch(path, json={"content": "changed"}), 200)
    assert edited["siblings"] == [first["message"]["id"], second["message"]["id"]]


async def test_deleting_takes_the_replies_and_shows_what_is_left(talk: Talk) -> None:
    first = await talk.say("one")
    second = await talk.say("two")
    await talk.say("three")
    await expect(talk.client.delete(f"{talk.path}/messages/{second['message']['id']}"), 204)
    assert _texts(await talk.messages()) == ["one"]
    conversation = await talk.get()
    assert (conversation["message_count"], conversation["leaf_id"]) == (2, first["answer"]["id"])
    problem(await talk.client.get(f"/api/runs/{second['run_id']}"), 404, "run_not_found")
    await expect(talk.client.delete(f"{talk.path}/messages/{first['message']['id']}"), 204)
    assert await talk.messages() == []
    assert (await talk.get())["leaf_id"] is None


async def test_deleting_cancels_an_answer_below_and_no_other(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    first = await talk.say("one")
    openai_provider.script(Behaviour(stall_after=3))
    second = await talk.post("other", parent_id=None)
    await talk.writing(second["run_id"])
    await expect(talk.client.delete(f"{talk.path}/messages/{first['message']['id']}"), 204)
    assert (await talk.run(second["run_id"]))["status"] == "running"
    left = openai_provider.disconnects
    await expect(talk.client.delete(f"{talk.path}/messages/{second['message']['id']}"), 204)
    await openai_provider.until(lambda: openai_provider.disconnects == left + 1)
    assert (await talk.get())["active_run_id"] is None
    assert await talk.messages() == []


async def test_a_running_answer_refuses_what_would_disturb_it(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(stall_after=3))
    started = await talk.post("go")
    await talk.writing(started["run_id"])
    answer = f"{talk.path}/messages/{started['answer']['id']}"
    response = await talk.client.patch(answer, json={"content": "mine"})
    problem(response, 409, "answer_running")
    problem(await talk.client.post(f"{answer}/regenerate", json={}), 409, "answer_running")
    response = await talk.client.post(f"{talk.path}/messages", json={"content": "more"})
    problem(response, 409, "answer_running")
    assert (await talk.get())["active_run_id"] == started["run_id"]
    await talk.cancel(started["run_id"])
    await talk.end(started["run_id"])
    await talk.say("now it goes")


async def test_a_branch_is_read_in_pages_from_its_end(talk: Talk) -> None:
    for n in range(4):
        await talk.say(f"message {n}")
    whole = await talk.messages()
    pages: list[list[dict[str, Any]]] = []
    before: str | None = None
    while True:
        query = {"limit": "3"} | ({"before": before} if before else {})
        page = await expect(talk.client.get(f"{talk.path}/messages", params=query), 200)
        pages.insert(0, page["items"])
        before = page["next_cursor"]
        if before is None:
            break
    assert [len(page) for page in pages] == [2, 3, 3]
    assert [item["id"] for page in pages for item in page] == [item["id"] for item in whole]


async def test_a_streamed_post_says_what_it_began_and_then_the_events(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(text=("The", " answer", ".")))
    body = {"id": new_id(), "content": "question", "stream": True}
    seen = [event async for event in follow_post(talk, f"{talk.path}/messages", body)]
    assert (seen[0].kind, seen[0].id) == ("turn.started", "")
    assert seen[0].data["message"]["id"] == body["id"]
    assert [event.kind for event in seen[1:3]] == ["run.started", "message.delta"]
    assert [event.seq for event in seen[1:]] == list(range(1, len(seen)))
    assert (text_of(seen), seen[-1].kind) == ("The answer.", "run.completed")
    stored = (await talk.messages())[-1]
    assert (stored["id"], stored["content"]) == (seen[0].data["answer"]["id"], "The answer.")
    # The same call again: nothing is begun, and what there is comes as a snapshot.
    again = [event async for event in follow_post(talk, f"{talk.path}/messages", body)]
    assert [event.kind for event in again] == ["turn.started", "message.snapshot", "run.completed"]
    assert again[0].data["run_id"] == seen[0].data["run_id"]
    assert text_of(again) == "The answer."


async def test_who_leaves_a_streamed_post_finds_the_answer_later(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(tokens=30, tokens_per_s=100))
    body = {"content": "question", "stream": True}
    async with aclosing(follow_post(talk, f"{talk.path}/messages", body)) as stream:
        run_id = (await anext(stream)).data["run_id"]
    assert (await talk.end(run_id)).kind == "run.completed"
    assert (await talk.run(run_id))["usage"]["completion_tokens"] == 30


async def test_a_streamed_post_that_is_refused_is_a_problem_and_no_stream(talk: Talk) -> None:
    body = {"content": "question", "model": "no-such-model", "stream": True}
    refused = await talk.client.post(f"{talk.path}/messages", json=body)
    problem(refused, 404, "model_not_found", "body.model")


async def test_an_answer_is_made_again_on_a_stream(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    first = await talk.say("question")
    openai_provider.script(Behaviour(text=("Other",)))
    path = f"{talk.path}/messages/{first['answer']['id']}/regenerate"
    seen = [event async for event in follow_post(talk, path, {"stream": True})]
    assert text_of(seen) == "Other"
    assert len(seen[0].data["answer"]["siblings"]) == 2
