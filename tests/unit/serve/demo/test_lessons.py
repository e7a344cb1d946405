"""The demo model's lessons: deterministic, honest about what is held out, self-consistent."""

import re
from random import Random

import pytest
from tokenizers import Tokenizer

from serve.demo import MODEL_DIR
from serve.demo.batches import HEAD_TOKENS, IGNORE, QUESTIONS, heads
from serve.demo.corpus import MAX_CHARS, Message, conversations, shape
from serve.demo.evaluate import cases
from serve.demo.strangers import HELD_OUT_SUBJECTS, HELD_OUT_WHOLE, SUBJECTS, WHOLE
from serve.demo.styles import STYLES
from serve.demo.tokenizer import ASSISTANT, token_id
from serve.demo.topic import Intent, Topic, choose, fill_in, plain, side, variants
from serve.demo.topics import all_topics
from serve.demo.topics.arithmetic import is_held_out

INTENTS = [(topic, intent) for topic in all_topics() for intent in topic.intents]
IDS = [f"{topic.name}-{intent.name}" for topic, intent in INTENTS]


def is_bare_slot(wording: str) -> bool:
    return re.fullmatch(r"\{\w+\}", wording) is not None


def test_the_corpus_is_a_pure_function_of_seed_and_index() -> None:
    whole = list(conversations(seed=3, first=0, count=30))
    assert whole == list(conversations(seed=3, first=0, count=30))
    assert whole[10:] == list(conversations(seed=3, first=10, count=20))
    assert whole != list(conversations(seed=4, first=0, count=30))


def test_conversations_alternate_and_end_with_an_answer() -> None:
    for talk in conversations(seed=5, first=0, count=300):
        roles = [message.role for message in talk]
        turns = roles[1:] if roles[0] == "system" else roles
        assert turns == ["user", "assistant"] * (len(turns) // 2)
        assert all(message.content.strip() for message in talk)
        assert sum(len(message.content) for message in talk) < 2 * MAX_CHARS


def test_some_conversations_are_long_enough_to_train_late_positions() -> None:
    sizes = [sum(len(m.content) for m in talk) for talk in conversations(5, 0, 300)]
    assert max(sizes) > 4_000


@pytest.mark.parametrize(("topic", "intent"), INTENTS, ids=IDS)
def test_held_out_wordings_are_never_trained(topic: Topic, intent: Intent) -> None:
    trained = {plain(text) for wording in intent.wordings(False) for text in variants(wording)}
    held_out = {
        plain(text)
        for wording in intent.wordings(True)
        if not is_bare_slot(wording)
        for text in variants(wording)
    }
    assert intent.wordings(True), "at least five wordings, so that one is held out"
    assert not trained & held_out


@pytest.mark.parametrize(("topic", "intent"), INTENTS, ids=IDS)
@pytest.mark.parametrize("held_out", [False, True])
def test_every_lesson_passes_its_own_check(topic: Topic, intent: Intent, held_out: bool) -> None:
    for seed in range(12):
        example = intent.draw(Random(seed), held_out)
        assert example.accepts(example.answer), example
        assert not re.search(r"\{[a-z]+\}", example.question), example.question
    assert not example.accepts("")


def test_no_question_is_trained_in_a_wording_of_the_evaluation() -> None:
    """However it was retyped. Noise is drawn anew for both and asks for no wording."""
    asked = {shape(case.example.question) for case in cases() if case.example.intent != "gibberish"}
    talks = conversations(seed=7, first=0, count=20_000)
    trained = {shape(message.content) for talk in talks for message in talk if is_question(message)}
    assert not asked & trained


def is_question(message: Message) -> bool:
    return message.role == "user" and len(message.content) < 300


def test_one_question_is_never_taught_as_two_things() -> None:
    owner: dict[str, str] = {}
    for _, intent in INTENTS:
        if intent.history or intent.name in ("again", "name not told"):
            continue
        for wording in (*intent.wordings(False), *intent.wordings(True)):
            for text in variants(wording):
                if "{" not in text:
                    assert owner.setdefault(plain(text), intent.name) == intent.name, text


def test_subjects_questions_and_sums_held_out_are_apart() -> None:
    assert not set(SUBJECTS) & set(HELD_OUT_SUBJECTS)
    assert not set(WHOLE) & set(HELD_OUT_WHOLE)
    asked = [case.example for case in cases() if case.example.intent in ("sum", "difference")]
    assert len(asked) >= 30
    for example in asked:
        a, b = sorted(int(n) for n in re.findall(r"\d+", example.question))
        assert is_held_out(a, b) or is_held_out(b, a)


def test_evaluation_cases_are_the_same_each_time_and_answerable() -> None:
    asked = cases()
    assert asked == cases()
    assert len(asked) > 500
    assert all(case.example.accepts(case.example.answer) for case in asked)


def test_style_prompts_held_out_are_apart() -> None:
    for style in STYLES:
        assert style.wordings(True)
        assert not set(style.wordings(True)) & set(style.wordings(False))


def test_of_a_single_question_only_the_beginning_of_its_answer_is_learnt() -> None:
    tokenizer = Tokenizer.from_file(str(MODEL_DIR / "tokenizer.json"))
    assistant = token_id(tokenizer, ASSISTANT)
    samples = heads(tokenizer, seed=7, index=0)
    assert len(samples) == QUESTIONS
    for ids, labels in samples[:200]:
        begins = len(ids) - ids[::-1].index(assistant)
        assert set(labels[:begins]) == {IGNORE}
        beyond = tokenizer.decode(ids[begins + HEAD_TOKENS :])
        assert not beyond or re.search(r"\d", beyond), "only numbers are learnt to their end"
        assert labels[begins:] == ids[begins:]


def test_lines_for_training_only_leave_the_examination_as_it_was() -> None:
    lines = ("a", "b", "c", "d", "e", "f")
    assert side(lines, True) == ("e",)
    assert side(("+ x", *lines, "+ y"), True) == ("e",)
    assert side(("+ x", *lines, "+ y"), False) == ("a", "b", "c", "d", "f", "x", "y")


def test_wordings_expand_and_slots_fill() -> None:
    assert list(variants("[a|b] c[|!]")) == ["a c", "a c!", "b c", "b c!"]
    assert choose(Random(1), "[a|b] c") in ("a c", "b c")
    assert fill_in("{x} and { y }", {"x": "1", "y": "2"}) == "1 and { y }"
