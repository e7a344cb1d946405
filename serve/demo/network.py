"""The shapes of the chat model and the coder: small Llamas that vLLM and transformers load
unchanged, with heads of 64, which vLLM's CPU attention accepts."""

from __future__ import annotations

from transformers import LlamaConfig

VOCAB_SIZE = 3072
CODER_VOCAB_SIZE = 2048
MAX_TOKENS = 2048


def demo_config(pad_id: int, end_id: int, vocab_size: int = VOCAB_SIZE) -> LlamaConfig:
    """About 4.2 M parameters with the chat model's vocabulary."""
    return LlamaConfig(
        vocab_size=vocab_size,
        hidden_size=256,
        intermediate_size=640,
        num_hidden_layers=5,
        num_attention_heads=4,
        num_key_value_heads=2,
        head_dim=64,
        max_position_embeddings=MAX_TOKENS,
        tie_word_embeddings=True,
        rms_norm_eps=1e-5,
        bos_token_id=None,
        eos_token_id=end_id,
        pad_token_id=pad_id,
    )


def coder_config(pad_id: int, end_id: int) -> LlamaConfig:
    """The same with the coder's vocabulary: about 4.0 M."""
    return demo_config(pad_id, end_id, CODER_VOCAB_SIZE)
