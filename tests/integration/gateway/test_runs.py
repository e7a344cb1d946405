"""Runs and their event streams: every event once and in order, for every way of reading."""

import asyncio

import httpx
import pytest

from storage.ids import new_id
from tests.integration.gateway.event_stream import (
    TERMINAL_KINDS,
    events,
    follow,
    text_of,
    until,
)
from tests.integration.gateway.talk import Talk, eventually, problem
from tests.providers import Behaviour, OpenAIServer

SLOW = Behaviour(tokens=30, tokens_per_s=40)


async def test_a_run_tells_how_it_ended(talk: Talk, openai_provider: OpenAIServer) -> None:
    openai_provider.script(Behaviour(tokens=12, finish_reason="length"))
    started = await talk.say("go")
    run = await talk.run(started["run_id"])
    assert (run["status"], run["finish_reason"], run["kind"]) == ("completed", "length", "chat")
    assert (run["conversation_id"], run["message_id"]) == (talk.id, started["answer"]["id"])
    assert run["usage"]["completion_tokens"] == 12
    assert run["finished_at"] >= run["created_at"]
    assert run["last_seq"] == len(await events(talk.client, run["id"], params={"after": 0}))


async def test_from_the_beginning_every_event_comes_once_and_the_stream_closes(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(SLOW)
    started = await talk.post("go")
    live = await events(talk.client, started["run_id"], params={"after": 0})
    assert [event.seq for event in live] == list(range(1, len(live) + 1))
    assert live[0].kind == "run.started"
    assert live[0].data["message_id"] == started["answer"]["id"]
    assert [event.kind for event in live if event.kind in TERMINAL_KINDS] == [live[-1].kind]
    assert text_of(live) == SLOW.whole_text
    assert len(live) > 5
    assert await events(talk.client, started["run_id"], params={"after": 0}) == live


async def test_last_event_id_goes_on_from_any_event(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(SLOW)
    started = await talk.post("go")
    run_id = started["run_id"]

    async def from_the_middle(seq: int) -> None:
        """Leave after that event, come back with its id, while the answer is written."""
        head = []
        async for event in follow(talk.client, f"/api/runs/{run_id}/events", params={"after": 0}):
            head.append(event)
            if event.seq == seq:
                break
        cursor = {"Last-Event-ID": head[-1].id}
        # The header is the reader's newest word: the query is what its address began with.
        rest = await events(talk.client, run_id, headers=cursor, params={"after": 0})
        assert [e.seq for e in head + rest] == list(range(1, rest[-1].seq + 1))
        assert text_of(head + rest) == SLOW.whole_text

    await asyncio.gather(*map(from_the_middle, (1, 2, 3, 5, 8)))
    whole = await events(talk.client, run_id, params={"after": 0})
    for event in whole:
        after = await events(talk.client, run_id, headers={"Last-Event-ID": event.id})
        assert after == whole[event.seq :]


async def test_without_a_cursor_a_live_reader_gets_a_snapshot_and_what_follows(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(SLOW)
    started = await talk.post("go")
    await talk.writing(started["run_id"])
    seen = await events(talk.client, started["run_id"])
    snapshot = seen[0]
    assert snapshot.kind == "message.snapshot"
    assert snapshot.data["status"] == "running"
    assert [e.seq for e in seen] == list(range(snapshot.seq, seen[-1].seq + 1))
    assert text_of(seen) == SLOW.whole_text


async def test_a_late_reader_gets_the_whole_text_and_the_end(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(tokens=40))
    started = await talk.say("go")
    seen = await events(talk.client, started["run_id"])
    assert [event.kind for event in seen] == ["message.snapshot", "run.completed"]
    assert seen[0].data == {
        "text": Behaviour(tokens=40).whole_text,
        "tokens": 40,
        "status": "completed",
    }
    assert seen[1].seq == seen[0].seq + 1 == (await talk.run(started["run_id"]))["last_seq"]


async def test_cancel_keeps_the_text_and_reaches_the_provider(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(stall_after=7))
    left = openai_provider.disconnects
    started = await talk.post("go")
    run_id = started["run_id"]

    async def has_written() -> bool:
        path = f"/api/runs/{run_id}/events"
        head = await until(talk.client, path, "message.snapshot")
        return text_of(head) == "".join(Behaviour().words()[:7])

    await eventually(has_written, "seven tokens")
    await talk.cancel(run_id)
    await openai_provider.until(lambda: openai_provider.disconnects == left + 1)
    end = await talk.end(run_id)
    assert (end.kind, end.data["finish_reason"]) == ("run.cancelled", "cancelled")
    answer = (await talk.messages())[-1]
    assert answer["content"] == "".join(Behaviour().words()[:7])
    assert (answer["status"], answer["finish_reason"]) == ("cancelled", "cancelled")
    run = await talk.run(run_id)
    assert (run["status"], run["finish_reason"]) == ("cancelled", "cancelled")
    assert (await talk.get())["active_run_id"] is None


async def test_cancelling_what_has_ended_changes_nothing(talk: Talk) -> None:
    started = await talk.say("go")
    before = await talk.run(started["run_id"])
    log = await events(talk.client, started["run_id"], params={"after": 0})
    assert await talk.cancel(started["run_id"]) == before
    assert await talk.cancel(started["run_id"]) == before
    assert await events(talk.client, started["run_id"], params={"after": 0}) == log
    assert (await talk.messages())[-1]["status"] == "complete"


async def test_a_reader_that_leaves_stops_nothing(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(SLOW)
    left = openai_provider.disconnects
    started = await talk.post("go")
    await talk.writing(started["run_id"])
    assert (await talk.end(started["run_id"])).kind == "run.completed"
    assert (await talk.messages())[-1]["content"] == SLOW.whole_text
    assert openai_provider.disconnects == left


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_an_unknown_run_is_not_found(api: httpx.AsyncClient, method: str) -> None:
    path = f"/api/runs/{new_id()}" + ("/cancel" if method == "POST" else "")
    problem(await api.request(method, path), 404, "run_not_found")
    problem(await api.get(f"/api/runs/{new_id()}/events"), 404, "run_not_found")


async def test_several_runs_on_one_stream(
    api: httpx.AsyncClient, openai_provider: OpenAIServer
) -> None:
    """Live ones, one that is over, one from a cursor and one that never was."""
    openai_provider.default = SLOW
    talks = [await Talk.begin(api) for _ in range(4)]
    over = await talks[0].say("over")
    live = [await talk.post("live") for talk in talks[1:]]
    unknown = new_id()
    wanted = [over["run_id"], *(f"{started['run_id']}:0" for started in live), unknown]
    seen = [event async for event in follow(api, "/api/events", params={"run": wanted})]

    assert [e.data for e in seen if e.kind == "run.unknown"] == [{"run_id": unknown}]
    known = [event for event in seen if event.kind != "run.unknown"]
    for started in live:
        own = [event for event in known if event.run_id == started["run_id"]]
        assert [e.seq for e in own] == list(range(1, len(own) + 1))
        assert text_of(own) == SLOW.whole_text
        assert own[-1].kind == "run.completed"
    own = [event for event in known if event.run_id == over["run_id"]]
    assert [event.kind for event in own] == ["message.snapshot", "run.completed"]


async def test_a_cursor_of_something_else_begins_with_a_snapshot(talk: Talk) -> None:
    started = await talk.say("go")
    params = {"run": f"{started['run_id']}:99999999999999999999999"}
    seen = [event async for event in follow(talk.client, "/api/events", params=params)]
    assert [event.kind for event in seen] == ["message.snapshot", "run.completed"]


async def test_the_shared_stream_ends_only_when_all_have_ended(
    api: httpx.AsyncClient, openai_provider: OpenAIServer
) -> None:
    openai_provider.script(Behaviour(stall_after=2))
    held, quick = await Talk.begin(api), await Talk.begin(api)
    first = await held.post("held")
    await held.writing(first["run_id"])
    second = await quick.post("quick")
    kinds: list[tuple[str, str]] = []
    wanted = {"run": [f"{first['run_id']}:0", f"{second['run_id']}:0"]}
    async for event in follow(api, "/api/events", params=wanted):
        kinds.append((event.run_id, event.kind))
        if kinds[-1] == (second["run_id"], "run.completed"):
            await held.cancel(first["run_id"])
    assert kinds[-1] == (first["run_id"], "run.cancelled")
    assert (second["run_id"], "run.completed") in kinds
