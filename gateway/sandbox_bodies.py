"""Bodies of the sandboxes' routes."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from gateway.bodies import Body, Branch, Id, Stream

MAX_COMMAND_CHARS = 100_000
MAX_STDIN_CHARS = 100_000
MAX_TIMEOUT_S = 600.0


class SandboxLimits(BaseModel):
    """`hold` are those that are kept for the sandbox as a whole here."""

    memory_bytes: int
    work_bytes: int
    cpus: float
    processes: int
    hold: list[str]


class SandboxStats(BaseModel):
    """What it takes now; null where its node cannot tell."""

    memory_bytes: int | None
    cpu_s: float | None
    processes: int | None


class SandboxNote(BaseModel):
    at: datetime
    text: str


class SandboxView(BaseModel):
    """`commit` is the one whose files it got last. One that is stopped keeps its files alone.
    `branch` is that commit's, and `network` what its programs may reach."""

    state: Literal["running", "paused", "stopped"]
    backend: Literal["docker", "bubblewrap"]
    branch: str | None = None
    commit: str | None = None
    created_at: datetime | None = None
    idle_s: float | None = None
    terminals: int = 0
    network: list[str] = []
    limits: SandboxLimits | None = None
    stats: SandboxStats | None = None
    notes: list[SandboxNote] | None = None


Shell = Annotated[str, Field(min_length=1, max_length=MAX_COMMAND_CHARS)]
Timeout = Annotated[float, Field(gt=0, le=MAX_TIMEOUT_S)]
Input = Annotated[str, Field(max_length=MAX_STDIN_CHARS)]


class Command(Body):
    """A shell's command, run in /work; without `branch` upon the files of the one that is there."""

    command: Shell
    branch: Branch | None = None
    timeout_s: Timeout = 60
    stdin: Input = ""
    stream: Stream = False

    model_config = ConfigDict(json_schema_extra={"examples": [{"command": "node --version"}]})


class NewRun(Body):
    """A command that is a run of its own. With `stdin_open`, more input follows, at `…/input`."""

    id: Id | None = None
    command: Shell
    branch: Branch | None = None
    timeout_s: Timeout = MAX_TIMEOUT_S
    stdin: Input = ""
    stdin_open: bool = False

    model_config = ConfigDict(json_schema_extra={"examples": [{"command": "npm test"}]})


class CommandResult(BaseModel):
    """`exit_code` is null where a signal ended it, or where it could not be started (`error`).
    `truncated`: of each stream its first 2^20 bytes are here."""

    exit_code: int | None
    signal: int | None
    error: str | None
    timed_out: bool
    truncated: bool
    duration_ms: int
    stdout: str
    stderr: str


class InputTaken(BaseModel):
    """How many bytes of input have come since the run's own `stdin`."""

    received: int


class PortView(BaseModel):
    """Where a browser on this machine finds the server at that port."""

    url: str
    expires_at: datetime


class SyncWanted(Body):
    direction: Literal["in", "out", "both"] = "both"
    branch: Branch | None = None


class SkippedFile(BaseModel):
    path: str
    reason: str


class SyncResult(BaseModel):
    """Paths that went into the sandbox and that came from it, as `commit` of `branch`; those that
    both sides changed, which stay as they are; and those that cannot be exchanged."""

    branch: str
    commit: str
    to_sandbox: list[str]
    to_project: list[str]
    conflicts: list[str]
    skipped: list[SkippedFile]
