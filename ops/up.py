"""Start everything, say honestly what is still loading, stop everything.

Order: stores and Ray side by side, then gateway and hosts (the page answers), then Serve and
the models. Nothing outlives this process: Ray's processes and the stores are bound to it, the
engines to their replicas, and what is left in the end is ended by hand.
"""

import asyncio
import contextlib
import http.client
import os
import re
import secrets
import shutil
import signal
import tempfile
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import ray
from ray import serve
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from actors.host import HostProcess
from actors.sandboxes.docker_backend import remove_all
from actors.sandboxes.process import SandboxProcess
from actors.sandboxes.settings import ACTOR, SandboxSettings, installation
from actors.settings import NAMESPACE, HostSettings, host_name
from gateway.main import GatewayProcess
from gateway.settings import GatewaySettings
from ops.processes import adopt_orphans, check_port, end_descendants, owned
from ops.settings import OpsSettings
from serve.directory import ModelDirectory
from serve.dispatcher_process import DispatcherProcess
from serve.replica import DIRECTORY_ACTOR, DISPATCHER_ACTOR
from serve.settings import ServeSettings
from storage.embedded import EmbeddedStores
from storage.settings import StorageSettings
from storage.storage import Storage

REPOSITORY = Path(__file__).resolve().parent.parent
LOOPBACK = "127.0.0.1"
PAGE_TIMEOUT_S = 120.0
END_TIMEOUT_S = 30.0
RAY_STARTS = 3
"""Ray ends itself when its own agent, a Python program, takes over 30 s to start; no setting
makes it more patient."""
OBJECT_STORE_BYTES = 128 * 2**20
LASTING = {
    "lifetime": "detached",
    "namespace": NAMESPACE,
    "max_restarts": -1,
    "max_task_retries": -1,
    "num_cpus": 0,
}
"""Of our actors: supervised by Ray, restarted for ever."""
_GIVEN = re.compile(
    "^ATELIER_|^HF_|_API_KEY$|_BASE_URL$|^OLLAMA_HOST$|^LLAMA_CPP_URL$|^LM_STUDIO_URL$"
)
"""What an operator sets, and what processes on other nodes have no other way to learn."""

Say = Callable[[str], None]


def up(say: Say = print) -> None:
    """Run until SIGINT or SIGTERM."""
    settings = OpsSettings()
    for others in (GatewaySettings, HostSettings, SandboxSettings, ServeSettings):
        others()  # what is wrong is told before anything starts
    data_dir = settings.data_dir.resolve()
    with owned(data_dir):
        adopt_orphans()
        check_port(LOOPBACK, settings.port)
        try:
            asyncio.run(_run(settings, data_dir, say))
        finally:
            end_descendants()
            remove_all(installation(data_dir))
    say("Stopped. Nothing is left running.")


