"""Using the chat page: keys, streams, edits and branches."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="using the chat",
    share=2.4,
    intents=(
        Intent(
            name="shortcuts",
            ask=(
                "What are the [keyboard shortcuts|shortcuts|hotkeys]?",
                "Which [keys|shortcuts|keyboard shortcuts] can I use?",
                "Are there [keyboard shortcuts|shortcuts|hotkeys]?",
                "[Show|List|Tell me] the [shortcuts|keyboard shortcuts].",
                "Can I use Atelier with the keyboard?",
                "What can I do with the keyboard?",
                "Is there a list of [shortcuts|keys|hotkeys]?",
                "How do I use the keyboard here?",
                "Give me the keyboard shortcuts.",
                "Do you have any hotkeys?",
            ),
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
            ask=(
                "How do I send a message?",
                "Which key sends [a message|the message|my message]?",
                "What does Enter do?",
                "How do I submit [my question|a message|my text]?",
                "With which key do I send what I typed?",
                "How can I send [this|my question|what I wrote]?",
                "Do I press Enter to send?",
                "What key do I press to send?",
                "How do messages get sent?",
                "Tell me how to send a message.",
            ),
            answers=("Press **Enter** to send. Shift+Enter starts a new line.",),
            expect=("Enter",),
        ),
        Intent(
            name="new line",
            ask=(
                "How do I [write|add|start|make|type|insert] a [new line|second line|line break]?",
                "How can I write [several|more|many] lines[| in a message]?",
                "What does Shift+Enter do?",
                "Which key [makes|gives] a new line?",
                "How do I type a message of several lines?",
                "Enter sends my message, how do I get a new line?",
                "How do I go to the next line[| without sending]?",
                "Can a message have [many|several|more] lines?",
                "How do I break the line?",
                "Which keys insert a line break in my message?",
            ),
            answers=("Press **Shift+Enter** for a new line. Enter alone sends the message.",),
            expect=("Shift+Enter",),
        ),
        Intent(
            name="stop answer",
            ask=(
                "How do I stop [an answer|the answer|your answer|you|a reply]?",
                "Can I [stop|interrupt|cancel] [an answer|you|the model|a long answer]?",
                "What does Esc do?",
                "How do I make you stop [writing|talking]?",
                "The answer is too long, how do I stop it?",
                "Which key stops the answer?",
                "How do I [interrupt|cancel|abort] [the answer|a running answer|generation]?",
                "Where is the stop button?",
                "How can I end an answer early?",
                "How do I interrupt the model while it writes?",
            ),
            answers=("Press **Esc** or the stop button. What was written so far is kept.",),
            expect=("Esc",),
        ),
        Intent(
            name="reload",
            ask=(
                "What happens [if|when] I reload the page[| during an answer| in the middle]?",
                "Can I [reload|close|refresh] the [page|tab|browser] while you [answer|write]?",
                "What happens when I lose [the network|my connection|the connection]?",
                "Is the answer lost when I [reload|refresh|close the tab]?",
                "Does an answer survive a reload?",
                "What if [a server|a process|the server|the gateway] dies during an answer?",
                "What happens to the answer when I close the [tab|browser|laptop]?",
                "Can I continue [reading|an answer] on [another device|my phone]?",
                "My connection broke in the middle of an answer. Is it lost?",
                "If I refresh in the middle of a stream, do I lose text?",
                "Do streams survive a crash?",
                "What if the machine running the model crashes?",
            ),
            answers=(
                "Nothing is lost: the answer goes on, and after a reload you see it continue "
                "where it was. A stream also survives the death of any of Atelier's processes.",
            ),
            expect=("answer goes on", "survives"),
            weight=1.3,
        ),
        Intent(
            name="regenerate",
            ask=(
                "How do I regenerate [an answer|the answer|a reply]?",
                "Can I get [another|a different|a second|a new] answer[| to the same question]?",
                "What does [regenerate|the regenerate button] do?",
                "How do I ask for another answer?",
                "How do I make the model try again?",
                "I don't like this answer, can I have another?",
                "Can you answer the same question again?",
                "How can I retry[| an answer| a question]?",
                "Where is the [regenerate|answer again] button?",
                "Is there a way to have the same question answered anew?",
            ),
            answers=(
                "Choose **Answer again** under the answer. The new answer becomes another branch, "
                "and the pager ‹ 2/2 › switches between them.",
            ),
            expect=("Answer again", "branch"),
        ),
        Intent(
            name="edit",
            ask=(
                "How do I edit [a message|my message|my question|what I wrote]?",
                "Can I [edit|change|correct] [a message|my message|my question]?",
                "I made a [typo|mistake] in my [message|question]. Can I fix it?",
                "What happens when I edit a message?",
                "Is it possible to change a question after sending it?",
                "How do I [change|correct] my [last message|question]?",
                "Where is the edit button?",
                "How can I rewrite my question?",
                "Can messages be edited?",
                "How do I correct something I have already sent?",
            ),
            answers=(
                "Choose **Edit** at your message, or press ↑ in an empty box, change it "
                "and send it. The old version stays as another branch.",
            ),
            expect=("Edit", "branch"),
        ),
        Intent(
            name="branches",
            ask=(
                "What is a branch?",
                "What are [branches|the arrows ‹ ›|the pager arrows]?",
                "How do I [switch|move] between [branches|answers|versions|alternatives]?",
                "What does ‹ 2/3 › mean?",
                "How do branches work in a conversation?",
                "What is the pager[| under an answer| for]?",
                "Can I go back to the [old|earlier|first] [answer|version]?",
                "How do I see the other [answers|versions|branches]?",
                "Explain branches[| to me].",
                "What do the small arrows beside a message do?",
            ),
            answers=(
                "Each edit or regenerated answer is a branch of the conversation. The pager "
                "‹ 2/3 › shows which one you see; its arrows switch to the others.",
            ),
            expect=("branch", "‹ 2/3 ›"),
        ),
        Intent(
            name="dark mode",
            ask=(
                "Is there a dark [mode|theme]?",
                "How do I [turn on|switch on|enable|get|set|use] dark mode?",
                "How do I change the [theme|colours|colors|look]?",
                "Can I have a [dark|black|light] [theme|background|page]?",
                "Does Atelier have a dark mode?",
                "The page is too bright. Can it be dark?",
                "How do I turn off dark mode?",
                "How do I get the light [theme|mode]?",
                "Why is the page dark?",
                "Can the page be dark at night?",
            ),
            answers=(
                "Dark mode follows your system: when the system is set to dark, Atelier is dark "
                "too.",
            ),
            expect=("follows your system",),
        ),
        Intent(
            name="copy",
            ask=(
                "How do I copy [an answer|the code|a code block|your answer]?",
                "Can I copy [an answer|the code|this]?",
                "Where is the copy button?",
                "How do I get the code out of the chat?",
                "How can I copy a code block?",
                "How do I paste your answer somewhere else?",
                "I want to copy the answer.",
                "Is there a copy button?",
                "How do I take the code to my editor?",
                "What is the quickest way to copy code from here?",
            ),
            answers=("Use the **Copy** button of the answer or of the code block.",),
            expect=("Copy",),
            weight=0.7,
        ),
    ),
)
