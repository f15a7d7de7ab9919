"""The sentences that a summary is chosen from, and in which order they stand for their document."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import aiosqlite

from bot.models import Method, Outline, Pages, Span
from bot.store.database import Database
from bot.store.library import checked, pages
from bot.store.outlines import keep_outline, outline_of

_STANDING: Final = """
SELECT
    (SELECT count(*) FROM paragraph AS p JOIN sentence AS s ON s.paragraph = p.id
     WHERE p.document = :document AND p.kind = 'body' AND p.removed_at IS NULL) AS sentences,
    (SELECT count(*) FROM ranking AS r
     JOIN sentence AS s ON s.id = r.sentence JOIN paragraph AS p ON p.id = s.paragraph
     WHERE r.document = :document AND r.method = :method
        AND p.document = :document AND p.kind = 'body' AND p.removed_at IS NULL) AS ranked
"""
# A paragraph's text comes with the first of its sentences only: a long one with many would be read many times.
_ORDERED: Final = """
WITH best AS (
    SELECT r.rank AS place, s.id, s.paragraph, s."start" AS sentence_start, s."end" AS sentence_end
    FROM ranking AS r JOIN sentence AS s ON s.id = r.sentence JOIN paragraph AS p ON p.id = s.paragraph
    WHERE r.document = :document AND r.method = :method
        AND p.document = :document AND p.kind = 'body' AND p.removed_at IS NULL
    ORDER BY r.rank LIMIT :limit
), counted AS (
    SELECT *, row_number() OVER (PARTITION BY paragraph ORDER BY place) AS nth FROM best
)
SELECT n.id, n.paragraph, n.sentence_start, n.sentence_end, p.number, p."start" AS paragraph_start, p.sha256,
    p.page, p.last_page,
    CASE n.nth WHEN 1 THEN p.text END AS text,
    CASE c.key WHEN 'shared' THEN 'D' ELSE 'S' END || d.number || '¶' || p.number AS reference
FROM counted AS n
JOIN paragraph AS p ON p.id = n.paragraph
JOIN document AS d ON d.id = p.document
JOIN collection AS c ON c.id = d.collection
ORDER BY n.place
"""
_SENTENCES: Final = """
WITH counted AS (
    SELECT s.id, s.paragraph, s."start" AS sentence_start, s."end" AS sentence_end,
        row_number() OVER (PARTITION BY s.paragraph ORDER BY s."start", s.id) AS nth
    FROM paragraph AS p JOIN sentence AS s ON s.paragraph = p.id
    WHERE p.document = :document AND p.kind = 'body' AND p.removed_at IS NULL
)
SELECT n.id, n.paragraph, n.sentence_start, n.sentence_end, p.number, p."start" AS paragraph_start, p.sha256,
    p.page, p.last_page,
    CASE n.nth WHEN 1 THEN p.text END AS text,
    CASE c.key WHEN 'shared' THEN 'D' ELSE 'S' END || d.number || '¶' || p.number AS reference
FROM counted AS n
JOIN paragraph AS p ON p.id = n.paragraph
JOIN document AS d ON d.id = p.document
JOIN collection AS c ON c.id = d.collection
ORDER BY p."start", p.id, n.nth
"""
_OF_PARAGRAPHS: Final = """
WITH counted AS (
    SELECT s.id, s.paragraph, s."start" AS sentence_start, s."end" AS sentence_end,
        row_number() OVER (PARTITION BY s.paragraph ORDER BY s."start", s.id) AS nth
    FROM sentence AS s WHERE s.paragraph IN (SELECT value FROM json_each(:paragraphs))
)
SELECT n.id, n.paragraph, n.sentence_start, n.sentence_end, p.number, p."start" AS paragraph_start, p.sha256,
    p.page, p.last_page, p.document,
    CASE n.nth WHEN 1 THEN p.text END AS text,
    CASE c.key WHEN 'shared' THEN 'D' ELSE 'S' END || d.number || '¶' || p.number AS reference
