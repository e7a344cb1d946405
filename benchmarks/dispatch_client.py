"""One gateway's worth of requests at a dispatcher.

Run as `python -m benchmarks.dispatch_client <port> <requests a second> <seconds>`. Arrivals are a
Poisson process, so they come whether or not the ones before were answered. Every place is held for
some milliseconds. It writes the time from asking to having a place, of each request.
"""

import asyncio
import sys
import time
from random import Random

import uvloop

from benchmarks.dispatch_server import MODEL, SECRET
from benchmarks.installation import end_with_parent, say
from serve.credits import CreditClient
from serve.scheduling.gpu_pool import Asked
from storage.ids import new_id

TENANTS = 20
HOLD_S = 0.02
ASKED = {"prompt_tokens": 200.0, "output_tokens": 400.0}
DONE = {"prompt_tokens": 200.0, "output_tokens": 120.0}


def main() -> None:
    end_with_parent()
    uvloop.run(_play(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])))


async def _play(port: int, per_s: float, seconds: float) -> None:
    loop, rng = asyncio.get_running_loop(), Random(port)
    client = CreditClient(lambda: asyncio.open_connection("127.0.0.1", port), SECRET)
    connected = asyncio.create_task(client.run())
    await _one(client, rng)  # the connection is there
    waits: list[float] = []

    async def one() -> None:
        waits.append(await _one(client, rng))

    ends = loop.time() + seconds
    async with asyncio.TaskGroup() as tasks:
        while loop.time() < ends:
            tasks.create_task(one())
            await asyncio.sleep(rng.expovariate(per_s))
    say(waits_ms=[1000 * wait for wait in waits])
    connected.cancel()


async def _one(client: CreditClient, rng: Random) -> float:
    """Seconds from asking to having a place."""
    now_s = asyncio.get_running_loop().time()
    asked = time.monotonic()  # uvloop's own clock has whole milliseconds
    tenant = f"tenant-{rng.randrange(TENANTS)}"
    place = client.ask(Asked(new_id(), tenant, MODEL, ASKED, now_s))
    while await place.news() is not None:
        pass
    waited = time.monotonic() - asked
    await asyncio.sleep(rng.expovariate(1 / HOLD_S))
    place.end(DONE)
    return waited


if __name__ == "__main__":
    main()
