"""Files, edits and diffs made from a seed, and what models do to a diff."""

from collections.abc import Callable
from random import Random

WORDS = ("count", "total", "name", "items", "timer", "colour", "label", "value", "open", "done")


def a_file(rng: Random) -> list[str]:
    """Some code, with lines that come more than once."""
    lines: list[str] = []
    depth = 0
    for _ in range(rng.randrange(3, 40)):
        kind = rng.random()
        if kind < 0.15:
            lines.append("  " * depth + f"if ({rng.choice(WORDS)}) {{")
            depth += 1
        elif kind < 0.3 and depth:
            depth -= 1
            lines.append("  " * depth + "}")
        elif kind < 0.4:
            lines.append("")
        else:
            quote = rng.choice("\"'“")
            lines.append("  " * depth + f"{rng.choice(WORDS)} = {quote}{rng.choice(WORDS)}{quote};")
    return lines


def edited(rng: Random, lines: list[str]) -> list[str]:
    """The same after a few changes."""
    result = list(lines)
    for _ in range(rng.randrange(1, 4)):
        at = rng.randrange(len(result) + 1)
        end = min(len(result), at + rng.randrange(3))
        indent = (
            result[at][: len(result[at]) - len(result[at].lstrip())] if at < len(result) else ""
        )
        new = [
            f"{indent}{rng.choice(WORDS)}({rng.randrange(99)});" for _ in range(rng.randrange(3))
        ]
        result[at:end] = new
    return result


def lose_context(rng: Random, hunk: list[str]) -> list[str]:
    while len(hunk) > 1 and hunk[1].startswith(" ") and rng.random() < 0.5:
        del hunk[1]
    while hunk[-1].startswith(" ") and rng.random() < 0.5:
        del hunk[-1]
    return hunk


def shift_numbers(rng: Random, hunk: list[str]) -> list[str]:
    return [f"@@ -{rng.randrange(999)} +{rng.randrange(999)},7 @@ what()", *hunk[1:]]


def strip_ends(_rng: Random, hunk: list[str]) -> list[str]:
    return [line.rstrip() if line.strip() else line for line in hunk]


def pad_ends(rng: Random, hunk: list[str]) -> list[str]:
    return [line + " " * rng.randrange(3) if line[:1] == " " else line for line in hunk]


def indent_more(rng: Random, hunk: list[str]) -> list[str]:
    more = " " * rng.choice((2, 4, 6))

    def indented(line: str) -> str:
        return line[0] + more + line[1:] if line[1:].strip() else line

    return [hunk[0], *map(indented, hunk[1:])]


def use_tabs(_rng: Random, hunk: list[str]) -> list[str]:
    def tabbed(line: str) -> str:
        text = line[1:].lstrip(" ")
        return line[:1] + "\t" * ((len(line) - 1 - len(text)) // 2) + text

    return [hunk[0], *map(tabbed, hunk[1:])]


def straighten(_rng: Random, hunk: list[str]) -> list[str]:
    return [line.replace("“", '"') for line in hunk]


def lose_blanks(_rng: Random, hunk: list[str]) -> list[str]:
    return ["" if line == " " else line for line in hunk]


def keep(_rng: Random, hunk: list[str]) -> list[str]:
    return hunk


MUTATIONS: tuple[Callable[[Random, list[str]], list[str]], ...] = (
    keep,
    lose_context,
    shift_numbers,
    strip_ends,
    pad_ends,
    indent_more,
    use_tabs,
    straighten,
    lose_blanks,
)


def hunks_of(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = []
    for line in lines:
        if line.startswith("@@"):
            found.append([])
        found[-1].append(line)
    return found


def is_ambiguous(lines: list[str], hunk: list[str]) -> bool:
    """Whether its lines, compared as loosely as may be, do not stand in exactly one place."""

    def see(line: str) -> str:
        return line.strip().replace("“", '"')

    before = [see(line[1:]) for line in hunk[1:] if not line.startswith("+")]
    seen = [see(line) for line in lines]
    if not any(before):
        return True
    return sum(seen[i : i + len(before)] == before for i in range(len(seen))) != 1
