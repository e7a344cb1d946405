"""What a command is given and gives back."""

import asyncio
import json

import pytest

from actors.sandboxes.backend import ENVIRONMENT
from actors.sandboxes.errors import SandboxGoneError
from actors.sandboxes.execution import MAX_OUTPUT_BYTES, Request
from actors.sandboxes.link import Order
from actors.sandboxes.sandbox import Sandbox
from storage.errors import ConflictError
from tests.contract.actors.sandboxes.conftest import Run, runner


async def test_the_tools_are_there(run: Run) -> None:
    said = await run("node --version; python3 --version; npm --version; git --version; pwd")
    node, python, npm, git, folder = str(said["stdout"]).splitlines()
    assert int(node.removeprefix("v").split(".")[0]) >= 20
    assert tuple(map(int, python.split()[1].split(".")[:2])) >= (3, 12)
    assert npm[0].isdigit()
    assert git.startswith("git version")
    assert folder == "/work"


async def test_input_comes_while_it_runs(shared: Sandbox) -> None:
    command = "read first; echo got $first; cat; echo end"
    asked = Request(command, stdin="one\n", stdin_open=True, id="talk")
    said = shared.execute(asked)
    assert await anext(said) == ("exec.output", {"stream": "stdout", "text": "got one\n"})
    given = await shared.inputs.of("talk")
    assert await given.take(None, b"two\n", end=False) == 4
    assert await anext(said) == ("exec.output", {"stream": "stdout", "text": "two\n"})
    assert await given.take(0, b"two\nthree\n", end=False) == 10
    assert await anext(said) == ("exec.output", {"stream": "stdout", "text": "three\n"})
    with pytest.raises(ConflictError, match="10 bytes have come"):
        await given.take(11, b"lost", end=False)
    assert await given.take(4, b"three\n", end=True) == 10
    with pytest.raises(ConflictError, match="has ended"):
        await given.take(None, b"more", end=False)
    assert [kind for kind, _ in [event async for event in said]] == ["exec.output", "exec.ended"]


async def test_the_tools_that_check_a_project_are_there(run: Run) -> None:
    said = await run(
        "tsc --version && biome --version && esbuild --version && python3 -m pyflakes --version "
        "&& python3 -m pytest --version && ls /usr/local/lib/atelier/node_modules/@types"
    )
    assert said["exit_code"] == 0, said
    assert str(said["stdout"]).endswith("react\nreact-dom\n")


PAGE = """\
set -e
ln -sfn /usr/local/lib/atelier/node_modules node_modules
mkdir -p src
echo '<div id="root"></div><script type="module" src="/src/main.tsx"></script>' > index.html
cat > src/main.tsx
node /usr/local/lib/atelier/page.cjs
"""
MAIN = """import { useEffect } from "react";
import { createRoot } from "react-dom/client";
function App() {
  APP
}
createRoot(document.getElementById("root")!).render(<App />);
"""


@pytest.mark.parametrize(
    ("app", "said"),
    [
        ("return <h1>Hello</h1>;", None),
        (
            "return <h1>{helo}</h1>;",
            {"message": "ReferenceError: helo is not defined", "path": "src/main.tsx", "line": 4},
        ),
        (
            "useEffect(() => { document.title.nope(); }); return <h1>Hello</h1>;",
            {
                "message": "TypeError: document.title.nope is not a function",
                "path": "src/main.tsx",
                "line": 4,
            },
        ),
        ("return null;", {"message": "The page stays empty.", "path": "", "line": 0}),
        ('fetch("https://example.com/"); return <h1>Hello</h1>;', None),
        ("new AudioContext(); return <h1>Hello</h1>;", {"lacks": "AudioContext"}),
        ("speechSynthesis.cancel(); return <h1>Hello</h1>;", {"lacks": "speechSynthesis"}),
    ],
)
async def test_a_page_is_shown_once(run: Run, app: str, said: dict[str, object] | None) -> None:
    told = await run(PAGE, stdin=MAIN.replace("APP", app))
    assert told["exit_code"] == 0, told
    assert [json.loads(line) for line in str(told["stdout"]).splitlines()] == (
        [] if said is None else [said]
    )


