"""What a model may call while it answers: to draw. Pure."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from serve.chat import ToolCalls
from serve.errors import BadRequestError

MAX_PICTURES = 4
TOOLS_TOKENS = 400
"""Room that is left in a prompt for the tool, and for a template's own words about tools."""


class Wish(BaseModel):
    """The arguments of `draw_image`. Models name others now and then; they are left aside."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    prompt: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)
    ] = Field(description="What the picture shows, in a few English words, and its style.")
    count: Annotated[int, Field(ge=1, le=MAX_PICTURES)] = Field(
        1, description="How many pictures of it."
    )


def _fields(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema's fields as a model is told them, without what is for our own reading."""
    fields = schema["properties"]
    told = {
        name: {k: v for k, v in field.items() if k != "title"} for name, field in fields.items()
    }
    return {"properties": told, "required": schema["required"]}


DRAW_IMAGE: dict[str, Any] = {
    "type": "function",
    "function": {
        "name": "draw_image",
        "description": "Draw pictures and show them to the person, below what you have said. "
        "Only when the person asks for a picture. Say nothing after it.",
        "parameters": {"type": "object"} | _fields(Wish.model_json_schema()),
    },
}


def wish(calls: ToolCalls) -> Wish | None:
    """What the model wants drawn, by its first call. Raises BadRequestError for what cannot be
    understood."""
    for function in calls.functions:
        if function["name"] == "draw_image":
            try:
                return Wish.model_validate_json(function["arguments"])
            except ValidationError as error:
                wrong = error.errors()[0]
                where = ".".join(str(part) for part in wrong["loc"]) or "arguments"
                detail = f"The model called draw_image wrongly ({where}: {wrong['msg']})."
                raise BadRequestError(f"{detail} Ask again, or use /image.") from error
    return None
