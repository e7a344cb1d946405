"""The image model that ships, on an installation as it comes: no replica before it is asked."""

import httpx

from tests.integration.images.jobs import drawn, pixels
from tests.system import System

START_TIMEOUT_S = 180


async def test_it_draws_what_was_asked_for(system: System) -> None:
    async with httpx.AsyncClient(base_url=system.url, timeout=START_TIMEOUT_S) as client:
        job = await drawn(client, prompt="a red circle on a white background", seed=3)
        assert (job["model"], job["settings"]["steps"]) == ("atelier-demo-image", 20)
        seen = await pixels(client, job["images"][0])
    red, green, blue = seen[..., 0], seen[..., 1], seen[..., 2]
    assert seen.shape == (128, 128, 3)
    assert ((red > 150) & (green < 110) & (blue < 110)).mean() > 0.02
    assert (seen.min(axis=-1) > 190).mean() > 0.5
