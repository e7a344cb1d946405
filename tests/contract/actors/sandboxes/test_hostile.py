"""Programs that want out, or want it all. The node answers throughout."""

import asyncio
import shutil
import socket
import time
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from actors.sandboxes.backend import Backend
from actors.sandboxes.errors import SandboxGoneError
from actors.sandboxes.sandbox import Sandbox
from storage.ids import new_id
from tests.contract.actors.sandboxes.conftest import SMALL, Run, runner

RESPONSIVE_S = 2.0
"""Within which another sandbox answers, on a machine of two cores that tests share."""


@pytest.fixture
async def neighbour(backend: Backend) -> AsyncGenerator[Sandbox]:
    """Another tenant's."""
    sandbox = await Sandbox.start(backend)
    yield sandbox
    await sandbox.end()


async def expect_responsive(neighbour: Sandbox) -> None:
    started = time.monotonic()
    assert (await runner(neighbour)("echo here"))["stdout"] == "here\n"
    assert time.monotonic() - started < RESPONSIVE_S


async def test_it_has_no_rights(run: Run) -> None:
    status = str((await run("cat /proc/self/status"))["stdout"])
    facts = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
        assert int(facts[name], 16) == 0, name
    assert facts["NoNewPrivs"] == "1"
    assert (await run("id -u"))["stdout"] == "1000\n"
    for command in (
        "mount -t tmpfs none /mnt",
        "unshare --user true",
        "unshare --mount true",
        "chroot / true",
        "mknod /work/disk b 8 0",
        "find / -xdev -perm /6000 -type f | grep .",
        "echo 1 > /proc/sys/kernel/hostname",
        "echo b > /proc/sysrq-trigger",
        "dmesg",
        "hostname other",
    ):
        assert (await run(command))["exit_code"] != 0, command


async def test_it_cannot_write_but_where_it_works(run: Run) -> None:
    for folder in ("/", "/usr/bin", "/etc", "/sys/fs/cgroup", "/proc", "/var/lib"):
        assert (await run(f"touch {folder}/x"))["exit_code"] != 0, folder
    writable = await run("find / -xdev -writable \\( -type d -o -type f \\) -not -path '/proc/*'")
    assert set(str(writable["stdout"]).split()) == {"/work", "/tmp"}


