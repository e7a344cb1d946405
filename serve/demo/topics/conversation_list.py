"""Keeping conversations in order: naming, pinning, finding and removing them."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic, wordings

TOPIC = Topic(
    name="conversation list",
    share=2.2,
    intents=(
        Intent(
            name="rename",
            ask=wordings("conversation_list", "rename"),
            answers=(
                "Open the menu beside the conversation in the list, choose **Rename** and type the "
                "new title.",
            ),
            expect=("Rename",),
        ),
        Intent(
            name="delete",
            ask=wordings("conversation_list", "delete"),
            answers=("Open the menu beside the conversation in the list and choose **Delete**.",),
            expect=("Delete",),
        ),
        Intent(
            name="pin",
            ask=wordings("conversation_list", "pin"),
            answers=(
                "Open the menu beside the conversation and choose **Pin**: it stays at the top of "
                "the list. **Unpin** puts it back.",
            ),
            expect=("Pin",),
        ),
        Intent(
            name="search",
            ask=wordings("conversation_list", "search"),
            answers=(
                "Press **Ctrl-K** (Cmd-K on a Mac) and type: it searches your conversations.",
            ),
            expect=("Ctrl-K", "search"),
        ),
        Intent(
            name="new chat",
            ask=wordings("conversation_list", "new chat"),
            answers=(
                "Choose **New chat** at the top of the list or press Ctrl-Shift-O. The old "
                "conversation stays in the list.",
            ),
            expect=("New chat",),
        ),
    ),
)
