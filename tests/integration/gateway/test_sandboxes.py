"""Sandboxes through the HTTP API, on this machine's Docker."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import httpx
import pytest

from storage.ids import new_id
from tests.integration.gateway.event_stream import events, follow, until
from tests.integration.gateway.talk import expect, problem
from tests.integration.gateway.test_projects import begun, content, files
from tests.system import System, wait_for


@pytest.fixture(scope="session")
async def at_work(provided: System) -> None:
    """The sandboxes' host answers: a moment later than the page."""
    async with httpx.AsyncClient(base_url=provided.url) as client, asyncio.timeout(60):
        place = f"/api/projects/{new_id()}/sandbox"
        while (await client.get(place)).status_code == 503:
            await asyncio.sleep(0.1)


@pytest.fixture
async def project(api: httpx.AsyncClient, at_work: None) -> AsyncGenerator[str]:
    """The path of a project whose sandbox is removed in the end."""
    path = await begun(api)
    yield path
    await api.delete(f"{path}/sandbox")


async def run(api: httpx.AsyncClient, project: str, command: str, **fields: Any) -> dict[str, Any]:
    body = {"command": command, **fields}
    return await expect(api.post(f"{project}/sandbox/exec", json=body), 200)


async def test_it_is_made_used_and_deleted(api: httpx.AsyncClient, project: str) -> None:
    place = f"{project}/sandbox"
    problem(await api.get(place), 404, "sandbox_not_found")
    made = await expect(api.post(place), 200)
    assert (made["state"], made["backend"]) == ("running", "docker")
    assert made["commit"] == (await expect(api.get(project), 200))["commit"]
    said = await run(api, project, "node --version; ls; cat", stdin="words")
    assert said["stdout"].startswith("v2")
    assert said["stdout"].endswith("index.html\nsrc\nwords")
    assert (said["exit_code"], said["truncated"], said["timed_out"]) == (0, False, False)
    assert (await run(api, project, "sleep 9", timeout_s=0.1))["timed_out"]
    seen = await expect(api.get(place, params={"notes": True}), 200)
    assert seen["stats"]["memory_bytes"] < seen["limits"]["memory_bytes"]
    assert "timed out" in seen["notes"][-1]["text"]
    assert (await expect(api.post(f"{place}/restart"), 200))["state"] == "running"
    assert (await api.delete(place)).status_code == 204
    problem(await api.get(place), 404, "sandbox_not_found")
    problem(await api.delete(place), 404, "sandbox_not_found")


async def test_one_that_is_stopped_keeps_its_files(api: httpx.AsyncClient, project: str) -> None:
    place = f"{project}/sandbox"
    problem(await api.post(f"{place}/stop"), 404, "sandbox_not_found")
    await run(api, project, "echo kept > new.txt; sleep 300 &")

    async def counts() -> tuple[int, int]:
        (host,) = (await expect(api.get("/api/pool"), 200))["sandboxes"]
        assert (host["backend"], host["why"]) == ("docker", "")
        return host["leased"], host["most"]

    leased, most = await counts()
    assert 1 <= leased <= most
    assert (await expect(api.post(f"{place}/stop"), 200))["state"] == "stopped"
    assert (await expect(api.get(place), 200))["state"] == "stopped"
    assert await counts() == (leased - 1, most)
    assert (await run(api, project, "cat new.txt; pgrep -x sleep"))["stdout"] == "kept\n"


async def test_output_streams(api: httpx.AsyncClient, project: str) -> None:
    body = {"command": "echo one; sleep 0.2; echo two >&2; exit 3", "stream": True}
    place = f"{project}/sandbox/exec"
    found = [event async for event in follow(api, place, "POST", json=body)]
    assert [event.kind for event in found] == ["exec.output", "exec.output", "exec.ended"]
    assert found[0].data == {"stream": "stdout", "text": "one\n"}
    assert found[1].data == {"stream": "stderr", "text": "two\n"}
    assert found[2].data["exit_code"] == 3


async def test_who_stops_reading_ends_the_command(api: httpx.AsyncClient, project: str) -> None:
    body = {"command": "echo begun; sleep 300", "stream": True}
    async with api.stream("POST", f"{project}/sandbox/exec", json=body) as response:
        assert "begun" in await anext(response.aiter_text())
    async with asyncio.timeout(20):
        while (await run(api, project, "pgrep sleep"))["stdout"]:
            pass


