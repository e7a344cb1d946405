"""The GPU pool, for operators: who waits for what, and who has had how much."""

import asyncio

from fastapi import APIRouter
from pydantic import BaseModel

from gateway.openapi import problems
from gateway.services import Use
from serve.nodes import Node, nodes

router = APIRouter(prefix="/api/pool", tags=["operations"], responses=problems(503))


class PoolModel(BaseModel):
    """A local model. `held` and `waiting` count requests by tenant, `waiting_ms` is the work of
    those that wait, `wait_s` what a newcomer would wait, `prices` GPU-milliseconds a unit of each
    kind of work."""

    id: str
    replicas: int
    places: int
    held: dict[str, int]
    waiting: dict[str, int]
    waiting_ms: float
    wait_s: float
    prices: dict[str, float]


class PoolTenant(BaseModel):
    """`served_ms` is the GPU time since the dispatcher began; the smallest `counter` goes next."""

    id: str
    weight: float
    served_ms: float
    counter: float


class PoolView(BaseModel):
    nodes: list[Node]
    models: list[PoolModel]
    tenants: list[PoolTenant]


@router.get("")
async def pool(use: Use) -> PoolView:
    """The pool as it is now. Ask again for how it moves."""
    seen, machines = await asyncio.gather(use.credits.look(), nodes())
    return PoolView(
        nodes=machines,
        models=[PoolModel(id=name, **look) for name, look in seen["models"].items()],
        tenants=[PoolTenant(id=name, **look) for name, look in seen["tenants"].items()],
    )
