"""Grants credits: a place at a model for each request, in one order over all tenants and models.

A credit is charged at its expected cost when it is granted, so that many grants in a row are as
fair as one, and settled at its real cost when it ends. How many credits a model has is what its
replicas can work on at once; whoever holds one may go straight to Serve.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from serve.scheduling.counters import Counters
from serve.scheduling.demand import Demand
from serve.scheduling.least_first import LeastFirst
from serve.scheduling.queue import TenantQueue
from serve.scheduling.request import Request


@dataclass(frozen=True, slots=True)
class Held:
    """A request with a credit, since a time of the clock."""

    request: Request
    since_s: float


@dataclass(slots=True)
class Pool:
    """The credits of one model, who has them, who waits for them (by tenant) and who asked."""

    order: LeastFirst
    demand: Demand = field(default_factory=Demand)
    credits: int = 0
    held: dict[str, Held] = field(default_factory=dict)
    queues: dict[str, TenantQueue] = field(default_factory=dict)

    @property
    def free(self) -> int:
        return self.credits - len(self.held)

    @property
    def waiting(self) -> int:
        return sum(map(len, self.queues.values()))


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
            self._pools[model] = Pool(LeastFirst(self.counters.__getitem__))
        return self._pools[model]

    def set_credits(self, model: str, credits: int) -> None:
        """How many requests the model's replicas can work on at once, from now on."""
        self.pool(model).credits = credits

    def submit(self, request: Request) -> bool:
        """Let it wait for a credit. False when it is here already: it keeps its place."""
        if not self._enter(request):
            return False
        pool = self.pool(request.model)
        pool.queues.setdefault(request.tenant, TenantQueue()).push(request)
        pool.order.add(request.tenant)
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
            while pool.free > 0 and (tenant := pool.order.least()) is not None:
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
        if request is None or self._pools[request.model].held.pop(request_id, None) is None:
            return False
        self.counters.charge(request.tenant, cost_ms - request.cost_ms)
        if cost_ms < request.cost_ms:
            for pool in self._pools.values():
                pool.order.fell(request.tenant)
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

    def _hold(self, pool: Pool, request: Request) -> None:
        pool.held[request.id] = Held(request, self._clock())
        self.counters.charge(request.tenant, request.cost_ms)
