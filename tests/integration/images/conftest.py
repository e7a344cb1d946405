"""A client of an installation that draws."""

from collections.abc import AsyncGenerator

import httpx
import pytest

from tests.system import System


@pytest.fixture
async def painter(painting: System) -> AsyncGenerator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=painting.url, timeout=60) as client:
        yield client
