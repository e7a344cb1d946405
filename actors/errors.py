"""What callers of this package must be ready for."""

from serve.errors import ModelError


class ActorError(Exception):
    """Base of this package's errors."""


class CursorBeyondEndError(ActorError):
    """The cursor `args[0]` is past the last event `args[1]`; read again from a smaller one."""


class HostUnreachableError(ActorError):
    """The run's host does not answer; it is being restarted, so try again."""


class BuildBudgetError(ModelError):
    """The next call to the model may take more than is left of what the build may; allow more."""

    code = "budget_too_small"


class BranchGoneError(ModelError):
    """There is no such branch in the project any more; ask on another one."""

    code = "branch_gone"


class CommandFailedError(ModelError):
    """A command did not come to its end, for the reason that its `code` names."""

    def __init__(self, detail: str, code: str) -> None:
        super().__init__(detail, code)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])


class EditsRefusedError(ModelError):
    """The model's changes do not fit the project, and it had its tries; ask in another way."""

    code = "edits_refused"
