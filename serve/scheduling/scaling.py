"""How many replicas a model should have: by the work that waits, not by counting requests.

The places that are held say how many replicas are at work. While they are all full and more work
waits than is begun within the target, more replicas are needed, one for each target's worth. More
are wanted at once, fewer only when none of the last minute's needs was higher; the last one goes
after a longer quiet.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one model. A replica has `places`; `target_wait_s` is how long a request should wait for
    one at most."""

    minimum: int
    maximum: int
    places: int
    target_wait_s: float
    calm_s: float
    """Fewer replicas are wanted when fewer were needed for so long."""
    idle_s: float
    """Without a request for so long the last replica may go."""


@dataclass(frozen=True, slots=True)
class Load:
    """Places held, requests that wait for one, and their GPU-milliseconds."""

    held: int
    waiting: int
    waiting_ms: float


class Scaler:
    """Decides for one model, as often as it is asked."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._needs: deque[tuple[float, int]] = deque()
        """(time, replicas needed), each higher than all after it."""
        self._busy_s = -math.inf

    def touch(self, now_s: float) -> None:
        """Somebody wants the model up now: it counts as asked for."""
        self._busy_s = now_s

    def rest(self) -> None:
        """Nobody wants it up any more: once it has nothing to do its replicas may go."""
        self._busy_s = -math.inf
        self._needs.clear()

    def decide(self, load: Load, now_s: float) -> int:
        """Replicas wanted from now on."""
        limits = self.limits
        if load.held or load.waiting:
            self._busy_s = now_s
        needed = math.ceil(load.held / limits.places)
        needed += math.floor(load.waiting_ms / 1000 / limits.target_wait_s)
        if now_s - self._busy_s < limits.idle_s:
            needed = max(1, needed)
        while self._needs and self._needs[-1][1] <= needed:
            self._needs.pop()
        self._needs.append((now_s, needed))
        while self._needs[0][0] < now_s - limits.calm_s:
            self._needs.popleft()
        return max(limits.minimum, min(limits.maximum, self._needs[0][1]))
