"""Connecting larger models, and what the demo model's limits are."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="models",
    share=2.4,
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
            ),
            answers=(
                "A system prompt tells the model how to behave in the whole conversation, for "
                "example *Answer in upper case*. Set it in the conversation's settings.",
            ),
            expect=("system prompt", "how to behave"),
        ),
    ),
)
