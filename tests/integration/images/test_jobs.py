"""Image jobs and the gallery, on a real installation."""

import base64
from collections.abc import Sequence
from contextlib import aclosing
from io import BytesIO
from typing import Any

import httpx
import pytest
from PIL import Image

from storage.ids import new_id
from tests.integration.gateway.event_stream import Event, events, follow, until
from tests.integration.gateway.talk import eventually, expect, problem
from tests.integration.images.jobs import asked, drawn, pixels
from tests.system import System

ENDLESS = {"steps": 2000}


def steps_of(seen: Sequence[Event], index: int) -> list[int]:
    progress = [each.data for each in seen if each.kind == "image.progress"]
    return [data["step"] for data in progress if data["index"] == index]


async def test_a_job_draws_its_pictures_step_by_step(painter: httpx.AsyncClient) -> None:
    job = await asked(painter, count=2, steps=6)
    seen = await events(painter, job["id"], params={"after": 0})
    assert [seen[0].kind, seen[-1].kind] == ["run.started", "run.completed"]
    assert [each.seq for each in seen] == list(range(1, len(seen) + 1))
    for index in (0, 1):
        steps = steps_of(seen, index)
        assert steps == sorted(set(steps))
        assert steps[-1] == 6
    previews = [each.data["preview"] for each in seen if each.data.get("preview")]
    for preview in previews:
        kind, _, encoded = preview.partition(",")
        assert kind == "data:image/webp;base64"
        assert Image.open(BytesIO(base64.b64decode(encoded))).size == (16, 16)
    assert previews
    job = await expect(painter.get(f"/api/image-jobs/{job['id']}"), 200)
    assert job["status"] == "completed"
    assert [image["seed"] for image in job["images"]] == [7, 8]
    for image in job["images"]:
        assert (await pixels(painter, image)).shape == (128, 128, 3)
        assert (await pixels(painter, image, "thumbnail")).shape == (128, 128, 3)


async def test_the_answer_to_a_post_may_be_the_events_themselves(
    painter: httpx.AsyncClient,
) -> None:
    body = {"prompt": "a house", "stream": True}
    seen = [e async for e in follow(painter, "/api/image-jobs", method="POST", json=body)]
    assert [seen[0].kind, seen[1].kind, seen[-1].kind] == [
        "job.started",
        "run.started",
        "run.completed",
    ]
    assert seen[0].data["settings"]["prompt"] == "a house"


async def test_the_same_post_again_is_the_same_job(painter: httpx.AsyncClient) -> None:
    body = {"id": new_id(), "prompt": "a tree"}
    first = await expect(painter.post("/api/image-jobs", json=body), 202)
    await events(painter, first["id"])
    again = await expect(painter.post("/api/image-jobs", json=body), 202)
    assert again["status"] == "completed"
    assert again["settings"] == first["settings"]
    assert len(again["images"]) == 1


async def test_a_seed_gives_the_same_picture(painter: httpx.AsyncClient) -> None:
    one = (await drawn(painter, seed=41))["images"][0]
    two = (await drawn(painter, seed=40, count=2))["images"][1]
    assert two["seed"] == 41
    assert abs(await pixels(painter, one) - await pixels(painter, two)).max() <= 1


async def test_a_picture_may_begin_with_another(painter: httpx.AsyncClient) -> None:
    first = (await drawn(painter, seed=3))["images"][0]
    fields = {"prompt": "night", "steps": 8, "seed": 1}
    job = await asked(painter, input_id=first["id"], strength=0.25, **fields)
    seen = await events(painter, job["id"], params={"after": 0})
    assert steps_of(seen, 0)[-1] == 2
    image = (await expect(painter.get(f"/api/image-jobs/{job['id']}"), 200))["images"][0]
    assert (image["input_id"], image["strength"]) == (first["id"], 0.25)
    alone = (await drawn(painter, **fields))["images"][0]
    assert abs(await pixels(painter, image) - await pixels(painter, alone)).mean() > 5
    larger = (await drawn(painter, input_id=first["id"], width=192, height=256))["images"][0]
    assert larger["strength"] == 0.6
    assert (await pixels(painter, larger)).shape == (256, 192, 3)


