"""The least of values that change."""

from hypothesis import given
from hypothesis import strategies as st

from serve.scheduling.least_first import LeastFirst

NAMES = st.sampled_from("abcde")


@given(st.lists(st.tuples(st.sampled_from(["add", "discard", "set"]), NAMES, st.integers(-9, 9))))
def test_it_is_the_least_whatever_happened(actions: list[tuple[str, str, int]]) -> None:
    values: dict[str, float] = dict.fromkeys("abcde", 0.0)
    names: set[str] = set()
    order = LeastFirst(values.__getitem__)
    for action, name, value in actions:
        if action == "add":
            order.add(name)
            names.add(name)
        elif action == "discard":
            order.discard(name)
            names.discard(name)
        else:
            fell = value < values[name]
            values[name] = value
            if fell:
                order.fell(name)
        expected = min(names, key=lambda each: (values[each], each), default=None)
        assert order.least() == expected
        assert set(order) == names
