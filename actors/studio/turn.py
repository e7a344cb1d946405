"""Applies a turn to the files of a project: all of it, or nothing and the reasons."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from actors.studio.edits import FileEdit, Part, Turn
from actors.studio.hunks import Hunk, MalformedError, read_diff, read_pair
from actors.studio.matcher import Refusal, apply_hunks, is_placeholder
from actors.studio.paths import PathError, checked, clash

MAX_FILE_BYTES = 1_000_000

_FENCE = re.compile(r"\s*(`{3,}|~{3,})[\w.+-]*\s*$")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why one file of a turn cannot be changed; an empty path is about the turn."""

    path: str
    refusal: Refusal


def apply_turn(files: Mapping[str, bytes], turn: Turn) -> dict[str, bytes] | list[Refused]:
    """The files after the turn, or every reason why they stay as they are.

    `files` are all of the project by path. Edits of one file build on each other.
    """
    refused = [Refused("", Refusal(fault)) for fault in turn.faults]
    if not turn.edits and not refused:
        refused = [Refused("", Refusal("the answer changes no file"))]
    result = dict(files)
    for edit in turn.edits:
        reason = _apply(result, edit)
        if reason is not None:
            refused.append(Refused(edit.path, reason))
    return refused or result


def _apply(files: dict[str, bytes], edit: FileEdit) -> Refusal | None:
    """Change `files`, or say why not."""
    target = edit.to or edit.path
    try:
        checked(edit.path)
        checked(target)
    except PathError as error:
        return Refusal(str(error))
    old = files.get(edit.path)
    if problem := _problem(files, edit, target):
        return Refusal(problem)
    if edit.action == "delete":
        del files[edit.path]
        return None
    new = _changed(old, edit)
    if isinstance(new, Refusal):
        return new
    if edit.action == "rename":
        del files[edit.path]
    files[target] = new
    return None


def _problem(files: Mapping[str, bytes], edit: FileEdit, target: str) -> str | None:
    """Why this action is not possible."""
    there = edit.path in files
    if edit.action in ("delete", "rename") and not there:
        return "there is no such file"
    if edit.action == "delete":
        return "a file that is deleted has no content" if edit.parts else None
    if edit.action == "rename" and target in files:
        return f"{target} is there already"
    if not edit.parts and edit.action != "rename":
        return "it has neither a diff nor a content"
    others = [path for path in files if not (edit.action == "rename" and path == edit.path)]
    if target not in files and (other := clash(target, others)):
        return f"it cannot stand beside {other}"
    return None


def _changed(old: bytes | None, edit: FileEdit) -> bytes | Refusal:
    try:
        before = (old or b"").decode()
    except UnicodeDecodeError:
        return Refusal("it is not text in UTF-8")
    if not edit.parts:
        return old or b""
    kinds = {part.body for part in edit.parts}
    if kinds == {"content"} and len(edit.parts) == 1:
        whole = _unfenced(edit.path, edit.parts[0].text)
        after: str | Refusal = whole
        added = whole.splitlines()
    elif kinds <= {"diff", "search", "replace"}:
        try:
            hunks = [*_hunks(edit.parts)]
        except MalformedError as error:
            return Refusal(str(error))
        if old is None and any(hunk.before for hunk in hunks):
            return Refusal("there is no such file")
        after = apply_hunks(before, hunks)
        added = [line for hunk in hunks for line in hunk.added]
    else:
        return Refusal("it has a content and other parts; it may have the one or the others")
    if isinstance(after, Refusal):
        return after
    known = {line.strip() for line in before.splitlines()}
    for line in added:
        if is_placeholder(line, known, edit.path):
            return Refusal(f"{line.strip()!r} stands for code that was left out; write all of it")
    if len(after.encode()) > MAX_FILE_BYTES:
        return Refusal(f"it would be larger than {MAX_FILE_BYTES} bytes")
    return after.encode()


def _hunks(parts: Sequence[Part]) -> Iterator[Hunk]:
    rest = list(parts)
    while rest:
        part = rest.pop(0)
        if part.body == "diff":
            yield from read_diff(part.lines)
        elif part.body == "search" and rest and rest[0].body == "replace":
            yield read_pair(part.text, rest.pop(0).text)
        else:
            raise MalformedError(f"a <{part.body}> stands alone")


def _unfenced(path: str, text: str) -> str:
    """Without the Markdown fence that some models put around a whole file."""
    lines = text.split("\n")
    last = len(lines) - 1 - (lines[-1] == "")
    fence = _FENCE.match(lines[0])
    if path.endswith((".md", ".mdx")) or fence is None or last < 1:
        return text
    if lines[last].strip() != fence[1] or any(line.strip() == fence[1] for line in lines[1:last]):
        return text
    return "\n".join([*lines[1:last], ""])
