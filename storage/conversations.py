"""Conversations of one tenant: newest activity first, searchable, deleted as a whole."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.codec import from_document, stored_fields, to_document
from storage.database import TenantCollection
from storage.documents import Conversation, now, to_ms
from storage.errors import ConflictError, NotFoundError
from storage.paging import Page, decode_cursor, encode_cursor, order_key
from storage.search import MessageSearch

Documents = list[dict[str, Any]]  # inside the class `list` is its method

INDEXES = (
    IndexModel([("tenant_id", ASCENDING), ("order", DESCENDING)], name="tenant_order"),
    IndexModel([("deleting", ASCENDING)], name="deleting"),
)

_EDITABLE = frozenset({"title", "pinned", "model", "settings", "leaf_id"})
_SCAN_BATCH = 200
_SCAN_LIMIT = 2_000
_RECOUNTS = 10


class Conversations:
    """Stored beside the model's fields: `order` (activity, the list's key), `charged` (the run
    last charged, so that no retry charges it twice), `active_since` (when the active run took
    its turn) and `deleting` (invisible from then on)."""

    def __init__(
        self,
        conversations: TenantCollection,
        messages: TenantCollection,
        runs: TenantCollection,
        run_events: TenantCollection,
    ) -> None:
        self._conversations = conversations
        self._messages = messages
        self._runs = runs
        self._run_events = run_events
        self._search = MessageSearch(messages)

    async def create(self, conversation: Conversation) -> Conversation:
        """Store it; the same id again returns what is stored. ConflictError when the id cannot
        be used (it was deleted, or is not this tenant's)."""
        document = to_document(conversation) | {
            "order": order_key(conversation.updated_at, conversation.id),
            "charged": "",
            "deleting": False,
        }
        if await self._conversations.insert(document):
            return conversation.model_copy(update={"tenant_id": self._conversations.tenant_id})
        stored = await self._conversations.get(conversation.id, deleting=False)
        if stored is None:
            raise ConflictError(f"The id {conversation.id} cannot be used for a conversation.")
        return from_document(Conversation, stored)

    async def get(self, conversation_id: str) -> Conversation:
        found = await self._conversations.get(conversation_id, deleting=False)
        return self._model(conversation_id, found)

    async def list(
        self,
        limit: int,
        cursor: str | None = None,
        query: str | None = None,
        pinned: bool | None = None,
    ) -> Page[Conversation]:
        """One page without those of projects, newest activity first. `query` matches titles and
        message text, ignoring case; a search looks at a bounded number of conversations a call, so
        a page can be short (even empty) and still have a `next_cursor`. BadCursorError."""
        where: dict[str, Any] = {"deleting": False, "project_id": None}
        if pinned is not None:
            where["pinned"] = pinned
        before = decode_cursor(cursor) if cursor else None
        if query:
            return await self._matching(query, where, limit, before)
        found = await self._older(where, before, limit + 1)
        items = tuple(from_document(Conversation, document) for document in found[:limit])
        more = len(found) > limit
        return Page(items, encode_cursor(found[limit - 1]["order"]) if more else None)

    async def update(self, conversation_id: str, **fields: Any) -> Conversation:
        """Change title, pinned, model, settings or leaf_id. Does not count as activity, so the
        list keeps its order. NotFoundError, or pydantic's ValidationError for a bad value."""
        if not fields.keys() <= _EDITABLE:
            raise ValueError(f"not editable: {sorted(fields.keys() - _EDITABLE)}")
        if not fields:
            return await self.get(conversation_id)
        draft = Conversation.model_validate({"id": conversation_id, **fields})
        changed = stored_fields({name: getattr(draft, name) for name in fields})
        return await self._change(conversation_id, {"$set": changed})

    async def name(self, conversation_id: str, title: str) -> None:
        """Give it a title if it has none. A missing conversation is ignored."""
        await self._conversations.alter(conversation_id, {"$set": {"title": title}}, title="")

    async def delete(self, conversation_id: str) -> None:
        """Delete it with its messages, runs and events. NotFoundError.

        It is hidden first and its own document goes last: a crash in the middle leaves nothing
        a tenant can see in a list, and `Storage.prepare` finishes the work.
        """
        if not await self._conversations.alter(conversation_id, {"$set": {"deleting": True}}):
            raise NotFoundError("conversation", conversation_id)
        of_it = {"conversation_id": conversation_id}
        for run in await self._runs.find(of_it, fields=["_id"]):
            await self._run_events.delete({"run_id": run["_id"]})
        await self._messages.delete(of_it)
        await self._runs.delete(of_it)
        await self._conversations.delete({"_id": conversation_id})

    async def add_usage(
        self,
        conversation_id: str,
        prompt_tokens: int,
        completion_tokens: int,
        cost_usd: float,
        run_id: str | None = None,
    ) -> None:
        """Add to the totals. With `run_id` a repeated call for the same run adds nothing; so
        pass it wherever the call may be retried. A missing conversation is ignored."""
        change: dict[str, Any] = {"$inc": _usage(prompt_tokens, completion_tokens, cost_usd)}
        expected: dict[str, Any] = {}
        if run_id is not None:
            change["$set"] = {"charged": run_id}
            expected["charged"] = {"$ne": run_id}
        await self._conversations.alter(conversation_id, change, **expected)

    async def set_active_run(self, conversation_id: str, run_id: str) -> Conversation | None:
        """Make this the running answer; None when another one is. NotFoundError.

        The conversation as it was before: its `active_run_id` tells whether the turn was free
        or this run's already (which a repeated try of the same call cannot tell apart)."""
        change = {"$set": {"active_run_id": run_id, "active_since": to_ms(now())}}
        found = await self._conversations.update(
            conversation_id,
            change,
            before=True,
            active_run_id={"$in": [None, run_id]},
            deleting=False,
        )
        if found is not None:
            return from_document(Conversation, found)
        await self.get(conversation_id)
        return None

    async def clear_active_run(self, conversation_id: str, run_id: str) -> bool:
        """No answer is running any more, unless another one is by now (then False)."""
        return await self._free(conversation_id, active_run_id=run_id)

    async def free_turn(self, conversation_id: str, run_id: str, older_than_s: float) -> bool:
        """Like `clear_active_run`, but only if the turn was taken so long ago: for one whose run
        is not stored, because whoever took it died (or is just about to store it)."""
        long_ago = {"$lt": to_ms(now()) - round(1000 * older_than_s)}
        return await self._free(conversation_id, active_run_id=run_id, active_since=long_ago)

    async def end_turn(
        self,
        conversation_id: str,
        run_id: str,
        prompt_tokens: int,
        completion_tokens: int,
        cost_usd: float,
    ) -> None:
        """`add_usage` and `clear_active_run` for a run that has ended, in one write unless some
        of it was done before. A missing conversation is ignored."""
        amounts = _usage(prompt_tokens, completion_tokens, cost_usd)
        change = {"$inc": amounts, "$set": {"charged": run_id, "active_run_id": None}}
        if not await self._conversations.alter(
            conversation_id, change, active_run_id=run_id, charged={"$ne": run_id}
        ):
            await self.add_usage(
                conversation_id, prompt_tokens, completion_tokens, cost_usd, run_id=run_id
            )
            await self.clear_active_run(conversation_id, run_id)

    async def count_messages(
        self, conversation_id: str, by: int, leaf_id: str | None, title: str = ""
    ) -> None:
        """Add `by` to the message count, show the branch of `leaf_id` and note the activity;
        `title` is for a conversation without one. NotFoundError."""
        shown = {"leaf_id": leaf_id, **_activity(now(), conversation_id)}
        count = {"$inc": {"message_count": by}}
        tries = 0
        if title:
            named = {**count, "$set": {**shown, "title": title}}
            unnamed = {"$in": ["", title]}  # with ours, so that a repeated try is seen as one
            tries = await self._conversations.alter(
                conversation_id, named, title=unnamed, deleting=False
            )
        if not tries:
            change = {**count, "$set": shown}
            tries = await self._conversations.alter(conversation_id, change, deleting=False)
        if not tries:
            raise NotFoundError("conversation", conversation_id)
        if tries > 1:
            await self.recount_messages(conversation_id)

    async def recount_messages(self, conversation_id: str) -> None:
        """Set the message count to what is stored, after a change whose outcome is unknown."""
        for _ in range(_RECOUNTS):
            before = (await self.get(conversation_id)).message_count
            count = await self._messages.count({"conversation_id": conversation_id})
            change = {"$set": {"message_count": count}}
            if await self._conversations.alter(conversation_id, change, message_count=before):
                return

    async def _free(self, conversation_id: str, **expected: Any) -> bool:
        change = {"$set": {"active_run_id": None}}
        if await self._conversations.alter(conversation_id, change, **expected):
            return True
        found = await self._conversations.get(conversation_id)
        return found is None or found["active_run_id"] is None

    async def _change(self, conversation_id: str, change: Mapping[str, Any]) -> Conversation:
        found = await self._conversations.update(conversation_id, change, deleting=False)
        return self._model(conversation_id, found)

    def _model(self, conversation_id: str, found: Mapping[str, Any] | None) -> Conversation:
        if found is None:
            raise NotFoundError("conversation", conversation_id)
        return from_document(Conversation, found)

    async def _older(self, where: Mapping[str, Any], before: str | None, limit: int) -> Documents:
        older = {**where, "order": {"$lt": before}} if before else where
        return await self._conversations.find(older, limit=limit, sort=("order", DESCENDING))

    async def _matching(
        self, query: str, where: Mapping[str, Any], limit: int, before: str | None
    ) -> Page[Conversation]:
        wanted = query.casefold()
        by_text = await self._search.conversations_with(wanted)
        matches: Documents = []
        for _ in range(_SCAN_LIMIT // _SCAN_BATCH):
            batch = await self._older(where, before, _SCAN_BATCH)
            for document in batch:
                if document["_id"] in by_text or wanted in document["title"].casefold():
                    matches.append(document)
                if len(matches) > limit:
                    break
            if len(matches) > limit or len(batch) < _SCAN_BATCH:
                before = None
                break
            before = batch[-1]["order"]
        if len(matches) > limit:
            before = matches[limit - 1]["order"]
        items = tuple(from_document(Conversation, document) for document in matches[:limit])
        return Page(items, encode_cursor(before) if before else None)


def _usage(prompt_tokens: int, completion_tokens: int, cost_usd: float) -> dict[str, Any]:
    return {
        "usage.prompt_tokens": prompt_tokens,
        "usage.completion_tokens": completion_tokens,
        "usage.cost_usd": cost_usd,
    }


def _activity(moment: datetime, conversation_id: str) -> dict[str, Any]:
    return {"updated_at": to_ms(moment), "order": order_key(moment, conversation_id)}
