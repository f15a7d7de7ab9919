"""Keeping, correcting and removing documents: every change is one transaction, whole or not at all."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final

from bot.errors import UnknownDocumentError
from bot.models import Kind, Method, Outline, ParsedDocument
from bot.store import paragraphs, speech, twins
from bot.store.database import Database
from bot.store.outlines import add_outline, forget_outline
from bot.store.preparation import ParagraphRow, Period, Rows, prepare
from bot.store.writer import Writing, at_once

# each of the three by its index: a search for any of them at once would go through the whole collection
_FIND: Final = """
SELECT d.id, d.number, d.file, d.path, d.sha256, d.reader
FROM (
    SELECT id FROM document WHERE sha256 = :sha256
    UNION SELECT id FROM document WHERE path = :path
    UNION SELECT id FROM document WHERE file = :file
) AS f
CROSS JOIN document AS d ON d.id = f.id
JOIN collection AS c ON c.id = d.collection
WHERE c.key = :collection AND d.removed_at IS NULL
ORDER BY d.sha256 = :sha256 DESC, d.path = :path DESC, d.number
"""
_CORRECTIONS: Final = "SELECT field, value FROM correction WHERE document = :document"
_HASHES: Final = """
SELECT sha256 FROM paragraph WHERE document = :document AND kind = 'body' AND removed_at IS NULL
"""
_COUNT: Final = """
SELECT count(*) FROM document AS d JOIN collection AS c ON c.id = d.collection
WHERE c.key = :collection AND d.removed_at IS NULL
"""
_ORIGIN: Final = "SELECT path, encoding FROM document WHERE id = :document"
_OUTDATED: Final = """
SELECT d.id FROM document AS d WHERE d.removed_at IS NULL AND d.reader < :reader ORDER BY d.id
"""
_SAME_FILE: Final = """
SELECT d.id FROM document AS d JOIN collection AS c ON c.id = d.collection
WHERE c.key = :collection AND d.removed_at IS NULL AND d.sha256 = :sha256 AND d.path = :path
"""
_BACKLOG: Final = "SELECT document FROM twin_backlog ORDER BY document"
_LIVING: Final = "SELECT count(*) FROM document WHERE id = :document AND removed_at IS NULL"
_NEXT_DOCUMENT: Final = """
UPDATE collection SET next_document = next_document + 1 WHERE key = :collection
RETURNING id, next_document - 1 AS number
"""
_ADD_COLLECTION: Final = "INSERT OR IGNORE INTO collection (key) VALUES (:collection)"
_ADD_DOCUMENT: Final = """
INSERT INTO document (
    collection, number, file, path, format, encoding, sha256, text_sha256, reader,
    title_basis, publisher_basis, author_basis, published_basis, anchor_date_basis, language_basis, kind_basis,
    note_basis, imported_at
) VALUES (:collection, :number, '', '', '', '', '', '', 0, '', '', '', '', '', '', '', '', '')
"""
_SET_DOCUMENT: Final = """
UPDATE document SET
    file = :file, path = :path, format = :format, encoding = :encoding,
    sha256 = :sha256, text_sha256 = :text_sha256, reader = :reader,
    title = :title, title_basis = :title_basis, publisher = :publisher, publisher_basis = :publisher_basis,
    author = :author, author_basis = :author_basis, published = :published, published_basis = :published_basis,
    published_earliest = :published_earliest, published_latest = :published_latest,
    anchor_date = :anchor_date, anchor_date_basis = :anchor_date_basis,
    language = :language, language_basis = :language_basis, kind = :kind, kind_basis = :kind_basis,
    note = :note, note_basis = :note_basis, digest_of = :digest_of, digest_title = :digest_title,
    digest_publisher = :digest_publisher, digest_published = :digest_published, imported_at = :now
