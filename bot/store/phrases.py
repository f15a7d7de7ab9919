"""Finding where the words of a pasted text may stand: phrases in, paragraphs of every kind out.

An index of stems finds more than stands there word for word; whoever asks compares the texts themselves. As in
`bot.store.search`, nothing that somebody typed becomes part of an FTS5 expression but words between quotation marks.
"""

import json
import re
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from bot.errors import BusyError
from bot.models import SHARED, Kind, Pages, Reference, Span
from bot.store.faults import as_kept
from bot.store.library import checked, pages
from bot.store.reader import Rows
from bot.store.scope import Scope
from bot.store.search import Run

_LETTERS: Final = 3  # of a script without spaces that a paragraph must have in a row to be looked at
_UNSPACED: Final = (("/", ":"), ("\u0dff", "\U0010ffff"))  # between which its clauses lie: with a figure first, or none
_PAGE: Final = 10_000
_MOST: Final = 200_000  # clauses that are gone through, in some tenths of a second
_FITTING: Final = 200

# The innermost query is run once for each expression; what it is limited to keeps a common phrase from filling memory.
_HOLDING: Final = """
SELECT e.key AS place, (
    SELECT json_group_array(id) FROM (
        SELECT passage_index.rowid AS id
        FROM passage_index CROSS JOIN paragraph AS p ON p.id = passage_index.rowid
        WHERE passage_index MATCH e.value
            AND passage_index.rowid BETWEEN :low AND :high
            AND p.removed_at IS NULL
            AND (p.document IN (SELECT value FROM json_each(:listed))) = :inside
        LIMIT :limit)
    ) AS ids
FROM json_each(:expressions) AS e
"""
_TERMS: Final = "SELECT term FROM word_count WHERE term > :after AND term < :end ORDER BY term LIMIT :page"
_THESE: Final = """
SELECT p.id, p.document, p.number, p.kind, p."start", p."end", p.text, p.sha256, p.page, p.last_page, c.key,
    d.number AS document_number
FROM paragraph AS p
JOIN document AS d ON d.id = p.document
JOIN collection AS c ON c.id = d.collection
WHERE p.id IN (SELECT value FROM json_each(:ids)) AND p.removed_at IS NULL
"""
_AROUND: Final = """
SELECT p.id, p.document, p.number, p.kind, p."start", p."end", p.text, p.sha256, p.page, p.last_page, c.key,
    d.number AS document_number
FROM paragraph AS p
JOIN document AS d ON d.id = p.document
JOIN collection AS c ON c.id = d.collection
WHERE p.document = :document AND p.removed_at IS NULL AND p."end" >= :low AND p."start" <= :high
ORDER BY p."start"
"""
_SLICE: Final = "SELECT substr(text, :start + 1, :length) AS slice FROM source WHERE document = :document"
_SENTENCES: Final = """
SELECT paragraph, "start", "end" FROM sentence
WHERE paragraph IN (SELECT value FROM json_each(:ids)) ORDER BY paragraph, "start"
"""
_DIGESTS: Final = """
SELECT count(*) AS digests FROM document
WHERE digest_of IS NOT NULL AND id IN (SELECT value FROM json_each(:documents))
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A living paragraph of any kind whose text fits its checksum.

    `document` is a row id, `place` sorts by reference.
    """

    id: int
    document: int
    number: int
    kind: Kind
    span: Span
    text: str
    place: tuple[int, int, int]
    page: Pages | None = None

    @property
    def reference(self) -> str:
        """`D2¶13`."""
        own, document, number = self.place
        return str(Reference("DS"[own], document, number))


def phrases(runs: Collection[Run]) -> str:
    """What a paragraph must have, all of these phrases, in the language of FTS5; words in the text itself only."""
    return " AND ".join(f'folded : "{" ".join(run)}"' for run in runs)


def phrases_of_any(words: Collection[str]) -> str:
    """One of these words, in the language of FTS5; in the text itself only."""
    return "folded : (" + " OR ".join(f'"{word}"' for word in words) + ")"


def beginnings(words: Collection[str]) -> str:
    """A word with one of these beginnings, in the language of FTS5; in the text itself only."""
    return "folded : (" + " OR ".join(f'"{word}" *' for word in words) + ")"


def near(run: Run, between: int) -> str:
    """What a paragraph must have: these words, no more than so many words between the outer ones, in whatever order."""
    words = " ".join(f'"{word}"' for word in run)
    return f"folded : NEAR({words}, {between})"


def any_two(words: Sequence[str]) -> str:
    """The same for any two of these words, in whatever inflection; for the only one where there is but one."""
    pairs = [f'("{first}" AND "{second}")' for at, first in enumerate(words) for second in words[at + 1 :]]
    return " OR ".join(pairs) or f'"{words[0]}"'


