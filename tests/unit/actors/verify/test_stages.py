"""What is run follows from the files and from what changed in them."""

import json

import pytest

from actors.verify.stages import settings, stages

APP = {"src/App.tsx": b"", "src/style.css": b"", "README.md": b""}


def names(files: dict[str, bytes], *changed: str) -> list[str]:
    return [stage.name for stage in stages(files, set(changed))]


@pytest.mark.parametrize(
    ("more", "changed", "expected"),
    [
        ({}, "src/App.tsx", ["types", "lint"]),
        ({}, "src/style.css", []),
        ({}, "src/gone.ts", ["types"]),
        ({"a.test.ts": b""}, "README.md", []),
        ({"a.test.ts": b""}, "src/App.tsx", ["types", "lint", "tests"]),
        ({"main.py": b"", "test_main.py": b""}, "main.py", ["lint", "tests"]),
        ({"node_modules/x/a.test.js": b""}, "src/App.tsx", ["types", "lint"]),
        ({"package.json": b'{"scripts": {"test": "node --test"}}'}, "src/App.tsx",
         ["types", "lint", "tests"]),
        ({"package.json": b'{"scripts": {"test": "echo \\"no test specified\\" && exit 1"}}'},
         "src/App.tsx", ["types", "lint"]),
        ({"package.json": b"[1"}, "src/App.tsx", ["types", "lint"]),
        ({"index.html": b""}, "src/App.tsx", ["types", "lint", "preview"]),
        ({"src/main.tsx": b""}, "src/App.tsx", ["types", "lint", "preview"]),
        ({"index.html": b""}, "src/style.css", []),
        ({"index.js": b""}, "src/App.tsx", ["types", "lint"]),
    ],
)  # fmt: skip
def test_what_is_run(more: dict[str, bytes], changed: str, expected: list[str]) -> None:
    assert names(APP | more, changed) == expected


def test_names_of_files_are_no_commands() -> None:
    path = "a'; $(touch x) .ts"
    (_, lint) = stages({path: b""}, {path})
    assert lint.command.endswith("""-- './a'"'"'; $(touch x) .ts'""")


def test_settings_of_the_project_hold() -> None:
    assert settings({"tsconfig.json": b"{}", "biome.jsonc": b"{}"}) == {}
    ours = settings({})
    assert json.loads(ours["tsconfig.json"])["compilerOptions"]["strict"]
    assert json.loads(ours["biome.json"])["linter"]["rules"]["preset"] == "none"
