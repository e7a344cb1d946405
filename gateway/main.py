"""Root of a gateway process: builds what routes use, serves until it is told to stop.

Run as the Ray actor `gateway-N`; several share the port (SO_REUSEPORT). Ray restarts one
that dies, and clients read on from where they were.
"""

import asyncio
import socket

import aiohttp
import uvicorn

from actors.client import AgentClient
from actors.sandboxes.client import SandboxClient
from gateway.app import create_app
from gateway.project_watch import ProjectWatch
from gateway.services import Services
from gateway.settings import GatewaySettings
from serve.clients import build_router
from serve.credits import CreditClient
from serve.directory import load_here
from serve.dispatcher_process import connect
from serve.process import ServingActor
from serve.settings import ServeSettings
from serve.watch import ModelWatch
from storage.settings import StorageSettings
from storage.storage import Storage

LISTEN_BACKLOG = 1024


class GatewayProcess(ServingActor[str]):
    """Serves people and programs."""

    async def _serve(self) -> None:
        settings = GatewaySettings()
        storage = await Storage.open(StorageSettings())
        catalog = load_here(ServeSettings())
        watch, projects = ModelWatch(), ProjectWatch(storage)
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=connector, read_bufsize=2**20) as session:
            credits = CreditClient(connect, settings.secret)
            services = Services(
                settings=settings,
                storage=storage,
                agents=AgentClient(session, settings.secret, settings.hosts),
                sandboxes=SandboxClient(session, settings.secret),
                models=build_router(catalog, session, credits),
                credits=credits,
                watch=watch,
                projects=projects,
                catalog=catalog,
            )
            config = uvicorn.Config(
                create_app(services), log_config=None, access_log=False, timeout_keep_alive=75
            )
            server = uvicorn.Server(config)
            sock = _listen(settings.bind, settings.port)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(watch.follow())
                tasks.create_task(projects.run())
                tasks.create_task(credits.run())
                tasks.create_task(server.serve(sockets=[sock]))
                while not server.started:
                    await asyncio.sleep(0.01)
                self._serves_at(f"{settings.bind}:{settings.port}")


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    sock.bind((host, port))
    sock.listen(LISTEN_BACKLOG)
    return sock
