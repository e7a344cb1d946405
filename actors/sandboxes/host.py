"""The sandboxes of one node: some warm ones, those that are leased, and those that sleep.

A lease is of one project of one tenant. One that nobody uses has its files kept, is paused, and in
the end removed; the next use makes another with the same files. All of it is in memory: sandboxes
die with their host, and what was leased comes back from the files that were kept.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import structlog

from actors.sandboxes.backend import Backend, Limits
from actors.sandboxes.egress import Allowed
from actors.sandboxes.errors import (
    SandboxError,
    SandboxesFullError,
    SandboxGoneError,
    SandboxUnavailableError,
)
from actors.sandboxes.exchange import Direction, Exchange, Synced, tip_of
from actors.sandboxes.execution import Event, Request
from actors.sandboxes.kept import KeptFiles
from actors.sandboxes.sandbox import Sandbox
from actors.sandboxes.terminal import Terminal
from actors.sandboxes.trial import Trials
from storage.errors import NotFoundError, StorageError
from storage.git import MAIN
from storage.storage import Storage

log = structlog.get_logger()

SAVE_AFTER_S = 20.0
RETRY_S = 5.0
NOTHING = Allowed()

Key = tuple[str, str]
"""A tenant's id and its project's."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How many, and when an unused one sleeps. Seconds."""

    warm: int
    most: int
    most_of_tenant: int
    pause_after_s: float
    stop_after_s: float


