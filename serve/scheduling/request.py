"""What waits for a place at a model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from math import inf


class Priority(IntEnum):
    """Order inside one tenant; between tenants only service counts."""

    INTERACTIVE = 0
    NORMAL = 1
    BATCH = 2


@dataclass(frozen=True, slots=True)
class Request:
    """`cost_ms` is the GPU time it will probably take, `deadline_s` the clock's time by which it
    must have begun to be of use, `submitted_s` when it came."""

    id: str
    tenant: str
    model: str
    cost_ms: float
    submitted_s: float
    priority: Priority = Priority.NORMAL
    deadline_s: float = inf

    @property
    def rank(self) -> tuple[int, float, float, str]:
        """Smaller goes first: priority, earliest deadline, first come."""
        return (self.priority, self.deadline_s, self.submitted_s, self.id)
