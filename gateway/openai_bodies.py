"""Request and answer bodies of OpenAI's protocol, as far as it is spoken here."""

from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from serve.chat import ChatRequest, Sampling
from serve.scheduling.request import Priority
from storage.ids import new_id

PASSED_ON = (
    "frequency_penalty", "logit_bias", "logprobs", "parallel_tool_calls", "presence_penalty",
    "response_format", "tool_choice", "tools", "top_logprobs",
)  # fmt: skip


class ChatMessage(BaseModel):
    """A message; fields beyond these go to the model as they are."""

    model_config = ConfigDict(extra="allow", strict=True)

    role: Literal["system", "developer", "user", "assistant", "tool"]
    content: str | list[dict[str, Any]] | None = None


class StreamOptions(BaseModel):
    model_config = ConfigDict(strict=True)

    include_usage: bool = False


class ChatCompletionRequest(BaseModel):
    """Parameters that are not listed are ignored, as OpenAI-compatible servers do."""

    model_config = ConfigDict(
        extra="ignore",
        strict=True,
        json_schema_extra={
            "examples": [
                {"model": "atelier-demo", "messages": [{"role": "user", "content": "Hello"}]}
            ]
        },
    )

    model: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    messages: Annotated[list[ChatMessage], Field(min_length=1, max_length=2_000)]
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    n: Annotated[int, Field(ge=1, le=8)] = 1
    max_tokens: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    max_completion_tokens: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    temperature: Annotated[float, Field(ge=0, le=2)] | None = None
    top_p: Annotated[float, Field(gt=0, le=1)] | None = None
    seed: Annotated[int, Field(ge=-(2**63), lt=2**63)] | None = None
    stop: str | Annotated[list[str], Field(max_length=16)] | None = None
    frequency_penalty: Annotated[float, Field(ge=-2, le=2)] | None = None
    presence_penalty: Annotated[float, Field(ge=-2, le=2)] | None = None
    logit_bias: dict[str, float] | None = None
    logprobs: bool | None = None
    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None
    response_format: dict[str, Any] | None = None
    tools: list[dict[str, Any]] | None = None
    tool_choice: str | dict[str, Any] | None = None
    parallel_tool_calls: bool | None = None

    def requests(self, tenant: str) -> list[ChatRequest]:
        """One request for each of the `n` answers; the prompt's cache makes them cheap."""
        stop = (self.stop,) if isinstance(self.stop, str) else tuple(self.stop or ())
        extra = {name: value for name in PASSED_ON if (value := getattr(self, name)) is not None}
        sampling = Sampling(
            temperature=self.temperature,
            top_p=self.top_p,
            max_tokens=self.max_completion_tokens or self.max_tokens,
            seed=self.seed,
            stop=stop,
            extra=extra,
        )
        messages = tuple(message.model_dump(exclude_unset=True) for message in self.messages)
        first = ChatRequest(
            request_id=new_id(),
            model=self.model,
            messages=messages,
            sampling=sampling,
            tenant=tenant,
            priority=Priority.NORMAL,
        )
        return [first, *(_sibling(first, index) for index in range(1, self.n))]


def _sibling(request: ChatRequest, index: int) -> ChatRequest:
    seed = request.sampling.seed
    sampling = replace(request.sampling, seed=None if seed is None else seed + index)
    return replace(request, request_id=new_id(), sampling=sampling)


class ModelObject(BaseModel):
    id: str
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = "atelier"


class ModelList(BaseModel):
    object: Literal["list"] = "list"
    data: list[ModelObject]


class AnswerMessage(BaseModel):
    role: Literal["assistant"]
    content: str | None
    tool_calls: list[dict[str, Any]] = []


class Choice(BaseModel):
    index: int
    message: AnswerMessage
    logprobs: dict[str, Any] | None
    finish_reason: str | None


class CompletionUsage(BaseModel):
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class ChatCompletion(BaseModel):
    """A whole answer."""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[Choice]
    usage: CompletionUsage
