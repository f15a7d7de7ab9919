"""A read-only connection: single queries, and several of them in one go, each within a time limit."""

import asyncio
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol, Self, TypeVar, cast

import aiosqlite

from bot.store.faults import is_interrupted, translating
from bot.store.writer import driven

Parameters = Mapping[str, object]
NONE: Final[Parameters] = {}
_STEPS: Final = 2_000  # virtual machine steps between two looks at the clock: about a tenth of a millisecond
_MOST: Final = 100  # things that a session remembers besides those that have a bound of their own
_GRACE: Final = 0.25  # of the time limit, for gathering what can be had when it is over
_VERSION: Final = "PRAGMA data_version"
_CACHE: Final = "PRAGMA cache_size = -24000"  # kilobytes; SQLite's own 2,000 do not hold what a search goes through
_T = TypeVar("_T")
_K = TypeVar("_K", int, str)


class Rows(Protocol):
    """What answers reading queries: the database, one query at a time, or a session.

    `remembers` says whether what was remembered once is of use later.
    """

    remembers: bool

    @property
    def path(self) -> Path:
        """The file that is read."""

    async def rows(self, sql: str, parameters: Parameters = NONE) -> list[sqlite3.Row]:
        """Run one reading query and return all of its rows."""

    async def row(self, sql: str, parameters: Parameters = NONE) -> sqlite3.Row | None:
        """The first row of a reading query, or None."""

    async def some_rows(self, sql: str, parameters: Parameters = NONE) -> list[sqlite3.Row]:
        """The rows of a reading query that come within a part of the time limit: all, some or none."""

    async def remembered(self, key: Hashable, work: Callable[[], Awaitable[_T]]) -> _T:
        """What `work` gives, possibly from an earlier time when the file stood exactly as it does now."""


async def each_remembered(
    rows: Rows, name: str, keys: Iterable[_K], work: Callable[[Sequence[_K]], Awaitable[Mapping[_K, _T]]], most: int
) -> dict[_K, _T]:
    """What is known under each of the keys; those that nothing is found for are left out.

    Args:
        rows: What remembers.
        name: What it is that is remembered.
        keys: What is wanted.
        work: Finds what is not remembered.
        most: How many are remembered at the most.
    """
    wanted = set(keys)
    known: dict[_K, _T] = await rows.remembered(name, _nothing)
    if not wanted <= known.keys():
        if len(known) + len(wanted) > most:
            known.clear()
        known |= await work(sorted(wanted.difference(known)))
    return {key: known[key] for key in wanted if key in known}


async def _nothing() -> dict[Any, Any]:
    return {}


async def finished(work: Coroutine[Any, Any, None]) -> None:
    """Do something to its end, even if whoever waits for it is cancelled meanwhile."""
    task = asyncio.create_task(work)
    while not task.done():
        with suppress(asyncio.CancelledError):
            await asyncio.shield(task)
    task.result()


async def idle(connection: aiosqlite.Connection) -> None:
    """Wait until the connection's thread has done all that it was given: a cancelled caller does not stop it."""
    with suppress(sqlite3.Error):
        await connection.execute_fetchall("SELECT 1")


