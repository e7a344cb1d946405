"""A page for a product."""

from serve.demo.studio.options import Items, Kind, Options, Text
from serve.demo.studio.page import list_of, main_button, page, quoted
from serve.demo.studio.wordings import widened


def render(options: Options) -> str:
    return page(
        options,
        list_of("features", quoted(options.items)),
        """
        const [joined, setJoined] = useState(false);
        """,
        f"""
        <section className="hero">
          <h2>{options.text}</h2>
          {main_button(options, " onClick={() => setJoined(true)}")}
          {{joined && <p role="status">Thank you, you are on the list.</p>}}
        </section>
        <div className="grid">
          {{features.map((feature) => (
            <article className="card" key={{feature}}>
              <h3>{{feature}}</h3>
              <p>Made with care, ready from the first day.</p>
            </article>
          ))}}
        </div>
        """,
    )


KIND = Kind(
    name="landing page",
    nouns=(
        "landing page", "home page", "product page", "website", "homepage", "web page",
        "start page", "site", "marketing page", "page for my company", "page for a product",
        "company page", "page for my shop", "page for my business", "page for our company",
        "company website", "front page", "promo page", "website for my product", "business page",
        "homepage for my shop", "home page for my company", "homepage for a product",
    ),
    defaults=Options(
        "Welcome",
        button="Get started",
        text="Good things, made simple",
        items=("Fast", "Simple", "Friendly"),
    ),
    why="A headline, a button and what is good about it.",
    render=render,
    shows=lambda options: [options.text],
    items=Items(
        "with the features {items}", "feature",
        (
            "with the features {items}", "with {items}", "with the points {items}",
            "with cards for {items}", "that names {items}", "listing {items}",
            "with sections for {items}",
        ),
    ),
    text=Text(
        "with the headline {text}", "headline",
        widened(
            (
                "with the headline {text}", "that says {text}", "with the slogan {text}",
                "whose headline is {text}", "saying {text}", "headline {text}",
            ),
            (
                "[which says|reading] {text}", "with [a|the] [headline|slogan] that says {text}",
                "saying {text} in large", "whose [headline|slogan] [says|should be] {text}",
                "with {text} as [the|its] headline", "slogan {text}",
            ),
        ),
        widened(
            (
                "change the headline to {text}", "the headline should be {text}",
                "make the headline {text}", "set the slogan to {text}",
                "let the headline say {text}", "use {text} as the headline",
            ),
            (
                "[set|update] the headline to {text}", "change the slogan to {text}",
                "let the [headline be|slogan say] {text}",
                "the [headline|slogan] [is|should say] {text}", "make the slogan {text}",
                "use {text} as the slogan",
            ),
        ),
    ),
)  # fmt: skip
