"""Compile the requirement files: versions alone, no addresses. Run by `make lock`."""

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
QUIET = ("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet")
TARGETS = {
    "cpu": ("--override", "requirements/cpu-overrides.txt"),
    "gpu": (),
    "dev": (),
}


def main() -> int:
    links = os.environ.get("PIP_FIND_LINKS")
    torch = ("--find-links", links) if links else ("--torch-backend", "cpu")
    for name, options in TARGETS.items():
        source = () if name == "gpu" else torch
        command = [
            str(Path(sys.executable).with_name("uv")),
            *("pip", "compile", "--python-version", "3.11", *QUIET, *source, *options),
            *(f"requirements/{name}.in", "-o", f"requirements/{name}.txt"),
        ]
        if subprocess.run(command, cwd=REPOSITORY, check=False).returncode:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
