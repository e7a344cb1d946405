"""HTTP that is passed on: which headers belong to one connection alone, or to us."""

from collections.abc import Iterable

from actors.settings import SECRET_HEADER

PROBLEM_HEADER = "X-Atelier-Problem"
"""Marks an answer that is the host's own, and not of the server in the sandbox."""
HOP_BY_HOP = frozenset(
    {
        "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection",
        "te", "trailer", "transfer-encoding", "upgrade", "host", "expect",
        SECRET_HEADER.lower(), PROBLEM_HEADER.lower(),
    }
)  # fmt: skip
"""RFC 9110 §7.6.1, and what no sandbox may see."""

Headers = list[tuple[str, str]]


def passed_on(headers: Iterable[tuple[str, str]]) -> Headers:
    return [(name, value) for name, value in headers if name.lower() not in HOP_BY_HOP]
