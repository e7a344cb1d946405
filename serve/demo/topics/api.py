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
                "[What's|What is] [the API address|Atelier's API URL|the API endpoint|your "
                "OpenAI endpoint]?",
                "Which [host and port|base URL|endpoint] [should|must|do] I put into [my "
                "client|an OpenAI client|my app]?",
                "I have [an app|a tool|a program|software] that speaks the OpenAI "
                "[protocol|API]. Can it use Atelier?",
                "Can I [hook|connect|link] [my editor|my app|another chat app|an existing "
                "tool] to Atelier?",
                "How do I [integrate|combine] Atelier with [my software|my own app|our "
                "website|another program]?",
                "Is [Atelier|this] a drop-in replacement for the OpenAI API?",
                "Does Atelier [expose|provide|implement|publish] an [API|OpenAI-style "
                "API|OpenAI-compatible endpoint]?",
                "[API|OpenAI|OpenAI-compatible] [base URL|endpoint address|server URL][|?]",
                "openai compatible endpoint",
                "I wonder [whether|if] Atelier [has|offers|includes] an "
                "[API|OpenAI-compatible API|OpenAI-like interface].",
                "I'm [building|developing|coding] [an app|a bot|a plugin] and need it to "
                "[talk to|use|call] Atelier.",
                "I don't want to use the web page, I want to [use|call] [the API|Atelier "
                "from my own program|you from my code][|.]",
                "Is there a [programming|programmatic|developer|machine] interface[| to "
                "Atelier| for programmers]?",
                "Can [developers|programmers|other programs] [access|use|call] Atelier "
                "[through|over|via] an API?",
                "Could I replace OpenAI's [server|URL|API|address] with Atelier[| in my "
                "code| in my app]?",
                "What [goes|do I put] in the [base_url|API base|server URL|endpoint] field[| "
                "of my client]?",
                "Where does [an OpenAI client|my app|the OpenAI SDK] have to [connect|send "
                "its requests]?",
                "Where do I [send|direct|post] [API calls|API requests|chat completion requests]?",
                "On [which|what] [port|path|URL|address] do I find the [OpenAI "
                "API|OpenAI-compatible API]?",
                "What is [the /v1 path|the path /v1|http://127.0.0.1:8000/v1] [for|good "
                "for|used for]?",
                "Do OpenAI [clients|tools|apps|libraries] [work|run|function] [with|against] "
                "this server?",
                "Can LangChain [talk to|use|work with] Atelier?",
                "Does Atelier [understand|accept|answer|handle] [OpenAI requests|OpenAI API "
                "calls|chat completions requests]?",
                "My [colleague|boss|developer] asks [how to reach the API|which API Atelier "
                "has|what the base URL is][|.]",
                "My [Node|JavaScript|Go|Java|Rust] [app|program|service] should "
                "[use|call|talk to] Atelier. Where does it connect?",
                "Describe how [an external program|my own app|a third-party tool] can "
                "[use|call|reach] Atelier[|.]",
                "[Give|Tell|Show] me the URL for [OpenAI clients|my OpenAI SDK|the API][|.|, "
                "please.]",
                "How do I make [API calls|API requests|an API call] to [Atelier|this server]?",
                "Can I use Atelier [programmatically|as an API|as a backend|as a service for "
                "my app]?",
                "Is the chat completions [endpoint|API|protocol] "
                "[available|supported|offered][| here| in Atelier]?",
                "What URL does my [bot|chatbot|plugin|extension] need to [reach|contact] Atelier?",
                "Can I [plug|wire] Atelier into [my own tool|existing software|a third-party app]?",
                "I've got an app written for [OpenAI|ChatGPT's API]. Can I "
                "[point|redirect|switch] it to Atelier?",
                "Is there an [HTTP interface|web service|programming interface] that speaks "
                "OpenAI's [language|format|dialect]?",
                "Does Atelier have a [backend|server] that [OpenAI-style|OpenAI-compatible] "
                "[apps|clients] can talk to?",
                "base_url?",
                "OpenAI-compatible?",
                "connect third-party client",
                "[Endpoint|Address] for [OpenAI software|OpenAI-compatible tools]",
                "Can [Continue|Cursor|Open WebUI|LibreChat] [connect to|use] Atelier [as a "
                "model provider|as its backend]?",
                "My [editor|IDE|VS Code plugin] asks for an OpenAI [base URL|server "
                "address]. What do I [enter|type|fill in]?",
                'The client [wants|asks for|requires] a "base URL", what\'s [the right '
                "one|the one for Atelier]?",
                "I'd like to [automate|script] my questions to Atelier through [an OpenAI "
                "client|the OpenAI API].",
                "I'd rather [use|keep] my [own|favourite|favorite] OpenAI client than [the "
                "web page|the browser]. Where do I point it?",
                "How do [outside|external|third-party] [programs|applications|services] get "
                "access to Atelier's models?",
                "Can [other software|another service|a website] send "
                "[prompts|questions|messages] to Atelier over [HTTP|the network]?",
                "Which [server address|API root|API host] does Atelier [listen on|use] for "
                "OpenAI clients?",
                "What's the [http address|web address|root URL] of the OpenAI-compatible API?",
                "There's [an app|a tool] that only [supports|knows] OpenAI. [Will|Would] it "
                "work with Atelier?",
                "Where must I [point|aim|direct] my [OpenAI SDK|OpenAI client|OpenAI app]?",
                "Does Atelier [emulate|mimic|follow|copy] the OpenAI [API|interface|protocol]?",
                "Is [Atelier's API|this API] the same as OpenAI's?",
                "I don't want to send my data to OpenAI, so can my app [call|use] Atelier's "
                "API instead?",
                "I can't [work out|figure out|find out] which [address|URL] my OpenAI client "
                "needs.",
                "My app currently calls api.openai.com. What do I replace [that|it|this "
                "address] with?",
                "What happens if I [point|aim] an OpenAI client at Atelier?",
                "Let me [hook up|connect|link up] an OpenAI [client|app][|, please].",
                "Can I build [a bot|a mobile app|a Slack bot|my own front end] on top of Atelier?",
                "I'm [making|writing] a [Telegram bot|Discord bot|phone app] and want "
                "Atelier to [answer|reply] through an API.",
                "Do you [understand|accept] requests in [OpenAI format|the OpenAI "
                "format|OpenAI style]?",
                "In my [config file|settings file|environment], what should OPENAI_BASE_URL be?",
                "OPENAI_BASE_URL for Atelier",
                "Could you [explain|tell me] how OpenAI-compatible [software|clients|apps] "
                "[connects|connect] to this server?",
                "Is there a way for my [company's|team's] [software|website|intranet] to "
                "[use|call] Atelier?",
                "My professor asks whether our [project|program] could use Atelier in place "
                "of OpenAI.",
                "Any [API|OpenAI API|programming interface] in Atelier that my "
                "[app|software] can use?",
                "How do I set up [an OpenAI client|my chat app|a desktop client] [to "
                "use|for] Atelier?",
                "I wonder [which URL|what address] to [enter|use|put] in my OpenAI client.",
                "Can Atelier [serve|act|work] as [a local OpenAI server|an OpenAI server|an "
                "LLM server] for my apps?",
                "Does the standard OpenAI [client library|client|SDK] [connect|talk] to "
                "Atelier without changes?",
                "Please [name|state] the [base address|endpoint URL] for OpenAI clients.",
                "How can one [access|make use of] Atelier's models from [an external "
                "application|one's own software]?",
                "What do I need to change in an OpenAI app to make it [use|talk to] Atelier?",
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
                "Python [client|code|program|script] for [Atelier|this server|your API][|, "
                "please].",
                "python example please",
                "python openai atelier",
                "call Atelier with python how",
                "[What's|What is] the [Python code|Python snippet|code in Python] for "
                "[calling|querying|using] Atelier?",
                "[I'd|I would] like [a Python example|some sample Python|a small Python "
                "script] [for the API|that calls Atelier|that talks to Atelier].",
                "I'm a Python [developer|programmer|beginner|user]. How do I [call|talk "
                "to|use] [Atelier|your API]?",
                "I'm [learning|using|coding in] Python and want to [call|ask|query] "
                "[Atelier|the API|the model through the API].",
                "I have a Jupyter notebook. How do I [call|query|ask|use] [Atelier|the API] "
                "[from it|there]?",
                "Can I [use|call|query] [Atelier|the API] from a [Jupyter "
                "notebook|notebook|Django app|Flask app|Python script]?",
                "What Python [package|library|module] [do I need|should I use|works|can I "
                "use] [for|with] the API?",
                "Does Atelier have a Python [SDK|library|package|client library|binding]?",
                "Is there any Python [sample|example code|code] [for|that uses] [the API|Atelier]?",
                "How do I [create|construct|configure|set up] [the OpenAI client object|an "
                "OpenAI client|the client] in Python[| for Atelier]?",
                "How do I [make|send] a [chat completion|chat request|request to the API] in "
                "Python?",
                "Explain how [to call Atelier|to use the API|to query the API] "
                "[with|in|from] Python[|.]",
                "[Give|Send|Write] me a few lines of Python [that call|to call|to use] "
                "[Atelier|the API|the Atelier API].",
                "Write a [minimal|short|simple|working] Python [client|program] for [the "
                "API|Atelier|chatting with Atelier].",
                "How does my Python [program|code|script|notebook] [ask|call|query|talk to] "
                "[the model|Atelier]?",
                "My Python [program|app|code|bot] has to [call|use|query] the API[|. How?|, "
                "show me how.]",
                "My teacher wants us to [call|use|query] [Atelier|the API|the Atelier API] "
                "from Python, [how do I do that|can you show me some code|what do I write]?",
                "I don't want to use curl, [show me Python|I want Python code for the "
                "API|how does it go in Python][|.]",
                "I don't know how to [call|use|reach] Atelier [from|in] Python[|.]",
                "I wonder how [to call|to use|one calls] [Atelier|the API] from Python[|.]",
                "What do I have to [type|write|code] in Python [to get an answer|to reach "
                "the API|to call Atelier]?",
                "What Python do I [need|write] to [get an answer from|send a prompt to|chat "
                "with] [Atelier|the model]?",
                "Where [is there|can I find|do I find] [a Python example|Python sample code] "
                "[for the API|for Atelier]?",
                "What is the Python way to [call|use|query] [Atelier|the API]?",
                "Does `from openai import OpenAI` work with Atelier[|, and how]?",
                "How do I set base_url in [Python|the Python client|the openai package]?",
                "After pip install openai, how do I [chat with|call|query] Atelier[| in Python]?",
                "Could you give me [an example in Python|a Python snippet|some Python] for "
                "[calling Atelier|the Atelier API]?",
                "[Python|Python 3] [how-to|demo|template] for [the API|Atelier]",
                "python snippet",
                "python sdk usage",
                "py client example",
                "Python: how do I [send a prompt|ask the model|get a reply]?",
                "What would [a Python call|the Python code] to Atelier look like?",
                "Could I [drive|control|script] Atelier [from|with] Python?",
                "I'd like to [script|automate] my [questions|prompts] in Python[|, how?]",
                "I'm [stuck|struggling] with the Python code for [the API|Atelier]. Got [an "
                "example|a sample]?",
                "Can you [post|share|paste|print] some Python that [queries|calls] the API?",
                "I've [installed|downloaded] the openai [package|module]. What's the Python "
                "code for [Atelier|this server]?",
                "There's a Python [script|program] I must [write|finish] that [asks|calls] "
                "Atelier. Show me the code.",
                "What are the [lines|lines of Python] to [ask|query|prompt] Atelier from a "
                "[.py file|Python file|notebook]?",
                "[Hello world|Hello example|Minimal example] for [the API|Atelier] in Python",
                "Show [me|us] a [tiny|basic|complete] Python [program|script] that chats "
                "with the model.",
                "How do I [instantiate|initialise|initialize] the OpenAI [class|client] in "
                "Python for Atelier?",
                "What [goes in|do I pass to] OpenAI(base_url=...) in Python?",
                "client.chat.completions.create with Atelier",
                "How do I use client.chat.completions.create [here|with Atelier|with this server]?",
                "I want to [use|call] Atelier in [Jupyter|Colab|a Jupyter notebook|IPython].",
                "Can [Django|Flask|FastAPI|pandas] code [call|query] Atelier, and what's the "
                "Python for it?",
                "My [homework|assignment|thesis|project] is in Python and [has "
                "to|must|should] call [Atelier|the API].",
                "I only [know|speak|write] Python. How do I [use|reach] the [API|Atelier API]?",
                "Which Python [import|import line|statement] do I [need|use] for the Atelier API?",
                "Please [provide|supply|write] [a Python sample|sample Python code] for the "
                "[chat API|API].",
                "Do you have [anything|something|an example] in Python for [API users|the API]?",
                "Where's the Python [example|sample|snippet]?",
                "Can Python [talk to|speak to|communicate with] Atelier?",
                "Is Python [supported|possible|usable] for [calling|querying] the API, and how?",
                "Let me see [how Python code calls Atelier|the Python version|some Python "
                "code for the API].",
                "I'd like to [loop over|run through] a list of [questions|prompts] in Python "
                "and send each to Atelier.",
                "How do I [send|submit] [a batch of prompts|hundreds of questions|a CSV of "
                "questions] to Atelier with Python?",
                "How do I print the model's [answer|reply|response] in a Python [script|program]?",
                "I can't get [Python|my Python script|my Python code] to [talk to|connect "
                "to] Atelier. What should it look like?",
                "What's the simplest [Python|Python code|Python program] that gets [an "
                "answer|a reply] from Atelier?",
                "My [supervisor|colleague|tutor] asks for a Python [example|snippet] that "
                "calls Atelier.",
                "As a Python [novice|newcomer|coder], what do I [write|type] to [ask|call] "
                "Atelier?",
                "Teach me to call Atelier [from|in] Python.",
                "Atelier from Python, [an example|sample code|some code], please",
                "[Code sample|Example code|Sample program] in Python?",
                "Not JavaScript, Python: how do I call the API?",
                "I wonder what a Python [program|script] needs in order to [chat with|query] "
                "Atelier.",
                "May I have [a Python example|some sample Python code|a short Python script]?",
                "[Copy-and-paste|Ready-made|Ready-to-run] Python [code|example] for the "
                "API[|, please]",
                "How could a [Python bot|Python app|Python service] get its answers from Atelier?",
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
                "curl please",
                "curl api how",
                "api from command line",
                "shell example for the API",
                "What's the [curl|cURL] [command|line|syntax|call][| for the API| for "
                "Atelier| to send a message]?",
                "What is the [raw|plain|bare] HTTP request [for a chat|to send a message|to "
                "the API] [with|in] curl?",
                "I'd like to [test|try out] [the API|Atelier|the chat API] with curl[|.]",
                "I'm in [a terminal|a shell|bash|the console]. How do I [call|reach|ask] "
                "[the API|the model]?",
                "I only have [a terminal|a shell|a command line|curl], [how can I chat|how "
                "do I ask the model something|how do I call the API]?",
                "I don't want to write [code|a program|Python], [a curl command will do|just "
                "show me curl|give me a shell command for the API][|.]",
                "I don't have Python, can I [use curl|call the API with curl|call the API "
                "from the shell]?",
                "Can you [write|give me|show me|type] [a curl command|a curl line|a curl "
                "request] [for chatting|for the API|for Atelier]?",
                "[Can|Could|May] I [curl|use curl on|use curl with] [the API|Atelier|the "
                "chat endpoint]?",
                "[Which|What] [HTTP request|POST request] do I make with curl[| to chat| to "
                "get an answer]?",
                "[What|Which] [headers|JSON|body|data] do I [send|pass|need] with curl?",
                "How do I [POST|post|send] JSON to the [chat endpoint|API|server] "
                "[with|using] curl?",
                "How do I [get|fetch|request] an answer [with|using|through] curl?",
                "How do I [query|prompt|message] the model [from|on] the [command "
                "line|command prompt|shell|terminal]?",
                "How do I [use|call|try] the API from a [shell script|bash "
                "script|console|Linux terminal|Mac terminal]?",
                "[Is there|Do you have|Have you got] a [shell|command line|terminal|bash] "
                "[example|one-liner|sample] for chatting?",
                "[Explain|Demonstrate] [a call with curl|how to use curl with Atelier|the "
                "API with curl|a curl call to the API][|.]",
                "[Print|Send|Let me see] [a curl example|the curl command|a sample curl "
                "call|a curl one-liner][|.|, please.]",
                "I wonder [how to call the API with curl|whether curl works with "
                "Atelier|what the curl command is][|.]",
                "Does curl work [with Atelier|with the API|here]?",
                "My [admin|colleague|boss|teacher] [asks for|wants|wants to see] a curl "
                "command[|.]",
                "My shell script [should|must|has to] [ask the model something|call the "
                "API|send a prompt][|. How?|, how does it do that?]",
                "Where [can I find|do I find|is there] [a curl command|a curl example][| for "
                "the API]?",
                "A one-line [command|shell command] [to call|for calling|to test] the API[|, "
                "please].",
                "[Simplest|Shortest|Easiest] command to [call|test|try] the API from [a "
                "shell|a terminal|bash]?",
                "What [do|must|should] I type in [the terminal|the shell|bash] to [ask the "
                "model|call the API|send a prompt]?",
                "Without a browser, how do I [chat|send a message|ask a question] from the "
                "[terminal|command line|shell]?",
                "Use curl to [call|ask|query] [the API|Atelier][|, show me how].",
                "just curl",
                "curl call syntax",
                "curl chat completions",
                "curl one-liner",
                "bash example for the api",
                "terminal command to ask the model",
                "[Curl|cURL] [snippet|template|syntax|invocation][|, please]",
                "How would I [hit|ping|poke] the [API|chat endpoint] with curl?",
                "Do you have [a curl snippet|a ready curl command|a curl call] I can [paste|copy]?",
                "I'd like to [fire|send] a quick [request|prompt] from [the shell|my "
                "terminal|the console].",
                "Give me something to paste into [my terminal|the shell|a bash prompt] to "
                "call the API.",
                "What would the curl [line|command|invocation] be for [a simple question|one "
                "message|saying hello]?",
                "I'm on a [server|machine|box] without a browser. How do I [ask|query] the "
                "model from the [shell|command line]?",
                "I [ssh'd|logged] into a [server|machine] and want to call the API from [the "
                "shell|its terminal].",
                "There's no [browser|desktop|graphical interface] on this machine, so how do "
                "I [call the API|ask the model] by command line?",
                "Can I send [a prompt|a question|JSON] to Atelier with [a shell "
                "command|curl|a terminal command]?",
                "How do I POST to /v1/chat/completions [with|using] curl?",
                "What [flags|options|arguments] does curl need [to call|for] the [chat API|API]?",
                "Which -H and -d [values|options|arguments] do I [use|pass|give to curl]?",
                "Show me the raw [HTTP request|POST request] as a curl [command|line].",
                "What [does|should] the JSON body [look like|contain] in a curl [call|request]?",
                "Can you [spell out|write out|display] the curl [command|request] for Atelier?",
                "I can't get curl to [work|answer|talk to Atelier]. What's the "
                "[right|correct] command?",
                "My curl [command|request|call] [fails|doesn't work]. What should it look like?",
                "I've got curl installed. What do I [type|run|enter] to [call|try] Atelier?",
                "I wonder what I'd [type|enter|run] at the [command line|shell prompt] to "
                "call the API.",
                "Quick [smoke test|sanity check|check] of the API from [the shell|a "
                "terminal], how?",
                "How can I [check|verify|see] with curl that the API [answers|responds|works]?",
                "How do I [script|automate] a question to the model in [bash|a shell script|sh]?",
                "My [sysadmin|tutor|teammate] [needs|would like] a curl [example|call] for "
                "the chat API.",
                "Is [curl|a curl call|a shell command] [enough|sufficient] to [call|use] the API?",
                "Please [provide|supply] [a curl example|a sample curl request].",
                "Let me [try|test] the API from [my shell|my terminal|a command prompt].",
                "Could I [message|prompt|ask] the model [straight|directly] from "
                "[bash|zsh|the shell]?",
                "Calling the API from [bash|zsh|a shell]: [example|how]?",
                "[Without|With no] [Python|program|client library], how do I call the API "
                "from a terminal?",
                "What's a [minimal|basic|simple|short] curl [request|call|command] to Atelier?",
                "What is the command line [version|way|equivalent] of sending a chat message?",
                'I want to send "Hello" to the model [with|using] curl.',
                "Have you a [curl|terminal|shell] command [handy|ready] for the API?",
                "Where's the curl [command|example|snippet]?",
                "In the [macOS|Linux|Ubuntu] terminal, how do I [call|query] the API?",
                "How should one [formulate|write|compose] a curl [request|command] to the "
                "chat [API|endpoint]?",
                "What happens if I curl [the API|the chat endpoint|/v1/chat/completions]?",
                "Explain how to [call|reach] the chat API [by|using] curl.",
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
                "[What's|What is] the [URL|address|link] of the [API docs|API "
                "documentation|API reference|Swagger page]?",
                "[Is|Isn't] there [an API manual|an API guide|an API handbook|a written "
                "description of the API]?",
                "[Where's|Where is] the [API reference|API manual|Swagger UI|OpenAPI "
                "page|list of routes|API guide]?",
                "Which [requests|methods|operations|paths|resources] does the [API|native "
                "API|HTTP API] [offer|have|support|provide]?",
                "[Can|Could|May] I [see|read|browse|open] the [API docs|API reference|list "
                "of endpoints|API documentation]?",
                "[I'd|I would] like [a list of all endpoints|an overview of the API|a "
                "description of the API|a link to the API docs|the API specification][|.]",
                "I'm looking for the [API docs|API documentation|API manual|endpoint "
                "reference|Swagger docs|REST docs][|.]",
                "I [can't|cannot] find the [API docs|API reference|API documentation|list of "
                "endpoints|Swagger page][|.| anywhere.]",
                "I don't know [which endpoints exist|which routes the API has|how the native "
                "API works|where the API docs are][|.]",
                "I wonder [where the API docs are|which endpoints there are|whether the API "
                "is documented|what the native API offers][|.]",
                "[How|Where] can I [study|learn about|explore] the [native API|HTTP API|REST "
                "API|endpoints]?",
                "Does Atelier have [Swagger|an OpenAPI schema|an OpenAPI spec|a REST API "
                "reference|API docs|interactive API docs]?",
                "Does the API come with [documentation|a reference|docs|a schema|a description]?",
                "[Is there|Do you have] a [REST API|native API|native HTTP API] "
                "[besides|next to|apart from] the OpenAI one?",
                "[What is|What's] the difference between the native API and /v1?",
                "What [can I find|do I see|will I find|is there] [at|under] /api/docs?",
                "What's on the /api/docs page?",
                "[Open|Go to|Link to|Point me to|Take me to] the [API docs|API "
                "documentation|API reference|Swagger page][|.|, please.]",
                "My [developer|colleague|team|boss] [needs|wants|asks for] the [API "
                "documentation|API docs|API reference|endpoint list].",
                "As a [developer|programmer], where do I [look up|read about|find] [the "
                "endpoints|the API calls|the API's methods]?",
                "[Explain|Describe] [the native API|the endpoints|which endpoints there "
                "are|where the API is documented][|.]",
                "api docs link",
                "endpoint list",
                "rest api reference",
                "swagger url",
                "openapi.json where",
                "[Specification|Spec|Schema|Description|Overview|Manual] of the [API|native "
                "API|REST API|HTTP API][|?|, please.]",
                "Where do I find [the parameters of an endpoint|all API methods|the request "
                "format of the API|the OpenAPI schema]?",
                "Can I [try out|browse|test] the [endpoints|native API|API calls] [in|with] "
                "the browser?",
                "To write against the native API, [what should I read|where do I look|which "
                "page helps me]?",
                "api reference page",
                "OpenAPI schema?",
                "native api",
                "http api documentation",
                "list all routes",
                "Where do the API docs [live|sit]?",
                "[Where|On which page] is the [HTTP API|native API|REST interface] "
                "[documented|described]?",
                "Can you [link|direct|send] me to the [API docs|API documentation|API reference]?",
                "I'd like [an overview|a list|a table] of the [endpoints|API routes|API calls].",
                "I'd like to [browse|look through|study] the [API reference|endpoints].",
                "I've [looked|searched] everywhere for the [API docs|API reference]. Where "
                "are they?",
                "There must be [a list|a page|a table] of [API endpoints|endpoints|API "
                "calls] somewhere.",
                "Which [GET and POST|REST|HTTP] [calls|endpoints|routes] [exist|are "
                "available|can I make]?",
                "What can I do [with|through] the native API?",
                "What [functions|operations|methods|features] are in the native API?",
                "Has Atelier got an API of its own [besides|beyond|other than] the OpenAI one?",
                "What other API is there [besides|apart from|next to] /v1?",
                "How does the native API differ from the OpenAI [one|API]?",
                "I don't want the OpenAI protocol, I want [Atelier's own API|the native "
                "API|the native endpoints].",
                "I need the [endpoints|API calls] for [conversations|files|users|chats]. "
                "Where are they documented?",
                "Where [is it written|can I look up|can I check] what each endpoint "
                "[returns|expects|does]?",
                "Which [fields|parameters|arguments] does an endpoint [take|accept|expect], "
                "and where is that documented?",
                "Where do I [find|see] the [JSON schemas|request bodies|response formats] of "
                "the API?",
                "Is there [a machine-readable|an OpenAPI|a formal] "
                "[description|spec|specification] of the API?",
                "Can I [generate|build] a client from an OpenAPI [schema|spec|file], and "
                "where do I get it?",
                "Do you [publish|provide|have] [API docs|an API reference|OpenAPI docs]?",
                "Is Swagger [included|available|there][| in Atelier]?",
                "Got any [API docs|API documentation|docs for the API]?",
                "How do I [open|get to|reach] the [Swagger page|API docs|API reference]?",
                "Let me [see|read] the [API manual|API documentation|endpoint reference].",
                "What [page|URL] do I open [to read|to see|for] the API reference?",
                "My [team lead|client|tutor] wants to [read|see] the API "
                "[reference|documentation|docs].",
                "Our developers [need|are asking for|want] the [API documentation|endpoint docs].",
                "I'm [writing|building] an integration and need [the API reference|the API "
                "docs|a list of endpoints].",
                "I wonder [which page|what address] has the [API documentation|endpoints].",
                "Please [provide|share|give me] the link to the [API documentation|API "
                "reference|API docs].",
                "Can I [read|view] the API docs in [my browser|the browser|a browser]?",
                "Interactive API [docs|documentation|page|explorer]?",
                "Is there [an API explorer|an endpoint browser|a try-it page for the API]?",
                "What's [available|offered|possible] over the [REST API|native API|native "
                "HTTP API]?",
                "How would a programmer [discover|find|list] all [endpoints|API routes]?",
                "Could you tell me where the [endpoints|API calls|API routes] are "
                "[listed|explained|documented]?",
                "Learning the [REST|native|HTTP] API, where do I [start|begin|look]?",
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
                "What's the [streaming|stream] [protocol|format|mechanism|method][| of "
                "Atelier| here]?",
                "[What's|What is] [streaming|token streaming|a streamed answer][| here| in "
                "Atelier]?",
                "In what way are [answers|responses|replies] "
                "[delivered|transmitted|transported|pushed] to [the browser|the client|my "
                "app]?",
                "[How|In which form] does the server [send|push|deliver|transmit] [the "
                "answer|tokens|new words|its output]?",
                "How is an answer [streamed|sent piece by piece|delivered word by "
                "word|transmitted token by token]?",
                "Why do I see [the text|your answer|the reply] [appear word by word|appear "
                "gradually|grow slowly|come in bit by bit]?",
                "Why don't I [get|see] the [whole|full|complete] answer at once?",
                "Does the [answer|text|reply] [arrive|come|appear] all at once or [bit by "
                "bit|word by word|in pieces]?",
                "Does Atelier [stream|push] [answers|responses|tokens|its output][| live| in "
                "real time]?",
                "Can [I|my client|my program|an app] [receive|get|read] the output [live|as "
                "they are written|in real time|one at a time]?",
                "[Is|Isn't] there [streaming|live output|a streaming mode|an event stream|a "
                "streaming API][| in Atelier]?",
                "Is the [output|response|reply|text] [streamed|sent live|sent in pieces|sent "
                "bit by bit]?",
                "Is it [SSE|server-sent events] or [WebSocket|websockets|long polling][|, "
                "what do you use]?",
                "Do you [stream|send] [via|over|with] [SSE|server-sent events|an event "
                "stream|websockets]?",
                "Which [technology|transport|standard|mechanism] "
                "[carries|delivers|transports] the [tokens|answers|stream|words]?",
                "What [happens to|becomes of] a stream when [the client|my program|my app] "
                "[disconnects|loses its connection|drops out]?",
                "My client lost [its connection|contact] in the middle of a stream, how does "
                "it [resume|catch up|get the rest|continue]?",
                "My [program|client|app] was [cut off|disconnected] [halfway|in "
                "mid-stream|while reading the stream]. How does it resume?",
                "How do I [resume|restart|reattach to|pick up] [an interrupted|a dropped|a "
                "cut-off|a disconnected] stream?",
                "What is the [purpose|use|point|meaning] of [Last-Event-ID|the Last-Event-ID "
                "header]?",
                "Are tokens [lost|repeated|skipped|duplicated] [when|if] a client reconnects "
                "to a stream?",
                "Can a stream be [resumed|continued|picked up again|reconnected][| after a "
                "break| later]?",
                "I want to [understand|know about|learn about] [streaming|token "
                "streaming|server-sent events][|.| in Atelier.]",
                "I wonder [how streaming works|why the words come one by one|how tokens "
                "reach the browser|whether answers are streamed][|.]",
                "My colleague asks [whether you stream answers|how streaming works|whether "
                "you use SSE|how the tokens are sent][|.]",
                "I don't [understand|get|know] [streaming|how streaming works|server-sent "
                "events|how the words arrive one by one][|.]",
                "[Describe|Outline|Say something about] [streaming|the streaming|token "
                "streaming|how streaming works][|.|, please.]",
                "streaming how",
                "sse reconnect",
                "event stream resume header",
                "server-sent events",
                "streaming answers over the api",
                "Last-Event-ID header",
                "token by token",
                "resume stream",
                "websocket or sse",
                "event stream format",
                "[SSE|Server-sent events|Event streams]: [does Atelier use them|are they "
                "supported]?",
                "What [transport|wire format|mechanism] [carries|delivers] the tokens?",
                "How do [tokens|words|pieces of text] [travel|flow|get] to the client?",
                "Why does the [answer|reply] [come out in small pieces|show up a word at a "
                "time|trickle in]?",
                "Why do you [type|write] [one word at a time|so gradually|bit by bit]?",
                "Why is the answer not [shown|displayed|delivered] in one [go|piece|block]?",
                "It looks as if you're [typing|typing live]. [Why is that|How does that work]?",
                "Can my [client|app|program] [receive|get|read] tokens [as they are "
                "generated|in real time|live]?",
                "I'd like my app to [show|display] the answer while it is being "
                "[written|generated|made].",
                "I want the words [one by one|live|as they come] in my own client. Does the "
                "API do that?",
                "Is there [real-time|live|incremental] [output|delivery|text] in the API?",
                "Do I have to wait for the [complete|whole|entire] answer, or [is it "
                "streamed|do tokens arrive live]?",
                "Which header [resumes|continues|picks up] a [broken|dropped|lost] stream?",
                "What does the Last-Event-ID header [do|mean|stand for]?",
                "How does a client [tell|say] [where it left off|which events it already "
                "has|where to go on]?",
                "My [connection|network|Wi-Fi] [dropped|broke] during a stream. How does the "
                "client get the [rest|missing part]?",
                "What happens if the [network|connection|line] [fails|breaks|drops] [in "
                "mid-stream|during a stream|while tokens arrive]?",
                "Will [tokens|words|parts of the answer] [go missing|get lost|come twice] if "
                "the connection breaks?",
                "Are there [duplicates|gaps|missing tokens] after [reconnecting|a reconnect] "
                "to a stream?",
                "Is [a dropped|an interrupted|a broken] stream [recoverable|resumable]?",
                "Can a client [rejoin|reattach to|come back to] a [running stream|stream]?",
                "Does [streaming|the stream] survive a [lost connection|network "
                "failure|dropped connection]?",
                "I've got a [flaky|bad|shaky] connection. Does streaming [cope|recover|lose "
                "words]?",
                "I'm [coding|writing] a client. How do I [handle|deal with] [reconnects|a "
                "lost stream|a broken stream]?",
                "There's [a gap|a break] in my stream. How do I [fetch|get|request] what I missed?",
                "How are answers [streamed|pushed out] [to clients|in Atelier|over HTTP]?",
                "What's an event stream?",
                "What do the [events|server-sent events] [carry|contain], tokens?",
                "Please [explain|tell me] [briefly|in short|in a sentence] how streaming works.",
                "Streaming in [short|brief|a nutshell]?",
                "My [colleague|teacher|student] asks [how answers are streamed|whether "
                "Atelier streams its answers|what SSE is].",
                "I wonder [whether|if] the API can stream [its answers|tokens|text].",
                "Do [API clients|OpenAI clients|my scripts] get streamed answers too?",
                "Is Atelier [using|based on] [server-sent events|SSE|websockets] [for|when] "
                "streaming?",
                "Can't you use WebSockets for [streaming|the tokens|the answer stream]?",
                "By what [technique|means|method] does text [appear|arrive] [live|word by word]?",
                "Does streaming [work|function] [over|via] [plain HTTP|ordinary HTTP]?",
                "How can my client [avoid|prevent] [losing|missing|repeating] tokens when it "
                "reconnects?",
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
                "[What's|What is] in [README.md|the README|docs/ARCHITECTURE.md|the docs "
                "folder|the documentation]?",
                "[Where's|Where is] the [user guide|handbook|user manual|developer "
                "guide|architecture document|docs folder]?",
                "[Where|In which file] can I [read about|find] the "
                "[architecture|design|structure|internals] of the project?",
                "Does Atelier have [a manual|documentation|a handbook|a user guide|a "
                "wiki|tutorials]?",
                "[Can|Could|May] I [read|see|open] the "
                "[manual|documentation|docs|guide|README|handbook] somewhere?",
                "[I'd|I would] like to [read|see|study] [some documentation|the "
                "documentation|a handbook|the guide|the architecture document].",
                "I'm [looking|searching] for [the docs|the manual|documentation|a handbook|a "
                "user guide|the README|some instructions][|.]",
                "I [can't|cannot] find the [documentation|docs|manual|handbook|README|user "
                "guide][|.]",
                "I don't know where [the docs are|to start reading|the manual is|to find "
                "instructions|to begin with the code][|.]",
                "I wonder [where the documentation is|whether there is a manual|what I "
                "should read first|where the docs are][|.]",
                "I'm [a developer|a programmer|new to the project|a new contributor]. What "
                "should I [read|look at|open] first?",
                "I'm new to [the code|this project|the repository]. Where do I [start|begin] "
                "reading?",
                "I want to [contribute|change the code|hack on Atelier|work on the code]. "
                "[What should I read|Where do I start reading|Which file do I read first]?",
                "Where can I [learn|study|understand] the [architecture|source code|code "
                "base|internals][| of Atelier]?",
                "How is the [code|project|source code|code base|repository] "
                "[organised|organized|structured|laid out]?",
                "How is Atelier [structured|organised|designed] [inside|internally|in the code]?",
                "What file should I [read|open|start with] to [understand|learn about|get to "
                "know] [Atelier|the code|the architecture]?",
                "Is the [documentation|manual|guide] [part of the repository|in the "
                "repository|included|on disk]?",
                "[Point|Direct] me to the [docs|documentation|manual|README|architecture "
                "document][|.|, please.]",
                "[Open|Link to|Show] [the manual|the handbook|the user guide][|.|, please.]",
                "My [boss|teacher|colleague] wants [a manual|documentation|the "
                "docs|something to read][|.| about Atelier.]",
                "My colleague asks [where the docs are|for the documentation of Atelier|for "
                "a manual|which document to read first][|.]",
                "[Further|More|Additional|Background] [reading|information] on Atelier[|?|, "
                "please.]",
                "Where [is there|can I find|do I find] [more information|further "
                "information|background reading] [about|on] Atelier?",
                "docs where",
                "where to read the manual",
                "architecture document",
                "docs/ARCHITECTURE.md",
                "user manual please",
                "Is there [somewhere|a place where|a text where] I can read [up|more] on "
                "[Atelier|the code|the internals]?",
                "Is there anything in writing that [explains|describes|documents] "
                "[Atelier|the project|the source code]?",
                "read the docs",
                "manual where",
                "open the README",
                "handbook",
                "ARCHITECTURE.md",
                "where docs",
                "reading list for developers",
                "README location",
                "Got [a manual|any docs|a handbook|some documentation]?",
                "Is there [something|anything] I can read about [the project|how Atelier is "
                "built|the code]?",
                "Are there any [written instructions|manuals|handbooks|written guides]?",
                "Where do I [look|turn|go] for [documentation|a manual|written instructions]?",
                "Which [file|document] [gives|contains] [an overview of the code|the "
                "architecture|the big picture]?",
                "Which [document|file] is [for|meant for] [developers|newcomers|contributors]?",
                "What [documentation|reading material|literature] [is there|exists|do you have]?",
                "What's the best [file|document|text] to [begin|start] with?",
                "What should I read [before|when] [changing the code|contributing|making a "
                "pull request]?",
                "I'd like to [look at|inspect|understand] the [source code|code "
                "base|architecture]. Which file is first?",
                "I'd like to [dig into|get into|explore] the [code|source code|project].",
                "I've [cloned|downloaded|checked out] the repository. What do I read [first|now]?",
                "I've [just joined|joined] the project. Where's the "
                "[documentation|introduction for developers]?",
                "There's [so much|a lot of] code. Where do I [start|begin] reading?",
                "I can't make [sense|head or tail] of the [code|source]. Is it "
                "[explained|documented] somewhere?",
                "I don't understand [the code|the source code|how the code is organised]. "
                "What can I read?",
                "How do the [parts|modules|components] of the [code|project] [fit|hang] together?",
                "Where can I [find|see] [a description|an explanation|an overview] of the "
                "architecture?",
                "Does the [repository|project] [contain|include|come with] [documentation|a "
                "README|docs]?",
                "Do you [have|offer|provide] [a written guide|documentation|a handbook] for "
                "[developers|users|beginners]?",
                "Can I [read|see|get] the [manual|handbook|documentation]?",
                "Could you [point|send|lead] me to [some documentation|the handbook|the docs]?",
                "Let me [read|see|have] the [manual|docs|documentation].",
                "Please [tell me|say] where the [manual|documentation|handbook] is.",
                "I wonder [whether|if] there's a [manual|handbook|guide|tutorial] to read.",
                "I wonder which [file|document] explains the [architecture|source code|design].",
                "My [professor|manager|friend] asks [for a manual|where the architecture is "
                "described|how the code is documented].",
                "As a [developer|contributor|programmer], which [documents|files] should I read?",
                "To understand the [code|source], what [should one read|do I read|is worth "
                "reading]?",
                "Is there an [introduction|overview|orientation] to the [code base|source "
                "code|architecture]?",
                "Where's the [instruction manual|developer documentation|project "
                "documentation|written guide]?",
                "For a [deeper|better|fuller] understanding of the [project|code|design], "
                "what can I read?",
                "In what order should I read the [docs|documentation|documents]?",
                "How would I get to know the [code base|source tree|internals] of Atelier?",
                "What happens in the code, and where is [that|it] [written "
                "down|documented|described]?",
                "I prefer [reading|to read] [a manual|the documentation|a handbook]. Where "
                "[is it|do I find it]?",
            ),
            answers=(
                "Begin with `README.md`, then `docs/ARCHITECTURE.md`. The API is documented at "
                "`/api/docs`.",
            ),
            expect=("README.md",),
        ),
    ),
)
