"""The forecast is what the policy then does."""

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serve.scheduling.counters import Counters
from serve.scheduling.dispatcher import Dispatcher
from serve.scheduling.forecast import wait_s, work_before_ms
from serve.scheduling.request import Request
from tests.unit.serve.scheduling.test_dispatcher import Time, dispatcher, request


def forecast(pool: Dispatcher, one: Request, rate: float = 1.0, now_s: float = 0.0) -> float:
    return wait_s(pool.counters, pool.pool("chat"), one, rate, now_s)


def test_a_free_credit_means_no_wait() -> None:
    assert forecast(dispatcher(), request("a")) == 0.0


def test_without_a_replica_nothing_is_known() -> None:
    assert forecast(dispatcher(credits=0), request("a"), rate=0.0) == inf


def test_the_first_to_end_makes_room() -> None:
    pool = dispatcher(credits=2)
    for cost_ms in (3000.0, 1000.0):
        pool.submit(request("a", cost_ms))
    list(pool.grants())
    # Two share a rate of 1: the second has 1000 ms at half speed.
    assert forecast(pool, request("b")) == pytest.approx(2.0)
    assert forecast(pool, request("b"), now_s=0.5) == pytest.approx(1.5)
    assert forecast(pool, request("b"), now_s=60.0) == 0.0


def test_a_quiet_tenant_waits_for_little_beside_an_aggressor() -> None:
    pool = dispatcher()
    for _ in range(100):
        pool.submit(request("aggressor", 1000.0))
    list(pool.grants())
    assert forecast(pool, request("aggressor")) == pytest.approx(100.0)
    assert forecast(pool, request("quiet")) < 2.0


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.floats(1, 100)), max_size=40),
    st.sampled_from("abcde"),
    st.dictionaries(st.sampled_from("abcde"), st.floats(0.5, 4.0)),
    st.floats(0, 500),
)
def test_the_work_before_is_what_is_granted_before(
    queued: list[tuple[str, float]], tenant: str, weights: dict[str, float], head_start: float
) -> None:
    """Of one credit, within what fluid service and whole requests differ by: one request of each
    tenant."""
    counters = Counters(weights)
    counters.restore({"a": head_start})
    pool = Dispatcher(counters, Time())
    pool.set_credits("chat", 0)
    for name, cost_ms in queued:
        pool.submit(request(name, cost_ms))
    mine = replace(request(tenant, 1.0))
    expected = work_before_ms(counters, pool.pool("chat"), mine, now_s=0.0)
    pool.submit(mine)
    pool.set_credits("chat", 1)
    before_ms = 0.0
    while (granted := next(pool.grants())) is not mine:
        before_ms += granted.cost_ms
        pool.settle(granted.id, granted.cost_ms)
    slack = sum(
        max((cost for name, cost in queued if name == each), default=0.0) for each in "abcd"
    )
    own = max((cost for name, cost in queued if name == tenant), default=0.0)
    ratio = max(weights.values(), default=1.0) / min([1.0, *weights.values()])
    assert abs(before_ms - expected) <= slack + 4 * ratio * own + 1e-6
