"""A command as a run is begun at most once."""

from collections.abc import AsyncGenerator
from typing import Any

from storage import Event, Run, new_id
from tests.integration.actors.conftest import HOST, Bench
from tests.integration.actors.test_one_answer import read
from tests.integration.actors.test_pictures_in_answers import chunk, kinds


class Counting:
    """Sandboxes that say a line, and count the commands."""

    def __init__(self) -> None:
        self.commands = 0

    async def command(self, *_: object) -> AsyncGenerator[tuple[str, dict[str, Any]]]:
        self.commands += 1
        yield "exec.output", {"stream": "stdout", "text": "Hello"}
        yield "exec.ended", {"exit_code": 0, "error": None, "timed_out": False}


async def stored(bench: Bench) -> Run:
    request = {"project_id": new_id(), "command": "echo Hello"}
    run = Run(id=new_id(), kind="command", model="bash", host=HOST, request=request)
    return await bench.tenant.runs.create(run)


async def test_it_is_run_once_and_not_again_where_its_host_died(bench: Bench) -> None:
    bench.host._sandboxes = sandboxes = Counting()
    run = await stored(bench)
    await bench.client.start(run, ())
    told = kinds(await read(bench, run))
    assert told == ["run.started", "exec.output", "run.completed"]
    run = await stored(bench)
    begun = Event("run.started", {"run_id": run.id})
    await bench.storage.hosts.append([chunk(bench, run, 1, begun)])
    await bench.client.start(run, None)
    told = await read(bench, run)
    assert kinds(told) == ["run.started", "run.resumed", "run.failed"]
    assert b"command_lost" in told
    assert sandboxes.commands == 1
