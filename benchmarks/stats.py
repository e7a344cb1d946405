"""The few statistics that benchmarks give."""

import math
import statistics
from collections.abc import Sequence


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of them do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def curve(values: Sequence[float], points: int = 200) -> list[float]:
    """So many evenly spaced quantiles: enough to draw the distribution."""
    return [round(quantile(values, (index + 1) / points), 3) for index in range(points)]
