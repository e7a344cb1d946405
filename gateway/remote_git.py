"""Git repositories of others: fetched from and pushed to over https, at public addresses only.

A name is resolved once, all its addresses are checked, and git is told to use those: a name that
answers differently the next time leads nowhere else. Redirects are not followed. Git gets no
settings of this machine, some time and some space. The token travels in git's environment and is
kept nowhere.
"""

import asyncio
import base64
import os
import re
import signal
import tempfile
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from actors.addresses import HTTPS_PORT, Resolve, addresses, is_public
from gateway.problems import Problem
from storage.errors import GitMissingError
from storage.git import ENVIRONMENT
from storage.projects import MAX_PACK_BYTES

TIMEOUT_S = 60.0
MAX_MEMORY_BYTES = 2 * 2**30
MAX_SAID_CHARS = 300

_HOST = re.compile(r"(?=.{4,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_LIMITED = f'ulimit -f {MAX_PACK_BYTES // 512}; ulimit -v {MAX_MEMORY_BYTES // 1024}; exec "$@"'
_SAID: Sequence[tuple[str, int, str, str, str]] = (
    ("invalid index-pack output|signal 25", 413, "too_large", "body.url",
     f"Its history has more than {MAX_PACK_BYTES // 2**20} MiB. Import its files as a zip."),
    ("terminal prompts disabled|Authentication failed|error: 40[13]", 422, "git_auth", "body.token",
     "It wants a token, or another one. It may not exist, too."),
    ("error: 3[0-9][0-9]|redirect", 422, "git_redirects", "body.url",
     "It redirects. Give the address that it leads to."),
    ("couldn't find remote ref", 422, "branch_not_found", "body.branch",
     "It has no such branch."),
    ("rejected", 409, "push_rejected", "body.to",
     "That branch has commits there which this project lacks, or is protected. Push to another."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remote:
    """A place that may be talked to. `resolved` is what curl shall take its name for."""

    url: str
    resolved: str
    token: str = field(repr=False)


async def remote(
    url: str, token: str, private: Collection[str], resolve: Resolve = addresses
) -> Remote:
    """The repository at a URL. `private` are hosts (`name:port`) that the operator allows wherever
    they are, by http as well. Raises a Problem for every other that is not public."""
    parts = urlsplit(url)
    if parts.netloc and parts.netloc in private and parts.scheme in ("http", "https"):
        return Remote(url, "", token)
    if parts.scheme != "https" or parts.netloc.lower() != parts.hostname:
        raise _refused("body.url: must be https://name/path, without user, password or port")
    if parts.query or parts.fragment or not _HOST.fullmatch(parts.hostname):
        raise _refused("body.url: must be the https address of a repository at a public name")
    found = await resolve(parts.hostname)
    if not found:
        raise _refused(f"body.url: there is no host {parts.hostname}")
    if not all(map(is_public, found)):
        raise _refused(f"body.url: {parts.hostname} is in a private network")
    pinned = ",".join(f"[{each}]" if ":" in each else each for each in found)
    return Remote(url, f"{parts.hostname}:{HTTPS_PORT}:{pinned}", token)


async def fetch(source: Remote, folder: Path, branch: str | None) -> None:
    """The history of a branch (None: its default one) into the bare repository in `folder`, as its
    branch `main`. Raises a Problem."""
    ref = f"refs/heads/{branch}" if branch else "HEAD"
    await _git(source, folder, "fetch", "--no-tags", "--no-recurse-submodules", "--no-auto-gc",
               "--end-of-options", source.url, f"+{ref}:refs/heads/main")  # fmt: skip


async def push(target: Remote, folder: Path, commit: str, branch: str) -> None:
    """Let a branch there be at a commit of the bare repository in `folder`, which must follow upon
    what it was at. Raises a Problem."""
    await _git(target, folder, "push", "--porcelain", "--no-verify",
               "--end-of-options", target.url, f"{commit}:refs/heads/{branch}")  # fmt: skip


async def _git(place: Remote, folder: Path, *command: str) -> None:
    with tempfile.TemporaryFile() as said:
        process = await asyncio.create_subprocess_exec(
            "sh", "-c", _LIMITED, "sh", "git", *command,
            cwd=folder, env=_environment(place), start_new_session=True,
            stdin=asyncio.subprocess.DEVNULL, stdout=said, stderr=said,
        )  # fmt: skip
        try:
            async with asyncio.timeout(TIMEOUT_S):
                status = await process.wait()
        except TimeoutError:
            detail = f"It took longer than {TIMEOUT_S:g} s. Try again, or use a zip."
            raise Problem(504, "git_timeout", detail, "body.url") from None
        finally:
            with suppress(ProcessLookupError):  # whatever git started goes, too
                os.killpg(process.pid, signal.SIGKILL)
        if status:
            said.seek(0)
            raise _failed(status, said.read(2**16).decode(errors="replace"))


def _environment(place: Remote) -> dict[str, str]:
    settings = {
        "http.followRedirects": "false",
        "http.curloptResolve": place.resolved,
        "http.extraHeader": _authorization(place.token),
        "fetch.unpackLimit": "1",
        "core.bigFileThreshold": "8m",
        "core.hooksPath": os.devnull,
    }
    pairs = [(name, value) for name, value in settings.items() if value]
    numbered = {f"GIT_CONFIG_KEY_{number}": name for number, (name, _) in enumerate(pairs)}
    numbered |= {f"GIT_CONFIG_VALUE_{number}": value for number, (_, value) in enumerate(pairs)}
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LC_ALL": "C",
        **ENVIRONMENT,
        "GIT_ALLOW_PROTOCOL": urlsplit(place.url).scheme,
        "GIT_CONFIG_COUNT": str(len(pairs)),
        **numbered,
    }


def _authorization(token: str) -> str:
    """Code hosts take any user's name beside a token."""
    if not token:
        return ""
    return f"Authorization: Basic {base64.b64encode(f'token:{token}'.encode()).decode()}"


def _failed(status: int, said: str) -> Problem:
    if status == 127:
        raise GitMissingError("Fetching and pushing need git.")
    for pattern, answer, code, field_, detail in _SAID:
        if re.search(pattern, said):
            return Problem(answer, code, detail, field_)
    line = next((line for line in said.splitlines() if line.startswith(("fatal", "error"))), said)
    shown = "".join(char if char.isprintable() else " " for char in line)[:MAX_SAID_CHARS]
    return Problem(422, "git_failed", f"Git says: {shown}", "body.url")


def _refused(detail: str) -> Problem:
    return Problem(422, "bad_remote", detail, "body.url")
