"""The demo image model's parts, in the shape of Stable Diffusion XL but very small.

A picture of 128 px is 16 × 16 latents of 8 channels; a U-Net turns noise into them, told the
caption's words and one vector of the whole caption by a small CLIP encoder. diffusers loads the
whole as a `StableDiffusionXLPipeline` that has only the second of the two text encoders, as
SDXL's refiner does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import torch
from diffusers import (
    AutoencoderKL,
    DPMSolverMultistepScheduler,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from torch import nn
from transformers import CLIPTextConfig, CLIPTextModelWithProjection, CLIPTokenizer

from serve.demo.pictures.draw import SIZE

START, END = "<|startoftext|>", "<|endoftext|>"
VOCAB_SIZE = 1024
MAX_TOKENS = 40
LATENT_CHANNELS, LATENT_SIZE = 8, SIZE // 8
FIRST_LOG_VARIANCE = -5.0
UNSCALED = 1.0
"""The scaling factor of an autoencoder whose latents nobody has measured yet."""
TEXT_DIM, TEXT_LAYERS, TEXT_HEADS = 192, 4, 6
WIDTHS = (48, 96, 192)
HEADS = 4
SIZE_DIM = 8
"""For each of the six numbers that SDXL is told of a picture's size; here they never differ."""
ENDS = ("embed", "conv_in.", "conv_out.", "projection")
SCHEDULE = {
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "prediction_type": "v_prediction",
    "rescale_betas_zero_snr": True,
    "timestep_spacing": "trailing",
}
"""Stable Diffusion's noise, but all noise at its end, so that a picture may be all black or all
white; for that the network has to predict velocities (arXiv 2305.08891)."""


def make_tokenizer(captions: Iterable[str]) -> CLIPTokenizer:
    """Byte-level BPE as CLIP has it, its merges learnt from the captions."""
    blank = CLIPTokenizer()
    learner = Tokenizer(models.BPE(end_of_word_suffix="</w>"))
    learner.normalizer = blank.backend_tokenizer.normalizer
    learner.pre_tokenizer = blank.backend_tokenizer.pre_tokenizer
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCAB_SIZE - len(alphabet),
        initial_alphabet=alphabet,
        end_of_word_suffix="</w>",
        special_tokens=[START, END],
        show_progress=False,
    )
    learner.train_from_iterator(captions, trainer=trainer)
    vocab = learner.get_vocab()
    for letter in sorted(alphabet):  # a letter that ends a word no caption has
        vocab.setdefault(f"{letter}</w>", len(vocab))
    merges = [tuple(pair) for pair in json.loads(learner.to_str())["model"]["merges"]]
    return CLIPTokenizer(vocab=vocab, merges=merges, model_max_length=MAX_TOKENS)


def make_autoencoder() -> AutoencoderKL:
    """Pictures [n, 3, 128, 128] in −1 … 1 to latents [n, 8, 16, 16] and back.

    A new one begins with blocks that change nothing and with hardly any noise on its latents:
    either would hide the picture from what has yet to learn."""
    blocks = 4
    model = AutoencoderKL(
        in_channels=3,
        out_channels=3,
        down_block_types=("DownEncoderBlock2D",) * blocks,
        up_block_types=("UpDecoderBlock2D",) * blocks,
        block_out_channels=(16, 32, 64, 96),
        layers_per_block=1,
        latent_channels=LATENT_CHANNELS,
        norm_num_groups=8,
        sample_size=SIZE,
        mid_block_add_attention=False,
        use_quant_conv=False,
        use_post_quant_conv=False,
        scaling_factor=UNSCALED,
    )
    with torch.no_grad():
        for name, weights in model.named_parameters():
            if ".conv2." in name:
                weights.zero_()
        model.encoder.conv_out.weight[LATENT_CHANNELS:] *= 0.1
        model.encoder.conv_out.bias[LATENT_CHANNELS:] = FIRST_LOG_VARIANCE
    return model


