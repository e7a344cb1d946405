"""Using Atelier from programs."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic, wordings

TOPIC = Topic(
    name="API",
    share=2.0,
    intents=(
        Intent(
            name="openai api",
            ask=wordings("api", "openai api"),
            answers=(
                "Atelier speaks the OpenAI protocol at `/v1`. Give any OpenAI client this address:"
                "\n\n```text\nhttp://127.0.0.1:8000/v1\n```",
            ),
            expect=("http://127.0.0.1:8000/v1",),
            weight=1.5,
        ),
        Intent(
            name="python client",
            ask=wordings("api", "python client"),
            answers=(
                "```python\nfrom openai import OpenAI\n\n"
                'client = OpenAI(base_url="http://127.0.0.1:8000/v1", api_key="demo")\n'
                "answer = client.chat.completions.create(\n"
                '    model="atelier-demo",\n'
                '    messages=[{"role": "user", "content": "Hello!"}],\n)\n'
                "print(answer.choices[0].message.content)\n```",
            ),
            expect=("from openai import OpenAI", "http://127.0.0.1:8000/v1"),
        ),
        Intent(
            name="curl",
            ask=wordings("api", "curl"),
            answers=(
                "```bash\ncurl http://127.0.0.1:8000/v1/chat/completions \\\n"
                '  -H "Content-Type: application/json" \\\n'
                '  -d \'{"model": "atelier-demo", '
                '"messages": [{"role": "user", "content": "Hello!"}]}\'\n'
                "```",
            ),
            expect=("curl http://127.0.0.1:8000/v1/chat/completions",),
        ),
        Intent(
            name="api docs",
            ask=wordings("api", "api docs"),
            answers=(
                "The native API and its documentation are at http://127.0.0.1:8000/api/docs. "
                "OpenAI clients use `/v1`.",
            ),
            expect=("/api/docs",),
        ),
        Intent(
            name="streaming",
            ask=wordings("api", "streaming"),
            answers=(
                "Answers are streamed token by token as server-sent events. A client that lost "
                "its connection sends `Last-Event-ID` and gets the rest; nothing is lost or "
                "repeated.",
            ),
            expect=("server-sent events", "Last-Event-ID"),
        ),
        Intent(
            name="documentation",
            ask=wordings("api", "documentation"),
            answers=(
                "Begin with `README.md`, then `docs/ARCHITECTURE.md`. The API is documented at "
                "`/api/docs`.",
            ),
            expect=("README.md",),
        ),
    ),
)
