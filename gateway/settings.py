"""What a gateway process reads from the environment."""

import ipaddress
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

LOCAL_TENANT = "local"


class GatewaySettings(BaseSettings):
    """Until there are accounts, whoever reaches the gateway may do everything: loopback only."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True)

    bind: str = Field(default="127.0.0.1", alias="ATELIER_BIND")
    port: int = Field(default=8000, ge=1, le=65535, alias="ATELIER_PORT")
    gateways: int = Field(default=1, ge=1, alias="ATELIER_GATEWAYS")
    hosts: int = Field(default=1, ge=1, alias="ATELIER_HOSTS")
    secret: str = Field(default="", alias="ATELIER_SECRET")
    max_body_bytes: int = Field(default=2 * 2**20, ge=1024, alias="ATELIER_MAX_BODY_BYTES")
    git_private_hosts: str = Field(
        default="",
        alias="ATELIER_GIT_PRIVATE_HOSTS",
        description="git servers beside public https ones: host:port, separated by commas",
    )
    web_root: Path = Path(__file__).resolve().parent.parent / "web" / "dist"

    @field_validator("bind")
    @classmethod
    def _loopback(cls, value: str) -> str:
        try:
            loopback = ipaddress.ip_address(value).is_loopback
        except ValueError:
            loopback = value == "localhost"
        if not loopback:
            raise ValueError(
                f"ATELIER_BIND={value} would let others in, and there are no accounts yet. "
                "Bind to 127.0.0.1 and reach it through an SSH tunnel."
            )
        return value
