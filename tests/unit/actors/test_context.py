"""What of a conversation goes into a prompt."""

import asyncio
import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.context import Prompt, byte_bound, fit, summary_request
from serve.chat import Message
from serve.errors import ContextTooLongError


class Counter:
    """A tokenizer with one token a character and three a message; it counts its calls."""

    def __init__(self) -> None:
        self.calls = 0

    async def __call__(self, messages: Sequence[Message]) -> int:
        self.calls += 1
        return tokens_of(messages)


def tokens_of(messages: Sequence[Message]) -> int:
    return sum(len(message["content"]) + 3 for message in messages)


def talk(*contents: str, first: str = "user") -> list[Message]:
    roles = ("user", "assistant") if first == "user" else ("assistant", "user")
    return [{"role": roles[i % 2], "content": text} for i, text in enumerate(contents)]


def fitted(
    history: Sequence[Message], budget: int, newest: int | None = None, system: str = ""
) -> Prompt:
    return asyncio.run(fit(system, history, budget, Counter(), newest))


def test_a_short_conversation_goes_whole_and_needs_no_count() -> None:
    counter = Counter()
    history = talk("Hello", "Hi", "How are you?")
    prompt = asyncio.run(fit("Be kind.", history, 1000, counter))
    assert prompt.messages == ({"role": "system", "content": "Be kind."}, *history)
    assert (prompt.dropped, prompt.kept, counter.calls) == (0, 3, 0)


def test_the_bound_counts_bytes_so_that_no_alphabet_is_underestimated() -> None:
    assert byte_bound(talk("日本語" * 100)) >= 900


def test_too_long_for_the_last_message_alone_is_an_error() -> None:
    with pytest.raises(ContextTooLongError, match="50 tokens"):
        fitted(talk("a", "b", "x" * 60), 50)


def test_the_system_prompt_counts() -> None:
    with pytest.raises(ContextTooLongError):
        fitted(talk("x" * 30), 50, system="s" * 30)


@pytest.mark.parametrize(("newest", "kept"), [(1, 1), (2, 1), (3, 3), (4, 3), (5, 5), (99, 5)])
def test_newest_bounds_the_number_of_messages(newest: int, kept: int) -> None:
    prompt = fitted(talk("1", "2", "3", "4", "5"), 1000, newest)
    assert (prompt.kept, prompt.dropped) == (kept, 5 - kept)
    assert prompt.messages[0]["role"] == "user"


def test_a_newest_that_reaches_no_question_still_keeps_the_last_one() -> None:
    assert fitted(talk("1", "2", "3", "4"), 1000, newest=1).messages[0]["content"] == "3"


def test_a_long_conversation_needs_few_counts() -> None:
    counter = Counter()
    history = talk(*("word " * 4 for _ in range(4001)))
    prompt = asyncio.run(fit("", history, 2000, counter))
    assert counter.calls <= math.ceil(math.log2(2001)) + 1
    assert prompt.kept == 2000 // 23 - (2000 // 23 + 1) % 2


def test_a_summary_stands_for_what_was_dropped() -> None:
    prompt = asyncio.run(fit("Be kind.", talk("a", "b", "c"), 1000, Counter(), 1, "They met."))
    assert prompt.messages[0]["role"] == "system"
    assert "Be kind." in prompt.messages[0]["content"]
    assert prompt.messages[0]["content"].endswith("They met.")
    assert [m["content"] for m in prompt.messages[1:]] == ["c"]


def test_a_summary_request_keeps_the_newest_and_stays_in_bounds() -> None:
    request = summary_request(talk("old " * 500, "✓" * 100), max_bytes=200)
    text = request[0]["content"]
    assert text.endswith("✓")
    assert "old" not in text
    assert len(text.encode()) < 200 + 200


@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=25),
    st.integers(1, 400),
    st.none() | st.integers(1, 30),
    st.sampled_from(["", "system"]),
    st.sampled_from(["user", "assistant"]),
)
def test_the_prompt_is_the_longest_that_fits(
    lengths: list[int], budget: int, newest: int | None, system: str, first: str
) -> None:
    history = talk(*("x" * length for length in lengths), first=first)
    head = 1 if system else 0
    starts = [i for i, message in enumerate(history) if message["role"] == "user"]
    if not starts:
        return
    allowed = [i for i in starts if newest is None or len(history) - i <= newest] or starts[-1:]

    def cost(start: int) -> int:
        return tokens_of([*([{"content": system}] if system else []), *history[start:]])

    possible = [start for start in allowed if cost(start) <= budget]
    if not possible:
        with pytest.raises(ContextTooLongError):
            fitted(history, budget, newest, system)
        return
    prompt = fitted(history, budget, newest, system)
    assert prompt.dropped == possible[0], "a longer one fits"
    assert prompt.kept == len(history) - prompt.dropped
    assert list(prompt.messages[head:]) == history[prompt.dropped :]
    assert prompt.messages[head]["role"] == "user"
    assert tokens_of(prompt.messages) <= budget
    assert prompt.prompt_tokens in (None, tokens_of(prompt.messages))
