"""Is the pool fair, and does it say truthfully how long one waits? In simulated time, by the very
policy objects that serve."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matplotlib.figure import Figure

from benchmarks import plots
from benchmarks.report import Claim, Report, Table
from benchmarks.simulator.load import (
    Tenant,
    arrivals,
    chats,
    exponential,
    pictures,
    zipf,
)
from benchmarks.simulator.world import Job, Shape, World, by_tenant
from benchmarks.stats import median, quantile
from serve.scheduling.admission import judge
from serve.scheduling.request import Request

CHAT, IMAGE = "chat", "image"
POOL = {CHAT: Shape(replicas=4, places=10, lone_rate=0.125), IMAGE: Shape(2, 2, 0.5)}
"""Eight chats just fill a GPU; two more share what it does, as an engine's last places do."""
CHAT_MS, STEP_MS = 400.0, 40.0
WARM_S = 30.0
PATIENCE_S, WORTH_TELLING_S = 20.0, 5.0


@dataclass(frozen=True, slots=True)
class Size:
    seconds: float
    gpus: Sequence[int]


FULL = Size(seconds=600, gpus=(1, 10, 100, 1_000, 10_000))
QUICK = Size(seconds=90, gpus=(1, 10))


def run(quick: bool) -> Report:
    size = QUICK if quick else FULL
    parts = [
        _queueing_theory(size),
        _bound(size),
        _ten_tenants(size),
        _quiet_tenant(size),
        _admission(size),
        _scale(size),
    ]
    claims = [claim for part in parts for claim in part.claims]
    data = {part.name: part.data for part in parts}
    return Report(
        "scheduling", "The fair pool, simulated", claims, [p.table for p in parts], data,
        lambda figure: _draw(figure, data),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    claims: Sequence[Claim]
    table: Table
    data: Any


def first_come(request: Request) -> Request:
    """Everybody is one tenant: first come, first served by the same code."""
    return replace(request, tenant="all")


def _queueing_theory(size: Size) -> Part:
    """The simulator against Erlang's formula for M/M/c."""
    rows, worst = [], 0.0
    for servers, load in ((1, 0.5), (1, 0.8), (8, 0.8), (32, 0.9)):
        mean_ms = 100.0
        per_s = load * servers * 1000 / mean_ms
        world = World({CHAT: Shape(servers, 1)}, relabel=first_come)
        until_s = size.seconds * 20 / servers**0.5
        world.run(arrivals([Tenant("all", CHAT, per_s, exponential(mean_ms))], 1, until_s), until_s)
        waits = [job.wait_s for job in world.jobs if job.granted_s is not None]
        measured = sum(waits) / len(waits)
        expected = _erlang_wait_s(servers, load, mean_ms / 1000)
        worst = max(worst, abs(measured / expected - 1))
        rows.append((f"M/M/{servers} at {load:.0%}", 1e3 * expected, 1e3 * measured))
    table = Table("Mean wait against Erlang C, ms", ("queue", "formula", "simulated"), rows)
    claim = Claim("simulator against Erlang C: mean wait off by at most", worst, 0.1, "")
    return Part("erlang", [claim], table, rows)


def _erlang_wait_s(servers: int, load: float, mean_s: float) -> float:
    offered = load * servers
    inverse = sum(
        math.exp(k * math.log(offered) - math.lgamma(k + 1) - servers * math.log(offered)
                 + math.lgamma(servers + 1))
        for k in range(servers)
    )  # fmt: skip
    waits = 1 / (1 + (1 - load) * inverse)
    return waits * mean_s / (servers * (1 - load))


def _bound(size: Size) -> Part:
    """Two backlogged tenants, one sending a hundred times as much."""
    until_s = size.seconds
    capacity = _per_s(POOL[CHAT], CHAT_MS)
    tenants = [
        Tenant("aggressor", CHAT, 100 * capacity, chats(CHAT_MS), error=0.3),
        Tenant("other", CHAT, capacity, chats(CHAT_MS), error=0.3),
    ]
    world = World({CHAT: POOL[CHAT]})
    jobs = list(arrivals(tenants, 2, until_s))
    largest = max(job.work_ms for job in jobs)
    worst = 0.0
    series: list[tuple[float, float, float]] = []

    def watch(now: World) -> None:
        nonlocal worst
        if len(now.dispatcher.pool(CHAT).queues) < 2:
            return
        counters = now.dispatcher.counters
        gap = abs(counters["aggressor"] - counters["other"])
        worst = max(worst, gap)
        if not series or now.now_s - series[-1][0] > 1:
            series.append((now.now_s, counters["aggressor"], counters["other"]))

    world.run(jobs, until_s, watch)
    credits = POOL[CHAT].replicas * POOL[CHAT].places
    bound = 2 * credits * largest  # VTC, theorem 4.4: twice what can be in the works at once
    rows = [("service apart at most", worst), ("largest request", largest), ("bound", bound)]
    table = Table("Two backlogged tenants, one sending 100×, GPU-ms", ("", "GPU-ms"), rows)
    claim = Claim("backlogged tenants: service apart, of VTC's bound", worst / bound, 1.0, "×")
    return Part("bound", [claim], table, series)


def _ten_tenants(size: Size) -> Part:
    """Chat and images mixed, all backlogged, equal and unequal weights; against first come."""
    until_s = size.seconds
    chat, image = _per_s(POOL[CHAT], CHAT_MS * 1.38), _per_s(POOL[IMAGE], STEP_MS * 25)
    names = [f"t{n}" for n in range(10)]
    tenants = [
        tenant
        for n, name in enumerate(names)
        for tenant in (
            Tenant(name, CHAT, chat * (0.3 + 0.1 * n), chats(CHAT_MS), error=0.3),
            Tenant(name, IMAGE, image * (0.3 + 0.1 * n), pictures(STEP_MS)),
        )
    ]
    jobs = [_numbered(job) for job in arrivals(tenants, 3, until_s)]
    uneven = {name: 1.0 + n % 4 for n, name in enumerate(names)}
    served = {}
    for title, weights, relabel in (
        ("equal", None, by_tenant),
        ("weights 1–4", uneven, by_tenant),
        ("first come", None, first_come),
    ):
        world = World(POOL, weights, relabel)
        world.run([replace(job) for job in jobs], until_s)
        served[title] = _service(world, WARM_S)
    equal = jain([served["equal"][name] for name in names])
    shares = jain([served["weights 1–4"][name] / uneven[name] for name in names])
    ratio = sum(served["equal"].values()) / sum(served["first come"].values())
    rows: list[tuple[str | float, ...]] = [
        (name, *(served[title][name] / 1000 for title in served)) for name in names
    ]
    table = Table("Service of ten backlogged tenants, GPU-s", ("tenant", *served), rows)
    claims = [
        Claim("Jain index, ten tenants, equal weights", equal, 0.99, "", at_most=False),
        Claim("Jain index against shares, weights 1–4", shares, 0.98, "", at_most=False),
        Claim("total throughput of first come", ratio, 0.98, "×", at_most=False),
    ]
    return Part("tenants", claims, table, {title: dict(each) for title, each in served.items()})


def _quiet_tenant(size: Size) -> Part:
    """Time to first token of a quiet tenant, with and without an aggressor."""
    until_s, capacity = size.seconds, _per_s(POOL[CHAT], CHAT_MS * 1.38)
    quiet = Tenant("quiet", CHAT, 0.05 * capacity, chats(CHAT_MS))
    crowd = [
        Tenant(f"normal{n}", CHAT, 0.1 * capacity, chats(CHAT_MS), burst=2.0) for n in range(5)
    ]
    aggressor = Tenant("aggressor", CHAT, 3 * capacity, chats(CHAT_MS))
    rows, firsts = [], {}
    for title, tenants, relabel in (
        ("without aggressor", [quiet, *crowd], by_tenant),
        ("with aggressor", [quiet, *crowd, aggressor], by_tenant),
        ("with it, first come", [quiet, *crowd, aggressor], first_come),
    ):
        world = World({CHAT: POOL[CHAT]}, relabel=relabel)
        world.run(arrivals(tenants, 4, until_s), until_s)
        seen = [
            1e3 * (job.first_s - job.request.submitted_s)
            for job in world.jobs
            if job.request.tenant == "quiet" and job.first_s is not None
        ]
        firsts[title] = seen
        rows.append((title, median(seen), quantile(seen, 0.95)))
    table = Table("Time to first token of a quiet tenant, ms", ("", "p50", "p95"), rows)
    ratio = median(firsts["with aggressor"]) / median(firsts["without aggressor"])
    claim = Claim("quiet tenant's first token with the aggressor, of without", ratio, 1.5, "×")
    return Part("quiet", [claim], table, {row[0]: row[1:] for row in rows})


def _admission(size: Size) -> Part:
    """At 1.5 × capacity: who is let in keeps the deadline, and the promise is honest."""
    until_s, capacity = size.seconds, _per_s(POOL[CHAT], CHAT_MS * 1.38)
    tenants = [
        Tenant(f"t{n}", CHAT, rate, chats(CHAT_MS), patience_s=PATIENCE_S, error=0.3)
        for n, rate in enumerate(zipf(20, 1.5 * capacity))
    ]
    promised: dict[str, float] = {}

    def admit(world: World, job: Job) -> bool:
        pool, counters = world.dispatcher.pool(CHAT), world.dispatcher.counters
        verdict = judge(counters, pool, job.request, world.rate(CHAT), world.now_s)
        promised[job.request.id] = verdict.wait_s
        return verdict.admitted

    world = World({CHAT: POOL[CHAT]}, admit=admit)
    world.run(arrivals(tenants, 5, until_s), until_s)
    begun = [job for job in world.jobs if job.granted_s is not None]
    kept = [job for job in begun if job.wait_s <= PATIENCE_S]
    waited = [(promised[job.request.id], job.wait_s) for job in begun]
    told = [(wait, real) for wait, real in waited if wait >= WORTH_TELLING_S]
    errors = [abs(wait - real) / real for wait, real in told]
    asked = len(world.jobs) + len(world.refused)
    rows = [
        ("asked", asked), ("let in", len(world.jobs)), ("in time", len(kept)),
        ("told to wait 5 s or more", len(told)),
        ("their promise, median, s", median([wait for wait, _ in told])),
        ("their wait, median, s", median([real for _, real in told])),
    ]  # fmt: skip
    table = Table("Admission at 1.5 × capacity, a deadline of 20 s", ("", ""), rows)
    claims = [
        Claim("let in and in time", len(kept) / len(begun), 0.95, "", at_most=False),
        Claim("promised against real wait, median error", median(errors), 0.25, ""),
    ]
    return Part("admission", claims, table, waited[:2000])


def _scale(size: Size) -> Part:
    """From one GPU to ten thousand, half of them for images, a thousand tenants."""
    rows = []
    for gpus in size.gpus:
        half = max(1, gpus // 2)
        shapes = {CHAT: Shape(half, 8, 0.125), IMAGE: Shape(half, 2, 0.5)}
        count = min(1000, 20 * gpus)
        chat, image = _per_s(shapes[CHAT], CHAT_MS * 1.38), _per_s(shapes[IMAGE], STEP_MS * 25)
        tenants = [
            tenant
            for n, (a, b) in enumerate(
                zip(zipf(count, 0.9 * chat), zipf(count, 0.9 * image), strict=True)
            )
            for tenant in (
                Tenant(f"t{n}", CHAT, a, chats(CHAT_MS), burst=2.0),
                Tenant(f"t{n}", IMAGE, b, pictures(STEP_MS), burst=2.0),
            )
        ]
        until_s = min(size.seconds, 300_000 / (chat + image))
        jobs = [_numbered(job) for job in arrivals(tenants, 6, until_s)]
        world = World(shapes)
        started = time.process_time()
        world.run(jobs, until_s)
        spent_us = 1e6 * (time.process_time() - started) / max(1, len(jobs))
        waits = [job.wait_s for job in world.jobs if job.granted_s is not None]
        policy_us = _policy_us(jobs, shapes)
        rows.append((gpus, count, len(jobs), 1e3 * quantile(waits, 0.95), spent_us, policy_us))
    columns = ("GPUs", "tenants", "requests", "p95 wait ms", "simulator µs", "policy µs a request")
    table = Table("Scale", columns, rows)
    worst = max(row[-1] for row in rows)
    claim = Claim("policy: CPU a request", worst, 100.0, "µs")
    return Part("scale", [claim], table, rows)


def _policy_us(jobs: Sequence[Job], shapes: Mapping[str, Shape]) -> float:
    """CPU of submit, grant and settle alone, with a long backlog."""
    world = World(shapes)
    dispatcher = world.dispatcher
    started = time.process_time()
    for job in jobs:
        dispatcher.submit(job.request)
        for _ in dispatcher.grants():
            pass
    held = [each for pool in dispatcher.pools.values() for each in pool.held]
    while held:
        for request_id in held:
            dispatcher.settle(request_id, 1.0)
        held = [request.id for request in dispatcher.grants()]
    return 1e6 * (time.process_time() - started) / max(1, len(jobs))


def _numbered(job: Job) -> Job:
    """A tenant's chats and pictures have ids of their own."""
    request = job.request
    return replace(job, request=replace(request, id=f"{request.model}-{request.id}"))


def _service(world: World, since_s: float) -> Mapping[str, float]:
    """Work done for each tenant by what was granted after a time, GPU-ms."""
    served: dict[str, float] = defaultdict(float)
    for job in world.jobs:
        if job.done_s is not None and job.granted_s is not None and job.granted_s >= since_s:
            served[job.request.tenant] += job.work_ms
    return served


def jain(values: Sequence[float]) -> float:
    """Jain, Chiu and Hawe 1984: 1 when all are equal, 1/n when one has all."""
    return sum(values) ** 2 / (len(values) * sum(value * value for value in values))


def _per_s(shape: Shape, work_ms: float) -> float:
    """Requests of that much work that the replicas do in a second."""
    return shape.replicas * min(1.0, shape.places * shape.lone_rate) * 1000 / work_ms


def _draw(figure: Figure, data: Mapping[str, Any]) -> None:
    left, right = figure.subplots(1, 2)
    series = data["bound"]
    for index, name in enumerate(("sends 100×", "sends 1×")):
        left.plot(
            [point[0] for point in series],
            [point[index + 1] / 1000 for point in series],
            label=name,
            color=plots.COLORS[index],
            linewidth=1.8,
            linestyle=("-", "--")[index],
        )
    plots.label(left, "Service of two backlogged tenants", "s", "GPU-s")
    right.scatter(
        [real for _, real in data["admission"]], [wait for wait, _ in data["admission"]],
        s=4, color=plots.COLORS[0], alpha=0.4, label="a request",
    )  # fmt: skip
    ends = [0, max((real for _, real in data["admission"]), default=1)]
    right.plot(ends, ends, color=plots.GOAL, linestyle="--", linewidth=1.2, label="as promised")
    plots.label(right, "Promised and real wait", "real, s", "promised, s")
