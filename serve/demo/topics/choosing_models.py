"""Connecting larger models, and what the demo model's limits are."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="models",
    share=4.0,
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
                "This demo is [nice|fun|cute], but I'd like something [cleverer|more "
                "capable|more powerful].",
                "[Upgrade|Replace|Swap out] the demo model, how?",
                "how to upgrade the model",
                "better llm how",
                "Isn't there anything [cleverer|more powerful|more capable] than this demo?",
                "I wonder whether I could [hook up|plug in|attach] a more capable model.",
                "What's the [easiest|quickest|simplest] way to get a proper model?",
                "I don't want the demo model any more. What [else|other model] can I [use|run]?",
                "The demo model isn't [good enough|enough for my work|up to the job]. What "
                "are the alternatives?",
                "[Which|What] alternatives to the demo model [are there|do I have]?",
                "How do I move on from the [toy|demo|tiny|built-in] model?",
                "I'd [like|love|prefer] to chat with a "
                "[full-size|proper|state-of-the-art|serious] model.",
                "Could I have a [cleverer|more powerful|more capable] chatbot here?",
                "[Is there|Isn't there] a more [advanced|powerful|capable] model?",
                "My boss wants [proper|high-quality|professional] answers from Atelier. How "
                "do we get them?",
                "Can Atelier offer more than the demo model?",
                "What if I need a [more capable|more advanced|cleverer] model for [my "
                "work|school|my company]?",
                "Show me how to [upgrade to|move to|get] a more [powerful|capable|advanced] model.",
                "Please connect me to a [cleverer|stronger|proper] model.",
                "Atelier only shows the demo model. How do I [add others|get more of "
                "them|make others appear]?",
                "There's only one model in the list. How do I get [others|more]?",
                "[Ways|Options|Steps] to get a [stronger|more capable|more powerful] model",
                "How would I set up a [proper|serious|full-size] LLM instead of the demo?",
                "My students need a cleverer model than this one. What are [our|the] "
                "[options|choices]?",
                "I've outgrown the demo. What's the next step up?",
                "Let me [talk|speak] to a more intelligent model.",
                "What would [give|get] me smarter replies?",
                "Are other LLMs [available|supported|possible] in Atelier?",
                "How can I make Atelier [smarter|cleverer|more intelligent]?",
                "Is the demo model the only [one|choice|option]?",
                "What [can|could] I run instead of the demo model?",
                "I've tried the demo and now I'm ready for the real thing. How do I [get|set "
                "up] a real LLM?",
                "I'm looking for something [beefier|heftier|more serious] than this demo.",
                "Your replies are too [simple|basic|shallow]. How do I [step up|trade "
                "up|upgrade] to a better model?",
                "Where can I get a more [knowledgeable|competent|skilled] model?",
                "swap model how",
                "upgrade the model",
                "How do I get rid of the demo model and run a proper one?",
                "Which [routes|paths|possibilities] are there to a [bigger|better] model?",
                "What does it take to have a [real|full|grown-up] language model here?",
                "I wonder if there's anything [brighter|sharper|brainier] I could talk to.",
                "Can this app be used with a [serious|full-size|mainstream] model?",
                "You can't [solve|handle|manage] my task. How do I [bring in|call in|turn "
                "to] a stronger model?",
                "We want to use Atelier at work, so which models could replace the demo?",
                "How would I go about [installing|adding|connecting] a more powerful model?",
                "My kids find this model [silly|too simple|boring]. How can they get a better one?",
                "Is it possible to [upgrade|improve|exchange] the model behind this chat?",
                "Can I [trade|swap] you for [something smarter|a brainier model|a stronger model]?",
                "I don't want to [stay with|be stuck with|keep using] the demo model. What "
                "else is there?",
                "What are the [different|three|possible] ways of getting a real model?",
                "[List|Name|Explain] the ways to get a better model, please.",
                "How do I leave the demo model behind?",
                "There must be a [better|cleverer|stronger] model. How do I get it?",
                "My teacher asks me how one sets up a better model in Atelier.",
                "I'd like to [graduate|switch|move up] from the demo to a [real|proper|full] LLM.",
                "Can Atelier run with a decent model?",
                "Does Atelier have any [serious|stronger|cleverer] models [on offer|to "
                "choose from]?",
                "How can we [equip|provide|run] Atelier with a "
                "[high-quality|first-rate|production] model?",
                "What must I do so that a more capable model [answers|replies|responds]?",
                "[Bring|Get|Fetch] me a smarter model, please.",
                "I'm not [happy|satisfied|content] with the demo model. What can I "
                "[use|choose|take] instead?",
                "What should I use for [real|serious|professional] work instead of the demo model?",
                "Which model should I move to after the demo?",
                "You're fun, but how do I get an assistant that can really reason?",
                "How does one [change|replace|exchange] the built-in model?",
                "I expected a [big|smart|modern] model like the ones in the news. How do I "
                "get one [here|in Atelier]?",
                "What's the way to get a [decent|reasonable|usable] LLM in this app?",
                "I can't work with such a tiny model. What are the alternatives?",
                "Is there any [cleverer|larger|better] model that I might [switch to|try]?",
                "Tell me how to upgrade from the demo model.",
                "Could we have a [stronger|more capable|better] model for [our team|our "
                "class|the office]?",
                "[Getting|Using|Choosing] a better model",
                "I'd prefer a model with more [brains|knowledge|skill]. How do I get that?",
                "Who can I talk to here that's [smarter|cleverer|more capable] than you?",
                "What comes after the demo model?",
                "How do I make a [proper|competent|powerful] model answer my questions?",
                "better model options",
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
                "[Hook up|Link|Plug in] Claude, how?",
                "claude api key where",
                "anthropic setup steps",
                "I've just [created|generated|made] a key in the Anthropic console. What's next?",
                "Where should I paste the key I got from Anthropic?",
                "I'd rather [chat|talk|work] with Claude than with you.",
                "How do I get [Sonnet|Opus|Haiku|Claude Haiku] into the model picker?",
                "Claude [doesn't appear|isn't listed|is missing] in the model picker. What "
                "[do I need|should I set]?",
                "Why can't I [see|find|pick|choose] Claude in the list of models?",
                "[Enable|Activate|Turn on] the Anthropic models, please.",
                "I wonder whether Claude can [run|be used|be reached] through Atelier.",
                "Which environment variable does Atelier read for Anthropic?",
                "What is the name of the variable for my Claude key?",
                "[My company|My team|My school] [pays for|has access to|uses] Claude. Can we "
                "use it in Atelier?",
                "Can I bring my own Anthropic key?",
                "Do I need [an API key|a key] to use Claude [here|in Atelier]?",
                "What do I need [for|to reach|to unlock] the Claude models?",
                "How can my [team|class|family] chat with Claude through Atelier?",
                "Make Claude [available|selectable|show up] in Atelier.",
                "Is [Anthropic|Claude] supported[| by Atelier]?",
                "Does this app let me [pick|choose|select] Claude as the model?",
                "[Give|Tell] me the steps for [setting up|connecting|enabling] Claude.",
                "How to export the [Anthropic|Claude] key in the shell?",
                "I have a key that begins with sk-ant. Where do I [put|set|enter] it?",
                "What happens if I set ANTHROPIC_API_KEY?",
                "I'd like Claude to [answer|reply] instead of the demo model. How do I [set "
                "that up|arrange that]?",
                "Can the answers come from [Claude|an Anthropic model] instead of the demo model?",
                "Adding [Claude|Anthropic] as a [provider|model provider]",
                "There's no Claude in my list of models. How do I [add it|get it]?",
                "How do I [authenticate|log in] to Anthropic from Atelier?",
                "I already pay Anthropic for API access, so how do I tell Atelier about my key?",
                "[Could|May] I use my [Anthropic|Claude] [credentials|credits] here?",
                "Where in Atelier do I [register|supply|fill in] my Anthropic key?",
                "[Switch|Change|Move] to Claude, how?",
                "claude in atelier",
                "enable anthropic models",
                "I've got Anthropic credits and I'd like to spend them here. How?",
                "What's the [command|shell command|line] that sets the Anthropic key?",
                "How do I bring Claude into this chat?",
                "Is Claude [supported|available|an option|offered] here?",
                "I wonder where Atelier [expects|looks for|reads] my Claude key.",
                "My [boss|teacher|colleague] wants us to use Claude. How do I [set it "
                "up|turn it on|make it work]?",
                "How do I [authenticate|sign in|log in] with Anthropic [here|in Atelier]?",
                "Which steps [add|enable|activate] the Claude models?",
                "I don't see [Claude|Opus|Sonnet|Haiku] anywhere. How do I [enable|activate] it?",
                "After I get a Claude API key, what do I do with it?",
                "Will Claude [appear|show up|be listed] in the model picker [if|once] I set a key?",
                "Where do I [paste|type|drop] the key that Anthropic gave me?",
                "I'd like to try [Claude Opus|Claude Sonnet|Claude Haiku] in this app.",
                "How do I [point|connect|link] Atelier to Anthropic?",
                "Do I have to restart after [setting|exporting|adding] the [Anthropic|Claude] key?",
                "Does an Anthropic API key go into an environment variable?",
                "Please explain how to [hook up|link|integrate] Claude.",
                "Let me [use|talk to|chat with] Claude, please.",
                "How does Atelier [find|pick up|learn|get] my Anthropic key?",
                "What should I type in the terminal to [get|enable|use] Claude?",
                "We have an Anthropic [subscription|contract|account] at work. How do we use "
                "it with Atelier?",
                "Is there a [field|place|setting] for [an Anthropic|a Claude] key?",
                "I can't get Claude to [appear|show up|work]. Which variable is needed?",
                "[Setting|Exporting|Entering] ANTHROPIC_API_KEY",
                "Would an Anthropic key [work|be accepted] [here|in Atelier]?",
                "I'm a regular user of Claude. Can I have it here?",
                "Could you [put me through|connect me|hand me over] to Claude?",
                "How do I [change|replace|update] the Anthropic key?",
                "Which key do I need for [Claude|Sonnet|Opus|Haiku]?",
                "I've exported no Anthropic key yet. How is that done?",
                "Is [Sonnet|Opus|Haiku] something I can [select|choose|use] in Atelier?",
                "[Integrate|Activate|Configure] Claude in Atelier, please.",
                "What do I do with my sk-ant key?",
                "How can I have my questions answered by Claude?",
                "I need Anthropic's model for a project. What's the setup?",
                "How would I start Atelier with a Claude key?",
                "There's an Anthropic API key on my account page. How do I enter it here?",
                "Isn't Claude [available|supported|included] in Atelier?",
                "What's needed before I can [choose|pick|select] Claude?",
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
                "[Hook up|Link|Plug in] OpenAI, how?",
                "openai api key where",
                "ollama setup",
                "I've just [created|generated|made] a key on the OpenAI platform. What's next?",
                "Where should I paste the key I got from OpenAI?",
                "I'd rather [chat|talk|work] with [ChatGPT|GPT] than with you.",
                "How do I get [GPT-4|GPT-4o|GPT models] into the model picker?",
                "[GPT-4|ChatGPT|GPT-4o] [doesn't appear|isn't listed|is missing] in the "
                "model picker. What should I set?",
                "Why can't I [see|find|pick|choose] [ChatGPT|GPT-4] in the list of models?",
                "[Enable|Activate|Turn on] the OpenAI models, please.",
                "I wonder whether [ChatGPT|GPT-4|OpenAI] can be [used|reached] through Atelier.",
                "Which environment variable does Atelier read for OpenAI?",
                "What is the name of the variable for my ChatGPT key?",
                "[My company|My team|My school] [pays for|has access to|uses] "
                "[ChatGPT|OpenAI]. Can we use it in Atelier?",
                "Can I bring my own OpenAI key?",
                "Do I need [an API key|a key] to use [ChatGPT|GPT-4|OpenAI models] here?",
                "I already run Ollama on [my laptop|another machine|my PC]. How do I "
                "[point|connect] Atelier to it?",
                "How do I make Atelier use the models in [LM Studio|Ollama]?",
                "Can I point Atelier at [a different|another|my own] OpenAI-compatible "
                "[server|endpoint|provider]?",
                "[Groq|Mistral|Together|DeepSeek] has an OpenAI-compatible endpoint. How do "
                "I add it[| to Atelier]?",
                "[Set|Change|Configure] the base URL of the OpenAI provider, how?",
                "We have an OpenAI-compatible [server|gateway|endpoint] at work. Can Atelier "
                "[use|call] it as a model?",
                "Is [OpenRouter|LM Studio|Ollama|OpenAI] supported[| by Atelier]?",
                "[Give|Tell] me the steps for [setting up|connecting|enabling] "
                "[OpenAI|ChatGPT|GPT-4].",
                "How to export the OpenAI key in the shell?",
                "What happens if I set OPENAI_API_KEY?",
                "I'd like [ChatGPT|GPT-4|GPT] to [answer|reply] instead of the demo model.",
                "Adding [OpenAI|ChatGPT|OpenRouter] as a [provider|model provider]",
                "There's no [GPT-4|ChatGPT|GPT] in my list of models. How do I [add it|get it]?",
                "My llama.cpp server [speaks|offers|has] the OpenAI API. Can Atelier [talk "
                "to it|use it as a model]?",
                "I already pay OpenAI for API access, so how do I tell Atelier about my key?",
                "[Could|May] I use my [OpenAI|ChatGPT] [credentials|credits] here?",
                "Where in Atelier do I fill in my OpenAI key?",
                "[Switch|Change|Move] to [ChatGPT|GPT-4|GPT], how?",
                "gpt in atelier",
                "enable openai models",
                "lm studio setup",
                "I've got OpenAI credits and I'd like to spend them here. How?",
                "What's the command that sets the OpenAI key?",
                "How do I [bring|get] [ChatGPT|GPT-4|GPT] into this chat?",
                "I wonder where Atelier [expects|looks for|reads] my OpenAI key.",
                "My [boss|teacher|colleague] wants us to use [ChatGPT|GPT-4]. How do I set "
                "it up in Atelier?",
                "How do I [authenticate|sign in|log in] with OpenAI for the [GPT "
                "models|OpenAI models]?",
                "I don't see [GPT|ChatGPT|GPT-4] anywhere. How do I [enable|activate] it?",
                "After I get an OpenAI API key, what do I do with it?",
                "Will [GPT-4|GPT-4o|ChatGPT] [appear|show up] among the models once I set a key?",
                "Do I have to restart after [setting|exporting|adding] the OpenAI key?",
                "Please explain how to [hook up|link|integrate] [ChatGPT|GPT-4|OpenRouter].",
                "How does Atelier [find|pick up|learn|get] my OpenAI key?",
                "What should I type in the terminal to [get|enable|use] [GPT-4|ChatGPT]?",
                "We have an OpenAI [subscription|contract|account] at work. How do we use it "
                "with Atelier?",
                "Is there a [field|place|setting] for an OpenAI key?",
                "I can't get [ChatGPT|GPT-4] to [appear|show up] in the picker. Which "
                "variable is needed?",
                "[Setting|Exporting|Entering] [OPENAI_API_KEY|OPENAI_BASE_URL]",
                "I'm a regular user of ChatGPT. Can I have it here?",
                "Could you [put me through|connect me|hand me over] to [ChatGPT|GPT-4]?",
                "How do I [change|replace|update] the OpenAI key?",
                "Which key do I need for [GPT-4|GPT-4o|ChatGPT]?",
                "Is [GPT-4o|GPT-4|ChatGPT] something I can [select|choose] in Atelier?",
                "I have a key that begins with sk-proj. Where do I [put|set|enter] it?",
                "How do I add [an OpenRouter|a Groq|a DeepSeek|a Mistral] key?",
                "When do I need OPENAI_BASE_URL?",
                "What [value|address] do I [give|put in|use for] OPENAI_BASE_URL?",
                "There's an Ollama server on our network. How does Atelier [reach|find|use] it?",
                "I don't use OpenAI itself but a [compatible|similar] service. How do I "
                "[connect|configure|add] that?",
                "Can I [plug|hook|link] my [Ollama|LM Studio|llama.cpp] models into Atelier?",
                "How can I have my questions answered by ChatGPT?",
                "Isn't [ChatGPT|GPT-4|OpenAI] [available|included] in Atelier?",
                "Instructions for [the OpenAI key|OpenAI models|ChatGPT], please",
                "What's needed before I can [choose|pick|select] [GPT-4|ChatGPT]?",
                "[Azure|Fireworks|Together] speaks the OpenAI protocol. Can Atelier use it "
                "as a [provider|model provider]?",
                "My models already run behind an OpenAI-style endpoint. How do I tell "
                "Atelier about it?",
                "Which variable [changes|sets|holds] the [address|URL] of the "
                "OpenAI-compatible provider?",
                "Does an OpenAI API key go into an environment variable?",
                "I need a GPT model for a project. What's the setup?",
                "Let me [use|talk to|chat with] [ChatGPT|GPT-4], please.",
                "Would [a key from OpenAI|an OpenAI key] be accepted [here|in Atelier]?",
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
                "vllm config file",
                "models.yaml location",
                "[Set up|Configure|Start] vLLM, how?",
                "Which file do I edit to [change|pick|swap] the model that vLLM "
                "[serves|loads|runs]?",
                "I've got an [RTX 4090|RTX 3090|NVIDIA card|A100]. How do I put a big model on it?",
                "We've [bought|rented|been given] a GPU server. How do we run [our "
                "own|bigger|open] models on it?",
                "My graphics card is [idle|not used|doing nothing]. How do I get a model to "
                "run on it?",
                "How do I tell vLLM which model to [serve|load|run]?",
                "I'd like to [host|self-host|serve] an open-weights model on my own GPU.",
                "Can I [serve|host] a model from Hugging Face on my GPU?",
                "How are models [declared|listed|configured] for vLLM?",
                "Is there a [config file|configuration file|YAML file] for the [GPU "
                "models|served models|vLLM models]?",
                "I wonder how to [host|serve] a [70B|7B|13B|30B] model on our GPU machine.",
                "Can my GPU [run|handle|host] a [70B|7B|13B|30B] model in Atelier?",
                "[Llama|Qwen|Mistral|Gemma] on my graphics card, how?",
                "Which models should I run on [an H100|an A100|two GPUs|a GPU server]?",
                "What do I put in [models.yaml|serve/models.yaml]?",
                "[Add|Put] a new entry to [serve/models.yaml|the models file], how does that work?",
                "After I [edit|change] models.yaml, what [do I do|must I do|comes next]?",
                "How do I [replace|swap] the model on my GPU [machine|server]?",
                "We have a machine with [four|eight|two] GPUs and want to host a big "
                "language model on it.",
                "Where's the list of models that [vLLM|the GPU machine] [serves|loads]?",
                "Does Atelier use vLLM when there's a [GPU|graphics card]?",
                "[Serving|Hosting|Running] [large|big] [models|language models] on a GPU",
                "Choose a larger model for the GPU, how?",
                "I have a [gaming PC|workstation] with an NVIDIA card. How do I [run|serve] "
                "a larger model with it?",
                "Show me where the models for the [GPU server|graphics card|GPU machine] are "
                "[set|chosen|defined].",
                "My university has a GPU node. How would we [host|serve|run] "
                "[Llama|Qwen|Mistral] on it with Atelier?",
                "How can I take advantage of my [graphics card|GPU] for [larger|bigger] models?",
                "Now that I've got CUDA working, how do I serve a larger model?",
                "Can I pick which model [is loaded onto|runs on] the GPU?",
                "I don't know where to set the model for [vLLM|our GPU box|the GPU server].",
                "How can I [exploit|make use of|take advantage of] my [GPU|graphics "
                "card|NVIDIA card]?",
                "gpu model setup",
                "models.yaml how",
                "vllm on gpu",
                "We've a cluster with [A100s|H100s|NVIDIA cards]. How do we "
                "[choose|set|pick] the models?",
                "I wonder which file [decides|says|determines] what vLLM [loads|serves|runs].",
                "Where does Atelier keep the list of GPU models?",
                "I've [changed|edited|modified] models.yaml. What [do I do next|comes next]?",
                "Do I have to restart after changing serve/models.yaml?",
                "My lab has [a GPU box|a DGX|a server with GPUs]. How can it "
                "[serve|host|run] a model for Atelier?",
                "How is a [bigger|larger|70B] model [deployed|launched|started] on a GPU "
                "[node|server]?",
                "Can Atelier [deploy|host|run] open-weight models on [our GPUs|my graphics card]?",
                "Which software serves the models on a GPU machine?",
                "I want vLLM to [load|run|serve] a different model. What do I [edit|change]?",
                "How do I [declare|register|list] a [Hugging Face|Llama|Qwen] model for the GPU?",
                "What's the [procedure|way] to [deploy|serve] [DeepSeek|Gemma|Mistral] on "
                "our GPU server?",
                "Can I run [Mixtral|Phi|gpt-oss|DeepSeek] on my GPU with Atelier?",
                "There's a GPU in this [machine|computer|box], but Atelier doesn't use it. "
                "What should I [edit|change]?",
                "I'd like to host a large open model on our graphics cards.",
                "How do I set up a GPU server with larger models?",
                "Tell me how to choose the model for a GPU machine.",
                "Please [show|explain] how models are [set up|chosen|served] on a GPU machine.",
                "I don't know which file names the models for the GPU.",
                "[Large|Bigger|Open-weight] models on [a GPU node|an NVIDIA card|CUDA]",
                "My [friend|brother|colleague] lent me a [graphics card|GPU]. How do I run a "
                "large model on it with Atelier?",
                "How would I fill my 80 GB GPU with a suitable model?",
                "With [24 GB|80 GB|48 GB] of VRAM, how do I [run|serve] a larger model?",
                "What must I [write|enter|edit] so that [Llama|Qwen|Gemma] runs on the GPU?",
                "In which [file|YAML|config] do I [pick|specify|enter] the GPU model?",
                "Does [Atelier|this app] [support|work with] larger models on [NVIDIA "
                "cards|a GPU|CUDA]?",
                "I rented a cloud machine with [an A100|a GPU|an H100]. How do I get a model "
                "[going|running] on it?",
                "Which config do I [touch|open|modify] to [serve|run] another model with vLLM?",
                "[Deploying|Hosting|Serving] [Llama|Qwen|an open model] on our own GPUs",
                "How do I go from the CPU demo to a large model on a GPU?",
                "We finally have GPU hardware, so where do we [enter|set|choose] the models?",
                "What if my machine has a [powerful|fast|big] GPU?",
                "Can several GPU models be listed in models.yaml?",
                "How do I [remove|delete|drop] a model from models.yaml?",
                "I want the model to run on [CUDA|the graphics card|the GPU], not on the CPU.",
                "My admin asks where the [vLLM|GPU] models are [defined|configured].",
                "Is there a file where I [choose|enter|set] the models for [the graphics "
                "card|vLLM]?",
                "How do I get [more out of|some use from] my [RTX card|GPU|expensive "
                "graphics card]?",
                "What do I edit to [host|run|serve] a [13B|30B|70B] model?",
                "Configuring [vLLM|GPU models|the models of a GPU server]",
                "How can [a class|a company|a lab] with its own GPUs run a large model in Atelier?",
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
                "pull model how",
                "download local model",
                "I'd like a model that runs [offline|locally|on this laptop]. How do I "
                "[download|get] one?",
                "[My laptop|My PC|My Mac] has no GPU. Which model can I [download|pull]?",
                "Where's the [model picker|picker|model menu|model selector]?",
                "I can't find the [model picker|model menu|model selector].",
                "How do I open the [model picker|model menu|list of models]?",
                "Is the model picker at the [top|left|top left]?",
                "Can I [grab|fetch|get hold of] a small model that runs [without a GPU|on "
                "the CPU]?",
                "Does a [pulled|downloaded] model run [on my machine|locally|on this computer]?",
                "Do I have to download a model [every time|again each day|more than once]?",
                "How often is a [pulled|local] model downloaded?",
                "Once I've [pulled|downloaded] a model, [where does it run|does it run locally]?",
                "Add a [small|local] model from the picker, how?",
                "I wonder if Atelier can [download|fetch|pull] a small model [for me|by itself].",
                "I don't want a [cloud model|remote model|key], just a small model on my own "
                "machine.",
                "[What's|What is] the easiest way to get a local model [running|onto my laptop]?",
                "I have no API key and no GPU. Can I still [pull|download|install] a small model?",
                "[Downloading|Pulling|Installing] a [model|small model|local model], where?",
                "[Could|Can] Atelier download a model [with one click|from the browser|from "
                "the menu]?",
                "Where do I go to [add|get|install] a small [local|instruct] model?",
                "Which [corner|part] of the [screen|page|window] has the model picker?",
                "Let me [download|pull|install] a [tiny|compact|small] instruct model.",
                "I have an old [laptop|computer|PC]. Is there a small model that I could "
                "[download|install|pull]?",
                "Will a small instruct model run on my [laptop|Mac|PC] after the download?",
                "How do I get a small [LLM|language model] onto [this machine|my computer|my "
                "laptop]?",
                "What's a [small instruct model|pulled model], and where do I get one?",
                "Give me the steps to [pull|download] a model [in the browser|from the menu].",
                "My teacher says I can [download|pull] a small model in Atelier. Where do I "
                "do that?",
                "Can I [keep|have] a model on my own disk [instead of using a cloud "
                "service|and chat with it here]?",
                "I'm looking for the button that [downloads|pulls|installs] a model.",
                "How do I [obtain|save|add] a small model [on|to] this computer?",
                "download model",
                "install a tiny model",
                "model picker where",
                "I'd like to [store|keep|have] a small model on my own [disk|drive|hard disk].",
                "Is there a [tiny|compact|lightweight] model I can [install|download]?",
                "I wonder how to install one of the small models.",
                "Can I get a model that [works|runs] without [internet|a network connection] "
                "once downloaded?",
                "What's the [drop-down|menu] at the top left [for|good for]?",
                "My [notebook|MacBook|desktop] is ordinary. How do I [download|pull] a model "
                "that suits it?",
                "Will a downloaded model stay on my computer?",
                "After the download, does the model run [offline|here|on my own machine]?",
                "I don't want [my chats in the cloud|to use a provider]. How do I "
                "[download|pull] a local model?",
                "Show me the [model picker|model selector|model menu].",
                "How do I [reach|find|get to] the [list|menu] where models can be downloaded?",
                "Can beginners [download|install|pull] a model from the [browser|web page|menu]?",
                "Do I need the [terminal|command line] to [pull|download] a model?",
                "Which small model could I [fetch|grab|install] for an ordinary [laptop|PC]?",
                "Tell me the steps for [downloading|fetching|installing] a local model.",
                "I'd rather [download|install] a small model than [buy|use] an API key.",
                "What's the simplest way to fetch an instruct model?",
                "[Get|Grab|Add] a [small|compact] instruct model, how?",
                "Where do I [choose|pick|select] a small model to download?",
                "Is the download of a model needed only once?",
                "Can the model be stored [locally|on my disk|on my laptop]?",
                "I've only got a [CPU|laptop without a graphics card]. How do I "
                "[install|download] a small model?",
                "How do I pull [an instruct|a chat|a local] model from the picker?",
                "Could you [download|pull|fetch] a small model for me?",
                "We have [school laptops|old PCs] without GPUs. Which model can we "
                "[download|pull]?",
                "What does it mean to pull a model?",
                "Where on the [page|screen|window] can I [download|fetch|pull] a model?",
                "Let me add a [downloaded|local|small local] model.",
                "My son wants to download a small language model here. How does he do it?",
                "I need a model that [lives|works|stays] on my own machine. Where do I "
                "[get|download] it?",
                "Is there a way of having a [private|local|offline] model on my [laptop|PC]?",
                "[Local|Offline|Downloadable] model, how do I get one?",
                "Can small models be [downloaded|pulled|installed] [in Atelier|from here]?",
                "How is a small model [downloaded|installed|pulled]?",
                "Once a model is pulled, must I fetch it again?",
                "I clicked around but didn't find where to [download|pull|fetch] a model.",
                "For my train journey I want a model on my laptop. How do I pull it?",
                "What is behind the model picker?",
                "Help me [install|download|pull] a small model, please.",
                "Atelier says I can pull a model. How do I do that?",
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
                "input limit in words",
                "max tokens of this model",
                "How [long|large|big] [can|may] a prompt be?",
                "How much [history|of the chat|of our conversation] do you keep in mind?",
                "How many [pages|paragraphs|sentences|lines] can I [send|give|paste] you at once?",
                "Would [a chapter|an essay|a 5,000-word text] fit into your context?",
                "Will you [lose track|forget things] [in a long chat|after many "
                "messages|when we talk for long]?",
                "Is there a [limit|maximum|cap] on the [length|size] of [a chat|a message|my "
                "prompt|my input]?",
                "I wonder how much you can [keep in mind|take in|process] at once.",
                "My [essay|report|article] has [3,000|2,000|5,000] words. Is that too "
                "[long|much] for you?",
                "You've forgotten [the start of our chat|what I wrote an hour ago|my earlier "
                "messages]. Why?",
                "Why do you [no longer|not] know what we [talked about|discussed] at the "
                "[start|beginning]?",
                "[What's|What is] your [memory span|attention span|memory limit|maximum input]?",
                "What's the [longest|largest] [text|message|prompt] you can [read|take|handle]?",
                "Does a long [chat|conversation] make you forget the [start|beginning]?",
                "Do you have a [short|good|long] memory for our conversation?",
                "What will happen to the oldest messages when the [context|context window] "
                "is full?",
                "What if [my message|the chat|the conversation] [exceeds|doesn't fit in|is "
                "larger than] the context?",
                "Does Atelier [tell|warn|show] me when older messages [are dropped|no longer fit]?",
                "How will I know that [older|earlier] messages were [dropped|cut|left out]?",
                "I'd like to paste a long article. What's the maximum?",
                "How many messages back do you [remember|look|see]?",
                "How many tokens does your [window|context] [hold|have]?",
                "There's a lot of text I want to [send|paste]. How much is too much?",
                "Do you see the whole [chat|conversation|thread] or just the "
                "[latest|last|recent] messages?",
                "Can you recall [everything|all] I've said in a long chat?",
                "My chat has [got|become|grown] very long. [Do|Can] you still [know|see] the "
                "first message?",
                "[Window|Memory|Input] size of the demo model",
                "For my homework I need your maximum [context|input length|prompt length].",
                "Is 2,048 tokens your [limit|maximum|context]?",
                "Don't you keep the whole conversation in memory?",
                "context limit?",
                "max input length",
                "What's your [capacity|reading capacity|memory size]?",
                "You seem to [forget|lose] things I wrote [earlier|at the start|before]. Why "
                "is that?",
                "I [pasted|sent] a [long|huge] text and you ignored the [start|beginning]. Why?",
                "How many [characters|words|lines] can a prompt have?",
                "I wonder how long our conversation can get before you forget the start.",
                "At what point do you [begin|start] to forget [things|messages|the start]?",
                "Can you [digest|process|read] a whole [book|novel|thesis]?",
                "Could I [feed|give|send] you a [20-page report|book|whole chapter]?",
                "Does my [letter|essay|document] have to be short for you to read it?",
                "How much of [this chat|our talk|the conversation] can you still see?",
                "What do you do with [old|older|early] messages when [there's no room "
                "left|you run out of space]?",
                "Is there a [warning|notice|hint] when the chat exceeds your context?",
                "My professor asks for the [context length|context window|token limit] of "
                "this model.",
                "What is the [upper limit|ceiling] for the [text|input] I give you?",
                "Tell me [your maximum input|how big your context is|the limit of your memory].",
                "How many tokens [fit|go] into your [context|window|memory]?",
                "How many words can I [type|write|paste] before it's too much?",
                "Are long [conversations|chats|texts] a problem for you?",
                "I don't want you to forget the beginning. How long may the chat get?",
                "Why is the [start|beginning] of [our chat|the conversation] no longer known "
                "to you?",
                "When does a conversation become too long for you?",
                "Do my first messages fall out of your memory?",
                "Does the model forget the oldest messages?",
                "Can I paste an entire [article|manual|report] [here|into the chat]?",
                "[2048|1,500 words|4,000 tokens]: is that your context?",
                "Is your memory [limited|unlimited|endless]?",
                "What's the window of this model?",
                "My text has [ten|twenty|five] pages. Can you [handle|read|take in] all of it?",
                "I can't send my whole essay, can I? What's the limit?",
                "How much [input|text|conversation] does the demo model [accept|see|consider]?",
                "You've lost the thread. Do you forget old messages?",
                "Will Atelier let me know when old messages fall away of your context?",
                "Which messages do you still [see|consider|take into account] in a long chat?",
                "What happens [after|beyond|past] [2,048|2048] tokens?",
                "Give me your context [size|length|limit] in [words|tokens].",
                "[Memory|Input|Message length] limit of the demo model",
                "If I write a very long message, will you read [all of it|the whole thing]?",
                "How soon do you forget what was said in this conversation?",
                "There's a limit to what you can read at once, isn't there?",
                "How much room is there for my [prompt|text|question]?",
                "Do you remember our [entire|whole] chat from [start|beginning] to end?",
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
                "tokens per second where",
                "how fast was that",
                "Where do I [find|look up|check] how long [a reply|an answer|that answer] took?",
                "What's the [small|grey|little|tiny] line [under|below] [each reply|your "
                "answer|every answer]?",
                "Can I see which model [wrote|gave|produced] [an answer|this reply]?",
                "Which model wrote [this|that|the last] [answer|reply]?",
                "How do I find out which model [answered|replied to me]?",
                "Is there a [counter|display|readout] for [tokens|the tokens used|speed]?",
                "How do I [check|look up|view] the [token usage|token count|speed] of [a "
                "reply|an answer]?",
                "I'd like to [check|compare|know] how fast [this model|the model|each model] "
                "[writes|answers].",
                "I wonder how many tokens [that|this|your last] [reply|answer] [used|took|needed].",
                "There's a number [followed by|with] tok/s [under|below] the answer. What "
                "does it [tell me|mean]?",
                "What can I learn from the line under [an answer|a reply]?",
                "What [appears|is written|is shown] [under|below|beneath] [each|every] answer?",
                "Show me the [statistics|details|figures] of an answer.",
                "How do I open the details [under|below] an answer?",
                "What happens when I [click|open|expand] the line [under|below] an answer?",
                "[Seconds|Time] per answer, where is [it|that] shown?",
                "At what speed do you [write|answer|generate text]?",
                "What is your [throughput|generation speed|writing speed]?",
                "Did that [answer|reply] take long? Where can I see [it|the time]?",
                "My teacher asks how many tokens my [question|chat|prompt] used. Where do I look?",
                "Where does Atelier [list|show|report] the cost of [each|a single|one] reply?",
                "Do you [measure|time|log] your answers?",
                "How can I compare the speed of two models [in the chat|from their answers]?",
                "I don't know what the numbers [below|under] your [messages|replies] [are|mean].",
                "[Token usage|Usage|Timing|Duration] of an answer",
                "Where do I see the tokens and the [time|cost] of [a reply|one answer]?",
                "I can't see the speed. Where's it [shown|hidden|displayed]?",
                "[Details|Statistics|Numbers] for each answer, where?",
                "Could you tell me where the token usage [is displayed|can be seen]?",
                "token usage where",
                "cost per answer where",
                "Where's the [timing|duration|speed] of [a reply|an answer|a response]?",
                "I noticed some small [figures|print|text] under your [answer|reply]. What is it?",
                "How can I [measure|judge|find] the speed of [the model|this model|your answers]?",
                "Can you tell me how fast your last answer was?",
                "At what [speed|rate|pace] do you [write|generate|produce] tokens?",
                "How many tokens were in that reply?",
                "Is the [cost|time|token count|speed] of each [answer|response] "
                "[visible|recorded|displayed] anywhere?",
                "I want to [find out|work out|see] what a single answer cost. Where is that?",
                "I wonder which model [produced|gave|generated] the last answer.",
                "How do I tell which model an answer came from?",
                "Where is the name of the model that answered [shown|displayed|written]?",
                "What does [tok/s|t/s|tokens/s] [mean|stand for]?",
                "Does each answer come with [statistics|timing|usage numbers]?",
                "I'd like [statistics|figures|usage details] for an answer. Where do I "
                "[click|look]?",
                "My boss wants to know how many tokens [each answer|an answer|one reply] "
                "[uses|needs|consumes].",
                "How long were you working on that?",
                "How much did [that reply|the last answer|this response] cost, and where can "
                "I see it?",
                "Where do I check [my token usage|the tokens of an answer|how many tokens "
                "were spent]?",
                "Is there any [benchmark|performance|speed] figure [in the chat|for each answer]?",
                "How do I [view|show|display] the [tokens and time|time and cost|tokens and "
                "cost] of a reply?",
                "What information is [given|shown|displayed] below [a reply|an answer]?",
                "Can the chat show how many seconds an answer took?",
                "I can't see how many tokens were used. Where is it?",
                "[Latency|Generation time|Response time] of an answer",
                "Where are the [details|usage numbers|timings] of a [response|reply]?",
                "How many seconds did you need for that?",
                "Do I see the speed of the model anywhere?",
                "Which of my models is faster, and where can I read it?",
                "I don't understand the [tiny|small|grey] text [under|below] your "
                "[answers|replies].",
                "Are you [fast|slow|quick]?",
                "How many words per second can you write?",
                "What is the [token rate|rate|generation rate] of [this|the demo] model?",
                "Can I [click|tap|open] the line [under|below] a reply for more "
                "[details|information]?",
                "There's a model name below the answer and a speed. What else does it show?",
                "For my report I need the [speed|tokens per second] of the answers. Where "
                "are [they|the numbers] displayed?",
                "Where does it say how [expensive|long|fast] an answer was?",
                "The figure [below|under] the answer [says|reads] tokens per second. What's that?",
                "Show [the time|the tokens|the cost] of the last answer.",
                "See [the token count|the speed|the cost] of an answer, where?",
                "Does Atelier tell me what [each|one|an] answer cost?",
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
                "token definition please",
                "tokens in simple words",
                "Everyone [talks about|mentions] tokens. What are they?",
                "I keep [reading|hearing] [about tokens|the word token]. What does it "
                "[mean|stand for]?",
                "My teacher [asks me|wants to know] what a token is.",
                "What [sort|kind] of thing is a token?",
                "What's a token, [in plain English|in simple terms|for a beginner]?",
                "What's a token[| in a language model| in AI]?",
                "What do [you|people] mean by tokens?",
                "In language models, what [is called|do we call] a token?",
                "I've no idea what tokens are.",
                "I wonder what a token [actually|really] is.",
                "Is a token the same [thing |]as a syllable?",
                "Is one word [always|exactly] one token?",
                "Can a [word|long word] be [more than one token|several tokens|two tokens]?",
                "How does a model [cut|split|break|divide] text into pieces?",
                "Why do models [count|use|read] tokens instead of words?",
                "What [makes up|counts as] a token?",
                "Do you read [letter by letter|word by word|character by character]?",
                "Do you write [whole words|letters|words] or tokens?",
                "Into what pieces do you [split|cut|break up] text?",
                "Give me [a definition|a short explanation|an explanation] of [token|tokens].",
                "Please [clarify|explain briefly] what tokens are.",
                "Can you explain [tokens|the term token|the idea of a token]?",
                "I'm a beginner. What [is|do you call] a token?",
                "I don't get [tokens|this token thing|the word token].",
                "What's the difference between a token and a word?",
                "Tokens, [what are those|what does that mean|what are they]?",
                "What [pieces|units] of text does a language model [read and write|work with]?",
                "Why is everything counted in tokens, and what are they?",
                "[Help me understand|Teach me about] tokens.",
                "What [is|do you call] the smallest [piece|unit] of text [for a model|that a "
                "model reads]?",
                "what are tokens exactly",
                "token vs word",
                "meaning of tokens",
                "What's this token [thing|business|stuff]?",
                "I'm new to [AI|language models|this]. What is a token?",
                "My teacher [used|mentioned] the word token. What does it [mean|refer to]?",
                "How would you [explain|describe] a token to a [child|beginner|newcomer]?",
                "I wonder why it's called a token, and what it is.",
                "What does one token [consist of|look like|contain]?",
                "Does a token [equal|correspond to|match] a [word|letter|syllable]?",
                "Is a [comma|space|full stop|punctuation mark] a token[| too| as well]?",
                "Can a token be [a whole word|part of a word|a single letter|a fragment of a "
                "word]?",
                "Can one word [be|consist of|be made of] [several|two|many] tokens?",
                "Are long words [split|broken|divided] into [several|more] tokens?",
                "What are the [pieces|bits|chunks] of text that models [read|work with|process]?",
                "How is [text|a sentence|a word] [split|cut|divided|broken] into tokens?",
                "[Why do models|Why does a model] [work with|use] tokens?",
                "Does a model write [token by token|piece by piece|word by word]?",
                "In what [units|pieces|steps] do you [write|read] text?",
                "What do models [read|write] instead of [words|letters]?",
                "The word token puzzles me. What is it?",
                "People measure text in tokens. What are those?",
                "A short [explanation|definition|description] of tokens, please.",
                "Tokens in one sentence, please",
                "I've never come across tokens. What are they?",
                "I can't [picture|imagine|grasp] what a token is.",
                "Would you say a token is a [word|syllable|letter]?",
                "Isn't a token just a word?",
                "So what's a token [then|anyway|really]?",
                "Tokens [explained|for beginners|in a nutshell]",
                "Help, what's a token?",
                "What kind of [unit|piece|thing] is [one|a single] token?",
                "What is the [idea|concept|notion] of a token?",
                "In language models, what is a token?",
                "When you say tokens, do you mean [words|letters|syllables]?",
                "How do tokens [differ|vary] from [words|letters]?",
                "Are tokens shorter than words?",
                "What's the [basic|smallest] [unit|building block] of text in a language model?",
                "Do language models [see|read] [words or tokens|letters or tokens]?",
                "For my homework I must [explain|define|describe] [the term token|what a "
                "token is].",
                "I'd love [an easy|a simple|a beginner's] explanation of tokens.",
                "What's one token, [roughly|approximately]?",
                "Please tell me [the meaning of token|what tokens mean].",
                "There's talk of tokens everywhere. What does that mean?",
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
                "temperature meaning",
                "sampling temperature explained",
                "How [random|creative|predictable] are the answers at temperature [0|1|0.5]?",
                "Is a [low|high] temperature better for [code|facts|stories|poems]?",
                "I'd like [more varied|less predictable|more inventive|wilder] answers. "
                "Which setting is that?",
                "Which setting [controls|governs|changes] [the randomness|how random answers "
                "are|how creative answers are]?",
                "Is there a [setting|slider|knob|control] for [creativity|randomness]?",
                "I want the [very same|same|identical] answer every time. What do I set?",
                "How can I get the same answer [twice|each time|every time]?",
                "Why [aren't|are] two answers to the same question [identical|never the "
                "same|different]?",
                "Your answers [vary|differ] each time. What [controls|decides] that?",
                "I keep reading about the temperature of a [model|language model]. What is "
                "[it|that]?",
                "What's the temperature [of a model|of an LLM|of a language model|setting] for?",
                "What [is meant by|do you mean by] temperature?",
                "What does it mean to set the temperature to [zero|0|1|0.2]?",
                "What if I [set|turn|put] the temperature to [0|zero|one]?",
                "Should the temperature be [high|low|0] for [code|facts|a story]?",
                "What does it do to turn the temperature [up|down]?",
                "Can I make the model [more inventive|less inventive|more adventurous|less "
                "adventurous]?",
                "I wonder what [raising|lowering|changing] the temperature does.",
                "What's the effect of [temperature|a high temperature|a low temperature]?",
                "How does a model [choose|pick|decide on] its next [word|token]?",
                "Does a model always [take|choose|pick] the most likely [word|token]?",
                "In my class we talked about [temperature in language models|the temperature "
                "of a model]. What [is it|does it do]?",
                "Please [define|describe|explain] the temperature [setting|parameter|of a model].",
                "I don't understand the [temperature|sampling] [setting|parameter].",
                "Is temperature about [randomness|creativity|chance]?",
                "How much [randomness|chance] is [there in|involved in] your answers?",
                "[Low|High] temperature, [what's it good for|what does it mean]?",
                "Can you explain [the temperature parameter|sampling temperature] to a beginner?",
                "How do I get [more variety|less randomness|less variety] in the answers?",
                "Is there any way to make the output [reproducible|less random|more random]?",
                "temperature what does it do",
                "temperature setting explained",
                "top_p meaning",
                "What's the point of the temperature?",
                "How does [the temperature|a higher temperature|a lower temperature] "
                "[affect|influence|alter] [answers|the output|the text]?",
                "I wonder what [temperature|a low temperature|a high temperature] does to "
                "the answers.",
                "Why is it called temperature in a [language model|model|chat model]?",
                "My answers are too [random|wild|chaotic]. Which [setting|parameter] "
                "[calms|tames] them?",
                "The output is too [dull|predictable|repetitive]. Can I [raise|increase|turn "
                "up] the [temperature|randomness]?",
                "Can I make the model's answers more [surprising|daring|imaginative]?",
                "I'd like [more|less] [creativity|randomness|variation] in the output. Which "
                "parameter is that?",
                "Why isn't the answer the same every time?",
                "I asked the same question twice and got two answers. Why?",
                "Is there any randomness in [your answers|how a model answers|the output]?",
                "Do models [roll dice|use chance|choose at random] when they [write|answer]?",
                "What does temperature have to do with a [chat model|language model|model's "
                "answers]?",
                "Which sampling temperature suits [creative|precise|factual] answers?",
                "Which temperature is [best|right|sensible] for [code|stories|facts|translation]?",
                "What's the temperature really for?",
                "With temperature 0, is the answer always the same?",
                "Does temperature [0|zero] always [pick|take] the [likeliest|most probable] token?",
                "Does a [higher|high] temperature make [answers|the model] more "
                "[creative|random|varied]?",
                "Does a [lower|low] temperature make [answers|the model] more "
                "[predictable|exact|focused]?",
                "I've seen a [slider|parameter|field] called temperature. What's it for?",
                "I don't know what to [enter|set|choose] for the temperature.",
                "What is the temperature [parameter|slider|value|option]?",
                "What does the temperature [control|regulate|decide|govern]?",
                "Can you [explain|describe] the temperature [in plain words|to a beginner|in "
                "simple terms]?",
                "My teacher asks what the temperature of a model is.",
                "What does it mean when a model is [run|sampled] at temperature [0.8|0.2|1]?",
                "How is the next [word|token] [chosen|picked|selected] by a model?",
                "Between 0 and 1, what does the temperature change?",
                "Temperature [high or low|0 or 1], which should I [choose|take|use]?",
                "[Explain|Define|Describe] the [temperature parameter|temperature of a "
                "model|sampling temperature].",
                "[Lower|Reduce|Increase] the randomness of the answers, how?",
                "Which knob makes the [model|answers] [wilder|more creative|more careful]?",
                "What's sampling in a language model?",
                "How does the model decide how [freely|randomly|boldly] to pick words?",
                "Is the temperature a measure of [creativity|randomness|chance]?",
                "I need the answers to be [identical|consistent|stable] for a test. Which "
                "setting helps?",
                "There's a temperature in the settings. What should it be?",
                "Tell me [the effect|the purpose|the meaning] of the temperature.",
                "Temperature, what's that?",
                "Can I turn the [creativity|randomness] [up|down|off]?",
                "Could you tell me why the same [prompt|question] gives different answers?",
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
                "system prompt where",
                "custom instructions",
                "Where do I [put|enter|write] custom instructions?",
                "Does Atelier [support|have|offer] custom instructions?",
                "I'd like you to [always answer in upper case|be formal in the whole "
                "chat|follow my rules in this chat]. Where do I set that?",
                "I don't want to repeat my instructions in every message. Where can I "
                "[save|set|put] them?",
                "How do I give [the chat|this conversation] a "
                "[permanent|fixed|standing|general] instruction?",
                "Can I [set|write|define] rules [for the whole chat|that hold for every answer]?",
                "Where do I set [the tone|the style|the behaviour|the behavior] of the model?",
                "How can I [customise|customize|adjust|steer] [the model's behaviour|how the "
                "model behaves]?",
                "How do I make the model [play a role|act as a teacher|act like a pirate] "
                "for the whole conversation?",
                "Can I give this chat a [personality|persona|character]?",
                "I wonder where the [system prompt|system message|system instructions] can "
                "be [edited|written|changed].",
                "Is there a [field|box|place|setting] for [a system prompt|system "
                "instructions|custom instructions]?",
                "Which setting tells the model how to behave?",
                "Where are the [settings|instructions] that tell the model how to [behave|act]?",
                "What's a system prompt[| good for| used for]?",
                "What's a [system message|system instruction]?",
                "My [colleague|teacher|friend] told me to write a system prompt. What's that?",
                "What's the difference between a system prompt and [a message|a normal "
                "message|my question]?",
                "Please explain [system prompts|the system prompt|what a system prompt does].",
                "Give me an example of a system prompt.",
                "What would be a [good|typical|simple] system prompt?",
                "How do I [remove|clear|rewrite|update] [the|a] system prompt?",
                "I need every answer [in this chat|in the conversation] to [be short|be "
                "formal|follow a rule]. How?",
                "[Setting|Writing|Changing|Adding] a system prompt",
                "I'd like the model to obey one instruction in every answer of this chat.",
                "In which settings do I find the system prompt?",
                "I can't find where to [write|enter|set] the system prompt.",
                "Does a system prompt [apply to|hold for|affect] the whole conversation?",
                "How do I tell the model once and for all [how to answer|what style to "
                "use|how to act]?",
                "Can each conversation have its own [system prompt|instructions|system message]?",
                "system prompt how",
                "set system message",
                "persona setting",
                "What's the purpose of a system prompt?",
                "Where does [a|the] system prompt [go|belong]?",
                "How do I [define|create|compose] [a|the] system prompt?",
                "I wonder what a system prompt does.",
                "I'd like you to [act|behave] like a [teacher|butler|pirate] in this whole "
                "chat. Where do I set that?",
                "Can I make you [polite|formal|brief] for the [entire|whole] conversation?",
                "Can I set the [tone|style|manner] of all the answers in [a|this] conversation?",
                "How do I make the model [stick to|obey|follow] [a rule|my rules] in every answer?",
                "Is there a place for [general|permanent|lasting] instructions?",
                "I'm tired of typing the same instruction. Can I set it once for the whole chat?",
                "Where do I [tell|instruct] the model how to [behave|act] in a chat?",
                "Does Atelier let me [set|write|change] the [system prompt|model's "
                "behaviour|model's behavior]?",
                "My teacher asks me what a system prompt is.",
                "I don't understand what [a system prompt|system instructions|a system "
                "message] [is|means].",
                "What does the term system prompt mean?",
                "How does a system prompt [work|affect the answers|influence the model]?",
                "Can a system prompt [change|shape|control] how [you answer|the model answers]?",
                "Can I [edit|remove|replace] the system prompt [later|of a chat]?",
                "Turn the model into a [tutor|translator|critic] for a whole conversation, how?",
                "How can I have [all answers|every answer] in [upper case|one style] "
                "throughout the chat?",
                "Which settings contain the system prompt?",
                "Where are [custom|standing|permanent] instructions [kept|set|entered]?",
                "Do you [support|have|accept] [custom instructions|system messages|system "
                "prompts]?",
                "We'd like the model to keep to house rules in a whole conversation. Is "
                "there a setting?",
                "I need a definition of the system prompt.",
                "What can I [do|achieve|change] with a system prompt?",
                "When should I use a system prompt?",
                "Why would I [need|want|write] a system prompt?",
                "Who [writes|sets] the system prompt?",
                "How is a system prompt [different|distinct] from a [user message|normal prompt]?",
                "Tell me about [system prompts|the system prompt|system messages].",
                "[Define|Explain|Describe] system prompt.",
                "[Behaviour|Behavior|Role|Persona] of the model in a chat, where do I set it?",
                "I want to [preset|fix|determine] how the model [talks|answers|behaves] in a "
                "conversation.",
                "Can I [prepare|brief] the model with instructions before [the chat|I start]?",
                "What if I want the model to [always follow one rule|keep one style] in a chat?",
                "There's a system prompt in other chat apps. Is there one here?",
                "Isn't there a way to give the model [lasting|general|standing] orders?",
                "Could I write [house rules|ground rules|guidelines] for the model in "
                "[this|a] chat?",
                "Let me [set|edit|write] the system prompt.",
                "What's an example of [a system prompt|system instructions]?",
            ),
            answers=(
                "A system prompt tells the model how to behave in the whole conversation, for "
                "example *Answer in upper case*. Set it in the conversation's settings.",
            ),
            expect=("system prompt", "how to behave"),
        ),
    ),
)
