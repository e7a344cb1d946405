"""The name with the least value, where values change often."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator


class LeastFirst:
    """Names by `value`, looked up when it matters: a heap whose entries are corrected as they come
    up. Say so when a value has fallen; that it has risen is noticed. By name among equals."""

    def __init__(self, value: Callable[[str], float]) -> None:
        self.value = value
        self._heap: list[tuple[float, str]] = []
        self._noted: dict[str, float] = {}
        """The one entry of a name that counts; any other in the heap is passed over."""

    def __len__(self) -> int:
        return len(self._noted)

    def __iter__(self) -> Iterator[str]:
        return iter(self._noted)

    def add(self, name: str) -> None:
        if name not in self._noted:
            self._note(name)

    def discard(self, name: str) -> None:
        self._noted.pop(name, None)

    def fell(self, name: str) -> None:
        """Its value is less than it was. One that is not here is ignored."""
        if name in self._noted:
            self._note(name)

    def least(self) -> str | None:
        """The name with the least value; None when there is none."""
        while self._heap:
            noted, name = self._heap[0]
            if self._noted.get(name) != noted:
                heapq.heappop(self._heap)
            elif noted == self.value(name):
                return name
            else:
                heapq.heappop(self._heap)
                self._note(name)
        return None

    def _note(self, name: str) -> None:
        self._noted[name] = value = self.value(name)
        heapq.heappush(self._heap, (value, name))
