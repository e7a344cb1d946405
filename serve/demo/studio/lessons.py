"""The corpus: lesson `index` is a pure function of (seed, index)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from random import Random

from actors.studio.templates import template_files
from serve.demo.corpus import Conversation, Message
from serve.demo.studio import answers
from serve.demo.studio.asking import Voice, draw_wish, request, says
from serve.demo.studio.changes import draw_change
from serve.demo.studio.faults import break_app
from serve.demo.studio.kinds import KINDS
from serve.demo.studio.options import Kind, Options
from serve.demo.studio.unable import ANSWER, draw_early, draw_unable

SORTS = {"new": 0.46, "change": 0.36, "fix": 0.14, "unable": 0.04}
"""What a lesson is about, and how often."""
ANOTHER = 0.08
"""How often a new app is asked for where there is one."""
TWO = 0.12
"""How often two changes are asked for at once."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A prompt and its answer. `options` are those of the app after it and `source` its code,
    `earlier` and `before` what was there; for a new app or a repair both options are the same."""

    sort: str
    kind: Kind
    options: Options
    earlier: Options
    prompt: str
    answer: str
    before: str
    source: str


def lessons(seed: int | str, first: int, count: int, held_out: bool = False) -> Iterator[Lesson]:
    """Lessons `first` up to `first + count` of the corpus with this seed."""
    for index in range(first, first + count):
        rng = Random(f"{seed}:studio:{index}")
        sort = rng.choices(list(SORTS), list(SORTS.values()))[0]
        yield draw_lesson(rng, sort, rng.choice(KINDS), held_out)


def conversation(lesson: Lesson) -> Conversation:
    """As training reads it."""
    return (Message("user", lesson.prompt), Message("assistant", lesson.answer))


def draw_lesson(rng: Random, sort: str, kind: Kind, held_out: bool = False) -> Lesson:
    """One of this sort about this kind of app."""
    while True:
        try:
            return _DRAW[sort](rng, kind, held_out)
        except answers.AmbiguousError:
            continue


def start() -> str:
    """The src/App.tsx of a new project."""
    return template_files("react")[answers.PATH].decode()


def _new(rng: Random, kind: Kind, held_out: bool) -> Lesson:
    voice = Voice.draw(rng, held_out)
    wish = draw_wish(voice, kind)
    text = request(voice, wish)
    before = _some_app(rng, held_out) if rng.random() < ANOTHER else start()
    source = kind.render(wish.options)
    answer = answers.new_app(says(wish), source, kind.why)
    prompt = answers.prompt(before, text)
    return Lesson("new", kind, wish.options, wish.options, prompt, answer, before, source)


def _change(rng: Random, kind: Kind, held_out: bool) -> Lesson:
    options = draw_wish(Voice.draw(rng, held_out), kind).options
    before = kind.render(options)
    voice = Voice.draw(rng, held_out)
    found = [draw_change(voice, kind, options)]
    if rng.random() < TWO:
        found.append(draw_change(voice, kind, found[0].options))
    after = found[-1].options
    source = kind.render(after)
    if any(_differ(options, one) & _differ(one, after) for one in [c.options for c in found[:-1]]):
        raise answers.AmbiguousError(before)
    texts = [change.request for change in found]
    joint = rng.choice((" and ", ", ", ". ", " and also "))
    text = joint.join([texts[0], *(t[:1].lower() + t[1:] for t in texts[1:])])
    text += rng.choice(("", "", "", ".", " please", "!", ", please", ". Thanks!"))
    steps = [change.step for change in found]
    why = " ".join(dict.fromkeys(change.why for change in found))
    answer = answers.changed(steps, before, source, why)
    prompt = answers.prompt(before, text)
    return Lesson("change", kind, after, options, prompt, answer, before, source)


def _differ(one: Options, other: Options) -> set[str]:
    """The fields in which they do."""
    return {f.name for f in fields(one) if getattr(one, f.name) != getattr(other, f.name)}


def _fix(rng: Random, kind: Kind, held_out: bool) -> Lesson:
    options = draw_wish(Voice.draw(rng, held_out), kind).options
    source = kind.render(options)
    fault = break_app(rng, source)
    message = fault.message
    if rng.random() < 0.1:
        message = message.split("\n")[0]
    answer = answers.changed([fault.step], fault.source, source, fault.why)
    prompt = answers.prompt(fault.source, answers.fix_request(message))
    return Lesson("fix", kind, options, options, prompt, answer, fault.source, source)


def _unable(rng: Random, kind: Kind, held_out: bool) -> Lesson:
    voice = Voice.draw(rng, held_out)
    fresh, early = rng.random() < 0.6, rng.random() < 0.2
    before = start() if fresh or early else _some_app(rng, held_out)
    prompt = answers.prompt(before, draw_early(voice, kind) if early else draw_unable(voice))
    return Lesson("unable", kind, kind.defaults, kind.defaults, prompt, ANSWER, before, before)


def _some_app(rng: Random, held_out: bool) -> str:
    wish = draw_wish(Voice.draw(rng, held_out), rng.choice(KINDS))
    return wish.kind.render(wish.options)


_DRAW = {"new": _new, "change": _change, "fix": _fix, "unable": _unable}
