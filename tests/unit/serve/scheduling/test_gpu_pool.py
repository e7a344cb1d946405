"""The pool as a whole: fair places, prices that come true, honest waits, a restart."""

from collections.abc import Iterable
from math import inf
from random import Random

import pytest

from serve.scheduling.gpu_pool import CHAT_PRICES, Asked, GpuPool
from serve.scheduling.request import Priority

CHAT = {"prompt_tokens": 100.0, "output_tokens": 1000.0}


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Bench:
    """A pool whose replicas take real time for work, at real prices."""

    def __init__(self, places: int = 1, replicas: int = 1) -> None:
        self.clock = Clock()
        self.pool = GpuPool(self.clock)
        self.pool.set_model("chat", replicas, places, CHAT_PRICES)
        self.count = 0

    def ask(self, tenant: str, count: int = 1, **fields: object) -> list[str]:
        ids = []
        for _ in range(count):
            self.count += 1
            ids.append(f"{tenant}{self.count}")
            self.pool.ask(Asked(ids[-1], tenant, "chat", CHAT, self.clock.now, **fields))  # type: ignore[arg-type]
        return ids

    def go(self) -> list[str]:
        return list(self.pool.grants())

    def work(self, request_id: str, seconds: float, tokens: float) -> None:
        """One alone: it takes so long, and is this much."""
        self.clock.now += seconds
        self.pool.end(request_id, {"prompt_tokens": 100.0, "output_tokens": tokens})


def tenants(ids: Iterable[str]) -> list[str]:
    return [each[0] for each in ids]


def test_two_tenants_take_turns_however_much_one_asks() -> None:
    bench = Bench()
    bench.ask("a", 100)
    bench.ask("b", 3)
    served = []
    for _ in range(7):
        (request_id,) = bench.go()
        served.append(request_id)
        bench.work(request_id, 0.3, 100)
    assert tenants(served) == ["a", "b", "a", "b", "a", "b", "a"]


def test_a_weight_is_a_share() -> None:
    bench = Bench()
    bench.pool.set_weight("a", 3.0)
    bench.ask("a", 40)
    bench.ask("b", 40)
    served = []
    for _ in range(16):
        (request_id,) = bench.go()
        served.append(request_id)
        bench.work(request_id, 0.3, 100)
    assert tenants(served).count("a") == 12


def test_prices_and_use_come_true() -> None:
    """1 ms a token of the prompt and 4 ms a token of the answer, of which a tenth is used."""
    bench, rng = Bench(), Random(4)
    for _ in range(80):
        (request_id,) = bench.ask("a")
        bench.go()
        tokens = rng.uniform(50, 150)
        bench.work(request_id, 0.1 + 0.004 * tokens, tokens)
    before = bench.pool.snapshot()["a"]
    (request_id,) = bench.ask("a")
    bench.go()
    charged = bench.pool._counters["a"] - before
    assert charged == pytest.approx(500, rel=0.2)
    bench.work(request_id, 0.5, 100)
    assert bench.pool.snapshot()["a"] - before == pytest.approx(500, rel=0.05)


def test_what_is_charged_is_the_time_that_the_replicas_were_busy() -> None:
    """Four at a time share a replica; each is charged its part."""
    bench, rng = Bench(places=4), Random(5)
    bench.ask("a", 200)
    held = {request_id: rng.uniform(50, 150) for request_id in bench.go()}
    for round_ in range(160):
        if round_ == 80:
            busy, charged = bench.clock.now, bench.pool.snapshot()["a"]
        first = min(held, key=held.__getitem__)
        tokens = held.pop(first)
        bench.clock.now += 0.002 * tokens  # a quarter of what its answer costs alone
        bench.pool.end(first, {"prompt_tokens": 100.0, "output_tokens": tokens})
        held |= {request_id: rng.uniform(50, 150) for request_id in bench.go()}
    spent_ms = bench.pool.snapshot()["a"] - charged
    assert spent_ms == pytest.approx(1000 * (bench.clock.now - busy), rel=0.1)


def test_a_model_without_a_replica_takes_as_many_as_one_would() -> None:
    bench = Bench(places=2, replicas=0)
    bench.ask("a", 5)
    assert len(bench.go()) == 2
    bench.pool.set_model("chat", 2, 2, CHAT_PRICES)
    assert len(bench.go()) == 2


def test_the_time_in_which_a_model_loads_is_no_price() -> None:
    bench = Bench(replicas=0)
    (request_id,) = bench.ask("a")
    bench.go()
    bench.clock.now += 60
    bench.pool.set_model("chat", 1, 1, CHAT_PRICES)
    bench.work(request_id, seconds=1.0, tokens=250)
    prices = bench.pool.look_at_models()["chat"].prices
    cost_ms = 100 * prices["prompt_tokens"] + 250 * prices["output_tokens"]
    assert cost_ms == pytest.approx(1000, rel=0.05)


