"""Branches of a conversation, from a skeleton of its messages. Pure and linear, no recursion.

Messages form a forest by `parent_id`. Broken data (a missing parent, a cycle) ends a branch;
it never loops.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """One message without its content; `created_at` in milliseconds."""

    id: str
    parent_id: str | None
    created_at: int

    @classmethod
    def parse(cls, text: str) -> "Node":
        """The node that `text` is the written form of."""
        created_at, id_, parent_id = text.split("/")
        return cls(id_, parent_id or None, int(created_at))

    def __str__(self) -> str:
        """One line, kept with the message: a whole skeleton is then one cheap `distinct`."""
        return f"{self.created_at:013d}/{self.id}/{self.parent_id or ''}"

    @property
    def age_key(self) -> tuple[int, str]:
        """Sorts siblings oldest first."""
        return self.created_at, self.id


class Thread:
    """The tree of one conversation."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._nodes = {node.id: node for node in nodes}
        self._children: dict[str | None, list[Node]] = {}
        for node in self._nodes.values():
            self._children.setdefault(node.parent_id, []).append(node)

    def __contains__(self, message_id: str) -> bool:
        return message_id in self._nodes

    def branch(self, leaf_id: str) -> list[str]:
        """Ids from the root down to `leaf_id`, both included; empty when it is unknown."""
        path: list[str] = []
        seen: set[str] = set()
        node = self._nodes.get(leaf_id)
        while node is not None and node.id not in seen:
            seen.add(node.id)
            path.append(node.id)
            node = self._nodes.get(node.parent_id) if node.parent_id is not None else None
        path.reverse()
        return path

    def siblings(self, message_id: str) -> tuple[str, ...]:
        """Ids of all messages with the same parent, this one included, oldest first."""
        return self.children(self._nodes[message_id].parent_id)

    def children(self, message_id: str | None) -> tuple[str, ...]:
        """Ids of the direct replies to a message (None: of the roots), oldest first."""
        found = self._children.get(message_id, ())
        return tuple(node.id for node in sorted(found, key=lambda node: node.age_key))

    def subtree(self, message_id: str) -> list[str]:
        """Ids of the message and everything below it, each after its parent."""
        if message_id not in self._nodes:
            return []
        order = [message_id]
        seen = {message_id}
        for current in order:  # grows while it is walked: breadth first
            below = [child.id for child in self._children.get(current, ()) if child.id not in seen]
            seen.update(below)
            order.extend(below)
        return order

    def newest_leaf(self, message_id: str | None) -> str | None:
        """The newest message without replies at or below `message_id` (None: of the whole
        conversation); None when there is no such message."""
        within = self._nodes if message_id is None else self.subtree(message_id)
        leaves = [self._nodes[id_] for id_ in within if id_ not in self._children]
        return max(leaves, key=lambda node: node.age_key).id if leaves else None
