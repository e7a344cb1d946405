"""One project's history as a bare git repository in a folder, without a working tree.

Everything here blocks, and touches nothing but that folder: `projects.py` says which state counts
and keeps it where it lasts. Git reads no settings of the machine or the person, and runs no hooks.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from storage.errors import GitMissingError

os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")  # else the import fails where git is missing

import git
from git.exc import GitCommandError

MAIN = "main"
FILE_MODE = "100644"
ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: its path, the hash of its content, its bytes, and git's mode."""

    path: str
    sha: str
    size: int
    mode: str = FILE_MODE


Changes = Mapping[str, bytes | Entry | None]
"""Paths to new contents, to a file whose content and mode it takes, or to None: the file goes."""


@dataclass(frozen=True, slots=True)
class Author:
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One turn of a history."""

    sha: str
    parents: tuple[str, ...]
    message: str
    author: Author
    at: datetime


class Repository:
    """A bare repository. Commits are named by their hash; branches are kept elsewhere."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._repo = git.Repo(path)
        self._repo.git.update_environment(**ENVIRONMENT)

    @classmethod
    def create(cls, path: Path) -> "Repository":
        """An empty one, or the one that is there. GitMissingError."""
        if shutil.which("git") is None:
            raise GitMissingError("Projects need git, and this machine has none.")
        if not path.exists():
            _initialise(path)
        return cls(path)

    def close(self) -> None:
        self._repo.close()

    def has(self, commit: str) -> bool:
        """Whether the commit is here."""
        try:
            self._repo.git.cat_file("-e", f"{commit}^{{commit}}")
        except GitCommandError:
            return False
        return True

    def commit(
        self,
        parents: Sequence[str],
        changes: Changes,
        message: str,
        author: Author,
        at: datetime,
    ) -> str:
        """A commit upon the first of `parents`, whose files it changes; its hash. Nothing points to
        it yet."""
        modes = {entry.path: entry.mode for entry in self.tree(parents[0])} if parents else {}
        ref = f"refs/new/{uuid4()}"
        with tempfile.TemporaryFile() as stream:
            for line in _fast_import(ref, parents, changes, modes, message, author, at):
                stream.write(line)
            stream.seek(0)
            self._repo.git.fast_import("--quiet", "--done", istream=stream)
        sha = str(self._repo.git.rev_parse(ref))
        self._repo.git.update_ref("-d", ref)
        return sha

    def tree(self, commit: str) -> list[Entry]:
        """Every file, by path. Links and submodules, which only imports have, are left out."""
        listed: str = self._repo.git.ls_tree(
            "-r", "-l", "-z", commit, strip_newline_in_stdout=False
        )
        found = []
        for line in listed.split("\0")[:-1]:
            facts, path = line.split("\t", 1)
            mode, kind, sha, size = facts.split()
            if kind == "blob" and mode.startswith("100"):
                found.append(Entry(path, sha, int(size), mode))
        return found

    def read(self, entry_sha: str) -> bytes:
        """The content of a file by its hash."""
        data: bytes = self._repo.odb.stream(bytes.fromhex(entry_sha)).read()
        return data

    def files(self, commit: str) -> dict[str, bytes]:
        """Every file's content by path."""
        return {entry.path: self.read(entry.sha) for entry in self.tree(commit)}

    def log(self, commit: str, limit: int, path: str = "") -> Iterator[Commit]:
        """From this commit back, newest first; with `path`, those that changed it."""
        found = self._repo.iter_commits(commit, paths=path, max_count=limit)
        return map(_commit, found)

    def diff(self, before: str | None, after: str, path: str = "") -> str:
        """What changed between two commits, as a unified diff; before is None for a first one."""
        start = before or self._repo.git.hash_object("-t", "tree", os.devnull)
        paths = ("--", path) if path else ()
        shown: str = self._repo.git.diff(
            "--no-color", "--no-ext-diff", start, after, *paths, strip_newline_in_stdout=False
        )
        return shown

    def pack(self, commit: str, known: Sequence[str]) -> bytes:
        """All that `commit` needs and none of `known` has."""
        wanted = "".join(f"{line}\n" for line in (commit, *(f"^{sha}" for sha in known)))
        with tempfile.TemporaryFile() as stream:
            stream.write(wanted.encode())
            stream.seek(0)
            packed: bytes = self._repo.git.pack_objects(
                "--revs", "--stdout", "--quiet", istream=stream, stdout_as_string=False,
                strip_newline_in_stdout=False,
            )  # fmt: skip
        return packed

    def unpack(self, pack: bytes) -> None:
        """Take in what `pack` gave elsewhere."""
        with tempfile.TemporaryFile() as stream:
            stream.write(pack)
            stream.seek(0)
            self._repo.git.index_pack("--stdin", istream=stream)


def _initialise(path: Path) -> None:
    """Make it elsewhere and put it there whole: several may need it at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=path.parent))
    git.Repo.init(new, bare=True, initial_branch=MAIN).close()
    try:
        new.rename(path)
    except OSError:  # another was quicker
        shutil.rmtree(new)
        if not path.exists():
            raise


def _commit(found: Any) -> Commit:
    return Commit(
        sha=found.hexsha,
        parents=tuple(parent.hexsha for parent in found.parents),
        message=str(found.message),
        author=Author(found.author.name or "", found.author.email or ""),
        at=found.committed_datetime.astimezone(UTC),
    )


def _fast_import(
    ref: str,
    parents: Sequence[str],
    changes: Changes,
    modes: Mapping[str, str],
    message: str,
    author: Author,
    at: datetime,
) -> Iterator[bytes]:
    """The commit as git fast-import reads it (git-fast-import(1))."""
    words = message.encode()
    who = f"{_clean(author.name)} <{_clean(author.email)}> {int(at.timestamp())} +0000"
    yield f"commit {ref}\ncommitter {who}\ndata {len(words)}\n".encode() + words + b"\n"
    for number, parent in enumerate(parents):
        yield f"{'merge' if number else 'from'} {parent}\n".encode()
    for path, content in changes.items():
        name = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        if content is None:
            yield f'D "{name}"\n'.encode()
        elif isinstance(content, Entry):
            yield f'M {content.mode} {content.sha} "{name}"\n'.encode()
        else:
            mode = modes.get(path, FILE_MODE)
            yield f'M {mode} inline "{name}"\ndata {len(content)}\n'.encode() + content + b"\n"
    yield b"done\n"


def _clean(words: str) -> str:
    return "".join(char for char in words if char not in "<>\n\0").strip()
