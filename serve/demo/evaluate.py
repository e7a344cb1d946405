"""Ask the demo model what training never showed it: `python -m serve.demo.evaluate`.

Wordings, sums, names and subjects are the held-out ones; answers are greedy. Prints a
table by topic and exits with 1 below the goal or when an answer did not end by itself.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

from serve.demo import MODEL_DIR
from serve.demo.network import MAX_TOKENS
from serve.demo.styles import STYLES, Style
from serve.demo.topic import Example
from serve.demo.topics import all_topics

GOAL = 0.90
MAX_ANSWER_TOKENS = 1000
SEED = 1009
STYLE_CHECKS = 10
"""Questions asked under the prompts of each style."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question to ask, under the name of its topic."""

    topic: str
    example: Example

    def messages(self) -> list[dict[str, str]]:
        """The conversation as the chat template takes it."""
        system = [("system", self.example.system)] if self.example.system else []
        turns = [
            turn
            for question, answer in self.example.history
            for turn in (("user", question), ("assistant", answer))
        ]
        roles = [*system, *turns, ("user", self.example.question)]
        return [{"role": role, "content": text} for role, text in roles]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the model answered to a case."""

    topic: str
    intent: str
    question: str
    answer: str
    right: bool
    ended: bool


def cases() -> list[Case]:
    """Every held-out case, the same at every run."""
    found = [
        Case(topic.name, example)
        for topic in all_topics()
        for intent in topic.intents
        for example in distinct(
            [intent.draw(Random(f"{SEED}:{intent.name}:{i}"), True) for i in range(topic.checks)]
        )
    ]
    return found + [case for style in STYLES for case in styled_cases(style)]


def distinct(examples: Sequence[Example]) -> list[Example]:
    """The examples without those that ask the same again."""
    return list({(e.system, e.history, e.question): e for e in examples}.values())


def styled_cases(style: Style) -> list[Case]:
    """Short held-out questions, each under one of the held-out prompts of a style."""
    plain = [
        intent
        for topic in all_topics()
        if topic.name in ("small talk", "facts", "conversation list")
        for intent in topic.intents
        if not intent.history
    ]
    prompts = style.wordings(held_out=True)
    found = []
    for number in range(STYLE_CHECKS):
        rng = Random(f"{SEED}:{style.name}:{number}")
        example = rng.choice(plain).draw(rng, held_out=True)
        found.append(styled_case(style, prompts[number % len(prompts)], example))
    return found


def styled_case(style: Style, prompt: str, example: Example) -> Case:
    """The example under a system prompt, and what a right answer in its style contains."""
    before, after = style.speak("|").split("|")
    return Case(
        "system prompts",
        Example(
            intent=f"style: {style.name}",
            system=prompt,
            history=(),
            question=example.question,
            answer=style.speak(example.answer),
            expect=(
                *(text for text in (before, after) if text),
                *(spoken(style, text) for text in example.expect),
            ),
        ),
    )


def spoken(style: Style, text: str) -> str:
    """Expected words as the style says them, without its frame."""
    before, after = style.speak("\0").split("\0")
    return style.speak(text).removeprefix(before).removesuffix(after)


def ask_all(folder: Path, asked: Sequence[Case]) -> list[Outcome]:
    """Greedy answers of the engine that serves the model; one that reached the limit ran on."""
    os.environ.setdefault("VLLM_CPU_KVCACHE_SPACE", "1")
    from vllm import LLM, SamplingParams  # takes seconds

    engine = LLM(
        str(folder), dtype="float32", max_model_len=MAX_TOKENS, max_num_seqs=64, enforce_eager=True
    )
    limits = SamplingParams(temperature=0.0, max_tokens=MAX_ANSWER_TOKENS)
    outputs = engine.chat([case.messages() for case in asked], limits)
    outcomes = []
    for case, output in zip(asked, outputs, strict=True):
        answer, example = output.outputs[0], case.example
        ended = answer.finish_reason == "stop"
        right = ended and example.accepts(answer.text)
        outcomes.append(
            Outcome(case.topic, example.intent, example.question, answer.text, right, ended)
        )
    return outcomes


def report(outcomes: Sequence[Outcome], show_wrong: bool) -> dict[str, Any]:
    """Print the table by topic; returns the same figures."""
    by_topic: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_topic[outcome.topic].append(outcome)
        if show_wrong and not outcome.right:
            print(f"[{outcome.intent}] {outcome.question!r} -> {outcome.answer[:150]!r}")
    print(f"{'topic':<20}{'right':>7}{'asked':>7}{'share':>9}")
    for name, group in sorted(by_topic.items()):
        right = sum(outcome.right for outcome in group)
        print(f"{name:<20}{right:>7}{len(group):>7}{right / len(group):>9.1%}")
    right, run_ons = sum(o.right for o in outcomes), sum(not o.ended for o in outcomes)
    print(f"{'total':<20}{right:>7}{len(outcomes):>7}{right / len(outcomes):>9.1%}")
    print(f"answers that did not end within {MAX_ANSWER_TOKENS} tokens: {run_ons}")
    topics = {name: sum(o.right for o in group) / len(group) for name, group in by_topic.items()}
    return {
        "asked": len(outcomes),
        "right": right,
        "share": right / len(outcomes),
        "run_ons": run_ons,
        "topics": topics,
    }


def main() -> int:
    """Command line; the exit status says whether the goal was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL_DIR)
    parser.add_argument("--json", type=Path, help="also write figures and answers here")
    parser.add_argument("--wrong", action="store_true", help="print the wrong answers")
    args = parser.parse_args()
    outcomes = ask_all(args.model, cases())
    figures = report(outcomes, args.wrong)
    if args.json:
        answers = [asdict(outcome) for outcome in outcomes]
        args.json.write_text(json.dumps(figures | {"answers": answers}, indent=1) + "\n")
    return 0 if figures["share"] >= GOAL and not figures["run_ons"] else 1


if __name__ == "__main__":
    sys.exit(main())
