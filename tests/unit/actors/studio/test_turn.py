"""A turn is applied whole or not at all, and paths lead nowhere else."""

import pytest

from actors.studio.edits import Assembler, Turn
from actors.studio.parser import Parser
from actors.studio.paths import PathError, checked, clash
from actors.studio.turn import MAX_FILE_BYTES, apply_turn

FILES = {"src/App.tsx": b"one\ntwo\nthree\n", "logo.png": b"\x89PNG\xff\n", "README.md": b"# Hi\n"}


def turn(answer: str) -> Turn:
    parser, assembler = Parser(), Assembler()
    assembler.add(parser.feed(answer.encode()))
    assembler.add(parser.close())
    return assembler.turn()


def applied(answer: str) -> dict[str, bytes]:
    result = apply_turn(FILES, turn(answer))
    assert isinstance(result, dict), result
    return result


def reasons(answer: str) -> list[str]:
    result = apply_turn(FILES, turn(answer))
    assert isinstance(result, list), result
    return [f"{refused.path}: {refused.refusal.reason}" for refused in result]


def test_a_turn_of_every_action() -> None:
    result = applied(
        """<file path="src/App.tsx"><diff>
 one
-two
+2
</diff><why>shorter</why></file>
<file path="src/New.tsx" action="create"><content>
```tsx
new
```
</content></file>
<file path="logo.png" action="delete"/>
<file path="README.md" action="rename" to="docs/README.md">
<search># Hi</search><replace># Ho</replace></file>
"""
    )
    assert result == {
        "src/App.tsx": b"one\n2\nthree\n",
        "src/New.tsx": b"new\n",
        "docs/README.md": b"# Ho\n",
    }
    assert FILES["src/App.tsx"] == b"one\ntwo\nthree\n"


def test_edits_of_one_file_build_on_each_other() -> None:
    first = '<file path="src/App.tsx"><diff>\n-two\n+2\n</diff></file>\n'
    assert applied(first + first.replace("-two\n+2", "-2\n+zwei"))["src/App.tsx"] == (
        b"one\nzwei\nthree\n"
    )


def test_one_refused_file_keeps_all_from_changing() -> None:
    answer = """<file path="README.md"><content>
# New
</content></file>
<file path="src/App.tsx"><diff>
-four
+4
</diff></file>"""
    assert reasons(answer) == ["src/App.tsx: its lines do not stand in the file"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("Hello.", "changes no file"),
        ('<file path="x" action="delete"/>', "no such file"),
        ('<file path="x"><diff>\n-a\n+b\n</diff></file>', "no such file"),
        ('<file path="x"></file>', "neither a diff nor a content"),
        ('<file path="logo.png"><diff>\n-a\n+b\n</diff></file>', "not text in UTF-8"),
        ('<file path="README.md" action="rename" to="src/App.tsx"/>', "there already"),
        ('<file path="readme.md"><content>x</content></file>', "beside README.md"),
        ('<file path="src"><content>x</content></file>', "beside src/App.tsx"),
        ('<file path="README.md/x"><content>x</content></file>', "beside README.md"),
        ('<file path="../x"><content>x</content></file>', "must be relative"),
        ('<file path="src/App.tsx"><diff>\none\n-two\n</diff></file>', "neither space"),
        ('<file path="src/App.tsx"><search>one</search></file>', "cannot be told"),
        ('<file path="x"><content>\na\n// ... existing code\n</content></file>', "left out"),
        ('<file path="x"><content>a</content><diff>\n+b\n</diff></file>', "cannot be told"),
        (f'<file path="x"><content>{"y" * MAX_FILE_BYTES}yy</content></file>', "larger than"),
        ('<file path="x"><content>\nnever ended', "breaks off in x"),
    ],
)
def test_what_cannot_be_applied_is_refused(answer: str, reason: str) -> None:
    assert any(reason in each for each in reasons(answer)), reasons(answer)


def test_a_line_that_stands_for_code_may_stay_where_it_was() -> None:
    files = {"a.js": b"// ... existing code\nb\n"}
    answer = turn('<file path="a.js"><content>\n// ... existing code\nc\n</content></file>')
    assert apply_turn(files, answer) == {"a.js": b"// ... existing code\nc\n"}


@pytest.mark.parametrize(
    "path",
    [
        *("", "/etc/passwd", "a//b", "./a", "a/../b", "..", "a/", ".git/config", "a/.GIT/x"),
        *(".git", "GIT~1/x", "a\\b", "C:x", "a\nb", "a\x00b", "a /b", "a./b", " a", "a?"),
        *("x" * 201, "a/" * 300 + "b", "\u202egnp.exe", "a\ud800"),
    ],
)
def test_paths_that_lead_elsewhere_are_refused(path: str) -> None:
    with pytest.raises(PathError):
        checked(path)


@pytest.mark.parametrize("path", ["a", "src/App.tsx", ".gitignore", "é/ü.ts", "a b/c-d_e.(1).md"])
def test_ordinary_paths(path: str) -> None:
    assert checked(path) == path


def test_names_that_are_one_on_some_file_systems() -> None:
    assert clash("src/app.tsx", ["src/App.tsx"]) == "src/App.tsx"
    assert clash("e\u0301.ts", ["\u00e9.ts"]) == "\u00e9.ts"
    assert clash("src/App.tsx", ["src/App.tsx", "src/Apps.tsx"]) is None
