"""A remote model over OpenAI's protocol, lean and paced, whose tokens say when they were made.

Run as `python -m benchmarks.provider`; it writes `{"base_url": …}`. Each token's text is the
microsecond of CLOCK_MONOTONIC at which it was sent, so any process of the same machine can
tell how old it is. `max_tokens` in a request says how many, `tokens_per_s` how fast (absent or
0: at once). With `builds` the answer is a file in the studio's protocol, an app with a comment of
lines of ten tokens of which the last is a stamp. `GET /arrivals` gives, by the text of its last
message, the microsecond at which each request had been read.
"""

import asyncio
import time

import orjson
import uvloop
from aiohttp import web

from benchmarks.installation import end_with_parent, say

ARRIVALS = web.AppKey("arrivals", dict[str, int])
_TOKEN = b'data: {"choices":[{"index":0,"delta":{"content":"%b"},"finish_reason":null}]}\n\n'
_FILE = (
    rb"<file path=\"src/App.tsx\">\n<content>\n"
    rb"export default function App() {\n  return <h1>Lines</h1>;\n}\n/*\n"
)
_FILE_END = rb"*/\n</content>\n<why>It was asked for.</why>\n</file>\n"
LINE_TOKENS = 10
_END = (
    b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n'
    b'data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":%d}}\n\n'
    b"data: [DONE]\n\n"
)


def now_us() -> int:
    return time.monotonic_ns() // 1000


def main() -> None:
    end_with_parent()
    uvloop.run(_serve())


async def _serve() -> None:
    app = web.Application(client_max_size=2**20)
    app[ARRIVALS] = {}
    app.router.add_post("/v1/chat/completions", _complete)
    app.router.add_get("/arrivals", _arrivals)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    say(base_url=f"http://127.0.0.1:{runner.addresses[0][1]}/v1")
    await asyncio.Event().wait()


async def _complete(request: web.Request) -> web.StreamResponse:
    body = orjson.loads(await request.read())
    request.app[ARRIVALS][body["messages"][-1]["content"]] = now_us()
    tokens, rate, builds = body["max_tokens"], body.get("tokens_per_s"), body.get("builds")
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    if rate:
        loop = asyncio.get_running_loop()
        started = loop.time()
        for number in range(tokens):
            await asyncio.sleep(started + number / rate - loop.time())
            await response.write(_TOKEN % _text(number, builds))
    else:
        await response.write(b"".join(_TOKEN % _text(n, builds) for n in range(tokens)))
    if builds:
        await response.write(_TOKEN % _FILE_END)
    await response.write(_END % tokens)
    await response.write_eof()
    return response


def _text(number: int, builds: bool | None) -> bytes:
    if not builds:
        return b"%d " % now_us()
    if number == 0:
        return _FILE
    return b"word " if number % LINE_TOKENS else rb"%d\n" % now_us()


async def _arrivals(request: web.Request) -> web.Response:
    return web.Response(body=orjson.dumps(request.app[ARRIVALS]), content_type="application/json")


if __name__ == "__main__":
    main()
