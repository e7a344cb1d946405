"""Servers inside, reached from their host."""

import asyncio

import aiohttp
import pytest

from actors.sandboxes.sandbox import Sandbox
from tests.contract.actors.sandboxes.conftest import Run, runner

SERVER = """
import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[::-1])
http.server.ThreadingHTTPServer(("127.0.0.1", 8765), Handler).serve_forever()
"""


async def test_a_server_answers_at_its_port(sandbox: Sandbox) -> None:
    session = await sandbox.ports.session(8765)
    with pytest.raises(aiohttp.ClientError):
        await session.post("http://localhost:8765/", data=b"x")
    serving = asyncio.create_task(runner(sandbox)(f"python3 -c '{SERVER}'", timeout_s=30))
    large = bytes(range(256)) * 8000

    async def post() -> bytes:
        async with session.post("http://localhost:8765/", data=large) as response:
            assert response.status == 201
            return await response.read()

    async with asyncio.timeout(20):
        while True:
            try:
                assert await post() == large[::-1]
                break
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)
        answers = await asyncio.gather(*(post() for _ in range(8)))
    assert answers == [large[::-1]] * 8
    await sandbox.reset()
    await serving
    with pytest.raises(aiohttp.ClientError):
        await session.post("http://localhost:8765/", data=b"x")


async def test_a_port_of_the_host_is_not_one_of_the_sandbox(shared: Sandbox, run: Run) -> None:
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    session = await shared.ports.session(port)
    with pytest.raises(aiohttp.ClientError):
        await session.get(f"http://localhost:{port}/")
    server.close()
