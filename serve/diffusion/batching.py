"""Which requests take their next denoising step together: continuous batching at the step.

Only requests of one group (shape, guidance, type of numbers) fit in one forward pass. Groups take
turns by deficit round robin (Shreedhar and Varghese 1995, doi 10.1145/217391.217453): each gets
the same work a round, whatever one of its steps costs. Inside a group whoever stepped longest ago
goes first. Pure: no torch, no clock.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Group:
    deficit: float = 0.0
    costs: OrderedDict[str, float] = field(default_factory=OrderedDict)
    """Cost of a step by request, the next to step first."""


class StepBatcher:
    """Requests in the middle of denoising. Costs are of one step, in any unit; `capacity` is how
    much of it one forward pass can take. A request that alone costs more steps alone."""

    def __init__(self, capacity: float) -> None:
        self._capacity = capacity
        self._groups: OrderedDict[Hashable, _Group] = OrderedDict()
        self._group_of: dict[str, Hashable] = {}

    def add(self, request_id: str, group: Hashable, cost: float) -> None:
        """It steps with its group from the next batch on. ValueError when it is here already."""
        if request_id in self._group_of:
            raise ValueError(f"{request_id} is being denoised already")
        self._group_of[request_id] = group
        self._groups.setdefault(group, _Group()).costs[request_id] = cost

    def remove(self, request_id: str) -> bool:
        """It steps no more. False when it is not here."""
        if request_id not in self._group_of:
            return False
        name = self._group_of.pop(request_id)
        group = self._groups[name]
        del group.costs[request_id]
        if not group.costs:
            del self._groups[name]  # and its deficit: who was away has no claim
        return True

    def next_batch(self, limit: int | None = None) -> list[str]:
        """The requests that step now, at most `limit` of them; none when nobody is here."""
        while self._groups:
            name, group = next(iter(self._groups.items()))
            batch = self._batch(group, limit)
            cost = sum(group.costs[each] for each in batch)
            if group.deficit >= cost or len(self._groups) == 1:
                group.deficit = max(0.0, group.deficit - cost)
                for each in batch:
                    group.costs.move_to_end(each)
                return batch
            group.deficit += max(self._capacity, cost)
            self._groups.move_to_end(name)
        return []

    def _batch(self, group: _Group, limit: int | None) -> list[str]:
        batch: list[str] = []
        room = self._capacity
        for request_id, cost in group.costs.items():
            if batch and (cost > room or len(batch) == limit):
                break
            batch.append(request_id)
            room -= cost
        return batch
