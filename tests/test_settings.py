"""Settings come from the environment and `.env`, and a slip is named."""

from pathlib import Path

import pytest

from bot.errors import BadSettingError, NoTokenError
from bot.settings import NAMES, load

NOWHERE = Path("there-is-no-such-file.env")


def test_defaults() -> None:
    settings = load({}, NOWHERE)
    assert settings.database.name == "verbatim.sqlite3"
    assert settings.database.is_absolute()
    assert settings.starter
    assert not settings.discord_export
    assert settings.max_file_size == 20_000_000
    assert settings.token is None


def test_every_setting_is_read(tmp_path: Path) -> None:
    settings = load(
        {
            "VERBATIM_DATABASE": str(tmp_path / "x.sqlite3"),
            "VERBATIM_STARTER": "off",
            "VERBATIM_DISCORD_EXPORT": "on",
            "VERBATIM_MAX_FILE_MB": "1.5",
            "VERBATIM_QUERY_SECONDS": "0.5",
            "VERBATIM_WORKER_SECONDS": "7",
            "VERBATIM_WORKER_MEMORY_MB": "512",
            "VERBATIM_LOG_LEVEL": "warning",
            "VERBATIM_PROXY": "http://127.0.0.1:3128",
            "DISCORD_TOKEN": " abc ",
        },
        NOWHERE,
    )
    assert settings.database == tmp_path / "x.sqlite3"
    assert not settings.starter
    assert settings.discord_export
    assert settings.max_file_size == 1_500_000
    assert (settings.query_seconds, settings.worker_seconds) == (0.5, 7)
    assert settings.worker_memory == 512_000_000
    assert settings.log_level == "WARNING"
    assert settings.proxy == "http://127.0.0.1:3128"
    assert settings.required_token() == "abc"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VERBATIM_STARTER", "perhaps"),
        ("VERBATIM_MAX_FILE_MB", "much"),
        ("VERBATIM_MAX_FILE_MB", "-1"),
        ("VERBATIM_QUERY_SECONDS", "nan"),
        ("VERBATIM_QUERY_SECONDS", "inf"),
        ("VERBATIM_LOG_LEVEL", "LOUD"),
        ("VERBATIM_DATABASE", " "),
        ("VERBATIM_PROXY", "localhost"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSettingError, match=name):
        load({name: value}, NOWHERE)


def test_an_unknown_name_names_the_nearest_known_one() -> None:
    with pytest.raises(BadSettingError, match=r"VERBATIM_DATABSE .*VERBATIM_DATABASE"):
        load({"VERBATIM_DATABSE": "x"}, NOWHERE)


def test_dotenv_fills_what_the_environment_lacks(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("VERBATIM_STARTER=off\nVERBATIM_LOG_LEVEL=DEBUG\nDISCORD_TOKEN='t$x'\n", encoding="utf-8")
    settings = load({"VERBATIM_LOG_LEVEL": "ERROR"}, dotenv)
    assert (settings.starter, settings.log_level, settings.token) == (False, "ERROR", "t$x")


def test_an_unknown_name_in_dotenv_is_an_error_too(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("VERBATIM_STATER=off\n", encoding="utf-8")
    with pytest.raises(BadSettingError, match="VERBATIM_STARTER"):
        load({}, dotenv)


def test_the_token_may_lie_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("from-file\n", encoding="utf-8")
    settings = load({"DISCORD_TOKEN": "x", "DISCORD_TOKEN_FILE": str(file)}, NOWHERE)
    assert settings.required_token() == "from-file"


@pytest.mark.parametrize("content", [None, "", "\n"])
def test_a_token_file_that_holds_none_is_an_error(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(BadSettingError, match="DISCORD_TOKEN_FILE"):
        load({"DISCORD_TOKEN_FILE": str(file)}, NOWHERE)


def test_the_token_is_in_no_representation() -> None:
    assert "s3cret" not in repr(load({"DISCORD_TOKEN": "s3cret"}, NOWHERE))


def test_no_token_says_what_to_do() -> None:
    with pytest.raises(NoTokenError, match="DISCORD_TOKEN_FILE"):
        load({}, NOWHERE).required_token()


def test_the_readme_names_every_setting() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in readme] == []
