"""What one answer takes: tokens, time and money."""

import time
from dataclasses import dataclass, field
from typing import Any

from serve.chat import Delta, TokenUsage
from serve.model_entry import ModelEntry


@dataclass(slots=True)
class Meter:
    """Counts one answer's tokens and time."""

    started: float = field(default_factory=time.monotonic)
    first_token_s: float | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0

    def saw(self, delta: Delta) -> None:
        if self.first_token_s is None and delta.tokens:
            self.first_token_s = time.monotonic() - self.started
        self.completion_tokens += delta.tokens

    def settle(self, usage: TokenUsage) -> None:
        """Take the engine's own counts, which are exact."""
        self.prompt_tokens = usage.prompt_tokens
        self.completion_tokens = usage.completion_tokens

    def usage(self, entry: ModelEntry | None) -> dict[str, Any]:
        duration_s = time.monotonic() - self.started
        price = entry.price if entry else None
        cost = (
            (
                self.prompt_tokens * price.input_usd_per_mtok
                + self.completion_tokens * price.output_usd_per_mtok
            )
            / 1e6
            if price
            else 0.0
        )
        writing_s = duration_s - (self.first_token_s or 0.0)
        return {
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": self.completion_tokens,
            "cost_usd": round(cost, 8),
            "first_token_ms": None
            if self.first_token_s is None
            else round(1e3 * self.first_token_s),
            "duration_ms": round(1e3 * duration_s),
            "tokens_per_s": round(self.completion_tokens / writing_s, 1) if writing_s > 0 else None,
        }
