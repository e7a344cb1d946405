"""The GPU pool: what each tenant has had of it, and what operators decided about each model."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from pymongo import IndexModel

from storage.codec import from_document, stored_fields, to_document
from storage.database import Collection
from storage.documents import ModelControl, PoolTenant
from storage.errors import NotFoundError

INDEXES: Sequence[IndexModel] = ()


class PoolTenants:
    """One document a tenant: what it may have, by its operator, and what it has had, by the
    dispatcher."""

    def __init__(self, pool: Collection) -> None:
        self._pool = pool

    async def load(self) -> dict[str, PoolTenant]:
        """Of every tenant that ever had anything, or about which anything was decided."""
        found = await self._pool.find({})
        return {each["_id"]: from_document(PoolTenant, each) for each in found}

    async def save(self, changes: Mapping[str, Mapping[str, Any]]) -> None:
        """Set some fields of each; the others stay."""
        await asyncio.gather(*(self.change(*change) for change in changes.items()))

    async def change(self, tenant_id: str, fields: Mapping[str, Any]) -> PoolTenant:
        """Set some fields of one."""
        changed = await self._pool.update(tenant_id, {"$set": dict(fields)})
        if changed is None:
            await self._pool.insert({"_id": tenant_id, "tenant_id": tenant_id})
            changed = await self._pool.update(tenant_id, {"$set": dict(fields)})
        if changed is None:
            raise NotFoundError(f"What was known of {tenant_id} is gone.")
        return from_document(PoolTenant, changed)


class ModelControls:
    """One document a model; many may change it at once, each its own fields."""

    def __init__(self, controls: Collection) -> None:
        self._controls = controls

    async def load(self) -> dict[str, ModelControl]:
        """Of every model about which anything was ever decided."""
        found = await self._controls.find({})
        return {each["_id"]: from_document(ModelControl, each) for each in found}

    async def change(self, model_id: str, fields: Mapping[str, Any]) -> ModelControl:
        """Decide these fields; the others stay."""
        await self._controls.insert(to_document(ModelControl(id=model_id)))
        changed = await self._controls.update(model_id, {"$set": stored_fields(fields)})
        if changed is None:
            raise NotFoundError(f"The decisions about {model_id} are gone.")
        return from_document(ModelControl, changed)
