"""How a hunk's indentation maps to the file's, where a model wrote the right words too far left,
too far right, or with spaces for tabs."""

from collections.abc import Callable, Sequence
from fractions import Fraction

Reindent = Callable[[str], str | None]
"""A hunk's indentation to the file's; None where nothing can be said."""

WIDTHS = (2, 3, 4, 8)
"""Columns that a tab may stand for."""
RATIOS = (Fraction(2), Fraction(1, 2))
"""Of the file's width of a level to the hunk's, if they differ."""


def indent_of(line: str) -> str:
    """The white space that it begins with."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def mapping_of(pairs: Sequence[tuple[str, str]]) -> Reindent | None:
    """The one that takes the first of each pair to the second; None where there is none.

    An indentation that no pair has is taken as far as a line through the pairs takes it. Where
    several lines go through them and lead to different places, it is not taken anywhere.
    """
    known = dict(pairs)
    if any(known[hunk] != file for hunk, file in pairs):
        return None
    old = {char for hunk in known for char in hunk}
    new = {char for file in known.values() for char in file}

    def mapping(indent: str) -> str | None:
        if indent in known:
            return known[indent]
        used = old | set(indent)
        if len(used) > 1 or len(new) > 1:
            return None
        char = min(new or used)
        lines = _lines(known, min(used), char)
        lengths = {slope * len(indent) + shift for slope, shift in lines}
        whole = {int(each) for each in lengths if each >= 0 and each.denominator == 1}
        return char * whole.pop() if len(lengths) == len(whole) == 1 else None

    return mapping


def _lines(known: dict[str, str], old: str, new: str) -> list[tuple[Fraction, Fraction]]:
    """(slope, shift) of every line through all pairs that there is a reason for.

    A shift by one column is none: it is a diff whose lines lost the space before them, and then
    those that were added did not lose it.
    """
    slopes = [Fraction(1), *RATIOS]
    if old != new:
        slopes = [Fraction(width) if old == "\t" else Fraction(1, width) for width in WIDTHS]
    hunk, file = next(iter(known.items()))
    lines = [(slope, len(file) - slope * len(hunk)) for slope in slopes]
    return [
        (slope, shift)
        for slope, shift in lines
        if all(len(file) == slope * len(hunk) + shift for hunk, file in known.items())
        and (old != new or (abs(shift) != 1 if slope == 1 else shift == 0))
    ]
