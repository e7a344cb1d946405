"""Leave nothing behind: one owner a data directory, and no process after it ends."""

import ctypes
import fcntl
import os
import signal
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

PR_SET_CHILD_SUBREAPER = 36
END_PATIENCE_S = 10.0


class AlreadyRunningError(Exception):
    """Another `up` owns this data directory; stop it with `make down`, or use another one."""


class PortTakenError(Exception):
    """Something else listens on the port; stop it, or set ATELIER_PORT."""


@contextmanager
def owned(data_dir: Path) -> Iterator[None]:
    """Own a data directory: a lock that dies with us, and a pid for `make down`."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / "up.pid").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise AlreadyRunningError(
                f"Atelier already runs on {data_dir}. Stop it with `make down`."
            ) from error
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield
        file.truncate(0)


def owner(data_dir: Path) -> int | None:
    """The pid that owns the data directory, None when nobody does."""
    with suppress(OSError, ValueError), (data_dir / "up.pid").open("r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return int(file.read())
    return None


def adopt_orphans() -> None:
    """Become the parent of whatever a dying child leaves, so that it can be ended."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_descendants(holding: str = "", patience_s: float = END_PATIENCE_S) -> None:
    """End every process below this one whose command line holds this, politely first. Returns
    when none is left."""
    deadline = time.monotonic() + patience_s
    asked = False
    while children := _descendants(holding):
        if not asked:
            _signal(children, signal.SIGTERM)
            asked = True
        elif time.monotonic() > deadline - patience_s / 2:
            _signal(children, signal.SIGKILL)
        psutil.wait_procs(children, timeout=0.5)
        if time.monotonic() > deadline:
            return


def check_port(host: str, port: int) -> None:
    """Raise PortTakenError when something listens there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            detail = f"Port {port} on {host} is taken. Stop what uses it or set ATELIER_PORT."
            raise PortTakenError(detail) from error


def _descendants(holding: str) -> list[psutil.Process]:
    found = []
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            if not holding or holding in " ".join(process.cmdline()):
                found.append(process)
    return found


def _signal(processes: Sequence[psutil.Process], number: signal.Signals) -> None:
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(number)
