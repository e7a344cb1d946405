"""Sandboxes are warm before they are wanted, sleep when nobody uses them, and leave nothing."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import docker
import pytest

from actors.sandboxes.backend import Limits
from actors.sandboxes.cgroup import Cgroup, _bases
from actors.sandboxes.docker_backend import OWNER_LABEL
from actors.sandboxes.errors import SandboxesFullError, SandboxUnavailableError
from actors.sandboxes.host import SandboxHost
from storage import Storage, new_id
from tests.integration.actors.sandboxes.conftest import PATIENT, Begin, Hosts
from tests.integration.actors.sandboxes.test_files import commit, run
from tests.system import REPOSITORY


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.02)


async def test_a_warm_one_is_taken_and_replaced(begin: Begin, hosts: Hosts) -> None:
    key = await begin(a="1")
    async with hosts(replace(PATIENT, warm=1)) as host:
        await until(lambda: host.counts()["warm"] == 1)
        (warm,) = host._warm
        assert await host.open(key) is warm
        assert await host.open(key) is warm
        await until(lambda: host.counts()["warm"] == 1)


async def test_unused_it_is_paused_then_stopped_and_comes_back(
    storage: Storage, begin: Begin, hosts: Hosts
) -> None:
    key = await begin(a="1", b="1")
    async with hosts(replace(PATIENT, pause_after_s=0.3, stop_after_s=1.0)) as host:
        await run(host, key, "mkdir node_modules; echo kept > node_modules/x; echo -n mine > a")
        sandbox = host.find(key)
        assert sandbox is not None
        await until(lambda: sandbox.state == "paused")
        assert await run(host, key, "cat node_modules/x") == "kept\n"
        assert host.find(key) is sandbox
        await until(lambda: sandbox.state == "paused")
        await until(lambda: host.find(key) is None)
        assert host.sleeps(key)
        await commit(storage, key, b="2")
        assert await run(host, key, "cat node_modules/x a b") == "kept\nmine2"
        assert (await host.sync(key, "both")).to_project == ["a"]
        assert await host.delete(key)
        assert not host.sleeps(key)
        assert await run(host, key, "ls") == "a\nb\n"


async def test_what_runs_is_not_put_to_sleep(begin: Begin, hosts: Hosts) -> None:
    key = await begin(a="1")
    async with hosts(replace(PATIENT, pause_after_s=0.2)) as host:
        assert await run(host, key, "sleep 1; echo done") == "done\n"


async def test_a_terminal_wakes_it(begin: Begin, hosts: Hosts) -> None:
    key = await begin(a="1")
    async with hosts(replace(PATIENT, pause_after_s=0.3)) as host:
        terminal = await host.terminal(key, "1", 24, 80)
        sandbox = host.find(key)
        assert sandbox is not None
        await until(lambda: sandbox.state == "paused")
        await host.awaken(key)
        await terminal.write(b"echo aw$((1+1))ke\n")
        await until(lambda: b"aw2ke" in bytes(terminal._kept))


async def test_there_are_so_many_and_no_more(begin: Begin, hosts: Hosts) -> None:
    tenant = new_id()
    first, second = await begin(tenant, a="1"), await begin(tenant, a="1")
    async with hosts(replace(PATIENT, most_of_tenant=1)) as host:
        sandbox = await host.open(first)
        with pytest.raises(SandboxesFullError):
            await host.open(second)
        await host._kept.put(first, sandbox, host.limits)
        await sandbox.pause()
        await host.open(second)
        assert host.find(first) is None
        assert host.sleeps(first)


async def test_many_at_once_are_one(begin: Begin, hosts: Hosts) -> None:
    key = await begin(a="1")
    async with hosts() as host:
        found = await asyncio.gather(*(host.open(key) for _ in range(5)))
        assert len({each.id for each in found}) == 1


HOLDER = """
import asyncio, sys
from actors.sandboxes.backend import Limits
from actors.sandboxes.bubblewrap import BubblewrapBackend
from actors.sandboxes.docker_backend import DockerBackend
from actors.sandboxes.sandbox import Sandbox
from actors.sandboxes.settings import SandboxSettings

async def main(kind, owner):
    if kind == "docker":
        backend = await DockerBackend.find(owner, Limits())
    else:
        backend = await BubblewrapBackend.find(owner, Limits(), SandboxSettings().root)
    if len(sys.argv) > 3:
        print(await backend.reap(), flush=True)
        return
    held = [await Sandbox.start(backend) for _ in range(3)]
    await held[0].terminal("1", 24, 80)
    await held[1].pause()
    print("held", flush=True)
    await asyncio.Event().wait()

asyncio.run(main(*sys.argv[1:3]))
"""


@pytest.mark.parametrize("kind", ["docker", "bubblewrap"])
def test_nothing_is_left_of_a_host_that_was_killed(kind: str) -> None:
    owner = f"test-{new_id()[-12:]}"
    command = [sys.executable, "-c", HOLDER, kind, owner]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGKILL)
    returned = subprocess.run([*command, "again"], cwd=REPOSITORY, capture_output=True, text=True)
    assert returned.returncode == 0, returned.stderr
    label = {"label": f"{OWNER_LABEL}={owner}"}
    assert docker.from_env().containers.list(all=True, filters=label) == []
    assert not Cgroup.usable() or not [
        folder for base in _bases() for folder in base.glob(f"*/{owner}.*")
    ]


async def test_a_host_without_a_backend_says_what_to_install(
    storage: Storage, begin: Begin, tmp_path_factory: pytest.TempPathFactory
) -> None:
    host = SandboxHost(
        None, "Install Docker.", storage, PATIENT, Limits(), tmp_path_factory.mktemp("k")
    )
    with pytest.raises(SandboxUnavailableError, match="Install Docker"):
        await host.open(await begin(a="1"))


async def test_it_goes_with_its_project(storage: Storage, begin: Begin, hosts: Hosts) -> None:
    key = await begin(a="1")
    async with hosts(replace(PATIENT, pause_after_s=0.3)) as host:
        sandbox = await host.open(key)
        await until(lambda: sandbox.state == "paused")
        await storage.tenant(key[0]).projects.delete(key[1])
        await until(sandbox.gone.is_set)
        assert not host.sleeps(key)
