"""Branches of a project through the HTTP API: nothing moves that the person did not see."""

from typing import Any

import httpx
import pytest

from gateway.project_files import zipped
from gateway.project_import import MAX_ZIP_BYTES
from storage.ids import new_id
from tests.integration.gateway.talk import expect, problem
from tests.integration.gateway.test_projects import OCTETS, begun, content, files


class Branched:
    """A project, and what one does in its branches."""

    def __init__(self, api: httpx.AsyncClient, path: str) -> None:
        self.api = api
        self.path = path

    async def branch(self, name: str, **fields: Any) -> dict[str, Any]:
        body = {"name": name, **fields}
        return await expect(self.api.post(f"{self.path}/branches", json=body), 201)

    async def write(self, branch: str, path: str, text: str) -> str:
        """The new commit."""
        base = (await files(self.api, self.path, branch=branch)).get(path, "")
        query = {"path": path, "base": base, "branch": branch}
        call = self.api.put(f"{self.path}/file", params=query, content=text, headers=OCTETS)
        return (await expect(call, 200))["commit"]

    async def look(self, name: str, **query: Any) -> dict[str, Any]:
        return await expect(self.api.get(f"{self.path}/branches/{name}/merge", params=query), 200)

    async def merge(self, name: str, **fields: Any) -> httpx.Response:
        """Upon what is there now."""
        seen = await self.look(name, into=fields.get("into", "main"))
        base = {"ours": seen["ours"], "theirs": seen["theirs"]}
        return await self.api.post(
            f"{self.path}/branches/{name}/merge", json={"base": base, **fields}
        )

    async def text(self, path: str, branch: str = "main") -> str:
        return (await content(self.api, self.path, path, branch=branch)).decode()

    async def messages(self, branch: str = "main") -> list[str]:
        log = await expect(self.api.get(f"{self.path}/log", params={"branch": branch}), 200)
        return [each["message"] for each in log["items"]]


@pytest.fixture
async def project(api: httpx.AsyncClient) -> Branched:
    """A file `a` of three lines, and a branch `agent/1`."""
    made = Branched(api, await begun(api, template="empty"))
    await made.write("main", "a", "1\n2\n3\n")
    await made.branch("agent/1")
    return made


async def test_branches_are_apart_and_counted(project: Branched) -> None:
    await project.write("agent/1", "b", "b")
    await project.write("main", "c", "c")
    listed = await expect(project.api.get(f"{project.path}/branches"), 200)
    seen = [(each["name"], each["ahead"], each["behind"]) for each in listed["items"]]
    assert seen == [("main", 0, 0), ("agent/1", 1, 1)]
    status = await expect(
        project.api.get(f"{project.path}/status", params={"branch": "agent/1"}), 200
    )
    assert (status, status["commit"]["message"]) == (listed["items"][1], "Write b")
    assert await project.messages("agent/1") == ["Write b", "Write a", "Begin"]
    found = await expect(project.api.get(f"{project.path}/search", params={"q": "b"}), 200)
    assert found["items"] == []
    older = await project.branch("older", **{"from": status["commit"]["parents"][0]})
    assert (older["ahead"], older["behind"]) == (0, 1)
    assert await project.branch("older", **{"from": older["commit"]["sha"]}) == older


async def test_a_branch_that_would_be_lost_is_kept(project: Branched) -> None:
    base = await project.write("agent/1", "b", "b")
    old = (await expect(project.api.get(f"{project.path}/branches"), 200))["items"][0]["commit"]

    async def delete(name: str, **query: Any) -> httpx.Response:
        params = {"name": name, **query}
        return await project.api.delete(f"{project.path}/branches", params=params)

    problem(await delete("agent/1", base=old["sha"]), 409, "project_changed", "query.base")
    problem(await delete("agent/1", base=base), 409, "not_merged", "query.force")
    problem(await delete("main", base=old["sha"]), 409, "main_branch", "query.name")
    await expect(delete("agent/1", base=base, force=True), 204)
    gone = await project.api.get(f"{project.path}/files", params={"branch": "agent/1"})
    problem(gone, 404, "branch_not_found", "query.branch")
    again = await project.api.post(f"{project.path}/branches", json={"name": "again", "from": base})
    problem(again, 422, "unknown_commit", "body.from")


