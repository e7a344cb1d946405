"""What a diff or a pair of search and replace asks for: lines that stay, go and come."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import dropwhile
from typing import Literal, cast, get_args

Op = Literal[" ", "-", "+"]

_RANGE = re.compile(r"@@.*")
_HEADERS = ("diff --git ", "index ", "new file mode ", "deleted file mode ")
_OLD, _NEW = ("a/", "/dev/null"), ("b/", "/dev/null")


@dataclass(frozen=True, slots=True)
class Line:
    """`text` has no line ending. `op` is a space for what stays. `ends` is False for a last line
    that is said to have no newline."""

    op: Op
    text: str
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines in the order of the file."""

    lines: tuple[Line, ...]

    @property
    def before(self) -> list[str]:
        """What must stand in the file."""
        return [line.text for line in self.lines if line.op != "+"]

    @property
    def added(self) -> list[str]:
        """What comes into it."""
        return [line.text for line in self.lines if line.op == "+"]


class MalformedError(ValueError):
    """This is no diff; the message says in which line, for the model."""


def read_diff(lines: Sequence[str]) -> list[Hunk]:
    """The hunks of a unified diff, whose line numbers are not looked at.

    An empty line is one of context whose space was lost on the way; at the ends of a hunk it says
    nothing and is left out.
    """
    hunks: list[list[tuple[str, Line]]] = [[]]
    for written in _without_headers([line.rstrip("\r\n") for line in lines]):
        hunk = hunks[-1]
        if _RANGE.match(written):
            hunks.append([])
        elif written.startswith("\\"):
            if not hunk:
                raise MalformedError(f"{written!r} follows no line")
            raw, line = hunk[-1]
            hunk[-1] = (raw, Line(line.op, line.text, ends=False))
        elif written == "":
            hunk.append(("", Line(" ", "")))
        elif written[0] in get_args(Op):
            hunk.append((written, Line(cast(Op, written[0]), written[1:])))
        else:
            raise MalformedError(f"a line begins with neither space, + nor -: {written[:80]!r}")
    found = [_trimmed(hunk) for hunk in hunks]
    return [Hunk(lines) for lines in found if lines]


def read_pair(search: str, replace: str) -> Hunk:
    """One hunk; what is the same in both stays."""
    old, new = _split(search), _split(replace)
    lines: list[Line] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for op, i, j, k, m in matcher.get_opcodes():
        if op == "equal":
            lines += [Line(" ", text) for text in old[i:j]]
        else:
            lines += [Line("-", text) for text in old[i:j]]
            lines += [Line("+", text) for text in new[k:m]]
    return Hunk(tuple(lines))


def _split(text: str) -> list[str]:
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return [line.removesuffix("\r") for line in lines]


def _without_headers(lines: list[str]) -> list[str]:
    """Git's own lines before the first hunk go. Two lines that could as well be a removed `-- x`
    and an added `++ y` are its own only where a range or git's prefixes say so."""
    rest = list(dropwhile(lambda line: line == "" or line.startswith(_HEADERS), lines))
    if len(rest) > 2 and rest[0].startswith("--- ") and rest[1].startswith("+++ "):
        are_paths = rest[0][4:].startswith(_OLD) and rest[1][4:].startswith(_NEW)
        if are_paths or _RANGE.match(rest[2]):
            return rest[2:]
    return rest


def _trimmed(hunk: list[tuple[str, Line]]) -> tuple[Line, ...]:
    start, end = 0, len(hunk)
    while start < end and hunk[start][0] == "":
        start += 1
    while end > start and hunk[end - 1][0] == "":
        end -= 1
    return tuple(line for _, line in hunk[start:end])
