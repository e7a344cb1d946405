"""What Atelier is, what it is built on, and who is answering."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic, wordings

TOPIC = Topic(
    name="about Atelier",
    share=9.0,
    intents=(
        Intent(
            name="what is Atelier",
            ask=wordings("about", "what is Atelier"),
            answers=(
                "Atelier is a web app and a streaming HTTP API that you host yourself. It is "
                "for **chatting with models**, **making images** and **teams of coding agents**, "
                "on a GPU cluster that begins on a laptop.",
            ),
            expect=("host yourself", "GPU cluster"),
            weight=2.0,
        ),
        Intent(
            name="stack",
            ask=wordings("about", "stack"),
            answers=(
                "Atelier is built on:\n\n- **Ray Serve** and Ray actors for the cluster\n"
                "- **vLLM** for language models\n- **diffusers** for image models\n"
                "- **FastAPI** for the HTTP API\n- **MongoDB** for documents and **S3** for files",
            ),
            expect=("Ray Serve", "vLLM", "FastAPI"),
        ),
        Intent(
            name="who are you",
            ask=wordings("about", "who are you"),
            answers=(
                "I am Atelier's demo model, a very small language model trained from scratch. "
                "I can help you with your first steps here, but I do not know much else.",
            ),
            expect=("demo model",),
            weight=2.5,
        ),
        Intent(
            name="what can you do",
            ask=wordings("about", "what can you do"),
            answers=(
                "I am small, but you can try these:\n\n- Ask how Atelier works\n"
                '- A small sum, such as `47 + 38`\n- *Write "good morning" in upper case*\n'
                "- *Name three fruits*\n- A short Python or JavaScript snippet\n"
                "- A table, a poem or a long story",
            ),
            expect=("Ask how Atelier works", "47 + 38"),
            weight=1.5,
        ),
        Intent(
            name="how small",
            ask=wordings("about", "how small"),
            answers=(
                "I have about 4 million parameters. Well-known chat models have thousands of "
                "times more, so expect mistakes from me.",
            ),
            expect=("4 million",),
        ),
        Intent(
            name="how trained",
            ask=wordings("about", "how trained"),
            answers=(
                "I was trained from scratch in a few hours on a CPU, only on conversations "
                "that Atelier's own code makes from a seed. See `serve/demo/` in the repository.",
            ),
            expect=("from scratch", "serve/demo"),
        ),
        Intent(
            name="why wrong",
            ask=wordings("about", "why wrong"),
            answers=(
                "Sorry about that. I am a very small demo model and I am often wrong, so please "
                "do not rely on me. Choose a larger model in the model picker for real work.",
            ),
            expect=("often wrong",),
        ),
        Intent(
            name="price",
            ask=wordings("about", "price"),
            answers=(
                "The demo model is free: every answer costs 0. If you connect a remote model "
                "with a key, its provider charges you, and Atelier shows the cost.",
            ),
            expect=("free", "costs 0"),
        ),
        Intent(
            name="privacy",
            ask=wordings("about", "privacy"),
            answers=(
                "Your data stays on this machine: the demo model runs here and needs no network. "
                "Only if you choose a remote model is the conversation sent to its provider.",
            ),
            expect=("stays on this machine", "remote model"),
            weight=1.3,
        ),
        Intent(
            name="gpu needed",
            ask=wordings("about", "gpu needed"),
            answers=(
                "No GPU is needed to begin: I run on the CPU of a laptop. Larger models want a "
                "GPU, and Atelier can grow to a cluster of many machines.",
            ),
            expect=("No GPU is needed",),
        ),
    ),
)
