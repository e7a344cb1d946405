"""A whole Atelier for one benchmark, and the small programs that stand around it."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import yaml

from tests.system import PARTS, System, local_models_off, wait_for

REPOSITORY = Path(__file__).resolve().parent.parent
DATA = Path(__file__).with_name("data")
PROVIDER_MODEL = "bench-remote"
SETTLED = "Press Ctrl-C"  # what `up` says when nothing is loading any more
SETTLE_TIMEOUT_S = 300.0
_GCS = re.compile(r"--gcs-address=(\S+)")


@contextmanager
def installation(name: str, catalog: Mapping[str, Any]) -> Iterator[System]:
    """A fresh one, `catalog` laid over its `models.yaml`; gone, with its data, afterwards.

    It is handed over when `up` has started all and waits: what starts takes CPU and memory.
    """
    data_dir = DATA / name
    shutil.rmtree(data_dir, ignore_errors=True)
    data_dir.mkdir(parents=True)
    override = data_dir / "models.yaml"
    override.write_text(yaml.safe_dump(dict(catalog)))
    system = System(data_dir, env={"ATELIER_MODELS": str(override)})
    try:
        _start(system)
        yield system
    finally:
        _end(system)


def remote_only(base_url: str, **request_defaults: Any) -> dict[str, Any]:
    """A catalogue with the provider of `provider.py` alone, so that no engine takes the CPU."""
    remote = {
        "id": PROVIDER_MODEL,
        "name": "Benchmark provider",
        "engine": "openai",
        "remote": {"base_url": base_url, "upstream_model": "stamps"},
        "context_tokens": 1_000_000,
        "max_output_tokens": 100_000,
        "request_defaults": request_defaults,
    }
    return {
        "default": [PROVIDER_MODEL],
        "models": [*local_models_off(), remote],
    }


def ray_address(up: int) -> str:
    """From the arguments of the raylet below `up`, a process id: each installation has a Ray of its
    own, at no fixed port."""
    for child in psutil.Process(up).children(recursive=True):
        if found := _GCS.search(" ".join(child.cmdline())):
            return found.group(1)
    raise RuntimeError("no raylet runs below `up`")


def environment(up: int) -> dict[str, str]:
    """What the processes below `up`, a process id, were given."""
    for child in psutil.Process(up).children(recursive=True):
        if PARTS["dispatcher"] in " ".join(child.cmdline()[:2]):
            return child.environ()
    raise RuntimeError("no dispatcher runs below `up`")


class Program:
    """A child process that writes one JSON object a line. It ends when its standard input does."""

    def __init__(self, module: str, *args: str) -> None:
        self._module = module
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *args],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    def hear(self) -> dict[str, Any]:
        """The next line. Raises RuntimeError when the program ended instead."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._module} ended with {self._process.wait()}")
        heard: dict[str, Any] = json.loads(line)
        return heard

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)


def say(**fields: Any) -> None:
    """A program's line to whoever started it."""
    print(json.dumps(fields), flush=True)


def end_with_parent() -> None:
    """Call first in a program: ends it when its parent is gone."""

    def wait() -> None:
        os.read(sys.stdin.fileno(), 1)
        psutil.Process().kill()

    threading.Thread(target=wait, daemon=True).start()


def _start(system: System) -> None:
    try:
        system.start()
        wait_for(lambda: SETTLED in system.log, SETTLE_TIMEOUT_S, "all of it to start", 0.2)
    except AssertionError as error:
        raise RuntimeError(f"Atelier did not start: {error}\n{system.log[-2000:]}") from error


def _end(system: System) -> None:
    try:
        system.stop()
    except subprocess.TimeoutExpired:  # everything below it is bound to it
        assert system.process is not None
        system.process.kill()
        system.process.wait(10)
    system.remove()
