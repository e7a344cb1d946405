"""Merges without a working tree, beside what `git merge` makes of the same commits in one."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import git
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from storage.git import ENVIRONMENT, Author, Entry, Repository, Side
from storage.merging import Conflict, Merge, changes, favoured, merge, revert, text

Files = Mapping[str, bytes]
Edit = dict[str, list[str] | str]
Example = tuple[Edit, Edit, Edit]
ANN = Author("Ann", "ann@example.org")
NAMES = ("main", "agent/1")
ALGORITHM = "histogram" if git.Git().version_info >= (2, 44) else "myers"
BLOCK = re.compile(
    rb"^<{7} \n(?P<ours>(?:.*\n)*?)={7}\n(?P<theirs>(?:.*\n)*?)>{7} \n", re.MULTILINE
)
PATHS = ("a", "b", "d", "d/x", "e/y")

lines = st.lists(st.sampled_from(["one", "two", "three", "", "}"]), max_size=6)
edits = st.fixed_dictionaries(
    {},
    optional={
        path: st.one_of(lines, st.sampled_from(["delete", "append", *PATHS])) for path in PATHS
    },
)


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    made = Repository.create(tmp_path / "it.git")
    yield made
    made.close()


def commit(repository: Repository, files: Files, *parents: str) -> str:
    """A commit that has exactly these files."""
    there = repository.tree(parents[0]) if parents else []
    made: dict[str, bytes | None] = {e.path: None for e in there if e.path not in files}
    return repository.commit(parents, made | {**files}, "x", ANN, datetime.now(UTC))


def sides(repository: Repository, base: Files, ours: Files, theirs: Files) -> tuple[str, str]:
    root = commit(repository, base)
    return commit(repository, ours, root), commit(repository, theirs, root)


def edited(base: Files, edit: Mapping[str, list[str] | str], word: str) -> dict[str, bytes]:
    """The files with other contents, deleted, moved, or one line longer: a line of this side's."""
    files = dict(base)
    for path, what in edit.items():
        old = files.pop(path, b"")
        if isinstance(what, list):
            files[path] = "".join(f"{line}\n" for line in [*what, f"{word} {path}"]).encode()
        elif what == "append":
            files[path] = old + f"{word} {path}\n".encode()
        elif what != "delete":
            files[what] = old
    return files


def stands(files: Files) -> bool:
    return not any(other.startswith(f"{path}/") for path in files for other in files)


def of_git(repository: Repository, ours: str, theirs: str, *options: str) -> dict[str, set[str]]:
    """Stage → `mode sha path` of what `git merge` leaves in an index."""
    with TemporaryDirectory() as folder:

        def run(*command: str, check: bool = True, given: str | None = None) -> str:
            env = {**os.environ, **ENVIRONMENT}
            done = subprocess.run(
                ["git", *command], cwd=folder, env=env, capture_output=True, check=check, text=True,
                input=given,
            )  # fmt: skip
            return done.stdout

        def named(sha: str) -> str:
            """The blob, where it has markers with our commit's name for HEAD."""
            content = run("cat-file", "blob", sha)
            if "<<< HEAD:" not in content:
                return sha
            return run(
                "hash-object", "--stdin", given=content.replace(" HEAD:", f" {ours}:")
            ).strip()

        run("init", "-q")
        objects = Path(folder, ".git", "objects", "info", "alternates")
        objects.write_text(f"{repository.path / 'objects'}\n")
        run("checkout", "-q", ours)
        run("merge", "--no-commit", "--no-ff", *options, theirs, check=False)
        found: dict[str, set[str]] = {stage: set() for stage in "0123"}
        for line in run("ls-files", "-s", "-z").split("\0")[:-1]:
            facts, path = line.split("\t")
            mode, sha, stage = facts.split()
            sha = named(sha) if stage in "23" else sha
            found[stage].add(f"{mode} {sha} {path.partition('~')[0]}")
    return found


def as_index(merge: Merge) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {stage: set() for stage in "0123"}
    for path, entry in merge.files.items():
        found["0"].add(f"{entry.mode} {entry.sha} {path}")
    for each in merge.conflicts:
        for stage, side in (("1", each.base), ("2", each.ours), ("3", each.theirs)):
            if side:
                found[stage].add(f"{side.mode} {side.sha} {each.path.partition('~')[0]}")
    return found


MOVED_TO_ADDED: Example = ({"d": []}, {"a": [], "d": "delete"}, {"d": "a"})
"""Both added `a`; theirs is the `d` that ours deleted."""
BLOCKS: Example = (
    {"a": ["}", "one", "one", "three", "one", "one"], "b": ["three", "two", "three", "two", "}"]},
    {"b": "a"},
    {"a": ["}", "one", "one", "three", "one", "one"]},
)
"""`git merge` takes two blocks of conflict for what is one to `git merge-file`."""
CONFLICT_IN_CONFLICT: Example = (
    {"a": ["}", "two", "one", "}", "one", "three"], "e/y": "e/y"},
    {"a": ["two"], "b": ["}", "two", "one", "}", "one", "three"]},
    {"a": "e/y", "b": ["}", "two", "one", "}", "one", "three"]},
)
"""Theirs of `b` is itself a merge that did not come out."""


