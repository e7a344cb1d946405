"""The simulated pool: everything ends, and no replica does more than it can."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.simulator.world import Job, Shape, World
from serve.scheduling.request import Request

ARRIVALS = st.lists(
    st.tuples(st.floats(0, 10), st.floats(1, 500), st.sampled_from("abc")), min_size=1, max_size=40
)


def jobs(*arrivals: tuple[float, float, str]) -> list[Job]:
    """Of (seconds, GPU-milliseconds, tenant)."""
    return [
        Job(Request(f"r{i}", tenant, "m", cost_ms=work_ms, submitted_s=at_s), work_ms, work_ms / 2)
        for i, (at_s, work_ms, tenant) in enumerate(sorted(arrivals))
    ]


@given(ARRIVALS)
def test_whoever_comes_is_done_and_no_replica_does_more_than_it_can(
    arrivals: list[tuple[float, float, str]],
) -> None:
    world, coming = World({"m": Shape(replicas=2, places=3)}), jobs(*arrivals)
    world.run(coming, inf)
    for job in coming:
        assert job.first_s is not None
        assert job.done_s is not None
        assert job.wait_s >= 0
        assert job.done_s - job.first_s >= 0.999 * job.work_ms / 2000
    first_s = coming[0].request.submitted_s
    last_s = max(job.done_s or inf for job in coming)
    assert 2000 * (last_s - first_s) >= 0.999 * sum(job.work_ms for job in coming) - 1e-6


def test_two_share_a_replica_and_a_third_waits() -> None:
    world, coming = World({"m": Shape(replicas=1, places=2)}), jobs(*3 * [(0.0, 100.0, "a")])
    world.run(coming, inf)
    assert [job.granted_s for job in coming] == pytest.approx([0, 0, 0.2])
    assert [job.done_s for job in coming] == pytest.approx([0.2, 0.2, 0.3])


def test_what_was_measured_says_how_fast_each_goes() -> None:
    shape = Shape(replicas=1, places=2, rates=(1.0, 0.75))
    coming = jobs((0.0, 75.0, "a"), (0.0, 75.0, "b"))
    World({"m": shape}).run(coming, inf)
    assert [job.done_s for job in coming] == pytest.approx([0.1, 0.1])


def test_it_stops_at_the_time_that_it_is_told() -> None:
    world, coming = World({"m": Shape(replicas=1, places=1)}), jobs(*3 * [(0.0, 1000.0, "a")])
    world.run(coming, 1.5)
    assert [job.done_s is not None for job in coming] == [True, False, False]
