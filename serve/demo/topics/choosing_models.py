"""Connecting larger models, and what the demo model's limits are."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic, wordings

TOPIC = Topic(
    name="models",
    share=4.0,
    intents=(
        Intent(
            name="real model",
            ask=wordings("choosing_models", "real model"),
            answers=(
                "There are three ways:\n\n1. Set `ANTHROPIC_API_KEY` or `OPENAI_API_KEY` and "
                "restart.\n2. Pull a small instruct model from the **model picker**.\n3. On a GPU "
                "machine, choose larger models in `serve/models.yaml`.",
            ),
            expect=("ANTHROPIC_API_KEY", "model picker", "serve/models.yaml"),
            weight=1.6,
        ),
        Intent(
            name="anthropic key",
            ask=wordings("choosing_models", "anthropic key"),
            answers=(
                "Set the key and restart:\n\n```bash\nexport ANTHROPIC_API_KEY=your-key\nmake up\n"
                "```\n\nThe Claude models then appear in the model picker.",
            ),
            expect=("ANTHROPIC_API_KEY",),
        ),
        Intent(
            name="openai key",
            ask=wordings("choosing_models", "openai key"),
            answers=(
                "Set the key and restart:\n\n```bash\nexport OPENAI_API_KEY=your-key\nmake up\n"
                "```\n\nFor another server that speaks the same protocol, also set "
                "`OPENAI_BASE_URL`.",
            ),
            expect=("OPENAI_API_KEY", "OPENAI_BASE_URL"),
        ),
        Intent(
            name="gpu models",
            ask=wordings("choosing_models", "gpu models"),
            answers=(
                "On a GPU machine, larger models are chosen in `serve/models.yaml`. Edit the "
                "file and restart with `make up`; vLLM serves them.",
            ),
            expect=("serve/models.yaml",),
        ),
        Intent(
            name="pull",
            ask=wordings("choosing_models", "pull"),
            answers=(
                "Open the **model picker** at the top left and pull a small instruct "
                "model. It is downloaded once and then runs on your machine.",
            ),
            expect=("model picker", "pull"),
        ),
        Intent(
            name="context",
            ask=wordings("choosing_models", "context"),
            answers=(
                "My context is 2,048 tokens, which is about 1,500 words. Older messages beyond it "
                "are dropped, and Atelier shows you when that happens.",
            ),
            expect=("2,048 tokens",),
        ),
        Intent(
            name="speed shown",
            ask=wordings("choosing_models", "speed shown"),
            answers=(
                "Under each answer you see its model and the speed in tokens per second. Open "
                "that line for the tokens, the time and the cost.",
            ),
            expect=("Under each answer", "tokens per second"),
        ),
        Intent(
            name="token",
            ask=wordings("choosing_models", "token"),
            answers=(
                "A token is a small piece of text, often a short word or part of a word. Models "
                "read and write text token by token.",
            ),
            expect=("piece of text",),
        ),
        Intent(
            name="temperature",
            ask=wordings("choosing_models", "temperature"),
            answers=(
                "The temperature says how freely a model chooses its next token: at 0 it always "
                "takes the likeliest, near 1 its answers vary more.",
            ),
            expect=("temperature", "likeliest"),
        ),
        Intent(
            name="system prompt",
            ask=wordings("choosing_models", "system prompt"),
            answers=(
                "A system prompt tells the model how to behave in the whole conversation, for "
                "example *Answer in upper case*. Set it in the conversation's settings.",
            ),
            expect=("system prompt", "how to behave"),
        ),
    ),
)