FROM counted AS n
JOIN paragraph AS p ON p.id = n.paragraph
JOIN document AS d ON d.id = p.document
JOIN collection AS c ON c.id = d.collection
WHERE p.kind = 'body' AND p.removed_at IS NULL AND n.nth <= :most
ORDER BY d.number, p."start", p.id, n.nth
"""
_IDENTITIES: Final = """
SELECT s.id, s.paragraph, s."start", s."end", p.sha256 FROM paragraph AS p JOIN sentence AS s ON s.paragraph = p.id
WHERE p.document = :document AND p.kind = 'body' AND p.removed_at IS NULL
"""
_FORGET: Final = "DELETE FROM ranking WHERE document = :document AND method = :method"
_KEEP: Final = """
INSERT INTO ranking (document, method, rank, sentence) VALUES (:document, :method, :rank, :sentence)
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many sentences the body of a document has, and how many of them a method has ranked."""

    sentences: int
    ranked: int

    @property
    def complete(self) -> bool:
        """Whether all of them are ranked."""
        return self.sentences == self.ranked


@dataclass(frozen=True, slots=True)
class StoredSentence:
    """A sentence of a living `body` paragraph.

    `id`, `paragraph` and `document` are row ids (the last only where several documents were asked), `number` is that of
    the paragraph. `span` counts from the start of the paragraph,
    which lies at `start` in the source text and has the checksum `sha256`.
    """

    id: int
    paragraph: int
    number: int
    span: Span
    text: str
    start: int
    sha256: str
    page: Pages | None = None
    document: int | None = None

    @property
    def source(self) -> Span:
        """Where the sentence lies in the source text."""
        return self.span.shifted(self.start)


class Rankings:
    """The orders of sentences that summaries are taken from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def standing(self, document_id: int, method: Method) -> Standing:
        """How far a method has ranked the body of a document."""
        row = await self._database.row(_STANDING, {"document": document_id, "method": method})
        return Standing(row["sentences"], row["ranked"]) if row is not None else Standing(0, 0)

    async def ordered(self, document_id: int, method: Method, limit: int) -> list[StoredSentence]:
        """The `limit` best sentences of a document by a method, best first; none where it has not been ranked.

        Raises:
            DamagedStoreError: The paragraph of one of them does not fit its checksum.
        """
        asked = {"document": document_id, "method": method, "limit": limit}
        return _sentences(await self._database.rows(_ORDERED, asked))

    async def body_sentences(self, document_id: int) -> list[StoredSentence]:
        """All sentences of the living `body` paragraphs of a document, in document order.

        Raises:
            DamagedStoreError: One of the paragraphs does not fit its checksum.
        """
        return _sentences(await self._database.rows(_SENTENCES, {"document": document_id}))

    async def of_paragraphs(self, paragraphs: Sequence[int], most: int) -> list[StoredSentence]:
        """The sentences of living `body` paragraphs by their row ids, by document and place.

        Args:
            paragraphs: Row ids.
            most: How many sentences of one paragraph to give at the most.

        Raises:
            DamagedStoreError: One of the paragraphs does not fit its checksum.
        """
        asked = {"paragraphs": json.dumps(list(paragraphs)), "most": most}
        rows = await self._database.rows(_OF_PARAGRAPHS, asked)
        return [
            replace(sentence, document=row["document"]) for sentence, row in zip(_sentences(rows), rows, strict=True)
        ]

    async def outline(self, document_id: int) -> Outline | None:
        """What was worked out together with the default order; None where nothing was yet."""
        return await outline_of(self._database, document_id)

    async def keep(
        self, document_id: int, method: Method, ranked: Sequence[StoredSentence], outline: Outline | None = None
    ) -> bool:
        """Keep an order, best first, in the place of what the method said before, and what was worked out with it.

        Returns:
            Whether it was kept: not when these are no longer the sentences of the document, since it was imported anew
            or its kinds were corrected while they were being ranked.
        """
        asked = {"document": document_id, "method": method}
        ranks = [{**asked, "rank": rank, "sentence": sentence.id} for rank, sentence in enumerate(ranked)]
        async with self._database.write() as connection:
            if not await _still_there(connection, document_id, ranked):
                return False
            await connection.execute(_FORGET, asked)
            await connection.executemany(_KEEP, ranks)
            if outline is not None:
                await keep_outline(connection, document_id, outline)
        return True


async def _still_there(connection: aiosqlite.Connection, document_id: int, ranked: Iterable[StoredSentence]) -> bool:
    """Whether these are exactly the body sentences of the document; an id alone may have been given again."""
    rows = await connection.execute_fetchall(_IDENTITIES, {"document": document_id})
    known = sorted((each.id, each.paragraph, each.span.start, each.span.end, each.sha256) for each in ranked)
    return known == sorted(tuple(row) for row in rows)


def _sentences(rows: Iterable[sqlite3.Row]) -> list[StoredSentence]:
    """Cut each sentence out of the text of its paragraph, once that was found whole."""
    texts: dict[int, str] = {}
    found = []
    for row in rows:
        if row["text"] is not None:
            texts[row["paragraph"]] = checked(row["text"], row["sha256"], row["reference"])
        span = Span(row["sentence_start"], row["sentence_end"])
        text = span.of(texts[row["paragraph"]])
        found.append(
            StoredSentence(
                id=row["id"],
                paragraph=row["paragraph"],
                number=row["number"],
                span=span,
                text=text,
                start=row["paragraph_start"],
                sha256=row["sha256"],
                page=pages(row),
            )
        )
    return found
