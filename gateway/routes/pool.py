"""The GPU pool, for operators: who waits for what, who has had how much, and how many replicas
a model may have."""

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field

from gateway.bodies import Body
from gateway.json_body import JsonRoute
from gateway.openapi import BODY, problems
from gateway.problems import Problem
from gateway.services import Services, Use
from gateway.settings import LOCAL_TENANT
from serve.errors import UnknownModelError
from serve.model_entry import ModelEntry
from serve.nodes import Node, nodes
from storage.documents import ModelControl, now

router = APIRouter(
    prefix="/api/pool", tags=["operations"], route_class=JsonRoute, responses=problems(503)
)


TenantPath = Annotated[str, Path(max_length=64, examples=["local"])]
ModelPath = Annotated[str, Path(max_length=80, examples=["atelier-demo"])]


class ModelChange(Body):
    """What is left out stays; null goes back to what the catalogue says. A model with at least one
    replica is pinned: it stays up however quiet it is. A drained one finishes what it was asked,
    takes no more and gives its replicas back."""

    min_replicas: Annotated[int, Field(ge=0)] | None = None
    max_replicas: Annotated[int, Field(ge=1)] | None = None
    drained: bool = False


class ModelControlView(BaseModel):
    """How many replicas a model may have now. `most_replicas` is the catalogue's own limit."""

    id: str
    min_replicas: int
    max_replicas: int
    most_replicas: int
    drained: bool


class PoolModel(ModelControlView):
    """A local model. `held` and `waiting` count requests by tenant, `waiting_ms` is the work of
    those that wait, `wait_s` what a newcomer would wait, `prices` GPU-milliseconds a unit of each
    kind of work."""

    replicas: int
    places: int
    held: dict[str, int]
    waiting: dict[str, int]
    waiting_ms: float
    wait_s: float
    prices: dict[str, float]


class PoolTenant(BaseModel):
    """`served_ms` is the GPU time since the dispatcher began; the smallest `counter` goes next.
    Days are UTC's."""

    id: str
    weight: float
    served_ms: float
    counter: float
    spent_today_ms: float
    daily_budget_ms: float | None


class TenantChange(Body):
    """What is left out stays. Two tenants that both wait receive GPU time as their weights; what a
    budget does not suffice for is refused until the next day. Null is no budget."""

    weight: Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)] = 1.0
    daily_budget_ms: Annotated[float, Field(ge=0, le=1e15, allow_inf_nan=False)] | None = None


class TenantView(BaseModel):
    """What a tenant may have."""

    id: str
    weight: float
    daily_budget_ms: float | None


class PoolWaiting(BaseModel):
    """A request that waits for a place: `ahead` go before it, which takes about `wait_s` more; it
    needs about `work_ms` of GPU time."""

    model: str
    tenant: str
    priority: Literal["interactive", "normal", "batch"]
    ahead: int
    waited_s: float
    wait_s: float
    work_ms: float


class PoolSandboxes(BaseModel):
    """Of the node with that id: what they are made with (null: there are none, and `why`), how many
    are in use, how many may be, and how many are kept ready."""

    node: str
    backend: Literal["docker", "bubblewrap"] | None
    why: str
    leased: int
    most: int
    warm: int


class PoolView(BaseModel):
    """`queue` has the first fifty of each model, in order."""

    nodes: list[Node]
    sandboxes: list[PoolSandboxes]
    models: list[PoolModel]
    tenants: list[PoolTenant]
    queue: list[PoolWaiting]


@router.get("")
async def pool(use: Use) -> PoolView:
    """The pool as it is now. Ask again for how it moves."""
    seen, machines, sandboxes, controls = await asyncio.gather(
        use.credits.look(), nodes(), use.sandboxes.hosts(), use.storage.model_controls.load()
    )
    views = {entry.id: _view(entry, controls.get(entry.id)) for entry in use.catalog.entries}
    return PoolView(
        nodes=machines,
        sandboxes=[PoolSandboxes(**each) for each in sandboxes],
        models=[
            PoolModel(**views[name].model_dump(), **look)
            for name, look in seen["models"].items()
            if name in views
        ],
        tenants=[PoolTenant(id=name, **look) for name, look in seen["tenants"].items()],
        queue=[PoolWaiting(**look) for look in seen["queue"]],
    )


@router.patch("/models/{model_id}", responses=problems(*BODY, 404, 409))
async def change(model_id: ModelPath, body: ModelChange, use: Use) -> ModelControlView:
    """Pin, scale or drain a model. It holds within seconds, and until it is changed again."""
    entry = _local(use, model_id)
    fields = body.model_dump(exclude_unset=True)
    known = (await use.storage.model_controls.load()).get(entry.id, ModelControl(id=entry.id))
    _check(_view(entry, known.model_copy(update=fields)))
    return _view(entry, await use.storage.model_controls.change(entry.id, fields))


@router.post("/models/{model_id}/unload", status_code=202, responses=problems(404, 409, 422))
async def unload(model_id: ModelPath, use: Use) -> ModelControlView:
    """Give its replicas back as soon as they have nothing to do. The next request, or
    `POST /api/models/{model_id}/load`, brings it up again."""
    entry = _local(use, model_id)
    view = _view(entry, (await use.storage.model_controls.load()).get(entry.id))
    if view.min_replicas:
        detail = f"{entry.name} is pinned: set min_replicas to 0 to unload it."
        raise Problem(409, "model_pinned", detail)
    return _view(entry, await use.storage.model_controls.change(entry.id, {"unloaded_at": now()}))


@router.patch("/tenants/{tenant_id}", responses=problems(*BODY, 404))
async def share(tenant_id: TenantPath, body: TenantChange, use: Use) -> TenantView:
    """Change a tenant's share of the GPUs, or its GPU time a day. It holds within seconds."""
    if tenant_id != LOCAL_TENANT and tenant_id not in await use.storage.pool.load():
        raise Problem(404, "not_found", f"There is no tenant {tenant_id!r}.", "path.tenant_id")
    changed = await use.storage.pool.change(tenant_id, body.model_dump(exclude_unset=True))
    return TenantView(**changed.model_dump(include=set(TenantView.model_fields)))


def _local(use: Services, model_id: str) -> ModelEntry:
    try:
        entry = use.catalog.get(model_id)
    except UnknownModelError as error:
        raise Problem(404, error.code, str(error), "path.model_id") from error
    if entry.is_remote:
        raise Problem(409, "model_remote", f"{entry.name} runs elsewhere: it has no replicas here.")
    return entry


def _view(entry: ModelEntry, control: ModelControl | None) -> ModelControlView:
    replicas, control = entry.replicas, control or ModelControl(id=entry.id)
    return ModelControlView(
        id=entry.id,
        min_replicas=replicas.min if control.min_replicas is None else control.min_replicas,
        max_replicas=replicas.max if control.max_replicas is None else control.max_replicas,
        most_replicas=replicas.max,
        drained=control.drained,
    )


def _check(wanted: ModelControlView) -> None:
    if wanted.max_replicas > wanted.most_replicas:
        field, wrong = "body.max_replicas", f"at most {wanted.most_replicas}, by the catalogue"
    elif wanted.min_replicas > wanted.max_replicas:
        field, wrong = "body.min_replicas", f"at most max_replicas, which is {wanted.max_replicas}"
    else:
        return
    raise Problem(422, "invalid", f"{field}: {wrong}", field)
