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
    share=0.9,
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
            ),
            answers=(STREAMING,),
            expect=("## How an answer reaches you", "today or tomorrow."),
        ),
    ),
)
