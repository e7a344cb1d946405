"""What a provider does with one request, and the text that it answers."""

import random
from dataclasses import dataclass

_WORDS = "tokens stream while naïve readers wait 東京 São 🙂 Ελληνικά included , ( code ) . \n"


def answer_of(seed: int = 0, tokens: int = 40) -> list[str]:
    """The deterministic answer with this seed, token by token."""
    rng = random.Random(seed)
    words = [rng.choice(_WORDS.split(" ")) for _ in range(tokens)]
    return [word if i == 0 else f" {word}" for i, word in enumerate(words)]


@dataclass(frozen=True)
class Behaviour:
    """One request's fate. The default is to answer well, at once.

    Counts are of tokens: after so many the stream is cut, goes silent, and so on. `seconds_*`
    bound nothing: a stalled stream stays silent until the client leaves or the server stops.
    """

    # Refuse, before any stream
    status: int = 200
    error_type: str = ""
    error_message: str = "the server was told to refuse this"
    error_code: str | None = None
    retry_after: str | None = None
    hang: bool = False
    """Send nothing at all, not even a status."""
    not_a_stream: bool = False

    # Answer
    tokens: int = 40
    seed: int = 0
    text: tuple[str, ...] | None = None
    """The answer's tokens, in place of those by `seed`."""
    tokens_per_s: float | None = None
    finish_reason: str = "stop"
    usage: bool = True
    reasoning: int = 0
    """So many chunks of hidden reasoning first."""
    tool_call: tuple[str, str] | None = None
    """(name, JSON arguments) called after the text."""
    write_bytes: int | None = None
    """Cut what is sent into writes of this size, wherever that falls."""
    line_end: str = "\n"
    linger_s: float = 0.0
    """Wait so long between the last event and the end of the response."""
    pings: bool = False
    """Send a comment or ping before each token."""

    # Fail in the middle
    cut_after: int | None = None
    cut_at_end: bool = False
    """Cut after the finish reason, before what may follow it."""
    stall_after: int | None = None
    end_after: int | None = None
    """End the stream politely, without finish reason or final event."""
    malformed_after: int | None = None
    error_after: int | None = None
    error_status: int | None = None
    """The number inside an error event."""

    def words(self) -> list[str]:
        return list(self.text) if self.text is not None else answer_of(self.seed, self.tokens)

    @property
    def whole_text(self) -> str:
        return "".join(self.words())
