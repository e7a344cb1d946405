"""Install what the tests need and pip cannot bring: a browser, Docker and bubblewrap, and the
image that sandboxes run on. Debian's packages, as root; else say what is missing."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import docker
from docker.errors import DockerException

from ops.sandbox_image import CannotBuildError, build

NEEDS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "docker.io": ("dockerd",),
    "bubblewrap": ("bwrap",),
    "debootstrap": ("debootstrap",),
}
"""Debian's packages, and the commands by any of which each is there."""
DOCKER_START_S = 60.0


def main() -> int:
    missing = [name for name, commands in NEEDS.items() if not any(map(shutil.which, commands))]
    if missing and (shutil.which("apt-get") is None or os.getuid() != 0):
        print(
            f"The tests need {', '.join(missing)}: install it, then run this again.",
            file=sys.stderr,
        )
        return 1
    if missing:
        _install(missing)
    try:
        _start_docker()
        build()
    except CannotBuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _install(packages: list[str]) -> None:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    fonts = ["fonts-dejavu-core"] if "chromium" in packages else []
    subprocess.run(["apt-get", "update", "-qq"], env=env, check=True)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, *fonts]
    subprocess.run(install, env=env, check=True, stdout=subprocess.DEVNULL)


def _start_docker() -> None:
    """Where no init system did. It goes on when we end, as an installed Docker does."""
    if _docker_answers():
        return
    log = Path(tempfile.gettempdir()) / "dockerd.log"
    with log.open("ab") as file:
        daemon = subprocess.Popen(
            ["dockerd"], stdin=subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True
        )
    deadline = time.monotonic() + DOCKER_START_S
    while not _docker_answers():
        if daemon.poll() is not None or time.monotonic() > deadline:
            said = "\n".join(log.read_text(errors="replace").splitlines()[-5:])
            raise CannotBuildError(f"Docker does not start ({log}):\n{said}")
        time.sleep(0.2)


def _docker_answers() -> bool:
    try:
        docker.from_env().ping()
    except DockerException:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
