"""The smallest pipelines of each family: diffusers' own classes with random weights."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    DDIMScheduler,
    EulerDiscreteScheduler,
    FlowMatchEulerDiscreteScheduler,
    FluxPipeline,
    FluxTransformer2DModel,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    PreTrainedTokenizerFast,
    T5Config,
    T5EncoderModel,
)

from serve.demo.pictures.network import make_tokenizer
from tests.tiny_image import tiny_pipeline

WORDS = 32
LATENTS = 4


def tiny_stable_diffusion() -> Any:
    torch.manual_seed(3)
    tokenizer = make_tokenizer(["two boats on the sea at night"])
    return StableDiffusionPipeline(
        vae=_autoencoder(),
        text_encoder=CLIPTextModel(_clip(len(tokenizer), tokenizer)),
        tokenizer=tokenizer,
        unet=_unet(WORDS),
        scheduler=DDIMScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            clip_sample=False,
            set_alpha_to_one=False,
            steps_offset=1,
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def tiny_stable_diffusion_xl(encoders: int) -> Any:
    """With both text encoders, or with the second alone."""
    torch.manual_seed(3)
    tokenizer = make_tokenizer(["two boats on the sea at night"])
    text = _clip(len(tokenizer), tokenizer)
    return StableDiffusionXLPipeline(
        vae=_autoencoder(),
        text_encoder=CLIPTextModel(text) if encoders > 1 else None,
        text_encoder_2=CLIPTextModelWithProjection(text),
        tokenizer=tokenizer if encoders > 1 else None,
        tokenizer_2=tokenizer,
        unet=_unet(
            encoders * WORDS,
            addition_embed_type="text_time",
            addition_time_embed_dim=8,
            projection_class_embeddings_input_dim=6 * 8 + WORDS,
        ),
        scheduler=EulerDiscreteScheduler(
            beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1
        ),
        add_watermarker=False,
    )


def tiny_flux(guidance_embeds: bool) -> Any:
    torch.manual_seed(3)
    tokenizer = make_tokenizer(["two boats on the sea at night"])
    letters = _letters()
    return FluxPipeline(
        vae=_autoencoder(),
        text_encoder=CLIPTextModel(_clip(len(tokenizer), tokenizer)),
        tokenizer=tokenizer,
        text_encoder_2=T5EncoderModel(
            T5Config(
                vocab_size=len(letters), d_model=WORDS, d_kv=16, d_ff=64, num_layers=1, num_heads=2
            )
        ).eval(),
        tokenizer_2=letters,
        transformer=FluxTransformer2DModel(
            patch_size=1,
            in_channels=4 * LATENTS,
            num_layers=1,
            num_single_layers=1,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=WORDS,
            pooled_projection_dim=WORDS,
            axes_dims_rope=(4, 4, 8),
            guidance_embeds=guidance_embeds,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True, shift=3.0),
    )


PIPELINES: Mapping[str, Callable[[], Any]] = {
    "StableDiffusionPipeline": tiny_stable_diffusion,
    "StableDiffusionXLPipeline": partial(tiny_stable_diffusion_xl, 2),
    "StableDiffusionXLPipeline with one text encoder": partial(tiny_stable_diffusion_xl, 1),
    "StableDiffusion3Pipeline": tiny_pipeline,
    "FluxPipeline": partial(tiny_flux, True),
    "FluxPipeline without guidance": partial(tiny_flux, False),
}


def _autoencoder() -> Any:
    return AutoencoderKL(
        block_out_channels=(8, 16),
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        latent_channels=LATENTS,
        norm_num_groups=4,
        mid_block_add_attention=False,
    )


def _unet(words: int, **more: Any) -> Any:
    return UNet2DConditionModel(
        sample_size=16,
        in_channels=LATENTS,
        out_channels=LATENTS,
        block_out_channels=(16, 32),
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=words,
        attention_head_dim=8,
        norm_num_groups=4,
        **more,
    )


def _clip(vocabulary: int, tokenizer: Any) -> Any:
    return CLIPTextConfig(
        vocab_size=vocabulary,
        hidden_size=WORDS,
        intermediate_size=64,
        projection_dim=WORDS,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=tokenizer.model_max_length,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )


def _letters() -> Any:
    """A tokenizer of single bytes with T5's end."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {name: i for i, name in enumerate(("<pad>", "</s>", *alphabet))}
    tokenizer = Tokenizer(models.BPE(vocabulary, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A </s>", special_tokens=[("</s>", 1)]
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", eos_token="</s>", model_max_length=512
    )
