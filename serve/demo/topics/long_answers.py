"""Answers of a few hundred tokens: stories, and Atelier explained in detail."""

from __future__ import annotations

from random import Random

from serve.demo.storybook import story
from serve.demo.topic import Intent, Slots, Topic, wordings

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

**Parts.** Ray Serve runs the models, vLLM generates text, diffusers draws images, FastAPI \
answers requests, MongoDB keeps documents and S3 keeps files. On a laptop both stores are \
embedded, and everything lies in `./data`.

**For programs.** OpenAI clients work unchanged at `/v1`, and the native API is documented at \
`/api/docs`.

Pictures are drawn on the **Images** page, and small apps are built on the **Studio** page."""

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
            ask=wordings("long_answers", "story"),
            answers=("{story}",),
            expect=("Once upon a time", "The end."),
            fill=story_slots,
            weight=2.0,
        ),
        Intent(
            name="Atelier in detail",
            ask=wordings("long_answers", "Atelier in detail"),
            answers=(ATELIER,),
            expect=("## Atelier in detail", "on the **Studio** page."),
        ),
        Intent(
            name="streaming in detail",
            ask=wordings("long_answers", "streaming in detail"),
            answers=(STREAMING,),
            expect=("## How an answer reaches you", "today or tomorrow."),
        ),
    ),
)
