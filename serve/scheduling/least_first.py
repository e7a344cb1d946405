"""The name with the least value, where values change often."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator


class LeastFirst:
    """Names by `value`, looked up when it matters: a heap whose entries are corrected as they come
    up. Say so when a value has fallen; that it has risen is noticed. By name among equals."""

    def __init__(self, value: Callable[[str], float]) -> None:
        self._value = value
        self._heap: list[tuple[float, str]] = []
        self._names: set[str] = set()

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def add(self, name: str) -> None:
        if name not in self._names:
            self._names.add(name)
            heapq.heappush(self._heap, (self._value(name), name))

    def discard(self, name: str) -> None:
        self._names.discard(name)

    def fell(self, name: str) -> None:
        """Its value is less than it was. One that is not here is ignored."""
        if name in self._names:
            heapq.heappush(self._heap, (self._value(name), name))

    def least(self) -> str | None:
        """The name with the least value; None when there is none."""
        while self._heap:
            noted, name = self._heap[0]
            value = self._value(name)
            if name not in self._names or noted > value:  # gone, or noted once more below
                heapq.heappop(self._heap)
            elif noted < value:
                heapq.heapreplace(self._heap, (value, name))
            else:
                return name
        return None
