"""What can go wrong with stored data, and what the caller can do about it.

Positional arguments only, so that every error survives pickling between processes.
"""


class StorageError(Exception):
    """Base of this package's errors."""


class NotFoundError(StorageError):
    """This tenant has no such record: `NotFoundError(kind, id)`. Answer 404; do not retry."""

    @property
    def kind(self) -> str:
        return str(self.args[0])

    @property
    def id(self) -> str:
        return str(self.args[1])

    def __str__(self) -> str:
        return f"There is no {self.kind} {self.id}."


class ConflictError(StorageError):
    """What is stored contradicts the request; read it again and decide."""


class BadCursorError(StorageError, ValueError):
    """This page cursor was not made by this list; start from the first page."""


class LeaseLostError(StorageError):
    """Another host owns this run now; stop writing and drop it."""


class TooLargeError(StorageError):
    """The content is larger than the limit: `TooLargeError(what, max_bytes)`. Send less."""

    def __str__(self) -> str:
        return f"{self.args[0]} is larger than {self.args[1]} bytes."


class GitMissingError(StorageError):
    """This machine has no git: install it."""


class UnavailableError(StorageError):
    """The server did not answer within the retry budget; the write may or may not be stored.

    Trying again with the same ids and content is safe.
    """
