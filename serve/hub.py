"""Downloads a model's weights from the Hugging Face hub, or from a mirror of it.

Our own few requests, because huggingface_hub 2.x throws a half-downloaded file away, cannot be
cancelled, and goes by an offline switch that our engines need. A pull is resumable to the
byte, checked by hash, and used only once it is whole: it grows in `<id>.partial` and is
renamed at the end.

The protocol, as the hub's own client speaks it:
`GET /api/models/{id}/revision/{revision}?blobs=true` lists the files with sizes and hashes,
`GET /{id}/resolve/{commit}/{file}` gives one, with ranges.
"""

import asyncio
import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp
import orjson

from serve.errors import ModelError
from serve.hub_files import PIPELINE_INDEX, pipeline_files, wanted
from serve.model_entry import ModelEntry

DEFAULT_ENDPOINT = "https://huggingface.co"
MARKER = ".atelier-pull.json"
CHUNK_BYTES = 2**20
RESERVE_BYTES = 512 * 2**20  # left free on the disk
MAX_FRUITLESS_TRIES = 5
TIMEOUT = aiohttp.ClientTimeout(total=None, sock_connect=15, sock_read=30)

Progress = Callable[[float, int, int], None]
"""Told (fraction, bytes done, bytes in all), often and from the pulling thread."""


class HubError(ModelError):
    """The model could not be pulled; the message says why and what to do. What is here stays:
    the next pull goes on from it.
    """

    code = "hub_pull_failed"


class HubUnreachableError(HubError):
    """The hub does not answer: check the network, or set HF_ENDPOINT to a mirror."""

    code = "hub_unreachable"


class HubRefusedError(HubError):
    """The hub has no such model for us: correct the id, or set HF_TOKEN for a gated one."""

    code = "hub_refused"


class DiskFullError(HubError):
    """The weights do not fit on the disk; free some space and pull again."""

    code = "disk_full"


@dataclass(frozen=True, slots=True)
class HubFile:
    """One file to have. Its hash is the SHA-256 of large ones, git's blob id of small ones."""

    name: str
    size: int
    sha256: str | None = None
    blob_id: str | None = None


def model_dir(entry: ModelEntry, data_dir: Path) -> Path:
    """Where the entry's weights lie once they are pulled."""
    return data_dir / "models" / entry.id


def is_pulled(entry: ModelEntry, data_dir: Path) -> bool:
    """Whether the whole model of the entry's source and revision is here."""
    try:
        marker = orjson.loads((model_dir(entry, data_dir) / MARKER).read_bytes())
        return bool(marker["source"] == entry.source and marker["revision"] == entry.revision)
    except (OSError, ValueError, LookupError, TypeError):
        return False


def pull(
    entry: ModelEntry,
    data_dir: Path,
    progress: Progress | None = None,
    *,
    env: Mapping[str, str] | None = None,
) -> Path:
    """`download` for a thread without an event loop: blocks until the model is here."""
    return asyncio.run(download(entry, data_dir, progress, env=env))


async def download(
    entry: ModelEntry,
    data_dir: Path,
    progress: Progress | None = None,
    *,
    env: Mapping[str, str] | None = None,
    retry_pause_s: float = 1.0,
) -> Path:
    """Have the entry's weights in `model_dir`. Raises a `HubError`.

    Goes by HF_ENDPOINT and HF_TOKEN of `env` (the process's by default), and does not heed
    HF_HUB_OFFLINE: a pull is asked for. Cancelling keeps what was received for the next pull.
    """
    env = os.environ if env is None else env
    final = model_dir(entry, data_dir)
    if is_pulled(entry, data_dir):
        return final
    partial = final.with_name(f"{entry.id}.partial")
    try:
        partial.mkdir(parents=True, exist_ok=True)
        with _locked(final.with_name(f"{entry.id}.lock"), entry):
            async with _Hub(entry, env, retry_pause_s) as hub:
                commit, files = await hub.listing()
                _check_space(files, partial)
                await _fetch_all(hub, commit, files, partial, progress or _ignore)
            await asyncio.to_thread(_publish, entry, commit, files, partial, final)
    except OSError as error:
        raise HubError(f"{final} cannot be written: {error}") from error
    return final


