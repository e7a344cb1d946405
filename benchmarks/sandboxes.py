"""How fast sandboxes start, wake and run commands, and what fifty of them cost, for both backends.

Measured in a host's own process on real stores, with a project of the React template: *warm* is a
lease of one that was started before, until the project's files are in it; *cold* is that without
one; *wake* is a command in one that is paused; *exec* is a command that does nothing, until its
exit code is known. The peer is the same through Docker's own calls, on the same image and limits:
create and start, unpause and exec, exec. Then many sandboxes are leased, one for each project, and
all of them run `node --version`: one after the other, then at once.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docker
import uvloop
from matplotlib.figure import Figure

from actors.sandboxes.backend import Backend, Limits
from actors.sandboxes.bubblewrap import BubblewrapBackend
from actors.sandboxes.docker_backend import DockerBackend
from actors.sandboxes.exchange import AUTHOR
from actors.sandboxes.execution import Request, result
from actors.sandboxes.host import Key, Policy, SandboxHost
from actors.sandboxes.settings import IMAGE, SandboxSettings
from actors.studio.templates import template_files
from benchmarks import plots
from benchmarks.report import Claim, Report, Table
from benchmarks.stats import curve, median, quantile
from storage.documents import Project
from storage.embedded import EmbeddedStores
from storage.ids import new_id
from storage.storage import Storage

GOALS_MS = {"warm": 150.0, "cold": 2000.0, "wake": 300.0, "exec": 30.0}
SESSIONS, SESSIONS_GOAL_MS = 50, 200.0
PEER = "docker's own calls"
MIB = 2**20


@dataclass(frozen=True, slots=True)
class Size:
    rounds: int
    commands: int
    sessions: int


FULL = Size(rounds=20, commands=200, sessions=SESSIONS)
QUICK = Size(rounds=2, commands=3, sessions=3)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Many sandboxes: ms to lease each, until each answered when asked alone and when all were
    asked at once; MiB of memory that each has."""

    leased_ms: list[float]
    alone_ms: list[float]
    together_ms: list[float]
    each_mib: list[float]


def run(quick: bool) -> Report:
    return uvloop.run(_measure(QUICK if quick else FULL))


async def _measure(size: Size) -> Report:
    limits, owner = Limits(), f"bench-{new_id()[-12:]}"
    root = SandboxSettings().root
    backends: list[Backend] = [
        await DockerBackend.find(owner, limits),
        await BubblewrapBackend.find(owner, limits, root),
    ]
    times: dict[str, dict[str, list[float]]] = {}
    crowds: dict[str, Crowd] = {}
    with tempfile.TemporaryDirectory() as folder:
        async with EmbeddedStores(Path(folder)) as stores:
            storage = await Storage.open(stores.settings)
            await storage.prepare()
            for backend in backends:
                bench = Bench(backend, storage, limits, Path(folder) / "kept")
                times[backend.name] = await bench.times(size)
                crowds[backend.name] = await bench.crowd(size.sessions)
                await backend.reap()
            await storage.close()
    times[PEER] = await asyncio.to_thread(_peer, size, limits)
    return _report(times, crowds)


class Bench:
    def __init__(self, backend: Backend, storage: Storage, limits: Limits, kept: Path) -> None:
        self._backend = backend
        self._storage = storage
        self._limits = limits
        self._kept = kept

    @asynccontextmanager
    async def _host(self, warm: int) -> AsyncIterator[SandboxHost]:
        policy = Policy(warm, 1000, 1000, pause_after_s=3600, stop_after_s=3600)
        host = SandboxHost(self._backend, "", self._storage, policy, self._limits, self._kept)
        running = asyncio.create_task(host.run())
        try:
            yield host
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await host.close()

    async def _project(self) -> Key:
        project = Project(id=new_id(), name="Bench")
        files = template_files("react")
        await self._storage.tenant("bench").projects.create(project, files, AUTHOR)
        return "bench", project.id

    async def times(self, size: Size) -> dict[str, list[float]]:
        """ms of each, by what was done."""
        found: dict[str, list[float]] = {name: [] for name in GOALS_MS}
        async with self._host(warm=1) as host:
            for _ in range(size.rounds):
                key = await self._project()
                while host.counts()["warm"] < 1:
                    await asyncio.sleep(0.01)
                found["warm"].append(await _ms(host.open(key)))
                await host.delete(key)
        async with self._host(warm=0) as host:
            for _ in range(size.rounds):
                key = await self._project()
                found["cold"].append(await _ms(host.open(key)))
                await host.delete(key)
            key = await self._project()
            sandbox = await host.open(key)
            for _ in range(size.commands):
                found["exec"].append(await _ms(result(host.execute(key, Request("true")))))
            for _ in range(size.rounds):
                await sandbox.pause()
                found["wake"].append(await _ms(result(host.execute(key, Request("true")))))
        return found

    async def crowd(self, sessions: int) -> Crowd:
        async with self._host(warm=0) as host:
            keys = [await self._project() for _ in range(sessions)]
            leased = [await _ms(host.open(key)) for key in keys]
            command = Request("node --version")
            alone = [await _ms(result(host.execute(key, command))) for key in keys]
            asked = (_ms(result(host.execute(key, command))) for key in keys)
            together = await asyncio.gather(*asked)
            found = [host.find(key) for key in keys]
            stats = [await self._backend.stats(each.id) for each in found if each is not None]
            memory = [(each.memory_bytes or 0) / MIB for each in stats]
            return Crowd(leased, alone, together, memory)


