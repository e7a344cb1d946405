"""Write the image model's folder that ships: diffusers' own format, weights in bfloat16."""

from __future__ import annotations

import copy
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import torch

from serve.demo.pictures.network import MAX_TOKENS, WIDTHS, Parts

FACTS = "training.json"
CARD = """\
---
language: en
---
# Atelier's demo image model

A very small picture model so that the first minute with Atelier needs no network, no key and no
GPU. It draws simple scenes of 128 × 128 pixels: a sky at dawn, by day, at sunset or at night over
sea, hills, mountains, a meadow, a desert or snow, with houses, trees, boats or cacti; and shapes
in plain colours. What else it is asked for it draws as well as it can, which is not well.

It was trained from scratch on a CPU by `python -m serve.demo.train_image`, only on pictures that
`serve/demo/pictures/` draws from a seed. `python -m serve.demo.evaluate_image` asks for scenes
that training never showed it.

| | |
|---|---|
| Architecture | Stable Diffusion XL: a U-Net of widths {widths}; one CLIP text encoder |
| Parameters | {parameters:,} (bfloat16) |
| Prompt | at most {tokens} tokens |
| Training of the U-Net | {pictures:,} pictures in {minutes:.0f} minutes on a shared CPU |
"""


def publish(parts: Parts, folder: Path, facts: Mapping[str, float]) -> None:
    """Write everything beside the folder, then put it in its place."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".image-", dir=folder.parent))
    try:
        shipped = copy.deepcopy(parts).pipeline().to(torch.bfloat16)
        shipped.save_pretrained(staging)
        _forget_origin(staging)
        weights = (shipped.unet, shipped.vae, shipped.text_encoder_2)
        card = CARD.format(
            widths=", ".join(map(str, WIDTHS)),
            tokens=MAX_TOKENS,
            parameters=sum(p.numel() for part in weights for p in part.parameters()),
            pictures=int(facts["pictures"]),
            minutes=facts["minutes"],
        )
        (staging / FACTS).write_text(json.dumps(dict(facts), indent=1) + "\n")
        (staging / "README.md").write_text(card)
        staging.chmod(0o755)
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _forget_origin(folder: Path) -> None:
    """diffusers writes down where a part was loaded from, which is nobody's business."""
    for path in folder.glob("*/config.json"):
        config = json.loads(path.read_text())
        if config.pop("_name_or_path", None) is not None:
            path.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n")
