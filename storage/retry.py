"""Outlasting a server that is away for a moment.

Every operation of this package may be repeated: ids are minted by callers, so a write that
was done but not acknowledged is recognised when it is tried again.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from storage.errors import UnavailableError

Result = TypeVar("Result")

_FIRST_DELAY_S = 0.03
_MAX_DELAY_S = 0.5


class Retry:
    """Repeats an operation with jittered, growing pauses, for `budget_s` seconds at most."""

    def __init__(self, budget_s: float, is_transient: Callable[[Exception], bool]) -> None:
        self._budget_s = budget_s
        self._is_transient = is_transient

    async def __call__(self, operation: Callable[[], Awaitable[Result]]) -> Result:
        """The operation's result. What is not transient is raised at once; UnavailableError
        when the budget is spent. A cancelled caller leaves the last try's outcome open."""
        clock = asyncio.get_running_loop()
        deadline = clock.time() + self._budget_s
        delay_s = _FIRST_DELAY_S
        while True:
            try:
                return await operation()
            except Exception as error:
                if not self._is_transient(error):
                    raise
                pause_s = delay_s * random.uniform(0.5, 1.5)  # noqa: S311 - jitter, no secret
                if clock.time() + pause_s >= deadline:
                    raise UnavailableError(f"{type(error).__name__}: {error}") from error
            await asyncio.sleep(pause_s)
            delay_s = min(delay_s * 2, _MAX_DELAY_S)
