"""Three tenants at work on the Atelier that runs, to watch its Pool page by:
`python -m benchmarks.tenants`.

The page itself is one tenant, until there are accounts. This asks the dispatcher and the replicas
as a host does, under other names: `crowd` wants sixteen answers at a time and always has more,
`guest` one short answer now and then, `studio`, where there is a model for it, two pictures at a
time. Every ten seconds it says what each of them had.
"""

import argparse
import asyncio
import logging
import os
import sys
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NoReturn

import aiohttp
import ray
import uvloop

from actors.settings import NAMESPACE
from benchmarks.installation import environment, ray_address
from benchmarks.stats import quantile
from ops.processes import owner
from ops.settings import OpsSettings
from serve.catalog import Catalog
from serve.chat import ChatRequest, Delta, Sampling
from serve.clients import build_painter, build_router
from serve.credits import CreditClient
from serve.directory import load_here
from serve.dispatcher_process import connect
from serve.errors import ModelError
from serve.image import ImageRequest, Picture, Progress, own_settings
from serve.image_router import ImageRouter
from serve.model_entry import ModelEntry
from serve.router import ModelRouter
from serve.settings import ServeSettings
from storage.ids import new_id

TOLD_EVERY_S = 10.0
GUEST_REST_S = 3.0
QUESTION = "Tell me a story about a lighthouse."
SCENE = "sunset over the ocean, two boats"

GIVEN = ("ATELIER_SECRET", "ATELIER_MODELS", "ATELIER_CLUSTER", "ATELIER_NODE_IP", "grpc_proxy")

Work = Callable[[], AsyncGenerator[object]]
"""One answer or picture, piece by piece."""


@dataclass(slots=True)
class Player:
    """A tenant: so many of its requests are open at a time, each after a rest."""

    tenant: str
    at_once: int
    work: Work
    rest_s: float = 0.0
    waits_s: list[float] = field(default_factory=list)
    """From asking to the first piece, of those that ended since it was told last."""
    failed: int = 0

    async def play(self) -> None:
        """For ever."""
        async with asyncio.TaskGroup() as tasks:
            for _ in range(self.at_once):
                tasks.create_task(self._one_after_the_other())

    async def _one_after_the_other(self) -> None:
        while True:
            asked_s, first_s = time.monotonic(), None
            try:
                async with aclosing(self.work()) as pieces:
                    async for _ in pieces:
                        first_s = first_s or time.monotonic()
                self.waits_s.append((first_s or time.monotonic()) - asked_s)
            except ModelError:
                self.failed += 1
            await asyncio.sleep(self.rest_s)

    def tell(self) -> str:
        """What it had since the last time."""
        waits, self.waits_s = self.waits_s, []
        wait = f"{quantile(waits, 0.5):7.2f} s to the first piece" if waits else ""
        failed = f", {self.failed} failed" if self.failed else ""
        return f"{self.tenant:<8}{len(waits):>5} done{failed} {wait}"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=3.0)
    args = parser.parse_args()
    if "ATELIER_SECRET" not in os.environ:
        _begin_again(OpsSettings().data_dir)
    ray.init(namespace=NAMESPACE, log_to_driver=False, logging_level=logging.ERROR)
    with suppress(TimeoutError, KeyboardInterrupt):
        uvloop.run(_play(60 * args.minutes))


def _begin_again(data_dir: Path) -> NoReturn:
    """As one more process of the Atelier that runs there: Ray reads its environment when it is
    imported."""
    up = owner(data_dir)
    if up is None:
        sys.exit(f"No Atelier runs on {data_dir}. Start one with `make up`.")
    given = {name: value for name, value in environment(up).items() if name in GIVEN}
    theirs = {"RAY_ADDRESS": ray_address(up), "RAY_AUTH_MODE": "token", **given}
    program = [sys.executable, "-m", "benchmarks.tenants", *sys.argv[1:]]
    os.execve(sys.executable, program, os.environ | theirs)


async def _play(seconds: float) -> None:
    settings = ServeSettings()
    catalog, credits = load_here(settings), CreditClient(connect, settings.secret)
    async with aiohttp.ClientSession() as session, asyncio.timeout(seconds):
        router = build_router(catalog, session, credits)
        painter = build_painter(catalog, session, credits)
        players = [
            Player("crowd", 16, partial(_answer, router, catalog, "crowd", 200)),
            Player("guest", 1, partial(_answer, router, catalog, "guest", 20), GUEST_REST_S),
        ]
        if (drawing := _drawing(catalog)) is not None:
            players.append(Player("studio", 2, partial(_picture, painter, drawing, "studio")))
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(credits.run())
            tasks.create_task(_tell(players))
            for player in players:
                tasks.create_task(player.play())


async def _tell(players: list[Player]) -> None:
    while True:
        await asyncio.sleep(TOLD_EVERY_S)
        print("\n".join(player.tell() for player in players), flush=True)


async def _answer(
    router: ModelRouter, catalog: Catalog, tenant: str, tokens: int
) -> AsyncGenerator[Delta]:
    request = ChatRequest(
        request_id=new_id(),
        model=catalog.default.id,
        messages=({"role": "user", "content": QUESTION},),
        sampling=Sampling(max_tokens=tokens),
        tenant=tenant,
    )
    async with aclosing(router.stream(request)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Delta):
                yield piece


def _drawing(catalog: Catalog) -> ModelEntry | None:
    """The first model that draws and needs no download."""
    here = (each for each in catalog.entries if each.drawing and not each.requires.hub)
    return next(here, None)


async def _picture(
    painter: ImageRouter, entry: ModelEntry, tenant: str
) -> AsyncGenerator[Progress | Picture]:
    assert entry.drawing is not None
    own = own_settings(entry.drawing, SCENE)
    request = ImageRequest(
        request_id=new_id(), picture_id=new_id(), model=entry.id, prompt=SCENE, seed=own.seed,
        width=own.width, height=own.height, steps=own.steps, guidance=own.guidance, tenant=tenant,
    )  # fmt: skip
    async with aclosing(painter.draw(request)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Progress | Picture):
                yield piece


if __name__ == "__main__":
    main()
