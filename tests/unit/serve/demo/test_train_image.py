"""The image model's training, where a mistake would only show in what it draws."""

from pathlib import Path

import pytest
import torch

from serve.demo import train_image
from serve.demo.train_image import Plan, train_reader


def test_a_reader_goes_on_with_the_tokens_it_began_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tokenizers that are learnt alike differ in the numbers of their tokens."""
    monkeypatch.setattr(train_image, "TOKENIZER_CAPTIONS", 300)
    plan = Plan(reader_minutes=0.0001, reader_batch=2)
    before, after = train_reader(plan, tmp_path), train_reader(plan, tmp_path)
    assert after.tokenizer.get_vocab() == before.tokenizer.get_vocab()
    captions = ["3 boats on the sea at night", "a red square"]
    with torch.no_grad():
        assert torch.equal(after(captions)[1], before(captions)[1])
