"""What a request costs in GPU-milliseconds, learnt from what the replicas were busy with.

Busy time is linear in a few kinds of work: tokens read and tokens written, or denoising steps
times pixels. What each kind costs is found by least squares that forget, on whatever hardware and
however well requests are batched. Two things keep that from wandering where the work of a model
hardly varies and cannot tell its kinds apart: the prices lean towards the proportions of the first
guess, the more the noisier what is seen is (as Bayesian regression with a normal prior does:
Bishop, "Pattern Recognition and Machine Learning", 3.3), and together they always charge for what
was done the time it took.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

FORGETTING = 0.97
"""Weight of an observation one observation later: the last thirty or so count most."""
LEAST_WORK_MS = 1e-3
"""By the guess; less says nothing."""
TRUST = 1.0
"""How far a price may be off the guessed proportion, relative to it, one standard deviation."""
LEAST_PULL = 1e-6
"""Towards those proportions, of the evidence, where nothing was noisy."""


class CostModel:
    """`guess` is the first price of each kind of work, in milliseconds a unit.

    Inside, work is measured in the milliseconds that were guessed for it, so a price is a factor.
    """

    def __init__(self, guess: Mapping[str, float]) -> None:
        self._kinds: Sequence[str] = tuple(guess)
        self._guess = np.array([guess[kind] for kind in self._kinds])
        self._squares = np.zeros((len(guess), len(guess)))
        self._products = np.zeros(len(guess))
        self._done = np.zeros(len(guess))
        self._busy = self._busy_square = self._seen = 0.0
        self._prices = dict(guess)

    def cost_ms(self, work: Mapping[str, float]) -> float:
        """GPU-milliseconds of so much of each kind of work."""
        prices = self._prices  # of a few kinds: as numbers, not as an array, a tenth of the time
        return sum(amount * prices.get(kind, 0.0) for kind, amount in work.items())

    def learn(self, work: Mapping[str, float], busy_ms: float) -> None:
        """A replica did this work in this time."""
        done = self._guessed(work)
        if done.sum() < LEAST_WORK_MS:
            return
        self._squares = FORGETTING * self._squares + np.outer(done, done)
        self._products = FORGETTING * self._products + busy_ms * done
        self._done = FORGETTING * self._done + done
        self._busy = FORGETTING * self._busy + busy_ms
        self._busy_square = FORGETTING * self._busy_square + busy_ms**2
        self._seen = FORGETTING * self._seen + 1
        prices = map(float, self._guess * self._fit())
        self._prices = dict(zip(self._kinds, prices, strict=True))

    @property
    def prices(self) -> dict[str, float]:
        """Milliseconds a unit of each kind; none is negative."""
        return dict(self._prices)

    def _fit(self) -> np.ndarray:
        """The factors; of kinds whose own would be negative they are 0."""
        overall = self._busy / self._done.sum()
        pull = self._noise() / max((TRUST * overall) ** 2, 1e-12)
        pulls = pull + LEAST_PULL * self._squares.diagonal().max()
        factors = np.zeros_like(self._guess)
        free = list(range(len(factors)))
        while free:
            evidence = self._squares[np.ix_(free, free)] + pulls * np.eye(len(free))
            found = np.linalg.solve(evidence, self._products[free] + pulls * overall)
            factors[:] = 0
            factors[free] = found
            if found.min() >= 0:
                break
            free.pop(int(found.argmin()))
        charged = self._done @ factors
        return factors * (self._busy / charged) if charged > 0 else np.zeros_like(factors)

    def _noise(self) -> float:
        """How far observations are off whatever factors fit them best, squared, on average."""
        best = np.linalg.pinv(self._squares, hermitian=True) @ self._products
        return max(0.0, float(self._busy_square - best @ self._products)) / self._seen

    def _guessed(self, work: Mapping[str, float]) -> np.ndarray:
        return self._guess * [work.get(kind, 0.0) for kind in self._kinds]
