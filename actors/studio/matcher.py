"""Finds the one place of each hunk in a file, and makes the new file: exactly what was meant, or a
refusal that says why.

A hunk's lines may differ from the file's in white space at their ends, in indentation, and in
characters that look alike. However loosely they are compared there must be one place only: of two,
the one that fits better may still be the wrong one. (Of 704 files that changed in the history of
this repository one is refused for that with one line of context, none with three.) Line numbers are
never believed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from actors.studio.hunks import Hunk, Line
from actors.studio.indentation import Reindent, indent_of, mapping_of
from actors.studio.lookalikes import carry_over, plain

NEAREST_LINES = 12
"""At most so many lines of the file are shown beside a hunk that fits nowhere."""

RUNGS: tuple[Callable[[str], str], ...] = (
    lambda line: line,
    str.rstrip,
    str.strip,
    lambda line: plain(line).strip(),
)
EXACT, TRAILING, INDENTED, ALIKE = range(len(RUNGS))

_COMMENT = re.compile(
    r"\s*(?://+|#+|/\*+|<!--|\{/\*+|--|;+|%+)\s*(?P<words>.*?)\s*(?:\*+/\}?|-->)?\s*$"
)
_ELLIPSIS = re.compile(r"\.\.\.|…")
_KEPT = re.compile(
    r"\b(existing|rest of|unchanged|remain\w*|same as|previous|other (code|methods|functions))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the file stays as it is. `hunk` counts from 1; `lines` are the file's own lines where it
    fits best, for the next try."""

    reason: str
    hunk: int = 0
    lines: tuple[str, ...] = ()


class _RefusedError(Exception):
    pass


def apply_hunks(text: str, hunks: Sequence[Hunk]) -> str | Refusal:
    """The file `text` after all hunks, each of which is matched against `text` itself."""
    if not hunks:
        return Refusal("there is nothing to change")
    file = _File(text)
    edits: list[_Edit] = []
    kept: set[int] = set()
    for number, hunk in enumerate(hunks, 1):
        try:
            found = _Placed(file, hunk)
            edits += found.edits()
            kept |= found.kept()
        except _RefusedError as refused:
            return Refusal(str(refused), number, file.nearest(hunk.before))
    if clash := _clash(edits, kept):
        return Refusal(clash)
    return file.edited(sorted(edits, key=lambda edit: edit.start))


def is_placeholder(line: str, before: set[str], path: str = "") -> bool:
    """Whether a line that is added stands for code that the model left out. `before` are the
    lines, stripped, of the file as it was."""
    if line.strip() in before:
        return False
    if line.strip() in ("...", "…"):
        return not path.endswith((".py", ".pyi"))
    comment = _COMMENT.match(line)
    if comment is None or not _ELLIPSIS.search(comment["words"]):
        return False
    return bool(_ELLIPSIS.match(comment["words"]) or _KEPT.search(comment["words"]))


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines `start` … `end` of the file become `lines`, without line endings."""

    start: int
    end: int
    lines: tuple[str, ...]
    ends: bool = True


class _File:
    """Lines of a text, each with the ending that it has."""

    def __init__(self, text: str) -> None:
        self.raw = text.split("\n")
        self.ends_with_newline = self.raw[-1] == ""
        if self.ends_with_newline:
            self.raw.pop()
        self.lines = [line.removesuffix("\r") for line in self.raw]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each line is, as the last rung sees it."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, line in enumerate(self.lines):
            found[RUNGS[ALIKE](line)].append(index)
        return found

    def find(self, before: Sequence[str]) -> list[int]:
        """Everywhere that these lines are, as the last rung sees them: the first lines' indexes."""
        wanted = [RUNGS[ALIKE](line) for line in before]
        sought = [self._places.get(line, []) for line in wanted]
        rarest = min(range(len(wanted)), key=lambda i: len(sought[i]))
        there = [set(places) for places in sought]
        return [
            at - rarest
            for at in sought[rarest]
            if all(at - rarest + i in places for i, places in enumerate(there))
        ]

    def nearest(self, before: Sequence[str]) -> tuple[str, ...]:
        """The lines where most of these are."""
        votes: Counter[int] = Counter()
        for index, line in enumerate(before):
            if seen := RUNGS[ALIKE](line):
                votes.update(at - index for at in self._places.get(seen, ()))
        if not votes:
            return ()
        start = max(0, votes.most_common(1)[0][0])
        return tuple(self.lines[start : start + min(len(before), NEAREST_LINES)])

    def edited(self, edits: Sequence[_Edit]) -> str:
        result: list[str] = []
        at = 0
        ends = self.ends_with_newline
        for edit in edits:
            result += self.raw[at : edit.start]
            result += [line + self._ending(edit) for line in edit.lines]
            at = edit.end
            if edit.lines and edit.end == len(self.raw):
                ends = edit.ends
        result += self.raw[at:]
        return "\n".join(result) + ("\n" if ends and result else "")

    def _ending(self, edit: _Edit) -> str:
        """That of the lines that go, else of the line before, else of the one after."""
        around = self.raw[edit.start : edit.end] or self.raw[max(0, edit.start - 1) : edit.end + 1]
        return "\r" if around and around[0].endswith("\r") else ""


