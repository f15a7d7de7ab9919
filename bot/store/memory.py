"""What the client remembers from one start to the next."""

from typing import Final

from bot.store.database import Database

_GET: Final = "SELECT value FROM memory WHERE key = :key"
_SET: Final = """
INSERT INTO memory (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


class Memory:
    """Small texts by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, key: str) -> str | None:
        """What is remembered under a name, or None."""
        row = await self._database.row(_GET, {"key": key})
        return None if row is None else str(row["value"])

    async def set(self, key: str, value: str) -> None:
        """Remember a text, in the place of what was there."""
        async with self._database.write() as connection:
            await connection.execute(_SET, {"key": key, "value": value})
