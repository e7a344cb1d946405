"""Breaks an app in one place, as people do, with the message that the bundler or Chromium gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from serve.demo.wording import mistype

METHODS = ("map", "filter", "includes", "join", "some", "with")
GLOBALS = frozenset(("open", "name", "status"))
"""Names that a browser has anyway, so that nothing complains."""
_DECLARED = re.compile(
    r"^(?:const (\w+)|function (\w+)|  const \[(\w+), (\w+)\]|  const (\w+)|  function (\w+))",
    re.MULTILINE,
)
_STATE = re.compile(r"  const \[(\w+), (\w+)\] = useState.*\n")
_HANDLER = re.compile(r"on\w+=\{\(|=>|^    ")


@dataclass(frozen=True, slots=True)
class Fault:
    """The broken file, what is said about it and how the plan names the repair."""

    source: str
    message: str
    step: str
    why: str


def break_app(rng: Random, source: str) -> Fault:
    """One fault of any sort that this app can have."""
    sorts = list(SORTS)
    while True:
        found = rng.choices(list(sorts), [SORTS[sort] for sort in sorts])[0](rng, source)
        if found is not None and found.source != source:
            return found


def misspelt(rng: Random, source: str) -> Fault | None:
    """One use of a name."""
    name, places = rng.choice(list(_names(source)))
    wrong = mistype(rng, name)
    if len(places) < 2 or wrong == name or re.search(rf"\b{wrong}\b", source):
        return None
    at = rng.choice(places[1:])
    broken = source[:at] + wrong + source[at + len(name) :]
    message = f"ReferenceError: {wrong} is not defined\n{_place(broken, at)}"
    return Fault(broken, message, f"Write {name} instead of {wrong}", f"{wrong} was misspelt.")


def misdeclared(rng: Random, source: str) -> Fault | None:
    """The declaration of a name."""
    name, places = rng.choice(list(_names(source)))
    wrong = mistype(rng, name)
    if len(places) < 2 or wrong == name or re.search(rf"\b{wrong}\b", source):
        return None
    at = places[0]
    broken = source[:at] + wrong + source[at + len(name) :]
    _, used = _run(broken, name)
    message = f"ReferenceError: {name} is not defined\n{_place(broken, used)}"
    return Fault(broken, message, f"Write {name} instead of {wrong}", f"{wrong} was misspelt.")


def not_imported(_: Random, source: str) -> Fault | None:
    """No line that imports the hooks."""
    broken = source.split("\n\n", 1)[1]
    hooks = source.split("{ ", 1)[1].split(" }", 1)[0]
    message = f"ReferenceError: useState is not defined\n{_place(broken, broken.index('useState'))}"
    return Fault(broken, message, f"Import {hooks}", "The import was missing.")


def not_declared(rng: Random, source: str) -> Fault | None:
    """No line that declares a state."""
    states = [found for found in _STATE.finditer(source) if found[1] not in GLOBALS]
    if not states:
        return None
    state = rng.choice(states)
    broken = source[: state.start()] + source[state.end() :]
    used = [(*_run(broken, name), name) for name in state.groups() if _uses(broken, name)]
    if not used:
        return None
    _, at, name = min(used)
    message = f"ReferenceError: {name} is not defined\n{_place(broken, at)}"
    return Fault(broken, message, f"Declare {state[1]}", f"{state[1]} was not declared.")


def wrong_method(rng: Random, source: str) -> Fault | None:
    """A method whose name does not exist."""
    calls = list(re.finditer(rf"\b(\w+)\.({'|'.join(METHODS)})\(", source))
    if not calls:
        return None
    call = rng.choice(calls)
    wrong = mistype(rng, call[2])
    if wrong == call[2] or len(wrong) < 3:
        return None
    broken = source[: call.start(2)] + wrong + source[call.end(2) :]
    message = f"TypeError: {call[1]}.{wrong} is not a function\n{_place(broken, call.start(2))}"
    return Fault(broken, message, f"Write {call[2]} instead of {wrong}", f"{wrong} was misspelt.")


def no_first_value(rng: Random, source: str) -> Fault | None:
    """A state that begins as undefined."""
    found = []
    for state in re.finditer(r"const \[(\w+), \w+\] = useState(?:<.*>)?\(([^()]+)\);", source):
        used = re.search(rf"\b{state[1]}\.({'|'.join(METHODS)})\(", source[state.end() :])
        if used:
            found.append((state, used))
    if not found:
        return None
    state, used = rng.choice(found)
    broken = source[: state.start(2)] + source[state.end(2) :]
    at = state.end() + used.start(1) - len(state[2])
    message = (
        f"TypeError: Cannot read properties of undefined (reading '{used[1]}')\n"
        f"{_place(broken, at)}"
    )
    step = f"Begin {state[1]} with {state[2]}"
    return Fault(broken, message, step, f"{state[1]} had no first value.")


def unclosed_tag(rng: Random, source: str) -> Fault | None:
    """A closing tag that stands in a line of its own."""
    closings = list(re.finditer(r"^( {8,})</(\w+)>\n", source, re.MULTILINE))
    if not closings:
        return None
    closing = rng.choice(closings)
    broken = source[: closing.start()] + source[closing.end() :]
    after = broken[closing.start() :].split("\n", 1)[0]
    if ": (" in after:
        return None
    if "}" in after:
        at = closing.start() + after.index("}")
        message = 'The character "}" is not valid inside a JSX element'
    else:
        found = re.compile(r"</(\w+)>").finditer(broken, closing.start())
        outer = next(end for end in found if _indent(broken, end.start()) < len(closing[1]))
        at = outer.start(1)
        message = f'Unexpected closing "{outer[1]}" tag does not match opening "{closing[2]}" tag'
    message += f"\n{_place(broken, at)}"
    return Fault(broken, message, f"Close {closing[2]}", f"{closing[2]} was not closed.")


def unclosed_quote(rng: Random, source: str) -> Fault | None:
    """A text in a constant without its second quote."""
    texts = list(re.finditer(r'^(?:  |const \w+ = )"[^"\n]*(")[,;]$', source, re.MULTILINE))
    if not texts:
        return None
    text = rng.choice(texts)
    broken = source[: text.start(1)] + source[text.end(1) :]
    message = f"Unterminated string literal\n{_place(broken, text.end() - 1)}"
    return Fault(broken, message, "Close the quote", "A quote was missing.")


def unclosed_bracket(rng: Random, source: str) -> Fault | None:
    """A call in a statement without its last bracket."""
    calls = list(re.finditer(r"^  (?:  )?\S.*(\));$", source, re.MULTILINE))
    calls = [call for call in calls if "(" in call[0]]
    if not calls:
        return None
    call = rng.choice(calls)
    broken = source[: call.start(1)] + source[call.end(1) :]
    message = f'Expected ")" but found ";"\n{_place(broken, call.start(1))}'
    return Fault(broken, message, "Close the bracket", "A bracket was missing.")


def unclosed_file(_: Random, source: str) -> Fault | None:
    """No last line."""
    broken = source.removesuffix("}\n")
    lines = broken.count("\n") + 1
    message = f"Unexpected end of file\nsrc/App.tsx:{lines}:0"
    return Fault(broken, message, "Close App", "The last bracket was missing.")


SORTS: dict[Callable[[Random, str], Fault | None], float] = {
    misspelt: 4.0,
    misdeclared: 2.0,
    not_imported: 1.0,
    not_declared: 1.5,
    wrong_method: 1.5,
    no_first_value: 0.7,
    unclosed_tag: 1.5,
    unclosed_quote: 0.8,
    unclosed_bracket: 1.2,
    unclosed_file: 0.5,
}


def _names(source: str) -> Iterator[tuple[str, list[int]]]:
    """Each name of four letters or more that is declared, and where it stands."""
    for declared in _DECLARED.finditer(source):
        for name in filter(None, declared.groups()):
            if len(name) > 3 and name != "App" and name not in GLOBALS:
                yield name, _uses(source, name)


def _uses(source: str, name: str) -> list[int]:
    """Where the name stands as one, the declaration first."""
    found = re.finditer(rf"(?<![.\w])\b{name}\b(?!=)", source)
    return [use.start() for use in found if not _is_in_text(source, use.start())]


def _is_in_text(source: str, at: int) -> bool:
    """Whether this is inside a string, or in the words of a page."""
    line = source[source.rfind("\n", 0, at) + 1 : at]
    if line.count('"') % 2:
        return True
    tail = line.rpartition(">")[2] if re.search(r"<\w[^=]*[^=]>|<\w+>", line) else ""
    return bool(tail) and "{" not in tail and tail != line


def _run(source: str, name: str) -> tuple[bool, int]:
    """The use that runs first, and whether it only does so at a click."""
    uses = _uses(source, name)
    component = source.find("export default")
    lines = {use: source[source.rfind("\n", 0, use) + 1 : use] for use in uses}
    page = source.index("return (\n    <main")
    early = [
        use
        for use in uses
        if not re.search(r"on\w+=\{\(", lines[use])
        and not (use < component and lines[use].startswith(" "))
        and (use > page or not lines[use].startswith("    "))
    ]
    return not early, (early or uses)[0]


def _indent(source: str, at: int) -> int:
    line = source[source.rfind("\n", 0, at) + 1 :]
    return len(line) - len(line.lstrip(" "))


def _place(source: str, at: int) -> str:
    """As the preview writes it: the line from 1, the column from 0."""
    line = source.count("\n", 0, at) + 1
    return f"src/App.tsx:{line}:{at - source.rfind(chr(10), 0, at) - 1}"
