"""What answers a message: a model that chats, for `/image` and words one that draws, and in a
project's conversation one that writes code."""

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from actors.studio.prompt import PLAN_FOLLOWS
from gateway.image_bodies import MAX_WORDS, NewImageJob
from gateway.image_jobs import model_to_draw, settings_of
from gateway.problems import Problem
from gateway.services import Services
from gateway.weights import expect_weights
from serve.errors import WrongModelError
from serve.model_entry import ModelEntry
from storage.documents import Conversation, ImageSettings

_DRAW = re.compile(r"\s*/image(?!\S)(.*)", re.DOTALL)
"""A message that is answered with pictures."""


@dataclass(frozen=True, slots=True)
class Work:
    """`entry` chats, and may call for pictures of `image_model`; or it draws, and this; or it
    changes the project, as `planner` plans, where that is another model."""

    entry: ModelEntry
    image_model: str | None = None
    drawing: ImageSettings | None = None
    project_id: str | None = None
    planner: str | None = None

    @property
    def request(self) -> dict[str, Any]:
        """What the run's session has to know of it."""
        if self.project_id is not None:
            planner = {"planner": self.planner} if self.planner else {}
            return {"project_id": self.project_id} | planner
        if self.drawing is not None:
            settings = self.drawing.model_dump()
            return {"drawing": {"model": self.entry.id, "settings": settings}}
        return {"image_model": self.image_model} if self.image_model else {}


def work_for(
    use: Services,
    conversation: Conversation,
    model_id: str | None,
    content: str,
    *,
    plan_only: bool = False,
) -> Work:
    """What answers in this conversation, by the model that is named or else its own, which may have
    another one plan for it. Raises UnknownModelError, WrongModelError, a 409 while the model is not
    downloaded, a 422 for pictures of nothing."""
    is_named = model_id is not None
    model_id = model_id or conversation.model
    if conversation.project_id is not None:
        entry = coder(use, model_id)
        planner = None if is_named or PLAN_FOLLOWS in content else entry.studio.planner
        if plan_only and planner is not None:
            entry, planner = use.catalog.get(planner, "chat"), None
        expect_weights(use, entry, "body.model")
        return Work(entry, project_id=conversation.project_id, planner=planner)
    if (command := _DRAW.fullmatch(content)) is not None:
        words = command[1].strip()
        if not 0 < len(words) <= MAX_WORDS:
            said = "say what to draw, as in: /image sunset over the ocean"
            detail = f"the words after /image may have {MAX_WORDS:,} characters" if words else said
            raise Problem(422, "invalid", f"body.content: {detail}", "body.content")
        entry = model_to_draw(use)
        return Work(entry, drawing=settings_of(entry, NewImageJob(prompt=words)))
    entry = use.catalog.get(model_id or use.watch.default or use.catalog.default.id, "chat")
    expect_weights(use, entry, "body.model")
    return Work(entry, _model_to_call(use, entry))


def coder(use: Services, model_id: str | None) -> ModelEntry:
    """The model that is named, or the default one. For a demo that only chats another stands in
    that writes code. Raises UnknownModelError, WrongModelError."""
    entry = use.catalog.get(model_id or use.watch.default or use.catalog.default.id)
    if "code" in entry.capabilities:
        return entry
    if entry.is_demo:
        for other in use.catalog.entries:
            if other.is_demo and "code" in other.capabilities:
                return other
    return use.catalog.get(entry.id, "chat")


def _model_to_call(use: Services, entry: ModelEntry) -> str | None:
    """What the model may have pictures drawn by. A demo draws for a demo only: others ask for more
    than it knows, and would have to answer for it."""
    if "tools" in entry.capabilities:
        with suppress(WrongModelError, Problem):
            drawing = model_to_draw(use)
            if entry.is_demo or not drawing.is_demo:
                return drawing.id
    return None
