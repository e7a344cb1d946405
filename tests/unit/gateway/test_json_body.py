"""Bodies are JSON by RFC 8259, of a bounded depth, or a 400 that says why."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.json_body import MAX_DEPTH, parse
from gateway.problems import Problem

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc\0é"), inner),
)


@given(VALUES)
def test_whatever_json_can_say_is_read(value: object) -> None:
    assert parse(json.dumps(value).encode()) == value


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refused: Problem | None = None
    try:
        parse(data)
    except Problem as problem:
        refused = problem
    if refused is not None:
        assert (refused.status, refused.code, refused.field) == (400, "malformed_json", "body")


@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}")])
def test_depth_is_bounded(opening: bytes, closing: bytes) -> None:
    def nested(depth: int) -> bytes:
        return opening * depth + b"1" + closing * depth

    parse(nested(MAX_DEPTH))
    for depth in (MAX_DEPTH + 1, 1000, 100_000):
        with pytest.raises(Problem) as caught:
            parse(nested(depth))
        assert caught.value.status == 400


def test_many_shallow_values_are_not_deep() -> None:
    assert len(parse(b"[" + b",".join([b"[{}]"] * 5000) + b"]")) == 5000
