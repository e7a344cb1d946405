"""The text of a prompt and of an answer, in the studio protocol."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff

from actors.studio.edits import Assembler, Turn
from actors.studio.parser import Parser
from actors.studio.turn import apply_turn

PATH = "src/App.tsx"
MOST_CONTEXT = 6


class AmbiguousError(ValueError):
    """No diff of a few lines of context finds its place; draw something else."""


def prompt(source: str, request: str) -> str:
    """The one message of a person: the file as it is, then what they want."""
    return f'<file path="{PATH}">\n{source}</file>\n\n{request}'


def fix_request(message: str) -> str:
    """The request that repairs an error, whose place is its last line."""
    return "Fix this error:\n\n" + "".join(f"    {line}\n" for line in message.split("\n"))[:-1]


def new_app(step: str, source: str, why: str) -> str:
    """The answer that writes the whole file."""
    return _answer([step], f"<content>\n{source}</content>", why)


def changed(steps: Sequence[str], old: str, new: str, why: str) -> str:
    """The answer that changes it, with as little context as makes its place certain.

    Raises:
        AmbiguousError
    """
    for context in range(1, MOST_CONTEXT):
        answer = _answer(steps, f"<diff>\n{diff(old, new, context)}</diff>", why)
        if applied(old, answer) == new:
            return answer
    raise AmbiguousError(old)


def diff(old: str, new: str, context: int) -> str:
    """A unified diff without line numbers."""
    lines = unified_diff(old.splitlines(True), new.splitlines(True), n=context)
    kept = [line for line in lines if not line.startswith(("---", "+++"))]
    return "".join("@@\n" if line.startswith("@@") else line for line in kept)


def turn_of(answer: str) -> Turn:
    """What the studio reads in it."""
    parser, assembler = Parser(), Assembler()
    assembler.add(parser.feed(answer.encode()))
    assembler.add(parser.close())
    return assembler.turn()


def applied(old: str, answer: str) -> str | None:
    """The file after the answer; None where the studio refuses it."""
    files = apply_turn({PATH: old.encode()}, turn_of(answer))
    return None if isinstance(files, list) else files[PATH].decode()


def _answer(steps: Sequence[str], body: str, why: str) -> str:
    plan = "".join(f'<step file="{PATH}">{step}</step>\n' for step in steps)
    return f'<plan>\n{plan}</plan>\n<file path="{PATH}">\n{body}\n<why>{why}</why>\n</file>'
