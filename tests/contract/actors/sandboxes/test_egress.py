"""The way out of a sandbox, where there is one."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

import pytest
from aiohttp import web

from actors.sandboxes.backend import Backend
from actors.sandboxes.egress import Allowed, Egress
from actors.sandboxes.sandbox import Sandbox
from tests.contract.actors.sandboxes.conftest import runner

CURL = "curl -sS --noproxy '' --max-time 10"


class Mirror:
    """A server of this machine."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.port = 0

    async def answer(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.seen.append(f"{request.method} {request.path} {len(body)}")
        return web.Response(body=body or b"hello")


@pytest.fixture(scope="module")
async def mirror() -> AsyncGenerator[Mirror]:
    mirror = Mirror()
    app = web.Application(client_max_size=2**26)
    app.router.add_route("*", "/{path:.*}", mirror.answer)
    running = web.AppRunner(app, access_log=None)
    await running.setup()
    await web.TCPSite(running, "127.0.0.1", 0).start()
    mirror.port = running.addresses[0][1]
    yield mirror
    await running.cleanup()


@pytest.fixture
async def let_out(backend: Backend, mirror: Mirror) -> AsyncGenerator[Sandbox]:
    """A sandbox that may reach the mirror, and two names."""
    sandbox = await Sandbox.start(backend)
    sandbox.let_out(Allowed.of(f"127.0.0.1:{mirror.port}, inside.example, nowhere.invalid"))
    await _until_it_listens(sandbox)
    yield sandbox
    await sandbox.end()


async def _until_it_listens(sandbox: Sandbox) -> None:
    code = "until (echo > /dev/tcp/127.0.0.1/3128) 2> /dev/null; do sleep 0.02; done"
    assert (await runner(sandbox)(code))["exit_code"] == 0


async def test_what_is_allowed_is_reached(let_out: Sandbox, mirror: Mirror) -> None:
    run, here = runner(let_out), f"http://127.0.0.1:{mirror.port}"
    assert (await run(f"{CURL} {here}/a"))["stdout"] == "hello"
    assert (await run(f"{CURL} --proxytunnel {here}/b"))["stdout"] == "hello"
    sent = "head -c 3000000 /dev/zero > x"
    same = f"{CURL} --data-binary @x {here}/c | cmp - x && echo same"
    assert (await run(f"{sent}; {same}"))["stdout"] == "same\n"
    code = "-o /dev/null -w '%{http_code}\\n'"
    many = f"seq 40 | xargs -P 8 -I@ {CURL} {here}/@ {code} | sort | uniq -c"
    assert str((await run(many))["stdout"]).split() == ["40", "200"]
    assert "POST /c 3000000" in mirror.seen


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:1/", "127.0.0.1:1 may not be reached from here; these may: 127.0.0.1:"),
        ("http://169.254.169.254/latest/", "169.254.169.254:80 may not be reached"),
        ("http://localhost:{port}/", "may not be reached"),
        ("http://[::1]:{port}/", "no name of a host"),
    ],
)
async def test_all_else_is_refused_with_the_reason(
    let_out: Sandbox, mirror: Mirror, url: str, said: str
) -> None:
    told = await runner(let_out)(f"{CURL} -g {url.format(port=mirror.port)}")
    assert said in str(told["stdout"]), told
    tunnel = await runner(let_out)(f"{CURL} https://evil.example/")
    assert "403" in str(tunnel["stderr"])


async def test_a_name_that_leads_inside_is_refused(backend: Backend) -> None:
    async def resolve(_: str) -> Sequence[str]:
        return ("8.8.8.8", "10.0.0.1")

    sandbox = await Sandbox.start(backend)
    egress = Egress(sandbox.link, Allowed.of("inside.example"), sandbox.use, resolve)
    running = asyncio.create_task(egress.run())
    await _until_it_listens(sandbox)
    head = "CONNECT inside.example:443 HTTP/1.1\\r\\n\\r\\n"
    ask = f"exec 3<>/dev/tcp/127.0.0.1/3128; printf '{head}' >&3; cat <&3"
    told = await runner(sandbox)(ask)
    assert "inside.example is in a private network." in str(told["stdout"])
    await sandbox.end()
    await running


async def test_it_is_there_again_after_all_programs_were_ended(
    let_out: Sandbox, mirror: Mirror
) -> None:
    await let_out.reset()
    await _until_it_listens(let_out)
    here = f"http://127.0.0.1:{mirror.port}/"
    assert (await runner(let_out)(f"{CURL} {here}"))["stdout"] == "hello"


async def test_who_says_nothing_or_nonsense_is_no_harm(let_out: Sandbox, mirror: Mirror) -> None:
    run = runner(let_out)
    silent = "for n in 1 2 3; do (exec 3<>/dev/tcp/127.0.0.1/3128; sleep 1) & done"
    await run(f"{silent}; (exec 3<>/dev/tcp/127.0.0.1/3128; head -c 100000 /dev/urandom >&3); wait")
    assert (await run(f"{CURL} http://127.0.0.1:{mirror.port}/"))["stdout"] == "hello"


async def test_without_it_nothing_listens(sandbox: Sandbox) -> None:
    told = await runner(sandbox)("env | grep -ci proxy; echo > /dev/tcp/127.0.0.1/3128")
    assert (told["stdout"], told["exit_code"]) == ("0\n", 1)
