"""Splits a bill with its tip."""

from serve.demo.studio.options import Kind, Number, Options
from serve.demo.studio.page import page, reset_button


def render(options: Options) -> str:
    return page(
        options,
        f"""
        const percent = {options.start};
        const persons = {options.step};
        """,
        """
        const [bill, setBill] = useState(0);
        const [tip, setTip] = useState(percent);
        const [people, setPeople] = useState(persons);
        const share = (bill * (1 + tip / 100)) / people;
        """,
        f"""
        <label>
          Bill
          <input
            type="number"
            min="0"
            value={{bill}}
            onChange={{(event) => setBill(Number(event.target.value))}}
          />
        </label>
        <label>
          Tip in percent
          <input
            type="number"
            min="0"
            value={{tip}}
            onChange={{(event) => setTip(Number(event.target.value))}}
          />
        </label>
        <label>
          People
          <input
            type="number"
            min="1"
            value={{people}}
            onChange={{(event) => setPeople(Number(event.target.value))}}
          />
        </label>
        <p className="value">{{share.toFixed(2)}} each</p>
        {reset_button(options, "() => setBill(0)")}
        """,
    )


KIND = Kind(
    name="tip calculator",
    nouns=(
        "tip calculator", "tip split", "bill splitter", "tip app", "app to split a bill",
        "tip splitter", "restaurant bill splitter", "tips calculator", "app to split the bill",
        "calculator for tips",
    ),
    defaults=Options("Tip", start=15, step=2),
    why="Says what each person pays.",
    render=render,
    shows=lambda options: [str(options.start), str(options.step), "each"],
    numbers={
        "start": Number(
            1, 40, "with a tip of {number} percent",
            (
                "with a tip of {number} percent", "with {number} percent tip", "with {number}% tip",
                "at {number} percent", "with {number} percent", "starting at {number}%",
                "of {number} percent",
            ),
            (
                "make the tip {number} percent", "start with {number}% tip", "use {number} percent",
                "the tip should be {number} percent", "set the tip to {number}%",
                "change the tip to {number}%", "start at {number} percent",
            ),
        ),
        "step": Number(
            1, 20, "for {number} people",
            (
                "for {number} people", "with {number} people", "between {number} people",
                "shared by {number} people", "for {number} persons", "for a group of {number}",
            ),
            (
                "use {number} people", "we are {number} people", "split between {number} people",
                "make it {number} people", "start with {number} people", "for {number} people",
            ),
        ),
    },
    reset="Reset",
)  # fmt: skip
