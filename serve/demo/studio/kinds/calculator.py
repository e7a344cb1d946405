"""Adds, subtracts, multiplies and divides."""

from serve.demo.studio.options import Kind, Options
from serve.demo.studio.page import main_button, page


def render(options: Options) -> str:
    return page(
        options,
        """
        const keys = [..."789/456*123-0.=+"];

        function solve(a: number, sign: string, b: number) {
          if (sign === "+") return a + b;
          if (sign === "-") return a - b;
          if (sign === "*") return a * b;
          return sign === "/" ? a / b : b;
        }
        """,
        """
        const [shown, setShown] = useState("0");
        const [first, setFirst] = useState({ value: 0, sign: "" });
        const [fresh, setFresh] = useState(true);

        function press(key: string) {
          if ("0123456789.".includes(key)) {
            setShown(fresh ? key : shown + key);
            setFresh(false);
          } else {
            const value = solve(first.value, first.sign, Number(shown));
            setShown(String(value));
            setFirst({ value, sign: key });
            setFresh(true);
          }
        }

        function clear() {
          setShown("0");
          setFirst({ value: 0, sign: "" });
          setFresh(true);
        }
        """,
        f"""
        <output className="value">{{shown}}</output>
        <div className="keys">
          {{keys.map((key) => (
            <button className="quiet" key={{key}} onClick={{() => press(key)}}>{{key}}</button>
          ))}}
        </div>
        {main_button(options, " onClick={clear}")}
        """,
    )


KIND = Kind(
    name="calculator",
    nouns=(
        "calculator", "pocket calculator", "calculator app", "simple calculator", "desk calculator",
        "app that calculates", "calculator for sums", "basic calculator", "small calculator",
        "office calculator", "desktop calculator", "maths calculator", "math calculator",
        "adding machine", "app for sums", "school calculator", "number calculator",
        "calculator for my desk", "app to do sums", "calculating app",
    ),
    defaults=Options("Calculator", button="Clear"),
    why="Adds, subtracts, multiplies and divides.",
    render=render,
    shows=lambda _: ["0", "7", "="],
)  # fmt: skip
