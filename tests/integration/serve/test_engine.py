"""The engine of the demo model as a process among others: on its cores, and at its port."""

import time

import httpx
import psutil
import pytest

from tests.system import System, wait_for

WATCHED_S = 0.6
"""Shorter than the second for which vLLM spins after each message."""
AWAKE = 0.5
"""Of a core, for each process. Spinning takes a whole one, if others leave it."""


def test_engine_core_and_worker_nap_while_they_wait(system: System) -> None:
    core = psutil.Process(system.pids("engine")[0])
    worker = next(each for each in core.children() if "VLLM::Worker" in each.cmdline()[0])
    processes = {"engine core": core, "worker": worker}
    body = {"model": "atelier-demo", "messages": [{"role": "user", "content": "Hello"}]}
    httpx.post(f"{system.url}/v1/chat/completions", json=body, timeout=60).raise_for_status()
    before = {name: process.cpu_times() for name, process in processes.items()}
    started = time.monotonic()
    time.sleep(WATCHED_S)  # the window to measure in: nothing is awaited
    watched_s = time.monotonic() - started
    for name, process in processes.items():
        after, since = process.cpu_times(), before[name]
        used_s = after.user + after.system - since.user - since.system
        assert used_s < AWAKE * watched_s, name


@pytest.mark.parametrize("path", ["/v1/models", "/invocations", "/tokenize", "/metrics", "/health"])
def test_nobody_without_the_key_gets_at_the_engine(system: System, path: str) -> None:
    """Its port is open to every process of this machine, and to pages that guess it."""
    for headers in ({}, {"Authorization": "Bearer"}, {"Authorization": "Bearer wrong"}):
        answer = httpx.post(_engine_url(system) + path, json={}, headers=headers)
        assert (answer.status_code, answer.content) == (401, b"")


def _engine_url(system: System) -> str:
    assert system.process is not None
    processes = psutil.Process(system.process.pid).children(recursive=True)
    server = next(each for each in processes if "serve.vllm_server" in each.cmdline())
    listening = wait_for(
        lambda: [each for each in server.net_connections("inet") if each.status == "LISTEN"],
        10,
        "the engine's port",
    )
    assert [each.laddr.ip for each in listening] == ["127.0.0.1"], "nobody else's business"
    return f"http://127.0.0.1:{listening[0].laddr.port}"
