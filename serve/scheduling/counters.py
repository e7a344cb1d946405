"""What each tenant has had of the pool: virtual token counters in GPU-milliseconds.

VTC (Sheng et al. 2024, "Fairness in Serving Large Language Models", arXiv 2401.00588): the
backlogged tenant that has had least, by its weight, goes next. Who comes back from idle is lifted
to the least of the active ones, so that idling earns no claim on others' future.
"""

from __future__ import annotations

from collections.abc import Mapping

from serve.scheduling.least_first import LeastFirst


class Counters:
    """Service received, divided by weight. A tenant is active while it holds or waits for
    anything; only the active ones compete."""

    def __init__(self, weights: Mapping[str, float] | None = None) -> None:
        self._weights = dict(weights or {})
        self._served: dict[str, float] = {}
        self._held: dict[str, int] = {}
        self._active = LeastFirst(self.__getitem__)
        self._floor = 0.0

    def weight(self, tenant: str) -> float:
        return self._weights.get(tenant, 1.0)

    def set_weight(self, tenant: str, weight: float) -> None:
        """Change a share from now on. ValueError unless the weight is above 0."""
        if not weight > 0:
            raise ValueError(f"the weight of {tenant} must be above 0, not {weight}")
        self._weights[tenant] = weight

    def __len__(self) -> int:
        """How many tenants ever had or wanted anything."""
        return len(self._served)

    def __getitem__(self, tenant: str) -> float:
        return self._served.get(tenant, 0.0)

    def enter(self, tenant: str) -> None:
        """One more thing that the tenant waits for or holds."""
        self._served[tenant] = self.on_entering(tenant)
        self._active.add(tenant)
        self._held[tenant] = self._held.get(tenant, 0) + 1

    def on_entering(self, tenant: str) -> float:
        """The counter with which the tenant waits for one thing more."""
        if tenant in self._active:
            return self[tenant]
        least = self._active.least()
        return max(self[tenant], self._floor if least is None else self[least])

    def leave(self, tenant: str) -> None:
        """One thing less. The last tenant to leave sets the level at which the next begins."""
        self._held[tenant] -= 1
        if self._held[tenant] == 0:
            del self._held[tenant]
            self._active.discard(tenant)
            if not self._active:
                self._floor = self[tenant]

    def charge(self, tenant: str, gpu_ms: float) -> None:
        """Add service; a negative amount gives back what was charged too much."""
        self._served[tenant] = self[tenant] + gpu_ms / self.weight(tenant)
        if gpu_ms < 0:
            self._active.fell(tenant)

    def snapshot(self) -> dict[str, float]:
        """Every tenant's counter, for `restore` after a restart."""
        return dict(self._served)

    def restore(self, snapshot: Mapping[str, float]) -> None:
        """Go on from a snapshot, before anybody enters."""
        self._served = dict(snapshot)
        self._floor = max(snapshot.values(), default=0.0)
