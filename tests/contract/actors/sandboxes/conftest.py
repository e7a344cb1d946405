"""Sandboxes of both kinds on this machine, small ones, so that their limits are soon reached."""

from collections.abc import AsyncGenerator, Awaitable, Callable

import pytest

from actors.sandboxes.backend import MIB, Backend, Limits
from actors.sandboxes.bubblewrap import BubblewrapBackend
from actors.sandboxes.docker_backend import DockerBackend
from actors.sandboxes.execution import Request, result
from actors.sandboxes.sandbox import Sandbox
from actors.sandboxes.settings import SandboxSettings
from storage.ids import new_id

SMALL = Limits(
    memory_bytes=256 * MIB,
    work_bytes=32 * MIB,
    tmp_bytes=16 * MIB,
    file_bytes=24 * MIB,
    processes=48,
)


@pytest.fixture(scope="session", params=["docker", "bubblewrap"])
async def backend(request: pytest.FixtureRequest) -> AsyncGenerator[Backend]:
    owner = f"test-{new_id()[-12:]}"
    backend: Backend
    if request.param == "docker":
        backend = await DockerBackend.find(owner, SMALL)
    else:
        backend = await BubblewrapBackend.find(owner, SMALL, SandboxSettings().root)
    yield backend
    await backend.reap()


Run = Callable[..., Awaitable[dict[str, object]]]


def runner(sandbox: Sandbox) -> Run:
    """`await run(command, stdin="", timeout_s=20)`: the result, as the API gives it."""

    async def run(command: str, stdin: str = "", timeout_s: float = 20) -> dict[str, object]:
        return await result(sandbox.execute(Request(command, timeout_s, stdin)))

    return run


@pytest.fixture(scope="session")
async def shared(backend: Backend) -> AsyncGenerator[Sandbox]:
    """One for tests that leave it as it was."""
    sandbox = await Sandbox.start(backend)
    yield sandbox
    await sandbox.end()


@pytest.fixture
async def sandbox(backend: Backend) -> AsyncGenerator[Sandbox]:
    """One to be mistreated."""
    sandbox = await Sandbox.start(backend)
    yield sandbox
    await sandbox.end()


@pytest.fixture
def run(shared: Sandbox) -> Run:
    """In the shared one."""
    return runner(shared)