WHERE id = :document
"""
_SET_SOURCE: Final = """
INSERT INTO source (document, text) VALUES (:document, :text)
ON CONFLICT (document) DO UPDATE SET text = excluded.text
"""
_SET_CORRECTION: Final = """
INSERT INTO correction (document, field, value, made_at) VALUES (:document, :field, :value, :now)
ON CONFLICT (document, field) DO UPDATE SET value = excluded.value, made_at = excluded.made_at
"""
_WITHDRAW_CORRECTION: Final = "DELETE FROM correction WHERE document = :document AND field = :field"
_SET_KIND: Final = """
INSERT INTO paragraph_correction (document, number, kind, made_at) VALUES (:document, :number, :kind, :now)
ON CONFLICT (document, number) DO UPDATE SET kind = excluded.kind, made_at = excluded.made_at
"""
_WITHDRAW_KIND: Final = "DELETE FROM paragraph_correction WHERE document = :document AND number = :number"
_FORGET_TEXT: Final = """
UPDATE paragraph SET "start" = NULL, "end" = NULL, text = '', sha256 = '', fingerprint = '', successor = NULL,
    removed_at = coalesce(removed_at, :now)
WHERE document = :document
"""
_FORGET_SENTENCES: Final = """
DELETE FROM sentence WHERE paragraph IN (SELECT id FROM paragraph WHERE document = :document)
"""
_FORGET_DATES: Final = """
DELETE FROM date_mention WHERE paragraph IN (SELECT id FROM paragraph WHERE document = :document)
"""
_FORGET_INDEX: Final = """
DELETE FROM passage_text WHERE paragraph IN (SELECT id FROM paragraph WHERE document = :document)
"""
_FORGET_RANKING: Final = "DELETE FROM ranking WHERE document = :document"
_FORGET_SOURCE: Final = "DELETE FROM source WHERE document = :document"
_BURY_DOCUMENT: Final = "UPDATE document SET removed_at = :now WHERE id = :document"
_LAST_SENTENCE: Final = "SELECT coalesce(max(id), 0) FROM sentence"
_ADD_SENTENCE: Final = """
INSERT INTO sentence (id, paragraph, "start", "end")
SELECT :first + key, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
FROM json_each(:sentences)
"""
_ADD_DATE: Final = """
INSERT INTO date_mention (paragraph, sentence, "start", "end", value, earliest, latest, "precision", basis)
VALUES (:paragraph, :sentence, :start, :end, :value, :earliest, :latest, :precision, :basis)
"""
_ADD_INDEX: Final = """
INSERT INTO passage_text (paragraph, folded, compounds, stems) VALUES (:paragraph, :folded, :compounds, :stems)
"""
_ADD_RANK: Final = """
INSERT INTO ranking (document, method, rank, sentence)
SELECT :document, :method, key, value FROM json_each(:sentences)
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document was read from, and how its bytes were decoded."""

    path: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Known:
    """A living document that a file may be a version of."""

    id: int
    number: int
    file: str
    path: str
    sha256: str
    reader: int


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Keeper:
    """Everything that changes the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def candidates(self, collection: str, sha256: str, path: str, file: str) -> list[Known]:
        """The living documents with this content, this path or this file name, in this order of preference."""
        asked = {"collection": collection, "sha256": sha256, "path": path, "file": file}
        return [Known(**dict(row)) for row in await self._database.rows(_FIND, asked)]

    async def body_hashes(self, document: int) -> set[str]:
        """The SHA-256 of each living `body` paragraph of a document."""
        return {row["sha256"] for row in await self._database.rows(_HASHES, {"document": document})}

    async def corrections(self, document: int) -> dict[str, str]:
        """What a curator has set by hand, by field."""
        rows = await self._database.rows(_CORRECTIONS, {"document": document})
        return {row["field"]: row["value"] for row in rows}

    async def origin(self, document: int) -> Origin:
        """Where a document was read from."""
        row = await self._database.row(_ORIGIN, {"document": document})
        return Origin("", "") if row is None else Origin(row["path"], row["encoding"])

    async def count(self, collection: str) -> int:
        """How many documents a collection has."""
        row = await self._database.row(_COUNT, {"collection": collection})
        return int(row[0]) if row is not None else 0

    async def outdated(self, reader: int) -> list[int]:
        """The ids of the documents whose marks an older version of the reader has derived."""
        return [row["id"] for row in await self._database.rows(_OUTDATED, {"reader": reader})]

    async def keep(
        self,
        parsed: ParsedDocument,
        *,
        path: str,
        collection: str,
        period: Period,
        ranking: Sequence[int],
        outline: Outline | None = None,
        document: int | None = None,
        corrections: Mapping[str, str | None] | None = None,
        kinds: Mapping[int, Kind | None] | None = None,
    ) -> int:
        """Keep a parsed document, as a new one or as the new content of `document`.

        Args:
            parsed: What was read.
            path: Where the file lay.
            collection: The key of the collection.
            period: The days that the published date covers.
            ranking: Indices of the sentences of `body` paragraphs, in the order of the text, from best to worst by the
                default method.
            outline: What was worked out with that order.
            document: The id of the document to change. When None a new one is made, unless another process has kept
                this very file meanwhile.
            corrections: Facts that a curator has just set, by field; None withdraws one.
            kinds: Kinds that a curator has just set, by paragraph number; None withdraws one. `parsed` follows them.

        Returns:
            The id of the document.

        Raises:
            UnknownDocumentError: The document to change was removed meanwhile. Nothing was changed.
        """
        # hashing and folding a long text takes a while: not on the event loop, and not while the file is locked
        rows = await asyncio.to_thread(prepare, parsed, path, period)

        async def kept(connection: Writing) -> int:
            id_, fresh = document, False
            if id_ is None:
                id_ = await _same_file(connection, collection, parsed.sha256, path)
                if fresh := id_ is None:
                    id_ = await _new_document(connection, collection)
            elif not await _number(connection, _LIVING, {"document": id_}):
                raise UnknownDocumentError(f"{parsed.file} was removed while it was being read. Nothing was changed.")
            now = _now()
            for name, value in (corrections or {}).items():
                statement = _WITHDRAW_CORRECTION if value is None else _SET_CORRECTION
                await connection.execute(statement, {"document": id_, "field": name, "value": value, "now": now})
            for number, kind in (kinds or {}).items():
                statement = _WITHDRAW_KIND if kind is None else _SET_KIND
                await connection.execute(statement, {"document": id_, "number": number, "kind": kind, "now": now})
            await put(connection, id_, parsed.text, rows, ranking=ranking, outline=outline, now=now, fresh=fresh)
            return id_

        async with self._database.write() as writer:
            return await at_once(writer, kept)

    async def link_backlog(self) -> int:
        """Look for texts that are nearly the same in documents that were kept before that was done; return how many."""
        documents = [row["document"] for row in await self._database.rows(_BACKLOG)]
        for document in documents:
            async with self._database.write() as writer:
                await at_once(writer, partial(_link, document))
        return len(documents)

    async def remove(self, document: int) -> None:
        """Remove a document and its text; its number and those of its paragraphs are never given again."""
        async with self._database.write() as writer:
            await at_once(writer, partial(_remove, document))


