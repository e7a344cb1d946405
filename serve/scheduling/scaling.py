"""How many replicas a model should have: by the work that waits and comes, not by requests.

A replica does a GPU-millisecond a millisecond. So many are needed that what waits is begun within
the target while what comes goes on being served. More are wanted at once, fewer only when none of
the last minute's needs was higher; the last one goes after a longer quiet.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one model. `target_wait_s` is how long a request should wait for its place at most."""

    minimum: int
    maximum: int
    target_wait_s: float = 5.0
    calm_s: float = 60.0
    """Fewer replicas are wanted when fewer were needed for so long."""
    idle_s: float = 600.0
    """Without a request for so long the last replica may go."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a model has to do: requests that it holds or that wait, GPU-milliseconds of those that
    wait, and GPU-milliseconds that are asked for in a millisecond lately."""

    requests: int
    waiting_ms: float
    arriving: float


class Scaler:
    """Decides for one model, as often as it is asked."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._needs: deque[tuple[float, int]] = deque()
        """(time, replicas needed), each higher than all after it."""
        self._busy_s = -math.inf

    def touch(self, now_s: float) -> None:
        """Somebody wants the model up now: it counts as asked for."""
        self._busy_s = now_s

    def decide(self, load: Load, now_s: float) -> int:
        """Replicas wanted from now on."""
        limits = self._limits
        if load.requests:
            self._busy_s = now_s
        needed = math.ceil(load.waiting_ms / 1000 / limits.target_wait_s + load.arriving)
        if now_s - self._busy_s < limits.idle_s:
            needed = max(1, needed)
        while self._needs and self._needs[-1][1] <= needed:
            self._needs.pop()
        self._needs.append((now_s, needed))
        while self._needs[0][0] < now_s - limits.calm_s:
            self._needs.popleft()
        return max(limits.minimum, min(limits.maximum, self._needs[0][1]))
