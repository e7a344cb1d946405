"""The GPU pool from the command line: the operator's part of the HTTP API."""

import json
import urllib.error
import urllib.request
from typing import Any

from ops.settings import OpsSettings

TIMEOUT_S = 10.0
MINUTE_MS = 60_000

CHANGES: dict[str, dict[str, Any]] = {
    "pin": {"min_replicas": 1},
    "unpin": {"min_replicas": None},
    "drain": {"drained": True},
    "resume": {"drained": False},
}
"""Commands that only decide something about a model."""


class RefusedError(Exception):
    """What the installation answered, or that it does not answer."""


def table() -> str:
    """Every local model: how many replicas it has and may have, and what it has to do."""
    rows = [("MODEL", "REPLICAS", "MIN", "MAX", "HELD", "WAITING", "")]
    for model in _call("GET", "/api/pool")["models"]:
        limits = (model["replicas"], model["min_replicas"], model["max_replicas"])
        work = (sum(model["held"].values()), sum(model["waiting"].values()))
        note = "drained" if model["drained"] else ""
        rows.append((model["id"], *map(str, limits), *map(str, work), note))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join(lines)


def command(name: str, model: str, limits: tuple[int, int] | None = None) -> str:
    """Do one of `load`, `unload`, `scale` and `CHANGES`; what is true then, in words."""
    if name == "load":
        _call("POST", f"/api/models/{model}/load")
        return f"{model} starts."
    if name == "unload":
        _call("POST", f"/api/pool/models/{model}/unload")
        return f"{model} gives its replicas back as soon as they have nothing to do."
    fields = CHANGES.get(name)
    if limits is not None:
        fields = {"min_replicas": limits[0], "max_replicas": limits[1]}
    now = _call("PATCH", f"/api/pool/models/{model}", fields)
    drained = ", takes no new work" if now["drained"] else ""
    return f"{model}: {now['min_replicas']} to {now['max_replicas']} replicas{drained}."


def share(tenant: str, weight: float) -> str:
    """Change a tenant's share of the GPUs; what is true then, in words."""
    return _shared(_call("PATCH", f"/api/pool/tenants/{tenant}", {"weight": weight}))


def budget(tenant: str, gpu_minutes: float | None) -> str:
    """Change a tenant's GPU time a day, None being no end of it."""
    budget_ms = None if gpu_minutes is None else gpu_minutes * MINUTE_MS
    return _shared(_call("PATCH", f"/api/pool/tenants/{tenant}", {"daily_budget_ms": budget_ms}))


def _shared(now: dict[str, Any]) -> str:
    budget_ms = now["daily_budget_ms"]
    limit = "no budget" if budget_ms is None else f"{budget_ms / MINUTE_MS:g} GPU minutes a day"
    return f"{now['id']}: weight {now['weight']:g}, {limit}."


def _call(method: str, path: str, body: Any = None) -> Any:
    request = urllib.request.Request(
        f"http://127.0.0.1:{OpsSettings().port}{path}",
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310 - our own
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise RefusedError(json.load(error)["detail"]) from error
    except OSError as error:
        raise RefusedError(f"Atelier does not answer: {error}. Is it running?") from error