class Phrases:
    """The index of passages as verification asks it. Every method raises BusyError at the time limit."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def holding(self, expressions: Sequence[str], scope: Scope, limit: int) -> list[list[int]]:
        """For each expression of `phrases` or `any_two`, the paragraphs that fit, `limit` at the most, as row ids."""
        if not expressions:
            return []
        asked = {**_within(scope), "expressions": json.dumps(expressions), "limit": limit}
        rows = await self._rows.rows(_HOLDING, asked)
        found = {row["place"]: json.loads(row["ids"]) for row in rows}
        return [found.get(place, []) for place in range(len(expressions))]

    async def containing(self, pieces: Collection[str], scope: Scope, limit: int, most: int = _MOST) -> list[int]:
        """The paragraphs that have one of these pieces within a clause, `limit` at the most, as row ids.

        For scripts that put no spaces between words, of which the index knows whole clauses only: those are gone
        through, and no paragraph in another script is.

        Raises:
            BusyError: Nothing was found among the first `most` clauses, and there are more.
        """
        long = [piece for piece in pieces if len(piece) >= _LETTERS]
        if not long:
            return []
        piece = re.compile("|".join(map(re.escape, long)))
        clauses, all_of_them = await self._rows.remembered(
            ("clauses", piece.pattern, most), lambda: self._clauses(piece, most)
        )
        if not clauses and not all_of_them:
            raise BusyError("There are too many clauses without spaces to find this one. Verify a whole clause of it.")
        expression = phrases_of_any(clauses)
        return (await self.holding([expression], scope, limit))[0] if clauses else []

    async def _clauses(self, piece: re.Pattern[str], most: int) -> tuple[list[str], bool]:
        """Clauses that have the piece, and whether all were gone through."""
        found: list[str] = []
        seen = 0
        for after, end in _UNSPACED:
            last, page = after, min(_PAGE, most)
            while last:
                if seen >= most or len(found) >= _FITTING:
                    return found[:_FITTING], False
                rows = await self._rows.rows(_TERMS, {"after": last, "end": end, "page": page})
                terms = [row["term"] for row in rows]
                found += [term for term in terms if piece.search(term)]
                seen += len(terms)
                last = terms[-1] if len(terms) == page else ""
        return found[:_FITTING], True

    async def paragraphs(self, ids: Collection[int]) -> list[Standing]:
        """These paragraphs, the lowest reference first.

        Raises:
            DamagedStoreError: The text of one is not what was stored.
        """
        if not ids:
            return []
        rows = await self._rows.rows(_THESE, {"ids": json.dumps(sorted(ids))})
        return sorted(self._standing(rows), key=lambda each: each.place)

    async def around(self, document: int, span: Span) -> list[Standing]:
        """All paragraphs of a document that touch a stretch of its source text, in the order of the text.

        Raises:
            DamagedStoreError: The text of one is not what was stored.
        """
        asked = {"document": document, "low": span.start, "high": span.end}
        return self._standing(await self._rows.rows(_AROUND, asked))

    async def slice(self, document: int, span: Span) -> str:
        """A stretch of the source text of a document."""
        asked = {"document": document, "start": span.start, "length": span.end - span.start}
        row = await self._rows.row(_SLICE, asked)
        return "" if row is None else str(row["slice"])

    async def sentences(self, ids: Collection[int]) -> dict[int, list[Span]]:
        """The sentences of paragraphs by row id, counted from the paragraph's start."""
        found: dict[int, list[Span]] = {}
        for row in await self._rows.rows(_SENTENCES, {"ids": json.dumps(sorted(ids))}):
            found.setdefault(row["paragraph"], []).append(Span(row["start"], row["end"]))
        return found

    async def digests(self, scope: Scope) -> int:
        """How many of the documents in the scope are digests of an original that is not there."""
        return await self._rows.remembered(("digests", scope.documents), lambda: self._digests(scope))

    async def _digests(self, scope: Scope) -> int:
        row = await self._rows.row(_DIGESTS, {"documents": scope.documents})
        return row["digests"] if row is not None else 0

    def _standing(self, rows: Sequence[sqlite3.Row]) -> list[Standing]:
        with as_kept(self._rows.path):
            return [_standing(row) for row in rows]


def _standing(row: sqlite3.Row) -> Standing:
    letter = "D" if row["key"] == SHARED else "S"
    text = checked(row["text"], row["sha256"], str(Reference(letter, row["document_number"], row["number"])))
    place = (0 if row["key"] == SHARED else 1, row["document_number"], row["number"])
    span = Span(row["start"], row["end"])
    return Standing(row["id"], row["document"], row["number"], Kind(row["kind"]), span, text, place, pages(row))


def _within(scope: Scope) -> dict[str, object]:
    return {"listed": scope.listed, "inside": scope.inside, "low": scope.low, "high": scope.high}
