"""Keeps short notes."""

from serve.demo.studio.options import Items, Kind, Options
from serve.demo.studio.page import list_of, main_button, page, quoted, reset_button


def render(options: Options) -> str:
    return page(
        options,
        list_of("start", quoted(options.items)),
        """
        const [notes, setNotes] = useState(start);

        function add(form: FormData) {
          const text = String(form.get("text")).trim();
          if (text !== "" && !notes.includes(text)) setNotes([text, ...notes]);
        }

        function remove(note: string) {
          setNotes(notes.filter((other) => other !== note));
        }
        """,
        f"""
        <form action={{add}}>
          <textarea name="text" placeholder="New note" aria-label="New note" />
          {main_button(options)}
        </form>
        <div className="grid">
          {{notes.map((note) => (
            <article className="card" key={{note}}>
              <p>{{note}}</p>
              <button className="quiet" onClick={{() => remove(note)}}>Delete</button>
            </article>
          ))}}
        </div>
        {reset_button(options, "() => setNotes([])", "Clear")}
        """,
    )


KIND = Kind(
    name="notes app",
    nouns=(
        "notes app", "note app", "notebook", "sticky notes app", "app for notes", "note pad",
        "note taking app", "memo app", "notepad", "notes", "diary", "journal app",
        "app to write notes", "app for my notes", "notes page", "note keeper", "scratch pad",
        "app for writing notes", "notes tool", "memo pad", "sticky notes", "app to take notes",
        "board for notes", "list of notes",
    ),
    defaults=Options("Notes", button="Save"),
    why="Write a note, save it, delete it.",
    render=render,
    items=Items(
        "with {items}", "note",
        (
            "with {items}", "with the notes {items}", "starting with {items}",
            "that starts with {items}", "with {items} in it", "containing {items}",
            "which begins with {items}",
        ),
    ),
    reset="Clear",
)  # fmt: skip
