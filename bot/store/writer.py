"""Several statements of a write transaction in one go, in the thread of its connection.

One way to that thread and back takes several times as long as a small statement.
"""

import sqlite3
from collections.abc import Callable, Coroutine, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar, cast

import aiosqlite

_T = TypeVar("_T")


class Direct:
    """A connection as its own thread sees it: its methods are coroutines like aiosqlite's, but never wait."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def execute(self, sql: str, parameters: Mapping[str, object]) -> sqlite3.Cursor:
        """Run one statement."""
        return self._connection.execute(sql, dict(parameters))

    async def executemany(self, sql: str, parameters: Iterable[Mapping[str, object]]) -> sqlite3.Cursor:
        """Run one statement once for each of some parameters."""
        return self._connection.executemany(sql, cast("Iterable[dict[str, Any]]", parameters))

    async def execute_fetchall(self, sql: str, parameters: Mapping[str, object]) -> list[sqlite3.Row]:
        """Run one query and return all of its rows."""
        return self._connection.execute(sql, dict(parameters)).fetchall()


Writing: TypeAlias = aiosqlite.Connection | Direct
"""A connection within a write transaction."""


async def at_once(connection: aiosqlite.Connection, work: Callable[[Direct], Coroutine[Any, Any, _T]]) -> _T:
    """Do some work in the thread of a connection; raises what SQLite raises.

    Args:
        connection: Within a transaction. Whoever is cancelled here waits for the thread before ending it.
        work: May await nothing but what it is given.
    """
    # aiosqlite has public ways to single statements only
    here = Direct(connection._conn)  # noqa: SLF001
    return cast("_T", await connection._execute(lambda: driven(work(here))))  # type: ignore[no-untyped-call]  # noqa: SLF001


def driven(work: Coroutine[Any, Any, _T]) -> _T:
    """What a coroutine returns that never waits.

    Raises:
        RuntimeError: It does.
    """
    try:
        work.send(None)
    except StopIteration as done:
        return cast("_T", done.value)
    finally:
        work.close()
    raise RuntimeError("Here nothing but the session can be awaited.")
