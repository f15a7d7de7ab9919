"""Naming speakers by hand: joining two, giving one another name, and taking that back.

What is kept says under which name another one is shown. It is flat: what is shown is never itself shown otherwise, so
that no chain and no circle can come about.
"""

from datetime import UTC, datetime
from typing import Final

import aiosqlite

from bot.errors import BadRequestError
from bot.models import SHARED
from bot.store.database import Database

_ADD_COLLECTION: Final = "INSERT OR IGNORE INTO collection (key) VALUES (:collection)"
_SHOWN: Final = """
SELECT a.shown FROM speaker_alias AS a JOIN collection AS c ON c.id = a.collection
WHERE c.key = :collection AND a.name = :name
"""
_USED: Final = """
SELECT
    EXISTS (SELECT 1 FROM speaker AS s JOIN collection AS c ON c.id = s.collection
            WHERE c.key = :collection AND s.name = :name) AS derived,
    EXISTS (SELECT 1 FROM speaker_alias AS a JOIN collection AS c ON c.id = a.collection
            WHERE c.key = :collection AND a.shown = :name) AS given
"""
_RESHOW: Final = """
UPDATE speaker_alias SET shown = :into, made_at = :now
WHERE collection = (SELECT id FROM collection WHERE key = :collection) AND shown = :name
"""
_SHOW: Final = """
INSERT INTO speaker_alias (collection, name, shown, made_at)
SELECT id, :name, :into, :now FROM collection WHERE key = :collection
ON CONFLICT (collection, name) DO UPDATE SET shown = excluded.shown, made_at = excluded.made_at
"""
_FREE: Final = """
DELETE FROM speaker_alias
WHERE collection = (SELECT id FROM collection WHERE key = :collection) AND name = :name
"""
_FREE_ALL: Final = """
DELETE FROM speaker_alias
WHERE collection = (SELECT id FROM collection WHERE key = :collection) AND (shown = :name OR name = :name)
"""
_LONGEST: Final = 200


class Aliases:
    """Changes to the names under which speakers are shown. No row that was derived from a document is rewritten."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def merge(self, name: str, into: str, collection: str = SHARED) -> None:
        """Show one speaker, with everybody who is shown under that name, under the name of another.

        Args:
            name: The name under which the one is shown; one that is itself shown otherwise moves alone.
            into: The name of the other; where that is itself shown otherwise, what it is shown as.
            collection: The key of the collection.

        Raises:
            BadRequestError: The two are one speaker already.
        """
        async with self._database.write() as connection:
            shown = await _shown(connection, collection, into)
            if await _shown(connection, collection, name) == shown:
                raise BadRequestError(f'"{name}" and "{into}" are one speaker already, shown as "{shown}".')
            await _point(connection, collection, name, shown)

    async def rename(self, name: str, new: str, collection: str = SHARED) -> None:
        """Show a speaker, with everybody who is shown under that name, under a new name.

        A name that is itself shown otherwise moves alone.

        Raises:
            BadRequestError: The new name is empty or too long, or belongs to another speaker.
        """
        new = " ".join(new.split())
        if not new or len(new) > _LONGEST or not new.isprintable():
            raise BadRequestError(f"A name has 1 to {_LONGEST} printable characters.")
        async with self._database.write() as connection:
            await connection.execute(_ADD_COLLECTION, {"collection": collection})
            shown = await _shown(connection, collection, name)
            if shown == new:
                raise BadRequestError(f'"{name}" is shown as "{new}" already.')
            asked = {"collection": collection, "name": new}
            (used,) = await connection.execute_fetchall(_USED, asked)
            if await _shown(connection, collection, new) != shown and (used["derived"] or used["given"]):
                raise BadRequestError(
                    f'There is a speaker "{new}" already. To join the two: speakers merge "{name}" "{new}".'
                )
            await _point(connection, collection, name, new)

    async def forget(self, name: str, collection: str = SHARED) -> bool:
        """Take back what was joined or renamed to a name, or what was done with that name.

        Returns:
            Whether there was anything.
        """
        async with self._database.write() as connection:
            done = await connection.execute(_FREE_ALL, {"collection": collection, "name": name})
            return done.rowcount > 0


async def _shown(connection: aiosqlite.Connection, collection: str, name: str) -> str:
    rows = list(await connection.execute_fetchall(_SHOWN, {"collection": collection, "name": name}))
    return str(rows[0]["shown"]) if rows else name


async def _point(connection: aiosqlite.Connection, collection: str, name: str, into: str) -> None:
    """Show all that is shown under one name under another, the name itself included where a document gives it.

    Nothing is shown under a name that is itself shown otherwise: such a one moves alone.
    """
    asked = {"collection": collection, "name": name, "into": into, "now": datetime.now(UTC).isoformat("T", "seconds")}
    await connection.execute(_FREE, {"collection": collection, "name": into})
    await connection.execute(_RESHOW, asked)
    (used,) = await connection.execute_fetchall(_USED, {"collection": collection, "name": name})
    if used["derived"] or await _shown(connection, collection, name) != name:
        await connection.execute(_SHOW, asked)
