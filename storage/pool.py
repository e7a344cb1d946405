"""What each tenant has had of the GPU pool: the dispatcher's memory, one document a tenant."""

import asyncio
from collections.abc import Mapping, Sequence

from pymongo import IndexModel

from storage.database import Collection

INDEXES: Sequence[IndexModel] = ()


class PoolCounters:
    """GPU-milliseconds by weight. One process writes them."""

    def __init__(self, pool: Collection) -> None:
        self._pool = pool

    async def load(self) -> dict[str, float]:
        return {each["_id"]: each["served"] for each in await self._pool.find({})}

    async def save(self, counters: Mapping[str, float]) -> None:
        """Set these; others stay."""
        await asyncio.gather(*(self._set(*counter) for counter in counters.items()))

    async def _set(self, tenant_id: str, served: float) -> None:
        if not await self._pool.alter(tenant_id, {"$set": {"served": served}}):
            await self._pool.insert({"_id": tenant_id, "tenant_id": tenant_id, "served": served})
