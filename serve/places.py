"""Places at the replicas of one catalogue entry: Ray Serve chooses, leases hold."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import Any, TypeVar

from ray.exceptions import RayError
from ray.serve.exceptions import RayServeException

from serve.chat import Notice
from serve.errors import BadRequestError, DeadlineError, ModelError, ModelUnavailableError
from serve.leases import Grant, LeasePool
from serve.model_entry import ModelEntry

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


class Places:
    """All leases of one entry and one process. `address` is the last one known of any replica."""

    def __init__(self, entry: ModelEntry, handle: Callable[[], Handle]) -> None:
        self.address: Address | None = None
        self._entry = entry
        self._make_handle = handle
        self._lease_call: Handle | None = None
        self._leases = LeasePool(self._ask_for_lease)

    async def use(
        self,
        request_id: str,
        deadline_s: float,
        work: Callable[[Address, float], AsyncGenerator[Piece]],
    ) -> AsyncGenerator[Piece | Notice]:
        """What `work` makes of a replica's address and the loop's time by which it must be done.
        Waits for a place as long as the deadline, and says so if that takes long."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + deadline_s
        claim = self._leases.claim(request_id, deadline_s)
        sound = True
        try:
            await asyncio.wait({claim}, timeout=PATIENCE_S)
            if not claim.done():
                yield Notice("run.waiting", LOADING if self.address is None else QUEUED)
                patience_s = DETOUR_PATIENCE_S if self._entry.fallbacks else deadline_s
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


LOADING = {
    "reason": "model_loading",
    "detail": "The model is starting; the answer begins by itself.",
}
QUEUED = {
    "reason": "queued",
    "detail": "All places at the model are taken; the answer begins by itself.",
}
