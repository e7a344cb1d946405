"""Collections, indexes and migrations: what `Storage.prepare` brings the database to."""

import asyncio
import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

import structlog
from pymongo import IndexModel
from pymongo.errors import CollectionInvalid, OperationFailure

from storage import (
    blobs,
    console,
    conversations,
    images,
    merge_requests,
    messages,
    migrations,
    pool,
    projects,
    runs,
)
from storage.database import Collection
from storage.documents import now, to_ms
from storage.errors import UnavailableError
from storage.grouping import GroupedCollection
from storage.ids import new_id
from storage.retry import Retry

INDEXES: Mapping[str, Sequence[IndexModel]] = MappingProxyType(
    {
        "conversations": conversations.INDEXES,
        "messages": messages.INDEXES,
        "runs": runs.RUN_INDEXES,
        "run_events": runs.EVENT_INDEXES,
        "images": images.INDEXES,
        "projects": projects.INDEXES,
        "merge_requests": merge_requests.INDEXES,
        "console": console.INDEXES,
        "pool": pool.INDEXES,
        "model_controls": pool.INDEXES,
        "blobs": blobs.INDEXES,
    }
)

_POLL_S = 0.1
_STALE_MS = 30_000
_WAIT_S = 120.0

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step. `apply` gets the database; it may be run again after a crash, so it
    must reach the same end from any point in the middle."""

    number: int
    name: str
    apply: Callable[[Any], Awaitable[None]]

    @property
    def id(self) -> str:
        return f"{self.number:04d}"


def known_migrations() -> tuple[Migration, ...]:
    """The modules `mNNNN_name.py` of `storage.migrations`, by number."""
    found = []
    for module in pkgutil.iter_modules(migrations.__path__):
        number, _, name = module.name.removeprefix("m").partition("_")
        apply = importlib.import_module(f"{migrations.__name__}.{module.name}").apply
        found.append(Migration(int(number), name, apply))
    return tuple(sorted(found, key=lambda each: each.number))


async def prepare_database(
    database: Any, retry: Retry, steps: Sequence[Migration] | None = None
) -> None:
    """Create what is missing and run each migration once, whoever else does the same now."""
    await _create_collections(database, retry)
    for name, indexes in INDEXES.items():
        for index in indexes:  # one by one: the embedded server takes no list safely
            await retry(partial(database[name].create_indexes, [index]))
    done = Collection(GroupedCollection(database["migrations"]), retry)
    for step in known_migrations() if steps is None else steps:
        await _run_once(step, database, done)


async def _create_collections(database: Any, retry: Retry) -> None:
    present = set(await retry(database.list_collection_names))
    for name in (*INDEXES, "migrations"):
        if name not in present:
            try:
                await retry(partial(database.create_collection, name))
            except (CollectionInvalid, OperationFailure):
                # Somebody else was faster; if not, the first index says what is wrong.
                continue


async def _run_once(step: Migration, database: Any, done: Collection) -> None:
    """Claim the step by its number, apply it and record it; or wait for who does.

    A claimer that died shows by its age: after 30 s the step is taken over.
    """
    owner = new_id()
    record = {"_id": step.id, "name": step.name, "owner": owner, "state": "running"}
    deadline = asyncio.get_running_loop().time() + _WAIT_S
    while not await done.insert({**record, "since": to_ms(now())}):
        found = await done.get(step.id)
        if found is not None and found["state"] == "done":
            return
        if found is not None and (found["owner"] == owner or await _took_over(found, owner, done)):
            break
        if asyncio.get_running_loop().time() > deadline:
            raise UnavailableError(f"migration {step.number} is still running elsewhere")
        await asyncio.sleep(_POLL_S)
    await step.apply(database)
    finished = {"$set": {"state": "done", "finished": to_ms(now())}}
    await done.update(step.id, finished, owner=owner)
    _log.info("migration applied", number=step.number, name=step.name)


async def _took_over(found: Mapping[str, Any], owner: str, done: Collection) -> bool:
    moment = to_ms(now())
    if moment - found["since"] < _STALE_MS:
        return False
    change = {"$set": {"owner": owner, "since": moment}}
    taken = await done.update(found["_id"], change, owner=found["owner"], state="running")
    return taken is not None
