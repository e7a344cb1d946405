"""What one answer takes: tokens, time and money."""

import sys
import time
from dataclasses import dataclass, field
from typing import Any

from serve.chat import Delta, TokenUsage
from serve.model_entry import ModelEntry, Price


@dataclass(slots=True)
class Meter:
    """Counts one answer's tokens and time. Those of calls that are over stand in `earlier_…`, and
    in `planning_…` those of another model, with what it cost."""

    started: float = field(default_factory=time.monotonic)
    first_token_s: float | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0
    earlier_prompt_tokens: int = 0
    earlier_completion_tokens: int = 0
    planning_prompt_tokens: int = 0
    planning_completion_tokens: int = 0
    planning_usd: float = 0.0

    def planned(self, prompt_tokens: int, completion_tokens: int, cost_usd: float) -> None:
        """Another model has planned, which took this."""
        self.planning_prompt_tokens = prompt_tokens
        self.planning_completion_tokens = completion_tokens
        self.planning_usd = cost_usd

    def again(self) -> None:
        """The model is asked once more for the same answer."""
        self.earlier_prompt_tokens += self.prompt_tokens
        self.earlier_completion_tokens += self.completion_tokens
        self.prompt_tokens = self.completion_tokens = 0

    def left(self, price: Price, tokens: int | None, usd: float | None, prompt_tokens: int) -> int:
        """How many tokens the answer to a prompt of so many may have, for all calls to take no more
        than these; none is no limit."""
        used_in = self.earlier_prompt_tokens + prompt_tokens
        used_out = self.earlier_completion_tokens
        planning = self.planning_prompt_tokens + self.planning_completion_tokens
        left = float("inf") if tokens is None else tokens - planning - used_in - used_out
        if usd is not None and price.output_usd_per_mtok:
            unspent = usd - self.planning_usd - price.usd(used_in, used_out)
            left = min(left, 1e6 * unspent / price.output_usd_per_mtok)
        return int(min(left, sys.maxsize))

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
        prompt_tokens = self.earlier_prompt_tokens + self.prompt_tokens
        completion_tokens = self.earlier_completion_tokens + self.completion_tokens
        price = entry.price if entry else Price()
        cost = self.planning_usd + price.usd(prompt_tokens, completion_tokens)
        writing_s = duration_s - (self.first_token_s or 0.0)
        return {
            "prompt_tokens": prompt_tokens + self.planning_prompt_tokens,
            "completion_tokens": completion_tokens + self.planning_completion_tokens,
            "cost_usd": round(cost, 8),
            "first_token_ms": None
            if self.first_token_s is None
            else round(1e3 * self.first_token_s),
            "duration_ms": round(1e3 * duration_s),
            "tokens_per_s": round(completion_tokens / writing_s, 1) if writing_s > 0 else None,
        }
