"""Where pictures are drawn."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic, wordings

TOPIC = Topic(
    name="images",
    share=0.75,
    intents=(
        Intent(
            name="images",
            ask=wordings("images", "images"),
            answers=(
                "Pictures are drawn on the **Images** page: describe the picture there and press "
                "**Draw**. Here in the chat, begin a message with `/image`.",
            ),
            expect=("on the **Images** page", "press **Draw**"),
        ),
    ),
)
