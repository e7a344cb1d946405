"""The engine of the demo model as a process among others: on its cores, at its port, and for who
goes on with an answer."""

import time
from dataclasses import replace
from itertools import product

import aiohttp
import httpx
import psutil
import pytest

from serve.chat import ChatRequest, Delta, Kept, Sampling
from serve.demo import MODEL_DIR
from serve.engine import end_token_ids, special_token_ids
from serve.model_entry import ModelEntry
from serve.replica_model import ReplicaChatModel
from tests.handles import FakeHandle
from tests.system import System

WATCHED_S = 0.6
"""Shorter than the second for which vLLM spins after each message."""
AWAKE = 0.5
"""Of a core, for each process. Spinning takes a whole one, if others leave it."""
ANSWER_TOKENS = 30
"""More than the answer has before its end."""


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


async def test_an_answer_goes_on_from_any_token_also_past_an_end(system: System) -> None:
    """Whoever kept its tokens and its text, which may be some tokens behind, misses and repeats
    nothing. An engine that ignores ends has them among the tokens, and never in the text."""
    entry = ModelEntry(
        id="atelier-demo",
        name="Demo",
        engine="vllm",
        source=str(MODEL_DIR),
        context_tokens=1024,
        max_output_tokens=100,
        request_defaults={"ignore_eos": True},
    )
    url, key = system.engine()
    ends = end_token_ids(MODEL_DIR)
    handle = FakeHandle(url, key, ends, special_token_ids(MODEL_DIR))
    question = ChatRequest(
        "r",
        "any",
        ({"role": "user", "content": "What is 11 × 11?"},),
        Sampling(temperature=0, max_tokens=ANSWER_TOKENS),
        stall_s=30,
        deadline_s=60,
    )
    async with aiohttp.ClientSession() as session:
        model = ReplicaChatModel(entry, session, handle)
        whole = [piece async for piece in model.stream(question) if isinstance(piece, Delta)]
        ids = tuple(token for piece in whole for token in piece.token_ids)
        assert set(ends) & {*ids[:-1]}, "it has to go on behind an end"
        text = "".join(piece.text for piece in whole)
        for cut, behind in product(range(3, len(whole) - 1), range(3)):
            kept = Kept(
                "".join(piece.text for piece in whole[: cut - behind]),
                tuple(token for piece in whole[:cut] for token in piece.token_ids),
                whole[0].prompt_token_ids,
            )
            going_on = model.stream(replace(question, request_id=f"r-{cut}-{behind}", kept=kept))
            rest = [piece async for piece in going_on if isinstance(piece, Delta)]
            assert kept.text + "".join(piece.text for piece in rest) == text
        await model.close()