@pytest.mark.parametrize("name", ["a.b", "../x", "a//b", "a/", "-a", "$a", "a b", "", "a" * 101])
async def test_names_that_git_or_others_could_misread(project: Branched, name: str) -> None:
    made = await project.api.post(f"{project.path}/branches", json={"name": name})
    problem(made, 422, "invalid", "body.name")
    query = {"branch": name}
    problem(
        await project.api.get(f"{project.path}/files", params=query), 422, "invalid", "query.branch"
    )


async def test_a_branch_that_is_in_the_way_of_another(project: Branched) -> None:
    for name in ("agent", "agent/1/x", "main/x"):
        made = await project.api.post(f"{project.path}/branches", json={"name": name})
        problem(made, 409, "branch_exists", "body.name")


async def test_both_sides_are_put_together(project: Branched) -> None:
    base = (await project.look("agent/1"))["base"]
    theirs = await project.write("agent/1", "a", "1\n2\n3\n4\n")
    ours = await project.write("main", "a", "0\n1\n2\n3\n")
    seen = await project.look("agent/1")
    assert seen == {
        "kind": "merge", "base": base, "ours": ours, "theirs": theirs, "conflicts": [],
        "files": [{"path": "a", "change": "modified"}],
    }  # fmt: skip
    refused = await project.merge("agent/1", strategy="fast_forward")
    problem(refused, 409, "not_fast_forward", "body.strategy")
    made = await expect(project.merge("agent/1"), 200)
    assert (made["branch"], await project.text("a")) == ("main", "0\n1\n2\n3\n4\n")
    log = await expect(project.api.get(f"{project.path}/log"), 200)
    newest = log["items"][0]
    assert (newest["message"], newest["parents"]) == ("Merge agent/1 into main", [ours, theirs])
    assert (await project.look("agent/1"))["kind"] == "up_to_date"
    assert (await expect(project.merge("agent/1"), 200))["commit"] == made["commit"]
    await expect(project.merge("main", into="agent/1", strategy="fast_forward"), 200)
    assert await project.text("a", "agent/1") == await project.text("a")


async def test_a_squash_is_one_commit(project: Branched) -> None:
    for text in ("x", "y"):
        await project.write("agent/1", "b", text)
    assert (await project.look("agent/1"))["kind"] == "fast_forward"
    await expect(project.merge("agent/1", strategy="squash", message="Add b"), 200)
    assert await project.messages() == ["Add b", "Write a", "Begin"]
    assert await project.text("b") == "y"
    await expect(project.merge("agent/1", strategy="squash"), 200)
    assert len(await project.messages()) == 3


async def test_conflicts_are_shown_and_decided(project: Branched) -> None:
    await project.write("main", "gone", "1")
    await expect(project.merge("main", into="agent/1"), 200)
    await project.write("agent/1", "a", "1\ntheirs\n3\n")
    await project.write("agent/1", "gone", "2")
    await project.write("main", "a", "1\nours\n3\n")
    base = (await files(project.api, project.path))["gone"]
    query = {"path": "gone", "base": base}
    await expect(project.api.delete(f"{project.path}/file", params=query), 200)
    seen = await project.look("agent/1")
    kinds = {each["path"]: (each["kind"], each["ours"] is None) for each in seen["conflicts"]}
    assert (seen["kind"], kinds) == (
        "conflict",
        {"a": ("content", False), "gone": ("deleted", True)},
    )
    path = f"{project.path}/branches/agent/1/conflict"
    texts = await expect(project.api.get(path, params={"path": "a"}), 200)
    assert texts["merged"] == "1\n<<<<<<< main\nours\n=======\ntheirs\n>>>>>>> agent/1\n3\n"
    assert (texts["base"], texts["theirs"]) == ("1\n2\n3\n", "1\ntheirs\n3\n")
    problem(await project.api.get(path, params={"path": "b"}), 404, "no_conflict", "query.path")

    answer = problem(await project.merge("agent/1"), 409, "merge_conflict", "body.resolutions")
    assert [each["field"] for each in answer["errors"]] == [
        "body.resolutions.a",
        "body.resolutions.gone",
    ]
    half = await project.merge("agent/1", favour="theirs")
    answer = problem(half, 409, "merge_conflict", "body.resolutions")
    assert [each["field"] for each in answer["errors"]] == ["body.resolutions.gone"]
    none = await project.merge("agent/1", resolutions={"b": {"take": "ours"}})
    problem(none, 422, "no_conflict", "body.resolutions")
    empty = await project.merge("agent/1", resolutions={"a": {"take": "content"}})
    problem(empty, 422, "invalid", "body.resolutions.a.content")
    decided = {"a": {"take": "content", "content": "both\n"}, "gone": {"take": "theirs"}}
    await expect(project.merge("agent/1", resolutions=decided), 200)
    assert (await project.text("a"), await project.text("gone")) == ("both\n", "2")


