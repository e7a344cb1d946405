"""Root of the dispatcher's process: the Ray actor `dispatcher`, one for a cluster."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import ray
import structlog

from serve.directory import load_here
from serve.dispatcher import DispatcherServer
from serve.model_entry import ModelEntry, placement
from serve.nodes import unplaced
from serve.process import ServingActor
from serve.replica import DISPATCHER_ACTOR, NAMESPACE
from serve.scheduling.gpu_pool import CHAT_PRICES, IMAGE_PRICES, GpuPool
from serve.scheduling.scaling import Limits, Scaler
from serve.scheduling.swapping import Resident, Swapper
from serve.settings import ServeSettings
from serve.watch import ModelWatch
from storage.documents import ModelControl, PoolTenant
from storage.errors import UnavailableError
from storage.settings import StorageSettings
from storage.storage import Storage

log = structlog.get_logger()

SAVE_S = SCALE_S = CONTROL_S = 1.0
CONNECT_S = 2.0
MAX_LOOK_BYTES = 2**24


class DispatcherProcess(ServingActor[tuple[str, int]]):
    """The cluster's one dispatcher; its address is a host and a port."""

    def __init__(self, name: str) -> None:
        self._wanted: dict[str, int] = {}
        super().__init__(name)

    def wanted(self, model: str) -> int | None:
        """How many replicas the model should have; None before that is known."""
        return self._wanted.get(model)

    async def _serve(self) -> None:
        settings, loop = ServeSettings(), asyncio.get_running_loop()
        storage = await Storage.open(StorageSettings())
        catalog, watch = load_here(settings), ModelWatch()
        pool = GpuPool(loop.time)
        _restore(pool, await storage.pool.load())
        local = [entry for entry in catalog.entries if not entry.is_remote]
        for entry in local:
            _set_model(pool, entry, 0)
        scalers = {entry.id: Scaler(_limits(entry, ModelControl(id=entry.id))) for entry in local}
        server = DispatcherServer(pool, settings.secret, loop.time)
        host = settings.node_ip or ray.util.get_node_ip_address()
        listening = await loop.create_server(server.connection, host, 0)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(watch.follow())
            tasks.create_task(_follow_models(server, local, scalers, watch))
            tasks.create_task(_follow_controls(server, local, scalers, storage))
            tasks.create_task(self._scale(server, local, scalers))
            tasks.create_task(_follow_tenants(pool, storage))
            tasks.create_task(_keep(pool, storage))
            tasks.create_task(server.tell_standings())
            self._serves_at(listening.sockets[0].getsockname()[:2])

    async def _scale(
        self, server: DispatcherServer, local: Sequence[ModelEntry], scalers: Mapping[str, Scaler]
    ) -> None:
        """For ever: decide how many replicas each model should have, and who leaves for whom."""
        pool, swapper, homeless = server.pool, Swapper(), frozenset[str]()
        while True:
            try:
                homeless = await unplaced()
            except (ray.exceptions.RayError, RuntimeError, ValueError) as error:
                log.warning("nobody knows what has no place", error=repr(error))
            now_s = server.clock()
            residents = [_resident(pool, entry, scalers[entry.id].limits) for entry in local]
            leaving = swapper.decide(residents, homeless, now_s)
            for model, scaler in scalers.items():
                wanted = scaler.decide(pool.load(model), now_s)
                self._wanted[model] = 0 if model in leaving else wanted
            pool.pause(leaving)
            server.grant()
            await asyncio.sleep(SCALE_S)


async def connect() -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to the cluster's dispatcher. OSError while there is none."""
    try:
        actor = await asyncio.to_thread(ray.get_actor, DISPATCHER_ACTOR, NAMESPACE)
        answer = asyncio.wrap_future(actor.address.remote().future())
        address = await asyncio.wait_for(answer, CONNECT_S)
    except (ValueError, ray.exceptions.RayError, TimeoutError) as error:
        raise ConnectionError(f"no dispatcher is up: {error or 'no answer'}") from error
    if address is None:
        raise ConnectionError("the dispatcher is starting")
    return await asyncio.open_connection(*address, limit=MAX_LOOK_BYTES)