async def _link(document: int, connection: Writing) -> None:
    await twins.link(connection, document, twins.sketched(await twins.body(connection, document)))


async def _remove(document: int, connection: Writing) -> None:
    await speech.forget_silent(connection, await _forget_marks(connection, document))
    await twins.forget(connection, document)
    for statement in (_FORGET_TEXT, _FORGET_SOURCE, _BURY_DOCUMENT):
        await connection.execute(statement, {"document": document, "now": _now()})


async def put(
    connection: Writing,
    document: int,
    text: str,
    rows: Rows,
    *,
    ranking: Sequence[int],
    outline: Outline | None,
    now: str,
    fresh: bool,
) -> None:
    """Make `rows` the content of a document, within a transaction; paragraphs that it still has keep their numbers.

    Args:
        connection: In a transaction; in its own thread, since a long document takes a while.
        document: The id of the document.
        text: Its source text.
        rows: What is to be kept.
        ranking: As `Keeper.keep` takes it.
        outline: Likewise.
        now: The time, as it is kept.
        fresh: Whether nothing was derived of the document before.
    """
    await connection.execute(_SET_DOCUMENT, {**rows.document, "document": document, "now": now})
    await connection.execute(_SET_SOURCE, {"document": document, "text": text})
    silent = [] if fresh else await _forget_marks(connection, document)
    kept = await paragraphs.keep(connection, document, rows.paragraphs, now)
    sentences = await _keep_marks(connection, kept, rows.paragraphs)
    await speech.keep(connection, document, kept, [row.said for row in rows.paragraphs])
    if silent:
        await speech.forget_silent(connection, silent)
    ranked = json.dumps([sentences[index] for index in ranking])
    await connection.execute(_ADD_RANK, {"document": document, "method": Method.VERBATIM, "sentences": ranked})
    if outline is not None:
        await add_outline(connection, document, outline)
    await twins.link(connection, document, rows.sketches)


