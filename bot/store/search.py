"""Finding passages: words in, paragraphs out.

Only `body` paragraphs of living documents answer. No text that somebody typed becomes part of an FTS5 expression as it
stands: what reaches MATCH is built here from words that were cut by `bot.store.indexing`, each between quotation marks.
"""

import json
import random
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from bot.models import SHARED, Pages, Reference, Span
from bot.store.frequencies import Frequencies
from bot.store.indexing import LONG, indexed_words
from bot.store.library import checked, pages
from bot.store.scope import Filters, Run, Scope, Wanted, either

__all__ = ("Candidate", "Filters", "Run", "Scope", "Search", "Stored", "Wanted")
_WINDOWS: Final = 12
_IN_A_WINDOW: Final = 16
_TRIES: Final = 64
_FEW: Final = 100  # documents whose paragraphs are counted in less time than that saves

_SCOPE: Final = """
WITH asked AS (
    SELECT d.id, d.published_earliest, d.published_latest
    FROM document AS d JOIN collection AS c ON c.id = d.collection
    WHERE d.removed_at IS NULL
        AND c.key IN (SELECT value FROM json_each(:collections))
        AND (:document IS NULL OR d.id = :document)
        AND (:document IS NOT NULL OR d.digest_of IS NULL OR NOT EXISTS (
            SELECT 1 FROM document AS o
            WHERE o.sha256 = d.digest_of AND o.collection = d.collection AND o.removed_at IS NULL))
)
SELECT
    (SELECT json_group_array(id) FROM asked
     WHERE (:since IS NULL OR published_latest >= :since) AND (:until IS NULL OR published_earliest <= :until)
    ) AS documents,
    (SELECT count(*) FROM asked
     WHERE (:since IS NOT NULL OR :until IS NOT NULL) AND published_earliest IS NULL AND published_latest IS NULL
    ) AS undated
"""
_EXTENT_OF_FEW: Final = """
SELECT min(id) AS low, max(id) AS high, count(*) AS size FROM paragraph
WHERE document IN (SELECT value FROM json_each(:documents))
"""
_EXTENT_OF_ALL: Final = """
SELECT low, high, high - low + 1 AS size
FROM (SELECT (SELECT min(id) FROM paragraph) AS low, (SELECT max(id) FROM paragraph) AS high)
"""
_COUNT: Final = "SELECT count(*) AS passages FROM passage_index WHERE passage_index MATCH :expression"
_BEST: Final = """
SELECT passage_index.rowid AS id, bm25(passage_index) AS distance
FROM passage_index CROSS JOIN paragraph AS p ON p.id = passage_index.rowid
WHERE passage_index MATCH :expression
    AND passage_index.rowid BETWEEN :low AND :high
    AND p.kind = 'body' AND p.removed_at IS NULL
    AND p.document IN (SELECT value FROM json_each(:documents))
    AND (:spoken = 0 OR EXISTS (
        SELECT 1 FROM quotation AS q WHERE q.paragraph = p.id
            AND (:speakers IS NULL OR q.speaker IN (SELECT value FROM json_each(:speakers)))))
ORDER BY distance
LIMIT :limit
"""
_SPREAD: Final = """
SELECT passage_index.rowid AS id
FROM passage_index CROSS JOIN paragraph AS p ON p.id = passage_index.rowid
WHERE passage_index MATCH :expression
    AND passage_index.rowid BETWEEN :low AND :high
    AND p.kind = 'body' AND p.removed_at IS NULL
    AND p.document IN (SELECT value FROM json_each(:documents))
    AND (:spoken = 0 OR EXISTS (
        SELECT 1 FROM quotation AS q WHERE q.paragraph = p.id
            AND (:speakers IS NULL OR q.speaker IN (SELECT value FROM json_each(:speakers)))))
LIMIT :limit
"""
_FITTING: Final = """
SELECT p.id, p.document, p.number, p."start", p.fingerprint, c.key, d.number AS document_number, t.folded, t.compounds,
    t.stems
FROM passage_index CROSS JOIN paragraph AS p ON p.id = passage_index.rowid
CROSS JOIN passage_text AS t ON t.paragraph = p.id
CROSS JOIN document AS d ON d.id = p.document
CROSS JOIN collection AS c ON c.id = d.collection
WHERE passage_index MATCH :expression
    AND passage_index.rowid BETWEEN :low AND :high
    AND p.kind = 'body' AND p.removed_at IS NULL
    AND p.document IN (SELECT value FROM json_each(:documents))
    AND (:spoken = 0 OR EXISTS (
        SELECT 1 FROM quotation AS q WHERE q.paragraph = p.id
            AND (:speakers IS NULL OR q.speaker IN (SELECT value FROM json_each(:speakers)))))
"""
_WORDS: Final = """
SELECT p.id, p.document, p.number, p."start", p.fingerprint, c.key, d.number AS document_number, t.folded, t.compounds,
    t.stems
FROM paragraph AS p
JOIN passage_text AS t ON t.paragraph = p.id
JOIN document AS d ON d.id = p.document
JOIN collection AS c ON c.id = d.collection
WHERE p.id IN (SELECT value FROM json_each(:ids))
"""
_PASSAGES: Final = """
SELECT p.id, p.document, p.number, p."start", p."end", p.text, p.sha256, p.fingerprint, p.page, p.last_page, c.key,
    d.number AS document_number
FROM paragraph AS p
JOIN document AS d ON d.id = p.document
JOIN collection AS c ON c.id = d.collection
WHERE p.id IN (SELECT value FROM json_each(:ids))
"""
_SHARED: Final = """
SELECT p.id FROM json_each(:fingerprints) AS f CROSS JOIN paragraph AS p ON p.fingerprint = f.value
WHERE p.fingerprint <> '' AND p.kind = 'body' AND p.removed_at IS NULL
    AND p.document IN (SELECT value FROM json_each(:documents))
"""
_STANDING: Final = """
SELECT value AS expression FROM json_each(:expressions)
WHERE EXISTS (
    SELECT 1 FROM passage_index CROSS JOIN paragraph AS p ON p.id = passage_index.rowid
    WHERE passage_index MATCH value AND passage_index.rowid BETWEEN :low AND :high
        AND p.removed_at IS NULL AND p.document IN (SELECT value FROM json_each(:documents)))
"""
_AMONG: Final = """
SELECT p.id FROM paragraph AS p
WHERE p.id IN (SELECT value FROM json_each(:ids)) AND p.kind = 'body' AND p.removed_at IS NULL
    AND p.document IN (SELECT value FROM json_each(:documents))
    AND (:spoken = 0 OR EXISTS (
        SELECT 1 FROM quotation AS q WHERE q.paragraph = p.id
            AND (:speakers IS NULL OR q.speaker IN (SELECT value FROM json_each(:speakers)))))
"""
_ALL: Final = """
SELECT json_group_array(p.id) AS ids FROM paragraph AS p
WHERE p.kind = 'body' AND p.removed_at IS NULL AND p.document IN (SELECT value FROM json_each(:documents))
    AND (:spoken = 0 OR EXISTS (
        SELECT 1 FROM quotation AS q WHERE q.paragraph = p.id
            AND (:speakers IS NULL OR q.speaker IN (SELECT value FROM json_each(:speakers)))))
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer, as the words that the index has of it. `place` sorts by reference.

    `document` is a row id and `start` the offset in its source text; `stems` are those of another language, and pairs
    of characters of scripts without spaces.
    """

    id: int
    document: int
    start: int
    words: Sequence[str]
    stems: Sequence[str]
    fingerprint: str
    place: tuple[int, int, int]

    @property
    def length(self) -> int:
        """In words, or in characters where these are what is looked for."""
        return max(len(self.words), len(self.stems))


