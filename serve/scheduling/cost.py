"""What a request costs in GPU-milliseconds, learnt from what the replicas were busy with.

Busy time is linear in a few kinds of work: tokens read and tokens written, or denoising steps
times pixels. What each kind costs is found by recursive least squares that forget (Haykin,
"Adaptive Filter Theory", chapter on RLS), so that the sum of all charges stays the time the GPUs
were really busy, on whatever hardware and however well requests are batched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

FORGETTING = 0.98
"""Weight of an observation one observation later: the last fifty count most."""
UNSURE = 1e3
"""Of the first guess, relative to its own square: a few observations outweigh it."""


class CostModel:
    """`guess` is the first price of each kind of work, in milliseconds a unit."""

    def __init__(self, guess: Mapping[str, float]) -> None:
        self._kinds: Sequence[str] = tuple(guess)
        self._prices = np.array([guess[kind] for kind in self._kinds])
        self._spread = np.diag(UNSURE * np.maximum(self._prices, 1e-9) ** 2)

    def cost_ms(self, work: Mapping[str, float]) -> float:
        """GPU-milliseconds of so much of each kind of work."""
        return float(self._amounts(work) @ np.maximum(0.0, self._prices))

    def learn(self, work: Mapping[str, float], busy_ms: float) -> None:
        """A replica did this work in this time."""
        amounts = self._amounts(work)
        if not amounts.any():
            return
        reach = self._spread @ amounts
        gain = reach / (FORGETTING + amounts @ reach)
        self._prices = self._prices + gain * (busy_ms - amounts @ self._prices)
        self._spread = (self._spread - np.outer(gain, reach)) / FORGETTING

    @property
    def prices(self) -> dict[str, float]:
        """Milliseconds a unit of each kind; none is negative."""
        return dict(zip(self._kinds, map(float, np.maximum(0.0, self._prices)), strict=True))

    def _amounts(self, work: Mapping[str, float]) -> np.ndarray:
        return np.array([work.get(kind, 0.0) for kind in self._kinds])
