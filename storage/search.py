"""Finding conversations by the text of their messages."""

from typing import Any

from pymongo import DESCENDING

from storage.database import TenantCollection

_BATCH = 500
_MAX_MESSAGES = 5_000


class MessageSearch:
    """Substring search, ignoring case, over a tenant's newest messages.

    The text is compared here and not by `$regex`: nothing a person types can become a pattern,
    the answer is the same on every server, and the embedded one would run a regular expression
    over every tenant's documents while all other work waits.
    """

    def __init__(self, messages: TenantCollection) -> None:
        self._messages = messages

    async def conversations_with(self, folded: str) -> frozenset[str]:
        """Ids of the conversations in which one of the newest 5,000 messages contains `folded`
        (already casefolded)."""
        found: set[str] = set()
        where: dict[str, Any] = {}
        for _ in range(_MAX_MESSAGES // _BATCH):
            batch = await self._messages.find(where, limit=_BATCH, sort=("order", DESCENDING))
            found.update(
                message["conversation_id"]
                for message in batch
                if folded in message["content"].casefold()
            )
            if len(batch) < _BATCH:
                break
            where = {"order": {"$lt": batch[-1]["order"]}}
        return frozenset(found)