async def test_a_command_as_a_run_goes_on_whoever_leaves(
    api: httpx.AsyncClient, project: str
) -> None:
    waits = "echo one; until [ -e go ]; do sleep 0.05; done; cat; exit 3"
    body = {"id": new_id(), "command": waits, "stdin": "two"}
    place, at = f"{project}/sandbox/runs", f"/api/runs/{body['id']}/events"
    begun = await expect(api.post(place, json=body), 202)
    assert (begun["id"], begun["kind"], begun["status"]) == (body["id"], "command", "running")
    (*_, first) = await until(api, at, "exec.output", params={"after": 0})
    assert first.data == {"stream": "stdout", "text": "one\n"}
    assert (await expect(api.post(place, json=body), 202))["id"] == body["id"]
    problem(await api.post(place, json=body | {"command": "other"}), 409, "conflict")
    await run(api, project, "touch go")
    *_, ended = await events(api, body["id"])
    assert (ended.kind, ended.data["finish_reason"]) == ("run.completed", "exit")
    assert ended.data["result"]["exit_code"] == 3
    snapshot, again = await events(api, body["id"])
    assert snapshot.data["output"] == [{"stream": "stdout", "text": "one\ntwo"}]
    assert again.data == ended.data
    await expect(api.delete(project), 204)
    problem(await api.get(f"/api/runs/{body['id']}"), 404, "run_not_found")


async def test_input_is_given_while_a_command_runs(api: httpx.AsyncClient, project: str) -> None:
    body = {"id": new_id(), "command": "wc -c; echo done", "stdin": "ab", "stdin_open": True}
    place = f"{project}/sandbox/runs/{body['id']}/input"
    problem(await api.post(place, content=b"c"), 404, "run_not_found")
    await expect(api.post(f"{project}/sandbox/runs", json=body), 202)

    async def give(data: bytes, **query: Any) -> httpx.Response:
        return await api.post(place, params=query, content=data)

    assert await expect(give(b"cde"), 200) == {"received": 3}
    assert await expect(give(b"cdef\xff", at=0), 200) == {"received": 5}
    problem(await give(b"later", at=9), 409, "conflict")
    assert await expect(give(b"g" * 700_000, at=5, end=True), 200) == {"received": 700_005}
    *_, ended = await events(api, body["id"])
    assert ended.data["result"]["exit_code"] == 0
    told = await events(api, body["id"])
    assert told[0].data["output"][0]["text"] == "700007\ndone\n"
    problem(await give(b"too late"), 409, "input_closed")
    other = await begun(api)
    elsewhere = f"{other}/sandbox/runs/{body['id']}/input"
    problem(await api.post(elsewhere, content=b"c"), 404, "run_not_found")


async def test_input_waits_for_who_reads_it_late(api: httpx.AsyncClient, project: str) -> None:
    late = "until [ -e go ]; do sleep 0.05; done; wc -c"
    body = {"id": new_id(), "command": late, "stdin_open": True}
    await expect(api.post(f"{project}/sandbox/runs", json=body), 202)
    place = f"{project}/sandbox/runs/{body['id']}/input"
    giving = asyncio.create_task(api.post(place, params={"end": True}, content=b"x" * 1_500_000))
    await run(api, project, "true")
    assert not giving.done()
    await run(api, project, "touch go")
    assert await expect(giving, 200) == {"received": 1_500_000}
    *_, ended = await events(api, body["id"])
    assert ended.data["result"]["exit_code"] == 0


async def test_a_command_is_run_upon_a_branch(api: httpx.AsyncClient, project: str) -> None:
    await expect(api.post(f"{project}/branches", json={"name": "try"}), 201)
    query = {"path": "only.txt", "branch": "try"}
    octets = {"Content-Type": "application/octet-stream"}
    await expect(api.put(f"{project}/file", params=query, content=b"here", headers=octets), 200)
    assert (await run(api, project, "cat only.txt"))["exit_code"] == 1
    assert (await run(api, project, "cat only.txt", branch="try"))["stdout"] == "here"
    assert (await expect(api.get(f"{project}/sandbox"), 200))["branch"] == "try"
    place = f"{project}/sandbox"
    assert (await expect(api.post(place, params={"branch": "main"}), 200))["branch"] == "main"
    body = {"command": "cat only.txt; touch new.txt", "branch": "try"}
    run_id = (await expect(api.post(f"{place}/runs", json=body), 202))["id"]
    *_, ended = await events(api, run_id)
    assert ended.data["result"]["exit_code"] == 0
    done = await expect(api.post(f"{place}/sync", json={"branch": "try"}), 200)
    assert (done["branch"], done["to_project"]) == ("try", ["new.txt"])
    body["branch"] = "no"
    for call in ("exec", "runs"):
        answer = await api.post(f"{place}/{call}", json=body)
        problem(answer, 404, "branch_not_found", "body.branch")
    answer = await api.post(f"{place}/sync", json={"branch": "no"})
    problem(answer, 404, "branch_not_found", "body.branch")
    answer = await api.post(place, params={"branch": "no"})
    problem(answer, 404, "branch_not_found", "query.branch")


