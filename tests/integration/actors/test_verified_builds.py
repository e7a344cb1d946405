"""What a build makes is run in a sandbox before it is a commit."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from actors.sandboxes.backend import Backend, Limits
from actors.sandboxes.bubblewrap import BubblewrapBackend
from actors.sandboxes.client import SandboxClient
from actors.sandboxes.door import Door
from actors.sandboxes.host import Policy, SandboxHost
from actors.sandboxes.settings import SandboxSettings
from actors.verify.verifier import Verifier
from storage import Event, Run, Storage, new_id
from tests.integration.actors.conftest import SECRET, Bench
from tests.integration.actors.test_builds import (
    APP,
    LOST,
    RED,
    app,
    ask,
    begin,
    commit_of,
    newest,
)
from tests.integration.actors.test_one_answer import Turn, idle, read
from tests.integration.actors.test_pictures_in_answers import kinds

POLICY = Policy(warm=1, most=10, most_of_tenant=10, pause_after_s=600, stop_after_s=600)
NO_SUCH = RED.replace('<h1 className="red">', "<h1 className={red}>")
"""Parses, imports what is there, and does not type-check."""
SUM = b"export const sum = (a: number, b: number) => a + b;\n"
SUM_TEST = b"""\
import assert from "node:assert/strict";
import test from "node:test";
import { sum } from "./sum";

test("adds", () => {
  assert.equal(sum(1, 2), 3);
});
test("adds nothing", () => {
  assert.equal(sum(1, 0), 1);
});
"""
MAIN = b"""\
import { createRoot } from "react-dom/client";
import App from "./App";
createRoot(document.getElementById("root")!).render(<App />);
"""
PAGE = {"src/main.tsx": MAIN}
TESTED = {"src/sum.ts": SUM, "src/sum.test.ts": SUM_TEST}


def changed_sum(operation: str) -> str:
    content = SUM.decode().replace("a + b", operation)
    part = f"<content>\n{content}</content>\n<why>It sums.</why>"
    return f'<file path="src/sum.ts">\n{part}\n</file>\n'


@pytest.fixture(scope="session")
async def backend() -> AsyncGenerator[Backend]:
    owner = f"test-{new_id()[-12:]}"
    backend = await BubblewrapBackend.find(owner, Limits(), SandboxSettings().root)
    yield backend
    await backend.reap()


@pytest.fixture
async def sandboxes(
    bench: Bench, storage: Storage, backend: Backend, tmp_path: Path
) -> AsyncGenerator[SandboxHost]:
    """Where the bench's host has builds checked."""
    host = SandboxHost(backend, "", storage, POLICY, Limits(), tmp_path)
    runner = web.AppRunner(
        Door(host, SECRET, "here").app(), access_log=None, handler_cancellation=True
    )
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    running = asyncio.create_task(host.run())
    async with aiohttp.ClientSession() as session:
        client = SandboxClient(session, SECRET)
        client._hosts = {"sandboxes-0": f"http://127.0.0.1:{runner.addresses[0][1]}"}
        client._looked = float("inf")
        bench.host._verifier = Verifier(client)
        yield host
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await runner.cleanup()
    await host.close()


async def build(bench: Bench, *says: str, **asked: object) -> tuple[Turn, Run, str, list[str]]:
    """A whole turn; what was told of it."""
    bench.model.says = [*says]
    turn, run, project_id = await ask(bench, **asked)
    await bench.client.start(run, [turn.question])
    told = kinds(await read(bench, run))
    await idle(bench.host)
    return turn, run, project_id, told


async def checked(bench: Bench, turn: Turn) -> tuple[dict[str, int], dict[str, int], list[str]]:
    """Problems and passed tests by stage, and what is told as findings."""
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert answer.build is not None
    stages = answer.build["checked"]["stages"]
    assert not any(stage["why"] for stage in stages)
    problems = {stage["stage"]: stage["problems"] for stage in stages}
    passed = {stage["stage"]: stage["passed"] for stage in stages}
    return problems, passed, [each["message"] for each in answer.build["findings"]]


@pytest.mark.usefixtures("sandboxes")
async def test_a_type_error_is_handed_back_and_mended_in_one_commit(bench: Bench) -> None:
    turn, _, project_id, told = await build(bench, NO_SUCH, RED)
    assert [kind for kind in told if kind.startswith("build.")] == [
        *("build.started", "build.prose", "build.checking", "build.checking", "build.checked"),
        *("build.refused", "build.started", "build.prose", "build.checking", "build.checking"),
        *("build.checked", "build.applied"),
    ]
    again = str(bench.model.asked[1][-1]["content"])
    assert "line 2 of what it would be: Cannot find name 'red'. (TS2304)" in again
    assert "return <h1 className={red}>Hello</h1>;" in again
    assert await checked(bench, turn) == ({"types": 0, "lint": 0}, {"types": 0, "lint": 0}, [])
    commit, _ = await newest(bench.tenant, project_id)
    project = await bench.tenant.projects.get(project_id)
    async with bench.tenant.projects.history(project) as repository:
        assert len([*repository.log(commit, 9)]) == 2


