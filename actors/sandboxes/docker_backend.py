"""Sandboxes as containers of a Docker engine.

Calls go through Docker's own SDK, in threads; the connection to the program inside is the
container's attached input and output, which asyncio reads by itself. The container's input ends
with that connection, upon which the program ends and Docker removes the container: one whose host
was killed does not outlive it. One that was paused then cannot notice; `reap` finds it by label.
"""

import asyncio
import contextlib
import struct
import time
from typing import Any

import docker
import structlog
from docker.errors import DockerException, ImageNotFound, NotFound

from actors.sandboxes.backend import (
    ENVIRONMENT,
    HOME,
    INSIDE,
    MIB,
    PYTHON,
    USER_ID,
    WORK,
    Limits,
    Stats,
    StreamConnection,
)
from actors.sandboxes.errors import SandboxGoneError, SandboxUnavailableError
from actors.sandboxes.settings import IMAGE

log = structlog.get_logger()

OWNER_LABEL = "atelier.sandboxes-of"
POOL_SIZE = 32
FAILURES = (DockerException, OSError)
"""What Docker's SDK raises, and what `requests` below it raises."""
REMOVAL_TIMEOUT_S = 20.0
_STREAM = struct.Struct("!B3xI")
"""How Docker marks a piece of output that is no terminal's: which stream, how many bytes."""


class DockerBackend:
    name = "docker"
    limited: tuple[str, ...] = ("memory", "processes", "cpus", "disk")

    def __init__(
        self, owner: str, limits: Limits, client: docker.APIClient, runtime: str | None
    ) -> None:
        self._owner = owner
        self._limits = limits
        self._client = client
        self._runtime = runtime

    @classmethod
    async def find(cls, owner: str, limits: Limits) -> "DockerBackend":
        """The engine of this machine. SandboxUnavailableError where it does not answer or has not
        got the image."""

        def look() -> DockerBackend:
            try:
                client = docker.APIClient(max_pool_size=POOL_SIZE, timeout=60, version="auto")
                client.inspect_image(IMAGE)
                runtimes = client.info().get("Runtimes", {})
            except ImageNotFound as error:
                said = "Docker has no sandbox image: run `python -m ops sandbox-image`."
                raise SandboxUnavailableError(said) from error
            except FAILURES as error:
                raise SandboxUnavailableError("Docker does not answer.") from error
            return cls(owner, limits, client, "runsc" if "runsc" in runtimes else None)

        return await asyncio.to_thread(look)

    async def start(self, box_id: str) -> "DockerConnection":
        raw = await asyncio.to_thread(self._start, box_id)
        reader, writer = await asyncio.open_connection(sock=raw)
        connection = DockerConnection(reader, writer)
        await connection.write(INSIDE)
        return connection

    def _start(self, box_id: str) -> Any:
        """The container runs; its input and output as a socket."""
        try:
            made = self._client.create_container(
                IMAGE,
                [*PYTHON, _rlimits(self._limits), HOME],
                name=_name(box_id),
                hostname="sandbox",
                user=f"{USER_ID}:{USER_ID}",
                working_dir=WORK,
                environment=ENVIRONMENT,
                labels={OWNER_LABEL: self._owner},
                stdin_open=True,
                host_config=self._host_config(),
            )
            streams = {"stdin": 1, "stdout": 1, "stderr": 1, "stream": 1}
            attached = self._client.attach_socket(made["Id"], params=streams)
            self._client.start(made["Id"])
        except FAILURES as error:
            with contextlib.suppress(*FAILURES):
                self._client.remove_container(_name(box_id), force=True)
            raise SandboxUnavailableError(f"Docker cannot start a sandbox: {error}") from error
        raw = attached._sock.dup()
        attached._response.close()  # it holds the other one, and the sandbox would see no end
        raw.setblocking(False)
        return raw

    def _host_config(self) -> Any:
        limits, owner = self._limits, f"uid={USER_ID},gid={USER_ID}"
        return self._client.create_host_config(
            auto_remove=True,
            cap_drop=["ALL"],
            security_opt=["no-new-privileges:true"],
            read_only=True,
            tmpfs={
                "/tmp": f"rw,exec,nosuid,nodev,size={limits.tmp_bytes},mode=1777",  # noqa: S108
                WORK: f"rw,exec,nosuid,nodev,size={limits.work_bytes},mode=0755,{owner}",
            },
            network_mode="none",
            ipc_mode="private",
            shm_size=16 * MIB,
            mem_limit=limits.memory_bytes,
            memswap_limit=limits.memory_bytes,
            nano_cpus=round(limits.cpus * 1e9),
            pids_limit=limits.processes,
            log_config={"Type": "none"},
            runtime=self._runtime,
        )

    async def pause(self, box_id: str) -> None:
        await self._call(self._client.pause, box_id)

    async def resume(self, box_id: str) -> None:
        await self._call(self._client.unpause, box_id)

    async def _call(self, call: Any, box_id: str) -> None:
        try:
            await asyncio.to_thread(call, _name(box_id))
        except FAILURES as error:
            raise SandboxGoneError(f"The sandbox is gone: {error}") from error

    async def remove(self, box_id: str) -> None:
        await asyncio.to_thread(_remove, self._client, _name(box_id))

    async def stats(self, box_id: str) -> Stats:
        def look() -> Stats:
            try:
                url = self._client._url("/containers/{0}/stats", _name(box_id))
                query = {"stream": False, "one-shot": True}
                found = self._client._result(self._client._get(url, params=query), json=True)
            except FAILURES as error:
                raise SandboxGoneError(f"The sandbox is gone: {error}") from error
            return Stats(
                found["memory_stats"].get("usage"),
                found["cpu_stats"]["cpu_usage"]["total_usage"] / 1e9,
                found["pids_stats"].get("current"),
            )

        return await asyncio.to_thread(look)

    async def reap(self) -> int:
        return await asyncio.to_thread(_remove_all, self._client, self._owner)


class DockerConnection(StreamConnection):
    """A container's attached input and output."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        super().__init__(writer)
        self._reader = reader

    async def read(self) -> bytes:
        try:
            while True:
                _, length = _STREAM.unpack(await self._reader.readexactly(_STREAM.size))
                if length:
                    return await self._reader.readexactly(length)
        except (asyncio.IncompleteReadError, OSError):
            return b""


def remove_all(owner: str) -> None:
    """Remove every sandbox of an installation, where a Docker engine answers."""
    with contextlib.suppress(*FAILURES):
        _remove_all(docker.APIClient(version="auto"), owner)


def _remove_all(client: docker.APIClient, owner: str) -> int:
    """Returns when none is left; how many there were."""
    removed: set[str] = set()
    deadline = time.monotonic() + REMOVAL_TIMEOUT_S
    label = f"{OWNER_LABEL}={owner}"
    while found := client.containers(all=True, filters={"label": label}):
        for each in found:
            removed.add(each["Id"])
            _remove(client, each["Id"])
        if time.monotonic() > deadline:
            raise SandboxUnavailableError("Docker does not remove the sandboxes of before.")
    return len(removed)


def _remove(client: docker.APIClient, name: str) -> None:
    try:
        client.remove_container(name, force=True)
    except NotFound:
        return
    except FAILURES as error:
        if getattr(error, "status_code", None) != 409:  # its removal has begun by itself
            log.warning("sandbox not removed", name=name, error=repr(error))


def _name(box_id: str) -> str:
    return f"atelier-sandbox-{box_id}"


def _rlimits(limits: Limits) -> str:
    return f'{{"NOFILE": {limits.open_files}, "FSIZE": {limits.file_bytes}, "CORE": 0}}'
