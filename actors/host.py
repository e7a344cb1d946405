"""A host process: many sessions, one run log, one small HTTP server for the gateways.

Root of its process: the environment, the database, Ray and the model clients are touched
here and handed down. Ray supervises it as the detached actor `agents-N`; when it dies, Ray
starts it again and it takes its unfinished runs up.
"""

import asyncio
import contextlib
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp
import orjson
import ray
import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from actors.agent_session import AgentSession
from actors.build_session import BuildSession
from actors.command_session import CommandSession
from actors.image_session import ImageSession
from actors.run_log import RunLog, RunWriter
from actors.sandboxes.client import SandboxClient
from actors.session import RunSession
from actors.settings import SECRET_HEADER, HostSettings, host_name
from actors.verify.verifier import Verifier
from serve.catalog import Catalog
from serve.chat import Message
from serve.clients import build_painter, build_router
from serve.credits import CreditClient
from serve.directory import load_here
from serve.dispatcher_process import connect
from serve.image_router import ImageRouter
from serve.process import ServingActor
from serve.router import ModelRouter
from serve.settings import ServeSettings
from storage.documents import Run
from storage.errors import UnavailableError
from storage.settings import StorageSettings
from storage.storage import Storage

log = structlog.get_logger()

MAX_START_BYTES = 2**20


class AgentHost:
    """The sessions of one host. Everything it needs is passed in."""

    def __init__(
        self,
        name: str,
        storage: Storage,
        models: ModelRouter,
        painter: ImageRouter,
        catalog: Catalog,
        run_log: RunLog,
        sandboxes: SandboxClient | None = None,
    ) -> None:
        self.name = name
        self.run_log = run_log
        self._storage = storage
        self._models = models
        self._painter = painter
        self._catalog = catalog
        self._sandboxes = sandboxes
        self._verifier = Verifier(sandboxes) if sandboxes else None
        self._tasks: dict[str, tuple[RunSession, asyncio.Task[None]]] = {}

    @property
    def active(self) -> int:
        return len(self._tasks)

    def start(self, run: Run, path: Sequence[Message] | None = None) -> None:
        """Begin a run that answers `path` (of none, for pictures), or take one up from what is
        stored of it; one that is at work already is left alone."""
        if run.id in self._tasks:
            return
        session = self._session(run, path)
        task = asyncio.create_task(session.work(), name=f"run-{run.id}")
        self._tasks[run.id] = (session, task)
        task.add_done_callback(lambda done: self._ended(run.id, done))

    def _session(self, run: Run, path: Sequence[Message] | None) -> RunSession:
        if run.kind == "image":
            fresh = path is not None
            return ImageSession(run, self._storage, self.run_log, self._painter, fresh=fresh)
        if run.kind == "command":
            assert self._sandboxes is not None  # every host of a cluster has them
            fresh = path is not None
            return CommandSession(run, self._storage, self.run_log, self._sandboxes, fresh=fresh)
        answering = BuildSession if "project_id" in run.request else AgentSession
        session = answering(
            run, self._storage, self.run_log, self._models, self._painter, self._catalog, path
        )
        if isinstance(session, BuildSession):
            session.verifier = self._verifier
        return session

    async def opened(self, run_id: str) -> RunWriter | None:
        """The log of a run that was just started, as soon as it is open; None when it is not
        here (any more)."""
        if (held := self._tasks.get(run_id)) is not None:
            await held[0].opened.wait()
        return self.run_log.get(run_id)

    def cancel(self, run_id: str) -> bool:
        """Tell the session to end; False when it is not here."""
        if (held := self._tasks.get(run_id)) is None:
            return False
        held[0].cancel()
        return True

    async def recover(self, writer: str, hosts: Sequence[str]) -> None:
        """Take up every run that the previous process of this name left unfinished; the first of
        all `hosts` those of former hosts, too."""
        for run in await self._storage.hosts.claim_unfinished(self.name, writer, hosts):
            self.start(run)

    async def sweep(self, every_s: float) -> None:
        """For ever: start runs that were stored for us while we could not be told."""
        while True:
            await asyncio.sleep(every_s)
            with contextlib.suppress(UnavailableError):
                for run in await self._storage.hosts.unfinished(self.name):
                    if run.cancel_requested and self.cancel(run.id):
                        continue
                    self.start(run)

    def _ended(self, run_id: str, task: asyncio.Task[None]) -> None:
        self._tasks.pop(run_id, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("session failed", run=run_id, error=repr(error), exc_info=error)


@dataclass(slots=True)
class HostServer:
    """The HTTP door of a host, for gateways of the same cluster alone."""

    host: AgentHost
    secret: str

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard], client_max_size=MAX_START_BYTES)
        app.router.add_post("/runs/{run_id}", self.start)
        app.router.add_post("/runs/{run_id}/cancel", self.cancel)
        app.router.add_get("/runs/{run_id}/events", self.events)
        app.router.add_get("/health", self.health)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get(SECRET_HEADER) != self.secret:
            raise web.HTTPForbidden
        return await handler(request)

    async def start(self, request: web.Request) -> web.StreamResponse:
        """Begin a run; with `?follow`, answer with its events from the first on."""
        told = orjson.loads(await request.read())
        path = told["path"] and [{"role": role, "content": text} for role, text in told["path"]]
        self.host.start(run := Run.model_validate(told["run"]), path)
        if "follow" not in request.query:
            return web.Response(status=202)
        writer = await self.host.opened(run.id)
        return await _events(request, writer, after=0)

    async def cancel(self, request: web.Request) -> web.Response:
        known = self.host.cancel(request.match_info["run_id"])
        return web.Response(status=202 if known else 404)

    async def health(self, request: web.Request) -> web.Response:
        return web.json_response({"active_runs": self.host.active})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """The live end of a run, as bytes ready for a browser. 404: read it from storage.

        `after` is the reader's cursor; without one a snapshot comes first. 416 with the first
        seq held here when older events must be read from storage before.
        """
        writer = self.host.run_log.get(request.match_info["run_id"])
        after = int(request.query["after"]) if "after" in request.query else None
        return await _events(request, writer, after)