@pytest.mark.usefixtures("sandboxes")
async def test_a_page_that_breaks_as_it_opens_is_handed_back(bench: Bench) -> None:
    breaks = RED.replace("+  return", "+  JSON.parse('');\n+  return")
    turn, _, project_id, told = await build(bench, breaks, RED, files=PAGE)
    assert told.count("build.refused") == 1
    again = str(bench.model.asked[1][-1]["content"])
    assert "src/App.tsx: line 2 of what it would be: SyntaxError: Unexpected end" in again
    _, _, findings = await checked(bench, turn)
    assert findings == []
    assert b'className="red"' in await app(bench, project_id)


@pytest.mark.usefixtures("sandboxes")
async def test_failing_tests_are_handed_back(bench: Bench) -> None:
    turn, _, project_id, told = await build(
        bench, changed_sum("a - b"), changed_sum("b + a"), files=TESTED
    )
    assert told.count("build.refused") == 1
    again = str(bench.model.asked[1][-1]["content"])
    assert "src/sum.test.ts: line 6 of what it would be: the test 'adds' fails" in again
    assert "assert.equal(sum(1, 2), 3);" in again
    assert "adds nothing" not in again.split("The lines in question")[0]
    _, passed, findings = await checked(bench, turn)
    assert (passed["tests"], findings) == (2, [])
    assert b"b + a" in (await newest(bench.tenant, project_id))[1]["src/sum.ts"]


@pytest.mark.usefixtures("sandboxes")
async def test_what_failed_before_is_not_handed_back(bench: Bench) -> None:
    wrong = {**TESTED, "src/sum.ts": SUM.replace(b"+", b"-"), "src/other.ts": b"other();\n"}
    turn, _, _, told = await build(bench, RED, files=wrong)
    assert "build.refused" not in told
    problems, passed, findings = await checked(bench, turn)
    assert (problems, findings) == ({"types": 0, "lint": 0, "tests": 0}, [])
    assert passed["tests"] == 1


async def test_without_sandboxes_it_is_applied_and_told(
    bench: Bench, sandboxes: SandboxHost
) -> None:
    sandboxes.backend, sandboxes.why = None, "This machine has no sandboxes."
    sandboxes._warm.clear()
    turn, _, project_id, told = await build(bench, NO_SUCH)
    assert told.count("build.applied") == 1
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert answer.build is not None
    assert answer.build["checked"] == {"stages": [], "why": "This machine has no sandboxes."}
    assert b"{red}" in await app(bench, project_id)


@pytest.mark.usefixtures("sandboxes")
async def test_what_the_budget_does_not_mend_is_applied_and_told(bench: Bench) -> None:
    turn, _, project_id, told = await build(bench, NO_SUCH, RED, budget={"tokens": 66})
    assert "build.refused" not in told
    problems, _, findings = await checked(bench, turn)
    assert problems["types"] == 1
    assert findings == ["Cannot find name 'red'. (TS2304)"]
    assert b"{red}" in await app(bench, project_id)


@pytest.mark.usefixtures("sandboxes")
async def test_where_no_later_answer_fits_the_one_that_did_is_applied(bench: Bench) -> None:
    turn, _, project_id, told = await build(bench, NO_SUCH, LOST, LOST)
    assert (told.count("build.refused"), told.count("build.applied")) == (3, 1)
    problems, _, findings = await checked(bench, turn)
    assert (problems["types"], len(findings)) == (1, 1)
    assert b"{red}" in await app(bench, project_id)


@pytest.mark.usefixtures("sandboxes")
async def test_another_host_believes_what_was_checked_and_checks_what_was_not(
    bench: Bench,
) -> None:
    bench.model.says = [RED]
    written = [
        Event("message.delta", {"text": NO_SUCH, "tokens": 9}),
        Event("build.checking", {"stage": "types"}),
    ]
    finding = {"check": "types", "path": "src/App.tsx", "line": 1, "message": "Not good."}
    told = Event("build.checked", {"stages": [], "findings": [finding], "why": ""})
    for events, reason in ((written, "Cannot find name"), ([*written, told], "Not good.")):
        bench.model.says, bench.model.asked = [RED], []
        _, run, project_id = await ask(bench)
        await begin(bench, run, await commit_of(bench, project_id), *events)
        await bench.client.start(run, None)
        said = kinds(await read(bench, run))
        assert (said.count("build.refused"), said.count("build.applied")) == (1, 1)
        ((*_, request),) = bench.model.asked
        assert reason in str(request["content"])
        assert b'className="red"' in await app(bench, project_id)
        await idle(bench.host)


async def test_who_cancels_ends_the_sandbox_and_nothing_is_changed(
    bench: Bench, sandboxes: SandboxHost
) -> None:
    script = b'{"scripts": {"test": "sleep 60"}}'
    bench.model.says = [RED]
    turn, run, project_id = await ask(bench, files={"package.json": script})
    await bench.client.start(run, [turn.question])
    reading = asyncio.create_task(read(bench, run))
    async with asyncio.timeout(20):
        while bench.host.run_log.get(run.id) is None or not runs_tests(bench, run):
            await asyncio.sleep(0.02)
    (trial,) = sandboxes.trials._open
    assert bench.host.cancel(run.id)
    assert kinds(await reading)[-1] == "run.cancelled"
    async with asyncio.timeout(20):
        await trial.gone.wait()
    assert not sandboxes.trials._open
    assert await app(bench, project_id) == APP


def runs_tests(bench: Bench, run: Run) -> bool:
    writer = bench.host.run_log.get(run.id)
    return writer is not None and writer.snapshot.build.checking == "tests"  # type: ignore[attr-defined]
