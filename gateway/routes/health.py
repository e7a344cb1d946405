"""Alive, ready, and how each part is doing."""

import asyncio
from typing import Literal

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from gateway.services import Services, Use

router = APIRouter(tags=["operations"])

VERSION = "0.1.0"


class Alive(BaseModel):
    status: Literal["alive"] = "alive"


class Part(BaseModel):
    """A part of this installation; `detail` says what is wrong with one that fails."""

    name: str
    state: Literal["ready", "failing"]
    detail: str | None


class Readiness(BaseModel):
    ready: bool
    failing: list[Part]


class Status(BaseModel):
    version: str
    ready: bool
    parts: list[Part]


@router.get("/healthz")
async def healthz() -> Alive:
    """The process is alive. It says nothing about what it depends on."""
    return Alive()


@router.get(
    "/readyz", responses={503: {"model": Readiness, "description": "Some part does not answer"}}
)
async def readyz(use: Use, response: Response) -> Readiness:
    """Whether database, object store, hosts and dispatcher answer."""
    failing = [part for part in await _parts(use) if part.state != "ready"]
    response.status_code = 503 if failing else 200
    return Readiness(ready=not failing, failing=failing)


@router.get("/api/status")
async def status(use: Use) -> Status:
    """All parts with their states, for people."""
    parts = await _parts(use)
    ready = all(part.state == "ready" for part in parts)
    return Status(version=VERSION, ready=ready, parts=parts)


@router.get("/metrics", response_class=PlainTextResponse)
async def metrics() -> Response:
    """Prometheus metrics of this gateway process."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _parts(use: Services) -> list[Part]:
    stores, hosts = await asyncio.gather(use.storage.ping(), use.agents.ping())
    dispatcher = {"dispatcher": None if use.credits.is_connected else "is not reached"}
    return [
        Part(name=name, state="failing" if detail else "ready", detail=detail)
        for name, detail in [*stores.items(), *hosts.items(), *dispatcher.items()]
    ]
