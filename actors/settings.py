"""What a host process reads from the environment."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

NAMESPACE = "atelier"
SECRET_HEADER = "X-Atelier-Secret"  # noqa: S105 - its name, not its value


class HostSettings(BaseSettings):
    """`secret` is shared by gateways and hosts: nobody else may speak to a host. It listens at
    `node_ip`; without one, at the node's address in its cluster."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True)

    hosts: int = Field(default=1, ge=1, alias="ATELIER_HOSTS")
    node_ip: str | None = Field(default=None, alias="ATELIER_NODE_IP")
    secret: str = Field(default="", alias="ATELIER_SECRET")
    sweep_s: float = Field(default=2.0, gt=0, alias="ATELIER_SWEEP_S")


def host_name(index: int) -> str:
    return f"agents-{index}"
