"""Projects and a real git server: brought here with their history, and sent back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from gateway import remote_git
from gateway.problems import Problem
from gateway.remote_git import Remote, fetch
from storage.git import Author, Repository
from storage.ids import new_id
from tests.integration.gateway.talk import expect, problem
from tests.integration.gateway.test_project_git import Branched
from tests.integration.gateway.test_projects import begun, files
from tests.providers.git_server import GitServer

ANN = Author("Ann", "ann@example.org")


@pytest.fixture(autouse=True)
def _open(git_server: GitServer) -> Iterator[None]:
    yield
    git_server.token = git_server.moved = ""
    git_server.seen.clear()


async def bring(api: httpx.AsyncClient, url: str, **fields: Any) -> httpx.Response:
    body = {"name": "Theirs", "url": url, **fields}
    return await api.post("/api/project-imports/git", json=body)


async def test_a_repository_is_imported_changed_and_sent_back(
    api: httpx.AsyncClient, git_server: GitServer
) -> None:
    name = new_id()
    url = git_server.repository(name, {"a": b"1\n"}, {"b": b"2\n"})
    git_server.token = "let me in"
    problem(await bring(api, url), 422, "git_auth", "body.token")
    made = await expect(bring(api, url, token=git_server.token), 201)
    project = Branched(api, f"/api/projects/{made['id']}")
    assert await project.messages() == ["Theirs", "Theirs"]
    assert (await files(api, project.path)).keys() == {"a", "b"}

    newest = await project.write("main", "a", "3\n")
    body = {"url": url, "token": git_server.token}
    path = f"{project.path}/push"
    assert await expect(api.post(path, json=body), 200) == {"branch": "main", "commit": newest}
    assert git_server.git(name, "rev-parse", "main") == newest
    await expect(api.post(path, json={**body, "to": "feature/v1.0"}), 200)
    assert git_server.git(name, "show", "feature/v1.0:a") == "3"

    other = {"url": url, "token": "wrong"}
    problem(await api.post(path, json=other), 422, "git_auth", "body.token")
    stranger = Branched(api, await begun(api, template="empty"))
    refused = await api.post(f"{stranger.path}/push", json=body)
    problem(refused, 409, "push_rejected", "body.to")
    assert git_server.git(name, "rev-parse", "main") == newest


async def test_what_cannot_be_brought_here(api: httpx.AsyncClient, git_server: GitServer) -> None:
    url = git_server.repository(new_id(), {"a": b"1"})
    problem(await bring(api, url, branch="none"), 422, "branch_not_found", "body.branch")
    problem(await bring(api, url + "x"), 422, "git_failed", "body.url")
    problem(await bring(api, "http://127.0.0.1:1/a.git"), 422, "bad_remote", "body.url")
    for changes, status, code in (
        ({"a.txt": b"", "A.txt": b""}, 422, "bad_path"),
        ({"a:b": b""}, 422, "bad_path"),
        ({"big": bytes(1_000_001)}, 413, "too_large"),
        ({"big": bytes(17 * 2**20)}, 413, "too_large"),
    ):
        odd = git_server.repository(new_id(), changes)  # type: ignore[arg-type]
        problem(await bring(api, odd), status, code, "body.url")
    git_server.moved = "http://127.0.0.1:1"
    problem(await bring(api, url), 422, "git_redirects", "body.url")


async def test_git_goes_where_it_was_sent(git_server: GitServer, tmp_path: Path) -> None:
    """Whatever the name stands for by then."""
    url = git_server.repository(new_id(), {"a": b"1"}).replace("127.0.0.1", "nowhere.invalid")
    repository = Repository.create(tmp_path / "it.git")
    pinned = Remote(url, f"nowhere.invalid:{git_server.port}:127.0.0.1", "secret")
    await fetch(pinned, repository.path, None)
    assert [entry.path for entry in repository.tree("main")] == ["a"]
    assert b"secret" not in b"".join(
        path.read_bytes() for path in repository.path.rglob("*") if path.is_file()
    )
    repository.close()


async def test_a_history_that_is_too_long_or_slow(
    git_server: GitServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noise = b"".join(bytes([number * number % 251]) for number in range(200_000))
    source = Remote(git_server.repository(new_id(), {"a": noise}), "", "")
    repository = Repository.create(tmp_path / "it.git")
    monkeypatch.setattr(remote_git, "_LIMITED", 'ulimit -f 1; exec "$@"')
    with pytest.raises(Problem) as caught:
        await fetch(source, repository.path, None)
    assert caught.value.code == "too_large", caught.value.detail
    monkeypatch.setattr(remote_git, "_LIMITED", "sleep 60")
    monkeypatch.setattr(remote_git, "TIMEOUT_S", 0.1)
    with pytest.raises(Problem) as caught:
        await fetch(source, repository.path, None)
    assert caught.value.code == "git_timeout"
    repository.close()
