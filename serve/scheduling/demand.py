"""How much each tenant has been asking for lately, in GPU-milliseconds a millisecond."""

from __future__ import annotations

import math
from collections.abc import Iterator

MEMORY_S = 30.0
"""What was asked so long ago counts 1/e."""
NOTHING = 1e-3
"""A share of the last request below which a tenant is forgotten."""


class Demand:
    """Exponentially fading sums of the work submitted at one model."""

    def __init__(self) -> None:
        self._sums: dict[str, tuple[float, float]] = {}

    def note(self, tenant: str, work_ms: float, now_s: float) -> None:
        """So much more was asked for now."""
        self._sums[tenant] = (self._faded_ms(tenant, now_s) + work_ms, now_s)

    def rate(self, tenant: str, now_s: float) -> float:
        return self._faded_ms(tenant, now_s) / (1000 * MEMORY_S)

    def tenants(self, now_s: float) -> Iterator[str]:
        """Those that asked for anything lately."""
        long_ago_s = now_s + MEMORY_S * math.log(NOTHING)
        for tenant, (_, noted_s) in list(self._sums.items()):
            if noted_s < long_ago_s:
                del self._sums[tenant]
            else:
                yield tenant

    def _faded_ms(self, tenant: str, now_s: float) -> float:
        work_ms, noted_s = self._sums.get(tenant, (0.0, now_s))
        return work_ms * math.exp((noted_s - now_s) / MEMORY_S)
