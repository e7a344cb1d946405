"""Run benchmarks: `python -m benchmarks [tax] [fanout] [density] [cancel] [scheduling]
[dispatcher] [replay] [steps] [drawing] [protocol] [builds] [sandboxes]
[preview] [histories] [--quick]`.

Prints tables and each claim's goal beside what was measured. The exit status is 1 only when a
benchmark could not run: a missed goal is a result. `--quick` only tries the programs out, at
sizes that measure nothing, and keeps its results out of `results/`.
"""

import argparse
import importlib
import sys
import traceback
from pathlib import Path

from benchmarks.installation import DATA
from benchmarks.report import save, show

NAMES = (
    "tax", "fanout", "density", "cancel", "scheduling", "dispatcher", "replay", "steps", "drawing",
    "protocol", "builds", "sandboxes", "preview", "histories",
)  # fmt: skip
RESULTS = Path(__file__).with_name("results")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="tiny sizes, to try it out")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(NAMES):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    failed = [name for name in asked.names or NAMES if not _run(name, asked.quick)]
    if failed:
        print(f"\nCould not run: {', '.join(failed)}")
    return bool(failed)


def _run(name: str, quick: bool) -> bool:
    print(f"\n{name}: running …", flush=True)
    try:
        report = importlib.import_module(f"benchmarks.{name}").run(quick)
        show(report)
        save(report, DATA / "quick" if quick else RESULTS, quick)
    except Exception:
        traceback.print_exc()
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
