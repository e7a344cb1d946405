"""Ids: UUIDs, version 7 where we make them, so that they sort by the time they were made."""

import re

from uuid6 import uuid7

_CANONICAL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def new_id() -> str:
    """A fresh UUIDv7 (RFC 9562) in canonical lower case."""
    return str(uuid7())


def is_id(text: str) -> bool:
    """Whether `text` is a UUID of any version, written canonically in lower case."""
    return _CANONICAL.fullmatch(text) is not None