async def test_names_that_differ_by_case_alone_do_not_come_together(project: Branched) -> None:
    await project.write("agent/1", "Readme", "theirs")
    await project.write("main", "README", "ours")
    seen = await project.look("agent/1")
    assert [(each["path"], each["kind"]) for each in seen["conflicts"]] == [
        ("README", "case"),
        ("Readme", "case"),
    ]
    for favour in ("ours", "theirs"):
        answer = await project.merge("agent/1", favour=favour)
        problem(answer, 409, "merge_conflict", "body.resolutions")
    await expect(project.merge("agent/1", resolutions={"README": {"take": "delete"}}), 200)
    assert sorted(await files(project.api, project.path)) == ["Readme", "a"]


async def test_a_merge_is_of_what_was_seen(project: Branched) -> None:
    seen = await project.look("agent/1")
    base = {"ours": seen["ours"], "theirs": seen["theirs"]}
    await project.write("agent/1", "b", "b")
    late = await project.api.post(f"{project.path}/branches/agent/1/merge", json={"base": base})
    problem(late, 409, "project_changed", "body.base")
    nobody = await project.api.post(f"{project.path}/branches/none/merge", json={"base": base})
    problem(nobody, 404, "branch_not_found", "path.name")
    body = {"base": base, "into": "none"}
    nowhere = await project.api.post(f"{project.path}/branches/agent/1/merge", json=body)
    problem(nowhere, 404, "branch_not_found", "body.into")


async def test_one_commit_is_taken_back(project: Branched) -> None:
    bad = await project.write("main", "a", "1\nbad\n3\n")
    newest = await project.write("main", "b", "b")
    path = f"{project.path}/revert"
    late = await project.api.post(path, json={"commit": bad, "base": bad})
    problem(late, 409, "project_changed", "body.base")
    made = await expect(project.api.post(path, json={"commit": bad, "base": newest}), 200)
    assert (await project.text("a"), await project.text("b")) == ("1\n2\n3\n", "b")
    assert (await project.messages())[0] == "Take back: Write a"
    again = await project.api.post(path, json={"commit": bad, "base": made["commit"]})
    problem(again, 409, "nothing_to_revert", "body.commit")
    other = await project.write("main", "a", "1\nother\n3\n")
    refused = await project.api.post(path, json={"commit": bad, "base": other})
    answer = problem(refused, 409, "revert_conflict", "body.commit")
    assert "changed a, too" in answer["detail"]
    apart = await project.write("agent/1", "c", "c")
    stranger = await project.api.post(path, json={"commit": apart, "base": other})
    problem(stranger, 422, "unknown_commit", "body.commit")


async def test_each_line_has_its_commit(project: Branched) -> None:
    newest = await project.write("main", "a", "1\nnew\n3\n")
    found = await expect(project.api.get(f"{project.path}/blame", params={"path": "a"}), 200)
    old, new = (each["sha"] for each in found["commits"])
    assert new == newest
    assert found["lines"] == [
        {"line": 1, "count": 1, "commit": old},
        {"line": 2, "count": 1, "commit": newest},
        {"line": 3, "count": 1, "commit": old},
    ]
    nowhere = await project.api.get(f"{project.path}/blame", params={"path": "nowhere"})
    problem(nowhere, 404, "file_not_found", "query.path")


async def test_a_zip_becomes_a_project(api: httpx.AsyncClient) -> None:
    kept = {f"src/{number}.txt": b"%d\n" % number * 20_000 for number in range(400)}
    query = {"name": "Kept", "id": new_id()}
    for _ in range(2):
        sent = api.post("/api/project-imports", params=query, content=zipped(kept), headers=OCTETS)
        made = await expect(sent, 201)
    path = f"/api/projects/{made['id']}"
    assert (await files(api, path)).keys() == kept.keys()
    assert await content(api, path, "src/7.txt") == kept["src/7.txt"]
    talk = await expect(api.get(f"/api/conversations/{made['conversation_id']}"), 200)
    assert talk["title"] == "Kept"
    none = await api.post(
        "/api/project-imports", params={"name": "x"}, content=b"?", headers=OCTETS
    )
    problem(none, 422, "bad_zip", "body")
    large = bytes(MAX_ZIP_BYTES + 1)
    refused = await api.post("/api/project-imports", params={"name": "x"}, content=large)
    problem(refused, 413, "body_too_large", "body")
