"""Grants credits: a place at a model for each request, in one order over all tenants and models.

A credit is charged at its expected cost when it is granted, so that many grants in a row are as
fair as one, and settled at its real cost when it ends. How many credits a model has is what its
replicas can work on at once; whoever holds one may go straight to Serve.

Where several tenants share the pool an eighth of a model's credits is kept for those who hold less
than that, when they have had no more than anybody who waits: they need not wait for a stranger's
answer to end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from serve.scheduling.counters import Counters
from serve.scheduling.demand import Demand
from serve.scheduling.least_first import LeastFirst
from serve.scheduling.queue import TenantQueue
from serve.scheduling.request import Request

KEPT = 8
"""One credit in so many is kept for the light. A replica that is given a few places more than fill
its GPU loses nothing by it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A request with a credit, since a time of the clock."""

    request: Request
    since_s: float


@dataclass(slots=True)
class Pool:
    """The credits of one model, who has them, who waits for them (by tenant) and who asked.
    `light` are those in `order` who hold fewer than are kept for them."""

    order: LeastFirst
    light: LeastFirst
    shared: bool = False
    demand: Demand = field(default_factory=Demand)
    credits: int = 0
    held: dict[str, Held] = field(default_factory=dict)
    holders: Counter[str] = field(default_factory=Counter)
    """How many each tenant holds."""
    queues: dict[str, TenantQueue] = field(default_factory=dict)

    @property
    def free(self) -> int:
        return self.credits - len(self.held)

    @property
    def waiting(self) -> int:
        return sum(map(len, self.queues.values()))

    @property
    def kept(self) -> int:
        return self.credits // KEPT if self.shared else 0

    def next(self) -> str | None:
        """The tenant who gets a credit now, if anybody does."""
        least = self.order.least()
        if self.free > self.kept or least is None:
            return least if self.free > 0 else None
        light = self.light.least() if self.free > 0 else None
        in_turn = light is not None and self.order.value(light) <= self.order.value(least)
        return light if in_turn else None

    def is_open(self, tenant: str, level: float) -> bool:
        """Whether a new request of that tenant, whose counter is then at `level`, would be granted
        at once."""
        if self.free - self.kept > self.waiting:
            return True
        least = self.order.least()
        in_turn = least is None or level <= self.order.value(least)
        return in_turn and self.holders[tenant] < self.kept and self.free > len(self.light)

    def weigh(self, tenant: str) -> None:
        """Note whether it waits and is light."""
        if tenant in self.queues and self.holders[tenant] < self.kept:
            self.light.add(tenant)
        else:
            self.light.discard(tenant)

    def weigh_all(self) -> None:
        """All that wait, once `kept` has changed."""
        for tenant in self.queues:
            self.weigh(tenant)


class Dispatcher:
    """The order of a whole GPU pool. Not thread-safe; times are the clock's seconds."""

    def __init__(self, counters: Counters, clock: Callable[[], float]) -> None:
        self.counters = counters
        self._clock = clock
        self._pools: dict[str, Pool] = {}
        self._known: dict[str, Request] = {}

    @property
    def pools(self) -> Mapping[str, Pool]:
        """By model, to look at."""
        return self._pools

    def pool(self, model: str) -> Pool:
        if model not in self._pools:
            value = self.counters.__getitem__
            self._pools[model] = Pool(LeastFirst(value), LeastFirst(value))
        return self._pools[model]

    def set_credits(self, model: str, credits: int) -> None:
        """How many requests the model's replicas can work on at once, from now on."""
        pool = self.pool(model)
        if credits != pool.credits:
            pool.credits = credits
            pool.weigh_all()

    def submit(self, request: Request) -> bool:
        """Let it wait for a credit. False when it is here already: it keeps its place."""
        if not self._enter(request):
            return False
        pool = self.pool(request.model)
        pool.queues.setdefault(request.tenant, TenantQueue()).push(request)
        pool.order.add(request.tenant)
        pool.weigh(request.tenant)
        pool.demand.note(request.tenant, request.cost_ms, self._clock())
        return True

    def adopt(self, request: Request) -> bool:
        """Note a credit that was granted before a restart. False when it is here already."""
        if not self._enter(request):
            return False
        self._hold(self.pool(request.model), request)
        return True

    def grants(self) -> Iterator[Request]:
        """Grant what can be granted now, in order."""
        for pool in self._pools.values():
            if pool.shared != (len(self.counters) > 1):
                pool.shared = not pool.shared
                pool.weigh_all()
            while (tenant := pool.next()) is not None:
                request = pool.queues[tenant].pop()
                self._tidy(pool, tenant)
                self._hold(pool, request)
                yield request

    def holds(self, request_id: str) -> bool:
        """Whether a credit is out to it."""
        request = self._known.get(request_id)
        return request is not None and request_id in self._pools[request.model].held

    def settle(self, request_id: str, cost_ms: float) -> bool:
        """A credit's end, at its real cost. False when there is none (any more)."""
        request = self._known.get(request_id)
        if request is None or request_id not in self._pools[request.model].held:
            return False
        self._release(self._pools[request.model], request)
        self.counters.charge(request.tenant, cost_ms - request.cost_ms)
        if cost_ms < request.cost_ms:
            for pool in self._pools.values():
                pool.order.fell(request.tenant)
                pool.light.fell(request.tenant)
        self._exit(request)
        return True

    def cancel(self, request_id: str) -> bool:
        """Take back what still waits. False when it does not: it is held, or was never here."""
        request = self._known.get(request_id)
        if request is None or request_id in self._pools[request.model].held:
            return False
        pool = self._pools[request.model]
        pool.queues[request.tenant].remove(request_id)
        self._tidy(pool, request.tenant)
        self._exit(request)
        return True

    def _enter(self, request: Request) -> bool:
        if request.id in self._known:
            return False
        self._known[request.id] = request
        self.counters.enter(request.tenant)
        return True

    def _exit(self, request: Request) -> None:
        del self._known[request.id]
        self.counters.leave(request.tenant)

    def _tidy(self, pool: Pool, tenant: str) -> None:
        """A tenant for whom nothing waits any more has no place in the order."""
        if not pool.queues[tenant]:
            del pool.queues[tenant]
            pool.order.discard(tenant)
            pool.light.discard(tenant)

    def _hold(self, pool: Pool, request: Request) -> None:
        pool.held[request.id] = Held(request, self._clock())
        pool.holders[request.tenant] += 1
        pool.weigh(request.tenant)
        self.counters.charge(request.tenant, request.cost_ms)

    def _release(self, pool: Pool, request: Request) -> None:
        del pool.held[request.id]
        pool.holders[request.tenant] -= 1
        if not pool.holders[request.tenant]:
            del pool.holders[request.tenant]
        pool.weigh(request.tenant)
