"""What the engine needs of a pipeline, whatever its family.

Families differ in what a prompt becomes and in what the denoiser is called with; everything else
(schedulers, autoencoder, guidance) is the same code for all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import torch


@dataclass(frozen=True, slots=True)
class Condition:
    """What the denoiser is told beside the latents: named tensors, each with a first dimension of
    1 that batches stack."""

    tensors: Mapping[str, torch.Tensor]


class Family(Protocol):
    """One loaded pipeline. All calls are of one lane's thread at a time."""

    embeds_guidance: bool
    """The model itself is told the guidance: no second pass without the prompt."""

    @property
    def pipeline(self) -> Any:
        """The diffusers pipeline whose parts are used."""
        ...

    def encode(self, prompt: str, guidance: float) -> Condition:
        """What a prompt becomes; an empty one is what guidance moves away from. Raises
        ContextTooLongError."""
        ...

    def predict(
        self, latents: torch.Tensor, timesteps: torch.Tensor, conditions: Condition
    ) -> torch.Tensor:
        """The denoiser's output for latents [n, c, h, w] at timesteps [n]."""
        ...

    def timestep_options(self, shape: tuple[int, ...], steps: int) -> dict[str, Any]:
        """What the scheduler wants to know of latents [c, h, w], for `set_timesteps`."""
        ...


def stacked(conditions: Sequence[Condition]) -> Condition:
    """Several as one, in order."""
    names = conditions[0].tensors
    return Condition({name: torch.cat([c.tensors[name] for c in conditions]) for name in names})