async def _run(settings: OpsSettings, data_dir: Path, say: Say) -> None:
    stop = asyncio.Event()
    _stop_by_signal(stop)
    work = asyncio.create_task(_serve(settings, data_dir, stop, say))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({work, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not work.done():
        say("\nStopping …")
        work.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await work


def _stop_by_signal(stop: asyncio.Event) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)


async def _serve(settings: OpsSettings, data_dir: Path, stop: asyncio.Event, say: Say) -> None:
    started = time.monotonic()
    say("Starting the stores and Ray …")
    async with _stores(settings, data_dir) as addresses:
        environment = _environment(settings, data_dir, addresses)
        os.environ.update(environment)
        preparing = asyncio.create_task(_prepare(addresses))
        try:
            await _to_its_end(_start_ray, settings, data_dir, environment, say)
            _stop_by_signal(stop)  # Ray's core puts a handler that aborts in the place of ours
            await preparing
            _start_actors(settings)
            sandboxes = SandboxNodes(by_demand=ServeSettings().cluster is not None)
            sandboxes.look()
            url = f"http://{LOOPBACK}:{settings.port}"
            await _answers(url + "/healthz")
            say(f"\n  Atelier is up after {time.monotonic() - started:.0f} s:  {url}\n")
            await _to_its_end(_start_serve)
            await _tell_models(started, say)
            say("Press Ctrl-C to stop.")
            await _watch_nodes(sandboxes)
        finally:
            preparing.cancel()
            await asyncio.to_thread(_stop_ray)


@contextlib.asynccontextmanager
async def _stores(settings: OpsSettings, data_dir: Path) -> AsyncIterator[StorageSettings]:
    """The embedded stores, or the real ones that the environment names."""
    if settings.mongodb_url and settings.s3_url:
        yield StorageSettings()
        return
    async with EmbeddedStores(data_dir, StorageSettings()) as stores:
        yield stores.settings


async def _prepare(addresses: StorageSettings) -> None:
    storage = await Storage.open(addresses)
    try:
        await storage.prepare()
    finally:
        await storage.close()


def _environment(
    settings: OpsSettings, data_dir: Path, addresses: StorageSettings
) -> dict[str, str]:
    """What every process of ours gets, on whatever node. The secret is new at each start."""
    # One machine is its own cluster, and nothing of it is for others. Ray itself cannot be told so.
    node_ip = {} if settings.ray_address else {"ATELIER_NODE_IP": LOOPBACK}
    return {
        **{name: value for name, value in os.environ.items() if _GIVEN.search(name)},
        **node_ip,
        "MONGODB_URL": addresses.mongodb_url or "",
        "MONGODB_DATABASE": addresses.mongodb_database,
        "S3_URL": addresses.s3_url or "",
        "ATELIER_DATA": str(data_dir),
        "ATELIER_PORT": str(settings.port),
        "ATELIER_HOSTS": str(settings.hosts),
        "ATELIER_GATEWAYS": str(settings.gateways),
        "ATELIER_SECRET": secrets.token_urlsafe(32),
        "PYTHONPATH": os.pathsep.join([str(REPOSITORY), os.environ.get("PYTHONPATH", "")]),
        "RAY_USAGE_STATS_ENABLED": "0",
        # A busy machine takes longer than the 15 s that Ray gives its own agent.
        "RAY_agent_register_timeout_ms": "180000",
        # Ray makes its workers nice. Ours stream; what computes makes itself nice.
        "RAY_worker_niceness": "0",
        # Serve's calls are gRPC, which would seek replicas behind the machine's `http_proxy`.
        "grpc_proxy": "",
    }


def _start_ray(
    settings: OpsSettings, data_dir: Path, environment: dict[str, str], say: Say
) -> None:
    if settings.ray_address:
        runtime_env = {"env_vars": environment}
        ray.init(settings.ray_address, namespace=NAMESPACE, runtime_env=runtime_env)
        return
    # A short path, for Ray keeps sockets there; emptied at each start, so that it never grows.
    name = f"atelier-{os.getuid()}-{zlib.crc32(str(data_dir).encode()):08x}"
    temp = Path(tempfile.gettempdir()) / name
    for attempt in range(1, RAY_STARTS + 1):
        shutil.rmtree(temp, ignore_errors=True)
        try:
            ray.init(
                namespace=NAMESPACE,
                num_gpus=settings.num_gpus,
                include_dashboard=False,
                log_to_driver=False,
                object_store_memory=OBJECT_STORE_BYTES,
                _node_ip_address=LOOPBACK,
                _temp_dir=str(temp),
            )
            return
        except Exception as error:  # its type is no more than this
            if "timed out during startup" not in str(error) or attempt == RAY_STARTS:
                raise
            say("Ray was not up within 30 s, for this machine is busy. Trying again …")
            end_descendants(holding=str(temp))


def _start_actors(settings: OpsSettings) -> None:
    """Hosts and gateways. Gateways are on this node, where alone they may be reached, and so is the
    directory, which looks for weights on its disk."""
    _end_actors()  # a cluster keeps those of an `up` that was killed
    here = NodeAffinitySchedulingStrategy(ray.get_runtime_context().get_node_id(), soft=False)
    for index in range(settings.gateways):
        name = f"gateway-{index}"
        placed = {"name": name, "scheduling_strategy": here, **LASTING}
        ray.remote(GatewayProcess).options(**placed).remote(name)
    for index in range(settings.hosts):
        name = host_name(index)
        ray.remote(HostProcess).options(name=name, **LASTING).remote(name)
    dispatcher = ray.remote(DispatcherProcess).options(name=DISPATCHER_ACTOR, **LASTING)
    dispatcher.remote(DISPATCHER_ACTOR)
    many = {"max_concurrency": 1000, "scheduling_strategy": here, **LASTING}
    ray.remote(ModelDirectory).options(name=DIRECTORY_ACTOR, **many).remote()


class SandboxNodes:
    """Keeps a host of sandboxes on each node of the cluster, from when it joins. Where the cluster
    starts machines by demand and ends them again, sandboxes stay on those of the beginning."""

    def __init__(self, *, by_demand: bool) -> None:
        self._by_demand = by_demand
        self._known: set[str] = set()

    def look(self) -> None:
        nodes = [node["NodeID"] for node in ray.nodes() if node["Alive"]]  # raises without Ray
        if self._by_demand and self._known:
            return
        for node_id in nodes:
            if node_id not in self._known:
                there = NodeAffinitySchedulingStrategy(node_id, soft=False)
                name = f"{ACTOR}{len(self._known)}"
                placed = {"name": name, "scheduling_strategy": there, **LASTING}
                ray.remote(SandboxProcess).options(**placed).remote(name)
                self._known.add(node_id)


def _end_actors() -> None:
    """End all of ours on this cluster; returns when their names are free."""
    deadline = time.monotonic() + END_TIMEOUT_S
    while names := _actor_names():
        for name in names:
            with contextlib.suppress(ValueError):  # it ended meanwhile
                ray.kill(ray.get_actor(name, NAMESPACE))
        if time.monotonic() > deadline:
            raise TimeoutError(f"These actors do not end: {', '.join(names)}")
        time.sleep(0.1)


def _actor_names() -> list[str]:
    named = ray.util.list_named_actors(all_namespaces=True)
    return [actor["name"] for actor in named if actor["namespace"] == NAMESPACE]


def _start_serve() -> None:
    serve.start(proxy_location="Disabled", logging_config={"enable_access_log": False})
    ray.get(ray.get_actor(DIRECTORY_ACTOR, namespace=NAMESPACE).start.remote())


async def _to_its_end(work: Callable[..., None], *arguments: Any) -> None:
    """Work in a thread. Who stops waiting waits all the same: Ray must not end beneath it."""
    task = asyncio.create_task(asyncio.to_thread(work, *arguments))
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise


async def _answers(url: str) -> None:
    deadline = time.monotonic() + PAGE_TIMEOUT_S
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError, http.client.HTTPException):
            await asyncio.to_thread(urllib.request.urlopen, url, None, 2)
            return
        await asyncio.sleep(0.1)
    raise TimeoutError(f"The gateway did not answer at {url} within {PAGE_TIMEOUT_S:.0f} s.")


