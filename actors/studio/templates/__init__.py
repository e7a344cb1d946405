"""What a new project begins with."""

from pathlib import Path
from typing import Literal

Template = Literal["react", "empty"]


def template_files(name: Template) -> dict[str, bytes]:
    """Its files by path."""
    folder = Path(__file__).parent / name
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
