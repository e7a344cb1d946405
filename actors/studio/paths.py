"""Which paths a project may hold."""

import unicodedata
from collections.abc import Iterable

MAX_PATH_BYTES = 512
MAX_NAME_BYTES = 200
_RESERVED = set('<>:"|?*\\')


class PathError(ValueError):
    """The path is refused; the message says why and names it."""


def checked(path: str) -> str:
    """The path itself.

    Raises:
        PathError: it leads out of the project, into git's own folder, or is no name everywhere.
    """
    problem = _problem(path)
    if problem:
        raise PathError(f"{path[:120]!r} {problem}")
    return path


def folded(path: str) -> str:
    """The same for all paths that some file system takes for one."""
    return unicodedata.normalize("NFC", path).casefold()


def clash(path: str, others: Iterable[str]) -> str | None:
    """One of `others` that cannot stand beside `path`: the same but for its case, or a file where
    the other needs a folder."""
    own = folded(path)
    for other in others:
        there = folded(other)
        if other != path and (
            there == own or there.startswith(f"{own}/") or own.startswith(f"{there}/")
        ):
            return other
    return None


def _problem(path: str) -> str | None:
    names = path.split("/")
    if not path or len(path.encode(errors="surrogatepass")) > MAX_PATH_BYTES:
        return f"is empty or longer than {MAX_PATH_BYTES} bytes"
    if path.startswith("/") or "" in names or "." in names or ".." in names:
        return "must be relative, without empty names, . and .."
    if any(not char.isprintable() or char in _RESERVED for char in path):
        return "has characters that file names may not have"
    if any(name != name.strip() or name.endswith(".") for name in names):
        return "has a name with a space at its ends or a dot at its end"
    if any(len(name.encode()) > MAX_NAME_BYTES for name in names):
        return f"has a name longer than {MAX_NAME_BYTES} bytes"
    if any(folded(name) in (".git", "git~1") for name in names):
        return "lies in git's own folder"
    return None
