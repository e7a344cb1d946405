"""Install what the tests need and pip cannot bring: a browser. Debian's, as root; else say so."""

import os
import shutil
import subprocess
import sys

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    if any(shutil.which(name) for name in BROWSERS):
        return 0
    if shutil.which("apt-get") is None or os.getuid() != 0:
        print("The browser tests need Chromium: install it, then run this again.", file=sys.stderr)
        return 1
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=env, check=True)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
    command = [*install, "fonts-dejavu-core"]
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
