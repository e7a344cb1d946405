"""Converts one unit into another."""

from serve.demo.studio.options import Kind, Options, Text
from serve.demo.studio.page import page, reset_button
from serve.demo.studio.wordings import widened

UNITS = {
    "kilometres to miles": "value * 0.621371",
    "miles to kilometres": "value * 1.609344",
    "kilograms to pounds": "value * 2.204623",
    "pounds to kilograms": "value * 0.453592",
    "celsius to fahrenheit": "value * 1.8 + 32",
    "fahrenheit to celsius": "(value - 32) / 1.8",
    "metres to feet": "value * 3.28084",
    "feet to metres": "value * 0.3048",
    "inches to centimetres": "value * 2.54",
    "centimetres to inches": "value / 2.54",
    "litres to gallons": "value * 0.264172",
    "gallons to litres": "value * 3.785412",
    "hours to minutes": "value * 60",
    "minutes to hours": "value / 60",
    "days to hours": "value * 24",
    "weeks to days": "value * 7",
}


def render(options: Options) -> str:
    source, target = options.text.split(" to ")
    return page(
        options,
        f"""
        const from = "{source}";
        const to = "{target}";
        const convert = (value: number) => {UNITS[options.text]};
        """,
        """
        const [value, setValue] = useState(1);
        """,
        f"""
        <label>
          {{from}}
          <input
            type="number"
            value={{value}}
            onChange={{(event) => setValue(Number(event.target.value))}}
          />
        </label>
        <p className="value">{{convert(value).toFixed(2)}} {{to}}</p>
        {reset_button(options, "() => setValue(1)")}
        """,
    )


KIND = Kind(
    name="unit converter",
    nouns=(
        "unit converter", "converter", "units converter", "unit conversion app", "converter app",
        "app that converts units", "conversion tool", "measurement converter", "unit calculator",
        "app to convert units", "conversion app", "unit tool", "units app", "conversion calculator",
        "measurement conversion tool", "tool to convert units", "converter for units",
        "converter tool", "converting app", "app for converting units",
    ),
    defaults=Options("Converter", text="kilometres to miles"),
    why="Converts while you type.",
    render=render,
    shows=lambda options: options.text.split(" to "),
    text=Text(
        "from {text}", "units",
        widened(
            (
                "from {text}", "for {text}", "{text}", "that converts {text}", "converting {text}",
                "which turns {text}", "with {text}",
            ),
            (
                "converting from {text}", "to convert {text}",
                "[that|which] [turns|changes] {text}", "which converts {text}",
                "going from {text}", "for converting {text}", "with the units {text}",
            ),
        ),
        widened(
            (
                "convert {text} instead", "make it {text}", "use {text}", "change it to {text}",
                "convert {text}", "I need {text}",
            ),
            (
                "[turn|change] {text}", "it should convert {text}",
                "[switch|change|set] it to {text}", "convert from {text}", "convert {text} now",
                "[I want|give me] {text}",
            ),
        ),
        choices=tuple(UNITS),
    ),
    reset="Reset",
)  # fmt: skip
