"""Control groups of this machine, versions 1 and 2: limits that hold for a whole sandbox.

Documentation/admin-guide/cgroup-v1 and cgroup-v2 of the Linux kernel.
"""

import asyncio
import contextlib
import os
import signal
from collections.abc import Mapping
from pathlib import Path

from actors.sandboxes.backend import Limits

MOUNT = Path("/sys/fs/cgroup")
CONTROLLERS = ("memory", "pids", "cpu")
FOLDER = "atelier"
PERIOD_US = 100_000
END_TRIES, END_PAUSE_S = 100, 0.02


class Cgroup:
    """One sandbox's groups: one folder, or one for each controller."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    @staticmethod
    def usable() -> bool:
        """Whether we may make some here."""
        try:
            for base in _bases():
                (base / FOLDER).mkdir(exist_ok=True)
                if _unified():
                    _enable(base)
                    _enable(base / FOLDER)
        except OSError:
            return False
        return True

    @classmethod
    def create(cls, host: str, box_id: str, limits: Limits) -> "Cgroup":
        folders = []
        for base in _bases():
            folder = base / FOLDER / f"{host}.{box_id}"
            folder.mkdir(exist_ok=True)
            folders.append(folder)
        group = cls(tuple(folders))
        for name, value in _values(limits).items():
            for folder in folders:
                if (folder / name).exists():
                    (folder / name).write_text(value)
        return group

    def joining(self) -> str:
        """A shell's words by which it joins."""
        return "".join(f"echo $$ > {folder}/cgroup.procs && " for folder in self._folders)

    async def remove(self) -> None:
        """End what is in it, then remove it."""
        for _ in range(END_TRIES):
            left = [folder for folder in self._folders if folder.exists()]
            for folder in left:
                with contextlib.suppress(OSError):
                    for pid in (folder / "cgroup.procs").read_text().split():
                        os.kill(int(pid), signal.SIGKILL)
                with contextlib.suppress(OSError):
                    folder.rmdir()
            if not left:
                return
            await asyncio.sleep(END_PAUSE_S)

    @classmethod
    async def remove_all(cls, host: str) -> int:
        """What a former process of this host left; how many sandboxes it was."""
        found: dict[str, list[Path]] = {}
        for base in _bases():
            for folder in (base / FOLDER).glob(f"{host}.*"):
                found.setdefault(folder.name, []).append(folder)
        for folders in found.values():
            await cls(tuple(folders)).remove()
        return len(found)


def _unified() -> bool:
    return (MOUNT / "cgroup.controllers").exists()


def _bases() -> tuple[Path, ...]:
    return (MOUNT,) if _unified() else tuple(MOUNT / name for name in CONTROLLERS)


def _enable(folder: Path) -> None:
    (folder / "cgroup.subtree_control").write_text(" ".join(f"+{name}" for name in CONTROLLERS))


def _values(limits: Limits) -> Mapping[str, str]:
    memory, processes = str(limits.memory_bytes), str(limits.processes)
    quota = str(round(limits.cpus * PERIOD_US))
    if _unified():
        return {
            "memory.max": memory,
            "memory.swap.max": "0",
            "pids.max": processes,
            "cpu.max": f"{quota} {PERIOD_US}",
        }
    return {
        "memory.limit_in_bytes": memory,
        "memory.memsw.limit_in_bytes": memory,
        "pids.max": processes,
        "cpu.cfs_period_us": str(PERIOD_US),
        "cpu.cfs_quota_us": quota,
    }
