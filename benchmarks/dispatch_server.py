"""A dispatcher without a cluster, or the least that answers in its place.

Run as `python -m benchmarks.dispatch_server ours|fixed|echo <places>`; it writes `{"port": …}`.
`ours` is the real server and policy for one model, `fixed` the same with prices that do not change
by what it learns of time. `echo` gives everybody a place at once: what a process
that is asked over TCP costs, whatever it decides.
"""

import asyncio
import math
import sys
from collections.abc import Callable

import orjson
import uvloop

from benchmarks.installation import end_with_parent, say
from serve.dispatcher import DispatcherServer
from serve.scheduling import gpu_pool
from serve.scheduling.gpu_pool import CHAT_PRICES, GpuPool

MODEL, SECRET = "chat", "shared"


class Echo(asyncio.Protocol):
    """Says go to whoever asks."""

    def __init__(self) -> None:
        self._rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        whole, _, self._rest = (self._rest + data).rpartition(b"\n")
        messages = [orjson.loads(line) for line in whole.split(b"\n") if line]
        go = [orjson.dumps({"go": each["ask"]}) for each in messages if "ask" in each]
        if go:
            self._transport.write(b"\n".join(go) + b"\n")  # type: ignore[attr-defined]


def main() -> None:
    end_with_parent()
    uvloop.run(_serve(sys.argv[1], int(sys.argv[2])))


async def _serve(kind: str, places: int) -> None:
    loop = asyncio.get_running_loop()
    pool = GpuPool(loop.time)
    if kind == "fixed":
        gpu_pool.LEARN_MS = math.inf
    pool.set_model(MODEL, 1, places, CHAT_PRICES)
    server = DispatcherServer(pool, SECRET, loop.time)
    connection: Callable[[], asyncio.Protocol] = Echo if kind == "echo" else server.connection
    listening = await loop.create_server(connection, "127.0.0.1", 0)
    say(port=listening.sockets[0].getsockname()[1])
    await server.tell_standings()


if __name__ == "__main__":
    main()
