"""The embedded servers: addresses, credentials, supervision, and nothing left behind."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable
from pathlib import Path

import psutil
import pytest

from storage import ConflictError, Storage, StorageSettings, UnavailableError
from storage.child import Child, Command, end_recorded, free_port, write_record
from storage.embedded import EmbeddedStores

Until = Callable[[Callable[[], object]], Awaitable[None]]

OWNER = """
import asyncio, sys
from storage.embedded import EmbeddedStores

async def main():
    async with EmbeddedStores(sys.argv[1]) as stores:
        print(*stores.processes.values(), flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


def running(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


async def test_addresses_and_data_outlive_a_restart(tmp_path: Path) -> None:
    async with EmbeddedStores(tmp_path) as stores:
        first = stores.settings
        storage = await Storage.open(first)
        await storage.prepare()
        blob = await storage.tenant("t").blobs.put(b"kept", "image/png", 10)
        await storage.close()
    async with EmbeddedStores(tmp_path) as stores:
        assert stores.settings == first
        storage = await Storage.open(stores.settings)
        tenant = storage.tenant("t")
        assert await tenant.blobs.get(blob.sha256) == b"kept"
        assert await tenant.blobs.stat(blob.sha256) == blob
        with urllib.request.urlopen(await tenant.blobs.signed_url(blob.sha256)) as response:
            assert response.headers["Content-Type"] == "image/png"
        await storage.close()


async def test_stop_leaves_no_process(tmp_path: Path) -> None:
    async with EmbeddedStores(tmp_path) as stores:
        pids = [pid for pid in stores.processes.values() if pid]
        assert len(pids) == 2
        assert all(map(running, pids))
    assert not any(map(running, pids))
    assert list(tmp_path.glob("*.pid")) == []


async def test_the_object_store_wants_credentials_which_only_we_can_read(
    stores: EmbeddedStores, tmp_path: Path
) -> None:
    assert stores.settings.s3_url
    address = stores.settings.s3_url.rpartition("@")[2].partition("/")[0]
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"http://{address}/")
    assert caught.value.code in {400, 403}
    path = tmp_path / "stores.json"
    assert path.stat().st_mode & 0o777 == 0o600
    secret = json.loads(path.read_text())["s3_secret"]
    for pid in stores.processes.values():
        assert secret not in " ".join(psutil.Process(pid).cmdline())
    assert secret not in repr(stores.__dict__) + repr(stores.settings), "nor in a log"


async def test_a_killed_server_comes_back_at_the_same_address(
    stores: EmbeddedStores, storage: Storage, until: Until
) -> None:
    before = dict(stores.processes)
    for pid in before.values():
        assert pid
        os.kill(pid, signal.SIGKILL)
    await until(lambda: all(pid not in (None, before[n]) for n, pid in stores.processes.items()))
    tenant = storage.tenant("t")
    blob = await tenant.blobs.put(b"after", "text/plain", 10)
    assert await tenant.blobs.get(blob.sha256) == b"after"


async def test_a_ctrl_c_in_the_terminal_is_not_theirs(stores: EmbeddedStores) -> None:
    assert {os.getpgid(pid or 0) for pid in stores.processes.values()} == {
        *stores.processes.values()
    }


async def test_one_owner_at_a_time(stores: EmbeddedStores, tmp_path: Path) -> None:
    second = EmbeddedStores(tmp_path)
    with pytest.raises(ConflictError, match="already"):
        await second.start()
    assert all(stores.processes.values())


async def test_children_die_with_a_killed_owner_and_the_next_one_starts(
    tmp_path: Path, until: Until
) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    line = await asyncio.to_thread(owner.stdout.readline)
    pids = [int(word) for word in line.split()]
    assert len(pids) == 2
    owner.kill()
    owner.wait()
    owner.stdout.close()
    await until(lambda: not any(map(running, pids)))
    async with EmbeddedStores(tmp_path) as stores:
        storage = await Storage.open(stores.settings)
        assert await storage.ping() == {"database": None, "blobs": None}
        await storage.close()


async def test_a_stale_child_is_ended_and_its_port_used_again(tmp_path: Path) -> None:
    async with EmbeddedStores(tmp_path) as stores:
        address = stores.settings.mongodb_url
        port = json.loads((tmp_path / "stores.json").read_text())["mongodb_port"]
    # As left by an owner on a system that does not end children with their parent.
    listener = (
        "import socket, sys; s = socket.create_server(('127.0.0.1', int(sys.argv[1])));"
        "print('up', flush=True); s.accept(); s.accept()"
    )
    stale = subprocess.Popen(
        [sys.executable, "-c", listener, str(port)], stdout=subprocess.PIPE, text=True
    )
    assert stale.stdout is not None
    await asyncio.to_thread(stale.stdout.readline)
    write_record(tmp_path / "nx-27017.pid", stale.pid)
    async with EmbeddedStores(tmp_path) as stores:
        assert stale.poll() is not None, "it was ended before the port was asked for"
        assert stores.settings.mongodb_url == address
    stale.stdout.close()


def test_a_stranger_with_the_recorded_pid_is_left_alone(tmp_path: Path) -> None:
    stranger = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    record = tmp_path / "x.pid"
    started = psutil.Process(stranger.pid).create_time()
    try:
        record.write_text(json.dumps({"pid": stranger.pid, "started": started - 60}))
        end_recorded(record)
        assert stranger.poll() is None
        assert not record.exists()
        for rubbish in ("", "[]", "{}", '{"pid": "x"}', '{"pid": 0}'):
            record.write_text(rubbish)
            end_recorded(record)
    finally:
        stranger.kill()
        stranger.wait()


async def test_a_port_that_a_stranger_took_is_replaced(tmp_path: Path) -> None:
    async with EmbeddedStores(tmp_path):
        port = json.loads((tmp_path / "stores.json").read_text())["s3_port"]
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", port)
    async with server, EmbeddedStores(tmp_path) as stores:
        assert stores.settings.s3_url
        assert f":{port}/" not in stores.settings.s3_url
        storage = await Storage.open(stores.settings)
        assert await storage.ping() == {"database": None, "blobs": None}
        await storage.close()


async def test_a_server_that_does_not_start_is_reported_with_its_log(tmp_path: Path) -> None:
    argv = [sys.executable, "-c", "raise SystemExit('no such disk')"]
    child = Child(Command("broken", argv, free_port(), dict(os.environ)), tmp_path)
    with pytest.raises(UnavailableError, match=r"broken\.log"):
        await child.start(timeout_s=10)
    assert "no such disk" in (tmp_path / "logs" / "broken.log").read_text()
    assert child.pid is None


async def test_what_is_given_is_not_started(tmp_path: Path) -> None:
    given = StorageSettings(mongodb_url="mongodb://db.example", s3_url=None)
    async with EmbeddedStores(tmp_path, given) as stores:
        assert list(stores.processes) == ["rclone"]
        assert stores.settings.mongodb_url == "mongodb://db.example"
        assert stores.settings.s3_url
