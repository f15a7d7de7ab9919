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
from bot.store.scoping import scope_of

__all__ = ("Candidate", "Filters", "Run", "Scope", "Search", "Stored", "Wanted")
_WINDOWS: Final = 12
_IN_A_WINDOW: Final = 16
_TRIES: Final = 64

_COUNT: Final = """
SELECT count(*) AS passages
FROM (SELECT 1 FROM passage_index WHERE passage_index MATCH :expression LIMIT :limit)
"""
# Looking each paragraph up takes longer than ranking it: it is done for the best ones only. Of equals, neither the
# oldest nor the newest goes first: the multiplier is that of D. Knuth, "The Art of Computer Programming", section 6.4.
_BEST: Final = """
SELECT best.id, p.kind = 'body' AND p.removed_at IS NULL
    AND (p.document IN (SELECT value FROM json_each(:listed))) = :inside
    AND (:spoken = 0 OR EXISTS (
        SELECT 1 FROM quotation AS q WHERE q.paragraph = p.id
            AND (:speakers IS NULL OR q.speaker IN (SELECT value FROM json_each(:speakers))))) AS fits
FROM (
    SELECT passage_index.rowid AS id, bm25(passage_index) AS distance FROM passage_index
    WHERE passage_index MATCH :expression AND passage_index.rowid BETWEEN :low AND :high
    ORDER BY distance, (passage_index.rowid * 2654435761) & 4294967295
    LIMIT :more
) AS best CROSS JOIN paragraph AS p ON p.id = best.id
ORDER BY best.distance, (best.id * 2654435761) & 4294967295
"""
# the same where no document is left out
_BEST_OF_ALL: Final = """
SELECT best.id, NOT EXISTS (
    SELECT 1 FROM paragraph INDEXED BY paragraph_aside
    WHERE id = best.id AND (kind <> 'body' OR removed_at IS NOT NULL)) AS fits
FROM (
    SELECT passage_index.rowid AS id, bm25(passage_index) AS distance FROM passage_index
    WHERE passage_index MATCH :expression
    ORDER BY distance, (passage_index.rowid * 2654435761) & 4294967295
    LIMIT :more
) AS best
ORDER BY best.distance, (best.id * 2654435761) & 4294967295
"""
_BEST_OF_FITTING: Final = """
SELECT passage_index.rowid AS id, bm25(passage_index) AS distance
FROM passage_index CROSS JOIN paragraph AS p ON p.id = passage_index.rowid
WHERE passage_index MATCH :expression
    AND passage_index.rowid BETWEEN :low AND :high
    AND p.kind = 'body' AND p.removed_at IS NULL
    AND (p.document IN (SELECT value FROM json_each(:listed))) = :inside
    AND (:spoken = 0 OR EXISTS (
        SELECT 1 FROM quotation AS q WHERE q.paragraph = p.id
            AND (:speakers IS NULL OR q.speaker IN (SELECT value FROM json_each(:speakers)))))
ORDER BY distance, (passage_index.rowid * 2654435761) & 4294967295
LIMIT :limit
"""
_SPREAD: Final = """
SELECT (
    SELECT json_group_array(id) FROM (
        SELECT passage_index.rowid AS id
        FROM passage_index CROSS JOIN paragraph AS p ON p.id = passage_index.rowid
        WHERE passage_index MATCH :expression
            AND passage_index.rowid BETWEEN w.value ->> 0 AND w.value ->> 1
            AND p.kind = 'body' AND p.removed_at IS NULL
            AND (p.document IN (SELECT value FROM json_each(:listed))) = :inside
            AND (:spoken = 0 OR EXISTS (
                SELECT 1 FROM quotation AS q WHERE q.paragraph = p.id
                    AND (:speakers IS NULL OR q.speaker IN (SELECT value FROM json_each(:speakers)))))
        LIMIT :limit)
    ) AS ids
FROM json_each(:windows) AS w
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
    AND (p.document IN (SELECT value FROM json_each(:listed))) = :inside
    AND (:spoken = 0 OR EXISTS (
        SELECT 1 FROM quotation AS q WHERE q.paragraph = p.id
            AND (:speakers IS NULL OR q.speaker IN (SELECT value FROM json_each(:speakers)))))
LIMIT :limit
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
    AND (p.document IN (SELECT value FROM json_each(:listed))) = :inside
"""
_STANDING: Final = """
SELECT value AS expression FROM json_each(:expressions)
WHERE EXISTS (
    SELECT 1 FROM passage_index CROSS JOIN paragraph AS p ON p.id = passage_index.rowid
    WHERE passage_index MATCH value AND passage_index.rowid BETWEEN :low AND :high
        AND p.removed_at IS NULL AND (p.document IN (SELECT value FROM json_each(:listed))) = :inside)
"""
_AMONG: Final = """
SELECT p.id FROM paragraph AS p
WHERE p.id IN (SELECT value FROM json_each(:ids)) AND p.kind = 'body' AND p.removed_at IS NULL
    AND (p.document IN (SELECT value FROM json_each(:listed))) = :inside
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


def _within(scope: Scope) -> dict[str, object]:
    return {
        "listed": scope.listed,
        "inside": scope.inside,
        "low": scope.low,
        "high": scope.high,
        "spoken": scope.spoken,
        "speakers": scope.speakers,
    }


class Search(Frequencies):
    """The index of passages. Every method raises BusyError when it runs into the time limit."""

    async def scope(self, filters: Filters) -> Scope:
        """The documents that the filters leave.

        A digest gives way to its original where both are in one collection, unless it is the document asked for.
        """
        asked = (tuple(filters.collections), filters.document, filters.since, filters.until)
        scope = await self._rows.remembered(("scope", asked), lambda: scope_of(self._rows, filters))
        if not filters.spoken and filters.speakers is None:
            return scope
        speakers = None if filters.speakers is None else json.dumps(filters.speakers)
        return replace(scope, spoken=True, speakers=speakers)

    async def count(self, wanted: Wanted, most: int = -1) -> int:
        """How many paragraphs of any kind and collection have what is wanted, counted up to `most` if that is given."""
        row = await self._rows.row(_COUNT, {"expression": wanted.expression, "limit": most})
        return row["passages"] if row is not None else 0

    async def best(self, wanted: Wanted, scope: Scope, limit: int) -> list[int]:
        """The passages that have what is wanted, by BM25, as row ids. The time grows with the number that fits."""
        asked = _within(scope) | {"expression": wanted.expression, "limit": limit, "more": 2 * limit}
        rows = await self._rows.rows(_BEST_OF_ALL if scope.everything else _BEST, asked)
        found = [row["id"] for row in rows if row["fits"]][:limit]
        if len(found) < limit and len(rows) == 2 * limit:
            found = [row["id"] for row in await self._rows.rows(_BEST_OF_FITTING, asked)]
        return found

    async def fitting(self, wanted: Wanted, scope: Scope, limit: int = -1) -> list[Candidate]:
        """All passages that have what is wanted, in no order, or `limit` of them: for what few have."""
        asked = _within(scope) | {"expression": wanted.expression, "limit": limit}
        return [_candidate(row) for row in await self._rows.rows(_FITTING, asked)]

    async def hurried(self, wanted: Wanted, scope: Scope, limit: int) -> list[Candidate]:
        """Up to `limit` passages that have what is wanted: as many as are found in a part of the time, the oldest."""
        asked = _within(scope) | {"expression": wanted.expression, "limit": limit}
        return [_candidate(row) for row in await self._rows.some_rows(_FITTING, asked)]

    async def spread(self, wanted: Wanted, scope: Scope) -> list[int]:
        """Some of very many passages that have what is wanted, from all over the scope, unranked.

        The scope is cut into equal stretches. Where in its stretch a query begins to look is settled by chance, the
        same for the same query: no document is always the first.
        """
        expression = wanted.expression
        chance = random.Random(expression)  # noqa: S311 - a sample, no secret
        width = max((scope.high - scope.low + 1) // _WINDOWS, 1)
        windows: list[tuple[int, int]] = []
        for low in range(scope.low, scope.high + 1, width):
            high = min(low + width - 1, scope.high)
            windows.append((chance.randint(low, high), high))
            windows.append((low, windows[-1][0] - 1))
        return await self._from_windows(expression, scope, windows)

    async def _from_windows(self, expression: str, scope: Scope, windows: Sequence[tuple[int, int]]) -> list[int]:
        """Up to so many passages from each stretch: first from the one behind, then what is missing from before."""
        asked = _within(scope) | {"expression": expression, "limit": _IN_A_WINDOW}
        rows = await self._rows.rows(_SPREAD, asked | {"windows": json.dumps(windows[::2])})
        found = [json.loads(row["ids"]) for row in rows]
        short = [place for place, ids in enumerate(found) if len(ids) < _IN_A_WINDOW]
        if short:
            before = [windows[2 * place + 1] for place in short]
            rows = await self._rows.rows(_SPREAD, asked | {"windows": json.dumps(before)})
            for place, row in zip(short, rows, strict=True):
                found[place] = (found[place] + json.loads(row["ids"]))[:_IN_A_WINDOW]
        return [id_ for ids in found for id_ in ids]

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
        asked = {"fingerprints": json.dumps(sorted(fingerprints)), "listed": scope.listed, "inside": scope.inside}
        ids = {row["id"] for row in await self._rows.rows(_SHARED, asked)}
        here = [passage for passage in known if passage.id in ids]
        others = sorted(ids.difference(passage.id for passage in here))
        found = [*here, *(await self.passages(others) if others else ())]
        return sorted(found, key=lambda passage: passage.place)

    async def standing(self, runs: Collection[Run], scope: Scope) -> set[Run]:
        """Those of the runs of words that stand in the scope, in a paragraph of whatever kind."""
        expressions = {either([run]): run for run in runs}
        asked = _within(scope) | {"expressions": json.dumps(list(expressions))}
        return {expressions[row["expression"]] for row in await self._rows.rows(_STANDING, asked)}

    async def any(self, scope: Scope, chance: random.Random) -> int | None:
        """A passage by chance, each with the same probability, as a row id; None where there is none."""
        drawn = [chance.randint(scope.low, scope.high) for _ in range(_TRIES)]
        asked = _within(scope)
        fitting = {row["id"] for row in await self._rows.rows(_AMONG, asked | {"ids": json.dumps(drawn)})}
        if (found := next((id_ for id_ in drawn if id_ in fitting), None)) is not None:
            return found
        row = await self._rows.row(_ALL, asked | {"documents": scope.documents})
        everything = json.loads(row["ids"]) if row is not None else []
        return chance.choice(everything) if everything else None