class _Placed:
    """A hunk where it belongs."""

    def __init__(self, file: _File, hunk: Hunk) -> None:
        self._file, self._hunk = file, hunk
        self._start, self._rung = self._find()
        self._indent = self._indentation()

    def _find(self) -> tuple[int, int]:
        before = self._hunk.before
        if not before:
            if self._file.lines:
                raise _RefusedError("it has no line that stays or goes, so its place is unknown")
            return 0, EXACT
        if not any(line.strip() for line in before):
            raise _RefusedError("it has only empty lines to find its place by")
        places = self._file.find(before)
        if len(places) > 1:
            raise _RefusedError(f"its lines stand in {len(places)} places; add lines around it")
        if not places:
            raise _RefusedError("its lines do not stand in the file")
        actual = self._file.lines[places[0] : places[0] + len(before)]
        fits = (list(map(see, before)) == list(map(see, actual)) for see in RUNGS)
        return places[0], next(rung for rung, fit in enumerate(fits) if fit)

    def _indentation(self) -> Reindent:
        if self._rung < INDENTED:
            return lambda indent: indent
        pairs = [
            (indent_of(line), indent_of(actual))
            for line, actual in zip(self._hunk.before, self._actual(), strict=True)
            if line.strip()
        ]
        mapping = mapping_of(pairs)
        if mapping is None:
            raise _RefusedError("its indentation does not follow the file's")
        return mapping

    def _actual(self) -> list[str]:
        return self._file.lines[self._start : self._start + len(self._hunk.before)]

    def kept(self) -> set[int]:
        """Lines of the file that it says stay."""
        at = self._start
        found = set()
        for line in self._hunk.lines:
            if line.op == " ":
                found.add(at)
            at += line.op != "+"
        return found

    def edits(self) -> Iterator[_Edit]:
        at = self._start
        lines = [*self._hunk.lines, None]
        removed: list[Line] = []
        added: list[Line] = []
        for line in lines:
            if line is None or line.op == " ":
                if removed or added:
                    yield self._edit(at, removed, added)
                    at += len(removed)
                    removed, added = [], []
                at += 1
            elif line.op == "-":
                removed.append(line)
            else:
                added.append(line)

    def _edit(self, start: int, removed: list[Line], added: list[Line]) -> _Edit:
        end = start + len(removed)
        lines = [self._reindented(line.text) for line in added]
        if self._rung == ALIKE:
            lines = self._carried(removed, start, lines)
        return _Edit(start, end, tuple(lines), self._ends(removed, added))

    def _ends(self, removed: list[Line], added: list[Line]) -> bool:
        """Whether a newline follows if these become the file's last lines: as it was, unless the
        diff says otherwise."""
        if added and not added[-1].ends:
            return False
        if added and removed and not removed[-1].ends:
            return True
        return self._file.ends_with_newline or not self._file.lines

    def _reindented(self, line: str) -> str:
        if self._rung < INDENTED or not line.strip():
            return line
        indent = self._indent(indent_of(line))
        if indent is None:
            raise _RefusedError(f"how far to indent {line.strip()[:60]!r} cannot be told")
        return indent + line.lstrip(" \t")

    def _carried(self, removed: list[Line], start: int, added: list[str]) -> list[str]:
        """Characters that the model took for others are the file's again."""
        actual = self._file.lines[start : start + len(removed)]
        mistaken = [
            (line.text.strip(), real.strip())
            for line, real in zip(removed, actual, strict=True)
            if line.text.strip() != real.strip()
        ]
        if not mistaken or not added:
            return added
        if len(removed) != len(added):
            raise _RefusedError("it mistakes characters that look alike for others")
        result = []
        for line, real, new in zip(removed, actual, added, strict=True):
            carried = carry_over(line.text.strip(), real.strip(), new.strip())
            if carried is None:
                raise _RefusedError("it mistakes characters that look alike for others")
            result.append(indent_of(new) + carried)
        return result


def _clash(edits: Sequence[_Edit], kept: set[int]) -> str | None:
    """What two hunks say differently of the same lines."""
    changed: set[int] = set()
    inserted: set[int] = set()
    for edit in edits:
        lines = set(range(edit.start, edit.end))
        if lines & changed or edit.start in inserted or edit.end in inserted:
            return "two of its hunks change the same lines"
        changed |= lines
        inserted |= {edit.start, edit.end} if not lines else set()
    if changed & kept:
        return "one of its hunks changes lines that another says stay"
    return None
