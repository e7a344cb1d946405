"""A replica around one diffusion pipeline, drawn from over HTTP.

Its own thread and loop, so that Ray's calls never wait on it. Frames of a drawing are a line of
JSON each, followed by as many bytes as its `bytes` says: `{"step", "steps", "bytes"}` with a
preview, `{"png", "bytes"}` with the picture's PNG of so many bytes and then its thumbnail, or
`{"code", "detail"}` of what went wrong.
"""

import asyncio
import os
import secrets
import threading
from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import asdict, dataclass
from typing import Any

import orjson
import ray
import structlog
from aiohttp import web

from serve.errors import ModelError
from serve.image import ImageRequest, Picture, Progress
from serve.logs import set_up_logs
from serve.replica import Replica, ReplicaAddress
from serve.settings import ServeSettings

log = structlog.get_logger()

MAX_BODY_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True)
class DiffusionSpec:
    """What a replica must load. `batch_pixels` is how much of pictures one step takes, guidance
    counted twice; `dtype` is torch's name of the numbers; `loras` are paths and scales."""

    model_id: str
    source: str
    batch_pixels: int
    dtype: str
    loras: tuple[tuple[str, float], ...] = ()


class DiffusionReplica(Replica):
    """One replica: loads its pipeline, hands out leases, draws."""

    _failure: Exception | None = None

    def __init__(self, spec: DiffusionSpec) -> None:
        super().__init__(spec.model_id)
        set_up_logs()
        self._spec = spec
        self._ready = threading.Event()
        threading.Thread(target=self._run, daemon=True, name="diffusion").start()
        self._ready.wait()
        if self._failure is not None:
            self._tell(phase="failed", fraction=0.0, detail=str(self._failure))
            raise self._failure
        self._tell(phase="ready", fraction=1.0, address=asdict(self._address))

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception as error:  # the root of the thread
            log.error("replica died", model=self._spec.model_id, error=repr(error), exc_info=error)
            self._failure = error
        if self._ready.is_set():
            os._exit(1)  # Serve replaces a dead actor sooner than an unhealthy one
        self._ready.set()

    async def _serve(self) -> None:
        self._tell(phase="importing diffusers", fraction=0.1)
        from serve.diffusion.engine import DiffusionEngine  # torch and diffusers take seconds
        from serve.diffusion.families import load_family

        self._tell(phase="loading the weights", fraction=0.5)
        family = load_family(self._spec.source, self._spec.dtype, self._spec.loras)
        downscale = family.pipeline.vae_scale_factor
        engine = DiffusionEngine(family, capacity=self._spec.batch_pixels / downscale**2)
        key = secrets.token_urlsafe(24)
        server = web.AppRunner(
            ImageServer(engine, key).app(), access_log=None, handler_cancellation=True
        )
        await server.setup()
        host = ServeSettings().node_ip or ray.util.get_node_ip_address()
        await web.TCPSite(server, host, 0).start()
        url = f"http://{host}:{server.addresses[0][1]}"
        self._address = ReplicaAddress(url, key, self._replica, (), (), (os.getpid(),))
        self._ready.set()
        await engine.run()


class ImageServer:
    """The HTTP door of a `DiffusionEngine`, for clients of the same cluster alone."""

    def __init__(self, engine: Any, key: str) -> None:
        self._engine = engine
        self._credentials = f"Bearer {key}"

    def app(self) -> web.Application:
        app = web.Application(client_max_size=MAX_BODY_BYTES)
        app.router.add_post("/pictures", self.draw)
        return app

    async def draw(self, request: web.Request) -> web.StreamResponse:
        """Draw an `ImageRequest`. Who closes the connection frees its place at the next step."""
        given = request.headers.get("Authorization", "")
        if not secrets.compare_digest(given, self._credentials):
            raise web.HTTPUnauthorized
        wanted = ImageRequest.of_body(await request.read())
        response = web.StreamResponse(headers={"Content-Type": "application/octet-stream"})
        await response.prepare(request)
        try:
            async with aclosing(self._engine.generate(wanted)) as pieces:
                async for piece in pieces:
                    await response.write(frame(piece))
        except ModelError as error:
            await response.write(_line({"code": error.code, "detail": str(error)}))
        except ConnectionResetError:  # who asked has left, just when a step was done
            return response
        await response.write_eof()
        return response


def frame(piece: Progress | Picture) -> bytes:
    """A piece as it travels."""
    if isinstance(piece, Picture):
        sizes = {"png": len(piece.png), "bytes": len(piece.png) + len(piece.thumbnail)}
        return _line(sizes) + piece.png + piece.thumbnail
    preview = piece.preview or b""
    return _line({"step": piece.step, "steps": piece.steps, "bytes": len(preview)}) + preview


def _line(fields: Mapping[str, Any]) -> bytes:
    return orjson.dumps(fields) + b"\n"
