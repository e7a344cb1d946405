"""The demo image model's parts, in the shape of Stable Diffusion 3 but very small.

A picture of 128 px is 16 × 16 latents of 8 channels; a transformer (MM-DiT, Esser et al. 2024,
arXiv 2403.03206) turns noise into them along straight lines; two small CLIP encoders read the
caption. diffusers loads the whole as a `StableDiffusion3Pipeline`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from diffusers import (
    AutoencoderKL,
    FlowMatchEulerDiscreteScheduler,
    SD3Transformer2DModel,
    StableDiffusion3Pipeline,
)
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from torch import nn
from transformers import CLIPTextConfig, CLIPTextModelWithProjection, CLIPTokenizer

from serve.demo.pictures.draw import SIZE

START, END = "<|startoftext|>", "<|endoftext|>"
VOCAB_SIZE = 1024
MAX_TOKENS = 40
LATENT_CHANNELS, LATENT_SIZE = 8, SIZE // 8
TEXT_DIM, TEXT_LAYERS = 128, 4
DIM, LAYERS, HEADS = 256, 6, 8
TRAIN_STEPS = 1000
"""Names a noise level: sigma × TRAIN_STEPS is the transformer's timestep."""


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
    """Pictures [n, 3, 128, 128] in −1 … 1 to latents [n, 8, 16, 16] and back."""
    blocks = 4
    return AutoencoderKL(
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
        scaling_factor=1.0,
        shift_factor=0.0,
    )


def make_text_encoder(tokenizer: CLIPTokenizer) -> CLIPTextModelWithProjection:
    return CLIPTextModelWithProjection(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=TEXT_DIM,
            intermediate_size=4 * TEXT_DIM,
            projection_dim=TEXT_DIM,
            num_hidden_layers=TEXT_LAYERS,
            num_attention_heads=4,
            max_position_embeddings=MAX_TOKENS,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )


def make_transformer() -> SD3Transformer2DModel:
    return SD3Transformer2DModel(
        sample_size=LATENT_SIZE,
        patch_size=2,
        in_channels=LATENT_CHANNELS,
        out_channels=LATENT_CHANNELS,
        num_layers=LAYERS,
        attention_head_dim=DIM // HEADS,
        num_attention_heads=HEADS,
        joint_attention_dim=2 * TEXT_DIM,
        caption_projection_dim=DIM,
        pooled_projection_dim=2 * TEXT_DIM,
        pos_embed_max_size=LATENT_SIZE // 2 * 2,
        qk_norm="rms_norm",
    )


class Painter(nn.Module):
    """What is trained together: both text encoders and the transformer."""

    def __init__(self, tokenizer: CLIPTokenizer) -> None:
        super().__init__()
        self.tokenizer = tokenizer
        self.text_encoders = nn.ModuleList(make_text_encoder(tokenizer) for _ in range(2))
        self.transformer = make_transformer()

    @property
    def reading_matrices(self) -> Iterator[nn.Parameter]:
        """Those inside the text encoders' layers."""
        for encoder in self.text_encoders:
            yield from (p for p in encoder.text_model.encoder.parameters() if p.dim() == 2)

    @property
    def matrices(self) -> Iterator[nn.Parameter]:
        """Those inside all layers."""
        yield from self.reading_matrices
        yield from (p for p in self.transformer.transformer_blocks.parameters() if p.dim() == 2)

    def encode(self, captions: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        """Words [n, MAX_TOKENS + 1, 2 × TEXT_DIM] and pooled [n, 2 × TEXT_DIM], as the pipeline
        makes them with `max_sequence_length=1`: the encoders side by side, then a zero where a
        T5 would stand."""
        ids = self.tokenizer(
            list(captions),
            padding="max_length",
            max_length=MAX_TOKENS,
            truncation=True,
            return_tensors="pt",
        ).input_ids
        words, pooled = [], []
        for encoder in self.text_encoders:
            out = encoder(ids, output_hidden_states=True)
            words.append(out.hidden_states[-2])
            pooled.append(out.text_embeds)
        clip = torch.cat(words, dim=-1)
        return torch.cat([clip, torch.zeros_like(clip[:, :1])], dim=1), torch.cat(pooled, dim=-1)

    def forward(
        self, noisy: torch.Tensor, sigmas: torch.Tensor, words: torch.Tensor, pooled: torch.Tensor
    ) -> torch.Tensor:
        """The velocity from picture to noise at `noisy` [n, 8, 16, 16], for what `encode` gave;
        sigmas [n] in 0 … 1."""
        return self.transformer(
            hidden_states=noisy,
            timestep=sigmas * TRAIN_STEPS,
            encoder_hidden_states=words,
            pooled_projections=pooled,
        ).sample


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that the shipped folder holds."""

    autoencoder: AutoencoderKL
    painter: Painter

    def pipeline(self) -> StableDiffusion3Pipeline:
        first, second = self.painter.text_encoders
        return StableDiffusion3Pipeline(
            transformer=self.painter.transformer,
            scheduler=FlowMatchEulerDiscreteScheduler(num_train_timesteps=TRAIN_STEPS, shift=1.0),
            vae=self.autoencoder,
            text_encoder=first,
            tokenizer=self.painter.tokenizer,
            text_encoder_2=second,
            tokenizer_2=self.painter.tokenizer,
            text_encoder_3=None,
            tokenizer_3=None,
        )
