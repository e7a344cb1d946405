"""Which files go into a sandbox and which come out of it. Pure.

A file is named by git's hash of its content, "" stands for none. `base` is what both sides had when
they last agreed; a file that only one side has changed since goes to the other, one that both have
changed is a conflict and stays as it is on both.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

IGNORED = frozenset(
    {".git", "node_modules", "__pycache__", ".venv", ".cache", ".npm", ".pytest_cache"}
)
"""Folders that stay where they are made."""

Hashes = Mapping[str, str]


@dataclass(slots=True)
class Plan:
    """Paths, sorted. `agreed` is the base that holds from now on, but for what is to be moved."""

    to_sandbox: list[str] = field(default_factory=list)
    to_project: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    agreed: dict[str, str] = field(default_factory=dict)


def plan(base: Hashes, project: Hashes, sandbox: Hashes, unknown: Set[str]) -> Plan:
    """`unknown` are files of the sandbox that nobody could read: nothing is said of them."""
    made = Plan()
    for path in sorted(project.keys() | sandbox.keys() | base.keys()):
        before, there, inside = (each.get(path, "") for each in (base, project, sandbox))
        if ignored(path) or path in unknown:
            if before:
                made.agreed[path] = before
        elif there == inside:
            if there:
                made.agreed[path] = there
        else:
            if before:
                made.agreed[path] = before
            if inside == before:
                made.to_sandbox.append(path)
            elif there == before:
                made.to_project.append(path)
            else:
                made.conflicts.append(path)
    return made


def ignored(path: str) -> bool:
    return not IGNORED.isdisjoint(path.split("/")[:-1])