@dataclass(frozen=True, slots=True)
class Stored:
    """A passage whose text fits its checksum; `document` is a row id."""

    id: int
    document: int
    number: int
    span: Span
    text: str
    fingerprint: str
    place: tuple[int, int, int]
    page: Pages | None = None


def _place(row: sqlite3.Row) -> tuple[int, int, int]:
    return (0 if row["key"] == SHARED else 1, row["document_number"], row["number"])


# passages come up again, and words that are kept are also compared faster; some 8 MB at the most
_words_again: Final = lru_cache(maxsize=512)(indexed_words)


def _candidate(row: sqlite3.Row) -> Candidate:
    folded, compounds = row["folded"], row["compounds"]
    words = (_words_again if len(folded) + len(compounds) <= LONG else indexed_words)(folded, compounds)
    stems = row["stems"].split()
    return Candidate(row["id"], row["document"], row["start"], words, stems, row["fingerprint"], _place(row))


def _stored(row: sqlite3.Row) -> Stored:
    letter = "D" if row["key"] == SHARED else "S"
    text = checked(row["text"], row["sha256"], str(Reference(letter, row["document_number"], row["number"])))
    span = Span(row["start"], row["end"])
    return Stored(row["id"], row["document"], row["number"], span, text, row["fingerprint"], _place(row), pages(row))


