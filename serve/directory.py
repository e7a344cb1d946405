"""The one place that knows every model's state: deploys, pulls, watches, tells.

An actor (`models`), restarted by Ray when it dies. It holds nothing that cannot be learnt
again: Serve keeps the applications, the disk keeps the weights.
"""

import asyncio
import contextlib
import json
import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ray
import structlog
from ray import serve

from serve.app import DEPLOYMENT, app_name, build, source_path
from serve.catalog import Catalog, load_catalog
from serve.hub import pull
from serve.logs import set_up_logs
from serve.machine import Hardware, node_types
from serve.model_entry import ModelEntry
from serve.settings import CATALOG_PATH, REPOSITORY, ServeSettings

log = structlog.get_logger()

POLL_S = 0.5
FIRST_LOAD_GUESS_S = 40.0


@dataclass(slots=True)
class _Watched:
    """What was last heard of one model."""

    entry: ModelEntry
    pulling: asyncio.Task[None] | None = None
    pull_fraction: float = 0.0
    load_started: float | None = None
    phase: str = "waiting for a place"
    failure: str | None = None
    addresses: dict[str, dict[str, Any]] = field(default_factory=dict)


class ModelDirectory:
    """Ray actor. Snapshots are lists of models in the form of `docs/api.md`."""

    def __init__(self) -> None:
        set_up_logs()
        self._settings = ServeSettings()
        self._catalog = load_here(self._settings)
        self._models = {e.id: _Watched(e) for e in self._catalog.entries}
        self._version = 0
        self._snapshot: list[dict[str, Any]] = []
        self._changed = asyncio.Event()
        self._load_times = _LoadTimes(self._settings.data_dir / "load_times.json")
        self._watching: asyncio.Task[None] | None = None
        self._loading: set[asyncio.Task[None]] = set()
        self._counts: dict[str, dict[str, int]] = {}
        self._serving = asyncio.Event()
        """Serve is up. Whoever deploys before would start another one beside it."""

    async def start(self) -> None:
        """Deploy every local model whose weights are here, and begin to watch."""
        self._serving.set()
        self._begin_to_watch()
        await self._deploy([w.entry for w in self._models.values() if not w.entry.is_remote])

    async def report(self, model_id: str, replica: str, state: dict[str, Any]) -> None:
        """A replica tells how its start goes: `{phase, fraction, detail?, address?}`."""
        watched = self._models.get(model_id)
        if watched is None:
            return
        watched.phase = state["phase"]
        watched.failure = state.get("detail") if state["phase"] == "failed" else None
        if state["phase"] == "ready":
            watched.addresses[replica] = state["address"]
            if watched.load_started is not None:
                self._load_times.set(model_id, time.monotonic() - watched.load_started)

    async def snapshot(self, known: int = -1, wait_s: float = 20.0) -> tuple[int, dict[str, Any]]:
        """(version, `{items, default}`); waits up to `wait_s` while `known` is still current."""
        self._begin_to_watch()  # nobody calls `start` again after a restart
        if known == self._version or not self._snapshot:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), wait_s)
        default = self._catalog.preferred(self._usable).id
        return self._version, {"items": self._snapshot, "default": default}

    async def load(self, model_id: str) -> None:
        """Bring a replica up, as a first request would. Raises UnknownModelError."""
        entry = self._catalog.get(model_id)
        if not entry.is_remote and source_path(entry, self._settings.data_dir):
            handle = serve.get_deployment_handle(DEPLOYMENT, app_name(model_id))
            lease = handle.options(stream=True).lease.remote("load", 0.0)
            loading = asyncio.create_task(_drain(lease))
            self._loading.add(loading)
            loading.add_done_callback(self._loading.discard)

    async def pull(self, model_id: str) -> None:
        """Download weights from the hub in the background, then deploy."""
        watched = self._models[self._catalog.get(model_id).id]
        if watched.pulling is None and source_path(watched.entry, self._settings.data_dir) is None:
            watched.failure = None
            watched.pulling = asyncio.create_task(self._pull(watched))

    async def replicas(self, model_id: str) -> list[dict[str, Any]]:
        """Addresses that replicas of this model have reported, newest last."""
        return list(self._models[model_id].addresses.values())

    def _begin_to_watch(self) -> None:
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch())

    def _usable(self, entry: ModelEntry) -> bool:
        return entry.is_remote or source_path(entry, self._settings.data_dir) is not None

    async def _pull(self, watched: _Watched) -> None:
        loop = asyncio.get_running_loop()

        def progress(fraction: float, done: int, total: int) -> None:
            loop.call_soon_threadsafe(setattr, watched, "pull_fraction", fraction)

        try:
            await asyncio.to_thread(pull, watched.entry, self._settings.data_dir, progress)
            await self._serving.wait()
            await self._deploy([watched.entry])
        except Exception as error:  # the root of a task: whatever it is, the person sees it
            log.warning("pull failed", model=watched.entry.id, error=repr(error))
            watched.failure = str(error)
        finally:
            watched.pulling = None

    async def _deploy(self, entries: list[ModelEntry]) -> None:
        targets = [
            serve.RunTarget(build(e, path, self._settings), name=app_name(e.id), route_prefix=None)
            for e in entries
            if (path := source_path(e, self._settings.data_dir))
        ]
        if targets:
            await asyncio.to_thread(serve.run_many, targets, wait_for_applications_running=False)

    async def _watch(self) -> None:
        while True:
            try:
                status = await asyncio.to_thread(serve.status)
            except Exception as error:  # the controller restarts; look again
                log.warning("no status from serve", error=repr(error))
            else:
                self._note(status)
            await asyncio.sleep(POLL_S)

    def _note(self, status: Any) -> None:
        if status.applications:
            self._serving.set()
        for model_id, watched in self._models.items():
            app = status.applications.get(app_name(model_id))
            engine = app.deployments.get(DEPLOYMENT) if app else None
            self._counts[model_id] = dict(engine.replica_states) if engine else {}
            starting = self._counts[model_id].get("STARTING", 0)
            if starting and watched.load_started is None:
                watched.load_started = time.monotonic()
                watched.phase = "waiting for a place"
            elif not starting:
                watched.load_started = None
            if engine and engine.status == "UNHEALTHY" and not watched.failure:
                watched.failure = engine.message or None
        snapshot = [self._describe(watched) for watched in self._models.values()]
        if snapshot != self._snapshot:
            self._snapshot = snapshot
            self._version += 1
            changed, self._changed = self._changed, asyncio.Event()
            changed.set()

    def _describe(self, watched: _Watched) -> dict[str, Any]:
        entry = watched.entry
        state, progress = self._state(watched)
        return {
            "id": entry.id,
            "name": entry.name,
            "labels": list(entry.labels),
            "engine": entry.engine,
            "remote": entry.is_remote,
            "context_tokens": entry.context_tokens,
            "max_output_tokens": entry.max_output_tokens,
            "capabilities": list(entry.capabilities),
            "price": entry.price.model_dump(),
            "planner": entry.studio.planner,
            "drawing": entry.drawing
            and entry.drawing.model_dump(exclude={"batch_pixels", "dtype", "loras"}),
            "state": state,
            "progress": progress,
            "replicas": self._counts.get(entry.id, {}).get("RUNNING", 0),
            "detail": watched.failure,
        }

    def _state(self, watched: _Watched) -> tuple[str, dict[str, Any] | None]:
        entry, counts = watched.entry, self._counts.get(watched.entry.id, {})
        if entry.is_remote or counts.get("RUNNING"):
            return "ready", None
        if watched.pulling is not None:
            fraction = round(watched.pull_fraction, 2)
            return "pulling", {"phase": "downloading", "fraction": fraction, "eta_s": None}
        if source_path(entry, self._settings.data_dir) is None:
            return ("failed" if watched.failure else "absent"), None
        if watched.load_started is not None:
            expected_s = self._load_times.get(entry.id, FIRST_LOAD_GUESS_S)
            elapsed_s = time.monotonic() - watched.load_started
            return "loading", {
                "phase": watched.phase,
                "fraction": round(min(0.95, elapsed_s / expected_s), 2),
                "eta_s": max(1, round(expected_s - elapsed_s)),
            }
        return ("failed" if watched.failure else "cold"), None


