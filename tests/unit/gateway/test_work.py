"""What answers a message, by the models that are offered."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from actors.studio.prompt import PLAN_FOLLOWS
from gateway.work import work_for
from serve.catalog import load_catalog
from serve.errors import WrongModelError
from serve.machine import Hardware
from storage.documents import Conversation

CHAT = {
    "id": "caller",
    "name": "Caller",
    "engine": "openai",
    "remote": {"base_url": "https://far.example/v1"},
    "context_tokens": 2048,
    "max_output_tokens": 512,
    "capabilities": ["chat", "tools"],
}
IMAGE = {
    "id": "brush",
    "name": "Brush",
    "engine": "diffusers",
    "source": "acme/brush",
    "context_tokens": 77,
    "capabilities": ["image"],
    "drawing": {"steps": 2},
}
DEMO = {"labels": ["demo"]}


def _use(tmp_path: Path, models: list[dict[str, Any]]) -> Any:
    """Services of a gateway that offers these."""
    path = tmp_path / "models.yaml"
    path.write_text(yaml.safe_dump({"models": models}))
    catalog = load_catalog(path, hardware=Hardware(gpus=1), env={})
    watch = SimpleNamespace(state=lambda _: "ready", default="caller")
    return SimpleNamespace(catalog=catalog, watch=watch)


@pytest.mark.parametrize(
    ("chat", "image", "called"),
    [(CHAT, IMAGE, "brush"), (CHAT, IMAGE | DEMO, None), (CHAT | DEMO, IMAGE | DEMO, "brush")],
)
def test_a_demo_draws_for_a_demo_only(
    tmp_path: Path, chat: dict[str, Any], image: dict[str, Any], called: str | None
) -> None:
    use = _use(tmp_path, [chat, image])
    talk = Conversation(id="talk")
    assert work_for(use, talk, None, "Draw a boat.").image_model == called
    assert work_for(use, talk, None, "/image a boat").entry.id == "brush"


@pytest.mark.parametrize(
    ("chats", "asked", "builds"),
    [(CHAT, None, "caller"), (CHAT | DEMO, None, "coder"), (CHAT, "coder", "coder")],
)
def test_what_only_chats_for_trying_out_does_not_build(
    tmp_path: Path, chats: dict[str, Any], asked: str | None, builds: str
) -> None:
    use = _use(tmp_path, [chats, CHAT | DEMO | {"id": "coder", "capabilities": ["code"]}])
    project = Conversation(id="talk", project_id="project")
    work = work_for(use, project, asked, "/image is a command elsewhere")
    assert (work.entry.id, work.request) == (builds, {"project_id": "project"})
    with pytest.raises(WrongModelError):
        work_for(use, Conversation(id="talk"), "coder", "Hello")


@pytest.mark.parametrize(
    ("asked", "model", "plan_only", "planner", "answers"),
    [
        ("A list", None, False, "fast", "caller"),
        ("A list", None, True, None, "fast"),
        ("A list", "caller", False, None, "caller"),
        ("A list", "caller", True, None, "caller"),
        (f"A list{PLAN_FOLLOWS}- By hand", None, False, None, "caller"),
    ],
)
def test_a_faster_model_plans_unless_one_is_named_or_a_plan_is_there(
    tmp_path: Path,
    asked: str,
    model: str | None,
    plan_only: bool,
    planner: str | None,
    answers: str,
) -> None:
    accurate = CHAT | {"studio": {"planner": "fast"}}
    use = _use(tmp_path, [accurate, CHAT | {"id": "fast"}])
    project = Conversation(id="talk", project_id="project")
    work = work_for(use, project, model, asked, plan_only=plan_only)
    assert (work.entry.id, work.request.get("planner")) == (answers, planner)
    talk = work_for(use, Conversation(id="talk"), None, asked, plan_only=plan_only)
    assert (talk.entry.id, talk.planner) == ("caller", None)
