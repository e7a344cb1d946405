"""Cursors and the text keys that lists are ordered by."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import BadCursorError
from storage.ids import new_id
from storage.paging import decode_cursor, encode_cursor, order_key

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


@given(st.integers(0, 10**12), st.uuids())
def test_a_cursor_gives_its_key_back(milliseconds: int, id_: object) -> None:
    key = order_key(EPOCH + timedelta(milliseconds=milliseconds), str(id_))
    assert decode_cursor(encode_cursor(key)) == key


@given(st.text(max_size=80))
def test_what_is_not_a_cursor_is_refused(text: str) -> None:
    with pytest.raises(BadCursorError):
        decode_cursor(text)


@given(st.binary(max_size=60))
def test_a_wrapped_stranger_is_refused(content: bytes) -> None:
    with pytest.raises(BadCursorError):
        decode_cursor(encode_cursor(content.decode("latin-1")))


def test_bits_that_do_not_count_are_refused_too() -> None:
    cursor = encode_cursor(order_key(EPOCH, new_id()))
    with pytest.raises(BadCursorError):
        decode_cursor(cursor + "=")


@given(st.lists(st.tuples(st.integers(0, 10**12), st.uuids()), min_size=2, max_size=20))
def test_keys_sort_by_time_and_then_by_id(moments: list[tuple[int, object]]) -> None:
    by_key = sorted(
        moments, key=lambda m: order_key(EPOCH + timedelta(milliseconds=m[0]), str(m[1]))
    )
    assert by_key == sorted(moments, key=lambda m: (m[0], str(m[1])))
