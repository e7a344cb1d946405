"""Projects through the HTTP API: files that are never written over unseen, and their history."""

import asyncio
import io
import zipfile
from contextlib import aclosing
from typing import Any

import httpx
import pytest

from storage.ids import new_id
from tests.integration.gateway.event_stream import events, follow
from tests.integration.gateway.talk import Talk, expect, problem
from tests.providers import Behaviour, OpenAIServer

OCTETS = {"Content-Type": "application/octet-stream"}
THREE = """\
<file path="a.txt">
<search>
two
</search>
<replace>
three
</replace>
<why>After one comes three.</why>
</file>
"""


async def begun(api: httpx.AsyncClient, **fields: Any) -> str:
    body = {"name": "Groceries", **fields}
    return f"/api/projects/{(await expect(api.post('/api/projects', json=body), 201))['id']}"


async def files(api: httpx.AsyncClient, project: str, **query: Any) -> dict[str, str]:
    """Path → hash of its content."""
    found = await expect(api.get(f"{project}/files", params=query), 200)
    return {item["path"]: item["sha"] for item in found["items"]}


async def write(
    api: httpx.AsyncClient, project: str, path: str, content: bytes, base: str = ""
) -> httpx.Response:
    query = {"path": path, "base": base}
    return await api.put(f"{project}/file", params=query, content=content, headers=OCTETS)


async def content(api: httpx.AsyncClient, project: str, path: str, **query: Any) -> bytes:
    response = await api.get(f"{project}/file", params={"path": path, **query})
    assert response.status_code == 200, response.text
    return response.content


async def test_a_project_is_watched(api: httpx.AsyncClient) -> None:
    """Whoever changes it, its watchers hear which files; a slow one hears of two changes as one."""
    project = await begun(api, template="empty")
    project_id = project.rsplit("/", 1)[1]
    path = "/api/events"
    problem(await api.get(path), 422, "invalid", "query.run")
    problem(await api.get(path, params={"project": "x"}), 422, "invalid", "query.project.0")
    async with (
        asyncio.timeout(20),
        aclosing(follow(api, path, params={"project": [project_id]})) as told,
    ):
        first = await anext(told)
        assert (first.kind, first.data["project_id"]) == ("project.branches", project_id)
        assert first.data["branches"].keys() == {"main"}

        made = (await expect(write(api, project, "a.txt", b"1"), 200))["commit"]
        heard = (await anext(told)).data
        assert heard == {
            "project_id": project_id,
            "branch": "main",
            "before": first.data["branches"]["main"],
            "commit": made,
            "files": [{"path": "a.txt", "change": "added"}],
            "branches": {"main": made},
        }
        await expect(api.post(f"{project}/branches", json={"name": "try"}), 201)
        heard = (await anext(told)).data
        assert (heard["branch"], heard["before"], heard["commit"]) == ("try", None, made)
        sha = (await files(api, project))["a.txt"]
        await expect(write(api, project, "a.txt", b"2", sha), 200)
        heard = (await anext(told)).data
        assert heard["files"] == [{"path": "a.txt", "change": "modified"}]
        await expect(api.delete(project), 204)
        assert [event.kind async for event in told] == ["project.unknown"]
    gone = [event async for event in follow(api, path, params={"project": [project_id]})]
    assert [event.kind for event in gone] == ["project.unknown"]


async def test_a_project_begins_with_a_template(api: httpx.AsyncClient) -> None:
    project = await begun(api, name=" Groceries ")
    assert (await expect(api.get(project), 200))["name"] == "Groceries"
    there = await files(api, project)
    assert {"src/App.tsx", "src/main.tsx", "index.html"} <= there.keys()
    assert b"export default function App" in await content(api, project, "src/App.tsx")
    assert await files(api, await begun(api, template="empty")) == {}


async def test_files_are_written_moved_and_deleted(api: httpx.AsyncClient) -> None:
    project = await begun(api, template="empty")
    path, data = 'ein "Ordner"/é.bin', bytes(range(256))
    problem(await write(api, project, path, data), 422, "bad_path", "query.path")
    path = "ein Ordner/é.bin"
    made = await write(api, project, path, data)
    assert made.status_code == 200, made.text
    response = await api.get(f"{project}/file", params={"path": path})
    sha = (await files(api, project))[path]
    assert (response.content, response.headers["etag"]) == (data, f'"{sha}"')
    query = {"path": path, "to": "b/c.bin", "base": sha}
    await expect(api.post(f"{project}/file/move", params=query), 200)
    assert await files(api, project) == {"b/c.bin": sha}
    problem(
        await api.get(f"{project}/file", params={"path": path}), 404, "file_not_found", "query.path"
    )
    assert await content(api, project, path, commit=made.json()["commit"]) == data
    await expect(api.delete(f"{project}/file", params={"path": "b/c.bin", "base": sha}), 200)
    assert await files(api, project) == {}


