"""The root of each process of ours that Ray starts and, where it dies, starts again."""

import os
import threading
from typing import Generic, TypeVar

import structlog
import uvloop

from serve.logs import set_up_logs

log = structlog.get_logger()

Address = TypeVar("Address")


class ServingActor(Generic[Address]):
    """A Ray actor that serves in a thread and loop of its own, so that Ray's calls never wait on
    its work. The process ends when `_serve` does, for whatever reason."""

    def __init__(self, name: str) -> None:
        set_up_logs()
        self._name = name
        self._address: Address | None = None
        self._ready = threading.Event()
        threading.Thread(target=self._run, daemon=True, name=name).start()

    def address(self, wait_s: float = 0.05) -> Address | None:
        """Where it serves; None when it does not do so yet after that long."""
        self._ready.wait(wait_s)
        return self._address

    def pid(self) -> int:
        return os.getpid()

    async def _serve(self) -> None:
        """Calls `_serves_at` once it does, and goes on for ever."""
        raise NotImplementedError

    def _serves_at(self, address: Address) -> None:
        self._address = address
        self._ready.set()
        log.info("ready", actor=self._name, address=address)

    def _run(self) -> None:
        try:
            uvloop.run(self._serve())
        except Exception as error:  # the root of the process: say why, then let Ray restart it
            log.error("died", actor=self._name, error=repr(error), exc_info=error)
        os._exit(1)