class Session:
    """Queries that see one and the same state of the file, whatever others write meanwhile.

    Lives in the thread of its connection. Its methods are written as coroutines so that whatever asks a `Rows` may ask
    a session, but none of them ever waits.
    """

    remembers: bool = True

    def __init__(
        self,
        path: Path,
        query: Callable[[str, Parameters], list[sqlite3.Row]],
        some: Callable[[str, Parameters], list[sqlite3.Row]],
    ) -> None:
        self.path = path
        self._query = query
        self._some = some
        self._version: int | None = None
        self._known: OrderedDict[Hashable, Any] = OrderedDict()

    def begin(self) -> None:
        """Settle on the state that the file has now, and forget what is known of another one."""
        version = self._query(_VERSION, NONE)[0][0]
        if version != self._version:
            self._known.clear()
            self._version = version

    async def rows(self, sql: str, parameters: Parameters = NONE) -> list[sqlite3.Row]:
        """Run one reading query and return all of its rows.

        Raises:
            BusyError: It ran into the time limit, which every query has for itself.
        """
        with translating(self.path):
            return self._query(sql, parameters)

    async def row(self, sql: str, parameters: Parameters = NONE) -> sqlite3.Row | None:
        """The first row of a reading query, or None."""
        found = await self.rows(sql, parameters)
        return found[0] if found else None

    async def some_rows(self, sql: str, parameters: Parameters = NONE) -> list[sqlite3.Row]:
        """The rows of a reading query that come within a part of the time limit: all, some or none."""
        with translating(self.path):
            return self._some(sql, parameters)

    async def remembered(self, key: Hashable, work: Callable[[], Awaitable[_T]]) -> _T:
        """What `work` gives; done once for each state of the file, as long as there is room to remember it."""
        if key in self._known:
            self._known.move_to_end(key)
            return cast("_T", self._known[key])
        found = self._known[key] = await work()
        if len(self._known) > _MOST:
            self._known.popitem(last=False)
        return found


class Reader:
    """A read-only connection that ends a query when its time is over, or when nobody waits for it any more."""

    def __init__(self, path: Path, seconds: float) -> None:
        self.connection = aiosqlite.Connection(self._connected, iter_chunk_size=64)
        self._path = path
        self._seconds = seconds
        self._deadline = float("inf")
        self._abandoned = False
        self._session = Session(path, self._query, self._some)

    def _connected(self) -> sqlite3.Connection:
        self._connection = sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute(_CACHE)
        self._connection.set_progress_handler(self._late, _STEPS)
        return self._connection

    async def open(self) -> Self:
        """Connect, in a thread that this connection has for itself."""
        await self.connection
        return self

    def _late(self) -> bool:
        return self._abandoned or time.monotonic() > self._deadline

    async def rows(self, sql: str, parameters: Parameters) -> list[sqlite3.Row]:
        """Run one query; raises what SQLite raises."""
        return await self._in_thread(lambda: self._query(sql, parameters))

    async def some_rows(self, sql: str, parameters: Parameters) -> list[sqlite3.Row]:
        """Run one query for a part of the time and return the rows that came; raises what SQLite raises."""
        return await self._in_thread(lambda: self._some(sql, parameters))

    async def session(self, work: Callable[[Session], Coroutine[Any, Any, _T]]) -> _T:
        """Run some work in the connection's thread, in one read transaction.

        One way to the thread and back takes several times as long as a small query.

        Args:
            work: May await nothing but the session that it is given.
        """
        return await self._in_thread(lambda: self._driven(work))

    async def _in_thread(self, work: Callable[[], _T]) -> _T:
        self._abandoned = False
        try:
            # aiosqlite has public ways to single statements only
            return cast("_T", await self.connection._execute(work))  # type: ignore[no-untyped-call]  # noqa: SLF001
        except asyncio.CancelledError:
            # the work goes on in its thread: end it before the next one is given to this connection
            self._abandoned = True
            await finished(idle(self.connection))
            raise

    def _begin(self, seconds: float) -> None:
        if self._abandoned:
            raise asyncio.CancelledError
        self._deadline = time.monotonic() + seconds

    def _query(self, sql: str, parameters: Parameters) -> list[sqlite3.Row]:
        self._begin(self._seconds)
        return self._connection.execute(sql, dict(parameters)).fetchall()

    def _some(self, sql: str, parameters: Parameters) -> list[sqlite3.Row]:
        self._begin(self._seconds * _GRACE)
        found: list[sqlite3.Row] = []
        try:
            for row in self._connection.execute(sql, dict(parameters)):
                found.append(row)  # noqa: PERF402 - a list made in one go would be lost with the query
        except sqlite3.OperationalError as error:
            if self._abandoned or not is_interrupted(error):
                raise
        return found

    def _driven(self, work: Callable[[Session], Coroutine[Any, Any, _T]]) -> _T:
        self._connection.execute("BEGIN")
        try:
            self._session.begin()
            return driven(work(self._session))
        finally:
            # some faults have SQLite itself end the transaction
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
