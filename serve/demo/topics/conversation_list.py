"""Keeping conversations in order: naming, pinning, finding and removing them."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="conversation list",
    share=2.2,
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
                "rename chat",
                "change chat title",
                "I'd like to call this chat something else.",
                "The [title|name|heading|label] of this [chat|conversation] [doesn't "
                "fit|makes no sense|is misleading|is too long]. How can I change it?",
                "All my chats have [similar|the same|silly|meaningless] [names|titles]. Can "
                "I [rename|retitle] them?",
                "I wonder [whether|if] I can [rename|retitle|relabel] [a conversation|my "
                "chats|an old chat].",
                "How do I [retitle|relabel|name] [a conversation|this chat|one of my chats]?",
                "Can I [choose|pick|write] [my own|another|a better] title for a "
                "[conversation|chat]?",
                "The [title|name] you [chose|picked|made up|gave] is "
                "[wrong|bad|odd|unhelpful]. Where do I change it?",
                "There's a [typo|mistake|spelling error] in the title of my "
                "[chat|conversation]. How do I [fix|correct] it?",
                "Where's the [option|menu item|command|button] [to rename|for renaming] a "
                "[chat|conversation]?",
                "Is the [title|name] of a [chat|conversation] [fixed|final|editable|changeable]?",
                "Are [chat titles|conversation names|conversation titles|the titles in the "
                "list] [editable|changeable]?",
                "new title for this chat",
                "edit conversation name",
                "I don't want my conversation to be called that. How do I give it a proper name?",
                "[Give|Assign] this [chat|conversation] a [better|shorter|clearer|new] title",
                "My teacher asks us to name our conversations after the lesson. Where do I "
                "type the name?",
                "What do I [do|choose|press] to [rename|retitle] [my chat|this "
                "conversation|an entry in the list]?",
                "Can I change [what my chat is called|what the conversation is called|the "
                "name shown in the list]?",
                "Kindly explain how the [title|name] of a conversation can be "
                "[modified|amended|altered].",
                "Who decides the title of a chat, and can I change it?",
                "I can't find where to rename [my chat|this conversation|a conversation].",
                "How do I put a [different|new|custom] [title|heading|name] on my chat?",
                "May I rename [old|earlier|existing] [chats|conversations]?",
                "[Custom|Different|Special] [name|title] for a [chat|conversation]?",
                "I named this chat badly. How do I correct that?",
                "Can the [chats|conversations] in [the list|the sidebar|the side panel] be "
                "[renamed|retitled]?",
                "How do I rename an entry in the [sidebar|list|left column]?",
                "What's the way to change a conversation's [title|name]?",
                "Let me rename this [chat|conversation|thread][|, please].",
                "rename",
                "retitle chat",
                "change title",
                "chat name change how",
                "edit title of conversation",
                "title editable?",
                "rename conversation where",
                "Is the [title|name] of a [chat|conversation|thread] [fixed|final|set in "
                "stone], or can I change it?",
                "Can I [reword|rewrite|modify|replace] the [title|heading] of a "
                "[conversation|chat]?",
                "How do I [reword|rewrite|modify|replace] a [chat's|conversation's] [title|name]?",
                "I'd like [a better|a shorter|a clearer|a different] [title|name] for this "
                "[chat|conversation].",
                "I'd like to [retitle|relabel|rename] this [thread|conversation|chat].",
                "I'd like my chat to be [called|named] something [meaningful|sensible|different].",
                "I've [thought of|found] a better [title|name] for my chat. Where do I "
                "[enter|put|type] it?",
                "There's a [stupid|strange|wrong|useless] [name|title] on this conversation. "
                "How can I [change|replace] it?",
                "The automatic [title|name] isn't [good|right|helpful]. Can I [type|write] my own?",
                "Can I [override|overwrite|replace] the [automatic|generated] title?",
                "You [called|named] my chat something [silly|odd|wrong]. How do I change that?",
                "I can't [tell|see] from the title what the chat is about. How do I [give it "
                "another one|change the title]?",
                "I can't tell my chats apart by their [names|titles]. How do I [name|label] "
                "them [myself|properly]?",
                "I don't like [what this chat is called|the name of my chat|how my "
                "conversation is titled].",
                "Please [give|show] me the steps for [renaming|retitling] a [chat|conversation].",
                "Could you show me how to [rename|retitle] [a thread|my conversation|one of "
                "my chats]?",
                "How does [renaming|retitling] [work|go|function]?",
                "How does one [rename|retitle] a [chat|conversation]?",
                "Can I [name|label] my [chats|conversations] [myself|as I like]?",
                "Where do I [enter|type|write] a different [title|name] for my "
                "[chat|conversation]?",
                "Which [menu|button|command] lets me [rename|retitle] a [chat|conversation]?",
                "What's the [trick|procedure|command] for [renaming|retitling] a "
                "[chat|conversation]?",
                "Does Atelier let me [rename|retitle|name] my [chats|conversations]?",
                "Is there a [Rename|rename] [button|command|option|menu item]?",
                "Am I [able|allowed] to [rename|retitle] a [conversation|chat]?",
                "Is [renaming|retitling] a [chat|conversation] [possible|allowed]?",
                "I wonder how to change the [name|title] that a [chat|conversation] has in "
                "the [list|sidebar].",
                "My [boss|colleague|teacher] wants [clear|proper|better] titles on the "
                "chats. How do I [change|edit] them?",
                "The [subject|topic] of this chat has changed, so its [title|name] should "
                "[change|be changed] too. How?",
                "What happens if I [rename|retitle] a [chat|conversation], and where do I do it?",
                "I want to put [the date|the client's name|a number] in the [title|name] of "
                "a [chat|conversation].",
                "Can I put [an emoji|the date|a number] in the [name|title] of my chat?",
                "My chat has the wrong [label|caption|heading] in the list.",
                "Change the [heading|label|name] of this [conversation|chat|thread], please.",
                "Call this [chat|conversation|thread] something [else|different].",
                "How may I [alter|amend|correct] the title under which a conversation is listed?",
                "Two of my chats have the same [name|title], so I want to [rename|retitle] one.",
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
                "delete chat how",
                "remove conversation",
                "Bin this chat.",
                "I'd like this [chat|conversation|thread] [gone|removed|wiped|out of the "
                "list]. How do I do that?",
                "Where's the [bin|trash can|dustbin|delete button|delete option] for [a "
                "chat|conversations|a conversation]?",
                "My [boss|wife|brother|flatmate] mustn't see this [chat|conversation]. How "
                "do I [delete|erase|remove] it?",
                "How do I [wipe|scrap|bin|trash|discard] [a conversation|an old chat|this thread]?",
                "I wonder whether I can [delete|remove|erase] [just one|a single|one "
                "particular] [chat|conversation].",
                "Can I [bin|trash|wipe|discard] [a conversation|this chat|chats I don't need]?",
                "There are too many [old conversations|chats|old threads] in my "
                "[list|sidebar]. How can I [delete|remove|clear out] some?",
                "I [don't want|don't need] this [chat|conversation] any more. How do I "
                "[delete|remove|bin] it?",
                "This [chat|conversation] was [only a test|a mistake|just for fun]. Can I "
                "[throw it away|delete it|get rid of it]?",
                "How do I take a [chat|conversation] off [the list|my list] [for good|for "
                "ever|permanently]?",
                "Can [chats|conversations|old threads] be [removed|erased|thrown "
                "away|discarded] [for good|permanently|one by one]?",
                "Kindly explain how to [remove|erase|delete] a conversation "
                "[permanently|from the list].",
                "erase this thread",
                "[Trash|Discard|Wipe|Scrap] [this|an old|a] [conversation|chat|thread]",
                "I can't find the [button|option|command] [to delete|for deleting] a "
                "[chat|conversation].",
                "I need to tidy up my list of chats, so how do I throw out the ones that I "
                "don't need?",
                "May I delete conversations, or are they kept for ever?",
                "I said something [private|embarrassing|personal] in this chat. How do I "
                "[erase|delete] the whole conversation?",
                "Is there a delete [button|option|command] for [chats|conversations|a "
                "conversation]?",
                "How would I go about [deleting|removing|erasing|discarding] a "
                "[chat|conversation]?",
                "Clean up my chat list: how do I remove [a chat|an entry|a conversation]?",
                "I want rid of this conversation.",
                "What's the [easiest|quickest|proper] way to [delete|remove|get rid of] a "
                "[chat|conversation]?",
                "Is deleting a [chat|conversation|thread] [possible|allowed]?",
                "Make this [chat|conversation] [disappear|vanish|go away] from [the|my] list.",
                "How do I destroy all trace of a conversation?",
                "Can a single [chat|conversation] be deleted without touching the others?",
                "Could you get rid of this [conversation|chat|thread]?",
                "delete",
                "delete this",
                "how to delete chats",
                "trash chat",
                "erase conversation permanently how",
                "get rid of old thread",
                "How does [deleting|removing] [work|function] for [chats|conversations]?",
                "How does one [delete|remove|erase] a [chat|conversation]?",
                "Which [menu|button|command|option] [deletes|removes|erases] a "
                "[chat|conversation]?",
                "Is there a way to [wipe|scrap|bin|discard] a [chat|conversation]?",
                "Am I able to [delete|erase|bin] a [chat|conversation|thread]?",
                "Does Atelier let me [delete|erase|remove] [chats|conversations|a chat]?",
                "I'd like to [bin|trash|scrap|discard|wipe] [this chat|an old conversation|a "
                "thread].",
                "I'd like to [drop|clear away|throw out] a few [old chats|old "
                "conversations|old threads].",
                "I've [finished with|had enough of] this [chat|conversation] and want to "
                "[delete|bin|erase] it.",
                "I've started a [chat|conversation] by [mistake|accident]. How do I [get rid "
                "of|remove|delete] it?",
                "There's a [chat|conversation|thread] in my list that [shouldn't be there|I "
                "don't want|I never needed]. How do I remove it?",
                "This [chat|conversation] was [only a test|a mistake|rubbish|garbage], so "
                "how do I [delete|remove] it?",
                "I can't stand [seeing|looking at] that old [chat|conversation]. How do I "
                "[delete|erase] it?",
                "I can't [see|work out|figure out] how to [delete|remove|erase] a "
                "[chat|conversation].",
                "I don't want [anyone|others|my colleagues] to [read|find|see] this chat. "
                "How do I [delete|erase] it?",
                "I don't want to keep this [chat|conversation|thread].",
                "Please [erase|wipe|bin|discard] this [conversation|chat|thread].",
                "Please show me how to [delete|erase|remove] a [chat|conversation].",
                "Could I [scrap|bin|throw out] [a chat|an old conversation|one of my chats]?",
                "Throw this [chat|conversation|thread] [away|out].",
                "Where do I [bin|trash|throw away|discard] [a conversation|an old chat|a thread]?",
                "Where's the [command|menu|option] to [erase|remove] a [chat|conversation]?",
                "I wonder how I [delete|erase|get rid of] a [chat|conversation|thread] "
                "[in|from] the list.",
                "My [teacher|employer|client] asks me to [delete|erase] a "
                "[chat|conversation]. How do I do it?",
                "For [privacy|data protection|security] reasons I must [erase|delete] a "
                "[conversation|chat]. How?",
                "This chat contains [a password|personal data|secrets]. How do I "
                "[delete|erase|destroy] the whole conversation?",
                "How can I [clear out|weed out|thin out] my [old chats|old "
                "conversations|list of chats]?",
                "How do I [clean up|tidy|shorten] my list by [deleting|removing] "
                "[chats|conversations]?",
                "My [sidebar|list] is [cluttered|crowded|too long]. How do I [delete|throw "
                "away] some chats?",
                "How can an [entry|item] be [deleted|removed|erased] from my [chat list|list "
                "of conversations]?",
                "What's the [procedure|command|menu item] for [deleting|erasing|removing] a "
                "[chat|conversation]?",
                "May I [erase|remove|throw away] a [chat|conversation] [myself|on my own]?",
                "Can I make a [chat|conversation] [disappear|vanish] [completely|for "
                "ever|for good]?",
                "Is it [easy|hard|allowed] to [delete|erase] a [chat|conversation], and how "
                "is it done?",
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
                "pin chat",
                "unpin how",
                "I'd like this chat [first in the list|at the very top|always on top|above "
                "the others].",
                "I always [lose|have to hunt for|have to scroll down to] my [most "
                "important|favourite|favorite|main] chat. Can I [fix it to the top|keep it "
                "at the top|pin it]?",
                "Can I [favourite|favorite|bookmark|star|pin] a [chat|conversation] so that "
                "it stays [at the top|on top]?",
                "How do I [stick|fix|attach|fasten] a [chat|conversation] to the top of "
                "[the|my] list?",
                "How can I make [a chat|this conversation|my main chat] [sticky|stay "
                "first|stay at the top|always come first]?",
                "I wonder [whether|if] I can [pin|fix] [important chats|a conversation|my "
                "favourite chat] at the top of the list.",
                "Where's the [pin|pin button|pin option|drawing pin]?",
                "What [happens when|happens if] I [pin|unpin] a [chat|conversation]?",
                "This [chat|conversation] [keeps sliding|keeps moving|slips] down the list. "
                "How do I [hold|keep|fix] it at the top?",
                "I don't want this [chat|conversation] to [sink|slide|move] down the list. "
                "Can it stay [on top|first|at the top]?",
                "There's a chat [at the top|on top] that doesn't move. How do I "
                "[unpin|release|free] it?",
                "I've pinned a [chat|conversation] by mistake. How do I [undo that|unpin "
                "it|remove the pin]?",
                "How do I [remove|undo] [a pin|the pin|the pinning]?",
                "What does [it mean|that mean] when a [chat|conversation] is pinned?",
                "pinned conversations",
                "keep chat on top",
                "[Pin|Fix] this [thread|chat|conversation] to the top, [how|is that possible]?",
                "Can I change the order of my list so that one chat is always first?",
                "Move this [chat|conversation] to the top of [the|my] list and [keep|leave] "
                "it there.",
                "My teacher wants the homework chat to be at the top of my list. How do I do that?",
                "Can I mark a [chat|conversation] as [important|a favourite|a favorite] so "
                "that it comes first?",
                "Kindly explain how a conversation is [pinned|fixed at the top|kept at the "
                "top of the list].",
                "What do I [click|choose|press] to [pin|unpin] [this chat|a conversation|one "
                "of my chats]?",
                "What's [pinning|a pinned chat|the Pin command|Unpin] [for|good for]?",
                "How many chats can I pin to the top?",
                "I use one chat [every day|all the time|daily]. How can I keep it [at the "
                "top|within reach|on top] of the list?",
                "Can [several|two|a few] [chats|conversations] be [pinned|kept on top|kept "
                "at the top]?",
                "I no longer [need|want] this chat [at the top|on top]. How do I [put it "
                "back|unpin it|take it down]?",
                "Which [menu|menu item|button] [pins|unpins] a [chat|conversation]?",
                "Do pinned chats stay at the top [for ever|when I write in others|for good]?",
                "pin",
                "unpin",
                "pinning?",
                "unpin conversation how",
                "pin to top",
                "always on top",
                "favourite chat at the top",
                "Can I [stick|fix|anchor] a [chat|conversation] at the top?",
                "How do I [anchor|lock|nail] a [chat|conversation] [at|to] the top of the list?",
                "How do I [star|favourite|favorite|bookmark] a [chat|conversation] so it's "
                "[always first|at the top]?",
                "Is there a way to [keep|hold] [my main chat|an important chat|my "
                "favourites] above the [others|rest]?",
                "Is there a [Pin|pin] [button|command|option] for [chats|conversations]?",
                "Does Atelier have [pinned chats|pinning|pinned conversations|a pin function]?",
                "Does Atelier let me [pin|fix] [chats|a conversation] [at|to] the top?",
                "I'd like to [fix|hold|stick] this [thread|chat|conversation] at the top of "
                "[the|my] list.",
                "I'd like to [unpin|release] a [chat|conversation].",
                "I've got [one|a] chat that should [never leave the top|always come "
                "first|always be at the top].",
                "I've pinned [too many|several] [chats|conversations]. How do I "
                "[unpin|release] some?",
                "There's a [pinned|stuck] [chat|conversation] at the top. How do I [get it "
                "down|unpin it|put it back]?",
                "Why is one [chat|conversation] always [first|kept at the top], and how do I "
                "[unpin|release] it?",
                "My [work|project|shopping|daily] chat should always be [at the top|first|on top].",
                "My important [chat|conversation] [gets buried|sinks|drifts down] under "
                "newer ones. Can I [pin it|fix it at the top]?",
                "I can't [keep|hold] my [chat|conversation] at the top. How is it done?",
                "I don't want this chat to [sink|move down|slide down] in the list.",
                "I don't want this [chat|conversation] pinned [any more|any longer|now].",
                "I don't want to [hunt|scroll] for this chat every day. Can it stay [at the "
                "top|on top]?",
                "Please [unpin|release] this [chat|conversation].",
                "Please [fix|stick|keep] this [chat|conversation] at the top of my list.",
                "Could you show me how to [pin|unpin] a [chat|conversation]?",
                "Where's the [option|command|button] to [keep|fix|hold] a chat at the top?",
                "What's a [pin|pinned conversation]?",
                "What's the [difference|point] if a chat is pinned?",
                "What does [Unpin|the Unpin command|Pin in the menu] do?",
                "I wonder what [Pin|pinning] means [here|in the menu|for a chat].",
                "How does [pinning|unpinning] [work|go]?",
                "How can I [undo|reverse|cancel] [pinning|a pin]?",
                "Can a [pinned|fixed] [chat|conversation] be [unpinned|released|put back]?",
                "How do I put a pinned [chat|conversation] back in its [normal|old|usual] place?",
                "Stop keeping this [chat|conversation] at the top.",
                "My teacher asks us to keep the [class|course] chat at the top of the list. How?",
                "How do I give a chat [priority|top priority|the first place] in the list?",
                "How might one [attach|affix] a conversation [permanently|firmly] to the top "
                "of the list?",
                "Can I have [a chat|two chats|a few chats] fixed [above|over] the [rest|others]?",
                "Which command makes a [chat|conversation] stay [first|at the top|on top]?",
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
                "search chats",
                "find old conversation",
                "Ctrl-K",
                "Where can I [find|look up|dig out|retrieve] something we [discussed|talked "
                "about|wrote about] [last month|weeks ago|a while ago]?",
                "I [can't remember|forgot|don't know] which chat had [the recipe|the "
                "script|my notes|that answer]. How do I [find|locate] it?",
                "I've [lost|mislaid|misplaced] a [chat|conversation]. How do I "
                "[find|locate|track down] it?",
                "I wonder [whether|if] I can [search|look through|scan|comb through] [all my "
                "chats|past conversations|my history].",
                "Is there [a search bar|a search function|a find box|a magnifying glass|a "
                "search feature] for my [chats|conversations]?",
                "How do I [look for|find|search for] a [keyword|word|phrase|topic|name] in "
                "[my chats|all conversations|old messages]?",
                "My list is too long to scroll through. How do I find [one chat|a certain "
                "conversation|the right chat]?",
                "I don't want to [scroll|click] through [the whole list|all my "
                "chats|hundreds of chats] to find one message.",
                "There was a [message|chat|conversation] about [gardening|my "
                "holiday|taxes|Python] some time ago. How can I find it again?",
                "Can I search by [keyword|word|topic|title] in my [chats|conversations|chat "
                "history]?",
                "Where do I type [a word|a search term|something] to find [an old chat|a "
                "conversation|a message]?",
                "How would I [locate|track down|dig up|retrieve] [an earlier|a previous|a "
                "past] [conversation|chat|message]?",
                "chat history search",
                "Look up an old [message|chat|conversation][|, how]?",
                "[Find|Locate|Look for] [a word|a phrase|a message] in [all my chats|my "
                "conversations|past chats]",
                "I asked you something [last week|yesterday|in spring|days ago]. Where can I "
                "look it up?",
                "Can [old|past|earlier] [messages|conversations|chats] be [searched|found "
                "again|looked up]?",
                "My teacher asks where I read that, and I need to find the old conversation again.",
                "Kindly tell me how to [search|look through] my [past|earlier|previous] "
                "conversations.",
                "What's the [shortcut|key|quickest way] to [find|search for] [a chat|a "
                "conversation|an old message]?",
                "Does [the chat list|the history|the sidebar|my list of chats] have a "
                "[search|search box|search field|find function]?",
                "full-text search?",
                "What do I [press|click|open] to [search|look for something] in my chats?",
                "Is my chat history searchable?",
                "I'd like to [look something up|search for something|find a phrase] in [my "
                "old chats|an earlier conversation|my history].",
                "I need that [recipe|code|letter|list] from [an earlier|an old] chat. How do "
                "I get to it?",
                "How do I find one particular message among hundreds?",
                "Where's the [search box|search bar|search field|find function|magnifying glass]?",
                "search",
                "find old chat",
                "search box where",
                "find a message",
                "search conversations shortcut",
                "Cmd-K",
                "lookup in history",
                "How do I [use|start|open|bring up] the [search|search box|search window]?",
                "How do I [rummage|dig|browse] through my [old chats|past conversations] for "
                "[a word|something]?",
                "How do I get [back to|hold of] [something I asked|an answer you gave|a "
                "thing you wrote] [weeks ago|last month]?",
                "How does one [search|look through] [one's|the] [chats|conversations]?",
                "How do I [go back to|return to|reopen] a [chat|conversation] that I [can't "
                "find|have lost sight of]?",
                "Is there a [find|lookup|search] [command|option|tool] for my [chats|messages]?",
                "Is there [any search|a quick search|a search key|a search shortcut]?",
                "Does Atelier [have|offer|include] a search [in|over|for] my "
                "[chats|conversations|messages]?",
                "Does the search look [inside|into] my [messages|chats|conversations], and "
                "how do I open it?",
                "Can I [hunt|look|check] for a [word|name|phrase] in all my [chats|conversations]?",
                "Can you [find|locate|dig up] [an old chat|an earlier conversation|an old "
                "message of mine]?",
                "Can't I [search|look through] my [history|chats|messages]?",
                "I'd like to [find|see|read] [that chat|the conversation] about "
                "[holidays|tax|the recipe] again.",
                "I'd like to [search for|look for] a [word|name|phrase] in everything [I "
                "wrote|we wrote].",
                "I've [forgotten|no idea] where [you wrote that|we talked about it|I asked "
                "that]. How can I [find|look it up]?",
                "I've got [hundreds|dozens|lots] of chats. How do I [find|locate|spot] "
                "[one|the right one]?",
                "There's a [chat|conversation] from [last year|long ago|spring] I need. How "
                "do I [find|locate] it?",
                "There was a [good answer|recipe|piece of code] in [some chat|one of my "
                "chats]. How do I find it again?",
                "We [talked|spoke|chatted] about [Paris|a book|my project] once. Where do I "
                "find that [chat|conversation]?",
                "Where did [that chat|my old conversation|the message] go? I need to "
                "[search|look] for it.",
                "Where do I [enter|put|type in] [search words|a keyword|my search]?",
                "Where's [search|the search|the lookup]?",
                "What [opens|starts|brings up] the search?",
                "What's [Ctrl-K|Ctrl+K|Cmd+K|the Ctrl-K shortcut] [for|good for]?",
                "What happens when I press [Ctrl-K|Cmd-K|Ctrl and K]?",
                "Which [button|key|shortcut] do I use to [look for|find] an old "
                "[message|conversation|chat]?",
                "I wonder how I [find|dig out|track down] an old [chat|conversation|message].",
                "I don't remember [the title|where it was|which chat it was in]. Can I "
                "[search|look] for the text?",
                "My [boss|teacher|colleague] wants to see what I asked [in May|last "
                "week|back then]. How do I find that chat?",
                "Please help me [find|locate|track down] an old [chat|conversation|message].",
                "Show me how to [look up|find|search for] an old [message|chat|conversation].",
                "Let me [search|look through] my [chats|conversations|old messages].",
                "Searching for [a word|a phrase|an old message], [how|where]?",
                "Could one [search|query|scan] the [entire|whole] [chat history|history] for "
                "a phrase?",
                "Looking for [a message|a chat] from [last week|last month|long ago]",
                "Am I able to [look up|find] what I [said|wrote|asked] [back then|in the past]?",
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
                "new chat button where",
                "start fresh conversation",
                "Blank chat, please.",
                "I'd like to [start|begin|open] [a separate|a clean|a blank|an empty] "
                "[chat|conversation].",
                "How do I get [an empty|a blank|a clean] [page|chat|conversation|window] to "
                "start [again|over|afresh]?",
                "I want to [ask|discuss|write about] something [completely different|quite "
                "different|unrelated]. How do I open [a new chat|another chat|a fresh "
                "conversation]?",
                "This [conversation|chat] is [too long|getting messy|finished|full]. How do "
                "I [start|open|begin] a new one?",
                "I wonder how I [start|open|begin|create] a [new|separate|second] "
                "[chat|conversation|thread].",
                "Can I open a [second|separate|parallel] [chat|conversation|thread] "
                "[beside|next to|alongside] this one?",
                "What does [Ctrl-Shift-O|Ctrl+Shift+O|the New chat button|New chat] do?",
                "Is there a [button|shortcut|key|hotkey] for [a new chat|a fresh chat|a new "
                "conversation|another conversation]?",
                "Where do I go to [start|open|create] [a new|another|a fresh|an additional] "
                "[chat|conversation|thread]?",
                "Do I lose [this chat|the old conversation|my current chat] when I "
                "[start|open|begin] a new one?",
                "What happens to [the old|this|my current] chat when I [start|open|begin] [a "
                "new one|another]?",
                "Ctrl-Shift-O",
                "[Start|Open|Begin|Create] [a new|another|a fresh|a separate] "
                "[chat|conversation|thread]",
                "I don't want to [continue|go on with|carry on with] this "
                "[chat|conversation]. How do I [start|open] another?",
                "Let's [begin|start|open] a [new|fresh] [conversation|chat].",
                "There's [old stuff|a lot of text|another subject] in this chat. How can I "
                "get a [blank|clean|fresh|new] one?",
                "How do I [leave|close|end] this conversation and [start|begin|open] [a new "
                "one|another one]?",
                "Can we [start from scratch|start afresh|begin afresh|make a fresh start] "
                "with an empty chat?",
                "new thread",
                "My teacher asks for one conversation per subject, so how do I open the next one?",
                "Kindly explain how to [open|create|begin|initiate] a [new|further|separate] "
                "conversation.",
                "I'm [done|finished|through] with this [topic|subject|chat]. How do I "
                "[open|begin|start] a new conversation?",
                "What's the [quickest|fastest|easiest] way to open a [new|fresh|blank] "
                "[chat|conversation]?",
                "May I have more than one chat at the same time?",
                "[Different|New|Another] [topic|subject], [new|fresh] chat: how?",
                "I can't find how to [start|open|create] [a new chat|another conversation|a "
                "new conversation].",
                "How do I keep two [subjects|topics|projects] in separate [chats|conversations]?",
                "How can I talk to you about something new without the old messages?",
                "Where's the plus sign for a new conversation?",
                "new chat how",
                "start over",
                "fresh start please",
                "one more chat",
                "open new conversation",
                "new conversation shortcut",
                "begin new thread",
                "empty chat",
                "Is there a [New chat|new chat] [button|option|command]?",
                "Is there a [hotkey|key combination|keyboard shortcut] that "
                "[opens|starts|creates] a new chat?",
                "How do I [kick off|launch|set up] a [new|fresh|separate] "
                "[chat|conversation|thread]?",
                "How do I [move on|go on] to a [new|different] [chat|conversation]?",
                "How do I [switch|change] to a [new topic|different subject|new subject]?",
                "How does one [start|open|begin] a [new|fresh] [conversation|chat]?",
                "How do I [wipe the slate clean|get a clean slate|start from zero] [with a "
                "new chat|in an empty chat]?",
                "How do I [reset|restart] the [chat|conversation]?",
                "Can I [reset|restart|clear] [this chat|the conversation] and [begin "
                "anew|begin again]?",
                "Can I have [more than one|a further|an additional] [chat|conversation]?",
                "Can I [run|keep|have] multiple [chats|conversations] [at once|at the same "
                "time|side by side]?",
                "Could we [switch to|move to] a [new|fresh|blank] [chat|conversation]?",
                "I'd like to [start over|begin again|begin afresh] in a [new|blank|clean] chat.",
                "I'd like [another|a new|a fresh|a further] [chat|conversation], please.",
                "I've got [another|an unrelated|a different] question that doesn't belong "
                "[here|in this chat]. Where do I [open|start] a new one?",
                "I've [finished|completed] this [task|topic] and want a [fresh|clean|new] chat.",
                "There's no [room|place] for this topic here. I need a [separate|new|second] "
                "[chat|conversation].",
                "This [chat|conversation] has become too [long|messy|confusing]. How do I "
                "[start|open] a new one?",
                "You're [mixing things up|confused by the old messages|stuck on the old "
                "topic]. How do I start a [fresh|new|clean] chat?",
                "I can't find the [New chat|new conversation] [button|option|command].",
                "I don't want to [continue|go on with|carry on] this [chat|conversation], I "
                "want a [new|fresh] one.",
                "I don't want the [earlier|previous|old] messages to "
                "[matter|interfere|influence you]. How do I open a clean chat?",
                "Where do I [open|create|make] a [new|fresh|separate|blank] "
                "[chat|conversation|thread]?",
                "Where's the [button|command|option] [to start|for starting|to open] a new "
                "[chat|conversation]?",
                "What's the [shortcut|key|hotkey|key combination] for a new [chat|conversation]?",
                "What [happens|changes] [if|when] I [press|click] New chat?",
                "Does [starting|opening|beginning] a new chat [delete|erase|remove] the old one?",
                "Will my [old|current|present] chat [be kept|stay|remain] if I [start|open] "
                "a new one?",
                "I wonder [if|whether] I can have [a second|a separate|another] "
                "[chat|conversation].",
                "My [teacher|boss|tutor] asks me to [begin|start|open] a separate "
                "[chat|conversation] for each task.",
                "[Next|New|Other] [subject|topic], please: I want an empty chat.",
                "Let me [start|open|begin] [over in a new chat|a clean chat|a new thread].",
                "Let's [talk|chat] about something [else|different] in a [new|separate] "
                "conversation.",
                "Give me [a blank|an empty|a clean] [chat|conversation].",
                "Take me to [a new|an empty|a blank] [chat|conversation].",
                "How may I [commence|initiate] a [fresh|new] conversation while keeping the "
                "[present|current|old] one?",
            ),
            answers=(
                "Choose **New chat** at the top of the list or press Ctrl-Shift-O. The old "
                "conversation stays in the list.",
            ),
            expect=("New chat",),
        ),
    ),
)
