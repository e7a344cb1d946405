"""What is run to check the files of a project, by what is in them. Pure.

Nothing is installed: TypeScript, the types of React, the linters and the test runners are those of
the sandbox's image, and a stage whose program is missing says so.
"""

import json
import posixpath
import re
import shlex
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from actors.sandboxes.sync import ignored
from actors.studio.checks import SCRIPTS
from actors.verify import analysers, runners
from actors.verify.reports import Output, Report

Files = Mapping[str, bytes]
Name = Literal["types", "lint", "preview", "tests"]

TYPED = (".ts", ".tsx", ".mts", ".cts")
TYPES_S, LINT_S, PREVIEW_S, TESTS_S = 30.0, 15.0, 15.0, 30.0
LIBRARIES = "/usr/local/lib/atelier/node_modules"
"""The packages that every project may import, in the sandbox."""
GENTLY = f"[ -e node_modules ] || ln -sfn {LIBRARIES} node_modules; export CI=1; nice -n 10 "
"""Begins every command: what people wait for goes before it."""
PAGE = "/usr/local/lib/atelier/page.cjs"
"""Shows a page, in the sandbox; made of `ops/sandbox/page.mjs`."""
MAX_ARGUMENTS = 200
"""Files that a command is given by name."""
ENTRIES = tuple(
    f"{stem}.{ending}"
    for stem in ("src/main", "src/index", "main", "index")
    for ending in ("tsx", "jsx")
)
"""What a page without an index.html begins with; a script may as well be a server."""
_TEST = re.compile(r"(^|/)[^/]+\.(test|spec)\.(ts|tsx|mts|js|jsx|mjs)$")
_PYTHON_TEST = re.compile(r"(^|/)(test_[^/]+|[^/]+_test)\.py$")
_BUNDLE = (
    "esbuild {files} --bundle --platform=node --format=esm --packages=external --jsx=automatic "
    "--sourcemap --outbase=. --outdir=.checks --out-extension:.js=.mjs --log-level=error "
    "--loader:.css=empty --loader:.svg=dataurl --loader:.png=dataurl --loader:.jpg=dataurl && "
    "NODE_OPTIONS=--enable-source-maps nice -n 10 "
    "node --test --test-reporter=tap $(find .checks -name '*.mjs' | sort)"
)
"""Tests may be written in TypeScript, which Node does not read."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One command, run by bash at the project's root, and how its output is read."""

    name: Name
    command: str
    timeout_s: float
    read: Callable[[Output], Report]


def stages(files: Files, changed: Set[str]) -> list[Stage]:
    """What says whether `files` are sound, where those `changed` are new or others or gone."""
    kinds = _types, _lint, _preview, _tests
    found = [stage for kind in kinds for stage in kind(files, changed)]
    return [Stage(each.name, GENTLY + each.command, each.timeout_s, each.read) for each in found]


def settings(files: Files) -> dict[str, bytes]:
    """What a project that says nothing of its own is checked by, as files beside its own."""
    own: dict[str, bytes] = {}
    if "tsconfig.json" not in files:
        own["tsconfig.json"] = json.dumps(TSCONFIG).encode()
    if not {"biome.json", "biome.jsonc"} & files.keys():
        own["biome.json"] = json.dumps(BIOME).encode()
    return own


def _types(files: Files, changed: Set[str]) -> list[Stage]:
    typed = any(path.endswith(TYPED) and not ignored(path) for path in files)
    touched = any(path.endswith((*SCRIPTS, *TYPED, ".json")) for path in changed)
    if not (typed and touched):
        return []
    return [Stage("types", "tsc --noEmit --skipLibCheck --pretty false", TYPES_S, analysers.types)]


def _lint(files: Files, changed: Set[str]) -> list[Stage]:
    here = sorted(path for path in changed & files.keys() if not ignored(path))[:MAX_ARGUMENTS]
    scripts = [path for path in here if path.endswith((*SCRIPTS, *TYPED))]
    python = [path for path in here if path.endswith(".py")]
    found = []
    if scripts:
        options = "--reporter=github --colors=off --diagnostic-level=error --max-diagnostics=50"
        command = f"biome lint {options} -- {_words(scripts)}"
        found.append(Stage("lint", command, LINT_S, analysers.lint))
    if python:
        command = f"python3 -m pyflakes {_words(python)}"
        found.append(Stage("lint", command, LINT_S, analysers.flakes))
    return found


