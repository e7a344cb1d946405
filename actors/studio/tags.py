"""The tags of the studio protocol, read from the beginning of some bytes."""

import re
from dataclasses import dataclass
from typing import get_args

from actors.studio.events import Body

MAX_TAG_BYTES = 2048
BODIES: tuple[str, ...] = get_args(Body)
NAMES = ("plan", "step", "file", *BODIES, "why")

_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))
_NAME = re.compile(rb"<(/?)([a-z]*)")
_ATTRIBUTE = re.compile(rb"""\s+([A-Za-z-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_OPEN_ATTRIBUTE = re.compile(rb"""\s+[A-Za-z-]+\s*=\s*("[^"]*|'[^']*)\Z""")
_END = re.compile(rb"\s*(/?)>")


@dataclass(frozen=True, slots=True)
class Tag:
    """One that was read. `empty` is `<file … />`; it is `size` bytes long."""

    name: str
    closing: bool
    attributes: dict[str, str]
    empty: bool
    size: int

    def __str__(self) -> str:
        return f"<{'/' * self.closing}{self.name}>"


class UndecidedError(Exception):
    """More bytes are needed to tell."""


def read_tag(data: bytes) -> Tag | None:
    """The tag of the protocol that `data` begins with; None where it does not.

    Raises:
        UndecidedError: it may yet become one.
    """
    head = _NAME.match(data)
    if head is None:
        return None
    name = head[2].decode()
    if head.end() == len(data) and any(known.startswith(name) for known in NAMES):
        raise UndecidedError
    if name not in NAMES:
        return None
    at, attributes = head.end(), {}
    while found := _ATTRIBUTE.match(data, at):
        attributes[found[1].decode().lower()] = _value(found[2])
        at = found.end()
    if end := _END.match(data, at):
        return Tag(name, bool(head[1]), attributes, bool(end[1]), end.end())
    if len(data) < MAX_TAG_BYTES and (b">" not in data[at:] or _OPEN_ATTRIBUTE.match(data, at)):
        raise UndecidedError
    return None


def _value(written: bytes) -> str:
    text = written.decode(errors="replace")
    if text[0] in "\"'":
        text = text[1:-1]
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], text)