class _Hub:
    """Speaks to the hub about one model."""

    def __init__(self, entry: ModelEntry, env: Mapping[str, str], retry_pause_s: float) -> None:
        self.name = entry.source
        self._is_pipeline = entry.drawing is not None
        self._revision = entry.revision
        self._endpoint = (env.get("HF_ENDPOINT") or DEFAULT_ENDPOINT).rstrip("/")
        self._retry_pause_s = retry_pause_s
        token = env.get("HF_TOKEN")
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        headers["Accept-Encoding"] = "identity"  # ranges count the file's own bytes
        self._session = aiohttp.ClientSession(timeout=TIMEOUT, headers=headers, trust_env=True)

    async def __aenter__(self) -> "_Hub":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def listing(self) -> tuple[str, list[HubFile]]:
        """The commit that the revision stands for, and the files that an engine needs of it."""
        path = f"/api/models/{self.name}/revision/{quote(self._revision, safe='')}"
        try:
            async with self._session.get(f"{self._endpoint}{path}?blobs=true") as response:
                self._check(response)
                answer = orjson.loads(await response.read())
            commit = str(answer["sha"])
            rows = {str(row["rfilename"]): row for row in answer["siblings"]}
            files = [_hub_file(rows[name]) for name in await self._needed(commit, rows)]
            files = [f if f.size >= 0 else await self._sized(commit, f) for f in files]
        except (aiohttp.ClientError, TimeoutError) as error:
            raise self._unreachable(error) from error
        except (ValueError, LookupError, TypeError) as error:
            raise HubError(f"{self._endpoint} answered in an unknown form: {error!r}") from error
        if not any(file.name.endswith(".safetensors") for file in files):
            raise HubRefusedError(f"{self.name} has no safetensors weights; choose another model")
        return commit, files

    async def _needed(self, commit: str, names: Iterable[str]) -> list[str]:
        if not self._is_pipeline:
            return [name for name in names if wanted(name)]
        url = self._url(commit, HubFile(PIPELINE_INDEX, -1))
        async with self._session.get(url) as response:
            if response.status == 404:
                raise HubRefusedError(f"{self.name} is no pipeline in diffusers' format")
            self._check(response)
            return pipeline_files(names, orjson.loads(await response.read()))

    async def fetch(
        self, commit: str, file: HubFile, path: Path, received: Callable[[int], None]
    ) -> None:
        """Append what is missing of the file. Broken connections are taken up again."""
        fruitless = 0
        while (have := _size(path)) < file.size:
            try:
                await self._fetch_rest(commit, file, path, have, received)
                broken: Exception | None = None
            except (aiohttp.ClientError, TimeoutError, _BusyError) as error:
                broken = error
            moved = _size(path) > have
            fruitless = 0 if moved else fruitless + 1
            if fruitless >= MAX_FRUITLESS_TRIES:
                raise self._unreachable(broken or OSError("it sends nothing more"))
            if fruitless:
                await asyncio.sleep(self._retry_pause_s * 2 ** (fruitless - 1))

    async def _fetch_rest(
        self, commit: str, file: HubFile, path: Path, have: int, received: Callable[[int], None]
    ) -> None:
        headers = {"Range": f"bytes={have}-"} if have else {}
        async with self._session.get(self._url(commit, file), headers=headers) as response:
            self._check(response)
            if have and response.status != 206:  # it knows no ranges: from the beginning
                received(-have)
                have = 0
            with path.open("ab" if have else "wb") as out:
                async for chunk in response.content.iter_chunked(CHUNK_BYTES):
                    await asyncio.to_thread(out.write, chunk)
                    received(len(chunk))
                    have += len(chunk)
                    if have > file.size:
                        raise HubError(f"{file.name} is longer than the hub says; pull again")

    async def _sized(self, commit: str, file: HubFile) -> HubFile:
        """Size and hash from the file's own headers, for mirrors that list none."""
        async with self._session.head(self._url(commit, file), allow_redirects=False) as response:
            self._check(response)
            size = response.headers.get("X-Linked-Size") or response.headers["Content-Length"]
            etag = response.headers.get("X-Linked-Etag") or response.headers.get("ETag") or ""
        etag = etag.removeprefix("W/").strip('"')
        return HubFile(
            file.name,
            int(size),
            sha256=etag if len(etag) == 64 else None,
            blob_id=etag if len(etag) == 40 else None,
        )

    def _url(self, commit: str, file: HubFile) -> str:
        return f"{self._endpoint}/{self.name}/resolve/{commit}/{quote(file.name)}"

    def _check(self, response: aiohttp.ClientResponse) -> None:
        status = response.status
        if status in (401, 403):
            page = f"{self._endpoint}/{self.name}"
            raise HubRefusedError(
                f"{self.name} is gated, private or unknown: accept its licence at {page} and set "
                f"HF_TOKEN ({status})"
            )
        if status == 404:
            raise HubRefusedError(
                f"{self._endpoint} has no {self.name} at revision {self._revision!r}"
            )
        if status == 429 or status >= 500:
            raise _BusyError(f"the hub answers {status}")
        if status >= 400:
            raise HubError(f"{self._endpoint} refuses the download ({status})")

    def _unreachable(self, error: Exception) -> HubUnreachableError:
        reason = str(error) or type(error).__name__
        return HubUnreachableError(
            f"{self._endpoint} cannot be reached ({reason}). A pull needs the network; set "
            "HF_ENDPOINT to a mirror, or name a local folder as the model's source."
        )


