"""The whole pool as its process keeps it: order, prices learnt on the way, honest waits. Pure.

Work is told in kinds: tokens of the prompt and of the answer, or pixels times steps. Whoever asks
says how much it may become at most; what it really was is told at the end. From that and from how
long the replicas were busy the pool learns what a unit of each kind costs, and how much of what is
asked for is used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from math import inf

from serve.scheduling.admission import Verdict, judge
from serve.scheduling.budgets import Budgets
from serve.scheduling.cost import CostModel
from serve.scheduling.counters import Counters
from serve.scheduling.dispatcher import Dispatcher
from serve.scheduling.forecast import first_end_ms, in_order, wait_s
from serve.scheduling.request import Priority, Request
from serve.scheduling.scaling import Load

Work = Mapping[str, float]

LEARN_MS = 500.0
"""An observation is this much busy time at least."""
LATEST = 0.1
"""How much the newest request changes what is expected of the next."""
LOOKED_AT = 50
"""So many of them are shown to people."""
MAX_WAITS = 200
"""So many of a model's waiting requests are told where they stand."""

CHAT_PRICES = {"prompt_tokens": 0.05, "output_tokens": 2.0}
IMAGE_PRICES = {"pixel_steps": 1e-3}
"""First guesses, in GPU-milliseconds a unit; a handful of requests outweighs them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A place wanted at a model, for `work` at most, since `asked_s` and within `deadline_s`
    from then."""

    id: str
    tenant: str
    model: str
    work: Work
    asked_s: float
    priority: Priority = Priority.NORMAL
    deadline_s: float = inf


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a waiting request stands: `ahead` go before it, which takes about `wait_s`. While the
    model is `loading`, nobody has a place."""

    ahead: int
    wait_s: float
    loading: bool


@dataclass(frozen=True, slots=True)
class QueueLook:
    """One request that waits. `wait_s` is how much longer, `work_ms` the GPU time it will need."""

    model: str
    tenant: str
    priority: str
    ahead: int
    waited_s: float
    wait_s: float
    work_ms: float


@dataclass(frozen=True, slots=True)
class ModelLook:
    """What an operator sees of a model. Counts are of requests, by tenant."""

    replicas: int
    places: int
    held: Mapping[str, int]
    waiting: Mapping[str, int]
    waiting_ms: float
    wait_s: float
    """For who asks now and is nobody's favourite."""
    prices: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TenantLook:
    """What a tenant has had: GPU-milliseconds since the dispatcher began, and its counter; and
    what it has spent today of what it may."""

    weight: float
    served_ms: float
    counter: float
    spent_today_ms: float
    daily_budget_ms: float | None


@dataclass(slots=True)
class _Model:
    cost: CostModel
    replicas: int = 0
    places_each: int = 1
    used: dict[str, float] = field(default_factory=dict)
    busy_ms: float = 0.0
    metered_s: float = 0.0
    ended: dict[str, float] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """GPU-milliseconds a millisecond. None that is up yet counts as the first that will be."""
        return float(max(1, self.replicas))

    def expected(self, asked: Work) -> dict[str, float]:
        """What of this will probably be used."""
        return {kind: amount * self.used.get(kind, 1.0) for kind, amount in asked.items()}


