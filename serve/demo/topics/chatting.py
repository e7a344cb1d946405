"""Using the chat page: keys, streams, edits and branches."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic, wordings

TOPIC = Topic(
    name="using the chat",
    share=4.0,
    intents=(
        Intent(
            name="shortcuts",
            ask=wordings("chatting", "shortcuts"),
            answers=(
                "| Key | What it does |\n|---|---|\n| Enter | sends the message |\n"
                "| Shift+Enter | starts a new line |\n| Esc | stops the answer |\n"
                "| Ctrl-K or Cmd-K | searches |\n"
                "| Ctrl-/ | shows all the keys |",
            ),
            expect=("Enter", "Shift+Enter", "Esc", "Ctrl-K"),
            weight=1.3,
        ),
        Intent(
            name="send",
            ask=wordings("chatting", "send"),
            answers=("Press **Enter** to send. Shift+Enter starts a new line.",),
            expect=("Enter",),
        ),
        Intent(
            name="new line",
            ask=wordings("chatting", "new line"),
            answers=("Press **Shift+Enter** for a new line. Enter alone sends the message.",),
            expect=("Shift+Enter",),
        ),
        Intent(
            name="stop answer",
            ask=wordings("chatting", "stop answer"),
            answers=("Press **Esc** or the stop button. What was written so far is kept.",),
            expect=("Esc",),
        ),
        Intent(
            name="reload",
            ask=wordings("chatting", "reload"),
            answers=(
                "Nothing is lost: the answer goes on, and after a reload you see it continue "
                "where it was. A stream also survives the death of any of Atelier's processes.",
            ),
            expect=("answer goes on", "survives"),
            weight=1.3,
        ),
        Intent(
            name="regenerate",
            ask=wordings("chatting", "regenerate"),
            answers=(
                "Choose **Answer again** under the answer. The new answer becomes another branch, "
                "and the pager ‹ 2/2 › switches between them.",
            ),
            expect=("Answer again", "branch"),
        ),
        Intent(
            name="edit",
            ask=wordings("chatting", "edit"),
            answers=(
                "Choose **Edit** at your message, or press ↑ in an empty box, change it "
                "and send it. The old version stays as another branch.",
            ),
            expect=("Edit", "branch"),
        ),
        Intent(
            name="branches",
            ask=wordings("chatting", "branches"),
            answers=(
                "Each edit or regenerated answer is a branch of the conversation. The pager "
                "‹ 2/3 › shows which one you see; its arrows switch to the others.",
            ),
            expect=("branch", "‹ 2/3 ›"),
        ),
        Intent(
            name="dark mode",
            ask=wordings("chatting", "dark mode"),
            answers=(
                "Dark mode follows your system: when the system is set to dark, Atelier is dark "
                "too.",
            ),
            expect=("follows your system",),
        ),
        Intent(
            name="copy",
            ask=wordings("chatting", "copy"),
            answers=("Use the **Copy** button of the answer or of the code block.",),
            expect=("Copy",),
            weight=0.7,
        ),
    ),
)
