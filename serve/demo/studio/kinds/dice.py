"""Rolls dice."""

from serve.demo.studio.options import Kind, Number, Options
from serve.demo.studio.page import main_button, page
from serve.demo.studio.wordings import widened


def render(options: Options) -> str:
    return page(
        options,
        f"""
        const dice = {options.start};
        const sides = {options.step};

        function roll() {{
          return Array.from({{ length: dice }}, () => 1 + Math.floor(Math.random() * sides));
        }}
        """,
        """
        const [rolls, setRolls] = useState(roll);
        """,
        f"""
        <p className="value" aria-live="polite">{{rolls.join(" + ")}}</p>
        <div className="row">
          {main_button(options, " onClick={() => setRolls(roll())}")}
        </div>
        """,
    )


KIND = Kind(
    name="dice roller",
    nouns=(
        "dice roller", "dice app", "die roller", "dice", "dice game", "app that rolls dice",
        "virtual dice", "dice thrower", "random dice app", "roll the dice app",
        "dice simulator", "dice rolling app", "dice tool", "app to roll dice", "game with dice",
        "app to throw dice", "roll a dice app", "dice rolling game", "board game dice",
        "throw the dice app", "digital dice",
    ),
    defaults=Options("Dice", button="Roll", start=1, step=6),
    why="Rolls the dice again at each click.",
    render=render,
    numbers={
        "start": Number(
            2, 9, "with {number} dice",
            widened(
                (
                    "with {number} dice", "for {number} dice", "that rolls {number} dice",
                    "rolling {number} dice", "that throws {number} dice", "with {number} of them",
                ),
                (
                    "[that|which] [throws|uses|has] {number} dice at once",
                    "which rolls {number} dice", "[throwing|using] {number} dice",
                    "with {number} dice [at once|to throw]",
                ),
            ),
            widened(
                (
                    "use {number} dice", "roll {number} dice", "make it {number} dice",
                    "there should be {number} dice", "throw {number} dice", "{number} dice please",
                ),
                (
                    "[roll|use] {number} dice at once", "[I want|we need|take] {number} dice",
                    "it should [throw|roll|have] {number} dice",
                    "throw {number} dice [instead|now]", "set it to {number} dice",
                ),
            ),
        ),
        "step": Number(
            4, 100, "with {number} sides",
            widened(
                (
                    "with {number} sides", "having {number} sides", "with {number} sides each",
                    "{number} sided", "from 1 to {number}", "with numbers up to {number}",
                ),
                (
                    "[of|having] {number} sides each", "that have {number} sides",
                    "from [one|1] up to {number}", "[with values|with numbers] from 1 to {number}",
                    "going from 1 to {number}",
                ),
            ),
            widened(
                (
                    "use {number} sides", "make it {number} sides", "give them {number} sides",
                    "there should be {number} sides", "from 1 to {number}", "go up to {number}",
                ),
                (
                    "the dice should have {number} sides", "[take|I want] {number} sides",
                    "[they should|it should] go [up to|from 1 to] {number}",
                    "[go|roll] from 1 to {number}", "{number} sides each",
                ),
            ),
            before=("{number}-sided", "{number} sided"),
        ),
    },
)  # fmt: skip
