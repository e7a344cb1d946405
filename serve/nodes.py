"""The machines of the cluster, as Ray counts them."""

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import ray
from ray._private.state import actors, available_resources_per_node
from ray.serve._private.common import ReplicaState
from ray.serve._private.constants import SERVE_CONTROLLER_NAME, SERVE_NAMESPACE

GIB = 2**30
PATIENCE_S = 2.0
_REPLICA = re.compile(r"SERVE_REPLICA::model-(?P<model>[^#]+)#")
"""How Serve names the actors of our applications (`app.app_name`)."""


@dataclass(frozen=True, slots=True)
class Node:
    """One machine. Free is what no replica or actor has reserved."""

    id: str
    address: str
    alive: bool
    cpus: float
    gpus: float
    memory_gib: float
    free_cpus: float
    free_gpus: float
    free_memory_gib: float


async def unplaced() -> frozenset[str]:
    """The models that want a replica for which no machine has room. Raises ValueError or a RayError
    while Serve's controller does not answer.

    A replica that Serve gave up before it had a place is ended: Serve would give it the time that
    one needs whose streams go on, and meanwhile it would stand in the queue for the place."""
    return await asyncio.to_thread(_unplaced)


def _unplaced() -> frozenset[str]:
    pending = actors(actor_state_name="PENDING_CREATION").values()
    models = {
        actor["Name"]: found["model"]
        for actor in pending
        if not actor["Address"]["IPAddress"] and (found := _REPLICA.match(actor["Name"]))
    }
    if not models:
        return frozenset()
    for name in models.keys() & _given_up():
        with suppress(ValueError):  # it is gone by itself
            ray.kill(ray.get_actor(name, SERVE_NAMESPACE))
        del models[name]
    return frozenset(models.values())


def _given_up() -> set[str]:
    """Replicas that Serve is stopping, by their actors' names."""
    controller = ray.get_actor(SERVE_CONTROLLER_NAME, SERVE_NAMESPACE)
    details = ray.get(controller.get_serve_instance_details.remote(), timeout=PATIENCE_S)
    return {
        replica["actor_name"]
        for app in details["applications"].values()
        for deployment in app["deployments"].values()
        for replica in deployment["replicas"]
        if replica["state"] == ReplicaState.STOPPING
    }


async def nodes() -> list[Node]:
    """All of them, the dead ones of this cluster's life too."""
    found, free = await asyncio.to_thread(lambda: (ray.nodes(), available_resources_per_node()))
    return [_node(each, free.get(each["NodeID"], {})) for each in found]


def _node(node: dict[str, Any], free: dict[str, float]) -> Node:
    total = node["Resources"]
    return Node(
        id=node["NodeID"],
        address=node["NodeManagerAddress"],
        alive=node["Alive"],
        cpus=total.get("CPU", 0.0),
        gpus=total.get("GPU", 0.0),
        memory_gib=total.get("memory", 0.0) / GIB,
        free_cpus=free.get("CPU", 0.0),
        free_gpus=free.get("GPU", 0.0),
        free_memory_gib=free.get("memory", 0.0) / GIB,
    )
