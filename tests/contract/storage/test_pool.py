"""What operators decided about models and tenants, and what tenants have had."""

import asyncio

from storage import Storage, new_id
from storage.documents import now


async def test_each_decision_is_kept_and_leaves_the_others(storage: Storage) -> None:
    controls, model = storage.model_controls, f"model-{new_id()}"
    assert model not in await controls.load()
    moment = now()
    await asyncio.gather(
        controls.change(model, {"min_replicas": 1, "max_replicas": 3}),
        controls.change(model, {"drained": True}),
        controls.change(model, {"unloaded_at": moment}),
    )
    kept = (await controls.load())[model]
    assert (kept.min_replicas, kept.max_replicas, kept.drained) == (1, 3, True)
    assert kept.unloaded_at == moment
    changed = await controls.change(model, {"min_replicas": None, "drained": False})
    assert changed == (await controls.load())[model]
    assert (changed.min_replicas, changed.max_replicas, changed.drained) == (None, 3, False)


async def test_what_a_tenant_may_have_and_has_had_are_kept_apart(storage: Storage) -> None:
    pool, tenant = storage.pool, new_id()
    await asyncio.gather(
        pool.change(tenant, {"weight": 2.5, "daily_budget_ms": 1e6}),
        pool.save({tenant: {"served": 10.0, "day": "2026-03-01", "spent_ms": 4.0}}),
    )
    known = (await pool.load())[tenant]
    assert (known.weight, known.daily_budget_ms) == (2.5, 1e6)
    assert (known.served, known.day, known.spent_ms) == (10.0, "2026-03-01", 4.0)
    assert (await pool.change(tenant, {"daily_budget_ms": None})).daily_budget_ms is None
    assert (await pool.load())[tenant].weight == 2.5
