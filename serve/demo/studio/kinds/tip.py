"""Splits a bill with its tip."""

from serve.demo.studio.options import Kind, Number, Options
from serve.demo.studio.page import page, reset_button
from serve.demo.studio.wordings import widened


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
        "tipping calculator", "bill calculator", "calculator for the tip", "app to share a bill",
        "calculator to split a bill", "app that splits the bill", "restaurant tip calculator",
        "calculator for a tip", "app for tips", "bill split app",
        "tip calculator that splits the bill",
    ),
    defaults=Options("Tip", start=15, step=2),
    why="Says what each person pays.",
    render=render,
    shows=lambda options: [str(options.start), str(options.step), "each"],
    numbers={
        "start": Number(
            1, 40, "with a tip of {number} percent",
            widened(
                (
                    "with a tip of {number} percent", "with {number} percent tip",
                    "with {number}% tip", "at {number} percent", "with {number} percent",
                    "starting at {number}%", "of {number} percent",
                ),
                (
                    "with [a tip of|the tip at] {number}%", "which starts at {number} percent",
                    "[starting|beginning] at {number} percent", "whose tip is {number} percent",
                    "with {number} percent [on top|as the tip]", "[at|of] {number}%",
                ),
            ),
            widened(
                (
                    "make the tip {number} percent", "start with {number}% tip",
                    "use {number} percent", "the tip should be {number} percent",
                    "set the tip to {number}%", "change the tip to {number}%",
                    "start at {number} percent",
                ),
                (
                    "[set|change] the tip to {number} percent", "[set|change] it to {number}%",
                    "[tip|start at|use] {number}%", "the tip [is|should be] {number}%",
                    "set the percentage to {number}%",
                ),
            ),
        ),
        "step": Number(
            1, 20, "for {number} people",
            widened(
                (
                    "for {number} people", "with {number} people", "between {number} people",
                    "shared by {number} people", "for {number} persons", "for a group of {number}",
                ),
                (
                    "[for|between] {number} [friends|guests]",
                    "[split|divided|shared] between {number} people",
                    "[that|which] splits it between {number} people",
                    "[with|between] {number} persons", "for {number} of us",
                ),
            ),
            widened(
                (
                    "use {number} people", "we are {number} people",
                    "split between {number} people", "make it {number} people",
                    "start with {number} people", "for {number} people",
                ),
                (
                    "[split|share] it between {number}", "start [with|it with] {number} persons",
                    "there are {number} [people|of us]", "set the number of people to {number}",
                    "we are {number} [|friends]", "begin with {number} people",
                ),
            ),
        ),
    },
    reset="Reset",
    clauses=(
        "that splits the bill", "that splits a bill", "to split the bill", "which divides the bill",
        "which splits the bill", "for a restaurant", "for the bill", "that shares the bill",
    ),
)  # fmt: skip