class _BusyError(aiohttp.ClientError):
    """The hub asks for patience; try again."""


async def _fetch_all(
    hub: _Hub, commit: str, files: Sequence[HubFile], partial: Path, progress: Progress
) -> None:
    total = sum(file.size for file in files)
    done = sum(_size(partial / file.name) for file in files)

    def received(count: int) -> None:
        nonlocal done
        done += count
        progress(min(done / total, 1.0) if total else 1.0, done, total)

    received(0)
    for file in files:
        path = partial / file.name
        path.parent.mkdir(exist_ok=True)
        if (have := _size(path)) > file.size:  # of another commit
            received(-have)
            path.unlink()
        before = _size(path)
        await hub.fetch(commit, file, path, received)
        if await asyncio.to_thread(_matches, path, file):
            continue
        received(-file.size)  # what was here before is of another commit, or damaged
        path.unlink()
        if before:
            await hub.fetch(commit, file, path, received)
        if not before or not await asyncio.to_thread(_matches, path, file):
            path.unlink(missing_ok=True)
            raise HubError(f"{file.name} of {hub.name} does not have its hash; pull again")


def _publish(
    entry: ModelEntry, commit: str, files: Sequence[HubFile], partial: Path, final: Path
) -> None:
    """Make the pull visible at once and whole; a crash in between leaves the old or the new."""
    names = {file.name for file in files}
    for path in _files(partial):
        if str(path.relative_to(partial)) not in names:
            path.unlink()
    marker = {
        "source": entry.source,
        "revision": entry.revision,
        "commit": commit,
        "files": [asdict(file) for file in files],
    }
    (partial / MARKER).write_bytes(orjson.dumps(marker))
    for path in _files(partial):
        with path.open("rb") as written:
            os.fsync(written.fileno())
    old = final.with_name(f"{entry.id}.old")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    partial.rename(final)
    shutil.rmtree(old, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _check_space(files: Sequence[HubFile], partial: Path) -> None:
    missing = sum(max(0, file.size - _size(partial / file.name)) for file in files)
    free = shutil.disk_usage(partial).free
    if missing + RESERVE_BYTES > free:
        need, have = (f"{count / 2**30:.1f} GiB" for count in (missing + RESERVE_BYTES, free))
        raise DiskFullError(
            f"the model needs {need} more on the disk of {partial}, {have} are free"
        )


@contextmanager
def _locked(path: Path, entry: ModelEntry) -> Iterator[None]:
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise HubError(f"{entry.id} is being pulled already") from error
        yield


def _hub_file(row: Mapping[str, Any]) -> HubFile:
    lfs = row.get("lfs") or {}
    size = row.get("size")
    return HubFile(
        name=str(row["rfilename"]),
        size=-1 if size is None else int(size),
        sha256=lfs.get("sha256"),
        blob_id=None if lfs else row.get("blobId"),
    )


def _matches(path: Path, file: HubFile) -> bool:
    if not file.size:
        path.touch()
    if file.sha256:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == file.sha256
    if file.blob_id:
        head = f"blob {file.size}\0".encode()
        return hashlib.sha1(head + path.read_bytes()).hexdigest() == file.blob_id  # noqa: S324
    return _size(path) == file.size


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _ignore(_fraction: float, _done: int, _total: int) -> None:
    """Nobody watches."""
