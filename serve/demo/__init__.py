"""The demo models: very small ones, trained here from scratch, that ship in git.

With them the first minute needs no network, no key and no GPU. The chat model: `topic` says how
lessons are written, `topics/` holds them, `corpus` turns them into conversations, `tokenizer` and
`train` make `model/`, and `evaluate` asks it what it has never been asked before. The image
model: `pictures/` makes captioned scenes, `train_image` learns to draw them. The coder: `studio/`
makes small apps and changes to them, `train_code` learns to write them, `evaluate_code` runs them.
"""

from pathlib import Path

MODEL_DIR = Path(__file__).parent / "model"
CODE_MODEL_DIR = Path(__file__).parent / "code_model"
IMAGE_MODEL_DIR = Path(__file__).parent / "image_model"
