"""Whether to let a request in, or to say at once when to come again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from serve.scheduling.counters import Counters
from serve.scheduling.dispatcher import Pool
from serve.scheduling.forecast import wait_s
from serve.scheduling.request import Request

MARGIN = 1.25
"""A forecast is as often too short as too long. With so much to spare 95 % of those let in at 1.5
times the capacity keep their deadline (`python -m benchmarks scheduling`)."""
LEAST_RETRY_S = 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The wait that is to be expected, and for who is not let in when to come again."""

    wait_s: float
    retry_after_s: float | None = None
    why: Literal["busy", "budget"] = "busy"

    @property
    def admitted(self) -> bool:
        return self.retry_after_s is None


def judge(counters: Counters, pool: Pool, request: Request, rate: float, now_s: float) -> Verdict:
    """Let a request in if it will probably begin before its deadline. Else: the queue before it
    has to become shorter by what the wait exceeds the deadline."""
    expected_s = wait_s(counters, pool, request, rate, now_s)
    late_s = MARGIN * expected_s - (request.deadline_s - now_s)
    if late_s <= 0 or request.deadline_s == float("inf"):
        return Verdict(expected_s)
    return Verdict(expected_s, max(LEAST_RETRY_S, late_s))
