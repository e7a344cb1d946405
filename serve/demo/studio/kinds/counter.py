"""Counts up and down."""

from serve.demo.studio.options import Kind, Number, Options
from serve.demo.studio.page import main_button, page, reset_button
from serve.demo.studio.wordings import widened


def render(options: Options) -> str:
    return page(
        options,
        f"""
        const start = {options.start};
        const step = {options.step};
        """,
        """
        const [count, setCount] = useState(start);
        """,
        f"""
        <p className="value" aria-live="polite">{{count}}</p>
        <div className="row">
          <button className="quiet" onClick={{() => setCount(count - step)}}>Less</button>
          {main_button(options, " onClick={() => setCount(count + step)}")}
          {reset_button(options, "() => setCount(start)")}
        </div>
        """,
    )


KIND = Kind(
    name="counter",
    nouns=(
        "counter", "click counter", "counter app", "simple counter", "tally counter",
        "number counter",
        "counting app", "small counter", "tally", "app that counts", "clicker",
        "up and down counter",
        "app to count things", "counting tool", "people counter", "tally app",
        "app that counts clicks", "app for counting", "app that counts up and down",
        "click counting app", "score counter", "app which counts",
    ),
    defaults=Options("Counter", button="More"),
    why="Counts up and down.",
    render=render,
    shows=lambda options: [str(options.start)],
    numbers={
        "start": Number(
            1, 999, "starting at {number}",
            widened(
                (
                    "starting at {number}", "that starts at {number}",
                    "which starts with {number}", "that begins at {number}",
                    "starting from {number}", "beginning at {number}",
                    "with {number} as the start", "start at {number}", "start value {number}",
                    "whose first value is {number}",
                ),
                (
                    "[starting|beginning] with {number}",
                    "[that|which] begins [from|with] {number}",
                    "with the [start value|first value|first number] {number}",
                    "whose [start|start value|first number] is {number}", "counting from {number}",
                ),
            ),
            widened(
                (
                    "start at {number}", "let it start at {number}", "make it start at {number}",
                    "the start value should be {number}", "begin at {number}",
                    "start from {number}", "it should start at {number}",
                    "set the start to {number}", "change the start value to {number}",
                    "start with {number} instead",
                ),
                (
                    "[begin|start] [it|the count|counting] at {number}",
                    "[let it|it should|make it] begin at {number}", "[begin|start] with {number}",
                    "start at {number} instead", "the first [value|number] should be {number}",
                ),
            ),
        ),
        "step": Number(
            2, 99, "in steps of {number}",
            widened(
                (
                    "in steps of {number}", "with steps of {number}", "that counts by {number}",
                    "counting by {number}", "with a step of {number}", "going up by {number}",
                    "step {number}", "that goes up by {number}", "in {number}s",
                ),
                (
                    "[with|using] [the step|a step size] of {number}",
                    "that adds {number} [at each click|each time]",
                    "[counting|which counts] in steps of {number}", "whose step is {number}",
                    "with {number} at each click",
                ),
            ),
            widened(
                (
                    "count by {number}", "count in steps of {number}", "use steps of {number}",
                    "make the step {number}", "each click should add {number}",
                    "change the step to {number}", "step by {number}",
                    "the step should be {number}", "go up by {number}",
                ),
                (
                    "[each|every] click [adds|must add|should count] {number}",
                    "[add|it should add] {number} [each time|at each click]",
                    "set the step to {number}", "[it should|let it] [count by|go up by] {number}",
                    "use a step of {number}",
                ),
            ),
        ),
    },
    reset="Reset",
)  # fmt: skip
