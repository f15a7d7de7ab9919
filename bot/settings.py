"""What an operator can set: the environment and an optional `.env` file, read once into one frozen object."""

import difflib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.errors import BadSettingError, NoTokenError

PREFIX: Final = "VERBATIM_"
TOKEN: Final = "DISCORD_TOKEN"  # noqa: S105 - the name of the variable, not a token
TOKEN_FILE: Final = "DISCORD_TOKEN_FILE"  # noqa: S105 - likewise
_SWITCH: Final = {
    "on": True,
    "true": True,
    "yes": True,
    "1": True,
    "off": False,
    "false": False,
    "no": False,
    "0": False,
}
_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")


def default_database() -> Path:
    """`verbatim.sqlite3` in the folder where this platform keeps a user's data."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only needed where no database is named

    return user_data_path("verbatim", appauthor=False) / "verbatim.sqlite3"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; see the table in README.md.

    Sizes are bytes, times are seconds. `token` is kept out of every representation of this object.
    """

    database: Path = field(default_factory=default_database)
    starter: bool = True
    discord_export: bool = False
    max_file_size: int = 20_000_000
    query_seconds: float = 2.0
    worker_seconds: float = 120.0
    worker_memory: int = 2_000_000_000
    log_level: str = "INFO"
    proxy: str | None = None
    token: str | None = field(default=None, repr=False)

    def required_token(self) -> str:
        """The Discord token.

        Raises:
            NoTokenError: None is configured.
        """
        if self.token is None:
            raise NoTokenError(
                f"No Discord token is configured. Set {TOKEN}, or {TOKEN_FILE} to a file that holds it; "
                "without one, `python -m bot` opens an interactive terminal."
            )
        return self.token


def _switch(name: str, value: str) -> bool:
    if (known := _SWITCH.get(value.strip().lower())) is None:
        raise BadSettingError(f"{name} is {value!r}. Write on or off.")
    return known


def _number(name: str, value: str) -> float:
    try:
        number = float(value)
    except ValueError as error:
        raise BadSettingError(f"{name} is {value!r}. Write a number.") from error
    if not 0 < number < 1e9:  # noqa: PLR2004 - the bound only keeps infinities and slips of the finger out
        raise BadSettingError(f"{name} is {value!r}. Write a number above zero.")
    return number


def _megabytes(name: str, value: str) -> int:
    return int(_number(name, value) * 1_000_000)


def _level(name: str, value: str) -> str:
    if (level := value.strip().upper()) not in _LEVELS:
        raise BadSettingError(f"{name} is {value!r}. Write one of {', '.join(_LEVELS)}.")
    return level


def _path(name: str, value: str) -> Path:
    if not value.strip():
        raise BadSettingError(f"{name} is empty. Write the path of a file, or leave it out.")
    return Path(value).expanduser()


def _proxy(name: str, value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise BadSettingError(f"{name} is {value!r}. Write the proxy's address, as in http://127.0.0.1:3128.")
    return value


_READERS: Final[Mapping[str, tuple[str, Callable[[str, str], object]]]] = {
    f"{PREFIX}DATABASE": ("database", _path),
    f"{PREFIX}STARTER": ("starter", _switch),
    f"{PREFIX}DISCORD_EXPORT": ("discord_export", _switch),
    f"{PREFIX}MAX_FILE_MB": ("max_file_size", _megabytes),
    f"{PREFIX}QUERY_SECONDS": ("query_seconds", _number),
    f"{PREFIX}WORKER_SECONDS": ("worker_seconds", _number),
    f"{PREFIX}WORKER_MEMORY_MB": ("worker_memory", _megabytes),
    f"{PREFIX}LOG_LEVEL": ("log_level", _level),
    f"{PREFIX}PROXY": ("proxy", _proxy),
}
NAMES: Final = (*_READERS, TOKEN, TOKEN_FILE)


def _token(environment: Mapping[str, str]) -> str | None:
    """The token itself or the content of the file that holds it; the file wins, since that is the safer place."""
    if path := environment.get(TOKEN_FILE, "").strip():
        try:
            token = Path(path).expanduser().read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise BadSettingError(f"{TOKEN_FILE} names {path!r}, which cannot be read.") from error
        if not token:
            raise BadSettingError(f"{TOKEN_FILE} names {path!r}, which is empty.")
        return token
    return environment.get(TOKEN, "").strip() or None


def _refuse_unknown(environment: Mapping[str, str]) -> None:
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in _READERS:
            nearest = difflib.get_close_matches(name, _READERS, n=1, cutoff=0.0)[0]
            raise BadSettingError(f"{name} is not a setting. The nearest one is {nearest}.")


def _dotenv(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415 - only needed where there is such a file

    try:
        return {name: value for name, value in dotenv_values(path, interpolate=False).items() if value is not None}
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettingError(f"{path} cannot be read.") from error


def load(environment: Mapping[str, str] | None = None, dotenv: Path | None = None) -> Settings:
    """Read the settings from the environment, and from `.env` in the current folder what the environment lacks.

    Args:
        environment: Where to look; the process's own environment when None.
        dotenv: The file to read besides; `.env` in the current folder when None.

    Raises:
        BadSettingError: A name with the prefix is unknown, or a value cannot be used.
    """
    merged = _dotenv(dotenv or Path(".env")) | dict(os.environ if environment is None else environment)
    _refuse_unknown(merged)
    values = {key: read(name, merged[name]) for name, (key, read) in _READERS.items() if name in merged}
    return Settings(token=_token(merged), **values)  # type: ignore[arg-type]  # each reader returns its field's type
