"""What the programs say, as they say it, read as findings."""

import time
from functools import partial

import pytest

from actors.verify import analysers, runners
from actors.verify.reports import WORK, Output, Report

TYPES = """\
src/main.tsx(3,8): error TS2882: Cannot find module or type declarations for side-effect import of './style.css'.
src/App.tsx(2,21): error TS2307: Cannot find module 'lodash' or its corresponding type declarations.
src/App.tsx(4,10): error TS7006: Parameter 'x' implicitly has an 'any' type.
src/App.tsx(7,3): error TS2741: Property 'on' is missing in type '{}' but required in type 'Props'.
  'on' is declared here.
src/bad.ts(1,42): error TS7006: Parameter 'y' implicitly has an 'any' type.
../usr/local/lib/atelier/node_modules/@types/react/index.d.ts(1,1): error TS1005: ';' expected.
"""  # noqa: E501
LINT = """\
::error title=lint/correctness/useHookAtTopLevel,file=src/App.tsx,line=3,endLine=3,col=28,endColumn=36::This hook: called%0Aconditionally.
::warning title=lint/style/useConst,file=src/App.tsx,line=1,endLine=1,col=1,endColumn=2::Use const.
lint ━━━━━━━━━━━━━━━━━━━━
"""  # noqa: E501
PAGE = """\
[1]
{"message": "ReferenceError: x is not defined", "path": "src/App.tsx", "line": 4}
{"message": "Each child needs a key.", "path": "", "line": 0}
{"message": 5, "path": [], "line": "x"}
no JSON
"""
FLAKES = """\
./main.py:3:9: undefined name 'y'
main.py:1:1: 'os' imported but unused
broken.py:1:12: invalid syntax
"""
TAP = """\
TAP version 13
# Subtest: adds
not ok 1 - adds
  ---
  location: 'WORK/.checks/src/sum.test.mjs:16:1'
  failureType: 'testCodeFailure'
  error: |-
    Expected values to be strictly equal:

    -1 !== 3
  code: 'ERR_ASSERTION'
  stack: |-
    TestContext.<anonymous> (WORK/src/sum.test.ts:6:10)
    Test.run (node:internal/test_runner/test:796:25)
  ...
# Subtest: group
    # Subtest: good
    ok 1 - good
      ---
      duration_ms: 0.2
      ...
    # Subtest: later
    ok 2 - later # SKIP
    1..2
not ok 2 - group
  ---
  failureType: 'subtestsFailed'
  error: '1 subtest failed'
  ...
# ReferenceError: nothing is not defined
#     at file://WORK/.checks/b.test.mjs:1:1
# Subtest: WORK/.checks/b.test.mjs
not ok 3 - WORK/.checks/b.test.mjs
  ---
  failureType: 'testCodeFailure'
  exitCode: 1
  error: 'test failed'
  ...
# tests 4
""".replace("WORK/", WORK)
PYTEST = """\
FF.                                                                      [100%]
=================================== FAILURES ===================================
E   assert 2 == 3
WORK/test_a.py:5: assert 2 == 3
E   TypeError: unsupported operand type(s) for +: 'int' and 'str'
WORK/calc.py:1: TypeError: unsupported operand type(s) for +: 'int' and 'str'
=========================== short test summary info ============================
FAILED test_a.py::test_adds - assert 2 == 3
FAILED test_a.py::test_raises - TypeError: unsupported operand type(s) for +: 'int' and 'str'
2 failed, 1 passed in 0.03s
""".replace("WORK/", WORK)
COLLECTING = """\
==================================== ERRORS ====================================
E   ModuleNotFoundError: No module named 'numpy'
=========================== short test summary info ============================
ERROR test_b.py
1 error in 0.34s
"""


def wrote(text: str = "", errors: str = "", code: int | None = 1) -> Output:
    return Output(text, errors, code, timed_out=False)


def told(report: Report) -> list[tuple[str, int, str]]:
    assert not report.why
    return [(each.path, each.line, each.message) for each in report.findings]


def test_types_of_what_is_there() -> None:
    """Not of modules that `imports` looks after, nor of what follows from missing ones."""
    assert told(analysers.types(wrote(TYPES))) == [
        (
            "src/App.tsx",
            7,
            "Property 'on' is missing in type '{}' but required in type 'Props'. "
            "'on' is declared here. (TS2741)",
        ),
        ("src/bad.ts", 1, "Parameter 'y' implicitly has an 'any' type. (TS7006)"),
    ]
    settings = "tsconfig.json(3,5): error TS5102: Option 'baseUrl' has been removed.\n"
    assert "Option 'baseUrl'" in analysers.types(wrote(settings)).why