def _preview(files: Files, changed: Set[str]) -> list[Stage]:
    """Of what the preview shows, as soon as it opens."""
    has_page = "index.html" in files or any(path in files for path in ENTRIES)
    touched = any(path.endswith((*SCRIPTS, *TYPED, ".html", ".json")) for path in changed)
    if not (has_page and touched):
        return []
    command = f"bash -c '[ -e {PAGE} ] || exit 127; node {PAGE}'"
    own = [path for path in changed & files.keys() if path.endswith((*SCRIPTS, *TYPED))]
    first = next(path for path in ("index.html", *ENTRIES) if path in files)
    read = partial(analysers.page, suspect=own[0] if len(own) == 1 else first)
    return [Stage("preview", command, PREVIEW_S, read)]


def _tests(files: Files, changed: Set[str]) -> list[Stage]:
    """Whatever a change of more than words may have broken."""
    if all(path.endswith((".md", ".css", ".svg", ".png", ".jpg")) for path in changed):
        return []
    own = sorted(path for path in files if not ignored(path))
    found = []
    scripts = [path for path in own if _TEST.search(path)][:MAX_ARGUMENTS]
    if script := _script(files):
        command = f"bash -c {shlex.quote(f'PATH=node_modules/.bin:$PATH; {script}')}"
        found.append(Stage("tests", command, TESTS_S, runners.script))
    elif scripts:
        command = _BUNDLE.format(files=_words(scripts))
        sources = {f".checks/{posixpath.splitext(path)[0]}.mjs": path for path in scripts}
        read = partial(runners.node_tests, sources=sources)
        found.append(Stage("tests", command, TESTS_S, read))
    if any(_PYTHON_TEST.search(path) for path in own):
        command = "python3 -m pytest -q --tb=line -rfE --color=no -p no:cacheprovider"
        read = partial(runners.python_tests, declared=_declared(files))
        found.append(Stage("tests", command, TESTS_S, read))
    return found


def _declared(files: Files) -> frozenset[str]:
    """What the project says it needs of Python's packages, and more words that do no harm."""
    said = b" ".join(files.get(name, b"") for name in ("requirements.txt", "pyproject.toml"))
    words = re.findall(r"[\w.-]+", said.decode(errors="replace").lower())
    return frozenset(word.replace("-", "_") for word in words)


def _script(files: Files) -> str:
    """The project's `test` script, where it has one that tests."""
    try:
        manifest: Any = json.loads(files.get("package.json", b"{}"))
        script = manifest["scripts"]["test"]
    except (ValueError, KeyError, TypeError):
        return ""
    return script if isinstance(script, str) and "no test specified" not in script else ""


def _words(paths: list[str]) -> str:
    return shlex.join(posixpath.join(".", path) for path in paths)


TSCONFIG: Mapping[str, object] = {
    "compilerOptions": {
        "target": "esnext",
        "module": "esnext",
        "moduleResolution": "bundler",
        "jsx": "react-jsx",
        "lib": ["esnext", "dom", "dom.iterable"],
        "strict": True,
        "allowJs": True,
        "esModuleInterop": True,
        "allowImportingTsExtensions": True,
        "isolatedModules": True,
        "types": [],
    },
    "exclude": ["node_modules", ".checks"],
}
"""As the editor has it."""

BIOME: Mapping[str, object] = {
    "root": True,
    "linter": {
        "rules": {
            "preset": "none",
            "correctness": dict.fromkeys(
                (
                    "noConstAssign", "noConstructorReturn", "noEmptyPattern",
                    "noInvalidBuiltinInstantiation", "noInvalidConstructorSuper", "noSelfAssign",
                    "noSetterReturn", "noUnreachable", "noUnreachableSuper", "noUnsafeFinally",
                    "noUnsafeOptionalChaining", "noVoidElementsWithChildren", "useHookAtTopLevel",
                    "useIsNan", "useJsxKeyInIterable", "useValidTypeof",
                ),
                "error",
            ),
            "suspicious": dict.fromkeys(
                (
                    "noClassAssign", "noCompareNegZero", "noDebugger", "noDuplicateCase",
                    "noDuplicateClassMembers", "noDuplicateElseIf", "noDuplicateJsxProps",
                    "noDuplicateObjectKeys", "noDuplicateParameters", "noFunctionAssign",
                    "noGlobalAssign", "noImportAssign", "noRedeclare", "noSelfCompare",
                    "noSparseArray", "noUnsafeNegation",
                ),
                "error",
            ),
            "security": {"noGlobalEval": "error"},
        }
    },
}  # fmt: skip
"""What goes wrong when it runs; nothing of taste. A project with settings of its own has those."""
