"""A whole collection on its way out and in again: records of its documents, and adding them all in one transaction."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from bot.errors import BusyError, DamagedStoreError
from bot.models import Outline, ParsedDocument
from bot.store.database import Database
from bot.store.keeper import put
from bot.store.library import checked
from bot.store.preparation import Period, fingerprint, prepare
from bot.store.preparation import Rows as Prepared
from bot.store.reader import Rows
from bot.store.tables import COLLECTION_TABLES, DOCUMENT, DOCUMENT_TABLES, PARAGRAPHS, REMOVED, TOMBSTONES, Table
from bot.store.writer import Writing, at_once

Record = dict[str, Any]
"""A row, or a document with its tables, as JSON has it."""

_COLLECTION: Final = "SELECT id, next_document FROM collection WHERE key = :key"
_LIVING: Final = """
SELECT id, number FROM document WHERE collection = :owner AND removed_at IS NULL ORDER BY number
"""
_TAKEN: Final = """
SELECT d.number, d.id, d.removed_at IS NOT NULL AS removed
FROM document AS d JOIN collection AS c ON c.id = d.collection WHERE c.key = :key
"""
_SOURCE: Final = "SELECT text FROM source WHERE document = :owner"
_ADD_COLLECTION: Final = "INSERT OR IGNORE INTO collection (key) VALUES (:key)"
_SET_NEXT_DOCUMENT: Final = """
UPDATE collection SET next_document = max(next_document, :next_document) WHERE id = :owner
"""
_SET_TIMES: Final = """
UPDATE document SET imported_at = :imported_at, next_paragraph = max(next_paragraph, :next_paragraph)
WHERE id = :owner
"""


@dataclass(frozen=True, slots=True)
class Overview:
    """A collection without its documents: their row ids and numbers, and what lies beside them."""

    next_document: int
    documents: Sequence[tuple[int, int]]
    removed: Sequence[Record]
    tables: Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Restored:
    """A document that is to be added under its number: its record, and what was derived from its text."""

    record: Record
    parsed: ParsedDocument
    period: Period
    ranking: Sequence[int]
    outline: Outline | None
    path: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What a number stands for already: a living document by its row id, or a removed one."""

    id: int
    removed: bool


class Outgoing:
    """A collection as it is exported. Ask it within one session, so that all of it is of one state."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def overview(self, collection: str) -> Overview:
        """What a collection holds; an unknown one holds nothing."""
        row = await self._rows.row(_COLLECTION, {"key": collection})
        if row is None:
            return Overview(1, (), (), dict.fromkeys(COLLECTION_TABLES, ()))
        owner = {"owner": row["id"]}
        living = await self._rows.rows(_LIVING, owner)
        return Overview(
            row["next_document"],
            [(each["id"], each["number"]) for each in living],
            await self._read(REMOVED, row["id"]),
            {name: await self._read(table, row["id"]) for name, table in COLLECTION_TABLES.items()},
        )

    async def taken(self, collection: str) -> dict[int, Taken]:
        """The numbers that were given in a collection."""
        rows = await self._rows.rows(_TAKEN, {"key": collection})
        return {row["number"]: Taken(row["id"], bool(row["removed"])) for row in rows}

    async def record(self, document: int) -> tuple[Record, str]:
        """Everything about a document, given by its row id, that an export holds; and its source text.

        Raises:
            DamagedStoreError: Something of it does not fit its checksum.
        """
        (known,) = await self._read(DOCUMENT, document)
        source = await self._rows.row(_SOURCE, {"owner": document})
        name = f"document {known['number']}"
        if source is None:
            raise DamagedStoreError(f"The source text of {name} is lost. Run `python -m bot doctor`.")
        text = checked(source["text"], known["text_sha256"], name)
        paragraphs = await self._read(PARAGRAPHS, document)
        for each in paragraphs:
            checked(text[each["start"] : each["end"]], each["sha256"], f"{name}, paragraph {each['number']},")
        tombstones = await self._read(TOMBSTONES, document)
        for each in tombstones:
            checked(each["text"], each["sha256"], f"{name}, paragraph {each['number']},")
        record: Record = {"document": known, "paragraphs": paragraphs, "tombstones": tombstones}
        record |= {key: await self._read(table, document) for key, table in DOCUMENT_TABLES.items()}
        return record, text

    async def _read(self, table: Table, owner: int) -> list[Record]:
        rows = await self._rows.rows(table.read, {"owner": owner})
        return [{name: row[name] for name in table.columns} for row in rows]


class Incoming:
    """Adds what was exported."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self,
        collection: str,
        *,
        next_document: int,
        removed: Sequence[Record],
        tables: Mapping[str, Sequence[Record]],
        documents: Iterable[Restored],
    ) -> None:
        """Add documents, numbers that were removed, and what lies beside them: all of it or nothing.

        Args:
            collection: The key of the collection.
            next_document: The number that the next document is to have at the least.
            removed: The rows of `REMOVED`.
            tables: The rows of `COLLECTION_TABLES`.
            documents: Taken from one at a time.

        Raises:
            BusyError: One of the numbers was given meanwhile.
        """
        async with self._database.write() as connection:
            await connection.execute(_ADD_COLLECTION, {"key": collection})
            rows = list(await connection.execute_fetchall(_COLLECTION, {"key": collection}))
            owner = int(rows[0]["id"])
            given = {row["number"] for row in await connection.execute_fetchall(_TAKEN, {"key": collection})}
            for row in removed:
                _require_free(row["number"], given)
                await connection.execute(REMOVED.add, {**row, "owner": owner})
            for name, table in COLLECTION_TABLES.items():
                await connection.executemany(table.add, [{**row, "owner": owner} for row in tables[name]])
            for document in documents:
                _require_free(document.record["document"]["number"], given)
                prepared = await asyncio.to_thread(prepare, document.parsed, document.path, document.period)
                await at_once(connection, partial(_add, owner, document, prepared))
            await connection.execute(_SET_NEXT_DOCUMENT, {"owner": owner, "next_document": next_document})


def _require_free(number: int, given: set[int]) -> None:
    if number in given:
        raise BusyError(f"Number {number} was given to another document meanwhile. Nothing was changed. Try again.")
    given.add(number)


async def _add(collection: int, restored: Restored, prepared: Prepared, connection: Writing) -> None:
    """Add a document as it was exported, then what was derived from its text: its paragraphs find their numbers."""
    record, text = restored.record, restored.parsed.text
    known = record["document"]
    added = await connection.execute(DOCUMENT.add, {**known, "owner": collection})
    owner = int(added.lastrowid or 0)
    living = [{**row, "text": text[row["start"] : row["end"]]} for row in record["paragraphs"]]
    for table, rows in ((PARAGRAPHS, living), (TOMBSTONES, record["tombstones"])):
        marked = [{**row, "owner": owner, "fingerprint": fingerprint(row["text"])} for row in rows]
        await connection.executemany(table.add, marked)
    for name, table in DOCUMENT_TABLES.items():
        await connection.executemany(table.add, [{**row, "owner": owner} for row in record[name]])
    await put(
        connection,
        owner,
        text,
        prepared,
        ranking=restored.ranking,
        outline=restored.outline,
        now=known["imported_at"],
        fresh=True,
    )
    await connection.execute(_SET_TIMES, {**known, "owner": owner})
