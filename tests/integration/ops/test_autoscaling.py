"""The machines of `ray-cluster.yaml` come by demand and go when they idle.

Ray's fake provider starts each as a node of its own on this machine, with the resources that the
file says; the autoscaler is the real one.
"""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import yaml

from tests.system import REPOSITORY, wait_for

ENV = {
    **os.environ,
    "RAY_AUTH_MODE": "token",
    "RAY_FAKE_CLUSTER": "1",
    "AUTOSCALER_UPDATE_INTERVAL_S": "1",
    "AUTOSCALER_HEARTBEAT_TIMEOUT_S": "600",  # starting them here keeps the autoscaler from hearing
    "grpc_proxy": "",
    "PYTHONPATH": str(REPOSITORY),
}
GPU_MEMORY_GIB = 44
IDLE_S = 15
"""Longer than it takes to place an actor on a machine that has just come."""
PATIENCE_S = 120.0


@pytest.fixture
def address() -> Iterator[str]:
    """Of a cluster that is its head alone."""
    port = random.randrange(32_000, 32_700)
    folder = Path("/tmp") / f"scaling-{os.getpid()}"  # short, for Ray keeps sockets there
    folder.mkdir()
    config = folder / "cluster.yaml"
    config.write_text(yaml.safe_dump(_on_this_machine(port)))
    command = [
        "ray", "start", "--head", "--block", f"--port={port}", "--num-cpus=0",
        "--include-dashboard=false", "--disable-usage-stats", f"--temp-dir={folder}",
        f"--autoscaling-config={config}",
    ]  # fmt: skip
    head = subprocess.Popen(
        [str(Path(sys.executable).with_name(command[0])), *command[1:]],
        cwd=REPOSITORY,
        env=ENV,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert head.stdout is not None
    assert any("Ray runtime started" in line for line in head.stdout)
    yield f"127.0.0.1:{port}"
    process = psutil.Process(head.pid)
    for each in [*process.children(recursive=True), process]:
        each.kill()
    head.wait(10)
    shutil.rmtree(folder, ignore_errors=True)


def _on_this_machine(port: int) -> dict[str, object]:
    """Our file with another provider, and what `ray up` would have put in."""
    ours = yaml.safe_load((REPOSITORY / "ray-cluster.yaml").read_text())
    types = {
        name: {**kind, "node_config": {}}
        for name, kind in ours["available_node_types"].items()
        if name != ours["head_node_type"]
    }
    head = "ray.head.default"  # as the provider calls its own
    types[head] = {"resources": {"CPU": 0}, "node_config": {}, "max_workers": 0}
    filled = {
        "provider": {"type": "fake_multinode", "gcs_address": f"127.0.0.1:{port}"},
        "available_node_types": types,
        "head_node_type": head,
        "idle_timeout_minutes": IDLE_S / 60,
        "file_mounts": {},
        "cluster_synced_files": [],
        "file_mounts_sync_continuously": False,
        "docker": {},
    }
    commands = ("initialization_commands", "head_setup_commands", "worker_setup_commands")
    return {**ours, **filled, **{name: [] for name in commands}}


def test_machines_come_with_the_models_that_need_them_and_go_again(address: str) -> None:
    models = ("atelier-demo", "qwen3-8b", "qwen3-30b")
    demand = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("demand.py")), address,
         str(GPU_MEMORY_GIB), *models],
        cwd=REPOSITORY, env=ENV, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert demand.stdout is not None
    try:
        placed = {name: (cpus, gpus) for name, cpus, gpus in map(json.loads, _lines(demand, 3))}
        assert placed["qwen3-30b"] == (48, 4), "two GPUs of one machine"
        assert placed["qwen3-8b"][1] >= 1
        assert set(placed) == set(models)
        wait_for(lambda: _raylets(address) <= 1, PATIENCE_S, "idle machines to go", 0.5)
    finally:
        demand.kill()
        demand.wait()


def _lines(program: "subprocess.Popen[str]", count: int) -> list[str]:
    """Lines of JSON; Ray says things in between."""
    assert program.stdout is not None
    lines: list[str] = []
    while len(lines) < count:
        line = program.stdout.readline()
        assert line, f"the program ended with {program.wait()}"
        lines += [line] if line.startswith("[") else []
    return lines


def _raylets(address: str) -> int:
    """Nodes of the cluster, by their processes."""
    port = address.rpartition(":")[2]
    count = 0
    for process in psutil.process_iter(["name", "cmdline"]):
        command = " ".join(process.info["cmdline"] or ())
        count += process.info["name"] == "raylet" and f":{port}" in command
    return count
