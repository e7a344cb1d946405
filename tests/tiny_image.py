"""A small Stable Diffusion 3 with random weights: quick to make, and a real pipeline."""

from random import Random
from typing import Any

import torch
from diffusers import (
    FlowMatchEulerDiscreteScheduler,
    SD3Transformer2DModel,
    StableDiffusion3Pipeline,
)

from serve.demo.pictures.captions import caption
from serve.demo.pictures.network import (
    LATENT_CHANNELS,
    LATENT_SIZE,
    TEXT_DIM,
    make_autoencoder,
    make_text_encoder,
    make_tokenizer,
)
from serve.demo.pictures.scene import draw_scene

DIM, LAYERS, HEADS = 256, 6, 8


def tiny_pipeline() -> Any:
    """A `StableDiffusion3Pipeline`, the same at every call."""
    torch.manual_seed(3)
    rng = Random(3)
    tokenizer = make_tokenizer(caption(rng, draw_scene(rng)) for _ in range(500))
    transformer = SD3Transformer2DModel(
        sample_size=LATENT_SIZE,
        in_channels=LATENT_CHANNELS,
        out_channels=LATENT_CHANNELS,
        num_layers=LAYERS,
        attention_head_dim=DIM // HEADS,
        num_attention_heads=HEADS,
        joint_attention_dim=2 * TEXT_DIM,
        caption_projection_dim=DIM,
        pooled_projection_dim=2 * TEXT_DIM,
        pos_embed_max_size=LATENT_SIZE,
        qk_norm="rms_norm",
    ).eval()
    for weights in transformer.parameters():
        if weights.dim() == 2:  # an untrained DiT is nearly the identity
            torch.nn.init.normal_(weights, std=0.05)
    return StableDiffusion3Pipeline(
        transformer=transformer,
        scheduler=FlowMatchEulerDiscreteScheduler(shift=1.0),
        vae=make_autoencoder().eval(),
        text_encoder=make_text_encoder(tokenizer).eval(),
        tokenizer=tokenizer,
        text_encoder_2=make_text_encoder(tokenizer).eval(),
        tokenizer_2=tokenizer,
        text_encoder_3=None,
        tokenizer_3=None,
    )