async def test_a_command_as_a_run_is_cancelled(api: httpx.AsyncClient, project: str) -> None:
    body = {"command": "echo begun; sleep 300"}
    run_id = (await expect(api.post(f"{project}/sandbox/runs", json=body), 202))["id"]
    await until(api, f"/api/runs/{run_id}/events", "exec.output", params={"after": 0})
    await expect(api.post(f"/api/runs/{run_id}/cancel"), 202)
    *_, ended = await events(api, run_id)
    assert ended.kind == "run.cancelled"
    async with asyncio.timeout(20):
        while (await run(api, project, "pgrep sleep"))["stdout"]:
            pass


async def test_files_come_back_as_a_commit(api: httpx.AsyncClient, project: str) -> None:
    await run(api, project, "echo -n made > made.txt; echo -n mine > index.html")
    base = (await files(api, project))["index.html"]
    query = {"path": "index.html", "base": base}
    octets = {"Content-Type": "application/octet-stream"}
    await expect(api.put(f"{project}/file", params=query, content=b"yours", headers=octets), 200)
    done = await expect(api.post(f"{project}/sandbox/sync", json={}), 200)
    assert (done["to_project"], done["conflicts"]) == (["made.txt"], ["index.html"])
    assert await content(api, project, "made.txt") == b"made"
    assert await content(api, project, "index.html") == b"yours"
    assert (await run(api, project, "cat index.html"))["stdout"] == "mine"


async def test_bad_requests_are_refused(api: httpx.AsyncClient, project: str) -> None:
    for body, field in (
        ({}, "body.command"),
        ({"command": ""}, "body.command"),
        ({"command": "true", "timeout_s": 0}, "body.timeout_s"),
        ({"command": "true", "timeout_s": 1e9}, "body.timeout_s"),
        ({"command": "true", "user": "root"}, "body.user"),
    ):
        problem(await api.post(f"{project}/sandbox/exec", json=body), 422, "invalid", field)
    problem(
        await api.post(f"{project}/sandbox/sync", json={"direction": "up"}),
        422, "invalid", "body.direction",
    )  # fmt: skip
    nowhere = f"/api/projects/{new_id()}/sandbox"
    problem(await api.post(nowhere), 404, "project_not_found")
    problem(await api.post(f"{nowhere}/exec", json={"command": "id"}), 404, "project_not_found")
    stream = {"command": "id", "stream": True}
    problem(await api.post(f"{nowhere}/exec", json=stream), 404, "project_not_found")
    problem(await api.get(nowhere), 404, "sandbox_not_found")