class Search(Frequencies):
    """The index of passages. Every method raises BusyError when it runs into the time limit."""

    async def scope(self, filters: Filters) -> Scope:
        """The documents that the filters leave.

        A digest gives way to its original where both are in one collection, unless it is the document asked for.
        """
        asked = (tuple(filters.collections), filters.document, filters.since, filters.until)
        scope = await self._rows.remembered(("scope", asked), lambda: self._scope(filters))
        if not filters.spoken and filters.speakers is None:
            return scope
        speakers = None if filters.speakers is None else json.dumps(filters.speakers)
        return replace(scope, spoken=True, speakers=speakers)

    async def _scope(self, filters: Filters) -> Scope:
        row = await self._rows.row(
            _SCOPE,
            {
                "collections": json.dumps(list(filters.collections)),
                "document": filters.document,
                "since": filters.since.isoformat() if filters.since else None,
                "until": filters.until.isoformat() if filters.until else None,
            },
        )
        documents, undated = ("[]", 0) if row is None else (row["documents"], row["undated"])
        searched = len(json.loads(documents))
        extent = await self._rows.row(_EXTENT_OF_FEW if searched <= _FEW else _EXTENT_OF_ALL, {"documents": documents})
        low, high, size = (0, 0, 0) if extent is None else (extent["low"], extent["high"], extent["size"])
        return Scope(documents, searched, undated, low or 0, high or 0, size or 0)

    async def count(self, wanted: Wanted) -> int:
        """How many paragraphs of any kind and collection have what is wanted."""
        row = await self._rows.row(_COUNT, {"expression": wanted.expression})
        return row["passages"] if row is not None else 0

    async def best(self, wanted: Wanted, scope: Scope, limit: int) -> list[int]:
        """The passages that have what is wanted, by BM25, as row ids. The time grows with the number that fits."""
        rows = await self._rows.rows(_BEST, self._within(scope) | {"expression": wanted.expression, "limit": limit})
        return [row["id"] for row in rows]

    async def fitting(self, wanted: Wanted, scope: Scope) -> list[Candidate]:
        """All passages that have what is wanted, in no order: for what few have, since none is left out."""
        rows = await self._rows.rows(_FITTING, self._within(scope) | {"expression": wanted.expression})
        return [_candidate(row) for row in rows]

    async def spread(self, wanted: Wanted, scope: Scope) -> list[int]:
        """Some of very many passages that have what is wanted, from all over the scope, unranked."""
        found: list[int] = []
        width = max((scope.high - scope.low + 1) // _WINDOWS, 1)
        for low in range(scope.low, scope.high + 1, width):
            window = {"low": low, "high": min(low + width - 1, scope.high), "limit": _IN_A_WINDOW}
            asked = self._within(scope) | {"expression": wanted.expression} | window
            found += [row["id"] for row in await self._rows.rows(_SPREAD, asked)]
        return found

    async def candidates(self, ids: Sequence[int]) -> list[Candidate]:
        """The words of these passages, in the order given."""
        rows = {row["id"]: row for row in await self._rows.rows(_WORDS, {"ids": json.dumps(ids)})}
        return [_candidate(row) for id_ in ids if (row := rows.get(id_)) is not None]

    async def passages(self, ids: Sequence[int]) -> list[Stored]:
        """These passages with their text, in the order given.

        Raises:
            DamagedStoreError: The text of one is not what was stored.
        """
        rows = {row["id"]: row for row in await self._rows.rows(_PASSAGES, {"ids": json.dumps(ids)})}
        return [_stored(rows[id_]) for id_ in ids if id_ in rows]

    async def shared(self, fingerprints: Collection[str], scope: Scope, known: Sequence[Stored] = ()) -> list[Stored]:
        """All passages that are one of these but for typography, the lowest reference first.

        Args:
            fingerprints: Those of the passages.
            scope: Where to look.
            known: Passages that need not be read again.

        Raises:
            DamagedStoreError: The text of one is not what was stored.
        """
        asked = {"fingerprints": json.dumps(sorted(fingerprints)), "documents": scope.documents}
        ids = {row["id"] for row in await self._rows.rows(_SHARED, asked)}
        here = [passage for passage in known if passage.id in ids]
        others = sorted(ids.difference(passage.id for passage in here))
        found = [*here, *(await self.passages(others) if others else ())]
        return sorted(found, key=lambda passage: passage.place)

    async def standing(self, runs: Collection[Run], scope: Scope) -> set[Run]:
        """Those of the runs of words that stand in the scope, in a paragraph of whatever kind."""
        expressions = {either([run]): run for run in runs}
        asked = self._within(scope) | {"expressions": json.dumps(list(expressions))}
        return {expressions[row["expression"]] for row in await self._rows.rows(_STANDING, asked)}

    async def any(self, scope: Scope, chance: random.Random) -> int | None:
        """A passage by chance, each with the same probability, as a row id; None where there is none."""
        drawn = [chance.randint(scope.low, scope.high) for _ in range(_TRIES)]
        asked = self._within(scope)
        fitting = {row["id"] for row in await self._rows.rows(_AMONG, asked | {"ids": json.dumps(drawn)})}
        if (found := next((id_ for id_ in drawn if id_ in fitting), None)) is not None:
            return found
        row = await self._rows.row(_ALL, asked)
        everything = json.loads(row["ids"]) if row is not None else []
        return chance.choice(everything) if everything else None

    @staticmethod
    def _within(scope: Scope) -> dict[str, object]:
        return {
            "documents": scope.documents,
            "low": scope.low,
            "high": scope.high,
            "spoken": scope.spoken,
            "speakers": scope.speakers,
        }