async def test_an_input_that_is_not_there_is_refused(painter: httpx.AsyncClient) -> None:
    for fields, field in (({"input_id": new_id()}, "input_id"), ({"strength": 0.5}, "strength")):
        response = await painter.post("/api/image-jobs", json={"prompt": "night", **fields})
        problem(response, 422, "invalid", f"body.{field}")


async def test_a_late_reader_gets_a_snapshot(painter: httpx.AsyncClient) -> None:
    job = await asked(painter, steps=200)
    path = f"/api/runs/{job['id']}/events"
    await until(painter, path, "image.progress", params={"after": 0})
    first = (await until(painter, path, "image.snapshot"))[0]
    assert first.data["pictures"][0]["step"] >= 1
    end = await events(painter, job["id"])
    assert end[-1].kind == "run.completed"
    after = await events(painter, job["id"])
    assert [each.kind for each in after] == ["image.snapshot", "run.completed"]
    assert after[0].data["pictures"][0]["image"]["width"] == 128


async def test_cancel_frees_the_place_at_once(painter: httpx.AsyncClient) -> None:
    endless = [await asked(painter, count=8, **ENDLESS) for _ in range(2)]
    for job in endless:
        await expect(painter.post(f"/api/runs/{job['id']}/cancel"), 202)
        assert (await events(painter, job["id"]))[-1].kind == "run.cancelled"
    assert (await drawn(painter))["status"] == "completed"


async def test_a_cancel_holds_whoever_died(painter: httpx.AsyncClient, painting: System) -> None:
    """And what is asked next is drawn as if nothing had been."""
    expected = [await pixels(painter, image) for image in (await drawn(painter, count=3))["images"]]
    for part in ("host", "replica"):
        job = await asked(painter, count=3, steps=400)
        path = f"/api/runs/{job['id']}/events"
        await until(painter, path, "image.progress", params={"after": 0})
        for index in range(len(painting.pids(part))):
            painting.kill(part, index)
        await expect(painter.post(f"/api/runs/{job['id']}/cancel"), 202)
        end = (await events(painter, job["id"]))[-1]
        assert end.kind == "run.cancelled", part
        short = await drawn(painter, count=3)
        assert [image["index"] for image in short["images"]] == [0, 1, 2]
        for image, wanted in zip(short["images"], expected, strict=True):
            assert abs(await pixels(painter, image) - wanted).max() <= 1


async def test_the_gallery_filters_marks_and_deletes(painter: httpx.AsyncClient) -> None:
    word = new_id()[-12:]
    images = (await drawn(painter, prompt=f"A lonely {word} house", count=3))["images"]
    found = await expect(painter.get("/api/images", params={"q": word.upper()}), 200)
    assert [i["id"] for i in found["items"]] == [i["id"] for i in reversed(images)]
    liked = await expect(
        painter.patch(f"/api/images/{images[1]['id']}", json={"favourite": True}), 200
    )
    assert liked["favourite"]
    query = {"q": word, "favourite": True}
    found = await expect(painter.get("/api/images", params=query), 200)
    assert [i["id"] for i in found["items"]] == [images[1]["id"]]
    await expect(painter.delete(f"/api/images/{images[1]['id']}"), 204)
    for path in ("", "/file", "/thumbnail"):
        gone = await painter.get(f"/api/images/{images[1]['id']}{path}")
        problem(gone, 404, "image_not_found")
    assert (await painter.get(f"/api/images/{images[0]['id']}/file")).status_code == 200


async def test_pages_of_gallery_and_jobs_follow_each_other(painter: httpx.AsyncClient) -> None:
    ids = [(await drawn(painter))["id"] for _ in range(3)]
    for path, name in (("/api/images", "job_id"), ("/api/image-jobs", "id")):
        seen, cursor = [], None
        while len(seen) < 3:
            query = {"limit": 1} | ({"cursor": cursor} if cursor else {})
            page = await expect(painter.get(path, params=query), 200)
            seen += [item[name] for item in page["items"]]
            cursor = page["next_cursor"]
        assert seen == ids[::-1]
        bad = await painter.get(path, params={"cursor": "nonsense"})
        problem(bad, 422, "bad_cursor", "query.cursor")