async def _follow_models(
    server: DispatcherServer,
    local: Sequence[ModelEntry],
    scalers: Mapping[str, Scaler],
    watch: ModelWatch,
) -> None:
    version = -1
    while True:
        version = await watch.newer_than(version)
        models = {item["id"]: item for item in watch.current["items"]}
        for entry in local:
            seen = models.get(entry.id)
            _set_model(server.pool, entry, seen["replicas"] if seen else 0)
            if seen and seen["state"] == "loading":  # by somebody's wish: it shall stay a while
                scalers[entry.id].touch(server.clock())
        server.grant()


async def _follow_controls(
    server: DispatcherServer,
    local: Sequence[ModelEntry],
    scalers: Mapping[str, Scaler],
    storage: Storage,
) -> None:
    """For ever: what operators decide holds within a second."""
    known: dict[str, ModelControl] | None = None
    while True:
        with suppress(UnavailableError):
            looked_s = server.clock()
            controls = await storage.model_controls.load()
            for entry in local:
                control = controls.setdefault(entry.id, ModelControl(id=entry.id))
                scalers[entry.id].limits = _limits(entry, control)
                if known is not None and known[entry.id].unloaded_at != control.unloaded_at:
                    scalers[entry.id].rest()
            drained = {model for model, control in controls.items() if control.drained}
            server.drain(drained, looked_s)
            known = controls
        await asyncio.sleep(CONTROL_S)


def _set_model(pool: GpuPool, entry: ModelEntry, replicas: int) -> None:
    prices = IMAGE_PRICES if entry.drawing else CHAT_PRICES
    pool.set_model(entry.id, replicas, _places(entry), prices)


def _resident(pool: GpuPool, entry: ModelEntry, limits: Limits) -> Resident:
    return Resident(
        model=entry.id,
        replicas=pool.replicas(entry.id),
        load=pool.load(entry.id),
        on_gpu=any(bundle.get("GPU") for bundle in placement(entry)),
        pinned=limits.minimum > 0,
        turn_s=entry.replicas.turn_s,
    )


def _limits(entry: ModelEntry, control: ModelControl) -> Limits:
    replicas = entry.replicas
    maximum = replicas.max if control.max_replicas is None else control.max_replicas
    minimum = replicas.min if control.min_replicas is None else control.min_replicas
    limits = Limits(
        minimum=min(minimum, maximum),
        maximum=maximum,
        places=_places(entry),
        target_wait_s=replicas.target_wait_s,
        calm_s=replicas.calm_s,
        idle_s=replicas.idle_s,
    )
    return replace(limits, minimum=0, calm_s=0.0, idle_s=0.0) if control.drained else limits


def _places(entry: ModelEntry) -> int:
    """What a replica can work on at once; more would only wait in the engine, in its order."""
    return int(entry.engine_args.get("max_num_seqs", entry.replicas.target_ongoing))


def _restore(pool: GpuPool, tenants: Mapping[str, PoolTenant]) -> None:
    _decide(pool, tenants)
    pool.restore({tenant: known.served for tenant, known in tenants.items()})
    today = pool.budgets.day
    spent = {
        tenant: known.spent_ms
        for tenant, known in tenants.items()
        if known.day == today.isoformat()
    }
    pool.budgets.restore(today, spent)


def _decide(pool: GpuPool, tenants: Mapping[str, PoolTenant]) -> None:
    for tenant, known in tenants.items():
        pool.set_weight(tenant, known.weight)
        pool.budgets.set_limit(tenant, known.daily_budget_ms)


async def _follow_tenants(pool: GpuPool, storage: Storage) -> None:
    """For ever: what operators decide about tenants holds within a second."""
    while True:
        await asyncio.sleep(CONTROL_S)
        with suppress(UnavailableError):
            _decide(pool, await storage.pool.load())


async def _keep(pool: GpuPool, storage: Storage) -> None:
    """For ever: have what was used stored, so that whoever comes next goes on from there."""
    kept: dict[str, dict[str, Any]] = {}
    while True:
        await asyncio.sleep(SAVE_S)
        day, spent = pool.budgets.day.isoformat(), pool.budgets.spent
        used = {
            tenant: {"served": served, "day": day, "spent_ms": spent.get(tenant, 0.0)}
            for tenant, served in pool.snapshot().items()
        }
        changed = {tenant: fields for tenant, fields in used.items() if kept.get(tenant) != fields}
        try:
            await storage.pool.save(changed)
            kept = used
        except UnavailableError:
            log.warning("what was used is not stored", tenants=len(changed))
