"""Leases under the real Ray Serve. Its replicas are stand-ins whose engine is a server of ours."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from typing import Any

import aiohttp
import pytest
import ray
from ray import serve

from serve.app import DEPLOYMENT, app_name
from serve.chat import Message
from serve.clients import build_model
from serve.engine import VllmEngine
from serve.estimates import estimate_tokens
from serve.leases import LINGER_S
from serve.model_entry import ModelEntry
from serve.replica import ReplicaAddress
from serve.replica_model import ReplicaChatModel
from tests.contract.serve.conftest import ask, collect, text_of
from tests.providers import Behaviour, OpenAIServer

ENTRY = ModelEntry(
    id="tiny", name="Tiny", engine="vllm", source="x", context_tokens=4096, max_output_tokens=512
)
PLACES = 4
PATIENCE_S = 30.0

# Takes two leases by the real handle, says so, and keeps them.
HOLDER = f"""
import asyncio, ray, sys
from ray import serve

async def main():
    ray.init(sys.argv[1], log_to_driver=False)
    handle = serve.get_deployment_handle("{DEPLOYMENT}", "{app_name(ENTRY.id)}")
    call = handle.options(stream=True, method_name="lease", _by_reference=False)
    leases = [call.remote("r", 900.0) for _ in range(2)]
    for lease in leases:
        await anext(lease)
    print("held", flush=True)
    await asyncio.sleep(900)

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    os.environ.setdefault("grpc_proxy", "")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    serve.start(proxy_location="Disabled")
    yield
    serve.shutdown()
    ray.shutdown()


@pytest.fixture
async def engine() -> AsyncGenerator[OpenAIServer]:
    server = OpenAIServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def handle(cluster: None, engine: OpenAIServer) -> Iterator[Any]:
    """Of one stand-in replica, whose `state` is (pid, open leases)."""

    class StandIn(VllmEngine):
        def __init__(self, url: str) -> None:
            replica = serve.get_replica_context().replica_id.unique_id
            self._address = ReplicaAddress(url, "test-key", replica, (2,), (2,), (os.getpid(),))
            self.open = 0

        async def lease(self, request_id: str, max_s: float) -> AsyncGenerator[dict[str, Any]]:
            self.open += 1
            try:
                async for address in super().lease(request_id, max_s):
                    yield address
            finally:
                self.open -= 1

        async def state(self) -> tuple[int, int]:
            return os.getpid(), self.open

    deployment = serve.deployment(StandIn).options(
        name=DEPLOYMENT, max_ongoing_requests=PLACES, ray_actor_options={"num_cpus": 0}
    )
    app = deployment.bind(engine.base_url.removesuffix("/v1"))
    yield serve.run(app, name=app_name(ENTRY.id), route_prefix=None)
    serve.delete(app_name(ENTRY.id))


@pytest.fixture
async def model(handle: Any) -> AsyncGenerator[ReplicaChatModel]:
    async with aiohttp.ClientSession() as session:
        model = ReplicaChatModel(ENTRY, session, lambda: handle)
        yield model
        await model.close()


async def until(look: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not await look():
            await asyncio.sleep(0.05)


async def test_answers_in_a_row_share_a_lease_that_lapses(
    handle: Any, model: ReplicaChatModel
) -> None:
    for _ in range(3):
        assert text_of(await collect(model, ask())) == Behaviour().whole_text
        assert (await handle.state.remote())[1] == 1

    async def lapsed() -> bool:
        return bool((await handle.state.remote())[1] == 0)

    async with asyncio.timeout(LINGER_S + 5):
        await until(lapsed)


async def test_closing_gives_the_places_back(
    handle: Any, engine: OpenAIServer, model: ReplicaChatModel
) -> None:
    engine.default = Behaviour(stall_after=3)
    readers = [asyncio.create_task(collect(model, ask())) for _ in range(PLACES - 1)]
    await engine.until(lambda: engine.started == PLACES - 1, PATIENCE_S)
    for reader in readers:
        reader.cancel()
    await asyncio.wait(readers)
    assert (await handle.state.remote())[1] == PLACES - 1
    await model.close()

    async def returned() -> bool:
        return bool((await handle.state.remote())[1] == 0)

    await until(returned)


async def test_a_full_replica_makes_answers_wait_and_takes_them_later(
    handle: Any, engine: OpenAIServer, model: ReplicaChatModel
) -> None:
    engine.default = Behaviour(stall_after=3)
    first = [asyncio.create_task(collect(model, ask())) for _ in range(PLACES)]
    await engine.until(lambda: engine.started == PLACES, PATIENCE_S)
    engine.default = Behaviour()
    pieces: list[Any] = []
    last = asyncio.create_task(collect(model, ask(), into=pieces))
    await until(lambda: asyncio.sleep(0, bool(pieces)))
    assert pieces[0].kind == "run.waiting"
    assert engine.started == PLACES
    first[0].cancel()
    assert text_of(await asyncio.wait_for(last, PATIENCE_S)) == Behaviour().whole_text
    for reader in first:
        reader.cancel()
    await asyncio.wait(first)


async def test_a_killed_replica_takes_its_leases_along(
    handle: Any, model: ReplicaChatModel
) -> None:
    await collect(model, ask())
    pid, held = await handle.state.remote()
    assert held == 1
    os.kill(pid, signal.SIGKILL)

    async def replaced() -> bool:
        try:
            return bool((await handle.state.remote())[0] != pid)
        except ray.exceptions.RayError:
            return False

    await until(replaced)
    assert text_of(await collect(model, ask())) == Behaviour().whole_text
    assert (await handle.state.remote())[1] == 1


async def test_a_killed_holder_leaves_no_place_taken(handle: Any) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, ray.get_runtime_context().gcs_address],
        env={"RAY_AUTH_MODE": "token", **os.environ},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert "held" in await asyncio.to_thread(process.stdout.readline)
        assert (await handle.state.remote())[1] == 2
    finally:
        process.kill()
        process.wait()

    async def free() -> bool:
        return bool((await handle.state.remote())[1] == 0)

    await until(free)


async def test_an_answer_waits_for_a_model_that_is_not_deployed_yet(
    cluster: None, engine: OpenAIServer
) -> None:
    """And counting its tokens, which asks for the same, makes nobody wait for the controller."""

    class AtOnce(VllmEngine):
        def __init__(self, url: str) -> None:
            self._address = ReplicaAddress(url, "test-key", "only", (2,), (2,), (os.getpid(),))

    engine.models = ["later"]
    entry = ENTRY.model_copy(update={"id": "later"})
    async with aiohttp.ClientSession() as session:
        model = build_model(session, entry)
        words: list[Message] = [{"role": "user", "content": "one two three"}]
        assert await model.count_tokens(words) == estimate_tokens(words)
        answer = asyncio.create_task(collect(model, ask()))
        await asyncio.sleep(0)
        deployment = serve.deployment(AtOnce).options(
            name=DEPLOYMENT, ray_actor_options={"num_cpus": 0}
        )
        app = deployment.bind(engine.base_url.removesuffix("/v1"))
        await asyncio.to_thread(serve.run, app, name=app_name("later"), route_prefix=None)
        async with asyncio.timeout(PATIENCE_S):
            assert text_of(await answer) == Behaviour().whole_text
        assert await model.count_tokens(words) == 3
        await model.close()
    serve.delete(app_name("later"))