class SandboxHost:
    """`backend` is None where there is none; `why` then says what to do. The sandboxes of projects
    reach the hosts that are `allowed`."""

    def __init__(
        self,
        backend: Backend | None,
        why: str,
        storage: Storage,
        policy: Policy,
        limits: Limits,
        folder: Path,
        allowed: Allowed = NOTHING,
    ) -> None:
        self.allowed = allowed
        self.backend = backend
        self.why = why
        self.limits = limits
        self._storage = storage
        self._policy = policy
        self._kept = KeptFiles(folder)
        self._leased: dict[Key, Sandbox] = {}
        self._warm: list[Sandbox] = []
        self._taken = asyncio.Event()
        self._locks: WeakValueDictionary[Key, asyncio.Lock] = WeakValueDictionary()
        self.trials = Trials(self._ready, storage)

    def counts(self) -> dict[str, int]:
        leased = sum(not each.link.ended for each in self._leased.values())
        return {"leased": leased, "most": self._policy.most, "warm": len(self._warm)}

    async def run(self) -> None:
        """For ever: keep some warm, let the unused sleep."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._keep_warm())
            tasks.create_task(self._sweep())

    async def open(self, key: Key, branch: str | None = None) -> Sandbox:
        """The project's sandbox, awake, with the newest files of the branch: the one there is, or a
        new one. Without a branch it keeps the one that it has. NotFoundError, SandboxError."""
        if self.backend is None:
            raise SandboxUnavailableError(self.why)
        project = await self._storage.tenant(key[0]).projects.get(key[1])
        if branch is not None:
            tip_of(project, branch)
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            sandbox = self._leased.get(key)
            if sandbox is None or sandbox.link.ended:
                sandbox = await self._lease(key)
            else:
                await sandbox.wake()
            await self._bring(key, sandbox, branch)
        return sandbox

    def find(self, key: Key) -> Sandbox | None:
        sandbox = self._leased.get(key)
        return None if sandbox is None or sandbox.link.ended else sandbox

    async def awaken(self, key: Key) -> None:
        """Wake one that is paused. SandboxGoneError."""
        sandbox = self.find(key)
        if sandbox is None:
            raise SandboxGoneError("The sandbox is gone.")
        if sandbox.state == "running":
            sandbox.use()
            return
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            await sandbox.wake()

    def sleeps(self, key: Key) -> bool:
        """Whether files of one are kept that was stopped."""
        return self.find(key) is None and self._kept.has(key)

    async def execute(
        self, key: Key, request: Request, branch: str | None = None
    ) -> AsyncGenerator[Event]:
        """Run a command upon the newest files. As `open` and `Sandbox.execute`."""
        sandbox = await self.open(key, branch)
        async with contextlib.aclosing(sandbox.execute(request)) as events:
            async for event in events:
                yield event

    async def terminal(
        self, key: Key, terminal_id: str, rows: int, columns: int, branch: str | None = None
    ) -> Terminal:
        sandbox = await self.open(key, branch)
        return await sandbox.terminal(terminal_id, rows, columns)

    async def sync(self, key: Key, direction: Direction, branch: str | None = None) -> Synced:
        """As `Exchange.sync`, with the branch that it has been brought to."""
        sandbox = await self.open(key, branch)
        async with sandbox.lock:
            done = await self._exchange(key, sandbox).sync(sandbox.agreed.branch, direction)
        sandbox.use()
        return done

    async def restart(self, key: Key) -> Sandbox:
        """End every program in it."""
        sandbox = await self.open(key)
        await sandbox.reset()
        return sandbox

    async def stop(self, key: Key) -> bool:
        """Keep its files and end it, with all that runs in it; whether there was one."""
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            if (sandbox := self.find(key)) is None:
                return self._kept.has(key)
            await sandbox.wake()
            await self._kept.put(key, sandbox, self.limits)
            await self._stop(key)
            return True

    async def delete(self, key: Key) -> bool:
        """End it and forget its files; whether there was one."""
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            known = self._kept.remove(key)
            if (sandbox := self._leased.pop(key, None)) is None:
                return known
            await sandbox.end()
            return True

    async def _bring(self, key: Key, sandbox: Sandbox, branch: str | None) -> None:
        exchange = self._exchange(key, sandbox)
        agreed, project = sandbox.agreed, await exchange.projects.get(key[1])
        if branch is None:
            branch = agreed.branch if agreed.branch in project.branches else MAIN
        if tip_of(project, branch) == agreed.commit:
            agreed.branch = branch
            return
        async with sandbox.lock:
            await exchange.sync(branch, "in")

    def _exchange(self, key: Key, sandbox: Sandbox) -> Exchange:
        tenant_id, project_id = key
        projects = self._storage.tenant(tenant_id).projects
        return Exchange(sandbox.link, projects, project_id, sandbox.agreed)

    async def _lease(self, key: Key) -> Sandbox:
        await self._expect_room(key)
        sandbox = await self._ready()
        self._leased[key] = sandbox
        try:
            if (kept := await self._kept.get(key)) is not None:
                await sandbox.restore(kept.archive)
                sandbox.agreed = kept.agreed
                sandbox.note("its files are back")
        except BaseException:
            del self._leased[key]
            await sandbox.end()
            raise
        sandbox.let_out(self.allowed)
        sandbox.use()
        return sandbox

    async def _expect_room(self, key: Key) -> None:
        """SandboxesFullError. Makes room by stopping the one that was paused longest ago."""
        for other in [k for k, each in self._leased.items() if each.link.ended]:
            del self._leased[other]
        own = [k for k in self._leased if k[0] == key[0] and k != key]
        if len(own) >= self._policy.most_of_tenant and not await self._stop_a_paused(own):
            said = f"You have {len(own)} sandboxes, as many as you may have. Delete one."
            raise SandboxesFullError(said)
        others = [k for k in self._leased if k != key]
        if len(others) >= self._policy.most and not await self._stop_a_paused(others):
            raise SandboxesFullError("This node has as many sandboxes as it can hold. Try later.")

    async def _stop_a_paused(self, keys: list[Key]) -> bool:
        paused = [k for k in keys if self._leased[k].state == "paused"]
        if not paused:
            return False
        await self._stop(min(paused, key=lambda k: self._leased[k].used_at))
        return True

    async def _ready(self) -> Sandbox:
        if self.backend is None:
            raise SandboxUnavailableError(self.why)
        while self._warm:
            sandbox = self._warm.pop(0)
            self._taken.set()
            if not sandbox.link.ended:
                return sandbox
        return await Sandbox.start(self.backend)

    async def _keep_warm(self) -> None:
        while self.backend is not None:
            try:
                while len(self._warm) < self._policy.warm:
                    self._warm.append(await Sandbox.start(self.backend))
            except (SandboxError, OSError) as error:
                log.warning("no warm sandbox", reason=str(error))
                await asyncio.sleep(RETRY_S)
                continue
            self._taken.clear()
            await self._taken.wait()

    async def _sweep(self) -> None:
        policy = self._policy
        every_s = min(5.0, policy.pause_after_s / 4)
        while True:
            await asyncio.sleep(every_s)
            for key, sandbox in [*self._leased.items()]:
                try:
                    await self._tire(key, sandbox)
                except (SandboxError, StorageError, OSError) as error:
                    log.warning("sandbox does not sleep", project=key[1], reason=str(error))
            await asyncio.to_thread(self._kept.forget_old)

    async def _tire(self, key: Key, sandbox: Sandbox) -> None:
        """What is due for one that is not used: keep its files, pause it, stop it."""
        lock = self._locks.setdefault(key, asyncio.Lock())
        if sandbox.link.ended:
            if self._leased.get(key) is sandbox:
                del self._leased[key]
            return
        if sandbox.busy or lock.locked():
            return
        policy = self._policy
        async with lock:
            idle_s = time.monotonic() - sandbox.used_at
            if idle_s > policy.pause_after_s and await self._is_orphan(key):
                self._kept.remove(key)
                await self._stop(key)
                return
            if sandbox.state == "paused":
                if idle_s > policy.pause_after_s + policy.stop_after_s:
                    await self._stop(key)
                return
            wants_pause = idle_s > policy.pause_after_s
            if sandbox.saved_at < sandbox.used_at and (wants_pause or idle_s > SAVE_AFTER_S):
                await self._kept.put(key, sandbox, self.limits)
            if wants_pause and time.monotonic() - sandbox.used_at > policy.pause_after_s:
                await sandbox.pause()

    async def _is_orphan(self, key: Key) -> bool:
        """Whether its project was deleted."""
        try:
            await self._storage.tenant(key[0]).projects.get(key[1])
        except NotFoundError:
            return True
        return False

    async def _stop(self, key: Key) -> None:
        """End one whose files are kept, or that nobody wants any more."""
        sandbox = self._leased.pop(key)
        with contextlib.suppress(SandboxGoneError):
            await sandbox.end()

    async def close(self) -> None:
        """End all."""
        sandboxes = [*self._warm, *self._leased.values()]
        self._warm, self._leased = [], {}
        await asyncio.gather(*(each.end() for each in sandboxes), return_exceptions=True)
        await self.trials.close()


def view(sandbox: Sandbox, backend: Backend, limits: Limits, allowed: Allowed) -> dict[str, Any]:
    """What is told of a sandbox."""
    return {
        "state": sandbox.state,
        "backend": backend.name,
        "branch": sandbox.agreed.branch,
        "commit": sandbox.agreed.commit,
        "created_at": sandbox.created_at.isoformat(),
        "idle_s": round(time.monotonic() - sandbox.used_at, 1),
        "terminals": sum(not each.ended for each in sandbox.terminals.values()),
        "network": sorted(allowed.entries),
        "limits": {
            "memory_bytes": limits.memory_bytes,
            "work_bytes": limits.work_bytes,
            "cpus": limits.cpus,
            "processes": limits.processes,
            "hold": list(backend.limited),
        },
    }
