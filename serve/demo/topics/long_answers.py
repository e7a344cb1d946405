"""Answers of a few hundred tokens: stories, and Atelier explained in detail."""

from __future__ import annotations

from random import Random

from serve.demo.storybook import story
from serve.demo.topic import Intent, Slots, Topic

ATELIER = """\
## Atelier in detail

Atelier is a web app and a streaming HTTP API that you host yourself. It begins on one laptop \
and grows to a cluster with many GPUs, and it looks the same to its users on both.

**Chatting.** You write a message and the answer appears word by word. You can stop it, edit \
your message, ask for another answer and switch between the branches. Every answer shows its \
tokens, its speed, its time and its cost.

**Streams that survive.** An answer does not belong to your browser tab. Reload the page, lose \
the network or open a second device: the answer goes on, and nothing is lost or repeated. It \
even survives the death of any of Atelier's processes.

**Models.** The demo model is very small and runs everywhere. A key such as \
`ANTHROPIC_API_KEY` or `OPENAI_API_KEY` connects remote models, the model picker pulls small \
ones, and `serve/models.yaml` chooses large ones for your GPUs.

**Parts.** Ray Serve runs the models, vLLM generates text, diffusers will make images, FastAPI \
answers requests, MongoDB keeps documents and S3 keeps files. On a laptop both stores are \
embedded, and everything lies in `./data`.

**For programs.** OpenAI clients work unchanged at `/v1`, and the native API is documented at \
`/api/docs`.

Images and the code studio are planned but not in this version yet."""

STREAMING = """\
## How an answer reaches you

1. **You press Enter.** The page sends your message to the gateway, which stores it and begins \
a run. A run is one attempt to answer one message.
2. **The model starts.** The conversation is turned into tokens, small pieces of text, and sent \
to a model. The model reads all of them at once and then writes one token after another.
3. **Tokens become events.** Each new piece of text is numbered and written to a log before it \
is sent. That log is the reason why nothing can be lost.
4. **The page shows them.** The browser receives server-sent events and draws the text as it \
grows, with its headings, tables and code.
5. **Something breaks.** Perhaps you reload the page, or a process dies. The browser connects \
again and says which event it saw last, with `Last-Event-ID`. The gateway sends the rest from \
the log, and another process goes on with the answer where it stopped.
6. **The answer ends.** The model writes a special token that means *I am done*. The time, the \
number of tokens and the cost are stored and shown under the answer.

So a stream is never just a wire between two machines. It is a log that many readers can \
follow, each at its own speed, today or tomorrow."""


def story_slots(rng: Random, _held_out: bool) -> Slots:
    """A new story."""
    return {"story": story(rng)}


