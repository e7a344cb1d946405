"""Pictures as answers in a conversation, on a real installation."""

import re

import httpx
import pytest

from tests.integration.gateway.event_stream import Event, events, until
from tests.integration.gateway.talk import Talk, expect, problem
from tests.system import System

DRAWN = re.compile(r'!\[two boats\]\((/api/images/([\w-]+)/file) "128×128"\) ')


async def test_a_message_may_ask_for_a_picture(painter: httpx.AsyncClient) -> None:
    talk = await Talk.begin(painter)
    started = await talk.post("/image two boats")
    assert started["answer"]["model"] == "tiny-image"
    seen = await events(painter, started["run_id"], params={"after": 0})
    kinds = [event.kind for event in seen]
    assert kinds[:2] == ["run.started", "image.started"]
    assert kinds.count("image.completed") == 1
    found = DRAWN.fullmatch((await talk.messages())[-1]["content"])
    assert found
    picture = await painter.get(found[1])
    assert picture.headers["content-type"] == "image/png"
    image = await expect(painter.get(f"/api/images/{found[2]}"), 200)
    assert (image["prompt"], image["job_id"]) == ("two boats", started["run_id"])
    assert (await talk.get())["title"] == "two boats"


async def test_drawing_again_gives_another_picture(painter: httpx.AsyncClient) -> None:
    talk = await Talk.begin(painter)
    first = await talk.say("/image two boats")
    path = f"{talk.path}/messages/{first['answer']['id']}/regenerate"
    again = await expect(painter.post(path, json={}), 202)
    await talk.end(again["run_id"])
    answer = (await talk.messages())[-1]
    assert len(answer["siblings"]) == 2
    seeds = set()
    for run_id in (first["run_id"], again["run_id"]):
        end = await events(painter, run_id, params={"after": 0})
        (done,) = [event.data for event in end if event.kind == "image.completed"]
        seeds.add(done["image"]["seed"])
    assert len(seeds) == 2


@pytest.mark.parametrize(
    ("content", "why"), [("/image", "say what to draw"), ("/image " + "x" * 2001, "2,000")]
)
async def test_what_cannot_be_drawn_is_refused_at_once(
    painter: httpx.AsyncClient, content: str, why: str
) -> None:
    talk = await Talk.begin(painter)
    response = await painter.post(f"{talk.path}/messages", json={"content": content})
    assert why in problem(response, 422, "invalid", "body.content")["detail"]
    assert await talk.messages() == []
    await talk.say("/image a house")  # its turn was given back


async def test_words_that_only_look_like_it_are_words(painter: httpx.AsyncClient) -> None:
    talk = await Talk.begin(painter)
    for content in ("/images of boats", "see /image two boats"):
        started = await talk.post(content)
        assert started["answer"]["model"] == "nowhere"
        await talk.cancel(started["run_id"])
        await talk.end(started["run_id"])


async def test_an_answer_of_pictures_outlives_its_host(
    painter: httpx.AsyncClient, painting: System
) -> None:
    talk = await Talk.begin(painter)
    started = await talk.post("/image two boats")
    path = f"/api/runs/{started['run_id']}/events"
    await until(painter, path, "image.started", params={"after": 0})
    for index in range(len(painting.pids("host"))):
        painting.kill("host", index)
    seen: list[Event] = await events(painter, started["run_id"], params={"after": 0})
    assert [event.kind for event in seen].count("image.completed") == 1
    assert DRAWN.fullmatch((await talk.messages())[-1]["content"])
