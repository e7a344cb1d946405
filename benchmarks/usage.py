"""What processes use: CPU seconds, resident memory, and which part of Atelier each belongs to.

RSS counts shared pages in every process that maps them; PSS shares them out, so that only PSS
may be added up. Source: proc(5), /proc/pid/smaps_rollup.
"""

import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

import psutil

from tests.system import PARTS, System

MIB = 2**20
ENGINE_MARKS = ("serve.vllm_server", "VLLM::")


@dataclass(frozen=True, slots=True)
class Memory:
    """Of one part, in bytes."""

    processes: int
    rss: int
    pss: int


def memory(pids: Iterable[int]) -> Memory:
    """Sums over processes; one that has ended meanwhile counts nothing."""
    count = rss = pss = 0
    for pid in pids:
        with suppress(psutil.Error):
            info = psutil.Process(pid).memory_full_info()
            count, rss, pss = count + 1, rss + info.rss, pss + info.pss
    return Memory(count, rss, pss)


def parts(system: System) -> dict[str, list[int]]:
    """Process ids by the part they belong to; `ray` is what bears none of our names."""
    assert system.process is not None
    found: dict[str, list[int]] = {"up": [system.process.pid]}
    for child in psutil.Process(system.process.pid).children(recursive=True):
        with suppress(psutil.Error):
            found.setdefault(_part(" ".join(child.cmdline()[:3])), []).append(child.pid)
    return found


def _part(command: str) -> str:
    if any(mark in command for mark in ENGINE_MARKS):
        return "engine"
    return next((name for name, title in PARTS.items() if title in command), "ray")


def cpu_s(pid: int) -> float:
    """CPU seconds, user and system, that a process has used so far."""
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


class CpuMeter:
    """CPU that named processes use between `start` and `stop`."""

    def __init__(self, pids: Mapping[str, int]) -> None:
        self._pids = pids
        self._before: dict[str, float] = {}
        self._started = 0.0

    def start(self) -> None:
        self._started = time.monotonic()
        self._before = {name: cpu_s(pid) for name, pid in self._pids.items()}
        psutil.cpu_percent()

    def stop(self) -> tuple[dict[str, float], dict[str, float], float]:
        """(CPU seconds by name, percent of one core by name, percent of the whole machine)."""
        machine = psutil.cpu_percent()
        wall_s = time.monotonic() - self._started
        used = {name: cpu_s(pid) - self._before[name] for name, pid in self._pids.items()}
        return used, {name: 100 * seconds / wall_s for name, seconds in used.items()}, machine
