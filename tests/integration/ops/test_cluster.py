"""`up` on a Ray cluster that was there before and stays: nothing of ours is left on it."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil
import pytest
import yaml

from tests.integration.gateway.event_stream import events, until
from tests.integration.gateway.talk import expect
from tests.integration.images.jobs import asked, drawn, pixels
from tests.painting import MODEL, painting_on_a_gpu
from tests.providers import OpenAIServer
from tests.system import PARTS, REPOSITORY, System, local_models_off, wait_for

OURS = ("gateway", "host", "directory", "controller")


@dataclass(frozen=True)
class Node:
    """One of a cluster, with whatever runs there."""

    process: psutil.Popen

    def processes(self) -> list[psutil.Process]:
        """None once it is killed."""
        with suppress(psutil.NoSuchProcess):
            return [*self.process.children(recursive=True), self.process]
        return []

    def kill(self) -> None:
        """As when a machine goes dark."""
        for process in self.processes():
            with suppress(psutil.NoSuchProcess):
                process.kill()
        self.process.wait(10)


class Cluster:
    """Ray's nodes, as `ray up` leaves them, and what `up` wants to find them."""

    def __init__(self, port: int, folder: Path) -> None:
        self.env = {"RAY_ADDRESS": f"127.0.0.1:{port}", "RAY_AUTH_MODE": "token"}
        self._folder = folder
        self._nodes: list[Node] = []
        self.head = self._start("--head", f"--port={port}", "--num-cpus=2",
            "--include-dashboard=false", f"--temp-dir={folder}")  # fmt: skip

    def join(self, *resources: str) -> Node:
        """One more node, with these (`--num-gpus=1`)."""
        return self._start(f"--address={self.env['RAY_ADDRESS']}", *resources)

    def actors(self) -> list[str]:
        """Those of ours that run on the head."""
        found = []
        for process in self.head.processes():
            with suppress(psutil.Error):
                title = " ".join(process.cmdline())
                found += [title for name in OURS if title.startswith(PARTS[name])]
        return found

    def end(self) -> None:
        for node in reversed(self._nodes):
            node.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start(self, *flags: str) -> Node:
        ray = str(Path(sys.executable).with_name("ray"))
        started = psutil.Popen(
            [ray, "start", "--block", "--node-ip-address=127.0.0.1", "--disable-usage-stats",
             *flags],
            cwd=REPOSITORY,
            env={**os.environ, "RAY_AUTH_MODE": "token", "grpc_proxy": ""},
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )  # fmt: skip
        self._nodes.append(Node(started))
        assert any("Ray runtime started" in line for line in started.stdout)
        return self._nodes[-1]


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    folder = Path("/tmp") / f"ray-{os.getpid()}"  # short, for Ray keeps sockets there
    cluster = Cluster(random.randrange(32_000, 32_700), folder)
    yield cluster
    cluster.end()


async def test_a_picture_outlives_the_node_that_draws_it(cluster: Cluster, tmp_path: Path) -> None:
    node = cluster.join("--num-cpus=2", "--num-gpus=1")
    system = painting_on_a_gpu(tmp_path, cluster.env).start().ready(MODEL)
    async with httpx.AsyncClient(base_url=system.url, timeout=60) as painter:
        wanted = (await drawn(painter, steps=60))["images"]
        job = await asked(painter, steps=60)
        path = f"/api/runs/{job['id']}/events"
        await until(painter, path, "image.progress", params={"after": 0})
        node.kill()
        cluster.join("--num-cpus=2", "--num-gpus=1")
        kinds = [each.kind for each in await events(painter, job["id"], params={"after": 0})]
        assert kinds.count("image.completed") == kinds.count("run.completed") == 1
        found = (await expect(painter.get(f"/api/image-jobs/{job['id']}"), 200))["images"]
        for ours, theirs in zip(found, wanted, strict=True):
            assert abs(await pixels(painter, ours) - await pixels(painter, theirs)).max() <= 1
    system.stop()


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
    node = cluster.join("--num-cpus=1")
    wait_for(lambda: holds_sandboxes(node), 60, "a host of sandboxes on a node that joined", 0.2)
    second.stop()
    wait_for(lambda: not cluster.actors(), 10, "an end of every actor", 0.2)
    assert cluster.head.process.is_running(), "the cluster is not ours to end"
    await provider.stop()


def holds_sandboxes(node: Node) -> bool:
    titles = []
    for process in node.processes():
        with suppress(psutil.Error):
            titles.append(" ".join(process.cmdline()))
    return any(title.startswith(PARTS["sandboxes"]) for title in titles)


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
    return yaml.safe_dump({"default": ["remote"], "models": [entry, *local_models_off()]})
