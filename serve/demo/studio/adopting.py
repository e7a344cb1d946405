"""The coder begins as the chat model, which can copy words already: its layers, and for each new
token the mean of what the chat model had for the same text.

`python -m serve.demo.studio.adopting FOLDER` makes a tokenizer and writes such a model.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import LlamaForCausalLM

from serve.demo import MODEL_DIR
from serve.demo.network import MAX_TOKENS, coder_config
from serve.demo.publish import FACTS, write_weights
from serve.demo.studio.tokens import make_tokenizer
from serve.demo.tokenizer import END, PAD, SPECIAL_TOKENS, save_tokenizer, token_id

NOISE = 0.5
"""Beside a mean of several tokens, lest those of similar lines of code be the same."""


def adopt(chat: Path, tokenizer: Tokenizer, folder: Path) -> None:
    """Write to `folder` a model for this tokenizer with what the model in `chat` knows."""
    torch.manual_seed(0)
    old = LlamaForCausalLM.from_pretrained(chat, dtype=torch.float32)
    known = Tokenizer.from_file(str(chat / "tokenizer.json"))
    config = coder_config(token_id(tokenizer, PAD), token_id(tokenizer, END))
    weights = old.state_dict()
    rows = embedding(weights["model.embed_tokens.weight"], known, tokenizer)
    model = LlamaForCausalLM(config)
    model.load_state_dict(
        weights | dict.fromkeys(("model.embed_tokens.weight", "lm_head.weight"), rows)
    )
    folder.mkdir(parents=True, exist_ok=True)
    write_weights(model, folder)
    save_tokenizer(tokenizer, folder, MAX_TOKENS)
    shutil.copy(chat / FACTS, folder)


def embedding(old: torch.Tensor, known: Tokenizer, tokenizer: Tokenizer) -> torch.Tensor:
    """Rows [tokens, hidden] of about the old lengths."""
    size = old.norm(dim=1).mean()
    rows = []
    for token in range(tokenizer.get_vocab_size()):
        ids = same_text(token, known, tokenizer)
        mean = old[ids].mean(dim=0)
        if len(ids) > 1:
            mean = mean + NOISE * size * torch.randn_like(mean) / len(mean) ** 0.5
        rows.append(mean * size / mean.norm() if len(ids) > 1 else mean)
    return torch.stack(rows)


def same_text(token: int, known: Tokenizer, tokenizer: Tokenizer) -> list[int]:
    """The old tokens of this one's text; of a word also those it has after a space."""
    name = tokenizer.id_to_token(token) or ""
    if name in SPECIAL_TOKENS:
        return [token_id(known, name)]
    if (found := known.token_to_id(name)) is not None and not name.isalpha():
        return [found]
    text = tokenizer.decode([token])
    ids = list(known.encode(text, add_special_tokens=False).ids)
    if text.isalpha():
        ids += known.encode(f" {text}", add_special_tokens=False).ids
    return ids


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    adopt(MODEL_DIR, make_tokenizer(args.seed), args.folder)


if __name__ == "__main__":
    main()
