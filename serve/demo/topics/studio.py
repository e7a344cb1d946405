"""Where software is built."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic, wordings

TOPIC = Topic(
    name="studio",
    share=0.75,
    intents=(
        Intent(
            name="code studio",
            ask=wordings("studio", "code studio"),
            answers=(
                "Software is built on the **Studio** page: say there what you want, and it is "
                "written, checked and shown as it runs. The demo coder knows small apps only. In "
                "this chat I only write.",
            ),
            expect=("on the **Studio** page", "small apps only"),
        ),
    ),
)
