"""The machines of the cluster, as Ray counts them."""

import asyncio
import re
from dataclasses import dataclass
from typing import Any

import ray
from ray._private.state import actors, available_resources_per_node

GIB = 2**30
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
    """The models that want a replica for which no machine has room."""
    pending = await asyncio.to_thread(actors, actor_state_name="PENDING_CREATION")
    return frozenset(
        found["model"]
        for actor in pending.values()
        if not actor["Address"]["IPAddress"] and (found := _REPLICA.match(actor["Name"]))
    )


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
