"""A store with the invented collection, a loopback Discord, and the real client between them."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app import App, open_app
from bot.cogs.backoff import Backoff
from bot.cogs.supervision import serve
from bot.settings import Settings
from tests.cogs import library
from tests.loopback import LoopbackDiscord, User

QUICK = Backoff(first=0.01, most=0.02)


@dataclass(frozen=True, slots=True)
class House:
    """Everything a test drives."""

    app: App
    discord: LoopbackDiscord

    @property
    def user(self) -> User:
        """A new person."""
        return self.discord.user()


async def add(database: Path, paths: list[Path]) -> None:
    """Import files as new documents."""
    async with open_app(Settings(database=database, starter=False)) as app:
        outcomes = await app.intake.add(paths)
        assert [each.status for each in outcomes] == ["new"] * len(paths), outcomes


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the invented collection, to be copied."""
    folder = tmp_path_factory.mktemp("prepared")
    database = folder / "verbatim.sqlite3"
    asyncio.run(add(database, library.write(folder / "documents")))
    return database


@pytest.fixture
def database(prepared: Path, tmp_path: Path) -> Path:
    """A database of the test's own with the invented collection."""
    return Path(shutil.copy(prepared, tmp_path / "verbatim.sqlite3"))


@pytest_asyncio.fixture
async def app(database: Path, discord: LoopbackDiscord) -> AsyncIterator[App]:
    """The house, opened on that database."""
    async with open_app(Settings(database=database, starter=False, token=discord.token)) as opened:
        yield opened


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[LoopbackDiscord]:
    """A loopback Discord; breaking one of Discord's limits fails the test."""
    async with LoopbackDiscord() as loopback:
        yield loopback
        loopback.assert_clean()


@contextlib.asynccontextmanager
async def serving(app: App, discord: LoopbackDiscord, *, ready: bool = True) -> AsyncIterator[asyncio.Task[None]]:
    """The supervised client, connected to the loopback, stopped in order at the end."""
    stop = asyncio.Event()
    task = asyncio.create_task(serve(app, connector=discord.connector, backoff=QUICK, stop=stop))
    try:
        if ready:
            await discord.ready(commands=False)
            await discord.wait(lambda: bool(discord.commands), "no commands were uploaded")
            async with asyncio.timeout(5):
                # that it was uploaded is remembered by the client, of which the loopback knows nothing
                while await app.store.memory.get(f"commands of application {discord.state.bot.id}") is None:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
        yield task
    finally:
        stop.set()
        await task


@pytest_asyncio.fixture
async def house(app: App, discord: LoopbackDiscord) -> AsyncIterator[House]:
    """The client at work."""
    async with serving(app, discord):
        yield House(app, discord)