class Screen:
    """A terminal's WebSocket, and what it showed."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.shown = b""
        self.told: list[dict[str, Any]] = []

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(20):
            while not condition():
                message = await self.socket.receive()
                if message.type is aiohttp.WSMsgType.BINARY:
                    self.shown += message.data
                elif message.type is aiohttp.WSMsgType.TEXT:
                    self.told.append(json.loads(message.data))
                else:
                    assert self.socket.closed, message
                    assert condition(), (message, self.told, self.shown)
                    return


@asynccontextmanager
async def terminal(
    system: System, project: str, terminal_id: str, after: int = 0, **headers: str
) -> AsyncGenerator[Screen]:
    query = {"id": terminal_id, "rows": "30", "columns": "100", "after": str(after)}
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(
            f"{system.url}{project}/sandbox/terminal", params=query, headers=headers
        ) as socket,
    ):
        yield Screen(socket)


async def test_a_terminal_survives_its_connection(provided: System, project: str) -> None:
    name = new_id()
    async with terminal(provided, project, name) as first:
        await first.socket.send_bytes(b"stty size; node --version; echo on$((1+1))e\n")
        await first.until(lambda: b"on2e" in first.shown)
        assert first.told[0] == {"type": "ready", "at": 0}
        assert b"30 100" in first.shown
        assert b"v2" in first.shown
        await first.socket.send_str(json.dumps({"rows": 40, "columns": 120}))
        await first.socket.send_bytes(b"(sleep 0.5; echo mean$((1+1))while) &\n")
    async with terminal(provided, project, name, after=len(first.shown)) as second:
        await second.until(lambda: b"mean2while" in second.shown)
        assert second.told[0] == {"type": "ready", "at": len(first.shown)}
        assert b"on2e" not in second.shown
        await second.socket.send_bytes(b"exit 4\n")
        await second.until(lambda: second.told[-1]["type"] == "exit")
        assert second.told[-1]["code"] == 4


async def test_another_site_gets_no_terminal(provided: System, project: str) -> None:
    for headers in ({"Origin": "http://evil.example"}, {"Host": "evil.example"}):
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            async with terminal(provided, project, new_id(), **headers):
                pass
        assert refused.value.status == 403
    async with terminal(provided, project, new_id(), Origin=provided.url) as own:
        await own.until(lambda: own.told)


async def test_a_terminal_of_no_project_says_so(provided: System, at_work: None) -> None:
    async with terminal(provided, f"/api/projects/{new_id()}", new_id()) as screen:
        await screen.until(lambda: screen.socket.closed)
    assert screen.told[0]["code"] == "project_not_found"


async def test_a_killed_host_comes_back(
    api: httpx.AsyncClient, provided: System, project: str
) -> None:
    await run(api, project, "true")
    (pid,) = wait_for(lambda: provided.pids("sandboxes"), 10, "the sandbox host")
    provided.kill("sandboxes")
    wait_for(lambda: provided.pids("sandboxes") not in ([], [pid]), 30, "another one")

    async def answers() -> bool:
        response = await api.post(f"{project}/sandbox/exec", json={"command": "ls"})
        return response.status_code == 200

    async with asyncio.timeout(60):
        while not await answers():
            await asyncio.sleep(0.1)


ECHO = """
import http.server, json
class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        told = json.dumps([self.path, body, self.headers.items()]).encode()
        self.send_response(201)
        self.send_header("X-Theirs", "yes")
        self.send_header("X-Atelier-Problem", "forged")
        self.end_headers()
        self.wfile.write(told)
    do_GET = lambda self: (self.send_response(200), self.end_headers(), self.wfile.write(b"hi"))
http.server.ThreadingHTTPServer(("127.0.0.1", 8000), Handler).serve_forever()
"""


async def test_a_server_in_it_has_an_address_of_its_own(
    api: httpx.AsyncClient, provided: System, project: str
) -> None:
    opened = await expect(api.post(f"{project}/sandbox/ports/8000"), 200)
    name = httpx.URL(opened["url"]).netloc.decode()

    async def ask(path: str = "/", host: str = name, **options: Any) -> httpx.Response:
        method = "POST" if "content" in options else "GET"
        return await api.request(method, path, headers={"Host": host}, **options)

    assert (await ask()).status_code == 410, "there is no sandbox yet"
    await run(api, project, "true")
    assert (await ask()).status_code == 502
    await run(api, project, "cat > /tmp/s.py; python3 /tmp/s.py > /tmp/log 2>&1 &", stdin=ECHO)
    async with asyncio.timeout(20):
        while (await ask()).status_code != 200:
            await asyncio.sleep(0.05)
    answer = await ask("/a%2Fb/é?q=1&q=%20", content="words")
    assert (answer.status_code, answer.headers["x-theirs"]) == (201, "yes")
    assert "content-security-policy" not in answer.headers
    assert "x-atelier-problem" not in answer.headers
    path, body, headers = answer.json()
    assert (path, body) == ("/a%2Fb/%C3%A9?q=1&q=%20", "words")
    assert not [each for each in headers if "atelier" in each[0].lower()]
    assert (await ask("/api/projects")).text == "hi", "none of our own addresses is there"
    for host in (f"x{name[1:]}" if name[0] != "x" else f"y{name[1:]}", "evil.localhost"):
        assert (await ask(host=host)).status_code == 404
    other = await begun(api)
    assert (await api.post(f"{other}/sandbox/ports/0")).status_code == 422
    there = (await expect(api.post(f"{other}/sandbox/ports/8000"), 200))["url"]
    response = await ask(host=httpx.URL(there).netloc.decode())
    assert response.status_code == 410, "another project's is not this one"
