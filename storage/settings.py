"""Where the stores are: the one place of this package that reads the environment."""

from pathlib import Path

from pydantic import AliasChoices, Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class StorageSettings(BaseSettings):
    """Addresses of the database and the object store.

    Without `MONGODB_URL` and `S3_URL` the embedded servers are used: a process root starts
    `EmbeddedStores(data_dir)` and hands its `.settings`, which name both, to everyone else.
    """

    model_config = SettingsConfigDict(
        frozen=True, extra="ignore", populate_by_name=True, env_ignore_empty=True
    )

    mongodb_url: str | None = Field(None, validation_alias=AliasChoices("MONGODB_URL"), repr=False)
    mongodb_database: str = Field(
        "atelier",
        validation_alias=AliasChoices("MONGODB_DATABASE"),
        pattern=r"^[a-z][a-z0-9-]{0,39}$",
        description="also the prefix of the bucket names, so it follows their rules",
    )
    s3_url: str | None = Field(
        None,
        validation_alias=AliasChoices("S3_URL"),
        repr=False,
        description="http(s)://key:secret@host:port/?region=us-east-1",
    )
    data_dir: Path = Field(Path("data"), validation_alias=AliasChoices("ATELIER_DATA"))
    retry_budget_s: float = Field(
        15.0,
        validation_alias=AliasChoices("STORAGE_RETRY_BUDGET_S"),
        gt=0,
        description="how long one operation outlasts a store that does not answer",
    )
