"""The web client: files with a hash in their name for ever, the page itself always fresh."""

from pathlib import Path, PurePath

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.datastructures import Headers
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_NOT_BUILT = """<!doctype html><meta charset="utf-8"><title>Atelier</title>
<p>The web client is not built. Run <code>make web</code>; the API works meanwhile.</p>"""
PAGES = (
    "/",
    "/c/{path:path}",
    "/images",
    "/images/{path:path}",
    "/studio",
    "/studio/{path:path}",
    "/preview-window",
    "/pool",
)

PREVIEW = "preview.html"
"""The document that a project's app runs in: it may run any code, and reach nothing."""
_PREVIEW_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": (
        "sandbox allow-scripts allow-forms; default-src 'none'; "
        "script-src 'unsafe-inline' 'unsafe-eval' blob:; style-src 'unsafe-inline'; "
        "img-src data: blob:; media-src data: blob:; font-src data:; connect-src 'none'; "
        "worker-src 'none'; frame-src 'none'; object-src 'none'; form-action 'none'; "
        "base-uri 'none'; frame-ancestors 'self'"
    ),
    # What no policy above reaches: WebRTC's packets, and connections made ahead.
    "Connection-Allowlist": "(response-origin)",
    "X-DNS-Prefetch-Control": "off",
    "X-Frame-Options": "SAMEORIGIN",
}
_BUNDLER = "bundler-"
"""How the script of the preview's bundler begins: a worker, which has a policy of its own. It is
the only one that may compile WebAssembly."""
_BUNDLER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"


class Assets(StaticFiles):
    """Build output: its names change with its content, and most of it lies there gzipped too."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await self._gzipped(path, scope) or await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
            response.headers["Vary"] = "Accept-Encoding"
        if PurePath(path).name.startswith(_BUNDLER):
            response.headers["Content-Security-Policy"] = _BUNDLER_POLICY
        return response

    async def _gzipped(self, path: str, scope: Scope) -> Response | None:
        """Where the browser takes it; a part of a file is a part of the plain one."""
        headers = Headers(scope=scope)
        if "gzip" not in headers.get("accept-encoding", "") or "range" in headers:
            return None
        try:
            response = await super().get_response(f"{path}.gz", scope)
        except HTTPException:
            return None
        response.headers["Content-Encoding"] = "gzip"
        return response


def install(app: FastAPI, web_root: Path) -> None:
    """Serve the client at its pages, and its files beside it."""

    def page() -> Response:
        index = web_root / "index.html"
        if not index.is_file():
            return HTMLResponse(_NOT_BUILT, status_code=503)
        return FileResponse(index, headers={"Cache-Control": "no-cache"})

    for path in PAGES:
        app.add_api_route(path, page, include_in_schema=False, methods=["GET"])
    app.mount("/assets", Assets(directory=web_root / "assets", check_dir=False))

    def root_file(name: str) -> Response:
        if name not in _names(web_root):
            raise HTTPException(404)
        headers = _PREVIEW_HEADERS if name == PREVIEW else {"Cache-Control": "no-cache"}
        return FileResponse(web_root / name, headers=headers)

    app.add_api_route("/{name}", root_file, include_in_schema=False, methods=["GET"])


def _names(folder: Path) -> frozenset[str]:
    """The files that lie in the folder itself."""
    if not folder.is_dir():
        return frozenset()
    return frozenset(entry.name for entry in folder.iterdir() if entry.is_file())
