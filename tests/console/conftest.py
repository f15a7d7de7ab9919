"""A small collection of invented documents, imported once, and the command line run on a copy of it."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import pytest

from bot.__main__ import main
from bot.app import App, open_app
from bot.settings import Settings
from tests.console.invented import DOCUMENTS, Cli, Ran

_ROOT: Final = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented documents."""
    folder = tmp_path_factory.mktemp("documents")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Path:
    """A database that holds them; not to be changed."""
    path = tmp_path_factory.mktemp("store") / "imported.sqlite3"

    async def fill() -> None:
        async with open_app(Settings(database=path)) as app:
            outcomes = await app.intake.add([folder])
        assert [outcome.status for outcome in outcomes] == ["new"] * 3

    asyncio.run(fill())
    return path


@pytest.fixture
def database(tmp_path: Path, imported: Path) -> Path:
    """A copy of the database that a test may change."""
    return Path(shutil.copy(imported, tmp_path / "verbatim.sqlite3"))


@pytest.fixture
async def app(database: Path) -> AsyncIterator[App]:
    """The house, opened on a copy of the database."""
    async with open_app(Settings(database=database)) as app:
        yield app


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting, token or `.env` of whoever runs the tests."""
    for name in list(os.environ):
        if name.startswith(("VERBATIM_", "DISCORD_")) or name in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}:
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def cli(database: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Cli:
    """Run a command in this process, on a copy of the database unless it names another."""

    def run(*argv: str) -> Ran:
        named = any(word.startswith("--database") for word in argv)
        capsysbinary.readouterr()
        status = main(argv if named else ["--database", str(database), *argv])
        out, err = capsysbinary.readouterr()
        return Ran(status, out.decode(), err.decode())

    return run


@pytest.fixture
def process(database: Path, tmp_path: Path) -> Cli:
    """Run `python -m bot` as a process of its own; keyword arguments are those of `subprocess.run`."""

    def run(*argv: str, env: dict[str, str] | None = None, **options: Any) -> Ran:
        named = any(word.startswith("--database") for word in argv)
        options = {"stdin": subprocess.DEVNULL, "timeout": 60, **options}
        done = subprocess.run(
            [sys.executable, "-m", "bot", *argv, *(() if named else ("--database", str(database)))],
            env={**os.environ, "PYTHONPATH": str(_ROOT), **(env or {})},
            cwd=tmp_path,
            capture_output=True,
            check=False,
            **options,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
