"""MongoDB's protocol and S3 without installing a server.

`nx-27017` (MongoDB's wire protocol over SQLite) and `rclone serve s3` run as child processes on
loopback. The object store has generated credentials. `nx-27017` knows no authentication: the
loopback interface is what protects it, so every user of this machine can read the database; on
a shared machine set `MONGODB_URL` to a real server. What it acknowledged survives the death of
any process; a power cut may take the last moments with it (SQLite's WAL, synced at checkpoints).
"""

import asyncio
import fcntl
import json
import os
import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType

from storage.child import Child, Command, end_recorded, free_port, is_free
from storage.errors import ConflictError, StorageError
from storage.settings import StorageSettings

_HOST = "127.0.0.1"
_NAMES = ("nx-27017", "rclone")


@dataclass(frozen=True, slots=True)
class _Plan:
    """Ports and credentials, kept so that addresses stay the same over restarts."""

    mongodb_port: int
    s3_port: int
    s3_key: str
    s3_secret: str = field(repr=False)


class EmbeddedStores:
    """Both servers, with their data in `data_dir`. One owner at a time: a lock says so.

    The children die with the thread that started them: call `start` in the main thread.
    """

    def __init__(self, data_dir: Path | str, given: StorageSettings | None = None) -> None:
        """What `given` has an address for is not started; without it both are."""
        self._given = given or StorageSettings(mongodb_url=None, s3_url=None)
        self._directory = Path(data_dir).resolve()
        self._lock_fd: int | None = None
        self._plan: _Plan | None = None
        self._children: dict[str, Child] = {}

    async def __aenter__(self) -> "EmbeddedStores":
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Start both and wait until they answer. ConflictError when another process owns
        `data_dir`; UnavailableError when a server does not come up (its log says why)."""
        self._directory.mkdir(parents=True, exist_ok=True)
        self._lock()
        async with AsyncExitStack() as undo:
            undo.callback(self._unlock)
            # A former owner's servers may outlive it: end them before their ports are asked for.
            for name in _NAMES:
                await asyncio.to_thread(end_recorded, self._directory / f"{name}.pid")
            plan = self._plan = self._load_plan()
            for command in self._commands(plan):
                child = self._children[command.name] = Child(command, self._directory)
                undo.push_async_callback(child.stop)
            await asyncio.gather(*(child.start() for child in self._children.values()))
            undo.pop_all()

    async def stop(self) -> None:
        """End both; nothing is left running."""
        await asyncio.gather(*(child.stop() for child in self._children.values()))
        self._children.clear()
        self._unlock()

    @property
    def processes(self) -> Mapping[str, int | None]:
        """Process ids by name (`nx-27017`, `rclone`); None while one is down."""
        return {name: child.pid for name, child in self._children.items()}

    @property
    def settings(self) -> StorageSettings:
        """The addresses, for every process that uses these stores."""
        plan = self._plan
        if plan is None:
            raise StorageError("The embedded stores are not started.")
        credentials = f"{plan.s3_key}:{plan.s3_secret}"
        own = {
            "mongodb_url": f"mongodb://{_HOST}:{plan.mongodb_port}/?directConnection=true",
            "s3_url": f"http://{credentials}@{_HOST}:{plan.s3_port}/?region=us-east-1",
        }
        missing = {name: url for name, url in own.items() if getattr(self._given, name) is None}
        return self._given.model_copy(update={**missing, "data_dir": self._directory})

    def _commands(self, plan: _Plan) -> Iterator[Command]:
        if self._given.mongodb_url is None:
            yield self._database(plan)
        if self._given.s3_url is None:
            yield self._object_store(plan)

    def _database(self, plan: _Plan) -> Command:
        data = self._directory / "mongodb"
        data.mkdir(exist_ok=True)
        own_pid = self._directory / "nx-27017.own.pid"
        argv = [
            sys.executable, _script("nx-27017"),
            "--data-dir", str(data), "--host", _HOST, "--port", str(plan.mongodb_port),
            "--pid-file", str(own_pid), "--log-file", os.devnull,
        ]  # fmt: skip
        # Its own pid file stops it from starting when a stranger has that pid by now.
        return Command("nx-27017", argv, plan.mongodb_port, dict(os.environ), (own_pid,))

    def _object_store(self, plan: _Plan) -> Command:
        data = self._directory / "blobs"
        data.mkdir(exist_ok=True)
        argv = [
            _script("rclone"), "serve", "s3", str(data),
            "--addr", f"{_HOST}:{plan.s3_port}", "--config", os.devnull,
        ]  # fmt: skip
        # In the environment, not in the arguments, which every user can list.
        env = dict(os.environ) | {"RCLONE_AUTH_KEY": f'"{plan.s3_key},{plan.s3_secret}"'}
        return Command("rclone", argv, plan.s3_port, env)

    def _load_plan(self) -> _Plan:
        """The kept plan; a port that somebody else took meanwhile is replaced."""
        path = self._directory / "stores.json"
        try:
            plan = _Plan(**json.loads(path.read_text()))
        except (OSError, ValueError, TypeError):
            plan = _Plan(free_port(), free_port(), secrets.token_hex(10), secrets.token_hex(20))
        ports = {
            name: port if is_free(port) else free_port()
            for name, port in (("mongodb_port", plan.mongodb_port), ("s3_port", plan.s3_port))
        }
        plan = _Plan(**(asdict(plan) | ports))
        draft = path.with_suffix(".new")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(asdict(plan), file)
        draft.replace(path)
        return plan

    def _lock(self) -> None:
        descriptor = os.open(self._directory / "stores.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise ConflictError(f"Another process already serves {self._directory}.") from None
        self._lock_fd = descriptor

    def _unlock(self) -> None:
        if self._lock_fd is not None:
            os.close(self._lock_fd)
            self._lock_fd = None


def _script(name: str) -> str:
    """The console script of this Python environment, else the one on PATH."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        raise StorageError(f"{name} is not installed beside {sys.executable} nor on PATH.")
    return found
