"""Who steps together, and in what order the groups take their turns."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serve.diffusion.batching import StepBatcher


def test_nobody_is_an_empty_batch() -> None:
    assert StepBatcher(4).next_batch() == []


def test_a_group_steps_together_and_who_joins_steps_next() -> None:
    batcher = StepBatcher(4)
    batcher.add("a", "small", 1)
    assert batcher.next_batch() == ["a"]
    batcher.add("b", "small", 1)
    assert batcher.next_batch() == ["a", "b"]
    assert batcher.remove("a")
    assert not batcher.remove("a")
    assert batcher.next_batch() == ["b"]


def test_what_does_not_fit_at_once_takes_turns() -> None:
    batcher = StepBatcher(2)
    for name in "abc":
        batcher.add(name, "small", 1)
    assert [batcher.next_batch() for _ in range(3)] == [["a", "b"], ["c", "a"], ["b", "c"]]


def test_a_request_larger_than_the_capacity_steps_alone() -> None:
    batcher = StepBatcher(2)
    batcher.add("huge", "large", 64)
    batcher.add("other", "large", 64)
    assert [batcher.next_batch() for _ in range(3)] == [["huge"], ["other"], ["huge"]]


def test_groups_get_the_same_work_whatever_a_step_costs() -> None:
    batcher = StepBatcher(16)
    batcher.add("large", "large", 16)
    batcher.add("small", "small", 1)
    steps = Counter(batcher.next_batch()[0] for _ in range(17 * 20))
    assert steps["small"] == pytest.approx(16 * steps["large"], rel=0.1)


def test_a_short_request_waits_for_one_step_of_a_long_one() -> None:
    batcher = StepBatcher(16)
    batcher.add("long", "large", 16)
    for _ in range(5):
        assert batcher.next_batch() == ["long"]
    batcher.add("short", "small", 1)
    assert "short" in [each for _ in range(2) for each in batcher.next_batch()]


def test_the_limit_is_for_who_has_run_out_of_memory() -> None:
    batcher = StepBatcher(8)
    for name in "abcd":
        batcher.add(name, "small", 1)
    assert [batcher.next_batch(limit=1) for _ in range(4)] == [["a"], ["b"], ["c"], ["d"]]


def test_the_same_request_twice_is_a_mistake() -> None:
    batcher = StepBatcher(1)
    batcher.add("a", "small", 1)
    with pytest.raises(ValueError, match="a is being denoised"):
        batcher.add("a", "small", 1)


@given(
    st.lists(st.tuples(st.sampled_from("xyz"), st.integers(1, 20)), min_size=1, max_size=12),
    st.integers(1, 16),
)
def test_everybody_steps_and_batches_fit(requests: list[tuple[str, int]], capacity: int) -> None:
    batcher = StepBatcher(capacity)
    cost = {f"{i}": each for i, (_, each) in enumerate(requests)}
    group = {f"{i}": each for i, (each, _) in enumerate(requests)}
    for name in cost:
        batcher.add(name, group[name], cost[name])
    seen: set[str] = set()
    for _ in range(200 * len(requests)):
        batch = batcher.next_batch()
        assert batch
        assert len({group[each] for each in batch}) == 1
        assert len(batch) == 1 or sum(cost[each] for each in batch) <= capacity
        seen.update(batch)
    assert seen == set(cost)
