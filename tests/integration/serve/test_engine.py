"""The engine of the demo model as a process among others: on its cores, and at its port."""

import time

import httpx
import psutil
import pytest

from tests.system import System

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
    url, key = system.engine()
    for headers in ({}, {"Authorization": "Bearer"}, {"Authorization": f"Bearer {key[:-1]}"}):
        answer = httpx.post(url + path, json={}, headers=headers)
        assert (answer.status_code, answer.content) == (401, b"")
    assert httpx.post(url + path, headers={"Authorization": f"Bearer {key}"}).status_code != 401
