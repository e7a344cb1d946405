"""What Atelier will do but does not do yet."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="planned",
    share=1.5,
    intents=(
        Intent(
            name="images",
            ask=(
                "Can you [make|create|draw|generate|paint] [an image|images|a picture|pictures]?",
                "[Draw|Paint|Make me a picture of|Generate an image of] [a cat|a house|a dog|the "
                "sea|a tree|a car|my family|a dragon|a sunset].",
                "How do I [make|create|generate] [an image|images|pictures]?",
                "Does Atelier [make|create|support] [images|pictures|image generation]?",
                "I want a picture of [a cat|a dragon|the sea|a mountain|a robot].",
                "Where is the image [studio|generator|page]?",
                "Can I use [Stable Diffusion|diffusion models|FLUX] here?",
                "Is image generation [working|available|ready]?",
                "Create a [logo|photo|drawing|picture] [for me|of a horse|of a bird|of a city].",
                "Could you paint something for me?",
                "Show me a [picture|photo|drawing] of [a cat|a lion|Paris].",
                "[Paint|Draw|Please draw|Please paint] [something|a picture|me a picture|an "
                "image] for me[|.]",
                "I [need|would like] [a picture|an image|a photo|a drawing] of [a dog|the sea|a "
                "bird|a house|a flower][|.]",
                "Is it possible to [make|create|generate|draw|paint] [images|pictures|a "
                "picture|an image]?",
                "Is there a way to [make|create|generate|draw] [images|pictures|a picture|an "
                "image]?",
                "[Could|Can|Would] you [paint|draw] [a cat|a house|a picture|a picture of a "
                "dog|a tree|the sea][| for me]?",
                "[Please|Now] [draw|paint|make|create] [a picture|an image|a drawing|a photo] of "
                "[a robot|a horse|the moon|a ship][|.]",
                "When [will|can] [Atelier|you] [make|create|draw|support] [images|pictures]?",
                "Are [images|pictures|image models] [possible|supported|available]?",
                "[Which|What] models can [make|draw|create] [images|pictures]?",
                "[Show|Give|Make] me [a picture|an image|a photo|a drawing] of [a dog|a "
                "flower|the moon|London|a fish][|.]",
                "[Image|Picture|A drawing|A photo] [of|with] [a cat|a tree|a castle][|, "
                "please][|.]",
                "[Can|Does] [Atelier|the demo model|this app] [draw|paint|make pictures|make "
                "images|do images]?",
                "Do you [paint|draw|make pictures]?",
                "Can you [draw|paint|sketch] [me |][something|a flower|a horse|a portrait|a "
                "landscape]?",
                "I'd like [a picture|an image|a drawing|an illustration] of [my dog|a "
                "castle|a mountain|the moon].",
                "image [generation|generator|creation|studio][|?]",
                "picture of a kitten",
                "txt2img?",
                "Where [can|do] I [make|create|generate|find] [images|pictures|drawings]?",
                "Where's the drawing tool?",
                "Why can't I [make|create|generate|draw] [images|pictures|a picture] here?",
                "I can't find where to make pictures.",
                "I don't see the image generator. Where is it?",
                "Is there a [button|tab|page|menu] for [images|pictures|drawing|image generation]?",
                "What does the image studio do?",
                "What's the image page for?",
                "Which image models can I use?",
                "Can [this|Atelier|it] [generate|produce|create|edit] "
                "[photos|artwork|graphics|illustrations|logos]?",
                "Do you [generate|create|produce|do|support] [images|pictures|artwork|photos|art]?",
                "Are you able to make art?",
                "[Sketch|Illustrate] [a cat|a house|a tree|a ship|a face][| for me].",
                "[Design|Make] me a [logo|poster|banner|birthday card|cartoon][| for my company].",
                "[Generate|Produce|Render] [a photo|a picture|an image|an illustration] of "
                "[a beach|a forest|an old man|a spaceship].",
                "I wonder [whether|if] [you|Atelier] can [draw|make pictures|generate images].",
                "My [daughter|son|teacher|boss] wants [a picture|a drawing|an image] of [a "
                "unicorn|a dinosaur|our school|a rocket].",
                "I need a [logo|poster|profile picture|cover picture] for my "
                "[band|company|website|project].",
                "Can I [turn|make] [my text|a description|words] into [a picture|an image|a "
                "drawing]?",
                "Does Atelier [have|offer|come with] [image models|an image generator|an "
                "image studio|Stable Diffusion|FLUX]?",
                "[Edit|Retouch|Improve|Change] [my photo|this photo|this picture|this "
                "image][|, please].",
                "Will there be [images|pictures|image generation|an image studio][| later| "
                "in Atelier| soon]?",
                "When is image generation coming?",
                "Can I [run|load|try] an image model [here|in Atelier]?",
                "How can I [draw|paint|get] a [picture|portrait] with [Atelier|this "
                "app|diffusers]?",
                "Instead of text, I [want|need|would like] [a picture|an image|images].",
            ),
            answers=("Images are planned but **not in this version yet**. For now Atelier chats.",),
            expect=("Images are planned", "not in this version"),
        ),
        Intent(
            name="code studio",
            ask=(
                "What is the code studio?",
                "Where is the code studio?",
                "Can [Atelier|you] [build|write|make] [a whole app|an app|a website] for me?",
                "Does Atelier have [coding agents|agents|an agent team|a code studio]?",
                "How do I start [an agent|a team of agents|the coding agents]?",
                "Can agents [write|run|preview] software here?",
                "Is the code studio [ready|available|working]?",
                "Can I [run|preview|execute] code here?",
                "How do I use the [agents|coding agents|code studio]?",
                "When will the coding agents come?",
                "Can you run this code[| for me]?",
                "When [will|do] [the agents|the code studio|coding agents] [come|arrive|be "
                "ready|work]?",
                "Is there a [way|button] to [run code|start agents|use the code studio|run a "
                "program]?",
                "Is it possible to [run code|use agents|build an app|preview an app|use the code "
                "studio]?",
                "I [want|need|would like] to [use the code studio|run code|use coding "
                "agents|preview my app].",
                "[Could|Can|Would] you [run|execute|start|test] [this|my|some] "
                "[code|program|script][| for me]?",
                "Can [agents|a team of agents|the agents] [build|write|make] [an app|a "
                "program|software|a website][| for me]?",
                "[Please|Now] [run|execute] [this|my] [code|program|script][|.]",
                "[Build|Make|Create] [me an app|a website for me|a whole app|a game for me][|.]",
                "[Which|What] [coding agents|agents] [are there|can I use|do you have]?",
                "Are there [agents|coding agents|teams of agents][| here]?",
                "[Code studio|Coding agents|Agents][|?]",
                "Does Atelier [run|execute|build] [code|programs|apps]?",
                "What can I do in the code studio?",
                "What's the code studio?",
                "Where's the code editor?",
                "[code studio|coding agents|agent team] [where|how|when]",
                "I can't find the agents.",
                "I don't see any agents. Where are they?",
                "Tell me about the code studio.",
                "[Explain|Describe] the [code studio|coding agents][|.| to me.| in Atelier.]",
                "I'd like to [use|try|open|see] the [code studio|coding agents|agent team].",
                "I'd like [an agent|a team of agents|coding agents] to [write|build|develop] "
                "[my app|a program|my website].",
                "How do I let [an agent|the agents|coding agents] [work|write code|build "
                "something] for me?",
                "Is there [a code studio|a coding agent|an agent mode|a code editor|a "
                "sandbox for code][| here| in Atelier]?",
                "Do you have an agent mode?",
                "Are the [agents|coding agents|agent teams] "
                "[ready|working|available|finished|usable][| yet]?",
                "Why can't I use the agents here?",
                "I was wondering if agents can build my app.",
                "Will there be [coding agents|a code studio|agents][| soon| later| in a "
                "later version]?",
                "When is the code studio due?",
                "[Develop|Program|Code|Build] [a whole website|a mobile app|a complete "
                "app|an online shop|a full game][| for me].",
                "Can you [develop|program|create|code] [a complete app|a whole website|an "
                "online shop|a mobile app|a full game]?",
                "Can [several|many|multiple] agents [work|write code|program] together[| "
                "here| in Atelier]?",
                "Does Atelier work like [Cursor|Claude Code|Copilot|Codex|an IDE][| with agents]?",
                "Can [an agent|Atelier|you] [edit my files|work on my repository|fix my "
                "project|change my codebase]?",
                "Could an agent write my software?",
                "Can I see a [live preview|preview] of [my app|my website|my program][| here]?",
                "[Execute|Run|Start|Launch] my [program|script|Python file|app][| here| for me].",
                "Is there a [place|terminal|sandbox|console] to [run|execute|test] [my "
                "code|a script|a program]?",
                "My boss wants [an app|a website|a whole program]. Can [your agents|the code "
                "studio|a team of agents] build it?",
                "I need [a complete app|a whole website|a finished program], can you "
                "[build|make|develop] it[| for me]?",
                "What can the [agents|coding agents|agent teams] do[| in Atelier| here]?",
                "[Start|Launch|Call] [an agent|the agents|a coding agent|a team of "
                "agents][|, please].",
            ),
            answers=(
                "The code studio with its coding agents is planned but **not in this version "
                "yet**. I can only show short snippets.",
            ),
            expect=("code studio", "not in this version"),
        ),
    ),
)