async def _same_file(connection: Writing, collection: str, sha256: str, path: str) -> int | None:
    """The document that holds this very file, which another process may have kept while this one was reading."""
    asked = {"collection": collection, "sha256": sha256, "path": path}
    rows = list(await connection.execute_fetchall(_SAME_FILE, asked))
    return int(rows[0]["id"]) if rows else None


async def _new_document(connection: Writing, collection: str) -> int:
    await connection.execute(_ADD_COLLECTION, {"collection": collection})
    rows = list(await connection.execute_fetchall(_NEXT_DOCUMENT, {"collection": collection}))
    added = await connection.execute(_ADD_DOCUMENT, {"collection": rows[0]["id"], "number": rows[0]["number"]})
    return int(added.lastrowid or 0)


async def _number(connection: Writing, sql: str, parameters: Mapping[str, object] | None = None) -> int:
    rows = list(await connection.execute_fetchall(sql, dict(parameters or {})))
    return int(rows[0][0])


async def _forget_marks(connection: Writing, document: int) -> list[int]:
    """Take away all that was derived; the speakers who may have nothing left to say are returned."""
    silent = await speech.forget(connection, document)
    await forget_outline(connection, document)
    for statement in (_FORGET_RANKING, _FORGET_DATES, _FORGET_SENTENCES, _FORGET_INDEX):
        await connection.execute(statement, {"document": document})
    return silent


async def _keep_marks(connection: Writing, kept: Sequence[int], read: Sequence[ParagraphRow]) -> list[int]:
    """Add sentences, dates and index entries; return the ids of the `body` sentences in the order of the text."""
    free = await _number(connection, _LAST_SENTENCE) + 1
    index: list[dict[str, object]] = []
    sentences: list[tuple[int, int, int]] = []
    dates: list[dict[str, object]] = []
    body: list[int] = []
    for id_, row in zip(kept, read, strict=True):
        index.append({"paragraph": id_, "folded": row.folded, "compounds": row.compounds, "stems": row.stems})
        first = free + len(sentences)
        sentences += [(id_, span.start, span.end) for span in row.sentences]
        if row.kind is Kind.BODY:
            body += range(first, first + len(row.sentences))
        dates += [
            {**columns, "paragraph": id_, "sentence": None if place is None else first + place}
            for place, columns in row.dates
        ]
    await connection.executemany(_ADD_INDEX, index)
    # in one statement: there are many, and each is small
    await connection.execute(_ADD_SENTENCE, {"first": free, "sentences": json.dumps(sentences)})
    await connection.executemany(_ADD_DATE, dates)
    return body
