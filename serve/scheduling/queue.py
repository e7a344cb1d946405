"""What one tenant waits for at one model, in its own order."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from serve.scheduling.request import Request

_Rank = tuple[int, float, float, str]


class TenantQueue:
    """Priority, then earliest deadline, then first come. All operations take logarithmic time;
    what was removed in the middle is skipped when it comes up."""

    def __init__(self) -> None:
        self._heap: list[tuple[_Rank, Request]] = []
        self._waiting: dict[str, Request] = {}
        self.work_ms = 0.0

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[Request]:
        """What waits, in no order."""
        return iter(self._waiting.values())

    def push(self, request: Request) -> None:
        self._waiting[request.id] = request
        self.work_ms += request.cost_ms
        heapq.heappush(self._heap, (request.rank, request))

    def peek(self) -> Request | None:
        """The next one; None when nothing waits."""
        while self._heap and self._waiting.get(self._heap[0][1].id) is not self._heap[0][1]:
            heapq.heappop(self._heap)
        return self._heap[0][1] if self._heap else None

    def pop(self) -> Request:
        """The next one, which waits no longer. IndexError when nothing waits."""
        request = self.peek()
        if request is None:
            raise IndexError("nothing waits")
        self.remove(request.id)
        return request

    def remove(self, request_id: str) -> Request | None:
        request = self._waiting.pop(request_id, None)
        if request is not None:
            self.work_ms = self.work_ms - request.cost_ms if self._waiting else 0.0
        return request

    def work_before(self, rank: _Rank) -> float:
        """GPU-milliseconds of what goes before that rank."""
        return sum(each.cost_ms for each in self._waiting.values() if each.rank < rank)
