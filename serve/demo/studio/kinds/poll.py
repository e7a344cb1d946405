"""People vote for one of a few."""

from serve.demo.studio.options import Items, Kind, Options, Text
from serve.demo.studio.page import list_of, page, quoted, reset_button
from serve.demo.studio.wordings import QUESTION_PATTERNS, QUESTION_SENTENCES, widened


def render(options: Options) -> str:
    return page(
        options,
        f'const question = "{options.text}";\n' + list_of("choices", quoted(options.items)),
        """
        const [votes, setVotes] = useState<string[]>([]);
        const count = (choice: string) => votes.filter((vote) => vote === choice).length;
        """,
        f"""
        <h2>{{question}}</h2>
        <div className="grid">
          {{choices.map((choice) => (
            <button className="quiet" key={{choice}} onClick={{() => setVotes([...votes, choice])}}>
              {{choice}}: {{count(choice)}}
            </button>
          ))}}
        </div>
        {reset_button(options, "() => setVotes([])")}
        """,
    )


KIND = Kind(
    name="poll",
    nouns=(
        "poll", "voting app", "vote", "poll app", "survey", "ballot", "opinion poll", "quick poll",
        "app to vote", "small survey",
        "survey app", "one question survey", "survey with one question", "survey page",
        "short survey", "ballot app", "opinion survey", "survey with votes", "voting page",
        "straw poll", "vote app", "survey for my team", "team survey", "poll page",
    ),
    defaults=Options("Poll", text="What do you like best?", items=("Tea", "Coffee", "Water")),
    why="Each click is a vote.",
    render=render,
    shows=lambda options: [options.text],
    items=Items(
        "with the choices {items}", "choice",
        (
            "with the choices {items}", "and the choices {items}", "with the options {items}",
            "between {items}", "where people choose {items}", "with {items} to choose from",
            "and the answers {items}",
        ),
        fewest=2,
    ),
    text=Text(
        "asking {text}", "question",
        widened(
            (
                "asking {text}", "that asks {text}", "with the question {text}",
                "which asks {text}", "whose question is {text}", "about {text}",
            ),
            QUESTION_PATTERNS,
        ),
        QUESTION_SENTENCES,
    ),
    reset="Reset",
)  # fmt: skip
