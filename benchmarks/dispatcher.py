"""What it costs to ask one process for a place, and whether its order survives several askers.

Cost: four client processes (as four gateways) ask at an open loop, and there is always a place.
CPU is of the serving process (user + system) divided by the requests; the wait is from asking to
having the place, in the client. The peer is `dispatch_server.py echo` in the same run: a process
that says go to everybody.

Order: all places are held while several hundred requests of twenty tenants come over one, two and
four connections; then the places come free one after the other. The ideal order is that of the
policy alone, asked in the same order without any network. Given is how many places the request
that is furthest from its place in the ideal order is away.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from matplotlib.figure import Figure

from benchmarks import plots
from benchmarks.dispatch_server import MODEL, SECRET
from benchmarks.installation import Program
from benchmarks.report import Claim, Report, Table
from benchmarks.stats import curve, quantile
from benchmarks.usage import CpuMeter
from serve.credits import CreditClient, Place
from serve.scheduling.gpu_pool import CHAT_PRICES, Asked, GpuPool

OURS, ECHO = "dispatcher", "echo"
CPU_GOAL_US, WAIT_GOAL_MS = 100.0, 2.0
CONNECTIONS = (1, 2, 4)
APART_S = 0.002
"""Of what is asked over different connections at the very same moment nobody knows the order."""
PLENTY = 100_000


@dataclass(frozen=True, slots=True)
class Size:
    rounds: int
    clients: int
    per_s: float
    """Requests a second of each client."""
    seconds: float
    queued: int
    places: int


FULL = Size(rounds=3, clients=4, per_s=150, seconds=8, queued=400, places=8)
QUICK = Size(rounds=1, clients=2, per_s=50, seconds=1, queued=40, places=2)


def run(quick: bool) -> Report:
    size = QUICK if quick else FULL
    costs: dict[str, list[dict[str, Any]]] = {OURS: [], ECHO: []}
    for _ in range(size.rounds):
        for name, kind in ((OURS, "ours"), (ECHO, "echo")):
            costs[name].append(_cost(kind, size))
    away = {count: asyncio.run(_furthest(count, size)) for count in CONNECTIONS}
    return _report({name: _joined(rounds) for name, rounds in costs.items()}, away, size)


def _cost(kind: str, size: Size) -> dict[str, Any]:
    with Program("benchmarks.dispatch_server", kind, str(PLENTY)) as server:
        port = server.hear()["port"]
        meter = CpuMeter({"server": server.pid})
        meter.start()
        arguments = (str(port), str(size.per_s), str(size.seconds))
        clients = [Program("benchmarks.dispatch_client", *arguments) for _ in range(size.clients)]
        waits = [wait for client in clients for wait in client.hear()["waits_ms"]]
        used_s, _, _ = meter.stop()
        for client in clients:
            client.__exit__()
    return {"waits_ms": waits, "cpu_us": 1e6 * used_s["server"] / len(waits)}


def _joined(rounds: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    waits = [wait for each in rounds for wait in each["waits_ms"]]
    return {
        "requests": len(waits),
        "cpu_us": sorted(each["cpu_us"] for each in rounds)[len(rounds) // 2],
        "p50_ms": quantile(waits, 0.5),
        "p99_ms": quantile(waits, 0.99),
        "curve_ms": curve(waits),
    }


async def _furthest(connections: int, size: Size) -> int:
    with Program("benchmarks.dispatch_server", "fixed", str(size.places)) as server:
        port = server.hear()["port"]
        clients = [
            CreditClient(lambda: asyncio.open_connection("127.0.0.1", port), SECRET)
            for _ in range(connections)
        ]
        tasks = [asyncio.create_task(client.run()) for client in clients]
        try:
            return await _order(clients, size)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _order(clients: Sequence[CreditClient], size: Size) -> int:
    now = asyncio.get_running_loop().time
    holders = [
        Asked(f"holder-{i}", "holders", MODEL, _work(100), now()) for i in range(size.places)
    ]
    held = [clients[i % len(clients)].ask(asked) for i, asked in enumerate(holders)]
    await asyncio.gather(*map(_granted, held))
    rng = Random(7)
    queued: list[Asked] = []
    places: list[Place] = []
    for i in range(size.queued):
        tenant, work = f"tenant-{rng.randrange(20):02}", _work(rng.uniform(50, 500))
        queued.append(Asked(f"r{i:04}", tenant, MODEL, work, now()))
        places.append(clients[i % len(clients)].ask(queued[-1]))
        await asyncio.sleep(APART_S)
    await asyncio.gather(*(client.look() for client in clients))  # all that was asked is known
    order: list[str] = []

    async def take(place: Place) -> None:
        await _granted(place)
        order.append(place.asked.id)
        place.end(place.asked.work)

    taking = [asyncio.create_task(take(place)) for place in places]
    for place in held:
        place.end(place.asked.work)
    await asyncio.gather(*taking)
    ideal = {request_id: i for i, request_id in enumerate(_ideal(holders, queued, size.places))}
    return max(abs(ideal[request_id] - i) for i, request_id in enumerate(order))


def _ideal(holders: Sequence[Asked], queued: Sequence[Asked], places: int) -> list[str]:
    pool = GpuPool(lambda: 0.0)
    pool.set_model(MODEL, 1, places, CHAT_PRICES)
    by_id = {asked.id: asked for asked in (*holders, *queued)}
    for asked in holders:
        pool.ask(asked)
    running = list(pool.grants())
    for asked in queued:
        pool.ask(asked)
    order: list[str] = []
    while running:
        ended = running.pop(0)
        pool.end(ended, by_id[ended].work)
        granted = list(pool.grants())
        order += granted
        running += granted
    return order


def _work(tokens: float) -> dict[str, float]:
    return {"prompt_tokens": 100.0, "output_tokens": tokens}


async def _granted(place: Place) -> None:
    while await place.news() is not None:
        pass


def _report(costs: Mapping[str, Mapping[str, Any]], away: Mapping[int, int], size: Size) -> Report:
    ours, echo = costs[OURS], costs[ECHO]
    claims = [
        Claim("dispatcher CPU a request", ours["cpu_us"], CPU_GOAL_US, "µs"),
        Claim("wait for a free place, p50", ours["p50_ms"], WAIT_GOAL_MS, "ms"),
        Claim("furthest from the ideal order", max(away.values()), size.places, "places"),
    ]
    rows = [
        (label, ours[key], echo[key], ours[key] / max(echo[key], 1e-9))
        for label, key in (
            ("CPU a request, µs", "cpu_us"),
            ("wait p50, ms", "p50_ms"),
            ("wait p99, ms", "p99_ms"),
        )
    ]
    title = f"{size.clients} clients × {size.per_s:g} requests/s"
    order = [(f"{count} connections", distance) for count, distance in away.items()]
    tables = [
        Table(title, ("", OURS, ECHO, "ratio"), rows),
        Table(f"{size.queued} requests for {size.places} places", ("", "furthest away"), order),
    ]
    return Report("dispatcher", "Asking for a place", claims, tables,
                  {**costs, "furthest_away": {str(n): d for n, d in away.items()}},
                  lambda figure: _draw(figure, costs))  # fmt: skip


def _draw(figure: Figure, costs: Mapping[str, Mapping[str, Any]]) -> None:
    left, right = figure.subplots(1, 2, width_ratios=(3, 2))
    for index, name in enumerate((OURS, ECHO)):
        plots.distribution(left, name, costs[name]["curve_ms"], index)
    plots.log_axis(left.xaxis)
    plots.goal(left, WAIT_GOAL_MS, "goal for p50")
    plots.label(left, "From asking to having a place", x="ms (log scale)")
    plots.bars(right, ["a request"], {name: [costs[name]["cpu_us"]] for name in (OURS, ECHO)})
    plots.goal_of_group(right, 0, CPU_GOAL_US, "goal")
    plots.label(right, "CPU of the serving process", y="µs")
