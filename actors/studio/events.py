"""What a coding model's stream says, event by event: the plan, then each file with its edits."""

from dataclasses import dataclass
from typing import Literal

Action = Literal["create", "update", "delete", "rename"]
Body = Literal["diff", "content", "search", "replace"]


@dataclass(frozen=True, slots=True)
class Prose:
    """A line between the tags, with its newline: the model speaks to the person."""

    text: str


@dataclass(frozen=True, slots=True)
class PlanOpened:
    """`<plan>`"""


@dataclass(frozen=True, slots=True)
class Step:
    """One file that will be touched, and why."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanClosed:
    """`</plan>`"""


@dataclass(frozen=True, slots=True)
class FileOpened:
    """`<file>`. `to` is the new path of a rename, else empty."""

    path: str
    action: Action
    to: str = ""


@dataclass(frozen=True, slots=True)
class BodyOpened:
    """A part of a file's edit begins."""

    body: Body


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One line of it, with its newline if it has one."""

    text: str


@dataclass(frozen=True, slots=True)
class BodyClosed:
    """That part is complete."""


@dataclass(frozen=True, slots=True)
class Why:
    """The sentence that explains a file's edit."""

    text: str


@dataclass(frozen=True, slots=True)
class FileClosed:
    """`</file>`: everything of this file has arrived."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not the protocol. The file that is open, else the last one, must not be
    applied: what was meant cannot be told. `reason` is for the model and the person."""

    reason: str


ProtocolEvent = (
    Prose
    | PlanOpened
    | Step
    | PlanClosed
    | FileOpened
    | BodyOpened
    | BodyLine
    | BodyClosed
    | Why
    | FileClosed
    | Fault
)
