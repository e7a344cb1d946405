"""Picks one of a list at random."""

from serve.demo.studio.options import Items, Kind, Options
from serve.demo.studio.page import list_of, main_button, page, quoted, reset_button


def render(options: Options) -> str:
    return page(
        options,
        list_of("names", quoted(options.items)),
        """
        const [picked, setPicked] = useState("?");
        const pick = () => setPicked(names[Math.floor(Math.random() * names.length)]);
        """,
        f"""
        <p className="value" aria-live="polite">{{picked}}</p>
        <div className="row">
          {main_button(options, " onClick={pick}")}
          {reset_button(options, '() => setPicked("?")')}
        </div>
        <ul className="list">
          {{names.map((name) => (
            <li key={{name}}>{{name}}</li>
          ))}}
        </ul>
        """,
    )


KIND = Kind(
    name="random picker",
    nouns=(
        "random picker", "name picker", "lucky draw", "raffle", "decision maker", "random chooser",
        "app that picks a name", "lottery", "wheel of names", "random name picker",
        "app to draw a name", "random name chooser", "random name app", "name chooser",
        "prize draw", "winner picker", "choice maker", "app that decides", "decision app",
        "random name draw", "maker of decisions", "decision helper",
    ),
    defaults=Options("Picker", button="Pick", items=("Anna", "Ben", "Carla")),
    why="Picks one of the list by chance.",
    render=render,
    shows=lambda _: ["?"],
    items=Items(
        "with {items}", "name",
        (
            "with {items}", "for {items}", "with the names {items}", "between {items}",
            "that picks from {items}", "choosing between {items}", "from the list {items}",
        ),
        fewest=2,
    ),
    reset="Reset",
)  # fmt: skip
