"""The process that orders the whole GPU pool: who goes to which model next.

Ray actor `dispatcher`, one for a cluster. Every process that asks models keeps one connection to
it; a line of JSON each way is a message. It knows nothing that its clients do not know but the
counters, which it keeps in the database: killed, it comes back, and they tell it what they hold
and what they wait for.

Client → dispatcher: `{"secret"}` first, then
    `{"ask", "tenant", "model", "work", "age_s", "priority", "deadline_s", "held"}` and
    `{"end", "work"}`. `age_s` is 0 but for what was asked before this connection.
Dispatcher → client: `{"go"}`, `{"refused", "why", "retry_after_s"}`,
    `{"ahead", "id", "wait_s"}`. `why` is "busy", "budget" or "drained".
Who says `{"look"}` is answered `{"seen", "models", "tenants", "queue"}`.
"""

import asyncio
import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from math import inf
from typing import Any, cast

import orjson
import structlog

from serve.scheduling.gpu_pool import Asked, GpuPool
from serve.scheduling.request import Priority

log = structlog.get_logger()

TELL_S = 1.0
MAX_LINE = 2**16


class DispatcherServer:
    """Serves a pool over TCP. Belongs to one event loop."""

    def __init__(self, pool: GpuPool, secret: str, clock: Callable[[], float]) -> None:
        self.pool = pool
        self.clock = clock
        self._drained: Collection[str] = ()
        """Models that finish what they were asked, and are asked no more."""
        self._in_doubt: dict[str, Asked] = {}
        """What was asked of them since it was last looked whether they still are."""
        self._secret = secret
        self._clients: dict[str, _Connection] = {}
        """Who asked for what, by the request's id."""

    def connection(self) -> "_Connection":
        """A protocol for one more client."""
        return _Connection(self)

    def knows(self, secret: object) -> bool:
        return isinstance(secret, str) and secrets.compare_digest(secret, self._secret)

    def take(self, client: "_Connection", messages: list[Mapping[str, Any]]) -> None:
        """All that came in one piece, then whatever can be granted after it."""
        for message in messages:
            if "ask" in message:
                self._ask(client, message)
            elif "look" in message:
                client.tell(self._look(message["look"]))
            elif "end" in message and self._clients.pop(message["end"], None) is not None:
                client.ids.discard(message["end"])
                self.pool.end(message["end"], message["work"])
        self.grant()

    def left(self, client: "_Connection") -> None:
        """Its process died, or will be back and say so: nobody waits for these any more."""
        for request_id in client.ids:
            if self._clients.get(request_id) is client:  # else it came back over another one
                del self._clients[request_id]
                self.pool.end(request_id, None)
        client.ids.clear()
        self.grant()

    def drain(self, models: Collection[str], looked_s: float) -> None:
        """These are drained, as it was looked at `looked_s` of the clock: whoever had asked by then
        is refused, or, where the model is drained no more, takes its turn."""
        self._drained = models
        for asked in [each for each in self._in_doubt.values() if each.asked_s <= looked_s]:
            del self._in_doubt[asked.id]
            client = self._clients.get(asked.id)
            if client is not None and asked.model in models:
                self._refuse(client, asked.id, "drained", None)
            elif client is not None:
                self._queue(client, asked)
        self.grant()

    def grant(self) -> None:
        """Tell everybody who may go now."""
        for request_id in self.pool.grants():
            self._clients[request_id].tell({"go": request_id})

    async def tell_standings(self) -> None:
        """For ever: let those who wait know where they stand."""
        while True:
            await asyncio.sleep(TELL_S)
            for model in self.pool.models:
                for request_id, standing in self.pool.standings(model).items():
                    self._clients[request_id].tell(
                        {
                            "id": request_id,
                            "ahead": standing.ahead,
                            "wait_s": round(standing.wait_s, 1),
                            "loading": standing.loading,
                        }
                    )

    def _look(self, number: int) -> dict[str, Any]:
        models = {name: asdict(look) for name, look in self.pool.look_at_models().items()}
        tenants = {name: asdict(look) for name, look in self.pool.look_at_tenants().items()}
        queue = [asdict(look) for look in self.pool.look_at_queue()]
        return {"seen": number, "models": models, "tenants": tenants, "queue": queue}

    def _ask(self, client: "_Connection", message: Mapping[str, Any]) -> None:
        asked = Asked(
            id=message["ask"],
            tenant=message["tenant"],
            model=message["model"],
            work=message["work"],
            asked_s=client.since_s - message["age_s"] if message["age_s"] else self.clock(),
            priority=Priority(message["priority"]),
            deadline_s=inf if message["deadline_s"] is None else message["deadline_s"],
        )
        if asked.model not in self.pool.models:  # of a newer catalogue, perhaps: nobody's order
            client.tell({"go": asked.id})
            return
        self._clients[asked.id] = client
        client.ids.add(asked.id)
        self._in_doubt.pop(asked.id, None)
        if message["held"]:
            self.pool.adopt(asked)
            return
        if self.pool.holds(asked.id):  # it was told, but over a connection that broke
            client.tell({"go": asked.id})
            return
        if asked.model in self._drained and not message["age_s"]:
            self._in_doubt[asked.id] = asked
            return
        self._queue(client, asked)

    def _queue(self, client: "_Connection", asked: Asked) -> None:
        verdict = self.pool.ask(asked)
        if not verdict.admitted:
            self._refuse(client, asked.id, verdict.why, verdict.retry_after_s)

    def _refuse(
        self, client: "_Connection", request_id: str, why: str, retry_after_s: float | None
    ) -> None:
        del self._clients[request_id]
        client.ids.discard(request_id)
        client.tell({"refused": request_id, "why": why, "retry_after_s": retry_after_s})


class _Connection(asyncio.Protocol):
    """One client. What it is told in one turn of the loop goes out in one write."""

    def __init__(self, server: DispatcherServer) -> None:
        self.ids: set[str] = set()
        self.since_s = server.clock()
        self._server = server
        self._transport: asyncio.Transport | None = None
        self._welcome = False
        self._rest = b""
        self._out: list[bytes] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own is no subclass

    def data_received(self, data: bytes) -> None:
        whole, _, self._rest = (self._rest + data).rpartition(b"\n")
        if len(self._rest) > MAX_LINE:
            self._hang_up("a line without end")
            return
        try:
            messages = [orjson.loads(line) for line in whole.split(b"\n") if line]
            if messages and not self._welcome:
                self._welcome = self._server.knows(messages.pop(0)["secret"])
            if self._welcome:
                self._server.take(self, messages)
            elif whole:
                self._hang_up("a wrong secret")
        except (KeyError, TypeError, ValueError) as error:
            self._hang_up(repr(error))

    def connection_lost(self, _: Exception | None) -> None:
        self._transport = None
        self._server.left(self)

    def tell(self, message: Mapping[str, Any]) -> None:
        if not self._out:
            asyncio.get_running_loop().call_soon(self._flush)
        self._out.append(orjson.dumps(message))

    def _flush(self) -> None:
        if self._transport is not None:
            self._transport.write(b"\n".join(self._out) + b"\n")
        self._out.clear()

    def _hang_up(self, why: str) -> None:
        log.warning("client of the dispatcher sent home", why=why)
        if self._transport is not None:
            self._transport.close()
