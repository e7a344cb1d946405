"""A turn of a conversation: new messages and the run that writes the last of them, stored in two
steps that a crash cannot spoil."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from storage.conversations import Conversations
from storage.documents import Message, Run
from storage.errors import NotFoundError
from storage.messages import Messages
from storage.runs import Runs


@dataclass(frozen=True, slots=True)
class Turn:
    """What is stored of a turn, and whether this call was the first to store its messages."""

    messages: tuple[Message, ...]
    run: Run
    is_new: bool


class Turns:
    """Who stores a turn has made it the conversation's active run before, so nobody else does."""

    def __init__(self, conversations: Conversations, messages: Messages, runs: Runs) -> None:
        self._conversations = conversations
        self._messages = messages
        self._runs = runs

    async def store(self, new: Sequence[Message], run: Run, title: str = "") -> Turn:
        """Store messages of a branch, each but the first a reply to the one before it, and their
        run; count them and show their branch. `title` is for a conversation without one. The
        same ids again give what is stored.

        The parent of the first is the caller's to know. NotFoundError when the conversation was
        deleted meanwhile, ConflictError when an id is taken by something else.
        """
        stored = await self._messages.insert(new)
        if stored is None:
            return await self._again(new, run, title)
        # Together, for a crash between the two is healed alike by the same call again: it counts
        # anew. The messages come first: a host that finds a run by itself reads them.
        counted, made = await asyncio.gather(
            self._messages.count(new, title), self._runs.create(run), return_exceptions=True
        )
        if isinstance(counted, NotFoundError):
            await self._runs.delete(run.id)
        if isinstance(counted, BaseException):
            raise counted
        if isinstance(made, BaseException):
            raise made
        return Turn(tuple(stored), made, is_new=True)

    async def _again(self, new: Sequence[Message], run: Run, title: str) -> Turn:
        stored = [await self._messages.create(message) for message in new]
        if title:
            await self._conversations.name(new[0].conversation_id, title)
        return Turn(tuple(stored), await self._runs.create(run), is_new=False)
