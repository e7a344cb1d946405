"""Adapters over diffusers' own components, one for each family of pipelines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from serve.diffusion.family import Condition, Family
from serve.errors import ContextTooLongError
from serve.hub_files import HALF, half_parts

SIZES_KNOWN = 6
"""Numbers that SDXL is told of a picture: its size, where it was cut, and the size again."""


class StableDiffusion:
    """SD 1.x and 2.x: a U-Net on latents, told words."""

    dispensable = ("safety_checker", "feature_extractor", "image_encoder")
    embeds_guidance = False

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline

    def encode(self, prompt: str, guidance: float) -> Condition:
        expect_room(prompt, self.pipeline.tokenizer)
        words, _ = self.pipeline.encode_prompt(prompt, self.pipeline.device, 1, False)
        return Condition({"words": words})

    def predict(
        self, latents: torch.Tensor, timesteps: torch.Tensor, conditions: Condition
    ) -> torch.Tensor:
        output: torch.Tensor = self.pipeline.unet(
            latents,
            timesteps,
            encoder_hidden_states=conditions.tensors["words"],
            return_dict=False,
        )[0]
        return output

    def timestep_options(self, shape: tuple[int, ...], steps: int) -> dict[str, Any]:
        return {}


class StableDiffusionXL:
    """SDXL: a U-Net told words, one pooled vector, and how large the picture is. Of its two text
    encoders it may lack the first."""

    dispensable = ("text_encoder", "tokenizer", "feature_extractor", "image_encoder")
    embeds_guidance = False

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline

    def encode(self, prompt: str, guidance: float) -> Condition:
        expect_room(prompt, self.pipeline.tokenizer_2)
        words, _, pooled, _ = self.pipeline.encode_prompt(prompt, do_classifier_free_guidance=False)
        if not prompt and self.pipeline.config.force_zeros_for_empty_prompt:
            words, pooled = torch.zeros_like(words), torch.zeros_like(pooled)
        return Condition({"words": words, "pooled": pooled})

    def predict(
        self, latents: torch.Tensor, timesteps: torch.Tensor, conditions: Condition
    ) -> torch.Tensor:
        pooled = conditions.tensors["pooled"]
        size = [side * self.pipeline.vae_scale_factor for side in latents.shape[-2:]]
        sizes = torch.tensor([*size, 0, 0, *size], device=pooled.device, dtype=pooled.dtype)
        known = {"text_embeds": pooled, "time_ids": sizes.expand(len(latents), SIZES_KNOWN)}
        output: torch.Tensor = self.pipeline.unet(
            latents,
            timesteps,
            encoder_hidden_states=conditions.tensors["words"],
            added_cond_kwargs=known,
            return_dict=False,
        )[0]
        return output

    def timestep_options(self, shape: tuple[int, ...], steps: int) -> dict[str, Any]:
        return {}


class StableDiffusion3:
    """SD 3 and 3.5: a transformer on latents, told words and one pooled vector."""

    dispensable = ("text_encoder_3", "tokenizer_3", "feature_extractor", "image_encoder")
    embeds_guidance = False

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline
        has_t5 = pipeline.text_encoder_3 is not None
        self._t5_tokens = 256 if has_t5 else 1  # without a T5 the pipeline puts zeros there

    def encode(self, prompt: str, guidance: float) -> Condition:
        if self.pipeline.tokenizer_3 is None:
            expect_room(prompt, self.pipeline.tokenizer)
        else:
            expect_room(prompt, self.pipeline.tokenizer_3, self._t5_tokens)
        words, _, pooled, _ = self.pipeline.encode_prompt(
            prompt,
            None,
            None,
            do_classifier_free_guidance=False,
            max_sequence_length=self._t5_tokens,
        )
        return Condition({"words": words, "pooled": pooled})

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

    def timestep_options(self, shape: tuple[int, ...], steps: int) -> dict[str, Any]:
        config = self.pipeline.scheduler.config
        if not config.get("use_dynamic_shifting"):
            return {}
        return {"mu": _shift(config, _tokens(shape, self.pipeline.transformer.config.patch_size))}


class Flux:
    """FLUX.1: a transformer on latents packed two by two. The distilled ones are told the guidance
    and need no second pass; the others know none."""

    dispensable = ("feature_extractor", "image_encoder")
    embeds_guidance = True

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline
        # The one that is told no guidance (schnell) was taught with shorter prompts.
        self._t5_tokens = 512 if pipeline.transformer.config.guidance_embeds else 256

    def encode(self, prompt: str, guidance: float) -> Condition:
        expect_room(prompt, self.pipeline.tokenizer_2, self._t5_tokens)
        words, pooled, _ = self.pipeline.encode_prompt(
            prompt, None, max_sequence_length=self._t5_tokens
        )
        told = torch.full((1,), guidance, device=words.device, dtype=torch.float32)
        return Condition({"words": words, "pooled": pooled, "guidance": told})

    def predict(
        self, latents: torch.Tensor, timesteps: torch.Tensor, conditions: Condition
    ) -> torch.Tensor:
        count, channels, height, width = latents.shape
        words = conditions.tensors["words"]
        transformer = self.pipeline.transformer
        output = transformer(
            hidden_states=self.pipeline._pack_latents(latents, count, channels, height, width),
            timestep=timesteps.to(latents.dtype) / 1000,
            guidance=conditions.tensors["guidance"] if transformer.config.guidance_embeds else None,
            pooled_projections=conditions.tensors["pooled"],
            encoder_hidden_states=words,
            txt_ids=torch.zeros(words.shape[1], 3, device=words.device, dtype=words.dtype),
            img_ids=self.pipeline._prepare_latent_image_ids(
                count, height // 2, width // 2, latents.device, latents.dtype
            ),
            return_dict=False,
        )[0]
        scale = self.pipeline.vae_scale_factor
        unpacked: torch.Tensor = self.pipeline._unpack_latents(
            output, height * scale, width * scale, scale
        )
        return unpacked

    def timestep_options(self, shape: tuple[int, ...], steps: int) -> dict[str, Any]:
        sigmas = np.linspace(1.0, 1 / steps, steps)
        return {"sigmas": sigmas, "mu": _shift(self.pipeline.scheduler.config, _tokens(shape, 2))}


def expect_room(prompt: str, tokenizer: Any, room: int | None = None) -> None:
    """The pipeline would cut a longer prompt without a word."""
    room = room or tokenizer.model_max_length
    tokens = len(tokenizer(prompt, verbose=False).input_ids)
    if tokens > room:
        raise ContextTooLongError(
            f"The prompt has {tokens:,} tokens; this model reads {room:,}. Shorten it."
        )


def _tokens(shape: tuple[int, ...], patch: int) -> int:
    return (shape[-2] // patch) * (shape[-1] // patch)


def _shift(config: Any, tokens: int) -> float:
    """Larger pictures spend more steps on much noise: linear in the number of tokens."""
    low, high = config.get("base_image_seq_len", 256), config.get("max_image_seq_len", 4096)
    base, most = config.get("base_shift", 0.5), config.get("max_shift", 1.15)
    return float(base + (most - base) * (tokens - low) / (high - low))


FAMILIES: Mapping[str, type[Any]] = {
    "StableDiffusionPipeline": StableDiffusion,
    "StableDiffusionXLPipeline": StableDiffusionXL,
    "StableDiffusion3Pipeline": StableDiffusion3,
    "FluxPipeline": Flux,
}
"""By the name of the pipeline's class, which its folder gives."""


