"""The store as the rest of the house sees it: a few objects, each with methods named after what is asked."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Self, TypeVar

from bot.store.aliases import Aliases
from bot.store.calendar import Calendar
from bot.store.database import Database
from bot.store.doctor import Doctor
from bot.store.keeper import Keeper
from bot.store.library import Library
from bot.store.memory import Memory
from bot.store.names import Names
from bot.store.numbering import Numbering
from bot.store.overruling import Overruling
from bot.store.phrases import Phrases
from bot.store.rankings import Rankings
from bot.store.reader import Rows
from bot.store.search import Search
from bot.store.speakers import Speakers
from bot.store.surroundings import Surroundings
from bot.store.transfer import Incoming, Outgoing
from bot.store.twins import Twins
from bot.store.vocabulary import Vocabulary

_T = TypeVar("_T")


class Reading:
    """What can be asked within one session."""

    def __init__(self, rows: Rows) -> None:
        self.path = rows.path
        self.library = Library(rows)
        self.search = Search(rows)
        self.phrases = Phrases(rows)
        self.twins = Twins(rows)
        self.numbering = Numbering(rows)
        self.outgoing = Outgoing(rows)
        self.speakers = Speakers(rows)
        self.surroundings = Surroundings(rows)


class Store(Reading):
    """One SQLite file, opened. Close it: an open connection keeps the interpreter alive."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database
        self.keeper = Keeper(database)
        self.aliases = Aliases(database)
        self.memory = Memory(database)
        self.incoming = Incoming(database)
        self.overruling = Overruling(database)
        self.vocabulary = Vocabulary(database)
        self.names = Names(database)
        self.rankings = Rankings(database)
        self.calendar = Calendar(database)
        self.doctor = Doctor(database)

    @classmethod
    async def open(cls, path: Path, *, query_seconds: float = 2.0, busy_seconds: float = 10.0) -> Self:
        """Open the database at `path`, creating or migrating it as needed.

        Args:
            path: The database file.
            query_seconds: The time after which a reading query is ended.
            busy_seconds: How long to wait for another process that is writing.

        Raises:
            NoStoreError: It cannot be opened, or belongs to another program.
            NewerStoreError: A newer version has written it.
            DamagedStoreError: It is no database.
            BusyError: Another process holds it.
        """
        return cls(await Database.open(path, query_seconds=query_seconds, busy_seconds=busy_seconds))

    async def version(self) -> int:
        """A number that changes whenever this or another process has changed the store."""
        return await self._database.version()

    async def reading(self, work: Callable[[Reading], Coroutine[Any, Any, _T]]) -> _T:
        """Ask several things in one go, of one and the same state of the store.

        Args:
            work: What to ask. It runs in another thread and may await nothing but what it is given.
        """
        return await self._database.session(lambda session: work(Reading(session)))

    async def close(self) -> None:
        """Wait for what is under way and close the file; may be called twice."""
        await self.vocabulary.close()
        await self._database.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
