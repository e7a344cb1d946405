"""What every replica of ours is to Ray Serve: a place, and an address beside it.

Ray Serve decides where replicas live, how many there are and which one takes a request; tokens
and pictures travel beside it, over HTTP from the replica's own port. A caller takes a *lease*: a
streaming call that yields the address and stays open while the caller works, and a moment longer
in case its next request can use it (`leases.py`). So Serve's queue lengths, autoscaling,
back-pressure and draining see the load while nothing of it passes through Serve.
"""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import asdict, dataclass
from typing import Any

import ray
from ray import serve

DIRECTORY_ACTOR = "models"
DISPATCHER_ACTOR = "dispatcher"
NAMESPACE = "atelier"


@dataclass(frozen=True, slots=True)
class ReplicaAddress:
    """Where a replica answers, and the key that it wants. Of a language model, `end_token_ids` end
    an answer and `special_token_ids`, those among them, never show in its text; `pids` are for
    operators."""

    url: str
    api_key: str
    replica: str
    end_token_ids: tuple[int, ...]
    special_token_ids: tuple[int, ...]
    pids: tuple[int, ...]


class Replica:
    """Base of the deployments. A subclass sets `_address` once it answers."""

    _address: ReplicaAddress

    def __init__(self, model_id: str) -> None:
        self._model_id = model_id
        self._replica = serve.get_replica_context().replica_id.unique_id

    async def lease(self, request_id: str, max_s: float) -> AsyncGenerator[dict[str, Any]]:
        """Yield this replica's address once, then hold its place until cancelled (≤ `max_s`)."""
        yield asdict(self._address)
        await asyncio.sleep(max_s)

    async def address(self) -> dict[str, Any]:
        return asdict(self._address)

    def _tell(self, **state: Any) -> None:
        """Let the directory know how the start goes: `phase`, `fraction`, `detail`, `address`."""
        directory = ray.get_actor(DIRECTORY_ACTOR, namespace=NAMESPACE)
        directory.report.remote(self._model_id, self._replica, state)
