"""The layout that all apps share."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent, indent

from serve.demo.studio.options import Options


def page(options: Options, constants: str, state: str, body: str, hooks: str = "useState") -> str:
    """src/App.tsx with these parts, each indented as it likes.

    `constants` stands before the component, `state` in it, `body` below the title.
    """
    parts = [f'import {{ {hooks} }} from "react";\n\n']
    if constants:
        parts.append(block(constants) + "\n")
    dark = " dark" if options.dark else ""
    parts.append("export default function App() {\n" + block(state, 2) + "\n  return (\n")
    parts.append(f'    <main className="app {options.colour}{dark}">\n')
    parts.append(f"      <h1>{options.title}</h1>\n")
    if options.subtitle:
        parts.append(f'      <p className="subtitle">{options.subtitle}</p>\n')
    parts.append(block(body, 6) + "    </main>\n  );\n}\n")
    return "".join(parts)


def block(code: str, columns: int = 0) -> str:
    """The code at this column, without lines that an option left out."""
    lines = [line for line in dedent(code).strip("\n").split("\n") if line.strip() != LEFT_OUT]
    return indent("\n".join(lines).rstrip(), " " * columns) + "\n"


LEFT_OUT = "@"
"""Stands in a kind's code where an option has nothing to say."""


def main_button(options: Options, attributes: str = "", label: str = "") -> str:
    """The button that may have a colour and a label of its own."""
    colour = f' className="{options.button_colour}"' if options.button_colour else ""
    return f"<button{colour}{attributes}>{label or options.button}</button>"


def reset_button(options: Options, action: str, label: str = "Reset") -> str:
    """The second button where one is asked for."""
    if not options.reset:
        return LEFT_OUT
    return f'<button className="quiet" onClick={{{action}}}>{label}</button>'


def list_of(name: str, entries: Sequence[str]) -> str:
    """A constant of one line for each entry, which are code."""
    if not entries:
        return f"const {name}: string[] = [];"
    return "\n".join([f"const {name} = [", *(f"  {entry}," for entry in entries), "];"])


def quoted(texts: Sequence[str]) -> list[str]:
    """As TypeScript writes them."""
    return [f'"{text}"' for text in texts]