async def test_output_input_and_exit_code(run: Run) -> None:
    said = await run("cat; echo wrong >&2; exit 7", stdin="Käse\n")
    assert (said["stdout"], said["stderr"], said["exit_code"]) == ("Käse\n", "wrong\n", 7)
    assert (await run("kill -TERM $$"))["signal"] == 15
    large = "x" * 900_000
    assert (await run("cat", stdin=large))["stdout"] == large
    assert (await run("exit 3", stdin=large))["exit_code"] == 3, "nobody reads the input"


async def test_characters_are_not_cut(run: Run) -> None:
    said = await run("printf '\\303'; sleep 0.1; printf '\\244\\377'")
    assert said["stdout"] == "ä\ufffd"


async def test_a_command_ends_when_its_time_is_over(run: Run) -> None:
    said = await run("echo begun; sleep 60 & sleep 60", timeout_s=0.3)
    assert (said["stdout"], said["timed_out"], said["exit_code"]) == ("begun\n", True, None)
    assert (await run("pgrep sleep"))["stdout"] == ""


async def test_what_runs_on_does_not_hold_its_command_up(run: Run) -> None:
    assert (await run("sleep 5 & echo done", timeout_s=3))["stdout"] == "done\n"


async def test_output_is_bounded(run: Run) -> None:
    said = await run("head -c 3000000 /dev/zero | tr '\\0' x; echo end >&2")
    assert len(str(said["stdout"])) == MAX_OUTPUT_BYTES
    assert (said["truncated"], said["stderr"]) == (True, "end\n")
    assert (await run("yes", timeout_s=20))["signal"] == 9, "it does not write for ever"


async def test_one_busy_command_does_not_hold_up_another(shared: Sandbox, run: Run) -> None:
    flood = await shared.link.start(Order(argv=("yes",)))
    async with asyncio.timeout(5):
        assert (await run("echo quick"))["stdout"] == "quick\n"
    await flood.kill()
    async for _ in flood.output():
        pass


async def test_the_environment_is_its_own(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    said = str((await run("env -0"))["stdout"]).split("\0")
    names = {line.partition("=")[0] for line in said} - {""}
    assert names <= ENVIRONMENT.keys() | {"PWD", "SHLVL", "_", "HOSTNAME", "OLDPWD"}


async def test_a_terminal_is_one(shared: Sandbox) -> None:
    terminal = await shared.terminal("one", 30, 100)
    await terminal.write(b"stty size; [ -t 0 ] && echo tty$((40+2))\n")
    shown = b""
    async with asyncio.timeout(10):
        async for _, piece in terminal.read(0):
            shown += piece
            if b"tty42" in shown:
                break
        assert b"30 100" in shown
        await terminal.resize(40, 120)
        await terminal.write(b"stty size; exit 5\n")
        rest = [piece async for _, piece in terminal.read(terminal.written)]
    assert b"40 120" in b"".join(rest)
    assert (terminal.ended, terminal.exit_code) == (True, 5)


async def test_paused_it_does_nothing_and_then_goes_on(sandbox: Sandbox) -> None:
    run = runner(sandbox)
    counter = "(while sleep 0.02; do echo >> count; done) > /dev/null 2>&1 &"
    await run(counter)
    await sandbox.pause()
    await sandbox.wake()
    await sandbox.pause()
    waiting = asyncio.create_task(run("cat count | wc -l"))
    await asyncio.sleep(0.3)
    assert not waiting.done()
    await sandbox.wake()
    count = int(str((await waiting)["stdout"]))
    async with asyncio.timeout(10):
        while int(str((await run("cat count | wc -l"))["stdout"])) <= count:
            pass
    stats = await sandbox.backend.stats(sandbox.id)
    assert stats.processes is not None
    assert stats.processes >= 2


async def test_one_that_ended_says_so(sandbox: Sandbox) -> None:
    waiting = asyncio.create_task(runner(sandbox)("sleep 60"))
    await asyncio.sleep(0.1)
    await sandbox.backend.remove(sandbox.id)
    with pytest.raises(SandboxGoneError):
        await waiting
    with pytest.raises(SandboxGoneError):
        await runner(sandbox)("true")
