"""The connections to one SQLite file: one writer, a few read-only readers, a time limit on every query."""

import asyncio
import sqlite3
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Hashable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final, Self, TypeVar, cast

import aiosqlite

from bot.errors import DamagedStoreError, NoStoreError
from bot.store.faults import is_busy, translating
from bot.store.migrate import migrate
from bot.store.reader import NONE, Parameters, Reader, Session, finished, idle

READERS: Final = 2  # two readers give 1.3 times the throughput of one on two cores, four hardly more
_ONE_WAIT: Final = 0.25  # seconds for which SQLite itself waits for a lock; who waits longer can be cancelled between
_PAUSE: Final = 0.01  # seconds
_MOST: Final = 100  # things that are remembered
_T = TypeVar("_T")


class Database:
    """All access to one file. Readers never wait for the writer (write-ahead log).

    Every method raises BusyError, DamagedStoreError or NoStoreError where the file gives cause, and NoStoreError once
    it was closed.
    """

    remembers: bool = False

    def __init__(
        self,
        path: Path,
        writer: aiosqlite.Connection,
        watcher: Reader,
        readers: Sequence[Reader],
        *,
        busy_seconds: float,
    ) -> None:
        self.path = path
        self._writer = writer
        self._watcher = watcher
        self._readers = list(readers)
        self._free: asyncio.LifoQueue[Reader] = asyncio.LifoQueue()
        for reader in readers:
            self._free.put_nowait(reader)
        self._busy_seconds = busy_seconds
        self._writing = asyncio.Lock()
        self._watching = asyncio.Lock()
        self._closing: asyncio.Task[None] | None = None
        self._remembered_of: int | None = None
        self._known: OrderedDict[Hashable, Any] = OrderedDict()

    @classmethod
    async def open(cls, path: Path, *, query_seconds: float = 2.0, busy_seconds: float = 10.0) -> Self:
        """Open the file at `path`, creating or migrating it as needed.

        Args:
            path: The database file.
            query_seconds: The time after which a reading query is ended.
            busy_seconds: How long to wait for another process that is writing.
        """
        # a later change of the current folder must not lead a connection to another file
        file = await asyncio.to_thread(path.absolute)
        await asyncio.to_thread(migrate, file, busy_seconds=busy_seconds)
        writer = aiosqlite.connect(file, timeout=min(busy_seconds, _ONE_WAIT), isolation_level=None)
        readers = [Reader(file, query_seconds) for _ in range(READERS + 1)]
        with translating(path):
            try:
                await writer
                writer.row_factory = sqlite3.Row
                for pragma in ("PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON"):
                    await writer.execute_fetchall(pragma)
                for reader in readers:
                    await reader.open()
            except BaseException:
                await finished(_close([*(reader.connection for reader in readers), writer]))
                raise
        return cls(path, writer, readers[0], readers[1:], busy_seconds=busy_seconds)

    async def rows(self, sql: str, parameters: Parameters = NONE) -> list[sqlite3.Row]:
        """Run one reading query and return all of its rows.

        Raises:
            BusyError: It ran into the time limit.
        """
        reader = await self._free.get()
        try:
            self._require_open()
            with translating(self.path):
                return await reader.rows(sql, parameters)
        finally:
            self._free.put_nowait(reader)

    async def some_rows(self, sql: str, parameters: Parameters = NONE) -> list[sqlite3.Row]:
        """The rows of a reading query that come within a part of the time limit: all, some or none."""
        reader = await self._free.get()
        try:
            self._require_open()
            with translating(self.path):
                return await reader.some_rows(sql, parameters)
        finally:
            self._free.put_nowait(reader)

    async def remembered(self, key: Hashable, work: Callable[[], Awaitable[_T]]) -> _T:
        """What `work` gives; done once for each state of the file, as long as there is room to remember it."""
        version = await self.version()
        if version != self._remembered_of:
            self._known.clear()
            self._remembered_of = version
        if key in self._known:
            self._known.move_to_end(key)
            return cast("_T", self._known[key])
        # what is read from now on is of this state or of a later one, at the sight of which it is forgotten
        found = await work()
        if version == self._remembered_of:
            self._known[key] = found
            if len(self._known) > _MOST:
                self._known.popitem(last=False)
        return found

    async def session(self, work: Callable[[Session], Coroutine[Any, Any, _T]]) -> _T:
        """Run several reading queries in one go; they see one and the same state of the file.

        Args:
            work: What to do with the session. It runs in another thread and may await nothing else.
        """
        reader = await self._free.get()
        try:
            self._require_open()
            with translating(self.path):
                return await reader.session(work)
        finally:
            self._free.put_nowait(reader)

    async def patient_rows(self, sql: str, parameters: Parameters = NONE) -> list[sqlite3.Row]:
        """Run one reading query on the writer's connection, with no time limit: for looking after the file."""
        async with self._writing:
            self._require_open()
            with translating(self.path):
                return list(await self._writer.execute_fetchall(sql, dict(parameters)))

    async def accepts(self, sql: str) -> bool:
        """Run one of SQLite's own checks that are written as a statement and raise where they find fault."""
        try:
            async with self.write() as connection:
                await connection.execute_fetchall(sql)
        except DamagedStoreError:
            return False
        return True

    async def row(self, sql: str, parameters: Parameters = NONE) -> sqlite3.Row | None:
        """The first row of a reading query, or None."""
        found = await self.rows(sql, parameters)
        return found[0] if found else None

    async def version(self) -> int:
        """A number that changes whenever this or another process has changed the file: a key for caches."""
        async with self._watching:
            self._require_open()
            with translating(self.path):
                found = await self._watcher.rows("PRAGMA data_version", NONE)
        return int(found[0][0])

    @asynccontextmanager
    async def write(self) -> AsyncIterator[aiosqlite.Connection]:
        """One write transaction: kept when the block ends, undone when it raises or is cancelled.

        Raises:
            BusyError: Another process went on writing for longer than `busy_seconds`.
        """
        async with self._writing:
            self._require_open()
            with translating(self.path):
                try:
                    await self._begin()
                    yield self._writer
                    await self._writer.execute_fetchall("COMMIT")
                except BaseException:
                    await finished(self._undo())
                    raise

    async def _begin(self) -> None:
        """Begin a transaction; wait for another process in short turns, so that waiting can be cancelled."""
        until = time.monotonic() + self._busy_seconds
        while True:
            try:
                await self._writer.execute_fetchall("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if not is_busy(error) or time.monotonic() >= until:
                    raise
                await asyncio.sleep(_PAUSE)
            else:
                return

    async def _undo(self) -> None:
        """Roll back, once the thread is idle: only then it is known whether the transaction still stands."""
        await idle(self._writer)
        # some faults (a full disk, for one) have SQLite itself undo the transaction
        if self._writer.in_transaction:
            # the fault that led here is the one to tell
            with suppress(sqlite3.Error):
                await self._writer.execute_fetchall("ROLLBACK")

    def _require_open(self) -> None:
        if self._closing is not None:
            raise NoStoreError(f"{self.path} is being closed. Nothing was changed. Start the program again.")

    async def close(self) -> None:
        """Wait for what is under way and close all connections; may be called twice, and is done even if cancelled."""
        if self._closing is None:
            self._closing = asyncio.create_task(self._close_all())
        await asyncio.shield(self._closing)

    async def _close_all(self) -> None:
        async with self._writing, self._watching:
            with translating(self.path):
                # the writer goes last: it alone can move the log into the file
                readers = (self._watcher, *self._readers)
                await _close([*(reader.connection for reader in readers), self._writer])


async def _close(connections: Sequence[aiosqlite.Connection]) -> None:
    """Close connections, each of them: one left open keeps its thread, and with it the interpreter, alive."""
    fault: sqlite3.Error | None = None
    for connection in connections:
        try:
            await connection.close()
        except sqlite3.Error as error:
            fault = fault or error
    if fault is not None:
        raise fault
