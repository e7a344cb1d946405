"""Tabs, each with its text."""

from serve.demo.studio.options import Items, Kind, Options
from serve.demo.studio.page import list_of, page, quoted


def render(options: Options) -> str:
    return page(
        options,
        list_of("tabs", quoted(options.items)),
        """
        const [open, setOpen] = useState(tabs[0]);
        """,
        """
        <div className="tabs" role="tablist">
          {tabs.map((tab) => (
            <button
              role="tab"
              key={tab}
              aria-selected={tab === open}
              onClick={() => setOpen(tab)}
            >
              {tab}
            </button>
          ))}
        </div>
        <section className="card" role="tabpanel">
          <h2>{open}</h2>
          <p>Here is what belongs to {open}.</p>
        </section>
        """,
    )


KIND = Kind(
    name="page with tabs",
    nouns=(
        "page with tabs", "tabs", "tab bar", "tabs app", "tabbed page", "site with tabs",
        "app with tabs", "tab view", "tab panel", "set of tabs",
        "page of tabs", "page that has tabs", "row of tabs", "few tabs", "group of tabs",
        "tabbed app", "tabbed site", "collection of tabs", "tab menu", "website with tabs",
        "tabs page", "tabbed view",
    ),
    defaults=Options("Tabs", items=("Home", "About", "Contact")),
    why="Each tab opens its own part.",
    render=render,
    items=Items(
        "named {items}", "tab",
        (
            "for {items}", "with the tabs {items}", "with {items}", "that has the tabs {items}",
            "with tabs for {items}", "where the tabs are {items}", "for the parts {items}",
        ),
        fewest=2,
    ),
)  # fmt: skip
