"""The OpenAPI document: FastAPI's own, with our errors in their true shape and media type."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

from gateway.bodies import FieldProblem, ProblemBody

Responses = dict[int | str, dict[str, Any]]

_MEANING: Mapping[int, str] = {
    400: "The body is not JSON",
    404: "There is no such thing",
    409: "It contradicts what is stored",
    410: "It ended meanwhile; make it again",
    413: "The body is too large",
    415: "The body is not sent as JSON",
    422: "A field is wrong",
    429: "As much as you may have is in use or spent, or the provider asks to wait",
    502: "The provider refused our key",
    503: "A part is restarting, or the model cannot answer now",
    504: "The model, or another server, did not finish in time",
}
BODY = (400, 413, 415, 422)
"""What can be wrong with any request that has a body."""
OCTETS = "application/octet-stream"
BYTES = {OCTETS: {"schema": {"type": "string", "format": "binary"}}}
"""The content of what is bytes, and nothing else."""
RUN_EVENTS = (
    "run.started", "run.waiting", "context.trimmed", "message.snapshot", "message.delta",
    "message.restarted", "run.resumed", "model.fallback",
    "image.started", "image.progress", "image.completed", "image.restarted",
    "build.started", "build.planned", "build.prose", "plan.step", "file.opened", "edit.opened",
    "edit.lines", "file.closed", "build.checking", "build.checked", "build.refused",
    "build.applied", "run.completed", "run.cancelled", "run.failed",
)  # fmt: skip
IMAGE_EVENTS = (
    "run.started", "run.waiting", "image.snapshot", "image.progress", "image.completed",
    "image.restarted", "run.resumed", "run.completed", "run.cancelled", "run.failed",
)  # fmt: skip
COMMAND_EVENTS = (
    "run.started", "exec.snapshot", "exec.output", "run.resumed",
    "run.completed", "run.cancelled", "run.failed",
)  # fmt: skip


PROJECT_EVENTS = ("project.branches", "project.changed", "project.unknown")


class OpenAIErrorFields(BaseModel):
    message: str
    type: str
    param: str | None
    code: str | None


class OpenAIError(BaseModel):
    """An error as OpenAI's clients know it."""

    error: OpenAIErrorFields


_DOCUMENTED = (ProblemBody, FieldProblem, OpenAIError, OpenAIErrorFields)


class Api(FastAPI):
    """The app, describing itself."""

    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            _correct(super().openapi())
        return super().openapi()


def problems(*statuses: int) -> Responses:
    """The `responses` of a route that can refuse with these statuses."""
    return _responses(statuses, "application/problem+json", "ProblemBody")


def openai_errors(*statuses: int) -> Responses:
    """Likewise, for a route of OpenAI's protocol."""
    return _responses(statuses, "application/json", "OpenAIError")


def event_stream(description: str, *kinds: str) -> Responses:
    """The 200 of a route that answers with server-sent events of these kinds."""
    event: dict[str, Any] = {
        "type": "object",
        "properties": {"id": {"type": "string"}, "data": {"type": "string"}},
        "required": ["data"],
    }
    if kinds:
        event["properties"]["event"] = {"enum": list(kinds)}
        event["required"] = ["event", "data"]
    content = {"text/event-stream": {"itemSchema": event}}
    return {200: {"description": description, "content": content}}


def _responses(statuses: tuple[int, ...], media_type: str, model: str) -> Responses:
    schema = {"$ref": f"#/components/schemas/{model}"}
    return {
        status: {"description": _MEANING[status], "content": {media_type: {"schema": schema}}}
        for status in statuses
    }


def _correct(document: dict[str, Any]) -> None:
    """Put in what FastAPI does not know of, take out what it assumes."""
    schemas = document["components"]["schemas"]
    for model in _DOCUMENTED:
        fields = model.model_json_schema(ref_template="#/components/schemas/{model}")
        fields.pop("$defs", None)
        schemas[model.__name__] = fields
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for path, operations in document["paths"].items():
        for operation in operations.values():
            if path.startswith("/v1/"):
                operation["responses"].pop("422", None)  # OpenAI answers 400 instead
            for response in operation["responses"].values():
                for content in response.get("content", {}).values():
                    if "itemSchema" in content:  # a stream is described by its events
                        content.pop("schema", None)
