"""The words of the store as they are written (folded, not stemmed): spelling and completion."""

import asyncio
import json
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.models import SHARED
from bot.store.database import Database
from bot.store.stopwords import STOP_WORDS

_PAGE: Final = 20_000
_MOST: Final = 600_000  # words that are kept in memory, about 60 MB of them
_LAST: Final = "\U0010ffff"
_SHORTEST: Final = 3
_MIDDLING: Final = 6
_LONG: Final = 8
_LONGEST: Final = 40
_EXAMINED: Final = 40
_WORDS: Final = "SELECT term, doc FROM word_count WHERE term > :after ORDER BY term LIMIT :page"
_STANDING: Final = """
SELECT value AS word FROM json_each(:words)
WHERE EXISTS (
    SELECT 1 FROM word_index
    CROSS JOIN paragraph AS p ON p.id = word_index.rowid
    JOIN document AS d ON d.id = p.document
    JOIN collection AS c ON c.id = d.collection
    WHERE word_index MATCH '"' || value || '"'
        AND p.kind = 'body' AND p.removed_at IS NULL AND d.removed_at IS NULL
        AND c.key IN (SELECT value FROM json_each(:collections)))
"""


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """All words in order and in how many paragraphs each stands, as of one version of the store."""

    version: int
    words: Sequence[str] = ()
    passages: Sequence[int] = field(default=())

    def beginning(self, prefix: str) -> list[int]:
        """The places of the words with this beginning, the most used first."""
        low, high = bisect_left(self.words, prefix), bisect_left(self.words, prefix + _LAST)
        return sorted(range(low, high), key=lambda place: (-self.passages[place], self.words[place]))


class Vocabulary:
    """Every word that the documents use. Read once for each version of the store and then kept in memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._snapshot = _Snapshot(version=-1)
        self._reading = asyncio.Lock()

    async def nearest(self, word: str, collections: Collection[str] = (SHARED,), limit: int = 3) -> list[str]:
        """The known words that a misspelt one may have been, the nearest ones, the most used first.

        One edit (a letter too many, missing, wrong, or two swapped) is bridged in words of three letters or more, two
        in words of eight, or of six whose first and last letters are right; L. Damerau, "A technique for computer
        detection and correction of spelling errors" (1964).

        Args:
            word: A folded word.
            collections: Where the known word must stand.
            limit: How many to give at most.
        """
        if not _SHORTEST <= len(word) <= _LONGEST or word.isdigit():
            return []
        from rapidfuzz import process  # noqa: PLC0415 - not needed where every word is known
        from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - likewise

        known = await self._current()
        edits = 2 if len(word) >= _MIDDLING else 1
        near = process.extract(
            word, known.words, scorer=DamerauLevenshtein.distance, score_cutoff=edits, limit=_EXAMINED
        )
        ranked = sorted(near, key=lambda each: (each[1], each[0][:1] != word[:1], -known.passages[each[2]], each[0]))
        close = [each for each in ranked if len(each[0]) >= _SHORTEST and _is_close(word, each[0], int(each[1]))]
        return await self._standing([each[0] for each in close if each[1] == close[0][1]], collections, limit)

    async def complete(self, prefix: str, limit: int, collections: Collection[str] = (SHARED,)) -> list[str]:
        """The known words with this beginning, the most used first, stop words left out.

        Args:
            prefix: A folded beginning; nothing is completed without one.
            limit: How many to give at most.
            collections: Where they must stand.
        """
        if not prefix:
            return []
        known = await self._current()
        places = known.beginning(prefix)[: max(_EXAMINED, 2 * limit)]
        words = [known.words[place] for place in places]
        return await self._standing([word for word in words if word not in STOP_WORDS], collections, limit)

    async def beginning(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """The most used words of all collections with this beginning, and in how many paragraphs each stands."""
        known = await self._current()
        return [(known.words[place], known.passages[place]) for place in known.beginning(prefix)[:limit]]

    async def _standing(self, words: Sequence[str], collections: Collection[str], limit: int) -> list[str]:
        """Those of the words that a living body paragraph of the collections has."""
        asked = {"words": json.dumps(list(words)), "collections": json.dumps(list(collections))}
        found = {row["word"] for row in await self._database.rows(_STANDING, asked)} if words else set()
        return [word for word in words if word in found][:limit]

    async def _current(self) -> _Snapshot:
        version = await self._database.version()
        async with self._reading:
            if self._snapshot.version != version:
                self._snapshot = await self._read(version)
            return self._snapshot

    async def _read(self, version: int) -> _Snapshot:
        words: list[str] = []
        passages: list[int] = []
        after = ""
        while len(words) < _MOST:
            rows = await self._database.rows(_WORDS, {"after": after, "page": _PAGE})
            words += [row["term"] for row in rows]
            passages += [row["doc"] for row in rows]
            if len(rows) < _PAGE:
                break
            after = words[-1]
        return _Snapshot(version, words, passages)


def _is_close(word: str, known: str, edits: int) -> bool:
    return edits <= 1 or len(word) >= _LONG or (word[0] == known[0] and word[-1] == known[-1])
