"""The demo model in git: small, complete, and read by plain transformers."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from transformers import AutoTokenizer, LlamaConfig

from serve.demo import MODEL_DIR
from serve.demo.batches import IGNORE, encode_all
from serve.demo.corpus import Message
from serve.demo.tokenizer import CHAT_TEMPLATE, SPECIAL_TOKENS

MAX_BYTES = 25 * 1024 * 1024
FILES = {
    "README.md",
    "config.json",
    "generation_config.json",
    "model.safetensors",
    "tokenizer.json",
    "tokenizer_config.json",
    "training.json",
}
TOKENIZER = Tokenizer.from_file(str(MODEL_DIR / "tokenizer.json"))


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return AutoTokenizer.from_pretrained(MODEL_DIR)


def test_the_folder_is_complete_and_small() -> None:
    assert {path.name for path in MODEL_DIR.iterdir()} == FILES
    assert sum(path.stat().st_size for path in MODEL_DIR.iterdir()) <= MAX_BYTES


def test_config_suits_vllm_on_a_cpu() -> None:
    config = LlamaConfig.from_pretrained(MODEL_DIR)
    assert config.architectures == ["LlamaForCausalLM"]
    assert config.head_dim in (32, 64)
    assert config.max_position_embeddings == 2048
    assert config.vocab_size == TOKENIZER.get_vocab_size()


def test_generation_stops_at_the_end_token() -> None:
    settings = json.loads((MODEL_DIR / "generation_config.json").read_text())
    assert settings["eos_token_id"] == TOKENIZER.token_to_id("<|end|>")


def test_template_in_git_is_the_one_in_the_code(tokenizer: Any) -> None:
    assert tokenizer.chat_template == CHAT_TEMPLATE


@given(st.text())
def test_any_text_round_trips(text: str) -> None:
    if any(token in text for token in SPECIAL_TOKENS):
        return
    ids = TOKENIZER.encode(text, add_special_tokens=False).ids
    assert TOKENIZER.decode(ids, skip_special_tokens=False) == text


@given(st.integers(min_value=0, max_value=10**12))
def test_each_digit_is_a_token(number: int) -> None:
    assert TOKENIZER.encode(str(number)).tokens == list(str(number))


def test_chat_template_renders_turns(tokenizer: Any) -> None:
    messages = [
        {"role": "system", "content": " Be brief. "},
        {"role": "user", "content": "Hi\n"},
        {"role": "assistant", "content": "Hello!"},
        {"role": "user", "content": "Bye"},
    ]
    start = (
        "<|system|>Be brief.<|end|><|user|>Hi<|end|><|assistant|>Hello!<|end|><|user|>Bye<|end|>"
    )
    assert tokenizer.apply_chat_template(messages, tokenize=False) == start
    prompt = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    assert prompt == start + "<|assistant|>"


def test_a_started_answer_can_be_continued(tokenizer: Any) -> None:
    messages = [
        {"role": "user", "content": "Count to 5."},
        {"role": "assistant", "content": "1, 2,"},
    ]
    prompt = tokenizer.apply_chat_template(messages, tokenize=False, continue_final_message=True)
    assert prompt == "<|user|>Count to 5.<|end|><|assistant|>1, 2,"


def test_training_reads_what_the_template_renders(tokenizer: Any) -> None:
    talk = (Message("system", "Be brief."), Message("user", "2 + 2?"), Message("assistant", "4"))
    ids, labels = encode_all(TOKENIZER, [talk])[0]
    messages = [{"role": message.role, "content": message.content} for message in talk]
    assert tokenizer.apply_chat_template(messages, return_dict=False) == ids
    spoken = [label for label in labels if label != IGNORE]
    assert tokenizer.decode(spoken) == "4<|end|>"


def test_special_tokens_are_single_and_hidden_from_readers(tokenizer: Any) -> None:
    ids = tokenizer("".join(SPECIAL_TOKENS))["input_ids"]
    assert len(ids) == len(SPECIAL_TOKENS)
    assert tokenizer.decode(ids, skip_special_tokens=True) == ""
