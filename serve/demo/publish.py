"""Write the model folder that ships: weights in bfloat16, tokenizer, settings, model card."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import LlamaForCausalLM

from serve.demo.network import MAX_TOKENS
from serve.demo.tokenizer import save_tokenizer

FACTS = "training.json"
FIGURES = """\
| | |
|---|---|
| Architecture | Llama, {layers} layers, hidden size {hidden} |
| Attention | {heads} heads of {head_dim}, {kv_heads} for keys and values |
| Parameters | {parameters:,} (bfloat16) |
| Context | {context:,} tokens |
| Vocabulary | {vocab:,}, byte-level BPE, one token a digit |
| Seed | {seed} |
| Training | {steps:,} steps in {minutes:.0f} minutes on a shared CPU |
| Tokens | {tokens:,} read, of which {spoken:,} learnt |
"""
CARD = (
    """\
---
language: en
---
# Atelier's demo model

A very small chat model so that the first minute with Atelier needs no network, no key
and no GPU. It knows how to use Atelier, small talk, small sums, short rewriting, lists
and a few code snippets, and says so when a question is beyond it. It is wrong often
enough that nobody should rely on it.

It was trained from scratch on a CPU by `python -m serve.demo.train`, only on the
conversations that `serve/demo/corpus.py` makes from a seed: no other text, no other
model. `python -m serve.demo.evaluate` asks it wordings that training never showed it.

"""
    + FIGURES
)


def publish(
    model: LlamaForCausalLM,
    tokenizer: Tokenizer,
    folder: Path,
    facts: Mapping[str, float],
    about: str = CARD,
) -> None:
    """Write everything beside the folder, then move file by file: never a half-written one."""
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".model-", dir=folder.parent))
    try:
        write_weights(model, staging)
        save_tokenizer(tokenizer, staging, MAX_TOKENS)
        (staging / "README.md").write_text(card(about, model, facts))
        (staging / FACTS).write_text(json.dumps(facts, indent=2) + "\n")
        for path in staging.iterdir():
            path.chmod(0o644)
            os.replace(path, folder / path.name)
    finally:
        shutil.rmtree(staging)


def earlier_facts(folder: Path) -> dict[str, float]:
    """What the training that published the folder counted."""
    facts: dict[str, float] = json.loads((folder / FACTS).read_text())
    return facts


def write_weights(model: LlamaForCausalLM, folder: Path) -> None:
    """config.json, generation_config.json and model.safetensors, leaving the model as it is."""
    config = model.config
    shipped = LlamaForCausalLM(config).to(torch.bfloat16)
    shipped.load_state_dict(model.state_dict())
    shipped.save_pretrained(folder)
    generation = {
        "eos_token_id": config.eos_token_id,
        "pad_token_id": config.pad_token_id,
        "do_sample": False,
    }
    (folder / "generation_config.json").write_text(json.dumps(generation, indent=2) + "\n")


def card(about: str, model: LlamaForCausalLM, facts: Mapping[str, float]) -> str:
    """The model card `about`, with this training's figures."""
    config = model.config
    return about.format(
        layers=config.num_hidden_layers,
        hidden=config.hidden_size,
        heads=config.num_attention_heads,
        head_dim=config.head_dim,
        kv_heads=config.num_key_value_heads,
        parameters=model.num_parameters(),
        context=config.max_position_embeddings,
        vocab=config.vocab_size,
        minutes=facts["seconds"] / 60,
        **{name: facts[name] for name in ("seed", "steps", "tokens", "spoken")},
    )
