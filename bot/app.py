"""The composition root: settings → store → answers; opens everything and closes it again."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from bot.settings import Settings
from bot.store.store import Store
from bot.worker import Worker

if TYPE_CHECKING:
    from bot.intake import Intake


class App:
    """What the commands work with."""

    def __init__(self, settings: Settings, store: Store, worker: Worker) -> None:
        self.settings = settings
        self.store = store
        self.worker = worker

    @cached_property
    def intake(self) -> "Intake":
        """The way in. Made when first asked for: who only asks at the terminal need not wait for its imports."""
        from bot.intake import Intake  # noqa: PLC0415 - takes longer to import than a question to answer

        return Intake(self.store, self.worker, self.settings)


@asynccontextmanager
async def open_app(settings: Settings) -> AsyncIterator[App]:
    """Open the database that the settings name, creating or migrating it as needed, and close it at the end.

    Raises:
        NoStoreError: The database cannot be opened.
        NewerStoreError: A newer version of this program has written it.
        DamagedStoreError: It is no database.
        BusyError: Another process holds it.
    """
    async with AsyncExitStack() as stack:
        worker = await stack.enter_async_context(Worker(memory=settings.worker_memory, seconds=settings.worker_seconds))
        store = await stack.enter_async_context(
            await Store.open(settings.database, query_seconds=settings.query_seconds)
        )
        yield App(settings, store, worker)
