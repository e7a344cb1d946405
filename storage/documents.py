"""What is stored: one frozen model for each noun, with the field names of `docs/api.md`.

`tenant_id` is filled in by storage on the way out; a tenant-scoped repository ignores what
a caller puts there. Times are UTC with millisecond precision, which is what is kept.
"""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

Role = Literal["user", "assistant"]
MessageStatus = Literal["running", "complete", "cancelled", "failed"]
RunKind = Literal["chat", "image", "command"]
Scheduler = Literal["ddim", "dpm++", "euler", "heun", "unipc"]
"""The way from noise to a picture. Not each suits each model."""
Verdict = Literal["approved", "changes_requested"]
RequestState = Literal["open", "merged", "closed"]
ConsoleLevel = Literal["debug", "log", "info", "warn", "error"]
ConsoleSource = Literal[
    "console", "exception", "rejection", "network", "resource", "policy", "build"
]
RunStatus = Literal["running", "completed", "failed", "cancelled"]


def now() -> datetime:
    """The current time as it will be stored."""
    return _to_milliseconds(datetime.now(UTC))


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970, the stored form of a time."""
    return round(moment.timestamp() * 1000)


def _from_ms(value: object) -> object:
    return datetime.fromtimestamp(value / 1000, UTC) if isinstance(value, int) else value


def _to_milliseconds(moment: datetime) -> datetime:
    return datetime.fromtimestamp(to_ms(moment) / 1000, UTC)


Moment = Annotated[datetime, BeforeValidator(_from_ms), AfterValidator(_to_milliseconds)]


class Document(BaseModel):
    """Base of the models; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ContextSettings(Document):
    strategy: Literal["tokens", "newest", "summary"] = "tokens"
    keep_messages: int = Field(40, ge=1, le=10_000)


class ConversationSettings(Document):
    system_prompt: str = ""
    temperature: float = Field(0.7, ge=0, le=2)
    top_p: float = Field(1.0, gt=0, le=1)
    max_tokens: int | None = Field(None, ge=1)
    seed: int | None = None
    context: ContextSettings = ContextSettings()


class ConversationUsage(Document):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float = 0.0


class AnswerUsage(ConversationUsage):
    first_token_ms: float | None = None
    duration_ms: float | None = None
    tokens_per_s: float | None = None


class Failure(Document):
    """Why a run failed: a stable code and a sentence for a person."""

    code: str
    detail: str


class Conversation(Document):
    """Of a project where it has `project_id`: then each answer may change the project's files."""

    id: str
    tenant_id: str = ""
    project_id: str | None = None
    title: str = ""
    pinned: bool = False
    model: str | None = None
    settings: ConversationSettings = ConversationSettings()
    leaf_id: str | None = None
    message_count: int = 0
    usage: ConversationUsage = ConversationUsage()
    active_run_id: str | None = None
    created_at: Moment = Field(default_factory=now)
    updated_at: Moment = Field(default_factory=now)


class Message(Document):
    """`build` is what an answer did to its project: `commit`, `parent` and `files`. `automatic`: a
    program sent it, on behalf of a person who did not write it."""

    id: str
    tenant_id: str = ""
    conversation_id: str
    parent_id: str | None = None
    role: Role
    content: str = ""
    automatic: bool = False
    status: MessageStatus = "complete"
    run_id: str | None = None
    model: str | None = None
    finish_reason: str | None = None
    error: Failure | None = None
    usage: AnswerUsage | None = None
    build: dict[str, Any] | None = None
    created_at: Moment = Field(default_factory=now)
    edited_at: Moment | None = None


class Run(Document):
    """One piece of long work in the making: an answer (`chat`), pictures (`image`) or a command in
    a project's sandbox (`command`).

    `host` runs it; `epoch` counts its owners, `writer` is the last. An answer's run has a
    conversation and the message that it writes.
    """

    id: str
    tenant_id: str = ""
    kind: RunKind = "chat"
    conversation_id: str | None = None
    message_id: str | None = None
    model: str
    host: str
    epoch: int = 0
    writer: str | None = None
    status: RunStatus = "running"
    cancel_requested: bool = False
    request: dict[str, Any] = Field(default_factory=dict)
    last_seq: int = 0
    created_at: Moment = Field(default_factory=now)
    started_at: Moment | None = None
    finished_at: Moment | None = None
    finish_reason: str | None = None
    usage: AnswerUsage | None = None
    error: Failure | None = None


