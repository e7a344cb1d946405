"""One sentence on each of the words that Atelier's pages use."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Intent, Slots, Topic, wordings

TERMS = {
    "Ray": "**Ray** runs Python programs on many machines as if they were one.",
    "Ray Serve": "**Ray Serve** keeps models running on a Ray cluster and answers requests.",
    "vLLM": "**vLLM** is a fast engine that runs language models for many users at once.",
    "diffusers": "**diffusers** is a Python library that makes images with diffusion models.",
    "FastAPI": "**FastAPI** is a Python framework for HTTP APIs.",
    "MongoDB": "**MongoDB** is a database for documents; Atelier keeps conversations in it.",
    "S3": "**S3** is a protocol for storing files; Atelier keeps blobs in it.",
    "MinIO": "**MinIO** is a server that stores files and speaks S3.",
    "a GPU": "**A GPU** is a processor that does very many sums at once, which models need.",
    "an API": "**An API** is the way in which one program asks another to do something.",
    "a language model": "**A language model** guesses the next token of a text, again and again.",
    "an LLM": "**An LLM** is a large language model: it guesses the next token of a text.",
    "a prompt": "**A prompt** is the text that you give to a model.",
    "JSON": "**JSON** is a simple text format for data that programs exchange.",
    "Git": "**Git** keeps every version of a project's files.",
    "Docker": "**Docker** runs programs in containers, each with all that it needs.",
    "Python": "**Python** is a programming language that is easy to read.",
    "JavaScript": "**JavaScript** is the programming language of web pages.",
    "HTML": "**HTML** is the language in which web pages are written.",
}


def term_slots(rng: Random, _held_out: bool) -> Slots:
    """A term and its sentence."""
    term, meaning = rng.choice(sorted(TERMS.items()))
    return {"term": term, "meaning": meaning, "start": meaning[: meaning.index("** ") + 2]}


TOPIC = Topic(
    name="glossary",
    share=1.5,
    checks=20,
    intents=(
        Intent(
            name="term",
            ask=wordings("glossary", "term"),
            answers=("{meaning}",),
            expect=("{start}",),
            fill=term_slots,
        ),
    ),
)
