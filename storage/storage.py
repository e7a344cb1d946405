"""The stores as one object: built once per process, in that process's root."""

import asyncio
import re
from collections.abc import Awaitable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

import structlog

from storage.blobs import Blobs, BlobStore
from storage.console import Console
from storage.conversations import Conversations
from storage.database import Collection, TenantCollection, connect, is_transient
from storage.errors import NotFoundError, StorageError
from storage.grouping import GroupedCollection
from storage.hosts import HostRuns
from storage.images import Images
from storage.merge_requests import MergeRequests
from storage.messages import Messages
from storage.pool import ModelControls, PoolTenants
from storage.projects import Projects
from storage.retry import Retry
from storage.runs import Runs
from storage.schema import INDEXES, prepare_database
from storage.settings import StorageSettings
from storage.turns import Turns

_TENANT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_PING_TIMEOUT_S = 2.0

_log = structlog.get_logger(__name__)


class TenantStorage:
    """Everything one tenant has, and nothing else."""

    def __init__(
        self,
        collections: Mapping[str, GroupedCollection],
        retry: Retry,
        store: BlobStore,
        cache: Path,
        joining: dict[str, asyncio.Task[None]],
        tenant_id: str,
    ) -> None:
        def scoped(name: str) -> TenantCollection:
            return TenantCollection(collections[name], retry, tenant_id)

        self.tenant_id = tenant_id
        messages, runs, run_events = scoped("messages"), scoped("runs"), scoped("run_events")
        self.conversations = Conversations(scoped("conversations"), messages, runs, run_events)
        self.messages = Messages(messages, runs, run_events, self.conversations)
        self.runs = Runs(runs, run_events)
        self.turns = Turns(self.conversations, self.messages, self.runs)
        self.blobs = Blobs(store, scoped("blobs"))
        self.images = Images(scoped("images"), self.blobs)
        requests, console = scoped("merge_requests"), scoped("console")
        self.projects = Projects(
            scoped("projects"), (requests, console), self.blobs, cache / "projects", joining
        )
        self.merge_requests = MergeRequests(requests, self.projects)
        self.console = Console(console, self.projects)


class Storage:
    """Repositories of every tenant, and of the hosts."""

    def __init__(self, client: Any, store: BlobStore, settings: StorageSettings) -> None:
        self._client = client
        self._database = client[settings.mongodb_database]
        # Made once: all tenants' writes meet there, and a tenant's part is made for each request.
        self._collections = {name: GroupedCollection(self._database[name]) for name in INDEXES}
        self._store = store
        self._cache = settings.data_dir / "cache"
        self._joining: dict[str, asyncio.Task[None]] = {}
        self._retry = Retry(settings.retry_budget_s, is_transient)

    @classmethod
    async def open(cls, settings: StorageSettings) -> "Storage":
        """Clients for the settings' addresses; nothing is contacted yet. Belongs to the
        running event loop. StorageError when an address is missing."""
        if settings.mongodb_url is None or settings.s3_url is None:
            raise StorageError(
                "No addresses: set MONGODB_URL and S3_URL, or start EmbeddedStores and use its "
                "settings."
            )
        store = BlobStore(settings.s3_url, f"{settings.mongodb_database}-", settings.retry_budget_s)
        return cls(connect(settings.mongodb_url), store, settings)

    async def prepare(self) -> None:
        """Create buckets, collections and indexes, run new migrations, and finish deletions
        that a crash cut short. Several processes may call it at once. UnavailableError."""
        await prepare_database(self._database, self._retry)
        await self._store.create_buckets()
        await self._finish_deletes()

    def tenant(self, tenant_id: str) -> TenantStorage:
        """The tenant's part. ValueError for an id that is not 1–64 of `A-Za-z0-9_-`."""
        if not _TENANT_ID.fullmatch(tenant_id):
            raise ValueError(f"not a tenant id: {tenant_id!r}")
        return TenantStorage(
            self._collections, self._retry, self._store, self._cache, self._joining, tenant_id
        )

    @cached_property
    def hosts(self) -> HostRuns:
        """Runs across tenants: for the processes that execute them, and nobody else."""
        runs = Collection(self._collections["runs"], self._retry)
        return HostRuns(runs, self._collections["run_events"], self._retry)

    @cached_property
    def pool(self) -> PoolTenants:
        """What every tenant may have and has had of the GPUs: for operators, and nobody else."""
        return PoolTenants(Collection(self._collections["pool"], self._retry))

    @cached_property
    def model_controls(self) -> ModelControls:
        """What operators decided about the models, which belong to no tenant."""
        return ModelControls(Collection(self._collections["model_controls"], self._retry))

    async def ping(self) -> Mapping[str, str | None]:
        """Part name → None when it answers, else what is wrong; each takes at most 2 s."""
        parts = {"database": self._client.admin.command("ping"), "blobs": self._store.ping()}
        answers = await asyncio.gather(*(_problem(answer) for answer in parts.values()))
        return dict(zip(parts, answers, strict=True))

    async def close(self) -> None:
        tasks = [*self._joining.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._client.close()
        self._store.close()

    async def _finish_deletes(self) -> None:
        conversations = Collection(self._collections["conversations"], self._retry)
        for found in await conversations.find({"deleting": True}, fields=["tenant_id"]):
            _log.info("finishing a deletion", conversation_id=found["_id"])
            with suppress(NotFoundError):  # another process that starts was quicker
                await self.tenant(found["tenant_id"]).conversations.delete(found["_id"])
        projects = Collection(self._collections["projects"], self._retry)
        for found in await projects.find({"deleting": True}, fields=["tenant_id"]):
            _log.info("finishing a deletion", project_id=found["_id"])
            with suppress(NotFoundError):
                await self.tenant(found["tenant_id"]).projects.delete(found["_id"])
        images = Collection(self._collections["images"], self._retry)
        for found in await images.find({"hidden": True}, fields=["tenant_id", "run_id"]):
            tenant = self.tenant(found["tenant_id"])
            run_id = found["run_id"]
            if run_id is None or not await tenant.runs.is_running(
                run_id
            ):  # a host finishes its own
                _log.info("finishing a deletion", image_id=found["_id"])
                await tenant.images.clear_unfinished(run_id)


async def _problem(answer: Awaitable[Any]) -> str | None:
    try:
        async with asyncio.timeout(_PING_TIMEOUT_S):
            await answer
    except TimeoutError:
        return f"no answer within {_PING_TIMEOUT_S:g} s"
    except Exception as error:  # a health check reports whatever is wrong
        return f"{type(error).__name__}: {error}"[:300]
    return None
