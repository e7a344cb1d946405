"""The form of what passes between the host and the program inside a sandbox.

A frame is its payload's length (four bytes, big-endian), its kind (one byte), its channel (four)
and the payload. A channel is one command. Both ends send no more bytes of a channel than the other
has granted, so that one busy command never stands in the way of another. Pure.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from actors.sandboxes.errors import SandboxGoneError

HEADER = struct.Struct("!IBI")
MAX_PAYLOAD = 2**20
WINDOW = 256 * 1024
"""Bytes that may be on their way in a channel before the first are acknowledged."""
PIECE = 32 * 1024
"""The most bytes of a channel in one frame."""


class Kind(IntEnum):
    """START, INPUT, INPUT_END, RESIZE and KILL go in, OUTPUT, EXIT and READY come out, CREDIT
    (how many bytes more may be sent) goes both ways."""

    START = 1
    INPUT = 2
    INPUT_END = 3
    RESIZE = 4
    KILL = 5
    CREDIT = 6
    OUTPUT = 7
    EXIT = 8
    READY = 9


@dataclass(frozen=True, slots=True)
class Frame:
    kind: Kind
    channel: int
    payload: bytes = b""

    def packed(self) -> bytes:
        return HEADER.pack(len(self.payload), self.kind, self.channel) + self.payload


class FrameReader:
    """Whole frames out of bytes that arrive in any pieces."""

    def __init__(self) -> None:
        self._unread = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """The frames that are whole by now. SandboxGoneError for what is none: whoever sends it
        is not the program that we started, or no longer itself."""
        self._unread += data
        at = 0
        try:
            while len(self._unread) - at >= HEADER.size:
                length, kind, channel = HEADER.unpack_from(self._unread, at)
                if length > MAX_PAYLOAD or not Kind.START <= kind <= Kind.READY:
                    raise SandboxGoneError("The sandbox's connection carries nonsense.")
                end = at + HEADER.size + length
                if len(self._unread) < end:
                    break
                yield Frame(Kind(kind), channel, bytes(self._unread[at + HEADER.size : end]))
                at = end
        finally:
            del self._unread[:at]
