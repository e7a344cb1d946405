"""A console's errors: told apart, counted, and told to a model within bounds."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from actors.studio.console import HOUR, Kind, distinct, kind_of, statistics, told
from storage.documents import ConsoleCall, ConsoleEntry

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
APP = "".join(f"line {number}\n" for number in range(1, 11))


def entry(text: str, *calls: str, **fields: Any) -> ConsoleEntry:
    """With calls like `App@src/App.tsx:3:5`."""
    return ConsoleEntry.model_validate(
        {
            "level": "error",
            "source": "exception",
            "text": text,
            "calls": tuple(map(call, calls)),
            "at": NOON,
            **fields,
        }
    )


def call(text: str) -> ConsoleCall:
    name, _, place = text.partition("@")
    path, line, column = place.split(":")
    return ConsoleCall(name=name, path=path, line=int(line), column=int(column))


@pytest.mark.parametrize(
    ("source", "text", "kind"),
    [
        ("exception", "ReferenceError: setCuont is not defined", "reference"),
        ("exception", "Uncaught TypeError: x is not a function", "type"),
        ("rejection", "TypeError: x is null", "type"),
        ("console", "SyntaxError: Unexpected token", "syntax"),
        ("rejection", "Error: late", "rejection"),
        ("rejection", "TypeError: Failed to fetch", "network"),
        ("network", "fetch of https://example.org failed", "network"),
        ("resource", "<img> could not load x.png", "resource"),
        ("policy", "The preview may not load https://example.org", "csp"),
        ("console", 'Each child in a list should have a unique "key" prop.', "react"),
        ("exception", "Error: Objects are not valid as a React child (found: object)", "react"),
        ("exception", "Error: my own", "other"),
        ("console", "A TypeError: is named", "other"),
    ],
)
def test_kinds(source: str, text: str, kind: Kind) -> None:
    assert kind_of(entry(text, source=source)) == kind


def test_an_error_is_the_same_wherever_its_lines_are() -> None:
    later = NOON + timedelta(seconds=5)
    found = distinct(
        [
            entry("a", "App@src/App.tsx:3:5", count=2),
            entry("b", "App@src/App.tsx:3:5"),
            entry("said", level="log"),
            entry("a", "App@src/App.tsx:7:5", at=later),
            entry("a", "Row@src/App.tsx:3:5"),
        ]
    )
    assert [(each.text, each.count, each.calls[0].line) for each in found] == [
        ("a", 1, 3),
        ("a", 3, 7),
        ("b", 1, 3),
    ]
    assert (found[1].first_at, found[1].last_at) == (NOON, later)
    assert len({each.key for each in found}) == 3


def test_statistics_count_every_time_it_came() -> None:
    ago = [NOON - timedelta(minutes=minutes, seconds=-30) for minutes in (0, 1, HOUR, HOUR + 1)]
    counted = statistics(
        [
            entry("TypeError: x", count=4, at=ago[1]),
            *(entry("m", level="log", at=at) for at in ago),
        ],
        NOON + timedelta(seconds=59),
    )
    assert (counted.levels["error"], counted.levels["log"], counted.levels["warn"]) == (4, 4, 0)
    assert counted.kinds["type"] == 4
    assert len(counted.minutes) == HOUR
    assert [each.entries for each in counted.minutes[-2:]] == [5, 1]
    assert [each.errors for each in counted.minutes[-2:]] == [4, 0]
    assert sum(each.entries for each in counted.minutes) == 6
    assert counted.minutes[-1].at == NOON


def test_a_model_is_told_places_and_lines() -> None:
    errors = distinct(
        [entry("a\n\nb", "App@src/App.tsx:2:5", count=2), entry("c", "X@gone.ts:1:1")]
    )
    text, count = told(errors, {"src/App.tsx": APP}, 4_000)
    assert count == 2
    assert text.endswith(
        "\n- other, 2 times, last at 2026-11-30T12:00:00+00:00:\n    a\n\n    b\n"
        "  src/App.tsx:2:5\n       1 | line 1\n  >    2 | line 2\n"
        "       3 | line 3\n       4 | line 4\n"
    )
    assert "    c\n  gone.ts:1:1\n\n-" in text


@pytest.mark.parametrize("room", [500, 1_000, 5_000])
def test_a_model_is_told_no_more_than_fits(room: int) -> None:
    errors = distinct(entry(f"{number} " + "x" * 3_000) for number in range(100))
    text, count = told(errors, {}, room)
    assert len(text) <= room
    assert count == text.count("- other") < 100
    assert count > 0 or room == 500
    assert told([], {}, room) == ("", 0)
