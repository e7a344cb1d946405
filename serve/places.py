"""Places at the replicas of one catalogue entry: Ray Serve chooses, leases hold."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeVar

from ray.exceptions import RayError
from ray.serve.exceptions import RayServeException

from serve.chat import Notice
from serve.credits import CreditClient, Place
from serve.errors import BadRequestError, DeadlineError, ModelError, ModelUnavailableError
from serve.leases import Grant, LeasePool
from serve.model_entry import ModelEntry
from serve.scheduling.gpu_pool import Asked, Standing, Work
from serve.scheduling.request import Priority
from storage.ids import new_id

PATIENCE_S = 0.4
"""A lease that takes longer is worth telling the reader about."""
DETOUR_PATIENCE_S = 120.0
"""One that takes longer still is given up, where another model may answer instead."""
ADDRESS_PATIENCE_S = 1.0

Handle = Any
"""A Ray Serve DeploymentHandle of a `replica.Replica`."""
Address = Mapping[str, Any]
"""A `replica.ReplicaAddress` as it travels."""
Piece = TypeVar("Piece")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request for a place: for `work` at most, within `deadline_s` from now, all together."""

    request_id: str
    tenant: str
    work: Work
    priority: int
    deadline_s: float


Done = dict[str, float]
"""How much work a request really was, of each kind; filled in as it goes."""
Worker = Callable[[Address, float, Done], AsyncGenerator[Piece]]
"""What a request does with a replica's address, until the loop's time by which it must be done."""


class Places:
    """All leases of one entry and one process. `address` is the last one known of any replica.

    The dispatcher says who goes next, Serve to which replica. Without `credits` everybody goes
    at once.
    """

    def __init__(
        self, entry: ModelEntry, handle: Callable[[], Handle], credits: CreditClient | None
    ) -> None:
        self.address: Address | None = None
        self._entry = entry
        self._make_handle = handle
        self._credits = credits
        self._lease_call: Handle | None = None
        self._leases = LeasePool(self._ask_for_lease)

    async def use(self, wanted: Wanted, work: Worker[Piece]) -> AsyncGenerator[Piece | Notice]:
        """What `work` makes of a place, which is waited for as long as the deadline; it says so
        if that takes long. Raises RateLimitedError when the wait would be too long."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + wanted.deadline_s
        done: Done = {}
        began = False
        credit = None if self._credits is None else self._credits.ask(self._asked(wanted))
        try:
            if credit is not None:
                async with aclosing(self._waiting(credit, deadline)) as notices:
                    async for notice in notices:
                        yield notice
            began = True
            pieces = self._under_lease(
                wanted.request_id, deadline, lambda address, until: work(address, until, done)
            )
            async with aclosing(pieces):
                async for piece in pieces:
                    yield piece
        finally:
            if credit is not None:
                credit.end(done if began else None)

    async def _waiting(self, credit: Place, deadline: float) -> AsyncGenerator[Notice]:
        """What a person who waits for the credit should know, until it is there."""
        if self._entry.fallbacks:
            deadline = min(deadline, asyncio.get_running_loop().time() + DETOUR_PATIENCE_S)
        try:
            while True:
                async with asyncio.timeout_at(deadline):
                    standing = await credit.news()
                if standing is None:
                    return
                yield Notice("run.waiting", _waiting_told(standing))
        except TimeoutError:
            raise ModelUnavailableError(f"{self._entry.name} had no place in time") from None

    async def _under_lease(
        self,
        request_id: str,
        deadline: float,
        work: Callable[[Address, float], AsyncGenerator[Piece]],
    ) -> AsyncGenerator[Piece | Notice]:
        loop = asyncio.get_running_loop()
        left_s = deadline - loop.time()
        claim = self._leases.claim(request_id, left_s)
        sound = True
        try:
            await asyncio.wait({claim}, timeout=PATIENCE_S)
            if not claim.done():
                yield Notice("run.waiting", LOADING if self.address is None else QUEUED)
                patience_s = DETOUR_PATIENCE_S if self._entry.fallbacks else left_s
                await asyncio.wait({claim}, timeout=min(patience_s, deadline - loop.time()))
            if not claim.done():
                raise ModelUnavailableError(f"{self._entry.name} did not start in time")
            self.address = claim.result().address
            async with aclosing(work(self.address, deadline)) as pieces:
                async for piece in pieces:
                    yield piece
        except ModelError as error:
            if not (sound := isinstance(error, BadRequestError | DeadlineError)):
                self.address = None
            raise
        finally:
            self._leases.release(claim, sound=sound)

    def _asked(self, wanted: Wanted) -> Asked:
        return Asked(
            id=new_id(),  # a request may be asked again before its former process is known dead
            tenant=wanted.tenant,
            model=self._entry.id,
            work=wanted.work,
            asked_s=asyncio.get_running_loop().time(),
            priority=Priority(wanted.priority),
            deadline_s=wanted.deadline_s,
        )

    async def any_address(self) -> Address | None:
        """Of any replica, without a lease; None while none is up."""
        if self.address is None:
            try:
                handle = self._make_handle().options(method_name="address", _by_reference=False)
                async with asyncio.timeout(ADDRESS_PATIENCE_S):
                    self.address = await handle.remote()
            except (RayServeException, RayError, TimeoutError):
                return None
        return self.address

    async def close(self) -> None:
        await self._leases.close()

    def _ask_for_lease(self, request_id: str, max_s: float) -> Grant:
        """Raises ModelUnavailableError while Serve does not know the model."""
        if self._lease_call is None:
            try:
                # Not by reference is over gRPC: half the CPU of a Ray generator, and
                # the place comes free with our connection, should this process be killed.
                self._lease_call = self._make_handle().options(
                    stream=True, method_name="lease", _by_reference=False
                )
            except RayServeException as error:
                raise ModelUnavailableError(f"{self._entry.name} is not deployed yet") from error
        grant: Grant = self._lease_call.remote(request_id, max_s)
        return grant


def _waiting_told(standing: Standing) -> dict[str, Any]:
    """Where a request stands, in words and in numbers."""
    numbers = {"ahead": standing.ahead, "wait_s": standing.wait_s}
    if standing.loading:
        return {**LOADING, **numbers}
    others = f"{standing.ahead} go first" if standing.ahead > 1 else "one goes first"
    where = others if standing.ahead else "this is next"
    about = f", about {standing.wait_s:.0f} s in all" if standing.wait_s >= 1 else ""
    detail = f"All places at the model are taken; {where}{about}."
    return {"reason": "queued", "detail": detail, **numbers}


LOADING = {
    "reason": "model_loading",
    "detail": "The model is starting; the answer begins by itself.",
}
QUEUED = {
    "reason": "queued",
    "detail": "All places at the model are taken; the answer begins by itself.",
}
