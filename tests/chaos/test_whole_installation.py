"""`up` itself: killed, refused, stopped. It leaves no process, no port, and no answer unfinished.

The last of these files on purpose: it ends the installation that the others share.
"""

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import psutil
import pytest

from tests.chaos.chat import PROMPTS, Chat
from tests.chaos.conftest import Note, environment
from tests.chaos.twenty import LONG, READ_TIMEOUT_S, survive
from tests.system import REPOSITORY, System, free_port, wait_for

GONE_S = 10.0


def ops(command: str, data_dir: Path, port: int = 0) -> subprocess.CompletedProcess[str]:
    """`python -m ops …`, to its end."""
    env = {**os.environ, "ATELIER_DATA": str(data_dir), "ATELIER_PORT": str(port or free_port())}
    arguments = [sys.executable, "-m", "ops", command]
    return subprocess.run(
        arguments, cwd=REPOSITORY, env=env, capture_output=True, text=True, timeout=60, check=False
    )


def processes(system: System) -> list[str]:
    """Whatever runs for this installation: it is in the environment of each of its processes."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("ATELIER_DATA") == str(system.data_dir):
                found.append(f"{process.pid} {' '.join(process.cmdline())[:60]}")
        except psutil.Error:
            continue
    return found


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return True
    return False


def expect_nothing_left(system: System) -> None:
    try:
        wait_for(lambda: not processes(system), GONE_S, "an end of every process")
    except AssertionError as error:
        raise AssertionError("\n".join(processes(system))) from error
    stores = json.loads((system.data_dir / "stores.json").read_text())
    for port in (system.port, stores["mongodb_port"], stores["s3_port"]):
        # A process that ends gives up its environment a moment before its sockets.
        wait_for(lambda port=port: is_free(port), 2, f"port {port}")


def test_a_second_up_on_the_same_data_is_refused(paced: System) -> None:
    second = ops("up", paced.data_dir)
    assert second.returncode == 1
    assert second.stderr.strip() == (
        f"Atelier already runs on {paced.data_dir}. Stop it with `make down`."
    )
    assert ops("status", paced.data_dir).returncode == 0


def test_a_taken_port_is_refused(paced: System, tmp_path: Path) -> None:
    other = ops("up", tmp_path / "data", paced.port)
    assert other.returncode == 1
    assert f"Port {paced.port} on 127.0.0.1 is taken." in other.stderr
    assert "ATELIER_PORT" in other.stderr


async def test_killing_up_leaves_nothing_and_up_again_finishes_every_answer(
    paced: System, chat: Chat, expected: Mapping[str, str]
) -> None:
    before = {c["id"] for c in (await chat.call("GET", "/api/conversations?limit=100"))["items"]}
    prompts = PROMPTS[:5]
    readers = await chat.ask_all(prompts, LONG)
    await asyncio.gather(*(reader.read(until=lambda r: r.tokens > 9) for reader in readers))
    reading = [asyncio.create_task(reader.read()) for reader in readers]

    assert paced.process is not None
    paced.process.kill()
    paced.process.wait()
    await asyncio.to_thread(expect_nothing_left, paced)

    paced.env = environment(paced.data_dir.parent, replicas=2)
    await asyncio.to_thread(paced.start)
    async with asyncio.timeout(READ_TIMEOUT_S):
        await asyncio.gather(*reading)
    assert [reader.text for reader in readers] == [expected[prompt] for prompt in prompts]
    after = {c["id"] for c in (await chat.call("GET", "/api/conversations?limit=100"))["items"]}
    assert before - after == set() or len(after) == 100


@pytest.mark.parametrize("part", ["engine", "replica"])
async def test_with_two_replicas_the_other_goes_on(
    part: str, paced: System, chat: Chat, expected: Mapping[str, str], note: Note
) -> None:
    """Not by itself: the test before it started the installation again, with two."""
    await asyncio.to_thread(paced.ready, replicas=2)
    silence_s, resumed = await survive(chat, expected, lambda: paced.kill(part))
    assert 0 < resumed < len(PROMPTS)
    note(f"20 answers, 2 replicas, {part} killed", silence_s)


def test_ctrl_c_leaves_nothing(paced: System) -> None:
    paced.stop(signal.SIGINT)
    assert paced.process is not None
    assert paced.process.returncode == 0
    assert paced.log.rstrip().endswith("Stopped. Nothing is left running.")
    expect_nothing_left(paced)


def test_down_ends_what_is_still_starting(paced: System) -> None:
    paced.stop()
    paced.start()
    down = ops("down", paced.data_dir)
    assert (down.returncode, down.stdout.strip()) == (0, "Stopped.")
    assert paced.process is not None
    assert paced.process.wait(10) == 0
    expect_nothing_left(paced)
    assert ops("down", paced.data_dir).stdout.strip() == "Atelier is not running."
    assert ops("status", paced.data_dir).returncode == 1
