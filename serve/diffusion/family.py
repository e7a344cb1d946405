"""What the engine needs of a pipeline, and how each family of diffusers gives it.

Families differ in what a prompt becomes and in what the denoiser is called with; everything else
(schedulers, autoencoder, guidance) is the same code for all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import torch

from serve.errors import ContextTooLongError


@dataclass(frozen=True, slots=True)
class Condition:
    """What the denoiser is told beside the latents: named tensors, each with a first dimension of
    1 that batches stack."""

    tensors: Mapping[str, torch.Tensor]


class Family(Protocol):
    """One loaded pipeline. All calls are of one lane's thread at a time."""

    @property
    def pipeline(self) -> Any:
        """The diffusers pipeline whose parts are used."""
        ...

    def encode(self, prompt: str) -> Condition:
        """What a prompt becomes; an empty one is what guidance moves away from. Raises
        ContextTooLongError."""
        ...

    def predict(
        self, latents: torch.Tensor, timesteps: torch.Tensor, conditions: Condition
    ) -> torch.Tensor:
        """The denoiser's output for latents [n, c, h, w] at timesteps [n]."""
        ...

    def timestep_options(self, latents_shape: Sequence[int]) -> dict[str, float]:
        """What the scheduler wants to know of the size, for `set_timesteps`."""
        ...


class StableDiffusion3:
    """SD 3 and 3.5: a transformer on latents, told words and one pooled vector."""

    dispensable = ("text_encoder_3", "tokenizer_3")
    """Parts of the pipeline that it runs without."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline
        has_t5 = pipeline.text_encoder_3 is not None
        self._t5_tokens = 256 if has_t5 else 1  # without a T5 the pipeline puts zeros there

    def encode(self, prompt: str) -> Condition:
        self._expect_room(prompt)
        words, _, pooled, _ = self.pipeline.encode_prompt(
            prompt,
            None,
            None,
            do_classifier_free_guidance=False,
            max_sequence_length=self._t5_tokens,
        )
        return Condition({"words": words, "pooled": pooled})

    def _expect_room(self, prompt: str) -> None:
        """The pipeline would cut a longer prompt without a word."""
        clip, t5 = self.pipeline.tokenizer, self.pipeline.tokenizer_3
        room, tokenizer = (clip.model_max_length, clip) if t5 is None else (self._t5_tokens, t5)
        tokens = len(tokenizer(prompt, verbose=False).input_ids)
        if tokens > room:
            raise ContextTooLongError(
                f"The prompt has {tokens:,} tokens; this model reads {room:,}. Shorten it."
            )

    def predict(
        self, latents: torch.Tensor, timesteps: torch.Tensor, conditions: Condition
    ) -> torch.Tensor:
        output: torch.Tensor = self.pipeline.transformer(
            hidden_states=latents,
            timestep=timesteps,
            encoder_hidden_states=conditions.tensors["words"],
            pooled_projections=conditions.tensors["pooled"],
            return_dict=False,
        )[0]
        return output

    def timestep_options(self, latents_shape: Sequence[int]) -> dict[str, float]:
        config = self.pipeline.scheduler.config
        if not config.get("use_dynamic_shifting"):
            return {}
        patch = self.pipeline.transformer.config.patch_size
        tokens = (latents_shape[-2] // patch) * (latents_shape[-1] // patch)
        return {"mu": _shift(config, tokens)}


def _shift(config: Any, tokens: int) -> float:
    """Larger pictures spend more steps on much noise: linear in the number of tokens."""
    low, high = config.get("base_image_seq_len", 256), config.get("max_image_seq_len", 4096)
    base, most = config.get("base_shift", 0.5), config.get("max_shift", 1.15)
    return float(base + (most - base) * (tokens - low) / (high - low))


def stacked(conditions: Sequence[Condition]) -> Condition:
    """Several as one, in order."""
    names = conditions[0].tensors
    return Condition({name: torch.cat([c.tensors[name] for c in conditions]) for name in names})


FAMILIES: Mapping[str, type[StableDiffusion3]] = {"StableDiffusion3Pipeline": StableDiffusion3}


def load_family(source: str, dtype: str) -> Family:
    """The pipeline in a folder of diffusers' format, on the GPU where there is one.

    ValueError for a family that no adapter is for.
    """
    from diffusers import DiffusionPipeline

    config = DiffusionPipeline.load_config(source)
    kind = config["_class_name"]
    if kind not in FAMILIES:
        known = ", ".join(FAMILIES)
        raise ValueError(f"{source} is a {kind}; this version runs {known}")
    # A folder without these parts says null, null of them, and diffusers wants to be told again.
    parts = FAMILIES[kind].dispensable
    absent = {name: None for name in parts if not any(config.get(name) or ())}
    pipeline = DiffusionPipeline.from_pretrained(
        source, torch_dtype=getattr(torch, dtype), **absent
    )
    pipeline.set_progress_bar_config(disable=True)
    return FAMILIES[kind](pipeline.to("cuda" if torch.cuda.is_available() else "cpu"))
