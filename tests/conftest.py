"""Fixtures for every kind of test. An installation starts once, for all the tests of a
session that want it, and none of theirs runs beside another."""

import os
import sys
from collections.abc import AsyncGenerator, Iterator

import httpx
import pytest

from tests.painting import MODEL, painting_system
from tests.providers.git_server import GitServer
from tests.system import Stage, System

INSTALLATIONS = ("system", "provided", "studio", "paced", "painting")
"""Fixtures of whole installations, in the order in which they run."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First the tests that want none of the installations, then those of one after another."""

    def which(item: pytest.Item) -> int:
        wanted = [name in getattr(item, "fixturenames", ()) for name in INSTALLATIONS]
        assert sum(wanted) <= 1, f"{item.nodeid} wants two installations at a time"
        return wanted.index(True) if any(wanted) else -1

    items.sort(key=which)


EXIT_STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    session.config.stash[EXIT_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Where Ray was used, end without taking the interpreter apart: a process that had reported all
    has crashed doing so, for a reason that is not known."""
    if "ray" in sys.modules and EXIT_STATUS in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[EXIT_STATUS])


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.clear()


@pytest.fixture(scope="session")
async def git_server(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[GitServer]:
    server = GitServer(tmp_path_factory.mktemp("repositories"))
    await server.start()
    yield server
    await server.stop()


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory, stage: Stage) -> System:
    """A running Atelier whose demo model answers."""
    return stage.enter(System(tmp_path_factory.mktemp("atelier"))).ready()


@pytest.fixture(scope="session")
def painting(tmp_path_factory: pytest.TempPathFactory, stage: Stage) -> System:
    """A running Atelier with a small image model, and no other that answers."""
    return stage.enter(painting_system(tmp_path_factory.mktemp("painting"))).ready(MODEL)


@pytest.fixture
async def painter(painting: System) -> AsyncGenerator[httpx.AsyncClient]:
    """A client of it."""
    async with httpx.AsyncClient(base_url=painting.url, timeout=60) as client:
        yield client
