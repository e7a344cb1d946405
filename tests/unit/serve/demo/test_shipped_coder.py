"""The demo coder in git: small, complete, and of one mind with the code that made it."""

from random import Random

from tokenizers import Tokenizer
from transformers import AutoTokenizer, LlamaConfig

from serve.demo import CODE_MODEL_DIR
from serve.demo.network import MAX_TOKENS
from serve.demo.studio import words
from serve.demo.studio.lessons import conversation, lessons
from serve.demo.studio.tokens import shared_code
from serve.demo.tokenizer import CHAT_TEMPLATE, SPECIAL_TOKENS

MAX_BYTES = 10 * 1024 * 1024
FILES = {
    "README.md",
    "config.json",
    "generation_config.json",
    "model.safetensors",
    "tokenizer.json",
    "tokenizer_config.json",
    "training.json",
}
TOKENIZER = Tokenizer.from_file(str(CODE_MODEL_DIR / "tokenizer.json"))


def tokens(text: str) -> list[str]:
    found: list[str] = TOKENIZER.encode(text, add_special_tokens=False).tokens
    return found


def test_the_folder_is_complete_and_small() -> None:
    assert {path.name for path in CODE_MODEL_DIR.iterdir()} == FILES
    assert sum(path.stat().st_size for path in CODE_MODEL_DIR.iterdir()) <= MAX_BYTES


def test_config_suits_vllm_on_a_cpu() -> None:
    config = LlamaConfig.from_pretrained(CODE_MODEL_DIR)
    assert config.architectures == ["LlamaForCausalLM"]
    assert config.head_dim == 64
    assert config.max_position_embeddings == MAX_TOKENS
    assert config.vocab_size == TOKENIZER.get_vocab_size()
    assert AutoTokenizer.from_pretrained(CODE_MODEL_DIR).chat_template == CHAT_TEMPLATE


def test_all_lessons_fit_and_round_trip() -> None:
    for lesson in lessons(seed=5, first=0, count=300):
        sizes = []
        for message in conversation(lesson):
            ids = TOKENIZER.encode(message.content, add_special_tokens=False).ids
            assert TOKENIZER.decode(ids, skip_special_tokens=False) == message.content
            sizes.append(len(ids))
        assert sum(sizes) < MAX_TOKENS / 2


def test_each_piece_of_shared_code_is_one_token() -> None:
    assert [piece for piece in shared_code() if tokens(piece) != [piece]] == []
    assert not set(shared_code()) & set(SPECIAL_TOKENS)


def test_a_word_is_the_same_tokens_wherever_it_stands() -> None:
    rng = Random(1)
    for _ in range(200):
        word = words.word(rng, held_out=True)
        own = tokens(word)
        for around in ("call it {}", 'called "{}", in red', "      <h1>{}</h1>\n", '  "{}",\n'):
            whole = tokens(around.format(word))
            assert any(whole[i : i + len(own)] == own for i in range(len(whole)))
