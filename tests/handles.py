"""A Serve deployment handle without a Serve, for clients of our own replicas."""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ray.serve.exceptions import RayServeException


class FakeHandle:
    """A handle whose one replica answers at `url`. Closed gates make its leases wait."""

    def __init__(
        self, url: str, key: str, end_tokens: Sequence[int], special_tokens: Sequence[int]
    ) -> None:
        self.address = {
            "url": url,
            "api_key": key,
            "replica": "r1",
            "end_token_ids": [*end_tokens],
            "special_token_ids": [*special_tokens],
        }
        self.gate = asyncio.Event()
        self.gate.set()
        self.deployed = True
        self.made = 0
        self.optioned: list[dict[str, Any]] = []
        self.leases: list[FakeLease] = []

    def __call__(self) -> "FakeHandle":
        if not self.deployed:
            raise RayServeException("no such application")
        self.made += 1
        return self

    def options(self, **options: Any) -> "FakeHandle | FakeAddressCall":
        self.optioned.append(options)
        return FakeAddressCall(self) if options["method_name"] == "address" else self

    def remote(self, _request_id: str, max_s: float) -> "FakeLease":
        self.leases.append(FakeLease(self, max_s))
        return self.leases[-1]

    @property
    def open(self) -> int:
        return sum(not lease.cancelled for lease in self.leases)


@dataclass
class FakeAddressCall:
    handle: FakeHandle

    async def remote(self) -> Mapping[str, Any]:
        await self.handle.gate.wait()
        return self.handle.address


class FakeLease:
    def __init__(self, handle: FakeHandle, max_s: float) -> None:
        self.max_s = max_s
        self.cancelled = False
        self._pieces = self._run(handle)

    async def _run(self, handle: FakeHandle) -> AsyncGenerator[Mapping[str, Any]]:
        await handle.gate.wait()
        yield handle.address
        await asyncio.Event().wait()

    async def __anext__(self) -> Mapping[str, Any]:
        return await anext(self._pieces)

    def cancel(self) -> None:
        self.cancelled = True
