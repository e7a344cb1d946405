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
                "Pictures are drawn on the **Images** page, once there is an image model: "
                "describe the picture there and press **Draw**. In this chat I only write.",
            ),
            expect=("on the **Images** page", "press **Draw**"),
        ),
    ),
)
