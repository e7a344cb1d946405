"""Trials leave the sandbox of the project alone, and nothing behind."""

import asyncio
from contextlib import aclosing

from actors.sandboxes.execution import Request
from storage import Storage
from tests.integration.actors.sandboxes.conftest import Begin, Hosts
from tests.integration.actors.sandboxes.test_files import commit, run


async def test_a_trial_has_the_files_that_would_be_and_no_others(
    storage: Storage, begin: Begin, hosts: Hosts
) -> None:
    key = await begin(a="1", b="1", c="1")
    base = await commit(storage, key, c="2")
    async with hosts() as host:
        await run(host, key, "echo mine > mine; echo changed > a")
        ours = host.find(key)
        requests = [Request("grep . *; echo left > left"), Request("cat left; exit 3")]
        told = host.trials.run(key, base, {"a": b"new", "b": None}, requests)
        (began, _), (_, first), _, (_, second) = [event async for event in told]
        assert began == "trial.began"
        assert first["stdout"] == "a:new\nc:2\n"
        assert (second["index"], second["stdout"], second["exit_code"]) == (1, "left\n", 3)
        assert host.find(key) is ours
        assert await run(host, key, "cat a; ls") == "changed\na\nb\nc\nmine\n"


async def test_who_goes_away_ends_it(begin: Begin, hosts: Hosts, storage: Storage) -> None:
    key = await begin(a="1")
    base = await commit(storage, key, a="2")
    async with hosts() as host:
        async with aclosing(host.trials.run(key, base, {}, [Request("sleep 60")])) as told:
            await anext(told)
            (sandbox,) = host.trials._open
        async with asyncio.timeout(20):
            await sandbox.gone.wait()
        assert not host.trials._open
