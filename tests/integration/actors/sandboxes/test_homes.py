"""A sandbox is found where it is, whatever nodes come and go."""

import zlib
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack

import aiohttp
import pytest
from aiohttp import web

from actors.sandboxes.client import SandboxClient
from actors.sandboxes.door import Door
from actors.sandboxes.host import SandboxHost
from storage.errors import NotFoundError
from tests.integration.actors.sandboxes.conftest import Begin, Hosts

SECRET = "s"


class Nodes:
    """Hosts behind their doors, and clients that know of some of them."""

    def __init__(self, hosts: Hosts, stack: AsyncExitStack, session: aiohttp.ClientSession) -> None:
        self.known: dict[str, str] = {}
        self.hosts: dict[str, SandboxHost] = {}
        self._run, self._stack, self._session = hosts, stack, session

    async def join(self, name: str) -> None:
        host = await self._stack.enter_async_context(self._run())  # type: ignore[arg-type]
        runner = web.AppRunner(Door(host, SECRET, "here").app(), access_log=None)
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.known[name] = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self.hosts[name] = host

    def client(self) -> SandboxClient:
        client = SandboxClient(self._session, SECRET)
        client._hosts, client._looked = dict(self.known), float("inf")
        return client


@pytest.fixture
async def nodes(hosts: Hosts) -> AsyncGenerator[Nodes]:
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession())
        yield Nodes(hosts, stack, session)


def preferred(project_id: str) -> str:
    """A name that comes before `old` for this project."""
    old = zlib.crc32(f"old/{project_id}".encode())
    names = (f"new-{n}" for n in range(10_000))
    return next(name for name in names if zlib.crc32(f"{name}/{project_id}".encode()) > old)


async def test_it_stays_where_it_is_when_a_node_joins(nodes: Nodes, begin: Begin) -> None:
    key = await begin(a="1")
    await nodes.join("old")
    await nodes.client().open(*key)
    new = preferred(key[1])
    await nodes.join(new)
    client = nodes.client()
    assert b'"running"' in await client.read(*key)
    assert nodes.hosts["old"].find(key) is not None
    assert nodes.hosts[new].find(key) is None

    await client.delete(*key)
    await nodes.client().open(*key)
    assert nodes.hosts["old"].find(key) is None
    assert nodes.hosts[new].find(key) is not None


async def test_where_its_node_is_gone_it_is_made_elsewhere(nodes: Nodes, begin: Begin) -> None:
    key = await begin(a="1")
    new = preferred(key[1])
    await nodes.join(new)
    await nodes.join("old")
    await nodes.client().open(*key)
    assert nodes.hosts[new].find(key) is not None
    del nodes.known[new]
    with pytest.raises(NotFoundError):
        await nodes.client().read(*key)
    await nodes.client().open(*key)
    assert nodes.hosts["old"].find(key) is not None
