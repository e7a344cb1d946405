"""The seam between whoever wants an answer and whatever makes one.

A `ChatModel` turns a `ChatRequest` into a stream of `Delta`s and, between them, `Notice`s:
what a person who waits should know. Local engines and remote providers are the same here.
"""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from serve.scheduling.request import Priority

Message = Mapping[str, Any]
"""One message in OpenAI's form: `role`, `content` and, where used, tool fields."""

TOOL_FIELDS = ("tools", "tool_choice", "parallel_tool_calls")
"""Parameters of a request that mean nothing to a model without tools."""

FinishReason = Literal["stop", "length", "tool_calls", "content_filter"]


@dataclass(frozen=True, slots=True)
class Sampling:
    """How to draw tokens. None leaves the choice to the model's own default."""

    temperature: float | None = None
    top_p: float | None = None
    max_tokens: int | None = None
    seed: int | None = None
    stop: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Further OpenAI parameters, passed on as they are (tools, logprobs, penalties, …)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is already known of an answer that is to go on.

    `token_ids` and `prompt_token_ids` are empty where the engine gave none (remote ones);
    then `text` alone is the prefix.
    """

    text: str
    token_ids: tuple[int, ...] = ()
    prompt_token_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One answer wanted. `deadline_s` bounds the whole answer, `stall_s` each silence. `tenant` is
    whose share of the GPUs it takes; inside it the lower `priority` goes first."""

    request_id: str
    model: str
    messages: tuple[Message, ...]
    sampling: Sampling = Sampling()
    kept: Kept | None = None
    deadline_s: float = 600.0
    stall_s: float = 60.0
    tenant: str = ""
    priority: int = Priority.INTERACTIVE


@dataclass(frozen=True, slots=True)
class TokenUsage:
    prompt_tokens: int
    completion_tokens: int


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of the answer. Pieces join to the whole text without gap or repetition.

    `token_ids` belong to the text up to and including this piece. `prompt_token_ids` come
    once, with the first piece, where the engine gives them. `logprobs` and `tool_calls` are
    OpenAI's chunk fields, untouched. The last piece has a `finish_reason` and the `usage`.
    """

    text: str = ""
    tokens: int = 0
    token_ids: tuple[int, ...] = ()
    prompt_token_ids: tuple[int, ...] = ()
    finish_reason: FinishReason | None = None
    usage: TokenUsage | None = None
    logprobs: Mapping[str, Any] | None = None
    tool_calls: Sequence[Mapping[str, Any]] = ()


class ToolCalls:
    """The calls in an answer, put together from its pieces."""

    def __init__(self) -> None:
        self._calls: dict[int, dict[str, Any]] = {}

    def add(self, parts: Sequence[Mapping[str, Any]]) -> None:
        for part in parts:
            empty = {"id": "", "type": "function", "function": {"name": "", "arguments": ""}}
            call = self._calls.setdefault(part.get("index", 0), empty)
            call["id"] = part.get("id") or call["id"]
            for key, value in (part.get("function") or {}).items():
                call["function"][key] = call["function"].get(key, "") + (value or "")

    @property
    def calls(self) -> list[dict[str, Any]]:
        """In OpenAI's form, in their order."""
        return [self._calls[index] for index in sorted(self._calls)]

    @property
    def functions(self) -> list[dict[str, str]]:
        """The name and the JSON `arguments` of each."""
        return [call["function"] for call in self.calls]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the reader: an event kind of `docs/api.md` with its data.

    Kinds: run.waiting, run.resumed, message.restarted, model.fallback. After
    `message.restarted` the text so far is void and the answer begins again.
    """

    kind: str
    data: Mapping[str, Any]


class ChatModel(Protocol):
    """Something that answers. Closing the generator stops the work behind it."""

    def stream(self, request: ChatRequest) -> AsyncGenerator[Delta | Notice]:
        """Answer. Raises a `ModelError`; one before the first Delta leaves no trace."""
        ...

    async def count_tokens(self, messages: Sequence[Message]) -> int:
        """Prompt length in tokens, exact where the engine can tell, else an upper guess."""
        ...

    async def close(self) -> None: ...
