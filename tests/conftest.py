"""Fixtures for every kind of test. The whole system starts once, when a test first wants it."""

from collections.abc import Iterator

import pytest

from tests.painting import start_painting
from tests.system import System


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """A running Atelier whose demo model answers."""
    running = System(tmp_path_factory.mktemp("atelier"))
    try:
        yield running.start().ready()
    finally:
        running.stop()


@pytest.fixture(scope="session")
def painting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """A running Atelier with a small image model, and no other that answers."""
    running = start_painting(tmp_path_factory.mktemp("painting"))
    yield running
    running.stop()
