"""What the model side reads from the environment."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

REPOSITORY = Path(__file__).resolve().parent.parent
CATALOG_PATH = Path(__file__).with_name("models.yaml")


class ServeSettings(BaseSettings):
    """`ATELIER_MODELS` names a file of the same form as `serve/models.yaml`, laid over it.
    `ATELIER_CLUSTER` names the one that `ray up` was given: machines that it may yet start count as
    if they were here. `ATELIER_NODE_IP` is where engines and the dispatcher listen; without it, at
    the node's address in its cluster. Who speaks to the dispatcher must know `secret`."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True)

    models_override: Path | None = Field(default=None, alias="ATELIER_MODELS")
    cluster: Path | None = Field(default=None, alias="ATELIER_CLUSTER")
    data_dir: Path = Field(default=Path("data"), alias="ATELIER_DATA")
    node_ip: str | None = Field(default=None, alias="ATELIER_NODE_IP")
    secret: str = Field(default="", alias="ATELIER_SECRET")
    gpu_memory_gib: float = Field(default=0.0, alias="ATELIER_GPU_MEMORY_GIB")
