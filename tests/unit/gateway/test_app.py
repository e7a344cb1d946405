"""The app as a whole, without anything behind it."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from gateway.app import create_app
from gateway.settings import GatewaySettings


def app(folder: Path) -> Any:
    settings = GatewaySettings().model_copy(update={"web_root": folder})
    return create_app(SimpleNamespace(settings=settings))  # type: ignore[arg-type]


def test_every_route_is_described(tmp_path: Path) -> None:
    document = app(tmp_path).openapi()
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            assert operation.get("description"), f"{method} {path}"
            assert operation["tags"], f"{method} {path}"


def test_no_two_routes_answer_the_same_call(tmp_path: Path) -> None:
    calls = [
        (route.path, method)
        for route in app(tmp_path).routes
        for method in getattr(route, "methods", None) or ()
    ]
    assert len(calls) == len(set(calls))
