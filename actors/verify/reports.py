"""What a program that checked a project wrote, and what it comes to. Pure.

All of it is the word of a sandbox: it is read within bounds, and means no more than a sentence.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actors.sandboxes import backend
from actors.studio.checks import Finding

WORK = f"{backend.WORK}/"
MAX_FINDINGS = 50
MAX_MESSAGE_CHARS = 500
MAX_LINE_CHARS, MAX_PART_CHARS = 1_000, 128 * 2**10
"""Of what is read of an output: its beginning and its end, of so many characters each."""
NOT_FOUND, KILLED = 127, 137
"""Exit codes of a shell: no such program, and the memory was not enough."""
_NO_PROGRAM = re.compile(r"(\S+): (?:command )?not found")


@dataclass(frozen=True, slots=True)
class Output:
    """What a command wrote, and how it ended."""

    text: str
    errors: str
    exit_code: int | None
    timed_out: bool

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Output":
        """From what `execution.result` gives, of any size."""
        text, errors = _bounded(told["stdout"]), _bounded(told["stderr"])
        return cls(text, errors, told["exit_code"], told["timed_out"])


@dataclass(frozen=True, slots=True)
class Report:
    """What a program found. `passed` counts tests; `why` says what kept it from looking."""

    findings: tuple[Finding, ...] = ()
    passed: int = 0
    why: str = ""


def _bounded(text: str) -> str:
    if len(text) > 2 * MAX_PART_CHARS:
        text = f"{text[:MAX_PART_CHARS]}\n{text[-MAX_PART_CHARS:]}"
    return "\n".join(line[:MAX_LINE_CHARS] for line in text.splitlines())


def report(findings: Iterable[Finding], passed: int = 0, whys: Sequence[str] = ()) -> Report:
    """Those of the project's own files."""
    own = [each for each in findings if not each.path.startswith(("../", "/", "node_modules/"))]
    return Report(tuple(own[:MAX_FINDINGS]), passed, whys[0] if whys else "")


def kept_from(output: Output, what: str) -> str:
    """Why it says nothing of the files; empty where it does."""
    if output.timed_out:
        return "It took too long."
    said = output.errors + output.text
    if output.exit_code == NOT_FOUND or "No module named py" in said:
        missing = _NO_PROGRAM.search(said)
        return (
            f"The sandbox has no {missing[1]}." if missing else f"The sandbox has not got {what}."
        )
    if output.exit_code in (None, KILLED):
        return "It took too much memory, or broke off."
    return ""


def short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MAX_MESSAGE_CHARS else text[: MAX_MESSAGE_CHARS - 1] + "…"
