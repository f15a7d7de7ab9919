"""Several statements in one go: in one transaction, in the thread of the connection, and nothing else."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.store.database import Database
from bot.store.writer import Direct, at_once

_ADD = "INSERT INTO memory (key, value) VALUES (:key, :value)"
_ALL = "SELECT key FROM memory ORDER BY key"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "store.sqlite3")
    yield opened
    await opened.close()


async def keys(database: Database) -> list[str]:
    return [row["key"] for row in await database.rows(_ALL)]


async def test_statements_are_run_elsewhere_and_kept_together(database: Database) -> None:
    threads: list[threading.Thread] = []

    async def work(connection: Direct) -> int:
        threads.append(threading.current_thread())
        await connection.executemany(_ADD, [{"key": key, "value": ""} for key in "bc"])
        added = await connection.execute(_ADD, {"key": "a", "value": ""})
        assert added.rowcount == 1
        return len(await connection.execute_fetchall(_ALL, {}))

    async with database.write() as connection:
        assert await at_once(connection, work) == 3
        assert await keys(database) == []
    assert await keys(database) == ["a", "b", "c"]
    assert threads[0] is not threading.current_thread()


async def test_what_fails_leaves_nothing(database: Database) -> None:
    async def refused(connection: Direct) -> None:
        await connection.execute(_ADD, {"key": "a", "value": ""})
        raise UserError("told")

    async def waiting(connection: Direct) -> None:
        await connection.execute(_ADD, {"key": "a", "value": ""})
        await asyncio.sleep(0)

    with pytest.raises(UserError, match="told"):
        async with database.write() as connection:
            await at_once(connection, refused)
    with pytest.raises(RuntimeError, match="nothing but the session"):
        async with database.write() as connection:
            await at_once(connection, waiting)
    assert await keys(database) == []
