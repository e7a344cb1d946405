"""Questions with answers to choose from."""

from serve.demo.studio.options import Items, Kind, Options, Text
from serve.demo.studio.page import list_of, page, quoted
from serve.demo.studio.wordings import QUESTION_PATTERNS, QUESTION_SENTENCES, widened


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
        "quiz with one question", "quiz with answers", "test", "one question test", "guessing game",
        "exam question", "game with a question", "quiz page", "pub quiz", "test with a question",
        "school quiz",
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
        widened(
            (
                "asking {text}", "that asks {text}", "with the question {text}",
                "which asks {text}", "whose question is {text}", "about the question {text}",
            ),
            QUESTION_PATTERNS,
        ),
        QUESTION_SENTENCES,
    ),
    clauses=(
        "with three questions", "with ten questions", "with a few questions", "with many questions",
        "with some questions", "of five questions", "with four good questions",
    ),
)  # fmt: skip
