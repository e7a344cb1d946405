"""Pages of a list and the opaque cursors between them.

A list is ordered by a stored text key (`order_key`), newest last; a cursor is the key of the
last item of a page, so pages stay stable while items are added or taken away.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from storage.documents import to_ms
from storage.errors import BadCursorError

Item = TypeVar("Item")

_KEY = re.compile(r"\d{13}/[0-9a-zA-Z_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Items of one page; `next_cursor` is None on the last one."""

    items: tuple[Item, ...]
    next_cursor: str | None


def order_key(moment: datetime, record_id: str) -> str:
    """Sorts by time, then by id, as text and in one index field."""
    return f"{to_ms(moment):013d}/{record_id}"


def encode_cursor(key: str) -> str:
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> str:
    """The order key inside; BadCursorError when it is not one of ours."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        key = base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True).decode()
    except (UnicodeError, binascii.Error) as error:
        raise BadCursorError("This cursor is not one that was given out.") from error
    if not _KEY.fullmatch(key) or encode_cursor(key) != cursor:
        raise BadCursorError("This cursor is not one that was given out.")
    return key