async def _tell_models(started: float, say: Say) -> None:
    """One line at each change of a model's state, until none is loading."""
    directory = ray.get_actor(DIRECTORY_ACTOR, namespace=NAMESPACE)
    known, told = -1, dict[str, str]()
    while True:
        known, snapshot = await directory.snapshot.remote(known)
        for model in snapshot["items"]:
            line = _line(model)
            if told.get(model["id"]) != line:
                told[model["id"]] = line
                say(f"  {time.monotonic() - started:4.0f} s  {line}")
        states = {model["state"] for model in snapshot["items"]}
        if states and not states & {"loading", "pulling"} and "ready" in states:
            return


def _line(model: dict[str, Any]) -> str:
    name, state, progress = model["name"], model["state"], model["progress"]
    if progress and state == "loading":
        eta = f", about {progress['eta_s']} s left" if progress["eta_s"] else ""
        return f"{name}: {progress['phase']}" + (eta if "import" in progress["phase"] else "")
    hints = {
        "absent": "not downloaded (pull it from the model picker)",
        "cold": "starts with the first message",
        "failed": f"failed: {model['detail']}",
    }
    return f"{name}: {hints.get(state, state)}"


async def _watch_nodes(sandboxes: SandboxNodes) -> None:
    """Return never, unless Ray itself is gone: then there is nothing left to serve."""
    while True:
        await asyncio.sleep(2)
        await asyncio.to_thread(sandboxes.look)


def _stop_ray() -> None:
    if not ray.is_initialized():
        return
    if os.environ.get("RAY_ADDRESS"):
        with contextlib.suppress(Exception):
            serve.shutdown()
            _end_actors()
    ray.shutdown()
