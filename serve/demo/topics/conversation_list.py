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
                "Is there a way to [rename|change the title of|change the name of] [a chat|a "
                "conversation|this chat]?",
                "How can I [change|edit|set] the [title|name] of [this|my|the] "
                "[conversation|chat]?",
                "I [want|need|would like] to [change|set] the [title|name] of [this|my] "
                "[chat|conversation].",
                "[Could|Can] I [give|set] [a|another|a new|a different] [name|title] [for|to] "
                "[a|this] [chat|conversation]?",
                "How do I [set|edit|choose] [a|the|a new] title[| of a conversation| for this "
                "chat]?",
                "[Rename|Renaming] [a|this|the] [chat|conversation][|.|?]",
                "Is it possible to rename [a chat|conversations|my chats]?",
                "Where can I [change|edit|set] the [title|name] of [a chat|a conversation]?",
                "How is [a chat renamed|the title of a chat changed|a title set]?",
                "Can [a chat|my conversation|this chat] [get|have] [a new|another|a different] "
                "[name|title]?",
                "Please rename this [chat|conversation][| for me].",
                "I do not like the [title|name] of this [chat|conversation].",
                "What do I click to rename a conversation?",
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
                "Is it possible to [delete|remove|erase|throw away] [a chat|a conversation|an "
                "old chat]?",
                "How [can|do] I [throw away|delete|erase] [an old|one|my] chat?",
                "I [want|need|would like] to [remove|erase|throw away|get rid of] [a|this|an "
                "old] [chat|conversation].",
                "[Could|Can] you [delete|remove|erase] [this|my|the] [chat|conversation][| for "
                "me]?",
                "Is there a [way|button] to [delete|erase|throw away] [a chat|conversations|old "
                "chats]?",
                "[Delete|Remove|Erase] this [chat|conversation][|.]",
                "[Deleting|Removing] [a chat|conversations|old chats][|?]",
                "How is a [chat|conversation] [deleted|removed|erased]?",
                "Where can I [delete|remove|erase] [a|an old] [chat|conversation]?",
                "What do I click to [delete|remove] [a|this] [chat|conversation]?",
                "Please [remove|throw away] this [chat|conversation].",
                "My list is full of old chats. How do I [remove|delete] them?",
                "How do conversations get deleted?",
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
                "Is there a way to [pin a chat|keep a conversation on top|keep a chat at the top]?",
                "How can [a|my|this|an important] [chat|conversation] [be pinned|stay on top|be "
                "kept at the top]?",
                "I [want|need|would like] to [pin|keep] [this|an important|a] "
                "[chat|conversation] [at the top|on top].",
                "[Could|Can] [a|this|my] [chat|conversation] [stay|be kept] [on top|at the "
                "top|first in the list]?",
                "How do I make [a|this|an important] [chat|conversation] stay [on top|at the "
                "top|first]?",
                "[Pin|Pinning] [a|this] [chat|conversation][|.|?]",
                "Is it possible to pin [a chat|a conversation|chats]?",
                "Where can I [pin|unpin] [a|this] [chat|conversation]?",
                "How is a [chat|conversation] pinned?",
                "What is [pinning|Pin|Unpin][| for]?",
                "This chat is important. How do I keep it [on top|at the top|first]?",
                "Please pin this [chat|conversation].",
                "How do I take a chat off the top?",
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
                "Is there a way to [search|find] [my conversations|old chats|an old message|my "
                "chats]?",
                "How can I [find|look for|search for] [something|a message|a word] [I wrote|from "
                "last week|in my chats]?",
                "I [want|need|would like] to [search|find] [my conversations|an old chat|a "
                "message|something I wrote].",
                "[Could|Can] I [find|look up] [something|a message|what] I [wrote|asked] [last "
                "week|before|yesterday|earlier]?",
                "I am looking for [something I wrote|a message|an earlier conversation]. [Where "
                "is it|How do I find it]?",
                "[Search|Searching|Find] [old chats|my conversations|my messages][|?]",
                "Which [key|shortcut|keys] [searches|is for search|finds a chat|opens search]?",
                "Is it possible to search [my chats|all conversations|old messages]?",
                "How does [the |]search work?",
                "Where can I search [my chats|my conversations|for a chat]?",
                "I cannot find [an old|my] [chat|conversation|message]. [How do I search|Where "
                "is it]?",
                "I wrote something last [week|month]. How can I find it?",
                "Please show me how to search.",
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
                "Is there a way to [start|begin|open] [a new|another|a fresh] [chat|conversation]?",
                "How can I [start|open|make|create] [a new|another|a fresh|a second] "
                "[chat|conversation]?",
                "What [do|must] I [click|press] [for|to get|to start] [a new|another|a second] "
                "[chat|conversation]?",
                "[Which|What] [button|key] [starts|opens|begins] [a new|another|a fresh] "
                "[chat|conversation]?",
                "I [need|would like] [a new|another|a fresh|to start a new] [chat|conversation].",
                "[New|Another|A new|A fresh] [chat|conversation][|.|?]",
                "[Could|Can] [I|we] [start|begin|open] [a new|another|a fresh] "
                "[chat|conversation]?",
                "Is it possible to have [several|two|many] [chats|conversations]?",
                "Where do I [click|start|begin] [for a new chat|a new conversation|another chat]?",
                "Please [open|start|begin] [a new|another] [chat|conversation][| for me].",
                "I want to [start over|begin again|talk about something else].",
                "How is a new [chat|conversation] started?",
                "What should I press to begin a new conversation?",
            ),
            answers=(
                "Choose **New chat** at the top of the list or press Ctrl-Shift-O. The old "
                "conversation stays in the list.",
            ),
            expect=("New chat",),
        ),
    ),
)
