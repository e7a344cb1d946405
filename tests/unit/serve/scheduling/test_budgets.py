"""GPU time a day: never more let in than there is, and nothing lost on the way."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from serve.scheduling.budgets import Budgets


class Calendar:
    now = datetime(2026, 3, 1, 22, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def test_without_a_limit_everything_fits() -> None:
    assert Budgets(Calendar()).fits("a", 1e12)


def test_what_is_reserved_cannot_be_reserved_again() -> None:
    budgets = Budgets(Calendar())
    budgets.set_limit("a", 100.0)
    budgets.reserve("a", 60.0)
    assert budgets.fits("a", 40.0)
    assert not budgets.fits("a", 41.0)
    assert budgets.fits("b", 1e9)
    budgets.settle("a", 60.0, 10.0)
    assert budgets.fits("a", 90.0)
    assert budgets.spent == {"a": 10.0, "b": 0.0}


def test_a_new_day_has_a_new_budget() -> None:
    calendar = Calendar()
    budgets = Budgets(calendar)
    budgets.set_limit("a", 100.0)
    budgets.reserve("a", 50.0)
    budgets.settle("a", 50.0, 100.0)
    assert not budgets.fits("a", 1.0)
    assert budgets.next_day_s() == 2 * 3600
    budgets.reserve("a", 30.0)  # let in before midnight, ends after it
    calendar.now += timedelta(hours=2)
    assert budgets.fits("a", 70.0)
    assert not budgets.fits("a", 71.0)
    budgets.settle("a", 30.0, 30.0)
    assert budgets.spent == {"a": 30.0}


def test_a_restart_remembers_today_and_forgets_yesterday() -> None:
    calendar = Calendar()
    old = Budgets(calendar)
    old.reserve("a", 5.0)
    old.settle("a", 5.0, 7.0)
    new = Budgets(calendar)
    new.restore(old.day, old.spent)
    assert new.spent == {"a": 7.0}
    calendar.now += timedelta(days=1)
    late = Budgets(calendar)
    late.restore(new.day - timedelta(days=1), {"a": 7.0})
    assert late.spent == {}


@given(st.lists(st.tuples(st.floats(0, 50), st.booleans()), max_size=60))
def test_no_order_of_requests_gets_more_than_the_limit(
    requests: list[tuple[float, bool]],
) -> None:
    budgets = Budgets(Calendar())
    budgets.set_limit("a", 100.0)
    running: list[float] = []
    for cost_ms, ends in requests:
        if budgets.fits("a", cost_ms):
            budgets.reserve("a", cost_ms)
            running.append(cost_ms)
        if ends and running:
            done = running.pop(0)
            budgets.settle("a", done, done)
        assert sum(running) + budgets.spent["a"] <= 100.0 + 1e-6
