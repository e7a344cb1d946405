"""Never a silently wrong edit: what comes out is the file that was meant, or a refusal."""

from difflib import unified_diff
from random import Random

import pytest

from actors.studio.hunks import read_diff, read_pair
from actors.studio.matcher import Refusal, apply_hunks, is_placeholder
from tests.diffs import MUTATIONS, a_file, edited, hunks_of, is_ambiguous

CASES = 10_000


def diff(text: str) -> list[str]:
    return text.strip("\n").split("\n")


def applied(text: str, written: str) -> str:
    result = apply_hunks(text, read_diff(diff(written)))
    assert isinstance(result, str), result
    return result


def refused(text: str, written: str) -> str:
    result = apply_hunks(text, read_diff(diff(written)))
    assert isinstance(result, Refusal), result
    return result.reason


def test_line_numbers_are_not_believed() -> None:
    assert applied("a\nb\nc\n", "@@ -90,2 +7,2 @@\n b\n-c\n+d") == "a\nb\nd\n"


def test_two_places_are_refused() -> None:
    assert "2 places" in refused("a\nx\nb\nx\n", "@@ -2 +2 @@\n-x\n+y")


def test_two_places_are_refused_however_one_of_them_fits_better() -> None:
    assert "2 places" in refused("x\n  x\n", "-x\n+y")


def test_white_space_at_the_end_of_a_line_that_stays_stays() -> None:
    assert applied("a  \nb\n", " a\n-b\n+c") == "a  \nc\n"


def test_indentation_becomes_the_files() -> None:
    text = "if (a) {\n\tif (b) {\n\t\tc();\n\t}\n}\n"
    written = " if (b) {\n     c();\n+    d();\n+    if (e) {\n+        f();\n+    }\n }"
    expected = "\t\tc();\n\t\td();\n\t\tif (e) {\n\t\t\tf();\n\t\t}\n\t}\n}\n"
    assert applied(text, written) == "if (a) {\n\tif (b) {\n" + expected


def test_indentation_that_may_mean_two_things_is_refused() -> None:
    """Two columns are four: two more, or twice as many."""
    assert "cannot be told" in refused("    a\n", "   a\n+    b")


def test_lines_that_lost_the_space_before_them_are_not_taken_for_a_shift() -> None:
    assert "cannot be told" in refused("  a\n    b\n", "  a\n+  c\n    b".replace("  a", " a", 1))


def test_line_endings_are_the_files() -> None:
    assert applied("a\r\nb\r\n", " a\n-b\n+c\n+d") == "a\r\nc\r\nd\r\n"


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("a\nb", " a\n-b\n+c", "a\nc"),
        ("a\nb", " a\n-b\n\\ No newline at end of file\n+c", "a\nc\n"),
        ("a\nb\n", " a\n-b\n+c\n\\ No newline at end of file", "a\nc"),
        ("a\nb", " a\n b\n+c", "a\nb\nc"),
        ("a\nb\n", "-a\n-b", ""),
        ("a\nb\n", " a\n-b", "a\n"),
        ("", "@@ -0,0 +1,2 @@\n+a\n+b", "a\nb\n"),
    ],
)
def test_the_last_newline(text: str, written: str, expected: str) -> None:
    assert applied(text, written) == expected


def test_characters_that_look_alike_stay_the_files() -> None:
    text = "const s = “hi” + a;\nconst t = 1;\n"
    written = '-const s = "hi" + a;\n+const s = "hi" + b;\n const t = 1;'
    assert applied(text, written) == "const s = “hi” + b;\nconst t = 1;\n"
    written = '-const s = "hi" + a;\n+const s = "hi" + "b";\n const t = 1;'
    assert "look alike" in refused(text, written)


def test_hunks_that_change_the_same_lines_are_refused() -> None:
    both = "@@\n a\n-b\n+c\n@@\n-b\n+d\n e"
    assert "the same lines" in refused("a\nb\ne\n", both)


def test_a_hunk_that_keeps_what_another_changes_is_refused() -> None:
    both = "@@\n a\n-b\n+c\n@@\n b\n-e\n+f"
    assert "another says stay" in refused("a\nb\ne\n", both)


def test_hunks_may_share_what_stays() -> None:
    assert applied("a\nb\nc\n", "@@\n-a\n+x\n b\n@@\n b\n-c\n+y") == "x\nb\ny\n"


def test_search_and_replace_keep_what_is_the_same() -> None:
    result = apply_hunks("a \nb\nc\n", [read_pair("a\nb\n", "a\nd\n")])
    assert result == "a \nd\nc\n"


def test_a_refusal_shows_the_lines_that_are_there() -> None:
    result = apply_hunks("one\ntwo\nthree\nfour\n", read_diff(diff(" two\n-3\n+4\n four")))
    assert isinstance(result, Refusal)
    assert (result.hunk, result.lines) == (1, ("two", "three", "four"))


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("// ... existing code ...", True),
        ("  // …", True),
        ("# rest of the file is unchanged ...", True),
        ("{/* ... the other buttons */}", True),
        ("<!-- ... -->", True),
        ("...", True),
        ("  ...props,", False),
        ("// Loading…", False),
        ("const rest = [...items];", False),
        ("// and so on", False),
    ],
)
def test_what_stands_for_code_that_was_left_out(line: str, is_one: bool) -> None:
    assert is_placeholder(line, set()) is is_one
    assert not is_placeholder(line, {line.strip()})


def test_ten_thousand_mutated_diffs() -> None:
    clear = right = 0
    for seed in range(CASES):
        rng = Random(seed)
        old = a_file(rng)
        new = edited(rng, old)
        ending = rng.choice(("\n", "\n", "\r\n"))
        hunks = hunks_of(list(unified_diff(old, new, lineterm="", n=rng.randrange(1, 4)))[2:])
        names = rng.choices(MUTATIONS, k=2)
        for mutate in names:
            hunks = [mutate(rng, hunk) for hunk in hunks]
        if not hunks:
            continue
        text = "".join(line + ending for line in old)
        result = apply_hunks(text, read_diff([line for hunk in hunks for line in hunk]))
        if isinstance(result, str):
            assert result == "".join(line + ending for line in new), (seed, names)
        if not any(is_ambiguous(old, hunk) for hunk in hunks):
            clear += 1
            right += isinstance(result, str)
    assert clear > CASES // 3
    assert right / clear >= 0.95, f"{right} of {clear}"
