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
                "[Keyboard shortcuts|Shortcuts|Hotkeys|Shortcut keys|Key bindings|Keys][|?| "
                "please]",
                "I [want|would like|need] [the shortcuts|a list of keys|to use the "
                "keyboard|the keyboard shortcuts].",
                "Which [key combinations|hotkeys|keys|key bindings] [are there|exist|does "
                "Atelier have|work here]?",
                "What do the [keys|different keys|various keys] do[| here| in Atelier]?",
                "Where can I find the shortcuts?",
                "Can I [work|do everything|navigate|control this] [without a mouse|with "
                "keys|by keyboard]?",
                "[List|Show|Tell me|Give me] [all|all the] [keys|hotkeys|key combinations|key "
                "bindings].",
                "Does [Atelier|this page|the app|the chat] have [shortcuts|hotkeys|keyboard "
                "shortcuts|key bindings]?",
                "Is there a [shortcut|hotkey|key] [overview|table|list|help|summary]?",
                "Are there any keys I should know?",
                "Where [are|do I see|can I see|can I look up] the "
                "[shortcuts|hotkeys|keys|keyboard shortcuts]?",
                "How do I [see|list|open|show] [the shortcuts|all the keys|the hotkeys|the "
                "list of keys]?",
                "I [prefer|like] [the keyboard|keys to the mouse|hotkeys]. Which keys [are "
                "there|work|exist]?",
                "What does Ctrl-/ [do|show|open]?",
                "Tell me [which keys I can use|about the hotkeys|about keyboard shortcuts|what "
                "keys exist].",
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
                "What is the [key|button|shortcut] [to send|for sending|that sends] [a "
                "message|my text|a prompt]?",
                "I [typed|wrote|have typed|have written] [a message|a question|something]. How "
                "do I [send|submit] it?",
                "Where is the send button?",
                "Is there a [send button|key to send|shortcut for sending|button to send]?",
                "How do I send my text?",
                "How [do|can] I [submit|post|send off|enter|deliver] [a prompt|my prompt|a "
                "message|my question]?",
                "I [want|would like|need] to send [a message|my message|a question|something|a "
                "prompt].",
                "Which [key|button] do I [press|push|hit|use|click] to [submit|send|send a "
                "message|post]?",
                "[Send|Sending|Submit] [a message|my question|my message|a prompt][|?]",
                "Does Enter send the message?",
                "Will [Return|the Return key] [send|submit] [my text|what I typed|the question]?",
                "Can I send [with Enter|with the keyboard|a message with a key|by pressing Enter]?",
                "What do I [press|do|click|hit] [to send|after typing|when I have written my "
                "question]?",
                "How does [sending|submitting] [work|a message work|a question work]?",
                "Is there a way to [send|submit] [a message|my text|a prompt] [with a "
                "key|without the mouse]?",
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
                "I [want|need|would like] [a new line|a line break|several lines|a second "
                "line|a new paragraph].",
                "How [do|can] I [begin|start|make|insert|write] [a new paragraph|another "
                "line|a fresh line]?",
                "Is it possible to [write|type|enter] [several lines|more than one line|two "
                "lines|a line break]?",
                "[New line|Line break|Second line|Newline|Multiple lines][|?| in a message?| "
                "in the box?]",
                "How do I start a line without sending?",
                "What [key|keys|shortcut|combination] [makes|starts|adds|gives|inserts] [a "
                "newline|another line]?",
                "What [do|must|should] I press [for a new line|to get a line break|to start a "
                "new line]?",
                "Enter [sends|submits] [at once|too soon|the text]. How do I [add a line|write "
                "more lines]?",
                "Can I [write|type|send] [several|many|two|multiple] lines[| in one message| "
                "at once]?",
                "Is there a key for a line break?",
                "How do I [put|get|have] [a line break|two lines|more lines|a paragraph] in "
                "[my message|my text]?",
                "How do I avoid sending when I want [another line|a new line|a line break]?",
                "Can my [prompt|question|text] [have|span|contain] [two|several|many|multiple] "
                "lines?",
                "[Tell|Show] me how to [make|add|type|insert] a [new line|line break|second line].",
                "What is the [key|shortcut] for a [new line|line break|newline|new paragraph]?",
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
                "[Stop|Interrupt|Abort|Halt|Cancel|End] [the answer|an answer|a reply|this "
                "answer|generation][|?]",
                "I [want|need|would like] to [stop|interrupt|abort|halt|cancel] [the "
                "answer|your reply|the model].",
                "How [do|can] I [halt|abort|break off|cut off|cut short|end] [an answer|a "
                "reply|the output]?",
                "You [write|talk] too [much|long]. How [do|can] I [stop|interrupt|halt] "
                "[you|it|that]?",
                "Can an answer be interrupted?",
                "Is [it possible|there a way] to [stop|interrupt|abort|halt|end] [a reply|the "
                "answer|the model]?",
                "Which [button|key] [interrupts|cancels|halts|aborts|ends] [an answer|the "
                "reply|the model|generation]?",
                "What happens when I [press Esc|stop an answer|interrupt a reply|cancel an "
                "answer]?",
                "What do I press [to stop|to interrupt|to halt|to cancel] [an answer|you|the "
                "model|the reply]?",
                "How do I stop the model?",
                "What is the [key|button|shortcut] [to stop|to interrupt|for stopping|to "
                "cancel] [an answer|a reply]?",
                "[The model|It|The answer] [does not stop|goes on and on|keeps writing]. What "
                "do I [press|do]?",
                "Can I [halt|end|abort|cut off] [the answer|a reply|the text|your writing] "
                "[early|midway|before the end]?",
                "Is the text [kept|lost|deleted] [if|when] I [stop|cancel|interrupt|abort] [an "
                "answer|the answer]?",
                "Is there a [stop button|key to stop an answer|cancel button|button to stop "
                "the reply]?",
                "I do not want the rest of the answer. How do I [stop|end|cut|cancel] it?",
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
                "I [reloaded|refreshed|closed] the [page|tab|browser|window]. [Is my answer "
                "gone|What now]?",
                "[Will|Would|Do] I lose [the answer|my text|anything|the stream] [if|when] I "
                "[reload|refresh|go away]?",
                "What happens [if|when] [my internet|the wifi|my network|the connection] "
                "[fails|drops|breaks|goes away]?",
                "Can I [leave|close] the [page|tab|window] [during an answer|while the model "
                "writes|and come back]?",
                "Does a reload lose the answer?",
                "Is [an answer|my answer|the text|a stream] [lost|gone|interrupted|kept] after "
                "a [reload|crash|refresh]?",
                "What happens [if|when] [a process|a node|a server|an actor|the gateway] "
                "[crashes|fails|is killed]?",
                "Does [the answer|a stream|generation] [continue|go on] [if|when|after] I "
                "[close|leave|reload] the page?",
                "[Reload|Refresh|Crash|Lost connection] [during|in the middle of] an answer[|?]",
                "Does the answer go on when I leave?",
                "[Can|Does] [a stream|an answer|it] survive [a crash|a refresh|a network "
                "failure|a lost connection]?",
                "[My browser|My tab|My computer|The page] crashed. Is [the answer|my "
                "answer|the text] [lost|gone]?",
                "My [phone|laptop] [lost|dropped] [the wifi|its network|the connection]. Will "
                "the answer [go on|stop]?",
                "What if I [close|reload|refresh|leave] the [tab|page|window|browser] [too "
                "early|by accident|now]?",
                "How [robust|safe|reliable] are [streams|running answers] [against|after] "
                "[crashes|failures|reloads]?",
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
                "[Regenerate|Retry|Try again|Redo|Another answer|Answer again][|?| button?| an "
                "answer?]",
                "I [want|need|would like] [another|a second|a new|a different|a better] "
                "[answer|reply|version|try].",
                "Is [it possible|there a way] to [get|have|request|see] [another|a second|a "
                "new] [reply|try|attempt]?",
                "How do I [repeat|redo|retry|rerun|renew] [the answer|an answer|a question|the "
                "last reply]?",
                "Can I have a second try?",
                "[Where|How] can I [ask for|get|request] a [new|second|fresh|different] "
                "[reply|answer|attempt]?",
                "The answer [was bad|is no good|does not help]. How do I [get "
                "another|retry|try again]?",
                "How do I [let|have|make] [you|the model] [answer again|write a new reply|redo "
                "the answer]?",
                "What happens when I [regenerate|choose answer again|ask again|click Answer "
                "again|retry]?",
                "Which button gives a new answer?",
                "Can [you|the model|it] [answer again|try again|have another go|give a second "
                "answer|redo it]?",
                "What [button|menu|control] [regenerates|redoes|repeats|retries] [an "
                "answer|the reply|the answer]?",
                "Can an answer be [regenerated|repeated|redone|made again|generated "
                "again|written again]?",
                "What [do|should] I do [for|to get] [another answer|a second reply|a new "
                "version of the answer]?",
                "Tell me how to [regenerate|redo|repeat|retry] [an answer|the answer|a reply].",
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
                "[Edit|Correct|Fix|Change|Modify|Revise] [my message|a message|a question|my "
                "question][|?]",
                "I [want|need|would like] to [edit|change|fix|correct|modify] [my message|what "
                "I wrote|my question].",
                "How [do|can] I [fix|repair|modify|revise|alter|update] [a message|my "
                "question|a sent message]?",
                "[Is it possible|Is there a way] to [edit|correct|fix|modify] [a sent "
                "message|my question|my text]?",
                "Can I fix a typo after sending?",
                "My [question|message|prompt] [has|had|contains] [a typo|a mistake|an error|a "
                "wrong word]. What now?",
                "I [sent|wrote|asked] [the wrong thing|something wrong|a typo]. How do I "
                "[fix|correct|change] it?",
                "Can [a sent message|a question|my text|what I wrote] be "
                "[changed|edited|corrected|fixed|modified]?",
                "What happens to the [old message|old version|original] [when|after|if] I "
                "[edit|change] it?",
                "Which button edits a message?",
                "Which key [edits|changes|corrects] [my last message|the last question|my "
                "message]?",
                "What does the [up arrow|edit button|arrow up key|↑ key|Edit button] do?",
                "Where [do|can] I [edit|change|correct|fix] [a message|my question|my text|a "
                "sent message]?",
                "How do I [reword|rephrase|rewrite] [my message|a question I sent|what I "
                "asked|my prompt]?",
                "[Tell|Show] me how to [edit|change|correct|fix] [a message|my question|a sent "
                "message].",
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
                "[Branches|Branch|Pager|Versions|The pager|Message versions][|?| in a "
                "conversation?]",
                "I [want|would like] to [see|read|get back to] [the old answer|my first "
                "version|the other branch].",
                "How [do|can] I [go back|return|get back] to [an earlier|a previous|the other] "
                "[answer|branch|version]?",
                "Where [is|has] [the old|the first|the previous|my earlier] [answer|version] "
                "[now|gone|kept]?",
                "Can I see the previous answer?",
                "What are the [little|two|small] arrows [below|under|at] [an answer|a reply][| "
                "for]?",
                "What does [‹ 1/2 ›|1/2|2/2|‹ 2/2 ›|the number 2/3] [mean|say|stand for][| "
                "under a message]?",
                "I [lost|cannot find|don't see] [my old answer|the first version|the earlier "
                "branch]. Where is it?",
                "[Is it possible|Is there a way] to [switch|change|flip|go] [between|through] "
                "[answers|branches]?",
                "How do I look at another branch?",
                "How do I [compare|browse|flip through|look at] [versions|branches|the "
                "different answers]?",
                "Does a conversation have [branches|several versions|alternatives|more than "
                "one branch]?",
                "[Tell me|I would like to know] [what branches are|what the pager does|how "
                "branches work].",
                "What is [branching|a conversation branch|a message version|the ‹ › "
                "control|the pager for]?",
                "Are [old|earlier|previous] [versions|answers|branches] "
                "[kept|saved|deleted|lost|still there]?",
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
                "[Dark|Night|Light|Black] [mode|theme][|?| please| in Atelier?]",
                "I [want|need|would like|prefer] [a dark page|dark mode|the light theme|a dark "
                "background].",
                "Is [it possible|there a way] to [make|turn|get|set] the [page|screen|app] "
                "[dark|black|darker|light]?",
                "How [do|can] I [make|turn] [the page|the screen|Atelier|the background] "
                "[dark|black|light|white]?",
                "Can I switch to a dark theme?",
                "[The page|The screen|It|The background] is too "
                "[white|light|dark|bright|black]. Can I change [it|that]?",
                "[Where|How] can I [change|choose|set|find|switch] the "
                "[theme|colours|colors|appearance|dark mode]?",
                "[White|Bright|Light] pages [hurt|tire] my eyes. Is there [a dark theme|a "
                "night mode|something dark]?",
                "Does [it|this|the app|the page] [support|have|offer] [a dark theme|a night "
                "mode|themes|dark colours]?",
                "Which setting makes the page dark?",
                "Why [is|did] [everything|the screen|the background|Atelier] [become "
                "|][dark|black|white|light]?",
                "How do I [disable|switch off|leave|stop|end] [dark mode|the dark theme|the "
                "night mode]?",
                "Can [I|you] [change|switch|set] the "
                "[theme|background|colours|colors|appearance][| here| of Atelier]?",
                "Are there [themes|other colours|other colors|different themes|dark and light "
                "themes]?",
                "My eyes [hurt|are tired][| at night]. Can the [page|screen|background] be "
                "[dark|darker|black]?",
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
                "[Copy|Copying] [an answer|the code|a reply|code|the text][|?]",
                "I [want|need|would like] [this|the|your] [code|text|answer|reply] [in my "
                "editor|on my clipboard].",
                "How [do|can] I [put|get|send] [the code|an answer|the text] [on|to|into] [the "
                "clipboard|my editor]?",
                "[Is it possible|Is there a way] to copy [an answer|a code block|the "
                "text|code][| with one click]?",
                "Can I copy a reply?",
                "Which button copies [an answer|the code|a code block|a reply|the text]?",
                "Can [an answer|the code|a code block|your reply|text] be [copied|put on the "
                "clipboard|pasted]?",
                "How do I [grab|take|extract|reuse] [the code|this code|your answer|the text|a "
                "snippet]?",
                "How do I [copy and paste|paste|transfer] [the code|an answer|this text|a "
                "snippet|your reply]?",
                "Where do I click to copy code?",
                "[Tell|Show] me how to copy [an answer|the code|a code block|text from the chat].",
                "What [does|is] the copy button [do|for]?",
                "I [want|need] to [paste|reuse|use] [this code|your answer|the code] "
                "[elsewhere|in a file|in my editor].",
                "Where do I [copy|click to copy|find the button to copy] [an answer|the text|a "
                "snippet|a reply]?",
            ),
            answers=("Use the **Copy** button of the answer or of the code block.",),
            expect=("Copy",),
            weight=0.7,
        ),
    ),
)