def test_lint_that_is_an_error() -> None:
    said = "This hook: called conditionally. (useHookAtTopLevel)"
    assert told(analysers.lint(wrote(LINT))) == [("src/App.tsx", 3, said)]
    assert analysers.lint(wrote("", "the configuration resulted in errors")).why
    assert told(analysers.flakes(wrote(FLAKES))) == [
        ("main.py", 3, "undefined name 'y'"),
        ("broken.py", 1, "invalid syntax"),
    ]


def test_what_a_page_complains_of() -> None:
    page = partial(analysers.page, suspect="src/Row.tsx")
    assert told(page(wrote(PAGE, code=0))) == [
        ("src/App.tsx", 4, "ReferenceError: x is not defined"),
        ("src/Row.tsx", 1, "Each child needs a key."),
    ]
    lacking = PAGE + '{"lacks": "AudioContext"}\n'
    assert "AudioContext" in page(wrote(lacking, code=0)).why
    assert page(wrote(PAGE, code=1)).why
    assert page(wrote("", code=127)).why == "The sandbox has not got what shows pages."


def test_failing_tests_with_their_places() -> None:
    sources = {".checks/src/sum.test.mjs": "src/sum.test.ts", ".checks/b.test.mjs": "b.test.tsx"}
    report = runners.node_tests(wrote(TAP), sources)
    assert report.passed == 1
    adds = "the test 'adds' fails: Expected values to be strictly equal: -1 !== 3"
    broke = "the tests of b.test.tsx cannot run: ReferenceError: nothing is not defined"
    assert told(report) == [("src/sum.test.ts", 6, adds), ("b.test.tsx", 1, broke)]
    report = runners.python_tests(wrote(PYTEST))
    assert report.passed == 1
    assert [(each.path, each.line, each.key) for each in report.findings] == [
        ("test_a.py", 5, "test_a.py::test_adds"),
        ("calc.py", 1, "test_a.py::test_raises"),
    ]


def test_what_a_project_needs_and_the_sandbox_has_not_is_no_failure() -> None:
    assert "numpy" in runners.python_tests(wrote(COLLECTING, code=2), {"numpy"}).why
    assert told(runners.python_tests(wrote(COLLECTING, code=2))) == [
        (
            "test_b.py",
            1,
            "the test test_b.py fails: ModuleNotFoundError: No module named 'numpy'",
        )
    ]
    vitest = TAP.replace(
        "ReferenceError: nothing is not defined", "Error: Cannot find package 'vitest' imported"
    )
    assert "vitest" in runners.node_tests(wrote(vitest)).why
    assert runners.script(wrote("", "bash: line 1: jest: command not found", 127)).why.endswith(
        "no jest."
    )


@pytest.mark.parametrize("read", [analysers.types, analysers.lint, runners.node_tests])
@pytest.mark.parametrize(
    "output",
    [
        Output("", "", None, timed_out=True),
        wrote("", "bash: line 1: tsc: command not found", 127),
        wrote("", "Killed", 137),
    ],
)
def test_who_could_not_look_says_so(read: object, output: Output) -> None:
    assert callable(read)
    report = read(output)
    assert report.why
    assert not report.findings


def test_a_script_that_fails_without_words_is_one_finding() -> None:
    said = f"boom at check ({WORK}lib/check.js:4:2)\n" + "x" * 5000
    (finding,) = runners.script(wrote(said)).findings
    assert (finding.path, finding.line) == ("lib/check.js", 4)
    assert len(finding.message) < 600
    assert runners.script(wrote("fine", code=0)).findings == ()


@pytest.mark.parametrize("piece", ["tsconfig", WORK, "not ok 1 - ", "  error: |-\n", "a(1,1"])
def test_a_flood_is_read_within_bounds(piece: str) -> None:
    """A sandbox may write what it likes; a second is much."""
    flood = {"stdout": piece * (2**20 // len(piece)), "stderr": ""}
    output = Output.of(flood | {"exit_code": 1, "timed_out": False})
    assert len(output.text) < 300_000
    began = time.process_time()
    for read in (analysers.types, analysers.lint, analysers.flakes, runners.script):
        assert len(read(output).findings) <= 50
        assert len(runners.node_tests(output).findings) <= 50
    assert time.process_time() - began < 5
