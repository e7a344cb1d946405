"""Who asks for what, and when: open loops of synthetic tenants, seeded."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.simulator.world import Job
from serve.scheduling.request import Request

Sizes = Callable[[Random], tuple[float, float]]
"""Draws (all the work, the work until the first token), GPU-milliseconds."""


@dataclass(frozen=True, slots=True)
class Tenant:
    """Requests `per_s` on average. With `burst` above 1 they come in bursts: for a fifth of the
    time that much faster than on average, else slower. `error` is how far expected cost and real
    cost differ, as the standard deviation of a factor."""

    name: str
    model: str
    per_s: float
    sizes: Sizes
    burst: float = 1.0
    patience_s: float = math.inf
    error: float = 0.0


BURST_SHARE, BURST_EVERY_S = 0.2, 60.0


def fixed(work_ms: float, first_ms: float | None = None) -> Sizes:
    return lambda rng: (work_ms, work_ms if first_ms is None else first_ms)


def exponential(mean_ms: float) -> Sizes:
    def draw(rng: Random) -> tuple[float, float]:
        work_ms = rng.expovariate(1 / mean_ms)
        return work_ms, work_ms

    return draw


def chats(median_ms: float, spread: float = 0.8) -> Sizes:
    """Log-normal answers, of which reading the prompt is a tenth."""

    def draw(rng: Random) -> tuple[float, float]:
        work_ms = median_ms * math.exp(rng.gauss(0, spread))
        return work_ms, work_ms / 10

    return draw


def pictures(step_ms: float, steps: Sequence[int] = (8, 20, 20, 28, 50)) -> Sizes:
    """So many steps; the first is the first thing to see."""
    return lambda rng: (step_ms * rng.choice(steps), step_ms)


def zipf(count: int, total_per_s: float, exponent: float = 1.1) -> list[float]:
    """Rates of so many tenants, a few of which make most of the load."""
    shares = [1 / rank**exponent for rank in range(1, count + 1)]
    return [total_per_s * share / sum(shares) for share in shares]


def arrivals(tenants: Sequence[Tenant], seed: int, until_s: float) -> Iterator[Job]:
    """All tenants' requests in order of time."""
    streams = (_stream(tenant, Random(f"{seed}:{tenant.name}"), until_s) for tenant in tenants)
    return heapq.merge(*streams, key=lambda job: job.request.submitted_s)


def _stream(tenant: Tenant, rng: Random, until_s: float) -> Iterator[Job]:
    slow = (1 - BURST_SHARE * tenant.burst) / (1 - BURST_SHARE)
    phase, now_s, number = rng.uniform(0, BURST_EVERY_S), 0.0, 0
    fastest = max(1.0, tenant.burst)
    while True:
        now_s += rng.expovariate(tenant.per_s * fastest)
        if now_s > until_s:
            return
        in_burst = (now_s + phase) % BURST_EVERY_S < BURST_SHARE * BURST_EVERY_S
        speed = tenant.burst if in_burst else slow
        if rng.random() > (speed if tenant.burst > 1 else 1.0) / fastest:
            continue  # thinning, Lewis and Shedler 1979
        work_ms, first_ms = tenant.sizes(rng)
        expected_ms = work_ms * math.exp(rng.gauss(0, tenant.error)) if tenant.error else work_ms
        number += 1
        deadline_s = now_s + tenant.patience_s
        yield Job(
            Request(
                f"{tenant.name}-{number}",
                tenant.name,
                tenant.model,
                expected_ms,
                now_s,
                deadline_s=deadline_s,
            ),
            work_ms,
            first_ms,
        )
