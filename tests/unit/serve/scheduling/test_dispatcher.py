"""Credits are granted in a fair order, charged as they are granted and settled as they end."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serve.scheduling.counters import Counters
from serve.scheduling.dispatcher import Dispatcher
from serve.scheduling.request import Priority, Request

IDS = count()


class Time:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def request(tenant: str, cost_ms: float = 10.0, model: str = "chat", **fields: object) -> Request:
    number = next(IDS)
    made = Request(f"r{number:06d}", tenant, model, cost_ms, submitted_s=float(number))
    return replace(made, **fields)  # type: ignore[arg-type]


def dispatcher(credits: int = 1, weights: dict[str, float] | None = None) -> Dispatcher:
    made = Dispatcher(Counters(weights), Time())
    made.set_credits("chat", credits)
    return made


def tenants(granted: Iterable[Request]) -> str:
    return "".join(each.tenant for each in granted)


def serve_all(pool: Dispatcher) -> list[Request]:
    """Grant one by one, each ending at its expected cost before the next."""
    served: list[Request] = []
    while granted := list(pool.grants()):
        served += granted
        for each in granted:
            assert pool.settle(each.id, each.cost_ms)
    return served


def test_a_free_credit_is_granted_at_once_and_no_more_than_there_are() -> None:
    pool = dispatcher(credits=2)
    for _ in range(3):
        pool.submit(request("a"))
    assert len(list(pool.grants())) == 2
    assert list(pool.grants()) == []


def test_who_sends_a_hundred_times_as_much_is_served_no_more() -> None:
    pool = dispatcher()
    for _ in range(100):
        pool.submit(request("a"))
    for _ in range(3):
        pool.submit(request("b"))
    assert tenants(serve_all(pool)[:6]) == "ababab"


def test_weights_are_shares() -> None:
    pool = dispatcher(weights={"a": 3.0})
    for tenant in "ab" * 20:
        pool.submit(request(tenant))
    assert sorted(tenants(serve_all(pool)[:8])) == sorted("aaaaaabb")


def test_one_counter_for_all_models() -> None:
    """A tenant that has had much of the images waits for its chat."""
    pool = dispatcher(credits=0)
    pool.set_credits("images", 1)
    for tenant in "abab":
        pool.submit(request(tenant))
    pool.submit(picture := request("a", 1000.0, "images"))
    assert list(pool.grants()) == [picture]
    pool.set_credits("chat", 1)
    assert tenants(serve_all(pool)) == "bbaa"


def test_idling_earns_nothing() -> None:
    pool = dispatcher()
    for _ in range(50):
        pool.submit(request("a"))
    granted = list(pool.grants())
    for _ in range(20):
        pool.settle(granted[-1].id, 10.0)
        granted += list(pool.grants())
    for _ in range(20):
        pool.submit(request("late"))
    pool.settle(granted[-1].id, 10.0)
    served = [each.tenant for each in serve_all(pool)][:10]
    assert served.count("late") == 5


def test_inside_a_tenant_priority_then_deadline_then_first_come() -> None:
    pool = dispatcher(credits=0)
    batch = request("a", priority=Priority.BATCH, deadline_s=1.0)
    late, soon = request("a", deadline_s=9.0), request("a", deadline_s=5.0)
    first, second = request("a"), request("a")
    urgent = request("a", priority=Priority.INTERACTIVE)
    for each in (batch, second, late, first, soon, urgent):
        pool.submit(each)
    pool.set_credits("chat", 1)
    assert serve_all(pool) == [urgent, soon, late, first, second, batch]


def test_a_few_credits_are_kept_for_those_who_hold_few() -> None:
    pool = dispatcher(credits=16)
    for _ in range(40):
        pool.submit(request("a"))
    assert len(list(pool.grants())) == 16, "nobody else is there"
    for _ in range(3):
        pool.submit(request("b"))
    held = list(pool._pools["chat"].held)
    assert pool.settle(held[0], 10.0)
    assert tenants(pool.grants()) == "b"
    for request_id in held[1:4]:
        assert pool.settle(request_id, 10.0)
    assert tenants(pool.grants()) == "ab", "a has had least; b may have of the two that are kept"
    pool.submit(request("b"))
    assert tenants(pool.grants()) == "", "it holds two now, and the last is for others"
    pool.submit(request("c"))
    assert tenants(pool.grants()) == "c"


def test_kept_credits_keep_to_the_order() -> None:
    """Among the light the one that has had least goes first, as everywhere."""
    pool = dispatcher(credits=8)
    pool.counters.charge("b", 500.0)
    for _ in range(8):
        pool.submit(request("a"))
    list(pool.grants())
    for tenant in "bc":
        pool.submit(request(tenant))
    pool.settle(next(iter(pool._pools["chat"].held)), 10.0)
    assert tenants(pool.grants()) == "ac", "one in turn; of the light c has had less than b"


def test_a_credit_ends_once_and_at_its_real_cost() -> None:
    pool = dispatcher()
    pool.submit(one := request("a", 10.0))
    list(pool.grants())
    assert pool.counters["a"] == 10.0
    assert pool.settle(one.id, 25.0)
    assert not pool.settle(one.id, 25.0)
    assert pool.counters["a"] == 25.0


def test_what_waits_can_be_taken_back_and_what_is_held_cannot() -> None:
    pool = dispatcher()
    held, waiting = request("a"), request("a")
    pool.submit(held)
    list(pool.grants())
    pool.submit(waiting)
    assert not pool.cancel(held.id)
    assert not pool.cancel("unknown")
    assert pool.cancel(waiting.id)
    assert not pool.cancel(waiting.id)
    pool.settle(held.id, 10.0)
    assert list(pool.grants()) == []
    assert pool.counters["a"] == 10.0


def test_the_same_request_again_keeps_its_place() -> None:
    pool = dispatcher(credits=0)
    first, second = request("a"), request("a")
    assert pool.submit(first)
    assert pool.submit(second)
    assert not pool.submit(first)
    pool.set_credits("chat", 5)
    assert list(pool.grants()) == [first, second]


def test_after_a_restart_what_was_held_is_held_and_counters_go_on() -> None:
    before = dispatcher(credits=1)
    held = request("a", 500.0)
    before.submit(held)
    list(before.grants())
    before.submit(waiting := request("b"))
    counters = Counters()
    counters.restore(before.counters.snapshot())
    after = Dispatcher(counters, Time())
    after.set_credits("chat", 1)
    assert after.submit(waiting)
    assert after.adopt(held)
    assert list(after.grants()) == []
    assert after.settle(held.id, 500.0)
    assert list(after.grants()) == [waiting]


@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan")])
def test_a_weight_is_above_nothing(weight: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        Counters().set_weight("a", weight)


COSTS = st.floats(1.0, 100.0)


@given(
    st.lists(COSTS, min_size=30, max_size=60),
    st.lists(COSTS, min_size=30, max_size=60),
    st.floats(0.25, 4.0),
    st.integers(1, 8),
)
def test_two_backlogged_tenants_differ_by_one_request_at_most(
    first: list[float], second: list[float], weight: float, credits: int
) -> None:
    """The bound of VTC where service is charged as it is granted: one request of the dearest
    kind, by its weight."""
    pool = dispatcher(credits, {"a": weight})
    for tenant, costs in (("a", first), ("b", second)):
        for cost in costs:
            pool.submit(request(tenant, cost))
    bound = max(max(first) / weight, max(second))
    while len(pool.pool("chat").queues) == 2:
        for granted in list(pool.grants()):
            pool.settle(granted.id, granted.cost_ms)
            if len(pool.pool("chat").queues) == 2:
                assert abs(pool.counters["a"] - pool.counters["b"]) <= bound + 1e-6


@given(st.data())
def test_nothing_is_lost_and_nobody_waits_beside_a_free_credit(data: st.DataObject) -> None:
    pool = dispatcher(credits=data.draw(st.sampled_from([0, 1, 3, 8, 16])))
    waiting: dict[str, Request] = {}
    held: dict[str, Request] = {}
    for _ in range(data.draw(st.integers(1, 40))):
        action = data.draw(st.sampled_from(["submit", "settle", "cancel", "credits"]))
        if action == "submit":
            one = request(data.draw(st.sampled_from("abc")), data.draw(COSTS))
            assert pool.submit(one)
            waiting[one.id] = one
        elif action == "settle" and held:
            assert pool.settle(held.popitem()[0], data.draw(COSTS))
        elif action == "cancel" and waiting:
            assert pool.cancel(waiting.popitem()[0])
        elif action == "credits":
            pool.set_credits("chat", data.draw(st.sampled_from([0, 1, 3, 8, 16])))
        for granted in pool.grants():
            held[granted.id] = waiting.pop(granted.id)
        chat = pool.pool("chat")
        assert (set(chat.held), chat.waiting) == (set(held), len(waiting))
        assert chat.free <= chat.kept or not waiting
        least = min((pool.counters[one.tenant] for one in waiting.values()), default=0.0)
        light = [
            one
            for one in waiting.values()
            if chat.holders[one.tenant] < chat.kept and pool.counters[one.tenant] <= least
        ]
        assert chat.free <= 0 or not light
