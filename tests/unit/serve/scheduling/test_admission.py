"""Who cannot be served in time is told so at once, and when to come again."""

from math import inf

import pytest

from serve.scheduling.admission import LEAST_RETRY_S, MARGIN, Verdict, judge
from serve.scheduling.dispatcher import Dispatcher
from tests.unit.serve.scheduling.test_dispatcher import dispatcher, request


def crowded(seconds: int) -> Dispatcher:
    """So many seconds of work of tenant `a` are held or wait."""
    pool = dispatcher()
    for _ in range(seconds):
        pool.submit(request("a", 1000.0))
    list(pool.grants())
    return pool


def verdict(pool: Dispatcher, tenant: str, deadline_s: float, rate: float = 1.0) -> Verdict:
    one = request(tenant, 1000.0, deadline_s=deadline_s)
    return judge(pool.counters, pool.pool("chat"), one, rate, 0.0)


def test_who_will_be_in_time_is_let_in_with_the_wait() -> None:
    # Of its own tenant it goes first, for it has a deadline; one request is being worked on.
    assert verdict(crowded(10), "a", 30.0) == Verdict(pytest.approx(1.0))


def test_who_will_be_late_is_told_when_to_come_again() -> None:
    pool = crowded(0)
    for _ in range(40):
        pool.submit(request("a", 1000.0, deadline_s=1.0))
    list(pool.grants())
    refused = verdict(pool, "a", 10.0)
    assert not refused.admitted
    assert refused.wait_s == pytest.approx(40.0)
    assert refused.retry_after_s == pytest.approx(MARGIN * 40 - 10)


def test_who_is_just_late_waits_a_second_at_least() -> None:
    assert verdict(crowded(1), "b", 1.2).retry_after_s == LEAST_RETRY_S


def test_without_a_deadline_everybody_waits() -> None:
    assert verdict(crowded(100), "a", inf).admitted


def test_with_no_replica_a_deadline_cannot_be_kept() -> None:
    assert verdict(crowded(3), "b", 60.0, rate=0.0).retry_after_s == inf
