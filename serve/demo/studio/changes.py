"""What people ask of an app that is there: other options, and how the plan names each."""

from __future__ import annotations

from dataclasses import dataclass

from serve.demo.studio import words
from serve.demo.studio.asking import (
    Voice,
    available,
    draw_option,
    sentences_of,
    slots_of,
    zeroed,
)
from serve.demo.studio.options import Kind, Options
from serve.demo.studio.wordings import widened

GONE = {
    "subtitle": widened(
        (
            "remove the subtitle", "hide the subtitle", "no subtitle", "delete the subtitle",
            "without the subtitle please", "drop the subtitle", "take the subtitle away",
        ),
        (
            "[remove|hide|delete|drop] [its|this] subtitle", "I want no subtitle",
            "without a subtitle", "I do not [need|want] [the|a] subtitle",
            "get rid of the subtitle", "there should be no subtitle", "leave out the subtitle",
        ),
    ),
    "dark": widened(
        (
            "make it light", "use a light background", "turn off dark mode", "no dark mode",
            "make the background light again", "light mode", "switch to light mode",
            "the background should be light", "make it white",
        ),
        (
            "[make|turn] [the page|everything] light", "[make|turn] it [light again|white]",
            "make the background [light|white]", "not dark please",
            "[switch|change] to a light [theme|background]", "I do not want dark mode",
            "switch dark mode off", "it should be light",
        ),
    ),
    "reset": widened(
        (
            "remove the {reset} button", "hide the {reset} button", "no {reset} button",
            "delete the {reset} button", "drop the {reset} button", "without the {reset} button",
            "take the {reset} button away", "I do not need the {reset} button",
        ),
        (
            "[remove|hide|delete] {reset}", "drop [its|this] {reset} button",
            "[take away|leave out] the {reset} button", "I want no {reset} button",
            "get rid of the {reset} button", "there should be no {reset} button",
            "I do not [want|like] the {reset} button",
        ),
    ),
    "button_colour": widened(
        (
            "the button should have the colour of the app", "remove the colour of the button",
            "the button should have no colour of its own", "give the button the normal colour",
            "make the button normal again", "make the button like the rest",
        ),
        (
            "make the button [normal|plain|as before|like the app]",
            "give the button [the usual colour|the colour of the app]",
            "the button should [be normal again|be like the rest]",
            "remove the [button colour|button color]", "no colour for the button",
        ),
    ),
}  # fmt: skip
RELABEL = widened(
    (
        "change {old} to {button}", "rename {old} to {button}",
        "the {old} button should say {button}",
        "{button} instead of {old}", "replace {old} with {button}",
        "call the {old} button {button}",
        "change the {old} button to {button}",
    ),
    (
        "[replace|exchange|swap] {old} for {button}", "replace the {old} button with {button}",
        "[replace|change] the label {old} [with|to] {button}", "[turn|change] {old} into {button}",
        "[write|say|use] {button} instead of {old}", "rename the {old} button to {button}",
        "label the {old} button {button}", "the {old} button should be called {button}",
        "the button should say {button}, not {old}",
    ),
)  # fmt: skip
RETITLE = widened(
    (
        "change {old} to {title}", "rename {old} to {title}", "replace {old} with {title}",
        "write {title} instead of {old}", "{title} instead of {old}",
        "call it {title}, not {old}",
        "change the title from {old} to {title}",
    ),
    (
        "[replace|exchange|swap] {old} for {title}", "[turn|change] {old} into {title}",
        "[replace|change] the title {old} [with|to] {title}", "[say|use] {title} instead of {old}",
        "rename it from {old} to {title}", "the title should be {title}, not {old}",
        "name it {title}, not {old}", "call {old} {title}",
    ),
)  # fmt: skip
REMOVE = widened(
    (
        "remove {old}", "delete {old}", "take {old} off the list", "drop {old}", "without {old}",
        "remove the {one} {old}", "I do not need {old}", "delete the {one} {old}",
        "get rid of {old}",
        "take {old} away", "leave out {old}",
    ),
    (
        "[remove|delete|take] {old} from the list", "[drop|leave out|get rid of] the {one} {old}",
        "[erase|cross out|take out] {old}", "leave {old} out", "I [do not|no longer] want {old}",
        "without the {one} {old}", "no {old} please", "{old} can go",
    ),
)  # fmt: skip
RENAME = widened(
    (
        "change {old} to {new}", "rename {old} to {new}", "replace {old} with {new}",
        "{new} instead of {old}", "call {old} {new}", "write {new} instead of {old}",
        "swap {old} for {new}", "it should be {new}, not {old}",
    ),
    (
        "[replace|exchange] {old} by {new}", "[turn|change] {old} into {new}",
        "[replace|change] the {one} {old} [with|to] {new}", "[say|use] {new} instead of {old}",
        "name {old} {new}", "make it {new}, not {old}", "call the {one} {old} {new}",
        "{old} should be {new}", "the {one} {old} should be {new}",
    ),
)  # fmt: skip
MOST_ITEMS = 7


@dataclass(frozen=True, slots=True)
class Change:
    """The app after a change, the request for it, its step of the plan and what became of it."""

    options: Options
    request: str
    step: str
    why: str


