"""What Atelier will do but does not do yet."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic, wordings

TOPIC = Topic(
    name="planned",
    share=0.75,
    intents=(
        Intent(
            name="code studio",
            ask=wordings("planned", "code studio"),
            answers=(
                "The code studio with its coding agents is planned but **not in this version "
                "yet**. I can only show short snippets.",
            ),
            expect=("code studio", "not in this version"),
        ),
    ),
)
