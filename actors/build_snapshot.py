"""What the events of a build add up to: for its readers, and for whoever goes on with it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from storage.events import Event
from storage.git import MAIN


@dataclass(frozen=True, slots=True)
class Fitting:
    """An answer to the files of the commit `base` that could have been applied, and has so many
    problems."""

    text: str
    base: str
    problems: int


@dataclass(slots=True)
class BuildSnapshot:
    """The newest attempt, and what became of those before it. `base` is the commit of `branch` that
    the model was shown, `failed` the answers that could not be applied, `reasons` why the last
    could not, and `again` whether the model may try once more. `checked` is what was found by
    running what the newest attempt makes, and `checking` what is being run; `best` is the failed
    answer that fits and has the fewest problems. Tokens are those of the attempts that failed.
    `planned` is what came of another model's planning, for all attempts."""

    base: str = ""
    branch: str = MAIN
    attempt: int = 0
    planned: dict[str, Any] | None = None
    plan: list[dict[str, Any]] = field(default_factory=list)
    prose: str = ""
    files: list[dict[str, Any]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    reasons: list[dict[str, Any]] = field(default_factory=list)
    again: bool = True
    checking: str = ""
    checked: dict[str, Any] | None = None
    best: Fitting | None = None
    applied: dict[str, Any] | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0

    def add(self, event: Event, text: Sequence[str]) -> None:
        """`text` is the answer so far, as the model wrote it, in pieces."""
        data = event.data
        match event.kind:
            case "build.started":
                self.base, self.attempt = data["commit"], data["attempt"]
                self.branch = data.get("branch", MAIN)
            case "build.planned":
                self.planned, self.plan = data, [*data["plan"]]
            case "message.restarted":
                self.plan = [*self.planned["plan"]] if self.planned else []
                self.prose, self.files = "", []
                self.checking, self.checked = "", None
            case "plan.step":
                self.plan.append(data)
            case "build.prose":
                self.prose += data["text"]
            case "file.opened":
                self.files.append({**data, "why": "", "closed": False, "parts": []})
            case "edit.opened":
                self.files[-1]["parts"].append({"body": data["body"], "text": ""})
            case "edit.lines":
                self.files[-1]["parts"][-1]["text"] += data["text"]
            case "file.closed":
                self.files[-1] |= {"why": data["why"], "closed": True}
            case "build.checking":
                self.checking = data["stage"]
            case "build.checked":
                self.checking, self.checked = "", data
            case "build.refused":
                self.failed.append("".join(text))
                self.reasons, self.again = data["reasons"], data["again"]
                if data.get("fits") and not (self.best and self.best.problems < len(self.reasons)):
                    self.best = Fitting(self.failed[-1], self.base, len(self.reasons))
                if self.again:
                    self.prompt_tokens += data["usage"]["prompt_tokens"]
                    self.completion_tokens += data["usage"]["completion_tokens"]
            case "build.applied":
                self.applied, self.reasons = data, []

    @property
    def planner(self) -> str:
        """The other model whose plan it is built by, where there is one."""
        return str(self.planned["model"]) if self.planned and self.planned["plan"] else ""

    @property
    def told(self) -> dict[str, Any]:
        """All of it, for who comes late."""
        return {
            "attempt": self.attempt,
            "branch": self.branch,
            "planner": self.planner,
            "plan": self.plan,
            "prose": self.prose,
            "files": self.files,
            "checking": self.checking,
            "checked": self.checked,
            "refused": self.reasons,
            "applied": self.applied,
        }

    @property
    def summary(self) -> str:
        """What was done, in Markdown: the words of the model, and each file with its reason."""
        lines = [self.prose.strip()]
        if not self.files:
            lines += [f"- `{step['path']}`: {step['text']}" for step in self.plan]
        lines += [f"- `{file['to'] or file['path']}`: {file['why']}" for file in self.files]
        if self.reasons:
            lines += ["", "Nothing was changed:"]
            lines += [f"- {_where(each['path'])}{each['reason']}" for each in self.reasons]
        return "\n".join(lines).strip()


def _where(path: str) -> str:
    return f"`{path}`: " if path else ""
