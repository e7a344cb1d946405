"""The demo models: very small ones, trained here from scratch, that ship in git.

With them the first minute needs no network, no key and no GPU. The chat model: `topic` says how
lessons are written, `topics/` holds them, `corpus` turns them into conversations, `tokenizer` and
`train` make `model/`, and `evaluate` asks it what it has never been asked before. The image
model: `pictures/` makes captioned scenes, `train_image` learns to draw them.
"""

from pathlib import Path

MODEL_DIR = Path(__file__).parent / "model"
IMAGE_MODEL_DIR = Path(__file__).parent / "image_model"
