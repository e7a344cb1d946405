"""A git server over http, as code hosts are one over https: git's own `http-backend`."""

import asyncio
import base64
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from storage.git import Author, Changes, Repository


@dataclass
class GitServer:
    """Repositories of a folder. With a `token`, only for who shows it; `moved` answers each request
    with a redirect to that place."""

    folder: Path
    token: str = ""
    moved: str = ""
    seen: list[str] = field(default_factory=list)
    """The `Authorization` of each request."""
    port: int = 0

    async def start(self) -> None:
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        await self._runner.cleanup()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def repository(self, name: str, *commits: Changes) -> str:
        """A new one with these commits upon each other in its branch `main`; its URL."""
        repository = Repository.create(self.folder / f"{name}.git")
        parents: list[str] = []
        for changes in commits:
            at = datetime(2026, 1, 1, tzinfo=UTC)
            parents = [repository.commit(parents, changes, "Theirs", Author("Bob", "b@x"), at)]
            self.git(name, "update-ref", "refs/heads/main", parents[0])
        repository.close()
        return f"http://{self.host}/{name}.git"

    def git(self, name: str, *command: str) -> str:
        path = str(self.folder / f"{name}.git")
        done = subprocess.run(["git", "-C", path, *command], check=True, capture_output=True)
        return done.stdout.decode().strip()

    async def _answer(self, request: web.Request) -> web.Response:
        shown = request.headers.get("Authorization", "")
        self.seen.append(shown)
        if self.moved:
            raise web.HTTPMovedPermanently(f"{self.moved}{request.rel_url}")
        wanted = base64.b64encode(f"token:{self.token}".encode()).decode()
        if self.token and shown != f"Basic {wanted}":
            raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Basic"})
        env = {
            "PATH": os.environ["PATH"],
            "GIT_PROJECT_ROOT": str(self.folder),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REMOTE_USER": "somebody",
            "REQUEST_METHOD": request.method,
            "PATH_INFO": f"/{request.match_info['path']}",
            "QUERY_STRING": request.query_string,
            **_headers(request.headers),
        }
        process = await asyncio.create_subprocess_exec(
            "git", "http-backend", env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        output, _ = await process.communicate(await request.read())
        head, _, body = output.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if line)
        status = int(fields.pop("Status", "200").split()[0])
        return web.Response(status=status, headers=fields, body=body)


def _headers(headers: Mapping[str, str]) -> dict[str, str]:
    names = {
        "Content-Type": "CONTENT_TYPE",
        "Content-Encoding": "HTTP_CONTENT_ENCODING",
        "Git-Protocol": "GIT_PROTOCOL",
    }
    return {name: headers[header] for header, name in names.items() if header in headers}
