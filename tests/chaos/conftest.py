"""Installations to kill things in, and what an undisturbed one answers."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
import yaml

from tests.chaos.chat import Chat
from tests.chaos.twenty import undisturbed
from tests.system import Stage, System

MODEL = "atelier-demo"
RECOVERIES = pytest.StashKey[list[str]]()


def environment(directory: Path, replicas: int = 1) -> Mapping[str, str]:
    """The demo model, in no hurry, never ending before its limit, and not repeating itself."""
    override = directory / "models.yaml"
    entry = {
        "id": MODEL,
        "replicas": {"min": replicas, "max": replicas},
        "engine_args": {"logits_processors": "tests.chaos.pace:Pace"},
        "request_defaults": {"ignore_eos": True, "repetition_penalty": 1.2},
    }
    override.write_text(yaml.safe_dump({"models": [entry]}))
    return {"ATELIER_MODELS": str(override)}


@pytest.fixture(scope="session")
def paced(tmp_path_factory: pytest.TempPathFactory, stage: Stage) -> System:
    """One installation with one replica, for every test that leaves it running."""
    directory = tmp_path_factory.mktemp("chaos")
    return stage.enter(System(directory / "data", environment(directory))).ready()


@pytest.fixture(scope="session")
async def chat(paced: System) -> AsyncIterator[Chat]:
    chat = Chat(paced.url)
    yield chat
    await chat.http.aclose()


@pytest.fixture(scope="session")
async def expected(chat: Chat) -> Mapping[str, str]:
    """What each prompt is answered while nothing dies."""
    return await undisturbed(chat)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """How long readers saw nothing new, for each thing that was killed."""
    if lines := config.stash.get(RECOVERIES, []):
        terminalreporter.section("silences seen by readers")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture
def note(request: pytest.FixtureRequest) -> "Note":
    return Note(request.config)


class Note:
    """Collects measured times for the summary."""

    def __init__(self, config: pytest.Config) -> None:
        self._lines = config.stash.setdefault(RECOVERIES, [])

    def __call__(self, what: str, seconds: float) -> None:
        self._lines.append(f"{what:<40} {seconds:6.2f} s")
