"""What is wrong in changed files, and only that."""

import pytest

from actors.studio.checks import check
from actors.studio.templates import template_files

APP = b"""\
import { useState } from "react";
import "./style.css";
import { helper } from "./lib/helper";

export default function App() {
  const [count, setCount] = useState<number>(0);
  return (
    <button onClick={() => setCount(count + 1)}>
      {helper(count)} &amp; <b>more</b>
    </button>
  );
}
"""
FILES = {"src/App.tsx": APP, "src/style.css": b"a { color: red }\n", "src/lib/helper.ts": b""}


def found(before: dict[str, bytes], **changed: bytes) -> list[tuple[str, str, int]]:
    after = before | {path.replace("__", "/").replace("_", "."): v for path, v in changed.items()}
    return [(each.check, each.path, each.line) for each in check(before, after)]


def test_nothing_is_wrong_with_what_we_begin_with() -> None:
    assert check({}, template_files("react")) == []
    assert check({}, FILES) == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "line"),
    [
        (b"</button>", b"<button>", "parse", 7),
        (b"(count + 1)", b"(count + 1", "parse", 8),
        (b"const [count", b"const count", "parse", 6),
        (b'"./lib/helper"', b'"./lib/helpers"', "imports", 3),
        (b'from "react"', b'from "lodash"', "imports", 1),
        (b"<b>more", b"AKIAIOSFODNN7EXAMPLE<b>more", "secrets", 9),
    ],
)
def test_a_mistake_is_found_where_it_is(old: bytes, new: bytes, kind: str, line: int) -> None:
    ((check, path, where),) = found(FILES, src__App_tsx=APP.replace(old, new))
    assert (check, path) == (kind, "src/App.tsx")
    assert abs(where - line) <= 1


def test_what_was_wrong_before_is_nobodys_fault() -> None:
    broken = FILES | {"src/App.tsx": APP.replace(b"</button>", b"")}
    assert found(broken, src__style_css=b"a { color: green }\n") == []
    assert found(broken, src__App_tsx=broken["src/App.tsx"] + b"\n") == []


def test_packages_of_a_manifest_are_there() -> None:
    manifest = b'{"dependencies": {"lodash": "4", "@scope/it": "1"}}'
    app = b'import a from "lodash/map";\nimport b from "@scope/it";\nimport c from "other";\n'
    assert found(FILES, package_json=manifest, src__App_tsx=app) == [("imports", "src/App.tsx", 3)]


def test_who_needs_a_file_that_goes_is_told() -> None:
    without = {path: content for path, content in FILES.items() if not path.endswith("helper.ts")}
    ((kind, path, line),) = [(each.check, each.path, each.line) for each in check(FILES, without)]
    assert (kind, path, line) == ("imports", "src/App.tsx", 3)


def test_other_files() -> None:
    assert found({}, a_json=b'{"a": }') == [("parse", "a.json", 1)]
    assert found({}, a_css=b"a { color: red; } }") == [("parse", "a.css", 1)]
    assert found({}, a_bin=bytes(range(256)), a_md=b"# <p> {") == []