TOPIC = Topic(
    name="long answers",
    share=1.2,
    plain=False,
    intents=(
        Intent(
            name="story",
            ask=(
                "[Write|Tell|Tell me|Write me] a [long |]story[|.| please]",
                "[Can|Could] you [tell|write] [me |]a [long |short |]story?",
                "Write a [long story|story] about [a fox|a robot|the sea|a king|a journey].",
                "I want to [hear|read] a [long |]story[|.]",
                "Please write a long story.",
                "Do you know [a story|any stories|a fairy tale]?",
                "[A|One] [long |]story[|, please][|.|!]",
                "Once upon a time[|...|,]",
                "[Make up|Invent] a story[| for me| for children].",
                "Could I hear a long tale?",
                "Write [a long text|something long|a very long answer][|.| please]",
                "Tell me a [bedtime story|fairy tale|tale][|.]",
                "[Can|May] I [hear|read|have|get] a [long |short |good |][story|tale|fairy "
                "tale][|, please]?",
                "I [want|need|would like] [a story|to hear a tale|to read a long tale|a long "
                "story|a fairy tale][|.]",
                "[Please|Now] [tell|write|read] me a [long |short |][tale|story|bedtime story][|.]",
                "[Tell|Give|Read|Write] me a [good|nice|new|short|very long] [story|tale][|.|!]",
                "[A|Another|One] [tale|fairy tale|bedtime story|short story][|, please][|.|!]",
                "[Could|Would|Can] you [make up|invent|read me|tell us] a [story|tale|fairy tale]?",
                "Is it possible to [hear|get|read] a [long |]story?",
                "[Story|Tale|Story time|Fairy tale][|, please][|.|!]",
                "[Any|Have you any|Do you have any] [stories|tales|good stories]?",
                "Write a tale [about|of] [a fox|a king|a robot|a girl|two friends][|.]",
                "[My child|My son|My daughter] wants [a story|to hear a story|a fairy tale][|.]",
                "Tell [us|the children] a [long |]story[|.]",
                "What is a good story?",
                "I'd [like|love] [a story|a fairy tale|to hear a story|to read a tale][|, please].",
                "bedtime story please",
                "I can't sleep. Read me a bedtime story.",
                "I'm bored, tell me a story.",
                "[Entertain|Amuse] me with a [story|tale|fairy tale].",
                "Let's [hear|have|read] a [story|tale|long tale][| now].",
                "[Compose|Produce|Generate|Create|Craft] a [story|short story|long "
                "story|tale|fairy tale].",
                "Are you able to [write|tell|make up|invent] [stories|a story|fairy tales|a tale]?",
                "Can you do a fairy tale?",
                "My [daughter|kids|little brother|grandson] would [like|love] a [bedtime "
                "story|fairy tale|story].",
                "It's bedtime. [Tell|Read] [me|my kids|us] a story.",
                "Tell me a story [with|about] [a princess|a dragon|a dog and a cat|a lost "
                "child|a ship].",
                "[Invent|Make up|Think up] a [tale|fairy tale|long story] about [a prince|a "
                "small town|a wolf|an old man].",
                "I [feel like|am in the mood for] [a story|a good tale|a fairy tale].",
                "[Begin|Start] a [story|tale|fairy tale][| for me].",
                "I need [a long text|a few paragraphs of fiction|some long text] to "
                "[read|test streaming|fill the page][|.]",
                "What's the longest story you can tell?",
                "Write as much as you can",
                "Write [some fiction|an adventure|an adventure story|a fable|a novella][| for me].",
                "Would you [mind telling|kindly tell] me a [story|tale|fairy tale]?",
                "How about a tale?",
                "I [wonder|was wondering] [if|whether] you could [tell|write] me a story.",
                "Don't give me a short answer, [write|tell] me a [long story|long tale|whole "
                "story].",
                "[Time|It is time] for a [story|bedtime story|fairy tale][|.|!]",
                "tell me something long",
                "once there was",
                "adventure story please",
                "fable?",
                "Got [a story|a tale|any stories] for [me|us|my kids]?",
                "Could you spin [me|us] a [yarn|tale]?",
                "I'd [enjoy|appreciate] a [nice|good|short|long] [story|tale|bedtime story].",
                "I'd like you to [write|make up|invent|tell] a [story|fairy tale|tale].",
                "I've had a [long|hard|tiring] day, so tell me a [story|bedtime story|tale].",
                "My [grandchild|daughter|little brother|niece] can't sleep. [Tell|Write] a "
                "bedtime story.",
                "My teacher asks [us|me] for a [story|fairy tale|tale]. [Write|Invent] one.",
                "I don't want facts, I want [a story|a tale|a fairy tale].",
                "Please [write|tell|invent|make up] a [story|tale|fable] [for my class|for a "
                "child|for my daughter].",
                "Write [a page|two pages|several paragraphs] of [fiction|a story].",
                "Tell me [something made up|an invented story|an old tale|a funny story].",
                "What's a [good|nice] [story|bedtime story] for [tonight|children|a small child]?",
                "There's a [child|kid] here who wants [a story|a fairy tale|a bedtime story].",
                "Let me [hear|read] a [story|tale|fairy tale][|, please].",
                "Is there a [story|fairy tale|tale] you can [tell|write]?",
                "Do you [tell|write|make up] [stories|tales|fairy tales]?",
                "How about [telling|writing|inventing] [a story|me a story|us a fairy tale]?",
                "Would you [kindly|please] [write|compose|tell] a [story|short story|tale]?",
                "Write a [story|tale|fairy tale] [in which an animal talks|set in a "
                "forest|that takes place at sea|with a happy ending].",
                "Tell a [story|tale] about [a lighthouse|a bear|a clever mouse|an old "
                "sailor|a witch].",
                "I wonder what [story|tale|fairy tale] you would tell a child.",
                "Surprise me with a [story|tale|fable].",
            ),
            answers=("{story}",),
            expect=("Once upon a time", "The end."),
            fill=story_slots,
            weight=2.0,
        ),
        Intent(
            name="Atelier in detail",
            ask=(
                "Tell me about Atelier in detail.",
                "[Explain|Describe] Atelier in [detail|full|depth].",
                "[Give|Write] me a [long|detailed|full] [description|explanation] of Atelier.",
                "Tell me everything about Atelier.",
                "Tell me in detail what Atelier is.",
                "What is Atelier? [Answer in detail|Be detailed|Give a long answer].",
                "I want to know everything [about|on] Atelier.",
                "Write a [long|detailed] text about Atelier.",
                "Explain in detail how Atelier works.",
                "Please describe Atelier at length.",
                "[Please|Now] [describe|explain] Atelier [in detail|in full|in depth|at full "
                "length][|.|, please.]",
                "[Could|Can|Would] you [describe|explain] Atelier [in detail|at length|in depth]?",
                "I [want|need|would like] [a long|a detailed|the full] [description|explanation] "
                "of Atelier[|.]",
                "[Describe|Explain] [everything about Atelier|Atelier at length|the whole of "
                "Atelier][|.]",
                "[A|One] [long|detailed|full] [description|explanation|text] [of|about] "
                "Atelier[|, please][|.]",
                "What is Atelier[|,] in detail?",
                "[Atelier|About Atelier], in [full |]detail[|, please][|.]",
                "[Write|Tell me] [at length|a lot|in depth] about Atelier[|.]",
                "I would like to know [everything|all the details] about Atelier[|.]",
                "Is there a [long|detailed|full] [description|explanation] of Atelier?",
                "Give me all the details [of|about|on] Atelier[|.]",
                "How does Atelier work[|,] in detail?",
                "Tell me [all|everything that you know] about Atelier[|.]",
                "atelier at length",
                "[full|detailed|complete|long] [description|explanation|overview] of Atelier",
                "I'd like [a long|a thorough|a complete|an in-depth] "
                "[explanation|description|account] of Atelier[|, please].",
                "I'd like to know all about how Atelier works.",
                "What's Atelier in great detail?",
                "What's the [full|complete|whole] story [of|about] Atelier?",
                "A short answer [isn't|is not] enough. [Explain|Describe] Atelier [in "
                "full|at length|thoroughly].",
                "Don't be brief: [describe|explain] [Atelier|what Atelier is|how Atelier "
                "works][| at length].",
                "[Explain|Describe] Atelier [thoroughly|completely|fully|extensively|as "
                "fully as you can].",
                "Go into [detail|depth] [about|on] [Atelier|what Atelier is|how Atelier works].",
                "[Walk|Take] me through [Atelier|all of Atelier|everything in Atelier][| in "
                "detail].",
                "[Write|Compose|Give me] an [essay|article] [about|on] Atelier.",
                "Write [a page|several paragraphs|a long article|a report|a whole page] "
                "[about|on] Atelier.",
                "Can you write a lot about Atelier?",
                "Could you [write|give me] a [thorough|comprehensive|complete|detailed] "
                "[description|introduction|explanation] of Atelier?",
                "I [have to|must] [write a report|give a talk|hold a presentation] about "
                "Atelier. [Explain|Describe] it in detail.",
                "My [teacher|boss|professor] wants a [long|detailed|full] [text|report] on "
                "Atelier.",
                "Many more [details|facts] [about|on] Atelier[|, please].",
                "I [wonder|was wondering] whether you could [describe|explain] Atelier in "
                "[detail|depth].",
                "Tell me as much as possible about Atelier.",
                "Say as much as you can about Atelier.",
                "Give me the [full|complete|whole] [picture|story|rundown] of Atelier.",
                "Give me a complete tour of Atelier.",
                "Deep dive: Atelier",
                "Everything about Atelier[|, please][|.]",
                "What can you tell me about Atelier in detail?",
                "Please [expand|elaborate] on [Atelier|what Atelier is].",
                "[Elaborate|Expand] on what Atelier [does|is|can do][|, please].",
                "I have [time|plenty of time]: [describe|explain] Atelier [at length|in "
                "detail|in full].",
                "What are all the details of how Atelier works?",
                "Explain [all|every part|every aspect] of Atelier[|, in detail][|.]",
                "Atelier in full",
                "atelier everything in detail",
                "atelier long description",
                "atelier explained in depth",
                "Atelier, the whole story",
                "full explanation of Atelier please",
                "all about Atelier",
                "I'd like [every detail|the full picture|all the facts] [of|about] Atelier.",
                "I'd like you to [describe|explain|present] Atelier [at length|in "
                "detail|thoroughly].",
                "I'd love to [hear|read|know] [everything|all there is to know] about Atelier.",
                "I've [got an hour|got time|all day]: tell me [all|everything] about Atelier.",
                "I've read the short [description|explanation] of Atelier, now give me the "
                "[long|detailed|full] one.",
                "There's surely more to [say|know] about Atelier. [Tell me "
                "everything|Explain it in detail].",
                "What's [everything|all] there is to [know|say] about Atelier?",
                "What's Atelier? [Take your time|Be thorough|Leave nothing out|Write a long "
                "answer].",
                "What is there to know about Atelier, [in full|in depth|in every detail]?",
                "Can I [have|get|read] [a detailed|a long|an in-depth|a thorough] "
                "[description|account|presentation] of Atelier?",
                "Can't you tell me [more|much more] about Atelier, in [depth|detail]?",
                "Could you [go through|cover|present] [all of Atelier|the whole of "
                "Atelier|every part of Atelier] in detail?",
                "Would you [explain|describe|introduce] Atelier "
                "[thoroughly|comprehensively|extensively|fully]?",
                "Please [be thorough|go into detail|leave nothing out] and "
                "[explain|describe] Atelier.",
                "Please [prepare|write|compose] a [detailed|thorough|comprehensive] "
                "[report|essay|article|presentation] about Atelier.",
                "Write me [an essay|a long article|a long report] [about|on] Atelier.",
                "Give me [the long version|the full version|the long answer]: what is Atelier?",
                "Give me [an in-depth|a comprehensive|an exhaustive] "
                "[overview|presentation|account] of Atelier.",
                "Give a [lecture|long talk|detailed talk] [on|about] Atelier.",
                "My [boss|teacher|professor|manager] asks for a [detailed|long|thorough] "
                "description of Atelier.",
                "My [boss|teacher|client] wants to know [everything|all the details] about "
                "Atelier.",
                "I [must|have to|need to] present Atelier [in detail|at length] to my "
                "[team|class|boss].",
                "I don't want [a summary|the short version|a brief answer], tell me "
                "[everything|all] about Atelier.",
                "I don't want a short answer: [explain|describe] Atelier [in depth|at "
                "length|in detail].",
                "I wonder what Atelier is, [in all its details|in full detail|in depth].",
                "Is it possible to [explain|describe] Atelier [in depth|in full detail|at length]?",
                "Tell me the [whole|full|complete] [story of|truth about] Atelier.",
                "Tell me about Atelier, [and be thorough|and don't be short|with all the "
                "details|the long version].",
                "[Lay out|Set out|Spell out] [in detail|in full] what Atelier is.",
                "Teach me [everything|all there is to know|every detail] about Atelier.",
                "How does Atelier work, [in depth|in full detail|from top to bottom|from "
                "beginning to end]?",
                "How would you describe Atelier [at length|in detail|in a long text]?",
                "Explain what Atelier is and does, [in detail|at length|in several paragraphs].",
                "More about Atelier, [in depth|in detail|much more|at length], please.",
                "Cover Atelier [from A to Z|from top to bottom|from start to finish].",
            ),
            answers=(ATELIER,),
            expect=("## Atelier in detail", "not in this version yet."),
        ),
        Intent(
            name="streaming in detail",
            ask=(
                "Tell me about streaming in detail.",
                "[Explain|Describe] in detail how [streaming|a stream works|streams work].",
                "How does an answer reach me? [Explain in detail|Be detailed|In detail, please].",
                "[Give|Write] me a [long|detailed] explanation of [streaming|streams].",
                "I want to know everything about streaming.",
                "Tell me everything about [streams|streaming].",
                "What happens [when|after] I press Enter?",
                "Write a [long|detailed] text about [streaming|streams].",
                "Explain step by step how [streaming|a stream|an answer] works.",
                "Please describe streaming at length.",
                "[Please|Now] [describe|explain] [streaming|streams|how a stream works] [in "
                "detail|in full|in depth|at full length][|.]",
                "[Could|Can|Would] you [describe|explain] [streaming|streams] [in detail|at "
                "length|in depth]?",
                "I [want|need|would like] [a long|a detailed|the full] [description|explanation] "
                "of [streaming|streams][|.]",
                "[Describe|Explain] [everything about streaming|streaming at length|streams at "
                "length][|.]",
                "[A|One] [long|detailed|full] [description|explanation|text] [of|about] "
                "[streaming|streams][|, please][|.]",
                "How does streaming work[|,] [in detail|step by step]?",
                "[Streaming|About streaming|Streams], in [full |]detail[|, please][|.]",
                "[Write|Tell me] [at length|a lot|in depth] about [streaming|streams][|.]",
                "I would like to know [everything|all the details] about [streaming|streams][|.]",
                "What happens [step by step|in detail] [when|after] I send a message?",
                "Give me all the details [of|about|on] [streaming|streams][|.]",
                "Is there a [long|detailed|full] [description|explanation] of streaming?",
                "Tell me [all|everything you know] about [streaming|streams][|.]",
                "streaming step by step",
                "What happens between [pressing Enter|my question|my message] and [the "
                "answer|your reply|the first word]?",
                "What's going on [when|while|after] [I send a message|I press Enter|an "
                "answer streams in]?",
                "What happens [after|once|when] I [send|submit] [a message|my question|a "
                "question]?",
                "How does [my message|my question] [become|turn into|lead to] an answer[|, "
                "step by step]?",
                "How does [an answer|a reply|the text|each word] [get|come|travel] from the "
                "model to [me|my screen|my browser|the page]?",
                "How do the [words|tokens|pieces of text] [reach|get to|arrive at|appear on] "
                "[my screen|my browser|the page]?",
                "Which [steps|stages] does [an answer|a message|a token] go through[| on its "
                "way to me]?",
                "[Walk|Take|Guide] me through [streaming|what happens when I press Enter|the "
                "path of an answer].",
                "[Trace|Describe] the [path|way|journey] of an answer [to the screen|through "
                "the system|from the model to the page].",
                "I'd like [a long|a thorough|an in-depth|a detailed] "
                "[explanation|description] of [streaming|how answers are streamed].",
                "I'd like to know what happens after I press Enter.",
                "I [wonder|was wondering|am curious] [how an answer reaches my screen|what "
                "happens after Enter|how the words get here].",
                "I don't understand how the words get onto my screen. Explain it in detail.",
                "What's the life of an answer?",
                "The [life|journey|life cycle|path] of [an answer|a message|a token][|, please].",
                "Explain [the whole way|every step] from [my message|my question|Enter] to "
                "[your answer|the screen].",
                "Go into [detail|depth] [about|on] [streaming|streams|how answers are streamed].",
                "Give me a full account of how streaming works.",
                "[Explain|Describe] [streaming|token streaming] "
                "[thoroughly|completely|fully|extensively].",
                "Write an [essay|article] [about|on] [streaming|how answers are streamed].",
                "Can you write a long text about streaming?",
                "My boss asks how an answer reaches the user, in detail.",
                "I must write a report about streaming. Explain it in detail.",
                "What exactly happens behind the scenes when I hit Enter?",
                "A short answer [isn't|is not] enough: explain streaming [in full|at "
                "length|in detail].",
                "What are all the steps between my message and your answer?",
                "What happens to my message [after|once] [it is sent|I press Enter|it leaves "
                "the page]?",
                "[Step by step|In detail], how does [an answer get to me|streaming work|an "
                "answer arrive]?",
                "Please [elaborate|expand] on [streaming|how streams work|how an answer is "
                "streamed].",
                "Many more details [about|on] [streaming|how streams work|how an answer "
                "reaches me][|, please].",
                "Explain how [an answer|a reply] [reaches me|gets to me|arrives on my "
                "screen][|, in detail|, step by step].",
                "streaming in depth",
                "streaming explained at length",
                "everything about streaming",
                "life of a token",
                "from Enter to answer",
                "what happens after enter",
                "path of an answer step by step",
                "in-depth streaming explanation please",
                "I'd like [all the details|every detail|the full picture] of [streaming|how "
                "an answer is streamed].",
                "I'd like to [follow|trace] [an answer|a token|a message] through [the whole "
                "system|every step|all the steps].",
                "I'd like you to [describe|explain] streaming [at length|in depth|thoroughly].",
                "I'd love to know [what goes on|what happens] behind the scenes [after|when] "
                "I press Enter.",
                "I've pressed Enter: what [happens|goes on] [now|next] [inside|behind the scenes]?",
                "I've read that answers are streamed, now explain it [in detail|at "
                "length|step by step].",
                "There's a [long|detailed] way from my question to your answer. [Describe "
                "it|Explain each step].",
                "What's the [full|complete|whole] [story|explanation] of [streaming|how "
                "answers are streamed]?",
                "What's the [route|journey|path] of [an answer|a token|a word] from the "
                "model to my [screen|browser]?",
                "What's happening [inside|under the hood|behind the scenes] when [an answer "
                "is written|you answer|I send a message]?",
                "What [takes place|goes on] between [pressing|hitting] Enter and "
                "[seeing|reading] the answer?",
                "What are the [steps|stages|phases] between my [message|question] and "
                "[your|the] answer?",
                "What does the system do [step by step|in detail] [when|after] I "
                "[send|submit] a message?",
                "Which [parts|components] does [my message|a message|a question] pass "
                "[through|on its way to the model]?",
                "Where does my [message|question] go [when|after|once] I press Enter?",
                "How does the text get from the model [to|onto] my screen, [in detail|step "
                "by step|exactly]?",
                "How do [tokens|words] [get|travel] from the model to my screen, [step by "
                "step|in detail]?",
                "How is an answer [made|produced] and [delivered|sent] to me, [step by "
                "step|in detail|from start to finish]?",
                "How does streaming work under the hood, [in depth|in full|in detail]?",
                "Can I [get|have|read] [a detailed|an in-depth|a thorough|a long] "
                "[account|explanation] of streaming?",
                "Could you [take|lead|guide] me [step by step|in detail] through streaming?",
                "Could you [spell out|list|describe] every step [from my question to your "
                "answer|of streaming|between Enter and the answer]?",
                "Would you explain streaming [thoroughly|comprehensively|extensively|fully]?",
                "Please [leave nothing out|be thorough|go into detail] and explain "
                "[streaming|how streaming works].",
                "Please [write|compose|prepare] a [detailed|long|thorough] "
                "[report|article|essay] on streaming.",
                "Give me the [long version|long answer|full version]: how does streaming work?",
                "Give me [an in-depth|a comprehensive|a step-by-step] "
                "[account|explanation|description] of streaming.",
                "Give a [lecture|long talk|detailed talk] on [streaming|how answers are streamed].",
                "My [teacher|professor|boss] asks what happens [step by step|in detail] "
                "after I press Enter.",
                "My [class|team|boss] needs a [detailed|thorough|long] explanation of "
                "[streaming|how an answer is streamed].",
                "I don't want [the short version|a summary|a brief answer], explain "
                "streaming [in full|in detail].",
                "I don't know what [happens|goes on] [after|when] I [press|hit] Enter.",
                "I wonder [what becomes of my message|what goes on|where my message goes] "
                "after I press Enter.",
                "Tell me the [whole|complete|full] story of [streaming|how an answer gets to me].",
                "Tell me [in detail|at length|step by step] how [an answer reaches "
                "me|answers are streamed|streaming works].",
                "[Show|Teach|Tell] me every [step|stage] of [streaming|an answer's "
                "journey|how an answer reaches the page].",
                "[Long|Detailed|Thorough|Step-by-step] [explanation|description|account] of "
                "streaming",
            ),
            answers=(STREAMING,),
            expect=("## How an answer reaches you", "today or tomorrow."),
        ),
    ),
)
