"""Merge requests through the HTTP API: talked over, reviewed, merged once."""

from typing import Any

import httpx
import pytest

from storage.ids import new_id
from tests.integration.gateway.talk import expect, problem
from tests.integration.gateway.test_project_git import Branched
from tests.integration.gateway.test_projects import begun


@pytest.fixture
async def project(api: httpx.AsyncClient) -> Branched:
    """A branch `x` that adds a line to the file `a`."""
    made = Branched(api, await begun(api, template="empty"))
    await made.write("main", "a", "1\n")
    await made.branch("x")
    await made.write("x", "a", "1\n2\n")
    return made


async def asked(project: Branched, **fields: Any) -> str:
    """The path of a new merge request."""
    path = f"{project.path}/merge-requests"
    body = {"source": "x", "title": "Add 2", **fields}
    return f"{path}/{(await expect(project.api.post(path, json=body), 201))['id']}"


async def merge(project: Branched, request: str, **fields: Any) -> httpx.Response:
    seen = await project.look("x")
    base = {"ours": seen["ours"], "theirs": seen["theirs"]}
    return await project.api.post(f"{request}/merge", json={"base": base, **fields})


async def test_it_is_reviewed_and_merged(project: Branched) -> None:
    api, request = project.api, await asked(project, description="It was missing.")
    reviews = f"{request}/reviews"
    body = {"verdict": "changes_requested", "text": "And 3?"}
    await expect(api.post(reviews, json=body), 201)
    problem(await merge(project, request), 409, "changes_requested")
    newest = await project.write("x", "a", "1\n2\n3\n")
    reviewed = await expect(api.post(reviews, json={"verdict": "approved"}), 201)
    assert (reviewed["verdict"], reviewed["reviews"][1]["commit"]) == ("approved", newest)
    made = await expect(merge(project, request, strategy="squash", message="Count"), 200)
    assert made["state"] == "merged"
    assert await project.text("a") == "1\n2\n3\n"
    assert await project.messages() == ["Count", "Write a", "Begin"]
    problem(await merge(project, request), 409, "not_open")
    closed = await api.patch(request, json={"state": "closed"})
    problem(closed, 409, "already_merged", "body.state")


async def test_lines_are_talked_about(project: Branched) -> None:
    api, request = project.api, await asked(project)
    comments = f"{request}/comments"
    body = {"id": new_id(), "text": "Two?", "path": "a", "line": 2}
    for _ in range(2):
        said = await expect(api.post(comments, json=body), 201)
    (comment,) = said["comments"]
    assert comment["commit"] == (await project.look("x"))["theirs"]
    old = {"text": "Two?", "path": "a", "line": 2, "side": "old"}
    answer = problem(await api.post(comments, json=old), 422, "no_such_line", "body.line")
    assert "has 1 lines" in answer["detail"]
    elsewhere = {"text": "?", "path": "b", "line": 1}
    problem(await api.post(comments, json=elsewhere), 422, "file_not_found", "body.path")
    half = await api.post(comments, json={"text": "?", "path": "a"})
    problem(half, 422, "invalid", "body.line")
    left = await expect(api.delete(f"{comments}/{body['id']}"), 200)
    assert left["comments"] == []


async def test_it_is_listed_closed_and_opened(project: Branched) -> None:
    first, second = await asked(project), await asked(project)
    closed = await expect(project.api.patch(first, json={"state": "closed", "title": "No"}), 200)
    assert (closed["state"], closed["title"]) == ("closed", "No")
    path = f"{project.path}/merge-requests"
    listed = await expect(project.api.get(path, params={"state": "open"}), 200)
    assert [f"{path}/{each['id']}" for each in listed["items"]] == [second]
    problem(await merge(project, first), 409, "not_open")
    await expect(project.api.patch(first, json={"state": "open"}), 200)
    await expect(merge(project, first), 200)
    assert (await expect(merge(project, second), 200))["state"] == "merged", "nothing was left"


async def test_what_has_no_branches(project: Branched) -> None:
    path = f"{project.path}/merge-requests"
    for body, status, code in (
        ({"source": "none", "title": "?"}, 404, "branch_not_found"),
        ({"source": "main", "title": "?"}, 422, "invalid"),
    ):
        problem(await project.api.post(path, json=body), status, code, "body.source")
    request = await asked(project)
    theirs = (await project.look("x"))["theirs"]
    query = {"name": "x", "base": theirs, "force": True}
    await expect(project.api.delete(f"{project.path}/branches", params=query), 204)
    base = {"base": {"ours": theirs, "theirs": theirs}}
    problem(await project.api.post(f"{request}/merge", json=base), 409, "branch_gone")
    problem(await project.api.get(f"{path}/{new_id()}"), 404, "merge_request_not_found")
