"""Using Atelier from programs."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="API",
    share=2.0,
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
                "I [want|need|would like] to [use|call|reach] Atelier from [my program|my "
                "code|a script|my app].",
                "[What|Which] is the [address|endpoint|URL|base_url] [of|for] the [API|OpenAI "
                "API]?",
                "Is it possible to [use|call|connect to] Atelier [from|with] [a "
                "program|code|an OpenAI client]?",
                "[API|OpenAI|Base|Endpoint] [URL|address][|?| please]",
                "Can I use an OpenAI client with Atelier?",
                "[Is|Are] [Atelier|the API|your API] [compatible with "
                "OpenAI|OpenAI-compatible|like OpenAI's]?",
                "[How|Where] can [my program|my code|my app|a script|another app] "
                "[reach|call|access] Atelier?",
                "What do I [enter|set|write|use] as [base_url|the base URL|the endpoint|the "
                "API address]?",
                "[Which|What] [port|host|endpoint|path] does the [API|OpenAI API] [use|listen "
                "on|have]?",
                "Does the [OpenAI library|OpenAI SDK|OpenAI protocol] work with Atelier?",
                "How do [programs|scripts|other apps|clients] [talk|connect|speak] to "
                "[Atelier|the API]?",
                "Tell me [the base URL|the address of the API|how to use the API|the API "
                "endpoint].",
                "Is there a way to [call|access|control] Atelier [from code|by program|over HTTP]?",
                "How do I [point|connect|attach] [an OpenAI client|the OpenAI library|my app] "
                "[to|at] Atelier?",
                "Can [my own app|a script|another program] [talk to|call|use] [Atelier|this "
                "model|you]?",
                "Which [protocol|API] does Atelier [speak|offer|understand|provide]?",
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
                "[Python|Python code|Python client|Python script] [example|sample|snippet] for "
                "[the API|Atelier]?",
                "I [want|need|would like] to [call|use|reach|query] [Atelier|the API] "
                "[from|in|with] Python.",
                "How can I [talk to|query|ask|reach|send a message to] [Atelier|the model] "
                "[in|from|with] Python?",
                "[Show|Give] me [a Python script|some Python|Python code] that "
                "[calls|uses|asks] [Atelier|the API].",
                "Is there a Python example?",
                "[Write|Show] [a Python program|Python code|a Python client] [that talks "
                "to|for] Atelier[| please].",
                "Can I [call|use|access|reach] [Atelier|the API|you] [from|with|in] Python?",
                "How do I [send|post] [a message|a prompt|a request] [from|with|in] Python[| "
                "to Atelier]?",
                "What does a Python [client|program|script] for [Atelier|the API] look like?",
                "How does one use Atelier in a Python program?",
                "[Is there|Do you have] [a Python client|Python sample code|a Python snippet] "
                "for [Atelier|the API]?",
                "I am [writing|making] a Python [script|program|app]. How do I "
                "[call|reach|use] [Atelier|the API]?",
                "How do I import [openai|the openai library] [and call|to talk to|to use] Atelier?",
                "How [would|do] I write a [chat|small] client [for Atelier|for your API] in "
                "Python?",
                "Python and Atelier: what [code|do I write|would the code be]?",
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
                "I [want|need|would like] [a curl command|a curl example|to call the API with "
                "curl|to use curl].",
                "How can I [reach|query|ask|access] [Atelier|the API|the model] "
                "[with|using|by|via] curl?",
                "[What|Which] [terminal|shell|bash|command line] command [calls|asks|reaches] "
                "[the API|the model]?",
                "[curl|Curl] [command|call|request|line|sample][|?| for the API?| for Atelier?]",
                "How do I use curl here?",
                "Is it possible to [use|call|try|ask] [the API|Atelier] [with curl|from the "
                "command line]?",
                "How do I send [a request|a message|a question|a prompt] [with|using|through] "
                "curl?",
                "[Show|Give|Write] me [a shell|a terminal|a bash|a command line] "
                "[example|command] for the API.",
                "Can I [call|use|reach|ask] [Atelier|the API|the model] from [a terminal|the "
                "shell|bash]?",
                "Which curl command sends a chat message?",
                "What does a curl [request|call|command] [to Atelier|to the API|for chat] look "
                "like?",
                "How do I [chat|talk to you|ask the model] [from|in] [the terminal|the shell|a "
                "console]?",
                "[Tell|Show] me how to [use|call] [the API|Atelier] [with curl|in a "
                "terminal|from the shell].",
                "What is the quickest way to [try|test|call] the API [from a terminal|with "
                "curl|in the shell]?",
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
                "[Documentation|Docs|Reference] [of|for] the [API|HTTP API|native "
                "API|endpoints][|?]",
                "I [want|need|would like] to [read|see|find] the [API docs|API "
                "documentation|API reference].",
                "Which [endpoints|routes|calls] [are there|exist|does the API have|does "
                "Atelier have]?",
                "Is there [an API reference|a list of endpoints|a Swagger page|Swagger|an "
                "OpenAPI schema]?",
                "Where can I look up the API?",
                "[Show|Give|List|Tell] me [the API docs|the endpoints|the routes of the "
                "API|the API reference].",
                "Where do I [find|see|read|get|open] the [API docs|API reference|list of "
                "endpoints|Swagger UI]?",
                "How can I [see|find|read about|look up|list] [the endpoints|all endpoints|the "
                "API's routes]?",
                "[What|Which] [URL|address|page] [has|shows|lists|holds] the [API "
                "docs|endpoints|API reference]?",
                "Where are the endpoints listed?",
                "Is the [API|native API|HTTP API] [documented|described][| anywhere| somewhere]?",
                "[API docs|API reference|API documentation|Swagger|OpenAPI][|?| please]",
                "Is there a [page|place|site] [where|on which] the [API|native API] is "
                "[explained|documented]?",
                "How do I find out which [endpoints|routes|calls] the API has?",
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
                "How do I [stream|receive] [tokens|an answer token by token] "
                "[over|from|through] the API?",
                "Why [do|does] [the words|the answer|text] [appear|come|arrive] [one by "
                "one|bit by bit|piece by piece]?",
                "[What|Which] [protocol|format|technique] [is used|does Atelier use] [for|to] "
                "[streaming|stream]?",
                "Does the API [support|offer|have|do] [streaming|SSE|server-sent events|token "
                "streaming]?",
                "How do answers stream?",
                "I would like to know how [streaming works|answers are streamed|tokens are "
                "streamed].",
                "[Streaming|Token streaming|SSE][|?| protocol?| support?]",
                "Are tokens [streamed|sent one by one|pushed][| over HTTP| as events| as they "
                "are made]?",
                "How does [the page|the browser|a client|the app] [get|receive] [the "
                "tokens|each token|new tokens]?",
                "How can a client resume a stream?",
                "How [can|does] a [client|program] [resume|continue|pick up] a "
                "[broken|lost|cut] stream?",
                "Do you use [websockets|WebSockets|SSE|server-sent events|polling][| for "
                "streaming]?",
                "Tell me [about streaming|how streaming works|how the tokens are "
                "streamed|about SSE].",
                "Is there a way to [resume|reconnect to|continue] a [stream|broken "
                "stream|token stream]?",
                "[Which|What] header [resumes|continues|reconnects] a stream?",
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
                "[Docs|Documentation|Manual|Guide|Help pages|README][|?| please]",
                "I [need|want|would like] [a manual|a guide|a tutorial|instructions|to read "
                "more|the README].",
                "Where [can|do|should] I [find|get|open|see] [the docs|a manual|a guide|a "
                "tutorial|instructions]?",
                "[Show|Give|Tell] me [the docs|the manual|where the docs are|the documentation].",
                "Is there any documentation?",
                "[Which|What] [document|file|text] [explains|describes] [Atelier|the code|the "
                "project|the design]?",
                "Where is [the README|the manual|the guide|the tutorial|the source code "
                "explained]?",
                "How do I [learn|find out] more [about Atelier|about this project|about the code]?",
                "[What|Which] [document|file|page] should [I|a newcomer|a developer] "
                "[read|open|look at] [first|next]?",
                "What can I read about Atelier?",
                "Where is the [architecture|design|code|source code] "
                "[described|explained|documented]?",
                "I want to [understand|learn|study|look into] [the code|the source|how the "
                "code works].",
                "Is the [code|project|source code|architecture] [documented|explained][| "
                "anywhere| somewhere]?",
                "Are there [instructions|tutorials|guides|help pages][| I can read| to read| "
                "for beginners]?",
                "Do you have [a manual|documentation|docs|a user guide|a handbook]?",
            ),
            answers=(
                "Begin with `README.md`, then `docs/ARCHITECTURE.md`. The API is documented at "
                "`/api/docs`.",
            ),
            expect=("README.md",),
        ),
    ),
)
