"""An event loop whose clock jumps to the next timer: hours of waiting take no time at all."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Instant(selectors.DefaultSelector):
    """Never waits: it moves the clock instead. Nothing to wait for at all is a deadlock."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise AssertionError("deadlock: every task waits and no timer is set")
        self.now += max(0.0, timeout)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._instant = _Instant()
        super().__init__(self._instant)

    def time(self) -> float:
        return self._instant.now

    def advance(self, seconds: float) -> None:
        """Let everything happen that happens in that time."""
        self.run_until_complete(asyncio.sleep(seconds))

    def turns(self, count: int) -> None:
        """Let each ready task take that many steps, without time passing."""

        async def pass_on() -> None:
            for _ in range(count):
                await asyncio.sleep(0)

        self.run_until_complete(pass_on())

    def finish(self) -> None:
        """Cancel what is left and close."""
        if tasks := asyncio.all_tasks(self):
            for task in tasks:
                task.cancel()
            self.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self.run_until_complete(self.shutdown_asyncgens())
        self.close()


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a test's coroutine in virtual time."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.finish()