async def test_it_sees_nothing_of_the_host(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = f"canary-{new_id()}"
    (tmp_path / canary).write_text(canary)
    monkeypatch.setenv("ATELIER_SECRET", canary)
    outside = Path(__file__).resolve()
    for command in (
        f"cat {tmp_path / canary}",
        f"cat {outside}",
        f"find / -name '{canary}' 2>/dev/null | grep .",
        f"cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n' | grep {canary}",
        f"ls /proc/1/root{tmp_path}",
        "cat /etc/shadow",
        "ls /var/run/docker.sock /run/docker.sock",
        "ls /root /home/*",
        "cat /proc/kcore | head -c 1 | grep .",
        "head -c 1 /dev/mem; head -c 1 /dev/vda",
    ):
        assert (await run(command))["exit_code"] != 0, command
    assert len(str((await run("ls -d /proc/[0-9]*"))["stdout"]).split()) < 10


async def test_it_reaches_no_network(run: Run) -> None:
    with socket.create_server(("0.0.0.0", 0)) as server:
        port = server.getsockname()[1]
        program = f"""
import socket
for family, host, port in [
    (socket.AF_INET, "169.254.169.254", 80),
    (socket.AF_INET, "127.0.0.1", {port}),
    (socket.AF_INET, "172.17.0.1", {port}),
    (socket.AF_INET6, "::1", {port}),
]:
    try:
        socket.socket(family).connect((host, port))
    except OSError:
        continue
    print("reached", host)
try:
    socket.socket(socket.AF_INET, socket.SOCK_RAW)
    print("raw")
except OSError:
    pass
print([name for _, name in socket.if_nameindex()])
"""
        said = await run("python3 -", stdin=program)
        assert said["stdout"] == "['lo']\n", said
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()


async def test_a_fork_bomb_stays_inside(sandbox: Sandbox, neighbour: Sandbox) -> None:
    bomb = "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"
    exploding = asyncio.create_task(runner(sandbox)(f"python3 -c '{bomb}'", timeout_s=2))
    count = 0
    while count < SMALL.processes - 4:
        await asyncio.sleep(0.02)
        count = (await sandbox.backend.stats(sandbox.id)).processes or 0
        assert not exploding.done()
    await expect_responsive(neighbour)
    refused = await runner(sandbox)("true", timeout_s=5)
    assert "too many processes" in str(refused["error"])
    assert (await exploding)["timed_out"]
    await sandbox.reset()
    assert (await runner(sandbox)("echo again"))["stdout"] == "again\n"


async def test_a_full_disk_is_its_own(sandbox: Sandbox, neighbour: Sandbox) -> None:
    free = shutil.disk_usage("/").free
    fill = "for n in $(seq 40); do head -c 10000000 /dev/zero > {0}/$n || exit 9; done"
    for folder in ("/work", "/tmp", "/dev/shm"):
        said = await runner(sandbox)(fill.format(folder))
        assert said["exit_code"] == 9, folder
        assert "No space left" in str(said["stderr"])
    said = await runner(sandbox)("rm -r /work/*; head -c 30000000 /dev/zero > /work/large")
    assert said["exit_code"] != 0, "a file has a size limit, too"
    assert free - shutil.disk_usage("/").free < 100e6
    await expect_responsive(neighbour)


async def test_it_cannot_take_all_memory(sandbox: Sandbox, neighbour: Sandbox) -> None:
    hog = "x = []\nwhile True: x.append(bytearray(b'x' * 2**24))"
    said = await runner(sandbox)(f'python3 -c "{hog}"')
    assert said["signal"] == 9 or said["exit_code"] != 0
    stats = await neighbour.backend.stats(neighbour.id)
    assert stats.memory_bytes is not None
    assert stats.memory_bytes < SMALL.memory_bytes / 2
    await expect_responsive(neighbour)


async def test_a_busy_loop_leaves_time_to_others(sandbox: Sandbox, neighbour: Sandbox) -> None:
    spin = "for n in 1 2 3 4; do python3 -c 'while True: pass' & done; wait"
    spinning = asyncio.create_task(runner(sandbox)(spin, timeout_s=1.5))
    await asyncio.sleep(0.3)
    await expect_responsive(neighbour)
    assert (await spinning)["timed_out"]


async def test_sandboxes_do_not_see_each_other(sandbox: Sandbox, neighbour: Sandbox) -> None:
    mine, theirs = runner(sandbox), runner(neighbour)
    await theirs("echo secret > /work/secret; echo secret > /tmp/secret; echo secret > /dev/shm/s")
    hidden = asyncio.create_task(theirs("sleep 4242", timeout_s=30))
    await theirs("until pgrep -x sleep; do :; done")
    for command in (
        "cat /work/secret",
        "cat /tmp/secret",
        "cat /dev/shm/s",
        "pgrep -x sleep",
        "ipcs -m | grep 0x",
    ):
        assert (await mine(command))["stdout"] == "", command
    await mine("kill -9 -1")
    assert not hidden.done()
    await theirs("pkill sleep")
    assert (await hidden)["signal"] == 15


@pytest.mark.parametrize("nonsense", ["head -c 100000 /dev/urandom", "yes", "cat /dev/zero"])
async def test_nonsense_on_its_connection_ends_it_alone(
    sandbox: Sandbox, neighbour: Sandbox, nonsense: str
) -> None:
    command = f"for fd in /proc/1/fd/*; do {nonsense} | head -c 3000000 > $fd; done; sleep 1"
    try:
        async with asyncio.timeout(20):
            await runner(sandbox)(command, timeout_s=5)
    except SandboxGoneError:
        pass
    await expect_responsive(neighbour)
