"""What of a conversation goes into a prompt, and what a person must be told was left out.

Pure but for the injected token counter. A byte never makes more than one token in a
byte-level vocabulary, so a prompt whose bytes fit needs no counting at all; beyond that the
number of messages to keep is found by bisection, a handful of counts for any length.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from serve.chat import Message
from serve.errors import ContextTooLongError

PATH_LIMIT = 400
"""Messages of a branch that are looked at when a prompt is made."""
MESSAGE_OVERHEAD_TOKENS = 8
SUMMARY_TITLE = "Summary of the earlier conversation:\n"

CountTokens = Callable[[Sequence[Message]], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Prompt:
    """The messages to send, and how many older ones are not among them."""

    messages: tuple[Message, ...]
    dropped: int
    kept: int
    prompt_tokens: int | None
    """Exact where it had to be counted, else None."""
    summarised: bool = False


def byte_bound(messages: Sequence[Message]) -> int:
    """No prompt of these messages has more tokens than this."""
    return sum(
        len(str(message["content"]).encode("utf-8", "replace")) + MESSAGE_OVERHEAD_TOKENS
        for message in messages
    )


async def fit(
    system: str,
    history: Sequence[Message],
    budget_tokens: int,
    count: CountTokens,
    newest: int | None = None,
    summary: str = "",
) -> Prompt:
    """Keep the newest messages that fit `budget_tokens`, beginning with a person's message.

    `newest` bounds their number. `summary` stands for what is dropped. Raises
    ContextTooLongError when not even the last message fits.
    """
    head = _head(system, summary)
    starts = [i for i, message in enumerate(history) if message["role"] == "user"]
    if newest is not None:
        starts = [i for i in starts if len(history) - i <= newest] or starts[-1:]
    if not starts:
        return Prompt((*head, *history), 0, len(history), None, bool(summary))

    def prompt_from(start: int) -> tuple[Message, ...]:
        return (*head, *history[start:])

    first = prompt_from(starts[0])
    if byte_bound(first) <= budget_tokens:
        return Prompt(first, starts[0], len(history) - starts[0], None, bool(summary))
    low, high = 0, len(starts) - 1
    fitting: tuple[int, int] | None = None
    while low <= high:
        middle = (low + high) // 2
        tokens = await count(prompt_from(starts[middle]))
        if tokens <= budget_tokens:
            fitting, high = (starts[middle], tokens), middle - 1
        else:
            low = middle + 1
    if fitting is None:
        raise ContextTooLongError(
            f"The last message alone is longer than the {budget_tokens:,} tokens that this "
            "model has room for. Shorten it, or choose a model with a larger context."
        )
    start, tokens = fitting
    return Prompt(prompt_from(start), start, len(history) - start, tokens, bool(summary))


def _head(system: str, summary: str) -> tuple[Message, ...]:
    text = "\n\n".join(part for part in (system, summary and SUMMARY_TITLE + summary) if part)
    return ({"role": "system", "content": text},) if text else ()


def summary_request(older: Sequence[Message], max_bytes: int) -> tuple[Message, ...]:
    """A prompt that asks for a summary of `older`, cut from its beginning to `max_bytes`."""
    lines = [f"{message['role']}: {message['content']}" for message in older]
    text = "\n".join(lines).encode()[-max_bytes:].decode("utf-8", "ignore")
    ask = "Summarise this conversation in a few sentences. Keep names, numbers and decisions.\n\n"
    return ({"role": "user", "content": ask + text},)
