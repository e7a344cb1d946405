"""What callers of sandboxes must be ready for."""

from actors.errors import ActorError


class SandboxError(ActorError):
    """Base of this package's errors."""


class SandboxUnavailableError(SandboxError):
    """No node can hold sandboxes; the message says what to install."""


class SandboxGoneError(SandboxError):
    """The sandbox ended beneath the call (out of memory, deleted, its host died); make it again."""


class SandboxesFullError(SandboxError):
    """The tenant or the node has as many sandboxes as it may have; delete one, or wait."""


class FilesRefusedError(SandboxError):
    """Files cannot be exchanged with the sandbox; the message says why."""


class PortClosedError(SandboxError):
    """No server listens there, or it broke off; start it, then ask again."""
