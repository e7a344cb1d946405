"""A form of a few fields."""

from serve.demo.studio.options import Items, Kind, Options, Text
from serve.demo.studio.page import list_of, main_button, page, quoted
from serve.demo.studio.wordings import widened


def render(options: Options) -> str:
    return page(
        options,
        list_of("fields", quoted(options.items)),
        """
        const [sent, setSent] = useState(false);
        """,
        f"""
        {{sent ? (
          <p role="status">{options.text}</p>
        ) : (
          <form action={{() => setSent(true)}}>
            {{fields.map((field) => (
              <label key={{field}}>
                {{field}}
                <input name={{field}} required />
              </label>
            ))}}
            {main_button(options)}
          </form>
        )}}
        """,
    )


KIND = Kind(
    name="form",
    nouns=(
        "form", "contact form", "sign-up form", "signup form", "registration form", "feedback form",
        "order form", "booking form", "login form", "survey form", "application form",
        "newsletter form",
        "enquiry form", "web form", "entry form", "form to register", "membership form",
        "guest form", "form to fill in", "questionnaire form", "member registration form",
        "customer survey form", "request form",
    ),
    defaults=Options(
        "Contact", button="Send", text="Thank you!", items=("Name", "Email", "Message")
    ),
    why="Asks for every field, then says thank you.",
    render=render,
    items=Items(
        "with the fields {items}", "field",
        (
            "with the fields {items}", "with fields for {items}", "asking for {items}",
            "that asks for {items}", "with {items}", "with inputs for {items}",
            "where people enter {items}", "that takes {items}", "with the inputs {items}",
        ),
    ),
    text=Text(
        "that says {text} at the end", "thank you text",
        widened(
            (
                "that says {text} at the end", "which answers {text}", "that ends with {text}",
                "saying {text} afterwards", "which says {text} when sent",
            ),
            (
                "[which|that] says {text} [afterwards|at the end]",
                "that says {text} [when sent|when it is sent]",
                "which shows {text} [when sent|at the end]", "which ends with {text}",
                "saying {text} at the end",
            ),
        ),
        widened(
            (
                "say {text} at the end", "answer {text} when it is sent",
                "afterwards it should say {text}", "end with {text}",
                "the last text should be {text}",
            ),
            (
                "[say|show] {text} when it is sent", "show {text} at the end",
                "[it should|let it] end with {text}", "at the end [say|it should say] {text}",
                "the last text [is|should say] {text}",
                "change the [thank you text|last text] to {text}",
            ),
        ),
    ),
)  # fmt: skip
