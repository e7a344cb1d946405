"""A host of sandboxes on real stores, and projects of two tenants."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from actors.sandboxes.backend import Backend, Limits
from actors.sandboxes.docker_backend import DockerBackend
from actors.sandboxes.exchange import AUTHOR
from actors.sandboxes.host import Key, Policy, SandboxHost
from storage import Storage, new_id
from storage.documents import Project
from storage.embedded import EmbeddedStores

PATIENT = Policy(warm=0, most=10, most_of_tenant=10, pause_after_s=600, stop_after_s=600)


@pytest.fixture(scope="session")
async def storage(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[Storage]:
    async with EmbeddedStores(tmp_path_factory.mktemp("stores")) as stores:
        storage = await Storage.open(stores.settings)
        await storage.prepare()
        yield storage
        await storage.close()


@pytest.fixture(scope="session")
async def backend() -> AsyncGenerator[Backend]:
    backend = await DockerBackend.find(f"test-{new_id()[-12:]}", Limits())
    yield backend
    await backend.reap()


Begin = Callable[..., Awaitable[Key]]


@pytest.fixture
def begin(storage: Storage) -> Begin:
    """`await begin(tenant, **files)`: a new project's key."""

    async def make(tenant_id: str = "", **files: str) -> Key:
        tenant_id = tenant_id or new_id()
        contents = {name: text.encode() for name, text in files.items()}
        project = Project(id=new_id(), name="P")
        await storage.tenant(tenant_id).projects.create(project, contents, AUTHOR)
        return tenant_id, project.id

    return make


Hosts = Callable[..., object]


@pytest.fixture
def hosts(storage: Storage, backend: Backend, tmp_path: Path) -> Hosts:
    """`async with hosts(policy) as host`: one at work; in the end all of its sandboxes end."""

    @asynccontextmanager
    async def run(policy: Policy = PATIENT) -> AsyncGenerator[SandboxHost]:
        host = SandboxHost(backend, "", storage, policy, Limits(), tmp_path / "kept")
        running = asyncio.create_task(host.run())
        try:
            yield host
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await host.close()

    return run
