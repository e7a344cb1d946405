"""One project's history as a bare git repository in a folder, without a working tree.

Everything here blocks, and touches nothing but that folder: `projects.py` says which state counts
and keeps it where it lasts. Git reads no settings of the machine or the person, and runs no hooks.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

from storage.errors import GitMissingError

os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")  # else the import fails where git is missing

import git
from git.exc import GitCommandError

MAIN = "main"
FILE_MODE = "100644"
FILE_MODES = "100"
"""How the modes of files begin."""
ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    # Of commits that stand for trees in a merge, and that nobody sees: the same each time.
    **{
        f"GIT_{role}_{fact}": value
        for role in ("AUTHOR", "COMMITTER")
        for fact, value in (("NAME", "-"), ("EMAIL", "-"), ("DATE", "@0 +0000"))
    },
}
MOST_CONFLICTS = 127
"""Up to which the status of git merge-file is a number of conflicts."""
LOOKED_AT_BYTES = 8000
TOO_OLD = 129
"""How git ends that does not know an option."""

Side = Literal["ours", "theirs"]

_BLAMED = re.compile(r"([0-9a-f]{40}) \d+ (\d+) (\d+)")
"""The beginning of a group of lines (git-blame(1), porcelain)."""


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
        return [
            Entry(path, sha, int(size), mode)
            for mode, sha, size, path in self._listed(commit)
            if mode.startswith(FILE_MODES)
        ]

    def oddities(self, commit: str) -> list[str]:
        """The paths of links and submodules."""
        return [
            path for mode, _, _, path in self._listed(commit) if not mode.startswith(FILE_MODES)
        ]

    def largest(self) -> int:
        """The bytes of the largest object here, of any commit."""
        sizes: str = self._repo.git.cat_file("--batch-all-objects", "--batch-check=%(objectsize)")
        return max(map(int, sizes.split()), default=0)

    def _listed(self, commit: str) -> Iterator[tuple[str, str, str, str]]:
        listed: str = self._repo.git.ls_tree(
            "-r", "-l", "-z", commit, strip_newline_in_stdout=False
        )
        for line in listed.split("\0")[:-1]:
            facts, path = line.split("\t", 1)
            mode, _, sha, size = facts.split()
            yield mode, sha, size, path

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
        """What changed between two commits, as a unified diff; before is None for a first one. What
        is no UTF-8 becomes question marks."""
        start = before or self.empty_tree()
        paths = ("--", path) if path else ()
        shown: bytes = self._repo.git.diff(
            "--no-color", "--no-ext-diff", start, after, *paths,
            strip_newline_in_stdout=False, stdout_as_string=False,
        )  # fmt: skip
        return shown.decode(errors="replace")

    def empty_tree(self) -> str:
        """The hash of no files at all."""
        return str(self._repo.git.hash_object("-t", "tree", os.devnull))

    def reaches(self, heads: Collection[str], commit: str) -> bool:
        """Whether one of `heads` is the commit or has it in its past."""
        if not self.has(commit):
            return False
        beyond = self._repo.git.rev_list("--count", commit, *(f"^{head}" for head in heads))
        return bool(beyond == "0")

    def apart(self, commit: str, other: str) -> tuple[int, int]:
        """How many commits only the first has, and only the other."""
        counted = self._repo.git.rev_list("--left-right", "--count", f"{commit}...{other}")
        own, others = map(int, counted.split())
        return own, others

    def merge_base(self, commit: str, other: str) -> str | None:
        """The newest commit that both have in their pasts."""
        found = self._repo.merge_base(commit, other)
        return found[0].hexsha if found else None

    def merge_tree(self, ours: str, theirs: str) -> tuple[str, list[tuple[int, Entry]]]:
        """What git makes of two commits: a tree, and the files that it could not decide upon, each
        with its stage (1: as both had it, 2: ours, 3: theirs; git-merge-tree(1))."""
        status, output, error = self._repo.git.merge_tree(
            "--write-tree", "--allow-unrelated-histories", "--no-messages", "-z", ours, theirs,
            with_extended_output=True, with_exceptions=False, strip_newline_in_stdout=False,
        )  # fmt: skip
        if status == TOO_OLD:
            raise GitMissingError("Merging needs git 2.38 or newer.")
        if status not in (0, 1):
            raise GitCommandError("merge-tree", status, error, output)
        tree, *undecided = output.rstrip("\0").split("\0")
        return tree, [self._staged(line) for line in undecided]

    def merge_trees(self, base: str, ours: str, theirs: str) -> tuple[str, list[tuple[int, Entry]]]:
        """Likewise of two trees, as if both were made of a third."""
        root = self._repo.git.commit_tree(base, "-m", "base")
        sides = [self._repo.git.commit_tree(each, "-p", root, "-m", "") for each in (ours, theirs)]
        return self.merge_tree(*sides)

    def _staged(self, line: str) -> tuple[int, Entry]:
        facts, path = line.split("\t", 1)
        mode, sha, stage = facts.split()
        size = self._repo.odb.info(bytes.fromhex(sha)).size
        return int(stage), Entry(path, sha, size, mode)

    def blame(self, commit: str, path: str) -> list[tuple[str, int, int]]:
        """Which commit each line of a file is of: hash, first line and how many, in order."""
        shown: str = self._repo.git.blame("--porcelain", commit, "--", path)
        found = map(_BLAMED.fullmatch, shown.split("\n"))
        return [(each[1], int(each[2]), int(each[3])) for each in found if each]

    def pack(self, commit: str, known: Sequence[str]) -> bytes:
        """All that `commit` needs and none of `known` has."""
        return self._packed([commit, *(f"^{sha}" for sha in known)], "--revs")

    def pack_all(self) -> bytes:
        """Every object that is here."""
        names: str = self._repo.git.cat_file("--batch-all-objects", "--batch-check=%(objectname)")
        return self._packed(names.split())

    def _packed(self, wanted: Sequence[str], *options: str) -> bytes:
        with tempfile.TemporaryFile() as stream:
            stream.write("".join(f"{line}\n" for line in wanted).encode())
            stream.seek(0)
            packed: bytes = self._repo.git.pack_objects(
                *options, "--stdout", "--quiet", istream=stream, stdout_as_string=False,
                strip_newline_in_stdout=False,
            )  # fmt: skip
        return packed

    def tidy(self) -> None:
        """Keep all objects in one file of this machine, for git looks into each."""
        self._repo.git.repack("-a", "-d", "-q", "--keep-unreachable")

    def unpack(self, pack: bytes) -> None:
        """Take in what `pack` gave elsewhere."""
        with tempfile.TemporaryFile() as stream:
            stream.write(pack)
            stream.seek(0)
            self._repo.git.index_pack("--stdin", istream=stream)


def joined(packs: Iterable[bytes]) -> bytes:
    """One pack with all objects of these, each of which `Repository.pack` gave."""
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository.create(Path(folder, "joined.git"))
        try:
            for pack in packs:
                repository.unpack(pack)
            return repository.pack_all()
        finally:
            repository.close()


def merge_texts(
    base: bytes, ours: bytes, theirs: bytes, names: tuple[str, str], favour: Side | None = None
) -> bytes:
    """Two versions of a text that was `base`, line by line: with conflict markers that bear the
    `names` of the two, or with the favoured side's lines instead."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for file, content in zip(files, (ours, base, theirs), strict=True):
            file.write_bytes(content)
        labels = [part for name in (names[0], "before", names[1]) for part in ("-L", name)]
        options = [*labels, *([f"--{favour}"] if favour else []), *_algorithm()]
        status, merged, error = git.Git(folder).merge_file(
            "-p", "-q", *options, *map(str, files), with_extended_output=True,
            with_exceptions=False, stdout_as_string=False, strip_newline_in_stdout=False,
            env=ENVIRONMENT,
        )  # fmt: skip
    if status > MOST_CONFLICTS:
        raise GitCommandError("merge-file", status, error)
    return bytes(merged)


@cache
def _algorithm() -> tuple[str, ...]:
    """That of git merge, where merge-file can be told (from 2.44 on)."""
    return ("--diff-algorithm=histogram",) if git.Git().version_info >= (2, 44) else ()


def is_text(*contents: bytes) -> bool:
    """Whether git takes all of them for texts."""
    return not any(b"\0" in content[:LOOKED_AT_BYTES] for content in contents)


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
