"""Which model leaves its place when another one finds none: several models share one GPU. Pure.

The one that was used least recently goes first, and at once when it has nothing to do. Where all
are at work and somebody waits for a model that has no replica, they take turns: the one that has
been up longest finishes what it has begun and goes, once its turn was long enough to be worth the
loading.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from serve.scheduling.scaling import Load

SETTLE_S = 5.0
"""So long after its last request a replica that leaves may take to be gone."""


@dataclass(frozen=True, slots=True)
class Resident:
    """A model as it stands: `replicas` that are up, and whether they need a GPU. It is `pinned`
    where an operator or the catalogue keeps it up, and at work it has the place for `turn_s`."""

    model: str
    replicas: int
    load: Load
    on_gpu: bool
    pinned: bool
    turn_s: float

    @property
    def busy(self) -> bool:
        return bool(self.load.held or self.load.waiting)


class Swapper:
    """Decides as often as it is asked."""

    def __init__(self) -> None:
        self._leaving: dict[str, str] = {}
        """Who has to leave for whom."""
        self._unplaced: dict[str, None] = {}
        """Those for which there is no room, the longest first, which is Ray's order, too."""
        self._up_s: dict[str, float] = {}
        self._busy_s: dict[str, float] = {}

    def decide(
        self, residents: Sequence[Resident], unplaced: Collection[str], now_s: float
    ) -> frozenset[str]:
        """The models that may have no replica now. `unplaced` want one for which the cluster has
        no room."""
        self._note(residents, now_s)
        self._unplaced = {m: None for m in self._unplaced if m in unplaced}
        self._unplaced |= dict.fromkeys(sorted(unplaced))
        self._leaving = {m: other for m, other in self._leaving.items() if other in unplaced}
        known = {resident.model: resident for resident in residents}
        for model in self._unplaced:
            if model in known and model not in self._leaving and not self._awaits(model, now_s):
                victim = self._victim(known[model], residents, now_s)
                if victim is not None:
                    self._leaving[victim] = model
        return frozenset(self._leaving)

    def _note(self, residents: Iterable[Resident], now_s: float) -> None:
        for resident in residents:
            if resident.replicas:
                self._up_s.setdefault(resident.model, now_s)
            else:
                self._up_s.pop(resident.model, None)
            if resident.load.held or (resident.load.waiting and resident.replicas):
                self._busy_s[resident.model] = now_s

    def _awaits(self, model: str, now_s: float) -> bool:
        """Whether somebody who leaves for it is not gone yet."""
        going = [victim for victim, other in self._leaving.items() if other == model]
        return any(
            victim in self._up_s or now_s - self._busy_s.get(victim, -math.inf) < SETTLE_S
            for victim in going
        )

    def _victim(self, starved: Resident, residents: Iterable[Resident], now_s: float) -> str | None:
        may_go = [
            resident
            for resident in residents
            if resident.replicas
            and not resident.pinned
            and resident.on_gpu == starved.on_gpu
            and resident.model not in self._leaving
            and resident.model not in self._unplaced
        ]
        idle = [resident.model for resident in may_go if not resident.busy]
        if idle:
            return min(idle, key=lambda model: self._busy_s.get(model, -math.inf))
        if starved.replicas or not starved.busy:
            return None
        turned = [r.model for r in may_go if now_s - self._up_s[r.model] >= r.turn_s]
        return min(turned, key=self._up_s.__getitem__, default=None)
