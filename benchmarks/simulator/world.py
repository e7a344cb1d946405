"""Discrete events around a real `Dispatcher`: requests come, are granted, share a replica, end.

A replica is processor sharing with a limit: of the one GPU-millisecond a millisecond that it does,
each of its requests gets an equal part, but none more than `lone_rate`, for one request alone
cannot fill a GPU. Times are seconds, work is GPU-milliseconds.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count

from serve.scheduling.counters import Counters
from serve.scheduling.dispatcher import Dispatcher
from serve.scheduling.request import Request


@dataclass(slots=True)
class Job:
    """A request's life. `work_ms` is what it really takes, `first_ms` what its first token or
    first step takes of that. A time is None until it comes."""

    request: Request
    work_ms: float
    first_ms: float
    granted_s: float | None = None
    first_s: float | None = None
    done_s: float | None = None

    @property
    def wait_s(self) -> float:
        assert self.granted_s is not None
        return self.granted_s - self.request.submitted_s


@dataclass(frozen=True, slots=True)
class Shape:
    """A model's replicas: how many, requests at once in each, and how fast one goes alone. Where
    it was measured, `rates` says how fast each goes beside so many, the first of them alone."""

    replicas: int
    places: int
    lone_rate: float = 1.0
    rates: tuple[float, ...] = ()

    def rate(self, running: int) -> float:
        """GPU-milliseconds a millisecond for each of so many at one replica."""
        if self.rates:
            return self.rates[min(running, len(self.rates)) - 1]
        return min(self.lone_rate, 1 / running)

    @property
    def full_rate(self) -> float:
        """Of all replicas together when all their places are taken."""
        return self.replicas * self.places * self.rate(self.places)


@dataclass(slots=True)
class _Replica:
    """Work done for each request since the beginning grows alike for all that are here."""

    shape: Shape
    done_ms: float = 0.0
    at_s: float = 0.0
    version: int = 0
    running: int = 0
    marks: list[tuple[float, int, Job, bool]] = field(default_factory=list)
    """(level of `done_ms` at which it is reached, number, job, whether it is the job's end)."""

    @property
    def rate(self) -> float:
        """GPU-milliseconds a millisecond for each request."""
        return self.shape.rate(self.running) if self.running else 0.0

    def advance(self, now_s: float) -> None:
        self.done_ms += 1000 * (now_s - self.at_s) * self.rate
        self.at_s = now_s

    def next_s(self) -> float:
        left_ms = max(0.0, self.marks[0][0] - self.done_ms)
        return self.at_s + left_ms / self.rate / 1000


def by_tenant(request: Request) -> Request:
    """The policy as it serves."""
    return request


class World:
    """Runs jobs through a dispatcher. `relabel` makes another policy of the same code: with one
    name for all tenants it is first come, first served."""

    def __init__(
        self,
        shapes: Mapping[str, Shape],
        weights: Mapping[str, float] | None = None,
        relabel: Callable[[Request], Request] = by_tenant,
        admit: Callable[[World, Job], bool] = lambda world, job: True,
    ) -> None:
        self.now_s = 0.0
        self.jobs: list[Job] = []
        self.refused: list[Job] = []
        self.dispatcher = Dispatcher(Counters(weights), lambda: self.now_s)
        self.shapes = shapes
        self._relabel, self._admit = relabel, admit
        self._replicas = {
            model: [_Replica(shape) for _ in range(shape.replicas)]
            for model, shape in shapes.items()
        }
        self._loads = {m: [(0, i) for i in range(s.replicas)] for m, s in shapes.items()}
        self._by_id: dict[str, Job] = {}
        self._numbers = count()
        self._events: list[tuple[float, int, str, int, int]] = []
        for model, shape in shapes.items():
            self.dispatcher.set_credits(model, shape.replicas * shape.places)

    def run(
        self,
        arrivals: Iterable[Job],
        until_s: float,
        watch: Callable[[World], None] = lambda world: None,
    ) -> None:
        """Jobs by the time they come, until a time or until all are done; `watch` looks after
        every event."""
        coming = iter(arrivals)
        upcoming = next(coming, None)
        while True:
            next_event_s = self._events[0][0] if self._events else float("inf")
            next_job_s = upcoming.request.submitted_s if upcoming else float("inf")
            next_s = min(next_event_s, next_job_s)
            if next_s > until_s or next_s == float("inf"):
                return
            if upcoming is not None and next_job_s <= next_event_s:
                self.now_s = next_job_s
                self._arrive(upcoming)
                upcoming = next(coming, None)
            else:
                self._happen(*heapq.heappop(self._events))
            watch(self)

    def rate(self, model: str) -> float:
        """GPU-milliseconds that the model's replicas do in a millisecond when they are full."""
        return self.shapes[model].full_rate

    def _arrive(self, job: Job) -> None:
        if not self._admit(self, job):
            self.refused.append(job)
            return
        self.jobs.append(job)
        request = self._relabel(job.request)
        self._by_id[request.id] = job
        self.dispatcher.submit(request)
        self._grant()

    def _grant(self) -> None:
        for request in self.dispatcher.grants():
            job = self._by_id[request.id]
            job.granted_s = self.now_s
            self._start(job)

    def _start(self, job: Job) -> None:
        model = job.request.model
        number = self._least_loaded(model)
        replica = self._replicas[model][number]
        replica.advance(self.now_s)
        replica.running += 1
        for level, ends in ((job.first_ms, False), (job.work_ms, True)):
            mark = (replica.done_ms + level, next(self._numbers), job, ends)
            heapq.heappush(replica.marks, mark)
        heapq.heappush(self._loads[model], (replica.running, number))
        self._schedule(model, number)

    def _least_loaded(self, model: str) -> int:
        """The replica with the fewest requests; stale entries are passed over."""
        loads, replicas = self._loads[model], self._replicas[model]
        while True:
            load, number = heapq.heappop(loads)
            if replicas[number].running == load:
                return number

    def _schedule(self, model: str, number: int) -> None:
        replica = self._replicas[model][number]
        replica.version += 1
        if replica.marks:
            event = (replica.next_s(), next(self._numbers), model, number, replica.version)
            heapq.heappush(self._events, event)

    def _happen(self, at_s: float, _number: int, model: str, number: int, version: int) -> None:
        replica = self._replicas[model][number]
        if replica.version != version:
            return
        self.now_s = at_s
        replica.advance(at_s)
        _, _, job, ends = heapq.heappop(replica.marks)
        if not ends:
            job.first_s = at_s
        else:
            job.done_s = at_s
            replica.running -= 1
            heapq.heappush(self._loads[model], (replica.running, number))
            request = self._relabel(job.request)
            self.dispatcher.settle(request.id, job.work_ms)
            del self._by_id[request.id]
        self._schedule(model, number)
        if ends:
            self._grant()
