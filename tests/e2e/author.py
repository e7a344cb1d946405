"""The provider behind the `steady` model: its answers stop where a test wants them to."""

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any

from tests.providers import Behaviour, OpenAIServer
from tests.providers.server import Stream


def story(sentences: int) -> tuple[str, ...]:
    """That many sentences in tokens of one word; no two are alike, so a repetition shows."""
    return tuple(
        word
        for number in range(1, sentences + 1)
        for word in (f"Sentence {number} ", "of ", "the ", f"story, told{number}. ")
    )


SHORT = Behaviour(text=story(3))


@dataclass
class Author(OpenAIServer):
    """Answers at once, or holds every answer after some tokens until it is released."""

    default: Behaviour = SHORT
    _hold_after: int | None = None
    _go: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, *text: str) -> None:
        """What the next answers say, token by token."""
        self.default = replace(self.default, text=text)

    def hold(self, after: int) -> None:
        """Answers wait after this many tokens."""
        self._hold_after = after
        self._go.clear()

    def release(self) -> None:
        """Held answers go on; new ones do not wait."""
        self._hold_after = None
        self._go.set()

    def begin_anew(self) -> None:
        """Forget what a test said."""
        self.release()
        self._script.clear()
        self.default = SHORT

    async def converse(self, stream: Stream, behaviour: Behaviour, body: dict[str, Any]) -> None:
        await super().converse(_Held(stream, self._go, self._hold_after), behaviour, body)  # type: ignore[arg-type]


class _Held:
    """A stream with a gate before one of its tokens."""

    def __init__(self, stream: Stream, go: asyncio.Event, after: int | None) -> None:
        self._stream, self._go, self._left = stream, go, after
        self.write, self.cut = stream.write, stream.cut

    async def before_token(self, error_event: str) -> None:
        if self._left == 0:
            await self._go.wait()
        if self._left is not None:
            self._left -= 1
        await self._stream.before_token(error_event)
