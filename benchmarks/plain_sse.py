"""The least that a fan-out can be: one uvicorn process with sse-starlette and nothing else.

Run as `python -m benchmarks.plain_sse <runs> <tokens_per_s>`; it writes `{"port": …}`. It makes
the events itself, in the form of ours and stamped as `provider.py` does, and gives those of
`/runs/N` to whoever reads there: no store, no host, no second process.
"""

import asyncio
import socket
import sys
from collections.abc import AsyncGenerator

import uvicorn
import uvloop
from sse_starlette import EventSourceResponse
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from benchmarks.installation import end_with_parent, say
from benchmarks.provider import now_us

_EVENT = b'id: %d\nevent: message.delta\ndata: {"text":"%d ","tokens":1}\n\n'


class Channel:
    """One endless run. Its readers get what comes after they came."""

    def __init__(self) -> None:
        self._frames: list[bytes] = []
        self._changed = asyncio.Event()

    async def produce(self, per_s: float) -> None:
        loop = asyncio.get_running_loop()
        started = loop.time()
        while True:
            number = len(self._frames)
            await asyncio.sleep(started + number / per_s - loop.time())
            self._frames.append(_EVENT % (number + 1, now_us()))
            changed, self._changed = self._changed, asyncio.Event()
            changed.set()

    async def follow(self) -> AsyncGenerator[bytes]:
        position = len(self._frames)
        while True:
            if position < len(self._frames):
                piece = self._frames[position:]
                position += len(piece)
                yield b"".join(piece)
            else:
                await self._changed.wait()


def main() -> None:
    end_with_parent()
    uvloop.run(_serve(int(sys.argv[1]), float(sys.argv[2])))


async def _serve(runs: int, per_s: float) -> None:
    channels = [Channel() for _ in range(runs)]

    async def events(request: Request) -> EventSourceResponse:
        return EventSourceResponse(channels[request.path_params["run"]].follow())

    app = Starlette(routes=[Route("/runs/{run:int}", events)])
    sock = socket.create_server(("127.0.0.1", 0), backlog=1024)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    async with asyncio.TaskGroup() as tasks:
        for index, channel in enumerate(channels):
            await asyncio.sleep(1 / per_s / runs)  # runs do not tick together
            tasks.create_task(channel.produce(per_s), name=f"run-{index}")
        say(port=sock.getsockname()[1])
        await server.serve(sockets=[sock])


if __name__ == "__main__":
    main()