async def test_what_somebody_else_wrote_is_not_written_over(api: httpx.AsyncClient) -> None:
    project = await begun(api, template="empty")
    await write(api, project, "a", b"1")
    base = (await files(api, project))["a"]
    await write(api, project, "a", b"2", base)
    answer = problem(await write(api, project, "a", b"3", base), 409, "file_changed", "query.base")
    assert "since you opened it" in answer["detail"]
    problem(await write(api, project, "a", b"3"), 409, "file_changed", "query.base")
    gone = await api.delete(f"{project}/file", params={"path": "a", "base": base})
    problem(gone, 409, "file_changed", "query.base")
    assert await content(api, project, "a") == b"2"


async def test_different_files_at_once_are_all_written(api: httpx.AsyncClient) -> None:
    project = await begun(api, template="empty")
    names = [f"file{number}" for number in range(4)]
    answers = await asyncio.gather(*(write(api, project, name, name.encode()) for name in names))
    assert [answer.status_code for answer in answers] == [200] * 4
    assert sorted(await files(api, project)) == names


async def test_the_history_says_what_changed(api: httpx.AsyncClient) -> None:
    project = await begun(api, template="empty")
    for number in range(3):
        base = (await files(api, project)).get("a", "")
        await write(api, project, "a", f"{number}\n".encode(), base)
    await write(api, project, "b", b"b")
    first = await expect(api.get(f"{project}/log", params={"limit": 2}), 200)
    assert [each["message"] for each in first["items"]] == ["Write b", "Write a"]
    rest = await expect(api.get(f"{project}/log", params={"from": first["next"]}), 200)
    assert [each["message"] for each in rest["items"]] == ["Write a", "Write a", "Begin"]
    of_a = await expect(api.get(f"{project}/log", params={"path": "a"}), 200)
    assert len(of_a["items"]) == 3
    last, before, *_ = [each["sha"] for each in of_a["items"]]
    shown = await api.get(f"{project}/diff", params={"after": last})
    assert shown.text.endswith("@@ -1 +1 @@\n-1\n+2\n")
    both = {"before": rest["items"][-1]["sha"], "after": before}
    assert "+1\n" in (await api.get(f"{project}/diff", params=both)).text
    assert (await api.get(f"{project}/diff", params={"after": last, "path": "*"})).text == ""
    for path in ("log", "diff"):
        answer = await api.get(f"{project}/{path}", params={"path": "a\0"})
        problem(answer, 422, "invalid", "query.path")
    await write(api, project, "latin", b"caf\xe9\n")
    assert "+caf\ufffd\n" in (await api.get(f"{project}/diff")).text
    begin = {"after": rest["items"][-1]["sha"]}
    assert (await api.get(f"{project}/diff", params=begin)).text == ""


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", ".git/config", "a\\b", "a//b", "x" * 300])
async def test_paths_that_lead_elsewhere_are_refused(api: httpx.AsyncClient, path: str) -> None:
    project = await begun(api)
    problem(await write(api, project, path, b"x"), 422, "bad_path", "query.path")


async def test_names_that_clash_are_refused(api: httpx.AsyncClient) -> None:
    project = await begun(api)
    answer = problem(await write(api, project, "src/app.tsx", b"x"), 422, "bad_path", "query.path")
    assert "beside src/App.tsx" in answer["detail"]
    problem(await write(api, project, "src", b"x"), 422, "bad_path", "query.path")
    base = (await files(api, project))["src/App.tsx"]
    query = {"path": "src/App.tsx", "to": "src/main.tsx", "base": base}
    problem(await api.post(f"{project}/file/move", params=query), 409, "file_exists", "query.to")
    query["to"] = "src/app.tsx"
    await expect(api.post(f"{project}/file/move", params=query), 200)


async def test_what_is_too_large_or_not_there(api: httpx.AsyncClient) -> None:
    project = await begun(api)
    problem(await write(api, project, "big", b"x" * 1_000_001), 413, "too_large", "body")
    nowhere = f"/api/projects/{new_id()}"
    problem(await api.get(nowhere), 404, "project_not_found")
    problem(await write(api, nowhere, "a", b""), 404, "project_not_found")
    for path, name in (("files", "commit"), ("log", "from"), ("diff", "before"), ("diff", "after")):
        answer = await api.get(f"{project}/{path}", params={name: "0" * 40})
        problem(answer, 422, "unknown_commit", f"query.{name}")


