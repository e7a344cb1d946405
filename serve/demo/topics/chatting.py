"""Using the chat page: keys, streams, edits and branches."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="using the chat",
    share=4.0,
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
                "keyboard shortcuts list",
                "Hotkeys overview, please.",
                "[What's|Where's] the [cheat sheet|crib sheet|reference card] for the "
                "[keyboard|shortcuts|hotkeys]?",
                "I don't [like|want|enjoy] [using the mouse|reaching for the mouse|clicking "
                "around]. Which keys can I press instead?",
                "My [mouse|trackpad|touchpad] is broken, so which keys can I use in the chat?",
                "I wonder [whether|if] there are any [key combos|shortcut keys|quick "
                "keys|hotkeys] here.",
                "Could you [list|show me|write down] every [key combo|keyboard "
                "command|keystroke] that works here?",
                "What [key combos|keystrokes|keyboard commands|quick keys] does this chat "
                "[understand|know|accept|support]?",
                "Is the chat [usable|operable|fully accessible] from the keyboard alone?",
                "I'm a [power user|keyboard person|fast typist|Vim user], so [tell|show] me "
                "the key bindings.",
                "shortcut cheat sheet",
                "Ctrl-/",
                "[Show|Open|Bring up] the [keyboard help|shortcut help|key help|keyboard "
                "cheat sheet].",
                "I [can't|don't] remember [the hotkeys|which key does what|all the "
                "shortcuts]. Can you [list|show] them?",
                "What's on the [keyboard|list of shortcuts|shortcut table]?",
                "[Got|Have you got|Do you have] any [shortcuts|hotkeys|key combos] [for me|I "
                "should know|worth learning]?",
                "I'd like to [learn|memorise|memorize|know] the [most "
                "useful|main|important|basic] [keys|hotkeys|shortcuts].",
                "There's surely a [quicker|faster] way than clicking. Which "
                "[hotkeys|keyboard shortcuts] exist?",
                "Does pressing Ctrl and slash [show|open|display] anything?",
                "Our accessibility officer asks whether this chat has keyboard shortcuts for "
                "people who can't use a mouse.",
                "Which [Ctrl|Cmd|control key] combinations [work|are available|can I use] in "
                "this chat?",
                "What are all the [special keys|function keys|key commands|accelerators] for?",
                "hotkey help",
                "Where would I find [an overview|a summary|a table|a list] of the keyboard "
                "commands?",
                "Kindly [provide|give me|show me] an overview of the [available|supported] "
                "[keyboard shortcuts|hotkeys].",
                "How can I [work|get around|operate the chat] [faster|more quickly] with the "
                "keyboard?",
                "Can you [teach|tell] me the [keyboard commands|keystrokes|hotkeys|shortcut keys]?",
                "[Shortcut|Hotkey|Key binding] [table|list|reference|overview]",
                "Is there any page that shows all the keys?",
                "Do any keys [do something special|have a special meaning|have a function] "
                "in this [chat|app|window]?",
                "What can I press on my keyboard in here?",
                "I'm new here and I'd like to know what each key on the keyboard does in "
                "this chat.",
                "Power user here, which [hotkeys|keystrokes|key combos] should I "
                "[memorise|memorize|learn] first?",
                "[Accessibility|Ergonomics] question: what can be done [using only keys|with "
                "the keyboard only|without touching the mouse]?",
                "My mouse is broken. Which keys will help me?",
                "[Keymap|Keybindings|Keyboard map|Key chart][|?| please]",
                "Print me the [keymap|keyboard map|list of hotkeys].",
                "Is the [keymap|list of keyboard commands] [documented|written down|shown] "
                "anywhere?",
                "My wrist hurts from [the mouse|the trackpad|clicking], so what can I do "
                "with [keys|hotkeys|the keyboard] instead?",
                "Any keyboard tricks in here?",
                "Which [shortcut keys|hotkeys|key commands] are [built in|defined|set "
                "up|provided]?",
                "Let me see [every|each] [shortcut|hotkey|key binding].",
                "What [is|would be] the full [set|range|collection] of [hotkeys|key "
                "bindings|keyboard shortcuts]?",
                "Are any keyboard [commands|combinations|controls|actions] "
                "[available|supported|defined]?",
                "Run me through the keyboard shortcuts.",
                "keys cheatsheet",
                "all hotkeys",
                "keyboard commands",
                "shortcut list where",
                "How do I bring up the shortcut window?",
                "Which key [opens|shows|displays] the list of [shortcuts|hotkeys|keyboard "
                "commands]?",
                "I keep [clicking|using the mouse] for everything. There must be "
                "[hotkeys|keyboard shortcuts] for that?",
                "I [use|run] [Linux|Windows|a Mac]. Which keyboard shortcuts [apply|work for "
                "me|do I have]?",
                "Do the hotkeys use Ctrl or Cmd, and what are they?",
                "Vim user asking: what are the key bindings?",
                "I've heard there are [hotkeys|keyboard shortcuts] in this app. What are they?",
                "I'm [blind|visually impaired] and use only the keyboard. Which keys do you offer?",
                "Could I have [an overview|a rundown|a summary] of the [hotkeys|keyboard "
                "shortcuts|key commands]?",
                "Would you kindly [enumerate|set out|list] the [available|supported] "
                "keyboard shortcuts?",
                "What's on the keyboard menu?",
                "What keyboard [support|control|navigation] [is there|do you offer|does "
                "Atelier have]?",
                "Remind me [of the hotkeys|of the keyboard shortcuts|which keys do what].",
                "[Got|Is there] a [table|chart|list] of keys and what they do?",
                "Which [keys|hotkeys] are [worth knowing|important|useful] in this chat?",
                "I'd like to ditch the mouse. What are the hotkeys?",
                "I can't use a mouse. What are my [keyboard options|keys]?",
                "My boss wants a list of the keyboard shortcuts for a training sheet.",
                "Do shortcuts exist for [common|frequent|everyday] actions, and which?",
                "What [does|will] Ctrl plus slash [do|bring up|give me]?",
                "Is there a hotkey that shows all the other hotkeys?",
                "Keyboard-only use, which [keys|commands|shortcuts] are there?",
                "Where's the [keyboard page|list of keystrokes|hotkey help|shortcut reference]?",
                "What's the shortcut for what?",
                "Do I have to use the mouse for everything, or are there [keys|hotkeys|shortcuts]?",
                "Explain the keyboard controls to me.",
                "Handy [hotkeys|key combinations|keystrokes][|?]",
                "Name the [hotkeys|keyboard shortcuts|key combinations] [that I can use|of "
                "this chat|of Atelier].",
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
                "send message how",
                "How do I fire off my question?",
                "I've [written|typed|finished] my [question|message|text], [now what|what's "
                "next|what now]?",
                "My [question|text|message] is [just sitting|still sitting|stuck] in the "
                "box. How do I [send|submit] it?",
                "I [can't|don't] see [a send button|any button for sending|the paper "
                "plane|an arrow to send]. How does my message get out?",
                "Does [hitting|pressing|tapping] Enter [send|submit|post] [my message|the "
                "message|the prompt]?",
                "I wonder [how|with which key] I [send|submit|post] what I have [typed|written].",
                "Which key [submits|posts|delivers] [my prompt|my text|the question|my message]?",
                "What's the [quickest|easiest|usual|normal] way to [send|submit|post] a "
                "[message|prompt|question]?",
                "Sending a message: which key?",
                "submit prompt key",
                "My grandmother asks how she can send her first message to the model.",
                "Please explain how to [transmit|dispatch|submit|send] [my message|a "
                "message|my query].",
                "I'm [new here|a beginner]. How do I get my [words|text|question] [to you|to "
                "the model]?",
                "There's text in my box, but [nothing happens|you don't answer|no answer "
                "comes]. What must I press to send it?",
                "Is Enter the [send key|key for sending|key that sends]?",
                "Should I [click something|press Enter|hit Return] when I'm [done|finished] "
                "[typing|writing] my message?",
                "Must I [click|use the mouse] to send, or is there a key?",
                "I'd like to ask you something. How do I send it?",
                "How do I [pass|hand|get] [a prompt|my query|my question] to the model once "
                "it's typed?",
                "Can you tell me which key I use to send?",
                "[Enter|Return] to send?",
                "Where do I [click|tap|press] to send [my message|what I typed|this]?",
                "I [filled in|typed into] the [box|text field|input field]. How do I submit "
                "[it|that]?",
                "what's the send key",
                "How do I [send|submit] this thing?",
                "I can't work out how to [send|submit|post] [my message|my prompt|anything].",
                "What does the [Enter|Return] key do [in the chat|in the message "
                "box|here|when I type]?",
                "Do I need a button to post a message, or does [Enter|Return|a key] do it?",
                "I would be grateful if you could tell me how a message is submitted.",
                "How do I [get|make] my [message|question] [go|go off|go out]?",
                "The message [won't|doesn't] go out by itself. What do I [press|hit|do]?",
                "I've typed hello, how do I send it off?",
                "Nothing happens after I type. How do I [send|submit] [the message|my text]?",
                "[Sending|Submitting|Posting] a [message|prompt|question], how?",
                "send key",
                "how to submit",
                "which button to send",
                "Which [key|button] is for [sending|submitting|posting]?",
                "I don't see [a send button|any button to send|a button for sending]. How do "
                "I [send|post] my message?",
                "There's no [arrow|button|paper plane] to send my text. What do I press?",
                "Is there [an icon|an arrow|a paper plane] that [sends|submits] my message?",
                "How do I pass my question to the model?",
                "Once I have [typed|written|entered] my [question|prompt], how do I [hand it "
                "in|send it off|submit it]?",
                "Will you [get|receive|see] my message [if|when] I press [Enter|Return]?",
                "Do I [hit|press|use] [Return|the Enter key] [to submit|to post|at the end "
                "of my question]?",
                "Does Enter on its own send?",
                "My [pupils|parents|students] ask how to send [a question|a message|their "
                "text] to the chat.",
                "Complete beginner: how is a message sent?",
                "I'd [like|love] to [post|submit|send off] my [first question|first "
                "message|prompt]. How?",
                "I don't know how to [send|submit|post] [what I've typed|this text|my question].",
                "How do I let you [read|have|see] what I [typed|wrote]?",
                "How can I [launch|fire off|kick off|dispatch] a [prompt|query|request] from "
                "the box?",
                "What's the key to [submit|send off|post] a [query|prompt|message]?",
                "With which key is a message sent?",
                "After I [write|type] in the box, [which key next|what comes next|what "
                "should I press]?",
                "Can [messages|prompts|questions] be sent [without the mouse|from the "
                "keyboard|with one key]?",
                "I wonder whether [Enter|Return] is [enough|all I need] to send.",
                "Where's the [button|key|arrow|icon] that sends my text?",
                "My prompt is ready. How do I send it?",
                "I'm done [typing|writing|with my question], how do I send?",
                "Could you [explain|say|show me] how [messages are sent|to send a message|I "
                "submit a prompt]?",
                "[Enter|Return] or a [click|button] for sending, which is it?",
                "Do I click somewhere or press something to send my [text|question|words]?",
                "In this chat, what sends the message?",
                "My words are in the box, how do I hand them over to you?",
                "How do I [push|put] the message [through|out]?",
                "My text [hasn't been|wasn't|isn't] sent yet. What do I press?",
                "What should I do so that my [question|message] is [sent|delivered|submitted]?",
                "What is the proper key for sending a message?",
                "I [pressed|tried] the space bar and nothing was sent. Which key sends?",
                "What makes the message go?",
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
                "linebreak how",
                "How do I type a carriage return in the box?",
                "I [can't|don't know how to] [start|begin|add] [a new line|another line|a "
                "fresh line] without sending the message.",
                "Every time I press Enter [my message goes off|it sends|the message is "
                "sent], but I [only wanted|just want] [a new line|the next line].",
                "I'd like to [split|break|divide] my [message|question|text] into "
                "[lines|several lines|paragraphs].",
                "I wonder whether I can [put|have|use] [a blank line|an empty line|a line "
                "break] in my [prompt|message].",
                "How do I [leave|insert|add|make] [a blank line|an empty line] in my message?",
                "Which keys do I hold down [for a line break|to get a new line|to start the "
                "next line]?",
                "multi-line message",
                "[Multiline|Multi-line] [input|prompt|text|message], [possible|how]?",
                "I want to [type|write] a [list|letter|recipe] into the box, [line by "
                "line|one line at a time], without sending it.",
                "Where's the [newline|line break] key?",
                "What's the [trick|key|shortcut|way] to [move|jump|get] to the next line "
                "without sending?",
                "What's Shift+Enter [for|good for]?",
                "Does [Shift+Enter|Shift and Enter|Shift plus Return] [make|give "
                "me|start|insert] a new line?",
                "[Shift+Enter|Shift Enter|Shift+Return][|?]",
                "Can I press Enter [without sending|and not send|for a new line]?",
                "My text [must|should] go on the line below, how do I [get|move] there?",
                "How can I [format|lay out|structure] my message in [several|separate] "
                "[paragraphs|lines]?",
                "I don't want Enter to send, I want [the cursor on the next line|a new "
                "line|a line break].",
                "There's only one line in the [box|text field|input]. How do I "
                "[get|add|open] a second one?",
                "Is [a message|my prompt|the input] limited to [one|a single] line?",
                "How do I make the cursor go down a line in the message box?",
                "Help, [Enter|Return] keeps [sending|submitting] my half-finished message "
                "when I want a new line.",
                "My teacher asks for an answer in three lines, so how do I start a new line here?",
                "How do I separate two paragraphs in one message?",
                "Kindly tell me which key [inserts|adds|creates] a line break in the [input "
                "field|message box|text box].",
                "add newline without sending",
                "Can you explain how I [begin|start|add] [a new paragraph|a second "
                "paragraph|another paragraph]?",
                "I'm [typing|writing] a long message. How do I [break|wrap] it onto [the "
                "next|a new] line?",
                "What should I press instead of Enter to keep writing on the next line?",
                "How do I [hit|press] return without [sending|submitting|posting]?",
                "How do I write a [poem|verse|postal address] with each line below the other "
                "in my message?",
                "I'm typing a poem in the box and need to go to the next line.",
                "next line key",
                "line feed in box",
                "soft return",
                "paragraph break how",
                "Soft return in the message box",
                "How can I [break|split|divide] [my message|my text|a long question] into "
                "[lines|paragraphs]?",
                "I'd like [two|separate|three] paragraphs in my [message|question|prompt]. "
                "Which key?",
                "How do I [start|begin] a [fresh|separate] paragraph [in the box|before I "
                "send|while typing]?",
                "Every time I try to start a new line, the [message|text|prompt] gets sent.",
                "My message went off when I only wanted a new line.",
                "Enter [fires off|posts|dispatches] my text, but I need [another line|a "
                "paragraph|a new line].",
                "I don't want Enter to send, I want it to [break the line|start a new "
                "line|go down a line].",
                "What's the [newline|line break|next line] [key|shortcut|combination]?",
                "What's the way to [type|enter|have] more than one line?",
                "How do I move down one line in the box?",
                "Can the [box|input|text field] [hold|take|accept] [several|multiple|many] lines?",
                "Does the [message box|prompt field|input field] [allow|support] [line "
                "breaks|newlines|more than one line]?",
                "Are [line breaks|newlines|blank lines|multi-line prompts] "
                "[possible|allowed|supported] in [the box|the input field]?",
                "I wonder which key [starts|opens|begins] [another|the next|a fresh] line.",
                "How does one enter a newline without submitting?",
                "[Newline|New line|Line break] [shortcut|key|combination][|?| please]",
                "How do I type [a list|bullet points|steps] with each item on its own line "
                "before sending?",
                "I want to [type|write] several lines of code in my message without [sending "
                "it|submitting it|posting it].",
                "What does [Shift|holding Shift] plus [Enter|Return] do?",
                "What happens if I hold Shift and press Enter?",
                "Where do I find the key for [a line break|a new line|the next line]?",
                "Could you tell me how to [continue|carry on|keep typing] on [the next "
                "line|a new line|the line below]?",
                "There's no way to get to a second line. Which [keys|key] do I [press|need]?",
                "How can I get an empty line between two sentences in my message?",
                "How do I put some space between the paragraphs of my prompt?",
                "Can I [write|compose] a [longer|multi-line|multi-paragraph] "
                "[message|prompt] with line breaks?",
                "I [accidentally|always|often] send half a message when I want to [break the "
                "line|start a new line].",
                "My [student|mother|colleague] wants to type a second line without "
                "[sending|submitting|posting] the first.",
                "Is there a key [that breaks the line|to break a line|for a newline] "
                "[instead of sending|without sending]?",
                "I'd like to write this as a letter with line breaks. Which key do I use?",
                "Do I need [Shift|Ctrl|Alt] with Enter to [get|make|start] a new line?",
                "[Force|Insert|Create] a [line break|newline] in [my message|the text "
                "box|the prompt]",
                "On my keyboard, what takes me to the next line of the message box?",
                "How do I wrap to the next line [myself|by hand|manually]?",
                "I need a gap in the middle of my message. How do I type it?",
                "How do I stop Enter from [sending|submitting|posting] when I only need a "
                "new line?",
                "More than one line per message, how?",
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
                "stop generating",
                "Esc key?",
                "How do I shut you up?",
                "How do I pull the plug on an answer that is still being written?",
                "This [answer|reply|text] is [far too long|way too long|getting too long]. "
                "Can I [cut it short|stop it|interrupt it]?",
                "I've [read|seen] enough of this answer. How do I [stop|halt|end] it?",
                "You [won't|don't] stop [writing|typing|talking]. What can I do?",
                "The [answer|reply|model] [is going in circles|is rambling|repeats "
                "itself|never ends]. How do I stop it?",
                "I [asked|sent] the wrong question and you're already answering. How do I "
                "[interrupt|stop|cancel] that?",
                "I wonder whether I can [interrupt|stop|break off] [an answer|a reply|the "
                "model] [halfway through|in the middle|while it's being written].",
                "Is there a [stop|cancel|pause|break] [button|key] for [answers|replies|the "
                "output]?",
                "Where do I [click|press] to [stop|cancel|halt|interrupt] [the answer|the "
                "reply|the generation]?",
                "What does the [stop button|Stop button|square button|Esc key|Escape key] do?",
                "[Be quiet|Shut up|Stop talking|Stop writing|Quit talking] - how do I make "
                "you do that?",
                "Can I cut you off [mid-sentence|in mid-sentence|while you're writing|halfway]?",
                "Does [Esc|Escape|pressing Esc|the Escape key] [stop|cancel|halt|interrupt] "
                "the [answer|reply|generation]?",
                "If I [stop|interrupt|cancel|break off] an answer [halfway|in the "
                "middle|early], do I keep [the first part|what is already there|the part "
                "written so far]?",
                "Will the half-written answer [vanish|disappear|be thrown away|remain|stay] "
                "when I [press stop|hit Esc|interrupt you]?",
                "cancel reply",
                "interrupt generation key",
                "[Kill|Abort|Terminate] the [current|running] [answer|generation|reply|output]",
                "How does one [terminate|abort|interrupt|discontinue] [a response|the "
                "response|token generation]?",
                "I'd like you to [stop|break off] [before the end|early|halfway]. Which key "
                "is that?",
                "I don't want to wait until you're finished. Can I [stop|cut off|interrupt] "
                "[you|the answer]?",
                "My boss is coming, so how do I quickly stop the answer that is running?",
                "What's the [quickest|fastest|easiest] way to [stop|halt|silence|interrupt] "
                "[the model|a reply|you]?",
                "Please tell me how to [cancel|interrupt|stop] [a response|an answer] that "
                "is [still running|in progress|being written].",
                "Can a [running|long] [response|answer|reply] be "
                "[stopped|interrupted|cancelled|aborted]?",
                "Enough already, how do I stop this?",
                "There's no end to this reply. Which [key|button] [ends|stops] it?",
                "How do I make the model stop generating text?",
                "Stopping [you|an answer|a reply] [halfway|early|in the middle], how does "
                "that work?",
                "How do I make it [stop|shut up|be quiet|end]?",
                "[Too long|Too much text], how do I [stop|halt|break off] the answer?",
                "stop button where",
                "cancel response",
                "abort answer key",
                "Stop writing, how?",
                "Can I [pull the plug on|put an end to|break into] [a reply|this answer|your "
                "answer]?",
                "I asked the wrong thing and you are already answering. How do I stop it?",
                "I've [changed my mind|got what I need|read enough]. How do I "
                "[end|stop|break off] the [answer|reply]?",
                "The text [keeps coming|is still running|won't end]. How do I [stop|halt|end] it?",
                "The model is [babbling|droning on|waffling|talking nonsense]. How do I "
                "[stop|silence|interrupt] it?",
                "You're [waffling|rambling|repeating yourself]. How can I "
                "[stop|interrupt|halt] you?",
                "It won't stop generating. Which key helps?",
                "Is there an [emergency stop|off switch|abort button|abort key] for "
                "[answers|replies|a running answer]?",
                "Is there a way to [make you stop|cut you short|quieten you] "
                "[halfway|mid-answer|before you finish]?",
                "What's the [stop|abort|cancel|interrupt] [key|hotkey|shortcut][| for answers]?",
                "What's the Escape key [for|good for][| in this chat]?",
                "What does hitting Esc do while you write?",
                "Does the [partial|unfinished|incomplete] [answer|reply|text] "
                "[stay|remain|survive] when I stop it?",
                "Is the [first half|beginning] of the answer [saved|kept|lost] when I press "
                "the stop button?",
                "Do I [lose|keep] [what you've written|the text so far|the partial answer] "
                "if I [stop|interrupt] you?",
                "If I hit [Esc|Escape|the stop button], what [happens to|becomes of] the "
                "text so far?",
                "I don't want to wait until you finish. Can I stop it now?",
                "I don't need the [rest|remainder] of [this answer|your reply]. How do I "
                "[cut it off|stop it]?",
                "I wonder which [key|button] makes the [model|reply|output] stop.",
                "I'd like to [cut|end|break off] this [reply|response|answer] here. How?",
                "How can [generation|the output|a response|the reply] be "
                "[stopped|halted|aborted|cancelled]?",
                "How do I quit a generation midway?",
                "[Terminate|Stop|Halt|Interrupt] the [stream|response|output] "
                "[midway|early|before the end], how?",
                "May I interrupt you [while you are answering|mid-answer|in the middle of a "
                "sentence]?",
                "Am I able to [halt|cancel|break off] a response [once it has begun|that is "
                "under way|halfway]?",
                "Could you tell me where to [click|press|tap] to [end|abort|stop] the reply?",
                "Please show me the button that stops the answer.",
                "Where's the [stop|cancel|abort] [button|icon|control]?",
                "Which [icon|button|control] do I [click|tap|hit] to [stop|halt|cancel] the "
                "response?",
                "Do I have to [wait for|sit through|read] the whole answer, or can I "
                "[stop|interrupt] it?",
                "How do I tell the model that it has written enough and should stop?",
                "My fan is roaring while you generate, so how do I stop the answer?",
                "Enough text! Which key [stops|ends|halts] [this|the answer]?",
                "There must be a key to [halt|silence|interrupt] the model while it's "
                "[writing|answering].",
                "How do I freeze the answer where it is?",
                "How do I cancel my request while the answer is running?",
                "[Esc|Escape] [to stop|stops the answer][|?]",
                "Interrupting the model, how is that done?",
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
                "page refresh mid-answer",
                "F5 during an answer",
                "I [accidentally|mistakenly] [hit F5|pressed reload|closed the tab|refreshed "
                "the page] while you were writing. Is [everything|the answer|it] lost?",
                "I closed the tab by accident, is my answer gone?",
                "My [Wi-Fi|internet|network|connection] [dropped|cut out|went down|failed] "
                "during an answer. What [happens|becomes of the text] now?",
                "My [battery|laptop|phone] died while you were answering. Will the answer "
                "still be there?",
                "What happens to a [running|half-finished|half-written] answer [if|when] [my "
                "laptop goes to sleep|the power fails|I shut the lid|the browser crashes]?",
                "I wonder whether [an answer|the reply|my stream] [survives|outlives|gets "
                "through] a [page refresh|reload|browser restart].",
                "Do you [keep|go on|continue] [writing|answering] after I [close the "
                "tab|leave the page|switch off my screen|go offline]?",
                "Can I [walk away|go and have lunch|switch tabs|go to another page] while "
                "the answer is [being written|running|still coming]?",
                "Is it [safe|OK|all right|okay] to [refresh|reload|close the tab|press F5] "
                "[while you are writing|during an answer|before the answer is finished]?",
                "I'm on a train and my connection keeps [breaking|dropping|failing]. Will I "
                "lose the answers?",
                "If the [worker|replica|model process|gateway|server process] [dies|is "
                "killed|crashes] [midway|during an answer|mid-stream], is my text lost?",
                "Does a stream [resume|pick up|carry on|continue] after a "
                "[reload|refresh|dropped connection|crash]?",
                "Is the system fault-tolerant while it streams an answer?",
                "Will the answer [continue|carry on|pick up] where it [was|left off|stopped] "
                "when I [come back|reopen the page|reload]?",
                "What if my browser crashes [while you're writing|halfway through an "
                "answer|during a long reply]?",
                "I don't want to lose [this answer|the text|what you are writing] when I "
                "[refresh|reload|close the window]. [Will I|Does that happen]?",
                "lost connection, answer gone?",
                "Can I start an answer on my [laptop|computer|desktop] and [finish reading "
                "it|see the rest|read on] on my [phone|tablet]?",
                "My colleague says that reloading the page kills the answer. Is that true?",
                "What happens if the [Wi-Fi|internet|network] [goes down|disconnects|fails] "
                "while you're [answering|writing]?",
                "Are [answers|replies|streams] [resumable|crash-proof|durable|fault "
                "tolerant|resilient]?",
                "tab closed mid-stream",
                "The page [froze|hung|went blank] during an answer and I had to "
                "[reload|refresh] it. Did I lose [anything|the reply|the text]?",
                "Suppose I [pull out|unplug] the network cable in the middle of a reply. "
                "What happens?",
                "Does [closing|leaving|refreshing|reloading] the [window|tab|page] "
                "[stop|end|cancel|break] the answer?",
                "Would killing one of your processes [destroy|interrupt|ruin] [a running "
                "answer|my answer|the stream]?",
                "I've just reloaded, where's the rest of [my answer|the reply|the text]?",
                "What becomes of my answer after a browser [restart|refresh|crash]?",
                "There's a thunderstorm and the power may go. Would I lose the reply you're "
                "writing?",
                "Must I keep [the tab|the page|this window|my browser] open until the answer "
                "is [finished|done|complete]?",
                "[Accidentally|Just] hit F5 while you were writing. [Is it all gone|Is my "
                "answer lost|What now]?",
                "Oops, I [reloaded|refreshed] the page [in the middle of|during] [your "
                "answer|a reply]. Did that break it?",
                "browser crash answer lost",
                "wifi dropped mid-answer",
                "reconnect after network loss",
                "close laptop during answer",
                "Are running answers [fault-tolerant|crash-proof|crash-safe]?",
                "Is my answer safe if the power goes out?",
                "What happens to [a stream|an answer in progress|a reply being written] when "
                "[a worker|a replica|a GPU node|the backend] [dies|crashes|goes down]?",
                "Suppose [one of the servers|a worker process|the gateway process] [dies|is "
                "killed|crashes] halfway. Is the [answer|stream] lost?",
                "Does killing [a process|an actor|a replica|the gateway] "
                "[interrupt|break|end] the [answer|stream]?",
                "How does Atelier [cope with|handle|deal with] [a crash|a dead process|a "
                "broken connection|a reload] during an answer?",
                "Can I shut my laptop and come back later?",
                "Can I [open|continue|follow] the same running answer [in another tab|on a "
                "second screen|on my tablet]?",
                "I [hit|pressed] the back button [by mistake|by accident] [while you were "
                "answering|during a reply]. Is the text gone?",
                "I [closed|shut|quit] my browser [too early|before you finished|halfway "
                "through]. Will I [find|see|get] the rest later?",
                "My internet is [flaky|unreliable|patchy|bad]. Do answers [get "
                "lost|survive|break off] when it drops?",
                "My phone lost signal during your answer. Do I get the rest?",
                "The [tunnel|lift|elevator] cut my signal. Will the answer still "
                "[finish|arrive|be there]?",
                "The browser [crashed|quit|closed itself] [mid-answer|while you were "
                "writing]. Where's my reply?",
                "The [power went out|screen froze|tab crashed] and your answer wasn't "
                "finished. Can I still get it?",
                "I wonder what [refreshing|reloading|leaving the page|losing my connection] "
                "does to an answer [in progress|that is still running].",
                "I'm afraid to reload because the answer is still running. Would I lose it?",
                "I don't dare [touch|refresh|close] the page while you write. Is it "
                "[safe|all right]?",
                "I'd like to [go offline|shut my laptop|leave] now. Will you [keep "
                "writing|finish the answer|carry on] without me?",
                "Do I [have to|need to|must I] stay on this page [until you're done|while "
                "you write|for the answer to finish]?",
                "Do you stop [writing|generating|answering] when [I go offline|my connection "
                "drops|I close the tab]?",
                "Will the reply still be there tomorrow if I close the browser now?",
                "Will a [reload|refresh|page refresh] [make you start over|restart the "
                "answer|throw away the answer]?",
                "Does the answer start [from scratch|again from the beginning|over] when I "
                "[refresh|reload] [the page|the tab]?",
                "Does [switching tabs|minimizing the window|locking my phone|going offline] "
                "[stop|hurt|break] [the answer|a running answer]?",
                "Is there [a risk|any danger] of losing the answer when I "
                "[reload|refresh|leave] [the page|this tab]?",
                "Is anything lost after a crash while you answer?",
                "How [resilient|reliable|fault-tolerant] is [streaming|an answer in "
                "progress] if [a node fails|a process dies|the network fails]?",
                "There was a [power cut|network glitch|short outage] while you answered. Is "
                "[the text|my answer] lost?",
                "Answer gone after [a refresh|a reload|closing the tab|losing the network][|?]",
                "What if [I press refresh|I reload|my computer restarts] before the answer "
                "is [complete|done|finished]?",
                "What's left of the answer after I reload?",
                "My teenager closed the browser window while the model was still answering "
                "me, so is everything gone?",
                "When I [come back|return|log back in] after a lost connection, will I see "
                "the [whole|complete|full] answer?",
                "Should I worry about [refreshing|reloading|closing the page] while it is "
                "still generating?",
                "Could [a crash|a server failure|a reload] [destroy|cost me|wipe out] the "
                "answer that is being written?",
                "Can the stream be resumed after a disconnect?",
                "Refresh [kills|loses] the answer?",
                "Please tell me what [happens to|becomes of] a half-written reply when my "
                "browser [closes|restarts|crashes].",
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
                "regenerate response",
                "Answer again option where",
                "Give it another shot.",
                "I'm not [happy|satisfied|pleased] with [this answer|that reply|your "
                "answer]. Can I have [a different one|a new one|another]?",
                "That answer [isn't what I wanted|doesn't convince me|missed the point], how "
                "do I [get|request|ask for] a [new|different|fresh] one?",
                "I'd like [to see|to have] [an alternative|a different take|another "
                "variant|a second opinion] on the same question.",
                "I wonder whether you can [give|write|produce] [a different|another|an "
                "alternative] [answer|reply|response] to the same question.",
                "[How do I|Can I] [reroll|re-roll|recreate] [the answer|a response|the last "
                "response|this reply]?",
                "Is there a [button|menu item|command] [to regenerate|for a new answer|for "
                "another try|to answer again]?",
                "Where do I [click|press|go] to [get another answer|regenerate|have you "
                "answer again|retry]?",
                "What does [Answer again|the Answer again button|the retry button|retrying] do?",
                "Do I have to [retype|ask|type|send] my question again to get a "
                "[new|different|second] answer?",
                "[Have|Take] another [go|stab|crack] at [it|this question|my question], how "
                "do I ask for that?",
                "I don't want this answer, I want [a different one|another one|a new one]. "
                "Where do I [click|get it]?",
                "Your last [answer|reply|response] was "
                "[poor|weak|odd|strange|disappointing]. How can I have it "
                "[redone|regenerated]?",
                "How might one request an alternative response to the same prompt?",
                "redo reply",
                "retry same question",
                "[New|Second|Alternative] [version|variant|take] of [the|this] answer, how?",
                "Will I get [the same|a different] text when I [regenerate|click Answer "
                "again|retry]?",
                "Is there any way to have the [same|last] question answered [twice|a second "
                "time|afresh]?",
                "My teacher wants two different answers to the same question. How do I get "
                "the second one?",
                "Can you [rewrite|redo|regenerate] your [last|previous] [answer|reply|response]?",
                "There's something wrong with the reply. How do I make you generate it "
                "[again|afresh|once more|anew]?",
                "How do I make you [try|answer] [once more|a second time|afresh]?",
                "I'd rather have [another|a different] reply. What do I [click|choose|do]?",
                "What's the [way|trick|button] to [get|make|produce] a [second|new|fresh] answer?",
                "How often can I ask for a new answer to the same question?",
                "Please show me how to [regenerate|redo|repeat] [a response|an answer|the "
                "last answer].",
                "Can I let you have a second attempt at this question?",
                "How do I run the same prompt again without typing it?",
                "[Roll|Shake] the dice again for this answer, how?",
                "generate new response",
                "another reply please",
                "different answer same question",
                "where is regenerate",
                "second attempt",
                "[Reroll|Regeneration|Fresh answer|New response][|?]",
                "I got a poor answer. How do I make you try again?",
                "This [answer|reply|response] [isn't good|misses the point|is "
                "disappointing]. How do I [ask for another|get a second one]?",
                "Your [answer|reply] [wasn't helpful|didn't help|was off]. Where do I [ask "
                "for a retry|get a new one]?",
                "I'd like you to [try|answer] [it |the question ]once more. What do I "
                "[click|press]?",
                "I'd like [a fresh|an improved|a second] [reply|response|attempt] without "
                "[retyping|typing it all again].",
                "I wonder how I can obtain a second answer.",
                "I don't like [what you wrote|this reply|the response]. How do I make you "
                "[try again|write another]?",
                "I can't find [the retry button|Answer again|the button for a new answer].",
                "Can I have [a second helping|a second opinion|a fresh attempt] on [that|the "
                "same] question?",
                "Can I [rerun|resubmit|repeat] my [last|previous] [prompt|question] for a "
                "new answer?",
                "Can I make the model generate its answer again?",
                "Could you [produce|give me|write] [another version|an alternative] of your "
                "answer?",
                "Could I [ask for|see|get] [one more|an alternative|a different] response "
                "[to this|to the same prompt]?",
                "Would it be possible to [receive|obtain|have] an alternative "
                "[answer|response|reply]?",
                "Is a [second|new|different] [try|attempt|answer] possible [for the same "
                "question|without asking again]?",
                "Is there a retry option?",
                "Is there a way to [reroll|redo|refresh|replace] [your answer|the response|a "
                "bad answer]?",
                "Where's the [retry|redo|regenerate|Answer again] [option|button|command]?",
                "Where [do|can] I click [to try again|for another try|for a different "
                "reply|to have it answered again]?",
                "Which button makes you try again?",
                "What do I [press|choose|click] if I [don't like|am unhappy with|dislike] "
                "[the answer|your reply]?",
                "What's [Answer again|the Answer again option|Regenerate] [for|good for]?",
                "What does [clicking|pressing|choosing] Answer again do?",
                "Will I get [the same|a different|another] answer if I [click Answer "
                "again|regenerate it|retry]?",
                "Does the model answer differently if I regenerate?",
                "Do you offer [alternative|several|different] answers to [one|the same] question?",
                "How does one [regenerate|re-generate|resample] a [response|completion|reply]?",
                "How do I [resample|re-run] the [completion|response|last turn]?",
                "How do I get [a variation|another take|an alternative wording|a second "
                "draft] of [your answer|the reply]?",
                "How do I throw away this answer and get a new one?",
                "How can I [make|have] you [think again|try harder|reconsider] and answer "
                "the same question [again|once more]?",
                "My [editor|teacher|boss] wants [another|a second] version of your answer. "
                "How do I get it?",
                "Please [explain|say|tell me] how to [ask for|get] a second "
                "[answer|response|attempt].",
                "There should be a [better|different] answer to that. How do I have you [try "
                "again|redo it]?",
                "Let me have another answer to that question, how?",
                "[Redo|Rerun|Regenerate|Repeat] [the last response|the last answer|your last "
                "reply], how?",
                "If the answer is bad, can I have it [written|generated] [again|anew] with "
                "one click?",
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
                "edit sent message",
                "I misspelled a word in my question. How do I fix it?",
                "Oops, I sent my [message|question] [too early|too soon|before it was "
                "finished|with a mistake]. Can I still [change|edit|correct] it?",
                "I [forgot|left out|omitted] [something|a word|a detail|half of it] in my "
                "[message|question|prompt]. Can I add it afterwards?",
                "I've [already|just] sent [my question|a message|the prompt], can I still "
                "[change|alter|amend|edit] it?",
                "I wonder whether I can [amend|change|edit|alter] [a message|a question|a "
                "prompt] [after sending it|that I have already sent|once it's sent].",
                "Is there an edit [button|function|option|feature] for [my messages|sent "
                "messages|my question]?",
                "Can I [take back|undo|recall] what I sent and [write|word|phrase] it differently?",
                "How do I [tweak|adjust|polish|improve|refine] my [prompt|question|last "
                "message] [|after sending ]and send it again?",
                "Where's the [pencil|pencil icon|edit icon|Edit option] for my message?",
                "What does pressing [the up arrow|arrow up|the up key] in an empty box do?",
                "Does the [up arrow|arrow up key|up key] [bring back|recall|open|edit] my "
                "last [message|question|prompt]?",
                "message editing",
                "fix typo in sent message",
                "amend prompt",
                "[Edit|Change|Correct|Amend] [the last|my last|my previous|an earlier|an "
                "old] [message|prompt|question]",
                "I don't want to [type|write] [the whole question|everything|it all] again, "
                "I only want to [change|correct|fix] one word.",
                "There's [a typo|a mistake|an error|a wrong number] in [what I sent|my last "
                "message|my prompt]. How do I [correct|fix|change] it?",
                "My question was [unclear|badly worded|wrong|confusing]. Can I "
                "[reword|rewrite|rephrase|change] it?",
                "Will the model answer [again|anew|afresh] when I [edit|change|correct] my "
                "[question|message]?",
                "Do I lose [the original|my old question|the first version] when I "
                "[edit|change|rewrite] [my message|a question]?",
                "How can I [edit|change|revise] [an earlier|an older|a previous] message "
                "[further up|in the chat|of mine]?",
                "Is it too late to [change|correct|edit|fix] [my message|what I wrote|my "
                "question]?",
                "Am I allowed to edit my messages?",
                "How would I go about [correcting|editing|revising|amending] a "
                "[message|prompt] that I have already [submitted|sent]?",
                "Please explain how to [correct|edit|alter] [a sent message|my last "
                "question|a prompt].",
                "I'd like to [reword|rephrase] [my prompt|my question|my last message].",
                "My daughter typed nonsense in my message and sent it, so how can I correct "
                "the text now?",
                "What do I [click|press|choose] to [edit|change|correct|rewrite] [my "
                "message|my question|a sent prompt]?",
                "Which button lets me [edit|change|correct|alter] [my|a sent] "
                "[message|question|prompt]?",
                "Editing [a message|my question|a prompt], how does that work?",
                "I asked it badly. How do I change my wording?",
                "[Whoops|Oh no|Oops], I [misspelt|mistyped|misspelled] [something|a name|a "
                "word] in my question. How do I fix it?",
                "edit prompt",
                "edit button where",
                "correct my message how",
                "change question after sending",
                "typo in my prompt",
                "[Message|Question|Prompt] [edit|correction|change][|?]",
                "I hit Enter too early. Can I finish my message now?",
                "I [mixed up|confused|got wrong] [the names|the numbers|a date] in [my "
                "question|what I asked]. Can I correct it?",
                "I [meant|wanted] to write something else in my [last message|question]. How "
                "do I [change|edit|fix] it?",
                "I [put|used|wrote] the wrong [number|word|name] in my [prompt|question]. "
                "How do I change it?",
                "I'd like to [add|append] [a sentence|a detail|something] to [a message I "
                "sent|my last message|my previous question].",
                "I'd like to remove a word from my sent message.",
                "I want to [alter|adjust|amend] [what I typed|my earlier question|the "
                "message I sent].",
                "I wonder how I [correct|fix] a [slip|spelling mistake|wrong word] in a sent "
                "[message|question].",
                "I can't find [how to edit|where to change|the button to edit] [my "
                "message|what I sent].",
                "I don't like how I [phrased|worded|put] [my question|that]. Can I "
                "[change|edit|redo] my wording?",
                "Can I go back to my question and change it?",
                "Can I [touch up|rework|clean up] [my prompt|my question|a message] after "
                "[sending|posting] it?",
                "Can I [swap|replace|change] [a word|a number|one sentence] in the message I "
                "[just sent|sent before]?",
                "Can I still [alter|change|correct] [a prompt|a question|a message] that has "
                "been sent?",
                "Could you [explain|show me] how to [modify|change|amend] my "
                "[question|prompt|message] after I've sent it?",
                "Is there any way to amend a sent prompt?",
                "Is it [allowed|possible|okay] to [rewrite|reword|alter] my "
                "[messages|questions|prompts] later?",
                "Is my [first|old|original] wording [lost|gone|kept|deleted] when I edit "
                "[it|my message]?",
                "Does the [old|original|earlier] [message|question|text] "
                "[vanish|disappear|stay] when I edit it?",
                "Does Atelier let me [edit|correct|rewrite|change] "
                "[messages|prompts|questions] [I have sent|after sending]?",
                "Do I have to start over because of a typo in my question?",
                "What do I do about a [spelling mistake|wrong word|typo|slip] in my sent "
                "[message|question]?",
                "What's the [edit|editing] [button|function|option|shortcut] [for my "
                "messages|for]?",
                "What's the [key|shortcut|hotkey] for [editing|correcting|changing] [my last "
                "message|my last question]?",
                "What will the up arrow [do|open|bring] in an empty [box|message box|input]?",
                "How do I [make|apply] [a correction|a change|changes] to [a sent message|my "
                "question|my prompt]?",
                "How do I [redo|recast|restate] [the question I asked|my last question|my "
                "prompt] with other words?",
                "How do I [bring back|get back|recall] my last message into the box to "
                "[change|correct|edit] it?",
                "How do I expand my question that I already sent?",
                "How does one [amend|revise|edit] a [submitted|sent] [prompt|query|message]?",
                "How can my [sent message|last prompt|earlier question] be "
                "[amended|changed|reworded]?",
                "There's a [silly|stupid|embarrassing] [typo|mistake] in [my last "
                "message|what I just sent]. How do I fix it?",
                "My [cat|toddler|son] [typed|hit keys] while I was writing and the message "
                "went off. Can I [edit|fix] it?",
                "My boss wants my question to be worded differently. How do I edit it?",
                "Please let me [correct|change|edit] my [question|last message]. How?",
                "That's not what I meant to [send|ask|type]. How do I [edit|change|correct] "
                "my message?",
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
                "‹ 2/3 ›",
                "message branches explained",
                "What's with the arrows ‹ › under my message?",
                "I [see|noticed|found] [‹ 2/3 ›|‹ 1/2 ›|two arrows and a number|a small "
                "counter] under [an answer|a reply|my message]. What is it?",
                "There's [a ‹ 1/3 ›|a ‹ 2/2 ›|a little counter with arrows] [below|under] "
                "the [answer|reply|message]. What's that for?",
                "After [editing|regenerating] I'd like to [go|get|switch] back to the "
                "[previous|first|original|older] version.",
                "I wonder what [branches|conversation branches|message versions] [are for|are|do].",
                "I [regenerated|redid] an answer and now I [want|need|prefer] the "
                "[first|old|earlier] one. How do I get it back?",
                "I [edited|changed|rewrote] my message. Where's the "
                "[old|original|earlier|first] version now?",
                "Can a [chat|conversation] [fork|branch|split|have forks|have more than one path]?",
                "What do you mean by [a branch|a fork|another branch|branches] of [a|the] "
                "conversation?",
                "[Toggle|Switch|Flip|Move] between [the two answers|answer versions|several "
                "replies|alternative answers]",
                "How do I [page|leaf|step|click] through the "
                "[different|various|alternative|several] [answers|replies|versions]?",
                "Where do I [click|press] to see the [other|previous|earlier|next] "
                "[answer|branch|version|reply]?",
                "What are the [left and right|tiny|sideways] arrows [under|below|beneath] "
                "[the answer|a message|my question]?",
                "Is my first [answer|reply|version] still [there|available|around] after I "
                "[regenerated|asked for another|clicked Answer again]?",
                "How can I [view|read|restore|bring back|recover] the "
                "[earlier|older|original|previous] [answer|version|reply]?",
                "previous answer version where",
                "switch branch",
                "Are [branches|forks|alternative answers] [kept|stored] side by side?",
                "Does [editing|regenerating] [create|make|open|start] [a branch|a new "
                "branch|another branch|a fork]?",
                "I'd like to [compare|look at|see] both [answers|versions|replies] to my "
                "question again.",
                "Like in Git, are there branches in a conversation here?",
                "I don't understand the [numbers with arrows|little pager|‹ › "
                "arrows|branches|fork thing]. What's that about?",
                "What does the [first|second|last] number in ‹ 2/3 › [mean|tell "
                "me|show|stand for]?",
                "Can I [return|go back|jump back|switch] to [my original question|the "
                "version before my edit|the unedited message]?",
                "How many [versions|branches|alternatives] of an answer can I see, and how "
                "do I [switch|change] between them?",
                "My tutor mentioned branches in the chat, but I don't know what they are.",
                "Which arrow [shows|brings up|takes me to] the [other|previous|earlier] "
                "[version|answer|branch]?",
                "Please [explain|describe] the [pager|arrows|counter] under [an answer|the "
                "answers|my messages].",
                "The [answer|reply] I liked [disappeared|vanished|is hidden] after I "
                "[regenerated|retried]. How do I see it again?",
                "What's a fork in the conversation?",
                "branch pager",
                "version arrows",
                "arrows under answer",
                "conversation fork",
                "old answer back",
                "[Branching|Forks|Forking|Pager arrows|Answer versions][|?]",
                "[1/2|1/3|3/3|‹ 3/3 ›] under [an answer|a message|your reply], what is that?",
                "There's a 1/2 with arrows under your answer. Why?",
                "There's a [small counter|tiny pager|pair of arrows] [under|below|beneath] "
                "[the answer|the reply]. What does it do?",
                "What's the [counter|fraction|small number] between the [arrows|two "
                "arrows|angle brackets]?",
                "What's a [conversation branch|branch in a chat|branch here]?",
                "What's the [pager|‹ › thing|arrow control] [for|good for|about]?",
                "What happens when I click the arrows under an answer?",
                "What is meant by [branches|a branch|branching|forks] [in this chat|in "
                "Atelier|here]?",
                "What do the [left and right arrows|two little arrows|angle brackets] "
                "[under|below] [an answer|a message] do?",
                "Which [branch|version] am I [looking at|seeing|reading] [now|at the moment]?",
                "Which [control|button|arrow] [switches|changes|moves] between "
                "[answers|branches|versions]?",
                "How do I flick back and forth between two answers?",
                "How do I [change|get|hop|jump] [to another branch|to the other branch|to a "
                "different branch]?",
                "How do I [find|reach|open|display] [an alternative answer|the other "
                "version|an older branch]?",
                "How do I [retrieve|recover|get back] [the answer I had before|the discarded "
                "answer|my unedited message]?",
                "How can I [reread|look up|see] the [answer|version|reply] from before I "
                "[edited|regenerated]?",
                "How does the pager work?",
                "How does one [navigate|move] between the [branches|forks|alternative "
                "versions] of a conversation?",
                "Where do the [old|earlier|replaced] [answers|versions|messages] go [after "
                "an edit|after I regenerate|when I edit]?",
                "Where are my [other|older|previous] [answers|versions|branches] "
                "[hidden|stored|kept]?",
                "Where's the [other|earlier|second] [branch|answer|version] [now|gone]?",
                "Can I read the previous answer after regenerating?",
                "Can I [undo|reverse] [a regeneration|my edit] and [see|get|have] the old version?",
                "Can I [keep|have] [both|several|many] [answers|versions] side by side in "
                "branches?",
                "Can a [chat|conversation] [split|fork|branch] [into several versions|after "
                "an edit|in two]?",
                "Does the first [answer|version|wording] [still exist|remain somewhere|get "
                "kept] as a branch?",
                "Do edits form branches?",
                "Is there a way [back|to return] to [the earlier version|my old wording|the "
                "first answer] after [an edit|editing]?",
                "Is there a [history|list] of the [versions|alternatives] of an answer that "
                "I can switch through?",
                "Are my [older|previous|other] answers [still there|lost|kept] [after "
                "regenerating|once I have regenerated]?",
                "I [liked|like] the [previous|earlier|first] answer better. How do I "
                "[switch|go|get] back to it?",
                "I clicked an arrow under the answer and the text changed. What was that?",
                "I wonder what the [2/3|1/2|pager] [under|below] [my message|an answer] means.",
                "I'd like to [see|read] the [replaced|earlier|other] [answer|reply|version] again.",
                "I don't get [branches|the arrows ‹ ›|the pager]. Could you explain?",
                "I can't find the answer from before [my edit|I regenerated|the retry]. "
                "Where is it?",
                "My conversation suddenly has two branches. What are they?",
                "[Show|Teach|Tell] me how to [switch|move|flip] [between branches|to the "
                "other version|back to the first answer].",
                "Please [clarify|explain] the [concept of branches|pager|branching of "
                "conversations].",
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
                "dark look",
                "dark theme setting",
                "Can you go dark?",
                "I [work|read|write|sit here] [at night|in the dark|late in the evening], is "
                "there [a darker look|a dark screen|something less bright]?",
                "My eyes [hurt|ache|are sore|get tired] from [all this white|the bright "
                "screen|the glare]. Can I make it [darker|dark|less bright]?",
                "The [glare|brightness|white background] is [killing me|too much|blinding "
                "me]. Can the [page|app|screen] be darker?",
                "I wonder [whether|if] there's [a dark version|a night theme|a black "
                "background|a darker colour scheme].",
                "I don't [like|want|need] [dark mode|a black background|the dark look]. How "
                "do I get [a white page|the light one|a bright page]?",
                "Where's the [switch|toggle|button|setting] for [dark mode|the dark "
                "theme|the light theme|night mode]?",
                "Is there a [toggle|switch|setting|button] [for|to choose] [dark or "
                "light|the theme|the colour scheme|the color scheme]?",
                "How do I [toggle|activate|deactivate|flip to] [dark mode|the dark "
                "theme|night mode]?",
                "Can the [colour scheme|color scheme|interface colours|skin|appearance] be "
                "[changed|customised|set|adjusted]?",
                "Does Atelier [follow|respect|obey|use] my [system theme|system "
                "setting|operating system's dark mode|OS theme]?",
                "My [Mac|phone|computer|system|laptop] is in dark mode. Will Atelier be dark "
                "[too|as well|also]?",
                "Why's everything [black|dark|so dark|so gloomy] [here|on my screen|all of a "
                "sudden]?",
                "I'd [like|prefer|rather have] a [black|dark|darker|grey] background [for "
                "the chat|on this page|instead of white].",
                "White text on black, [possible|can I have that|how]?",
                "Black text on white, please, how do I switch?",
                "[Light|Dark|Night] mode [setting|toggle|switch|on|off][|?]",
                "make the screen darker",
                "Switch to [dark|light|night] [mode|colours|colors]",
                "What do I [change|set|click] to have [a dark interface|a light "
                "interface|dark colours|a dark UI]?",
                "Is dark mode [supported|available|automatic|built in|possible]?",
                "At night the page turns dark by itself. Why is that?",
                "Which [setting|option|switch] [decides|controls|determines] whether the "
                "page is [dark or light|light or dark]?",
                "My optician recommends a dark screen background, so can I get one in this app?",
                "How can I [dim|darken|tone down] the [page|interface|background|user interface]?",
                "Kindly tell me how to [enable|activate|select] the [dark|light] "
                "[appearance|colour scheme|theme].",
                "Can I [pick|select|choose] between [a light and a dark|a dark and a light] "
                "[theme|look|design]?",
                "There's no theme setting. How does one [get|choose|set] the dark look?",
                "Too bright!",
                "How do I make it white again instead of black?",
                "night colours",
                "enable night theme",
                "black background please",
                "appearance settings",
                "dark UI",
                "make page black",
                "[Dark|Light] [appearance|interface|design|skin][|?]",
                "Can you switch to dark colours?",
                "Can I [get|have|use] a [night|dark|black] [mode|look|screen|skin]?",
                "Can I [invert|darken|flip] the [colours|colors] of [the page|Atelier|this site]?",
                "Can I force [the dark theme|the light theme|dark mode|light mode][| here]?",
                "Can the [chat|website|window|site] be [black|dark|darker|less bright]?",
                "Could the interface have a darker background?",
                "I [have|get] [headaches|tired eyes|sore eyes|migraines] from [bright "
                "pages|white screens|bright backgrounds]. Is there a dark theme?",
                "I [hate|can't stand|dislike] [white backgrounds|bright screens|light "
                "themes]. Can I [go|switch to|get something] dark?",
                "I [can't|can hardly] read [light text on black|white letters on a dark "
                "page]. How do I get a light page?",
                "I'd like [everything|the whole page|the chat] to be [darker|black|dark].",
                "I'd rather read white on black.",
                "I don't see [a dark mode switch|a theme button|any theme setting]. Where is it?",
                "I wonder how to [get|switch on|obtain] [the dark look|a black page|night "
                "colours].",
                "I set my [system|computer|phone|laptop] to dark. Does [Atelier|the "
                "page|this app] [follow|notice|adapt]?",
                "I've [switched|changed] my [computer|Mac|phone] to light. Will the page "
                "[get|be|turn] light too?",
                "Is there a theme setting?",
                "Is there a [low-light|night-time|dimmed|darker] [mode|version|look|view]?",
                "Is the [theme|look|appearance|colour scheme] [tied to|taken from|controlled "
                "by] my [operating system|system settings]?",
                "Is a [light|bright|white] [version|theme|design] [available|possible] as well?",
                "Does Atelier have a [dark side|night look|dark design|black version]?",
                "Does the theme change automatically with my system?",
                "Do you have [a dark version|a black theme|night colours|dark colors]?",
                "Where's [dark mode|the theme setting|night mode|the dark option]?",
                "Where do I [turn|switch] [on|off] the [dark theme|night mode|dark look]?",
                "What [decides|determines|controls] whether the [page|screen|app] is [dark "
                "or light|light or dark]?",
                "What's the way to darken the screen?",
                "Why is [Atelier|this page|the chat] [so white|so bright|so dark|all black]?",
                "Why don't I have dark mode?",
                "Why does [the page|Atelier|the app] [turn|go|get] [dark|black] in the evening?",
                "How do I [lower|reduce] the [brightness|glare] of the page with a dark "
                "[theme|look]?",
                "How do I go back to light mode?",
                "How do I [swap|switch|move] from [light to dark|dark to light|bright to dark]?",
                "How does [dark mode|the dark theme|theme selection|night mode] work[| here| "
                "in Atelier]?",
                "How might one [alter|change|modify] the [appearance|colour scheme|visual "
                "theme] of the interface?",
                "My [wife|husband|flatmate|roommate] is asleep beside me and the screen is "
                "glaring. Can the page be dark?",
                "It's so bright, make it dark.",
                "There's too much white on this [page|screen|site]. Can I have [dark "
                "colours|a dark theme]?",
                "Please [make|turn] the [page|background|interface|screen] [dark|black|darker].",
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
                "copy button",
                "copy code how",
                "clipboard",
                "Can I grab this snippet?",
                "I'd like to [put|paste|use] [your answer|this text|the reply] in [an "
                "email|a document|Word|my notes|a letter].",
                "I [need|want] [the code|this snippet|your reply] in [VS Code|my IDE|another "
                "program|my terminal|a file], so how do I get it there?",
                "I wonder how to [copy|lift|transfer] [an answer|the code|a reply] [to the "
                "clipboard|into another program].",
                "Do I have to [select|mark|highlight] [the text|the code|the answer] [by "
                "hand|with the mouse|myself] to copy it?",
                "Where do I [click|press|tap] to [copy|grab] [the code|this snippet|the "
                "reply|the whole answer]?",
                "Selecting [the code|the text|a long answer] with the mouse is "
                "[tedious|awkward|slow|hard]. Is there [a better way|a button for "
                "copying|something to copy it]?",
                "Is there [a quick|an easy|a simple|a fast] way to [copy|grab] [the whole "
                "answer|all the code|your reply|the snippet]?",
                "How do I [get|move|bring] [the snippet|your code|the answer] [into my "
                "document|into my editor|over to another app]?",
                "I can't [select|mark|highlight] the [code|text|answer] properly. How do I "
                "copy it?",
                "Can I copy [only the code|just the code block|the whole reply|the complete "
                "answer][| without the rest]?",
                "Does [a code block|each answer|every reply] have a [copy button|button to "
                "copy it|copy icon]?",
                "My colleague needs [this answer|your reply|the code]. How do I [copy|put] "
                "it into an email?",
                "What's the [easiest|quickest|best] way to [copy|take out|pull out] [code|an "
                "answer|the text]?",
                "How does one [copy|transfer] [a response|the output|a code sample] to the "
                "clipboard?",
                "[Copy|Grab] [the snippet|the code block|your answer|the output] to [the|my] "
                "clipboard",
                "I don't want to retype [the code|all this|your answer]. How do I copy it?",
                "Please [show|tell] me where the copy [button|icon|function] is.",
                "There's [code|a script|a snippet|a function] in your [answer|reply]. How do "
                "I [copy|take] it?",
                "Copying code from the chat to my editor, how?",
                "How can I reuse the text of an answer in another program?",
                "Ctrl-C and Ctrl-V [for|of] [the answer|a reply|the code], or is there a button?",
                "Is [copying|copy and paste|copy-paste] [possible|supported]?",
                "[Which|What] icon do I [press|click|use] to copy [the answer|the snippet|code]?",
                "May I copy the text of your answers, and how?",
                "How do I put your answer into my essay without typing it all?",
                "paste answer into Word",
                "I need to cite your reply in a report. How do I copy it out of the chat?",
                "How do I get a [snippet|piece of code|code sample] [out of here|off this "
                "page|from this window]?",
                "copy to clipboard",
                "copy text from chat",
                "grab code block",
                "copy whole answer",
                "[Copy|Copying] the [output|whole reply|response|code block|snippet][|?]",
                "Can I [transfer|move|carry] [the text|your answer|the snippet] [to Word|to "
                "my notes|to another window]?",
                "Can I steal that code for my project?",
                "Can I copy [everything you wrote|the whole answer|all of it] [at once|in "
                "one go|with a single click]?",
                "Could you tell me how to [copy|grab] [the output|this reply|the function] "
                "[for my notes|to my clipboard]?",
                "How do I [get|put|bring] your [text|reply|words] into [an email|a Word "
                "file|Google Docs|my notes]?",
                "How do I [get|drop|put] the [script|function|snippet] into [VS Code|my "
                "IDE|a file|my terminal]?",
                "How do I duplicate the answer so that I can paste it elsewhere?",
                "How do I copy [just|only] the [code|code part|code block] [without the "
                "explanation|and not the text around it]?",
                "How do I copy a [table|list|paragraph] from [your answer|the reply|the chat]?",
                "How can I [paste|insert|include] [what you wrote|your reply|the response] "
                "[in my report|in a mail|in a presentation]?",
                "How does [copying|the copy button|copying code] work[| here| in this chat]?",
                "How can a response be transferred into another application?",
                "How would I get [this script|the code sample|that function] onto my clipboard?",
                "I [need|want] [this text|the reply|your answer] in [my homework|a "
                "presentation|a mail|my report]. How do I copy it?",
                "I'd like to [grab|copy|take] [the code|the snippet|your reply] "
                "[quickly|with one click|in one go].",
                "I'd like to [share|forward] your answer by mail. How do I copy it?",
                "I wonder where I click to copy the code.",
                "I don't know how to [copy|grab|take] [the code|your text|the answer] [from "
                "here|out of the chat].",
                "I can't [find|see] the [copy icon|copy button|button for copying].",
                "I'm on [a phone|a tablet|a touch screen], how do I copy [the code|an "
                "answer|the text]?",
                "I keep missing [a line|the last line|a bracket] when I "
                "[select|mark|highlight] the code to copy it. Any better way?",
                "My teacher asks me to send the answer on. How do I copy it?",
                "My hands shake, so marking the text is hard. Is there an easier way to copy it?",
                "Is there [an icon|a command|some button] [for copying|to copy] [the "
                "answer|the reply|the code block]?",
                "Is it [allowed|all right|OK] to copy your [answers|code|text], and how do I "
                "do it?",
                "Do answers have a copy icon?",
                "Do I need to [drag the mouse over|select|highlight] the "
                "[code|answer|snippet], or is there a copy button?",
                "Does Atelier let me copy [code|answers|snippets] [with a button|with one click]?",
                "What do I [press|click|use] to [copy|grab] [this answer|the code block|the "
                "snippet]?",
                "What's the [trick|way|method] to [copy|get hold of|take away] [a code "
                "block|the text|an answer]?",
                "What's the copy icon on the code block?",
                "Where's the [copy icon|button for copying|copy option][| of an answer| of a "
                "code block]?",
                "Which [button|icon] puts [the code|the answer|the text] on [the|my] clipboard?",
                "There's a [command|formula|recipe] in your [answer|reply] that I want to "
                "paste [elsewhere|into a file]. How do I copy it?",
                "Please [explain|show me] how to [take|copy|carry] the [code|text] over to "
                "my editor.",
                "Retyping the code would take ages. How do I copy it?",
                "[Copy|Take|Grab] [the answer|this code|the response] with one click, how?",
                "May I have [the code|your answer|this text] on my clipboard?",
            ),
            answers=("Use the **Copy** button of the answer or of the code block.",),
            expect=("Copy",),
            weight=0.7,
        ),
    ),
)
