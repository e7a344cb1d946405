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
            ),
            answers=(
                "The code studio with its coding agents is planned but **not in this version "
                "yet**. I can only show short snippets.",
            ),
            expect=("code studio", "not in this version"),
        ),
    ),
)
