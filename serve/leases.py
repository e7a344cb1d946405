"""Leases of one model that this process holds: taken from Ray Serve, used again for a while.

A lease is a streaming call that yields a replica's address and stays open: a place that Serve
counts. Taking one costs milliseconds of CPU, so an answer leaves its lease behind for the next.
Serve stays the judge: no replica has more answers of ours than it gave us leases, and a lease
is used again only while it is young.

Pure asyncio: how to ask is passed in.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import structlog

from serve.errors import ModelError, ModelUnavailableError

log = structlog.get_logger()

LINGER_S = 2.0
"""How long a free lease waits for the next answer. As long it counts as load that is none."""
MAX_AGE_S = 10.0
"""Older leases are not used again: draining replicas come free, new ones and other processes
get their share. Short answers gain from reuse, and they find many uses in this time."""


class Grant(Protocol):
    """A call to Serve: yields the address once, ends when the place is lost."""

    def __anext__(self) -> Awaitable[Mapping[str, Any]]: ...

    def cancel(self) -> None:
        """Give the place back."""


Ask = Callable[[str, float], Grant]
"""(request id, seconds that the replica shall hold the place at most) → the call."""


@dataclass(eq=False, slots=True)
class Lease:
    """A place at the replica that answers at `address`. Times are the loop's, s."""

    address: Mapping[str, Any]
    taken: float
    ends: float
    holder: asyncio.Task[None]
    trusted: bool = True

    @property
    def replica(self) -> str:
        return str(self.address["replica"])

    def lasts(self, now: float, max_s: float) -> bool:
        return now + max_s <= self.ends


@dataclass(frozen=True, slots=True)
class _Asking:
    """Who waits for Serve: the task that asks, and how long the answer may take, s."""

    holder: asyncio.Task[None]
    max_s: float


class LeasePool:
    """All leases of one model and one process. Belongs to one event loop."""

    def __init__(
        self, ask: Ask, *, linger_s: float = LINGER_S, max_age_s: float = MAX_AGE_S
    ) -> None:
        self._ask = ask
        self._linger_s = linger_s
        self._max_age_s = max_age_s
        self._asking: dict[asyncio.Future[Lease], _Asking] = {}
        self._leases: set[Lease] = set()
        self._idle: dict[Lease, asyncio.TimerHandle] = {}
        self._holders: set[asyncio.Task[None]] = set()

    def claim(self, request_id: str, max_s: float) -> asyncio.Future[Lease]:
        """A lease for an answer of at most `max_s`: at once if one is idle, else when one comes.

        Fails with `ModelUnavailableError`. Pass it to `release` whatever becomes of it.
        """
        loop = asyncio.get_running_loop()
        claim: asyncio.Future[Lease] = loop.create_future()
        lease = self._best_idle(loop.time(), max_s)
        if lease is not None:
            self._idle.pop(lease).cancel()
            claim.set_result(lease)
            return claim
        holder = loop.create_task(self._hold(claim, request_id, max_s + self._max_age_s))
        self._holders.add(holder)
        holder.add_done_callback(self._holders.discard)
        self._asking[claim] = _Asking(holder, max_s)
        return claim

    def release(self, claim: asyncio.Future[Lease], *, sound: bool = True) -> None:
        """The answer is over, or not wanted any more. Its replica failed unless `sound`."""
        if (asking := self._asking.pop(claim, None)) is not None:
            asking.holder.cancel()
        if claim.cancel() or claim.cancelled() or claim.exception():
            return
        lease = claim.result()
        if not sound:
            self._distrust(lease.replica)
        if lease in self._leases:
            self._rest(lease)

    async def close(self) -> None:
        """Give every place back. Whoever waits is told that there is none."""
        for claim in list(self._asking):
            self._fail(claim, ModelUnavailableError("the model's client was closed"))
        for lease in list(self._leases):
            self._end(lease)
        holders = list(self._holders)
        for holder in holders:
            holder.cancel()
        await asyncio.gather(*holders, return_exceptions=True)

    async def _hold(self, claim: asyncio.Future[Lease], request_id: str, max_s: float) -> None:
        """Ask Serve, hand the lease over and hold it until it is lost or ended."""
        lease: Lease | None = None
        grant: Grant | None = None
        try:
            grant = self._ask(request_id, max_s)
            address = await anext(grant)
            lease = self._begin(address, max_s)
            del self._asking[claim]
            claim.set_result(lease)
            while True:
                await anext(grant)
        except StopAsyncIteration:
            self._fail(claim, ModelUnavailableError("the replica gave no place"))
        except asyncio.CancelledError:
            # From `_end`, `release` or `close`; from Serve when it stops the replica.
            self._fail(claim, ModelUnavailableError("the place was called off"))
            raise
        except Exception as error:  # the root of a task: who waits is told, whatever it is
            if lease is not None:
                log.info("lease lost", replica=lease.replica, error=repr(error)[:300])
            self._fail(claim, _unavailable(error))
        finally:
            if lease is not None:
                self._forget(lease)
            if grant is not None:
                with contextlib.suppress(Exception):  # a call that failed raises its error again
                    grant.cancel()

    def _begin(self, address: Mapping[str, Any], max_s: float) -> Lease:
        now, holder = asyncio.get_running_loop().time(), asyncio.current_task()
        assert holder is not None
        lease = Lease(address, taken=now, ends=now + max_s, holder=holder)
        self._leases.add(lease)
        return lease

    def _best_idle(self, now: float, max_s: float) -> Lease | None:
        """On the replica with the fewest answers of ours; the last one used, so others lapse."""
        fit = [
            lease
            for lease in reversed(self._idle)
            if now - lease.taken <= self._max_age_s and lease.lasts(now, max_s)
        ]
        if not fit:
            return None
        busy = Counter(lease.replica for lease in self._leases if lease not in self._idle)
        return min(fit, key=lambda lease: busy[lease.replica])

    def _rest(self, lease: Lease) -> None:
        """A lease came free: to who waits longest, else to linger, else back to Serve."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        if not lease.trusted or now - lease.taken > self._max_age_s:
            self._end(lease)
            return
        for claim, asking in self._asking.items():
            if lease.lasts(now, asking.max_s):
                del self._asking[claim]
                asking.holder.cancel()
                claim.set_result(lease)
                return
        self._idle[lease] = loop.call_later(self._linger_s, partial(self._end, lease))

    def _distrust(self, replica: str) -> None:
        for lease in [lease for lease in self._leases if lease.replica == replica]:
            lease.trusted = False
            if lease in self._idle:
                self._end(lease)

    def _end(self, lease: Lease) -> None:
        self._forget(lease)
        lease.holder.cancel()

    def _forget(self, lease: Lease) -> None:
        self._leases.discard(lease)
        if (lapse := self._idle.pop(lease, None)) is not None:
            lapse.cancel()

    def _fail(self, claim: asyncio.Future[Lease], error: ModelError) -> None:
        self._asking.pop(claim, None)
        if not claim.done():
            claim.set_exception(error)


def _unavailable(error: Exception) -> ModelError:
    if isinstance(error, ModelError):
        return error
    unavailable = ModelUnavailableError(f"no replica could be had: {error!r}")
    unavailable.__cause__ = error
    return unavailable
