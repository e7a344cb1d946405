"""Reading back what the run log writes."""

import json
from typing import Any


def events_of(piece: bytes) -> list[tuple[str, str, Any]]:
    """(id, kind, data) of each event in a piece of whole SSE events."""
    assert piece.endswith(b"\n\n"), "a piece ends with an event"
    found = []
    for block in piece.decode().removesuffix("\n\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        assert list(fields) == ["id", "event", "data"]
        found.append((fields["id"], fields["event"], json.loads(fields["data"])))
    return found
