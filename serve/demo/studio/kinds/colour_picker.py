"""Shows a colour and its code."""

from serve.demo.studio.options import Kind, Options, Text
from serve.demo.studio.page import main_button, page, reset_button
from serve.demo.studio.wordings import widened


def render(options: Options) -> str:
    return page(
        options,
        f"""
        const start = "{options.text}";

        function anyColour() {{
          const number = Math.floor(Math.random() * 0x1000000);
          return `#${{number.toString(16).padStart(6, "0")}}`;
        }}
        """,
        """
        const [colour, setColour] = useState(start);
        """,
        f"""
        <label>
          Colour
          <input
            type="color"
            value={{colour}}
            onChange={{(event) => setColour(event.target.value)}}
          />
        </label>
        <div className="swatch" style={{{{ background: colour }}}} />
        <p className="value">{{colour}}</p>
        <div className="row">
          {main_button(options, " onClick={() => setColour(anyColour())}")}
          {reset_button(options, "() => setColour(start)")}
        </div>
        """,
    )


KIND = Kind(
    name="colour picker",
    nouns=(
        "colour picker", "color picker", "colour chooser", "app to pick a colour", "colour tool",
        "color chooser", "color picker app", "hex colour picker", "app to choose colors",
        "colour selector", "color selector", "color tool", "tool for colours",
        "tool to pick colours", "colour finder", "tool to choose a colour", "color code app",
        "colour app", "tool that picks a colour", "colour wheel",
    ),
    defaults=Options("Colours", button="Surprise me", text="#3b82f6"),
    why="Pick a colour and see its code.",
    render=render,
    shows=lambda options: [options.text],
    text=Text(
        "starting with {text}", "first colour",
        widened(
            (
                "starting with {text}", "that starts with {text}", "which starts at {text}",
                "beginning with {text}", "with {text} at first",
            ),
            (
                "[starting|beginning] at {text}", "that [starts|begins] at {text}",
                "which begins with {text}",
                "with {text} [to start with|at the start|as the first colour]",
                "showing {text} at first",
            ),
        ),
        widened(
            (
                "start with {text}", "begin with {text}", "the first colour should be {text}",
                "make it start with {text}", "start at {text}",
            ),
            (
                "[begin|start it] at {text}", "[let it|it should] start [at|with] {text}",
                "show {text} [first|at first]", "make it start at {text}",
            ),
        ),
        choices=("#",),
    ),
    reset="Reset",
)  # fmt: skip