def draw_change(voice: Voice, kind: Kind, options: Options) -> Change:
    """One change that this app can have."""
    rng = voice.rng
    choices: list[str] = [*available(kind), "title", "colour"]
    choices += [f"-{name}" for name in GONE if getattr(options, name)]
    if options.button != "":
        choices.append("relabel")
    choices.append("retitle")
    if kind.items:
        choices.remove("items")
        room = kind.items.most != kind.items.fewest and len(options.items) < MOST_ITEMS
        choices += ["add", "add"] if room else []
        choices += ["remove"] if len(options.items) > kind.items.fewest else []
        choices += ["rename"] if options.items else []
    choices = [
        name for name in choices if name not in ("dark", "reset") or not getattr(options, name)
    ]
    name = rng.choice(choices)
    if name.startswith("-"):
        return _without(voice, kind, options, name[1:])
    match name:
        case "retitle":
            new = draw_option(voice, kind, options, "title")
            slots = slots_of(voice, kind, new) | {"old": voice.quoted(options.title)}
            text = voice.say(voice.pick(RETITLE), slots)
            return Change(new, text, step_of(kind, new, "title"), WHY["title"])
        case "add":
            return _add(voice, kind, options)
        case "remove":
            return _remove(voice, kind, options)
        case "rename":
            return _rename(voice, kind, options)
        case "relabel":
            new = draw_option(voice, kind, options, "button")
            slots = slots_of(voice, kind, new) | {"old": voice.quoted(options.button)}
            text = voice.say(voice.pick(RELABEL), slots)
            return Change(new, text, f'Label the button "{new.button}"', WHY["button"])
    new = zeroed(kind, draw_option(voice, kind, options, name), [name])
    text = voice.say(voice.pick(sentences_of(kind, name)), slots_of(voice, kind, new))
    return Change(new, text, step_of(kind, new, name), WHY[name])


def step_of(kind: Kind, options: Options, name: str) -> str:
    """How the plan says that this field is as in `options`."""
    if name in kind.numbers:
        return "Change it: " + kind.numbers[name].says.format(number=getattr(options, name))
    one = kind.text.one if kind.text else ""
    return {
        "title": f'Change the title to "{options.title}"',
        "colour": f"Make the app {options.colour}",
        "subtitle": f'Change the subtitle to "{options.subtitle}"',
        "dark": "Make the background dark",
        "button": f'Label the button "{options.button}"',
        "button_colour": f"Make the button {options.button_colour}",
        "reset": f"Add a {kind.reset} button",
        "text": f'Change the {one} to "{options.text}"',
    }[name]


WHY = {
    "title": "The title is new.",
    "colour": "The app has a new colour.",
    "subtitle": "The subtitle is new.",
    "dark": "The background is dark now.",
    "button": "The button has a new label.",
    "button_colour": "The button has a new colour.",
    "reset": "There is a second button now.",
    "text": "The text is new.",
    "start": "The number is new.",
    "step": "The number is new.",
}


def _without(voice: Voice, kind: Kind, options: Options, name: str) -> Change:
    text = voice.say(voice.pick(GONE[name]), slots_of(voice, kind, options))
    new = options.having(**{name: "" if isinstance(getattr(options, name), str) else False})
    step, why = {
        "subtitle": ("Remove the subtitle", "The subtitle is gone."),
        "dark": ("Make the background light", "The background is light now."),
        "reset": (f"Remove the {kind.reset} button", "The second button is gone."),
        "button_colour": ("Give the button the app's colour", "The button has the app's colour."),
    }[name]
    return Change(new, text, step, why)


def _fresh(voice: Voice, options: Options, count: int) -> tuple[str, ...]:
    def draw() -> str:
        text = words.item(voice.rng, voice.held_out)
        return text.lower() if voice.lower else text

    return words.distinct(draw, count, options.items)


def _add(voice: Voice, kind: Kind, options: Options) -> Change:
    added = _fresh(voice, options, voice.rng.choice((1, 1, 2, 2, 3)))
    slots = slots_of(voice, kind, options.having(items=added))
    text = voice.say(voice.pick(sentences_of(kind, "items")), slots)
    step = "Add " + ", ".join(f'"{item}"' for item in added)
    return Change(
        options.having(items=options.items + added), text, step, "The list is longer now."
    )


def _remove(voice: Voice, kind: Kind, options: Options) -> Change:
    old = voice.rng.choice(options.items)
    slots = {"old": voice.quoted(old), "one": kind.items.one if kind.items else ""}
    text = voice.say(voice.pick(REMOVE), slots)
    rest = tuple(item for item in options.items if item != old)
    return Change(options.having(items=rest), text, f'Remove "{old}"', "The list is shorter now.")


def _rename(voice: Voice, kind: Kind, options: Options) -> Change:
    old, (new,) = voice.rng.choice(options.items), _fresh(voice, options, 1)
    slots = {"old": voice.quoted(old), "new": voice.quoted(new)}
    slots["one"] = kind.items.one if kind.items else ""
    text = voice.say(voice.pick(RENAME), slots)
    items = tuple(new if item == old else item for item in options.items)
    step = f'Change "{old}" to "{new}"'
    return Change(options.having(items=items), text, step, "The list has changed.")
