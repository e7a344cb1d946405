"""`up` on a Ray cluster that was there before and stays: nothing of ours is left on it."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil
import pytest
import yaml

from tests.providers import OpenAIServer
from tests.system import PARTS, REPOSITORY, System, wait_for

OURS = ("gateway", "host", "directory", "controller")


@dataclass(frozen=True)
class Cluster:
    """A head node, and what `up` wants to find it."""

    head: psutil.Process
    env: Mapping[str, str]

    def actors(self) -> list[str]:
        """Those of ours that run here."""
        found = []
        for process in self.head.children(recursive=True):
            with suppress(psutil.Error):
                title = " ".join(process.cmdline())
                found += [title for name in OURS if title.startswith(PARTS[name])]
        return found


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """As `ray up` leaves one."""
    port = random.randrange(32_000, 32_700)
    folder = Path("/tmp") / f"ray-{os.getpid()}"  # short, for Ray keeps sockets there
    command = [
        "ray", "start", "--head", "--block", f"--port={port}", "--node-ip-address=127.0.0.1",
        "--num-cpus=2", "--include-dashboard=false", "--disable-usage-stats",
        f"--temp-dir={folder}",
    ]  # fmt: skip
    env = {**os.environ, "RAY_AUTH_MODE": "token", "grpc_proxy": ""}
    started = subprocess.Popen(
        [str(Path(sys.executable).with_name(command[0])), *command[1:]],
        cwd=REPOSITORY,
        env=env,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert started.stdout is not None
    assert any("Ray runtime started" in line for line in started.stdout)
    head = psutil.Process(started.pid)
    yield Cluster(head, {"RAY_ADDRESS": f"127.0.0.1:{port}", "RAY_AUTH_MODE": "token"})
    for process in [*head.children(recursive=True), head]:
        process.kill()
    started.wait(10)
    shutil.rmtree(folder, ignore_errors=True)


async def test_it_answers_there_and_leaves_nothing_behind(cluster: Cluster, tmp_path: Path) -> None:
    provider = OpenAIServer()
    await provider.start()
    models = tmp_path / "models.yaml"
    models.write_text(_models(provider.base_url))
    env = {**cluster.env, "ATELIER_MODELS": str(models), "SOME_API_KEY": "test-key"}
    first = System(tmp_path / "data", env).start()
    assert first.process is not None
    first.process.send_signal(signal.SIGKILL)  # its actors stay, with a secret of their own
    first.process.wait(10)
    second = System(tmp_path / "data", env).start()
    async with httpx.AsyncClient(base_url=second.url, timeout=60) as client:
        body = {"model": "remote", "messages": [{"role": "user", "content": "Hello"}]}
        answer = await client.post("/v1/chat/completions", json=body)
        assert answer.status_code == 200, answer.text
        conversation = (await client.post("/api/conversations", json={})).json()
        posted = await client.post(
            f"/api/conversations/{conversation['id']}/messages", json={"content": "Hello"}
        )
        run = posted.json()["run_id"]
        events = await client.get(f"/api/runs/{run}/events?after=0")
        assert "event: run.completed" in events.text
    assert cluster.actors()
    second.stop()
    wait_for(lambda: not cluster.actors(), 10, "an end of every actor", 0.2)
    assert cluster.head.is_running(), "the cluster is not ours to end"
    await provider.stop()


def _models(base_url: str) -> str:
    remote = {"base_url": base_url, "upstream_model": "tiny", "api_key_env": "SOME_API_KEY"}
    entry = {
        "id": "remote",
        "name": "Remote",
        "engine": "openai",
        "remote": remote,
        "context_tokens": 2048,
        "max_output_tokens": 1024,
    }
    off = [{"id": name, "enabled": False} for name in ("atelier-demo", "qwen3-0.6b")]
    return yaml.safe_dump({"default": ["remote"], "models": [entry, *off]})
