"""What Atelier will do but does not do yet."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="planned",
    share=1.2,
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
            ),
            answers=(
                "The code studio with its coding agents is planned but **not in this version "
                "yet**. I can only show short snippets.",
            ),
            expect=("code studio", "not in this version"),
        ),
    ),
)
