"""What a compiler, linters and the first view of its page say of a project. Pure."""

import json
import posixpath
import re
from collections.abc import Iterator
from typing import Any

from actors.studio.checks import Check, Finding
from actors.verify.reports import (
    MAX_MESSAGE_CHARS,
    WORK,
    Output,
    Report,
    kept_from,
    report,
    short,
)

_TYPE = re.compile(
    r"(?P<path>[^\s(][^(\n]*)\((?P<line>\d{1,7}),\d+\): error (?P<code>TS\d+): (?P<say>.*)"
)
_CONFIG = re.compile(r"(?:.*tsconfig[^:]*: )?error TS(?:5\d{3}|6\d{3}|18\d{3}): (?P<say>.*)")
_RESOLUTION = {"TS2307", "TS2882", "TS7016", "TS2580", "TS2582", "TS2591", "TS2592", "TS2593"}
"""Modules and names that come with packages; `imports` says which of them are there."""
_PACKAGE = re.compile(r"Cannot find module '(?![./])")
_LINT = re.compile(
    r"::error title=(?P<rule>[^,]*),file=(?P<path>[^,]*),line=(?P<line>\d{1,7}),[^:]*::(?P<say>.*)"
)
_FLAKE = re.compile(r"(?P<path>[^:\n]+\.py):(?P<line>\d{1,7}):\d+:? (?P<say>.*)")
_HARMLESS = re.compile(
    r"imported but unused|never used|missing placeholders|unable to detect|redefinition of"
)


def types(output: Output) -> Report:
    """Of `tsc --pretty false`."""
    if why := kept_from(output, "TypeScript"):
        return Report(why=why)
    entries = [*_entries(output.text)]
    if config := next((found["say"] for entry in entries if (found := _CONFIG.match(entry))), ""):
        return Report(why=f"TypeScript's settings do not hold: {short(config)}")
    told = [found for entry in entries if (found := _TYPE.fullmatch(entry))]
    loose = {found["path"] for found in told if _PACKAGE.search(found["say"])}
    return report(
        _finding("types", found, f"{found['say']} ({found['code']})")
        for found in told
        if found["code"] not in _RESOLUTION
        # Where a package is not installed, what it gives has no type.
        and not (found["code"].startswith("TS7") and found["path"] in loose)
    )


def lint(output: Output) -> Report:
    """Of `biome lint --reporter=github`."""
    if why := kept_from(output, "a linter for scripts"):
        return Report(why=why)
    if "configuration resulted in errors" in output.text + output.errors:
        return Report(why="The linter's settings do not hold.")
    told = (found for line in output.text.splitlines() if (found := _LINT.fullmatch(line)))
    return report(
        _finding("lint", found, f"{_unescaped(found['say'])} ({found['rule'].rpartition('/')[2]})")
        for found in told
    )


def page(output: Output, suspect: str) -> Report:
    """Of `ops/sandbox/page.mjs`; what has no place is told of the file that is `suspect`."""
    if why := kept_from(output, "what shows pages"):
        return Report(why=why)
    told = [*_json_lines(output.text)]
    if lacks := next((lacks for line in told if isinstance(lacks := line.get("lacks"), str)), ""):
        return Report(why=f"It uses {short(lacks)}, which only a browser has.")
    if output.exit_code != 0:
        return Report(why="The page could not be put together.")
    findings = []
    for line in told:
        match line:
            case {"message": str(message), "path": str(path), "line": int(number)}:
                place = path or suspect, max(number, 1)
                findings.append(Finding("preview", *place, short(message), key=short(message)))
    return report(findings)


def flakes(output: Output) -> Report:
    """Of pyflakes; what is merely idle is left out."""
    if why := kept_from(output, "a linter for Python"):
        return Report(why=why)
    told = (found for line in output.text.splitlines() if (found := _FLAKE.fullmatch(line)))
    return report(
        _finding("lint", found, found["say"])
        for found in told
        if not _HARMLESS.search(found["say"])
    )


def _json_lines(text: str) -> Iterator[dict[str, Any]]:
    """Those that are objects; a program of the project may print what it likes between them."""
    for line in text.splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            yield told


def _entries(text: str) -> Iterator[str]:
    """Lines, each with the indented ones that go on with it."""
    entry = ""
    for line in text.splitlines():
        if line.startswith(" ") and entry:
            if len(entry) < MAX_MESSAGE_CHARS:
                entry += " " + line.strip()
        else:
            if entry:
                yield entry
            entry = line
    if entry:
        yield entry


def _finding(check: Check, found: re.Match[str], message: str) -> Finding:
    path = posixpath.normpath(found["path"]).removeprefix(WORK)
    return Finding(check, path, int(found["line"]), short(message))


def _unescaped(text: str) -> str:
    return text.replace("%0A", " ").replace("%0D", "").replace("%25", "%")
