"""What a process that holds sandboxes reads from the environment."""

import os
import zlib
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from actors.sandboxes.egress import Allowed

IMAGE = "atelier-sandbox:latest"
ACTOR = "sandboxes-"
"""With which the names of the hosts' actors begin."""


def _root() -> Path:
    """Root's is where others may look: bubblewrap reads it as somebody else."""
    if os.getuid() == 0:
        return Path("/var/lib/atelier/sandbox")
    return Path.home() / ".local/share/atelier/sandbox"


class SandboxSettings(BaseSettings):
    """`backend`: `auto` takes Docker where it answers and has the image, else bubblewrap.
    `root` is the image's files, for bubblewrap. `hosts` is what `Allowed.of` reads."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True)

    backend: str = Field(
        default="auto", pattern="^(auto|docker|bubblewrap|none)$", alias="ATELIER_SANDBOXES"
    )
    root: Path = Field(default_factory=_root, alias="ATELIER_SANDBOX_ROOT")
    hosts: str = Field(default="", alias="ATELIER_SANDBOX_HOSTS")
    data_dir: Path = Field(default=Path("data"), alias="ATELIER_DATA")
    secret: str = Field(default="", alias="ATELIER_SECRET")
    node_ip: str | None = Field(default=None, alias="ATELIER_NODE_IP")
    warm: int = Field(default=1, ge=0, le=50, alias="ATELIER_SANDBOXES_WARM")
    most: int = Field(default=50, ge=1, alias="ATELIER_SANDBOXES_MOST")
    most_of_tenant: int = Field(default=50, ge=1, alias="ATELIER_SANDBOXES_TENANT")
    pause_after_s: float = Field(default=300, gt=0, alias="ATELIER_SANDBOX_PAUSE_S")
    stop_after_s: float = Field(default=3600, gt=0, alias="ATELIER_SANDBOX_STOP_S")

    @field_validator("hosts")
    @classmethod
    def _expect_hosts(cls, text: str) -> str:
        Allowed.of(text)
        return text


def installation(data_dir: Path) -> str:
    """Marks what is of this installation, on a machine that may have others."""
    return f"{zlib.crc32(str(data_dir.resolve()).encode()):08x}"
