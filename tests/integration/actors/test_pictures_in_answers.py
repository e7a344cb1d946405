"""Answers that end with pictures: asked for, called for, broken off and taken up."""

import asyncio
import json
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

from actors.pictures import picture_id
from serve.image import own_settings
from serve.model_entry import Drawing
from storage import Event, EventChunk, Run
from tests.integration.actors.conftest import Bench
from tests.integration.actors.test_one_answer import Turn, ask, idle, read

ASKED = {"prompt": "two boats [at sea]", "count": 2}


def drawing(**asked: Any) -> dict[str, Any]:
    settings = own_settings(Drawing(steps=2), **{**ASKED, **asked})
    return {"model": "brush", "settings": settings.model_dump()}


def in_text(run: Run, index: int) -> str:
    """How the picture stands in the text."""
    return f'![two boats at sea](/api/images/{picture_id(run.id, index)}/file "512×512") '


async def answer_of(bench: Bench, turn: Turn) -> str:
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert (answer.status, answer.finish_reason) == ("complete", "stop")
    return answer.content


def kinds(events: bytes) -> list[str]:
    lines = events.decode().splitlines()
    return [line.removeprefix("event: ") for line in lines if line.startswith("event: ")]


async def read_until(bench: Bench, run: Run, enough: Callable[[bytes], bool]) -> None:
    """Follow the run from its first event on, and leave."""
    seen = b""
    async with aclosing(bench.client.follow(bench.tenant, run, 0)) as events:
        while not enough(seen):
            seen += await anext(events)


def chunk(bench: Bench, run: Run, first_seq: int, *events: Event) -> EventChunk:
    tenant_id = bench.tenant.tenant_id
    return EventChunk(tenant_id, run.id, first_seq, events, (), (), "a former process")


async def test_pictures_that_were_asked_for_are_the_answer(bench: Bench) -> None:
    turn, run = await ask(bench, "/image two boats", drawing=drawing())
    await bench.client.start(run, [turn.question])
    seen = kinds(await read(bench, run))
    assert seen[:2] == ["run.started", "image.started"]
    assert seen.count("image.completed") == 2
    assert bench.model.asked == []
    assert await answer_of(bench, turn) in (
        in_text(run, 0) + in_text(run, 1),
        in_text(run, 1) + in_text(run, 0),
    )
    first, second = await bench.tenant.images.of_run(run.id)
    assert second.settings.seed == first.settings.seed + 1
    assert (first.model, first.settings.width) == ("brush", 512)


async def test_a_model_may_call_for_pictures_behind_its_words(bench: Bench) -> None:
    bench.model.call = json.dumps(ASKED | {"count": 1})
    turn, run = await ask(bench, "Here it is:", image_model="brush")
    await bench.client.start(run, [turn.question])
    seen = kinds(await read(bench, run))
    assert [tool["function"]["name"] for tool in bench.model.tools] == ["draw_image"]
    assert seen.index("image.started") < seen.index("image.completed")
    assert await answer_of(bench, turn) == "Here it is: \n\n" + in_text(run, 0)


async def test_without_a_model_that_draws_none_is_offered(bench: Bench) -> None:
    turn, run = await ask(bench, "Hello")
    await bench.client.start(run, [turn.question])
    await read(bench, run)
    assert bench.model.tools == []


async def test_a_call_that_makes_no_sense_ends_the_answer_in_words(bench: Bench) -> None:
    bench.model.call = "{}"
    turn, run = await ask(bench, "Here:", image_model="brush")
    await bench.client.start(run, [turn.question])
    assert kinds(await read(bench, run))[-1] == "run.failed"
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert answer.content == "Here: "
    assert answer.error is not None
    assert "prompt" in answer.error.detail


async def test_what_was_drawn_before_a_host_died_is_not_drawn_again(bench: Bench) -> None:
    """And nobody asks the model a second time."""
    turn, run = await ask(bench, "Here:", image_model="brush")
    wanted, done = drawing(), {"index": 1, "image": {"id": picture_id(run.id, 1)}}
    stored = chunk(
        bench,
        run,
        1,
        Event("run.started", {}),
        Event("message.delta", {"text": "Here: ", "tokens": 1}),
        Event("image.started", wanted),
        Event("message.delta", {"text": "\n\n", "tokens": 0}),
        Event("image.completed", done),
        Event("message.delta", {"text": in_text(run, 1), "tokens": 0}),
    )
    await bench.storage.hosts.append([stored])
    bench.host.start(run, None)
    await read(bench, run)
    assert bench.model.asked == []
    assert [request.seed for request in bench.brush.asked] == [wanted["settings"]["seed"]]
    assert await answer_of(bench, turn) == "Here: \n\n" + in_text(run, 1) + in_text(run, 0)


async def test_a_call_that_had_begun_when_the_host_died_is_made_again(bench: Bench) -> None:
    """Its tokens alone would be taken for words."""
    bench.model.call = json.dumps(ASKED | {"count": 1})
    turn, run = await ask(bench, "Here:", image_model="brush")
    half = EventChunk(
        bench.tenant.tenant_id,
        run.id,
        1,
        (Event("run.started", {}), Event("message.delta", {"text": "", "tokens": 2})),
        (5, 6),
        (1, 2, 3),
        "a former process",
    )
    await bench.storage.hosts.append([half])
    bench.host.start(run, None)
    assert "message.restarted" in kinds(await read(bench, run))
    assert await answer_of(bench, turn) == "Here: \n\n" + in_text(run, 0)


async def test_who_comes_late_sees_how_far_the_pictures_are(bench: Bench) -> None:
    bench.brush.allowed = asyncio.Semaphore(1)
    _, run = await ask(bench, "/image two boats", drawing=drawing())
    await bench.client.start(run, [])
    await read_until(
        bench, run, lambda seen: b"image.completed" in seen and seen.count(b"image.progress") == 2
    )
    late = bench.client.follow(bench.tenant, run, None)
    snapshot = json.loads((await anext(late)).split(b"data: ")[1])
    await late.aclose()
    assert snapshot["drawing"]["settings"]["prompt"] == ASKED["prompt"]
    assert sorted("image" in picture for picture in snapshot["pictures"]) == [False, True]
    assert snapshot["text"].count("![two boats") == 1
    bench.brush.allowed.release()
    await idle(bench.host)


async def test_a_cancelled_answer_keeps_what_was_done_and_nothing_else(bench: Bench) -> None:
    bench.brush.allowed = asyncio.Semaphore(1)
    turn, run = await ask(bench, "/image two boats", drawing=drawing())
    await bench.client.start(run, [])
    await read_until(bench, run, lambda seen: b"image.completed" in seen)
    await bench.tenant.runs.request_cancel(run.id)
    await bench.client.cancel(run)
    await idle(bench.host)
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert answer.status == "cancelled"
    (kept,) = await bench.tenant.images.of_run(run.id)
    assert answer.content == in_text(run, kept.index)


async def test_pictures_outlive_the_conversation(bench: Bench) -> None:
    turn, run = await ask(bench, "/image two boats", drawing=drawing(count=1))
    await bench.client.start(run, [])
    await read(bench, run)
    await bench.tenant.messages.delete_subtree(turn.question.id)
    assert len(await bench.tenant.images.of_run(run.id)) == 1
