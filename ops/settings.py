"""What the operator's commands read from the environment; the rest passes through to the parts."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class OpsSettings(BaseSettings):
    model_config = SettingsConfigDict(frozen=True, populate_by_name=True)

    data_dir: Path = Field(default=Path("data"), alias="ATELIER_DATA")
    port: int = Field(default=8000, ge=1, le=65535, alias="ATELIER_PORT")
    hosts: int = Field(default=1, ge=1, alias="ATELIER_HOSTS")
    gateways: int = Field(default=1, ge=1, alias="ATELIER_GATEWAYS")
    ray_address: str | None = Field(default=None, alias="RAY_ADDRESS")
    num_gpus: int | None = Field(default=None, alias="ATELIER_LOGICAL_GPUS")
    mongodb_url: str | None = Field(default=None, alias="MONGODB_URL")
    s3_url: str | None = Field(default=None, alias="S3_URL")
