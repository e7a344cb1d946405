"""Manners of speaking that a system prompt may ask for, and prompts that change nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from serve.demo.topic import side, wordings


@dataclass(frozen=True, slots=True)
class Style:
    """System prompts asking for one manner, and the manner itself."""

    name: str
    prompts: tuple[str, ...]
    speak: Callable[[str], str]

    def wordings(self, held_out: bool) -> tuple[str, ...]:
        """The prompts for training, or those kept for the evaluation."""
        return side(self.prompts, held_out)


def pirate(answer: str) -> str:
    """The answer, framed as a pirate would."""
    return f"Arr! {answer} Yo ho ho!"


def polite(answer: str) -> str:
    """The answer in a courteous frame."""
    return f"With pleasure. {answer} Thank you for asking!"


def robot(answer: str) -> str:
    """The answer between beeps."""
    return f"Beep. {answer} Boop."


def starred(answer: str) -> str:
    """The answer with a star at its end."""
    return f"{answer} ⭐"


STYLES = (
    Style(
        "upper case",
        wordings("styles", "upper case"),
        str.upper,
    ),
    Style(
        "pirate",
        wordings("styles", "pirate"),
        pirate,
    ),
    Style(
        "polite",
        wordings("styles", "polite"),
        polite,
    ),
    Style(
        "robot",
        wordings("styles", "robot"),
        robot,
    ),
    Style(
        "star",
        wordings("styles", "star"),
        starred,
    ),
)

NEUTRAL = (
    "You are a helpful assistant.",
    "You are Atelier's assistant.",
    "You are a helpful, friendly assistant.",
    "You are a helpful assistant. Be brief.",
    "Answer the user's questions.",
    "You are an expert programmer.",
    "You are a teacher.",
    "You help people who use Atelier.",
    "Be helpful and clear.",
    "You are a careful assistant. Use Markdown where it helps.",
    "Be concise.",
    "You are a good listener.",
    "Help the user as well as you can.",
    "You are an experienced engineer in a small team.",
    "Answer in English.",
    "You are a chat model inside a web app.",
    "Think before you answer.",
    "The user is new here. Be kind.",
)
