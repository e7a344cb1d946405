"""One sentence on each of the words that Atelier's pages use."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Intent, Slots, Topic

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
            ask=(
                "What is {term}?",
                "[Explain|Define|Describe] {term}[|.| to me.| in short.]",
                "What does {term} [do|mean]?",
                "Do you know what {term} is?",
                "Tell me what {term} is.",
                "What's {term}?",
                "I don't know {term}. What is it?",
                "{term}: what is it?",
                "Can you [explain|tell me about] {term}?",
                "In one sentence, what is {term}?",
                "Tell me about {term}.",
                "What [exactly |]is [meant by|the meaning of] {term}?",
                "[What's|What is] the definition of {term}?",
                "[Could|Can|Would] you [define|describe|tell me] what {term} is?",
                "[Could|Can|Would] you explain {term} [to me|in simple words|to a beginner]?",
                "Explain {term} [like I'm five|in simple terms|in plain English|for beginners][|.]",
                "[Please|Now] [explain|define|describe] {term}[|.]",
                "{term}, [what's that|what is that|what does it mean]?",
                "{term} [meaning|definition|explained|explanation]",
                "[definition|meaning|glossary]: {term}",
                "[I'd like|I want] to [know|understand|learn] what {term} is[|.]",
                "I wonder what {term} [is|means][|.]",
                "I don't [understand|get|know] what {term} [is|means][|.]",
                "I've [never heard of|just read about|come across] {term}. What is [it|that]?",
                "I keep [hearing|reading] about {term}, [but what is it|what is that|what "
                "does it mean]?",
                "My [teacher|boss|colleague] [mentioned|talks about|asked me about] {term}. "
                "What is [it|that]?",
                "What [do people|do you|does one] mean by {term}?",
                "What [sort|kind] of thing is {term}?",
                "How would you [explain|define|describe] {term}?",
                "What [should I|do I need to|must I] know about {term}?",
                "Do you know [anything about|the meaning of|what is meant by] {term}?",
                "Can you tell me what {term} means?",
                "[Help me|Please help me] understand {term}.",
                "{term} in [one sentence|a nutshell|simple words|short][|, please].",
                "Give me a [short|brief|simple|quick] [definition|explanation] of {term}[|.]",
                "I [read|saw|heard] the word {term}, what does it [mean|stand for]?",
                "Sorry, what's {term} [again|exactly]?",
            ),
            answers=("{meaning}",),
            expect=("{start}",),
            fill=term_slots,
        ),
    ),
)
