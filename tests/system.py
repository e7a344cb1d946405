"""A whole Atelier in a folder of its own, as `make up` starts it, for tests that use or kill it."""

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import httpx
import psutil
import yaml

T = TypeVar("T")

REPOSITORY = Path(__file__).resolve().parent.parent
START_TIMEOUT_S = 300.0

# What each part is called in the process table (Ray and vLLM set their titles).
PARTS: Mapping[str, str] = {
    "gateway": "ray::GatewayProcess",
    "host": "ray::HostProcess",
    "sandboxes": "ray::SandboxProcess",
    "directory": "ray::ModelDirectory",
    "dispatcher": "ray::DispatcherProcess",
    "controller": "ray::ServeController",
    "replica": "ray::ServeReplica",
    "engine": "VLLM::EngineCore",
    "database": "nx-27017",
    "blobs": "rclone",
}


def wait_for(look: Callable[[], T], timeout_s: float, what: str, every_s: float = 0.05) -> T:
    """The first truthy value that `look` gives; fails when none comes in time."""
    deadline = time.monotonic() + timeout_s
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {timeout_s:g} s in vain for {what}")
        time.sleep(every_s)


def local_models_off() -> list[dict[str, object]]:
    """Catalogue entries that leave out every model that ships and runs on this machine."""
    shipped = yaml.safe_load((REPOSITORY / "serve" / "models.yaml").read_text())["models"]
    local = [model["id"] for model in shipped if model["engine"] in ("vllm", "diffusers")]
    return [{"id": model_id, "enabled": False} for model_id in local]


def free_port() -> int:
    """A port that nobody has, below those that the kernel hands out by itself: Ray takes dozens
    of them before the gateway comes to bind this one."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@dataclass
class System:
    """One running installation. `start` waits for its page, `ready` for its model."""

    data_dir: Path
    env: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        return (self.data_dir / "up.log").read_text()

    def start(self) -> "System":
        self.data_dir.mkdir(parents=True, exist_ok=True)
        env = {**os.environ, "ATELIER_DATA": str(self.data_dir), "ATELIER_PORT": str(self.port)}
        with (self.data_dir / "up.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "ops", "up"],
                cwd=REPOSITORY,
                env={**env, **self.env},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_for(self._answers, START_TIMEOUT_S, "the page")
        return self

    def ready(self, model: str = "atelier-demo", replicas: int = 1) -> "System":
        """Wait until that many replicas of the model answer."""

        def is_ready() -> bool:
            try:
                items = httpx.get(f"{self.url}/api/models", timeout=5).json()["items"]
            except (httpx.HTTPError, ValueError):
                return False
            return any(i["id"] == model and i["replicas"] >= replicas for i in items)

        wait_for(is_ready, START_TIMEOUT_S, f"{replicas} replica(s) of {model}", 0.2)
        return self

    def pids(self, part: str) -> list[int]:
        """Process ids of a part of `PARTS`, oldest first."""
        assert self.process is not None
        found = []
        for child in psutil.Process(self.process.pid).children(recursive=True):
            try:
                if PARTS[part] in " ".join(child.cmdline()[:2]):
                    found.append(child)
            except psutil.Error:
                continue
        return [child.pid for child in sorted(found, key=lambda c: c.create_time())]

    def engine(self) -> tuple[str, str]:
        """(URL, key) of the oldest engine's own server."""
        server = psutil.Process(self.pids("engine")[0]).parent()
        assert server is not None
        listening = [c.laddr for c in server.net_connections("inet") if c.status == "LISTEN"]
        assert [address.ip for address in listening] == ["127.0.0.1"], "nobody else's business"
        return f"http://127.0.0.1:{listening[0].port}", server.environ()["VLLM_API_KEY"]

    def kill(self, part: str, index: int = 0) -> int:
        """`kill -9` one process of a part; its pid."""
        pid = wait_for(lambda: self.pids(part), 60, f"a {part}")[index]
        os.kill(pid, signal.SIGKILL)
        return pid

    def stop(self, number: signal.Signals = signal.SIGINT, timeout_s: float = 60) -> None:
        """End it as Ctrl-C does, and wait."""
        if self.process is not None:
            self.process.send_signal(number)
            self.process.wait(timeout_s)

    def remove(self) -> None:
        shutil.rmtree(self.data_dir, ignore_errors=True)

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, f"`up` ended:\n{self.log[-3000:]}"
        try:
            return httpx.get(f"{self.url}/healthz", timeout=2).status_code == 200
        except httpx.HTTPError:
            return False


class Stage:
    """Room for one installation: who enters has the machine's few cores to itself."""

    _on: System | None = None

    def enter(self, system: System) -> System:
        """Stop the one that runs and start this."""
        self.clear()
        self._on = system
        return system.start()

    def clear(self) -> None:
        if self._on is not None:
            self._on.stop()
            self._on = None