def load_family(source: str, dtype: str, loras: Sequence[tuple[str, float]] = ()) -> Family:
    """The pipeline in a folder of diffusers' format, on the GPU where there is one, its weights
    changed by the LoRA files at these scales.

    ValueError for a family that no adapter is for, and for a LoRA that does not fit.
    """
    from diffusers import DiffusionPipeline

    config = DiffusionPipeline.load_config(source)
    kind = config["_class_name"]
    if kind not in FAMILIES:
        known = ", ".join(FAMILIES)
        raise ValueError(f"{source} is a {kind}; this version runs {known}")
    # A folder without these parts says null, null of them, and diffusers wants to be told again.
    parts = FAMILIES[kind].dispensable
    absent = {
        name: None
        for name in parts
        if not any(config.get(name) or ()) or not Path(source, name).is_dir()
    }
    weights = (str(path) for path in Path(source).glob("*/*.safetensors"))
    pipeline = DiffusionPipeline.from_pretrained(
        source,
        torch_dtype=getattr(torch, dtype),
        variant=HALF if half_parts(weights) else None,
        **absent,
    )
    pipeline.set_progress_bar_config(disable=True)
    for path, scale in loras:
        _lay_over(pipeline, path, scale)
    family: Family = FAMILIES[kind](pipeline.to("cuda" if torch.cuda.is_available() else "cpu"))
    return family


def _lay_over(pipeline: Any, path: str, scale: float) -> None:
    """Add a LoRA to the weights for good, which costs nothing when they are used."""
    try:
        pipeline.load_lora_weights(path)
        if not any(pipeline.get_list_adapters().values()):
            raise ValueError("none of its weights belongs to this model")
        pipeline.fuse_lora(lora_scale=scale)
        pipeline.unload_lora_weights()
    except (KeyError, OSError, RuntimeError, ValueError) as error:
        raise ValueError(f"the LoRA {path} does not fit: {error}") from error
