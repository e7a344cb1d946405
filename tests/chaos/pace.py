"""A vLLM logits processor that only takes its time, so that a test can act between two tokens.

vLLM loads it in its engine core when `--logits-processors tests.chaos.pace:Pace` says so.
"""

import time
from typing import TYPE_CHECKING

from vllm.v1.sample.logits_processor import BatchUpdate, LogitsProcessor

if TYPE_CHECKING:
    import torch
    from vllm.config import VllmConfig

STEP_S = 0.05


class Pace(LogitsProcessor):
    """Every step of the engine takes at least `STEP_S`; the tokens stay what they were."""

    def __init__(self, config: "VllmConfig", device: "torch.device", pinned: bool) -> None:
        self._last = 0.0

    def apply(self, logits: "torch.Tensor") -> "torch.Tensor":
        time.sleep(max(0.0, self._last + STEP_S - time.monotonic()))
        self._last = time.monotonic()
        return logits

    def is_argmax_invariant(self) -> bool:
        return False  # so that greedy steps come by here, too

    def update_state(self, batch_update: BatchUpdate | None) -> None:
        pass
