"""What becomes of two sides of a history: which files git can put together, and which it cannot.

Nothing here changes a branch. The sides are called as git calls them: `ours` is the branch that is
merged into, `theirs` the other, `base` what both had.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from storage.git import Changes, Entry, Repository, Side, is_text, merge_texts

ConflictKind = Literal["content", "binary", "added", "deleted", "renamed", "folder", "case"]
"""Both changed the same lines; or a file that is no text; both added it; one deleted what the other
changed; one renamed, or the two differently; a file where the other has a folder; names that some
file system takes for one."""
MergeKind = Literal["up_to_date", "fast_forward", "merge", "conflict"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A path that somebody has to decide about, and what each side has there."""

    path: str
    kind: ConflictKind
    base: Entry | None = None
    ours: Entry | None = None
    theirs: Entry | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """The files that come out, by path, without those that git could not decide upon."""

    kind: MergeKind
    files: Mapping[str, Entry] = field(default_factory=dict)
    conflicts: Sequence[Conflict] = ()


def merge(repository: Repository, ours: str, theirs: str, names: tuple[str, str]) -> Merge:
    """What merging the commit `theirs` into `ours` gives; `names` are the branches'."""
    if repository.reaches([ours], theirs):
        return Merge("up_to_date", _files(repository, ours))
    if repository.reaches([theirs], ours):
        return Merge("fast_forward", _files(repository, theirs))
    tree, undecided = repository.merge_tree(ours, theirs)
    suffixes = {f"~{sha}": f"~{name}" for sha, name in zip((ours, theirs), names, strict=True)}
    return _merge(repository, tree, undecided, suffixes)


def revert(repository: Repository, tip: str, commit: str) -> Merge:
    """What taking back one commit of the past of `tip` gives: `theirs` is what was before it."""
    (found,) = repository.log(commit, 1)
    before = f"{found.parents[0]}^{{tree}}" if found.parents else repository.empty_tree()
    tree, undecided = repository.merge_trees(f"{commit}^{{tree}}", f"{tip}^{{tree}}", before)
    return _merge(repository, tree, undecided, {})


def text(
    repository: Repository,
    conflict: Conflict,
    names: tuple[str, str] = ("", ""),
    favour: Side | None = None,
) -> bytes | None:
    """Both sides of a file in one, as `merge_texts` does; None where they are no texts, or one is
    not there."""
    if conflict.ours is None or conflict.theirs is None:
        return None
    base, ours, theirs = _contents(repository, conflict)
    if not is_text(base, ours, theirs):
        return None
    return merge_texts(base, ours, theirs, names, favour)


def favoured(repository: Repository, conflict: Conflict, side: Side) -> bytes | Entry | None:
    """The file where `side` wins each block of lines that both changed (`text` shows them), or all
    of it where it is no text. None where that decides nothing: one has no such file."""
    if conflict.ours is None or conflict.theirs is None or conflict.kind == "case":
        return None
    merged = text(repository, conflict, favour=side)
    return merged if merged is not None else getattr(conflict, side)


def changes(before: Mapping[str, Entry], after: Mapping[str, Entry | bytes]) -> Changes:
    """What makes the files `before` those `after`, by path."""
    gone: dict[str, bytes | Entry | None] = dict.fromkeys(before.keys() - after.keys())
    return gone | {path: each for path, each in after.items() if before.get(path) != each}


def _merge(
    repository: Repository,
    tree: str,
    undecided: Sequence[tuple[int, Entry]],
    suffixes: Mapping[str, str],
) -> Merge:
    stages: dict[str, dict[int, Entry]] = {}
    for stage, entry in undecided:
        stages.setdefault(entry.path, {})[stage] = entry
    all_files = _files(repository, tree)
    conflicts = [
        _conflict(repository, _readable(path, suffixes, all_files), found, path)
        for path, found in stages.items()
        if found.keys() != {1}  # neither side has it any more
    ]
    files = {path: each for path, each in all_files.items() if path not in stages}
    return Merge("conflict" if conflicts else "merge", files, conflicts)


def _conflict(
    repository: Repository, path: str, stages: Mapping[int, Entry], by_git: str
) -> Conflict:
    kind: ConflictKind
    match sorted(stages):
        case _ if path != by_git:
            kind = "folder"
        case [1, 2, 3]:
            kind = "content"
        case [2, 3]:
            kind = "added"
        case [1, _]:
            kind = "deleted"
        case _:
            kind = "renamed"
    conflict = Conflict(path, kind, *(stages.get(stage) for stage in (1, 2, 3)))
    if kind == "content" and not is_text(*_contents(repository, conflict)):
        return replace(conflict, kind="binary")
    return conflict


def _readable(path: str, suffixes: Mapping[str, str], taken: Collection[str]) -> str:
    """Git puts a file aside that is in a folder's way, and gives it a side's name: a commit's."""
    for suffix, name in suffixes.items():
        readable = path.removesuffix(suffix) + name.replace("/", "_")
        if path.endswith(suffix) and readable not in taken:
            return readable
    return path


def _contents(repository: Repository, conflict: Conflict) -> list[bytes]:
    sides = (conflict.base, conflict.ours, conflict.theirs)
    return [repository.read(each.sha) if each else b"" for each in sides]


def _files(repository: Repository, tree: str) -> dict[str, Entry]:
    return {entry.path: entry for entry in repository.tree(tree)}
