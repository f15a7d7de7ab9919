"""A worker, and two stores to carry a collection from one to the other."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.app import App
from bot.settings import Settings
from bot.worker import Worker
from tests.exports.collections import opened


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    settings = Settings()
    made = Worker(memory=settings.worker_memory, seconds=settings.worker_seconds)
    yield made
    asyncio.run(made.close())


@pytest.fixture
async def app(tmp_path: Path, worker: Worker) -> AsyncIterator[App]:
    async with opened(tmp_path / "one.sqlite3", worker) as app:
        yield app


@pytest.fixture
async def other(tmp_path: Path, worker: Worker) -> AsyncIterator[App]:
    async with opened(tmp_path / "other.sqlite3", worker) as app:
        yield app
