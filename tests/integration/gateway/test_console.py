"""A project's console through the HTTP API: kept once, read by pages, told apart, deleted."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from storage.ids import new_id
from tests.integration.gateway.talk import expect, problem
from tests.integration.gateway.test_projects import begun, write

NOW = datetime.now(UTC).replace(microsecond=0)
BROKEN = [{"name": "onClick", "path": "src/App.tsx", "line": 2, "column": 9}]
NOWHERE = [{**BROKEN[0], "line": 0}]


@pytest.fixture
async def console(api: httpx.AsyncClient) -> str:
    """The path of a console in a project with one file."""
    project = await begun(api, template="empty")
    await write(api, project, "src/App.tsx", b"const a = 1;\nsetCuont(a);\n")
    return f"{project}/console"


def said(text: str, seconds_ago: float = 0, **fields: Any) -> dict[str, Any]:
    at = (NOW - timedelta(seconds=seconds_ago)).isoformat()
    return {"level": "log", "text": text, "at": at, **fields}


def failed(text: str, seconds_ago: float = 0, **fields: Any) -> dict[str, Any]:
    told = {"level": "error", "source": "exception", "calls": BROKEN}
    return said(text, seconds_ago, **{**told, **fields})


async def tell(api: httpx.AsyncClient, console: str, *entries: Any, **fields: Any) -> Any:
    return await expect(api.post(console, json={"entries": entries, **fields}), 201)


async def texts(api: httpx.AsyncClient, console: str, **query: Any) -> list[str]:
    page = await expect(api.get(console, params=query), 200)
    return [item["text"] for item in page["items"]]


async def test_a_batch_sent_again_is_not_doubled(api: httpx.AsyncClient, console: str) -> None:
    batch = new_id()
    for _ in range(2):
        made = await tell(api, console, said("one"), said("two", count=3), id=batch, dropped=7)
        assert made == {"id": batch, "kept": 2, "dropped": 7}
    assert await texts(api, console) == ["two", "one"]
    told = await expect(api.get(f"{console}/stats"), 200)
    assert (told["entries"], told["dropped"]) == (4, 7)


async def test_it_is_read_by_pages_and_searched(api: httpx.AsyncClient, console: str) -> None:
    await tell(api, console, *(said(f"old {number}", 60) for number in range(3)))
    await tell(api, console, failed("TypeError: Bad"), said("new"))
    first = await expect(api.get(console, params={"limit": 2}), 200)
    assert [item["text"] for item in first["items"]] == ["new", "TypeError: Bad"]
    assert first["items"][1]["calls"] == BROKEN
    query = {"limit": 2, "cursor": first["next_cursor"]}
    second = await expect(api.get(console, params=query), 200)
    query["cursor"] = second["next_cursor"]
    last = await expect(api.get(console, params=query), 200)
    found = [item["text"] for page in (second, last) for item in page["items"]]
    assert (found, last["next_cursor"]) == (["old 2", "old 1", "old 0"], None)
    assert await texts(api, console, level="error") == ["TypeError: Bad"]
    assert await texts(api, console, q="OLD 1") == ["old 1"]
    after = (NOW - timedelta(seconds=30)).isoformat()
    assert await texts(api, console, after=after) == ["new", "TypeError: Bad"]
    problem(await api.get(console, params={"cursor": "x"}), 422, "bad_cursor", "query.cursor")


async def test_errors_are_told_apart(api: httpx.AsyncClient, console: str) -> None:
    moved = [{**BROKEN[0], "line": 1}]
    await tell(api, console, failed("ReferenceError: setCuont", 50, count=2), said("between"))
    await tell(api, console, failed("Error: late", 40, source="rejection", calls=[]))
    await tell(api, console, failed("ReferenceError: setCuont", calls=moved))
    found = await expect(api.get(f"{console}/errors"), 200)
    assert found["more"] == 0
    assert [(each["kind"], each["count"]) for each in found["items"]] == [
        ("reference", 3),
        ("rejection", 1),
    ]
    assert found["items"][0]["calls"] == moved
    first_at = datetime.fromisoformat(found["items"][0]["first_at"])
    assert first_at == NOW - timedelta(seconds=50)
    told = await expect(api.get(f"{console}/stats"), 200)
    assert (told["levels"]["error"], told["levels"]["log"]) == (4, 1)
    assert (told["kinds"]["reference"], told["kinds"]["rejection"]) == (3, 1)
    assert (len(told["minutes"]), sum(each["errors"] for each in told["minutes"])) == (60, 4)


async def test_a_model_is_told_errors_with_their_lines(
    api: httpx.AsyncClient, console: str
) -> None:
    assert (await expect(api.get(f"{console}/context"), 200))["text"] == ""
    await tell(api, console, *(failed(f"Error: {number} {'x' * 500}") for number in range(20)))
    await tell(api, console, failed("ReferenceError: setCuont is not defined"))
    told = await expect(api.get(f"{console}/context", params={"max_chars": 1_500}), 200)
    assert "    ReferenceError: setCuont is not defined\n  src/App.tsx:2:9\n" in told["text"]
    assert "  >    2 | setCuont(a);\n" in told["text"]
    assert len(told["text"]) <= 1_500
    assert told["errors"] + told["more"] == 21
    assert told["errors"] < 5
    too_few = await api.get(f"{console}/context", params={"max_chars": 1})
    problem(too_few, 422, "invalid", "query.max_chars")


async def test_it_is_cleared_and_goes_with_its_project(
    api: httpx.AsyncClient, console: str
) -> None:
    await tell(api, console, said("one"))
    assert (await api.delete(console)).status_code == 204
    assert await texts(api, console) == []
    await tell(api, console, said("two"))
    await expect(api.delete(console.removesuffix("/console")), 204)
    for path in ("", "/errors", "/stats", "/context"):
        problem(await api.get(console + path), 404, "project_not_found")
    problem(await api.delete(console), 404, "project_not_found")
    late = await api.post(console, json={"entries": [said("late")]})
    problem(late, 404, "project_not_found")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"entries": []}, "body.entries"),
        ({"entries": [said("x")] * 101}, "body.entries"),
        ({"entries": [said("x" * 4_001)]}, "body.entries.0.text"),
        ({"entries": [said("x"), said("x", level="fatal")]}, "body.entries.1.level"),
        ({"entries": [said("x", at="2026-11-30T12:00:00")]}, "body.entries.0.at"),
        ({"entries": [said("x", at=5)]}, "body.entries.0.at"),
        ({"entries": [said("x", at="noon")]}, "body.entries.0.at"),
        ({"entries": [said("x", count=0)]}, "body.entries.0.count"),
        ({"entries": [failed("x", calls=NOWHERE)]}, "body.entries.0.calls.0.line"),
        ({"entries": [said("x")], "dropped": -1}, "body.dropped"),
        ({"entries": [said("x")], "more": 1}, "body.more"),
    ],
)
async def test_a_wrong_field_is_named(
    api: httpx.AsyncClient, console: str, body: Any, field: str
) -> None:
    problem(await api.post(console, json=body), 422, "invalid", field)
    assert await texts(api, console) == []


async def test_times_are_of_the_window_whatever_the_clock_says(
    api: httpx.AsyncClient, console: str
) -> None:
    await tell(api, console, said("early", at="0001-01-01T00:00:00+14:00"))
    await tell(api, console, said("late", at="9999-12-31T23:59:59Z"))
    page = await expect(api.get(console), 200)
    times = [datetime.fromisoformat(item["at"]) for item in page["items"]]
    assert times[0] - times[1] < timedelta(days=7, minutes=1)
    assert times[0] <= datetime.now(UTC)
