"""A local image model: diffusion replicas behind Ray Serve, drawn from directly."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import replace
from functools import partial

import aiohttp
import orjson

from serve.chat import Notice
from serve.credits import CreditClient
from serve.errors import (
    BadRequestError,
    ContextTooLongError,
    DeadlineError,
    ModelError,
    PictureTooLargeError,
    StreamBrokenError,
)
from serve.image import ImageRequest, Picture, Progress
from serve.model_entry import ModelEntry
from serve.places import Address, Done, Handle, Places, Wanted

TIMEOUT = aiohttp.ClientTimeout(total=None, connect=5, sock_read=None)
STALL_S = 120.0
"""A replica that says nothing for so long is given up: a step takes seconds at most."""


class ReplicaImageModel:
    """One catalogue entry served by our own replicas."""

    def __init__(
        self,
        entry: ModelEntry,
        session: aiohttp.ClientSession,
        handle: Callable[[], Handle],
        credits: CreditClient | None = None,
    ) -> None:
        self._entry = entry
        self._session = session
        self._places = Places(entry, handle, credits)

    def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Picture | Notice]:
        """Draw. Waits for a replica as long as the deadline. A replica that dies breaks the
        drawing off; the same request again gives the same picture."""
        wanted = Wanted(
            request_id=request.request_id,
            tenant=request.tenant,
            work={"pixel_steps": _pixel_steps(request, request.steps)},
            priority=request.priority,
            deadline_s=request.deadline_s,
        )
        return self._places.use(wanted, partial(self._draw, request))

    async def close(self) -> None:
        """Give the leases back. The session is its owner's."""
        await self._places.close()

    async def _draw(
        self, request: ImageRequest, address: Address, deadline: float, done: Done
    ) -> AsyncGenerator[Progress | Picture]:
        left_s = deadline - asyncio.get_running_loop().time()
        body = replace(request, deadline_s=left_s).body()
        headers = {"Authorization": f"Bearer {address['api_key']}"}
        url = f"{address['url']}/pictures"
        try:
            async with self._session.post(
                url, data=body, headers=headers, timeout=TIMEOUT
            ) as response:
                if response.status != 200:
                    raise StreamBrokenError(f"{self._entry.name} answers {response.status}")
                while True:
                    piece = await self._piece(response.content)
                    if isinstance(piece, Progress):
                        done["pixel_steps"] = _pixel_steps(request, piece.step)
                    yield piece
                    if isinstance(piece, Picture):
                        return
        except (aiohttp.ClientError, asyncio.IncompleteReadError, TimeoutError) as error:
            raise StreamBrokenError(f"{self._entry.name} broke off: {error!r}") from error

    async def _piece(self, stream: aiohttp.StreamReader) -> Progress | Picture:
        async with asyncio.timeout(STALL_S):
            line = await stream.readuntil(b"\n")
            if not line:
                raise StreamBrokenError(f"{self._entry.name} ended before the picture was done")
            told = orjson.loads(line)
            if "code" in told:
                raise _error(told["code"], told["detail"])
            data = await stream.readexactly(told["bytes"])
        if "step" in told:
            return Progress(told["step"], told["steps"], data or None)
        return Picture(data[: told["png"]], data[told["png"] :])


def _pixel_steps(request: ImageRequest, steps: int) -> float:
    """Each step looks at every pixel, with guidance twice."""
    looks = 2 if request.guidance > 1 else 1
    return float(looks * steps * request.width * request.height)


_KNOWN = (BadRequestError, ContextTooLongError, DeadlineError, PictureTooLargeError)
_ERRORS: Mapping[str, type[ModelError]] = {kind.code: kind for kind in _KNOWN}


def _error(code: str, detail: str) -> ModelError:
    """What the engine says went wrong. What is not the request's fault may be tried again."""
    return _ERRORS.get(code, StreamBrokenError)(detail)