def test_who_cannot_begin_in_time_is_told_when_to_come() -> None:
    bench = Bench()
    bench.ask("a", 20)
    bench.go()
    refused = bench.pool.ask(Asked("late", "a", "chat", CHAT, 0.0, deadline_s=0.5))
    assert refused.retry_after_s is not None
    assert refused.retry_after_s == pytest.approx(1.25 * refused.wait_s - 0.5)
    assert bench.pool.ask(Asked("patient", "a", "chat", CHAT, 0.0, deadline_s=inf)).admitted
    assert "late" not in bench.pool.standings("chat")


def test_the_same_again_keeps_its_place() -> None:
    bench = Bench()
    ids = bench.ask("a", 3)
    bench.go()
    bench.pool.ask(Asked(ids[1], "a", "chat", CHAT, 0.0))
    bench.work(ids[0], 1, 10)
    assert bench.go() == [ids[1]]


def test_standings_foretell_the_order() -> None:
    bench = Bench()
    bench.ask("a", 4)
    bench.ask("b", 2)
    (held,) = bench.go()
    standings = bench.pool.standings("chat")
    assert [each.ahead for each in standings.values()] == [0, 1, 2, 3, 4]
    waits = [each.wait_s for each in standings.values()]
    assert waits == sorted(waits)
    assert not any(each.loading for each in standings.values())
    served = []
    for _ in standings:
        bench.work(held, 0.205, 100)
        (held,) = bench.go()
        served.append(held)
    assert served == [*standings]


def test_a_model_without_a_replica_is_loading() -> None:
    bench = Bench()
    bench.ask("a", 2)
    bench.pool.set_model("chat", 0, 1, CHAT_PRICES)
    assert [each.loading for each in bench.pool.standings("chat").values()] == [True, True]


def test_who_never_began_is_not_charged() -> None:
    bench = Bench()
    (request_id,) = bench.ask("a")
    bench.go()
    bench.clock.now += 5
    bench.pool.end(request_id, None)
    assert bench.pool.snapshot()["a"] == 0


def test_a_new_pool_goes_on_where_the_old_one_was() -> None:
    """It is told what is held and what waits, and charges nobody twice."""
    old = Bench()
    held, *waiting = old.ask("a", 3)
    old.go()
    old.work(held, 0.5, 200)
    second = old.go()
    new = Bench()
    new.pool.restore(old.pool.snapshot())
    new.pool.adopt(Asked(second[0], "a", "chat", CHAT, 0.0))
    new.pool.ask(Asked(waiting[1], "a", "chat", CHAT, 0.0))
    assert new.go() == []
    assert new.pool.snapshot()["a"] == pytest.approx(old.pool.snapshot()["a"])
    new.work(second[0], 0.5, 200)
    assert new.go() == [waiting[1]]


def test_who_has_spent_todays_budget_is_refused_until_tomorrow() -> None:
    bench = Bench(places=10)
    bench.pool.budgets.set_limit("a", 5_000.0)
    cost_ms = 100 * CHAT_PRICES["prompt_tokens"] + 1000 * CHAT_PRICES["output_tokens"]
    bench.ask("a", 2)  # 2 of 2005 ms each are reserved
    refused = bench.pool.ask(Asked("late", "a", "chat", CHAT, 0.0))
    assert (refused.admitted, refused.why) == (False, "budget")
    assert 0 < (refused.retry_after_s or 0) <= 86_400
    assert bench.pool.ask(Asked("other", "b", "chat", CHAT, 0.0)).admitted
    first, second, _ = bench.go()
    bench.work(first, 0.1, 0)  # it needed next to nothing
    assert bench.pool.ask(Asked("again", "a", "chat", CHAT, 0.0)).admitted
    bench.pool.end("again", None)  # left while it waited
    bench.pool.end(second, None)
    look = bench.pool.look_at_tenants()["a"]
    assert look.daily_budget_ms == 5_000.0
    assert look.spent_today_ms < cost_ms
    assert bench.pool.ask(Asked("more", "a", "chat", CHAT, 0.0)).admitted


def test_what_a_former_pool_granted_counts_against_the_budget() -> None:
    bench = Bench(places=10)
    bench.pool.budgets.set_limit("a", 2_500.0)
    bench.pool.adopt(Asked("held", "a", "chat", CHAT, 0.0))
    assert not bench.pool.ask(Asked("late", "a", "chat", CHAT, 0.0)).admitted


def test_people_see_who_waits_in_the_order_in_which_they_go() -> None:
    bench = Bench()
    (held,) = bench.ask("a")
    bench.go()
    bench.ask("a", 2, priority=Priority.BATCH)
    bench.clock.now += 2.0
    bench.ask("b")
    queue = bench.pool.look_at_queue()
    assert [look.ahead for look in queue] == [0, 1, 2]
    assert sorted(look.tenant for look in queue) == ["a", "a", "b"]
    (other,) = [look for look in queue if look.tenant == "b"]
    assert (other.waited_s, other.priority) == (0.0, "normal")
    mine = [look for look in queue if look.tenant == "a"]
    assert {(look.waited_s, look.priority) for look in mine} == {(2.0, "batch")}
    assert all(look.work_ms > 0 for look in queue)
    bench.work(held, 0.1, 100)
    assert tenants(bench.go()) == [queue[0].tenant]