async def test_a_project_is_renamed_listed_and_deleted(api: httpx.AsyncClient) -> None:
    body = {"id": new_id(), "name": "One"}
    twice = [await expect(api.post("/api/projects", json=body), 201) for _ in range(2)]
    assert twice[0] == twice[1]
    project = f"/api/projects/{body['id']}"
    await expect(api.patch(project, json={"name": "Two"}), 200)
    listed = await expect(api.get("/api/projects", params={"limit": 100}), 200)
    assert [each["name"] for each in listed["items"] if each["id"] == body["id"]] == ["Two"]
    talk = f"/api/conversations/{listed['items'][0]['conversation_id']}"
    problem(await api.delete(talk), 409, "of_a_project")
    await expect(api.delete(project), 204)
    problem(await api.get(project), 404, "project_not_found")
    problem(await api.get(talk), 404, "conversation_not_found")


async def test_an_answer_in_its_conversation_changes_the_files(
    api: httpx.AsyncClient, openai_provider: OpenAIServer
) -> None:
    project = await begun(api, name=f"Numbers {new_id()}", template="empty")
    await write(api, project, "a.txt", b"one\ntwo\n")
    view = await expect(api.get(project), 200)
    found = await expect(api.get("/api/conversations", params={"q": view["name"]}), 200)
    assert found["items"] == []
    openai_provider.default = Behaviour(text=tuple(THREE))
    talk = Talk(api, view["conversation_id"])
    nothing = {"content": "Count on", "budget": {"tokens": 0}}
    problem(
        await api.post(f"{talk.path}/messages", json=nothing), 422, "invalid", "body.budget.tokens"
    )
    elsewhere = await Talk.begin(api)
    plan = {"content": "Count on", "plan_only": True}
    problem(
        await api.post(f"{elsewhere.path}/messages", json=plan), 422, "invalid", "body.plan_only"
    )
    nowhere = {"content": "Count on", "branch": "nowhere"}
    problem(
        await api.post(f"{talk.path}/messages", json=nowhere),
        404,
        "branch_not_found",
        "body.branch",
    )
    run_id = (await talk.say("Count on"))["run_id"]
    *_, applied, ended = await events(api, run_id, params={"after": 0})
    assert (applied.kind, ended.kind) == ("build.applied", "run.completed")
    assert await content(api, project, "a.txt") == b"one\nthree\n"
    log = await expect(api.get(f"{project}/log"), 200)
    titles = [each["message"].split("\n")[0] for each in log["items"]]
    assert titles == ["Count on", "Write a.txt", "Begin"]
    assert log["items"][0]["sha"] == applied.data["commit"]
    (*_, answer) = await talk.messages()
    assert answer["build"]["files"] == [{"path": "a.txt", "change": "modified"}]
    again = f"{talk.path}/messages/{answer['id']}/regenerate"
    run_id = (await expect(api.post(again, json={"plan_only": True}), 202))["run_id"]
    kinds = [event.kind for event in await events(api, run_id, params={"after": 0})]
    assert "build.applied" not in kinds
    run_id = (await expect(api.post(again, json={"budget": {"tokens": 70}}), 202))["run_id"]
    *_, ended = await events(api, run_id, params={"after": 0})
    assert ended.data["error"]["code"] == "budget_too_small"


async def test_a_project_goes_back_to_an_older_commit(api: httpx.AsyncClient) -> None:
    project = await begun(api, template="empty")
    for path, text in (("a", b"1"), ("b", b"2")):
        await write(api, project, path, text)
    await write(api, project, "a", b"3", (await files(api, project))["a"])
    log = (await expect(api.get(f"{project}/log"), 200))["items"]
    newest, older = log[0]["sha"], log[2]["sha"]
    wrong = await api.post(f"{project}/restore", json={"commit": newest, "base": older})
    problem(wrong, 409, "project_changed", "body.base")
    nowhere = await api.post(f"{project}/restore", json={"commit": "0" * 40, "base": newest})
    problem(nowhere, 422, "unknown_commit", "body.commit")
    body = {"commit": older, "base": newest}
    await expect(api.post(f"{project}/restore", json=body), 200)
    assert (await files(api, project)).keys() == {"a"}
    assert await content(api, project, "a") == b"1"
    log = (await expect(api.get(f"{project}/log"), 200))["items"]
    assert (len(log), log[0]["message"]) == (5, "Back to: Write a")


async def test_a_project_is_zipped_and_searched(api: httpx.AsyncClient) -> None:
    project = await begun(api, name="Ein Ding", template="empty")
    await write(api, project, "a/é.txt", "Zeile\n  STRASSE straße\n".encode())
    await write(api, project, "b.bin", bytes(range(256)))
    packed = await api.get(f"{project}/zip")
    assert packed.headers["content-disposition"].endswith("Ein%20Ding.zip")
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        assert archive.namelist() == ["a/é.txt", "b.bin"]
        assert archive.read("b.bin") == bytes(range(256))
    found = await expect(api.get(f"{project}/search", params={"q": "strasse"}), 200)
    line = {"path": "a/é.txt", "line": 2, "text": "STRASSE straße"}
    assert found == {"items": [line], "more": False}
