"""Files of sandboxes that sleep, in a folder of this node: an archive and what it agreed on.

An archive is made and unpacked by sandboxes alone; here it is only bytes.
"""

import asyncio
import contextlib
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from actors.sandboxes.backend import Limits
from actors.sandboxes.exchange import Agreement
from actors.sandboxes.sandbox import Sandbox

MAX_AGE_S = 14 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Kept:
    archive: Path
    agreed: Agreement


class KeptFiles:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, key: tuple[str, str]) -> bool:
        return self._notes(key).exists()

    async def get(self, key: tuple[str, str]) -> Kept | None:
        def read() -> Kept | None:
            try:
                told = json.loads(self._notes(key).read_text())
            except FileNotFoundError:
                return None
            return Kept(self._archive(key), Agreement(**told))

        return await asyncio.to_thread(read)

    async def put(self, key: tuple[str, str], sandbox: Sandbox, limits: Limits) -> None:
        """The notes go last: without them the archive does not count. What is in it may be newer
        than what they say, which a sync then finds."""
        agreed = asdict(sandbox.agreed)
        await sandbox.save(self._archive(key), limits)
        await asyncio.to_thread(self._notes(key).write_text, json.dumps(agreed))

    def remove(self, key: tuple[str, str]) -> bool:
        """Whether there were any."""
        known = self.has(key)
        for path in (self._notes(key), self._archive(key)):
            path.unlink(missing_ok=True)
        return known

    def forget_old(self) -> None:
        """Remove what nobody came back for."""
        oldest = time.time() - MAX_AGE_S
        for path in self._folder.glob("*/*"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    def _notes(self, key: tuple[str, str]) -> Path:
        return self._folder / key[0] / f"{key[1]}.json"

    def _archive(self, key: tuple[str, str]) -> Path:
        return self._folder / key[0] / f"{key[1]}.tar"
