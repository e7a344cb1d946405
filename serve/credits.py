"""Places at models, asked of the dispatcher: a client's end of the one connection to it.

The dispatcher may die and come back: what is held goes on meanwhile, what waits goes on waiting,
and both are told to the new one.
"""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from math import inf
from typing import Any

import orjson
import structlog

from serve.errors import (
    BudgetSpentError,
    ModelDrainedError,
    ModelUnavailableError,
    RateLimitedError,
)
from serve.scheduling.gpu_pool import Asked, Standing, Work

log = structlog.get_logger()

RETRY_S = 0.2
LOOK_S = 2.0
_NUMBERS = itertools.count(1)

Connect = Callable[[], Awaitable[tuple[asyncio.StreamReader, asyncio.StreamWriter]]]
"""Opens the connection. OSError while there is no dispatcher."""


@dataclass(eq=False, slots=True)
class Place:
    """One request's place, waited for or held. Give it back with `end`, whatever became of it."""

    asked: Asked
    _client: "CreditClient"
    _held: bool = False
    _ended: bool = False
    _standing: Standing | None = None
    _refused: ModelUnavailableError | None = None
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def news(self) -> Standing | None:
        """The next time that it is told where the request stands; None once it has its place.
        Raises RateLimitedError when it could not begin in time, BudgetSpentError and
        ModelDrainedError."""
        while not self._held:
            if self._refused is not None:
                raise self._refused
            if (standing := self._standing) is not None:
                self._standing = None
                return standing
            await self._news.wait()
            self._news.clear()
        return None

    def end(self, work: Work | None) -> None:
        """`work` is what was done; None where the model was never asked."""
        if not self._ended:
            self._ended = True
            self._client._end(self, work)

    def _hear(self, message: dict[str, Any]) -> None:
        if "go" in message:
            self._held = True
        elif "refused" in message:
            self._refused = _refusal(message["why"], message["retry_after_s"])
        else:
            self._standing = Standing(message["ahead"], message["wait_s"], message["loading"])
        self._news.set()

    def _message(self, age_s: float = 0.0) -> bytes:
        asked = self.asked
        return orjson.dumps(
            {
                "ask": asked.id,
                "tenant": asked.tenant,
                "model": asked.model,
                "work": asked.work,
                "age_s": age_s,
                "priority": asked.priority,
                "deadline_s": None if asked.deadline_s == inf else asked.deadline_s,
                "held": self._held,
            }
        )


class CreditClient:
    """All places that this process has or waits for. Belongs to one event loop."""

    def __init__(self, connect: Connect, secret: str) -> None:
        self._connect = connect
        self._secret = secret
        self._places: dict[str, Place] = {}
        self._looks: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._writer: asyncio.StreamWriter | None = None

    @property
    def is_connected(self) -> bool:
        return self._writer is not None

    def ask(self, asked: Asked) -> Place:
        """Ask for a place. The id must be new, `asked_s` of this loop's clock."""
        place = Place(asked, self)
        self._places[asked.id] = place
        self._say(place._message())
        return place

    async def look(self) -> dict[str, Any]:
        """The whole pool as the dispatcher sees it: `models`, `tenants` and `queue`. Raises
        ModelUnavailableError while there is no dispatcher."""
        number = next(_NUMBERS)
        seen: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._looks[number] = seen
        self._say(orjson.dumps({"look": number}))
        try:
            async with asyncio.timeout(LOOK_S):
                return await seen
        except TimeoutError:
            raise ModelUnavailableError("The dispatcher restarts; try again.") from None
        finally:
            del self._looks[number]

    async def run(self) -> None:
        """For ever: be connected, and hear what the dispatcher says."""
        while True:
            try:
                reader, self._writer = await self._connect()
                try:
                    self._introduce()
                    await self._listen(reader)
                finally:
                    writer, self._writer = self._writer, None
                    writer.close()
            except (OSError, ValueError) as error:
                log.info("dispatcher does not answer", error=repr(error))
            await asyncio.sleep(RETRY_S)

    def _introduce(self) -> None:
        now = asyncio.get_running_loop().time()
        self._say(orjson.dumps({"secret": self._secret}))
        for place in self._places.values():
            self._say(place._message(now - place.asked.asked_s))
        for number in self._looks:
            self._say(orjson.dumps({"look": number}))

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            message = orjson.loads(line)
            if (look := self._looks.get(message.get("seen", 0))) is not None:
                look.set_result(message)
                continue
            place = self._places.get(message.get("go") or message.get("refused") or message["id"])
            if place is not None:
                place._hear(message)

    def _end(self, place: Place, work: Work | None) -> None:
        del self._places[place.asked.id]
        self._say(orjson.dumps({"end": place.asked.id, "work": work}))

    def _say(self, message: bytes) -> None:
        """What is said to nobody is said again to the next dispatcher, where it still matters."""
        if self._writer is not None:
            self._writer.write(message + b"\n")


def _refusal(why: str, retry_after_s: float | None) -> ModelUnavailableError:
    if why == "drained":
        return ModelDrainedError("An operator drains this model: choose another one.")
    if why == "budget":
        said = "This needs more GPU time than is left of today's."
        return BudgetSpentError(said, retry_after_s)
    said = "Too much is waiting for this model; come again a little later."
    return RateLimitedError(said, retry_after_s)
