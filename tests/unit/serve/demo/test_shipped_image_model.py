"""The demo image model in git: small, complete, and in one piece."""

import pytest
import torch
from transformers import CLIPTextModelWithProjection, CLIPTokenizer

from serve.demo import IMAGE_MODEL_DIR
from serve.demo.pictures.network import MAX_TOKENS, Reader

MAX_BYTES = 40 * 1024 * 1024
FILES = {
    "README.md",
    "model_index.json",
    "scheduler",
    "text_encoder_2",
    "tokenizer_2",
    "training.json",
    "unet",
    "vae",
}
SAID_ALIKE = {"1": "one", "2": "two", "3": "three", "4": "four"}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(
        CLIPTokenizer.from_pretrained(IMAGE_MODEL_DIR / "tokenizer_2"),
        CLIPTextModelWithProjection.from_pretrained(
            IMAGE_MODEL_DIR / "text_encoder_2", dtype=torch.float32
        ).eval(),
    )


def test_the_folder_is_complete_and_small() -> None:
    assert {path.name for path in IMAGE_MODEL_DIR.iterdir()} == FILES
    files = [path for path in IMAGE_MODEL_DIR.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= MAX_BYTES


@torch.no_grad()
def test_digits_are_read_as_their_words(reader: Reader) -> None:
    """The text encoder and the numbers that the tokenizer gives its tokens belong together."""
    digits = reader([f"{digit} boats on the sea at night" for digit in SAID_ALIKE])[1]
    words = reader([f"{word} boats on the sea at night" for word in SAID_ALIKE.values()])[1]
    alike = torch.nn.functional.cosine_similarity(digits[:, None], words[None], dim=-1)
    assert alike.argmax(dim=1).tolist() == [0, 1, 2, 3]


def test_a_long_prompt_is_cut_to_what_it_reads(reader: Reader) -> None:
    words, pooled = reader(["two boats " * 100])
    assert words.shape[1] == MAX_TOKENS
    assert pooled.isfinite().all()
