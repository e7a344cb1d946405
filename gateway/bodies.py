"""Request and answer bodies of the native API, with the examples that its documentation shows."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from storage.documents import (
    AnswerUsage,
    Conversation,
    ConversationSettings,
    ConversationUsage,
    Failure,
    Message,
    Run,
)
from storage.git import MAIN
from storage.ids import is_id
from storage.projects import BRANCH_PATTERN, MAX_BRANCH_CHARS

MAX_CONTENT_CHARS = 200_000
ID_PATTERN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def _id(value: str) -> str:
    if not is_id(value):
        raise ValueError("must be a UUID in lower case")
    return value


_SHAPE = {"format": "uuid", "pattern": f"^{ID_PATTERN}$"}
EXAMPLE_ID = "0190a6c0-7f1e-7c3a-9d2b-0a1b2c3d4e5f"

Id = Annotated[str, AfterValidator(_id), Field(examples=[EXAMPLE_ID], json_schema_extra={**_SHAPE})]
PathId = Annotated[
    str, AfterValidator(_id), Path(examples=[EXAMPLE_ID], json_schema_extra={**_SHAPE})
]
Title = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Content = Annotated[str, StringConstraints(min_length=1, max_length=MAX_CONTENT_CHARS)]
Branch = Annotated[
    str, StringConstraints(pattern=f"^{BRANCH_PATTERN}$", max_length=MAX_BRANCH_CHARS)
]
Stream = Annotated[
    bool, Field(description="answer with the events themselves, as `text/event-stream`")
]
ModelId = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class Body(BaseModel):
    """Strict: a number is not sent as text, and a field that nobody knows is a slip."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ContextChange(Body):
    """How a prompt is made of a conversation; what is absent stays as it is."""

    strategy: Literal["tokens", "newest", "summary"] = "tokens"
    keep_messages: int = Field(40, ge=1, le=10_000)


class SettingsChange(Body):
    """Any of a conversation's settings; what is absent stays as it is. A null `seed` takes it
    away."""

    system_prompt: str = Field("", max_length=20_000)
    temperature: float = Field(0.7, ge=0, le=2)
    top_p: float = Field(1.0, gt=0, le=1)
    max_tokens: int = Field(512, ge=1, le=1_000_000)
    seed: int | None = Field(None, ge=-(2**63), lt=2**63)
    context: ContextChange = Field(
        ContextChange(), examples=[{"strategy": "newest", "keep_messages": 20}]
    )


class NewConversation(Body):
    id: Id | None = None
    title: Title = ""
    model: ModelId | None = None
    settings: SettingsChange | None = None

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Groceries"}]})


class ConversationChange(Body):
    title: Annotated[Title, Field(min_length=1)] = ""
    pinned: bool = False
    model: ModelId | None = None
    settings: SettingsChange | None = None
    leaf_id: Id | None = None
    rewind_to: Id | None = None

    model_config = ConfigDict(json_schema_extra={"examples": [{"pinned": True}]})


class Budget(Body):
    """What a build may take at most, over all its attempts."""

    tokens: int | None = Field(None, ge=1, description="of prompts and answers")
    usd: float | None = Field(None, gt=0)


class NewMessage(Body):
    """In a project's conversation it asks for a build upon the newest files of `branch`, which may
    be bounded by `budget`; with `plan_only` it says what it would do, and changes nothing."""

    id: Id | None = None
    content: Content
    automatic: bool = Field(False, description="a program sends it, nobody wrote it")
    parent_id: Id | None = None
    model: ModelId | None = None
    settings: SettingsChange | None = None
    branch: Branch = MAIN
    plan_only: bool = False
    budget: Budget = Budget()
    stream: Stream = False

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"content": "Hello, who are you?", "stream": True}]}
    )


class MessageChange(Body):
    content: Content

    model_config = ConfigDict(json_schema_extra={"examples": [{"content": "Hello again"}]})


class Regenerate(Body):
    """In a project's conversation bounded as a message is, anew."""

    run_id: Id | None = None
    model: ModelId | None = None
    settings: SettingsChange | None = None
    branch: Branch = MAIN
    plan_only: bool = False
    budget: Budget = Budget()
    stream: Stream = False

    model_config = ConfigDict(json_schema_extra={"examples": [{"settings": {"temperature": 1.0}}]})


class ConversationView(BaseModel):
    id: str
    project_id: str | None
    title: str
    pinned: bool
    model: str | None
    settings: ConversationSettings
    leaf_id: str | None
    message_count: int
    usage: ConversationUsage
    active_run_id: str | None
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, conversation: Conversation) -> "ConversationView":
        return cls.model_validate(conversation.model_dump())


class FileChange(BaseModel):
    path: str
    change: Literal["added", "modified", "deleted"]


class Finding(BaseModel):
    """What a check found in a file that an answer changed."""

    check: Literal["parse", "imports", "secrets", "types", "lint", "preview", "tests"]
    path: str
    line: int
    message: str


class StageOutcome(BaseModel):
    """How many new problems a check found, and how many tests passed; with `why` it could not
    look."""

    stage: Literal["types", "lint", "preview", "tests"]
    problems: int
    passed: int
    why: str


class Checked(BaseModel):
    """What was run on the files before they became a commit; with `why` nothing could be."""

    stages: list[StageOutcome]
    why: str


class BuildView(BaseModel):
    """What an answer did to its project: `commit` is that, upon `parent`, of `branch`."""

    branch: str = MAIN
    commit: str
    parent: str
    files: list[FileChange]
    findings: list[Finding]
    checked: Checked | None = None


class MessageView(BaseModel):
    id: str
    conversation_id: str
    parent_id: str | None
    role: Literal["user", "assistant"]
    content: str
    automatic: bool
    status: Literal["running", "complete", "cancelled", "failed"]
    run_id: str | None
    model: str | None
    finish_reason: str | None
    error: Failure | None
    usage: AnswerUsage | None
    build: BuildView | None
    siblings: list[str]
    created_at: datetime
    edited_at: datetime | None

    @classmethod
    def of(cls, message: Message, siblings: list[str] | tuple[str, ...] = ()) -> "MessageView":
        fields = message.model_dump()
        return cls.model_validate({**fields, "siblings": list(siblings) or [message.id]})


class RunView(BaseModel):
    id: str
    kind: Literal["chat", "image", "command"]
    conversation_id: str | None
    message_id: str | None
    model: str
    status: Literal["running", "completed", "failed", "cancelled"]
    last_seq: int
    created_at: datetime
    finished_at: datetime | None
    finish_reason: str | None
    usage: AnswerUsage | None
    error: Failure | None

    @classmethod
    def of(cls, run: Run) -> "RunView":
        return cls.model_validate(run.model_dump())


class ConversationPage(BaseModel):
    items: list[ConversationView]
    next_cursor: str | None


class MessagePage(BaseModel):
    items: list[MessageView]
    next_cursor: str | None


class Started(BaseModel):
    """A run has begun: read its events."""

    run_id: str
    message: MessageView
    answer: MessageView


class FieldProblem(BaseModel):
    field: str
    message: str


class ProblemBody(BaseModel):
    """Why a request was refused (RFC 9457). `code` is stable, `detail` is for people."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    field: str | None
    request_id: str | None
    errors: list[FieldProblem] = []
