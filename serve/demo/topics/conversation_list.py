"""Keeping conversations in order: naming, pinning, finding and removing them."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="conversation list",
    share=1.5,
    intents=(
        Intent(
            name="rename",
            ask=(
                "How do I rename [a conversation|a chat|this conversation|this chat]?",
                "Can I [rename|change the name of] [a conversation|a chat|this chat]?",
                "How do I change the [title|name] of [a conversation|this chat]?",
                "How do I give [this chat|a conversation] another [name|title]?",
                "Can a conversation get a new title?",
                "Where do I rename a chat?",
                "I want to rename this conversation.",
                "The title of my chat is wrong. How do I change it?",
                "How is a conversation renamed?",
                "How can I set the title of a chat?",
            ),
            answers=(
                "Open the menu beside the conversation in the list, choose **Rename** and type the "
                "new title.",
            ),
            expect=("Rename",),
        ),
        Intent(
            name="delete",
            ask=(
                "How do I delete [a conversation|a chat|this conversation|this chat]?",
                "Can I [delete|remove|erase] [a conversation|a chat|old chats]?",
                "How do I [remove|get rid of|erase] [a conversation|a chat|this chat]?",
                "I want to delete this conversation.",
                "Is there a way to remove a chat from the list?",
                "Where do I delete a chat?",
                "How can conversations be deleted?",
                "I no longer need this chat. How do I delete it?",
                "Please delete this conversation.",
                "How can I throw away an old conversation?",
            ),
            answers=("Open the menu beside the conversation in the list and choose **Delete**.",),
            expect=("Delete",),
        ),
        Intent(
            name="pin",
            ask=(
                "How do I pin [a conversation|a chat|this conversation|this chat]?",
                "Can I [pin|keep] [a conversation|a chat] [at|to] the top?",
                "What does [pin|pinning] do?",
                "How do I keep a chat at the top[| of the list]?",
                "What is a pinned conversation?",
                "How do I unpin a [chat|conversation]?",
                "Can I pin conversations?",
                "I want this chat to stay on top.",
                "Where do I pin a conversation?",
                "How can an important conversation stay at the top of the list?",
            ),
            answers=(
                "Open the menu beside the conversation and choose **Pin**: it stays at the top of "
                "the list. **Unpin** puts it back.",
            ),
            expect=("Pin",),
        ),
        Intent(
            name="search",
            ask=(
                "How do I search[| my conversations| my chats| old chats]?",
                "Can I [search|look through] [my conversations|my chats|old messages]?",
                "How do I find an [old|earlier] [conversation|chat|message]?",
                "Which key opens the search?",
                "What does Ctrl-K do?",
                "Where is the search?",
                "I am looking for an old chat. How do I find it?",
                "What is Cmd-K[| for]?",
                "Is there a search[| box| field]?",
                "How can I find something I wrote last week?",
            ),
            answers=(
                "Press **Ctrl-K** (Cmd-K on a Mac) and type: it searches your conversations.",
            ),
            expect=("Ctrl-K", "search"),
        ),
        Intent(
            name="new chat",
            ask=(
                "How do I start a new [conversation|chat]?",
                "How do I [begin|open|make|create] [another|a new|a second] [conversation|chat]?",
                "Where is the new chat button?",
                "Can I have [several|many|two] [conversations|chats]?",
                "How can I begin a fresh chat?",
                "I want a new [conversation|chat].",
                "How do I clear this chat?",
                "How do I change the subject?",
                "New chat please.",
                "What should I click for another conversation?",
            ),
            answers=(
                "Choose **New chat** at the top of the list or press Ctrl-Shift-O. The old "
                "conversation stays in the list.",
            ),
            expect=("New chat",),
        ),
    ),
)