class GpuPool:
    """Places at every model, granted in one fair order. Times are the clock's seconds."""

    def __init__(
        self,
        clock: Callable[[], float],
        weights: Mapping[str, float] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.budgets = Budgets(now)
        self._clock = clock
        self._counters = Counters(weights)
        self._dispatcher = Dispatcher(self._counters, clock)
        self._models: dict[str, _Model] = {}
        self._asked: dict[str, Asked] = {}
        self._reserved: dict[str, float] = {}
        self._served: dict[str, float] = {}
        self._paused: frozenset[str] = frozenset()

    @property
    def models(self) -> Collection[str]:
        return self._models.keys()

    def set_model(
        self, model: str, replicas: int, places_each: int, prices: Mapping[str, float]
    ) -> None:
        """What the model has now. Without a replica it takes requests as for one, which is what
        makes Serve start it."""
        known = self._models.setdefault(model, _Model(CostModel(prices)))
        self._meter(model)
        known.replicas, known.places_each = replicas, places_each
        self._offer(model)

    def pause(self, models: frozenset[str]) -> None:
        """Grant no places at these now, and at all others again."""
        if models != self._paused:
            changed, self._paused = self._paused ^ models, models
            for model in changed & self._models.keys():
                self._offer(model)

    def set_weight(self, tenant: str, weight: float) -> None:
        self._counters.set_weight(tenant, weight)

    def ask(self, asked: Asked) -> Verdict:
        """Let it wait for a place, unless it could not begin in time or is more than the tenant
        has left today. The same again keeps its place. KeyError for a model that was never set."""
        if asked.id in self._asked:
            return Verdict(0.0)
        request, rate = self._request(asked), self._models[asked.model].rate
        if not self.budgets.fits(asked.tenant, request.cost_ms):
            return Verdict(0.0, self.budgets.next_day_s(), "budget")
        pool = self._dispatcher.pool(asked.model)
        verdict = judge(self._counters, pool, request, rate, self._clock())
        if verdict.admitted:
            self._enter(asked, request)
            self._dispatcher.submit(request)
        return verdict

    def holds(self, request_id: str) -> bool:
        """Whether it has a place."""
        return self._dispatcher.holds(request_id)

    def adopt(self, asked: Asked) -> None:
        """Note a place that was granted before this pool began."""
        if asked.id not in self._asked:
            self._meter(asked.model)
            request = self._request(asked)
            self._enter(asked, request)
            self._dispatcher.adopt(request)

    def grants(self) -> Iterator[str]:
        """Ids of those that get a place now, in order."""
        for request in self._dispatcher.grants():
            self._meter(request.model, but=1)
            yield request.id

    def end(self, request_id: str, work: Work | None) -> None:
        """Its place is free again, or is not wanted any more; `work` is what was really done."""
        asked = self._asked.pop(request_id, None)
        if asked is None:
            return
        reserved_ms = self._reserved.pop(request_id)
        if self._dispatcher.cancel(request_id):
            self.budgets.settle(asked.tenant, reserved_ms, 0.0)
            return
        model = self._models[asked.model]
        self._meter(asked.model)
        done = dict(work or {})
        cost_ms = model.cost.cost_ms(done)
        self._dispatcher.settle(request_id, cost_ms)
        self.budgets.settle(asked.tenant, reserved_ms, cost_ms)
        self._served[asked.tenant] = self._served.get(asked.tenant, 0.0) + cost_ms
        if work is not None:
            self._learn(model, asked.work, done)

    def standings(self, model: str) -> dict[str, Standing]:
        """Of those that wait at the model, the first ones first."""
        pool, rate = self._dispatcher.pool(model), self._models[model].rate
        loading = not self.replicas(model)
        first_ms = first_end_ms(pool, rate, self._clock())
        order = islice(in_order(self._counters, pool), MAX_WAITS)
        return {
            request.id: Standing(ahead, (first_ms + before_ms) / rate / 1000, loading)
            for ahead, (request, before_ms) in enumerate(order)
        }

    def replicas(self, model: str) -> int:
        """How many are up."""
        return self._models[model].replicas

    def load(self, model: str) -> Load:
        """What the model has to do."""
        pool = self._dispatcher.pool(model)
        waiting_ms = sum(queue.work_ms for queue in pool.queues.values())
        return Load(len(pool.held), pool.waiting, waiting_ms)

    def look_at_models(self) -> dict[str, ModelLook]:
        """Every model, for people."""
        return {name: self._look(name, model) for name, model in self._models.items()}

    def look_at_queue(self) -> list[QueueLook]:
        """What waits at every model, in order, for people; only so many of each."""
        return [
            QueueLook(
                model=name,
                tenant=asked.tenant,
                priority=asked.priority.name.lower(),
                ahead=standing.ahead,
                waited_s=self._clock() - asked.asked_s,
                wait_s=standing.wait_s,
                work_ms=self._reserved[asked.id],
            )
            for name in self._models
            for request_id, standing in islice(self.standings(name).items(), LOOKED_AT)
            for asked in (self._asked[request_id],)
        ]

    def look_at_tenants(self) -> dict[str, TenantLook]:
        """Every tenant that has had anything, or waits for it."""
        counters, spent = self._counters.snapshot(), self.budgets.spent
        return {
            tenant: TenantLook(
                weight=self._counters.weight(tenant),
                served_ms=self._served.get(tenant, 0.0),
                counter=counter,
                spent_today_ms=spent.get(tenant, 0.0),
                daily_budget_ms=self.budgets.limit(tenant),
            )
            for tenant, counter in counters.items()
        }

    def _offer(self, name: str) -> None:
        model = self._models[name]
        places = 0 if name in self._paused else max(1, model.replicas) * model.places_each
        self._dispatcher.set_credits(name, places)

    def _look(self, name: str, model: _Model) -> ModelLook:
        pool, now = self._dispatcher.pool(name), self._clock()
        nobody = Request("", "", name, cost_ms=0.0, submitted_s=now, priority=Priority.BATCH)
        return ModelLook(
            replicas=model.replicas,
            places=pool.credits,
            held=dict(Counter(held.request.tenant for held in pool.held.values())),
            waiting={tenant: len(queue) for tenant, queue in pool.queues.items()},
            waiting_ms=sum(queue.work_ms for queue in pool.queues.values()),
            wait_s=wait_s(self._counters, pool, nobody, model.rate, now),
            prices=model.cost.prices,
        )

    def snapshot(self) -> dict[str, float]:
        """Every tenant's counter, for `restore` after a restart; without what is held, which is
        charged again when it is adopted."""
        counters = self._counters.snapshot()
        for pool in self._dispatcher.pools.values():
            for held in pool.held.values():
                tenant = held.request.tenant
                counters[tenant] -= held.request.cost_ms / self._counters.weight(tenant)
        return counters

    def restore(self, snapshot: Mapping[str, float]) -> None:
        """Go on from a snapshot, before anybody asks."""
        self._counters.restore(snapshot)

    def _enter(self, asked: Asked, request: Request) -> None:
        self._asked[asked.id] = asked
        self._reserved[asked.id] = request.cost_ms
        self.budgets.reserve(asked.tenant, request.cost_ms)

    def _request(self, asked: Asked) -> Request:
        model = self._models[asked.model]
        return Request(
            id=asked.id,
            tenant=asked.tenant,
            model=asked.model,
            cost_ms=model.cost.cost_ms(model.expected(asked.work)),
            submitted_s=asked.asked_s,
            priority=asked.priority,
            deadline_s=asked.asked_s + asked.deadline_s,
        )

    def _meter(self, name: str, but: int = 0) -> None:
        """Count the time since the last change, in which all held places but the newest `but` kept
        replicas busy. Those held while a first replica loads keep none."""
        model, now = self._models[name], self._clock()
        held = len(self._dispatcher.pool(name).held) - but
        model.busy_ms += 1000 * (now - model.metered_s) * min(held, model.replicas)
        model.metered_s = now

    def _learn(self, model: _Model, asked: Work, done: Work) -> None:
        for kind, amount in asked.items():
            if amount > 0:
                share, before = done.get(kind, 0.0) / amount, model.used.get(kind, 1.0)
                model.used[kind] = before + LATEST * (share - before)
        for kind, amount in done.items():
            model.ended[kind] = model.ended.get(kind, 0.0) + amount
        if model.busy_ms >= LEARN_MS:
            model.cost.learn(model.ended, model.busy_ms)
            model.busy_ms, model.ended = 0.0, {}
