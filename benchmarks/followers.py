"""Many readers of event streams in one lean process, which notes when each byte came.

`python -m benchmarks.followers '<json>'` with `{"port", "paths", "seconds", "kind"?}`: one
connection a path, for events of that kind (`message.delta`). It writes `{"connected": n}` once all
have text, `{"begin": true}` and, `seconds` later, `{"end": true}`: between the two the caller
measures others' CPU. The last line has what was received in that window: counts, and the delay of
every token (how long before it came its stamp was made, in ms). Nothing is parsed before the window
is over, so reading costs little of the CPU that it competes for.
"""

import asyncio
import json
import re
import sys
from bisect import bisect_left
from itertools import accumulate
from typing import cast

import uvloop

from benchmarks.installation import end_with_parent, say
from benchmarks.provider import now_us
from benchmarks.stats import curve, quantile

CONNECT_TIMEOUT_S = 120.0
SETTLE_S = 2.0
_DELTA = rb'event: %b\r?\ndata: \{"text":"([^"]*)"'
_STAMP = re.compile(rb"(\d+)(?: |\\n)")


class Follower(asyncio.Protocol):
    """One reader. Keeps what came and when."""

    def __init__(self, path: str, kind: bytes) -> None:
        self._path = path
        self._kind = kind
        self.times_us: list[int] = []
        self.pieces: list[bytes] = []
        self.has_text = asyncio.Event()
        self.lost = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        request = (
            f"GET {self._path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
        )
        cast(asyncio.Transport, transport).write(request.encode())

    def data_received(self, data: bytes) -> None:
        self.times_us.append(now_us())
        self.pieces.append(data)
        if not self.has_text.is_set() and self._kind in data:
            self.has_text.set()

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True

    def tokens(self, begin_us: int, end_us: int) -> tuple[int, list[float]]:
        """(events, delays in ms of their tokens) that were whole within the window."""
        ends = list(accumulate(map(len, self.pieces)))
        events, delays = 0, []
        for match in re.finditer(_DELTA % re.escape(self._kind), b"".join(self.pieces)):
            came_us = self.times_us[bisect_left(ends, match.end())]
            if begin_us <= came_us < end_us:
                events += 1
                stamps = map(int, _STAMP.findall(match.group(1)))
                delays += [(came_us - stamp) / 1e3 for stamp in stamps]
        return events, delays


def main() -> None:
    end_with_parent()
    uvloop.run(_follow(**json.loads(sys.argv[1])))


async def _follow(port: int, paths: list[str], seconds: float, kind: str = "message.delta") -> None:
    followers = [Follower(path, kind.encode()) for path in paths]
    async with asyncio.timeout(CONNECT_TIMEOUT_S):
        for follower in followers:
            await _connect(follower, port)
            await asyncio.sleep(0.005)
        await asyncio.gather(*(follower.has_text.wait() for follower in followers))
    say(connected=len(followers))
    await asyncio.sleep(SETTLE_S)
    say(begin=True)
    begin_us = now_us()
    await asyncio.sleep(seconds)
    end_us = now_us()
    lost = sum(follower.lost for follower in followers)
    say(end=True)
    # Whoever measures reads the CPU now; work here would still be in its numbers.
    await asyncio.sleep(0.2)
    say(**_result(followers, begin_us, end_us), lost=lost)


async def _connect(follower: Follower, port: int) -> None:
    await asyncio.get_running_loop().create_connection(lambda: follower, "127.0.0.1", port)


def _result(followers: list[Follower], begin_us: int, end_us: int) -> dict[str, object]:
    events, delays = 0, list[float]()
    fewest = None
    for follower in followers:
        count, some = follower.tokens(begin_us, end_us)
        events += count
        delays += some
        fewest = len(some) if fewest is None else min(fewest, len(some))
    return {
        "seconds": (end_us - begin_us) / 1e6,
        "events": events,
        "tokens": len(delays),
        "fewest_tokens_a_follower": fewest,
        "p50_ms": quantile(delays, 0.5),
        "p99_ms": quantile(delays, 0.99),
        "max_ms": max(delays),
        "curve_ms": curve(delays),
    }


if __name__ == "__main__":
    main()
