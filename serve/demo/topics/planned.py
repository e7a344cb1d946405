"""What Atelier will do but does not do yet."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic, wordings

TOPIC = Topic(
    name="planned",
    share=1.5,
    intents=(
        Intent(
            name="images",
            ask=wordings("planned", "images"),
            answers=("Images are planned but **not in this version yet**. For now Atelier chats.",),
            expect=("Images are planned", "not in this version"),
        ),
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
