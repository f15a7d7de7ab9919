"""A store, a worker and the way into the store."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.app import App
from bot.settings import Settings
from bot.store.store import Store
from bot.worker import Worker
from tests.support import ailments


@pytest.fixture(scope="package")
def worker() -> Iterator[Worker]:
    """One process for all tests here, since starting one takes longer than most of them."""
    settings = Settings()
    made = Worker(memory=settings.worker_memory, seconds=settings.worker_seconds)
    yield made
    asyncio.run(made.close())


@pytest.fixture
async def app(tmp_path: Path, worker: Worker) -> AsyncIterator[App]:
    settings = Settings(database=tmp_path / "data" / "store.sqlite3", max_file_size=200_000)
    async with await Store.open(settings.database) as store:
        yield App(settings, store, worker)
        assert await ailments(store) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents"
