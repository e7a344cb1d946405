"""What can be seen of changed files without running them: that they parse, that what they import is
there, that no secret stands in them. Pure."""

import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import tree_sitter_css
import tree_sitter_typescript
from detect_secrets.plugins.aws import AWSKeyDetector
from detect_secrets.plugins.basic_auth import BasicAuthDetector
from detect_secrets.plugins.github_token import GitHubTokenDetector
from detect_secrets.plugins.openai import OpenAIDetector
from detect_secrets.plugins.private_key import PrivateKeyDetector
from detect_secrets.plugins.slack import SlackDetector
from detect_secrets.plugins.stripe import StripeDetector
from tree_sitter import Language, Node, Parser

Files = Mapping[str, bytes]

Check = Literal["parse", "imports", "secrets", "types", "lint", "preview", "tests"]
"""The last four are run in a sandbox, by `actors/verify/`."""

SCRIPTS = (".tsx", ".ts", ".jsx", ".js", ".mjs", ".mts")
VENDORED = ("react", "react-dom", "react-dom/client", "react/jsx-runtime")
"""What the preview brings along."""
AROUND = 2
"""Lines shown on either side of what is wrong."""
_MANIFEST = "package.json"
_ENDINGS = ("", *SCRIPTS, ".css", ".json", *(f"/index{ending}" for ending in SCRIPTS))
_DETECTORS = tuple(
    kind()
    for kind in (
        AWSKeyDetector, BasicAuthDetector, GitHubTokenDetector, OpenAIDetector,
        PrivateKeyDetector, SlackDetector, StripeDetector,
    )
)  # fmt: skip
"""Those that know a secret by its form; guesses by its disorder hit ordinary code."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a file; lines count from 1."""

    check: Check
    path: str
    line: int
    message: str
    key: str = ""
    """What is the same in it when it is found again, in whatever file; its message and its path
    where empty."""

    @property
    def same(self) -> tuple[str, str, str]:
        """Equal for what is wrong before and after a change."""
        return (self.check, "", self.key) if self.key else (self.check, self.path, self.message)

    @property
    def told(self) -> dict[str, Any]:
        return {
            "check": self.check,
            "path": self.path,
            "line": self.line,
            "message": self.message,
        }


def check(before: Files, after: Files) -> list[Finding]:
    """What is wrong in the files that differ, and was not before; in all where one is gone, which
    they may have needed. A file that is not text is not looked at."""
    gone = before.keys() - after.keys()
    changed = [path for path in sorted(after) if gone or after[path] != before.get(path)]
    return [finding for path in changed for finding in _new(path, before, after)]


def _new(path: str, before: Files, after: Files) -> Iterator[Finding]:
    known = {finding.same for finding in _look(path, before)}
    for finding in _look(path, after):
        if finding.same not in known:
            yield finding


def around(files: Files, finding: Finding) -> list[str]:
    """The lines about it, so that they can be found in the file."""
    lines = files.get(finding.path, b"").decode(errors="replace").split("\n")
    return lines[max(0, finding.line - 1 - AROUND) : finding.line + AROUND]


def _look(path: str, files: Files) -> Iterator[Finding]:
    try:
        lines = files.get(path, b"").decode().split("\n")
    except UnicodeDecodeError:
        return
    for check, number, message in _findings(path, files, lines):
        yield Finding(check, path, number, message)


def _findings(path: str, files: Files, lines: Sequence[str]) -> Iterator[tuple[Check, int, str]]:
    content = files.get(path, b"")
    if path.endswith(".json"):
        try:
            json.loads(content or b"null")
        except ValueError as error:
            yield "parse", getattr(error, "lineno", 1), str(error)
    elif (parser := _parser(posixpath.splitext(path)[1])) is not None:
        root = parser.parse(content).root_node
        if root.has_error:
            yield "parse", *_first_error(root)
        else:
            for number, message in _imports(path, files, root):
                yield "imports", number, message
    for number, line in enumerate(lines, 1):
        for detector in _DETECTORS:
            if any(True for _ in detector.analyze_string(line)):
                yield "secrets", number, f"this looks like a secret ({detector.secret_type})"


def _first_error(root: Node) -> tuple[int, str]:
    node = root
    while inner := next((each for each in node.children if each.has_error), None):
        node = inner
    line = node.start_point[0] + 1
    if node.is_missing:
        return line, f"{node.type} is missing"
    words = (node.text or b"").decode(errors="replace").split("\n")[0][:40]
    return line, f"this cannot be understood: {words}" if words else "this cannot be understood"


def _imports(path: str, files: Files, root: Node) -> Iterator[tuple[int, str]]:
    for node in root.children:
        source = node.child_by_field_name("source")
        if source is None or source.text is None:
            continue
        name = source.text.decode().strip("\"'")
        line = source.start_point[0] + 1
        if name.startswith("."):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
            if not any(target + ending in files for ending in _ENDINGS):
                yield line, f"there is no file {name}"
        elif not name.startswith("/") and not _is_package(name, files):
            yield line, f"there is no package {name} here; {', '.join(VENDORED)} are"


def _is_package(name: str, files: Files) -> bool:
    if name in VENDORED or name.startswith("node:"):
        return True
    try:
        manifest = json.loads(files.get(_MANIFEST, b"{}"))
        known = {**manifest.get("dependencies", {}), **manifest.get("devDependencies", {})}
    except (ValueError, AttributeError, TypeError):
        return True  # the manifest itself is what is wrong
    return any(name == each or name.startswith(f"{each}/") for each in known)


@cache
def _parser(ending: str) -> Parser | None:
    if ending == ".css":
        return Parser(Language(tree_sitter_css.language()))
    if ending in (".ts", ".mts"):
        return Parser(Language(tree_sitter_typescript.language_typescript()))
    if ending in SCRIPTS:
        return Parser(Language(tree_sitter_typescript.language_tsx()))
    return None
