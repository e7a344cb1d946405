"""Root of a sandbox host's process, the Ray actor `sandboxes-N`, one for each node."""

import ray
import structlog
from aiohttp import web

from actors.sandboxes.backend import Backend, Limits
from actors.sandboxes.bubblewrap import BubblewrapBackend
from actors.sandboxes.docker_backend import DockerBackend
from actors.sandboxes.door import Door
from actors.sandboxes.egress import Allowed
from actors.sandboxes.errors import SandboxUnavailableError
from actors.sandboxes.host import Policy, SandboxHost
from actors.sandboxes.settings import SandboxSettings, installation
from serve.process import ServingActor
from storage.settings import StorageSettings
from storage.storage import Storage

log = structlog.get_logger()

HOW = "Install Docker (`apt install docker.io`) or bubblewrap (`apt install bubblewrap`), then "
HOW += "run `python -m ops sandbox-image` and start Atelier again."


class SandboxProcess(ServingActor[str]):
    """A node's sandbox host; its address is `http://ip:port`."""

    async def _serve(self) -> None:
        settings = SandboxSettings()
        limits = Limits()
        storage = await Storage.open(StorageSettings())
        backend, why = await find_backend(settings, limits)
        if backend is not None and (left := await backend.reap()):
            log.info("removed orphans", host=self._name, count=left)
        policy = Policy(
            settings.warm,
            settings.most,
            settings.most_of_tenant,
            settings.pause_after_s,
            settings.stop_after_s,
        )
        folder = settings.data_dir.resolve() / "sandboxes"
        allowed = Allowed.of(settings.hosts)
        host = SandboxHost(backend, why, storage, policy, limits, folder, allowed)
        app = Door(host, settings.secret, ray.get_runtime_context().get_node_id()).app()
        # Who goes away ends the command that only he was waiting for.
        server = web.AppRunner(app, access_log=None, handler_cancellation=True)
        await server.setup()
        node_ip = settings.node_ip or ray.util.get_node_ip_address()
        await web.TCPSite(server, node_ip, 0).start()
        name = backend.name if backend else None
        log.info("sandboxes", host=self._name, backend=name, why=why)
        self._serves_at(f"http://{node_ip}:{server.addresses[0][1]}")
        await host.run()


async def find_backend(settings: SandboxSettings, limits: Limits) -> tuple[Backend | None, str]:
    """The best one that works here; else none, and why."""
    owner = installation(settings.data_dir)
    reasons = []
    if settings.backend in ("auto", "docker"):
        try:
            return await DockerBackend.find(owner, limits), ""
        except SandboxUnavailableError as error:
            reasons.append(str(error))
    if settings.backend in ("auto", "bubblewrap"):
        try:
            return await BubblewrapBackend.find(owner, limits, settings.root), ""
        except SandboxUnavailableError as error:
            reasons.append(str(error))
    if settings.backend == "none":
        return None, "Sandboxes are switched off here (ATELIER_SANDBOXES=none)."
    return None, " ".join(["This machine has no sandboxes.", *reasons, HOW])
