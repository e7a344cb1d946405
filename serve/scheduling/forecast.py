"""How long a request will wait, by the policy that orders it.

In virtual time the answer is short. When the tenant's own work before the request is done, its
counter stands at a certain level; until then every other tenant is served as long as its counter
is below that level and it has work: what waits now, and what it will ask for meanwhile if it goes
on as lately. What all of them get is the work before the request.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from math import inf

from serve.scheduling.counters import Counters
from serve.scheduling.dispatcher import Pool
from serve.scheduling.request import Request

ROUNDS = 30
CLOSE_S = 0.01


def wait_s(counters: Counters, pool: Pool, request: Request, rate: float, now_s: float) -> float:
    """Seconds from `now_s` until the request is granted, if it is submitted now.

    `rate` is how many GPU-milliseconds the model's replicas do in a millisecond, all together;
    where that is none the wait is infinite.
    """
    if pool.is_open(request.tenant, counters.on_entering(request.tenant)):
        return 0.0
    if rate <= 0:
        return inf
    first_ms = first_end_ms(pool, rate, now_s)
    wait = 0.0
    for _ in range(ROUNDS):  # the longer the wait, the more comes meanwhile: up to a fixed point
        before_ms = work_before_ms(counters, pool, request, now_s, wait)
        longer = (before_ms + first_ms) / rate / 1000
        if longer - wait < CLOSE_S:
            return longer
        wait = longer
    return wait


def work_before_ms(
    counters: Counters, pool: Pool, request: Request, now_s: float, within_s: float = 0.0
) -> float:
    """GPU-milliseconds that are granted before this request, if it is submitted now and others
    go on asking for `within_s`."""
    queue = pool.queues.get(request.tenant)
    own_ms = queue.work_before(request.rank) if queue is not None else 0.0
    level = counters.on_entering(request.tenant) + own_ms / counters.weight(request.tenant)
    others_ms = 0.0
    for tenant in pool.demand.tenants(now_s):
        below = level - counters.on_entering(tenant)
        if tenant != request.tenant and below > 0:
            waiting = pool.queues.get(tenant)
            work_ms = waiting.work_ms if waiting is not None else 0.0
            work_ms += 1000 * within_s * pool.demand.rate(tenant, now_s)
            others_ms += min(work_ms, below * counters.weight(tenant))
    return own_ms + others_ms


def in_order(counters: Counters, pool: Pool) -> Iterator[tuple[Request, float]]:
    """What waits, in the order in which it would be granted if nothing else came, each with the
    GPU-milliseconds of work before it."""
    queues = {tenant: sorted(q, key=lambda each: each.rank) for tenant, q in pool.queues.items()}
    heap = [(counters[tenant], tenant, 0) for tenant in queues]
    heapq.heapify(heap)
    before_ms = 0.0
    while heap:
        level, tenant, place = heapq.heappop(heap)
        request = queues[tenant][place]
        yield request, before_ms
        before_ms += request.cost_ms
        if place + 1 < len(queues[tenant]):
            level += request.cost_ms / counters.weight(tenant)
            heapq.heappush(heap, (level, tenant, place + 1))


def first_end_ms(pool: Pool, rate: float, now_s: float) -> float:
    """Work that the replicas do until the first held credit ends: all share the rate alike."""
    count = len(pool.held)
    left = (
        held.request.cost_ms - 1000 * (now_s - held.since_s) * rate / count
        for held in pool.held.values()
    )
    return count * max(0.0, min(left, default=0.0))
