"""Rolls dice."""

from serve.demo.studio.options import Kind, Number, Options
from serve.demo.studio.page import main_button, page


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
    ),
    defaults=Options("Dice", button="Roll", start=1, step=6),
    why="Rolls the dice again at each click.",
    render=render,
    numbers={
        "start": Number(
            2, 9, "with {number} dice",
            (
                "with {number} dice", "for {number} dice", "that rolls {number} dice",
                "rolling {number} dice", "that throws {number} dice", "with {number} of them",
            ),
            (
                "use {number} dice", "roll {number} dice", "make it {number} dice",
                "there should be {number} dice", "throw {number} dice", "{number} dice please",
            ),
        ),
        "step": Number(
            4, 100, "with {number} sides",
            (
                "with {number} sides", "having {number} sides", "with {number} sides each",
                "{number} sided", "from 1 to {number}", "with numbers up to {number}",
            ),
            (
                "use {number} sides", "make it {number} sides", "give them {number} sides",
                "there should be {number} sides", "from 1 to {number}", "go up to {number}",
            ),
            before=("{number}-sided", "{number} sided"),
        ),
    },
)  # fmt: skip
