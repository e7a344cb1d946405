"""A list of tasks that can be ticked off."""

from serve.demo.studio.options import Items, Kind, Options
from serve.demo.studio.page import list_of, main_button, page, quoted, reset_button


def render(options: Options) -> str:
    return page(
        options,
        list_of("start", quoted(options.items)),
        """
        const [items, setItems] = useState(start);
        const [done, setDone] = useState<string[]>([]);

        function add(form: FormData) {
          const text = String(form.get("text")).trim();
          if (text !== "" && !items.includes(text)) setItems([...items, text]);
        }

        function toggle(item: string) {
          setDone(done.includes(item) ? done.filter((other) => other !== item) : [...done, item]);
        }
        """,
        f"""
        <form className="row" action={{add}}>
          <input name="text" placeholder="New item" aria-label="New item" />
          {main_button(options)}
        </form>
        <ul className="list">
          {{items.map((item) => (
            <li key={{item}}>
              <label>
                <input
                  type="checkbox"
                  checked={{done.includes(item)}}
                  onChange={{() => toggle(item)}}
                />
                {{item}}
              </label>
            </li>
          ))}}
        </ul>
        {reset_button(options, "() => setItems([])", "Clear")}
        """,
    )


KIND = Kind(
    name="to-do list",
    nouns=(
        "to-do app", "todo list", "to-do list", "todo app", "task list", "checklist",
        "shopping list", "list of tasks", "todo", "packing list", "list app", "task app",
        "app for my tasks", "list with check boxes", "to do list", "to do app", "bucket list",
        "grocery list",
        "list of things to pack", "packing checklist", "task manager", "list of todos",
        "chore list", "list of things to do", "list for packing", "reading list", "wish list",
        "app for todos", "tasks app", "list of my tasks",
    ),
    defaults=Options("To-do", button="Add"),
    why="Type an item, add it, and tick it when it is done.",
    render=render,
    items=Items(
        "with {items}", "item",
        (
            "with {items}", "with the items {items}", "starting with {items}",
            "that starts with {items}", "that has {items} on it", "with {items} on it",
            "containing {items}", "with the tasks {items}", "with {items} in it",
            "which begins with {items}",
        ),
    ),
    reset="Clear",
)  # fmt: skip
