"""The demo coder's lessons: right by construction, and honest about what is held out."""

import re
from random import Random

import pytest

from actors.studio.templates import template_files
from serve.demo.evaluate_code import accents, cases, problems, shown
from serve.demo.studio import answers, faults
from serve.demo.studio.asking import Voice, draw_wish
from serve.demo.studio.kinds import KINDS
from serve.demo.studio.lessons import Lesson, draw_lesson, lessons, start
from serve.demo.studio.options import COLOURS, Kind
from serve.demo.studio.stage import Seen
from serve.demo.studio.unable import ANSWER
from serve.demo.studio.wordings import PARTS, SENTENCES, widened
from serve.demo.studio.words import is_held_out
from serve.demo.topic import side

NAMES = [kind.name for kind in KINDS]


def lesson(sort: str, kind: Kind, number: int = 0) -> Lesson:
    return draw_lesson(Random(f"{sort}:{number}"), sort, kind)


def seen(lesson: Lesson, **other: object) -> Seen:
    """A page that is as the lesson says."""
    options, colours = lesson.options, accents()
    page = {
        "errors": (),
        "words": "\n".join(shown(lesson.kind, options)),
        "accent": colours[options.colour],
        "buttons": (colours.get(options.button_colour, ""),),
        "dark": options.dark,
    }
    return Seen(**page | other)  # type: ignore[arg-type]


def test_the_corpus_is_a_pure_function_of_seed_and_index() -> None:
    whole = list(lessons(3, 0, 30))
    assert whole[10:] == list(lessons(3, 10, 20))
    assert whole != list(lessons(4, 0, 30))


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
@pytest.mark.parametrize("sort", ["new", "change", "fix"])
def test_the_studio_makes_of_each_answer_what_was_meant(sort: str, kind: Kind) -> None:
    for number in range(12):
        drawn = lesson(sort, kind, number)
        assert answers.applied(drawn.before, drawn.answer) == drawn.source
        assert drawn.before != drawn.source


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_apps_are_short_and_alike(kind: Kind) -> None:
    source = kind.render(kind.defaults)
    assert source.startswith("import { ")
    assert f'    <main className="app blue">\n      <h1>{kind.defaults.title}</h1>\n' in source
    assert 15 <= source.count("\n") <= 75
    assert all(len(line) <= 100 for line in source.split("\n"))


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_fault_is_told_with_its_place(kind: Kind) -> None:
    source = kind.render(kind.defaults)
    for number in range(30):
        fault = faults.break_app(Random(number), source)
        name = re.match(r"ReferenceError: (\w+)", fault.message)
        _, line, column = fault.message.rsplit(":", 2)
        told = (fault.source + "\n").split("\n")[int(line) - 1]
        assert int(column) <= len(told)
        if name:
            assert told[int(column) :].startswith(name[1])


def test_every_accent_is_in_the_template() -> None:
    assert set(COLOURS) <= set(accents())
    assert b'<main className="app">' in template_files("react")["src/App.tsx"]


def test_words_and_wordings_of_the_evaluation_are_not_trained() -> None:
    trained, examined = Random(1), Random(1)
    for number in range(200):
        kind = KINDS[number % len(KINDS)]
        for rng, held_out in ((trained, False), (examined, True)):
            options = draw_wish(Voice.draw(rng, held_out), kind).options
            if options.title != kind.defaults.title:
                assert all(is_held_out(word) == held_out for word in options.title.split())
    for wordings in (*PARTS.values(), *SENTENCES.values()):
        assert side(wordings, held_out=True)
        assert not set(side(wordings, held_out=True)) & set(side(wordings, held_out=False))


def test_what_was_held_out_once_stays_so() -> None:
    own = ("in {colour}", "all in {colour}", "that is {colour}", "using {colour}", "on {colour}")
    more = widened(own, ("[all|only] in {colour}", "[with|all] {colour}"))
    assert more[: len(own)] == own
    assert sorted(more[len(own) :]) == ["all {colour}", "only in {colour}", "with {colour}"]
    assert side(more, held_out=True) == ("on {colour}",)


def test_the_evaluation_asks_for_each_kind_and_takes_the_corpus_answers() -> None:
    asked = cases()
    assert asked == cases()
    assert len([case for case in asked if case.sort != "unable"]) >= 200
    assert {case.kind.name for case in asked} == set(NAMES)
    assert all(list(problems(case, seen(case))) == [] for case in asked)


def test_the_evaluation_sees_what_is_wrong() -> None:
    drawn = next(it for it in cases() if it.sort == "new" and it.options.items)
    assert list(problems(drawn, seen(drawn, errors=("boom",)))) == ["error: boom"]
    assert list(problems(drawn, seen(drawn, accent="#000000")))
    assert list(problems(drawn, seen(drawn, dark=not drawn.options.dark)))
    assert list(problems(drawn, seen(drawn, words="")))


def test_a_removed_item_that_stays_is_seen() -> None:
    kind = next(kind for kind in KINDS if kind.name == "gallery")
    number = next(n for n in range(300) if "shorter" in lesson("change", kind, n).answer)
    drawn = lesson("change", kind, number)
    words = "\n".join([*shown(kind, drawn.earlier), *shown(kind, drawn.options)])
    assert any("still there" in text for text in problems(drawn, seen(drawn, words=words)))


def test_who_asks_for_too_much_hears_what_can_be_built() -> None:
    assert all(kind.name.replace("a ", "") in ANSWER for kind in KINDS)
    drawn = lesson("unable", KINDS[0])
    assert drawn.answer == ANSWER
    assert answers.applied(start(), ANSWER) is None
