"""Questions with answers to choose from."""

from serve.demo.studio.options import Items, Kind, Options, Text
from serve.demo.studio.page import list_of, page, quoted


def render(options: Options) -> str:
    return page(
        options,
        f'const question = "{options.text}";\n'
        + list_of("answers", quoted(options.items))
        + "\nconst right = answers[0];",
        """
        const [chosen, setChosen] = useState("");
        """,
        """
        <h2>{question}</h2>
        <div className="row">
          {answers.toSorted().map((answer) => (
            <button className="quiet" key={answer} onClick={() => setChosen(answer)}>
              {answer}
            </button>
          ))}
        </div>
        {chosen !== "" && <p role="status">{chosen === right ? "Right!" : "No, try again."}</p>}
        """,
    )


KIND = Kind(
    name="quiz",
    nouns=(
        "quiz", "quiz app", "small quiz", "trivia quiz", "quiz game", "question game",
        "multiple choice quiz", "knowledge test", "trivia game", "test with one question",
    ),
    defaults=Options("Quiz", text="What is 6 times 7?", items=("42", "36", "48")),
    why="The first answer of the list is the right one.",
    render=render,
    shows=lambda options: [options.text],
    items=Items(
        "with the answers {items}", "answer",
        (
            "with the answers {items}", "and the answers {items}", "with {items} as answers",
            "where one can choose {items}", "with the choices {items}", "and the options {items}",
            "where the answers are {items}",
        ),
        fewest=2,
    ),
    text=Text(
        "asking {text}", "question",
        (
            "asking {text}", "that asks {text}", "with the question {text}", "which asks {text}",
            "whose question is {text}", "about the question {text}",
        ),
        (
            "change the question to {text}", "ask {text} instead", "the question should be {text}",
            "ask {text}", "make the question {text}", "replace the question with {text}",
        ),
    ),
)  # fmt: skip
