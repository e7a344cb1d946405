"""The demo model: a very small chat model, trained here from scratch, that ships in git.

With it the first minute needs no network, no key and no GPU. `topic` says how lessons
are written, `topics/` holds them, `corpus` turns them into conversations, `tokenizer`
and `train` make `model/`, and `evaluate` asks it what it has never been asked before.
"""

from pathlib import Path

MODEL_DIR = Path(__file__).parent / "model"