async def test_a_picture_is_saved_under_its_words(painter: httpx.AsyncClient) -> None:
    image = (await drawn(painter, prompt="Sunset, over the OCEAN!"))["images"][0]
    response = await painter.get(f"/api/images/{image['id']}/file", params={"download": True})
    assert response.headers["content-disposition"] == (
        'attachment; filename="sunset-over-the-ocean.png"'
    )
    text = Image.open(BytesIO(response.content)).text  # type: ignore[attr-defined]
    assert text["prompt"] == "Sunset, over the OCEAN!"
    assert image["id"] in text["atelier"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"prompt": ""}, "prompt"),
        ({"prompt": "  "}, "prompt"),
        ({"prompt": "x" * 2001}, "prompt"),
        ({"width": 100}, "width"),
        ({"width": 48}, "width"),
        ({"height": 4096}, "height"),
        ({"height": -128}, "height"),
        ({"steps": 0}, "steps"),
        ({"steps": 2001}, "steps"),
        ({"guidance": 0.5}, "guidance"),
        ({"seed": -1}, "seed"),
        ({"count": 9}, "count"),
        ({"sampler": "euler"}, "sampler"),
        ({"scheduler": "magic"}, "scheduler"),
        ({"input_id": "x"}, "input_id"),
        ({"strength": 0}, "strength"),
        ({"width": "128"}, "width"),
    ],
)
async def test_what_cannot_be_drawn_is_refused_at_once(
    painter: httpx.AsyncClient, fields: dict[str, Any], field: str
) -> None:
    response = await painter.post("/api/image-jobs", json={"prompt": "a house", **fields})
    problem(response, 422, "invalid", f"body.{field}")


async def test_a_model_that_does_not_draw_is_refused(painter: httpx.AsyncClient) -> None:
    body = {"prompt": "a house", "model": "nowhere"}
    problem(await painter.post("/api/image-jobs", json=body), 422, "model_cannot", "body.model")


async def test_a_prompt_longer_than_the_model_reads_fails_on_the_stream(
    painter: httpx.AsyncClient,
) -> None:
    job = await asked(painter, prompt="a house and a tree " * 20)
    end = (await events(painter, job["id"]))[-1]
    assert end.kind == "run.failed"
    assert end.data["error"]["code"] == "context_too_long"


async def test_a_scheduler_that_does_not_suit_the_model_fails_on_the_stream(
    painter: httpx.AsyncClient,
) -> None:
    end = (await events(painter, (await asked(painter, scheduler="ddim"))["id"]))[-1]
    assert end.kind == "run.failed"
    assert end.data["error"]["code"] == "model_refused_request"
    assert "choose euler" in end.data["error"]["detail"]
    job = await asked(painter, scheduler="euler")
    assert (await events(painter, job["id"]))[-1].kind == "run.completed"
    drawn = (await expect(painter.get(f"/api/image-jobs/{job['id']}"), 200))["images"][0]
    assert drawn["scheduler"] == "euler"


async def test_a_run_of_a_conversation_is_no_job(painter: httpx.AsyncClient) -> None:
    talk = await expect(painter.post("/api/conversations", json={}), 201)
    path = f"/api/conversations/{talk['id']}/messages"
    started = await expect(painter.post(path, json={"content": "Hello"}), 202)
    problem(await painter.get(f"/api/image-jobs/{started['run_id']}"), 404, "job_not_found")
    await expect(painter.delete(f"/api/conversations/{talk['id']}"), 204)


async def test_who_leaves_cancels_nothing(painter: httpx.AsyncClient) -> None:
    body = {"id": new_id(), "prompt": "a tree", "steps": 100, "stream": True}
    path = "/api/image-jobs"
    async with aclosing(follow(painter, path, method="POST", json=body)) as stream:
        await anext(stream)

    async def done() -> bool:
        job = await expect(painter.get(f"/api/image-jobs/{body['id']}"), 200)
        return bool(job["status"] == "completed")

    await eventually(done, "the picture")
