"""The image is there for Docker and for bubblewrap, and is not built twice."""

import docker

from actors.sandboxes.settings import IMAGE, SandboxSettings
from ops.sandbox_image import RECIPE_LABEL, build, recipe


def test_it_is_built_once() -> None:
    said: list[str] = []
    build(said.append)
    said.clear()
    build(said.append)
    assert said == [f"The sandbox image {recipe()} is built."]
    assert docker.from_env().images.get(IMAGE).labels[RECIPE_LABEL] == recipe()
    assert (SandboxSettings().root / "usr/bin/node").exists()


def test_nothing_in_it_gives_rights() -> None:
    root = SandboxSettings().root
    folders = [root / "usr/bin", root / "usr/sbin", root / "usr/lib"]
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    assert not [file for file in files if not file.is_symlink() and file.stat().st_mode & 0o6000]
