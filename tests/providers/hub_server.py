"""A server of the Hugging Face hub's protocol, for downloads: listing, ranges, redirects, cuts."""

import asyncio
import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class HubServer:
    """Serves one repository. `files` are name → content; names in `large` are LFS files, kept on
    a CDN: another origin, to which the hub redirects.
    """

    repository: str = "acme/tiny"
    files: dict[str, bytes] = field(default_factory=dict)
    large: frozenset[str] = frozenset()
    commit: str = COMMIT
    token: str | None = None
    lists_sizes: bool = True
    claimed_sizes: dict[str, int] = field(default_factory=dict)
    """Sizes to list in place of the true ones."""
    knows_ranges: bool = True
    cut_after: dict[str, list[int]] = field(default_factory=dict)
    """For a file: after how many bytes to cut its next downloads, one number each."""
    busy: int = 0
    """Answer so many downloads with 503 first."""
    damaged: set[str] = field(default_factory=set)
    """Files whose bytes are wrong."""
    stall_after: int | None = None
    downloads: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """For a file: the `Range` of each download, empty without one."""
    cdn_authorizations: list[str | None] = field(default_factory=list)
    stalled: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._runners: list[web.AppRunner] = []
        self._cdn = ""

    async def start(self) -> str:
        cdn = web.Application()
        cdn.router.add_get("/cdn/{name:.+}", self._blob)
        self._cdn = await self._listen(cdn)
        hub = web.Application()
        hub.router.add_get(f"/api/models/{self.repository}/revision/{{revision}}", self._listing)
        hub.router.add_route(
            "*", f"/{self.repository}/resolve/{{commit}}/{{name:.+}}", self._resolve
        )
        return await self._listen(hub)

    async def stop(self) -> None:
        runners, self._runners = self._runners, []
        for runner in runners:
            await runner.cleanup()

    async def _listen(self, app: web.Application) -> str:
        runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0
        )
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self._runners.append(runner)
        return f"http://127.0.0.1:{runner.addresses[0][1]}"

    async def _listing(self, request: web.Request) -> web.Response:
        if self.token and request.headers.get("Authorization") != f"Bearer {self.token}":
            return web.json_response({"error": "gated"}, status=401)
        if request.match_info["revision"] not in ("main", self.commit):
            return web.json_response({"error": "no such revision"}, status=404)
        rows = [self._row(name, content) for name, content in self.files.items()]
        return web.json_response({"id": self.repository, "sha": self.commit, "siblings": rows})

    def _row(self, name: str, content: bytes) -> dict[str, Any]:
        row: dict[str, Any] = {"rfilename": name}
        if self.lists_sizes:
            size = self.claimed_sizes.get(name, len(content))
            row |= {"size": size, "blobId": self._etag(name)[:40]}
            if name in self.large:
                row["lfs"] = {"size": size, "sha256": self._etag(name)}
        return row

    def _etag(self, name: str) -> str:
        content = self.files[name]
        if name in self.large:
            return hashlib.sha256(content).hexdigest()
        return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()

    async def _resolve(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if self.token and request.headers.get("Authorization") != f"Bearer {self.token}":
            return web.json_response({"error": "gated"}, status=401)
        if name not in self.files or request.match_info["commit"] != self.commit:
            return web.json_response({"error": "not found"}, status=404)
        headers = {"ETag": f'"{self._etag(name)}"', "X-Repo-Commit": self.commit}
        if name in self.large:
            headers |= {"X-Linked-Etag": f'"{self._etag(name)}"'}
            headers |= {"X-Linked-Size": str(len(self.files[name]))}
            headers |= {"Location": f"{self._cdn}/cdn/{name}"}
            return web.Response(status=302, headers=headers)
        return await self._send(request, name, headers)

    async def _blob(self, request: web.Request) -> web.StreamResponse:
        self.cdn_authorizations.append(request.headers.get("Authorization"))
        return await self._send(request, request.match_info["name"], {})

    async def _send(
        self, request: web.Request, name: str, headers: dict[str, str]
    ) -> web.StreamResponse:
        content = self.files[name]
        if request.method == "HEAD":
            return web.Response(headers=headers | {"Content-Length": str(len(content))})
        asked = request.headers.get("Range", "")
        self.downloads[name].append(asked)
        if self.busy:
            self.busy -= 1
            return web.Response(status=503)
        if name in self.damaged:
            content = content[:-1] + bytes([content[-1] ^ 1])
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and self.knows_ranges else 0
        response = web.StreamResponse(status=206 if start else 200, headers=headers)
        response.content_length = len(content) - start
        await response.prepare(request)
        cuts = self.cut_after.get(name)
        end = min(len(content), start + cuts.pop(0)) if cuts else len(content)
        if self.stall_after is not None:
            await response.write(content[start : start + self.stall_after])
            self.stalled.set()
            await asyncio.Event().wait()
        await response.write(content[start:end])
        if end < len(content):
            assert request.transport is not None
            request.transport.close()  # what was written still arrives
        else:
            await response.write_eof()
        return response
