"""What a model is asked when it shall change a project. Pure.

Two ways: models that were told nothing of the studio before get its protocol, the files and the
conversation; the demo model, which learnt the protocol, gets one file and the wish.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

MAIN_FILE = "src/App.tsx"
BYTES_A_TOKEN = 3
"""Of code, at least, in the vocabularies of models that are asked to write it."""

PROTOCOL = """\
You build a small web project together with a person. The files of the project stand below. Change
them by answering in this form, and say outside of it only what the person should read:

<plan>
<step file="src/App.tsx">why this file is touched</step>
</plan>
<file path="src/App.tsx" action="update">
<diff>
@@
 a line that stays, exactly as it is in the file
-a line that goes
+a line that comes
 a line that stays
</diff>
<why>One sentence.</why>
</file>

- action is create, update, delete or rename (then with to="new/path"). A new file, or one of
  which most lines change, is written whole in <content>…</content> instead of <diff>.
- A diff has no line numbers. Each of its hunks begins with @@ and has enough lines that stay,
  copied exactly, to fit one place of the file only.
- Never leave code out: no "… rest of the code", no placeholders.
- Tags stand at the beginning of a line. All files of an answer are applied, or none.
- The project is React with TypeScript: src/main.tsx shows src/App.tsx, styles are in
  src/style.css. No other packages than react and react-dom can be imported, and nothing is loaded
  from the network.
- If nothing has to be changed, answer in words without any <file>.
"""

PLAN_ONLY = """

Answer with the <plan> alone, without any <file>: the person wants to look at it first."""

PLAN_FOLLOWS = "\n\nBuild it by this plan:\n"
"""Stands in a request between the wish and the plan that a person has looked over."""

PLAN_IS_SEEN = """

The person sees that plan already: leave it out of your answer."""

AGAIN = """\
Nothing of that was applied. Mend these and give the whole answer again:
"""


def planned(request: str, steps: Iterable[Mapping[str, str]]) -> str:
    """A request with the plan that it shall be built by."""
    lines = (f"- `{each['path']}`: {each['text']}" for each in steps)
    return request + PLAN_FOLLOWS + "\n".join(lines) + PLAN_IS_SEEN


def wish(files: Mapping[str, bytes], request: str) -> str:
    """The whole prompt of a model that learnt the protocol."""
    text = files.get(MAIN_FILE, b"").decode(errors="replace")
    return f'<file path="{MAIN_FILE}">\n{text.rstrip()}\n</file>\n\n{request}'


def instructions(files: Mapping[str, bytes], request: str, room_tokens: int) -> str:
    """The system prompt of every other: the protocol, all paths, and as many contents as there is
    room for, those first that the request names."""
    room = BYTES_A_TOKEN * room_tokens - len(PROTOCOL)
    shown: list[str] = []
    left_out: list[str] = []
    for path in sorted(files, key=lambda path: _rank(path, len(files[path]), request)):
        text = _text(files[path])
        room -= len(files[path])
        if text is None or room < 0:
            left_out.append(path)
        else:
            shown.append(f'<file path="{path}">\n{text}\n</file>')
    if left_out:
        names = ", ".join(sorted(left_out))
        shown.append(f"There are also, without room to show them: {names}")
    return "\n\n".join([PROTOCOL, *shown])


def reasons(refused: Iterable[Mapping[str, Any]]) -> str:
    """Why an answer was not applied (`path`, `reason`, `lines`), for the model's next try."""
    lines = [AGAIN]
    for each in refused:
        lines.append(f"- {each['path'] or 'the answer'}: {each['reason']}")
        if each["lines"]:
            lines.append("  The lines in question:")
            lines += [f"  {line}" for line in each["lines"]]
    return "\n".join(lines)


def _rank(path: str, size: int, request: str) -> tuple[bool, bool, int, str]:
    name = re.escape(path.rsplit("/", 1)[-1])
    named = re.search(rf"(?<!\w){name}(?!\w)", request) is not None
    return (not named, not path.startswith("src/"), size, path)


def _text(content: bytes) -> str | None:
    try:
        return content.decode().rstrip("\n")
    except UnicodeDecodeError:
        return None
