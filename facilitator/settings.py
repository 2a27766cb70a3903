"""Every setting, with its default and a sentence of help; `facilitator settings` lists them."""

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class SettingError(ValueError):
    """A setting has a wrong value; the text is one clear sentence."""


class Settings(BaseSettings):
    """What can be set from outside, as environment variables that start with FACILITATOR_."""

    model_config = SettingsConfigDict(env_prefix="FACILITATOR_", extra="ignore", frozen=True)

    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(5000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    data: Path = Field(Path("var"), description="Folder that holds the database and the secrets.")
    database_url: str = Field("", description="Database address; empty means SQLite in the data folder.")
    public_url: str = Field("", description="Address that people see, if a proxy stands before.")
    proxies: int = Field(0, ge=0, le=5, description="How many proxies in front are trusted.")
    concurrency: Literal["eventlet", "gevent", "threading"] = Field(
        "eventlet", alias="FACILITATOR_ASYNC", description="How connections are served."
    )
    max_connections: int = Field(6000, ge=16, description="Connections served at once.")
    window_ms: int = Field(500, ge=20, description="Results are sent at most once in this time.")
    small_room: int = Field(20, ge=0, description="Below this many people, results come in slow steps.")
    small_room_window_ms: int = Field(5000, ge=20, description="The slow step of a small room.")
    queue_limit: int = Field(20_000, ge=1, description="Commands that may wait to be saved.")
    rates: int = Field(1, ge=1, le=1000, description="Allows so many times more tries in a time than usual.")
    delete_after_days: int = Field(180, ge=1, description="A session is erased so long after its day.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="What is logged.")

    @property
    def database(self) -> str:
        """The SQLAlchemy address of the database."""
        return self.database_url or f"sqlite:///{(self.data / 'facilitator.db').absolute()}"


def load() -> Settings:
    """Read the settings from the environment. Raises SettingError with one sentence."""
    try:
        return Settings()
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name = str(first["loc"][0]).removeprefix("FACILITATOR_").upper()
        sentence = f"The setting FACILITATOR_{name} is wrong: {first['msg']} (it is {first['input']!r})."
        raise SettingError(sentence) from None