async def _ms(call: Awaitable[Any]) -> float:
    """How long it takes from now on."""
    started = time.perf_counter()
    await call
    return 1e3 * (time.perf_counter() - started)


def _peer(size: Size, limits: Limits) -> dict[str, list[float]]:
    """Docker's own calls, by its SDK."""
    client = docker.from_env()
    options = {
        "command": ["sleep", "3600"],
        "detach": True,
        "network_mode": "none",
        "mem_limit": limits.memory_bytes,
        "pids_limit": limits.processes,
        "cap_drop": ["ALL"],
        "read_only": True,
    }
    found: dict[str, list[float]] = {name: [] for name in ("cold", "exec", "wake")}

    def timed(name: str, call: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        answer = call()
        found[name].append(1e3 * (time.perf_counter() - started))
        return answer

    container = None
    for _ in range(size.rounds):
        if container is not None:
            container.remove(force=True)
        container = timed("cold", lambda: client.containers.run(IMAGE, **options))
    assert container is not None

    def wake() -> None:
        container.unpause()
        container.exec_run("true")

    for _ in range(size.commands // 4 + 1):
        timed("exec", lambda: container.exec_run("true"))
    for _ in range(size.rounds):
        container.pause()
        timed("wake", wake)
    container.remove(force=True)
    return found


def _report(times: Mapping[str, Mapping[str, list[float]]], crowds: Mapping[str, Crowd]) -> Report:
    ours = times["docker"]
    claims = [
        Claim(f"{name}, median", median(ours[name]), goal, "ms") for name, goal in GOALS_MS.items()
    ]
    crowd = crowds["docker"]
    sessions = len(crowd.alone_ms)
    said = f"`node --version` in one of {sessions} sandboxes, median"
    claims.append(Claim(said, median(crowd.alone_ms), SESSIONS_GOAL_MS, "ms"))

    def draw(made: Figure) -> None:
        axes = made.subplots()
        names = [name for name in GOALS_MS if name != "warm"]
        values = {who: [median(found[name]) for name in names] for who, found in times.items()}
        plots.bars(axes, names, values, "{:.0f}")
        axes.set_yscale("log")
        axes.set_ylabel("ms, median")
        axes.legend(frameon=False)

    rows = [
        (who, name, median(values), quantile(values, 0.95), max(values))
        for who, found in times.items()
        for name, values in found.items()
        if values
    ]
    many = [
        (
            who,
            median(each.each_mib),
            median(each.leased_ms),
            median(each.alone_ms),
            max(each.alone_ms),
            max(each.together_ms),
        )
        for who, each in crowds.items()
    ]
    return Report(
        name="sandboxes",
        title="Sandboxes",
        claims=claims,
        tables=[
            Table("One at a time", ("who", "what", "p50 ms", "p95 ms", "max ms"), rows),
            Table(
                f"{sessions} sandboxes",
                ("who", "MiB each", "lease p50", "node p50 ms", "node max", "all at once, ms"),
                many,
            ),
        ],
        data={
            "ms": {who: {n: curve(v) for n, v in each.items() if v} for who, each in times.items()}
        },
        draw=draw,
    )
