"""Using Atelier from programs."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="API",
    share=1.6,
    intents=(
        Intent(
            name="openai api",
            ask=(
                "How do I use [the API|the OpenAI-compatible API|Atelier's API]?",
                "Is there an [API|OpenAI-compatible API|OpenAI API]?",
                "Can I [use|call] [Atelier|you|this] from [a program|a script|my code|my app]?",
                "What is the base URL[| of the API| for OpenAI clients]?",
                "Can OpenAI clients talk to Atelier?",
                "Does Atelier [have|offer|speak] [an OpenAI-compatible API|the OpenAI protocol]?",
                "Where is the [API|OpenAI API|OpenAI-compatible endpoint]?",
                "Which [URL|address] do I give to an OpenAI client?",
                "How do I connect my program to Atelier?",
                "At which address can the OpenAI library reach Atelier?",
                "What is /v1?",
            ),
            answers=(
                "Atelier speaks the OpenAI protocol at `/v1`. Give any OpenAI client this address:"
                "\n\n```text\nhttp://127.0.0.1:8000/v1\n```",
            ),
            expect=("http://127.0.0.1:8000/v1",),
            weight=1.5,
        ),
        Intent(
            name="python client",
            ask=(
                "How do I [call|use] Atelier from Python?",
                "[Show|Give] me a Python example [for|of] the API.",
                "How do I use the [openai library|OpenAI SDK|openai package] with Atelier?",
                "Python code to call [the API|Atelier]?",
                "Write Python that sends a chat message to Atelier.",
                "Show me how to call [the API|Atelier] in Python.",
                "How do I chat with you from Python?",
                "Give me Python code for [the Atelier API|your API].",
                "How do I [stream|get] an answer in Python[| from Atelier| from the API]?",
                "Can I see a Python client for Atelier?",
            ),
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
            ask=(
                "How do I [call|use] [the API|Atelier] with curl?",
                "[Show|Give] me a curl [example|command] for [the API|Atelier].",
                "How do I call the API from [the terminal|the shell|bash]?",
                "curl example[|?| please]",
                "What curl command talks to Atelier?",
                "Write a curl command [for|that calls] [the API|Atelier].",
                "How can I try the API in a terminal?",
                "Is there a curl example?",
                "How do I test the API with curl?",
                "Can you give me a curl line that asks the model something?",
            ),
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
            ask=(
                "Where is the API documentation?",
                "Where are the [API docs|docs of the API|native API docs]?",
                "Is there documentation [for|of] the [API|native API]?",
                "What is the native API?",
                "Which page documents the API?",
                "How do I learn the API?",
                "What is at /api/docs?",
                "Where can I [read about|see|find] the [endpoints|native API]?",
                "Is there an OpenAPI page?",
                "On which page are the endpoints described?",
            ),
            answers=(
                "The native API and its documentation are at http://127.0.0.1:8000/api/docs. "
                "OpenAI clients use `/v1`.",
            ),
            expect=("/api/docs",),
        ),
        Intent(
            name="streaming",
            ask=(
                "How does streaming work?",
                "Can the API stream [answers|tokens]?",
                "What is [SSE|a server-sent event|server-sent events]?",
                "How do I reconnect to a stream?",
                "Does Atelier stream its answers?",
                "What is Last-Event-ID[| for]?",
                "Are answers streamed?",
                "Explain [streaming|how answers are streamed].",
                "How are tokens sent to the browser?",
                "By which protocol do tokens reach the page?",
            ),
            answers=(
                "Answers are streamed token by token as server-sent events. A client that lost "
                "its connection sends `Last-Event-ID` and gets the rest; nothing is lost or "
                "repeated.",
            ),
            expect=("server-sent events", "Last-Event-ID"),
        ),
        Intent(
            name="documentation",
            ask=(
                "Where is the documentation?",
                "Is there a manual?",
                "Where can I [read|learn] more[| about Atelier]?",
                "Are there any docs?",
                "Where do I find help?",
                "How does the code work?",
                "Where do I begin to read the code?",
                "Is there a [guide|README|tutorial]?",
                "I want to read the [docs|documentation|manual].",
                "Which file should I read first to learn about the code?",
            ),
            answers=(
                "Begin with `README.md`, then `docs/ARCHITECTURE.md`. The API is documented at "
                "`/api/docs`.",
            ),
            expect=("README.md",),
        ),
    ),
)
