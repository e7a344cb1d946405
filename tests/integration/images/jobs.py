"""Asking an installation for pictures, and looking at them."""

from io import BytesIO
from typing import Any

import httpx
import numpy as np
from PIL import Image

from tests.integration.gateway.event_stream import events
from tests.integration.gateway.talk import expect


async def asked(painter: httpx.AsyncClient, **fields: Any) -> dict[str, Any]:
    body = {"prompt": "two boats", "seed": 7, **fields}
    return await expect(painter.post("/api/image-jobs", json=body), 202)


async def drawn(painter: httpx.AsyncClient, **fields: Any) -> dict[str, Any]:
    """A finished job with its pictures."""
    job = await asked(painter, **fields)
    assert (await events(painter, job["id"]))[-1].kind == "run.completed"
    return await expect(painter.get(f"/api/image-jobs/{job['id']}"), 200)


async def pixels(painter: httpx.AsyncClient, image: dict[str, Any], what: str = "file") -> Any:
    response = await painter.get(f"/api/images/{image['id']}/{what}")
    assert response.status_code == 200, response.text
    return np.asarray(Image.open(BytesIO(response.content)).convert("RGB"), int)
