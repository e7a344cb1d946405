"""Connecting larger models, and what the demo model's limits are."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="models",
    share=2.8,
    intents=(
        Intent(
            name="real model",
            ask=(
                "How do I use a [real|better|larger|bigger|smarter|good] model?",
                "How can I get [better|smarter|good] answers?",
                "How do I [change|switch|choose|pick|select] [the model|another model|models]?",
                "Can I use [another|a different|a better] model?",
                "How do I connect a smarter model?",
                "How do I add [a model|another model|models|my own model]?",
                "Where do I [choose|pick|select|change] the model?",
                "Which [models|other models] can I use[| here]?",
                "I want a [better|real|larger] model.",
                "What must I do to talk to a larger model?",
                "Is there a better model than you?",
                "Can I talk to a smarter model?",
                "[Better|Larger|Bigger|Smarter|Stronger|Other|Real] [model|models][|?| please]",
                "I [need|would like|want] [a smarter|a stronger|a bigger|a serious|another|a "
                "different] model.",
                "Is [it possible|there a way] to [use|get|choose|add|have] [a larger|a "
                "better|another|a real] model?",
                "You are too [small|weak|limited]. How do I [get|use|choose|connect] [a "
                "bigger|a better] model?",
                "Can I use a larger model?",
                "[Which|What] [other|better|larger|bigger|real] models [are there|exist|can I "
                "choose|are available]?",
                "How can I [replace|swap|exchange|upgrade] [you|the model|the demo model|this "
                "model]?",
                "How do I [get|use|have|chat with|talk to] a [more powerful|more "
                "capable|stronger|proper] model?",
                "What [do I need|must I do|should I do|is needed] [for|to get|to use] a "
                "[better|smarter|bigger] model?",
                "Are there any smarter models?",
                "I [want|need] [better|smarter|real|more intelligent|good] answers[|. What can "
                "I do?]",
                "[Where|How] [can|do] I [find|get|see|add|enable] [other|better|more|larger] "
                "models?",
                "[Tell|Show] me how to [use|get|add|connect|choose] a "
                "[better|larger|real|smarter] model.",
                "What are my options for [a better model|larger models|smarter answers|other "
                "models]?",
                "Can [you|Atelier|it] [use|run|offer|connect to] "
                "[other|larger|better|real|smarter] models?",
            ),
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
            ask=(
                "How do I use [Claude|Anthropic|an Anthropic model|Claude models]?",
                "Can I use [Claude|Anthropic|Anthropic's models] here?",
                "Where do I put my [Anthropic|Claude] [key|API key]?",
                "How do I set [ANTHROPIC_API_KEY|the Anthropic key]?",
                "I have an Anthropic key, what do I do with it?",
                "How do I connect [Claude|Anthropic]?",
                "I want to chat with Claude.",
                "Does Atelier [work with|support] [Claude|Anthropic]?",
                "How do I add my Anthropic API key?",
                "What is needed to talk to Claude in Atelier?",
                "[Claude|Anthropic] [key|API key|models|setup|model][|?| in Atelier?]",
                "I [want|need|would like] to [use|talk to|connect|try|add] [Claude|Anthropic|a "
                "Claude model].",
                "Is [it possible|there a way] to [use|talk to|chat with|connect] "
                "[Claude|Anthropic|Claude models]?",
                "[Which|What] [variable|setting|environment variable] [holds|takes|is for] the "
                "[Anthropic|Claude] key?",
                "Can I connect Claude?",
                "How [do|can] I [enter|give|configure|save|provide|store] [my Anthropic key|my "
                "Claude API key]?",
                "Where does [my|the|an] [Anthropic|Claude] [key|API key|token] [go|belong]?",
                "How [do|can] I [talk to|chat with|get|enable|reach|select] [Claude|Claude "
                "Sonnet|Claude Opus]?",
                "I [bought|got|own|have] [a Claude|an Anthropic] [API key|account|key]. How do "
                "I [use|add|enter] it?",
                "What do I need for Claude?",
                "[Tell|Show] me how to [use|connect|add|set up] [Claude|Anthropic|my Anthropic "
                "key].",
                "What is ANTHROPIC_API_KEY[| for]?",
                "Can Atelier [use|talk to|connect to|run|call] [Claude|Anthropic|Claude models]?",
                "What [must|should|do] I [set|do|export|type] [to use|to get|for] "
                "[Claude|Anthropic's models]?",
                "Why [is|are] [Claude|Claude models|Anthropic's models] not in the [list|model "
                "picker|menu]?",
            ),
            answers=(
                "Set the key and restart:\n\n```bash\nexport ANTHROPIC_API_KEY=your-key\nmake up\n"
                "```\n\nThe Claude models then appear in the model picker.",
            ),
            expect=("ANTHROPIC_API_KEY",),
        ),
        Intent(
            name="openai key",
            ask=(
                "How do I use [OpenAI|GPT|ChatGPT|GPT-4|an OpenAI model]?",
                "Can I use [OpenAI|GPT|ChatGPT|GPT-4] here?",
                "Where do I put my OpenAI [key|API key]?",
                "How do I set [OPENAI_API_KEY|OPENAI_BASE_URL|the OpenAI key]?",
                "I have an OpenAI key, what do I do with it?",
                "How do I connect [OpenAI|Ollama|LM Studio|OpenRouter|another server]?",
                "I want to chat with [GPT|ChatGPT|GPT-4].",
                "Does Atelier [work with|support] [OpenAI|Ollama|OpenRouter]?",
                "What is OPENAI_BASE_URL[| for]?",
                "What is needed to talk to GPT in Atelier?",
                "[OpenAI|GPT|ChatGPT|GPT-4] [key|API key|models|setup|model][|?| in Atelier?]",
                "I [want|need|would like] to [use|talk to|connect|try|add] "
                "[GPT|ChatGPT|OpenAI|GPT-4|Ollama].",
                "Is [it possible|there a way] to [use|talk to|chat with|connect] "
                "[GPT|ChatGPT|OpenAI|GPT-4|Ollama]?",
                "[Which|What] [variable|setting|environment variable] [holds|takes|is for] the "
                "[OpenAI|GPT] key?",
                "Can I connect ChatGPT?",
                "How [do|can] I [enter|give|configure|save|provide|add] [my OpenAI key|my "
                "OpenAI API key]?",
                "Where does [my|the|an] [OpenAI|GPT|ChatGPT] [key|API key|token] [go|belong]?",
                "How [do|can] I [talk to|chat with|get|enable|reach|select] "
                "[GPT|ChatGPT|GPT-4|GPT models]?",
                "I [bought|got|own|have] [a ChatGPT|an OpenAI] [API key|account]. How do I "
                "[use|add|enter] it?",
                "What do I need for GPT?",
                "[Tell|Show] me how to [use|connect|add|set up] [GPT|ChatGPT|OpenAI|my OpenAI "
                "key|Ollama].",
                "What is OPENAI_API_KEY[| for]?",
                "Can Atelier [use|talk to|connect to|call] [GPT|ChatGPT|OpenAI|Ollama|LM "
                "Studio|OpenRouter]?",
                "What [must|should|do] I [set|do|export|type] [to use|to get|for] "
                "[GPT|ChatGPT|OpenAI|OpenRouter]?",
                "Why [is|are] [GPT|ChatGPT|GPT models|OpenAI's models] not in the [list|model "
                "picker|menu]?",
                "How do I use [a server|another server|my own server] that speaks the OpenAI "
                "protocol?",
            ),
            answers=(
                "Set the key and restart:\n\n```bash\nexport OPENAI_API_KEY=your-key\nmake up\n"
                "```\n\nFor another server that speaks the same protocol, also set "
                "`OPENAI_BASE_URL`.",
            ),
            expect=("OPENAI_API_KEY", "OPENAI_BASE_URL"),
        ),
        Intent(
            name="gpu models",
            ask=(
                "How do I use a [large|big] model on my GPU?",
                "What is [serve/models.yaml|models.yaml][| for]?",
                "How do I [configure|choose|set] the models [on a GPU machine|for my GPU]?",
                "I have a GPU. Which model can I run?",
                "How do I run a large model on a GPU machine?",
                "Where are the models [configured|listed|defined]?",
                "I have [an H100|a GPU|two GPUs|a big GPU], what now?",
                "Which file lists the models?",
                "How do I serve [Llama|Qwen|Mistral] with vLLM[| on my GPU]?",
                "My machine has a GPU. Where do I choose its models?",
                "[GPU models|Models on my GPU|Models for a GPU machine|Large models on a GPU][|?]",
                "I [want|need|would like] to [run|serve|use] [a large model|a big "
                "model|Llama|Qwen] on my GPU.",
                "Is [it possible|there a way] to [run|serve|use] [a large "
                "model|Llama|vLLM|Qwen] on [my|a] GPU?",
                "[Which|What] file [configures|defines|sets|sets up|holds|chooses] [the "
                "models|the GPU models]?",
                "Can I use my GPU?",
                "How [do|can] I [put|use|get|add|load] [a model|a bigger model|Llama|vLLM] "
                "[on|with] my [GPU|GPUs]?",
                "I [own|bought|got|rent] [a GPU|an H100|an A100|a graphics card|a GPU server]. "
                "How do I use it?",
                "My [computer|server|PC|workstation|node] has [a GPU|two GPUs|a graphics "
                "card]. What now?",
                "Where [do|can] I [set|choose|change|configure|edit] [the models|which model "
                "runs] [of|on] [the|a] GPU?",
                "How do I choose models for a GPU server?",
                "How [do|can] I [make|let] [Atelier|vLLM] [use|run on] [the|my] [GPU|graphics "
                "card|GPUs]?",
                "How do I [edit|change|fill in|use] [models.yaml|the models "
                "file|serve/models.yaml]?",
                "How do I [run|start|load|host] [Llama|Qwen|Mistral|DeepSeek|Gemma] [with "
                "vLLM|on a GPU]?",
                "Can [vLLM|my GPU|a GPU machine] [serve|run|load] [a large "
                "model|Llama|Qwen|Mistral][| here]?",
                "Which models can [a GPU machine|my GPU|an H100|an A100] [run|serve|take]?",
                "[Tell|Show] me how to [run|serve|set up] [a large model|models|vLLM] on "
                "[a|my] GPU.",
            ),
            answers=(
                "On a GPU machine, larger models are chosen in `serve/models.yaml`. Edit the "
                "file and restart with `make up`; vLLM serves them.",
            ),
            expect=("serve/models.yaml",),
        ),
        Intent(
            name="pull",
            ask=(
                "How do I [pull|download] a model?",
                "Can I download a [small |]model?",
                "Where can I [pull|download|get] a model?",
                "How do I download a small instruct model?",
                "Can Atelier fetch a model for me?",
                "How do I pull a [small|instruct|small instruct] model?",
                "Is there a model I can [pull|download] [for my laptop|for the CPU]?",
                "What is the model picker[| for]?",
                "How do I install a [small |]model on my laptop?",
                "In which menu do I download another model?",
                "[Pull|Download|Fetch|Install] [a model|a small model|an instruct model|a new "
                "model][|?]",
                "I [want|need|would like] to [pull|download|install|fetch|get] [a model|a "
                "small model|a local model].",
                "Is [it possible|there a way] to [pull|download|fetch|install] [a model|a "
                "small model|more models]?",
                "[Which|What] [model|models] can [I|my laptop|my computer] "
                "[pull|download|fetch|install]?",
                "Can I install a model here?",
                "Where [is|do I find|do I open|can I find] the [model picker|model menu|list "
                "of models to download]?",
                "How [do|can] I [fetch|get|install|load] [a model|a small model|an instruct "
                "model] [here|locally]?",
                "Can I [run|have|use] a [local|small|small local] model on my "
                "[laptop|computer|PC|machine|Mac]?",
                "Where do I [click|go|look] to [pull|download|install|fetch] [a model|a small "
                "model|models]?",
                "How does pulling a model work?",
                "[Tell|Show] me how to [pull|download|install|fetch] a [model|small "
                "model|local model].",
                "What does [pull|pulling a model|the model picker|the pull button] [do|mean]?",
                "Which [menu|button|page] [pulls|downloads|fetches|installs] [a model|models|a "
                "small model]?",
                "What happens when I [pull|download|fetch|install] a [model|small model]?",
                "Is a [pulled|downloaded] model [kept|downloaded again|stored on my "
                "machine|run locally]?",
            ),
            answers=(
                "Open the **model picker** at the top left and pull a small instruct "
                "model. It is downloaded once and then runs on your machine.",
            ),
            expect=("model picker", "pull"),
        ),
        Intent(
            name="context",
            ask=(
                "[How long|How large|What] is your context[| window| length]?",
                "How much text can you [read|remember|take|hold]?",
                "How many tokens can you [read|remember|take|handle]?",
                "What is the context [length|window|size] of the demo model?",
                "How long may a conversation with you get?",
                "What is the maximum [length|number of tokens|size of a prompt]?",
                "How long can my [message|question|prompt|text] be?",
                "Do you have a token limit?",
                "What happens [in|with] a very long conversation?",
                "Is there a limit to how much text you can read?",
                "Why did you forget [the beginning|what I said first]?",
                "[Context|Context window|Context length|Context size|Token limit|Prompt "
                "limit][|?| please]",
                "How [big|wide|long|large] is [the|this model's|your] [context|context "
                "window|memory|prompt limit]?",
                "How [much|many words|many messages|many pages] can [you|the model|this model] "
                "[remember|read|hold]?",
                "[Is|Are] there a [limit|maximum|limit on tokens|maximum length|word limit][| "
                "for my text]?",
                "How much can you remember?",
                "What is [your|the] [limit|token limit|memory|maximum|maximum context][| in "
                "tokens| for a message]?",
                "What happens [when|if] [the chat|our conversation|my text|a prompt] "
                "[is|gets|grows|becomes] too long?",
                "Why [don't|do|can't] you [remember|forget] [my first message|earlier "
                "messages|what I told you before]?",
                "Can I [paste|send|give you|write] [a long text|a whole book|a long "
                "document|ten pages]?",
                "How many words fit in your memory?",
                "I have a [long|very long|large] [text|document|prompt|file]. [Does it fit|Can "
                "you read it|Is that ok]?",
                "Do you [remember|forget|drop|keep|lose] [old messages|earlier messages|the "
                "whole conversation]?",
                "How [far|long] back [can|do] you [remember|read|look|see]?",
                "How [many|much] [tokens|text|words] [fit|fits|go] in [your context|one "
                "conversation|a prompt]?",
                "I would like to know [your context length|how much you can read|your token "
                "limit].",
                "Are old messages [dropped|forgotten|cut off|deleted from your memory]?",
            ),
            answers=(
                "My context is 2,048 tokens, which is about 1,500 words. Older messages beyond it "
                "are dropped, and Atelier shows you when that happens.",
            ),
            expect=("2,048 tokens",),
        ),
        Intent(
            name="speed shown",
            ask=(
                "What are the numbers [under|below] [the answer|each answer|your answers]?",
                "How fast are you?",
                "How many tokens per second do you [make|write|produce]?",
                "Where can I see the [speed|tokens|cost|number of tokens]?",
                "Which figures stand below an answer?",
                "How do I see how many tokens [I used|an answer used|were used]?",
                "Where is the [cost|price|speed|time] of an answer shown?",
                "What [is|does] tokens per second [mean|]?",
                "How long did that answer take?",
                "Can I see how fast an answer was?",
                "What is tok/s?",
                "[Speed|Tokens per second|Token count|Your speed|Answer speed][|?]",
                "I [want|need|would like] to [see|know] [the speed|how fast it was|the tokens "
                "used|the token count].",
                "Is [it possible|there a way] to see [the speed|the token count|the time an "
                "answer took|the cost]?",
                "[Where|How] can I [find|read|look up|check] the [speed|token count|time|cost] "
                "of [an answer|a reply]?",
                "How quick are you?",
                "How [many|much] [tokens|time] [did|does] [that|this|an answer|the last "
                "answer] [use|take|need|cost]?",
                "What do the [numbers|figures|digits|statistics] [under|below|beneath] [a "
                "reply|a message] mean?",
                "What is your speed[| in tokens per second]?",
                "How [fast|quickly|quick] [do you|can you|does the model|does this model] "
                "[write|answer|reply|work]?",
                "What does the line below an answer say?",
                "Does Atelier [show|display|count|report] [tokens|the speed|the cost|tokens "
                "per second|the time used]?",
                "Which [numbers|figures|statistics] [are shown|does Atelier show|do I see] "
                "[with|under|for] an answer?",
                "Where [is|are] the [statistics|numbers|tokens|time|tokens per second] "
                "[shown|displayed|written]?",
                "Tell me [how fast you are|your speed|how many tokens that was|where the speed "
                "is shown].",
                "How long [did|does] [it|the answer|this answer|your reply|an answer] take[| "
                "to write]?",
            ),
            answers=(
                "Under each answer you see its model and the speed in tokens per second. Open "
                "that line for the tokens, the time and the cost.",
            ),
            expect=("Under each answer", "tokens per second"),
        ),
        Intent(
            name="token",
            ask=(
                "What is a token?",
                "What are tokens?",
                "Explain tokens[| to me].",
                "What does token mean[| here]?",
                "Can you explain what tokens are?",
                "Is a token a word?",
                "How long is a token?",
                "Tell me what a token is.",
                "Define token.",
                "What do you mean by a token?",
                "[Token|Tokens][|?|: what is it?|: meaning?]",
                "I [do not know|don't know|don't understand|would like to know] what [a token "
                "is|tokens are].",
                "What [exactly|precisely] [is a token|are tokens]?",
                "[Explain|Describe|Define] [the word token|what a token is|what tokens are][| "
                "to me].",
                "What are tokens in a language model?",
                "Are tokens [words|letters|characters|syllables|parts of words|the same as words]?",
                "Is a token [a letter|a character|a syllable|part of a word|the same as a word]?",
                "How many [letters|characters|words] [are in|has|make|does] a token[| have]?",
                "What is the [meaning|definition] of [token|a token|the word token|tokens]?",
                "What does the word token mean?",
                "What is meant by [token|tokens|a token]?",
                "You [speak of|write about|mention|talk about] tokens. What [are they|is "
                "that|does it mean]?",
                "How [big|large|short|small] is [a token|one token|a single token]?",
                "Could you [define|describe|tell me about] [tokens|a token]?",
                "What is the difference between a token and a [word|letter|character]?",
            ),
            answers=(
                "A token is a small piece of text, often a short word or part of a word. Models "
                "read and write text token by token.",
            ),
            expect=("piece of text",),
        ),
        Intent(
            name="temperature",
            ask=(
                "What is temperature[| for]?",
                "What does the temperature setting do?",
                "How do I change the temperature?",
                "Explain temperature.",
                "What happens when I raise the temperature?",
                "How do I make answers more [creative|random|varied]?",
                "What are the sampling settings?",
                "Which temperature should I use?",
                "What is top_p?",
                "Can you explain the temperature setting?",
                "[Temperature|Sampling|Sampling temperature|top_p][|?| setting?| settings?]",
                "I [want|need|would like] to [change|set|lower|raise|understand] [the "
                "temperature|the sampling].",
                "Is [it possible|there a way] to [change|set|lower|raise|adjust] the "
                "[temperature|randomness]?",
                "[Where|How] [can|do] I [set|adjust|lower|raise|find|increase] the "
                "[temperature|randomness|sampling]?",
                "Can I lower the temperature?",
                "What [happens|changes] [if|when] [I lower|I set|I change|we raise] the "
                "temperature[| to 0| to 1]?",
                "How do I make [answers|the model|you] [less random|more "
                "random|deterministic|more predictable]?",
                "What [is|does] a [high|low|higher|lower] temperature [for|do|mean|good for]?",
                "What [is|does] temperature [0|1|zero|one|0.7] [mean|do|for]?",
                "Which temperature gives varied answers?",
                "Why do I get [a different answer|other words|another text] each time[| I ask]?",
                "[Tell me|I would like to know] what [the "
                "temperature|temperature|top_p|sampling] [is|does].",
                "What does [temperature|sampling|top_p] [mean|do|change][| for a model| in the "
                "settings]?",
                "What is a good [temperature|value for the temperature|temperature for code]?",
                "How [does|do] [temperature|the temperature|sampling] [work|affect the "
                "answer|change the answer]?",
            ),
            answers=(
                "The temperature says how freely a model chooses its next token: at 0 it always "
                "takes the likeliest, near 1 its answers vary more.",
            ),
            expect=("temperature", "likeliest"),
        ),
        Intent(
            name="system prompt",
            ask=(
                "What is a system prompt?",
                "How do I set [a|the] system prompt?",
                "What does the system prompt do?",
                "Where do I write [a|the] system prompt?",
                "Explain what a system prompt is.",
                "Can I give you [a role|instructions for the whole conversation]?",
                "Does Atelier have system prompts?",
                "How do I tell the model how to behave?",
                "What is the system prompt for?",
                "How can I use a system prompt here?",
                "[System prompt|System message|System instructions|System prompts][|?]",
                "I [want|need|would like] to [set|write|use|change|add|give] [a system "
                "prompt|system instructions].",
                "Is [it possible|there a way] to [set|use|write|change|give] [a system "
                "prompt|a role|a persona]?",
                "[Where|How] [can|do] I [find|change|edit|enter|add|put] [the|a] system prompt?",
                "Can I set a system prompt?",
                "How do I give [you|the model] [a role|a persona|rules|standing "
                "instructions|instructions]?",
                "Can I [tell|ask|instruct] [you|it] to [behave|answer] [politely|in some way]?",
                "What [is|are] [a system message|system prompts|system instructions][| for]?",
                "How do I make the model always [answer in upper case|be polite|answer in one "
                "word|follow a rule]?",
                "Which setting tells the model its role?",
                "[Tell|Show] me how to [set|write|use|change] [a|the] system prompt.",
                "What [happens|changes] [when|if] I [set|write|change|use] [a|the] system prompt?",
                "What do I write in [a|the] system prompt?",
                "Does [this|the|a] [chat|conversation|model] have a system prompt?",
                "Can I [change|edit|see|remove] the system prompt[| of this chat| of a "
                "conversation]?",
                "What do people use a system prompt for?",
            ),
            answers=(
                "A system prompt tells the model how to behave in the whole conversation, for "
                "example *Answer in upper case*. Set it in the conversation's settings.",
            ),
            expect=("system prompt", "how to behave"),
        ),
    ),
)
