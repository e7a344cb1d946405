"""What callers of this package must be ready for."""


class ActorError(Exception):
    """Base of this package's errors."""


class CursorBeyondEndError(ActorError):
    """The cursor `args[0]` is past the last event `args[1]`; read again from a smaller one."""


class HostUnreachableError(ActorError):
    """The run's host does not answer; it is being restarted, so try again."""
