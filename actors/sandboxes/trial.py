"""Commands upon files that are no commit yet, in a sandbox of their own that ends with them.

So what a person has running, and what lies in the sandbox of the project, is neither seen nor
touched, and whatever the commands leave behind goes with them.
"""

import asyncio
import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from typing import Any

from actors.sandboxes.errors import SandboxesFullError
from actors.sandboxes.exchange import put
from actors.sandboxes.execution import Request, result
from actors.sandboxes.sandbox import Sandbox
from actors.sandboxes.sync import ignored
from storage.storage import Storage

WAIT_S = 20.0
"""For a place among the trials of this node."""

Event = tuple[str, dict[str, Any]]
Changes = Mapping[str, bytes | None]
"""Contents by path; None of a file that goes."""


class Trials:
    """At most as many at once as the node has cores. `start` gives a sandbox without files."""

    def __init__(self, start: Callable[[], Awaitable[Sandbox]], storage: Storage) -> None:
        self._start = start
        self._storage = storage
        self._places = asyncio.Semaphore(os.cpu_count() or 1)
        self._open: set[Sandbox] = set()

    async def run(
        self, key: tuple[str, str], commit: str, changes: Changes, requests: Sequence[Request]
    ) -> AsyncGenerator[Event]:
        """`trial.began` {index}, then `trial.ended` with what `execution.result` gives, for one
        request after the other. NotFoundError, SandboxError; who closes it early ends it."""
        files = await self._files(key, commit, changes)
        try:
            async with asyncio.timeout(WAIT_S):
                await self._places.acquire()
        except TimeoutError:
            raise SandboxesFullError("This node checks others; it was not waited for.") from None
        sandbox: Sandbox | None = None
        try:
            sandbox = await self._start()
            self._open.add(sandbox)
            await put(sandbox.link, files)
            for index, request in enumerate(requests):
                yield "trial.began", {"index": index}
                yield "trial.ended", {"index": index, **await result(sandbox.execute(request))}
        finally:
            if sandbox is not None:
                self._open.discard(sandbox)
                sandbox.link.close()  # upon which it ends, and is removed by whoever tends it
            self._places.release()

    async def _files(self, key: tuple[str, str], commit: str, changes: Changes) -> dict[str, bytes]:
        projects = self._storage.tenant(key[0]).projects
        project = await projects.get(key[1])
        async with projects.history(project) as repository:
            files = {**await asyncio.to_thread(repository.files, commit), **changes}
        return {
            path: content
            for path, content in files.items()
            if content is not None and not ignored(path)
        }

    async def close(self) -> None:
        await asyncio.gather(*(each.end() for each in self._open), return_exceptions=True)