@example(*MOVED_TO_ADDED, "ours")
@example(*BLOCKS, "theirs")
@example(*CONFLICT_IN_CONFLICT, "theirs")
@given(base=edits, ours=edits, theirs=edits, favour=st.sampled_from(["ours", "theirs"]))
@settings(max_examples=25, deadline=None)
def test_a_merge_is_what_git_makes_of_it(
    base: dict[str, str], ours: dict[str, str], theirs: dict[str, str], favour: Side
) -> None:
    first = edited({}, base, "first")
    files = [edited(first, edit, word) for edit, word in ((ours, "ours"), (theirs, "theirs"))]
    assume(all(map(stands, [first, *files])))
    with TemporaryDirectory() as folder:
        repository = Repository.create(Path(folder, "it.git"))
        own, other = sides(repository, first, *files)
        found = merge(repository, own, other, NAMES)
        if found.kind in ("merge", "conflict"):
            beside = of_git(repository, own, other)
            beside["1"] -= {each for each in beside["1"] if gone(each, beside)}
            assert as_index(found) == beside
            options = ("-X", favour, "-X", f"diff-algorithm={ALGORITHM}")
            of_blocks = decided(repository, found, favour)
            assert (
                favoured_by(repository, found, favour)
                <= of_git(repository, own, other, *options)["0"] | of_blocks
            )
        for side in files:
            assert new_lines(side, first) <= kept(repository, found)
        repository.close()


def gone(staged: str, index: Mapping[str, set[str]]) -> bool:
    """Whether neither side has the file of this path any more: nothing to decide."""
    path = staged.split(" ", 2)[2]
    return all(not each.endswith(f" {path}") for each in index["2"] | index["3"])


def decided(repository: Repository, found: Merge, side: Side) -> set[str]:
    """`mode sha path` of each text in conflict, when of each block in it this side's lines stay.

    That is what a person gets who decides it by hand. Git decides some otherwise: its blocks may be
    smaller, and it does not decide where a file was moved that the other side deleted.
    """
    texts = {each.path: text(repository, each) for each in found.conflicts}
    staying = {
        path: BLOCK.sub(rf"\g<{side}>".encode(), marked) for path, marked in texts.items() if marked
    }
    return {f"{e.mode} {e.sha} {e.path}" for e in repository.tree(commit(repository, staying))}


def favoured_by(repository: Repository, found: Merge, side: Side) -> set[str]:
    """`mode sha path` of what was in conflict and is so no more."""
    files = {each.path: favoured(repository, each, side) for each in found.conflicts}
    whole = {path: content for path, content in files.items() if isinstance(content, bytes)}
    made = repository.tree(commit(repository, whole))
    made += [entry for entry in files.values() if isinstance(entry, Entry)]
    return {f"{entry.mode} {entry.sha} {entry.path}" for entry in made}


def new_lines(files: Files, base: Files) -> set[bytes]:
    def of(some: Files) -> set[bytes]:
        return {line for content in some.values() for line in content.splitlines()}

    return {line for line in of(files) - of(base) if b" " in line}


def kept(repository: Repository, found: Merge) -> set[bytes]:
    """Every line of what came out, and of both sides of what did not."""
    entries = [*found.files.values()]
    for each in found.conflicts:
        entries += [side for side in (each.ours, each.theirs) if side]
    return {line for entry in entries for line in repository.read(entry.sha).splitlines()}


def conflicts(repository: Repository, base: Files, ours: Files, theirs: Files) -> list[Conflict]:
    return [*merge(repository, *sides(repository, base, ours, theirs), NAMES).conflicts]


def test_each_kind_of_conflict_has_its_name(repository: Repository) -> None:
    long = b"".join(b"line %d\n" % number for number in range(9))
    base = {"t": b"1\n", "bin": b"\0" + b"1", "gone": b"1\n", "old": long}
    ours = {"t": b"2\n", "bin": b"\0" + b"2", "new": b"2\n", "one": long, "d": b"file\n"}
    theirs = {
        "t": b"3\n",
        "bin": b"\0" + b"3",
        "gone": b"3\n",
        "new": b"3\n",
        "two": long,
        "d/x": b"",
    }
    found = {each.path: each.kind for each in conflicts(repository, base, ours, theirs)}
    assert found == {
        "t": "content",
        "bin": "binary",
        "gone": "deleted",
        "new": "added",
        "one": "renamed",
        "two": "renamed",
        "d~main": "folder",
    }


def test_a_conflict_shows_both_sides(repository: Repository) -> None:
    (found,) = conflicts(repository, {"t": b"a\n1\nz\n"}, {"t": b"a\n2\nz\n"}, {"t": b"a\n3\nz"})
    merged = b"a\n<<<<<<< main\n2\nz\n=======\n3\nz\n>>>>>>> agent/1\n"
    assert text(repository, found, NAMES) == merged
    assert favoured(repository, found, "theirs") == b"a\n3\nz"


def test_what_is_in_the_past_needs_no_merge(repository: Repository) -> None:
    root = commit(repository, {"a": b"1"})
    later = commit(repository, {"a": b"2"}, root)
    assert merge(repository, later, root, NAMES).kind == "up_to_date"
    assert merge(repository, root, later, NAMES).kind == "fast_forward"


def test_one_commit_is_taken_back(repository: Repository) -> None:
    root = commit(repository, {"a": b"1\n", "b": b"1\n"})
    bad = commit(repository, {"a": b"1\n", "c": b"bad\n"}, root)
    tip = commit(repository, {"a": b"2\n", "c": b"bad\n"}, bad)
    found = revert(repository, tip, bad)
    before = {entry.path: entry for entry in repository.tree(tip)}
    again = {entry.path: entry for entry in repository.tree(root)}
    assert changes(before, found.files) == {"b": again["b"], "c": None}
    assert [each.path for each in revert(repository, tip, root).conflicts] == ["a"]
