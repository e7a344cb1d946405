"""The interactive description at `/api/docs`: our own page, so that it works without a network."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse

FOLDER = Path(__file__).resolve().parent.parent / "docs"
FILES = ("page.css", "page.js")


def install(app: FastAPI) -> None:
    """Serve the page and its two files."""

    def page() -> FileResponse:
        return _file("index.html")

    app.add_api_route("/api/docs", page, include_in_schema=False, methods=["GET"])
    for name in FILES:
        app.add_api_route(
            f"/api/docs/{name}",
            lambda name=name: _file(name),
            include_in_schema=False,
            methods=["GET"],
        )


def _file(name: str) -> FileResponse:
    return FileResponse(FOLDER / name, headers={"Cache-Control": "no-cache"})