class _LoadTimes:
    """How long each model took to load last time, s; kept in a file for honest estimates."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._seconds: dict[str, float] = json.loads(path.read_text())
        except (OSError, ValueError):
            self._seconds = {}

    def get(self, model_id: str, default: float) -> float:
        return self._seconds.get(model_id, default)

    def set(self, model_id: str, seconds: float) -> None:
        self._seconds[model_id] = round(seconds, 1)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(self._seconds))


def load_here(settings: ServeSettings) -> Catalog:
    """The catalogue as this cluster and this environment can offer it."""
    nodes = [node["Resources"] for node in ray.nodes() if node["Alive"]]
    if settings.cluster is not None:
        nodes += node_types(REPOSITORY / settings.cluster)
    memory_gib = settings.gpu_memory_gib or _gpu_memory_gib()
    hardware = Hardware.of_ray_nodes(nodes, memory_gib)
    return load_catalog(
        CATALOG_PATH, settings.models_override, hardware=hardware, env=dict(os.environ)
    )


def _gpu_memory_gib() -> float:
    """The smallest GPU's memory on this node, as the driver tells it; 0 where there is none.

    On a cluster whose head has no GPU, set ATELIER_GPU_MEMORY_GIB.
    """
    query = ["nvidia-smi", "--query-gpu=memory.total", "--format=csv,noheader,nounits"]
    try:
        answer = subprocess.run(query, capture_output=True, text=True, timeout=10, check=True)
        return min(float(line) for line in answer.stdout.split()) / 1024
    except (OSError, subprocess.SubprocessError, ValueError):
        return 0.0


async def _drain(lease: Any) -> None:
    async for _ in lease:
        pass