class PoolTenant(Document):
    """A tenant's part of the GPU pool: its share by `weight` and its GPU-milliseconds a day, and
    how much of both it has had."""

    id: str
    weight: float = 1.0
    daily_budget_ms: float | None = None
    served: float = 0.0
    day: str = ""
    spent_ms: float = 0.0


class ModelControl(Document):
    """What an operator decided about a local model. None is what the catalogue says."""

    id: str
    min_replicas: int | None = None
    max_replicas: int | None = None
    drained: bool = False
    unloaded_at: Moment | None = None


class ImageSettings(Document):
    """What pictures are drawn from. Sides are pixels; the picture `n` of a job has seed + n. With
    `input_id` they begin with that picture, and change it by `strength`, with `mask_id` only where
    that one is white."""

    prompt: str
    negative_prompt: str = ""
    width: int
    height: int
    steps: int
    guidance: float
    scheduler: Scheduler | None = None
    seed: int
    count: int = 1
    input_id: str | None = None
    strength: float = 1.0
    mask_id: str | None = None


class Image(Document):
    """A finished picture, the `index`th of the job `run_id`, or one that was uploaded and has no
    job. `png` and `thumbnail` are SHA-256."""

    id: str
    tenant_id: str = ""
    kind: Literal["drawn", "upload"] = "drawn"
    run_id: str | None = None
    index: int = 0
    model: str = ""
    settings: ImageSettings
    png: str = ""
    thumbnail: str = ""
    bytes: int
    duration_ms: int = 0
    favourite: bool = False
    created_at: Moment = Field(default_factory=now)


class Project(Document):
    """Files with a history. `branches` are names to commits. `packs` are the blobs that hold all
    commits, by hash, with their bytes; `pending` those that a commit in the making may have
    stored, with the time (ms since 1970)."""

    id: str
    tenant_id: str = ""
    name: str
    branches: dict[str, str] = Field(default_factory=dict)
    packs: dict[str, int] = Field(default_factory=dict)
    pending: dict[str, int] = Field(default_factory=dict)
    created_at: Moment = Field(default_factory=now)
    updated_at: Moment = Field(default_factory=now)


class Comment(Document):
    """Words on a merge request, or on a line of it: counted from 1, in the file as `commit` has it,
    which is the newest of its target (`old`) or its source (`new`)."""

    id: str
    text: str
    path: str | None = None
    side: Literal["old", "new"] = "new"
    line: int | None = None
    commit: str
    at: Moment = Field(default_factory=now)


class Review(Document):
    """What somebody thought of the source of a merge request at `commit`."""

    id: str
    verdict: Verdict
    text: str = ""
    commit: str
    at: Moment = Field(default_factory=now)


class MergeRequest(Document):
    """The wish to merge one branch of a project into another, talked over. `comments` and `reviews`
    are by their ids; `commit` is the newest of the target once it is merged."""

    id: str
    tenant_id: str = ""
    project_id: str
    source: str
    target: str
    title: str
    description: str = ""
    state: RequestState = "open"
    comments: dict[str, Comment] = Field(default_factory=dict)
    reviews: dict[str, Review] = Field(default_factory=dict)
    commit: str | None = None
    created_at: Moment = Field(default_factory=now)
    updated_at: Moment = Field(default_factory=now)


class ConsoleCall(Document):
    """A place in a project's file that was being run: line and column count from 1."""

    name: str = ""
    path: str
    line: int
    column: int


class ConsoleEntry(Document):
    """What an app said, or what went wrong in it, `count` times. `calls` led to it, the innermost
    first."""

    level: ConsoleLevel
    source: ConsoleSource
    text: str
    calls: tuple[ConsoleCall, ...] = ()
    count: int = 1
    at: Moment


class ConsoleBatch(Document):
    """Entries that a page sent together, in their order; `dropped` others were left out before."""

    id: str
    tenant_id: str = ""
    project_id: str
    entries: tuple[ConsoleEntry, ...]
    dropped: int = 0
    created_at: Moment = Field(default_factory=now)
