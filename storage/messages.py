"""Messages of one tenant: a tree in each conversation, read by branches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.codec import from_document, stored_fields, to_document
from storage.conversations import Conversations
from storage.database import TenantCollection
from storage.documents import AnswerUsage, Failure, Message, MessageStatus, now, to_ms
from storage.errors import BadCursorError, ConflictError, NotFoundError
from storage.paging import order_key
from storage.thread import Node, Thread

INDEXES = (
    IndexModel([("conversation_id", ASCENDING), ("node", ASCENDING)], name="conversation_node"),
    IndexModel([("tenant_id", ASCENDING), ("order", DESCENDING)], name="tenant_order"),
)

_DELETE_BATCH = 500
_FEW = 60
"""So many messages are read as a whole rather than skeleton first: one trip for two."""


@dataclass(frozen=True, slots=True)
class ThreadItem:
    """A message of the shown branch, and the ids of all messages with its parent, oldest
    first, itself included."""

    message: Message
    siblings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """A stretch of a branch, oldest first. `next_cursor` goes in as `before` for what is
    older; None where the branch begins."""

    items: tuple[ThreadItem, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class Branch:
    """The newest messages of a branch, oldest first, and the tree that it is a part of."""

    messages: tuple[Message, ...]
    tree: Thread

    @property
    def leaf_id(self) -> str | None:
        """Where it ends; None when there is no message on it."""
        return self.messages[-1].id if self.messages else None


class Messages:
    """Stored beside the model's fields: `order` (time made, the key of the text search) and
    `node` (its place in the tree, see `thread.Node`)."""

    def __init__(
        self,
        messages: TenantCollection,
        runs: TenantCollection,
        run_events: TenantCollection,
        conversations: Conversations,
    ) -> None:
        self._messages = messages
        self._runs = runs
        self._run_events = run_events
        self._conversations = conversations

    async def create(self, message: Message) -> Message:
        """Store it, count it and show its branch (`leaf_id` of the conversation).

        The same id again returns what is stored. NotFoundError when its conversation or parent
        does not exist, ConflictError when the id is taken by something else.
        """
        await self._expect_parent(message)
        if not await self._messages.insert(_document(message)):
            return await self._stored_already(message)
        await self.count((message,))
        return self._own(message)

    async def insert(self, new: Sequence[Message]) -> list[Message] | None:
        """Store new messages in one write, without counting them. That their parents are there
        is the caller's to know. None when an id is taken: call `create` for each then."""
        if not await self._messages.insert_all([_document(message) for message in new]):
            return None
        return [self._own(message) for message in new]

    async def count(self, new: Sequence[Message], title: str = "") -> None:
        """Count inserted messages of a conversation and show the branch of the last; `title` is
        for a conversation without one. NotFoundError when it was deleted meanwhile; then they
        are, too."""
        last = new[-1]
        try:
            await self._conversations.count_messages(last.conversation_id, len(new), last.id, title)
        except NotFoundError:
            await self._messages.delete({"_id": {"$in": [message.id for message in new]}})
            raise

    async def get(self, message_id: str) -> Message:
        return _model(message_id, await self._messages.get(message_id))

    async def thread(
        self, conversation_id: str, leaf_id: str | None, limit: int, before: str | None = None
    ) -> ThreadPage:
        """One page of the branch that ends at `leaf_id` (None: no branch, an empty page), the
        newest page without `before`. A leaf that is gone stands for the newest one there is.
        BadCursorError when `before` is not on the branch."""
        if leaf_id is None:
            return ThreadPage((), None)
        tree = await self._tree(conversation_id)
        if leaf_id not in tree:  # a deletion was cut short
            leaf_id = tree.newest_leaf(None) or leaf_id
        branch = tree.branch(leaf_id)
        if before is not None:
            if before not in branch:
                raise BadCursorError("This cursor is not on the branch that is shown.")
            branch = branch[: branch.index(before)]
        ids = branch[-limit:]
        items = tuple(
            ThreadItem(message, tree.siblings(message.id)) for message in await self._many(ids)
        )
        return ThreadPage(items, ids[0] if len(branch) > limit else None)

    async def path(self, conversation_id: str, leaf_id: str, limit: int) -> list[Message]:
        """The newest `limit` messages of the branch that ends at `leaf_id`, oldest first."""
        tree = await self._tree(conversation_id)
        return await self._many(tree.branch(leaf_id)[-limit:])

    async def branch(
        self, conversation_id: str, leaf_id: str | None, limit: int, count: int
    ) -> Branch:
        """The newest `limit` messages of the branch that ends at `leaf_id` (None, or one that is
        not there: no message). `count` is about how many the conversation has."""
        if leaf_id is None or count > _FEW:
            tree = await self._tree(conversation_id)
            ids = tree.branch(leaf_id)[-limit:] if leaf_id is not None else []
            return Branch(tuple(await self._many(ids)), tree)
        found = await self._messages.find({"conversation_id": conversation_id})
        by_id = {document["_id"]: document for document in found}
        tree = Thread(Node.parse(document["node"]) for document in found)
        ids = tree.branch(leaf_id)[-limit:]
        return Branch(tuple(from_document(Message, by_id[id_]) for id_ in ids), tree)

    async def newest_leaf(self, conversation_id: str, from_id: str) -> str:
        """The newest message without replies at or below `from_id`. NotFoundError."""
        leaf_id = (await self._tree(conversation_id)).newest_leaf(from_id)
        if leaf_id is None:
            raise NotFoundError("message", from_id)
        return leaf_id

    async def update_content(self, message_id: str, content: str) -> Message:
        """Edit in place; notes `edited_at`. NotFoundError."""
        edit = {"content": content, "edited_at": to_ms(now())}
        return _model(message_id, await self._messages.update(message_id, {"$set": edit}))

    async def finish(
        self,
        message_id: str,
        content: str,
        status: MessageStatus,
        finish_reason: str | None = None,
        usage: AnswerUsage | None = None,
        error: Failure | None = None,
        build: Mapping[str, Any] | None = None,
    ) -> None:
        """Store an answer's text and state; may be called while it runs, too. NotFoundError."""
        fields = stored_fields(
            {
                "content": content,
                "status": status,
                "finish_reason": finish_reason,
                "usage": usage,
                "error": error,
                "build": build,
            }
        )
        if not await self._messages.alter(message_id, {"$set": fields}):
            raise NotFoundError("message", message_id)

    async def delete_subtree(self, message_id: str) -> list[str]:
        """Delete a message and all below it, with their runs; the ids deleted. NotFoundError.

        Replies go before what they reply to, so a crash in the middle orphans nothing. If the
        shown branch went, the newest leaf beside the deleted message is shown.
        """
        root = await self.get(message_id)
        conversation_id = root.conversation_id
        tree = await self._tree(conversation_id)
        ids = tree.subtree(message_id)
        for start in range(0, len(ids), _DELETE_BATCH):
            batch = ids[::-1][start : start + _DELETE_BATCH]
            for run in await self._runs_of(batch):
                await self._run_events.delete({"run_id": run})
                await self._runs.delete({"_id": run})
            await self._messages.delete({"_id": {"$in": batch}})
        left = await self._tree(conversation_id)
        leaf_id = (await self._conversations.get(conversation_id)).leaf_id
        if leaf_id is None or leaf_id not in left:
            leaf_id = left.newest_leaf(root.parent_id) or left.newest_leaf(None)
        await self._conversations.update(conversation_id, leaf_id=leaf_id)
        # Not `-len(ids)`: an earlier call that was cut short may have deleted more.
        await self._conversations.recount_messages(conversation_id)
        return ids

    async def _expect_parent(self, message: Message) -> None:
        if message.parent_id is None:
            await self._conversations.get(message.conversation_id)
        else:
            await self._expect(message.parent_id, message.conversation_id)

    def _own(self, message: Message) -> Message:
        return message.model_copy(update={"tenant_id": self._messages.tenant_id})

    async def _stored_already(self, message: Message) -> Message:
        stored = await self._messages.get(message.id, conversation_id=message.conversation_id)
        if stored is None:
            raise ConflictError(f"The id {message.id} cannot be used for a message here.")
        # Who stored it may not have come to count it and show it.
        await self._conversations.recount_messages(message.conversation_id)
        shown = await self._conversations.get(message.conversation_id)
        if shown.leaf_id == stored["parent_id"]:
            await self._conversations.update(shown.id, leaf_id=message.id)
        return from_document(Message, stored)

    async def _expect(self, message_id: str, conversation_id: str) -> None:
        if await self._messages.get(message_id, conversation_id=conversation_id) is None:
            raise NotFoundError("message", message_id)

    async def _tree(self, conversation_id: str) -> Thread:
        nodes = await self._messages.distinct("node", {"conversation_id": conversation_id})
        return Thread(map(Node.parse, nodes))

    async def _many(self, ids: Sequence[str]) -> list[Message]:
        """The messages with these ids, in this order; one deleted meanwhile is left out."""
        if not ids:
            return []
        found = {each["_id"]: each for each in await self._messages.find({"_id": {"$in": ids}})}
        return [from_document(Message, found[id_]) for id_ in ids if id_ in found]

    async def _runs_of(self, message_ids: Sequence[str]) -> list[str]:
        where = {"_id": {"$in": message_ids}}
        found = await self._messages.find(where, fields=["run_id"])
        return [each["run_id"] for each in found if each.get("run_id")]


def _document(message: Message) -> dict[str, Any]:
    return to_document(message) | {
        "order": order_key(message.created_at, message.id),
        "node": str(Node(message.id, message.parent_id, to_ms(message.created_at))),
    }


def _model(message_id: str, found: dict[str, Any] | None) -> Message:
    if found is None:
        raise NotFoundError("message", message_id)
    return from_document(Message, found)
