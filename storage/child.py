"""A supervised child process: started, watched, started again, never orphaned."""

import asyncio
import contextlib
import ctypes
import json
import os
import random
import signal
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import psutil
import structlog

from storage.errors import UnavailableError

_PR_SET_PDEATHSIG = 1
_STOP_S = 5.0
_FIRST_PAUSE_S = 0.05
_MAX_PAUSE_S = 5.0
_STEADY_S = 30.0
_MAX_LOG_BYTES = 16 * 2**20

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Command:
    """How to start a child. `port` on loopback accepts connections once it is up; `env` is its
    whole environment; `stale` files are removed before each start."""

    name: str
    argv: Sequence[str]
    port: int
    env: Mapping[str, str] = field(repr=False)
    stale: Sequence[Path] = ()


class Child:
    """Owns one child process. `directory` gets its log and its record (pid, start, argv)."""

    def __init__(self, command: Command, directory: Path) -> None:
        self._command = command
        self._log_path = directory / "logs" / f"{command.name}.log"
        self._record_path = directory / f"{command.name}.pid"
        self._process: asyncio.subprocess.Process | None = None
        self._watcher: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """None while it is down."""
        process = self._process
        return process.pid if process is not None and process.returncode is None else None

    async def start(self, timeout_s: float = 30.0) -> None:
        """End a stale former instance, start, and wait for the port. UnavailableError."""
        await asyncio.to_thread(end_recorded, self._record_path)
        await self._spawn()
        try:
            await self._wait_for_port(timeout_s)
        except BaseException:
            await self._end_process()
            raise
        self._watcher = asyncio.create_task(self._watch(), name=f"watch {self._command.name}")

    async def stop(self) -> None:
        """Stop watching, then end the process: politely, and after 5 s by force."""
        if self._watcher is not None:
            self._watcher.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watcher
            self._watcher = None
        await self._end_process()
        self._record_path.unlink(missing_ok=True)

    async def _watch(self) -> None:
        """Starts it again whenever it ends, on the same port and data. The pause grows while it
        keeps dying, and is short again after half a minute of health."""
        clock = asyncio.get_running_loop()
        pause_s = _FIRST_PAUSE_S
        while True:
            began = clock.time()
            if self._process is not None:
                status = await self._process.wait()
                _log.warning("child ended", child=self._command.name, status=status)
            if clock.time() - began > _STEADY_S:
                pause_s = _FIRST_PAUSE_S
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * 2, _MAX_PAUSE_S)
            try:
                await self._spawn()
            except OSError as error:
                self._process = None
                _log.error("child does not start", child=self._command.name, error=str(error))

    async def _spawn(self) -> None:
        for path in self._command.stale:
            path.unlink(missing_ok=True)
        with _open_log(self._log_path) as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command.argv,
                env=self._command.env,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_own_group_and_die_with_parent(),
            )
        write_record(self._record_path, self._process.pid)

    async def _wait_for_port(self, timeout_s: float) -> None:
        try:
            async with asyncio.timeout(timeout_s):
                while not await asyncio.to_thread(_accepts, self._command.port):
                    if self.pid is None:
                        raise UnavailableError(
                            f"{self._command.name} ended at once, see {self._log_path}"
                        )
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise UnavailableError(
                f"{self._command.name} did not answer within {timeout_s:g} s, see {self._log_path}"
            ) from None

    async def _end_process(self) -> None:
        process = self._process
        if process is None or process.returncode is not None:
            return
        process.terminate()
        try:
            async with asyncio.timeout(_STOP_S):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()


def write_record(path: Path, pid: int) -> None:
    """Note which process this is, in a way that no later owner of the pid can match."""
    try:
        record = {"pid": pid, "started": psutil.Process(pid).create_time()}
    except psutil.NoSuchProcess:
        return
    path.write_text(json.dumps(record))


def end_recorded(path: Path) -> None:
    """End the recorded process if it still runs; a stranger that got its pid is left alone.

    The time a process started tells the two apart: the kernel keeps it to 10 ms.
    """
    try:
        record = json.loads(path.read_text())
        process = psutil.Process(record["pid"])
        same = abs(process.create_time() - record["started"]) < 0.05
        if same and process.status() != psutil.STATUS_ZOMBIE:
            _log.warning("ending a stale child", pid=process.pid, record=path.name)
            process.kill()
            process.wait(_STOP_S)
    except (OSError, ValueError, KeyError, TypeError, psutil.NoSuchProcess):
        pass
    path.unlink(missing_ok=True)


def free_port() -> int:
    """A loopback port that nobody listens on now.

    Below the range from which the kernel takes the ports of outgoing connections: there, while
    our server is down, a client that keeps trying could take the port, or even connect to itself.
    """
    candidates = random.sample(range(20_000, 32_000), 200)
    port = next(filter(is_free, candidates), None)
    if port is None:
        raise UnavailableError("no free loopback port found between 20000 and 32000")
    return port


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _accepts(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=0.5).close()
    except OSError:
        return False
    return True


def _open_log(path: Path) -> IO[bytes]:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > _MAX_LOG_BYTES:
        path.replace(path.with_suffix(".log.1"))
    return path.open("ab")


def _own_group_and_die_with_parent() -> Callable[[], None]:
    """What the child does before exec: leave the terminal's group (a Ctrl-C is for its parent),
    and ask the kernel, where that is Linux, to kill it when its parent dies."""
    on_linux = sys.platform.startswith("linux")
    prctl = ctypes.CDLL(None, use_errno=True).prctl if on_linux else None
    parent = os.getpid()

    def prepare() -> None:
        os.setpgid(0, 0)
        if prctl is not None:
            prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before the kernel knew
            os._exit(1)

    return prepare