async def _events(
    request: web.Request, run: RunWriter | None, after: int | None
) -> web.StreamResponse:
    """See `HostServer.events`."""
    if run is None:
        raise web.HTTPNotFound
    if after is not None and after + 1 < run.first_seq_here:
        return web.json_response({"first_seq": run.first_seq_here}, status=416)
    if after is not None and after > run.published_seq:
        return web.json_response({"last_seq": run.published_seq}, status=409)
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    async with contextlib.aclosing(run.follow(after, request.query.get("tag", ""))) as pieces:
        async for piece in pieces:
            await response.write(piece)
    await response.write_eof()
    return response


class HostProcess(ServingActor[str]):
    """The Ray actor `agents-N`; its address is `http://ip:port`."""

    async def _serve(self) -> None:
        settings, serve_settings = HostSettings(), ServeSettings()
        writer = f"{self._name}:{uuid.uuid4().hex[:12]}"
        storage = await Storage.open(StorageSettings())
        catalog = load_here(serve_settings)
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=connector, read_bufsize=2**20) as session:
            credits = CreditClient(connect, serve_settings.secret)
            models = build_router(catalog, session, credits)
            run_log = RunLog(storage.hosts, writer, time.monotonic)
            painter = build_painter(catalog, session, credits)
            sandboxes = SandboxClient(session, settings.secret)
            host = AgentHost(self._name, storage, models, painter, catalog, run_log, sandboxes)
            server = web.AppRunner(HostServer(host, settings.secret).app(), access_log=None)
            await server.setup()
            node_ip = settings.node_ip or ray.util.get_node_ip_address()
            site = web.TCPSite(server, node_ip, 0)
            await site.start()
            port = server.addresses[0][1]
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(run_log.run())
                tasks.create_task(credits.run())
                await host.recover(writer, [host_name(n) for n in range(settings.hosts)])
                tasks.create_task(host.sweep(settings.sweep_s))
                self._serves_at(f"http://{node_ip}:{port}")
