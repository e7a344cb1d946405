"""A project's files from a zip or another repository: nothing is trusted, all is bounded."""

import asyncio
import io
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path

from actors.studio.paths import PathError, checked
from actors.studio.turn import MAX_FILE_BYTES
from gateway.merging import clashing
from gateway.problems import Problem
from gateway.project_files import MAX_FILES
from gateway.remote_git import Remote, fetch
from storage.git import MAIN, Repository

MAX_ZIP_BYTES = 20 * 2**20
MAX_UNPACKED_BYTES = 50 * 2**20
MAX_OBJECT_BYTES = 16 * 2**20
MAX_RECORDS = 20_000
"""Of a zip's directory, which is read whole: folders count, too."""
MARKS = ("index.html", "package.json", "pyproject.toml")
"""A folder with one of these is where a project begins."""

_RECORD = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError)


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a zip by path. Blocks. What systems leave in zips is skipped, and the one folder
    around everything else (as in the zips of code hosts). Raises a Problem that names what is wrong
    with it."""
    if data.count(_RECORD) > MAX_RECORDS:
        raise _refused(
            f"The zip lists more than {MAX_RECORDS:,} files and folders.", "too_many_files"
        )
    files: dict[str, bytes] = {}
    size = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in _members(archive):
                path = info.filename
                if path in files:
                    raise _refused(f"The zip has {path} twice.")
                files[path] = archive.open(info).read(MAX_FILE_BYTES + 1)
                size += len(files[path])
                _expect_room(path, len(files[path]), len(files), size, "body")
    except _BROKEN as error:
        raise _refused(f"This is no zip that can be read ({error}).") from error
    files = _without_folder(files)
    if not files:
        raise _refused("The zip has no files.")
    _expect_apart(files, "body")
    return files


async def fetched(source: Remote, branch: str | None) -> tuple[str, bytes]:
    """The newest commit of a branch elsewhere (None: its default one), and a pack of its history.
    Raises a Problem for what cannot be a project here."""
    with tempfile.TemporaryDirectory() as folder:
        repository = await asyncio.to_thread(Repository.create, Path(folder, "it.git"))
        try:
            await fetch(source, repository.path, branch)
            return await asyncio.to_thread(_packed, repository)
        finally:
            repository.close()


def _packed(repository: Repository) -> tuple[str, bytes]:
    commit = next(repository.log(MAIN, 1)).sha
    if odd := repository.oddities(commit):
        detail = f"{odd[0]} is a link or a submodule, which a project cannot have. Import a zip."
        raise _refused(detail, "bad_path", "body.url")
    if repository.largest() > MAX_OBJECT_BYTES:
        detail = f"Its history has a file of more than {MAX_OBJECT_BYTES:,} bytes. Import a zip."
        raise Problem(413, "too_large", detail, "body.url")
    entries = repository.tree(commit)
    together = 0
    for entry in entries:
        together += entry.size
        _expect_path(entry.path, "body.url")
        _expect_room(entry.path, entry.size, len(entries), together, "body.url")
    _expect_apart([entry.path for entry in entries], "body.url")
    return commit, repository.pack(commit, ())


def _members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """The files that are wanted, each one fit to be read."""
    for info in archive.infolist():
        names = info.filename.split("/")
        if info.filename.endswith("/") or names[0] == "__MACOSX" or names[-1] == ".DS_Store":
            continue
        _expect_path(info.filename, "body")
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise _refused(f"{info.filename} is a link or a device. Put the file itself there.")
        if info.flag_bits & 1:
            raise _refused("The zip is encrypted. Make one without a password.")
        if info.compress_type not in _METHODS:
            raise _refused(f"{info.filename} is packed in a rare way. Use the usual one (deflate).")
        yield info


def _expect_path(path: str, field: str) -> None:
    try:
        checked(path)
    except PathError as error:
        detail = f"It has a file that cannot be kept: {error}"
        raise _refused(detail, "bad_path", field) from error


def _expect_apart(paths: Collection[str], field: str) -> None:
    if clash := clashing(paths):
        names = ", ".join(sorted(clash)[:5])
        detail = f"These cannot stand beside each other everywhere: {names}"
        raise _refused(detail, "bad_path", field)


def _expect_room(path: str, size: int, count: int, together: int, field: str) -> None:
    if count > MAX_FILES:
        detail = (
            f"A project has at most {MAX_FILES:,} files. Leave out what can be installed again."
        )
        raise _refused(detail, "too_many_files", field)
    if size > MAX_FILE_BYTES:
        detail = f"{path} is too large: a file of a project has at most {MAX_FILE_BYTES:,} bytes."
        raise Problem(413, "too_large", detail, field)
    if together > MAX_UNPACKED_BYTES:
        detail = f"The files have more than {MAX_UNPACKED_BYTES:,} bytes together."
        raise Problem(413, "too_large", detail, field)


def _without_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    folder = next(iter(files), "").partition("/")[0]
    if any(f"{folder}/{mark}" in files for mark in MARKS) and all(
        path.startswith(f"{folder}/") for path in files
    ):
        return {path.removeprefix(f"{folder}/"): content for path, content in files.items()}
    return files


def _refused(detail: str, code: str = "bad_zip", field: str = "body") -> Problem:
    return Problem(422, code, detail, field)
