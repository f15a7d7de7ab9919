"""A store, a worker and the way into the store."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.settings import Settings
from tests.support import ailments


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    settings = Settings(database=tmp_path / "data" / "store.sqlite3", max_file_size=200_000)
    async with open_app(settings) as opened:
        yield opened
        assert await ailments(opened.store) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents"