def make_text_encoder(tokenizer: CLIPTokenizer) -> CLIPTextModelWithProjection:
    return CLIPTextModelWithProjection(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=TEXT_DIM,
            intermediate_size=4 * TEXT_DIM,
            projection_dim=TEXT_DIM,
            num_hidden_layers=TEXT_LAYERS,
            num_attention_heads=TEXT_HEADS,
            max_position_embeddings=MAX_TOKENS,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )


def make_unet() -> UNet2DConditionModel:
    return UNet2DConditionModel(
        sample_size=LATENT_SIZE,
        in_channels=LATENT_CHANNELS,
        out_channels=LATENT_CHANNELS,
        block_out_channels=WIDTHS,
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=TEXT_DIM,
        attention_head_dim=HEADS,
        use_linear_projection=True,
        norm_num_groups=16,
        addition_embed_type="text_time",
        addition_time_embed_dim=SIZE_DIM,
        projection_class_embeddings_input_dim=6 * SIZE_DIM + TEXT_DIM,
    )


def inner_matrices(module: nn.Module) -> Iterator[nn.Parameter]:
    """Its weights of two and more dimensions, but for those at its ends."""
    for name, weights in module.named_parameters():
        if weights.dim() > 1 and not any(end in name for end in ENDS):
            yield weights


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads captions."""

    tokenizer: CLIPTokenizer
    encoder: CLIPTextModelWithProjection

    def __call__(
        self, captions: Sequence[str], padding: Literal["max_length", "longest"] = "max_length"
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Words [n, MAX_TOKENS, TEXT_DIM] and pooled [n, TEXT_DIM], as the pipeline makes them.
        Pooled is the same for either padding."""
        ids = self.tokenizer(
            list(captions),
            padding=padding,
            max_length=MAX_TOKENS,
            truncation=True,
            return_tensors="pt",
        ).input_ids
        out = self.encoder(ids, output_hidden_states=True)
        return out.hidden_states[-2], out.text_embeds


def predict(
    unet: UNet2DConditionModel,
    noisy: torch.Tensor,
    timesteps: torch.Tensor,
    words: torch.Tensor,
    pooled: torch.Tensor,
) -> torch.Tensor:
    """The velocity at `noisy` [n, 8, 16, 16], for what a reader gave; timesteps [n]."""
    size = torch.tensor([SIZE, SIZE, 0, 0, SIZE, SIZE], dtype=noisy.dtype)
    known = {"text_embeds": pooled, "time_ids": size.expand(len(noisy), -1)}
    velocity: torch.Tensor = unet(
        noisy, timesteps, encoder_hidden_states=words, added_cond_kwargs=known
    ).sample
    return velocity


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that the shipped folder holds."""

    autoencoder: AutoencoderKL
    reader: Reader
    unet: UNet2DConditionModel

    def pipeline(self) -> StableDiffusionXLPipeline:
        return StableDiffusionXLPipeline(
            unet=self.unet,
            scheduler=DPMSolverMultistepScheduler(**SCHEDULE),
            vae=self.autoencoder,
            text_encoder=None,
            tokenizer=None,
            text_encoder_2=self.reader.encoder,
            tokenizer_2=self.reader.tokenizer,
            force_zeros_for_empty_prompt=False,
            add_watermarker=False,
        )


def load_parts(folder: Path) -> Parts:
    """What `publish` wrote, in float32; with a new U-Net where the folder has none."""
    reader = Reader(
        CLIPTokenizer.from_pretrained(folder / "tokenizer_2"),
        CLIPTextModelWithProjection.from_pretrained(
            folder / "text_encoder_2", dtype=torch.float32
        ).eval(),
    )
    autoencoder = AutoencoderKL.from_pretrained(folder / "vae", torch_dtype=torch.float32)
    if not (folder / "unet").is_dir():
        return Parts(autoencoder, reader, make_unet())
    unet = UNet2DConditionModel.from_pretrained(folder / "unet", torch_dtype=torch.float32)
    return Parts(autoencoder, reader, unet)
