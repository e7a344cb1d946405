"""What the runners of a project's own tests say. Pure."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from actors.studio.checks import Finding
from actors.verify.reports import (
    MAX_MESSAGE_CHARS,
    WORK,
    Output,
    Report,
    kept_from,
    report,
    short,
)

NOT_INSTALLED = "The package {} is not installed in sandboxes."
NO_SOURCES: Mapping[str, str] = {}

_TAP = re.compile(r"\s*(?P<not>not )?ok \d+ - (?P<name>.*?)(?P<skip> # (?:SKIP|TODO).*)?$")
_TAP_FIELD = re.compile(r"(\s+)(location|failureType|error|stack): (.*)")
_TAP_COMMENT = re.compile(r"# (?!Subtest: )(.*)")
_PLACE = re.compile(rf"(?P<path>{WORK}[^\s():]{{1,250}}):(?P<line>\d{{1,7}})")
_PYTEST = re.compile(r"(?:FAILED|ERROR) (?P<path>[^\s:]+)(?P<name>::\S+)?(?: - (?P<say>.*))?$")
_PYTEST_PLACE = re.compile(r"(?P<path>/[^\s:]+):(?P<line>\d{1,7}): ")
_PYTEST_COUNT = re.compile(r"(\d{1,7}) passed")
_MISSING = re.compile(
    r"Cannot find package '([^']+)'|Cannot find module '([^./][^']*)'|"
    r"Could not resolve \"([^./][^\"]*)\"|ModuleNotFoundError: No module named '([^']+)'"
)


def node_tests(output: Output, sources: Mapping[str, str] = NO_SOURCES) -> Report:
    """Of `node --test` in TAP, also where a script of the project runs it. `sources` are the files
    that bundles were made of, by the bundles' paths."""
    if why := kept_from(output, "Node"):
        return Report(why=why)
    passed, failures, whys = 0, [], []
    for point in _tap(output.text):
        if point.passed:
            passed += 1
        elif not point.broke_off:
            failures.append(_failed_test(point, sources))
        elif why := _missing(point.said):
            whys.append(why)
        else:
            path = sources.get(point.name.removeprefix(WORK), point.name.removeprefix(WORK))
            say = f"the tests of {path} cannot run: {_first_error(point.said)}"
            failures.append(Finding("tests", path, 1, short(say), key=path))
    if output.exit_code == 0 or failures or whys:
        return report(failures, passed, whys)
    return _failed_whole(output, "the tests")


def python_tests(output: Output, declared: Set[str] = frozenset()) -> Report:
    """Of `pytest -q --tb=line -rfE`. What the project has `declared` need not be installed."""
    if why := kept_from(output, "pytest"):
        return Report(why=why)
    lines = output.text.splitlines()
    count = _PYTEST_COUNT.search(output.text)
    passed = int(count[1]) if count else 0
    places = [found for line in lines if (found := _PYTEST_PLACE.match(line))]
    failed = [found for line in lines if (found := _PYTEST.match(line))]
    own = places if len(places) == len(failed) else [None] * len(failed)
    errors = [line[1:].strip() for line in lines if line.startswith("E ")]
    failures, whys = [], []
    for found, place in zip(failed, own, strict=True):
        name = (found["name"] or "").removeprefix("::")
        say = found["say"] or " ".join(errors[-3:])
        missing = re.search(r"No module named '([^'.]+)", say)
        if missing and missing[1].lower() in declared:
            whys.append(NOT_INSTALLED.format(missing[1]))
            continue
        path, line = found["path"], 1
        if place and place["path"].startswith(WORK):
            path, line = place["path"].removeprefix(WORK), int(place["line"])
        say = f"the test {name or found['path']} fails: {say}"
        key = f"{found['path']}::{name}"
        failures.append(Finding("tests", path, line, short(say), key=key))
    if output.exit_code in (0, 5) or failures or whys:  # 5: there are none
        return report(failures, passed, whys)
    return _failed_whole(output, "the tests")


def script(output: Output) -> Report:
    """Of the project's own `test` script."""
    if "TAP version" in output.text:
        return node_tests(output)
    if why := kept_from(output, "what the test script starts"):
        return Report(why=why)
    return Report() if output.exit_code == 0 else _failed_whole(output, "`npm test`")


@dataclass(slots=True)
class _Point:
    """A test that passed or failed, with what its YAML and the comments before it say."""

    name: str
    passed: bool
    said: str
    fields: dict[str, str]

    @property
    def broke_off(self) -> bool:
        """It is a file that ended before its tests did."""
        return self.name.startswith("/")


def _tap(text: str) -> Iterator[_Point]:
    """Every test; neither those that are left out nor groups."""
    points: list[tuple[re.Match[str], _Point]] = []
    comments: list[str] = []
    goes_on, depth = "", 0
    for line in text.splitlines():
        if found := _TAP.match(line):
            point = _Point(found["name"], not found["not"], "\n".join(comments), {})
            points.append((found, point))
            comments, goes_on = [], ""
            continue
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            goes_on = ""
        if comment := _TAP_COMMENT.match(line):
            comments.append(comment[1])
        elif points and (field := _TAP_FIELD.match(line)):
            indent, name, value = field.groups()
            depth = len(indent)
            goes_on = name if value in ("|-", "|", ">-", ">") else ""
            points[-1][1].fields.setdefault(name, "" if goes_on else value.strip("'\""))
        elif goes_on:
            said = points[-1][1].fields
            said[goes_on] = f"{said[goes_on]} {line.strip()}".strip()
    for found, point in points:
        if not found["skip"] and point.fields.get("failureType") != "subtestsFailed":
            yield point


def _failed_test(point: _Point, sources: Mapping[str, str]) -> Finding:
    fields = point.fields
    place = _place(fields.get("stack", "")) or _place(fields.get("location", ""))
    if place is None and (bundle := _PLACE.search(fields.get("location", ""))):
        place = sources.get(bundle["path"].removeprefix(WORK), ""), 1
    path, line = place or ("", 1)
    say = f"the test {point.name!r} fails: {fields.get('error') or 'see its output'}"
    return Finding("tests", path, line, short(say), key=point.name)


def _first_error(said: str) -> str:
    found = re.search(r"^\w*Error\b.*", said, re.MULTILINE)
    return found[0] if found else said


def _failed_whole(output: Output, what: str) -> Report:
    """It failed without saying which tests."""
    said = f"{output.text}\n{output.errors}"
    if why := _missing(said):
        return Report(why=why)
    path, line = _place(said) or ("", 1)
    tail = " ".join(said.split())[-MAX_MESSAGE_CHARS:]
    return report([Finding("tests", path, line, f"{what} failed: {tail}", key=what)])


def _missing(said: str) -> str:
    found = _MISSING.search(said)
    return NOT_INSTALLED.format(next(filter(None, found.groups()))) if found else ""


def _place(said: str) -> tuple[str, int] | None:
    """The first place in the project's own files."""
    for found in _PLACE.finditer(said):
        path = found["path"].removeprefix(WORK)
        if not path.startswith((".checks/", "node_modules/")):
            return path, int(found["line"])
    return None
